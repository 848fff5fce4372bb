//! The list that funders ask for: one list for all days, signed by the participants.

use super::roll::Roll;
use super::sheet::{Field, Sheets, on_the_list};
use super::{AsOf, days};
use crate::catalogue::messages::sheets as words;
use crate::message;
use crate::model::Event;
use crate::output::{Language, Table};
use crate::store::StoreError;

/// Above this number of days there is a single signature column: most funders only ask for one entry per measure.
const DAYS: usize = 5;

/// Returns the list to be signed: everybody who is registered or has a part in the programme, by name, with a signature
/// column for each day. `blank` empty lines and room for the total and the host's signature follow.
///
/// Project, funding reference, organiser and funder come from the event. People on the waiting list are left out; if
/// they come, they use the empty lines.
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
    let mut fields = vec![Field::Number, Field::Name, Field::Organisation];
    match roll.days().as_slice() {
        days if (2..=DAYS).contains(&days.len()) => {
            fields.extend(days.iter().copied().map(Field::SignatureOn));
        }
        _ => fields.push(Field::Signature),
    }
    let mut paper = Sheets::new("evidence", title, fields, language);
    paper.table.lines = days::lines_as_of(event, &roll.data.recording, language);
    paper.table.is_paged = true;
    let people = roll.of_event(false)?;
    let activity = message!(sheets::funded_activity { event: event.title });
    let count = on_the_list(&people, language);
    paper.begin(("", None), activity.in_language(language), vec![count]);
    for entry in &people {
        paper.push(entry, &[]);
    }
    paper.push_blank(blank);
    let total = words::TOTAL.in_language(language);
    paper.table.close_group(total);
    paper.end_signed(event);
    paper.table.note(purpose(event, language));
    Ok(paper.table)
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
