//! Tables: as wide as the page, with heading rows repeated on each page.

use super::super::typography::text;
use super::super::widths::{shared, widest_piece, width};
use super::super::{
    Align, Cell, Column, Document, Group, Language, Layout, Letters, Part, Section, Table,
    WorkbookError, none,
};
use super::body::{Body, KEPT, width_of_text};
use super::{escaped, push};

/// With more columns than this the font gets smaller, so that a row fits on the paper.
const WIDE: usize = 8;

/// The looks of cells, from the usual one to the smallest.
const LOOKS: [Look; 3] = [
    Look::new("Cell", 180, 70),
    Look::new("SmallCell", 160, 70),
    Look::new("SmallestCell", 140, 40),
];

/// The same for a list in which names are looked up while people queue.
const LARGE: [Look; 2] = [
    Look::new("LargeCell", 260, 70),
    Look::new("RatherLargeCell", 220, 70),
];

/// The maximum width to which a cell widens its column, in hundredths of the font size; longer text wraps.
const LONGEST: u32 = 2400;

/// The same for a word, which is not broken.
const WORD: u32 = 2000;

/// The width of a cell beyond that of its text and its margins, in twips.
const SLACK: u32 = 20;

/// The average width of a letter, in hundredths of the font size.
const LETTER: u32 = 50;

/// The height of a row to sign in, 9 mm.
const HEIGHT_TO_SIGN: u32 = 510;

/// The space between two lines to sign on, in twips.
const BETWEEN_SIGNATURES: u32 = 400;

/// The borders of a table.
const LINES: &str = "<w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BBBBBB\"/>\
     <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BBBBBB\"/></w:tblBorders>\
     <w:tblLayout w:type=\"fixed\"/>";

/// The look of a table's cells.
#[derive(Debug, Clone, Copy)]
struct Look {
    style: &'static str,
    /// The font size, and the space at the left and at the right, in twips.
    size: u32,
    margin: u32,
}

/// The visible columns, and the look of their cells.
struct Columns<'a> {
    shown: Vec<Shown<'a>>,
    look: Look,
    /// Whether the rows are as high as those to sign in.
    are_high: bool,
}

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
        self.begin_table(&widths, LOOKS[0], "");
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
        // Days are above the groups.
        let has_days = table.groups().iter().any(|it| it.above.is_some());
        let levels = if table.title.is_empty() {
            ["Heading1", "Heading2"]
        } else {
            self.paragraph("Heading1", &table.title);
            self.facts_below(&table.lines);
            ["Heading2", "Heading3"]
        };
        let levels = (levels[0], levels[usize::from(has_days)]);
        if let Some(chart) = &table.chart {
            self.curves(chart)?;
        }
        let name = if table.title.is_empty() {
            above
        } else {
            &table.title
        };
        let columns = columns_of(table, self.width, self.language);
        if table.letters == Letters::Large && !table.is_empty() {
            self.one_table(table, &columns, (levels, name));
        } else {
            for section in table.sections() {
                let begins_sheet = section.group.is_some_and(|it| !it.is_continued);
                if table.is_paged && begins_sheet && section.first_row > 0 {
                    self.breaks = true;
                }
                self.section(&section, &columns, (levels, name));
            }
        }
        for note in &table.notes {
            self.paragraph("Note", &note.said);
        }
        Ok(())
    }

    /// Adds all groups as parts of one table, whose headings are at the top of each page.
    fn one_table(
        &mut self,
        table: &Table,
        columns: &Columns<'_>,
        ((day, level), name): ((&str, &str), &str),
    ) {
        self.before_table();
        self.begin_table(&columns.widths(), columns.look, name);
        self.headings(columns);
        for section in table.sections() {
            if let Some(group) = section.group {
                self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
                self.begin_wide_cell(columns);
                if let Some(above) = &group.above {
                    self.paragraph(day, above);
                }
                self.group_heading(group, level);
                self.xml.push_str("</w:tc></w:tr>");
            }
            for row in section.rows {
                self.row(row, columns);
            }
        }
        self.xml.push_str("</w:tbl>");
        for group in table.groups() {
            self.foot(group);
        }
    }

    fn section(
        &mut self,
        section: &Section<'_>,
        columns: &Columns<'_>,
        ((day, level), name): ((&str, &str), &str),
    ) {
        let heading = section.group.map_or("", |it| it.heading.as_str());
        if let Some(above) = section.group.and_then(|it| it.above.as_ref()) {
            self.paragraph(day, above);
        }
        if section.rows.is_empty() || columns.shown.is_empty() {
            if let Some(group) = section.group {
                self.group_heading(group, level);
            }
            self.paragraph("Note", none(self.language));
        } else {
            self.before_table();
            let called = if heading.is_empty() { name } else { heading };
            self.begin_table(&columns.widths(), columns.look, called);
            if let Some(group) = section.group {
                self.xml
                    .push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
                self.begin_wide_cell(columns);
                self.group_heading(group, level);
                self.xml.push_str("</w:tc></w:tr>");
            }
            self.headings(columns);
            for row in section.rows {
                self.row(row, columns);
            }
            self.xml.push_str("</w:tbl>");
        }
        if let Some(group) = section.group {
            self.foot(group);
        }
    }

    fn group_heading(&mut self, group: &Group, level: &str) {
        if !group.heading.is_empty() {
            self.paragraph(level, &group.heading);
        }
        self.facts_below(&group.lines);
    }

    /// Adds what is below the rows of a group: its sums, and what is written by hand.
    fn foot(&mut self, group: &Group) {
        let kept = if group.to_sign.is_empty() { "" } else { KEPT };
        for line in &group.below {
            self.begin("Sum", kept);
            self.run(line, "");
            self.xml.push_str("</w:p>");
        }
        self.lines_to_sign(&group.to_sign);
    }

    /// Adds lines to write on, side by side: neighbouring paragraphs would share one line.
    fn lines_to_sign(&mut self, lines: &[String]) {
        let Some(count) = u32::try_from(lines.len()).ok().filter(|it| *it > 0) else {
            return;
        };
        self.before_table();
        let width = (self.width - (count - 1) * BETWEEN_SIGNATURES) / count;
        let mut grid = String::new();
        for place in 0..count {
            if place > 0 {
                push(
                    &mut grid,
                    format_args!("<w:gridCol w:w=\"{BETWEEN_SIGNATURES}\"/>"),
                );
            }
            push(&mut grid, format_args!("<w:gridCol w:w=\"{width}\"/>"));
        }
        push(
            &mut self.xml,
            format_args!(
                "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
                 <w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>",
                count * width + (count - 1) * BETWEEN_SIGNATURES
            ),
        );
        for (place, line) in lines.iter().enumerate() {
            if place > 0 {
                self.begin_cell(BETWEEN_SIGNATURES, "");
                self.paragraph("Cell", "");
                self.xml.push_str("</w:tc>");
            }
            self.begin_cell(width, "");
            self.begin("SignatureLine", "<w:ind w:right=\"0\"/>");
            self.run(line, "");
            self.xml.push_str("</w:p></w:tc>");
        }
        self.xml.push_str("</w:tr></w:tbl>");
    }

    fn headings(&mut self, columns: &Columns<'_>) {
        self.xml
            .push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for shown in &columns.shown {
            self.begin_cell(
                shown.width,
                "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"111111\"/></w:tcBorders>\
                 <w:vAlign w:val=\"bottom\"/>",
            );
            let aligned = alignment(shown.column);
            self.begin(columns.look.style, &format!("{KEPT}{aligned}"));
            let heading = shown.column.heading.in_language(self.language);
            self.run(heading, "<w:b/>");
            self.xml.push_str("</w:p></w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }

    fn row(&mut self, row: &[Cell], columns: &Columns<'_>) {
        self.xml.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if columns.are_high {
            push(
                &mut self.xml,
                format_args!("<w:trHeight w:val=\"{HEIGHT_TO_SIGN}\" w:hRule=\"atLeast\"/>"),
            );
        }
        self.xml.push_str("</w:trPr>");
        let place = if columns.are_high {
            "<w:vAlign w:val=\"center\"/>"
        } else {
            ""
        };
        for shown in &columns.shown {
            self.begin_cell(shown.width, place);
            self.begin(columns.look.style, alignment(shown.column));
            self.run(&row[shown.place].for_people(self.language), "");
            self.xml.push_str("</w:p></w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }

    /// Begins a table with these columns; `called` is its alternative text.
    fn begin_table(&mut self, widths: &[u32], look: Look, called: &str) {
        let margin = look.margin;
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
                "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>{LINES}<w:tblCellMar><w:left w:w=\"{margin}\" w:type=\"dxa\"/>\
                 <w:right w:w=\"{margin}\" w:type=\"dxa\"/></w:tblCellMar>{look}</w:tblPr><w:tblGrid>"
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

    /// Begins a cell that is as wide as the table.
    fn begin_wide_cell(&mut self, columns: &Columns<'_>) {
        let all = columns.widths().iter().sum();
        let span = columns.shown.len();
        self.begin_cell(all, &format!("<w:gridSpan w:val=\"{span}\"/>"));
    }
}

impl Columns<'_> {
    fn widths(&self) -> Vec<u32> {
        self.shown.iter().map(|it| it.width).collect()
    }
}

/// Returns the visible columns on a page of this width. Word and similar programs use widths as given: each column has
/// room for its longest word, in a smaller font if need be, and the rest goes to columns whose cells are longer.
fn columns_of(table: &Table, width: u32, language: Language) -> Columns<'_> {
    let visible = table.columns_for_people();
    let needs = needs_of(table, &visible, language);
    let (first, others) = looks_of(table, visible.len());
    let mut look = first;
    for smaller in others {
        if look.fits(&needs, width) {
            break;
        }
        look = *smaller;
    }
    let widths = shared(&look.in_twips(&needs), width);
    let shown = visible.into_iter().zip(widths);
    Columns {
        shown: shown
            .map(|((place, column), width)| Shown {
                place,
                column,
                width,
            })
            .collect(),
        look,
        are_high: table.is_paged || table.letters == Letters::Large,
    }
}

/// Returns the look that a table's cells should have, and those they may have if there is no room for it.
fn looks_of(table: &Table, columns: usize) -> (Look, &'static [Look]) {
    match table.letters {
        Letters::Large => (LARGE[0], &LARGE[1..]),
        Letters::Usual if columns > WIDE => (LOOKS[1], &LOOKS[2..]),
        Letters::Usual => (LOOKS[0], &LOOKS[1..]),
    }
}

/// Returns whether a document that is nothing but a table has to be turned: upright, it would need the smallest font.
pub(super) fn is_too_wide(document: &Document, language: Language) -> bool {
    let [Part::Table(table)] = document.parts.as_slice() else {
        return false;
    };
    if document.layout != Layout::Portrait || table.letters == Letters::Large {
        return false;
    }
    let needs = needs_of(table, &table.columns_for_people(), language);
    !LOOKS[1].fits(&needs, width_of_text(document.layout))
}

/// Returns the minimum and the desired width of each column, in hundredths of the font size.
fn needs_of(table: &Table, visible: &[(usize, &Column)], language: Language) -> Vec<(u32, u32)> {
    let need = |(place, column): &(usize, &Column)| {
        let (word, longest) = measure(table, *place, column, language);
        let least = word.max(u32::from(column.minimum_width) * LETTER);
        (least, longest.max(least))
    };
    visible.iter().map(need).collect()
}

impl Look {
    const fn new(style: &'static str, size: u32, margin: u32) -> Self {
        Self {
            style,
            size,
            margin,
        }
    }

    fn in_twips(self, needs: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let twips = |hundredths: u32| hundredths * self.size / 100 + 2 * self.margin + SLACK;
        let needs = needs.iter();
        needs
            .map(|(least, most)| (twips(*least), twips(*most)))
            .collect()
    }

    /// Returns whether every column has room for its longest word.
    fn fits(self, needs: &[(u32, u32)], width: u32) -> bool {
        self.in_twips(needs).iter().map(|it| it.0).sum::<u32>() <= width
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
            word = word.max(widest_piece(line, is_bold).min(WORD));
        }
    };
    take(column.heading.in_language(language), true);
    for row in table.rows() {
        take(&text(&row[place].for_people(language)), false);
    }
    (word, cell)
}
