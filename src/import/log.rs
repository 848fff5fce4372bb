//! A log with its dates read: who was there, by name, from when to when.
//!
//! `platforms/` says what stands in which row of a platform's log, `plain_log` the same of a table made by
//! hand; here the rows of all of them are read by one rule.
//!
//! * *One order of dates a file*, decided by all its dates together and by the days of the event, as for
//!   every other table; see [`OrderEvidence`]. What the event does not settle is an error that names
//!   `--date-order`.
//! * *A time without a date* is of the day that the log names, else the file's name, else the session it is
//!   given to, else the event of one day. One
//!   that leaves before it comes has left after midnight, and one that is half a day before the session or
//!   the event begins on that day is after midnight, too.
//! * *The hour that the end of summer time repeats* is the first of the two, unless the log's own length of
//!   the stay says otherwise.
//! * *A missing end.* Where a log gives a length, it is counted from the end that is known. Without, whoever
//!   has only left came when the log begins, and whoever has only come is still in: their stay has no end.
//!   Whoever is said to have come before the log began came when it begins.
//! * *A length alone* is a stay without times.
//! * *`1:05`* is minutes and seconds on a platform, and hours and minutes in a table made by hand, unless
//!   somebody would have been there for longer than it all took.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::error::ImportError;
use super::plan::{Plan, Problem, SetAside};
use super::platforms::{self, RawLine, RawLog, RawMeeting, RawStay, Says};
use super::values::dates::{self, DateOrder, Evidence, Moment, OrderEvidence, What};
use super::values::{durations, words};
use super::{Field, Record};
use crate::identity::normalize_address;
use crate::model::{Event, Instant, Session, time};

/// Whoever comes this long before the beginning, by a time of day alone, comes after midnight.
const HALF_A_DAY: TimeDelta = TimeDelta::hours(12);

/// A meeting, as its log describes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meeting {
    /// Its title.
    pub title: Option<String>,
    /// When it began: as the log says, else with its first stay.
    pub start: Option<Instant>,
    /// When it ended: as the log says, else with its last moment.
    pub end: Option<Instant>,
}

/// Somebody's stay, as the log has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LoggedStay {
    /// Which of the log's meetings.
    pub meeting: usize,
    /// The name as displayed; empty for somebody without one.
    pub name: String,
    /// Given and family name, where the log tells them apart.
    pub parts: Option<(String, String)>,
    /// The address, in lower case.
    pub email: Option<String>,
    /// The organisation, where the log asks for it.
    pub organisation: Option<String>,
    /// When they came.
    pub joined_at: Option<Instant>,
    /// When they left; `None` beside `joined_at` is "still in when the log was taken".
    pub left_at: Option<Instant>,
    /// How long, in seconds, where the log tells no times.
    pub seconds: Option<i64>,
}

/// What a row about somebody says, and which further rows say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    /// The lines of the file: the first, and those that belong to it.
    pub lines: Vec<u64>,
    /// What they say.
    pub says: Result<LoggedStay, SetAside>,
}

/// A log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// The meetings it is about; one, but for a list of many.
    pub meetings: Vec<Meeting>,
    /// Every row about somebody, in the order of the file.
    pub lines: Vec<LogLine>,
    /// How it was read, where that is not plain.
    pub notes: Vec<String>,
}

impl Plan {
    /// Whether the file is a log, of a meeting platform or made by hand with names and times: its rows are
    /// read by [`Self::log`].
    pub fn is_log(&self) -> bool {
        self.layout.is_log || self.layout.is_plain_log()
    }

    /// Reads a whole log; `session` is the one it is given to, where that was said.
    ///
    /// # Errors
    /// When the file cannot be read, its dates cannot be told, or all of them are on other days than the event.
    pub fn log(&self, event: &Event, session: Option<&Session>) -> Result<Log, ImportError> {
        let file = || self.sheet().name().to_owned();
        let records = self.all_records()?;
        let raw = self.raw_log(&records)?;
        let reader = Reader {
            plan: self,
            order: self.order_of_log(&raw, event)?,
            zone: self.zone(),
            begins: session.map_or(event.start, |session| session.start),
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
        let meetings = reader.meetings(&raw, &days, &times);
        let mut log = Log {
            lines: Vec::with_capacity(raw.lines.len()),
            meetings,
            notes: Vec::new(),
        };
        if reader.by_hours {
            log.notes
                .push("lengths such as `1:05` are hours and minutes".to_owned());
        }
        let starts = first_moments(&raw, &times);
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
                    Err(SetAside::Skipped("part of a row that is not there"))
                }
                (Says::Stay(stay), Some(times)) => times
                    .and_then(|times| {
                        let start = starts.get(stay.meeting).copied().flatten();
                        reader.stay(stay, &times, start, line.line)
                    })
                    .map_err(SetAside::Rejected),
                (Says::Nothing(reason), _) => Err(SetAside::Skipped(reason)),
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

    /// Returns the first rows of a log that are somebody's stay, and how many rows it has.
    pub fn log_sample(&self, count: usize) -> Result<(Vec<Record>, usize), ImportError> {
        let records = self.all_records()?;
        let raw = self.raw_log(&records)?;
        // Sections have columns of their own: rows of the one whose headings are shown say most.
        let width = |line: u64| {
            let place = records.binary_search_by_key(&line, Record::line);
            place.map_or(0, |place| records[place].width())
        };
        let mut stays: Vec<&RawLine<'_>> = raw
            .lines
            .iter()
            .filter(|line| matches!(line.says, Says::Stay(_)))
            .collect();
        stays.sort_by_key(|line| width(line.line).abs_diff(raw.columns.len()));
        let mut samples: Vec<u64> = stays.iter().take(count).map(|line| line.line).collect();
        samples.sort_unstable();
        let rows = records
            .iter()
            .filter(|record| samples.binary_search(&record.line()).is_ok())
            .cloned()
            .collect();
        Ok((rows, raw.lines.len()))
    }

    fn all_records(&self) -> Result<Vec<Record>, ImportError> {
        let mut records = Vec::new();
        for record in self.sheet().records()? {
            let record = record?;
            if !record.is_blank() {
                records.push(record);
            }
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
            // The head was a log's, and the whole is none: the rest of it must be something else.
            None => Err(ImportError::NotRecognised {
                file: file(),
                first: Vec::new(),
                width: records.first().map_or(0, Record::width),
            }),
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
        // The order is a matter of the day alone, and a log has few of them.
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
        // In a list of many meetings those of the event tell, where they agree: the rest is of other days.
        let mut told = of_each
            .iter()
            .filter_map(|own| self.settle_order(own, What::Stays, Some(event)).ok()?);
        match told.next() {
            Some(order) if told.all(|other| other == order) => Ok(Some(order)),
            _ => settled,
        }
    }
}

/// Reads the cells of one log.
struct Reader<'a> {
    plan: &'a Plan,
    order: Option<DateOrder>,
    zone: Tz,
    /// When the session begins that the log is given to, else the event.
    begins: Instant,
    /// Whether `1:05` is hours and minutes.
    by_hours: bool,
}

/// What a stay's cells say of its time.
#[derive(Debug, Clone, Copy, Default)]
struct Times {
    joined: Option<Instant>,
    left: Option<Instant>,
    /// `left` is a time of day alone, and may be after midnight.
    left_on_no_day: bool,
    length: Option<i64>,
    /// A time of day whose day nothing tells.
    lost: bool,
}

impl Reader<'_> {
    /// Returns the day of times without a date, meeting by meeting.
    fn days(
        &self,
        raw: &RawLog<'_>,
        file: &str,
        event: &Event,
        session: Option<&Session>,
    ) -> Vec<Option<NaiveDate>> {
        let in_name = day_in_name(file);
        let day = |instant: Instant| instant.with_timezone(&event.zone).date_naive();
        let (first, last) = (day(event.start), day(event.end - TimeDelta::seconds(1)));
        let of_event = session
            .map(|session| day(session.start))
            .or((first >= last).then_some(first));
        let date = |cell: &str| self.optional(cell).and_then(|moment| moment.date);
        let day_of = |meeting: &RawMeeting<'_>| {
            [meeting.day, meeting.start, meeting.end]
                .into_iter()
                .find_map(date)
                .or(in_name)
                .or(of_event)
        };
        raw.meetings.iter().map(day_of).collect()
    }

    /// Returns the log's meetings, with their hours.
    fn meetings(
        &self,
        raw: &RawLog<'_>,
        days: &[Option<NaiveDate>],
        times: &[Option<Result<Times, Problem>>],
    ) -> Vec<Meeting> {
        let said = |meeting: &RawMeeting<'_>, day: Option<NaiveDate>| {
            let read = |cell: &str| {
                let moment = self.optional(cell)?;
                dates::to_instant(moment, day, self.zone)
            };
            let title = one_line(&meeting.title);
            Meeting {
                title: Some(title).filter(|title| !title.is_empty()),
                start: read(meeting.start),
                end: read(meeting.end),
            }
        };
        let mut meetings: Vec<Meeting> = raw
            .meetings
            .iter()
            .zip(days)
            .map(|(meeting, day)| said(meeting, *day))
            .collect();
        let is_said: Vec<(bool, bool)> = meetings
            .iter()
            .map(|meeting| (meeting.start.is_some(), meeting.end.is_some()))
            .collect();
        for (meeting, times) in stays_with(raw, times) {
            let (Some(meeting), Some((start_is_said, end_is_said))) =
                (meetings.get_mut(meeting), is_said.get(meeting))
            else {
                continue;
            };
            for instant in [times.joined, times.left].into_iter().flatten() {
                if !start_is_said {
                    meeting.start = Some(meeting.start.map_or(instant, |it| it.min(instant)));
                }
                if !end_is_said {
                    meeting.end = Some(meeting.end.map_or(instant, |it| it.max(instant)));
                }
            }
        }
        meetings
    }

    /// Reads the times and the length of a stay.
    fn times(
        &self,
        raw: &RawStay<'_>,
        day: Option<NaiveDate>,
        line: u64,
    ) -> Result<Times, Problem> {
        let mut times = Times {
            length: self.length(raw.duration, line)?,
            ..Times::default()
        };
        let mut instant = |moment: Moment| {
            let instant = self.instant(moment, day);
            times.lost |= instant.is_none();
            instant
        };
        if let Some(joined) = self.moment(raw.joined, &Field::JoinedAt, line)? {
            times.joined = instant(joined);
        }
        if let Some(left) = self.moment(raw.left, &Field::LeftAt, line)? {
            let left_at = instant(left);
            times.left = left_at;
            times.left_on_no_day = left.date.is_none();
        }
        Ok(times)
    }

    /// Returns when a moment was; `day` is the day of one that names none.
    fn instant(&self, moment: Moment, day: Option<NaiveDate>) -> Option<Instant> {
        let instant = dates::to_instant(moment, day, self.zone)?;
        let first = self.begins.with_timezone(&self.zone).date_naive();
        if moment.date.is_none() && day == Some(first) && instant + HALF_A_DAY < self.begins {
            return dates::to_instant(moment, first.succ_opt(), self.zone);
        }
        Some(instant)
    }

    /// Puts a stay together; `start` is the first moment of its meeting.
    fn stay(
        &self,
        raw: &RawStay<'_>,
        times: &Times,
        start: Option<Instant>,
        line: u64,
    ) -> Result<LoggedStay, Problem> {
        let mut stay = LoggedStay {
            meeting: raw.meeting,
            name: one_line(&raw.name),
            parts: raw
                .parts
                .as_ref()
                .map(|(given, family)| (one_line(given), one_line(family)))
                .filter(|(given, family)| !given.is_empty() || !family.is_empty()),
            // Whatever else a platform writes there, a name or a number, is no address.
            email: normalize_address(raw.email),
            organisation: Some(one_line(raw.organisation)).filter(|name| !is_empty(name)),
            joined_at: None,
            left_at: None,
            seconds: None,
        };
        let length = times.length.map(TimeDelta::seconds);
        let joined = match times.joined {
            Some(joined) if raw.joined_before => Some(start.unwrap_or(joined)),
            joined => joined,
        };
        match (joined, times.left) {
            (Some(joined), Some(left)) => {
                let next = left + TimeDelta::days(1);
                let is_next_day =
                    times.left_on_no_day && left < joined && next - joined < HALF_A_DAY;
                let left = if is_next_day { next } else { left };
                let (joined, left) = clock_change(joined, left, times.length, self.zone);
                if left < joined {
                    let reason = "they left before they came".to_owned();
                    return Err(self.problem(line, Some(&Field::LeftAt), reason));
                }
                (stay.joined_at, stay.left_at) = (Some(joined), Some(left));
            }
            (Some(joined), None) => {
                stay.joined_at = Some(joined);
                stay.left_at = length.map(|length| joined + length);
            }
            (None, Some(left)) => {
                let came = length.map(|length| left - length).or(start);
                stay.joined_at = came.map(|came| came.min(left));
                stay.left_at = Some(left);
            }
            (None, None) => {
                let reason = "neither a time nor a length: nothing says that they were there";
                let unsaid = || self.problem(line, None, reason.to_owned());
                stay.seconds = Some(times.length.ok_or_else(unsaid)?);
            }
        }
        Ok(stay)
    }

    /// Reads a cell that may hold a moment; `None` for an empty one, or one that holds something else.
    fn optional(&self, cell: &str) -> Option<Moment> {
        if is_empty(cell) {
            return None;
        }
        dates::parse(cell, self.order)
            .ok()
            .or_else(|| dates::serial(cell))
    }

    fn moment(&self, cell: &str, field: &Field, line: u64) -> Result<Option<Moment>, Problem> {
        if is_empty(cell) {
            return Ok(None);
        }
        match dates::parse(cell, self.order) {
            Ok(moment) => Ok(Some(moment)),
            Err(problem) => match dates::serial(cell) {
                Some(moment) => Ok(Some(moment)),
                None => Err(self.problem(line, Some(field), problem.to_string())),
            },
        }
    }

    fn length(&self, cell: &str, line: u64) -> Result<Option<i64>, Problem> {
        if is_empty(cell) {
            return Ok(None);
        }
        let wrong = || {
            let reason = "this is not a length of time".to_owned();
            self.problem(line, Some(&Field::Duration), reason)
        };
        let hours = Some(cell).filter(|_| self.by_hours);
        let length = hours.and_then(durations::hours_and_minutes);
        let length = length.or_else(|| durations::seconds(cell));
        length.map(Some).ok_or_else(wrong)
    }

    fn problem(&self, line: u64, field: Option<&Field>, reason: String) -> Problem {
        let layout = &self.plan.layout;
        // A list of comings and leavings has one column for both.
        let column = |field| match layout.column(field) {
            None if *field == Field::LeftAt => layout.column(&Field::JoinedAt),
            column => column,
        };
        Problem {
            line,
            column: field
                .and_then(column)
                .map(|column| layout.columns[column].heading.clone()),
            reason,
        }
    }
}

/// Whether lengths such as `1:05` stand in a log, and can be hours and minutes.
fn are_hours(raw: &RawLog<'_>, event: &Event, session: Option<&Session>) -> bool {
    let longest = session.map_or(event.end - event.start, |it| it.end - it.start);
    let stays = raw.lines.iter().filter_map(|line| match &line.says {
        Says::Stay(stay) => Some(stay),
        _ => None,
    });
    let lengths = stays.filter_map(|stay| durations::hours_and_minutes(stay.duration));
    let most = lengths.max();
    most.is_some_and(|seconds| TimeDelta::seconds(seconds) <= longest)
}

/// Returns what stands before the clock in a cell; all of it where it has none.
fn day_of(cell: &str) -> &str {
    let before = cell.find(':').and_then(|clock| cell.get(..clock));
    let day = before.and_then(|before| before.rsplit_once(' '));
    day.map_or(cell, |(day, _)| day)
}

fn is_empty(cell: &str) -> bool {
    cell.is_empty() || words::is_empty_word(cell)
}

fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the times that could be read, each with the number of its meeting.
fn stays_with<'a>(
    raw: &'a RawLog<'_>,
    times: &'a [Option<Result<Times, Problem>>],
) -> impl Iterator<Item = (usize, &'a Times)> {
    raw.lines.iter().zip(times).filter_map(|(line, times)| {
        let Says::Stay(stay) = &line.says else {
            return None;
        };
        Some((stay.meeting, times.as_ref()?.as_ref().ok()?))
    })
}

/// Returns the earliest moment of each meeting, of all that its stays name.
fn first_moments(
    raw: &RawLog<'_>,
    times: &[Option<Result<Times, Problem>>],
) -> Vec<Option<Instant>> {
    let mut starts: Vec<Option<Instant>> = vec![None; raw.meetings.len()];
    for (meeting, times) in stays_with(raw, times) {
        for instant in [times.joined, times.left].into_iter().flatten() {
            if let Some(start) = starts.get_mut(meeting) {
                *start = Some(start.map_or(instant, |first| first.min(instant)));
            }
        }
    }
    starts
}

/// Takes the other reading of a clock in the hour that the end of summer time repeats, where the stated
/// length fits that better.
fn clock_change(
    joined_at: Instant,
    left_at: Instant,
    length: Option<i64>,
    zone: Tz,
) -> (Instant, Instant) {
    let readings = |instant| [Some(instant), time::second_reading(instant, zone)];
    let Some(length) = length else {
        return (joined_at, left_at);
    };
    let distance =
        |(joined, left): &(Instant, Instant)| ((*left - *joined).num_seconds() - length).abs();
    readings(joined_at)
        .into_iter()
        .flatten()
        .flat_map(|joined| {
            readings(left_at)
                .into_iter()
                .flatten()
                .map(move |left| (joined, left))
        })
        // The first of the best: without a change of clocks there is only one.
        .min_by_key(distance)
        .unwrap_or((joined_at, left_at))
}

/// Returns the first day of a log none of whose moments is on a day of the event or beside it.
fn other_day(log: &Log, event: &Event) -> Option<NaiveDate> {
    let day = |instant: Instant| instant.with_timezone(&event.zone).date_naive();
    let (first, last) = (day(event.start), day(event.end));
    let one = TimeDelta::days(1);
    let mut met = log
        .lines
        .iter()
        .filter_map(|line| line.says.as_ref().ok())
        .flat_map(|stay| [stay.joined_at, stay.left_at])
        .chain(log.meetings.iter().map(|meeting| meeting.start))
        .flatten()
        .map(day)
        .peekable();
    let earliest = *met.peek()?;
    (!met.any(|day| day + one >= first && day - one <= last)).then_some(earliest)
}

/// Finds the one date in a file's name: `LearningDashboard_Bar_2020-10-08.csv`,
/// `participants_812_2020_10_08.csv`, `Teilnahme 08.10.2020.csv`.
fn day_in_name(name: &str) -> Option<NaiveDate> {
    let numbers: Vec<(&str, usize)> = name
        .split(|letter: char| !letter.is_ascii_digit())
        .map(|digits| (digits, digits.len()))
        .collect();
    let number = |digits: &str| digits.parse::<u32>().ok();
    let mut found = numbers.windows(3).filter_map(|three| {
        let [(a, a_long), (b, b_long), (c, c_long)] = three else {
            return None;
        };
        let (year, month, day) = match (a_long, b_long, c_long) {
            (4, 1..=2, 1..=2) => (a, b, c),
            // Dots are day first in every language that writes them.
            (1..=2, 1..=2, 4) if name.contains(&format!("{a}.{b}.{c}")) => (c, b, a),
            _ => return None,
        };
        let year = i32::try_from(number(year)?).ok()?;
        NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
            .filter(|_| (1990..2100).contains(&year))
    });
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn a_day_is_found_in_a_name_when_there_is_one() {
        for (name, expected) in [
            ("LearningDashboard_Bar_2020-10-08.csv", "2020-10-08"),
            ("participants_81234567890_2020_10_08.csv", "2020-10-08"),
            ("participants_81234567890_2020_10_08 (1).csv", "2020-10-08"),
            ("Teilnahme 8.10.2020.csv", "2020-10-08"),
            ("participants_81234567890.csv", ""),
            ("8-10-2020.csv", ""),
            ("2020-10-08 bis 2020-10-09.csv", ""),
            ("2020-13-40.csv", ""),
        ] {
            assert_eq!(day_in_name(name), day(expected), "{name}");
        }
    }

    #[test]
    fn a_repeated_hour_goes_by_the_stated_length() {
        let zone = chrono_tz::Europe::Berlin;
        let at = |text: &str| time::from_text(text).unwrap();
        // 25 October 2020, 02:10 to 02:40: half an hour, or an hour and a half over the change.
        let (joined, left) = (at("2020-10-25T00:10:00Z"), at("2020-10-25T00:40:00Z"));
        let later = left + TimeDelta::hours(1);
        assert_eq!(clock_change(joined, left, Some(1800), zone), (joined, left));
        assert_eq!(
            clock_change(joined, left, Some(5400), zone),
            (joined, later)
        );
        assert_eq!(clock_change(joined, left, None, zone), (joined, left));
        // 01:50 to 03:10 is two hours and twenty minutes of that night, and there is nothing to choose.
        let (joined, left) = (at("2020-10-24T23:50:00Z"), at("2020-10-25T02:10:00Z"));
        assert_eq!(clock_change(joined, left, Some(4800), zone), (joined, left));
    }
}
