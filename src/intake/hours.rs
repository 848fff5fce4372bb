//! Begin and end of the parts of a programme: a time that clocks skip is refused, and other peculiarities of a time are
//! noted with its line. See `model::time` for the rules.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::desk::Desk;
use crate::catalogue::Message;
use crate::import::rows::ProgrammeRow;
use crate::import::values::TimeNote;
use crate::import::values::dates::{resolve, skipped, to_instant};
use crate::model::Instant;
use crate::model::time::{self, Reading};

impl Desk<'_> {
    /// Returns when something begins; the error says why its start is invalid.
    pub(super) fn start_of(
        &mut self,
        row: &ProgrammeRow,
        day: Option<NaiveDate>,
        zone: Tz,
    ) -> Result<Option<Instant>, Message> {
        let Some(moment) = row.start else {
            return Ok(None);
        };
        let Some(start) = resolve(moment, day, zone) else {
            return Ok(None);
        };
        if start.reading == Reading::Skipped {
            return Err(skipped(moment, day, zone));
        }
        let note = TimeNote::of_reading(start.reading);
        self.time_notes.add(note, row.line);
        Ok(Some(start.instant))
    }

    /// Returns when something that begins at `start` ends: `00:00` without a day is the following midnight, and for a
    /// time that clocks show twice the moment that is not before the start.
    pub(super) fn end_of(
        &mut self,
        row: &ProgrammeRow,
        start: Instant,
        zone: Tz,
    ) -> Result<Option<Instant>, Message> {
        let day = start.with_timezone(&zone).date_naive();
        let Some(moment) = row.end else {
            return Ok(None);
        };
        let Some(end) = resolve(moment, Some(day), zone) else {
            return Ok(None);
        };
        if end.instant <= start && moment.is_bare_midnight() {
            self.time_notes.add([TimeNote::Midnight], row.line);
            return Ok(to_instant(moment, day.succ_opt(), zone));
        }
        if end.reading == Reading::Skipped {
            return Err(skipped(moment, Some(day), zone));
        }
        let second = time::second_reading(end.instant, zone);
        match second.filter(|second| end.instant < start && *second >= start) {
            Some(second) => Ok(Some(second)),
            None => {
                let note = TimeNote::of_reading(end.reading);
                self.time_notes.add(note, row.line);
                Ok(Some(end.instant))
            }
        }
    }
}
