//! Bytes to records, and back in the file's own layout.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rollcall::import::{ReadOptions, Record, Sheet, Source};

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = Source::from_reader("list.csv", bytes) else {
        return;
    };
    let Ok(sheet) = Sheet::open(&source, &ReadOptions::default()) else {
        return;
    };
    let (Ok(mut records), Ok(mut writer)) = (sheet.records(), sheet.raw_writer(Vec::new())) else {
        return;
    };
    let mut record = Record::default();
    while records.read_into(&mut record).unwrap_or(false) {
        writer.write(record.cells()).expect("memory takes everything");
    }
});
