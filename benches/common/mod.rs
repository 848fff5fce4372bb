//! What the benches measure and tell with.

use std::path::Path;
use std::time::Duration;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Runs two things by turns and returns the median of each.
pub(crate) fn medians(
    turns: usize,
    mut ours: impl FnMut() -> Duration,
    mut theirs: impl FnMut() -> Duration,
) -> [Duration; 2] {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for _ in 0..turns {
        left.push(ours());
        right.push(theirs());
    }
    [left, right].map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2]
    })
}

pub(crate) fn tell_pair(
    what: &str,
    beside: &str,
    ours: Duration,
    theirs: Duration,
    target: Option<f64>,
) {
    let target = target
        .map(|target| format!(" (target {target})"))
        .unwrap_or_default();
    println!(
        "{what}: {}, {beside}: {}, ratio {:.2}{target}",
        shown(ours),
        shown(theirs),
        ratio(ours, theirs)
    );
}

pub(crate) fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

pub(crate) fn shown(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 1.0 {
        format!("{:.1} ms", seconds * 1000.0)
    } else {
        format!("{seconds:.2} s")
    }
}

pub(crate) fn thousands(number: usize) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", thousands(number / 1000), number % 1000)
    }
}

pub(crate) fn remove(path: &Path) {
    if path.exists() {
        std::fs::remove_file(path).unwrap();
    }
}
