//! Columns that name the meeting of a row: a title, a room, a day.

use super::super::super::Field;
use super::super::super::values::words;
use super::super::decide::{Decided, Draft};
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::message;

impl Draft {
    /// Whether its cells are days of meetings, and not only this one's.
    pub(super) fn is_of_another_day(&self) -> bool {
        let evidence = &self.evidence;
        evidence.mostly(evidence.dated)
            && evidence.timed == 0
            && evidence.on_days < evidence.dated
            && LEXICON.names_meetings(&self.heading)
    }

    /// Whether its cells are days, of which some are the event's and others are not.
    pub(super) fn has_this_day_and_others(&self) -> bool {
        let evidence = &self.evidence;
        evidence.mostly(evidence.dated)
            && evidence.timed == 0
            && (1..evidence.dated).contains(&evidence.on_days)
    }

    /// Whether its cells name one and the same meeting, by words that the title of the event does not share.
    fn names_another_meeting(&self, title: &str) -> bool {
        const SHORT: usize = 4;
        let evidence = &self.evidence;
        let title = fold::words(title);
        let is_shared = |word: &String| {
            word.chars().count() >= SHORT
                && title
                    .iter()
                    .any(|it| it.contains(word.as_str()) || word.contains(it.as_str()))
        };
        let is_unread = matches!(self.field, None | Some(Field::Answer | Field::Ignore));
        is_unread
            && self.is_open()
            && evidence.distinct == 1
            && evidence.texts + evidence.dated + evidence.numbers + evidence.yes_no == 0
            && !evidence.are_states()
            && !self.survey.means_sessions()
            && LEXICON.names_meetings(&self.heading)
            && !fold::words(&evidence.sample).iter().any(is_shared)
    }

    /// Whether its cells name what somebody came to, and not always the same.
    pub(super) fn names_several_meetings(&self) -> bool {
        const SHORT: usize = 3;
        let is_unread = matches!(
            self.field,
            None | Some(Field::Answer | Field::Ignore | Field::Product)
        );
        let evidence = &self.evidence;
        // In a few rows each has its own value by chance.
        let repeats = evidence.distinct < evidence.filled.max(SHORT * 2);
        let is_room = self.is(&Field::Room);
        let is_headed = || {
            is_unread
                && fold::words(&self.heading).len() <= SHORT
                && LEXICON.names_meetings(&self.heading)
        };
        self.is_open()
            && evidence.distinct > 1
            && (repeats || self.survey.means_sessions())
            && evidence.texts == 0
            && !evidence.are_yes_no()
            && !evidence.are_states()
            && evidence.presence == 0
            && (is_room || is_headed())
    }
}

impl Decided {
    /// Adds a note about columns that name another meeting than the event, the same in every row.
    pub(super) fn say_which_meeting(&mut self, title: &str) {
        if title.is_empty() {
            return;
        }
        let others = self.columns.iter();
        let others = others.filter(|column| column.names_another_meeting(title));
        let notes = others.map(|column| {
            message!(layout::names_another_meeting {
                heading: column.heading,
                meeting: words::quotable(&column.evidence.sample),
                title
            })
        });
        let notes: Vec<_> = notes.collect();
        self.notes.extend(notes);
    }

    /// Whether a column of sessions has different ones in its rows.
    pub(in super::super) fn names_several_meetings(&self) -> bool {
        let mut named = self.columns.iter();
        named.any(|column| column.is(&Field::Session) && column.evidence.distinct > 1)
    }
}
