//! What an import says about each file: as data for programs, and as lines for people.

use std::collections::HashMap;
use std::io::Write as _;

use crate::catalogue::{Language, Message};
use crate::import::{Problem, family_label};
use crate::intake::FileOutcome;
use crate::message;

pub(super) fn in_language(messages: &[Message], language: Language) -> Vec<String> {
    let messages = messages.iter();
    messages.map(|it| it.in_language(language)).collect()
}

/// Returns the outcome of a file as data.
pub(super) fn data(outcome: &FileOutcome, language: Language) -> serde_json::Value {
    serde_json::json!({
        "file": outcome.file,
        "kind": outcome.kind.as_str(),
        "family": outcome.family,
        "encoding": outcome.encoding.in_english(),
        "delimiter": outcome.delimiter.map(String::from),
        "rows": outcome.rows,
        "created": outcome.created,
        "updated": outcome.updated,
        "unchanged": outcome.unchanged,
        "review": outcome.review,
        "rejected": outcome.rejected,
        "skipped": outcome.skipped,
        "columns": outcome.columns.iter().map(|(heading, field)| {
            serde_json::json!({ "heading": heading, "field": field })
        }).collect::<Vec<_>>(),
        "problems": outcome.problems.iter().map(|problem| {
            serde_json::json!({
                "line": problem.line,
                "column": problem.column,
                "reason": problem.reason.in_language(language),
            })
        }).collect::<Vec<_>>(),
        "notes": in_language(&outcome.notes, language),
    })
}

/// Returns one line with the outcome, then its problems and notes.
pub(super) fn text(outcome: &FileOutcome, language: Language) -> Vec<u8> {
    let mut bytes = Vec::new();
    for line in lines_of(outcome, language) {
        // Writing to a `Vec` cannot fail.
        drop(writeln!(bytes, "{}", crate::output::shown(&line)));
    }
    bytes
}

/// Returns the same as lines, indented after the first one.
pub(in crate::commands) fn lines_of(outcome: &FileOutcome, language: Language) -> Vec<String> {
    let mut lines = vec![message!(import::outcome {
        file: outcome.file,
        kind: outcome.kind.label(),
        family: family_label(outcome.family),
        encoding: outcome.encoding,
        rows: outcome.rows,
        counts: outcome.counts(),
    })];
    lines.extend(grouped(&outcome.problems));
    let notes = outcome.notes.iter();
    lines.extend(notes.map(|note| message!(import::note { note })));
    let lines = lines.iter().enumerate().map(|(number, line)| {
        let indent = if number == 0 { "" } else { "  " };
        format!("{indent}{}", line.in_language(language))
    });
    lines.collect()
}

/// The maximum number of different problems shown per file; more are not readable, and `--format json` has all.
const GROUPS: usize = 50;

/// Returns problems as messages, combining similar ones.
fn grouped(problems: &[Problem]) -> Vec<Message> {
    let mut groups: Vec<(&Problem, Vec<u64>)> = Vec::new();
    let mut positions: HashMap<(Option<&str>, &Message), usize> = HashMap::new();
    for problem in problems {
        let alike = (problem.column.as_deref(), &problem.reason);
        let position = *positions.entry(alike).or_insert_with(|| {
            groups.push((problem, Vec::new()));
            groups.len() - 1
        });
        groups[position].1.push(problem.line);
    }
    let more = groups.len().saturating_sub(GROUPS);
    let rest = (more > 0).then(|| message!(import::more_problems { count: more }));
    let named = groups.into_iter().take(GROUPS);
    named
        .map(|(problem, lines)| problem.in_lines(&lines))
        .chain(rest)
        .collect()
}
