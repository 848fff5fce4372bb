//! Every page there is, and the simplest reading of each format, for tests that hold something of all of them.

use std::collections::BTreeMap;

/// Every table and document that needs no name of anybody.
pub(crate) const PAGES: &[&[&str]] = &[
    &["report", "attendance"],
    &["report", "attendance", "--by", "person"],
    &["report", "attendance", "--by", "matrix"],
    &["report", "sign-in", "--blank", "2"],
    &["report", "sign-in", "--by", "event", "--blank", "2"],
    &["report", "evidence", "--blank", "2"],
    &["report", "door", "--blank", "2"],
    &["report", "participants"],
    &["report", "answers"],
    &["report", "organisations", "--absent"],
    &["report", "sessions"],
    &["report", "organisations"],
    &["report", "no-shows"],
    &["report", "history"],
    &["report", "history", "--by", "organisation"],
    &["export", "organisations"],
    &["export", "people"],
    &["export", "programme"],
    &["export", "signups"],
    &["export", "attendance"],
    &["export", "mailing"],
    &["person", "list"],
    &["organisation", "list"],
    &["event", "list"],
    &["session", "list"],
    &["signup", "list"],
    &["attendance", "list"],
    &["history"],
];

/// Every document, and the picture, which is lines for people and rows for programs.
pub(crate) const DOCUMENTS: &[&[&str]] = &[
    &["report", "curve"],
    &["report", "event"],
    &["report", "event", "--public"],
    &["person", "show", "1"],
    &["organisation", "show", "1"],
    &["session", "show", "1"],
    &["event", "show"],
];

/// Those of them that can be written to a file, and so be a workbook.
pub(crate) fn to_a_file() -> impl Iterator<Item = &'static [&'static str]> {
    let pages = PAGES.iter().copied();
    pages.filter(|it| ["report", "export"].contains(&it[0]))
}

/// The formats that people read.
pub(crate) const FOR_PEOPLE: [&str; 3] = ["text", "markdown", "html"];

/// A table as people see it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Its headings.
    pub(crate) headings: Vec<String>,
    /// What stands in each row, in one line.
    pub(crate) rows: Vec<String>,
}

/// Words with one blank between them, whatever stood there.
pub(crate) fn line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|it: char| it.is_whitespace() || it == '⏎')
        .filter(|it| !it.is_empty())
        .collect();
    words.join(" ")
}

/// The tables of a text: headings, a rule, rows up to an empty line.
pub(crate) fn of_text(text: &str) -> Vec<Seen> {
    let lines: Vec<&str> = text.lines().collect();
    let is_rule = |it: &&str| it.chars().count() > 2 && it.chars().all(|it| it == '─');
    let mut tables = Vec::new();
    for (at, _) in lines.iter().enumerate().filter(|(_, it)| is_rule(it)) {
        // Between two letters there is a rule as well, with nothing above it.
        if at == 0 || lines[at - 1].is_empty() {
            continue;
        }
        let headings = lines[at - 1].trim().split("  ").map(line);
        tables.push(Seen {
            headings: headings.filter(|it| !it.is_empty()).collect(),
            rows: lines[at + 1..]
                .iter()
                .take_while(|it| !it.is_empty())
                .map(|it| line(it))
                .collect(),
        });
    }
    tables
}

/// The tables of a page in Markdown.
pub(crate) fn of_markdown(text: &str) -> Vec<Seen> {
    let lines: Vec<&str> = text.lines().collect();
    let mut tables = Vec::new();
    for (at, _) in lines
        .iter()
        .enumerate()
        .filter(|(_, it)| it.starts_with("| -") || it.starts_with("| :"))
    {
        let headings = cells(lines[at - 1]);
        let rows = lines[at + 1..].iter().take_while(|it| it.starts_with('|'));
        let rows = rows.map(|row| {
            let cells = cells(row);
            assert_eq!(cells.len(), headings.len(), "{row}");
            line(&cells.join(" "))
        });
        tables.push(Seen {
            rows: rows.collect(),
            headings: headings.into_iter().filter(|it| !it.is_empty()).collect(),
        });
    }
    tables
}

/// The cells of a line of a pipe table.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut characters = row.trim().trim_start_matches('|').chars();
    while let Some(character) = characters.next() {
        let cell = cells.last_mut().unwrap();
        match character {
            '\\' => cell.extend(['\\'].into_iter().chain(characters.next())),
            '|' => cells.push(String::new()),
            _ => cell.push(character),
        }
    }
    cells.pop();
    cells.iter().map(|it| markdown_words(it)).collect()
}

/// What a reader of Markdown sees, in one line.
pub(crate) fn markdown_words(text: &str) -> String {
    let text = text.replace("<br>", " ");
    let mut words = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, characters.peek()) {
            ('\\', Some(next)) if next.is_ascii_punctuation() => words.extend(characters.next()),
            _ => words.push(character),
        }
    }
    line(&words)
}

/// The heading of a part of a table.
const INITIAL: &str = "<tr class=\"initial\">";

/// The tables of a page.
pub(crate) fn of_html(page: &str) -> Vec<Seen> {
    let tables = page.split("<table").skip(1);
    let mut seen = Vec::new();
    for table in tables {
        let table = table.split("</table>").next().unwrap();
        let (head, body) = table.split_once("</thead>").unwrap_or(("", table));
        // Sums and what is signed follow the rows.
        let body = body.split("<tbody class=\"end\">").next().unwrap();
        // Lists under several headings may be parts of one table.
        let parts: Vec<&str> = if body.contains(INITIAL) {
            body.split(INITIAL)
                .skip(1)
                .map(|it| it.split_once("</tr>").unwrap().1)
                .collect()
        } else {
            vec![body]
        };
        seen.extend(parts.into_iter().map(|body| {
            let inside = |text: &str, tag: &str| -> Vec<String> {
                let (start, end) = (format!("<{tag}"), format!("</{}>", tag.trim()));
                let tags = text.split(start.as_str()).skip(1);
                tags.filter_map(|it| it.split_once('>'))
                    .map(|(_, it)| html_words(it.split(end.as_str()).next().unwrap()))
                    .collect()
            };
            // On paper the name of a list is repeated above the columns.
            let headings = inside(head.rsplit("<tr").next().unwrap(), "th ");
            let rows = body.split("<tr").skip(1);
            Seen {
                headings: headings.into_iter().filter(|it| !it.is_empty()).collect(),
                rows: rows
                    .map(|row| {
                        let row = row.replace("<th ", "<td ").replace("</th>", "</td>");
                        line(&inside(&row, "td").join(" "))
                    })
                    .collect(),
            }
        }));
    }
    seen
}

/// What a reader of a page sees of a text, in one line.
pub(crate) fn html_words(text: &str) -> String {
    let mut text = text.to_owned();
    for (entity, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2f;", "/"),
        ("&#x60;", "`"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, character);
    }
    line(&text)
}

/// The elements of a page with the names of their attributes, and how many there are of each.
///
/// `class` is left out: it goes by the lengths of words.
pub(crate) fn elements(page: &str) -> BTreeMap<String, usize> {
    let mut elements = BTreeMap::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let (mut tag, mut quote) = (String::new(), None);
        for (at, character) in rest.char_indices() {
            match (character, quote) {
                ('>', None) => {
                    rest = &rest[at + 1..];
                    break;
                }
                ('"' | '\'', None) => quote = Some(character),
                (_, Some(open)) if open == character => quote = None,
                (_, Some(_)) => {}
                _ => tag.push(character),
            }
        }
        if tag == "style" {
            rest = &rest[rest.find("</style>").unwrap()..];
        }
        let words = tag.split_whitespace().filter(|it| *it != "class=");
        *elements
            .entry(words.collect::<Vec<_>>().join(" "))
            .or_default() += 1;
    }
    elements
}

#[test]
fn the_readings_read() {
    let table = Seen {
        headings: vec!["A b".to_owned(), "C".to_owned()],
        rows: vec!["1 <2 |x".to_owned(), "3".to_owned()],
    };
    let text = "Title\n\nA b  C\n──────\n1    <2 |x\n3\n\nnote\n";
    let markdown = "# Title\n\n| A b | C |\n| --- | --: |\n| 1 | \\<2<br>\\|x |\n| 3 | |\n\nnote\n";
    let html = "<table class=\"a>b\"><thead><tr><th scope=\"col\">A b</th><th scope=\"col\">C</th></tr></thead>\
        <tbody><tr><td>1</td><td class=\"x\">&lt;2\n|x</td></tr><tr><td>3</td><td></td></tr></tbody></table>";
    assert_eq!(of_text(text), [table]);
    assert_eq!(of_markdown(markdown), of_text(text));
    assert_eq!(of_html(html), of_text(text));
    let found = elements(&format!("<style>a<b</style>{html}<img src=x onerror='a'>"));
    assert_eq!((found["td"], found["table"]), (4, 1));
    assert!(found.contains_key("img src=x onerror="));
}
