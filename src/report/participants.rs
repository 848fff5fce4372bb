//! The list of participants, to be handed out.

use super::labels;
use super::roll::Roll;
use super::{AsOf, days};
use crate::message;
use crate::model::{Agreed, Event};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Language, Table};
use crate::store::StoreError;

/// Returns everybody who is registered or has a part in the programme, by name, with role and organisation; addresses
/// are included only on request.
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
    with_addresses: bool,
    language: Language,
) -> Result<Table, StoreError> {
    let roll = Roll::load(reader, event, language)?;
    let title = message!(titles::participants_of { event: event.title }).in_language(language);
    let mut columns = vec![
        Column::of(columns::NAME),
        Column::of(columns::TITLE),
        Column::of(columns::ROLE),
        Column::of(columns::PART),
        Column::of(columns::ORGANISATION),
    ];
    if with_addresses {
        columns.push(Column::of(columns::EMAIL));
    }
    let mut table = Table::new("participants", title, columns);
    table.lines = days::lines_as_of(event, &roll.data.recording, language);
    let mut left_out = 0;
    for entry in roll.of_event(false)? {
        let id = entry.person.map(|it| it.id);
        if !agreed.includes(id) {
            left_out += 1;
            continue;
        }
        let mut row = vec![
            Cell::from(entry.name),
            Cell::from(entry.person.and_then(|it| it.title.clone())),
            Cell::from(
                entry
                    .person
                    .and_then(|it| it.role.as_deref())
                    .map(labels::role),
            ),
            Cell::from(entry.part.map(labels::part)),
            Cell::from(entry.organisation),
        ];
        if with_addresses {
            let address = entry.person.and_then(|it| it.addresses.first());
            row.push(Cell::from(address.cloned()));
        }
        table.push(row);
    }
    table.is_dense = true;
    if left_out > 0 {
        let note = message!(sheets::not_agreed { count: left_out });
        table.note(note.in_language(language));
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
        participants(&reader, &event, &agreed, addresses, Language::En).unwrap()
    }

    #[test]
    fn where_nobody_was_asked_all_are_listed_without_addresses() {
        let shown = text(&list(None, false));
        assert_eq!(
            shown.split_once("As of 8 October 2020\n").unwrap().1,
            "
Name           Title  Part       Organisation
─────────────────────────────────────────────────────
Akte, Ohne            host
Äpfel, Carla                     Ätherische Öle Süd
Harms, Wiebke         speaker    Universität Auental
Lang, Eva                        Ätherische Öle Süd
Müller, Anna   Dr.               BioCluster Nord e.V.
Noorg, David
Nord, Hanna           moderator  Öle Süd alt
Zimmer, Bernd                    BioCluster Nord e.V.
"
        );
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
