//! The list to print beforehand, with a box to tick and a place to sign.
//!
//! # A sheet for each session, by default
//!
//! A tick means what the figures count: somebody was in this session. On a sheet for a day or for the event it means
//! that they were at the event, but not in which session, so its ticks give no session figures, minutes or
//! certificates. Such a sheet is for organisers who need no more, and has to be requested, however many sessions an
//! event has. When it is read back, its ticks are set aside until somebody assigns them to a session; for an event
//! without sessions they count.

use chrono::NaiveDate;

use super::recording::SessionRecord;
use super::roll::{Entry, Roll};
use super::sheet::{Field, Sheets, on_the_list, signed_up, waiting};
use super::turnout::whole;
use super::{AsOf, days, labels, times};
use crate::message;
use crate::model::{Event, SessionId, SignupStatus};
use crate::output::{Language, Table};
use crate::store::StoreError;

/// What the sheets are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFor {
    /// The event as a whole.
    Event,
    /// Each of its days.
    Day,
    /// Each of its sessions.
    EachSession,
    /// A single session.
    Session(SessionId),
}

/// Returns the sheets, each with `blank` empty lines below the names. Nobody is listed twice on a sheet.
///
/// The sheet of a session lists people with a part in it, in programme order, then people with a place, then people who
/// wait, both by name; a sheet of a day or of the event lists all of them by name. A plenary or keynote that nobody
/// signed up for has a sheet with everybody who registered. Any other session without sign-ups has one if it is
/// requested, or if there are lines to fill in. If no session has anybody to sign, there is one sheet for the whole
/// event with everybody who registered.
///
/// # Errors
/// Those of the store.
pub fn sign_in(
    reader: &AsOf<'_>,
    event: &Event,
    sheets: SheetFor,
    blank: usize,
    language: Language,
) -> Result<Table, StoreError> {
    let roll = Roll::load(reader, event, language)?;
    let list = List {
        roll: &roll,
        event,
        blank,
        language,
    };
    let title = message!(titles::sign_in_list_of { event: event.title }).in_language(language);
    let mut fields = vec![
        Field::Session,
        Field::Number,
        Field::Tick,
        Field::Name,
        Field::Organisation,
        Field::Status,
        Field::Signature,
    ];
    if sheets == SheetFor::Day {
        fields.insert(1, Field::Day);
    }
    let mut paper = Sheets::new("sign-in", title, fields, language);
    paper.table.lines = days::lines_as_of(event, &roll.data.recording, language);
    paper.table.is_paged = true;
    match sheets {
        SheetFor::Event => list.of_event(&mut paper)?,
        SheetFor::Day => {
            for day in roll.days() {
                list.of_day(&mut paper, day)?;
            }
        }
        SheetFor::EachSession => list.of_each_session(&mut paper)?,
        SheetFor::Session(id) => {
            let mut sessions = roll.sessions().iter();
            if let Some(record) = sessions.find(|it| it.session.id == id) {
                list.of_session(&mut paper, record)?;
            }
        }
    }
    let sessions = roll.sessions().iter().map(|it| &it.session);
    labels::name_sessions(&mut paper.table, sessions);
    Ok(paper.table)
}

/// The data that all sheets are made from.
struct List<'a> {
    roll: &'a Roll<'a>,
    event: &'a Event,
    blank: usize,
    language: Language,
}

impl List<'_> {
    fn of_event(&self, paper: &mut Sheets) -> Result<(), StoreError> {
        let people = self.roll.of_event(true)?;
        // For several days, the line below the title has days and times.
        let time = times::only_day(self.event)
            .map(|_| times::span(&whole(self.event), self.event, self.language));
        let facts = self.facts(time.into_iter().collect(), &people, on_the_list);
        paper.begin(("", None), self.event.title.clone(), facts);
        self.fill(paper, &people);
        Ok(())
    }

    fn of_day(&self, paper: &mut Sheets, day: NaiveDate) -> Result<(), StoreError> {
        let people = self.roll.of_day(day)?;
        let facts = self.facts(Vec::new(), &people, on_the_list);
        paper.begin(("", Some(day)), days::of_week(day, self.language), facts);
        self.fill(paper, &people);
        Ok(())
    }

    fn of_each_session(&self, paper: &mut Sheets) -> Result<(), StoreError> {
        let sessions = self.roll.sessions();
        let stands = |it: &&SessionRecord| {
            let mut signups = self.roll.data.signups(it);
            signups.any(|(_, status)| status != SignupStatus::Cancelled)
        };
        let is_whole = |it: &SessionRecord| it.session.id.0 == 0;
        if sessions.iter().all(|it| is_whole(it) || !stands(&it)) {
            self.of_event(paper)?;
        }
        let mut last_day = None;
        for record in sessions.iter().filter(|it| !is_whole(it)) {
            if !stands(&record) && self.blank == 0 {
                continue;
            }
            self.of_session(paper, record)?;
            let day = days::heading_of_day(&record.session, self.event, self.language);
            if let Some(day) = day.clone().filter(|_| day != last_day) {
                paper.table.put_under(day);
            }
            last_day = day;
        }
        Ok(())
    }

    fn of_session(&self, paper: &mut Sheets, record: &SessionRecord) -> Result<(), StoreError> {
        let people = self.roll.of_session(record)?;
        let session = &record.session;
        let mut known = vec![times::span(session, self.event, self.language)];
        known.extend(session.room.clone());
        if let Some(capacity) = session.capacity {
            let count = usize::try_from(capacity).unwrap_or_default();
            known.push(message!(sheets::places { count }).in_language(self.language));
        }
        let mut facts = self.facts(known, &people, signed_up);
        if !session.people.is_empty() {
            let names: Vec<&str> = session.people.iter().map(|it| it.name.as_str()).collect();
            facts.push(message!(sheets::with { names }).in_language(self.language));
        }
        let slug = session.slug.as_str();
        paper.begin((slug, None), session.title.clone(), facts);
        self.fill(paper, &people);
        Ok(())
    }

    /// Returns the text below a heading: the known facts, and how many people are expected.
    fn facts(
        &self,
        mut known: Vec<String>,
        people: &[Entry<'_>],
        counted: fn(&[Entry<'_>], Language) -> String,
    ) -> Vec<String> {
        known.push(counted(people, self.language));
        known.extend(waiting(people, self.language));
        vec![known.join(" · ")]
    }

    fn fill(&self, paper: &mut Sheets, people: &[Entry<'_>]) {
        for entry in people {
            paper.push(entry, &[]);
        }
        paper.push_blank(self.blank);
        paper.end_signed(self.event);
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, text};
    use super::*;
    use crate::model::{EventId, PersonId};

    const BAR: SessionId = SessionId(4);

    fn sheet(fixture: &Fixture, session: Option<SessionId>, blank: usize) -> Table {
        let event = fixture.event();
        let sheets = session.map_or(SheetFor::EachSession, SheetFor::Session);
        sign_in(&fixture.read(), &event, sheets, blank, Language::En).unwrap()
    }

    #[test]
    fn a_sheet_has_parts_then_places_then_the_waiting_list_then_empty_lines() {
        assert_eq!(
            text(&sheet(&Fixture::planned(), None, 1)),
            "\
Sign-in list: Meeting herbst20
Thursday, 8 October 2020, 10:00–13:00 (CEST)
Place: Online
As of 8 October 2020

The keynote
10:00–11:00 · 6 signed up
with Prof. Wiebke Harms and Ohne Akte

No.  Here  Name                 Organisation          Status      Signature
────────────────────────────────────────────────────────────────────────────────────────────────────
  1  □     Harms, Prof. Wiebke  Universität Auental   speaker
  2  □     Akte, Ohne                                 host
  3  □     Äpfel, Carla         Ätherische Öle Süd
  4  □     Lang, Eva            Ätherische Öle Süd
  5  □     Müller, Dr. Anna     BioCluster Nord e.V.
  6  □     Noorg, David
  7  □     Nord, Hanna          Öle Süd alt
  8  □     Zimmer, Bernd        BioCluster Nord e.V.
  9  □

Place, date: ______________________________
Signature of the organiser: ______________________________

The breakout-a
11:00–12:00 · A · 3 places · 3 signed up · 1 on the waiting list

No.  Here  Name                 Organisation          Status      Signature
────────────────────────────────────────────────────────────────────────────────────────────────────
  1  □     Äpfel, Carla         Ätherische Öle Süd
  2  □     Müller, Dr. Anna     BioCluster Nord e.V.
  3  □     Zimmer, Bernd        BioCluster Nord e.V.
  4  □     Noorg, David                               waitlisted
  5  □

Place, date: ______________________________
Signature of the organiser: ______________________________

The breakout-b
11:00–12:00 · B · 0 signed up
with Hanna Nord

No.  Here  Name                 Organisation          Status      Signature
────────────────────────────────────────────────────────────────────────────────────────────────────
  1  □     Nord, Hanna          Öle Süd alt           moderator
  2  □

Place, date: ______________________________
Signature of the organiser: ______________________________

The bar
12:00–12:30 · Bar · 1 signed up

No.  Here  Name                 Organisation          Status      Signature
────────────────────────────────────────────────────────────────────────────────────────────────────
  1  □     Zimmer, Bernd        BioCluster Nord e.V.
  2  □

Place, date: ______________________________
Signature of the organiser: ______________________________
"
        );
    }

    #[test]
    fn a_session_without_sign_ups_has_a_sheet_when_it_is_of_use() {
        let mut fixture = Fixture::planned();
        let titles = |table: Table| -> Vec<String> {
            table.groups().iter().map(|it| it.heading.clone()).collect()
        };
        let all = ["The keynote", "The breakout-a", "The breakout-b", "The bar"];
        assert_eq!(titles(sheet(&fixture, None, 0)), all);
        // Somebody withdrew from the keynote, so nobody is expected there.
        fixture.change(|writer| {
            let anna = writer.registration(EventId(1), PersonId(1))?.unwrap();
            writer.add_signup(anna.id, SessionId(1), SignupStatus::Cancelled, None, None)?;
            Ok(())
        });
        assert_eq!(titles(sheet(&fixture, None, 0)), all[1..]);
        assert_eq!(titles(sheet(&fixture, None, 1)), all);
        assert_eq!(titles(sheet(&fixture, Some(SessionId(1)), 0)), all[..1]);
        assert_eq!(titles(sheet(&fixture, Some(BAR), 0)), all[3..]);
    }

    #[test]
    fn where_everybody_withdrew_there_are_lines_to_fill_in() {
        let mut fixture = Fixture::planned();
        fixture.change(|writer| {
            let event = fixture::add_event(writer, "herbst21", "2021-10-07", None)?;
            fixture::register(writer, event, 1, Some(1))?;
            fixture::withdraw(writer, event, 1)
        });
        let event = fixture.read().event(EventId(2)).unwrap().unwrap();
        let table = sign_in(
            &fixture.read(),
            &event,
            SheetFor::EachSession,
            2,
            Language::En,
        )
        .unwrap();
        assert_eq!(table.rows().len(), 2);
    }

    #[test]
    fn where_nobody_chose_sessions_everybody_signs_for_the_event() {
        let mut fixture = Fixture::planned();
        fixture.change(|writer| {
            let event = fixture::add_event(writer, "herbst21", "2021-10-07", None)?;
            fixture::register(writer, event, 2, Some(1))?;
            fixture::register(writer, event, 1, Some(1))?;
            Ok(())
        });
        let event = fixture.read().event(EventId(2)).unwrap().unwrap();
        let table = sign_in(
            &fixture.read(),
            &event,
            SheetFor::EachSession,
            0,
            Language::De,
        )
        .unwrap();
        assert_eq!(
            text(&table),
            "\
Unterschriftenliste: Meeting herbst21
Donnerstag, 7. Oktober 2021, 10:00–13:00 Uhr
Ort: Online
Stand: 8. Oktober 2020

Meeting herbst21
10:00–13:00 · 2 angemeldet

No.  Here  Name              Organisation          Signature
─────────────────────────────────────────────────────────────────────────────────────
  1  □     Müller, Dr. Anna  BioCluster Nord e.V.
  2  □     Zimmer, Bernd     BioCluster Nord e.V.

Ort, Datum: ______________________________
Unterschrift der Veranstaltungsleitung: ______________________________
"
        );
    }

    #[test]
    fn who_has_a_part_is_counted_among_nobody_who_signed_up_as_in_the_sessions() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| fixture::register(writer, EventId(1), 7, None).map(drop));
        let (reader, event) = (fixture.read(), fixture.event());
        let figures = super::super::sessions(&reader, &event, Language::En).unwrap();
        let signed_up = fixture::cell(&figures, &figures.rows()[0], "signed_up");
        let sheet = sheet(&fixture, Some(SessionId(1)), 0);
        let facts = &sheet.groups()[0].lines[0];
        assert!(
            facts.ends_with(&format!(" · {signed_up} signed up")),
            "{facts}"
        );
    }

    fn sheets(fixture: &Fixture, sheets: SheetFor) -> Table {
        let event = fixture.event();
        sign_in(&fixture.read(), &event, sheets, 0, Language::En).unwrap()
    }

    fn names(table: &Table) -> Vec<Vec<String>> {
        let sections = table.sections();
        let of = |rows: &[Vec<crate::output::Cell>]| -> Vec<String> {
            rows.iter()
                .map(|row| fixture::cell(table, row, "name"))
                .collect()
        };
        sections.iter().map(|it| of(it.rows)).collect()
    }

    #[test]
    fn a_sheet_for_the_event_has_everybody_by_name() {
        // Eva withdrew from a session, but not from the event.
        assert_eq!(
            names(&sheets(&Fixture::planned(), SheetFor::Event)),
            [[
                "Akte, Ohne",
                "Äpfel, Carla",
                "Harms, Wiebke",
                "Lang, Eva",
                "Müller, Anna",
                "Noorg, David",
                "Nord, Hanna",
                "Zimmer, Bernd",
            ]]
        );
    }

    #[test]
    fn a_sheet_for_a_day_has_whoever_chose_a_session_of_it_or_none_at_all() {
        let mut fixture = Fixture::empty();
        fixture.change(|writer| {
            use crate::model::SessionKind::Breakout;
            let event = fixture::add_event(writer, "e", "2020-10-08", None)?;
            let mut stored = writer.event(event)?.unwrap();
            stored.end = fixture::at("2020-10-09", "13:00");
            writer.save_event(&stored)?;
            for (slug, day) in [("first", "2020-10-08"), ("second", "2020-10-09")] {
                writer.add_session(&crate::store::NewSession {
                    event_id: event,
                    slug: slug.to_owned(),
                    title: slug.to_owned(),
                    kind: Breakout,
                    start: fixture::at(day, "10:00"),
                    end: fixture::at(day, "12:00"),
                    capacity: None,
                    room: None,
                    rule: None,
                    drop_in: false,
                    people: Vec::new(),
                })?;
            }
            let choices: [(&str, &[(i64, SignupStatus)]); 5] = [
                ("First", &[(1, SignupStatus::Confirmed)]),
                (
                    "Second",
                    &[(2, SignupStatus::Confirmed), (1, SignupStatus::Cancelled)],
                ),
                ("Waiting", &[(2, SignupStatus::Waitlisted)]),
                ("None", &[]),
                ("Withdrew", &[(1, SignupStatus::Cancelled)]),
            ];
            for (name, signups) in choices {
                let person = fixture::add_person(writer, ("A", name), None)?;
                let registration = fixture::register(writer, event, person.0, None)?;
                for (session, status) in signups {
                    writer.add_signup(registration, SessionId(*session), *status, None, None)?;
                }
            }
            Ok(())
        });
        let table = sheets(&fixture, SheetFor::Day);
        let headings: Vec<&str> = table.groups().iter().map(|it| &*it.heading).collect();
        assert_eq!(
            headings,
            ["Thursday, 8 October 2020", "Friday, 9 October 2020"]
        );
        assert_eq!(
            names(&table),
            [
                vec!["First, A", "None, A", "Withdrew, A"],
                vec!["None, A", "Second, A", "Waiting, A", "Withdrew, A"],
            ]
        );
        assert_eq!(
            table.groups()[1].lines,
            ["3 signed up · 1 on the waiting list"]
        );
        // The sheets of sessions show the beginning of each day once.
        let table = sheets(&fixture, SheetFor::EachSession);
        let days: Vec<Option<&str>> = table
            .groups()
            .iter()
            .map(|it| it.above.as_deref())
            .collect();
        assert_eq!(
            days,
            [
                Some("Thursday, 8 October 2020"),
                Some("Friday, 9 October 2020")
            ]
        );
    }
}
