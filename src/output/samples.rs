//! Tables that the tests of every format share.

use super::{Cell, Column, Table};
use crate::output::keyed::{columns, facts, labels};

/// Returns cells with everything that some format might fail on, in two groups.
pub(super) fn nasty() -> Table {
    let columns = vec![
        Column::of(columns::SESSION).hidden_in_text(),
        Column::of(columns::NAME),
        Column::of(columns::ORGANISATION),
        Column::of(columns::VERDICT),
        Column::of(columns::MINUTES).right(),
        Column::of(columns::SHARE).right(),
        Column::of(columns::FIRST_JOINED),
        Column::of(facts::ALIASES),
        Column::answers("done"),
        Column::of(columns::SIGNATURE).at_least(14).filled_by_hand(),
        Column::answers("Remarks"),
        Column::answers("Remarks"),
    ];
    let present = Cell::Label(labels::PRESENT);
    let no_show = Cell::Label(labels::NO_SHOW);
    let mut table = Table::new("attendance", "Attendance *2020*", columns);
    table.begin_group(
        "Session A",
        vec!["10:00–11:00".to_owned(), "20 places".to_owned()],
    );
    table.push(vec![
        Cell::from("a"),
        Cell::from("Müller, Anna"),
        Cell::from("Bio|M \"Süd\""),
        present,
        Cell::Integer(52),
        Cell::Percent(52.0 / 60.0),
        Cell::Moment {
            iso: "2020-10-08T10:00:00+02:00".to_owned(),
            shown: "08.10.2020 10:00".to_owned(),
        },
        Cell::Words(vec!["Anni".to_owned(), "A. M.".to_owned()]),
        Cell::Boolean(true),
        Cell::Tick,
        Cell::from("vegan\nno nuts"),
        Cell::from("=1+1"),
    ]);
    table.push(vec![
        Cell::from("a"),
        Cell::from("田中 太郎"),
        Cell::Empty,
        no_show.clone(),
        Cell::Integer(0),
        Cell::Percent(0.0),
        Cell::Empty,
        Cell::Words(Vec::new()),
        Cell::Boolean(false),
        Cell::Tick,
        Cell::from("+49 30 5550101"),
        Cell::from("-3"),
    ]);
    table.begin_group("Session B | \u{202e}", Vec::new());
    table.push(vec![
        Cell::from("b"),
        Cell::from("x\u{1b}[31m\u{202e}gpj.exe"),
        Cell::from("*Cluster* <b>_x_</b>"),
        no_show,
        Cell::Integer(-3),
        Cell::Empty,
        Cell::Empty,
        Cell::Words(vec!["@home".to_owned()]),
        Cell::Empty,
        Cell::Empty,
        Cell::from("''=1"),
        Cell::from("\u{200b}"),
    ]);
    table.begin_group("Session C", Vec::new());
    table.note("Rule: 50 %.");
    table
}

/// Returns a table without rows.
pub(super) fn empty() -> Table {
    let columns = vec![
        Column::of(columns::NAME),
        Column::of(columns::MINUTES).right(),
    ];
    let mut table = Table::new("nobody", "Nobody", columns);
    table.note("A note.");
    table
}
