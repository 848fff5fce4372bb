//! Columns that are about sessions for other reasons than their words, and notes about those that are not.

use super::super::choices::rank;
use super::super::columns_of_sessions::{Named, is_mark, named};
use super::super::content::Survey;
use super::columns::{Known, Layout};
use crate::catalogue::Message;
use crate::formats::Field;
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::import::forms::Shape;
use crate::import::quoted;
use crate::message;
use crate::model::Session;

/// Finds the columns headed only by letters, and those of first and further choices; returns notes for the organiser.
pub(super) fn name(
    headings: &[String],
    fields: &mut [Option<Field>],
    surveyed: &[&Survey],
    known: Known<'_>,
    is_told: &impl Fn(usize) -> bool,
) -> Vec<Message> {
    let mut notes = Vec::new();
    let is_open = |column: usize, field: &Option<Field>| {
        !is_told(column) && matches!(field, None | Some(Field::Session))
    };
    let marked: Vec<(usize, Field)> = (0..headings.len())
        .filter(|column| is_open(*column, &fields[*column]))
        .filter(|column| surveyed[*column].may_be_of_marks())
        .filter_map(|column| match named(&headings[column], known) {
            Some(Named::Mark(field)) => Some((column, field)),
            _ => None,
        })
        .collect();
    // A single letter may be a heading for anything.
    if marked.iter().any(|(_, field)| *field != marked[0].1)
        && marked
            .iter()
            .any(|(column, _)| surveyed[*column].has_marks())
    {
        for (column, field) in marked {
            fields[column] = Some(field);
        }
    }
    for column in 0..headings.len() {
        if !is_open(column, &fields[column]) {
            continue;
        }
        let survey = &surveyed[column];
        match rank(&headings[column]).filter(|_| survey.may_name_sessions()) {
            Some(1) => fields[column] = Some(Field::Session),
            Some(rank) => {
                fields[column] = Some(Field::Answer);
                let heading = &headings[column];
                notes.push(message!(layout::further_choice { heading, rank }));
            }
            // "Workshop D" with marks, if there is no such session: a mark does not name a session.
            None if fields[column] == Some(Field::Session) && survey.is_of_marks() => {
                fields[column] = Some(Field::Answer);
            }
            None => {}
        }
    }
    notes
}

impl Layout {
    /// Returns notes about columns that may be choices of sessions but were not read as such, with the option that
    /// would do it.
    pub(super) fn notes_on_choices(&self, known: Known<'_>, marks: &[bool]) -> Vec<Message> {
        let is_of_marks = |index: usize| marks.get(index).copied().unwrap_or_default();
        let letters = self.columns.iter().enumerate().filter(|(index, column)| {
            is_of_marks(*index) && column.field == Field::Answer && is_mark(&column.heading)
        });
        let has_letters = letters.count() > 1;
        let unresolved = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.field == Field::Answer)
            .filter(|(index, column)| {
                let is_letter = has_letters && is_of_marks(*index) && is_mark(&column.heading);
                let is_further = rank(&column.heading).is_some_and(|rank| rank > 1);
                self.shape == Shape::Poll
                    || is_letter
                    || (looks_like_a_choice(&column.heading) && !is_further)
            });
        let (marked, others): (Vec<_>, Vec<_>) =
            unresolved.partition(|(index, _)| is_of_marks(*index));
        let first = marked.iter().chain(&others).map(|(index, _)| *index).min();
        let Some(first) = first.map(|index| &self.columns[index].heading) else {
            return Vec::new();
        };
        if known.sessions.is_empty() {
            return vec![message!(layout::no_sessions_yet { heading: first })];
        }
        let mut notes = Vec::new();
        if !marked.is_empty() {
            let headings = marked.iter().map(|(_, column)| &column.heading);
            let options = headings.clone().map(|it| pasteable(it, "session:SLUG"));
            notes.push(message!(layout::marks {
                count: marked.len(),
                headings: quoted(headings),
                options: options.collect::<Vec<_>>().join(" ")
            }));
        }
        if let Some((_, column)) = others.first() {
            let first = &column.heading;
            notes.push(message!(layout::perhaps_a_choice {
                heading: first,
                several: pasteable(first, "session"),
                single: pasteable(first, "session:SLUG")
            }));
        }
        notes
    }
}

/// Returns the only session that shares a word with a heading: "Will you stay for dinner?" and "Networking dinner".
pub(super) fn session_meant<'a>(heading: &str, sessions: &'a [Session]) -> Option<&'a Session> {
    let asked = fold::words(heading);
    let mut shared = sessions.iter().filter(|session| {
        let mut words = fold::words(&session.title).into_iter();
        words.any(|word| LEXICON.says_which_session(&word) && asked.contains(&word))
    });
    let session = shared.next()?;
    shared.next().is_none().then_some(session)
}

/// Returns an option that can be pasted into a shell.
pub(in crate::import) fn pasteable(left: &str, field: &str) -> String {
    if left.contains('\'') {
        format!("--map \"{left}={field}\"")
    } else {
        format!("--map '{left}={field}'")
    }
}

/// Whether a heading has codes instead of titles, `q2[SQ001]`, or is a question about sessions that names none.
fn looks_like_a_choice(heading: &str) -> bool {
    let lower = fold::plain(heading);
    let coded = lower
        .split_once('[')
        .and_then(|(_, rest)| rest.strip_suffix(']'))
        .is_some_and(|code| {
            code.starts_with("sq") && code[2..].chars().all(|digit| digit.is_ascii_digit())
        });
    coded || LEXICON.sessions.headings.are_about(heading)
}
