//! Bar charts, if there are few enough bars to read.

use crate::output::{Bar, Bars, Document, Part};

/// More bars than this are unreadable; the table has them all.
const MOST: usize = 40;

/// Adds bars.
pub(super) fn add(document: &mut Document, bars: Bars) {
    if !bars.bars.is_empty() && bars.bars.len() <= MOST {
        document.push(Part::Bars(bars));
    }
}

/// Creates a bar.
pub(super) fn bar(name: impl Into<String>, part: usize, whole: Option<usize>) -> Bar {
    Bar {
        name: name.into(),
        part,
        whole,
        beyond: 0,
    }
}
