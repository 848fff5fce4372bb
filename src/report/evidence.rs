//! The list that funders ask for: one list for all days, signed by the participants.
//!
//! Beforehand it has a column for the signature of each day. As soon as a day is over and was recorded, a mark says in
//! the same place who was there: afterwards nobody signs any more, and what funders ask for is who took part on which
//! day. Days without a recording keep their signatures. From then on the list also has those who came without a
//! registration.

use chrono::NaiveDate;

use super::recording::SessionRecord;
use super::roll::{Entry, Roll};
use super::sheet::{Field, Sheets, on_day, on_the_list, without_place};
use super::{AsOf, days};
use crate::catalogue::messages::sheets as words;
use crate::message;
use crate::model::Event;
use crate::output::keyed::{Keyed, columns, labels};
use crate::output::{Cell, Language, Table};
use crate::store::StoreError;

/// Above this number of days there is a single column: most funders only ask for one entry per measure.
const DAYS: usize = 5;

/// What the marks mean, in the order in which they are explained.
const MARKS: [(Keyed, Keyed); 2] = [
    (labels::PRESENT, labels::SIGN_PRESENT),
    (labels::PARTIAL, labels::SIGN_PARTIAL),
];

/// One column: a day, or all of them.
struct Span<'a> {
    /// `None` for all of them.
    day: Option<NaiveDate>,
    records: Vec<&'a SessionRecord>,
    is_recorded: bool,
}

/// Returns the list to be signed: everybody who is registered or has a part in the programme, by name, with a signature
/// for each day, or with a mark where the day is recorded. `blank` empty lines and room for the total and the host's
/// signature follow; where everything is recorded there are no empty lines, and the total is known.
///
/// Project, funding reference, organiser and funder come from the event. People on the waiting list are left out unless
/// they were there; if they come, they use the empty lines.
///
/// # Errors
/// Those of the store.
pub fn evidence(
    reader: &AsOf<'_>,
    event: &Event,
    blank: usize,
    language: Language,
) -> Result<Table, StoreError> {
    let roll = Roll::load(reader, event, language)?;
    let title = message!(titles::evidence_of { event: event.title }).in_language(language);
    let spans = spans(&roll);
    let mut fields = vec![Field::Number, Field::Name, Field::Organisation];
    fields.extend(spans.iter().map(|it| match (it.is_recorded, it.day) {
        (true, day) => Field::Attended(day),
        (false, Some(day)) => Field::SignatureOn(day),
        (false, None) => Field::Signature,
    }));
    let mut paper = Sheets::new("evidence", title, fields, language);
    paper.table.lines = days::lines_as_of(event, &roll.data.recording, language);
    paper.table.is_paged = true;
    let recorded: Vec<&Span<'_>> = spans.iter().filter(|it| it.is_recorded).collect();
    let is_complete = recorded.len() == spans.len();
    // Nobody writes on it any more.
    paper.table.is_dense = is_complete;
    let people = if recorded.is_empty() {
        roll.of_event(false)?
    } else {
        roll.of_event_and_who_came()?
    };
    let activity = message!(sheets::funded_activity { event: event.title });
    let mut count = vec![on_the_list(&people, language)];
    count.extend(without_place(&people, language));
    let mut facts = vec![count.join(" · ")];
    if !recorded.is_empty() {
        let explained = MARKS.map(|(word, sign)| {
            let (word, sign) = (word.in_language(language), sign.in_language(language));
            message!(sheets::sign { sign, word }).in_language(language)
        });
        facts.push(explained.join(" · "));
    }
    paper.begin(("", None), activity.in_language(language), facts);
    for entry in &people {
        let marks = recorded.iter().map(|it| mark(&roll, it, entry)).collect();
        paper.push_recorded(entry, marks);
    }
    if !is_complete {
        paper.push_blank(blank);
    }
    let of_days = recorded.iter().filter_map(|it| {
        let name = on_day(columns::ATTENDED, it.day?, language);
        let came = people
            .iter()
            .filter(|entry| met(&roll, it, entry).is_some());
        let count = came.count();
        Some(message!(measures::number { name, count }).in_language(language))
    });
    let total = if is_complete {
        let name = columns::CAME.in_language(language);
        let came = people.iter().filter_map(|it| it.person);
        let count = came.filter(|it| roll.data.came(it.id)).count();
        message!(measures::number { name, count }).in_language(language)
    } else {
        words::TOTAL.in_language(language).to_owned()
    };
    let totals: Vec<String> = std::iter::once(total).chain(of_days).collect();
    paper.table.close_group(totals.join(" · "));
    paper.end_signed(event);
    paper.table.note(purpose(event, language));
    Ok(paper.table)
}

/// Returns what each column is about.
fn spans<'a>(roll: &'a Roll<'_>) -> Vec<Span<'a>> {
    let days = roll.days();
    let all = || roll.sessions().iter().collect();
    let mut spans = match days.as_slice() {
        days if (2..=DAYS).contains(&days.len()) => days
            .iter()
            .map(|day| Span {
                day: Some(*day),
                records: roll.sessions_on(*day),
                is_recorded: false,
            })
            .collect(),
        _ => vec![Span {
            day: None,
            records: all(),
            is_recorded: false,
        }],
    };
    let has_lengths = !roll.data.recording.unplaced.is_empty();
    for span in &mut spans {
        let is_over = span.records.iter().all(|it| it.phase.is_over());
        let is_seen = |it: &&SessionRecord| it.is_recorded || !it.undecided.is_empty();
        let is_seen = span.records.iter().any(is_seen) || has_lengths && span.day.is_none();
        span.is_recorded = is_over && is_seen;
    }
    spans
}

/// Returns whether somebody was there for long enough; `None` if they did not come, as far as is known.
fn met(roll: &Roll<'_>, span: &Span<'_>, entry: &Entry<'_>) -> Option<bool> {
    let person = entry.person?.id;
    if span.day.is_none() {
        return roll.data.met_rule(person);
    }
    let placed = span.records.iter().filter_map(|it| it.met_rule(person));
    let over = span.records.iter().filter(|it| it.phase.is_over());
    let undecided = over.filter_map(|it| it.undecided.attended.get(&person));
    placed.chain(undecided.map(|it| it.meets)).max()
}

fn mark(roll: &Roll<'_>, span: &Span<'_>, entry: &Entry<'_>) -> Cell {
    let [long, short] = MARKS;
    match met(roll, span, entry) {
        None => Cell::Empty,
        Some(is_long) => {
            let (word, words) = if is_long { long } else { short };
            Cell::Reworded {
                of: Box::new(Cell::Label(word)),
                words,
            }
        }
    }
}

/// Describes what the list is for, and who is responsible for it.
fn purpose(event: &Event, language: Language) -> String {
    let facts = &event.facts;
    let purpose = words::PURPOSE.in_language(language);
    let organiser = [&facts.organiser, &facts.address, &facts.contact];
    let organiser: Vec<&str> = organiser
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    if organiser.is_empty() {
        return purpose.to_owned();
    }
    let organiser = organiser.join(", ");
    let responsible = message!(sheets::responsible { organiser }).in_language(language);
    format!("{purpose} {responsible}")
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, text};
    use super::*;
    use crate::model::EventId;

    #[test]
    fn the_list_has_everything_that_funders_ask_for() {
        let mut fixture = Fixture::planned();
        fixture.change(|writer| {
            let mut event = writer.event(EventId(1))?.unwrap();
            event.end = fixture::at("2020-10-09", "13:00");
            event.facts.organiser = Some("Verbund e.V.".to_owned());
            event.facts.contact = Some("post@verbund.example".to_owned());
            event.facts.project = Some("Netz".to_owned());
            event.facts.funding_reference = Some("03XP1".to_owned());
            event.facts.funder = Some("Funded by the ministry".to_owned());
            event.facts.signatory = Some("Dr. Sommer".to_owned());
            writer.save_event(&event).map(drop)
        });
        let shown = text(&evidence(&fixture.read(), &fixture.event(), 1, Language::En).unwrap());
        for expected in [
            "Evidence of attendance: Meeting herbst20",
            "Organiser: Verbund e.V.",
            "Project: Netz (reference 03XP1)",
            "Funded by the ministry",
            "Funded activity: Meeting herbst20\n8 people: 6 signed up, 2 only with a part in the programme",
            "Total participants: ______",
            "Place, date: ____",
            "Signature: Dr. Sommer: ____",
            "Controller: Verbund e.V., post@verbund.example",
        ] {
            assert!(shown.contains(expected), "{expected}: {shown}");
        }
        // All sessions are on one day, so there is one column.
        assert!(shown.contains("  9\n"), "{shown}");
    }

    /// The meeting with a second day, on which there is a plenary.
    fn two_days() -> Fixture {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            let mut event = writer.event(EventId(1))?.unwrap();
            event.end = fixture::at("2020-10-09", "11:00");
            writer.save_event(&event)?;
            writer.add_session(&crate::store::NewSession {
                event_id: EventId(1),
                slug: "plenary".to_owned(),
                title: "The plenary".to_owned(),
                kind: crate::model::SessionKind::Plenary,
                start: fixture::at("2020-10-09", "10:00"),
                end: fixture::at("2020-10-09", "11:00"),
                capacity: None,
                room: Some("Hall".to_owned()),
                rule: None,
                drop_in: false,
                people: Vec::new(),
            })?;
            Ok(())
        });
        fixture
    }

    #[test]
    fn a_recorded_day_says_who_was_there_and_the_others_are_signed() {
        let mut fixture = two_days();
        let list = |fixture: &Fixture| {
            let table = evidence(&fixture.read(), &fixture.event(), 1, Language::En).unwrap();
            let shown = text(&table);
            shown.split_once("Funded activity").unwrap().1.to_owned()
        };
        assert_eq!(
            list(&fixture),
            "\
: Meeting herbst20
8 people: 6 signed up, 2 only with a part in the programme · 2 there without a place
✓ present · (✓) partial

No.  Name                 Organisation          Attended 8 October  Signature 9 October
───────────────────────────────────────────────────────────────────────────────────────
  1  Akte, Ohne
  2  Äpfel, Carla         Ätherische Öle Süd    (✓)
  3  Harms, Prof. Wiebke  Universität Auental   ✓
  4  Kurz, Gerd                                 (✓)
  5  Lang, Eva            Ätherische Öle Süd
  6  Müller, Dr. Anna     BioCluster Nord e.V.  ✓
  7  Noorg, David
  8  Nord, Hanna          Öle Süd alt
  9  Walk, Finn           BioCluster Nord e.V.  ✓
 10  Zimmer, Bernd        BioCluster Nord e.V.
 11

Total participants: ______ · Attended 8 October: 5

Place, date: ______________________________
Signature of the organiser: ______________________________

The data on this list are collected to prove to the funders who took part, and used for nothing else.
"
        );
        // Bernd was there on the second day alone.
        fixture.change(|writer| {
            let stay = fixture::stay_of(EventId(1), crate::model::SessionId(5), 2);
            writer.add_stay(&stay).map(drop)
        });
        let shown = list(&fixture);
        let bernd = shown.lines().find(|it| it.contains("Zimmer, Bernd"));
        assert_eq!(
            bernd,
            Some(" 10  Zimmer, Bernd        BioCluster Nord e.V.                      ✓")
        );
        // Nobody signs any more.
        assert!(!shown.contains("\n 11"), "{shown}");
        let total = "\nAttended: 6 · Attended 8 October: 5 · Attended 9 October: 1\n";
        assert!(shown.contains(total), "{shown}");
    }

    #[test]
    fn before_the_end_of_a_day_it_is_signed() {
        let fixture = two_days();
        let now = fixture::at("2020-10-08", "12:15");
        let table = evidence(&fixture.read_at(now), &fixture.event(), 0, Language::En).unwrap();
        let keys: Vec<&str> = table.columns().iter().map(|it| &*it.key).collect();
        assert_eq!(keys[3..], ["signature_2020-10-08", "signature_2020-10-09"]);
    }

    #[test]
    fn each_day_has_a_column_for_signatures() {
        let mut fixture = Fixture::empty();
        fixture.change(|writer| {
            let id = fixture::add_event(writer, "e", "2020-10-08", None)?;
            let mut event = writer.event(id)?.unwrap();
            event.end = fixture::at("2020-10-10", "13:00");
            writer.save_event(&event).map(drop)
        });
        let table = evidence(&fixture.read(), &fixture.event(), 2, Language::De).unwrap();
        let keys: Vec<&str> = table.columns().iter().map(|it| &*it.key).collect();
        let days = [
            "signature_2020-10-08",
            "signature_2020-10-09",
            "signature_2020-10-10",
        ];
        assert_eq!(keys[3..], days);
        assert_eq!(
            table.columns()[3].heading.in_language(Language::De),
            "Unterschrift 8. Oktober"
        );
        assert_eq!(table.rows().len(), 2);
    }
}
