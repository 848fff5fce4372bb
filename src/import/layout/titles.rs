//! Titles that contradict the organiser: the list of another day, or of another session than `--session` names.

use chrono::NaiveDate;

use super::super::{Field, ImportError, Kind, Record, values};
use super::columns::{Known, Layout};
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::model::{Session, SessionId};

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
        let Some(meant) = known.session_days.or(known.days) else {
            return Ok(());
        };
        if self.kind != Kind::Attendance || self.column(&Field::Date).is_some() {
            return Ok(());
        }
        let texts = titles.iter().flat_map(Record::cells).chain(known.sheet);
        let dated = texts.filter(|text| LEXICON.may_date_a_meeting(text));
        let days = dated.map(|text| (text, values::dates::days_in(text)));
        let days: Vec<_> = days.filter(|(_, days)| !days.is_empty()).collect();
        let Some((text, _)) = days.first() else {
            return Ok(());
        };
        let names_one_of = |(first, last): (NaiveDate, NaiveDate)| {
            let mut days = days.iter().flat_map(|(_, days)| days);
            days.any(|day| first <= *day && *day <= last)
        };
        if names_one_of(meant) {
            return Ok(());
        }
        Err(match known.session {
            Some(session) if known.days.is_some_and(names_one_of) => {
                other_session(name, text, session)
            }
            _ => ImportError::TitledOtherDay {
                file: name.to_owned(),
                text: values::words::quotable(text.trim()),
                event: known.title.to_owned(),
            },
        })
    }

    /// Refuses a list of those present whose title, sheet, file or section names another session than the organiser does.
    /// One title that names theirs is enough, but the rows below a section are of that section, whatever the titles say.
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
        let Some(asked) = known
            .session
            .filter(|_| self.kind == Kind::Attendance && !self.quirks.own)
        else {
            return Ok(());
        };
        let texts = titles.iter().flat_map(Record::cells);
        let texts = texts.chain(known.sheet).chain([file_stem(name)]);
        let named = texts.filter_map(|text| Some((text, known.session_in(text)?)));
        let named: Vec<_> = named.collect();
        let is_asked = named.iter().any(|(_, session)| *session == asked.id);
        let title = named.first().filter(|_| !is_asked).map(|(text, _)| *text);
        let sections = rows.split_last().map_or(rows, |(_, followed)| followed);
        let mut sections = sections
            .iter()
            .filter(|_| self.columns.len() > 1)
            .filter_map(Record::only_cell);
        let is_other = |text: &&str| known.session_in(text).is_some_and(|it| it != asked.id);
        match title.or_else(|| sections.find(is_other)) {
            Some(text) => Err(other_session(name, text, asked)),
            None => Ok(()),
        }
    }
}

fn other_session(file: &str, text: &str, asked: &Session) -> ImportError {
    ImportError::TitledOtherSession {
        file: file.to_owned(),
        text: values::words::quotable(text.trim()),
        session: asked.slug.clone(),
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
