//! The parts of an .xlsx file, whose XML is read piece by piece.

use std::io::{BufRead, BufReader};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::attributes::attribute;
use super::fault::Fault;
use super::source::SourceBytes;

/// An .xlsx file.
pub(super) type Archive = ZipArchive<BufReader<SourceBytes>>;

/// The size of a marked cell, row or merged cell, in bytes.
pub(super) const A_MARK: u64 = 32;

/// Returns the part of the archive that contains a sheet, in lower case.
pub(super) fn part_of(archive: &mut Archive, sheet: &str) -> Option<String> {
    let mut id = None;
    let found = each(archive, "xl/workbook.xml", |event| {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "sheet"
            && id.is_none()
            && text_of(element, "name").as_deref() == Some(sheet)
        {
            id = element
                .attributes()
                .with_checks(false)
                .flatten()
                .find(|it| it.key.local_name().as_ref() == "id")
                .map(|it| it.value.into_owned());
        }
        Ok(())
    });
    found.ok()?;
    let id = id?;
    let mut target = None;
    let found = each(archive, "xl/_rels/workbook.xml.rels", |event| {
        if let Event::Start(element) = event
            && attribute(element, "Id").as_deref() == Some(id.as_str())
        {
            target = text_of(element, "Target");
        }
        Ok(())
    });
    found.ok()?;
    let target = target?.to_ascii_lowercase();
    Some(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// Reads the elements of a part, as far as it is XML; a missing part has none.
pub(super) fn each(
    archive: &mut Archive,
    part: &str,
    mut take: impl FnMut(&Event<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let index = archive.file_names().position(|name| {
        name.is_ok_and(|name| name.replace('\\', "/").to_ascii_lowercase() == part)
    });
    let Some(part) = index.and_then(|index| archive.by_index(index).ok()) else {
        return Ok(());
    };
    let mut reader = Reader::from_reader(BufReader::new(part));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    while let Some(event) = next(&mut reader, &mut buffer) {
        take(&event)?;
    }
    Ok(())
}

/// Returns the next piece; `None` at the end or if the rest is broken, since the library gets no further.
fn next<'buffer>(
    reader: &mut Reader<impl BufRead>,
    buffer: &'buffer mut Vec<u8>,
) -> Option<Event<'buffer>> {
    buffer.clear();
    let event = reader.read_event_into(buffer).ok();
    event.filter(|event| !matches!(event, Event::Eof))
}

/// Returns an attribute with its entities replaced.
pub(super) fn text_of(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let written = attribute(element, name)?;
    let text = unescape(&written).ok()?.into_owned();
    Some(text)
}

pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u64> {
    attribute(element, name)?.parse().ok()
}

/// Parses `BC12` into row and column, counted from 1.
pub(super) fn at_of(place: &str) -> Option<(u64, usize)> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase).count();
    let (letters, row) = place.split_at(letters);
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        column
            .checked_mul(26)?
            .checked_add(usize::from(letter - b'A') + 1)
    })?;
    (column > 0).then_some((row.parse().ok()?, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read() {
        assert_eq!(at_of("A1"), Some((1, 1)));
        assert_eq!(at_of("BC12"), Some((12, 55)));
        for wrong in ["", "1", "A", "a1", "A-1", "AAAAAAAAAAAAAAAAAAAAAA1"] {
            assert_eq!(at_of(wrong), None, "{wrong}");
        }
    }
}
