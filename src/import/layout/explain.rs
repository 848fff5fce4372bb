//! Columns without a known meaning: explained by their cells now that the kind of the file is known, or by a question.

use super::super::error::Unexplained;
use super::super::heading::unnamed;
use super::super::{Field, ImportError, Kind, quoted};
use super::columns::{Known, Layout, Origin};
use super::decide::{Decided, Draft};
use super::sessions::pasteable;
use crate::formats::fold;
use crate::formats::heading;
use crate::formats::lexicon::{LEXICON, Presence, State};
use crate::message;

impl Decided {
    /// Returns the unexplained columns whose dates are times of request.
    pub(super) fn may_be_requests(&self) -> impl Iterator<Item = &Draft> {
        self.columns.iter().filter(|it| {
            let is_open = it.origin == Origin::Open || it.is(&Field::Date);
            is_open && it.evidence.are_requests() && !is_beside_the_point(it, Kind::Signups)
        })
    }

    /// Adds a note about columns that are kept without a known meaning.
    pub(super) fn say_what_is_not_understood(&mut self) {
        let unknown = self.columns.iter().filter(|column| {
            // A long question with a no below it may ask who comes in words that are not known.
            let is_refused = !column.evidence.no.is_empty()
                && column.evidence.are_yes_no()
                && !LEXICON.names_another_subject(&column.heading);
            column.field.is_none()
                && column.origin != Origin::Asked
                && column.evidence.filled > 0
                && (is_refused || !is_beside_the_point(column, Kind::Signups))
        });
        let headings = quoted(unknown.map(|it| &it.heading));
        if !headings.is_empty() {
            let note = message!(layout::not_understood { headings });
            self.notes.push(note);
        }
    }

    /// Ignores a column of a list of sign-ups that says who came, which belongs to another import.
    pub(super) fn is_of_those_present(&mut self, column: usize) {
        let draft = &mut self.columns[column];
        draft.field = Some(Field::Ignore);
        if draft.evidence.affirmed > 0 {
            let heading = &draft.heading;
            self.notes.push(message!(layout::says_who_came { heading }));
        }
    }
}

impl Layout {
    /// Explains the remaining columns by their cells, now that the kind is known, or asks.
    ///
    /// # Errors
    /// [`ImportError::Unexplained`] if columns that could decide who is counted remain unexplained.
    pub(super) fn explain(
        &self,
        decided: &mut Decided,
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        let mut columns = match self.kind {
            Kind::Signups => explain_signups(decided, known),
            Kind::Attendance => explain_attendance(decided),
            Kind::Programme => {
                explain_programme(decided);
                Vec::new()
            }
            _ => Vec::new(),
        };
        let halves = decided.columns.iter();
        let halves = halves.filter(|it| it.origin == Origin::Asked);
        let halves = halves.map(|it| asked(it, &["given_name", "family_name", "ignore"]));
        columns.extend(halves.collect::<Vec<_>>());
        for draft in &mut decided.columns {
            if columns.iter().any(|asked| asked.heading == draft.heading) {
                draft.origin = Origin::Asked;
            }
        }
        if self.kind == Kind::Signups {
            decided.say_what_is_not_understood();
        }
        if columns.is_empty() {
            return Ok(());
        }
        Err(ImportError::Unexplained {
            file: name.to_owned(),
            columns,
        })
    }

    /// Refuses an answer just given about a column that this kind of file does not read.
    ///
    /// # Errors
    /// [`ImportError::FieldNotRead`]; an answer remembered from another import of these headings does not cause it.
    pub(super) fn refuse_unread(
        &self,
        decided: &Decided,
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        for column in &decided.columns {
            let is_it = |left: &str| fold::plain(left) == fold::plain(&column.heading);
            let said = known.map.iter().rev().find(|(left, _)| is_it(left));
            if let Some((_, field)) = said
                && !self.kind.reads(field)
            {
                return Err(ImportError::FieldNotRead {
                    file: name.to_owned(),
                    heading: column.heading.clone(),
                    field: field.clone(),
                    kind: self.kind,
                });
            }
        }
        Ok(())
    }
}

/// Reads a column of states of a programme, or of marks below "Abgesagt", as saying which sessions do not take place.
fn explain_programme(decided: &mut Decided) {
    for index in 0..decided.columns.len() {
        let column = &decided.columns[index];
        let is_unread = matches!(column.field, None | Some(Field::Status | Field::Void));
        let says_it = column.is(&Field::Void) || column.evidence.are_states();
        if column.is_open() && is_unread && column.evidence.filled > 0 && says_it {
            decided.explained(index, Field::IsCancelled);
        }
    }
}

fn explain_attendance(decided: &mut Decided) -> Vec<Unexplained> {
    let mut unexplained = Vec::new();
    let rivals = decided
        .columns
        .iter()
        .filter(|column| column.is(&Field::Present));
    if rivals.clone().count() > 1 {
        return rivals
            .map(|column| asked(column, &["present", "ignore"]))
            .collect();
    }
    decided.explain_presence();
    let says_who_came = decided.says_who_came();
    for index in 0..decided.columns.len() {
        let column = &decided.columns[index];
        if column.counts_what_was_missed() {
            unexplained.push(asked(column, &["ignore"]));
            continue;
        }
        if column.names_several_meetings() {
            unexplained.push(asked(column, &["session", "ignore"]));
            continue;
        }
        // "09:00-10:30" has to be written into two columns.
        if column.origin != Origin::Told && column.evidence.mostly(column.evidence.ranges) {
            unexplained.push(asked(column, &["ignore"]));
            continue;
        }
        if column.is(&Field::JoinedAt)
            && column.is_open()
            && column.evidence.dated > 0
            && column.evidence.timed == 0
            && decided.is_of_a_stay_elsewhere()
        {
            unexplained.push(asked(column, &["present", "ignore"]));
            continue;
        }
        let is_unread = matches!(column.field, None | Some(Field::Answer | Field::Ignore));
        if is_unread
            && column.origin != Origin::Told
            && (column.evidence.are_several_days() || column.is_of_another_day())
        {
            unexplained.push(asked(column, &["date", "ignore"]));
            continue;
        }
        if column.is(&Field::Void) && column.is_open() && column.evidence.filled > 0 {
            unexplained.push(asked(column, &["absent", "excused", "ignore"]));
            continue;
        }
        let is_unread_state = column.is(&Field::Status) && !decided.has(&Field::Present);
        if is_unread_state && column.evidence.filled > 0 && column.is_open() {
            if !decided.has_times() {
                unexplained.push(asked(column, &["present", "ignore"]));
            }
            continue;
        }
        // The letters of a register are followed by columns that count each of them.
        let counts_letters = LEXICON.letter(&column.heading).is_some()
            && column.evidence.numbers == column.evidence.filled
            && decided.has(&Field::Present);
        // What the words of a heading mean is not read here: "Raum", "Rolle". The cells may say more than they.
        let is_read_elsewhere = column.origin == Origin::Words
            && column
                .field
                .as_ref()
                .is_some_and(|it| !Kind::Attendance.reads(it));
        let is_open = column.origin == Origin::Open || is_read_elsewhere;
        if !is_open || is_beside_the_point(column, Kind::Attendance) || counts_letters {
            continue;
        }
        let is_headed_by_it = LEXICON.speaks_of_coming(&column.heading)
            && column.evidence.filled > 0
            && column.evidence.texts == 0;
        if !says_who_came && !is_read_elsewhere && (may_tell_rows_apart(column) || is_headed_by_it)
        {
            let evidence = &column.evidence;
            let fields: &[&str] = if evidence.timed + evidence.dotted > 0 {
                &["joined_at", "duration", "ignore"]
            } else if evidence.are_lengths() && !evidence.are_yes_no() {
                &["duration", "present", "ignore"]
            } else {
                &["present", "ignore"]
            };
            unexplained.push(asked_of_presence(column, fields));
        } else if column.evidence.are_yes_no()
            || column.evidence.are_open_letters()
            || column.evidence.are_presence()
            || column.evidence.timed > 0 && column.evidence.are_of_the_day()
        {
            // If attendance is known already, another column may say who is excused.
            let first = if decided.has(&Field::Present) {
                "excused"
            } else {
                "present"
            };
            unexplained.push(asked_of_presence(column, &[first, "joined_at", "ignore"]));
        }
    }
    unexplained
}

impl Decided {
    /// Finds the time of day that belongs to dates of request: "Anmeldedatum" and "Uhrzeit". Without it the lines would
    /// decide who of a day was first.
    fn find_time_of_request(&mut self) {
        let has_dates_alone = self.position(&Field::RequestedAt).is_some_and(|column| {
            let evidence = &self.columns[column].evidence;
            evidence.dated > 0 && evidence.timed == 0
        });
        if !has_dates_alone || self.has(&Field::RequestedTime) {
            return;
        }
        let found = self.columns.iter().position(|column| {
            let evidence = &column.evidence;
            column.origin != Origin::Told
                && matches!(column.field, None | Some(Field::Answer | Field::Ignore))
                && evidence.mostly(evidence.timed)
                && evidence.dated == 0
                && LEXICON.may_be_of_requests(&column.heading)
        });
        if let Some(column) = found {
            self.explained(column, Field::RequestedTime);
        }
    }
}

impl Draft {
    /// Whether its numbers are time that somebody was not there, in at least one row.
    fn counts_what_was_missed(&self) -> bool {
        self.is_open()
            && !matches!(self.field, Some(Field::JoinedAt | Field::LeftAt))
            && self.evidence.are_lengths()
            && self.evidence.sample_is_not_zero()
            && LEXICON.counts_what_was_missed(&self.heading)
    }

    /// Whether every row has one of a few words, and some are states, but too few to be sure.
    fn names_a_state_of_all(&self) -> bool {
        const FEW: usize = 4;
        let evidence = &self.evidence;
        evidence.states > 0
            && !evidence.are_states()
            && evidence.filled == evidence.rows
            && evidence.texts == 0
            && evidence.distinct <= FEW
            && evidence.distinct < evidence.filled
    }

    /// Whether its cells are days of meetings, and not only this one's.
    fn is_of_another_day(&self) -> bool {
        let evidence = &self.evidence;
        evidence.mostly(evidence.dated)
            && evidence.timed == 0
            && evidence.on_days < evidence.dated
            && (LEXICON.names_meetings(&self.heading)
                || evidence.on_days > 0 && LEXICON.speaks_of_coming(&self.heading))
    }

    /// Whether its cells name what somebody came to, and not always the same.
    fn names_several_meetings(&self) -> bool {
        const SHORT: usize = 3;
        let is_unread = matches!(
            self.field,
            None | Some(Field::Answer | Field::Ignore | Field::Product)
        );
        let evidence = &self.evidence;
        // In a few rows each has its own value by chance.
        let repeats = evidence.distinct < evidence.filled.max(SHORT * 2);
        let is_room = self.is(&Field::Room);
        let is_headed = || {
            is_unread
                && fold::words(&self.heading).len() <= SHORT
                && LEXICON.names_meetings(&self.heading)
        };
        self.is_open()
            && evidence.distinct > 1
            && (repeats || self.survey.means_sessions())
            && evidence.texts == 0
            && !evidence.are_yes_no()
            && !evidence.are_states()
            && evidence.presence == 0
            && (is_room || is_headed())
    }
}

impl Decided {
    /// Whether any column is about a hotel or a journey, where people check in as well.
    fn is_of_a_stay_elsewhere(&self) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|it| LEXICON.is_of_travel(&it.heading))
    }

    /// Whether a column of sessions has different ones in its rows.
    pub(super) fn names_several_meetings(&self) -> bool {
        let mut named = self.columns.iter();
        named.any(|column| column.is(&Field::Session) && column.evidence.distinct > 1)
    }

    /// Whether a column names sessions that are not the row's choice: an alternative, or the same sessions as a column
    /// that is known to be the choice. A column without a heading holds what the delimiter cut off the choice: several
    /// sessions without quotation marks.
    fn is_another_choice(&self, index: usize) -> bool {
        let column = &self.columns[index];
        let is_read_by_cells = column.origin == Origin::Cells && column.is(&Field::Session);
        if !is_read_by_cells || column.heading == unnamed(index) {
            return false;
        }
        let mut others = self.columns.iter().enumerate();
        LEXICON.is_no_choice(&column.heading)
            || others.any(|(other, it)| {
                other != index
                    && it.is(&Field::Session)
                    && it.survey.shares_a_session(&column.survey)
            })
    }

    /// Selects the first column whose cells are words for presence, or letters of a register.
    fn explain_presence(&mut self) {
        if self.has(&Field::Present) {
            return;
        }
        let found = self.columns.iter().position(|column| {
            column.origin == Origin::Open
                && column.evidence.are_presence()
                // Where no cell says that somebody was there, an empty one does not mean absence.
                && (column.evidence.affirmed > 0 || column.evidence.are_letters())
                && !is_beside_the_point(column, Kind::Attendance)
        });
        if let Some(column) = found {
            self.explained(column, Field::Present);
        }
    }
}

/// Asks about a column of a list of attendees; below a heading about absence, a mark means absence.
fn asked_of_presence(column: &Draft, fields: &[&str]) -> Unexplained {
    match absence_in(&column.heading) {
        Some(Presence::Absent) => asked(column, &["absent", "ignore"]),
        Some(Presence::Excused) => asked(column, &["excused", "ignore"]),
        _ => asked(column, fields),
    }
}

/// Returns the absence that consecutive words of a heading name: `War nicht da`.
fn absence_in(heading: &str) -> Option<Presence> {
    let words = fold::words(heading);
    let mut parts = (0..words.len()).flat_map(|first| {
        let ends = first + 1..=words.len();
        ends.map(move |end| (first, end))
    });
    parts.find_map(|(first, end)| {
        let part = words[first..end].join(" ");
        let is_answer = LEXICON.yes_no(&part).is_some();
        let said = LEXICON.presence(&part, false).filter(|_| !is_answer)?;
        (said != Presence::There).then_some(said)
    })
}

/// Asks about a column of a list of sign-ups; below a heading that names a state, a yes means that state.
fn asked_of_state(column: &Draft, fields: &[&str]) -> Unexplained {
    let (state, other) = match LEXICON.state(&column.heading) {
        Some(State::Waitlisted) => ("waitlisted", "confirmed"),
        Some(State::Cancelled | State::Denied) => ("cancelled", "confirmed"),
        _ => return asked(column, fields),
    };
    let evidence = &column.evidence;
    let is_granted = LEXICON.state(&evidence.sample) == Some(State::Confirmed);
    let yes = if evidence.yes.is_empty() && is_granted {
        &evidence.sample
    } else {
        &evidence.yes
    };
    let said = [(yes, state), (&evidence.no, other)];
    let words = said.iter().filter(|(word, _)| !word.is_empty());
    let words = words.map(|(word, state)| pasteable(&format!("{}: {word}", column.heading), state));
    let words: Vec<String> = words.collect();
    if yes.is_empty() {
        return asked(column, fields);
    }
    Unexplained {
        ways: vec![words.join(" "), pasteable(&column.heading, "answer")],
        ..asked(column, &[])
    }
}

/// Whether a column distinguishes the rows of a list that has no other information about attendance: only some are
/// filled, or a few words are repeated, or they are numbers and lengths.
fn may_tell_rows_apart(column: &Draft) -> bool {
    const FEW: usize = 3;
    let evidence = &column.evidence;
    let is_partly_filled = evidence.filled < evidence.rows;
    let is_repetitive = evidence.distinct <= FEW && evidence.distinct < evidence.filled;
    evidence.filled > 0
        && evidence.texts == 0
        && !LEXICON.is_of_an_address_book(&column.heading)
        && (is_partly_filled || is_repetitive || evidence.are_lengths())
}

fn explain_signups(decided: &mut Decided, known: Known<'_>) -> Vec<Unexplained> {
    let mut unexplained = Vec::new();
    let is_answered =
        decided.has(&Field::Status) || decided.columns.iter().any(is_answer_to_whether);
    for index in 0..decided.columns.len() {
        let column = &decided.columns[index];
        let is_open = column.origin == Origin::Open || column.is(&Field::Date);
        let evidence = &column.evidence;
        let is_question = column.heading.trim_end().ends_with('?') && evidence.are_yes_no();
        if column.origin == Origin::Words && column.is(&Field::Present) && is_question {
            // "Présent ?" is asked before the meeting or after it.
            unexplained.push(asked(column, &["status", "answer"]));
        } else if column.origin == Origin::Words
            && column.is(&Field::Present)
            && !decided.has(&Field::Status)
            && !column.evidence.no.is_empty()
            && !LEXICON.is_of_the_past(&column.heading)
        {
            // "Anwesenheit" over yes and no is what somebody plans, or what was seen.
            unexplained.push(asked(column, &["status", "ignore"]));
        } else if column.origin != Origin::Told && column.says_who_came() {
            decided.is_of_those_present(index);
        } else if decided.is_another_choice(index) || is_chosen_by_cells_alone(column, index) {
            unexplained.push(asked(column, &["answer", "session"]));
        } else if column.field.is_none()
            && !decided.has(&Field::Status)
            && !decided.has(&Field::Void)
            && evidence.filled < evidence.rows
            && evidence.filled > 0
            && !evidence.are_yes_no()
            && !evidence.are_states()
            && (LEXICON.is_of_the_others(&column.heading) || LEXICON.takes_back(&column.heading))
        {
            // "Stornogrund": filled in for those who cancelled.
            unexplained.push(asked(column, &["void", "answer"]));
        } else if is_open
            && !is_answered
            && column.names_a_state_of_all()
            && !LEXICON.names_another_subject(&column.heading)
        {
            // "Vorgang": `Anmeldung` and `Abmeldung`.
            unexplained.push(asked(column, &["status", "answer"]));
        } else if !is_open || is_beside_the_point(column, Kind::Signups) {
            // It decides nothing, whatever it says.
        } else if column.survey.means_sessions() && !known.sessions.is_empty() {
            unexplained.push(asked(column, &["answer", "session"]));
        } else if is_answer_to_whether(column) && !decided.has(&Field::Status) {
            if is_headed_by_a_state(column, index) {
                decided.explained(index, Field::Status);
            } else if !LEXICON.names_another_subject(&column.heading) {
                unexplained.push(asked(column, &["status", "answer"]));
            }
        } else if column.field.is_none()
            && !is_answered
            && LEXICON.asks_for_a_reply(&column.heading)
            && evidence.texts == 0
            && evidence.distinct < evidence.filled
        {
            // "Teilnahme" over words that are not known.
            unexplained.push(asked(column, &["status", "answer"]));
        } else if column.names_several_meetings()
            || column.is_of_another_day()
            || evidence.are_several_days() && !evidence.are_requests()
        {
            unexplained.push(asked(column, &["event", "answer"]));
        } else if evidence.mostly(evidence.dated) {
            if evidence.are_requests() && !decided.has(&Field::RequestedAt) {
                // Everybody has a time of request; only some cancelled.
                if evidence.filled * 5 < evidence.rows * 4 {
                    unexplained.push(asked(column, &["void", "requested_at", "answer"]));
                } else if decided.may_be_requests().count() > 1 {
                    unexplained.push(asked(column, &["requested_at", "answer"]));
                } else if LEXICON.may_be_of_requests(&column.heading)
                    || column.heading == unnamed(index)
                {
                    decided.explained(index, Field::RequestedAt);
                } else if evidence.distinct > 1 && !LEXICON.is_of_an_address_book(&column.heading) {
                    unexplained.push(asked(column, &["requested_at", "answer"]));
                }
            }
        } else if evidence.are_yes_no() || evidence.are_states() || evidence.are_presence() {
            let slug = known
                .sessions
                .first()
                .map(|it| format!("session:{}", it.slug));
            let ways = ["status", "answer"].into_iter();
            let ways = slug.as_deref().into_iter().chain(ways);
            unexplained.push(asked_of_state(column, &ways.collect::<Vec<_>>()));
        }
    }
    decided.find_time_of_request();
    unexplained
}

/// Whether only the cells say that a column is the choice of sessions, below a heading that may be about something else:
/// "Verpasste Session", "Helfer bei".
fn is_chosen_by_cells_alone(column: &Draft, index: usize) -> bool {
    column.origin == Origin::Cells
        && column.is(&Field::Session)
        && column.heading != unnamed(index)
        && (LEXICON.is_not_chosen(&column.heading)
            || LEXICON.says_nothing_of_choosing(&column.heading)
                && !LEXICON.may_be_of_choosing(&column.heading))
}

/// Whether the cells are states of sign-ups, also below a heading that asks if somebody comes.
fn is_answer_to_whether(column: &Draft) -> bool {
    let is_asked = LEXICON.asks_for_a_reply(&column.heading);
    column.evidence.are_states() || is_asked && column.evidence.are_replies()
}

/// Whether a heading is about a state of the sign-up, however it is worded. `angenommen` below "Vortrag" is about a talk.
fn is_headed_by_a_state(column: &Draft, index: usize) -> bool {
    let heading = &column.heading;
    let is_of_it = LEXICON.asks_for_a_reply(heading)
        || LEXICON.speaks_of_coming(heading)
        || LEXICON.is_of_signing_up(heading)
        || LEXICON.state(heading).is_some()
        || *heading == unnamed(index);
    is_of_it && !LEXICON.names_another_subject(heading) && !LEXICON.is_of_payment(heading)
}

/// Whether a heading is about something that decides nothing, or is a full-sentence question of a form that neither
/// asks for a reply nor mentions a state. A list of attendees is not a form: there, a question asks who came.
fn is_beside_the_point(column: &Draft, kind: Kind) -> bool {
    let heading = &column.heading;
    if LEXICON.names_a_subject(heading) {
        return true;
    }
    let words = fold::words(heading);
    let is_decisive =
        |word: &String| heading::meaning(word).is_some_and(|it| is_decisive(&it.field));
    let speaks_of_it = LEXICON.speaks_of_coming(heading)
        || words.iter().any(is_decisive)
        || LEXICON.state(heading).is_some();
    // Words for a state, and letters of a register, are more than an answer to an ordinary question.
    if speaks_of_it || column.evidence.are_states() || column.evidence.are_letters() {
        return false;
    }
    // "In?" and "Are you in?" are no more than a word.
    let is_sentence = words.len() > 3;
    kind == Kind::Signups && is_sentence || LEXICON.names_another_subject(heading)
}

fn is_decisive(field: &Field) -> bool {
    matches!(
        field,
        Field::Status | Field::Void | Field::Present | Field::Absent | Field::Unsent
    )
}

fn asked(column: &Draft, fields: &[&str]) -> Unexplained {
    let ways = fields.iter().map(|field| pasteable(&column.heading, field));
    Unexplained {
        heading: column.heading.clone(),
        sample: super::super::values::words::quotable(&column.evidence.sample),
        ways: ways.collect(),
    }
}
