//! Speakers, moderators and hosts, as printed in the programme.

use super::{Annex, Source, words};
use crate::model::{Part as SessionPart, PersonId};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Document, Part, Table};
use crate::report::labels;
use crate::report::organisations::Affiliation;
use crate::store::StoreError;

/// Somebody with a part, and where.
struct Contributor<'a> {
    name: &'a str,
    person: Option<PersonId>,
    part: SessionPart,
    sessions: Vec<String>,
}

/// Adds everybody with a part in the programme; nothing if it names nobody.
pub(super) fn add(document: &mut Document, source: &Source<'_>) -> Result<(), StoreError> {
    let contributors = contributors(source);
    if contributors.is_empty() {
        return Ok(());
    }
    let heading = words::CONTRIBUTORS.in_language(source.language());
    document.push(Part::Heading(heading.to_owned()));
    document.push(Part::Table(table(source, contributors)?));
    Ok(())
}

/// Adds the same to the annex.
pub(super) fn annex(annex: &mut Annex<'_>, source: &Source<'_>) -> Result<(), StoreError> {
    let contributors = contributors(source);
    if !contributors.is_empty() {
        annex.heading(words::CONTRIBUTORS);
        annex.push(Part::Table(table(source, contributors)?));
    }
    Ok(())
}

fn table(source: &Source<'_>, contributors: Vec<Contributor<'_>>) -> Result<Table, StoreError> {
    let columns = vec![
        Column::of(columns::NAME),
        Column::of(columns::ORGANISATION),
        Column::of(columns::PART),
        Column::of(columns::IN_SESSIONS),
    ];
    let mut table = Table::new("contributors", "", columns);
    for it in contributors {
        table.push(vec![
            Cell::from(it.name),
            Cell::from(organisation(source, it.person)?),
            labels::part(it.part),
            Cell::Words(it.sessions),
        ]);
    }
    Ok(table)
}

/// Returns them in programme order, each person once per part.
fn contributors<'a>(source: &'a Source<'_>) -> Vec<Contributor<'a>> {
    let mut found: Vec<Contributor<'a>> = Vec::new();
    for record in &source.data.recording.sessions {
        for it in &record.session.people {
            let same = |known: &&mut Contributor<'_>| {
                let is_same = known.name == it.name && known.person == it.person_id;
                is_same && known.part == it.part
            };
            let title = record.session.title.clone();
            match found.iter_mut().find(same) {
                Some(known) => known.sessions.push(title),
                None => found.push(Contributor {
                    name: &it.name,
                    person: it.person_id,
                    part: it.part,
                    sessions: vec![title],
                }),
            }
        }
    }
    found
}

/// Returns the organisation somebody represents, if it is known and may be published.
fn organisation(
    source: &Source<'_>,
    person: Option<PersonId>,
) -> Result<Option<String>, StoreError> {
    let Some(person) = person else {
        return Ok(None);
    };
    let affiliation = source.affiliation(person)?;
    let is_told = match &affiliation {
        Affiliation::None => false,
        _ if !source.options.public => true,
        Affiliation::Written(_) => false,
        Affiliation::Known(id) => source
            .public_names
            .may_be_named(*id, affiliation.name(&source.directory)),
    };
    let name = affiliation.name(&source.directory).to_owned();
    Ok(is_told.then_some(name))
}
