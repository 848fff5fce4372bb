//! The organisations that were there.

use std::collections::HashMap;

use super::bars::{self, bar};
use super::{Annex, Source, cell, column, number, words};
use crate::catalogue::Wording;
use crate::message;
use crate::model::{Organisation, OrganisationId};
use crate::output::keyed::columns;
use crate::output::{Bars, Cell, Column, Document, Part, Table};
use crate::report::labels;
use crate::store::StoreError;

/// Columns of the organisations report, and those after `kind`.
const OF_REPORT: [&str; 2] = ["organisation_id", "organisation"];
const AFTER_KIND: [&str; 6] = [
    "signed_up",
    "present",
    "walk_in",
    "from_waiting_list",
    "rate",
    "represented",
];

/// An organisation of the organisations report.
struct Line<'a> {
    on_file: Option<&'a Organisation>,
    is_represented: bool,
}

/// Returns how many organisations had anybody registered or present, and how many of them were represented.
pub(super) fn counts(source: &Source<'_>) -> (usize, usize) {
    let nothing_on_file = HashMap::new();
    let lines = lines(source, &nothing_on_file);
    let represented = lines.iter().filter(|it| it.is_represented);
    (lines.len(), represented.count())
}

/// Adds the organisations.
pub(super) fn add(document: &mut Document, source: &Source<'_>) -> Result<(), StoreError> {
    let language = source.language();
    let heading = words::ORGANISATIONS.in_language(language);
    document.push(Part::Heading(heading.to_owned()));
    let empty = document.parts.len();
    let on_file = source.reader.organisations()?.into_iter();
    let on_file: HashMap<OrganisationId, Organisation> = on_file.map(|it| (it.id, it)).collect();
    let lines = lines(source, &on_file);
    let represented = lines.iter().filter(|it| it.is_represented).count();
    if lines.is_empty() {
        let sentence = words::NO_ORGANISATIONS.in_language(language);
        document.push(Part::Paragraph(sentence.to_owned()));
        return Ok(());
    }
    if source.is_settled() {
        let sentence =
            message!(event_report::represented { count: represented }).in_language(language);
        document.push(Part::Paragraph(sentence));
    }
    if source.options.public {
        add_names(document, source, &lines);
    }
    add_bars(document, source, &lines);
    // Before the event nothing but their number may be known, and that is a key figure.
    if document.parts.len() == empty {
        document.parts.pop();
    }
    Ok(())
}

/// Adds every organisation with its people.
pub(super) fn annex(annex: &mut Annex<'_>, source: &Source<'_>) -> Result<(), StoreError> {
    let on_file = source.reader.organisations()?.into_iter();
    let on_file: HashMap<OrganisationId, Organisation> = on_file.map(|it| (it.id, it)).collect();
    if !lines(source, &on_file).is_empty() {
        annex.heading(words::ORGANISATIONS);
        annex.push(Part::Table(table(source, &on_file)));
    }
    Ok(())
}

/// Returns the organisations of the report, without the row for people without one.
fn lines<'a>(
    source: &Source<'_>,
    on_file: &'a HashMap<OrganisationId, Organisation>,
) -> Vec<Line<'a>> {
    let table = &source.organisations;
    let rows = table.rows().iter();
    let named = rows.filter(|row| cell(table, row, "organisation") != labels::no_organisation());
    let line = |row: &Vec<Cell>| Line {
        on_file: organisation_of(source, row).and_then(|id| on_file.get(&id)),
        is_represented: cell(table, row, "represented") == Cell::Boolean(true),
    };
    named.map(line).collect()
}

fn organisation_of(source: &Source<'_>, row: &[Cell]) -> Option<OrganisationId> {
    let number = number(&source.organisations, row, OF_REPORT[0])?;
    i64::try_from(number).ok().map(OrganisationId)
}

/// Returns every organisation with its people.
fn table(source: &Source<'_>, on_file: &HashMap<OrganisationId, Organisation>) -> Table {
    let report = &source.organisations;
    let [number, name] = OF_REPORT.map(|key| column(report, key));
    let mut columns: Vec<Column> = number.map(Column::hidden_in_text).into_iter().collect();
    columns.extend(name);
    let is_known = on_file.values().any(|it| it.kind.is_some());
    columns.push(shown_if(is_known, Column::of(columns::ORGANISATION_KIND)));
    columns.extend(AFTER_KIND.into_iter().filter_map(|key| column(report, key)));
    let mut table = Table::new("organisations", "", columns);
    table.begin_group("", Vec::new());
    for row in report.rows() {
        let organisation = organisation_of(source, row).and_then(|id| on_file.get(&id));
        let mut cells: Vec<Cell> = OF_REPORT
            .into_iter()
            .map(|key| cell(report, row, key))
            .collect();
        cells.push(Cell::from(organisation.and_then(|it| it.kind.clone())));
        cells.extend(AFTER_KIND.into_iter().map(|key| cell(report, row, key)));
        table.push(cells);
    }
    table.is_dense = true;
    table.hide_zeros(&["walk_in", "from_waiting_list"]);
    // Most organisations send one or two people, so a percentage is meaningless.
    table.hide("rate");
    for line in report.groups().iter().flat_map(|it| &it.below) {
        table.close_group(line.clone());
    }
    table
}

/// Adds the names of represented organisations, as far as they may be published, without numbers.
fn add_names(document: &mut Document, source: &Source<'_>, lines: &[Line<'_>]) {
    let named = |it: &&Organisation| source.public_names.may_be_named(it.id, &it.name);
    let represented = lines.iter().filter(|it| it.is_represented);
    let all = represented.clone().count();
    let named: Vec<&Organisation> = represented
        .filter_map(|it| it.on_file)
        .filter(named)
        .collect();
    let is_known = |property: Property| named.iter().any(|it| property(it).is_some());
    let properties: [(Column, Property); 3] = [
        (Column::of(columns::ORGANISATION_KIND), kind),
        (Column::of(columns::ORGANISATION_REGION), region),
        (Column::of(columns::ORGANISATION_COUNTRY), country),
    ];
    let mut columns = vec![Column::of(columns::ORGANISATION)];
    let shown = properties.map(|(column, property)| shown_if(is_known(property), column));
    columns.extend(shown);
    let mut table = Table::new("organisations", "", columns);
    table.is_dense = true;
    for it in &named {
        table.push(vec![
            Cell::from(it.name.as_str()),
            Cell::from(kind(it)),
            Cell::from(region(it)),
            Cell::from(country(it)),
        ]);
    }
    let not_named = all - named.len();
    if not_named > 0 {
        table.note(
            message!(event_report::not_named { count: not_named }).in_language(source.language()),
        );
    }
    if all > 0 {
        document.push(Part::Table(table));
    }
}

/// Returns one property of an organisation.
type Property = fn(&Organisation) -> Option<&str>;

fn kind(organisation: &Organisation) -> Option<&str> {
    organisation.kind.as_deref()
}

fn region(organisation: &Organisation) -> Option<&str> {
    organisation.region.as_deref()
}

fn country(organisation: &Organisation) -> Option<&str> {
    organisation.country.as_deref()
}

/// Shows a column to people only if it has any content.
fn shown_if(is_known: bool, column: Column) -> Column {
    if is_known {
        column
    } else {
        column.hidden_in_text()
    }
}

/// Adds bars for known properties of the organisations: regions, countries, kinds.
fn add_bars(document: &mut Document, source: &Source<'_>, lines: &[Line<'_>]) {
    let properties: [(Wording, Property, usize); 3] = [
        (words::BY_REGION, region, 1),
        // A single country is not worth a chart.
        (words::BY_COUNTRY, country, 2),
        (words::BY_KIND, kind, 1),
    ];
    for (caption, property, at_least) in properties {
        let known: std::collections::HashSet<&str> = lines
            .iter()
            .filter_map(|it| property(it.on_file?))
            .collect();
        // The bar for unknown values must not be the longest.
        let is_told = |it: &&Line<'_>| {
            it.on_file
                .is_some_and(|on_file| property(on_file).is_some())
        };
        let is_mostly_known = lines.iter().filter(is_told).count() * 2 >= lines.len();
        if known.len() >= at_least && is_mostly_known {
            bars::add(document, bars_by(source, lines, caption, property));
        }
    }
}

/// Returns one bar per value, the longest first; unknown values come last.
fn bars_by(source: &Source<'_>, lines: &[Line<'_>], caption: Wording, property: Property) -> Bars {
    let language = source.language();
    // For organisations that are not named, the public report only says that they were there.
    let (public, is_known) = (source.options.public, source.is_settled());
    let mut by_value: HashMap<Option<&str>, (usize, usize)> = HashMap::new();
    for line in lines.iter().filter(|it| it.is_represented || !public) {
        let value = line.on_file.and_then(property);
        let (represented, listed) = by_value.entry(value).or_default();
        *represented += usize::from(line.is_represented);
        *listed += 1;
    }
    let mut values: Vec<_> = by_value.into_iter().collect();
    let collator = source.directory.collator();
    collator.sort_by_text(&mut values, |(value, _)| value.unwrap_or_default());
    values.sort_by_key(|(value, (_, listed))| (value.is_none(), std::cmp::Reverse(*listed)));
    let bar = |(value, (represented, listed)): (Option<&str>, (usize, usize))| {
        let name = value.unwrap_or(words::UNKNOWN.in_language(language));
        match (is_known, public) {
            (true, false) => bar(name, represented, Some(listed)),
            _ => bar(name, listed, None),
        }
    };
    let compares = is_known && !public;
    let (part, whole) = (words::BAR_REPRESENTED, words::BAR_LISTED);
    let (part, whole) = (part.in_language(language), whole.in_language(language));
    Bars {
        caption: caption.in_language(language).to_owned(),
        whole: compares.then(|| whole.to_owned()),
        part: if is_known { part } else { whole }.to_owned(),
        beyond: None,
        bars: values.into_iter().map(bar).collect(),
    }
}
