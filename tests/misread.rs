//! Text that was decoded in the wrong encoding before it came here, and names whose letters are lost.

use rollcall::intake::FileOutcome;
use rust_xlsxwriter::Workbook;

use super::desk::{Desk, PROGRAMME, notes};

/// Three people; what `mangle` makes of it is what another program saved.
const FORM: &str = "Name;Straße;E-Mail;Organisation\n\
    Jörg Müller;Süd 1 – „Hof“;joerg@mueller.example;Brücke e.V.\n\
    Käthe Groß;;kaethe@gross.example;Süd GmbH\n\
    Łukasz Żak;;lukasz@zak.example;Été & Cie\n";

/// Returns the text that a program shows that takes UTF-8 for Windows-1252 or, with `codes`, Latin-1.
fn mangle(text: &str, codes: bool) -> String {
    if codes {
        return text.bytes().map(char::from).collect();
    }
    encoding_rs::WINDOWS_1252
        .decode_without_bom_handling(text.as_bytes())
        .0
        .into_owned()
}

fn of_mac(text: &str) -> String {
    encoding_rs::MACINTOSH
        .decode_without_bom_handling(text.as_bytes())
        .0
        .into_owned()
}

/// Imports sign-ups into a new file; returns the people, in their order, and the outcome.
#[track_caller]
fn imported(name: &str, bytes: &[u8]) -> (String, FileOutcome) {
    let mut desk = Desk::with_programme(PROGRAMME);
    let mut request = super::desk::request();
    request.options.kind = Some(rollcall::import::Kind::Signups);
    let outcome = desk.import_as(&[(name, bytes)], &request);
    let people = desk.export("people") + &desk.export("signups");
    (people, outcome.unwrap().value.remove(0))
}

#[test]
fn a_misread_file_gives_the_same_people_as_the_right_one() {
    let (right, of_right) = imported("form.csv", FORM.as_bytes());
    assert_eq!(of_right.created, 3, "{of_right:?}");
    let twice = mangle(&mangle(FORM, false), false);
    for (mangled, from) in [
        (mangle(FORM, false), "windows-1252"),
        (mangle(FORM, true), "windows-1252"),
        (twice, "windows-1252"),
        (of_mac(FORM), "macintosh"),
    ] {
        let (people, outcome) = imported("form.csv", mangled.as_bytes());
        assert_eq!(people, right);
        let said = notes(&outcome);
        let (note, others) = said.split_first().unwrap();
        assert_eq!(others, notes(&of_right));
        let says = |part: &str| assert!(note.contains(part), "{note}");
        says(&format!("read as {from}; compare line 1, column 2"));
        says("letters were repaired");
        assert!(!note.contains("rg"), "names nobody: {note}");
    }
}

#[test]
fn the_cells_of_a_workbook_are_repaired_as_well() {
    let (right, _) = imported("form.csv", FORM.as_bytes());
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0_u32..).zip(mangle(FORM, false).lines()) {
        for (column, cell) in (0_u16..).zip(line.split(';')) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let (people, outcome) = imported("form.xlsx", &workbook.save_to_buffer().unwrap());
    assert_eq!(people, right);
    assert!(
        notes(&outcome)[0].ends_with("compare line 1, column 2"),
        "{:?}",
        notes(&outcome)
    );
}

#[test]
fn a_right_letter_elsewhere_does_not_hide_a_misread_one() {
    // Somebody wrote the headings anew.
    let (_, rows) = FORM.split_once('\n').unwrap();
    let text = format!("Name;Straße;E-Mail;Organisation\n{}", mangle(rows, false));
    let (right, _) = imported("form.csv", FORM.as_bytes());
    assert_eq!(imported("form.csv", text.as_bytes()).0, right);
}

#[test]
fn what_contradicts_itself_is_not_repaired_but_said_with_its_lines() {
    let text = "Name;E-Mail\nJOÃO Silva;joao@silva.example\nJÃ¶rg Wolf;joerg@wolf.example\n";
    let (people, outcome) = imported("form.csv", text.as_bytes());
    assert!(
        people.contains("João") && people.contains("JÃ¶rg"),
        "{people}"
    );
    let said = notes(&outcome);
    let [file, names] = said.as_slice() else {
        panic!("{said:?}")
    };
    assert!(file.contains("see line 3, column 1"), "{file}");
    assert!(
        names.contains("letters are lost in a name") && names.contains(": line 3;"),
        "{names}"
    );
}

#[test]
fn lost_letters_of_names_are_said_with_their_lines() {
    for (text, lines) in [
        ("J?rg M?ller;Br?cke e.V.", Some("line 3")),
        ("Anna Gro?;Nord AG", Some("line 3")),
        ("Anna Berg;?sterreich AG", Some("line 3")),
        ("J\u{FFFD}rg Wolf;Nord AG", Some("line 3")),
        // As a U+FFFD that was misread itself.
        ("Jï¿½rg Wolf;Nord AG", Some("line 3")),
        ("Anna Berg;Nord AG", None),
    ] {
        let file =
            format!("Name;Organisation;Kommen Sie?\nBen Brandt;West AG;ja?nein\n{text};ja\n");
        let (_, outcome) = imported("form.csv", file.as_bytes());
        let note = notes(&outcome)
            .into_iter()
            .find(|note| note.contains("letters are lost"));
        match lines {
            Some(lines) => assert!(note.unwrap().contains(&format!(": {lines};"))),
            None => assert_eq!(note, None),
        }
        assert_eq!(outcome.rejected, 0);
    }
}

#[test]
fn a_damaged_name_never_replaces_the_right_one() {
    let mut desk = Desk::with_programme(PROGRAMME);
    desk.import(
        "a.csv",
        "Name;E-Mail;Session\nJörg Müller;joerg@mueller.example;breakout-b\n".as_bytes(),
    );
    let again = desk.import(
        "b.csv",
        b"Name;E-Mail;Session\nJ?rg M?ller;joerg@mueller.example;breakout-b\n",
    );
    assert_eq!(again.value[0].review, 1, "{:?}", again.value[0]);
    assert!(desk.export("people").contains("Jörg,Müller"));
}
