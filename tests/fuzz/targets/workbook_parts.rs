//! Workbooks by what is inside: the members of an archive as text, `>>> NAME` before each, so that a changed byte is
//! a changed cell and not a broken archive.
#![no_main]

use std::io::{Cursor, Write as _};

use libfuzzer_sys::fuzz_target;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const MARK: &[u8] = b">>> ";

fuzz_target!(|text: &[u8]| {
    if let Some(archive) = archive(text) {
        rollcall_fuzz::read("book.xlsx", &archive);
    }
});

fn archive(text: &[u8]) -> Option<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut rest = text.strip_prefix(MARK)?;
    while !rest.is_empty() {
        let end = rest.windows(MARK.len() + 1).position(|at| at[0] == b'\n' && at.ends_with(MARK));
        let (member, behind) = match end {
            Some(end) => (&rest[..end], &rest[end + MARK.len() + 1..]),
            None => (rest, &rest[rest.len()..]),
        };
        let line = member.iter().position(|byte| *byte == b'\n')?;
        let name = std::str::from_utf8(&member[..line]).ok()?;
        archive.start_file(name, options).ok()?;
        archive.write_all(&member[line + 1..]).ok()?;
        rest = behind;
    }
    Some(archive.finish().ok()?.into_inner())
}
