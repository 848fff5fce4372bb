use std::collections::BTreeMap;
use std::io::Read as _;

use super::super::logo::tests::DOT;
use super::super::{
    Bar, Bars, Cell, Chart, Column, Figure, Letters, Link, Logo, Part, Series, Table, samples,
};
use super::*;
use crate::output::keyed::columns;

/// Returns the parts of a package, after checking that each is well-formed.
fn parts(document: impl Into<Document>, language: Language) -> BTreeMap<String, String> {
    let options = Options {
        language,
        ..Options::default()
    };
    let bytes = write(document.into(), &options).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if [".xml", ".rels"].iter().any(|it| name.ends_with(it)) {
            let text = String::from_utf8(bytes).unwrap();
            check(&name, &text);
            parts.insert(name, text);
        } else {
            parts.insert(name, String::new());
        }
    }
    parts
}

/// Parses XML to its end, tag by tag.
fn check(name: &str, text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut depth = 0;
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Start(_)) => depth += 1,
            Ok(quick_xml::events::Event::End(_)) => depth -= 1,
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{name}: {error}\n{text}"),
        }
    }
    assert_eq!(depth, 0, "{name}");
}

fn everything() -> Document {
    let mut document = Document::new("all", "All & \"more\" <b>");
    document.lines = vec!["8 October 2020".to_owned()];
    document.logos = vec![Logo {
        kind: PictureKind::Png,
        bytes: DOT.to_vec(),
    }];
    document.push(Part::Heading("Figures".to_owned()));
    document.push(Part::Figures(vec![Figure {
        column: Column::of(columns::NAME),
        value: 7_i64.into(),
        remark: "of 8".to_owned(),
    }]));
    document.push(Part::Facts(vec![(
        Column::of(columns::NAME),
        "Anna".into(),
    )]));
    document.push(Part::Facts(vec![(
        Column::of(columns::NAME),
        "Bert".into(),
    )]));
    document.push(Part::Chart(Chart {
        start: "10:00".to_owned(),
        end: "10:02".to_owned(),
        times: ["10:00", "10:01", "10:02"].map(Cell::from).to_vec(),
        panels: Vec::new(),
        series: vec![Series {
            caption: "People".to_owned(),
            values: vec![0, 4, 1],
            height: 2,
        }],
    }));
    document.push(Part::Bars(Bars {
        caption: "Places".to_owned(),
        whole: Some("did not come".to_owned()),
        part: "came".to_owned(),
        beyond: Some("others".to_owned()),
        bars: vec![Bar {
            name: "Keynote <1>".to_owned(),
            part: 5,
            whole: Some(12),
            beyond: 2,
        }],
    }));
    document.push(Part::List(vec!["one".to_owned(), "two".to_owned()]));
    document.push(Part::Links(vec![Link {
        target: "report.html".to_owned(),
        text: "Report".to_owned(),
    }]));
    document.push(Part::Table(samples::nasty()));
    document.push(Part::Signature("Place, date".to_owned()));
    document
}

#[test]
fn every_kind_of_part_is_there() {
    let parts = parts(everything(), Language::En);
    let body = &parts["word/document.xml"];
    for piece in [
        "<w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t xml:space=\"preserve\">All &amp; &quot;more&quot; &lt;b&gt;</w:t>",
        "<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Figures</w:t>",
        "<w:pStyle w:val=\"Figure\"/></w:pPr><w:r><w:t xml:space=\"preserve\">7</w:t>",
        "of 8",
        "<w:tblCaption w:val=\"Session A\"/>",
        "<w:pStyle w:val=\"ListBullet\"/></w:pPr><w:r><w:t xml:space=\"preserve\">two</w:t>",
        "<w:hyperlink r:id=\"rId3\">",
        "<w:pStyle w:val=\"SignatureLine\"/>",
        // The alternative text of pictures.
        "descr=\"People (10:00–10:02)\"",
        "descr=\"Places. Keynote &lt;1&gt;: 5 / 12 + 2\"",
        // Line breaks in cells are kept, numbers are right-aligned.
        "vegan</w:t><w:br/><w:t xml:space=\"preserve\">no nuts",
        "<w:jc w:val=\"right\"/></w:pPr><w:r><w:t xml:space=\"preserve\">52</w:t>",
        // An empty group says so.
        ">(none)</w:t>",
        ">Rule: 50\u{a0}%.</w:t>",
        // Misleading characters are escaped, as everywhere.
        "x\\u{1b}[31m\\u{202e}gpj.exe",
    ] {
        assert!(body.contains(piece), "{piece} is not in {body}");
    }
    // Both heading rows of both non-empty groups.
    assert_eq!(body.matches("<w:tblHeader/>").count(), 4);
    // Adjacent tables would be joined.
    assert!(!body.contains("</w:tbl><w:tbl>"), "{body}");
    let chart = &parts["word/charts/chart2.xml"];
    for value in ["<c:v>5</c:v>", "<c:v>7</c:v>", "<c:v>2</c:v>"] {
        assert!(chart.contains(value), "{chart}");
    }
    assert!(parts["word/charts/chart1.xml"].contains("<c:ptCount val=\"3\"/>"));
    assert!(parts.contains_key("word/embeddings/numbers2.xlsx"));
    assert!(parts.contains_key("word/media/logo1.png"));
    // The maximum height: 16 mm, with a ratio of three to two.
    assert!(
        parts["word/header1.xml"].contains("cx=\"864000\" cy=\"576000\""),
        "{}",
        parts["word/header1.xml"]
    );
    let core = &parts["docProps/core.xml"];
    assert!(core.contains("<dc:title>All &amp; &quot;more&quot; &lt;b&gt;</dc:title>"));
    assert!(!core.contains("created"), "{core}");
}

#[test]
fn whatever_is_referred_to_is_there() {
    let parts = parts(everything(), Language::De);
    for (name, text) in parts.iter().filter(|(name, _)| name.contains("_rels/")) {
        let folder = name.replace("_rels/", "");
        let folder = folder.rsplit_once('/').map_or("", |it| it.0);
        for relation in text.split("<Relationship ").skip(2) {
            if relation.contains("External") {
                continue;
            }
            let target = relation.split("Target=\"").nth(1).unwrap();
            let target = target.split('"').next().unwrap();
            let path = match target.strip_prefix("../") {
                Some(rest) => format!("word/{rest}"),
                None if folder.is_empty() => target.to_owned(),
                None => format!("{folder}/{target}"),
            };
            assert!(parts.contains_key(&path), "{path} of {name}");
        }
    }
    // Every id used in the text is a relationship.
    let relations = &parts["word/_rels/document.xml.rels"];
    let body = &parts["word/document.xml"];
    let ids: Vec<&str> = body.split("r:id=\"").skip(1).collect();
    assert_eq!(ids.len(), 5, "two charts, a link, head and foot");
    for id in ids {
        let id = id.split('"').next().unwrap();
        assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
    }
    assert!(parts["word/styles.xml"].contains("w:lang w:val=\"de-DE\""));
    assert!(parts["word/footer1.xml"].contains("Seite "));
}

#[test]
fn letters_begin_on_pages_of_their_own_in_their_language() {
    let mut document = Document::new("letters", "Letters");
    document.layout = Layout::Letters;
    for language in [Language::En, Language::De, Language::En] {
        document.push(Part::NewPage(language));
        document.push(Part::Heading("Certificate".to_owned()));
    }
    let parts = parts(document, Language::En);
    let body = &parts["word/document.xml"];
    assert_eq!(body.matches("<w:pageBreakBefore/>").count(), 2);
    assert_eq!(body.matches("<w:lang w:val=\"de-DE\"/>").count(), 1);
    // The title of the set appears on none of the letters, and none has a footer.
    assert!(!body.contains("Letters"), "{body}");
    assert!(!parts.contains_key("word/footer1.xml"));
}

#[test]
fn each_list_to_sign_is_a_sheet_with_rows_of_nine_millimetres() {
    let mut table = samples::nasty();
    table.is_paged = true;
    let parts = parts(table, Language::En);
    let body = &parts["word/document.xml"];
    assert_eq!(body.matches("<w:pageBreakBefore/>").count(), 2);
    assert_eq!(body.matches("<w:trHeight w:val=\"510\"").count(), 3);
    assert!(body.contains("w:orient=\"landscape\""));
}

#[test]
fn a_group_to_sign_has_a_line_for_each_of_its_texts() {
    let mut table = Table::new("list", "List", vec![Column::of(columns::NAME)]);
    table.begin_group("Meeting", Vec::new());
    table.push(vec!["Anna".into()]);
    table.close_group("Total: ____");
    table.leave_to_sign(vec!["Place, date".to_owned(), "Signature".to_owned()]);
    let parts = parts(table, Language::En);
    let (above, foot) = parts["word/document.xml"]
        .split_once("Total: ____")
        .unwrap();
    assert!(!above.contains("SignatureLine"), "{above}");
    for text in ["Place, date", "Signature"] {
        let line = format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"4732\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"SignatureLine\"/>\
             <w:ind w:right=\"0\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p></w:tc>"
        );
        assert!(foot.contains(&line), "{foot}");
    }
}

#[test]
fn two_signatures_below_each_other_have_a_line_each() {
    let mut document = Document::new("letter", "Letter");
    document.push(Part::Signature("Place, date".to_owned()));
    document.push(Part::Signature("Dr. Sommer".to_owned()));
    let parts = parts(document, Language::En);
    let body = &parts["word/document.xml"];
    let between = body.split("SignatureLine").nth(1).unwrap();
    // Office programs draw one line for both if nothing is between them.
    assert!(between.contains("<w:pStyle w:val=\"Gap\"/>"), "{body}");
}

#[test]
fn days_are_headings_above_their_groups() {
    let mut table = Table::new("list", "", vec![Column::of(columns::NAME)]);
    for (day, group) in [("Thursday", "Keynote"), ("Friday", "Panel")] {
        table.begin_group(group, Vec::new());
        table.put_under(day);
        table.push(vec!["Anna".into()]);
    }
    let parts = parts(table, Language::En);
    let headings: Vec<&str> = parts["word/document.xml"]
        .split("<w:pStyle w:val=\"Heading")
        .skip(1)
        .map(|it| it.split("</w:t>").next().unwrap())
        .map(|it| it.trim_start_matches("1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">"))
        .map(|it| it.trim_start_matches("2\"/></w:pPr><w:r><w:t xml:space=\"preserve\">"))
        .collect();
    assert_eq!(headings, ["Thursday", "Keynote", "Friday", "Panel"]);
}

#[test]
fn letters_of_a_list_for_the_door_are_parts_of_one_large_table() {
    let mut table = Table::new("door", "Door", vec![Column::of(columns::NAME)]);
    table.letters = Letters::Large;
    for name in ["Anna", "Bert"] {
        table.begin_group(&name[..1], Vec::new());
        table.push(vec![name.into()]);
    }
    let parts = parts(table, Language::En);
    let body = &parts["word/document.xml"];
    assert_eq!(body.matches("<w:tbl>").count(), 1, "{body}");
    assert_eq!(body.matches("<w:tblHeader/>").count(), 1, "{body}");
    for name in ["Anna", "Bert"] {
        let cell = format!(
            "<w:pStyle w:val=\"LargeCell\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{name}</w:t>"
        );
        assert!(body.contains(&cell), "{body}");
    }
    assert!(parts["word/styles.xml"].contains("w:styleId=\"LargeCell\""));
}

/// A table with this many columns of a word of this many letters, upright however many there are.
fn of_words(columns: usize, letters: usize) -> Table {
    let word = "n".repeat(letters);
    let columns: Vec<Column> = (0..columns)
        .map(|number| Column::answers(format!("{number}")))
        .collect();
    let mut table = Table::new("t", "T", columns);
    table.is_dense = true;
    table.push(vec![word.as_str().into(); table.columns().len()]);
    table
}

#[test]
fn a_word_is_not_broken_while_the_paper_can_be_turned_or_the_font_be_smaller() {
    let look = |columns, letters| {
        let parts = parts(of_words(columns, letters), Language::En);
        let body = parts["word/document.xml"].clone();
        let style = body.split("Cell\"/>").next().unwrap();
        let style = style.rsplit('"').next().unwrap().to_owned();
        let widths = body.split("<w:gridCol w:w=\"").skip(1);
        let narrowest: u32 = widths
            .map(|it| it.split('"').next().unwrap().parse().unwrap())
            .min()
            .unwrap();
        (style, body.contains("landscape"), narrowest)
    };
    let (style, is_turned, _) = look(5, 10);
    assert_eq!((style.as_str(), is_turned), ("", false));
    // 56 hundredths of 9 points for each letter.
    let (style, is_turned, narrowest) = look(8, 12);
    assert_eq!((style.as_str(), is_turned), ("", true));
    assert!(narrowest >= 12 * 56 * 180 / 100, "{narrowest}");
    let (style, is_turned, narrowest) = look(10, 14);
    assert_eq!((style.as_str(), is_turned), ("Small", true));
    assert!(narrowest >= 14 * 56 * 160 / 100, "{narrowest}");
    let (style, _, narrowest) = look(10, 17);
    assert_eq!(style, "Smallest");
    assert!(narrowest >= 17 * 56 * 140 / 100, "{narrowest}");
}

#[test]
fn equal_documents_are_equal_bytes_and_have_no_date() {
    let options = Options::default();
    let first = write(everything(), &options).unwrap();
    assert!(first == write(everything(), &options).unwrap());
    let mut archive = zip::ZipArchive::new(Cursor::new(first)).unwrap();
    for index in 0..archive.len() {
        let date = archive.by_index(index).unwrap().last_modified();
        assert_eq!(date.map(|it| it.year()), Some(1980));
    }
}

#[test]
fn what_xml_cannot_hold_is_not_in_it() {
    let mut table = Table::new(
        "t",
        "A\u{fffe}\u{0}\u{b}]]>",
        vec![Column::of(columns::NAME)],
    );
    table.push(vec!["\u{ffff}<w:t>&amp;".into()]);
    let parts = parts(table, Language::En);
    let body = &parts["word/document.xml"];
    assert!(body.contains("\u{fffd}&lt;w:t&gt;&amp;amp;"), "{body}");
    assert!(!body.contains(['\u{fffe}', '\u{ffff}', '\u{b}']), "{body}");
}
