//! Which columns of a row people see, in which order and how.
//!
//! What only the program needs is left out: keys for comparison, numbers of other rows' places, hashes of choices.

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum As {
    /// A part of a name.
    Name,
    /// A text that needs no label.
    Plain,
    /// A number that is only worth telling where it changes.
    Place,
    /// A text.
    Text,
    /// A moment, in the zone of the event or of the machine.
    Moment,
    /// The status of a registration or a sign-up.
    Status,
    /// A verdict.
    Verdict,
    /// A part in the programme.
    Part,
    /// A kind of session.
    SessionKind,
    /// The kind of a question.
    QuestionKind,
    /// Whether a question is open.
    QuestionState,
    /// How a question was answered.
    Answer,
    /// What a question is about besides the name.
    Detail,
    /// Seconds, told as minutes.
    Minutes,
    /// Yes or no; no is not worth telling.
    Flag,
    /// Yes or no.
    YesOrNo,
    /// Where a stay was recorded.
    Source,
    /// Why a stay was matched.
    Reason,
    /// Answers of a form: questions and answers.
    Answers,
    /// A row that waits, as JSON.
    Row,
    /// The number of a person, organisation or session.
    Person,
    Organisation,
    Session,
}

/// The columns of a table.
type Columns = &'static [(&'static str, As)];

/// The tables with their columns.
const TABLES: &[(&str, Columns)] = &[
    (
        "person",
        &[
            ("title", As::Name),
            ("given_name", As::Name),
            ("family_name", As::Name),
            ("role", As::Text),
            ("phone", As::Text),
            ("language", As::Text),
            ("organisation_id", As::Organisation),
            ("restricted", As::Flag),
            ("objected", As::Flag),
        ],
    ),
    (
        "person_address",
        &[("address", As::Plain), ("position", As::Place)],
    ),
    ("person_alias", &[("name", As::Plain)]),
    (
        "distinction",
        &[("name", As::Plain), ("address", As::Plain)],
    ),
    (
        "registration",
        &[
            ("status", As::Status),
            ("person_id", As::Person),
            ("organisation_id", As::Organisation),
            ("organisation_name", As::Text),
            ("requested_at", As::Moment),
            ("answers", As::Answers),
        ],
    ),
    (
        "signup",
        &[("status", As::Status), ("requested_at", As::Moment)],
    ),
    (
        "stay",
        &[
            ("person_id", As::Person),
            ("session_id", As::Session),
            ("recorded_name", As::Text),
            ("recorded_email", As::Text),
            ("joined_at", As::Moment),
            ("left_at", As::Moment),
            ("seconds", As::Minutes),
            ("meets", As::Flag),
            ("nobody", As::Flag),
            ("source", As::Source),
            ("matched_by", As::Reason),
            ("matched_row", As::Row),
        ],
    ),
    ("excuse", &[("person_id", As::Person)]),
    (
        "ruling",
        &[
            ("verdict", As::Verdict),
            ("person_id", As::Person),
            ("reason", As::Text),
        ],
    ),
    (
        "consent",
        &[
            ("given", As::YesOrNo),
            ("time", As::Moment),
            ("file", As::Text),
            ("line", As::Text),
            ("question", As::Text),
            ("answer", As::Text),
        ],
    ),
    ("setting", &[("name", As::Plain), ("value", As::Text)]),
    ("nobody", &[("name", As::Plain)]),
    (
        "review",
        &[
            ("kind", As::QuestionKind),
            ("state", As::QuestionState),
            ("name", As::Text),
            ("email", As::Text),
            ("detail", As::Detail),
            ("row", As::Row),
            ("file", As::Text),
            ("line", As::Text),
            ("answer", As::Answer),
        ],
    ),
    (
        "organisation",
        &[
            ("name", As::Plain),
            ("short_name", As::Text),
            ("kind", As::Text),
            ("country", As::Text),
            ("region", As::Text),
            ("website", As::Text),
        ],
    ),
    ("organisation_alias", &[("name", As::Plain)]),
    (
        "event",
        &[
            ("title", As::Plain),
            ("slug", As::Text),
            ("start", As::Moment),
            ("end", As::Moment),
            ("timezone", As::Text),
            ("place", As::Text),
            ("rule", As::Text),
            ("organiser", As::Text),
            ("organiser_address", As::Text),
            ("organiser_contact", As::Text),
            ("project_title", As::Text),
            ("funding_reference", As::Text),
            ("funder", As::Text),
            ("signatory", As::Text),
            ("logos", As::Text),
            ("cancelled", As::Flag),
            ("keep", As::Text),
        ],
    ),
    (
        "session",
        &[
            ("title", As::Plain),
            ("slug", As::Text),
            ("kind", As::SessionKind),
            ("start", As::Moment),
            ("end", As::Moment),
            ("capacity", As::Text),
            ("room", As::Text),
            ("rule", As::Text),
            ("drop_in", As::Flag),
            ("cancelled", As::Flag),
        ],
    ),
    (
        "session_person",
        &[
            ("part", As::Part),
            ("name", As::Plain),
            ("person_id", As::Person),
        ],
    ),
    ("mapping", &[("heading", As::Plain), ("field", As::Text)]),
];

/// The columns that are never told.
const INTERNAL: [&str; 17] = [
    "purpose",
    "headings",
    "id",
    "operation_id",
    "key",
    "scope",
    "choices",
    "position",
    "candidates",
    "person_id",
    "organisation_id",
    "event_id",
    "session_id",
    "registration_id",
    "stay_id",
    "file",
    "line",
];

/// Returns the columns of a row to tell, in order; those that are not described here come last, as texts.
pub(super) fn told<'a>(
    table: &str,
    present: impl Iterator<Item = &'a String>,
) -> Vec<(String, As)> {
    let known = TABLES.iter().find(|(name, _)| *name == table);
    let known: Columns = known.map_or(&[], |(_, columns)| columns);
    let mut told: Vec<(String, As)> = known
        .iter()
        .map(|(name, how)| ((*name).to_owned(), *how))
        .collect();
    let others = present.filter(|name| {
        !INTERNAL.contains(&name.as_str()) && known.iter().all(|(known, _)| known != name)
    });
    told.extend(others.map(|name| (name.clone(), As::Text)));
    told
}
