//! `SurveyMonkey`: the options and parts of a question are in a second row of headings.
//!
//! A question with several parts has its text over the first of them and nothing over the others; below it are
//! `Response`, `Open-Ended Response` or the name of the part. The columns before the questions say when somebody began
//! and finished answering, so the end is the time of request, and neither is a stay.
//!
//! Source: files described by programs that read them.

use super::draft::{Draft, Head};
use crate::formats::Field;
use crate::formats::fold::plain;
use crate::formats::lexicon::LEXICON;
use crate::import::Record;

/// The columns before the questions.
const FIXED: [(&str, Field); 8] = [
    ("respondent id", Field::Ignore),
    ("collector id", Field::Ignore),
    ("start date", Field::Ignore),
    ("end date", Field::RequestedAt),
    ("ip address", Field::Ignore),
    ("email address", Field::Email),
    ("first name", Field::GivenName),
    ("last name", Field::FamilyName),
];

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let first = head.records.first()?;
    let questions: Vec<&str> = first.cells().map(str::trim).collect();
    let has = |heading: &str| questions.iter().any(|cell| plain(cell) == heading);
    if !["respondent id", "start date", "end date"]
        .into_iter()
        .all(has)
    {
        return None;
    }
    let second = head.records.get(1).filter(|record| is_of_headings(record));
    let width = first.width().max(second.map_or(0, Record::width));
    let mut headings = Vec::new();
    let mut question = "";
    for column in 0..width {
        let own = questions.get(column).copied().unwrap_or_default();
        let part = second.and_then(|record| record.get(column)).map(str::trim);
        let part = part.unwrap_or_default();
        if !own.is_empty() {
            question = own;
        }
        headings.push(heading(question, part));
    }
    // The fixed columns of open surveys are empty: the person is in the answers.
    let is_filled = |column: usize| {
        let rows = &head.records[1 + usize::from(second.is_some())..];
        rows.iter()
            .any(|row| row.get(column).is_some_and(|cell| !cell.trim().is_empty()))
    };
    let fields = headings.iter().enumerate().map(|(column, heading)| {
        let heading = plain(heading);
        let (_, field) = FIXED.iter().find(|(known, _)| *known == heading)?;
        let is_person = !matches!(field, Field::Ignore | Field::RequestedAt);
        Some(if is_person && !is_filled(column) {
            Field::Ignore
        } else {
            field.clone()
        })
    });
    let mut draft = Draft::signups("surveymonkey", fields.collect());
    draft.header = usize::from(second.is_some());
    draft.headings = Some(headings);
    Some(draft)
}

/// Whether a record has nothing below the fixed columns, but words below the questions.
fn is_of_headings(record: &Record) -> bool {
    let mut cells = record.cells().map(str::trim);
    cells.by_ref().take(5).all(str::is_empty) && cells.any(|cell| !cell.is_empty())
}

fn heading(question: &str, part: &str) -> String {
    if part.is_empty() || LEXICON.polls.one_part.are(part) {
        return question.to_owned();
    }
    // "Contact information" has parts that are more specific.
    match crate::formats::heading::meaning(part) {
        Some(_) => part.to_owned(),
        None => format!("{question} [{part}]"),
    }
}
