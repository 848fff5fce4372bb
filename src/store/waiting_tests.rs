//! Waiting rows are seen, numbered and written as if they had been written immediately.

use super::*;
use crate::model::{EventId, OrganisationId, PersonId};
use crate::store::{Changed, NewOrganisation, NewPerson, Store, StoreError, Writer};

fn store(folder: &tempfile::TempDir) -> Store {
    Store::create(&folder.path().join("a.db")).unwrap()
}

fn change<T>(
    store: &mut Store,
    dry_run: bool,
    work: impl FnOnce(&Writer<'_>) -> Result<T, StoreError>,
) -> Result<Changed<T>, StoreError> {
    let now = "2020-10-01T10:00:00Z".parse().unwrap();
    store.change("test", now, dry_run, |writer| {
        Ok((work(writer)?, crate::catalogue::Message::verbatim("")))
    })
}

fn person(id: Option<i64>) -> NewPerson {
    NewPerson {
        id: id.map(PersonId),
        given_name: "Anna".to_owned(),
        family_name: "Bach".to_owned(),
        ..NewPerson::default()
    }
}

fn organisation(name: &str) -> NewOrganisation {
    NewOrganisation {
        name: name.to_owned(),
        ..NewOrganisation::default()
    }
}

#[test]
fn whoever_looks_sees_the_rows_that_wait() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    change(&mut store, false, |writer| {
        let anna = writer.add_person(&person(None))?;
        writer.add_first_address(anna, "anna@example.org")?;
        assert_eq!(writer.people_by_address("anna@example.org")?, [anna]);
        writer.add_known_row(None, 7)?;
        assert!(writer.known_rows(None)?.contains(&7));
        let nord = writer.add_organisation(&organisation("Nord"))?;
        assert!(writer.add_organisation_alias(nord, "Norden")?);
        Ok(())
    })
    .unwrap();
    assert_eq!(store.read().people().unwrap()[0].addresses.len(), 1);
    assert_eq!(store.read().organisations().unwrap()[0].aliases, ["Norden"]);
}

#[test]
fn numbers_are_those_that_sqlite_would_give() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    let first = change(&mut store, false, |writer| {
        let mut numbers = vec![writer.add_person(&person(None))?.0];
        numbers.push(writer.add_person(&person(Some(40)))?.0);
        numbers.push(writer.add_person(&person(None))?.0);
        numbers.push(writer.add_person(&person(Some(9)))?.0);
        // Something else is written, the newest row is removed, and its number is not reused.
        writer.merge_people(PersonId(41), PersonId(1))?;
        numbers.push(writer.add_person(&person(None))?.0);
        Ok(numbers)
    })
    .unwrap();
    assert_eq!(first.value, [1, 40, 41, 9, 42]);
    let now = "2020-10-02T10:00:00Z".parse().unwrap();
    store
        .undo(
            None,
            now,
            false,
            |_| Ok(()),
            |_, (), _| Ok::<_, StoreError>(()),
        )
        .unwrap();
    let second = change(&mut store, false, |writer| {
        let id = writer.add_person(&person(None))?;
        assert_eq!(writer.person_ids()?, [id]);
        Ok(id)
    })
    .unwrap();
    assert_eq!(second.value, PersonId(43));
}

#[test]
fn many_rows_are_written_whole_and_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    let count = i64::try_from(FULL).unwrap() * 2 + 271;
    for _ in 0..2 {
        change(&mut store, true, |writer| {
            for number in 1..=count {
                let id = writer.add_person(&person(None))?;
                assert_eq!(id, PersonId(number));
                writer.add_first_address(id, &format!("ä{number}@example.org"))?;
            }
            Ok(())
        })
        .unwrap();
        assert!(store.read().people().unwrap().is_empty());
    }
    change(&mut store, false, |writer| {
        for number in 1..=count {
            let nord = writer.add_organisation(&organisation(&format!("Nord {number}")))?;
            let id = writer.add_person(&NewPerson {
                organisation_id: Some(nord),
                ..person(None)
            })?;
            writer.add_first_address(id, &format!("ä{number}@example.org"))?;
        }
        Ok(())
    })
    .unwrap();
    let people = store.read().people().unwrap();
    assert_eq!(people.len(), FULL * 2 + 271);
    for (person, number) in people.iter().zip(1..) {
        assert_eq!(person.id, PersonId(number));
        assert_eq!(person.organisation_id, Some(OrganisationId(number)));
        assert_eq!(person.addresses, [format!("ä{number}@example.org")]);
    }
}

#[test]
fn a_row_that_cannot_be_written_stops_the_operation() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    let before = store.read().people().unwrap();
    let failed = change(&mut store, false, |writer| {
        writer.add_person(&person(None))?;
        writer.add_known_row(Some(EventId(77)), 7)
    });
    assert!(matches!(failed, Err(StoreError::Sqlite(_))));
    assert_eq!(store.read().people().unwrap(), before);
    let changed = change(&mut store, false, |writer| writer.add_person(&person(None)));
    assert_eq!(changed.unwrap().value, PersonId(1));
}

#[test]
fn an_error_of_a_row_that_was_handed_over_is_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    for is_swallowed in [false, true] {
        let failed = change(&mut store, false, |writer| {
            writer.add_person(&person(None))?;
            for number in 0..i64::try_from(FULL).unwrap() {
                // The event of the first rows does not exist; the lot that contains them is handed over.
                writer.add_known_row(Some(EventId(77)).filter(|_| number < 3), number)?;
            }
            match writer.people() {
                Err(_) if is_swallowed => Ok(()),
                seen => seen.map(drop),
            }
        });
        assert!(matches!(failed, Err(StoreError::Sqlite(_))));
        assert!(store.read().people().unwrap().is_empty());
        assert!(store.read().known_rows(None).unwrap().is_empty());
    }
    let changed = change(&mut store, false, |writer| writer.add_person(&person(None)));
    assert_eq!(changed.unwrap().value, PersonId(1));
}

#[test]
fn rows_are_added_while_somebody_looks() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    let count = FULL + 7;
    change(&mut store, false, |writer| {
        writer.add_person(&person(None))?;
        let connection = writer.connection.complete()?;
        let mut statement = connection.prepare("SELECT id FROM person ORDER BY id")?;
        let mut rows = statement.query([])?;
        assert!(rows.next()?.is_some());
        for number in 0..count {
            writer.add_known_row(None, i64::try_from(number).unwrap())?;
        }
        assert!(!writer.connection.keeper().is_away());
        assert!(rows.next()?.is_none());
        assert_eq!(writer.known_rows(None)?.len(), count);
        Ok(())
    })
    .unwrap();
    assert_eq!(store.read().known_rows(None).unwrap().len(), count);
}

#[test]
fn numbers_are_known_while_rows_are_on_their_way() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    let count = i64::try_from(FULL).unwrap();
    change(&mut store, false, |writer| {
        let nord = writer.add_organisation(&organisation("Nord"))?;
        for number in 1..=count {
            assert_eq!(writer.add_person(&person(None))?, PersonId(number));
        }
        assert!(writer.connection.keeper().is_away());
        assert_eq!(writer.add_person(&person(None))?, PersonId(count + 1));
        // No rows of this table were handed over yet, and others are still being written.
        let sued = writer.add_organisation(&organisation("Süd"))?;
        assert_eq!((nord, sued), (OrganisationId(1), OrganisationId(2)));
        assert!(writer.connection.keeper().is_away());
        writer.merge_organisations(sued, nord)?;
        assert_eq!(
            writer.add_organisation(&organisation("West"))?,
            OrganisationId(3)
        );
        assert_eq!(writer.add_person(&person(None))?, PersonId(count + 2));
        Ok(())
    })
    .unwrap();
    assert_eq!(
        store.read().people().unwrap().len(),
        usize::try_from(count).unwrap() + 2
    );
}

#[test]
fn an_operation_that_panics_leaves_the_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = store(&folder);
    let stopped = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        change(&mut store, false, |writer| {
            for _ in 0..=FULL {
                writer.add_person(&person(None))?;
            }
            assert!(!writer.connection.keeper().is_away(), "rows on their way");
            Ok(())
        })
    }));
    assert!(stopped.is_err());
    assert!(store.read().people().unwrap().is_empty());
    change(&mut store, false, |writer| writer.add_person(&person(None))).unwrap();
}
