//! Laws for every list: every column can be chosen, and a value of a row finds that row and only rows with that value.

use proptest::prelude::*;

use super::super::fixture::Fixture;
use super::super::{
    AttendanceOptions, Of, ParticipantsOptions, SheetFor, absent_organisations, attendance, curve,
    door, evidence, exports, history, mailing, matrix, no_shows, organisations, participants,
    rulings, sessions, sign_in,
};
use super::tests::moment;
use super::*;
use crate::model::Agreed;
use crate::output::{Cell, Column, Heading};

/// Every list of reports and exports, before and after the meeting.
fn lists(language: Language) -> Vec<(Fixture, Table)> {
    lists_of(&[Fixture::meeting, Fixture::planned], language)
}

/// Every list of reports and exports.
pub(in crate::report) fn lists_of(
    fixtures: &[fn() -> Fixture],
    language: Language,
) -> Vec<(Fixture, Table)> {
    let makers: [fn(&Fixture, Language) -> Table; 20] = [
        |it, language| {
            let options = AttendanceOptions {
                language,
                ..AttendanceOptions::default()
            };
            attendance(&it.read(), &it.event(), &options).unwrap()
        },
        |it, language| {
            let options = AttendanceOptions {
                language,
                by_person: true,
                ..AttendanceOptions::default()
            };
            attendance(&it.read(), &it.event(), &options).unwrap()
        },
        |it, language| {
            sign_in(&it.read(), &it.event(), SheetFor::EachSession, 2, language).unwrap()
        },
        |it, language| evidence(&it.read(), &it.event(), 2, language).unwrap(),
        |it, language| door(&it.read(), &it.event(), 2, language).unwrap(),
        |it, language| {
            let options = ParticipantsOptions {
                addresses: true,
                language,
                ..ParticipantsOptions::default()
            };
            participants(&it.read(), &it.event(), &Agreed::default(), options).unwrap()
        },
        |it, language| matrix(&it.read(), &it.event(), language).unwrap(),
        |it, language| absent_organisations(&it.read(), &it.event(), language).unwrap(),
        |it, language| sessions(&it.read(), &it.event(), language).unwrap(),
        |it, language| organisations(&it.read(), &it.event(), language).unwrap(),
        |it, language| no_shows(&it.read(), &it.event(), None, language).unwrap(),
        |it, language| curve(&it.read(), &it.event(), None, language).unwrap(),
        |it, language| history(&it.read(), language, Of::People).unwrap(),
        |it, language| history(&it.read(), language, Of::Organisations).unwrap(),
        |it, language| rulings(&it.read(), &it.event(), language).unwrap(),
        |it, language| mailing(&it.read(), &it.event(), None, language).unwrap(),
        |it, language| exports::people(&it.read(), None, language).unwrap(),
        |it, language| exports::programme(&it.read(), None, language).unwrap(),
        |it, language| exports::signups(&it.read(), None, language).unwrap(),
        |it, language| exports::attendance(&it.read(), None, language).unwrap(),
    ];
    let all = fixtures.iter().flat_map(|fixture| {
        makers.iter().map(move |make| {
            let fixture = fixture();
            let table = make(&fixture, language);
            (fixture, table)
        })
    });
    all.collect()
}

fn selected(
    fixture: &Fixture,
    table: &Table,
    columns: &[String],
    conditions: &[String],
    language: Language,
) -> Result<Table, SelectionError> {
    let (reader, event) = (fixture.read(), fixture.event());
    let more = more(&reader, Some(&event), table, language).unwrap();
    let around = Around {
        language,
        sessions: &[],
        moment: &moment,
    };
    let selection = Selection {
        columns,
        conditions,
    };
    select(table.clone(), more, selection, around)
}

/// Returns the table with every column that it can have.
fn whole(fixture: &Fixture, table: &Table, language: Language) -> Table {
    let (reader, event) = (fixture.read(), fixture.event());
    let mut table = table.clone();
    for it in more(&reader, Some(&event), &table, language).unwrap() {
        table.add_cells(it.column, it.cells);
    }
    table
}

/// Returns what somebody can copy from a cell: from a page in each language, and from CSV.
fn copied(cell: &Cell) -> Vec<String> {
    if matches!(cell, Cell::Tick) {
        return Vec::new();
    }
    let shown = Language::ALL.map(|it| cell.for_people(it).into_owned());
    let spreadsheet = cell.for_spreadsheet(Language::En).into_owned();
    let mut all: Vec<String> = shown.into_iter().chain([spreadsheet]).collect();
    if let Cell::Words(words) = cell {
        all.extend(words.iter().cloned());
    }
    all.retain(|it| !it.is_empty());
    all.sort();
    all.dedup();
    all
}

#[test]
fn every_column_can_be_chosen() {
    for language in Language::ALL {
        for (fixture, table) in lists(language) {
            let whole = whole(&fixture, &table, language);
            for (place, column) in whole.columns().iter().enumerate() {
                let name = match column.heading {
                    Heading::Wording(_) => column.key.to_string(),
                    Heading::Question(_) => format!("answer:{}", column.key),
                };
                let heading = column.heading.in_language(language).to_owned();
                for name in [name, heading.clone()] {
                    let is_key =
                        |it: &Column| *it.key == *name && matches!(it.heading, Heading::Wording(_));
                    // A key takes precedence over a question of the same name, and so does the status of a sign-up.
                    let is_question = matches!(column.heading, Heading::Question(_));
                    let is_taken = name == "status" || whole.columns().iter().any(is_key);
                    if is_question && is_taken {
                        continue;
                    }
                    let chosen =
                        selected(&fixture, &table, std::slice::from_ref(&name), &[], language);
                    let chosen = match chosen {
                        // The fixture's form asks for "status" too.
                        Err(SelectionError::SeveralColumns { names, .. }) if name == heading => {
                            let key = &*column.key;
                            assert!(names.iter().any(|it| it.ends_with(key)), "{names:?}");
                            continue;
                        }
                        chosen => chosen.unwrap_or_else(|it| panic!("{name}: {it:?}")),
                    };
                    // If two columns share a heading, the table's own takes precedence over those about its people.
                    let is_same = |it: &Column| it.heading.in_language(language) == heading;
                    let first = whole.columns().iter().position(is_same).unwrap();
                    let place = if name == heading { first } else { place };
                    let cells = chosen.rows().iter().map(|row| &row[0]);
                    assert!(
                        cells.eq(whole.rows().iter().map(|row| &row[place])),
                        "{}: {name}",
                        table.name
                    );
                    assert!(!chosen.columns()[0].hidden_in_text);
                }
            }
        }
    }
}

#[test]
fn a_value_of_a_row_finds_that_row_and_only_rows_with_it() {
    for (fixture, table) in lists(Language::De) {
        let whole = whole(&fixture, &table, Language::De);
        for (place, column) in whole.columns().iter().enumerate() {
            // The table is searched once per row, and the list of minutes in a day is long.
            for (number, row) in whole.rows().iter().enumerate().take(40) {
                for value in copied(&row[place]) {
                    let chosen = match column.heading {
                        Heading::Wording(_) => column.key.to_string(),
                        Heading::Question(_) => format!("answer:{}", column.key),
                    };
                    let condition = format!("{chosen}={value}");
                    let said = format!("{}: {condition}", table.name);
                    let every: Vec<String> = Vec::new();
                    let found = selected(
                        &fixture,
                        &whole,
                        &every,
                        std::slice::from_ref(&condition),
                        Language::De,
                    );
                    let found = found.unwrap_or_else(|it| panic!("{said}: {it:?}"));
                    let says = |row: &[Cell]| {
                        copied(&row[place]).iter().any(|it| {
                            folded(it) == folded(&value)
                                // A word has the same key in two wordings.
                                || is_reworded(&row[place], &whole.rows()[number][place])
                        })
                    };
                    let expected: Vec<_> = whole.rows().iter().filter(|it| says(it)).collect();
                    assert!(found.rows().contains(row), "{said}");
                    assert!(found.rows().iter().all(|it| says(it)), "{said}");
                    assert!(found.rows().len() <= expected.len(), "{said}");
                    assert_eq!(found.left_out, whole.rows().len() - found.rows().len());
                }
            }
        }
    }
}

fn is_reworded(one: &Cell, other: &Cell) -> bool {
    one.for_spreadsheet(Language::En) == other.for_spreadsheet(Language::En)
}

proptest! {
    #[test]
    fn any_text_finds_itself(
        cells in prop::collection::vec("[a-cA-Cäü,;=<>~!%\"'. -]{1,8}", 1..8),
        row in any::<prop::sample::Index>(),
    ) {
        let columns = vec![Column::answers("Fish, meat = what?"), Column::answers("B")];
        let mut table = Table::new("t", "", columns);
        for cell in &cells {
            table.push(vec![Cell::from(cell.as_str()), Cell::from("x")]);
        }
        let wanted = &cells[row.index(cells.len())];
        prop_assume!(!wanted.trim().is_empty());
        let around = Around { language: Language::En, sessions: &[], moment: &moment };
        let conditions = [format!("Fish, meat = what?={wanted}")];
        let selection = Selection { columns: &[], conditions: &conditions };
        let found = select(table.clone(), Vec::new(), selection, around).unwrap();
        let is_it = |row: &&Vec<Cell>| folded(&row[0].for_people(Language::En)) == folded(wanted);
        let expected: Vec<_> = table.rows().iter().filter(is_it).cloned().collect();
        prop_assert_eq!(found.rows(), expected);
        let conditions = [format!("Fish, meat = what?!={wanted}")];
        let selection = Selection { columns: &[], conditions: &conditions };
        let others = select(table.clone(), Vec::new(), selection, around).unwrap();
        prop_assert_eq!(others.rows().len() + found.rows().len(), cells.len());
    }
}
