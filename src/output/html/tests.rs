use super::super::{Bar, Bars, Cell, Figure, Language, Layout, Part, Table, samples};
use super::*;
use crate::output::Column;
use crate::output::keyed::columns;

fn page(document: impl Into<Document>, template: Option<&str>) -> Result<String, OutputError> {
    let template = template.map(|text| Template {
        name: "ours.html".to_owned(),
        text: text.to_owned(),
    });
    let options = Options {
        language: Language::De,
        ..Options::default()
    };
    let mut bytes = Vec::new();
    write(document.into(), template.as_ref(), &options, &mut bytes)?;
    Ok(String::from_utf8(bytes).unwrap())
}

#[test]
fn a_table_has_a_heading_for_every_column_and_a_cell_for_every_row() {
    let page = page(samples::nasty(), None).unwrap();
    assert!(
        page.starts_with("<!DOCTYPE html>\n<html lang=\"de\">"),
        "{page}"
    );
    assert_eq!(page.matches("<h1>").count(), 1);
    let table = samples::nasty();
    let (columns, rows) = (table.columns_for_people().len(), table.rows().len());
    let filled = table
        .sections()
        .iter()
        .filter(|it| !it.rows.is_empty())
        .count();
    assert_eq!(page.matches("<th scope=\"col\"").count(), columns * filled);
    assert_eq!(page.matches("<td").count(), (columns - 1) * rows);
    assert_eq!(page.matches("<th scope=\"row\"").count(), rows);
    assert!(page.contains("nicht erschienen"), "{page}");
    assert!(
        page.contains("<p class=\"none\">(keine Einträge)</p>"),
        "{page}"
    );
}

#[test]
fn nothing_from_the_data_is_obeyed() {
    let mut document = Document::new("a", "<script>1</script>");
    let nasty = "<img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}\u{202e}\u{1b}[31m\u{0}";
    document.lines.push(nasty.to_owned());
    document.push(Part::Heading(nasty.to_owned()));
    document.push(Part::Paragraph(nasty.to_owned()));
    document.push(Part::List(vec![nasty.to_owned()]));
    document.push(Part::Signature(nasty.to_owned()));
    document.push(Part::Facts(vec![(Column::of(columns::NAME), nasty.into())]));
    document.push(Part::Figures(vec![Figure {
        column: Column::answers(nasty),
        value: nasty.into(),
        remark: nasty.to_owned(),
    }]));
    document.push(Part::Bars(Bars {
        caption: nasty.to_owned(),
        whole: Some(nasty.to_owned()),
        part: nasty.to_owned(),
        beyond: None,
        bars: vec![Bar {
            name: nasty.to_owned(),
            part: 1,
            whole: Some(2),
            beyond: 0,
        }],
    }));
    let mut table = Table::new("t", nasty, vec![Column::answers(nasty)]);
    table.begin_group(nasty, vec![nasty.to_owned()]);
    table.push(vec![nasty.into()]);
    table.note(nasty);
    document.push(Part::Table(table));
    let page = page(document, None).unwrap();
    for forbidden in ["<script", "<img", "\u{202e}", "\u{1b}", "\u{0}", ">49<"] {
        assert!(!page.contains(forbidden), "{forbidden:?} in {page}");
    }
    assert_eq!(
        page.matches("&lt;img src=x onerror=alert(1)&gt;{{ 7*7 }}{% raw %}")
            .count(),
        25
    );
}

#[test]
fn lines_of_a_cell_stay_lines() {
    let mut table = Table::new("t", "", vec![Column::of(columns::NAME)]);
    table.push(vec![Cell::from("one\r\ntwo")]);
    assert!(page(table, None).unwrap().contains(">one\ntwo</th>"));
}

#[test]
fn every_letter_is_a_page_in_its_language() {
    let mut document = Document::new("letters", "Letters");
    document.layout = Layout::Letters;
    for language in [Language::En, Language::De] {
        document.push(Part::NewPage(language));
        document.push(Part::Table(Table::new(
            "t",
            "",
            vec![Column::of(columns::NAME)],
        )));
    }
    let page = page(document, None).unwrap();
    assert!(
        page.contains(
            "<div class=\"page\" lang=\"en\">\n<section class=\"group\">\n<p class=\"none\">(none)"
        ),
        "{page}"
    );
    assert!(
        page.contains(
            "<div class=\"page\">\n<section class=\"group\">\n<p class=\"none\">(keine Einträge)"
        ),
        "{page}"
    );
}

#[test]
fn an_own_template_adds_its_letterhead() {
    let own = "{% extends \"document.html\" %}{% block letterhead %}<p>Netz & Werk</p>{% endblock %}\
         {% block footer %}<p>{{ document.name }}</p>{% endblock %}";
    let page = page(samples::nasty(), Some(own)).unwrap();
    // On paper the foot is fixed to each page, and room for it is reserved at the end of each.
    let name = samples::nasty().name;
    assert!(page.contains(&format!(
        "<div class=\"foot\" aria-hidden=\"true\"><p>{name}</p></div>"
    )));
    assert!(page.contains(&format!("<div class=\"foot-room\"><p>{name}</p></div>")));
    assert!(page.contains("<p>Netz & Werk</p>"), "{page}");
    assert!(
        page.contains("M&#252;ller, Anna") || page.contains("Müller, Anna"),
        "{page}"
    );
}

#[test]
fn times_and_addresses_are_not_broken() {
    let list = |address: &str| {
        let headings = [columns::NAME, columns::FIRST_JOINED, columns::EMAIL];
        let mut table = Table::new("list", "List", headings.map(Column::of).to_vec());
        table.push(vec![
            Cell::from("Anna"),
            Cell::Moment {
                iso: "2024-06-12T10:00:00+02:00".to_owned(),
                shown: "12.06.2024 10:00".to_owned(),
            },
            Cell::from(address),
        ]);
        table.push(vec![Cell::from("Bernd")]);
        let mut document = Document::from(table);
        document.layout = Layout::Landscape;
        page(document, None).unwrap()
    };
    let shown = list("anna.mueller-luedenscheidt@cluster.example.org");
    assert!(
        shown.contains("<td class=\"short\">12.06.2024 10:00</td>"),
        "{shown}"
    );
    assert!(
        shown.contains("<td class=\"address\">anna.mueller-luedenscheidt@cluster."),
        "{shown}"
    );
    // Longer than a column of a page.
    assert!(list(&format!("{}@example.org", "a".repeat(60))).contains("<td class=\"long\">aaa"));
    assert!(list("see anna@example.org").contains("<td>see "));
}

#[test]
fn a_title_at_the_foot_of_a_sheet_ends_no_style() {
    let title = "A \"quoted\" </style>\nline \\ of ".to_owned() + &"x".repeat(200);
    let page = page(Document::new("a", title), None).unwrap();
    let foot = page.split("@bottom-left { content: \"").nth(1).unwrap();
    let foot = foot.split("\"; font").next().unwrap();
    assert!(
        foot.starts_with("A \\22 quoted\\22  \\3c /style\\3e "),
        "{foot}"
    );
    assert!(
        foot.ends_with("xxx…") && !foot.contains(['"', '<', '\n']),
        "{foot}"
    );
}

#[test]
fn an_own_template_may_do_without_the_built_in_ones_and_is_escaped_all_the_same() {
    let own = "{% for page in document.pages %}{% for part in page.parts %}{% for group in part.groups %}\
               {% for row in group.rows %}{{ row[0] }};{% endfor %}{% endfor %}{% endfor %}{% endfor %}";
    let mut table = Table::new("t", "", vec![Column::of(columns::NAME)]);
    table.push(vec![Cell::from("<b>")]);
    table.push(vec![Cell::from("B")]);
    assert_eq!(page(table, Some(own)).unwrap(), "&lt;b&gt;;B;\n");
}

#[test]
fn a_mistake_in_an_own_template_is_told_with_its_line() {
    let told = |text: &str| page(samples::nasty(), Some(text)).unwrap_err().to_string();
    assert_eq!(
        told("\n{% for %}"),
        "ours.html, line 2: unexpected end of block, expected in"
    );
    assert_eq!(
        told("\n\n{{ documnt.title }}"),
        "ours.html, line 3: `documnt` is undefined"
    );
    assert_eq!(
        told("{% include \"other.html\" %}"),
        "ours.html, line 1: tried to include non-existing template 'other.html'"
    );
}

#[test]
fn a_full_disk_is_told() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let failed = write(
        samples::nasty().into(),
        None,
        &Options::default(),
        &mut Full,
    );
    assert!(
        matches!(failed, Err(OutputError::Write(error)) if error.kind() == std::io::ErrorKind::StorageFull)
    );
}
