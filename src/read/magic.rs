//! The type of a file by its first bytes: text, a spreadsheet, or not a table.
//!
//! The file name extension is ignored: an `.xls` may be a web page, a `.csv` a workbook. Two formats are containers and
//! have to be looked into: a ZIP file may be a workbook, a text document or an archive; so may a compound file, the
//! older Office format, which also wraps a workbook with a password. Both contain the names of their parts in plain
//! text, even if the file is truncated.

use std::io::{self, Read};

use crate::catalogue::Wording;
use crate::catalogue::messages::read;

/// The type of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Most likely text.
    Text,
    /// A spreadsheet.
    Spreadsheet(SpreadsheetKind),
    /// A spreadsheet with a password.
    Protected,
    /// Something else, named with its article.
    Other(Wording),
}

/// The spreadsheet formats that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SpreadsheetKind {
    /// Excel since 2007.
    Xlsx,
    /// Excel since 2007, the binary form.
    Xlsb,
    /// Excel from 97 to 2003.
    Xls,
    /// `LibreOffice`.
    Ods,
}

impl SpreadsheetKind {
    /// Returns the usual file name extension, without the dot.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }
}

/// First bytes that identify a type of file.
const SIGNATURES: &[(&[u8], Wording)] = &[
    (b"\x89PNG\r\n", read::PICTURE_PNG),
    (b"\xFF\xD8\xFF", read::PICTURE_JPEG),
    (b"GIF8", read::PICTURE_GIF),
    (b"%PDF-", read::PDF),
    (b"\x1F\x8B", read::GZIP),
    (b"7z\xBC\xAF\x27\x1C", read::ARCHIVE_7Z),
    (b"Rar!\x1A\x07", read::ARCHIVE_RAR),
    (b"\x7FELF", read::PROGRAM),
    (b"MZ\x90\0", read::PROGRAM),
    (b"{\\rtf", read::RTF),
    // The BOF records of Excel 2 to 5, which did not use a container yet.
    (b"\x09\x00\x04\x00", read::OLD_WORKBOOK),
    (b"\x09\x02\x06\x00", read::OLD_WORKBOOK),
    (b"\x09\x04\x06\x00", read::OLD_WORKBOOK),
];

/// Beginnings of part names that identify the contents of a ZIP file.
const ZIP_PARTS: &[(&[u8], Kind)] = &[
    (b"xl/workbook.xml", Kind::Spreadsheet(SpreadsheetKind::Xlsx)),
    (b"xl/workbook.bin", Kind::Spreadsheet(SpreadsheetKind::Xlsb)),
    (b"word/", Kind::Other(read::WORD_DOCUMENT)),
    (b"ppt/", Kind::Other(read::PRESENTATION)),
    (b"Index/Document.iwa", Kind::Other(read::APPLE_DOCUMENT)),
    // A workbook whose other parts are missing or have unusual names.
    (b"xl/", Kind::Spreadsheet(SpreadsheetKind::Xlsx)),
    // The content of `mimetype` is not compressed and immediately follows its name.
    (
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        Kind::Spreadsheet(SpreadsheetKind::Ods),
    ),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.",
        Kind::Other(read::LIBREOFFICE_DOCUMENT),
    ),
];

/// Streams that identify the contents of a compound file.
const COMPOUND_PARTS: &[(&str, Kind)] = &[
    ("Workbook", Kind::Spreadsheet(SpreadsheetKind::Xls)),
    ("Book", Kind::Spreadsheet(SpreadsheetKind::Xls)),
    ("EncryptedPackage", Kind::Protected),
    ("WordDocument", Kind::Other(read::WORD_DOCUMENT)),
    ("PowerPoint Document", Kind::Other(read::PRESENTATION)),
];

/// Determines the type of a file; `bytes` starts at its beginning.
pub(super) fn kind_of(mut bytes: impl Read) -> io::Result<Kind> {
    let mut head = Vec::with_capacity(HEAD);
    bytes.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return zip_kind(head.chain(bytes));
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound_kind(head.chain(bytes));
    }
    if head.starts_with(b"SQLite format 3\0") {
        return Ok(Kind::Other(read::DATABASE));
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Ok(Kind::Other(read::PICTURE_WEBP));
    }
    let known = SIGNATURES
        .iter()
        .find(|(signature, _)| head.starts_with(signature));
    Ok(known.map_or(Kind::Text, |(_, what)| Kind::Other(*what)))
}

/// The number of bytes that is enough for every signature.
const HEAD: usize = 64;

/// Looks for the names of parts, which follow the headers of ZIP entries.
///
/// The headers are searched for, not followed: a truncated file lacks the list at the end, and should be reported as a
/// damaged workbook, not as an archive.
fn zip_kind(mut bytes: impl Read) -> io::Result<Kind> {
    // Long enough for a header and the longest name searched for.
    const TAIL: usize = 128;
    let mut best: Option<usize> = None;
    let mut window = Vec::new();
    loop {
        let count = bytes.by_ref().take(64 * 1024).read_to_end(&mut window)?;
        for at in 0..window.len() {
            if window[at] != b'P' {
                continue;
            }
            let entry = &window[at..];
            let name = match entry.get(..4) {
                Some(b"PK\x03\x04") => entry.get(30..),
                Some(b"PK\x01\x02") => entry.get(46..),
                _ => None,
            };
            let Some(name) = name else { continue };
            let part = ZIP_PARTS
                .iter()
                .position(|(part, _)| name.starts_with(part));
            best = best.into_iter().chain(part).min();
        }
        if count == 0 {
            break;
        }
        window.drain(..window.len().saturating_sub(TAIL));
    }
    Ok(best.map_or(Kind::Other(read::ARCHIVE_ZIP), |part| ZIP_PARTS[part].1))
}

/// Looks for the names of streams, which are in entries of 128 bytes, two bytes per letter.
fn compound_kind(mut bytes: impl Read) -> io::Result<Kind> {
    let mut best: Option<usize> = None;
    let mut block = Vec::new();
    while bytes.by_ref().take(64 * 1024).read_to_end(&mut block)? > 0 {
        for entry in block.chunks_exact(128) {
            let part = COMPOUND_PARTS.iter().position(|(part, _)| {
                let name = part.encode_utf16().chain([0]).flat_map(u16::to_le_bytes);
                entry.iter().copied().take((part.len() + 1) * 2).eq(name)
            });
            best = best.into_iter().chain(part).min();
        }
        block.clear();
    }
    Ok(best.map_or(Kind::Other(read::OFFICE_FILE), |part| {
        COMPOUND_PARTS[part].1
    }))
}

/// Whether bytes have too many control characters to be text; not for UTF-16.
pub(super) fn looks_binary(head: &[u8]) -> bool {
    // Tab, line feed, vertical tab, form feed, carriage return; the end-of-file mark of DOS and escape.
    let control = |byte: &&u8| **byte < 0x20 && !matches!(byte, 9..=13 | 0x1A | 0x1B);
    head.iter().filter(control).count() * 10 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_no_tables_are_named() {
        let kind = |bytes: &[u8]| kind_of(bytes).unwrap();
        assert_eq!(
            kind(b"\x89PNG\r\n\x1a\n...."),
            Kind::Other(read::PICTURE_PNG)
        );
        assert_eq!(kind(b"%PDF-1.7\n"), Kind::Other(read::PDF));
        assert_eq!(
            kind(b"PK\x05\x06................"),
            Kind::Other(read::ARCHIVE_ZIP)
        );
        assert_eq!(kind(b"SQLite format 3\0...."), Kind::Other(read::DATABASE));
        assert_eq!(kind(b"Name;E-Mail\r\n"), Kind::Text);
        assert_eq!(kind(b""), Kind::Text);
    }

    fn zip_entry(name: &str, content: &str) -> Vec<u8> {
        let mut entry = b"PK\x03\x04".to_vec();
        entry.resize(30, 0);
        entry.extend_from_slice(name.as_bytes());
        entry.extend_from_slice(content.as_bytes());
        entry
    }

    #[test]
    fn a_zip_file_is_what_its_parts_say_wherever_they_stand() {
        let kind = |parts: &[Vec<u8>]| kind_of(&parts.concat()[..]).unwrap();
        let filler = zip_entry("[Content_Types].xml", &"x".repeat(64 * 1024 - 70));
        let workbook = zip_entry("xl/workbook.xml", "..");
        let xlsx = Kind::Spreadsheet(SpreadsheetKind::Xlsx);
        for cut in 0..80 {
            let filler = filler[..filler.len() - cut].to_vec();
            assert_eq!(kind(&[filler, workbook.clone()]), xlsx, "{cut}");
        }
        let word = zip_entry("word/document.xml", "..");
        assert_eq!(
            kind(std::slice::from_ref(&word)),
            Kind::Other(read::WORD_DOCUMENT)
        );
        // A sheet pasted into a letter is under `word/embeddings`.
        assert_eq!(kind(&[filler, word]), Kind::Other(read::WORD_DOCUMENT));
        let ods = zip_entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        assert_eq!(kind(&[ods]), Kind::Spreadsheet(SpreadsheetKind::Ods));
        let odt = zip_entry("mimetype", "application/vnd.oasis.opendocument.text");
        assert_eq!(kind(&[odt]), Kind::Other(read::LIBREOFFICE_DOCUMENT));
        assert_eq!(
            kind(&[zip_entry("list.csv", "a;b")]),
            Kind::Other(read::ARCHIVE_ZIP)
        );
    }

    fn compound(stream: &str) -> Vec<u8> {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(512 + 128, 0);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(1024, 0);
        bytes
    }

    #[test]
    fn a_compound_file_is_what_its_streams_say() {
        let kind = |stream: &str| kind_of(&compound(stream)[..]).unwrap();
        assert_eq!(kind("Workbook"), Kind::Spreadsheet(SpreadsheetKind::Xls));
        assert_eq!(kind("EncryptedPackage"), Kind::Protected);
        assert_eq!(kind("WordDocument"), Kind::Other(read::WORD_DOCUMENT));
        assert_eq!(kind("Workbooks"), Kind::Other(read::OFFICE_FILE));
    }

    #[test]
    fn a_few_nul_characters_do_not_make_a_binary() {
        assert!(!looks_binary(b"Name;E-Mail\r\nAnna\0;anna@example.org\r\n"));
        assert!(looks_binary(&[0, 1, 2, 3, b'a', b'b']));
        assert!(!looks_binary(b""));
    }
}
