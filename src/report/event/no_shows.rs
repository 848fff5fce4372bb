//! People who were expected and did not come.

use std::collections::HashMap;

use super::{Annex, Source, words};
use crate::message;
use crate::model::{PersonId, Verdict};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Document, Part, Table};
use crate::report::labels;
use crate::report::organisations::{Affiliation, sorted};
use crate::store::StoreError;

/// Adds the number of people who did not come.
pub(super) fn add(document: &mut Document, source: &Source<'_>) {
    let language = source.language();
    let heading = words::NO_SHOWS.in_language(language);
    document.push(Part::Heading(heading.to_owned()));
    let count = missing(source).len();
    let sentence = message!(event_report::no_show_count { count }).in_language(language);
    document.push(Part::Paragraph(sentence));
    let excused =
        source.count(|person| source.data.event_verdict(person) == Some(Verdict::Excused));
    if excused > 0 {
        let sentence =
            message!(event_report::excused_count { count: excused }).in_language(language);
        document.push(Part::Paragraph(sentence));
    }
}

/// Adds the list of people who did not come.
pub(super) fn annex(annex: &mut Annex<'_>, source: &Source<'_>) -> Result<(), StoreError> {
    let missing = missing(source);
    if !missing.is_empty() {
        annex.heading(words::NO_SHOWS);
        annex.push(Part::Table(by_organisation(source, missing)?));
    }
    Ok(())
}

fn missing(source: &Source<'_>) -> Vec<PersonId> {
    let everybody = source.data.everybody().into_iter();
    let is_missing = |it: &PersonId| source.data.event_verdict(*it) == Some(Verdict::NoShow);
    everybody.filter(is_missing).collect()
}

/// Returns one row per organisation with its people; those without one come last.
fn by_organisation(source: &Source<'_>, missing: Vec<PersonId>) -> Result<Table, StoreError> {
    let mut names: HashMap<Affiliation, Vec<String>> = HashMap::new();
    for person in source.directory.sorted(missing)? {
        let affiliation = source.affiliation(person.id)?;
        names
            .entry(affiliation)
            .or_default()
            .push(person.full_name());
    }
    let columns = vec![
        Column::of(columns::ORGANISATION),
        Column::of(columns::NO_SHOWS).right(),
        Column::of(columns::NO_SHOW_NAMES),
    ];
    let mut table = Table::new("no_shows", "", columns);
    for (affiliation, names) in sorted(&source.directory, names) {
        table.push(vec![
            match affiliation {
                Affiliation::None => labels::no_organisation(),
                _ => Cell::from(affiliation.name(&source.directory)),
            },
            Cell::from(names.len()),
            Cell::Words(names),
        ]);
    }
    Ok(table)
}
