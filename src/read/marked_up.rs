//! Counts what the library will make of the XML parts of a packed workbook.
//!
//! *Excel's parts.* The library keeps shared texts, styles and the names of sheets in memory, but not cells, so only
//! the longest cell matters. The memory for an element is charged by its name, wherever it occurs: the file decides
//! which part is the table of texts.
//!
//! *An .ods.* The library stores every sheet as a rectangle of cells, with repeated rows and cells expanded, and loops
//! forever if a table is not closed. So the rectangles are measured, and `content.xml` has to be well-formed.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::attributes::{attribute, is_on};
use super::budget::{LONGEST_CELL, MOST_SHEETS, Share, TooLarge};
use super::fault::Fault;
use super::magic::SpreadsheetKind;
use super::measured::Pieces;
use super::rectangle::Rectangles;
use crate::catalogue::messages::read;

/// The maximum nesting depth of elements; in a workbook it is about a dozen.
const DEEPEST: usize = 256;

/// The size of a shared text besides its letters.
const A_TEXT: u64 = 72;

/// The size of a font, a relationship or a name.
const AN_ENTRY: u64 = 300;

/// The size of a style, besides the names in it.
const A_STYLE: u64 = 600;

/// The totals for all parts.
pub(super) struct Markup {
    kind: SpreadsheetKind,
    sheets: u64,
    /// The longest relationship, which is copied for each sheet that names it.
    longest_relationship: u64,
    /// Whether any row is hidden, or any cell is merged, struck through, filled with a colour, commented or a formula.
    has_marks: bool,
}

impl Markup {
    /// Starts with nothing found.
    pub(super) fn new(kind: SpreadsheetKind) -> Self {
        Self {
            kind,
            sheets: 0,
            longest_relationship: 0,
            has_marks: false,
        }
    }

    /// Reads a part as far as it is XML; the library does not get further either.
    pub(super) fn check(
        &mut self,
        part: impl BufRead + Pieces,
        is_content: bool,
        share: &mut Share,
    ) -> Result<(), Fault> {
        let mut reader = Reader::from_reader(part);
        let is_content = is_content && self.kind == SpreadsheetKind::Ods;
        let config = reader.config_mut();
        // As the library reads it; the content of an .ods must be well-formed.
        config.check_end_names = is_content;
        config.expand_empty_elements = true;
        let mut state = Part::default();
        let mut rectangles = Rectangles::default();
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            reader.get_mut().begin();
            let event = reader.read_event_into(&mut buffer);
            match event {
                Ok(Event::Eof) => break,
                Ok(event) => {
                    state.began |= matches!(event, Event::Start(_));
                    self.take(&event, &mut state, share)?;
                    if is_content {
                        rectangles.take(&event, share)?;
                    }
                }
                Err(_) => {
                    // Otherwise the library would get further than this.
                    reader.get_ref().fits()?;
                    // Something that is not XML at all may have a password, which the library detects.
                    if is_content && state.began {
                        return Err(Fault::damaged(read::NOT_WELL_FORMED));
                    }
                    break;
                }
            }
        }
        if is_content && state.open > 0 {
            return Err(Fault::cut_off());
        }
        share.charge(state.styles * (A_STYLE + state.longest))?;
        Ok(())
    }

    /// Processes one piece of a part.
    fn take(&mut self, event: &Event<'_>, part: &mut Part, share: &mut Share) -> Result<(), Fault> {
        match event {
            Event::Start(element) => {
                let length = element.len() as u64;
                part.longest = part.longest.max(length);
                part.open(element)?;
                share.charge(self.held_of(element, part))?;
            }
            Event::End(element) => part.close(element.name().as_ref()),
            Event::Text(text) => share.charge(part.text(text.len())?)?,
            Event::CData(text) => share.charge(part.text(text.len())?)?,
            // `&amp;` and similar references are one character.
            Event::GeneralRef(_) => share.charge(part.text(4)?)?,
            _ => {}
        }
        Ok(())
    }

    /// Returns how much memory the library will use for an element.
    fn held_of(&mut self, element: &BytesStart<'_>, part: &mut Part) -> u64 {
        let length = element.len() as u64;
        match element.local_name().as_ref() {
            "si" => A_TEXT,
            "sst" => claimed_texts(element),
            "xf" => {
                part.styles += 1;
                0
            }
            "sheet" => {
                self.sheets += 1;
                0
            }
            "row" => {
                self.has_marks = self.has_marks || is_on(element, "hidden", false);
                0
            }
            "strike" | "mergeCell" | "f" | "fgColor" | "comment" => {
                self.has_marks = true;
                0
            }
            "Relationship" => {
                self.longest_relationship = self.longest_relationship.max(length);
                AN_ENTRY + 3 * length
            }
            "definedName" | "font" | "fill" | "border" | "numFmt" | "style" => {
                AN_ENTRY + 3 * length
            }
            _ => 0,
        }
    }

    /// Charges what depends on several parts; returns whether [`super::sheet_marks`] has something to read.
    pub(super) fn finish(self, share: &mut Share) -> Result<bool, Fault> {
        if self.sheets > MOST_SHEETS as u64 {
            return Err(TooLarge::Count {
                what: "sheets",
                most: MOST_SHEETS,
            }
            .into());
        }
        share.charge(self.sheets * (AN_ENTRY + self.longest_relationship))?;
        Ok(self.has_marks)
    }
}

/// Returns the memory for the number of texts that a table claims to have: the library reserves it in advance.
fn claimed_texts(element: &BytesStart<'_>) -> u64 {
    attribute(element, "uniqueCount")
        .and_then(|count| count.parse::<u128>().ok())
        .map_or(0, |count| {
            u64::try_from(count)
                .unwrap_or(u64::MAX)
                .saturating_mul(size_of::<String>() as u64)
        })
}

/// The state while reading one part.
#[derive(Default)]
struct Part {
    /// Whether any element was found, so this is XML.
    began: bool,
    /// The number of open elements.
    open: usize,
    /// The concatenated names of the open elements within a cell, including the cell itself.
    names: String,
    /// The offset of each of these names.
    starts: Vec<usize>,
    /// Whether the cell belongs to a sheet.
    is_of_sheet: bool,
    /// Whether an end tag within the cell did not match: then the end of the cell is unknown.
    is_torn: bool,
    /// The number of bytes of text in the cell.
    text: u64,
    /// The number of styles.
    styles: u64,
    /// The longest element, without its text.
    longest: u64,
}

impl Part {
    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        self.open += 1;
        if self.open > DEEPEST {
            return Err(Fault::damaged(read::TOO_DEEP));
        }
        let local = element.local_name();
        let is_cell = matches!(
            local.as_ref(),
            "c" | "si" | "definedName" | "table-cell" | "covered-table-cell"
        );
        if self.starts.is_empty() {
            self.is_of_sheet = local.as_ref() == "c";
        }
        if !self.starts.is_empty() || is_cell {
            self.starts.push(self.names.len());
            self.names.push_str(element.name().as_ref());
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        self.open = self.open.saturating_sub(1);
        if self.is_torn {
            return;
        }
        let Some(start) = self.starts.pop() else {
            return;
        };
        self.is_torn = self.names.get(start..) != Some(name);
        self.names.truncate(start);
        if self.starts.is_empty() {
            self.text = 0;
        }
    }

    /// Counts text, and returns what to charge for it.
    fn text(&mut self, length: usize) -> Result<u64, TooLarge> {
        if self.starts.is_empty() && !self.is_torn {
            return Ok(0);
        }
        let length = length as u64;
        self.text += length;
        if self.text > LONGEST_CELL {
            return Err(TooLarge::Cell);
        }
        // Shared texts stay in memory; a cell of a sheet only while it is read, and it is charged with its row.
        let is_held = !self.is_of_sheet || self.is_torn;
        Ok(if is_held { 2 * length } else { 0 })
    }
}
