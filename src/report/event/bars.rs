//! Numbers side by side, where there are few enough to be looked at.

use crate::output::{Bar, Bars, Document, Part};

/// More than these are a wall; the table has them all.
const MOST: usize = 40;

/// Adds bars.
pub(super) fn add(document: &mut Document, bars: Bars) {
    if !bars.bars.is_empty() && bars.bars.len() <= MOST {
        document.push(Part::Bars(bars));
    }
}

/// A bar.
pub(super) fn bar(name: impl Into<String>, part: usize, whole: Option<usize>) -> Bar {
    Bar {
        name: name.into(),
        part,
        whole,
        beyond: 0,
    }
}
