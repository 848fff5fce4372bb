//! Columns without a known meaning: explained by their cells now that the kind of the file is known, or by a question.

mod attendance;
mod meetings;
mod signups;

use super::super::error::Unexplained;
use super::super::values::words;
use super::super::{Field, ImportError, Kind};
use super::columns::{Known, Layout, Origin};
use super::decide::{Decided, Draft};
use super::sessions::pasteable;
use crate::formats::fold;
use crate::formats::heading;
use crate::formats::lexicon::{LEXICON, State};

impl Layout {
    /// Explains the remaining columns by their cells, now that the kind is known, or asks.
    ///
    /// # Errors
    /// [`ImportError::Unexplained`] if columns that could decide who is counted remain unexplained.
    pub(super) fn explain(
        &self,
        decided: &mut Decided,
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        let mut columns = match self.kind {
            Kind::Signups => decided.explain_signups(known),
            Kind::Attendance => decided.explain_attendance(),
            Kind::Programme => decided.explain_programme(),
            _ => Vec::new(),
        };
        let halves = decided.columns.iter();
        let halves = halves.filter(|it| it.origin == Origin::Asked);
        let halves = halves.map(|it| asked(it, &["given_name", "family_name", "ignore"]));
        columns.extend(halves.collect::<Vec<_>>());
        for draft in &mut decided.columns {
            if columns.iter().any(|asked| asked.heading == draft.heading) {
                draft.origin = Origin::Asked;
            }
        }
        if matches!(self.kind, Kind::Signups | Kind::Attendance) {
            decided.say_which_meeting(known.title);
        }
        if self.kind == Kind::Signups {
            decided.say_what_is_not_understood();
        }
        if columns.is_empty() {
            return Ok(());
        }
        Err(ImportError::Unexplained {
            file: name.to_owned(),
            columns,
        })
    }

    /// Refuses an answer just given about a column that this kind of file does not read.
    ///
    /// # Errors
    /// [`ImportError::FieldNotRead`]; an answer remembered from another import of these headings does not cause it.
    pub(super) fn refuse_unread(
        &self,
        decided: &Decided,
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        for column in &decided.columns {
            let is_it = |left: &str| fold::plain(left) == fold::plain(&column.heading);
            let said = known.map.iter().rev().find(|(left, _)| is_it(left));
            if let Some((_, field)) = said
                && !self.kind.reads(field)
            {
                return Err(ImportError::FieldNotRead {
                    file: name.to_owned(),
                    heading: column.heading.clone(),
                    field: field.clone(),
                    kind: self.kind,
                });
            }
        }
        Ok(())
    }
}

impl Decided {
    /// Asks about columns that somebody added to our own export and that could decide something: only its own are read.
    ///
    /// # Errors
    /// [`ImportError::Unexplained`].
    pub(super) fn ask_about_added(&mut self, name: &str, kind: Kind) -> Result<(), ImportError> {
        let beyond = match kind {
            Kind::Signups => Field::Answer,
            _ => Field::Ignore,
        };
        let mut columns = Vec::new();
        for column in &mut self.columns {
            let evidence = &column.evidence;
            let says_something = evidence.are_yes_no()
                || evidence.are_states()
                || evidence.are_presence()
                || evidence.are_moments()
                || evidence.mostly(evidence.addresses);
            if column.origin <= Origin::Family {
                continue;
            }
            column.field = Some(beyond.clone());
            if says_something {
                column.origin = Origin::Asked;
                columns.push(asked(column, &["ignore"]));
            }
        }
        if columns.is_empty() {
            return Ok(());
        }
        let file = name.to_owned();
        Err(ImportError::Unexplained { file, columns })
    }

    /// Asks about columns of one session that do not say the same: "Plenum (angemeldet)" and "Plenum (anwesend)".
    fn rival_choices(&self) -> Vec<Unexplained> {
        let rivals = self.rivals.iter().map(|index| &self.columns[*index]);
        let asked = rivals.filter_map(|it| match &it.field {
            Some(Field::SessionOption(slug)) => {
                Some(asked(it, &[&format!("session:{slug}"), "ignore"]))
            }
            _ => None,
        });
        asked.collect()
    }

    /// Reads a column of states of a programme, or of marks below "Abgesagt", as saying which sessions do not take
    /// place.
    fn explain_programme(&mut self) -> Vec<Unexplained> {
        let mut unexplained = Vec::new();
        for index in 0..self.columns.len() {
            let column = &self.columns[index];
            let evidence = &column.evidence;
            if !column.is_open() || evidence.filled == 0 {
                continue;
            }
            match column.field {
                Some(Field::Status | Field::Void) => self.explained(index, Field::IsCancelled),
                None if LEXICON.names_a_subject(&column.heading) => {}
                None if evidence.are_states() => self.explained(index, Field::IsCancelled),
                // "Findet statt" and "Öffentlich" may say it or not.
                None if evidence.are_yes_no() => {
                    unexplained.push(asked(column, &["is_cancelled", "ignore"]));
                }
                _ => {}
            }
        }
        unexplained
    }
}

/// Whether a heading is about something that decides nothing, or is a full-sentence question of a form that neither
/// asks for a reply nor mentions a state. A list of attendees is not a form: there, a question asks who came.
fn is_beside_the_point(column: &Draft, kind: Kind) -> bool {
    let heading = &column.heading;
    if LEXICON.names_a_subject(heading) {
        return true;
    }
    let words = fold::words(heading);
    let is_decisive =
        |word: &String| heading::meaning(word).is_some_and(|it| is_decisive(&it.field));
    // "Refund date"; "no" alone is no state.
    let is_state = |word: &String| {
        LEXICON.yes_no(word).is_none() && LEXICON.state(word) == Some(State::Cancelled)
    };
    let speaks_of_it = LEXICON.speaks_of_coming(heading)
        || LEXICON.takes_back(heading)
        || LEXICON.is_of_the_others(heading)
        || words.iter().any(is_decisive)
        || words.iter().any(is_state)
        || LEXICON.state(heading).is_some();
    // Words for a state, and letters of a register, are more than an answer to an ordinary question.
    if speaks_of_it || column.evidence.are_states() || column.evidence.are_letters() {
        return false;
    }
    kind == Kind::Signups && is_sentence(heading) || LEXICON.names_another_subject(heading)
}

/// Whether a heading is a question in full; "In?" and "Are you in?" are no more than a word.
fn is_sentence(heading: &str) -> bool {
    fold::words(heading).len() > 3
}

fn is_decisive(field: &Field) -> bool {
    matches!(
        field,
        Field::Status | Field::Void | Field::Present | Field::Absent | Field::Unsent
    )
}

fn asked(column: &Draft, fields: &[&str]) -> Unexplained {
    let ways = fields.iter().map(|field| pasteable(&column.heading, field));
    Unexplained {
        heading: column.heading.clone(),
        sample: words::quotable(&column.evidence.sample),
        ways: ways.collect(),
    }
}
