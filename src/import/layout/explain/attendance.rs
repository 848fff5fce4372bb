//! Columns of a list of attendees.

use super::super::super::error::Unexplained;
use super::super::super::{Field, Kind};
use super::super::columns::Origin;
use super::super::decide::{Decided, Draft};
use super::{asked, is_beside_the_point, is_sentence};
use crate::formats::fold;
use crate::formats::heading;
use crate::formats::lexicon::{LEXICON, Presence, State};

impl Decided {
    /// Explains the columns of a list of attendees; returns those that are asked about.
    pub(super) fn explain_attendance(&mut self) -> Vec<Unexplained> {
        let present = self.columns.iter().filter(|it| it.is(&Field::Present));
        let rivals = present.filter(|it| it.evidence.filled > 0);
        if rivals.clone().count() > 1 {
            return rivals
                .map(|column| asked(column, &["present", "ignore"]))
                .collect();
        }
        let choices = self.rival_choices();
        if !choices.is_empty() {
            return choices;
        }
        self.explain_presence();
        self.explain_length();
        let columns = self.columns.iter();
        columns
            .filter_map(|it| self.asked_of_attendees(it))
            .collect()
    }

    /// Reads numbers below a heading that names a unit of time, and cells that are lengths, as how long somebody was
    /// there, beside the times of coming and leaving that they bound: "Watch time (minutes)".
    fn explain_length(&mut self) {
        if self.has(&Field::Duration) || !self.has_times() {
            return;
        }
        let mut open = self.columns.iter().enumerate().filter(|(_, column)| {
            let is_counted = heading::unit(&column.heading).is_some();
            column.may_be_a_length()
                && (is_counted || column.evidence.mostly(column.evidence.lengths))
        });
        let found = open.next().map(|(index, _)| index);
        if let Some(column) = found.filter(|_| open.next().is_none()) {
            self.explained(column, Field::Duration);
        }
    }

    fn asked_of_attendees(&self, column: &Draft) -> Option<Unexplained> {
        if let Some(fields) = self.asked_first(column) {
            return (!fields.is_empty()).then(|| asked(column, fields));
        }
        let evidence = &column.evidence;
        // The letters of a register are followed by columns that count each of them.
        let counts_letters = LEXICON.letter(&column.heading).is_some()
            && evidence.numbers == evidence.filled
            && self.has(&Field::Present);
        // What the words of a heading mean is not read here: "Raum", "Rolle". The cells may say more than they.
        let is_read_elsewhere = column.origin == Origin::Words
            && column
                .field
                .as_ref()
                .is_some_and(|it| !Kind::Attendance.reads(it));
        let is_open = column.origin == Origin::Open || is_read_elsewhere;
        if !is_open || is_beside_the_point(column, Kind::Attendance) || counts_letters {
            return None;
        }
        let is_headed_by_it =
            LEXICON.speaks_of_coming(&column.heading) && evidence.filled > 0 && evidence.texts == 0;
        let may_say_it = may_tell_rows_apart(column) || is_headed_by_it;
        if !self.says_who_came() && !is_read_elsewhere && may_say_it {
            let fields: &[&str] = if evidence.timed + evidence.dotted > 0 {
                &["joined_at", "duration", "ignore"]
            } else if evidence.are_lengths() && !evidence.are_yes_no() {
                &["duration", "present", "ignore"]
            } else {
                &["present", "ignore"]
            };
            return Some(asked_of_presence(column, fields));
        }
        // "Angemeldet", "Eingeladen" and "Zusage" beside "Anwesend" are about the sign-up, and "Bezahlt" about money; a
        // sentence is a form's question.
        let is_beside_presence = LEXICON.is_of_signing_up(&column.heading)
            || LEXICON.is_of_money(&column.heading)
            || LEXICON.state(&column.heading) == Some(State::Unanswered)
            || column.asks
            || is_sentence(&column.heading) && !LEXICON.speaks_of_coming(&column.heading);
        let is_said_besides =
            self.has(&Field::Present) || self.has(&Field::JoinedAt) && evidence.are_yes_no();
        if is_said_besides && is_beside_presence {
            return None;
        }
        // One letter in every row tells nobody apart.
        let are_letters = evidence.are_open_letters()
            && (evidence.distinct > 1 || evidence.filled < evidence.rows);
        let says_something = evidence.are_yes_no()
            || are_letters
            || evidence.are_presence()
            || evidence.timed > 0 && evidence.are_of_the_day();
        // If attendance is known already, another column may say who is excused.
        let is_known = self.has(&Field::Present);
        let first = if is_known { "excused" } else { "present" };
        let ways: &[&str] = match (self.has(&Field::JoinedAt), self.has(&Field::LeftAt)) {
            (true, false) if evidence.timed > 0 => &["left_at", "ignore"],
            (false, true) if evidence.timed > 0 => &["joined_at", "ignore"],
            _ => &[first, "joined_at", "ignore"],
        };
        says_something.then(|| asked_of_presence(column, ways))
    }

    /// Returns what a column may be whose question does not depend on the others; empty if nothing is asked about it.
    fn asked_first(&self, column: &Draft) -> Option<&'static [&'static str]> {
        let evidence = &column.evidence;
        let is_told = column.origin == Origin::Told;
        if column.counts_what_was_missed() {
            return Some(&["ignore"]);
        }
        // First in and last out may be further apart than somebody was there.
        if column.may_be_a_length() && self.has_times() && !self.has(&Field::Duration) {
            return Some(&["duration", "ignore"]);
        }
        if column.names_several_meetings() {
            return Some(&["session", "ignore"]);
        }
        // "09:00-10:30" has to be written into two columns.
        if !is_told && evidence.mostly(evidence.ranges) {
            return Some(&["ignore"]);
        }
        let is_day_of_coming = column.is(&Field::JoinedAt)
            && column.is_open()
            && evidence.dated > 0
            && evidence.timed == 0;
        if is_day_of_coming && self.is_of_a_stay_elsewhere() {
            return Some(&["present", "ignore"]);
        }
        let is_unread = matches!(column.field, None | Some(Field::Answer | Field::Ignore));
        let may_be_of_another_day = evidence.are_several_days()
            || column.is_of_another_day()
            || column.has_this_day_and_others() && self.has_hours_without_days();
        let is_of_travel = LEXICON.is_of_travel(&column.heading);
        if is_unread && !is_told && may_be_of_another_day && !is_of_travel {
            return Some(&["date", "ignore"]);
        }
        if column.is(&Field::Void) && column.is_open() && evidence.filled > 0 {
            return Some(&["absent", "excused", "ignore"]);
        }
        let is_unread_state = column.is(&Field::Status) && !self.has(&Field::Present);
        if is_unread_state && evidence.filled > 0 && column.is_open() {
            // Who has times was there, unless the column says otherwise: all of its words have to be known.
            let known = evidence.states + evidence.ordinary + evidence.presence_alone;
            let says_all = known == 0 || known + evidence.yes_no >= evidence.filled;
            let fields: &[&str] = if self.has_times() && says_all {
                &[]
            } else {
                &["present", "ignore"]
            };
            return Some(fields);
        }
        None
    }

    /// Whether people come and leave at hours that do not say of which day.
    fn has_hours_without_days(&self) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|it| {
            let is_time = it.is(&Field::JoinedAt) || it.is(&Field::LeftAt);
            is_time && it.evidence.timed > 0 && it.evidence.dated == 0
        })
    }

    /// Whether any column is about a hotel or a journey, where people check in as well.
    fn is_of_a_stay_elsewhere(&self) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|it| LEXICON.is_of_travel(&it.heading))
    }

    /// Selects the first column whose cells are words for presence, or letters of a register.
    fn explain_presence(&mut self) {
        if self.has(&Field::Present) {
            return;
        }
        let found = self.columns.iter().position(|column| {
            column.origin == Origin::Open
                && column.evidence.are_presence()
                // Where no cell says that somebody was there, an empty one does not mean absence.
                && (column.evidence.affirmed > 0 || column.evidence.are_letters())
                && !is_beside_the_point(column, Kind::Attendance)
        });
        if let Some(column) = found {
            self.explained(column, Field::Present);
        }
    }
}

impl Draft {
    /// Whether its numbers may be how long somebody was there, below a heading that is not known.
    fn may_be_a_length(&self) -> bool {
        let evidence = &self.evidence;
        self.origin == Origin::Open
            && (evidence.are_lengths() || evidence.mostly(evidence.numbers + evidence.fractions))
            && evidence.sample_is_not_zero()
            && LEXICON.may_be_a_length(&self.heading)
            && !self.counts_what_was_missed()
            && !is_beside_the_point(self, Kind::Attendance)
    }

    /// Whether its numbers are time that somebody was not there, in at least one row.
    fn counts_what_was_missed(&self) -> bool {
        self.is_open()
            && !matches!(self.field, Some(Field::JoinedAt | Field::LeftAt))
            && self.evidence.are_lengths()
            && self.evidence.sample_is_not_zero()
            && LEXICON.counts_what_was_missed(&self.heading)
    }
}

/// Asks about a column of a list of attendees; below a heading about absence, a mark means absence.
fn asked_of_presence(column: &Draft, fields: &[&str]) -> Unexplained {
    match absence_in(&column.heading) {
        Some(Presence::Absent) => asked(column, &["absent", "ignore"]),
        Some(Presence::Excused) => asked(column, &["excused", "ignore"]),
        _ => asked(column, fields),
    }
}

/// Returns the absence that consecutive words of a heading name: `War nicht da`.
fn absence_in(heading: &str) -> Option<Presence> {
    let words = fold::words(heading);
    let mut parts = (0..words.len()).flat_map(|first| {
        let ends = first + 1..=words.len();
        ends.map(move |end| (first, end))
    });
    parts.find_map(|(first, end)| {
        let part = words[first..end].join(" ");
        let is_answer = LEXICON.yes_no(&part).is_some();
        let said = LEXICON.presence(&part, false).filter(|_| !is_answer)?;
        (said != Presence::There).then_some(said)
    })
}

/// Whether a column distinguishes the rows of a list that has no other information about attendance: only some are
/// filled, or a few words are repeated, or they are numbers and lengths.
fn may_tell_rows_apart(column: &Draft) -> bool {
    const FEW: usize = 3;
    let evidence = &column.evidence;
    let is_partly_filled = evidence.filled < evidence.rows;
    let is_repetitive =
        (2..=FEW).contains(&evidence.distinct) && evidence.distinct < evidence.filled;
    evidence.filled > 0
        && evidence.texts == 0
        && !LEXICON.is_of_an_address_book(&column.heading)
        && (is_partly_filled || is_repetitive || evidence.are_lengths())
}
