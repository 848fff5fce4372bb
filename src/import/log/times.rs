//! When somebody was there: parses the cells of a stay and fills in what is missing.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::days::day_in_name;
use super::stays::{LoggedStay, Meeting};
use crate::catalogue::Message;
use crate::catalogue::messages::{import, rows};
use crate::formats::heading::is_in_hours;
use crate::identity::normalize_address;
use crate::import::Field;
use crate::import::plan::{Plan, Problem};
use crate::import::platforms::{RawLine, RawLog, RawMeeting, RawStay, Says};
use crate::import::values::dates::{self, DateOrder, Moment};
use crate::import::values::{Length, RowTimes, TimeNote, durations, words};
use crate::model::time::{self, Reading, Resolved};
use crate::model::{Event, Instant, Session};

/// A time of day this long before the beginning is after midnight.
const HALF_A_DAY: TimeDelta = TimeDelta::hours(12);

/// Reads the cells of one log.
pub(super) struct Reader<'a> {
    pub(super) plan: &'a Plan,
    pub(super) order: Option<DateOrder>,
    pub(super) zone: Tz,
    /// The beginning of the session that the log is given to, else of the event.
    pub(super) begins: Instant,
    /// Whether that is of a session that the organiser named.
    pub(super) is_of_session: bool,
    /// Whether `1:05` means hours and minutes.
    pub(super) by_hours: bool,
}

/// The parsed times of a stay's cells.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Times {
    joined: Option<Instant>,
    left: Option<Instant>,
    /// Whether `left` has no date, and so may be after midnight.
    left_on_no_day: bool,
    length: Option<i64>,
    /// Whether there is a time of day on an unknown day.
    pub(super) lost: bool,
    /// How often clocks show the two times.
    read_as: [Option<Reading>; 2],
}

impl Times {
    /// Returns what is to be said about them, but for an unseen end.
    pub(super) fn notes(&self) -> impl Iterator<Item = TimeNote> + use<> {
        let has_no_coming = self.joined.is_none() && self.left.is_some() && self.length.is_none();
        let readings = self.readings().filter_map(TimeNote::of_reading);
        readings
            .chain(self.beside_length().map(TimeNote::from))
            .chain(has_no_coming.then_some(TimeNote::FromTheStart))
    }

    /// Returns how the length differs from the span between both times, if by more than rounding.
    fn beside_length(&self) -> Option<Length> {
        let (joined, left, length) = (self.joined?, self.left?, self.length?);
        let differs = Length::beside(length, (left - joined).num_seconds());
        differs.filter(|it| *it != Length::Longer || !self.is_repeated())
    }

    /// Whether clocks show one of its times twice, so that the length decides.
    fn is_repeated(&self) -> bool {
        self.read_as.contains(&Some(Reading::Twice))
    }

    /// Returns which of its times clocks skip, or show twice without a length or an order that decides.
    fn readings(&self) -> impl Iterator<Item = Reading> + use<> {
        let is_settled = self.length.is_some()
            || matches!((self.joined, self.left), (Some(joined), Some(left)) if left < joined);
        let read_as = self.read_as.into_iter().flatten();
        read_as.filter(move |reading| *reading == Reading::Skipped || !is_settled)
    }
}

impl Reader<'_> {
    /// Returns the day of times without a date, for each meeting.
    pub(super) fn days(
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

    /// Returns the log's meetings with their hours: as written, else from the first to the last moment of their stays.
    pub(super) fn meetings(
        &self,
        raw: &RawLog<'_>,
        days: &[Option<NaiveDate>],
        moments: &Moments,
    ) -> Vec<Meeting> {
        let meetings = raw.meetings.iter().zip(days).zip(&moments.of_meetings);
        let meeting =
            |((said, day), moments): ((&RawMeeting<'_>, &Option<NaiveDate>), &Vec<Instant>)| {
                let read = |cell: &str| dates::to_instant(self.optional(cell)?, *day, self.zone);
                Meeting {
                    title: Some(one_line(&said.title)).filter(|title| !title.is_empty()),
                    start: read(said.start).or(moments.first().copied()),
                    end: read(said.end).or(moments.last().copied()),
                }
            };
        meetings.map(meeting).collect()
    }

    /// Reads the times and the length of a stay.
    pub(super) fn times(
        &self,
        raw: &RawStay<'_>,
        day: Option<NaiveDate>,
        line: u64,
    ) -> Result<Times, Problem> {
        let length = self.length(raw.duration, line)?;
        let moments = [
            self.moment(raw.joined, &Field::JoinedAt, line)?,
            self.moment(raw.left, &Field::LeftAt, line)?,
        ];
        let [joined, left] = moments.map(|moment| self.instant(moment?, day));
        Ok(Times {
            joined: joined.map(|joined| joined.instant),
            left: left.map(|left| left.instant),
            left_on_no_day: moments[1].is_some_and(|left| left.date.is_none()),
            length,
            lost: joined.is_some() != moments[0].is_some()
                || left.is_some() != moments[1].is_some(),
            read_as: [joined, left].map(|time| Some(time?.reading)),
        })
    }

    /// Returns the instant of a moment; `day` is used if it has no date.
    fn instant(&self, moment: Moment, day: Option<NaiveDate>) -> Option<Resolved> {
        let resolved = dates::resolve(moment, day, self.zone)?;
        let first = self.begins.with_timezone(&self.zone).date_naive();
        let is_early = resolved.instant + HALF_A_DAY < self.begins;
        if moment.date.is_none() && day == Some(first) && is_early {
            return dates::resolve(moment, first.succ_opt(), self.zone);
        }
        Some(resolved)
    }

    /// Assembles a stay; `moments` are those of the log.
    pub(super) fn stay(
        &self,
        raw: &RawStay<'_>,
        times: &Times,
        moments: &Moments,
        line: u64,
    ) -> Result<LoggedStay, Problem> {
        let joined = match times.joined {
            Some(joined) if raw.joined_before => moments.begin_of(raw.meeting, joined),
            joined => joined,
        };
        let read = match (joined, times.left) {
            (Some(joined), Some(left)) => {
                let next = left + TimeDelta::days(1);
                let is_next_day =
                    times.left_on_no_day && left < joined && next - joined < HALF_A_DAY;
                let left = if is_next_day { next } else { left };
                let (joined, left) = clock_change(joined, left, times.length, self.zone);
                if left < joined {
                    let reason = import::LEFT_TOO_EARLY;
                    return Err(self.problem(line, Some(&Field::LeftAt), reason));
                }
                RowTimes::of(Some(joined), Some(left), times.length)
            }
            (None, Some(left)) if times.length.is_none() => {
                let came = self.begin_of(raw.meeting, moments, left);
                RowTimes::of(came.map(|came| came.min(left)), Some(left), None)
            }
            (None, None) if times.length.is_none() => {
                return Err(self.problem(line, None, rows::NOTHING_SAID));
            }
            (joined, left) => RowTimes::of(joined, left, times.length),
        };
        let parts = raw.parts.as_ref();
        let parts = parts.map(|(given, family)| (one_line(given), one_line(family)));
        Ok(LoggedStay {
            meeting: raw.meeting,
            name: one_line(&raw.name),
            parts: parts.filter(|(given, family)| !given.is_empty() || !family.is_empty()),
            // Anything else that a platform writes there, such as a name or a number, is not an address.
            email: normalize_address(raw.email),
            organisation: Some(one_line(raw.organisation)).filter(|name| !is_empty(name)),
            joined_at: read.joined_at,
            left_at: read.left_at,
            seconds: read.seconds,
        })
    }

    /// Returns when somebody came of whom only the leaving is written down: when the log begins, or the session, if
    /// people wrote the log by hand.
    fn begin_of(&self, meeting: usize, moments: &Moments, left: Instant) -> Option<Instant> {
        let first = moments.begin_of(meeting, left)?;
        let is_by_hand = self.is_of_session && !self.plan.layout.is_log;
        Some(if is_by_hand {
            first.min(self.begins)
        } else {
            first
        })
    }

    /// Parses a cell that may contain a moment; `None` if it is empty or contains something else.
    fn optional(&self, cell: &str) -> Option<Moment> {
        if is_empty(cell) {
            return None;
        }
        dates::parse_time(cell, self.order).ok()
    }

    fn moment(&self, cell: &str, field: &Field, line: u64) -> Result<Option<Moment>, Problem> {
        if is_empty(cell) {
            return Ok(None);
        }
        let read = dates::parse_time(cell, self.order).map(Some);
        read.map_err(|problem| self.problem(line, Some(field), problem.message()))
    }

    fn length(&self, cell: &str, line: u64) -> Result<Option<i64>, Problem> {
        if is_empty(cell) {
            return Ok(None);
        }
        let layout = &self.plan.layout;
        let column = layout.column(&Field::Duration);
        let heading = column.map_or("", |it| &layout.columns[it].heading);
        let by_hours = self.by_hours && !is_in_hours(heading);
        let hours = Some(cell).filter(|_| by_hours);
        let hours = hours.and_then(durations::hours_and_minutes);
        let length = hours.or_else(|| durations::below(heading, cell));
        length
            .map(Some)
            .ok_or_else(|| self.problem(line, Some(&Field::Duration), rows::NOT_A_LENGTH))
    }

    fn problem(&self, line: u64, field: Option<&Field>, reason: impl Into<Message>) -> Problem {
        let layout = &self.plan.layout;
        // A list of events has one column for coming and leaving.
        let column = |field| match layout.column(field) {
            None if *field == Field::LeftAt => layout.column(&Field::JoinedAt),
            column => column,
        };
        Problem {
            line,
            column: field
                .and_then(column)
                .map(|column| layout.columns[column].heading.clone()),
            reason: reason.into(),
        }
    }
}

/// Whether a log has lengths such as `1:05` that can be hours and minutes.
pub(super) fn are_hours(raw: &RawLog<'_>, event: &Event, session: Option<&Session>) -> bool {
    // People stay on after the end; but not everybody stays for less than two minutes.
    let longest = session.map_or(event.end - event.start, |it| (it.end - it.start) * 2);
    let most = raw.lines.iter().filter_map(|line| match &line.says {
        Says::Stay(stay) => durations::hours_and_minutes(stay.duration),
        _ => None,
    });
    most.max()
        .is_some_and(|seconds| TimeDelta::seconds(seconds) <= longest)
}

fn is_empty(cell: &str) -> bool {
    cell.is_empty() || words::is_empty_word(cell)
}

fn one_line(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was read of each row; `None` if it is not a stay.
pub(super) type ReadTimes = [Option<Result<Times, Problem>>];

/// Returns the times that could be read, each with its line.
pub(super) fn read_times<'a>(
    raw: &'a RawLog<'_>,
    times: &'a ReadTimes,
) -> impl Iterator<Item = (&'a RawLine<'a>, &'a Times)> {
    let lines = raw.lines.iter().zip(times);
    lines.filter_map(|(line, times)| Some((line, times.as_ref()?.as_ref().ok()?)))
}

/// All moments of the stays in a log, in order, for each meeting.
pub(super) struct Moments {
    of_meetings: Vec<Vec<Instant>>,
    zone: Tz,
}

impl Moments {
    pub(super) fn of(raw: &RawLog<'_>, times: &ReadTimes, zone: Tz) -> Self {
        let mut of_meetings: Vec<Vec<Instant>> = vec![Vec::new(); raw.meetings.len()];
        for (line, times) in read_times(raw, times) {
            if let Says::Stay(stay) = &line.says
                && let Some(moments) = of_meetings.get_mut(stay.meeting)
            {
                moments.extend([times.joined, times.left].into_iter().flatten());
            }
        }
        for moments in &mut of_meetings {
            moments.sort_unstable();
            moments.dedup();
        }
        Self { of_meetings, zone }
    }

    /// Returns when a meeting that is running at `moment` began: its first moment on the same day, or in the half day
    /// before if it lasts into the night. A log may contain a moment of another day.
    fn begin_of(&self, meeting: usize, moment: Instant) -> Option<Instant> {
        let day = moment.with_timezone(&self.zone).date_naive();
        let may_be_of_it = |other: &Instant| {
            *other >= moment - HALF_A_DAY || other.with_timezone(&self.zone).date_naive() >= day
        };
        let moments = self.of_meetings.get(meeting)?;
        let first = moments.partition_point(|other| !may_be_of_it(other));
        moments.get(first).copied().map(|first| first.min(moment))
    }
}

/// Uses the other reading of a clock in the hour that the end of summer time repeats, if the stated length fits it
/// better, or if somebody would have left before they came.
fn clock_change(
    joined_at: Instant,
    left_at: Instant,
    length: Option<i64>,
    zone: Tz,
) -> (Instant, Instant) {
    let readings = |instant| {
        let both = [Some(instant), time::second_reading(instant, zone)];
        both.into_iter().flatten()
    };
    let Some(length) = length else {
        let second = time::second_reading(left_at, zone);
        let second = second.filter(|second| left_at < joined_at && *second >= joined_at);
        return (joined_at, second.unwrap_or(left_at));
    };
    let distance =
        |(joined, left): &(Instant, Instant)| ((*left - *joined).num_seconds() - length).abs();
    let with = |joined| readings(left_at).map(move |left| (joined, left));
    let pairs = readings(joined_at).flat_map(with);
    // The first of the best: without a clock change there is only one.
    pairs.min_by_key(distance).unwrap_or((joined_at, left_at))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        // From 02:40 to 02:10 is half an hour over the change.
        let back = at("2020-10-25T00:10:00Z");
        assert_eq!(
            clock_change(left, back, None, zone),
            (left, joined + TimeDelta::hours(1))
        );
        // 01:50 to 03:10 is two hours and twenty minutes of that night, and there is nothing to choose.
        let (joined, left) = (at("2020-10-24T23:50:00Z"), at("2020-10-25T02:10:00Z"));
        assert_eq!(clock_change(joined, left, Some(4800), zone), (joined, left));
    }
}
