//! Doodle: a grid of dates and hours over people's names, with `OK`, `(OK)` or nothing.
//!
//! Written from memory, since no real file was found: a title, a link, two or three lines of headings that begin with
//! an empty cell (month, day, hours), one line per person, and a line with counts at the end. Options are matched to
//! sessions by their hours. There are no addresses.

use super::draft::{Draft, Head, Shape};
use crate::formats::Field;
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::import::Record;

pub(super) fn recognise(head: &Head<'_>) -> Option<Draft> {
    let titled = head.records.first()?.get(0)?;
    let first_word: Vec<String> = fold::words(titled).into_iter().take(1).collect();
    let looks = LEXICON.polls.titles.has(&first_word)
        || head
            .records
            .iter()
            .take(3)
            .any(|record| record.cells().any(|cell| cell.contains("doodle")));
    if !looks {
        return None;
    }
    let is_heading = |record: &&Record| {
        record.width() > 1 && record.get(0).is_some_and(|cell| cell.trim().is_empty())
    };
    let first = head.records.iter().position(|record| is_heading(&record))?;
    let count = head.records[first..].iter().take_while(is_heading).count();
    let lines = &head.records[first..first + count];
    let width = lines.iter().map(Record::width).max()?;
    let mut headings = vec!["Name".to_owned()];
    for column in 1..width {
        let parts: Vec<&str> = lines
            .iter()
            .filter_map(|record| record.get(column))
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .collect();
        headings.push(parts.join(" · "));
    }
    let mut fields = vec![None; width];
    fields[0] = Some(Field::Name);
    let mut draft = Draft::signups("doodle", fields);
    draft.header = first + count - 1;
    draft.headings = Some(headings);
    draft.shape = Shape::Poll;
    Some(draft)
}
