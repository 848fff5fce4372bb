//! Tables: as wide as the page, with heading rows repeated on each page.

use super::super::typography::text;
use super::super::{Align, Cell, Column, Language, Section, Table, WorkbookError, none};
use super::body::{Body, KEPT};
use super::{escaped, push};

/// With more columns than this the font gets smaller, so that a row fits on the paper.
const WIDE: usize = 8;

/// The font size in twips, ordinary and small.
const SIZES: (u32, u32) = (180, 160);

/// The horizontal padding of a cell, in twips.
const PADDING: u32 = 160;

/// The maximum width to which a cell widens its column, in hundredths of the font size; longer text wraps.
const LONGEST: u32 = 2400;

/// The same for a word, which is not broken.
const WORD: u32 = 1500;

/// The average width of a letter, in hundredths of the font size.
const LETTER: u32 = 50;

/// The height of a row to sign in, 9 mm.
const HEIGHT_TO_SIGN: u32 = 510;

/// The borders of a table.
const LINES: &str = "<w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BBBBBB\"/>\
     <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BBBBBB\"/></w:tblBorders>\
     <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar>";

/// A column with its index in a row and its width.
struct Shown<'a> {
    place: usize,
    column: &'a Column,
    width: u32,
}

impl Body<'_> {
    /// Adds a table of facts, one below the other, without headings.
    pub(super) fn facts(&mut self, facts: &Table) {
        self.before_table();
        let name = self.width * 3 / 10;
        let widths = [name, self.width - name];
        self.begin_table(&widths, "");
        for row in facts.rows() {
            self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (place, (cell, width)) in row.iter().zip(widths).enumerate() {
                self.begin_cell(width, "");
                self.begin("Cell", "");
                let look = if place == 0 { "<w:b/>" } else { "" };
                self.run(&cell.for_people(self.language), look);
                self.xml.push_str("</w:p></w:tc>");
            }
            self.xml.push_str("</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
    }

    /// Adds a table with its title, groups and notes; `above` is its caption if it has no title.
    pub(super) fn table(&mut self, table: &Table, above: &str) -> Result<(), WorkbookError> {
        let level = if table.title.is_empty() {
            "Heading1"
        } else {
            self.paragraph("Heading1", &table.title);
            self.facts_below(&table.lines);
            "Heading2"
        };
        if let Some(chart) = &table.chart {
            self.curves(chart)?;
        }
        let name = if table.title.is_empty() {
            above
        } else {
            &table.title
        };
        let columns = self.shown(table);
        for section in table.sections() {
            let begins_sheet = section.group.is_some_and(|it| !it.is_continued);
            if table.is_paged && begins_sheet && section.first_row > 0 {
                self.breaks = true;
            }
            self.section(table, &section, &columns, (level, name));
        }
        for note in &table.notes {
            self.paragraph("Note", &note.said);
        }
        Ok(())
    }

    fn section(
        &mut self,
        table: &Table,
        section: &Section<'_>,
        columns: &[Shown<'_>],
        (level, name): (&str, &str),
    ) {
        let heading = section.group.map_or("", |it| it.heading.as_str());
        if section.rows.is_empty() || columns.is_empty() {
            if let Some(group) = section.group {
                self.paragraph(level, &group.heading);
                self.facts_below(&group.lines);
            }
            self.paragraph("Note", none(self.language));
        } else {
            self.before_table();
            let widths: Vec<u32> = columns.iter().map(|it| it.width).collect();
            let called = if heading.is_empty() { name } else { heading };
            self.begin_table(&widths, called);
            if let Some(group) = section.group {
                self.xml
                    .push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
                let all = widths.iter().sum();
                self.begin_cell(all, &format!("<w:gridSpan w:val=\"{}\"/>", columns.len()));
                self.paragraph(level, &group.heading);
                self.facts_below(&group.lines);
                self.xml.push_str("</w:tc></w:tr>");
            }
            self.headings(columns);
            for row in section.rows {
                self.row(table, row, columns);
            }
            self.xml.push_str("</w:tbl>");
        }
        for line in section.group.iter().flat_map(|it| &it.below) {
            self.paragraph("Sum", line);
        }
    }

    fn headings(&mut self, columns: &[Shown<'_>]) {
        self.xml
            .push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for shown in columns {
            self.begin_cell(
                shown.width,
                "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"111111\"/></w:tcBorders>\
                 <w:vAlign w:val=\"bottom\"/>",
            );
            let aligned = alignment(shown.column);
            self.begin(style(columns), &format!("{KEPT}{aligned}"));
            let heading = shown.column.heading.in_language(self.language);
            self.run(heading, "<w:b/>");
            self.xml.push_str("</w:p></w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }

    fn row(&mut self, table: &Table, row: &[Cell], columns: &[Shown<'_>]) {
        self.xml.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if table.is_paged {
            push(
                &mut self.xml,
                format_args!("<w:trHeight w:val=\"{HEIGHT_TO_SIGN}\" w:hRule=\"atLeast\"/>"),
            );
        }
        self.xml.push_str("</w:trPr>");
        let place = if table.is_paged {
            "<w:vAlign w:val=\"center\"/>"
        } else {
            ""
        };
        for shown in columns {
            self.begin_cell(shown.width, place);
            self.begin(style(columns), alignment(shown.column));
            self.run(&row[shown.place].for_people(self.language), "");
            self.xml.push_str("</w:p></w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }

    /// Begins a table with these columns; `called` is its alternative text.
    fn begin_table(&mut self, widths: &[u32], called: &str) {
        let total: u32 = widths.iter().sum();
        let look = if called.is_empty() {
            "<w:tblLook w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>".to_owned()
        } else {
            format!(
                "<w:tblLook w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
                 <w:tblCaption w:val=\"{}\"/>",
                escaped(&text(called).replace('\n', " "))
            )
        };
        push(
            &mut self.xml,
            format_args!(
                "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>{LINES}{look}</w:tblPr><w:tblGrid>"
            ),
        );
        for width in widths {
            push(&mut self.xml, format_args!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.xml.push_str("</w:tblGrid>");
    }

    fn begin_cell(&mut self, width: u32, more: &str) {
        push(
            &mut self.xml,
            format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{more}</w:tcPr>"),
        );
    }

    /// Returns the visible columns. Word and similar programs use widths as given: each column has room for its longest
    /// word, and the rest goes to columns whose cells are longer than that.
    fn shown<'t>(&self, table: &'t Table) -> Vec<Shown<'t>> {
        let visible = table.columns_for_people();
        let size = if visible.len() > WIDE {
            SIZES.1
        } else {
            SIZES.0
        };
        let needs: Vec<(u32, u32)> = visible
            .iter()
            .map(|(place, column)| {
                let (word, longest) = measure(table, *place, column, self.language);
                let least = word.max(u32::from(column.minimum_width) * LETTER);
                let twips = |hundredths: u32| hundredths * size / 100 + PADDING;
                (twips(least), twips(longest.max(least)))
            })
            .collect();
        let widths = shared(&needs, self.width);
        let visible = visible.into_iter().zip(widths);
        visible
            .map(|((place, column), width)| Shown {
                place,
                column,
                width,
            })
            .collect()
    }
}

fn style(columns: &[Shown<'_>]) -> &'static str {
    if columns.len() > WIDE {
        "SmallCell"
    } else {
        "Cell"
    }
}

fn alignment(column: &Column) -> &'static str {
    match column.align {
        Align::Left => "",
        Align::Right => "<w:jc w:val=\"right\"/>",
    }
}

/// Measures the longest word and the longest cell of a column, within limits, in hundredths of the font size.
fn measure(table: &Table, place: usize, column: &Column, language: Language) -> (u32, u32) {
    let (mut word, mut cell) = (0, 0);
    let mut take = |text: &str, is_bold: bool| {
        for line in text.lines() {
            cell = cell.max(width(line, is_bold).min(LONGEST));
            // A no-break space keeps numbers and their units together.
            let words = line.split(|it: char| it.is_whitespace() && it != '\u{a0}');
            let longest = words.map(|it| width(it, is_bold).min(WORD)).max();
            word = word.max(longest.unwrap_or(0));
        }
    };
    take(column.heading.in_language(language), true);
    for row in table.rows() {
        take(&text(&row[place].for_people(language)), false);
    }
    (word, cell)
}

/// Estimates the width of a text in Arial, rather too wide than too narrow.
fn width(text: &str, is_bold: bool) -> u32 {
    let letter = |it: char| match it {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | 'I' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '\''
        | '|' | '/' | '(' | ')' | '-' => 34,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 90,
        it if it.is_uppercase() => 72,
        // East Asian letters are as wide as they are high.
        it if it >= '\u{1100}' => 100,
        _ => 56,
    };
    let width = text.chars().map(letter).fold(0, u32::saturating_add);
    if is_bold { width + width / 12 } else { width }
}

/// Distributes the width of a page among columns with a minimum and a desired width each.
fn shared(needs: &[(u32, u32)], width: u32) -> Vec<u32> {
    let least: u32 = needs.iter().map(|it| it.0).sum();
    let most: u32 = needs.iter().map(|it| it.1).sum();
    let part = |of: u32, whole: u32, room: u32| {
        let share = u64::from(of) * u64::from(room) / u64::from(whole.max(1));
        u32::try_from(share).unwrap_or(0)
    };
    needs
        .iter()
        .map(|(own_least, own_most)| {
            if least >= width {
                part(*own_least, least, width)
            } else if most <= width {
                own_most + part(*own_most, most, width - most)
            } else {
                own_least + part(own_most - own_least, most - least, width - least)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn columns_fill_the_page_and_no_more(
            needs in prop::collection::vec((1_u32..5000, 0_u32..5000), 1..20),
            width in 5000_u32..15000,
        ) {
            let needs: Vec<(u32, u32)> = needs.into_iter().map(|(least, more)| (least, least + more)).collect();
            let widths = shared(&needs, width);
            let sum: u32 = widths.iter().sum();
            let columns = u32::try_from(needs.len()).unwrap();
            prop_assert!(sum <= width && sum + columns >= width, "{sum} of {width}");
            let least: u32 = needs.iter().map(|it| it.0).sum();
            if least < width {
                for (width, (least, _)) in widths.iter().zip(&needs) {
                    prop_assert!(width >= least);
                }
            }
        }
    }
}
