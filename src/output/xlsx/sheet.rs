//! Writes one table to its sheet: headings, cells, widths and print settings.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, IgnoreError, Image, Worksheet};

use super::super::{Align, Cell, Column, Letters, Options, Table, make_unique};
use super::columns::{self, FILTER_BUTTON, WIDTHS};
use super::paper::Paper;
use super::picture;
use super::sheet_name::cut;
use super::value::{self, Style, Value};
use super::{LONGEST_HEADER, LONGEST_TEXT, MOST_ROWS, WorkbookError, column_number, row_number};
use crate::catalogue::messages::documents::CUT_MARK;

/// The height of rows to sign in, in points: 9 mm on paper.
const HEIGHT_TO_SIGN: f64 = 30.0;

/// The height of rows to tick at the door, in points.
const HEIGHT_TO_TICK: f64 = 20.0;

/// The space above and below the text of a row on paper, in points.
const AROUND: f64 = 4.0;

/// The height of a line, in points.
const LINE: f64 = 12.75;

/// As wide as the button of the filter in the heading row.
const BUTTON: &str = " 000";

/// The number of the built-in format "text".
const TEXT_FORMAT: u8 = 49;

/// The maximum number of page breaks in a sheet.
const MOST_BREAKS: usize = 1023;

/// A table that is being written to its sheet.
pub(super) struct SheetWriter<'a> {
    sheet: &'a mut Worksheet,
    options: Options,
    /// The style of each column, used for cells without one of their own.
    styles: Vec<Style>,
    /// The width of each column, in characters: so far if import reads the table.
    widths: Vec<usize>,
    /// The scale of printed pages, in percent.
    scale: u16,
    /// Whether they are portrait.
    is_upright: bool,
    /// The columns that people do not read.
    hidden: Vec<bool>,
    /// On a list for paper, the columns that say in every row what is the same for its whole group: of a title as long as
    /// ten lines only the beginning is printed, since rows would be as high. The cell has all of it.
    of_groups: Vec<bool>,
    /// The column whose times have their day.
    days: Option<usize>,
    /// The height of each row of a list for paper, in points.
    heights: Vec<f64>,
    /// Row and heading of each text that was cut.
    cut: Vec<(usize, String)>,
    /// Pictures for the header of printed pages.
    logos: &'a [Image],
}

impl<'a> SheetWriter<'a> {
    /// Begins a sheet that already has its name.
    pub(super) fn new(sheet: &'a mut Worksheet, options: Options, logos: &'a [Image]) -> Self {
        Self {
            sheet,
            options,
            styles: Vec::new(),
            widths: Vec::new(),
            scale: 100,
            is_upright: false,
            hidden: Vec::new(),
            of_groups: Vec::new(),
            days: None,
            heights: Vec::new(),
            cut: Vec::new(),
            logos,
        }
    }

    /// Writes a table into the sheet of this name; returns row and heading of each text that was cut.
    pub(super) fn write(
        mut self,
        table: &Table,
        name: &str,
    ) -> Result<Vec<(usize, String)>, WorkbookError> {
        let headings = self.headings(table);
        self.hidden = columns::hidden(table);
        let is_for_paper = columns::is_for_paper(table);
        let places = 0..table.columns().len();
        let of_groups = places.map(|it| is_for_paper && columns::stands_for_groups(table, it));
        self.of_groups = of_groups.collect();
        if table.taken_back {
            let width = |it: &String| value::width(it) + FILTER_BUTTON;
            self.widths = headings.iter().map(width).collect();
        } else {
            let language = self.options.language;
            self.days = columns::with_days(table, &self.hidden, language);
            let found = columns::widths(table, &headings, &self.hidden, self.days, language);
            self.widths = found.columns;
            self.scale = found.scale;
            self.is_upright = found.is_upright;
        }
        self.set_styles(table)?;
        let least = least_height(table);
        if let Some(least) = least {
            // Set for all of them, so that most rows need no height of their own.
            self.sheet.set_default_row_height(least);
        }
        let left = base_format()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin);
        let right = left.clone().set_align(FormatAlign::Right);
        if !table.taken_back {
            // The button is at the end of the last line, or below it.
            let texts = headings.iter().map(|it| format!("{it}{BUTTON}"));
            let lines = self.lines(texts.enumerate(), true);
            self.set_height(0, lines, least)?;
        }
        for (index, heading) in headings.iter().enumerate() {
            let text = self.fitting(heading, 0, heading);
            let format = match table.columns()[index].align {
                Align::Left => &left,
                Align::Right => &right,
            };
            self.sheet
                .write_string_with_format(0, column_number(index), text, format)?;
        }
        let mut has_height = false;
        for (index, row) in table.rows().iter().enumerate() {
            let number = row_number(index + 1);
            if !table.taken_back {
                let language = self.options.language;
                let cells = row.iter().enumerate();
                let texts =
                    cells.filter_map(|(index, cell)| match value::of(cell, language, false) {
                        (Value::Text(text), ..) => Some((index, text)),
                        _ => None,
                    });
                let lines = self.lines(texts, false);
                has_height = self.set_height(number, lines, least)?;
            }
            for (index, cell) in row.iter().enumerate() {
                self.cell(number, index, cell, table.taken_back, &headings)?;
            }
        }
        if has_height {
            end_rows(self.sheet, table.rows().len())?;
        }
        self.finish(table)?;
        picture::add(self.sheet, table, name)?;
        Ok(self.cut)
    }

    /// Returns the maximum number of lines of texts in their columns.
    fn lines<T: AsRef<str>>(
        &self,
        texts: impl Iterator<Item = (usize, T)>,
        is_bold: bool,
    ) -> usize {
        let shown = texts.filter(|it| !self.hidden[it.0] && (is_bold || !self.of_groups[it.0]));
        let lines =
            shown.map(|(index, text)| columns::lines(text.as_ref(), self.widths[index], is_bold));
        lines.max().unwrap_or(1)
    }

    /// Sets the height of a row to fit its texts: not every program does that by itself. Returns whether it differs
    /// from that of other rows.
    fn set_height(
        &mut self,
        number: u32,
        lines: usize,
        least: Option<f64>,
    ) -> Result<bool, WorkbookError> {
        let needed = row_height(lines);
        let height = least.map_or(needed, |least| (needed + AROUND).max(least));
        if least.is_some() {
            self.heights.push(height);
        }
        let is_own = least.map_or(lines > 1, |least| height > least);
        if is_own {
            self.sheet.set_row_height(number, height)?;
        }
        Ok(is_own)
    }

    /// Headings are unique as in CSV, since import distinguishes columns by them.
    fn headings(&self, table: &Table) -> Vec<String> {
        let of = |column: &Column| column.heading.in_language(self.options.language).to_owned();
        let headings: Vec<String> = table.columns().iter().map(of).collect();
        make_unique(headings.iter().map(String::as_str))
    }

    /// Gives every column the style of its first cell with a value, so that it need not be looked up for every cell.
    fn set_styles(&mut self, table: &Table) -> Result<(), WorkbookError> {
        for index in 0..table.columns().len() {
            let values = table
                .rows()
                .iter()
                .map(|row| value::of(&row[index], self.options.language, table.taken_back));
            let style = values
                .map(|(value, style, _)| (value, style))
                .find(|(value, _)| *value != Value::Nothing)
                .map_or(Style::Text, |(_, style)| style);
            let style = self.styled(index, style);
            let mut format = style_format(style);
            if self.of_groups[index] {
                format = format.unset_text_wrap();
            }
            self.sheet
                .set_column_format(column_number(index), &format)?;
            self.styles.push(style);
        }
        Ok(())
    }

    /// Returns a style with the day if its column shows days.
    fn styled(&self, index: usize, style: Style) -> Style {
        if self.days == Some(index) {
            value::dated(style, self.options.language).0
        } else {
            style
        }
    }

    fn cell(
        &mut self,
        row: u32,
        index: usize,
        cell: &Cell,
        taken_back: bool,
        headings: &[String],
    ) -> Result<(), WorkbookError> {
        let (value, style, width) = value::of(cell, self.options.language, taken_back);
        if taken_back {
            self.widths[index] = self.widths[index].max(width);
        }
        let style = self.styled(index, style);
        let column = column_number(index);
        let own = (style != self.styles[index]).then(|| style_format(style));
        match (value, own) {
            (Value::Nothing, _) => {}
            (Value::Text(text), own) => {
                let text = self.fitting(&text, row as usize, &headings[index]);
                match own {
                    None => self.sheet.write_string(row, column, text)?,
                    Some(own) => self
                        .sheet
                        .write_string_with_format(row, column, text, &own)?,
                };
            }
            (Value::Number(number), None) => {
                self.sheet.write_number(row, column, number)?;
            }
            (Value::Number(number), Some(own)) => {
                self.sheet
                    .write_number_with_format(row, column, number, &own)?;
            }
            (Value::Truth(truth), None) => {
                self.sheet.write_boolean(row, column, truth)?;
            }
            (Value::Truth(truth), Some(own)) => {
                self.sheet
                    .write_boolean_with_format(row, column, truth, &own)?;
            }
        }
        Ok(())
    }

    /// Returns a text limited to what a cell can hold; a cut text ends in a mark and is noted.
    fn fitting(&mut self, text: &str, row: usize, heading: &str) -> String {
        // A text never has more UTF-16 units than bytes.
        if text.len() <= LONGEST_TEXT || text.encode_utf16().count() <= LONGEST_TEXT {
            return text.to_owned();
        }
        let mark = CUT_MARK.in_language(self.options.language);
        let left = LONGEST_TEXT - mark.encode_utf16().count();
        self.cut
            .push((row + 1, cut(heading, LONGEST_HEADER).to_owned()));
        format!("{}{mark}", cut(text, left))
    }

    /// Sets widths, filters and print settings.
    fn finish(&mut self, table: &Table) -> Result<(), WorkbookError> {
        let mut page = 0;
        for (index, width) in self.widths.iter().enumerate() {
            if self.hidden[index] {
                self.sheet.set_column_hidden(column_number(index))?;
                continue;
            }
            let width = if table.taken_back {
                // One more for the padding.
                (*width).clamp(WIDTHS.0, WIDTHS.1) + 1
            } else {
                *width
            };
            page += width * columns::DIGIT + columns::PADDING;
            let width = u32::try_from(width).unwrap_or(0);
            self.sheet.set_column_width(column_number(index), width)?;
        }
        if !table.columns().is_empty() {
            let last_row = row_number(table.rows().len());
            let last_column = column_number(table.columns().len() - 1);
            self.sheet.set_freeze_panes(1, 0)?;
            self.sheet.autofilter(0, 0, last_row, last_column)?;
            self.sheet.set_repeat_rows(0, 0)?;
            // Digits stored as text are intended.
            self.sheet.ignore_error_range(
                0,
                0,
                last_row,
                last_column,
                IgnoreError::NumberStoredAsText,
            )?;
        }
        let is_for_paper = columns::is_for_paper(table);
        let paper = Paper::of(table, is_for_paper, self.is_upright);
        paper.set_up(self.sheet, self.options, self.logos)?;
        if !is_for_paper {
            self.sheet.set_print_fit_to_pages(1, 0);
            return Ok(());
        }
        let mut breaks = page_breaks(table);
        let first = self.hidden.iter().position(|it| !it).unwrap_or(0);
        let above = paper.add_below(
            self.sheet,
            (column_number(first), u32::try_from(page).unwrap_or(0)),
            (&self.heights, &breaks),
            (self.scale, !self.logos.is_empty()),
        )?;
        breaks.extend(above);
        if breaks.is_empty() && self.scale <= 100 {
            self.sheet.set_print_fit_to_pages(1, 0);
        } else {
            // Excel ignores page breaks if it fits pages itself, and never enlarges, so the scale is computed here.
            self.sheet.set_print_scale(self.scale);
            breaks.sort_unstable();
            breaks.dedup();
            breaks.truncate(MOST_BREAKS);
            self.sheet.set_page_breaks(&breaks)?;
        }
        Ok(())
    }
}

/// Writes an empty cell below the last row if that has a height of its own: the library would write it twice.
pub(super) fn end_rows(sheet: &mut Worksheet, last: usize) -> Result<(), WorkbookError> {
    if last < MOST_ROWS {
        sheet.write_blank(row_number(last + 1), 0, &style_format(Style::Text))?;
    }
    Ok(())
}

/// Returns the minimum height of rows that are written on by hand, in points.
fn least_height(table: &Table) -> Option<f64> {
    columns::is_for_paper(table).then_some(match table.letters {
        Letters::Usual => HEIGHT_TO_SIGN,
        Letters::Large => HEIGHT_TO_TICK,
    })
}

/// Returns the rows at which a new page starts: the first one of each group except the first, in a list to sign.
fn page_breaks(table: &Table) -> Vec<u32> {
    if !table.is_paged {
        return Vec::new();
    }
    let sections = table.sections();
    let starts = sections
        .iter()
        .filter(|section| section.first_row > 0 && !section.rows.is_empty())
        .filter(|section| section.group.is_some_and(|group| !group.is_continued))
        .map(|section| row_number(section.first_row + 1));
    starts.collect()
}

/// Returns the font of every cell: Arial has the same width in every program, on every machine.
pub(super) fn base_format() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}

/// Returns the height of a row with this many lines, in points.
pub(super) fn row_height(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(1)) * LINE
}

/// Returns the format of cells with a style.
pub(super) fn style_format(style: Style) -> Format {
    let format = base_format().set_align(FormatAlign::Top);
    match style {
        Style::Text => format.set_num_format_index(TEXT_FORMAT).set_text_wrap(),
        Style::LongText => format.set_text_wrap().set_quote_prefix(),
        Style::Whole | Style::Decimal(0) => format.set_num_format("0"),
        Style::Decimal(digits) => {
            format.set_num_format(format!("0.{}", "0".repeat(usize::from(digits))))
        }
        Style::Share => format.set_num_format("0%"),
        Style::Truth => format,
        Style::Moment(pattern) => format.set_num_format(pattern.number_format()),
    }
}
