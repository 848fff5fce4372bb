//! A log with its dates read: who was there, by name, and when.
//!
//! `platforms/` says what is in each row of a platform's log, `plain_log` does the same for a hand-made table; here the
//! rows of all of them are read by the same rules.
//!
//! * *One order of dates per file*, decided by all its dates together and by the days of the event, as for every other
//!   table; see [`OrderEvidence`]. If the event does not settle it, an error names `--date-order`.
//! * *A time without a date* belongs to the day that the log gives, else the file's name, else the session it is given
//!   to, else the event of one day. If somebody leaves before they come, they left after midnight; a time at least half
//!   a day before the session or the event begins on that day is after midnight, too.
//! * *The hour that the end of summer time repeats* is the first of the two, unless the log's own length of the stay
//!   contradicts that, or they would have left before they came; *the hour that its beginning skips* is shifted by the
//!   change. A note names the lines.
//! * *A missing time.* If a log gives a length, it is counted from the known time. Otherwise somebody with only a time
//!   of leaving came when the log begins, or the session of a hand-made table, and somebody with only a time of coming is still in: their stay has no end.
//!   Somebody who came before the log began counts from its beginning; that is the beginning on the same day, or in the
//!   half day before, since a room that is used again may list a moment of last week.
//! * *Only a length* is a stay without times.
//! * *A length in addition to both times* is an upper bound: platforms give the first coming, the last leaving and the
//!   minutes in between during which somebody was connected. A difference of up to a minute is rounding. A longer
//!   length changes nothing, since it adds up two devices of one person. If somebody came and left at the same moment,
//!   the length determines when they left. Notes name the lines.
//! * *`1:05`* means minutes and seconds on a platform, but hours and minutes in a hand-made table, unless somebody
//!   would have been there for longer than the whole meeting.

mod days;
mod stays;
mod times;

pub use stays::{Log, LogLine, LoggedStay, Meeting};

use std::collections::{HashMap, HashSet};

use super::error::ImportError;
use super::plan::{Plan, Problem, SetAside};
use super::platforms::{self, RawLine, RawLog, Says};
use super::values::TimeNotes;
use super::values::dates::{DateOrder, Evidence, OrderEvidence, What};
use super::{ReadError, Record};
use crate::catalogue::Message;
use crate::catalogue::messages::{dates, rows};
use crate::model::{Event, Session};
use crate::read::Share;
use days::{day_of, other_day};
use times::{Moments, ReadTimes, Reader, Times, are_hours, read_times};

/// The size of a row in addition to its cells: parsed, with its times, as a stay, and with its person.
const A_ROW: usize = 1_000;

impl Plan {
    /// Whether the file is a log, from a meeting platform or hand-made with names and times: its rows are read by
    /// [`Self::log`].
    pub fn is_log(&self) -> bool {
        self.layout.is_log || self.layout.is_plain_log()
    }

    /// Reads a whole log; `session` is the one it is given to, if the user named one.
    ///
    /// # Errors
    /// If the file cannot be read, its dates are ambiguous, or all of them are on other days than the event.
    pub fn log(&self, event: &Event, session: Option<&Session>) -> Result<Log, ImportError> {
        let file = || self.sheet().name().to_owned();
        let mut share = self.sheet().share();
        let records = self.all_records(&mut share)?;
        let mut raw = self.raw_log(&records)?;
        self.set_struck_aside(&mut raw);
        let reader = Reader {
            plan: self,
            order: self.order_of_log(&raw, event)?,
            zone: self.zone(),
            begins: session.map_or(event.start, |session| session.start),
            is_of_session: session.is_some(),
            by_hours: !self.layout.is_log && are_hours(&raw, event, session),
        };
        let days = reader.days(&raw, self.sheet().name(), event, session);
        let mut times: Vec<Option<Result<Times, Problem>>> = Vec::with_capacity(raw.lines.len());
        for line in &raw.lines {
            let Says::Stay(stay) = &line.says else {
                times.push(None);
                continue;
            };
            let day = days.get(stay.meeting).copied().flatten();
            let read = reader.times(stay, day, line.line);
            if let Ok(Times { lost: true, .. }) = read {
                return Err(ImportError::NoDay { file: file() });
            }
            times.push(Some(read));
        }
        let moments = Moments::of(&raw, &times, self.zone());
        let meetings = reader.meetings(&raw, &days, &moments);
        let mut log = Log {
            lines: Vec::with_capacity(raw.lines.len()),
            meetings,
            notes: Vec::new(),
        };
        if reader.by_hours {
            log.notes.push(dates::HOURS_AND_MINUTES.into());
        }
        log.notes.extend(notes_on_times(&raw, &times));
        let has_parts = |line: &RawLine<'_>| matches!(line.says, Says::PartOf(_));
        let has_parts = raw.lines.iter().any(has_parts);
        let mut places: HashMap<u64, usize> = HashMap::new();
        for (line, times) in raw.lines.iter().zip(times) {
            let says = match (&line.says, times) {
                (Says::PartOf(first), _) => {
                    if let Some(place) = places.get(first) {
                        log.lines[*place].lines.push(line.line);
                        continue;
                    }
                    Err(SetAside::Skipped(rows::PART_OF_NOTHING.into()))
                }
                (Says::Stay(stay), Some(times)) => times
                    .and_then(|times| reader.stay(stay, &times, &moments, line.line))
                    .map_err(SetAside::Rejected),
                (Says::Nothing(reason), _) => Err(SetAside::Skipped(reason.clone())),
                (Says::Wrong(column, reason), _) => Err(SetAside::Rejected(Problem {
                    line: line.line,
                    column: column.clone(),
                    reason: reason.clone(),
                })),
                (Says::Stay(_), None) => continue,
            };
            if has_parts {
                places.insert(line.line, log.lines.len());
            }
            log.lines.push(LogLine {
                lines: vec![line.line],
                says,
            });
        }
        match other_day(&log, event) {
            Some(day) => Err(ImportError::OtherDay {
                file: file(),
                day,
                event: event.slug.clone(),
            }),
            None => Ok(log),
        }
    }

    /// Returns the first rows of a log that are stays, and the number of its rows.
    pub fn log_sample(&self, count: usize) -> Result<(Vec<Record>, usize), ImportError> {
        let mut share = self.sheet().share();
        let mut records = self.all_records(&mut share)?;
        let raw = self.raw_log(&records)?;
        // Sections have different columns: prefer rows of the one whose headings are shown.
        let width = |line: u64| {
            let place = records.binary_search_by_key(&line, Record::line);
            place.map_or(0, |place| records[place].width())
        };
        let is_stay = |line: &&RawLine<'_>| matches!(line.says, Says::Stay(_));
        let mut stays: Vec<&RawLine<'_>> = raw.lines.iter().filter(is_stay).collect();
        stays.sort_by_key(|line| width(line.line).abs_diff(raw.columns.len()));
        let mut samples: Vec<u64> = stays.iter().take(count).map(|line| line.line).collect();
        samples.sort_unstable();
        let count = raw.lines.len();
        records.retain(|record| samples.binary_search(&record.line()).is_ok());
        Ok((records, count))
    }

    /// Loads all rows; their memory, and that of their results, is charged to `share`.
    fn all_records(&self, share: &mut Share) -> Result<Vec<Record>, ImportError> {
        let mut records = Vec::new();
        for record in self.sheet().records()? {
            let record = record?;
            if record.is_blank() {
                continue;
            }
            let text: usize = record.cells().map(str::len).sum();
            let held = A_ROW + 2 * text + record.width() * size_of::<usize>();
            share.charge(held as u64).map_err(|what| {
                let name = self.sheet().name().to_owned();
                ReadError::TooLarge { name, what }
            })?;
            records.push(record);
        }
        Ok(records)
    }

    fn raw_log<'file>(&self, records: &'file [Record]) -> Result<RawLog<'file>, ImportError> {
        if !self.layout.is_log {
            return Ok(self.plain_log(records));
        }
        let file = || self.sheet().name().to_owned();
        match platforms::read(records) {
            Some(Ok(raw)) => Ok(raw),
            Some(Err(unreadable)) => Err(unreadable.of(file())),
            // The head was a log's, but the whole is not: the rest of it must be something else.
            None => Err(ImportError::NotRecognised {
                file: file(),
                first: Vec::new(),
                width: records.first().map_or(0, Record::width),
            }),
        }
    }

    /// Sets aside the rows of a workbook that are struck through.
    fn set_struck_aside(&self, raw: &mut RawLog<'_>) {
        for line in &mut raw.lines {
            if let (Says::Stay(_), Some(problem)) = (&line.says, self.struck(line.line)) {
                line.says = Says::Wrong(problem.column, problem.reason);
            }
        }
    }

    fn order_of_log(
        &self,
        raw: &RawLog<'_>,
        event: &Event,
    ) -> Result<Option<DateOrder>, ImportError> {
        if let Some(order) = self.date_order().or(raw.order) {
            return Ok(Some(order));
        }
        let mut evidence = OrderEvidence::default();
        let mut of_each = vec![OrderEvidence::default(); raw.meetings.len()];
        for (meeting, own) in raw.meetings.iter().zip(&mut of_each) {
            for cell in [meeting.day, meeting.start, meeting.end] {
                evidence.observe(cell);
                own.observe(cell);
            }
        }
        // The order only depends on the days, and a log has few of them.
        let mut seen: HashSet<(usize, &str)> = HashSet::new();
        for line in &raw.lines {
            if let Says::Stay(stay) = &line.says {
                for cell in [stay.joined, stay.left] {
                    if seen.insert((stay.meeting, day_of(cell))) {
                        evidence.observe(cell);
                        if let Some(own) = of_each.get_mut(stay.meeting) {
                            own.observe(cell);
                        }
                    }
                }
            }
        }
        let settled = self.settle_order(&evidence, What::Stays, Some(event));
        if settled.is_ok() || evidence.decide() != Evidence::Open {
            return settled;
        }
        // In a list of many meetings the order comes from those of the event, if they agree: the rest is from other
        // days.
        let mut told = of_each
            .iter()
            .filter_map(|own| self.settle_order(own, What::Stays, Some(event)).ok()?);
        match told.next() {
            Some(order) if told.all(|other| other == order) => Ok(Some(order)),
            _ => settled,
        }
    }
}

/// Returns notes about lines whose times had to be understood.
fn notes_on_times(raw: &RawLog<'_>, times: &ReadTimes) -> Vec<Message> {
    let mut notes = TimeNotes::default();
    for (line, times) in read_times(raw, times) {
        notes.add(times.notes(), line.line);
    }
    notes.take()
}
