//! The parts of a packed workbook that are XML: what the library will make of them, counted.
//!
//! *Excel's parts.* The texts that cells share, the styles and the names of sheets are held by the
//! library; cells are not, so that of them only the longest matters. What an element makes the library
//! hold is charged by its name, wherever it stands: which part is the table of texts is for the file to say.
//!
//! *Of an .ods.* The library holds every sheet as a rectangle of cells, with repeated rows and cells
//! written out, and goes on for ever where a table is not closed. So the rectangles are measured, and
//! `content.xml` has to be well-formed.
//!
//! This file calls `budget`, `measured`, `rectangle` and `fault`.

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

/// How deep elements may lie in each other; in a workbook it is a dozen.
const DEEPEST: usize = 256;

/// What the library holds of a text that cells share, beside its letters.
const A_TEXT: u64 = 72;

/// What it holds of a font, a relationship, a name.
const AN_ENTRY: u64 = 300;

/// What it holds of a style, beside the names in it.
const A_STYLE: u64 = 600;

/// What is found in all parts together.
pub(super) struct Markup {
    kind: SpreadsheetKind,
    sheets: u64,
    /// The longest relationship, which is copied for each sheet that names it.
    longest_relationship: u64,
    /// Some row is hidden, some cell merged, struck through or a formula.
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

    /// Reads one part as far as it is XML; the library gets no further either.
    pub(super) fn check(
        &mut self,
        part: impl BufRead + Pieces,
        is_content: bool,
        share: &mut Share,
    ) -> Result<(), Fault> {
        let mut reader = Reader::from_reader(part);
        let is_content = is_content && self.kind == SpreadsheetKind::Ods;
        let config = reader.config_mut();
        // As the library reads it; of the content of an .ods it must be well-formed.
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
                    // What does not even begin may be under a password, which the library finds out.
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

    /// Takes one piece of a part.
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
            // `&amp;` and the like stand for one character.
            Event::GeneralRef(_) => share.charge(part.text(4)?)?,
            _ => {}
        }
        Ok(())
    }

    /// Returns what the library will hold of an element.
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
            "strike" | "mergeCell" | "f" => {
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

/// Returns the room for the texts that a table of them says it has: the library reserves it beforehand.
fn claimed_texts(element: &BytesStart<'_>) -> u64 {
    attribute(element, "uniqueCount")
        .and_then(|count| count.parse::<u128>().ok())
        .map_or(0, |count| {
            u64::try_from(count)
                .unwrap_or(u64::MAX)
                .saturating_mul(size_of::<String>() as u64)
        })
}

/// Where the reading of one part is.
#[derive(Default)]
struct Part {
    /// Some element was there: this is XML.
    began: bool,
    /// How many elements are open.
    open: usize,
    /// The names of those open within a cell, and of the cell itself, one behind the other.
    names: String,
    /// Where each of these names begins.
    starts: Vec<usize>,
    /// The cell is one of a sheet.
    is_of_sheet: bool,
    /// An end within the cell was another one's: nobody knows where the cell ends.
    is_torn: bool,
    /// Bytes of text in the cell.
    text: u64,
    /// How many styles there are.
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
        // What cells share is held; a cell of a sheet only while it is read, and charged with its row.
        let is_held = !self.is_of_sheet || self.is_torn;
        Ok(if is_held { 2 * length } else { 0 })
    }
}
