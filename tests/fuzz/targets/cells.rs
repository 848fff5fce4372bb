//! What the text of one cell says: dates, durations, states, yes and no.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rollcall::import::values::dates::{self, DateOrder};
use rollcall::import::values::{durations, words};

fuzz_target!(|cell: &str| {
    let orders = [None, DateOrder::parse("dmy"), DateOrder::parse("mdy"), DateOrder::parse("ymd")];
    for order in orders {
        if let Ok(moment) = dates::parse(cell, order) {
            for zone in [chrono_tz::UTC, chrono_tz::Europe::Berlin, chrono_tz::Australia::Lord_Howe] {
                std::hint::black_box(dates::to_instant(moment, None, zone));
            }
        }
    }
    std::hint::black_box(dates::serial(cell));
    for seconds in [durations::seconds(cell), durations::hours_and_minutes(cell)] {
        assert!(seconds.is_none_or(|seconds| seconds >= 0), "{seconds:?} seconds");
    }
    std::hint::black_box((words::yes_no(cell), words::signup_status(cell), words::session_kind(cell)));
    drop((words::language(cell), words::phone(cell), words::quotable(cell)));
});
