//! A table of people and what each of its rows says.

use std::borrow::Cow;

use super::super::{Column, RawStay, Says, cell, is_moment};
use super::headings::Headings;
use super::shape::{Rows, is_address, is_length, is_none, is_whole};
use super::words::{What, said_yes};
use crate::import::Record;

/// Somebody who registered and did not come.
const NOT_THERE: &str = "registered and not there";
/// Somebody who was not let in yet.
const WAITING: &str = "in the waiting room";
/// A name and nothing more.
const NOTHING_SAID: &str = "neither a time nor a length: nothing says that they were there";
/// A row with a cell too few or too many.
const SHIFTED: &str = "the cells of this row do not stand under their headings";

/// The columns of a table of people.
#[derive(Debug, Clone)]
pub(super) struct Table<'file> {
    header: &'file Record,
    what: Vec<What>,
    /// Where the participants begin: behind the meeting's columns in a list of many.
    pub(super) from: usize,
    places: Places,
}

/// Where everything is.
#[derive(Debug, Clone, Copy, Default)]
struct Places {
    attended: Option<usize>,
    name: Option<usize>,
    given: Option<usize>,
    family: Option<usize>,
    email: Option<usize>,
    joined: Option<usize>,
    left: Option<usize>,
    duration: Option<usize>,
    waiting: Option<usize>,
    organisation: Option<usize>,
}

impl<'file> Table<'file> {
    pub(super) fn new(header: &'file Record, what: Vec<What>, from: usize) -> Self {
        let place = |meaning| what.iter().position(|it| *it == meaning);
        let places = Places {
            attended: place(What::Attended),
            name: place(What::Name),
            given: place(What::Given),
            family: place(What::Family),
            email: place(What::Email),
            joined: place(What::Joined),
            left: place(What::Left),
            duration: place(What::Duration),
            waiting: place(What::Waiting),
            organisation: place(What::Organisation),
        };
        Self {
            header,
            what,
            from,
            places,
        }
    }

    /// Whether it says when somebody was there, and not only how long.
    pub(super) fn has_times(&self) -> bool {
        self.places.joined.is_some()
    }

    /// Returns the headings and what they mean; cells that only pad the row are none.
    pub(super) fn columns(&self) -> Vec<Column> {
        let mut columns = super::super::columns(self.header, |index| {
            self.what
                .get(index)
                .copied()
                .unwrap_or(What::Unknown)
                .field()
        });
        columns.truncate(self.width());
        columns
    }

    /// Returns how many columns have a heading, those between among them.
    pub(super) fn width(&self) -> usize {
        (0..self.header.width())
            .rev()
            .find(|column| !cell(self.header, *column).is_empty())
            .map_or(0, |column| column + 1)
    }

    /// Returns the headings of the meeting, in front of those of the participants.
    pub(super) fn meeting_headings(&self) -> Vec<&'file str> {
        (0..self.from)
            .map(|column| cell(self.header, column))
            .collect()
    }

    /// Whether a row is the headings once more.
    pub(super) fn is_header(&self, record: &Record) -> bool {
        record.cells().eq(self.header.cells())
    }

    /// Whether a row cannot be headings, for sure and at little cost.
    pub(super) fn is_plainly_data(&self, record: &Record) -> bool {
        let length = place(record, self.places.duration);
        let joined = place(record, self.places.joined);
        is_whole(length) || is_moment(joined)
    }

    /// Returns the heading of a column, for a message.
    fn heading(&self, column: Option<usize>) -> Option<String> {
        let heading = cell(self.header, column?).trim_start_matches('\u{feff}');
        (!heading.is_empty()).then(|| heading.to_owned())
    }

    /// Says what a row is.
    pub(super) fn says(&self, record: &'file Record, meeting: usize) -> Says<'file> {
        let at = |place: Option<usize>| said(record, place);
        let (joined, left) = (at(self.places.joined), at(self.places.left));
        let (email, duration) = (at(self.places.email), at(self.places.duration));
        if let Some(column) = self.shifted(email, joined, left, duration) {
            return Says::Wrong(self.heading(Some(column)), SHIFTED.to_owned());
        }
        let waiting = at(self.places.waiting);
        match said_yes(waiting) {
            Some(true) => return Says::Nothing(WAITING),
            None if !waiting.is_empty() => return self.neither(self.places.waiting),
            _ => {}
        }
        let was_there = !(joined.is_empty() && left.is_empty() && duration.is_empty());
        if self.places.attended.is_some() {
            let attended = at(self.places.attended);
            match said_yes(attended) {
                Some(false) if was_there => {
                    let reason = "it says that they were not there, and how long they were";
                    return Says::Wrong(self.heading(self.places.attended), reason.to_owned());
                }
                Some(false) => return Says::Nothing(NOT_THERE),
                // A language that is not known here: the dashes say it too.
                None if !was_there && self.has_dashes(record) => return Says::Nothing(NOT_THERE),
                _ => {}
            }
        }
        if !was_there {
            return Says::Wrong(None, NOTHING_SAID.to_owned());
        }
        let name = place(record, self.places.name);
        let (given, family) = (at(self.places.given), at(self.places.family));
        let has_parts = self.places.given.is_some() && self.places.family.is_some();
        let parts = (has_parts && !(given.is_empty() && family.is_empty()))
            .then_some((Cow::Borrowed(given), Cow::Borrowed(family)));
        // A yes beside the question is the answer to another one, whose heading was lost.
        let organisation = at(self.places.organisation);
        let is_named = said_yes(organisation).is_none();
        Says::Stay(Box::new(RawStay {
            meeting,
            name: Cow::Borrowed(name),
            parts,
            email,
            organisation: if is_named { organisation } else { "" },
            joined,
            left,
            duration,
            joined_before: false,
        }))
    }

    fn neither(&self, column: Option<usize>) -> Says<'file> {
        Says::Wrong(
            self.heading(column),
            "this is neither yes nor no".to_owned(),
        )
    }

    /// Whether a time was looked for and there was none, in Zoom's own sign for it.
    fn has_dashes(&self, record: &Record) -> bool {
        [self.places.joined, self.places.left]
            .into_iter()
            .all(|column| place(record, column).starts_with('-'))
    }

    /// Returns the column of a cell that can only belong to another one.
    fn shifted(&self, email: &str, joined: &str, left: &str, duration: &str) -> Option<usize> {
        let never_a_time = |cell: &str| is_address(cell) || is_whole(cell);
        let never_a_length =
            |cell: &str| is_address(cell) || is_moment(cell) || said_yes(cell).is_some();
        let places = &self.places;
        [
            (!is_address(email) && is_moment(email), places.email),
            (never_a_time(joined), places.joined),
            (never_a_time(left), places.left),
            (
                never_a_length(duration) && !is_length(duration),
                places.duration,
            ),
        ]
        .into_iter()
        .find(|(shifted, _)| *shifted)
        .and_then(|(_, place)| place)
    }
}

/// Returns a cell as it stands.
fn place(record: &Record, column: Option<usize>) -> &str {
    column.map_or("", |column| cell(record, column))
}

/// Returns a cell, empty where it only says that there is nothing.
fn said(record: &Record, column: Option<usize>) -> &str {
    let cell = place(record, column);
    if is_none(cell) { "" } else { cell }
}

/// What is missing in headings, for the organiser.
pub(super) fn missing(what: &[What]) -> Option<String> {
    let has = |meaning| what.contains(&meaning);
    let (joined, left) = (has(What::Joined), has(What::Left));
    let column = if !has(What::Name) {
        "names"
    } else if joined && !left {
        "times of leaving"
    } else if left && !joined {
        "times of joining"
    } else if !joined && !has(What::Duration) {
        "times and the durations"
    } else {
        return None;
    };
    Some(format!(
        "the column of the {column} is missing, or its heading is not known"
    ))
}

/// Whether the cells below some headings belong to others, for the organiser: a heading was lost.
pub(super) fn misplaced(what: &[What], rows: Rows<'_>) -> Option<String> {
    let from = what.iter().position(|it| *it == What::Name).unwrap_or(0);
    if !what.contains(&What::Joined) && rows.has_times(from..what.len()) {
        let reason = "there are times, and their headings are not known";
        return Some(reason.to_owned());
    }
    let never = |meaning, passes| {
        let place = what.iter().position(|it| *it == meaning);
        place.is_some_and(|column| rows.never(column, passes))
    };
    // Who waited and who answered what is told by the heading alone.
    let told_by_heading = [What::Waiting, What::Organisation]
        .iter()
        .any(|it| what.contains(it));
    let column = if never(What::Joined, is_moment) {
        "the times of joining"
    } else if never(What::Left, is_moment) {
        "the times of leaving"
    } else if never(What::Duration, is_length) {
        "the durations"
    } else if never(What::Email, is_address) {
        "the addresses"
    } else if told_by_heading && rows.are_wider(what.len()) {
        "the cells"
    } else {
        return None;
    };
    Some(format!("{column} do not stand under their headings"))
}

/// Gives columns with unknown headings the meaning of their place, where the cells agree.
///
/// Address, joining, leaving and duration stand behind the name; in a report of unique users address
/// and duration.
pub(super) fn settle(headings: &Headings, rows: Rows<'_>) -> Vec<What> {
    let mut what = headings.what.clone();
    let Some(name) = name_of(headings) else {
        return what;
    };
    let times = [What::Joined, What::Left];
    let detailed = times.into_iter().any(|it| headings.has(it))
        || if rows.is_empty() {
            what.len() >= name + 5
        } else {
            (2..4).all(|behind| rows.hold(name + behind, is_moment))
        };
    let places: &[What] = if detailed {
        &DETAILED
    } else {
        &[What::Name, What::Email, What::Duration]
    };
    for (column, meaning) in (name..).zip(places) {
        let free = what.get(column) == Some(&What::Unknown) && !what.contains(meaning);
        if free && (rows.is_empty() || rows.agree(column, *meaning)) {
            what[column] = *meaning;
        }
    }
    let behind = name + DETAILED.len();
    if detailed && what[name..].starts_with(&DETAILED) && what.get(behind) == Some(&What::Unknown) {
        rows.behind(&mut what, behind);
    }
    what
}

/// The order in which a detailed table begins.
const DETAILED: [What; 5] = [
    What::Name,
    What::Email,
    What::Joined,
    What::Left,
    What::Duration,
];

/// Returns the column of the names: by its heading, or the first where nothing speaks against it.
fn name_of(headings: &Headings) -> Option<usize> {
    let what = &headings.what;
    let known = what.iter().position(|it| *it == What::Name);
    let unknown = what.first() == Some(&What::Unknown)
        && (what.get(1) == Some(&What::Email) || DETAILED.iter().all(|it| !what.contains(it)));
    known.or(unknown.then_some(0))
}
