//! The messages of file errors in both languages.

use super::*;
use crate::catalogue::Language;

fn of(count: usize) -> ImportError {
    let column = |number| Unexplained {
        heading: format!("H{number}"),
        sample: "ja".to_owned(),
        ways: ["a", "b", "c"].map(str::to_owned).to_vec(),
    };
    ImportError::Unexplained {
        file: "liste.csv".to_owned(),
        columns: (0..count).map(column).collect(),
    }
}

#[test]
fn the_first_columns_of_many_are_named_with_a_cell() {
    assert_eq!(
        of(1).to_string(),
        "liste.csv: what column `H0` (a cell says `ja`) means is not understood, and it may decide who is counted"
    );
    let many = of(10).to_string();
    assert!(many.contains("what the columns `H0` (a cell says `ja`), `H1`"));
    assert!(many.contains("`H7` (a cell says `ja`), 2 more mean is not understood"));
    let german = of(10).message().in_language(Language::De);
    assert!(german.contains("`H7` (in einer Zelle steht `ja`) und 2 weiterer ist unklar"));
}

#[test]
fn the_options_are_offered_of_each_column() {
    let hint = |count: usize, language| of(count).hint().unwrap().in_language(language);
    assert_eq!(hint(1, Language::En), "say which it is: a, or b, or c");
    assert_eq!(
        hint(2, Language::En),
        "say of each which it is: a, or b, or c; a, or b, or c"
    );
    assert_eq!(
        hint(1, Language::De),
        "Geben Sie an, was gemeint ist: a oder b oder c"
    );
}

#[test]
fn an_address_is_not_shown_among_the_first_cells() {
    let error = |first: &[&str]| ImportError::NotRecognised {
        file: "liste.csv".to_owned(),
        first: first.iter().map(|cell| (*cell).to_owned()).collect(),
        width: 2,
    };
    let none = "liste.csv: no row of headings was recognised (it has 2 columns)";
    assert_eq!(error(&["anna@example.org", " "]).to_string(), none);
    assert_eq!(
        error(&["Wer", "anna@example.org", "Wo"]).to_string(),
        "liste.csv: no row of headings was recognised (it begins with `Wer`, `Wo`)"
    );
}

#[test]
fn a_table_without_headings_begins_with_nothing() {
    let error = |headings: Vec<String>| ImportError::ColumnMissing {
        file: "liste.csv".to_owned(),
        kind: Kind::Signups,
        missing: crate::catalogue::messages::layout::NAME_OR_ADDRESS,
        headings,
    };
    let text = "liste.csv cannot be imported as signups: a column for the name or the e-mail address is missing";
    assert_eq!(error(Vec::new()).to_string(), text);
    assert_eq!(
        error(vec!["Ort".to_owned()]).to_string(),
        format!("{text} (it begins with `Ort`)")
    );
    assert_eq!(
        error(Vec::new()).message().in_language(Language::De),
        "liste.csv lässt sich nicht als Anmeldungen importieren: Es fehlt eine Spalte für den Namen oder die E-Mail-Adresse"
    );
}
