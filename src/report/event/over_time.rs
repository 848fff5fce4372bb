//! Shows how many people were there, minute by minute.

use super::{Source, words};
use crate::attendance::Phase;
use crate::output::{Document, Part};
use crate::report::{curve, notes};
use crate::store::StoreError;

/// Adds the picture of the curve report, and its notes.
pub(super) fn add(document: &mut Document, source: &Source<'_>) -> Result<(), StoreError> {
    let recording = &source.data.recording;
    if !recording.is_recorded() || recording.phase == Phase::Before {
        return Ok(());
    }
    let language = source.language();
    let heading = words::OVER_TIME.in_language(language);
    document.push(Part::Heading(heading.to_owned()));
    let table = curve(&source.reader, source.event, None, language)?;
    if let Some(mut chart) = table.chart {
        if source.options.public {
            // Unmatched stays are an uncertainty.
            chart.series.truncate(1);
        }
        document.push(Part::Chart(chart));
    }
    if source.options.public {
        return Ok(());
    }
    // Uncertainties in the logs are mentioned once, at the end.
    let gaps = notes::gaps(&source.data.recording, language);
    for note in table.notes {
        if !gaps.contains(&note) {
            document.push(Part::Paragraph(note.said));
        }
    }
    Ok(())
}
