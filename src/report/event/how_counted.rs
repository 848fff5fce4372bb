//! Explains how attendance was counted, so that readers can judge the numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::{Annex, Source, column, words};
use crate::message;
use crate::model::{SessionId, StayId, StaySource};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Document, Heading, Language, Part, Table};
use crate::report::recording::{Recording, SessionRecord};
use crate::report::{measures, rules};
use crate::store::StoreError;

/// Adds the rule, and uncertainties in the logs.
pub(super) fn add(document: &mut Document, source: &Source<'_>) {
    let language = source.language();
    let recording = &source.data.recording;
    let heading = words::HOW_COUNTED.in_language(language);
    document.push(Part::Heading(heading.to_owned()));
    let rules = rules::sentence(&recording.sessions, language);
    document.push(Part::Paragraph(rules));
    for sentence in left_open(recording, language) {
        document.push(Part::Paragraph(sentence));
    }
}

/// Adds the sources, and the meaning of the terms.
pub(super) fn annex(annex: &mut Annex<'_>, source: &Source<'_>) -> Result<(), StoreError> {
    let language = source.language();
    let sources = sources(source)?;
    if !sources.is_empty() {
        annex.heading(words::SOURCES);
        let method = words::METHOD.in_language(language);
        annex.push(Part::Paragraph(method.to_owned()));
        annex.push(Part::Table(sources));
    }
    let said = said(annex.document);
    let meanings = measures::ALL.into_iter();
    let meanings = meanings.filter(|it| said.contains(&Heading::Wording(it.column.wording())));
    let meanings: Vec<String> = meanings.map(|it| it.explained(language)).collect();
    if !meanings.is_empty() {
        annex.heading(words::WORDS);
        annex.push(Part::List(meanings));
    }
    Ok(())
}

/// Returns the headings of everything visible in the document: only terms that occur need an explanation.
fn said(document: &Document) -> Vec<Heading> {
    let mut said = Vec::new();
    let visible = |column: &&Column| !column.hidden_in_text;
    for part in &document.parts {
        match part {
            Part::Figures(figures) => {
                said.extend(figures.iter().map(|it| it.column.heading.clone()));
            }
            Part::Facts(facts) => {
                let facts = facts.iter().map(|(column, _)| column).filter(visible);
                said.extend(facts.map(|it| it.heading.clone()));
            }
            Part::Table(table) => {
                let columns = table.columns().iter().filter(visible);
                said.extend(columns.map(|it| it.heading.clone()));
            }
            _ => {}
        }
    }
    said
}

/// The sources of the stays of one session.
#[derive(Default)]
struct Origin {
    files: BTreeSet<String>,
    in_logs: usize,
    at_the_door: usize,
}

/// Returns one row per session with a recording, the event as a whole first. Stays marked as belonging to no person are
/// left out.
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
    // File names are for those who keep the files.
    columns.push(Column::of(columns::LOG_FILES).hidden_in_text());
    let mut table = Table::new("sources", "", columns);
    let records = source.data.recording.sessions.iter();
    let sessions = records.map(|it| (Some(it.session.id), it.session.title.as_str()));
    let whole = (None, words::WHOLE_EVENT.in_language(language));
    for (session, title) in [whole].into_iter().chain(sessions) {
        let Some(origin) = origins.remove(&session) else {
            continue;
        };
        table.push(vec![
            Cell::from(title),
            Cell::from(origin.in_logs),
            Cell::from(origin.at_the_door),
            Cell::Words(origin.files.into_iter().collect()),
        ]);
    }
    table.hide_zeros(&["stays_at_the_door"]);
    Ok(table)
}

/// Returns uncertainties in the logs, and verdicts by hand.
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
    // For an event without sessions another sentence covers this.
    let has_sessions = recording.sessions.iter().any(|it| it.session.id.0 != 0);
    if !silent.is_empty() && has_sessions && recording.is_known() {
        let titles = rules::titles(&silent);
        sentences
            .push(message!(event_report::not_recorded { sessions: titles }).in_language(language));
    }
    if !undecided.is_empty() {
        let titles = rules::titles(&undecided);
        sentences
            .push(message!(event_report::undecided { sessions: titles }).in_language(language));
    }
    if recording.removed > 0 {
        let count = recording.removed;
        let mut groups = recording.sessions.iter().flat_map(|it| &it.removed);
        let said = if groups.any(|it| it.known().is_some()) {
            message!(notes::removed_counted { count })
        } else {
            message!(notes::removed { count })
        };
        sentences.push(said.in_language(language));
    }
    let unplaced = &recording.unplaced;
    if !unplaced.is_empty() {
        sentences.push(words::UNPLACED.in_language(language).to_owned());
    }
    sentences
}

/// Counts stays not yet matched to a person; one that counts for several sessions is one stay.
pub(super) fn unidentified(recording: &Recording) -> usize {
    let sessions = recording.sessions.iter();
    let stays = sessions.flat_map(|it| it.unidentified.iter().chain(&it.undecided.unidentified));
    let stays = stays.chain(&recording.unplaced.unidentified);
    stays.map(|it| it.stay).collect::<BTreeSet<StayId>>().len()
}
