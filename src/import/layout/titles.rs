//! Titles that contradict the organiser: the list of another day, or of another session than `--session` names.

use chrono::NaiveDate;

use super::super::{Field, ImportError, Kind, Record, values};
use super::columns::{Known, Layout};
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::model::SessionId;

impl Layout {
    /// Refuses a list of those present whose titles name a day, if it is none of the event's, or of the session's that the
    /// organiser names.
    ///
    /// # Errors
    /// [`ImportError::TitledOtherDay`], or [`ImportError::TitledOtherSession`].
    pub(super) fn refuse_other_days(
        &self,
        titles: &[Record],
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        let Some((first, last)) = known.session_days.or(known.days) else {
            return Ok(());
        };
        if self.kind != Kind::Attendance || self.column(&Field::Date).is_some() {
            return Ok(());
        }
        let texts = titles.iter().flat_map(Record::cells).chain(known.sheet);
        let dated = texts.filter(|text| LEXICON.may_date_a_meeting(text));
        let days = dated.map(|text| (text, values::dates::days_in(text)));
        let days: Vec<_> = days.filter(|(_, days)| !days.is_empty()).collect();
        let is_meant = |day: &NaiveDate| first <= *day && *day <= last;
        let Some((text, _)) = days.first() else {
            return Ok(());
        };
        if days.iter().any(|(_, days)| days.iter().any(is_meant)) {
            return Ok(());
        }
        let (file, text) = (name.to_owned(), values::words::quotable(text.trim()));
        let is_of_event =
            |day: &NaiveDate| known.days.is_some_and(|it| it.0 <= *day && *day <= it.1);
        let is_of_event = days.iter().any(|(_, days)| days.iter().any(is_of_event));
        let (event, session) = (
            known.title.to_owned(),
            known.session.unwrap_or_default().to_owned(),
        );
        Err(if is_of_event {
            ImportError::TitledOtherSession {
                file,
                text,
                session,
            }
        } else {
            ImportError::TitledOtherDay { file, text, event }
        })
    }

    /// Refuses a list of those present whose title, sheet, file or section names another session than the organiser does.
    ///
    /// # Errors
    /// [`ImportError::TitledOtherSession`].
    pub(super) fn refuse_other_sessions(
        &self,
        titles: &[Record],
        rows: &[Record],
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        let asked = known.session.and_then(|it| known.choices.titled(it));
        let Some(asked) = asked.filter(|_| self.kind == Kind::Attendance && !self.quirks.own)
        else {
            return Ok(());
        };
        let sections = rows.split_last().map_or(rows, |(_, followed)| followed);
        let is_table = self.columns.len() > 1;
        let sections = sections.iter().filter(|_| is_table);
        let texts = titles
            .iter()
            .flat_map(Record::cells)
            .chain(known.sheet)
            .chain([file_stem(name)])
            .chain(sections.filter_map(Record::only_cell));
        let mut other = None;
        for text in texts {
            match known.session_in(text) {
                Some(session) if session == asked => return Ok(()),
                named => other = other.or(named.map(|_| text)),
            }
        }
        let Some(text) = other else {
            return Ok(());
        };
        Err(ImportError::TitledOtherSession {
            file: name.to_owned(),
            text: values::words::quotable(text.trim()),
            session: known.session.unwrap_or_default().to_owned(),
        })
    }
}

impl Known<'_> {
    /// Returns the only session that a title names, by its slug or title: `Anwesenheit Workshop Fachkräfte`.
    fn session_in(&self, text: &str) -> Option<SessionId> {
        let alone = self.choices.one(text);
        if alone.is_some() {
            return alone;
        }
        let padded = |text: &str| format!(" {} ", fold::label(text));
        let (text, of_event) = (padded(text), padded(self.title));
        let titled = self.sessions.iter().filter(|session| {
            let title = padded(&session.title);
            text.contains(&title) && !of_event.contains(&title)
        });
        let mut titled = titled.map(|session| session.id);
        titled.next().filter(|_| titled.next().is_none())
    }
}

/// Returns the name of a file without its folders and its ending.
pub(super) fn file_stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
