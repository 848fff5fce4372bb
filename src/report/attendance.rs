//! Reports who was there: one row per session and person, or one per person.

use super::directory::Directory;
use super::event_data::EventData;
use super::measures::Tally;
use super::recording::SessionRecord;
use super::turnout::Unidentified;
use super::{AsOf, by_person, days, labels, notes, rules, times};
use crate::attendance::Attended;
use crate::catalogue::messages::sheets;
use crate::message;
use crate::model::{Event, PersonId, SessionId, SignupStatus};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Table};
use crate::store::StoreError;

/// Options for the report of an event's attendance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AttendanceOptions {
    /// A single session; `None` means all of them.
    pub session: Option<SessionId>,
    /// One row per person instead of one per session and person.
    pub by_person: bool,
    /// The reader's language.
    pub language: Language,
}

/// Returns who was there, and who should have been.
///
/// By session and person, rows are grouped by session in programme order and sorted by name: everybody who signed up,
/// came, or has a verdict by hand, then the stays not yet matched to a person. By person, there is one row for
/// everybody who registered or came, or with a session, for everybody related to it.
///
/// # Errors
/// Those of the store.
pub fn attendance(
    reader: &AsOf<'_>,
    event: &Event,
    options: &AttendanceOptions,
) -> Result<Table, StoreError> {
    let language = options.language;
    let directory = Directory::load(**reader, language)?;
    let mut data = EventData::load(*reader, event)?;
    if let Some(session) = options.session {
        data.recording.narrow_to(session);
    }
    if options.by_person {
        return by_person::by_person(&directory, event, &data, options);
    }
    let ranks = directory.ranks(data.everybody())?;
    let title = message!(titles::attendance_of { event: event.title }).in_language(language);
    let is_open = data.recording.not_over().next().is_some();
    let columns = columns(is_open);
    let mut table = Table::new("attendance", title, columns);
    table.lines = days::lines_as_of(event, &data.recording, language);
    let list = List {
        directory: &directory,
        event,
        data: &data,
        language,
    };
    let mut last_day = None;
    for record in &data.recording.sessions {
        table.begin_group(record.session.title.clone(), list.facts(record));
        let day = days::heading_of_day(&record.session, event, language);
        if let Some(day) = day.clone().filter(|_| day != last_day) {
            table.put_under(day);
        }
        last_day = day;
        let mut people: Vec<PersonId> = data.concerned(record).into_iter().collect();
        people.sort_unstable_by_key(|person| ranks[person]);
        let mut tally = Tally::default();
        for person in people {
            table.push(list.row(record, person)?);
            if !record.parts.contains_key(&person) {
                let contributes = data.recording.contributors.contains(&person);
                let signup = data.signup(record, person);
                tally.add_to_audience(signup, data.verdict(record, person), contributes);
            }
        }
        table.close_group(tally.in_a_line(record.is_settled(), language));
        if !record.rulings.is_empty() {
            table.close_group(list.reasons(record)?);
        }
        if record.unidentified.is_empty() {
            continue;
        }
        let heading = message!(sheets::not_matched {
            session: record.session.title
        });
        let lines = strangers_sentence(&record.unidentified, language);
        table.continue_group(
            heading.in_language(language),
            lines.into_iter().collect::<Vec<String>>(),
        );
        let mut strangers: Vec<&Unidentified> = record.unidentified.iter().collect();
        directory
            .collator()
            .sort_by_text(&mut strangers, |it| it.name.clone().unwrap_or_default());
        for stranger in strangers {
            table.push(list.stranger(record, stranger));
        }
    }
    // The outcome of a sign-up implies its status; as long as there is no outcome, most people have a place.
    if data.recording.is_known() {
        table.hide("signed_up");
    }
    table.is_dense = true;
    labels::name_sessions(
        &mut table,
        data.recording.sessions.iter().map(|it| &it.session),
    );
    notes::add(&mut table, &data.recording, language);
    Ok(table)
}

/// Returns the columns. People see who is currently present only if there is anybody to show it for. The reasons of
/// verdicts by hand are below each session, and lateness follows from the time of arrival.
fn columns(is_open: bool) -> Vec<Column> {
    let presence = Column::of(columns::PRESENCE);
    vec![
        Column::of(columns::SESSION).hidden_in_text(),
        Column::of(columns::PERSON_ID).hidden_in_text(),
        Column::of(columns::NAME),
        Column::of(columns::ORGANISATION),
        Column::of(columns::SIGN_UP),
        if is_open {
            presence
        } else {
            presence.hidden_in_text()
        },
        Column::of(columns::VERDICT),
        Column::of(columns::FIRST_JOINED),
        Column::of(columns::LAST_LEFT),
        Column::of(columns::MINUTES).right(),
        Column::of(columns::SHARE).right(),
        Column::of(columns::LATE_MINUTES).right().hidden_in_text(),
        Column::of(columns::RULE).hidden_in_text(),
        Column::of(columns::PART),
        Column::of(columns::SET_BY_HAND).hidden_in_text(),
    ]
}

/// The data that all rows are made from.
struct List<'a> {
    directory: &'a Directory,
    event: &'a Event,
    data: &'a EventData,
    language: Language,
}

impl List<'_> {
    /// Returns the text below a session's heading.
    fn facts(&self, record: &SessionRecord) -> Vec<String> {
        let language = self.language;
        let span = times::span_of_day(&record.session, self.event, language);
        let rule = record.rule.rule.in_words();
        let facts = message!(sheets::span_and_rule { span, rule });
        let mut lines = vec![facts.in_language(language)];
        if !record.is_recorded {
            let said = if record.rulings.is_empty() {
                sheets::NOTHING_RECORDED
            } else {
                sheets::NOTHING_BUT_BY_HAND
            };
            lines.push(said.in_language(language).to_owned());
        }
        lines
    }

    /// Returns whose verdict was given by hand, and why.
    fn reasons(&self, record: &SessionRecord) -> Result<String, StoreError> {
        let mut reasons = Vec::new();
        for (person, ruling) in &record.rulings {
            let name = self.directory.person(*person)?.full_name();
            reasons.push(format!("{name} ({})", ruling.reason));
        }
        let said = message!(sheets::set_by_hand { reasons });
        Ok(said.in_language(self.language))
    }

    fn row(&self, record: &SessionRecord, id: PersonId) -> Result<Vec<Cell>, StoreError> {
        let person = self.directory.person(id)?;
        let registration = self.data.registrations.get(&id);
        let signup = self.data.signup(record, id);
        let verdict = self.data.verdict(record, id);
        let mut row = vec![
            Cell::from(record.session.slug.as_str()),
            Cell::Integer(id.0),
            Cell::from(person.sort_name()),
            Cell::from(self.directory.organisation_then(person, registration)),
            Cell::from(signup.map(labels::signup_status)),
            Cell::from(self.data.presence(record, id).map(labels::presence)),
            match (verdict, signup) {
                (Some(verdict), _) => {
                    let contributes = self.data.recording.contributors.contains(&id);
                    labels::verdict_of(verdict, signup, contributes)
                }
                (None, Some(SignupStatus::Waitlisted)) => labels::still_waiting(),
                (None, _) => Cell::Empty,
            },
        ];
        row.extend(self.figures(record, record.attended.get(&id)));
        row.push(rules::cell(record.rule.rule));
        row.push(Cell::from(record.parts.get(&id).copied().map(labels::part)));
        let reason = record.rulings.get(&id).map(|it| it.reason.as_str());
        row.push(Cell::from(reason));
        Ok(row)
    }

    fn stranger(&self, record: &SessionRecord, stranger: &Unidentified) -> Vec<Cell> {
        let mut row = vec![
            Cell::from(record.session.slug.as_str()),
            Cell::Empty,
            Cell::from(stranger.name.clone()),
            Cell::Empty,
            Cell::Empty,
            Cell::from(record.presence_of(&stranger.attended).map(labels::presence)),
            Cell::Empty,
        ];
        row.extend(self.figures(record, Some(&stranger.attended)));
        row.push(rules::cell(record.rule.rule));
        row
    }

    fn figures(&self, record: &SessionRecord, attended: Option<&Attended>) -> [Cell; 5] {
        let Some(attended) = attended else {
            return [const { Cell::Empty }; 5];
        };
        let session = &record.session;
        let clock = |moment| times::clock_in(moment, session, self.event, self.language);
        let (first, last) = (attended.first_joined, attended.last_left);
        let [came, left] = times::stay(first, last, attended.minutes, clock);
        [
            came,
            left,
            Cell::from(attended.minutes),
            attended.share.map_or(Cell::Empty, Cell::Percent),
            Cell::from(attended.late_minutes),
        ]
    }
}

/// Returns how many stays of one session wait for `review`; `None` if none does.
fn strangers_sentence(strangers: &[Unidentified], language: Language) -> Option<String> {
    let count = strangers.len();
    (count > 0).then(|| message!(sheets::stays_of_nobody { count }).in_language(language))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{BREAKOUT_A, Fixture, count, csv, text};
    use super::*;

    fn table(options: &AttendanceOptions) -> Table {
        let fixture = Fixture::meeting();
        attendance(&fixture.read(), &fixture.event(), options).unwrap()
    }

    #[test]
    fn each_session_lists_who_signed_up_or_came() {
        // The minutes are those of the fixture's table. Anna's two devices overlap, and her time before ten o'clock is
        // cut off: 10:00 to 10:59. Nobody signed up for the keynote, so everybody registered was expected.
        let shown = text(&table(&AttendanceOptions::default()));
        assert_eq!(shown, "\
Attendance: Meeting herbst20
Thursday, 8 October 2020, 10:00–13:00 (CEST)
Place: Online
As of 8 October 2020

The keynote
10:00–11:00 · rule: 5 minutes

Name           Organisation          Attendance  First joined  Last left  Minutes  Share  Part
───────────────────────────────────────────────────────────────────────────────────────────────────
Äpfel, Carla   Ätherische Öle Süd    no-show
Harms, Wiebke  Universität Auental               10:00         11:00           60   100%  speaker
Lang, Eva      Ätherische Öle Süd    no-show
Müller, Anna   BioCluster Nord e.V.  present     10:00         10:59           59    98%
Noorg, David                         no-show
Nord, Hanna    Öle Süd alt           no-show
Zimmer, Bernd  BioCluster Nord e.V.  no-show

Signed up: 6 · Attended: 1 · Present: 1 · No-show: 5

Not matched: The keynote
1 stay in this session is not yet matched to a person, and is not included

Name           Organisation          Attendance  First joined  Last left  Minutes  Share  Part
───────────────────────────────────────────────────────────────────────────────────────────────────
iPhone                                           10:05         10:20           15    25%

The breakout-a
11:00–12:00 · rule: 50%

Name           Organisation          Attendance  First joined  Last left  Minutes  Share  Part
───────────────────────────────────────────────────────────────────────────────────────────────────
Äpfel, Carla   Ätherische Öle Süd    partial     11:00         11:10           10    17%
Kurz, Gerd                           brief       11:50         11:55            5     8%
Lang, Eva      Ätherische Öle Süd    withdrew
Müller, Anna   BioCluster Nord e.V.  present     11:00         11:45           45    75%
Noorg, David                         waitlisted
Walk, Finn     BioCluster Nord e.V.  walk-in     11:00         12:00           60   100%
Zimmer, Bernd  BioCluster Nord e.V.  no-show

Signed up: 3 · Attended: 4 · Present: 1 · Partial: 1 · No-show: 1 · Withdrew: 1 · Walk-in: 1 · Stayed briefly: 1 · Waiting: 1

Not matched: The breakout-a
1 stay in this session is not yet matched to a person, and is not included

Name           Organisation          Attendance  First joined  Last left  Minutes  Share  Part
───────────────────────────────────────────────────────────────────────────────────────────────────
Gast                                             11:00         11:30           30    50%

The breakout-b
11:00–12:00 · rule: 50%
nothing recorded yet

Name           Organisation          Attendance  First joined  Last left  Minutes  Share  Part
───────────────────────────────────────────────────────────────────────────────────────────────────
Nord, Hanna    Öle Süd alt                                                                moderator

Signed up: 0

The bar
12:00–12:30 · rule: any presence

Name           Organisation          Attendance  First joined  Last left  Minutes  Share  Part
───────────────────────────────────────────────────────────────────────────────────────────────────
Müller, Anna   BioCluster Nord e.V.  walk-in     12:00         12:10           10    33%
Zimmer, Bernd  BioCluster Nord e.V.  excused

Signed up: 1 · Attended: 1 · Present: 0 · Excused: 1 · Walk-in: 1

2 stays (45 minutes) are not yet matched to a person: the figures may be too low. `rollcall review`
");
    }

    #[test]
    fn one_session_in_csv_has_every_column() {
        let options = AttendanceOptions {
            session: Some(BREAKOUT_A),
            ..AttendanceOptions::default()
        };
        assert_eq!(
            csv(&table(&options)),
            r#"Session,Person no.,Name,Organisation,Signed up,Now,Attendance,First joined,Last left,Minutes,Share,Minutes late,Rule,Part,Set by hand
breakout-a,3,"Äpfel, Carla",Ätherische Öle Süd,confirmed,,partial,2020-10-08T11:00:00+02:00,2020-10-08T11:10:00+02:00,10,0.1667,0,50%,,
breakout-a,8,"Kurz, Gerd",,,,brief,2020-10-08T11:50:00+02:00,2020-10-08T11:55:00+02:00,5,0.0833,50,50%,,
breakout-a,5,"Lang, Eva",Ätherische Öle Süd,cancelled,,excused,,,,,,50%,,
breakout-a,1,"Müller, Anna",BioCluster Nord e.V.,confirmed,,present,2020-10-08T11:00:00+02:00,2020-10-08T11:45:00+02:00,45,0.75,0,50%,,
breakout-a,4,"Noorg, David",,waitlisted,,,,,,,,50%,,
breakout-a,6,"Walk, Finn",BioCluster Nord e.V.,,,walk-in,2020-10-08T11:00:00+02:00,2020-10-08T12:00:00+02:00,60,1,0,50%,,
breakout-a,2,"Zimmer, Bernd",BioCluster Nord e.V.,confirmed,,no-show,,,,,,50%,,
breakout-a,,Gast,,,,,2020-10-08T11:00:00+02:00,2020-10-08T11:30:00+02:00,30,0.5,0,50%,,
"#
        );
    }

    #[test]
    fn who_speaks_in_another_session_is_no_walk_in() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            let span = Some(("11:00", "12:00"));
            super::super::fixture::add_stay(writer, crate::model::EventId(1), Some(2), Ok(7), span)
        });
        let (reader, event) = (fixture.read(), fixture.event());
        let options = AttendanceOptions {
            session: Some(BREAKOUT_A),
            ..AttendanceOptions::default()
        };
        let table = attendance(&reader, &event, &options).unwrap();
        let shown = text(&table);
        let line = shown.lines().find(|it| it.starts_with("Harms")).unwrap();
        assert!(line.contains("present (contributor)"), "{line}");
        let sums = "Walk-in: 1 · Speakers of other sessions: 1 · Stayed briefly: 1";
        assert!(shown.contains(sums), "{shown}");
        // Programs know the verdict that the file has.
        assert_eq!(count(&table, &[("verdict", "walk-in")]), 2);
        let matrix = text(&super::super::matrix(&reader, &event, Language::En).unwrap());
        assert!(matrix.contains("+C present (contributor)"), "{matrix}");
        let options = AttendanceOptions {
            by_person: true,
            ..options
        };
        let by_person = text(&attendance(&reader, &event, &options).unwrap());
        let line = by_person
            .lines()
            .find(|it| it.starts_with("Harms"))
            .unwrap();
        assert!(line.contains("present (contributor)"), "{line}");
    }

    #[test]
    fn before_the_first_log_nobody_is_a_no_show() {
        let fixture = Fixture::planned();
        let options = AttendanceOptions::default();
        let table = attendance(&fixture.read(), &fixture.event(), &options).unwrap();
        assert_eq!(table.rows().len(), 13);
        // Eva withdrew from one session, and Bernd excused himself from another; both are known at any time.
        assert_eq!(count(&table, &[("verdict", "")]), 11);
        for name in ["Lang, Eva", "Zimmer, Bernd"] {
            let excused = [("name", name), ("verdict", "excused")];
            assert_eq!(count(&table, &excused), 1, "{name}");
        }
        let facts = table.groups().iter().map(|group| &group.lines[1]);
        assert!(
            facts.clone().all(|line| line == "nothing recorded yet"),
            "{facts:?}"
        );
    }
}
