//! Short codes of sessions for cells without room for titles, and their legend.

use std::collections::BTreeSet;

use super::recording::SessionRecord;
use super::{days, times};
use crate::message;
use crate::model::{Event, SessionId};
use crate::output::Language;

/// The maximum length of a code.
const LONGEST: usize = 4;

/// The maximum length of a title in the legend.
const TITLE: usize = 60;

/// Returns a code for each session, in order: the initials of its short name, `breakout-a` as `BA`, `bar-2` as `B2`. If
/// several would get the same code, a number is appended to the later ones.
pub(super) fn codes(sessions: &[SessionRecord]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut codes = Vec::new();
    for record in sessions {
        let plain = initials(&record.session.slug);
        let mut code = plain.clone();
        let mut number = 2;
        while !taken.insert(code.clone()) {
            code = format!("{plain}.{number}");
            number += 1;
        }
        codes.push(code);
    }
    codes
}

fn initials(slug: &str) -> String {
    let mut code = String::new();
    for part in slug.split(|it: char| !it.is_alphanumeric()) {
        let is_number = part.chars().all(|it| it.is_ascii_digit());
        let digits = part.trim_start_matches(|it: char| !it.is_ascii_digit());
        let initial = part.chars().next().filter(|_| !is_number);
        code.extend(initial.into_iter().flat_map(char::to_uppercase));
        if digits.chars().all(|it| it.is_ascii_digit()) {
            code.push_str(digits);
        }
    }
    code.chars().take(LONGEST).collect()
}

/// Returns the meaning of the codes of some sessions, one line per day.
pub(super) fn legend(
    sessions: &[SessionRecord],
    event: &Event,
    is_used: impl Fn(SessionId) -> bool,
    language: Language,
) -> Vec<String> {
    let mut lines: Vec<(Option<String>, Vec<String>)> = Vec::new();
    for (record, code) in sessions.iter().zip(codes(sessions)) {
        let session = &record.session;
        if !is_used(session.id) {
            continue;
        }
        let time = times::span_of_day(session, event, language);
        let title = shortened(&session.title);
        let said = message!(sheets::code { code, time, title }).in_language(language);
        let day = days::heading_of_day(session, event, language);
        match lines.last_mut() {
            Some((known, said_of_day)) if *known == day => said_of_day.push(said),
            _ => lines.push((day, vec![said])),
        }
    }
    let line = |(day, said): (Option<String>, Vec<String>)| {
        let said = said.join(" · ");
        match day {
            Some(day) => format!("{day}: {said}"),
            None => said,
        }
    };
    lines.into_iter().map(line).collect()
}

fn shortened(title: &str) -> String {
    if title.chars().count() <= TITLE {
        return title.to_owned();
    }
    let cut: String = title.chars().take(TITLE).collect();
    let whole_words = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    format!("{whole_words} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_initials_and_numbers_of_a_short_name() {
        for (slug, code) in [
            ("keynote", "K"),
            ("breakout-a", "BA"),
            ("bar-2", "B2"),
            ("ws12", "W12"),
            ("after-work", "AW"),
            ("a-b-c-d-e-f", "ABCD"),
        ] {
            assert_eq!(initials(slug), code);
        }
    }
}
