//! The follow-up report of an event as one document, to be sent on as it is.
//!
//! # One computation
//!
//! Nothing is counted here that another report counts: the numbers of sessions and organisations are read from the
//! tables of those reports, by key, the picture is the one of the curve, and what is said of each person is
//! [`EventData`]'s. So a reader who puts two reports side by side finds the same numbers; `laws.rs` holds it.
//!
//! # From top to bottom
//!
//! First what everybody reads: the figures, the programme, the picture, a paragraph each of organisations, of who is new
//! and of who stayed away, and how it was counted. Then, on new sheets of paper, the annex with the lists behind it.
//! Before the event there is nothing of who came, and while it runs nothing that is known only afterwards.
//!
//! # For the public
//!
//! A report for the public is a document of its own: figures, programme, picture, speakers, organisations. It says
//! nothing of verdicts, no-shows and doubts, and names nobody but those the programme names: their names are printed
//! in every programme, and stay. Everything that could tell of one person is left out with the names:
//!
//! * organisations have no numbers of people, since many send one alone, and only those are named that were
//!   represented: "not represented" would say of somebody that they did not come;
//! * organisations not on file, which are what somebody wrote into a form, and those that are called like a
//!   person are counted, and not named, see [`PublicNames`];
//! * sessions have the number of those who came, and no other.
//!
//! Titles of the event and its sessions, and the place, are printed as they are.

mod at_a_glance;
mod bars;
mod contributors;
mod how_counted;
mod no_shows;
mod organisations;
mod over_time;
mod programme;
mod public_names;
mod returning;

#[cfg(test)]
mod edge_tests;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod public_tests;
#[cfg(test)]
mod tests;

use super::directory::Directory;
use super::event_data::EventData;
use super::organisations::Affiliation;
use super::{AsOf, days, times};
use crate::attendance::Phase;
use crate::catalogue::Wording;
use crate::catalogue::messages::event_report as words;
use crate::message;
use crate::model::{Event, PersonId};
use crate::output::keyed::columns;
use crate::output::{Cell, Column, Document, Language, Part, Table};
use crate::store::StoreError;

use public_names::PublicNames;
use returning::Comparison;

/// What a report of an event shows, and to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EventReportOptions {
    /// Names nobody but those the programme names.
    pub public: bool,
    /// The reader's language.
    pub language: Language,
}

/// What all sections are made from, read once.
struct Source<'a> {
    reader: AsOf<'a>,
    event: &'a Event,
    options: EventReportOptions,
    directory: Directory,
    data: EventData,
    /// The report of that name.
    sessions: Table,
    /// The report of that name.
    organisations: Table,
    public_names: PublicNames,
    comparison: Comparison,
}

/// Returns the report of an event: its figures, its programme with numbers, people over time, organisations, how it
/// compares with earlier events, who stayed away, and how all that was counted; then the lists. Before the event it
/// tells how sign-ups stand, and while it runs what is known so far.
///
/// # Errors
/// Those of the store.
pub fn event(
    reader: &AsOf<'_>,
    event: &Event,
    options: &EventReportOptions,
) -> Result<Document, StoreError> {
    let language = options.language;
    let directory = Directory::load(**reader, language)?;
    let data = EventData::load(*reader, event)?;
    let source = Source {
        sessions: super::sessions(reader, event, language)?,
        organisations: super::organisations(reader, event, language)?,
        public_names: if options.public {
            PublicNames::load(**reader, &data)?
        } else {
            PublicNames::default()
        },
        comparison: Comparison::load(*reader, &directory, event, &data)?,
        reader: *reader,
        event,
        options: *options,
        directory,
        data,
    };
    let title = source.title();
    let mut document = Document::new("event", title);
    document.lines = days::lines_as_of(event, &source.data.recording, language);
    document.push(Part::Facts(for_programs(&source)));
    at_a_glance::add(&mut document, &source)?;
    programme::add(&mut document, &source);
    over_time::add(&mut document, &source)?;
    if options.public {
        contributors::add(&mut document, &source)?;
        organisations::add(&mut document, &source)?;
        return Ok(document);
    }
    organisations::add(&mut document, &source)?;
    if source.is_settled() {
        returning::add(&mut document, &source);
        no_shows::add(&mut document, &source);
    }
    let has_begun = source.data.recording.phase != Phase::Before;
    if has_begun {
        how_counted::add(&mut document, &source);
    }
    let mut annex = Annex {
        document: &mut document,
        language,
        has_begun: false,
    };
    contributors::annex(&mut annex, &source)?;
    organisations::annex(&mut annex, &source)?;
    if source.is_settled() {
        returning::annex(&mut annex, &source);
        no_shows::annex(&mut annex, &source)?;
    }
    if has_begun {
        how_counted::annex(&mut annex, &source)?;
    }
    Ok(document)
}

/// The lists behind a report.
struct Annex<'a> {
    document: &'a mut Document,
    language: Language,
    has_begun: bool,
}

impl Annex<'_> {
    /// Begins a list; the first one begins on a new sheet.
    fn heading(&mut self, what: Wording) {
        if !self.has_begun {
            self.document.push(Part::NewPage(self.language));
            self.has_begun = true;
        }
        let heading = message!(event_report::annex { what }).in_language(self.language);
        self.document.push(Part::Heading(heading));
    }

    fn push(&mut self, part: Part) {
        self.document.push(part);
    }
}

/// Which event it is and when, for programs; people read it below the title.
fn for_programs(source: &Source<'_>) -> Vec<(Column, Cell)> {
    let (event, language) = (source.event, source.language());
    let moment = |instant| times::moment(instant, event.zone, language);
    let facts = [
        (
            Some(Column::of(columns::EVENT)),
            Cell::from(event.slug.as_str()),
        ),
        (
            column(&source.sessions, "title"),
            Cell::from(event.title.as_str()),
        ),
        (column(&source.sessions, "start"), moment(event.start)),
        (Some(Column::of(columns::END)), moment(event.end)),
        (
            Some(Column::of(columns::EVENT_PLACE)),
            Cell::from(event.place.clone()),
        ),
    ];
    let facts = facts.into_iter();
    facts
        .filter_map(|(column, value)| Some((column?.hidden_in_text(), value)))
        .collect()
}

impl Source<'_> {
    fn language(&self) -> Language {
        self.options.language
    }

    /// What the report is, by where the event stands.
    fn title(&self) -> String {
        let event = &self.event.title;
        let title = match self.data.recording.phase {
            _ if self.options.public => message!(event_report::title_public { event }),
            Phase::Before => message!(event_report::title_before { event }),
            Phase::Running => message!(event_report::title_so_far { event }),
            Phase::Over => message!(event_report::title { event }),
        };
        title.in_language(self.language())
    }

    /// Whether any session has more than nothing in a number of the report of the sessions.
    fn has_any(&self, key: &str) -> bool {
        let mut rows = self.sessions.rows().iter();
        rows.any(|row| number(&self.sessions, row, key).is_some_and(|it| it > 0))
    }

    /// Whether anything is known of who was there, and the event is over: before that there are no figures.
    fn is_settled(&self) -> bool {
        self.data.recording.is_settled()
    }

    /// Says why there are no figures.
    fn why_not_settled(&self) -> &'static str {
        let recording = &self.data.recording;
        let wording = if recording.phase == Phase::Before {
            words::NOT_BEGUN
        } else if recording.is_known() && !recording.phase.is_over() {
            words::NOT_OVER
        } else {
            words::NOTHING_RECORDED
        };
        wording.in_language(self.language())
    }

    /// Whom somebody stood for.
    fn affiliation(&self, person: PersonId) -> Result<Affiliation, StoreError> {
        Affiliation::of(&self.directory, &self.data, person)
    }

    /// How many people of the event are such.
    fn count(&self, is_such: impl Fn(PersonId) -> bool) -> usize {
        let everybody = self.data.everybody().into_iter();
        everybody.filter(|person| is_such(*person)).count()
    }
}

/// Returns a report's column, to be seen here even where that report has too many to show it.
fn column(table: &Table, key: &str) -> Option<Column> {
    let found = table.columns().iter().find(|it| it.key == key);
    debug_assert!(found.is_some(), "{} has no column {key}", table.name);
    found.cloned().map(|it| Column {
        hidden_in_text: false,
        ..it
    })
}

/// Returns a report's cell; empty where it has none.
fn cell(table: &Table, row: &[Cell], key: &str) -> Cell {
    let index = table.columns().iter().position(|it| it.key == key);
    debug_assert!(index.is_some(), "{} has no column {key}", table.name);
    index
        .and_then(|index| row.get(index))
        .cloned()
        .unwrap_or(Cell::Empty)
}

/// Returns a report's number; `None` where it is empty.
fn number(table: &Table, row: &[Cell], key: &str) -> Option<usize> {
    match cell(table, row, key) {
        Cell::Integer(number) => usize::try_from(number).ok(),
        _ => None,
    }
}
