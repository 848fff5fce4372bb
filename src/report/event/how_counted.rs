//! How attendance was counted: what a reader needs to judge the numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, column, words};
use crate::catalogue::{ToValue, Value};
use crate::message;
use crate::model::{Rule, SessionId, StayId, StaySource};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Document, Language, Part, Table};
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
        return message!(event_report::rule { rule }).in_language(language);
    }
    let mut sentences = vec![words::RULES.in_language(language).to_owned()];
    for (rule, records) in rules.iter().filter(|(rule, _)| *rule != general) {
        let (rule, sessions) = (in_words(*rule, language), titles(records));
        let sentence = message!(event_report::rule_of_some { sessions, rule });
        sentences.push(sentence.in_language(language));
    }
    sentences.push(message!(event_report::rule_of_others { rule }).in_language(language));
    sentences.join(" ")
}

fn in_words(rule: Rule, language: Language) -> String {
    match rule {
        Rule::Any => words::RULE_ANY.in_language(language).to_owned(),
        Rule::Minutes(minutes) => {
            message!(event_report::rule_minutes { count: minutes }).in_language(language)
        }
        Rule::Percent(percent) => {
            message!(event_report::rule_share { percent }).in_language(language)
        }
    }
}

/// The titles of sessions in a sentence, or their number.
fn titles(records: &[&SessionRecord]) -> Value {
    if records.len() > MOST_NAMED {
        let count = records.len();
        return message!(event_report::so_many_sessions { count }).to_value();
    }
    let titles = records.iter().map(|it| &it.session.title);
    let quoted = titles.map(|title| message!(event_report::quoted { title }));
    quoted.collect::<Vec<_>>().to_value()
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
        sentences.push(
            message!(event_report::unidentified {
                count: unidentified
            })
            .in_language(language),
        );
    } else if recording.is_recorded() {
        sentences.push(words::ALL_IDENTIFIED.in_language(language).to_owned());
    }
    let by_hand = recording.rulings().count();
    if by_hand > 0 {
        sentences.push(message!(event_report::by_hand { count: by_hand }).in_language(language));
    }
    let sessions = recording.sessions.iter();
    let (undecided, silent): (Vec<&SessionRecord>, Vec<_>) = sessions
        .filter(|it| !it.is_recorded && it.phase.is_over())
        .partition(|it| !it.undecided.is_empty());
    // Of an event without sessions it is said elsewhere.
    let has_sessions = recording.sessions.iter().any(|it| it.session.id.0 != 0);
    if !silent.is_empty() && has_sessions && recording.is_known() {
        let titles = titles(&silent);
        sentences
            .push(message!(event_report::not_recorded { sessions: titles }).in_language(language));
    }
    if !undecided.is_empty() {
        let titles = titles(&undecided);
        sentences
            .push(message!(event_report::undecided { sessions: titles }).in_language(language));
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
