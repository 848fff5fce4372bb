//! Comma-separated values, for spreadsheets and for import.
//!
//! # Two dialects
//!
//! A German Excel opens a CSV file by double click only if it is separated by semicolons, and reads accents correctly
//! only after a byte-order mark; it leaves `0.83` as text, and turns `1.5` into the first of May. So the dialect
//! follows the language of the headings:
//!
//! | | English | German |
//! | --- | --- | --- |
//! | separator | comma | semicolon |
//! | byte-order mark | none | yes |
//! | decimal sign | point | comma |
//!
//! Everything else is the same: UTF-8, a heading row, quotes where needed, a line feed at the end of each record (every
//! spreadsheet reads it, and it works with diff, git and grep), keys for labels, ISO 8601 for moments. A script that
//! needs the same file everywhere uses `--lang en` or JSON.
//!
//! # Reports
//!
//! A report is read by people: in languages that have [words](has_csv_words), it has these in place of keys, and dates
//! that their spreadsheets understand. English has none: some of its readers put the day first and some the month, and
//! ISO 8601 works for both. Data that import reads (`export`), and `raw` output, are the same in every language.
//!
//! Text and headings are [guarded](guard()) against being run as formulas unless [`Options::raw`] is set; apart from
//! that, text is unchanged.

use std::borrow::Cow;

use csv::WriterBuilder;

use super::conventions::{CsvDialect, csv_dialect, has_csv_words};
use super::{Cell, Options, Render, Table, guard, make_unique};

/// [`Format::Csv`](super::Format::Csv)
pub(super) struct Csv;

impl Render for Csv {
    fn render(&self, table: &Table, options: &Options) -> Vec<u8> {
        let CsvDialect { mark, separator } = csv_dialect(options.language);
        let mut writer = WriterBuilder::new()
            .delimiter(separator)
            .from_writer(mark.as_bytes().to_vec());
        if !table.columns().is_empty() {
            // Headings are made unique like keys, since import distinguishes columns by them.
            let headings = table.columns().iter().map(|column| &column.heading);
            let headings = make_unique(headings.map(|it| it.in_language(options.language)));
            let headings = headings.iter().map(|it| guarded(it, options).into_owned());
            write(&mut writer, headings.map(Cow::Owned));
            for row in table.rows() {
                write(&mut writer, row.iter().map(|cell| field(cell, options)));
            }
        }
        writer
            .into_inner()
            .expect("writing into memory does not fail")
    }
}

fn write<'a>(writer: &mut csv::Writer<Vec<u8>>, fields: impl Iterator<Item = Cow<'a, str>>) {
    for field in fields {
        writer
            .write_field(field.as_bytes())
            .expect("writing into memory does not fail");
    }
    writer
        .write_record(None::<&[u8]>)
        .expect("every row has a cell for each column");
}

fn field<'a>(cell: &'a Cell, options: &Options) -> Cow<'a, str> {
    let has_words = options.is_report && !options.raw && has_csv_words(options.language);
    let text = if has_words {
        cell.for_report(options.language)
    } else {
        cell.for_spreadsheet(options.language)
    };
    if cell.is_number() {
        return text;
    }
    match text {
        Cow::Borrowed(text) => guarded(text, options),
        Cow::Owned(text) => Cow::Owned(guarded(&text, options).into_owned()),
    }
}

fn guarded<'a>(text: &'a str, options: &Options) -> Cow<'a, str> {
    if options.raw {
        Cow::Borrowed(text)
    } else {
        guard(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Column, Language, samples, unguard};
    use super::*;

    fn csv(table: &Table, options: &Options) -> String {
        String::from_utf8(Csv.render(table, options)).unwrap()
    }

    #[test]
    fn english_is_separated_by_commas() {
        let expected = "\
Session,Name,Organisation,Attendance,Minutes,Share,First joined,other names,done,Signature,Remarks,Remarks (2)
a,\"Müller, Anna\",\"Bio|M \"\"Süd\"\"\",present,52,0.8667,2020-10-08T10:00:00+02:00,Anni; A. M.,yes,,\"vegan
no nuts\",'=1+1
a,田中 太郎,,no-show,0,0,,,no,,+49 30 5550101,-3
b,x\u{1b}[31m\u{202e}gpj.exe,*Cluster* <b>_x_</b>,no-show,-3,,,'@home,,,'''=1,\u{200b}
";
        assert_eq!(csv(&samples::nasty(), &Options::default()), expected);
    }

    #[test]
    fn german_opens_in_a_german_excel() {
        let options = Options {
            language: Language::De,
            ..Options::default()
        };
        let expected = "\u{feff}\
Session;Name;Organisation;Teilnahme;Minuten;Anteil;Gekommen;Weitere Namen;done;Unterschrift;Remarks;Remarks (2)
a;Müller, Anna;\"Bio|M \"\"Süd\"\"\";present;52;0,8667;2020-10-08T10:00:00+02:00;\"Anni; A. M.\";yes;;\"vegan
no nuts\";'=1+1
a;田中 太郎;;no-show;0;0;;;no;;+49 30 5550101;-3
b;x\u{1b}[31m\u{202e}gpj.exe;*Cluster* <b>_x_</b>;no-show;-3;;;'@home;;;'''=1;\u{200b}
";
        assert_eq!(csv(&samples::nasty(), &options), expected);
    }

    #[test]
    fn raw_guards_nothing() {
        let options = Options {
            raw: true,
            ..Options::default()
        };
        let mut table = Table::new("t", "", vec![Column::answers("=Q")]);
        table.push(vec![Cell::from("=1+1")]);
        assert_eq!(csv(&table, &options), "=Q\n=1+1\n");
        assert_eq!(csv(&table, &Options::default()), "'=Q\n'=1+1\n");
    }

    #[test]
    fn a_table_without_rows_keeps_its_headings() {
        assert_eq!(
            csv(&samples::empty(), &Options::default()),
            "Name,Minutes\n"
        );
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            rows in prop::collection::vec(prop::array::uniform2("[a,;\"'=+\n\r\t é]{0,5}|\\PC{0,5}"), 0..6),
            german in any::<bool>(),
        ) {
            let language = if german { Language::De } else { Language::En };
            let columns = vec![Column::answers("A"), Column::answers("B")];
            let mut table = Table::new("t", "", columns);
            for row in &rows {
                table.push(row.iter().map(|text| Cell::from(text.as_str())).collect());
            }
            let bytes = Csv.render(&table, &Options { language, ..Options::default() });
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(csv_dialect(language).separator)
                .from_reader(bytes.as_slice());
            prop_assert_eq!(reader.headers().unwrap(), vec!["A", "B"]);
            let read: Vec<[String; 2]> = reader
                .records()
                .map(|record| {
                    let record = record.unwrap();
                    [unguard(&record[0]).into_owned(), unguard(&record[1]).into_owned()]
                })
                .collect();
            prop_assert_eq!(read, rows);
        }
    }
}
