//! Writes aligned columns for a terminal, or for reading in a pipe.
//!
//! There are no frames: columns are two spaces apart, a rule separates headings from rows so that they are
//! distinguishable without colour, and lines have no trailing spaces. Nothing in a cell is interpreted, see [`shown`].
//!
//! # On a terminal
//!
//! With a width no line is longer, and no word is cut: long cells wrap between words inside their column, and times,
//! numbers and words of the program, such as verdicts, stay on one line. If the columns need more room, every row
//! becomes a [`block`](super::blocks) of lines instead. Only a word that is wider than the terminal is broken. Without
//! a width, in a pipe or a file, a row is one line.
//!
//! # One layout, several tables
//!
//! The rows of all groups are laid out together, so that columns are aligned across groups. comfy-table does not report
//! which lines belong to a row, so it draws rules between rows with a character that no cell can contain, and its lines
//! are split there.

use std::borrow::Cow;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Width, presets};

use super::blocks::block;
use super::document::facts_table;
use super::wrap::{widest_word, width, wrap};
use super::{Align, Cell, Column, Document, Options, Part, Render, Table, none, shown};

/// Separates rows in the layout; cells cannot contain it, since control characters are shown as their code.
const CUT: char = '\u{1}';

/// The number of spaces between columns.
const GAP: u16 = 2;

/// The minimum width of a terminal.
const NARROWEST: usize = 16;

/// The length of a line to write on.
const TO_SIGN: usize = 30;

/// comfy-table counts widths in 16 bits, so longer texts are broken even in a pipe.
const LONGEST_LINE: usize = 10_000;

/// [`Format::Text`](super::Format::Text)
pub(super) struct Text;

impl Render for Text {
    fn render(&self, table: &Table, options: &Options) -> Vec<u8> {
        let mut blocks = Vec::new();
        let title = (!table.title.is_empty()).then(|| bold(&shown(&table.title), options));
        let facts = table.lines.iter().map(|line| said(line, options));
        let lines: Vec<_> = title.into_iter().chain(facts).collect();
        if !lines.is_empty() {
            blocks.push(lines.join("\n"));
        }
        let (layout, sections) = match &table.chart {
            Some(chart) => {
                blocks.push(picture(&chart.lines(options.width), options));
                (Layout::default(), Vec::new())
            }
            None => (lay_out(table, options), table.sections()),
        };
        for section in sections {
            if let Some(group) = section.group {
                if let Some(above) = &group.above {
                    blocks.push(bold(&said(above, options), options));
                }
                let facts = group.lines.iter().map(|line| said(line, options));
                let heading = bold(&shown(&group.heading), options);
                let heading = (!group.heading.is_empty()).then_some(heading);
                let lines: Vec<_> = heading.into_iter().chain(facts).collect();
                if !lines.is_empty() {
                    blocks.push(lines.join("\n"));
                }
            }
            let rows = section.first_row..section.first_row + section.rows.len();
            match layout.rows.get(rows) {
                Some(rows) if !rows.is_empty() => blocks.push(layout.with_heading(rows, options)),
                _ => blocks.push(none(options.language).to_owned()),
            }
            let below = section.group.iter().flat_map(|group| &group.below);
            let below: Vec<_> = below.map(|line| said(line, options)).collect();
            if !below.is_empty() {
                blocks.push(below.join("\n"));
            }
            let to_sign = section.group.iter().flat_map(|group| &group.to_sign);
            let to_sign: Vec<_> = to_sign
                .map(|line| line_to_sign(&shown(line), options.width))
                .collect();
            if !to_sign.is_empty() {
                blocks.push(to_sign.join("\n"));
            }
        }
        if !table.notes.is_empty() {
            let notes = table
                .notes
                .iter()
                .map(|note| said(&note.to_string(), options));
            let notes: Vec<_> = notes.collect();
            blocks.push(notes.join("\n"));
        }
        let mut text = blocks.join("\n\n");
        text.push('\n');
        text.into_bytes()
    }
}

/// Returns a line to write on, after the text that labels it; shorter if it would not fit into the width.
pub(super) fn line_to_sign(what: &str, room: Option<usize>) -> String {
    let room = room.map_or(TO_SIGN, |room| room.saturating_sub(width(what) + 2));
    format!("{what}: {}", "_".repeat(room.min(TO_SIGN)))
}

/// Returns a document as lines.
pub(super) fn document(document: &Document, options: &Options) -> Vec<u8> {
    let mut options = *options;
    let mut blocks = Vec::new();
    if document.layout != super::Layout::Letters {
        let title = bold(&shown(&document.title), &options);
        let facts = document.lines.iter().map(|line| said(line, &options));
        let lines: Vec<_> = [title].into_iter().chain(facts).collect();
        blocks.push(lines.join("\n"));
    }
    let mut is_first = true;
    for part in &document.parts {
        match part {
            Part::Heading(heading) => blocks.push(bold(&shown(heading), &options)),
            Part::Paragraph(words) => blocks.push(said(words, &options)),
            Part::Figures(figures) => {
                let figures = figures.iter().map(|figure| {
                    let label = figure.column.heading.in_language(options.language);
                    let value = figure.value.for_people(options.language);
                    let remark = match figure.remark.as_str() {
                        "" => String::new(),
                        remark => format!(" ({remark})"),
                    };
                    said(&format!("{label}: {value}{remark}"), &options)
                });
                blocks.push(figures.collect::<Vec<_>>().join("\n"));
            }
            Part::Facts(facts) => {
                let facts = facts_table(facts, options.language);
                blocks.extend(facts.map(|it| of_table(&it, &options)));
            }
            Part::Table(table) => blocks.push(of_table(table, &options)),
            Part::Chart(chart) => blocks.push(picture(&chart.lines(options.width), &options)),
            Part::Bars(bars) => blocks.push(picture(&bars.lines(options.width), &options)),
            Part::List(items) => {
                let items = items.iter().map(|item| listed(item, &options));
                blocks.push(items.collect::<Vec<_>>().join("\n"));
            }
            Part::Links(links) => {
                let links = links
                    .iter()
                    .map(|link| listed(&format!("{}: {}", link.target, link.text), &options));
                blocks.push(links.collect::<Vec<_>>().join("\n"));
            }
            Part::Signature(below) => {
                blocks.push(format!(
                    "\n{}\n{}",
                    "_".repeat(SIGNATURE),
                    said(below, &options)
                ));
            }
            Part::NewPage(language) => {
                options.language = *language;
                if !is_first {
                    blocks.push("─".repeat(SIGNATURE));
                }
            }
        }
        is_first = false;
    }
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text.into_bytes()
}

/// The length of a line to sign on, and of a rule between letters.
const SIGNATURE: usize = 40;

/// Only captions are ever wider than the terminal.
fn picture(lines: &[String], options: &Options) -> String {
    let lines = lines.iter().map(|line| match options.width {
        Some(room) if width(line) > room => said(line, options),
        _ => shown(line).into_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns a sentence, wrapped to the width.
fn said(text: &str, options: &Options) -> String {
    let text = shown(text);
    match options.width {
        None => text.into_owned(),
        Some(room) => wrap(&text, room.max(NARROWEST)).join("\n"),
    }
}

/// Returns an item of a list, wrapped to the width.
fn listed(item: &str, options: &Options) -> String {
    let item = shown(item);
    match options.width {
        None => format!("- {item}"),
        Some(room) => format!("- {}", wrap(&item, room.max(NARROWEST) - 2).join("\n  ")),
    }
}

fn of_table(table: &Table, options: &Options) -> String {
    let text = Text.render(table, options);
    String::from_utf8_lossy(&text).trim_end().to_owned()
}

/// A table as lines, without trailing spaces.
#[derive(Default)]
struct Layout {
    /// The headings: several lines if they wrap, and none above blocks.
    heading: Vec<String>,
    /// The width of the whole table in terminal columns.
    width: usize,
    /// The lines of each row.
    rows: Vec<Vec<String>>,
}

impl Layout {
    fn with_heading(&self, rows: &[Vec<String>], options: &Options) -> String {
        if self.heading.is_empty() {
            let blocks = rows.iter().map(|row| row.join("\n"));
            return blocks.collect::<Vec<_>>().join("\n\n");
        }
        let heading = self.heading.iter().map(|line| emphasised(line, options));
        let rule = "─".repeat(self.width);
        let mut lines: Vec<Cow<'_, str>> = heading.chain([rule]).map(Cow::Owned).collect();
        lines.extend(rows.iter().flatten().map(|line| Cow::Borrowed(&**line)));
        lines.join("\n")
    }
}

fn lay_out(table: &Table, options: &Options) -> Layout {
    let columns = table.columns_for_people();
    if columns.is_empty() {
        return Layout::default();
    }
    let widths = match options.width {
        None => None,
        Some(room) => match widths(table, &columns, options, room.max(NARROWEST)) {
            None => return in_blocks(table, &columns, options, room.max(NARROWEST)),
            widths => widths,
        },
    };
    let cut = LineStyle::none().fill(CUT);
    let mut layout = comfy_table::Table::new();
    layout.load_style(presets::NOTHING.header_separator(cut).row_separator(cut));
    let headings = columns.iter().map(|(_, column)| &column.heading);
    layout.set_header(headings.map(|it| laid_out(it.in_language(options.language))));
    for row in table.rows() {
        let cells = columns.iter().map(|(index, _)| &row[*index]);
        layout.add_row(cells.map(|cell| laid_out(&cell.for_people(options.language))));
    }
    if widths.is_some() {
        layout.set_content_arrangement(ContentArrangement::Dynamic);
        layout.set_width(u16::MAX);
    }
    set_columns(&mut layout, &columns, widths.as_deref());
    cut_up(&layout)
}

/// Returns the width of each column, so that all of them fit and no word is cut; `None` if there is too little room.
fn widths(
    table: &Table,
    columns: &[(usize, &Column)],
    options: &Options,
    room: usize,
) -> Option<Vec<usize>> {
    let gaps = usize::from(GAP) * (columns.len() - 1);
    let room = room.checked_sub(gaps)?;
    let needs = columns.iter().map(|(place, column)| {
        let heading = column.heading.in_language(options.language);
        let heading = shown(heading.trim());
        let reserved = usize::from(column.minimum_width);
        let (mut least, mut most) = (widest_word(&heading), width(&heading).max(reserved));
        for row in table.rows() {
            let cell = &row[*place];
            let text = cell.for_people(options.language);
            let text = shown(text.trim());
            let whole = width(&text);
            most = most.max(whole);
            least = least.max(if is_whole(cell) {
                whole
            } else {
                widest_word(&text)
            });
        }
        (least.max(reserved), most)
    });
    let needs: Vec<(usize, usize)> = needs.collect();
    let least: usize = needs.iter().map(|(least, _)| least).sum();
    if least > room {
        return None;
    }
    // Distributes the room evenly, but gives no column more than it needs.
    let within = |limit: usize| {
        needs
            .iter()
            .map(move |(least, most)| limit.clamp(*least, *most))
    };
    let mut limit = needs.iter().map(|(_, most)| *most).max().unwrap_or(0);
    while limit > 0 && within(limit).sum::<usize>() > room {
        limit -= 1;
    }
    let widths = within(limit).zip(columns).zip(&needs);
    let widths = widths.map(|((room, (place, column)), (least, most))| {
        if room == *most {
            return room;
        }
        // No wider than its widest line.
        let cells = table.rows().iter().map(|row| &row[*place]);
        let texts = cells.map(|it| it.for_people(options.language));
        let heading = Cow::Borrowed(column.heading.in_language(options.language));
        let lines = texts
            .chain([heading])
            .flat_map(|it| wrap(&shown(it.trim()), room));
        lines.map(|it| width(&it)).max().unwrap_or(room).max(*least)
    });
    Some(widths.collect())
}

/// Returns whether a cell stays on one line: times, numbers, words of the program.
fn is_whole(cell: &Cell) -> bool {
    !matches!(cell, Cell::Text(_) | Cell::Words(_) | Cell::Worded { .. })
}

fn in_blocks(
    table: &Table,
    columns: &[(usize, &Column)],
    options: &Options,
    room: usize,
) -> Layout {
    let headings = columns.iter().map(|(_, column)| {
        let heading = column.heading.in_language(options.language);
        shown(heading.trim()).into_owned()
    });
    let headings: Vec<String> = headings.collect();
    let rows = table.rows().iter().map(|row| {
        let values = columns.iter().map(|(place, column)| {
            let value = row[*place].for_people(options.language);
            (shown(value.trim()).into_owned(), column.is_shown_empty)
        });
        block(&headings, &values.collect::<Vec<_>>(), room)
    });
    Layout {
        rows: rows.collect(),
        ..Layout::default()
    }
}

/// Returns a cell's text for comfy-table.
fn laid_out(text: &str) -> comfy_table::Cell {
    let text = shown(text.trim());
    if text.len() <= LONGEST_LINE {
        return comfy_table::Cell::new(text);
    }
    let characters: Vec<char> = text.chars().collect();
    let lines = characters.chunks(LONGEST_LINE).map(String::from_iter);
    comfy_table::Cell::new(lines.collect::<Vec<_>>().join("\n"))
}

/// Sets alignment, gap and width of each column; in a pipe nothing is squeezed.
fn set_columns(
    layout: &mut comfy_table::Table,
    columns: &[(usize, &Column)],
    widths: Option<&[usize]>,
) {
    let last = layout.column_count() - 1;
    for (index, (laid_out, (_, column))) in layout.column_iter_mut().zip(columns).enumerate() {
        let gap = if index == last { 0 } else { GAP };
        laid_out.set_padding((0, gap));
        laid_out.set_cell_alignment(match column.align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        });
        let fixed = |width: u16| Width::Fixed(width.saturating_add(gap));
        laid_out.set_constraint(match widths {
            Some(widths) => {
                let width = u16::try_from(widths[index]).unwrap_or(u16::MAX);
                ColumnConstraint::Absolute(fixed(width))
            }
            None => ColumnConstraint::LowerBoundary(fixed(column.minimum_width)),
        });
    }
}

/// Splits the lines of the layout at its rules.
fn cut_up(layout: &comfy_table::Table) -> Layout {
    let mut pieces = vec![Vec::new()];
    let mut width = 0;
    for line in layout.lines() {
        if line.starts_with(CUT) {
            width = line.len();
            pieces.push(Vec::new());
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(line.trim_end().to_owned());
        }
    }
    let mut pieces = pieces.into_iter();
    Layout {
        heading: pieces.next().unwrap_or_default(),
        width,
        rows: pieces.take(layout.row_count()).collect(),
    }
}

/// Returns a heading, wrapped to the width, and bold if colour is allowed.
fn bold(heading: &str, options: &Options) -> String {
    let lines = match options.width {
        None => vec![heading.to_owned()],
        Some(room) => wrap(heading, room.max(NARROWEST)),
    };
    let lines = lines.iter().map(|line| emphasised(line, options));
    lines.collect::<Vec<_>>().join("\n")
}

/// Highlights a line if colour is allowed.
fn emphasised(line: &str, options: &Options) -> String {
    if options.color {
        format!("\u{1b}[1m{line}\u{1b}[0m")
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod tests;
