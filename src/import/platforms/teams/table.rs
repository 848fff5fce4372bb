//! The tables of the reports: which column is what, and whose row says what.

use std::borrow::Cow;

use super::super::{RawStay, Says, cell, columns, is_moment};
use super::{filled, has_moment, unpadded, unreadable};
use crate::import::forms::plain;
use crate::import::layout::Column;
use crate::import::platforms::Unreadable;
use crate::import::{Field, Record};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Name,
    Joined,
    Left,
    Duration,
    Email,
    /// The name of the account, which looks like an address and need not be one.
    Account,
    Role,
    /// The address somebody registered with, in webinars.
    Registered,
}

/// Headings in lower case, without `(utc)`.
const WORDS: &[(&str, Part)] = &[
    ("name", Part::Name),
    ("full name", Part::Name),
    ("vollständiger name", Part::Name),
    ("imię i nazwisko", Part::Name),
    ("nombre", Part::Name),
    ("nombre completo", Part::Name),
    ("nome", Part::Name),
    ("nome completo", Part::Name),
    ("first join", Part::Joined),
    ("join time", Part::Joined),
    ("erster beitritt", Part::Joined),
    ("beitreten", Part::Joined),
    ("beitrittszeit", Part::Joined),
    ("zeitpunkt des beitritts", Part::Joined),
    ("pierwsze dołączenie", Part::Joined),
    ("godzina dołączenia", Part::Joined),
    ("primeiro ingresso", Part::Joined),
    ("last leave", Part::Left),
    ("leave time", Part::Left),
    ("letztes verlassen", Part::Left),
    ("letzter austritt", Part::Left),
    ("verlassen", Part::Left),
    ("austrittszeit", Part::Left),
    ("zeitpunkt des verlassens", Part::Left),
    ("ostatnie wyjście", Part::Left),
    ("godzina opuszczenia", Part::Left),
    ("última saída", Part::Left),
    ("in-meeting duration", Part::Duration),
    ("duration", Part::Duration),
    ("dauer", Part::Duration),
    ("dauer der besprechung", Part::Duration),
    ("besprechungsdauer", Part::Duration),
    ("dauer in der besprechung", Part::Duration),
    ("czas udziału w spotkaniu", Part::Duration),
    ("czas trwania", Part::Duration),
    ("duração na reunião", Part::Duration),
    ("duração", Part::Duration),
    ("email", Part::Email),
    ("e-mail", Part::Email),
    ("email address", Part::Email),
    ("e-mail-adresse", Part::Email),
    ("adres e-mail", Part::Email),
    ("correo electrónico", Part::Email),
    ("role", Part::Role),
    ("rolle", Part::Role),
    ("rola", Part::Role),
    ("rol", Part::Role),
    ("função", Part::Role),
    ("registration email", Part::Registered),
    ("registrierungs-e-mail", Part::Registered),
    ("e-mail-adresse der registrierung", Part::Registered),
];

/// The reason for a person without any.
pub(super) const NOTHING_SAID: &str =
    "neither a time nor a length: nothing says that they were there";

/// A heading row with its rows.
#[derive(Debug)]
pub(super) struct Table<'file> {
    pub(super) header: &'file Record,
    pub(super) rows: &'file [Record],
    parts: Vec<Option<Part>>,
    /// Whether its headings say that the times are UTC.
    pub(super) utc: bool,
}

/// What a row says of a person, cells as written.
#[derive(Debug, Clone)]
pub(super) struct Line<'file> {
    pub(super) number: u64,
    pub(super) name: &'file str,
    pub(super) email: &'file str,
    pub(super) registered: &'file str,
    pub(super) joined: &'file str,
    pub(super) left: &'file str,
    pub(super) duration: &'file str,
}

impl<'file> Table<'file> {
    /// Finds the columns of a table whose first record has to be its heading row.
    ///
    /// `order` is how they stand in every language; a table in an unknown one has at least `least`.
    pub(super) fn read(
        records: &'file [Record],
        order: &[Part],
        least: usize,
    ) -> Result<Self, Unreadable> {
        let missing = |header| Err(unreadable(header, "the row of the headings is missing"));
        let Some((header, rows)) = records.split_first() else {
            return missing(None);
        };
        if has_moment(header) {
            return missing(Some(header));
        }
        let known: Vec<Option<Part>> = distinct((0..filled(header)).map(|column| {
            let heading = plain(cell(header, column));
            part_of(without_zone(&heading))
        }));
        let utc = (0..filled(header)).any(|column| {
            let heading = plain(cell(header, column));
            without_zone(&heading) != heading
        });
        let parts = by_position(&known, order, rows, least)
            .ok_or_else(|| unreadable(Some(header), what_is_missing(&known)))?;
        Ok(Self {
            header,
            rows,
            parts,
            utc,
        })
    }

    pub(super) fn has(&self, part: Part) -> bool {
        self.parts.contains(&Some(part))
    }

    /// Returns what the rows say, one by one.
    pub(super) fn lines(&self) -> impl Iterator<Item = Line<'file>> {
        self.rows.iter().map(|row| self.line(row))
    }

    fn line(&self, row: &'file Record) -> Line<'file> {
        let text = |part| {
            self.parts
                .iter()
                .position(|found| *found == Some(part))
                .map_or("", |column| cell(row, column))
        };
        let said = |part| Some(text(part)).filter(|text| !is_dash(text)).unwrap_or("");
        Line {
            number: row.line(),
            name: text(Part::Name),
            email: said(Part::Email),
            registered: said(Part::Registered),
            joined: said(Part::Joined),
            left: said(Part::Left),
            duration: said(Part::Duration),
        }
    }

    /// Returns the headings with their meanings.
    pub(super) fn columns(&self) -> Vec<Column> {
        columns(&unpadded(self.header), |column| {
            match self.parts.get(column).copied().flatten() {
                Some(Part::Name) => Field::Name,
                Some(Part::Joined) => Field::JoinedAt,
                Some(Part::Left) => Field::LeftAt,
                Some(Part::Duration) => Field::Duration,
                Some(Part::Email) => Field::Email,
                Some(Part::Registered) => Field::AccountEmail,
                Some(Part::Account | Part::Role) | None => Field::Ignore,
            }
        })
    }
}

impl<'file> Line<'file> {
    /// Whether it says when or how long somebody was there.
    pub(super) fn is_stay(&self) -> bool {
        !(self.joined.is_empty() && self.left.is_empty() && self.duration.is_empty())
    }

    /// Returns the stay, or that nothing says there was one.
    pub(super) fn says(&self) -> Says<'file> {
        if !self.is_stay() {
            return Says::Wrong(None, NOTHING_SAID.to_owned());
        }
        let email = if self.email.is_empty() {
            self.registered
        } else {
            self.email
        };
        Says::Stay(Box::new(RawStay {
            name: Cow::Borrowed(self.name),
            email,
            joined: self.joined,
            left: self.left,
            duration: self.duration,
            ..RawStay::default()
        }))
    }
}

/// Whether a cell says "none".
fn is_dash(cell: &str) -> bool {
    matches!(cell, "-" | "--" | "–" | "—")
}

/// `First Join (UTC)` is `First Join`.
fn without_zone(heading: &str) -> &str {
    heading.strip_suffix("(utc)").map_or(heading, str::trim_end)
}

fn part_of(heading: &str) -> Option<Part> {
    if heading.ends_with("(upn)") {
        return Some(Part::Account);
    }
    WORDS
        .iter()
        .find(|(word, _)| *word == heading)
        .map(|(_, part)| *part)
}

/// Of two columns with one meaning, the first keeps it.
fn distinct(parts: impl Iterator<Item = Option<Part>>) -> Vec<Option<Part>> {
    let mut found: Vec<Option<Part>> = Vec::new();
    for part in parts {
        let is_new = !found.contains(&part);
        found.push(part.filter(|_| is_new));
    }
    found
}

/// Without these a table says nothing.
const NECESSARY: [(Part, &str); 3] = [
    (Part::Name, "the column of the names"),
    (Part::Joined, "the column of the times of joining"),
    (Part::Left, "the column of the times of leaving"),
];

/// Completes what the words say by the order of the columns, if that is sure: `None` when a necessary
/// one stays unknown.
fn by_position(
    known: &[Option<Part>],
    order: &[Part],
    rows: &[Record],
    least: usize,
) -> Option<Vec<Option<Part>>> {
    let is_complete = |parts: &[Option<Part>]| {
        NECESSARY
            .iter()
            .all(|(part, _)| parts.contains(&Some(*part)))
    };
    // A word in another place than its own: columns are missing, or somebody moved them.
    let in_order = known.iter().enumerate().all(|(column, part)| {
        part.is_none_or(|part| {
            order
                .iter()
                .position(|other| *other == part)
                .is_none_or(|place| place == column)
        })
    });
    if in_order && known.len() >= least {
        let mut parts = known.to_vec();
        for (slot, part) in parts.iter_mut().zip(order) {
            slot.get_or_insert(*part);
        }
        let mut parts = distinct(parts.into_iter());
        // Webinars have one more column of addresses, behind the others.
        if !parts.contains(&Some(Part::Registered))
            && let Some(column) = (order.len()..parts.len())
                .find(|column| parts[*column].is_none() && holds_addresses(rows, *column))
        {
            parts[column] = Some(Part::Registered);
        }
        if looks_right(&parts, rows) {
            return Some(parts);
        }
    }
    is_complete(known).then(|| known.to_vec())
}

/// Whether the cells look like what the columns should hold, in nine of ten rows at least.
fn looks_right(parts: &[Option<Part>], rows: &[Record]) -> bool {
    let fits = |row: &Record| {
        parts.iter().enumerate().all(|(column, part)| {
            let text = cell(row, column);
            let has_digit = text.contains(|letter: char| letter.is_ascii_digit());
            let has_at = text.contains('@');
            text.is_empty()
                || is_dash(text)
                || match part {
                    Some(Part::Name) => !is_moment(text),
                    Some(Part::Joined | Part::Left) => is_moment(text),
                    Some(Part::Duration) => has_digit && !has_at,
                    Some(Part::Email | Part::Registered) => has_at,
                    Some(Part::Account) => has_at || has_digit,
                    Some(Part::Role) => !has_at && !has_digit,
                    None => true,
                }
        })
    };
    let is_filled = |part: Part| {
        parts
            .iter()
            .position(|found| *found == Some(part))
            .is_some_and(|column| rows.iter().any(|row| is_moment(cell(row, column))))
    };
    let odd = rows.iter().filter(|row| !fits(row)).count();
    odd * 10 <= rows.len() && (rows.is_empty() || is_filled(Part::Joined) && is_filled(Part::Left))
}

/// Whether all that stands in a column are addresses.
fn holds_addresses(rows: &[Record], column: usize) -> bool {
    let mut cells = rows
        .iter()
        .map(|row| cell(row, column))
        .filter(|text| !text.is_empty())
        .peekable();
    cells.peek().is_some() && cells.all(|text| text.contains('@'))
}

fn what_is_missing(known: &[Option<Part>]) -> String {
    let missing: Vec<&str> = NECESSARY
        .iter()
        .filter(|(part, _)| !known.contains(&Some(*part)))
        .map(|(_, what)| *what)
        .collect();
    if missing.len() == NECESSARY.len() {
        return "the columns have unknown headings and do not stand in the order of Teams"
            .to_owned();
    }
    let verb = if missing.len() == 1 { "is" } else { "are" };
    format!("{} {verb} missing", missing.join(" and "))
}
