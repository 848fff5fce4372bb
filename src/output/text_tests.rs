//! Tables on terminals of several widths.

use proptest::prelude::*;

use super::super::{Cell, Language, samples};
use super::*;
use crate::output::keyed::columns;

fn text(table: &Table, options: &Options) -> String {
    String::from_utf8(Text.render(table, options)).unwrap()
}

fn people() -> Table {
    let columns = vec![
        Column::of(columns::NAME),
        Column::of(columns::ORGANISATION),
        Column::of(columns::MINUTES).right(),
    ];
    let mut table = Table::new("people", "People", columns);
    for (name, organisation, minutes) in [
        ("Müller, Anna", "Cluster Biotechnologie Süd e.V.", 52),
        ("田中 太郎", "Optik-Netz", 7),
    ] {
        table.push(vec![
            Cell::from(name),
            Cell::from(organisation),
            Cell::Integer(minutes),
        ]);
    }
    table
}

#[test]
fn nothing_in_a_cell_is_obeyed() {
    let expected = r#"Attendance *2020*

Session A
10:00–11:00
20 places

Name                        Organisation          Attendance  Minutes  Share  First joined      other names  done  Signature       Remarks         Remarks
───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Müller, Anna                Bio|M "Süd"           present          52    87%  08.10.2020 10:00  Anni; A. M.  yes   □               vegan⏎no nuts   =1+1
田中 太郎                                         no-show           0     0%                                 no    □               +49 30 5550101  -3

Session B | \u{202e}

Name                        Organisation          Attendance  Minutes  Share  First joined      other names  done  Signature       Remarks         Remarks
───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
x\u{1b}[31m\u{202e}gpj.exe  *Cluster* <b>_x_</b>  no-show          -3                           @home                              ''=1            \u{200b}

Session C

(none)

Rule: 50 %.
"#;
    assert_eq!(text(&samples::nasty(), &Options::default()), expected);
}

#[test]
fn columns_line_up_whatever_the_script() {
    let expected = "\
People

Name          Organisation                     Minutes
──────────────────────────────────────────────────────
Müller, Anna  Cluster Biotechnologie Süd e.V.       52
田中 太郎     Optik-Netz                             7
";
    assert_eq!(text(&people(), &Options::default()), expected);
}

#[test]
fn long_cells_wrap_inside_their_column() {
    let options = Options {
        width: Some(40),
        ..Options::default()
    };
    let expected = "\
People

Name          Organisation    Minutes
─────────────────────────────────────
Müller, Anna  Cluster              52
              Biotechnologie
              Süd e.V.
田中 太郎     Optik-Netz            7
";
    assert_eq!(text(&people(), &options), expected);
}

#[test]
fn a_narrow_terminal_has_blocks_and_cuts_no_word() {
    let options = Options {
        width: Some(27),
        ..Options::default()
    };
    let expected = "\
People

Name: Müller, Anna
Organisation:
  Cluster Biotechnologie
  Süd e.V.
Minutes: 52

Name: 田中 太郎
Organisation: Optik-Netz
Minutes: 7
";
    assert_eq!(text(&people(), &options), expected);
}

#[test]
fn times_numbers_and_words_of_the_program_stay_in_one_line() {
    let table = samples::nasty();
    for width in [60, 80, 100, 120, 160, 200] {
        let options = Options {
            width: Some(width),
            ..Options::default()
        };
        let text = text(&table, &options);
        assert!(text.lines().all(|it| super::width(it) <= width), "{text}");
        for whole in [
            "08.10.2020 10:00",
            "no-show",
            "x\\u{1b}[31m\\u{202e}gpj.exe",
        ] {
            assert!(text.contains(whole), "{width}: {text}");
        }
    }
}

#[test]
fn headings_are_bold_only_in_colour() {
    let options = Options {
        color: true,
        language: Language::De,
        ..Options::default()
    };
    let expected = "\
\u{1b}[1mPeople\u{1b}[0m

\u{1b}[1mName          Organisation                     Minuten\u{1b}[0m
──────────────────────────────────────────────────────
Müller, Anna  Cluster Biotechnologie Süd e.V.       52
田中 太郎     Optik-Netz                             7
";
    assert_eq!(text(&people(), &options), expected);
}

#[test]
fn a_table_without_rows_says_so() {
    let german = Options {
        language: Language::De,
        ..Options::default()
    };
    assert_eq!(
        text(&samples::empty(), &german),
        "Nobody\n\n(keine Einträge)\n\nA note.\n"
    );
    let bare = Table::new("t", "", Vec::new());
    assert_eq!(text(&bare, &Options::default()), "(none)\n");
}

#[test]
fn a_column_keeps_its_least_width() {
    let columns = vec![
        Column::of(columns::SIGNATURE).at_least(12).filled_by_hand(),
        Column::of(columns::NAME),
    ];
    let mut table = Table::new("t", "", columns);
    table.push(vec![Cell::Empty, Cell::from("Anna")]);
    for width in [None, Some(80)] {
        let options = Options {
            width,
            ..Options::default()
        };
        assert_eq!(
            text(&table, &options),
            "Signature     Name\n──────────────────\n              Anna\n"
        );
    }
}

#[test]
fn an_enormous_answer_is_no_trouble() {
    let mut table = Table::new("t", "", vec![Column::answers("Q"), Column::answers("R")]);
    table.push(vec![Cell::from("ä".repeat(150_000)), Cell::from("x")]);
    for width in [None, Some(80)] {
        let options = Options {
            width,
            ..Options::default()
        };
        assert_eq!(text(&table, &options).matches('ä').count(), 150_000);
    }
}

proptest! {
    #[test]
    fn lines_have_no_blanks_at_the_end_and_nothing_to_obey(
        cells in prop::collection::vec("[a \n\t\u{1}\u{1b}田-]{0,30}|\\PC{0,20}", 0..8),
        width in prop::option::of(0_usize..60),
    ) {
        let mut table = Table::new("t", "", vec![Column::answers("A b"), Column::answers("C").right()]);
        for pair in cells.chunks(2) {
            table.push(pair.iter().map(|cell| Cell::from(cell.as_str())).collect());
        }
        let text = text(&table, &Options { width, ..Options::default() });
        for line in text.lines() {
            prop_assert_eq!(line.trim_end(), line);
            prop_assert!(!line.contains(char::is_control));
        }
    }

    #[test]
    fn without_a_width_a_row_is_a_line(cells in prop::collection::vec("\\PC{0,40}", 1..8)) {
        let mut table = Table::new("t", "", vec![Column::answers("A")]);
        for cell in &cells {
            table.push(vec![Cell::from(cell.as_str())]);
        }
        // A column without any text is left out.
        table.push(vec![Cell::from("x")]);
        let text = text(&table, &Options::default());
        prop_assert_eq!(text.lines().count(), cells.len() + 3);
    }
}
