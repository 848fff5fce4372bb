//! Organisations on file that nobody came from: whom to win back, and whom to ask.

use std::collections::{BTreeSet, HashMap};

use super::directory::Directory;
use super::event_data::EventData;
use super::organisations::{Affiliation, last_seen};
use super::{AsOf, days, times};
use crate::catalogue::messages::notes as words;
use crate::message;
use crate::model::{Event, OrganisationId, Verdict};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Table};
use crate::store::StoreError;

/// Returns the organisations on file that nobody came from, however briefly, by name: with their data, how many of
/// their people signed up, and when any of them was last seen at any event. As long as nobody's attendance is known,
/// returns those that nobody signed up from.
///
/// # Errors
/// Those of the store.
pub fn absent_organisations(
    reader: &AsOf<'_>,
    event: &Event,
    language: Language,
) -> Result<Table, StoreError> {
    let directory = Directory::load(**reader, language)?;
    let data = EventData::load(*reader, event)?;
    let is_settled = data.recording.is_settled();
    let last_seen = last_seen(*reader, &directory, event, &data)?;
    let mut there: BTreeSet<OrganisationId> = BTreeSet::new();
    let mut signed_up: HashMap<OrganisationId, i64> = HashMap::new();
    for person in data.everybody() {
        if let Affiliation::Known(id) = Affiliation::of(&directory, &data, person)? {
            let is_registered = data.is_registered(person);
            if data.event_verdict(person).is_some_and(came) {
                there.insert(id);
            }
            if is_registered {
                *signed_up.entry(id).or_default() += 1;
                if !is_settled {
                    there.insert(id);
                }
            }
        }
    }
    let title = if is_settled {
        message!(titles::organisations_absent { event: event.title })
    } else {
        message!(titles::organisations_not_signed_up { event: event.title })
    };
    let name = "organisations-absent";
    let mut table = Table::new(name, title.in_language(language), headings());
    table.lines = days::lines_as_of(event, &data.recording, language);
    let mut organisations = reader.organisations()?;
    organisations.retain(|it| !there.contains(&it.id));
    let collator = directory.collator();
    collator.sort_by_text(&mut organisations, |it| it.name.clone());
    for organisation in organisations {
        let seen = last_seen.get(&Affiliation::Known(organisation.id));
        table.push(vec![
            Cell::Integer(organisation.id.0),
            Cell::from(organisation.name),
            Cell::from(organisation.kind),
            Cell::from(organisation.region),
            Cell::from(organisation.country),
            Cell::Integer(signed_up.get(&organisation.id).copied().unwrap_or(0)),
            Cell::from(seen.map(|day| times::date(*day, language))),
        ]);
    }
    table.hide_zeros(&["signed_up"]);
    if !is_settled && data.recording.is_known() {
        table.note(words::SIGNED_UP_SO_FAR.in_language(language));
    }
    Ok(table)
}

/// Returns whether somebody with this verdict was there, however briefly.
fn came(verdict: Verdict) -> bool {
    match verdict {
        Verdict::Present | Verdict::Partial | Verdict::WalkIn | Verdict::Brief => true,
        Verdict::Excused | Verdict::NoShow => false,
    }
}

fn headings() -> Vec<Column> {
    vec![
        Column::of(columns::ORGANISATION_ID).hidden_in_text(),
        Column::of(columns::ORGANISATION),
        Column::of(columns::ORGANISATION_KIND),
        Column::of(columns::ORGANISATION_REGION),
        Column::of(columns::ORGANISATION_COUNTRY),
        Column::of(columns::SIGNED_UP).right(),
        Column::of(columns::LAST_SEEN),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, csv};
    use super::*;
    use crate::store::NewOrganisation;

    fn lines(fixture: &Fixture) -> (String, String) {
        let reader = fixture.read();
        let table = absent_organisations(&reader, &fixture.event(), Language::En).unwrap();
        (table.title.clone(), csv(&table))
    }

    #[test]
    fn an_organisation_nobody_came_from_is_absent_whether_anybody_signed_up_or_not() {
        let more = |mut fixture: Fixture| {
            fixture.change(|writer| {
                for name in ["Verband West", "Ätherisches Institut"] {
                    writer.add_organisation(&NewOrganisation {
                        name: name.to_owned(),
                        region: Some("West".to_owned()),
                        ..NewOrganisation::default()
                    })?;
                }
                // Carla came, if only for ten minutes: without her nobody from her organisation came.
                let stays = writer.stays(crate::model::EventId(1))?;
                let carla = stays
                    .iter()
                    .filter(|it| it.person_id == Some(crate::model::PersonId(3)));
                carla
                    .map(|it| it.id)
                    .try_for_each(|id| writer.remove_stay(id).map(drop))
            });
            fixture
        };
        let (title, list) = lines(&more(Fixture::meeting()));
        assert_eq!(title, "Organisations not represented: Meeting herbst20");
        assert_eq!(
            list,
            "Organisation no.,Organisation,Kind,Region,Country,Signed up,Last seen\n\
             2,Ätherische Öle Süd,,,,3,\n\
             5,Ätherisches Institut,,West,,0,\n\
             4,Verband West,,West,,0,\n"
        );
        // Briefly is enough.
        let (_, list) = lines(&Fixture::meeting());
        assert!(!list.contains("Öle"), "{list}");
        // Before the event, those that nobody signed up from; the speaker belongs to one of them.
        let (title, list) = lines(&more(Fixture::planned()));
        assert_eq!(
            title,
            "Organisations that nobody signed up from: Meeting herbst20"
        );
        assert_eq!(list.lines().count(), 4, "{list}");
    }
}
