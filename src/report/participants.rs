//! The list of participants, to be handed out.
//!
//! Before and during the meeting it is a list of those who are registered. Afterwards, if anything is recorded, readers
//! of a list of participants expect those who took part: it has everybody whose attendance is recorded, registered or
//! not, and those with a part in the programme. A sentence below the title says which of the two it is; those who are
//! registered can still be asked for.

use super::labels;
use super::roll::Roll;
use super::{AsOf, days};
use crate::catalogue::messages::sheets;
use crate::message;
use crate::model::{Agreed, Event};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Table};
use crate::store::StoreError;

/// Whom the list of participants names, and with what.
#[derive(Debug, Clone, Copy, Default)]
pub struct ParticipantsOptions {
    /// With addresses.
    pub addresses: bool,
    /// Everybody registered, even if it is known who came.
    pub registered: bool,
    /// The reader's language.
    pub language: Language,
}

/// Returns the people at the event and those with a part in its programme, by name, with role and organisation.
///
/// `agreed` says who agreed to be listed; where nobody was asked, everybody is listed who did not refuse. People who are
/// only named in the programme were not asked either.
///
/// # Errors
/// Those of the store.
pub fn participants(
    reader: &AsOf<'_>,
    event: &Event,
    agreed: &Agreed,
    options: ParticipantsOptions,
) -> Result<Table, StoreError> {
    let language = options.language;
    let roll = Roll::load(reader, event, language)?;
    let title = message!(titles::participants_of { event: event.title }).in_language(language);
    let mut columns = vec![
        Column::of(columns::NAME),
        Column::of(columns::TITLE),
        Column::of(columns::ROLE),
        Column::of(columns::PART),
        Column::of(columns::ORGANISATION),
    ];
    if options.addresses {
        columns.push(Column::of(columns::EMAIL));
    }
    let mut table = Table::new("participants", title, columns);
    table.lines = days::lines_as_of(event, &roll.data.recording, language);
    let came = !options.registered && roll.data.recording.is_settled();
    let (entries, lead) = if came {
        (roll.who_came()?, sheets::WHO_CAME)
    } else {
        (roll.of_event(false)?, sheets::WHO_REGISTERED)
    };
    table.lines.push(lead.in_language(language).to_owned());
    let mut left_out = 0;
    for entry in entries {
        let id = entry.person.map(|it| it.id);
        if !agreed.includes(id) {
            left_out += 1;
            continue;
        }
        let mut row = vec![
            Cell::from(entry.name),
            Cell::from(entry.title.clone()),
            Cell::from(
                entry
                    .person
                    .and_then(|it| it.role.as_deref())
                    .map(labels::role),
            ),
            Cell::from(entry.part.map(labels::part)),
            Cell::from(entry.organisation),
        ];
        if options.addresses {
            let address = entry.person.and_then(|it| it.addresses.first());
            row.push(Cell::from(address.cloned()));
        }
        match id {
            Some(id) => table.push_about(id.0, row),
            None => table.push(row),
        }
    }
    table.is_dense = true;
    if left_out > 0 {
        let note = message!(sheets::not_agreed { count: left_out });
        table.note(note.in_language(language));
    }
    let unknown = roll.not_known().count();
    if came && unknown > 0 {
        let said = message!(sheets::not_known_whether { count: unknown });
        table.note(said.in_language(language));
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, csv, text};
    use super::*;
    use crate::model::PersonId;

    fn list(agreed: Option<&[i64]>, addresses: bool) -> Table {
        let fixture = Fixture::planned();
        let agreed = Agreed {
            asked: agreed.is_some(),
            yes: agreed
                .unwrap_or_default()
                .iter()
                .copied()
                .map(PersonId)
                .collect(),
            no: [].into(),
        };
        let (reader, event) = (fixture.read(), fixture.event());
        let options = ParticipantsOptions {
            addresses,
            ..ParticipantsOptions::default()
        };
        participants(&reader, &event, &agreed, options).unwrap()
    }

    #[test]
    fn where_nobody_was_asked_all_are_listed_without_addresses() {
        let shown = text(&list(None, false));
        assert_eq!(
            shown.split_once("As of 8 October 2020\n").unwrap().1,
            "\
This list names everybody who is registered, and all speakers, moderators and hosts of the programme.

Name           Title  Part       Organisation
─────────────────────────────────────────────────────
Akte, Ohne            host
Äpfel, Carla                     Ätherische Öle Süd
Harms, Wiebke  Prof.  speaker    Universität Auental
Lang, Eva                        Ätherische Öle Süd
Müller, Anna   Dr.               BioCluster Nord e.V.
Noorg, David
Nord, Hanna           moderator  Öle Süd alt
Zimmer, Bernd                    BioCluster Nord e.V.
"
        );
    }

    /// The names on the list of the meeting after it took place.
    fn names(fixture: &Fixture, registered: bool) -> (Table, Vec<String>) {
        let options = ParticipantsOptions {
            registered,
            ..ParticipantsOptions::default()
        };
        let (reader, event) = (fixture.read(), fixture.event());
        let table = participants(&reader, &event, &Agreed::default(), options).unwrap();
        let rows = table.rows().iter();
        let names = rows.map(|row| super::super::fixture::cell(&table, row, "name"));
        let names = names.collect();
        (table, names)
    }

    #[test]
    fn afterwards_it_lists_who_came() {
        let fixture = Fixture::meeting();
        let (table, came) = names(&fixture, false);
        // Ohne Akte and Hanna have a part; whether they were there is not recorded.
        assert_eq!(
            came,
            [
                "Akte, Ohne",
                "Äpfel, Carla",
                "Harms, Wiebke",
                "Kurz, Gerd",
                "Müller, Anna",
                "Nord, Hanna",
                "Walk, Finn",
            ]
        );
        assert!(
            table
                .lines
                .iter()
                .any(|it| it.contains("attendance is recorded"))
        );
        let (table, registered) = names(&fixture, true);
        assert!(registered.contains(&"Zimmer, Bernd".to_owned()));
        assert!(!registered.contains(&"Walk, Finn".to_owned()));
        assert!(
            table
                .lines
                .iter()
                .any(|it| it.contains("who is registered"))
        );
    }

    #[test]
    fn who_is_registered_and_may_have_been_there_is_counted() {
        let mut fixture = Fixture::meeting();
        fixture.change(|writer| {
            let eva = writer
                .registration(crate::model::EventId(1), PersonId(5))?
                .unwrap();
            let place = crate::model::SignupStatus::Confirmed;
            writer.add_signup(eva.id, crate::model::SessionId(3), place, None, None)?;
            Ok(())
        });
        let (table, came) = names(&fixture, false);
        assert!(!came.contains(&"Lang, Eva".to_owned()));
        assert_eq!(
            table.notes[0].said,
            "1 more person is registered, and nothing says whether they came."
        );
    }

    #[test]
    fn answers_of_a_form_can_be_columns() {
        let fixture = Fixture::planned();
        let table = list(None, false);
        let (reader, event) = (fixture.read(), fixture.event());
        let more =
            super::super::selection::more(&reader, Some(&event), &table, Language::En).unwrap();
        let mut keys = more.iter().map(|it| &*it.column.key);
        assert!(keys.any(|it| it == "Diet"));
    }

    #[test]
    fn where_somebody_was_asked_only_those_who_agreed_are_listed() {
        let list = list(Some(&[2, 1, 6]), true);
        assert_eq!(
            csv(&list),
            "\
Name,Title,Role,Part,Organisation,E-mail
\"Müller, Anna\",Dr.,,,BioCluster Nord e.V.,anna@nord.example
\"Zimmer, Bernd\",,,,BioCluster Nord e.V.,bernd@nord.example
"
        );
        let note = "6 more people are not listed, since they have not agreed to it.";
        assert_eq!(list.notes[0].said, note);
    }
}
