//! Every sign-up family, platform log and table made by hand, from bytes to rows.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| rollcall_fuzz::read("list.csv", bytes));
