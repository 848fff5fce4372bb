//! How attendance was counted: what a reader needs to judge the numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, column, words};
use crate::model::{Rule, SessionId, StayId, StaySource};
use crate::output::catalogue::columns;
use crate::output::{Cell, Column, Document, Language, Part, Table, in_a_row};
use crate::report::recording::{Recording, SessionRecord};
use crate::store::StoreError;

/// So many sessions are named in a sentence; more are counted.
const MOST_NAMED: usize = 8;

/// Adds the rule, the sources, what they leave open, and what the words mean.
pub(super) fn add(document: &mut Document, source: &Source<'_>) -> Result<(), StoreError> {
    let language = source.language();
    let recording = &source.data.recording;
    let heading = words::HOW_COUNTED.in_language(language);
    document.push(Part::Heading(heading.to_owned()));
    document.push(Part::Paragraph(rules(&recording.sessions, language)));
    document.push(Part::Paragraph(
        words::METHOD.in_language(language).to_owned(),
    ));
    let sources = sources(source)?;
    if !sources.is_empty() {
        let sentence = words::SOURCES.in_language(language);
        document.push(Part::Paragraph(sentence.to_owned()));
        document.push(Part::Table(sources));
    }
    let open = left_open(recording, language);
    for sentence in open {
        document.push(Part::Paragraph(sentence));
    }
    if source.options.public {
        let sentence = words::FOR_THE_PUBLIC.in_language(language);
        document.push(Part::Paragraph(sentence.to_owned()));
    }
    document.push(Part::Paragraph(
        words::WORDS.in_language(language).to_owned(),
    ));
    let meanings = [
        words::WORD_REGISTERED,
        words::WORD_SIGNED_UP,
        words::WORD_CAME,
        words::WORD_PRESENT,
        words::WORD_PARTIAL,
        words::WORD_WALK_IN,
        words::WORD_EXCUSED,
        words::WORD_NO_SHOW,
        words::WORD_NOT_KNOWN,
        words::WORD_RATE,
        words::WORD_PEAK,
        words::WORD_REPRESENTED,
    ];
    let meanings = meanings.map(|it| it.in_language(language).to_owned());
    document.push(Part::List(meanings.to_vec()));
    Ok(())
}

/// The rules of some sessions, and that of most: the same that every report names by their short names.
fn rules(sessions: &[SessionRecord], language: Language) -> String {
    let mut rules: Vec<(Rule, Vec<&SessionRecord>)> = Vec::new();
    for record in sessions {
        let rule = record.rule.rule;
        match rules.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, records)) => records.push(record),
            None => rules.push((rule, vec![record])),
        }
    }
    // Of several that as many sessions have, the first.
    let general = rules
        .iter()
        .rev()
        .max_by_key(|(_, records)| records.len())
        .map(|(rule, _)| *rule);
    let Some(general) = general else {
        return String::new();
    };
    let rule = in_words(general, language);
    if rules.len() == 1 {
        return words::RULE.fill(language, &[("rule", &rule)]);
    }
    let mut sentences = vec![words::RULES.in_language(language).to_owned()];
    for (rule, records) in rules.iter().filter(|(rule, _)| *rule != general) {
        let (rule, sessions) = (in_words(*rule, language), titles(records, language));
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("sessions", &sessions), ("rule", &rule)];
        sentences.push(words::RULE_OF_SOME.fill(language, &values));
    }
    sentences.push(words::RULE_OF_OTHERS.fill(language, &[("rule", &rule)]));
    sentences.join(" ")
}

fn in_words(rule: Rule, language: Language) -> String {
    match rule {
        Rule::Any => words::RULE_ANY.in_language(language).to_owned(),
        Rule::Minutes(minutes) => {
            words::RULE_MINUTES.of(language, usize::try_from(minutes).unwrap_or(usize::MAX))
        }
        Rule::Percent(percent) => words::RULE_SHARE.fill(language, &[("percent", &percent)]),
    }
}

/// The titles of sessions in a sentence, or their number.
fn titles(records: &[&SessionRecord], language: Language) -> String {
    if records.len() > MOST_NAMED {
        return words::SO_MANY_SESSIONS.of(language, records.len());
    }
    let titles = records.iter().map(|it| &it.session.title);
    let quoted = titles.map(|title| words::QUOTED.fill(language, &[("title", title)]));
    in_a_row(&quoted.collect::<Vec<_>>(), language)
}

/// What the stays of one session come from.
#[derive(Default)]
struct Origin {
    files: BTreeSet<String>,
    in_logs: usize,
    at_the_door: usize,
}

/// One row a session that anything was recorded for, the event as a whole first. Stays that somebody said were
/// nobody's are not among them.
fn sources(source: &Source<'_>) -> Result<Table, StoreError> {
    let mut origins: BTreeMap<Option<SessionId>, Origin> = BTreeMap::new();
    for stay in source.reader.stays(source.event.id)? {
        if stay.is_nobody {
            continue;
        }
        let origin = origins.entry(stay.session_id).or_default();
        match stay.source {
            StaySource::Door => origin.at_the_door += 1,
            StaySource::File(name) | StaySource::SignIn(name) => {
                origin.in_logs += 1;
                origin.files.insert(name);
            }
        }
    }
    let language = source.language();
    let title = column(&source.sessions, "title");
    let mut columns: Vec<Column> = title.into_iter().collect();
    columns.push(Column::of(columns::STAYS_IN_LOGS).right());
    columns.push(Column::of(columns::STAYS_AT_THE_DOOR).right());
    if !source.options.public {
        columns.push(Column::of(columns::LOG_FILES));
    }
    let mut table = Table::new("sources", "", columns);
    let records = source.data.recording.sessions.iter();
    let sessions = records.map(|it| (Some(it.session.id), it.session.title.as_str()));
    let whole = (None, words::WHOLE_EVENT.in_language(language));
    for (session, title) in [whole].into_iter().chain(sessions) {
        let Some(origin) = origins.remove(&session) else {
            continue;
        };
        let mut row = vec![
            Cell::from(title),
            Cell::from(origin.in_logs),
            Cell::from(origin.at_the_door),
        ];
        if !source.options.public {
            row.push(Cell::Words(origin.files.into_iter().collect()));
        }
        table.push(row);
    }
    Ok(table)
}

/// What the logs leave open, and what was said by hand.
fn left_open(recording: &Recording, language: Language) -> Vec<String> {
    let mut sentences = Vec::new();
    let unidentified = unidentified(recording);
    if unidentified > 0 {
        sentences.push(words::UNIDENTIFIED.of(language, unidentified));
    } else if recording.is_recorded() {
        sentences.push(words::ALL_IDENTIFIED.in_language(language).to_owned());
    }
    let by_hand = recording.rulings().count();
    if by_hand > 0 {
        sentences.push(words::BY_HAND.of(language, by_hand));
    }
    let sessions = recording.sessions.iter();
    let (undecided, silent): (Vec<&SessionRecord>, Vec<_>) = sessions
        .filter(|it| !it.is_recorded && it.phase.is_over())
        .partition(|it| !it.undecided.is_empty());
    // Of an event without sessions it is said elsewhere.
    let has_sessions = recording.sessions.iter().any(|it| it.session.id.0 != 0);
    if !silent.is_empty() && has_sessions && recording.is_known() {
        let titles = titles(&silent, language);
        sentences.push(words::NOT_RECORDED.fill(language, &[("sessions", &titles)]));
    }
    if !undecided.is_empty() {
        let titles = titles(&undecided, language);
        sentences.push(words::UNDECIDED.fill(language, &[("sessions", &titles)]));
    }
    let unplaced = &recording.unplaced;
    if !unplaced.is_empty() {
        sentences.push(words::UNPLACED.in_language(language).to_owned());
    }
    sentences
}

/// How many stays belong to nobody yet; one that counts for several sessions is one stay.
pub(super) fn unidentified(recording: &Recording) -> usize {
    let sessions = recording.sessions.iter();
    let stays = sessions.flat_map(|it| it.unidentified.iter().chain(&it.undecided.unidentified));
    let stays = stays.chain(&recording.unplaced.unidentified);
    stays.map(|it| it.stay).collect::<BTreeSet<StayId>>().len()
}
