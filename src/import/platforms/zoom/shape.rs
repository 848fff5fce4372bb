//! The shape of the cells in a table, for headings in an unknown language.
//!
//! Zoom translates its headings and keeps their order, so the position of a column determines its meaning, if the cells
//! agree. A table without any known word around it needs more proof: a sign-up list may well have a name, an address,
//! two times and a number. In Zoom's tables the number is the time between the two, in minutes, rounded up.

use super::super::table::Fields;
use super::super::{cell, is_moment};
use super::words::{platform, said_yes};
use crate::import::values::dates::{self, DateOrder};
use crate::import::values::durations;
use crate::import::values::words::is_empty_word;
use crate::import::{Field, Record};

/// The maximum number of letters in a word for "none".
const LONGEST_NOTHING: usize = 16;

/// The number of rows that are examined.
const LOOK: usize = 200;

/// Whether a cell means "none": empty, `--`, `NA`.
pub(super) fn is_none(cell: &str) -> bool {
    // Every cell of a file is checked here, and the words for "none" are short.
    cell.is_empty() || (cell.len() <= LONGEST_NOTHING && is_empty_word(cell))
}

/// Whether a cell is a whole number, of minutes or anything else.
pub(super) fn is_whole(cell: &str) -> bool {
    (1..=6).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a cell contains a length of time, in Zoom's minutes or in words.
pub(super) fn is_length(cell: &str) -> bool {
    durations::seconds(cell).is_some()
}

/// Whether a cell contains an address, without checking which.
pub(super) fn is_address(cell: &str) -> bool {
    cell.contains('@')
}

/// Whether a cell is something that only rows contain: a time, a dash, an address, a number.
pub(super) fn is_of_row(cell: &str) -> bool {
    is_address(cell) || is_whole(cell) || is_time_or_dash(cell)
}

fn is_time_or_dash(cell: &str) -> bool {
    is_moment(cell) || (!cell.is_empty() && is_none(cell))
}

/// Whether a record could be headings: `least` filled cells at the beginning, and no time or dash. After those cells a
/// question may contain a number or an address.
pub(super) fn is_like_headings(record: &Record, least: usize) -> bool {
    let at = |column| cell(record, column);
    (0..least).all(|column| !at(column).is_empty() && !is_of_row(at(column)))
        && (least..record.width()).all(|column| !is_time_or_dash(at(column)))
}

/// Whether only the first cell is filled.
pub(super) fn is_alone(record: &Record) -> bool {
    !cell(record, 0).is_empty() && (1..record.width()).all(|column| cell(record, column).is_empty())
}

/// The rows below some headings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows<'file>(&'file [Record]);

impl<'file> Rows<'file> {
    pub(super) fn new(records: &'file [Record]) -> Self {
        Self(&records[..records.len().min(LOOK)])
    }

    /// Returns the rows up to the next headings.
    pub(super) fn until_headings(records: &'file [Record]) -> Self {
        let Self(rows) = Self::new(records);
        let next = rows.iter().position(|record| is_like_headings(record, 3));
        Self(&rows[..next.unwrap_or(rows.len())])
    }

    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Whether any cell in these columns is a time.
    pub(super) fn has_times(self, mut columns: std::ops::Range<usize>) -> bool {
        columns.any(|column| self.0.iter().any(|record| is_moment(cell(record, column))))
    }

    /// Returns the filled cells of a column.
    fn filled(self, column: usize) -> Vec<&'file str> {
        let cells = self.0.iter().map(|record| cell(record, column));
        cells.filter(|cell| !is_none(cell)).collect()
    }

    /// Whether at least one cell of a column passes and hardly any fails. Empty cells do not count.
    pub(super) fn hold(self, column: usize, passes: fn(&str) -> bool) -> bool {
        let filled = self.filled(column);
        let passing = filled.iter().filter(|cell| passes(cell)).count();
        passing > 0 && is_nearly_all(passing, filled.len())
    }

    /// The same, but also true if the column is empty.
    fn may_hold(self, column: usize, passes: fn(&str) -> bool) -> bool {
        self.filled(column).is_empty() || self.hold(column, passes)
    }

    /// Whether the column has values but no cell passes; a single row may be broken.
    pub(super) fn never(self, column: usize, passes: fn(&str) -> bool) -> bool {
        let filled = self.filled(column);
        filled.len() > 1 && !filled.into_iter().any(passes)
    }

    /// Whether more than half of the rows have values beyond the headings.
    pub(super) fn are_wider(self, width: usize) -> bool {
        let goes_on = |record: &&Record| {
            (width..record.width()).any(|column| !cell(record, column).is_empty())
        };
        self.0.iter().filter(goes_on).count() * 2 > self.0.len()
    }

    /// Returns the first column from which a time, a time and a number are adjacent; dashes in all three positions mean
    /// that somebody was not there.
    pub(super) fn times(self, from: usize) -> Option<usize> {
        let widest = self.0.iter().map(Record::width).max().unwrap_or(0);
        (from..widest.saturating_sub(1)).find(|&column| {
            let times = self.hold(column, is_moment) && self.hold(column + 1, is_moment);
            (times && self.may_hold(column + 2, is_whole)) || self.nobody(column)
        })
    }

    /// Whether every row has a dash in three columns.
    fn nobody(self, from: usize) -> bool {
        let is_dash = |cell: &str| !cell.is_empty() && is_none(cell);
        let dashes = |row: &Record| (from..from + 3).all(|column| is_dash(cell(row, column)));
        !self.0.is_empty() && self.0.iter().all(dashes)
    }

    /// Whether the number after two times is the minutes between them, in nearly every row.
    pub(super) fn fit(self, joined: usize) -> bool {
        let fits = |record: &Record| {
            let minutes: i64 = cell(record, joined + 2).parse().ok()?;
            let seconds = between(cell(record, joined), cell(record, joined + 1))?;
            let expected = (seconds + 59) / 60;
            // Some exports omit the seconds, but their minutes are still rounded.
            Some((minutes % 1440 - expected % 1440).abs() <= 1)
        };
        let fits: Vec<bool> = self.0.iter().filter_map(fits).collect();
        let fitting = fits.iter().filter(|fits| **fits).count();
        fitting > 0 && is_most(fitting, fits.len())
    }

    /// Finds the columns of a table of people with times that is certainly Zoom's.
    ///
    /// They come after the name and the address in a report of one meeting; in a list of many also after the columns of
    /// the meeting.
    pub(super) fn of_meeting(self, width: usize) -> Option<(Fields, usize)> {
        let mut from = 0;
        while let Some(joined) = self.times(from) {
            from = joined + 1;
            let is_place = joined == 2 || joined >= LEAST_OF_MEETINGS + 2;
            if is_place
                && self.may_hold(joined - 1, is_address)
                && self.hold(joined - 2, is_text)
                && self.fit(joined)
            {
                let name = joined - 2;
                let mut fields = vec![Some(Field::Ignore); name];
                fields.extend(platform().order("stays").iter().cloned().map(Some));
                fields.resize(width.max(joined + 3), None);
                self.behind(&mut fields, joined + 3);
                return Some((fields, name));
            }
        }
        None
    }

    /// Whether the cells of a column may have this meaning.
    pub(super) fn agree(self, column: usize, field: &Field) -> bool {
        match field {
            Field::JoinedAt | Field::LeftAt => self.hold(column, is_moment),
            Field::Duration => self.hold(column, is_whole),
            Field::Email => self.may_hold(column, is_address),
            _ => self.may_hold(column, is_text),
        }
    }

    /// Decides about the columns after the duration: none, guest, consent, guest and consent, guest and waiting room,
    /// or all three.
    ///
    /// Consent is yes or empty; the waiting room always has a value, and the host never waits, so a column with a no
    /// after the guests is the waiting room.
    pub(super) fn behind(self, fields: &mut Fields, from: usize) {
        for place in fields.iter_mut().skip(from) {
            place.get_or_insert(Field::Ignore);
        }
        let guests = self.filled(from).len();
        let waits = |column: usize| {
            let filled = self.filled(column);
            let said: Vec<bool> = filled.iter().filter_map(|cell| said_yes(cell)).collect();
            let yes = said.iter().filter(|yes| **yes).count();
            let no = said.len() - yes;
            // In second position it could be a refused consent: then more people would have given it.
            let sure = column > from + 1 || (yes <= no && is_nearly_all(said.len(), guests));
            no > 0 && is_nearly_all(said.len(), filled.len()) && sure
        };
        let waiting = (from + 1..from + 3)
            .rev()
            .find(|&column| fields.get(column) == Some(&Some(Field::Ignore)) && waits(column));
        if let Some(column) = waiting.filter(|_| !fields.contains(&Some(Field::Absent))) {
            fields[column] = Some(Field::Absent);
        }
    }
}

/// The minimum number of columns about the meeting in a list of many.
const LEAST_OF_MEETINGS: usize = 6;

fn is_text(cell: &str) -> bool {
    !is_moment(cell) && !is_address(cell) && !is_whole(cell)
}

/// The last row of a file may be truncated.
fn is_nearly_all(part: usize, whole: usize) -> bool {
    part + 1 >= whole || is_most(part, whole)
}

fn is_most(part: usize, whole: usize) -> bool {
    part * 10 >= whole * 9
}

/// Returns the seconds from one time of day to the next occurrence of the other.
fn between(joined: &str, left: &str) -> Option<i64> {
    let clock = |cell| {
        let read = |order| dates::parse(cell, Some(order)).ok();
        let read = read(DateOrder::MonthFirst).or_else(|| read(DateOrder::DayFirst));
        read?.time
    };
    let seconds = (clock(left)? - clock(joined)?).num_seconds();
    Some(seconds.rem_euclid(86_400))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(rows: &[&str]) -> Vec<Record> {
        (1..)
            .zip(rows)
            .map(|(line, row)| Record::new(line, row.split(';')))
            .collect()
    }

    #[test]
    fn minutes_between_two_times_tell_a_log_from_a_list() {
        let log = records(&[
            "Anna;anna@example.org;08.10.2020 09:58:03;08.10.2020 10:31:20;34",
            "Björn;;8.10.2020 23:50;9.10.2020 00:20;30",
        ]);
        let (what, name) = Rows::new(&log).of_meeting(5).unwrap();
        assert_eq!((&what[2], name), (&Some(Field::JoinedAt), 0));
        let list = records(&[
            "Anna;anna@example.org;08.10.2020 09:00;09.10.2020 17:00;2",
            "Björn;;08.10.2020 10:00;09.10.2020 12:00;1",
        ]);
        assert_eq!(Rows::new(&list).of_meeting(5), None);
        let days = records(&["Anna;anna@example.org;08.10.2020;09.10.2020;2"]);
        assert_eq!(Rows::new(&days).of_meeting(5), None);
    }

    #[test]
    fn the_waiting_room_is_told_from_a_consent() {
        let start = "Anna;;08.10.2020 09:58;08.10.2020 10:28;30";
        let last = |behind: &[&str]| {
            let rows: Vec<String> = behind.iter().map(|it| format!("{start};{it}")).collect();
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let records = records(&rows);
            let width = records[0].width();
            let (what, _) = Rows::new(&records).of_meeting(width).unwrap();
            what.iter().position(|it| *it == Some(Field::Absent))
        };
        assert_eq!(last(&["Tak;Nie", "Nie;Nie"]), Some(6));
        assert_eq!(last(&["Tak;Y", "Nie;"]), None);
        assert_eq!(last(&["Tak;;Nie"]), Some(7));
        assert_eq!(last(&["Nie"]), None);
    }
}
