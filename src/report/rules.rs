//! The sentences in every report that state which attendance rule was applied.

use super::recording::SessionRecord;
use crate::catalogue::messages::event_report as words;
use crate::catalogue::{Message, ToValue, Value};
use crate::message;
use crate::model::Rule;
use crate::output::{Cell, Language};

/// The maximum number of sessions named in a sentence; more are counted.
const MOST_NAMED: usize = 8;

/// Returns a rule as a cell: in words for people, in the syntax of the command line for programs.
pub fn cell(rule: Rule) -> Cell {
    Cell::Worded {
        key: rule.to_string(),
        words: rule.in_words(),
    }
}

/// Returns a sentence with the rule of all sessions; if they differ, the exceptions by title, and last the most common
/// rule.
pub(super) fn sentence(sessions: &[SessionRecord], language: Language) -> String {
    let mut rules: Vec<(Rule, Vec<&SessionRecord>)> = Vec::new();
    for record in sessions {
        let rule = record.rule.rule;
        match rules.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, records)) => records.push(record),
            None => rules.push((rule, vec![record])),
        }
    }
    // If several rules are equally common, the first one.
    let general = rules
        .iter()
        .rev()
        .max_by_key(|(_, records)| records.len())
        .map(|(rule, _)| *rule);
    let Some(general) = general else {
        return String::new();
    };
    let of = |rule| rules.iter().find(|(known, _)| *known == rule);
    let records = of(general).map_or(&[][..], |(_, records)| records);
    let rule = in_words(general, records, language);
    if rules.len() == 1 {
        return message!(event_report::rule { rule }).in_language(language);
    }
    let mut sentences = vec![words::RULES.in_language(language).to_owned()];
    for (rule, records) in rules.iter().filter(|(rule, _)| *rule != general) {
        let (rule, sessions) = (in_words(*rule, records, language), titles(records));
        let sentence = message!(event_report::rule_of_some { sessions, rule });
        sentences.push(sentence.in_language(language));
    }
    sentences.push(message!(event_report::rule_of_others { rule }).in_language(language));
    sentences.join(" ")
}

/// Returns the rule of some sessions in words.
fn in_words(rule: Rule, records: &[&SessionRecord], language: Language) -> String {
    match rule {
        Rule::Any => words::RULE_ANY.in_language(language).to_owned(),
        Rule::Minutes(minutes) => {
            let length = |it: &SessionRecord| (it.session.end - it.session.start).num_minutes();
            if records.iter().any(|it| length(it) < i64::from(minutes)) {
                message!(event_report::rule_minutes_or_throughout { count: minutes })
            } else {
                message!(event_report::rule_minutes { count: minutes })
            }
            .in_language(language)
        }
        Rule::Percent(percent) => {
            message!(event_report::rule_share { percent }).in_language(language)
        }
    }
}

/// Returns the titles of sessions in quotation marks: many are sentences of their own.
pub(super) fn quoted<'a>(records: impl IntoIterator<Item = &'a SessionRecord>) -> Vec<Message> {
    let titles = records.into_iter().map(|it| &it.session.title);
    titles
        .map(|title| message!(event_report::quoted { title }))
        .collect()
}

/// Returns the titles of sessions in a sentence, or their number.
pub(super) fn titles(records: &[&SessionRecord]) -> Value {
    if records.len() > MOST_NAMED {
        let count = records.len();
        return message!(event_report::so_many_sessions { count }).to_value();
    }
    quoted(records.iter().copied()).to_value()
}
