//! The kind of a hand-made table.

use super::super::{Field, Kind, Record, content, heading};
use super::columns::{Known, Layout};
use crate::formats::lexicon::LEXICON;

impl Layout {
    /// Determines the kind of a hand-made table by its columns; `None` if they leave it open.
    ///
    /// Sign-ups say something about the event: a time of request, a state, a choice, a question. A list of only
    /// personal details is an address book.
    /// `state_who_came` is whether a column of states has words for presence.
    pub(super) fn kind_of_columns(
        &self,
        rows: &[Record],
        state_who_came: bool,
        known: Known<'_>,
    ) -> Option<Kind> {
        let has = |field: Field| self.column(&field).is_some();
        let is_person = has(Field::Email)
            || has(Field::GivenName)
            || has(Field::FamilyName)
            || has(Field::Phone)
            || has(Field::Organisation);
        let names_people = [
            Field::Name,
            Field::GivenName,
            Field::FamilyName,
            Field::Email,
        ]
        .into_iter()
        .any(has);
        let has_session = has(Field::Session)
            || self
                .columns
                .iter()
                .any(|column| matches!(column.field, Field::SessionOption(_)));
        let answers = self.answers();
        let of_a_bank = answers
            .iter()
            .filter(|heading| LEXICON.is_of_a_bank(heading));
        if of_a_bank.count() > 1 {
            return None;
        }
        let asks = answers.iter().any(|heading| asks(heading));
        let is_of_an_address_book = |heading: &&str| LEXICON.is_of_an_address_book(heading);
        // Without people, what is cancelled are the sessions.
        let is_cancelled = has(Field::Void) && (is_person || names_people);
        let is_asked_for = has(Field::RequestedAt) || has(Field::Status) || is_cancelled;
        let is_recorded = (has(Field::JoinedAt) && has(Field::LeftAt))
            || (has(Field::Duration) && names_people && !has(Field::Title) && !has(Field::Slug))
            || has(Field::RecordedName);
        let is_present = [
            Field::JoinedAt,
            Field::LeftAt,
            Field::Present,
            Field::Absent,
        ]
        .into_iter()
        .any(has);
        let is_stated = state_who_came && !has(Field::RequestedAt);
        let kind = if is_recorded || is_stated || (is_present && !is_asked_for) {
            Kind::Attendance
        } else if (is_person
            || has(Field::Duration)
            || self.is_headed_by_participants()
            || self.names_others_than(known, rows))
            && !has(Field::Title)
            && !has(Field::Slug)
            && self.is_on_the_clock(&Field::Start, rows)
            && self.is_on_the_clock(&Field::End, rows)
        {
            // "Teilnehmer;von;bis": sign-ups do not have hours, and sessions do not have addresses.
            Kind::Attendance
        } else if !is_person
            && has(Field::Start)
            && (has(Field::Title) || has(Field::Slug) || has(Field::Name))
        {
            Kind::Programme
        } else if has_session || has(Field::Status) || has(Field::Void) || has(Field::RequestedAt) {
            Kind::Signups
        } else if (has(Field::Organisation) && !names_people)
            || (!is_person
                && has(Field::Name)
                && (has(Field::ShortName)
                    || has(Field::Website)
                    || has(Field::Kind)
                    || has(Field::Country)
                    || has(Field::Aliases)))
        {
            Kind::Organisations
        } else if answers.iter().all(is_of_an_address_book) && !self.is_headed_by_participants() {
            Kind::People
        } else if asks || self.is_headed_by_participants() {
            Kind::Signups
        } else {
            return None;
        };
        Some(kind)
    }

    /// Returns the headings of the columns that only a form would keep, as answers.
    fn answers(&self) -> Vec<&str> {
        let columns = self.columns.iter().enumerate();
        let answers = columns.filter(|(index, column)| {
            let is_answer = matches!(
                column.field,
                Field::Answer
                    | Field::Consent(_)
                    | Field::Date
                    | Field::Moderators
                    | Field::Hosts
                    | Field::Duration
                    | Field::Place
                    | Field::Kind
            );
            is_answer && column.heading != heading::unnamed(*index)
        });
        answers.map(|(_, column)| column.heading.as_str()).collect()
    }

    /// Whether the event has its sessions, but the cells below "Name" are none of them, and there is no programme word
    /// next to it.
    fn names_others_than(&self, known: Known<'_>, rows: &[Record]) -> bool {
        let of_a_programme = [Field::Kind, Field::Room, Field::Speakers, Field::Capacity];
        let is_other = |name: &str| {
            known
                .choices
                .read(name)
                .map_or(true, |found| found.is_empty())
        };
        !known.sessions.is_empty()
            && of_a_programme
                .iter()
                .all(|field| self.column(field).is_none())
            && self.column(&Field::Name).is_some_and(|column| {
                let mut names = rows.iter().filter_map(|row| row.get(column));
                names.all(is_other)
            })
    }

    /// Whether there is a column with times of day and not only dates.
    fn is_on_the_clock(&self, field: &Field, rows: &[Record]) -> bool {
        self.column(field)
            .is_some_and(|column| content::tells_the_time(rows, column))
    }

    /// Whether a heading such as "Teilnehmer" over the names says that they take part.
    pub(super) fn is_headed_by_participants(&self) -> bool {
        self.columns.iter().any(|column| {
            let folded = LEXICON.folded(&column.heading);
            LEXICON.heading.participants.has_any(&[folded])
        })
    }
}

/// Whether a heading is a question about the event, as only forms have.
fn asks(heading: &str) -> bool {
    let is_of_the_event = matches!(
        heading::field_of(heading),
        Some(Field::Session | Field::Product | Field::Status | Field::RequestedAt)
    );
    let is_question = heading.trim_end().ends_with('?');
    is_question
        || is_of_the_event
        || LEXICON.names_another_subject(heading) && !LEXICON.is_of_other_lists(heading)
        || LEXICON.counts_heads(heading)
}
