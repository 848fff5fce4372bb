//! The sentence that says which attendance rule was applied: it stands in every report.

use super::recording::SessionRecord;
use crate::catalogue::messages::notes;
use crate::message;
use crate::model::Rule;
use crate::output::{Cell, Language};

/// Names the rule of most sessions, and those that have another.
pub(super) fn sentence(sessions: &[SessionRecord], language: Language) -> String {
    let rules = rules(sessions, language);
    message!(notes::attendance_rule { rules }).in_language(language)
}

/// A rule in a cell: in words for people, as it is typed for programs.
pub fn cell(rule: Rule) -> Cell {
    Cell::Worded {
        key: rule.to_string(),
        words: rule.in_words(),
    }
}

/// The rules alone: `5 minutes; 50% (breakout-a, breakout-b)`.
pub(super) fn rules(sessions: &[SessionRecord], language: Language) -> String {
    // In the order of their first session, so that equal data give equal words.
    let mut rules: Vec<(String, Vec<&str>)> = Vec::new();
    for record in sessions {
        let rule = record.rule.rule.in_words().in_language(language);
        let slug = record.session.slug.as_str();
        match rules.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, slugs)) => slugs.push(slug),
            None => rules.push((rule, vec![slug])),
        }
    }
    let most = rules.iter().map(|(_, slugs)| slugs.len()).max();
    let general = rules
        .iter()
        .position(|(_, slugs)| Some(slugs.len()) == most);
    let general = general.map_or(notes::NO_RULE.in_language(language), |index| {
        &rules[index].0
    });
    let others = rules.iter().filter(|(rule, _)| rule != general);
    let others = others.map(|(rule, slugs)| format!("{rule} ({})", slugs.join(", ")));
    let all: Vec<String> = [general.to_owned()].into_iter().chain(others).collect();
    all.join("; ")
}
