//! Columns of a list of sign-ups.

use super::super::super::error::Unexplained;
use super::super::super::heading::unnamed;
use super::super::super::{Field, Kind, quoted};
use super::super::columns::{Known, Origin};
use super::super::decide::{Decided, Draft};
use super::super::sessions::{pasteable, session_meant};
use super::{asked, is_beside_the_point};
use crate::formats::CellWord;
use crate::formats::lexicon::{LEXICON, State};
use crate::message;

/// What is found out about a column.
enum Finding {
    /// It decides nothing, whatever it says.
    Nothing,
    /// Its meaning.
    Means(Field),
    /// It says who came, which belongs to another import.
    SaysWhoCame,
    /// What it may be.
    Asked(&'static [&'static str]),
    /// It may be a state, or the choice of a session.
    AskedOfState,
}

impl Decided {
    /// Explains the columns of a list of sign-ups; returns those that are asked about.
    pub(super) fn explain_signups(&mut self, known: Known<'_>) -> Vec<Unexplained> {
        let mut unexplained = self.rival_choices();
        if !unexplained.is_empty() {
            return unexplained;
        }
        let is_answered = self.has(&Field::Status) || self.columns.iter().any(is_answer_to_whether);
        for index in 0..self.columns.len() {
            let finding = self
                .finding_of_words(index)
                .unwrap_or_else(|| self.finding_of_cells(index, is_answered, known));
            let column = &self.columns[index];
            match finding {
                Finding::Nothing => {}
                Finding::Means(field) => self.explained(index, field),
                Finding::SaysWhoCame => self.is_of_those_present(index),
                Finding::Asked(fields) => unexplained.push(asked(column, fields)),
                Finding::AskedOfState => {
                    let session = match known.sessions {
                        [only] => Some(only),
                        sessions => session_meant(&column.heading, sessions),
                    };
                    let slug = session.map_or("SLUG", |it| &it.slug);
                    let session_way = format!("session:{slug}");
                    let mut ways = vec!["status", "answer"];
                    match session {
                        Some(_) => ways.insert(0, &session_way),
                        None if known.sessions.is_empty() => {}
                        None => ways.push(&session_way),
                    }
                    unexplained.push(asked_of_state(column, &ways));
                }
            }
        }
        self.find_time_of_request();
        unexplained
    }

    /// Looks at a column that has a meaning, or whose heading speaks of those who do not come.
    fn finding_of_words(&self, index: usize) -> Option<Finding> {
        let column = &self.columns[index];
        let evidence = &column.evidence;
        let has_state = self.has(&Field::Status);
        if column.origin == Origin::Words && column.is(&Field::Present) {
            let is_question = column.heading.trim_end().ends_with('?') && evidence.are_yes_no();
            // "Présent ?" is asked before the meeting or after it.
            if is_question {
                return Some(Finding::Asked(&["status", "answer"]));
            }
            // "Anwesenheit" over yes and no is what somebody plans, or what was seen.
            if !has_state && !evidence.no.is_empty() && !LEXICON.is_of_the_past(&column.heading) {
                return Some(Finding::Asked(&["status", "ignore"]));
            }
        }
        let is_of_absence = matches!(
            column.field,
            Some(Field::Absent | Field::Word(CellWord::Excused))
        );
        // "Entschuldigt" beside the names of a form: those do not come.
        if column.origin > Origin::Family && is_of_absence && evidence.filled > 0 && !has_state {
            return Some(Finding::Asked(&["void", "ignore"]));
        }
        if column.origin != Origin::Told && column.says_who_came() {
            return Some(Finding::SaysWhoCame);
        }
        // Nobody signs up when it is over.
        let is_afterwards = column.is(&Field::RequestedAt)
            && column.is_open()
            && evidence.dated > 0
            && evidence.dated == evidence.afterwards;
        if is_afterwards {
            return Some(Finding::Asked(&["requested_at", "answer"]));
        }
        let may_choose_days = match &column.field {
            None | Some(Field::Answer | Field::Date) => true,
            Some(field) => *field == Field::Product,
        };
        // Who comes on one day of two is not expected on the other.
        if may_choose_days
            && column.origin != Origin::Told
            && evidence.choose_days()
            && !LEXICON.names_another_subject(&column.heading)
        {
            return Some(Finding::Asked(&["session", "answer"]));
        }
        if self.is_another_choice(index) || is_chosen_by_cells_alone(column, index) {
            return Some(Finding::Asked(&["answer", "session"]));
        }
        let is_of_some = column.field.is_none()
            && !has_state
            && !self.has(&Field::Void)
            && evidence.filled < evidence.rows
            && evidence.filled > 0
            && !evidence.are_yes_no()
            && !evidence.are_states();
        let speaks_of_them = LEXICON.is_of_the_others(&column.heading)
            || LEXICON.takes_back(&column.heading)
            || LEXICON.is_of_refunds(&column.heading);
        // "Stornogrund": filled in for those who cancelled.
        (is_of_some && speaks_of_them).then_some(Finding::Asked(&["void", "answer"]))
    }

    /// Looks at the cells of a column.
    fn finding_of_cells(&self, index: usize, is_answered: bool, known: Known<'_>) -> Finding {
        let column = &self.columns[index];
        let evidence = &column.evidence;
        let names_another_subject = || LEXICON.names_another_subject(&column.heading);
        if column.origin != Origin::Open && !column.is(&Field::Date) {
            return Finding::Nothing;
        }
        // "Vorgang": `Anmeldung` and `Abmeldung`.
        if !is_answered && column.names_a_state_of_all() && !names_another_subject() {
            return Finding::Asked(&["status", "answer"]);
        }
        // "Dinner" is about food, unless the event has one of its own.
        let is_of_session = session_meant(&column.heading, known.sessions).is_some();
        if is_of_session && evidence.are_yes_no() {
            return Finding::AskedOfState;
        }
        if is_beside_the_point(column, Kind::Signups) {
            return Finding::Nothing;
        }
        if column.survey.means_sessions() && !known.sessions.is_empty() {
            return Finding::Asked(&["answer", "session"]);
        }
        if is_answer_to_whether(column) && !self.has(&Field::Status) {
            return match is_headed_by_a_state(column, index) {
                true => Finding::Means(Field::Status),
                // Whether an unpaid place is a place is for the organiser to say.
                false if names_another_subject() && !LEXICON.is_of_money(&column.heading) => {
                    Finding::Nothing
                }
                false => Finding::Asked(&["status", "answer"]),
            };
        }
        let is_reply = column.field.is_none()
            && !is_answered
            && column.asks
            && evidence.texts == 0
            && evidence.dated == 0
            && evidence.distinct < evidence.filled;
        // "Teilnahme" over words that are not known.
        if is_reply {
            return Finding::Asked(&["status", "answer"]);
        }
        if column.names_several_meetings()
            || column.is_of_another_day()
            || evidence.are_several_days() && !evidence.are_requests()
        {
            return Finding::Asked(&["event", "answer"]);
        }
        if evidence.mostly(evidence.dated) {
            let are_limited = known.sessions.iter().any(|it| it.capacity.is_some());
            return self.finding_of_dates(index, are_limited);
        }
        // "20.2." below "Datum".
        if column.is(&Field::Date) && evidence.filled > 0 && evidence.distinct > 1 {
            return Finding::Asked(&["requested_at", "answer"]);
        }
        // Beside a status, states of an invoice or a talk decide nothing; what contradicts the status is in the rows.
        let is_of_other = self.has(&Field::Status)
            && (names_another_subject() || LEXICON.is_of_money(&column.heading));
        let says_something =
            evidence.are_yes_no() || evidence.are_states() || evidence.are_presence();
        // Who has not paid yet is signed up all the same.
        let is_of_payment = LEXICON.is_of_money(&column.heading) && evidence.states == 0;
        if says_something && !is_of_other && !is_of_payment {
            return Finding::AskedOfState;
        }
        Finding::Nothing
    }

    /// Looks at dates that may be times of request; `are_limited` says whether any session has only so many places.
    fn finding_of_dates(&self, index: usize, are_limited: bool) -> Finding {
        let column = &self.columns[index];
        let evidence = &column.evidence;
        // Where there is a place for everybody, the order of the rows decides nothing.
        let is_indifferent = !are_limited && LEXICON.is_of_another_moment(&column.heading);
        if !evidence.are_requests() || self.has(&Field::RequestedAt) || is_indifferent {
            return Finding::Nothing;
        }
        // Everybody has a time of request; only some cancelled.
        if evidence.filled * 5 < evidence.rows * 4 {
            return Finding::Asked(&["void", "requested_at", "answer"]);
        }
        if self.may_be_requests().count() > 1 {
            return Finding::Asked(&["requested_at", "answer"]);
        }
        if LEXICON.may_be_of_requests(&column.heading) || column.heading == unnamed(index) {
            return Finding::Means(Field::RequestedAt);
        }
        // One date in every row puts nobody before anybody.
        if evidence.distinct > 1 && !LEXICON.is_of_an_address_book(&column.heading) {
            return Finding::Asked(&["requested_at", "answer"]);
        }
        Finding::Nothing
    }

    /// Finds the time of day that belongs to dates of request: "Anmeldedatum" and "Uhrzeit". Without it the lines would
    /// decide who of a day was first.
    fn find_time_of_request(&mut self) {
        let has_dates_alone = self.position(&Field::RequestedAt).is_some_and(|column| {
            let evidence = &self.columns[column].evidence;
            evidence.dated > 0 && evidence.timed == 0
        });
        if !has_dates_alone || self.has(&Field::RequestedTime) {
            return;
        }
        let found = self.columns.iter().position(|column| {
            let evidence = &column.evidence;
            column.origin != Origin::Told
                && matches!(column.field, None | Some(Field::Answer | Field::Ignore))
                && evidence.mostly(evidence.timed)
                && evidence.dated == 0
                && LEXICON.may_be_of_requests(&column.heading)
        });
        if let Some(column) = found {
            self.explained(column, Field::RequestedTime);
        }
    }

    /// Returns the unexplained columns whose dates are times of request.
    pub(super) fn may_be_requests(&self) -> impl Iterator<Item = &Draft> {
        self.columns.iter().filter(|it| {
            let is_open = it.origin == Origin::Open || it.is(&Field::Date);
            is_open && it.evidence.are_requests() && !is_beside_the_point(it, Kind::Signups)
        })
    }

    /// Adds a note about columns that are kept without a known meaning.
    pub(super) fn say_what_is_not_understood(&mut self) {
        let unknown = self.columns.iter().filter(|column| {
            // A long question with a no below it may ask who comes in words that are not known.
            let is_refused = !column.evidence.no.is_empty()
                && column.evidence.are_yes_no()
                && !LEXICON.names_another_subject(&column.heading);
            // "Tag" over `Tag 1`: an answer, though its heading is known.
            let is_unread = column.field.is_none() || column.is(&Field::Date);
            is_unread
                && column.origin != Origin::Asked
                && column.evidence.filled > 0
                && (is_refused || !is_beside_the_point(column, Kind::Signups))
        });
        let headings = quoted(unknown.map(|it| &it.heading));
        if !headings.is_empty() {
            let note = message!(layout::not_understood { headings });
            self.notes.push(note);
        }
    }

    /// Ignores a column of a list of sign-ups that says who came, which belongs to another import.
    pub(super) fn is_of_those_present(&mut self, column: usize) {
        let draft = &mut self.columns[column];
        draft.field = Some(Field::Ignore);
        if draft.evidence.affirmed > 0 {
            let heading = &draft.heading;
            self.notes.push(message!(layout::says_who_came { heading }));
        }
    }

    /// Whether a column names sessions that are not the row's choice: an alternative, or the same sessions as a column
    /// that is known to be the choice. A column without a heading holds what the delimiter cut off the choice: several
    /// sessions without quotation marks.
    fn is_another_choice(&self, index: usize) -> bool {
        let column = &self.columns[index];
        let is_read_by_cells = column.origin == Origin::Cells && column.is(&Field::Session);
        if !is_read_by_cells || column.heading == unnamed(index) {
            return false;
        }
        let mut others = self.columns.iter().enumerate();
        LEXICON.is_no_choice(&column.heading)
            || others.any(|(other, it)| {
                other != index
                    && it.is(&Field::Session)
                    && it.survey.shares_a_session(&column.survey)
            })
    }
}

impl Draft {
    /// Whether every row has one of a few words, and some are states, but too few to be sure.
    fn names_a_state_of_all(&self) -> bool {
        const FEW: usize = 4;
        let evidence = &self.evidence;
        evidence.states > 0
            && !evidence.are_states()
            && evidence.filled == evidence.rows
            && evidence.texts == 0
            && evidence.distinct <= FEW
            && evidence.distinct < evidence.filled
    }
}

/// Asks about a column of a list of sign-ups; below a heading that names a state, a yes means that state.
fn asked_of_state(column: &Draft, fields: &[&str]) -> Unexplained {
    let heading = LEXICON.without_legend(&column.heading);
    let (state, other) = match LEXICON.state(heading) {
        Some(State::Waitlisted) => ("waitlisted", "confirmed"),
        Some(State::Cancelled | State::Denied) => ("cancelled", "confirmed"),
        _ => return asked(column, fields),
    };
    let evidence = &column.evidence;
    let is_granted = LEXICON.state(&evidence.sample) == Some(State::Confirmed);
    let yes = if evidence.yes.is_empty() && is_granted {
        &evidence.sample
    } else {
        &evidence.yes
    };
    let said = [(yes, state), (&evidence.no, other)];
    let words = said.iter().filter(|(word, _)| !word.is_empty());
    let words = words.map(|(word, state)| pasteable(&format!("{}: {word}", column.heading), state));
    let words: Vec<String> = words.collect();
    if yes.is_empty() {
        return asked(column, fields);
    }
    Unexplained {
        ways: vec![words.join(" "), pasteable(&column.heading, "answer")],
        ..asked(column, &[])
    }
}

/// Whether only the cells say that a column is the choice of sessions, below a heading that may be about something else:
/// "Verpasste Session", "Helfer bei".
fn is_chosen_by_cells_alone(column: &Draft, index: usize) -> bool {
    column.origin == Origin::Cells
        && column.is(&Field::Session)
        && column.heading != unnamed(index)
        && (LEXICON.is_not_chosen(&column.heading)
            || LEXICON.says_nothing_of_choosing(&column.heading)
                && !LEXICON.may_be_of_choosing(&column.heading))
}

/// Whether the cells are states of sign-ups, also below a heading that asks if somebody comes.
fn is_answer_to_whether(column: &Draft) -> bool {
    let is_asked = column.asks;
    column.evidence.are_states() || is_asked && column.evidence.are_replies()
}

/// Whether a heading is about a state of the sign-up, however it is worded. `angenommen` below "Vortrag" is about a talk.
fn is_headed_by_a_state(column: &Draft, index: usize) -> bool {
    let heading = &column.heading;
    let is_of_it = column.asks
        || LEXICON.speaks_of_coming(heading)
        || LEXICON.is_of_signing_up(heading)
        || LEXICON.state(heading).is_some()
        || *heading == unnamed(index);
    is_of_it
        && !column.is_past
        && !LEXICON.names_another_subject(heading)
        && !LEXICON.is_of_payment(heading)
}
