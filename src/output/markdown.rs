//! Markdown with pipe tables, for a wiki or an email.
//!
//! The source is for the program that renders it, so pipes are not aligned. Data is never markup: what Markdown or HTML
//! would interpret gets a backslash, and what a terminal would interpret is [`shown`]. A line break inside a cell
//! becomes `<br>`, the one tag every renderer supports.

use std::fmt::Write;

use super::document::facts_table;
use super::text::line_to_sign;
use super::{Align, Document, Layout, Options, Part, Render, Section, Table, none, shown};

/// [`Format::Markdown`](super::Format::Markdown)
pub(super) struct Markdown;

impl Render for Markdown {
    fn render(&self, table: &Table, options: &Options) -> Vec<u8> {
        finished(&of_table(table, 1, options))
    }
}

/// Returns a document in Markdown.
pub(super) fn document(document: &Document, options: &Options) -> Vec<u8> {
    let mut options = *options;
    let mut blocks = Vec::new();
    if document.layout != Layout::Letters {
        blocks.push(format!("# {}", escaped(&document.title)));
        blocks.extend(list(&document.lines));
    }
    let mut is_first = true;
    for part in &document.parts {
        match part {
            Part::Heading(heading) => blocks.push(format!("## {}", escaped(heading))),
            Part::Paragraph(words) => blocks.push(paragraph(words)),
            Part::Figures(figures) => {
                let figures = figures.iter().map(|figure| {
                    let label = escaped(figure.column.heading.in_language(options.language));
                    let value = escaped(&figure.value.for_people(options.language));
                    let remark = match figure.remark.as_str() {
                        "" => String::new(),
                        remark => format!(" ({})", escaped(remark)),
                    };
                    format!("- {label}: **{value}**{remark}")
                });
                blocks.push(figures.collect::<Vec<_>>().join("\n"));
            }
            Part::Facts(facts) => {
                if let Some(facts) = facts_table(facts, options.language) {
                    blocks.extend(of_table(&facts, 2, &options));
                }
            }
            Part::Table(table) => blocks.extend(of_table(table, 2, &options)),
            Part::Chart(chart) => blocks.push(picture(&chart.lines(None))),
            Part::Bars(bars) => blocks.push(picture(&bars.lines(None))),
            Part::List(items) => blocks.extend(list(items)),
            Part::Links(links) => {
                let links = links
                    .iter()
                    .map(|link| format!("- [{}]({})", escaped(&link.text), link.target));
                blocks.push(links.collect::<Vec<_>>().join("\n"));
            }
            Part::Signature(below) => blocks.push(format!("{RULE}  \n{}", paragraph(below))),
            Part::NewPage(language) => {
                options.language = *language;
                if !is_first {
                    blocks.push("---".to_owned());
                }
            }
        }
        is_first = false;
    }
    finished(&blocks)
}

/// A line to sign on.
const RULE: &str = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";

fn finished(blocks: &[String]) -> Vec<u8> {
    let mut document = blocks.join("\n\n");
    document.push('\n');
    document.into_bytes()
}

/// Returns lines as a list, if there are any.
fn list(lines: &[String]) -> Option<String> {
    let items = lines.iter().map(|line| format!("- {}", paragraph(line)));
    (!lines.is_empty()).then(|| items.collect::<Vec<_>>().join("\n"))
}

/// Returns a picture made of characters.
fn picture(lines: &[String]) -> String {
    let lines: Vec<_> = lines.iter().map(|line| shown(line)).collect();
    format!("```text\n{}\n```", lines.join("\n"))
}

/// Returns a table in blocks, with its title as a heading of this level.
fn of_table(table: &Table, level: usize, options: &Options) -> Vec<String> {
    let mut blocks = Vec::new();
    let heading = |level: usize, text: &str| format!("{} {}", "#".repeat(level), escaped(text));
    if !table.title.is_empty() {
        blocks.push(heading(level, &table.title));
    }
    blocks.extend(list(&table.lines));
    let mut sections = table.sections();
    if let Some(chart) = &table.chart {
        blocks.push(picture(&chart.lines(None)));
        sections.clear();
    }
    let has_days = table.groups().iter().any(|group| group.above.is_some());
    let below_days = usize::from(has_days);
    for section in sections {
        if let Some(group) = section.group {
            if let Some(above) = &group.above {
                blocks.push(heading(level + 1, above));
            }
            if !group.heading.is_empty() {
                blocks.push(heading(level + 1 + below_days, &group.heading));
            }
            blocks.extend(list(&group.lines));
        }
        blocks.push(pipe_table(table, &section, options));
        let below = section.group.iter().flat_map(|group| &group.below);
        blocks.extend(below.map(|line| paragraph(line)));
        let to_sign = section.group.iter().flat_map(|group| &group.to_sign);
        // The underscores of a line to sign on are not emphasis.
        blocks.extend(to_sign.map(|line| line_to_sign(&paragraph(line), None)));
    }
    blocks.extend(table.notes.iter().map(|note| paragraph(&note.said)));
    blocks
}

fn pipe_table(table: &Table, section: &Section<'_>, options: &Options) -> String {
    let columns = table.columns_for_people();
    if section.rows.is_empty() || columns.is_empty() {
        return none(options.language).to_owned();
    }
    let mut lines = String::new();
    let headings = columns.iter().map(|(_, column)| &column.heading);
    push_row(
        &mut lines,
        headings.map(|it| escaped(it.in_language(options.language))),
    );
    let rules = columns.iter().map(|(_, column)| match column.align {
        Align::Left => "---".to_owned(),
        Align::Right => "---:".to_owned(),
    });
    push_row(&mut lines, rules);
    for row in section.rows {
        let cells = columns.iter().map(|(index, _)| &row[*index]);
        push_row(
            &mut lines,
            cells.map(|cell| escaped(&cell.for_people(options.language))),
        );
    }
    lines.truncate(lines.trim_end().len());
    lines
}

fn push_row(lines: &mut String, cells: impl Iterator<Item = String>) {
    for cell in cells {
        let space = if cell.is_empty() { "" } else { " " };
        write!(lines, "|{space}{cell} ").expect("writing into memory does not fail");
    }
    lines.push_str("|\n");
}

/// Escapes text at the start of a line, where a number or a dash would begin a list.
fn paragraph(text: &str) -> String {
    let escaped = escaped(text);
    let digits = escaped.chars().take_while(char::is_ascii_digit).count();
    let rest = &escaped[digits..];
    let opens_a_list = match digits {
        0 => rest.starts_with(['-', '+']),
        _ => rest.starts_with(['.', ')']),
    };
    if opens_a_list {
        format!("{}\\{rest}", &escaped[..digits])
    } else {
        escaped
    }
}

/// Escapes text, on one line.
fn escaped(text: &str) -> String {
    let lines: Vec<_> = text.trim().lines().map(escaped_line).collect();
    lines.join("<br>")
}

fn escaped_line(line: &str) -> String {
    let line = shown(line);
    let mut escaped = String::with_capacity(line.len());
    let mut previous = None;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let inside_word = previous.is_some_and(char::is_alphanumeric)
            && characters
                .peek()
                .copied()
                .is_some_and(char::is_alphanumeric);
        let is_markup = match character {
            // Between letters it is literal in the common dialect, and email addresses stay readable.
            '_' => !inside_word,
            '\\' | '|' | '*' | '`' | '[' | ']' | '<' | '>' | '&' | '~' | '#' | '$' => true,
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(character);
        previous = Some(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Cell, Column, Language, samples};
    use super::*;

    fn markdown(table: &Table, language: Language) -> String {
        let options = Options {
            language,
            ..Options::default()
        };
        String::from_utf8(Markdown.render(table, &options)).unwrap()
    }

    #[test]
    fn groups_are_headings_over_tables() {
        let expected = r#"# Attendance \*2020\*

## Session A

- 10:00–11:00
- 20 places

| Name | Organisation | Teilnahme | Minuten | Anteil | Gekommen | Weitere Namen | done | Unterschrift | Remarks | Remarks |
| --- | --- | --- | ---: | ---: | --- | --- | --- | --- | --- | --- |
| Müller, Anna | Bio\|M "Süd" | anwesend | 52 | 87 % | 08.10.2020 10:00 | Anni; A. M. | ja | □ | vegan<br>no nuts | =1+1 |
| 田中 太郎 | | nicht erschienen | 0 | 0 % | | | nein | □ | +49 30 5550101 | -3 |

## Session B \| \\u{202e}

| Name | Organisation | Teilnahme | Minuten | Anteil | Gekommen | Weitere Namen | done | Unterschrift | Remarks | Remarks |
| --- | --- | --- | ---: | ---: | --- | --- | --- | --- | --- | --- |
| x\\u{1b}\[31m\\u{202e}gpj.exe | \*Cluster\* \<b\>\_x\_\</b\> | nicht erschienen | -3 | | | @home | | | ''=1 | \\u{200b} |

## Session C

(keine Einträge)

Rule: 50 %.
"#;
        assert_eq!(markdown(&samples::nasty(), Language::De), expected);
    }

    #[test]
    fn a_table_without_rows_says_so() {
        let expected = "# Nobody\n\n(none)\n\nA note.\n";
        assert_eq!(markdown(&samples::empty(), Language::En), expected);
    }

    #[test]
    fn a_note_never_opens_a_list() {
        for (note, expected) in [
            ("1. Rule", "1\\. Rule"),
            ("2020 was", "2020 was"),
            ("- dash", "\\- dash"),
            ("# hash", "\\# hash"),
            ("anna_b@example.org", "anna_b@example.org"),
            ("_x_", "\\_x\\_"),
        ] {
            assert_eq!(paragraph(note), expected);
        }
    }

    proptest! {
        #[test]
        fn every_row_has_every_pipe(texts in prop::collection::vec("[a|\\\\\n\r`]{0,6}|\\PC{0,4}", 1..5)) {
            let mut table = Table::new("t", "", vec![Column::answers("A"), Column::answers("B")]);
            for text in &texts {
                table.push(vec![Cell::from(text.as_str()), Cell::from(text.as_str())]);
            }
            // An empty column is left out.
            prop_assume!(texts.iter().any(|text| !text.is_empty()));
            let markdown = markdown(&table, Language::En);
            prop_assert_eq!(markdown.lines().count(), texts.len() + 2);
            for line in markdown.lines() {
                // Without the escaped characters, only the frame is left.
                let frame = line.replace("\\\\", "").replace("\\|", "");
                prop_assert_eq!(frame.matches('|').count(), 3, "{}", line);
            }
        }
    }
}
