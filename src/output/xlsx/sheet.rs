//! Writes one table to its sheet: headings, cells, widths and print settings.

use rust_xlsxwriter::{
    Format, FormatAlign, FormatBorder, HeaderImagePosition, IgnoreError, Image, Worksheet,
    XlsxError,
};

use super::super::{Align, Cell, Column, Options, Table, make_unique, shown};
use super::picture;
use super::sheet_name::cut;
use super::value::{self, Style, Value};
use super::{LONGEST_HEADER, LONGEST_TEXT, WorkbookError, column_number, row_number};
use crate::catalogue::messages::documents::CUT_MARK;
use crate::message;

/// The minimum and maximum width of columns, in characters.
const WIDTHS: (usize, usize) = (6, 60);

/// The width of a session's title, which is repeated for each person.
const SESSION: usize = 30;

/// Room for the button of the filter, in characters.
const FILTER_BUTTON: usize = 3;

/// The height of rows to sign in, in points.
const HEIGHT_TO_SIGN: f64 = 30.0;

/// The width of A4 landscape between its margins, in characters: about 26 cm at 7 pixels each, 96 per inch.
const PAGE_WIDTH: usize = 115;

/// The height of a line, in points.
const LINE: f64 = 12.75;

/// The size of a logo in the page header, in pixels: 60 by 16 mm.
const LOGO: (u32, u32) = (227, 60);

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
    /// The width of each column so far, in characters.
    widths: Vec<usize>,
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
        self.widths = vec![0; table.columns().len()];
        let headings = self.headings(table);
        self.set_styles(table)?;
        let left = base_format()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin);
        let right = left.clone().set_align(FormatAlign::Right);
        for (index, heading) in headings.iter().enumerate() {
            let text = self.fitting(heading, 0, heading);
            let format = match table.columns()[index].align {
                Align::Left => &left,
                Align::Right => &right,
            };
            self.sheet
                .write_string_with_format(0, column_number(index), text, format)?;
            self.widths[index] = value::width(heading) + FILTER_BUTTON;
        }
        if table.columns().iter().any(|it| it.minimum_width > 0) {
            // Set for all of them: with an individual height, the last row would be written twice.
            self.sheet.set_default_row_height(HEIGHT_TO_SIGN);
        }
        let is_read = !table.taken_back;
        if is_read {
            self.measure(table);
        }
        for (index, row) in table.rows().iter().enumerate() {
            let number = row_number(index + 1);
            if is_read {
                self.set_height(number, row, table)?;
            }
            for (index, cell) in row.iter().enumerate() {
                self.cell(number, index, cell, table.taken_back, &headings)?;
            }
        }
        self.finish(table)?;
        picture::add(self.sheet, table, name)?;
        Ok(self.cut)
    }

    /// Determines the widths of columns before rows are written, since their heights depend on them.
    fn measure(&mut self, table: &Table) {
        for row in table.rows() {
            for (index, cell) in row.iter().enumerate() {
                let (_, _, width) = value::of(cell, self.options.language, false);
                self.widths[index] = self.widths[index].max(width);
            }
        }
    }

    /// Sets the height of a row to fit its texts: not every program does that by itself.
    fn set_height(
        &mut self,
        number: u32,
        row: &[Cell],
        table: &Table,
    ) -> Result<(), WorkbookError> {
        let mut most = 1;
        for (index, cell) in row.iter().enumerate() {
            let (value, _, width) = value::of(cell, self.options.language, false);
            // A session's title is repeated for each person, so it must fit into the existing lines.
            if table.columns()[index].key == "session" {
                continue;
            }
            if let Value::Text(text) = value
                && (width >= WIDTHS.1 || text.contains('\n'))
            {
                most = most.max(value::lines(&text, self.widths[index].min(WIDTHS.1)));
            }
        }
        let is_signed = table.columns().iter().any(|it| it.minimum_width > 0);
        if most > 1 && (!is_signed || row_height(most) > HEIGHT_TO_SIGN) {
            self.sheet.set_row_height(number, row_height(most))?;
        }
        Ok(())
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
            self.sheet
                .set_column_format(column_number(index), &style_format(style))?;
            self.styles.push(style);
        }
        Ok(())
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
        self.widths[index] = self.widths[index].max(width);
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
        let (least, most) = WIDTHS;
        // On a list to sign, nothing is wider than the room for signatures.
        let signed = table.columns().iter().map(|it| it.minimum_width).max();
        let most = signed.filter(|it| *it > 0).map_or(most, usize::from);
        let mut page = 0;
        for (index, column) in table.columns().iter().enumerate() {
            let needed = self.widths[index].max(usize::from(column.minimum_width));
            let most = if column.key == "session" {
                SESSION
            } else {
                most
            };
            // One more for the padding.
            let width = needed.clamp(least, most) + 1;
            if !table.taken_back && is_for_programs(table, index) {
                self.sheet.set_column_hidden(column_number(index))?;
                continue;
            }
            page += width;
            self.sheet
                .set_column_width(column_number(index), u32::try_from(width).unwrap_or(0))?;
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
        let title = shown(&table.title).into_owned();
        let facts = shown(&table.lines.join(" · ")).into_owned();
        print_set_up(self.sheet, &title, &facts, self.options, self.logos)?;
        let breaks = page_breaks(table);
        if breaks.is_empty() {
            self.sheet.set_print_fit_to_pages(1, 0);
        } else {
            // Excel ignores page breaks if it fits pages itself, so the scale is computed here.
            let scale = (PAGE_WIDTH * 100 / page.max(1)).clamp(10, 100);
            self.sheet
                .set_print_scale(u16::try_from(scale).unwrap_or(100));
            self.sheet.set_page_breaks(&breaks)?;
        }
        Ok(())
    }
}

/// Returns whether a column is only useful to programs: numbers and short names for what the sheet also has in words.
fn is_for_programs(table: &Table, place: usize) -> bool {
    const IDS: [&str; 4] = ["session", "event", "person_id", "organisation_id"];
    let column = &table.columns()[place];
    let has_words = |row: &Vec<Cell>| matches!(row[place], Cell::Worded { .. });
    column.hidden_in_text && IDS.contains(&&*column.key) && !table.rows().iter().any(has_words)
}

/// Returns the rows at which a new page starts: the first one of each group except the first.
fn page_breaks(table: &Table) -> Vec<u32> {
    let sections = table.sections();
    let mut starts: Vec<u32> = sections
        .iter()
        .filter(|section| section.first_row > 0 && !section.rows.is_empty())
        .filter(|section| section.group.is_some_and(|group| !group.is_continued))
        .map(|section| row_number(section.first_row + 1))
        .collect();
    starts.truncate(MOST_BREAKS);
    starts
}

/// Sets A4 landscape, with the title and facts above, the page number below, and lines between the cells.
pub(super) fn print_set_up(
    sheet: &mut Worksheet,
    title: &str,
    facts: &str,
    options: Options,
    logos: &[Image],
) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet.set_paper_size(A4);
    sheet.set_landscape();
    sheet.set_print_gridlines(true);
    let mut head = String::new();
    let places = [
        (HeaderImagePosition::Left, "&L&G"),
        (HeaderImagePosition::Right, "&R&G"),
    ];
    for (logo, (place, code)) in logos.iter().zip(places) {
        let logo = logo.clone().set_scale_to_size(LOGO.0, LOGO.1, true);
        head.push_str(code);
        // The picture and its placeholder in the text belong together.
        sheet.set_header(&head);
        sheet.set_header_image(&logo, place)?;
    }
    if !logos.is_empty() {
        sheet.set_margins(0.7, 0.7, 1.25, 0.75, 0.3, 0.3);
    }
    if !title.is_empty() {
        // Each gets half of the room.
        let part = if facts.is_empty() { 1 } else { 2 };
        let title = header_text(title, LONGEST_HEADER / part);
        let facts = match header_text(facts, LONGEST_HEADER / part) {
            facts if facts.is_empty() => facts,
            facts => format!("\n&\"-,Regular\"{facts}"),
        };
        sheet.set_header(format!("{head}&C&\"-,Bold\"{title}{facts}"));
    }
    let pages = message!(documents::page_of {
        page: "&P",
        pages: "&N"
    })
    .in_language(options.language);
    sheet.set_footer(format!("&R{pages}"));
    Ok(())
}

/// Returns text for a page header, within this many UTF-16 units: an ampersand begins a command there.
fn header_text(text: &str, longest: usize) -> String {
    let mut written = String::new();
    let mut length = 0;
    for letter in text.chars() {
        let more = if letter == '&' { 2 } else { letter.len_utf16() };
        if length + more > longest {
            break;
        }
        length += more;
        written.extend(std::iter::repeat_n(
            letter,
            if letter == '&' { 2 } else { 1 },
        ));
    }
    written
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
