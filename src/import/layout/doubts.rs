//! Doubts about a table as a whole: it says that its people did not come, or its lengths have no unit.
//!
//! `Abwesende am 8.10.` above a list of names, `no-shows.csv`, or `Absent:` in the middle of the names would turn who came
//! into its contrary. Where a column says it for each row, that column counts and nothing is asked.

use super::super::totals::is_row_of_totals;
use super::super::{Field, ImportError, Kind, Record, values};
use super::columns::{Known, Layout, Origin};
use super::decide::Decided;
use crate::formats::heading;
use crate::formats::lexicon::LEXICON;

/// Numbers of lengths below this, some with decimals, are more likely hours than minutes.
const FEW: u64 = 10;

impl Layout {
    /// Refuses a table whose title, file name, heading of names or section says that its people did not come.
    ///
    /// # Errors
    /// [`ImportError::SaysOtherwise`].
    pub(super) fn refuse_the_contrary(
        &self,
        decided: &Decided,
        titles: &[Record],
        rows: &[Record],
        name: &str,
    ) -> Result<(), ImportError> {
        let is_said = match self.kind {
            Kind::Attendance => decided.says_who_came(),
            Kind::Signups => decided.has(&Field::Status) || decided.has(&Field::Void),
            _ => true,
        };
        if is_said || self.quirks.own || self.quirks.sign_in {
            return Ok(());
        }
        let names = decided
            .columns
            .iter()
            .filter(|column| column.is(&Field::Name) && column.origin != Origin::Told);
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let file = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let titles = titles.iter().flat_map(Record::cells);
        let said = titles
            .chain(names.map(|column| column.heading.as_str()))
            .chain([file])
            .find(|text| LEXICON.is_of_the_others(text));
        let section = || {
            rows.iter()
                .filter(|_| self.kind == Kind::Attendance)
                .find_map(section)
        };
        match said.or_else(section) {
            None => Ok(()),
            Some(text) => Err(ImportError::SaysOtherwise {
                file: name.to_owned(),
                text: values::words::quotable(text.trim()),
            }),
        }
    }

    /// Refuses lengths whose numbers fit hours or seconds better than minutes, if the heading names no unit.
    ///
    /// # Errors
    /// [`ImportError::UnitUnknown`].
    pub(super) fn refuse_lengths_without_unit(
        &self,
        decided: &Decided,
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        if self.kind != Kind::Attendance || self.quirks.own {
            return Ok(());
        }
        let begin = known.sessions.iter().map(|session| session.start).min();
        let end = known.sessions.iter().map(|session| session.end).max();
        let programme = begin
            .zip(end)
            .map(|(begin, end)| (end - begin).num_minutes());
        let programme = programme.and_then(|minutes| u64::try_from(minutes).ok());
        for column in &decided.columns {
            let evidence = &column.evidence;
            let is_short = evidence.fractions > 0 && evidence.largest < FEW;
            let is_long = programme.is_some_and(|minutes| evidence.largest > 3 * minutes);
            if column.is(&Field::Duration)
                && (is_short || is_long)
                && heading::unit(&column.heading).is_none()
            {
                return Err(ImportError::UnitUnknown {
                    file: name.to_owned(),
                    heading: column.heading.clone(),
                    sample: values::words::quotable(&evidence.sample),
                });
            }
        }
        Ok(())
    }
}

/// Returns the only cell of a row if it says that the people below it were not there: `Absent:`.
fn section(row: &Record) -> Option<&str> {
    let mut filled = row.cells().map(str::trim).filter(|cell| !cell.is_empty());
    let only = filled.next().filter(|_| filled.next().is_none())?;
    let is_word =
        LEXICON.states_absence(only.trim_end_matches(':')) || LEXICON.is_of_the_others(only);
    (is_word && !is_row_of_totals(row)).then_some(only)
}
