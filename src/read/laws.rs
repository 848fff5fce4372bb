//! Property tests of reading with generated tables: however a table is written, it is read back unchanged with correct
//! lines, and no bytes make the reader panic.

use encoding_rs::WINDOWS_1252;
use proptest::prelude::*;

use super::magic::SpreadsheetKind;
use super::spreadsheet::Workbook;
use super::{ReadError, ReadOptions, Record, Sheet, Source};

type Table = Vec<Vec<String>>;

/// Generates tables whose cells have letters of Windows-1252 and everything that needs quotes. Only Ä is left out: with
/// a sign after it, as in `Ä€a`, it is a misread letter.
fn table() -> impl Strategy<Value = Table> {
    let cell = "[a-zA-ZäöüÖÜßéèñç€“”0-9@.;,|\t\n\" -]{0,12}";
    (2..6_usize).prop_flat_map(move |width| {
        proptest::collection::vec(proptest::collection::vec(cell, width..=width), 1..12)
    })
}

/// Writes a table, with blank lines before the rows, and returns the text and the records with their lines.
fn written(table: &Table, delimiter: char, end: &str, quote_all: bool) -> (String, Vec<Record>) {
    let (mut text, mut records) = (String::new(), Vec::new());
    for (number, row) in table.iter().enumerate() {
        text.push_str(&end.repeat(number % 3));
        // The naive count: every line end so far, anywhere.
        let line = text
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .matches('\n')
            .count() as u64
            + 1;
        let row: Vec<String> = row.iter().map(|cell| cell.replace('\n', end)).collect();
        records.push(Record::new(line, row.iter().map(String::as_str)));
        let cells: Vec<String> = row
            .iter()
            .map(|cell| {
                let needed = cell.contains([delimiter, '"', '\r', '\n']);
                if quote_all || needed {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    cell.clone()
                }
            })
            .collect();
        text.push_str(&cells.join(&delimiter.to_string()));
        text.push_str(end);
    }
    (text, records)
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// Returns the same text in every encoding that has a detection rule.
fn encodings(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let marked = format!("\u{FEFF}{text}");
    vec![
        ("utf-8", text.as_bytes().to_vec()),
        ("utf-8 with mark", marked.as_bytes().to_vec()),
        ("utf-16le", utf16(text, u16::to_le_bytes)),
        ("utf-16be", utf16(text, u16::to_be_bytes)),
        ("utf-16le with mark", utf16(&marked, u16::to_le_bytes)),
        ("utf-16be with mark", utf16(&marked, u16::to_be_bytes)),
        ("windows-1252", WINDOWS_1252.encode(text).0.into_owned()),
    ]
}

fn read(bytes: &[u8], options: &ReadOptions) -> Result<Vec<Record>, ReadError> {
    let source = Source::from_reader("list.csv", bytes)?;
    Sheet::open(&source, options)?.records()?.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_table_is_the_same_however_it_is_written(
        table in table(),
        quote_all: bool,
        delimiter in prop::sample::select(vec![';', ',', '\t', '|']),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
    ) {
        let (text, expected) = written(&table, delimiter, end, quote_all);
        for (name, bytes) in encodings(&text) {
            // Six letters are too few to guess by, and this does not test the guess.
            let encoding = (name == "windows-1252").then(|| name.to_owned());
            let options = ReadOptions { encoding, delimiter: u8::try_from(delimiter).ok(), sheet: None };
            match read(&bytes, &options) {
                Ok(records) => prop_assert_eq!(&records, &expected, "{} {:?}", name, text),
                Err(ReadError::Empty { .. }) => prop_assert!(text.trim().is_empty()),
                Err(error) => prop_assert!(false, "{} {:?}: {}", name, text, error),
            }
        }
    }

    #[test]
    fn a_declared_delimiter_is_found_and_its_line_counted(table in table()) {
        let (text, expected) = written(&table, '|', "\r\n", false);
        let records = read(format!("sep=|\r\n{text}").as_bytes(), &ReadOptions::default()).unwrap();
        let lines: Vec<u64> = records.iter().map(|record| record.line() - 1).collect();
        prop_assert_eq!(lines, expected.iter().map(Record::line).collect::<Vec<_>>());
    }

    #[test]
    fn the_delimiter_of_a_list_is_found(
        names in proptest::collection::vec(("[A-Z][a-zäöü]{2,8}", "[A-Z][a-z]{2,8}(, [A-Z][a-z]{2,5})?", "[0-9]{1,2}[.,][0-9]{2}"), 2..30),
        delimiter in prop::sample::select(vec![';', '\t', '|']),
    ) {
        let mut text = format!("Name{delimiter}Ort{delimiter}Betrag\n");
        for (name, place, money) in names {
            text.extend([name, place, money].join(&delimiter.to_string()).chars().chain(['\n']));
        }
        let source = Source::from_reader("list.csv", text.as_bytes()).unwrap();
        let sheet = Sheet::open(&source, &ReadOptions::default()).unwrap();
        prop_assert_eq!(sheet.delimiter(), Some(delimiter));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(
        start in prop::sample::select(vec![&b""[..], b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF", b"sep=;\n", b"\"", b"PK\x03\x04"]),
        bytes in proptest::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(b"\"\r\n;,\0a".to_vec())], 0..200),
        label in prop::option::of(prop::sample::select(vec!["utf-8", "utf-16le", "shift_jis", "gb18030", "iso-2022-jp", "latin1"])),
    ) {
        let options = ReadOptions { encoding: label.map(str::to_owned), delimiter: None, sheet: None };
        let bytes = [start, &bytes].concat();
        if let Ok(records) = read(&bytes, &options) {
            let lines: Vec<u64> = records.iter().map(Record::line).collect();
            prop_assert!(lines.is_sorted_by(|one, next| one < next), "{:?}", lines);
        }
    }
}

fn workbook() -> Vec<u8> {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let mut book = Workbook::new();
    let cover = book.add_worksheet();
    cover
        .set_name("Deckblatt")
        .unwrap()
        .write(0, 0, "Anmeldungen")
        .unwrap();
    let hidden = book.add_worksheet();
    hidden.set_hidden(true);
    hidden.write(0, 0, "a").unwrap().write(1, 0, "b").unwrap();
    let answers = book.add_worksheet();
    answers.set_name("Antworten").unwrap();
    let dated = Format::new().set_num_format("dd.mm.yyyy hh:mm:ss");
    let moment = ExcelDateTime::parse_from_str("2020-10-08T09:58:03").unwrap();
    answers
        .write(1, 0, "Name")
        .unwrap()
        .write(1, 2, "Zeit")
        .unwrap();
    answers
        .merge_range(2, 0, 2, 1, "Jürgen", &Format::new())
        .unwrap();
    answers
        .write_datetime_with_format(2, 2, &moment, &dated)
        .unwrap();
    answers
        .write(4, 0, 493_012_345_678_i64)
        .unwrap()
        .write(4, 1, true)
        .unwrap();
    let tickets = book.add_worksheet();
    tickets
        .set_name("Karten")
        .unwrap()
        .write(0, 0, "a")
        .unwrap()
        .write(1, 0, "b")
        .unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_gives_the_rows_of_its_first_table() {
    let source = Source::from_reader("list.csv", &workbook()[..]).unwrap();
    let sheet = Sheet::open(&source, &ReadOptions::default()).unwrap();
    let records: Vec<_> = sheet.records().unwrap().map(Result::unwrap).collect();
    let expected = [
        Record::new(2, ["Name", "", "Zeit"]),
        Record::new(3, ["Jürgen", "", "2020-10-08T09:58:03"]),
        Record::new(5, ["493012345678", "TRUE"]),
    ];
    assert_eq!(records, expected);
    assert_eq!(
        (sheet.encoding().in_english().as_str(), sheet.delimiter()),
        ("xlsx", None)
    );
    assert_eq!(
        sheet.notes()[0].to_string(),
        "sheet `Antworten` was read, not `Karten`: --sheet 'Karten' reads another one"
    );
}

#[test]
fn a_broken_workbook_is_an_error_wherever_it_breaks() {
    let whole = workbook();
    for cut in (30..whole.len()).step_by(97) {
        let error = read(&whole[..cut], &ReadOptions::default()).unwrap_err();
        let damaged = matches!(
            error,
            ReadError::DamagedSpreadsheet { .. } | ReadError::NotText { .. }
        );
        assert!(damaged, "cut at {cut}: {error}");
    }
    let mut refused = 0;
    for place in (0..whole.len()).step_by(13) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x55;
        let source = Source::from_reader("list.xlsx", &bytes[..]).unwrap();
        refused += usize::from(Workbook::open(&source, SpreadsheetKind::Xlsx, None).is_err());
    }
    assert!(refused > 0);
}
