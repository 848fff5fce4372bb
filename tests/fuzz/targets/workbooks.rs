//! Workbooks as files: `.xlsx`, `.xls`, `.ods`, told apart by their bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| rollcall_fuzz::read("book.xlsx", bytes));
