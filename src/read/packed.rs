//! Checks workbooks that are ZIP files before a library reads them: every part is unpacked and measured.
//!
//! The sizes in the list of parts are only claims, so they are not used. Each part is unpacked once, a block at a time,
//! and the memory that the library will use for it is charged to the budget. A part that is broken somewhere is
//! measured up to there: the library does not get further.

use std::io::BufReader;

use zip::ZipArchive;
use zip::result::ZipError;

use super::binary_sheet;
use super::budget::{MOST_PARTS, Share, TooLarge};
use super::fault::Fault;
use super::magic::SpreadsheetKind;
use super::marked_up::Markup;
use super::measured::Measured;
use super::source::SourceBytes;

/// Checks a packed workbook and charges the memory it will use.
///
/// Returns whether rows are hidden, or cells are merged, struck through or formulas; only known for an .xlsx.
pub(super) fn check(
    bytes: SourceBytes,
    kind: SpreadsheetKind,
    share: &mut Share,
) -> Result<bool, Fault> {
    let mut archive = ZipArchive::new(BufReader::new(bytes)).map_err(|_| Fault::cut_off())?;
    if archive.len() > MOST_PARTS {
        return Err(TooLarge::Count {
            what: "parts",
            most: MOST_PARTS,
        }
        .into());
    }
    let mut markup = Markup::new(kind);
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let part = match archive.by_index(index) {
            Ok(part) => part,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Fault::Protected);
            }
            // The library cannot read it either.
            Err(_) => continue,
        };
        let name = part.name_raw().to_ascii_lowercase();
        let mut part = Measured::new(part, share.budget().unpacked(), &mut unpacked);
        if kind == SpreadsheetKind::Xlsb && binary_sheet::is_one(&name) {
            binary_sheet::check(BufReader::new(&mut part), &name, share)?;
        } else {
            let is_content = name == b"content.xml";
            markup.check(BufReader::new(&mut part), is_content, share)?;
        }
        part.rest()?;
    }
    markup.finish(share)
}
