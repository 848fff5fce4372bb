//! A search of bytes that has nothing in common with the program's own.

use std::path::Path;

/// Returns in which files of a folder a text stands, in UTF-8 or UTF-16, in the letters given or in small ones.
pub(super) fn files_with(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if has(&std::fs::read(&path).unwrap(), text) {
                found.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

/// Whether bytes have a text.
pub(super) fn has(bytes: &[u8], text: &str) -> bool {
    [text.to_owned(), text.to_lowercase()].iter().any(|text| {
        let wide: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        [text.as_bytes(), &little, &big]
            .iter()
            .any(|needle| holds(bytes, needle))
    })
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    let first = needle[0];
    (0..bytes.len().saturating_sub(needle.len() - 1))
        .any(|at| bytes[at] == first && bytes[at..].starts_with(needle))
}

#[test]
fn a_text_is_found_in_every_coding() {
    assert!(has(b"..Anna Amsel..", "Anna Amsel"));
    assert!(has(b"..anna amsel..", "Anna Amsel"));
    assert!(has(b"\0A\0n\0n\0a\0", "Anna"));
    assert!(has(b"xA\0n\0n\0a\0", "Anna"));
    assert!(!has(b"Anna  Amsel", "Anna Amsel"));
}
