//! Files read in every form.

use super::*;

fn opened(bytes: &[u8]) -> Result<Sheet, ReadError> {
    let source = Source::from_reader("list.csv", bytes).unwrap();
    Sheet::open(&source, &ReadOptions::default())
}

fn rows(sheet: &Sheet) -> Vec<Record> {
    sheet.records().unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_declaration_counts_as_a_line_and_is_no_record() {
    let sheet = opened(b"\xEF\xBB\xBF\"sep=,\"\r\nName,Ort\r\nAnna,Bonn\r\n").unwrap();
    assert_eq!(
        (sheet.encoding().in_english().as_str(), sheet.delimiter()),
        ("utf-8 with mark", Some(','))
    );
    let expected = [
        Record::new(2, ["Name", "Ort"]),
        Record::new(3, ["Anna", "Bonn"]),
    ];
    assert_eq!(rows(&sheet), expected);
    assert_eq!(rows(&sheet), expected);
}

#[test]
fn what_the_user_says_goes_first() {
    let source = Source::from_reader("list.csv", &b"sep=;\nJ\xFCrgen|a;b\n"[..]).unwrap();
    let options = ReadOptions {
        encoding: Some("windows-1250".into()),
        delimiter: Some(b'|'),
        sheet: None,
    };
    let sheet = Sheet::open(&source, &options).unwrap();
    assert_eq!(
        (sheet.encoding().in_english().as_str(), sheet.delimiter()),
        ("windows-1250", Some('|'))
    );
    assert_eq!(rows(&sheet), [Record::new(2, ["Jürgen", "a;b"])]);
    assert_eq!(sheet.notes(), []);
    let options = ReadOptions {
        encoding: Some("klingon".into()),
        delimiter: None,
        sheet: None,
    };
    let error = Sheet::open(&source, &options).unwrap_err();
    assert_eq!(error.to_string(), "there is no encoding `klingon`");
    let options = ReadOptions {
        encoding: None,
        delimiter: Some(b'"'),
        sheet: None,
    };
    assert!(matches!(
        Sheet::open(&source, &options),
        Err(ReadError::BadDelimiter { .. })
    ));
}

#[test]
fn files_without_a_table_are_refused() {
    for bytes in [&b""[..], b" \r\n\t\n", b"\xEF\xBB\xBF", b"\xFF\xFE"] {
        assert!(
            matches!(opened(bytes), Err(ReadError::Empty { .. })),
            "{bytes:?}"
        );
    }
    let refusal = |bytes: &[u8]| opened(bytes).unwrap_err().to_string();
    assert_eq!(
        refusal(b"\n<!DOCTYPE html>\n<html>"),
        "list.csv is a web page, not a table"
    );
    assert_eq!(
        refusal(b"%PDF-1.4"),
        "list.csv is a PDF document, not a table"
    );
    assert_eq!(
        refusal(&[1, 2, 3, b'a']),
        "list.csv is a binary file, not a table"
    );
    let cut = [
        &b"PK\x03\x04"[..],
        &[0; 26],
        b"xl/workbook.xml",
        b"........",
    ]
    .concat();
    assert_eq!(
        refusal(&cut),
        "list.csv is a damaged spreadsheet: it is not complete"
    );
}

#[test]
fn quotes_that_were_not_doubled_stay_in_their_cells() {
    let headings = "Name,Moderator,3,4,5,6,7,8,9,Join,Left,Duration,Sure, \"really\"?";
    let row = |name: &str, answer: &str| {
        let fixed = "\"FALSE\",\"1\",\"-\",\"-\",\"0\",\"0\",\"0\",\"0\",\"8.10.2020, 09:58:03\",\"-\",\"00:10:00\"";
        format!("\"{name}\",{fixed},\"{answer}\"")
    };
    let answers = "yes\r\n".repeat(300);
    let text = format!(
        "{headings}\r\n{}\r\n{}\r\n\"Anonymous\"{},\"{answers}no\"",
        row("Anna \"Ani\" Müller", "-"),
        row("Jörg \"Joe, der\" Weiß", "-"),
        ",\"\"".repeat(11),
    );
    let sheet = opened(text.as_bytes()).unwrap();
    assert_eq!(sheet.delimiter(), Some(','));
    let rows = rows(&sheet);
    let lines: Vec<_> = rows.iter().map(Record::line).collect();
    assert_eq!(lines, [1, 2, 3, 4]);
    let names: Vec<_> = rows.iter().filter_map(|row| row.get(0)).collect();
    assert_eq!(
        names,
        [
            "Name",
            "Anna \"Ani\" Müller",
            "Jörg \"Joe, der\" Weiß",
            "Anonymous"
        ]
    );
    assert_eq!(rows[0].get(13), Some(" \"really\"?"));
    assert!(rows[1..].iter().all(|row| row.width() == 13));
    // Rows that were set aside are written in good order, and read back as such.
    let mut writer = sheet.raw_writer(Vec::new()).unwrap();
    for record in &rows[..3] {
        writer.write(record.cells()).unwrap();
    }
    let again = opened(&writer.finish().unwrap()).unwrap();
    assert_eq!(self::rows(&again), rows[..3]);
    // Cut off within a cell, it is an unclosed quote as usual.
    let cut = opened(text.rsplit_once("yes").unwrap().0.as_bytes()).unwrap();
    let error = cut.records().unwrap().last().unwrap().unwrap_err();
    assert!(
        matches!(error, ReadError::OpenQuote { line: 4, .. }),
        "{error}"
    );
}

#[test]
fn rows_set_aside_can_be_imported_again() {
    for text in [
        "a;b\n\"x;y\";\"say \"\"hi\"\"\"\n",
        "a\tb\n\"x\ty\"\t\"two\nlines\"\n",
        "a\nb c\n",
    ] {
        let sheet = opened(text.as_bytes()).unwrap();
        let mut writer = sheet.raw_writer(Vec::new()).unwrap();
        for record in rows(&sheet) {
            writer.write(record.cells()).unwrap();
        }
        let again = opened(&writer.finish().unwrap()).unwrap();
        assert_eq!(again.delimiter(), sheet.delimiter());
        assert_eq!(again.encoding().in_english(), "utf-8 with mark");
        assert_eq!(rows(&again), rows(&sheet));
    }
}
