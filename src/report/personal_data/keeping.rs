//! What the letter says of purposes and of the time for which data is kept, as far as the organiser said it.

use std::collections::BTreeSet;

use crate::catalogue::Message;
use crate::catalogue::messages::personal_data as words;
use crate::message;
use crate::model::{Event, EventId, Stage};
use crate::output::keyed::facts;
use crate::output::{Column, Document, Language, Part, Table};
use crate::report::{AsOf, times};
use crate::store::StoreError;

/// Adds what the organiser said of purposes and of the legal basis, and how long the data of these events is kept;
/// `is_timed` says whether any times or names of logs are left.
pub(super) fn add(
    document: &mut Document,
    reader: &AsOf<'_>,
    events: &BTreeSet<EventId>,
    is_timed: bool,
    language: Language,
) -> Result<(), StoreError> {
    let said = |message: Message| message.in_language(language);
    let basis = reader.legal_basis()?;
    let mut events_of_theirs: Vec<Event> = reader.events()?;
    events_of_theirs.retain(|it| events.contains(&it.id));
    let mut purposes: Vec<String> = Vec::new();
    purposes.extend(basis.map(|basis| said(message!(personal_data::basis { basis }))));
    for event in &events_of_theirs {
        let own = &event.facts;
        let stated = [&own.project, &own.funding_reference, &own.funder];
        let stated: Vec<String> = stated.into_iter().flatten().cloned().collect();
        if !stated.is_empty() {
            let event = event.title.clone();
            purposes.push(said(message!(personal_data::funded { event, stated })));
        }
    }
    if !purposes.is_empty() {
        document.push(Part::Heading(
            words::BASIS_AND_PURPOSE.in_language(language).to_owned(),
        ));
        for purpose in purposes {
            document.push(Part::Paragraph(purpose));
        }
    }
    document.push(Part::Heading(
        words::KEEPING.in_language(language).to_owned(),
    ));
    if events_of_theirs.is_empty() {
        let sentence = words::NO_PERIOD_AT_ALL.in_language(language);
        document.push(Part::Paragraph(sentence.to_owned()));
    }
    let default = reader.keep_by_default()?;
    let mut table = Table::new(
        "keeping",
        "",
        vec![
            Column::of(facts::EVENT),
            Column::of(facts::STAGE),
            Column::of(facts::UNTIL),
        ],
    );
    table.sheet = Some(words::KEEPING);
    let mut for_good: Vec<String> = Vec::new();
    for event in &events_of_theirs {
        let before = table.rows().len();
        for stage in Stage::ALL {
            let keep = event.keep.or(default);
            let end = keep.and_then(|it| it.period(stage)?.after(event.end));
            let is_gone = stage == Stage::Times && !is_timed;
            if let Some(end) = end.filter(|end| !is_gone || *end > reader.now) {
                table.push(vec![
                    event.title.clone().into(),
                    said(message!(personal_data::stage {
                        stage: stage.as_str()
                    }))
                    .into(),
                    times::date(end.with_timezone(&event.zone).date_naive(), language),
                ]);
            }
        }
        if table.rows().len() == before {
            for_good.push(event.title.clone());
        }
    }
    if !table.is_empty() {
        let sentence = words::KEPT_UNTIL.in_language(language);
        document.push(Part::Paragraph(sentence.to_owned()));
        document.push(Part::Table(table));
    }
    if !for_good.is_empty() {
        let sentence = said(message!(personal_data::no_period { events: for_good }));
        document.push(Part::Paragraph(sentence));
    }
    Ok(())
}
