//! The follow-up report of an event as one document, ready to be sent on.
//!
//! # One computation
//!
//! Nothing is counted here that another report counts: the numbers of sessions and organisations are read from the
//! tables of those reports by key, the picture is that of the curve, and statements about each person come from
//! [`EventData`]. So a reader who compares two reports finds the same numbers; `laws.rs` checks this.
//!
//! # From top to bottom
//!
//! First comes the part for all readers: figures, programme, picture, a paragraph each about organisations, new
//! participants and no-shows, and how it was counted. The annex with the underlying lists follows on new sheets. Before
//! the event there is nothing about attendance, and while it runs nothing that is known only afterwards.
//!
//! # For the public
//!
//! The public report is a separate document: figures, programme, picture, speakers, organisations. It contains no
//! verdicts, no-shows or uncertainties, and names only people named in the programme, which is printed anyway.
//! Everything that could identify a person is left out along with the names:
//!
//! * Organisations have no numbers of people, since many send only one, and only represented ones are named: "not
//!   represented" would reveal that somebody did not come.
//! * Organisations not on file, which are free text from a form, and those named like a person are counted but not
//!   named, see [`PublicNames`].
//! * Sessions have only the number of people who came.
//!
//! Titles of the event and its sessions, and the place, are printed unchanged.

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

/// What a report of an event shows, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EventReportOptions {
    /// Names only people named in the programme.
    pub public: bool,
    /// The reader's language.
    pub language: Language,
}

/// The data that all sections are made from, loaded once.
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

/// Returns the report of an event: its figures, its programme with numbers, people over time, organisations, a
/// comparison with earlier events, no-shows, and how all that was counted; then the lists. Before the event it shows
/// the state of sign-ups, and while it runs what is known so far.
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

/// Returns columns that identify the event for programs; people read this below the title.
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

    /// Returns the title, depending on the phase of the event.
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

    /// Returns whether any session has more than 0 in a column of the sessions report.
    fn has_any(&self, key: &str) -> bool {
        let mut rows = self.sessions.rows().iter();
        rows.any(|row| number(&self.sessions, row, key).is_some_and(|it| it > 0))
    }

    /// Returns whether attendance is known and the event is over: before that there are no figures.
    fn is_settled(&self) -> bool {
        self.data.recording.is_settled()
    }

    /// Returns why there are no figures.
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

    /// Returns whom somebody represented.
    fn affiliation(&self, person: PersonId) -> Result<Affiliation, StoreError> {
        Affiliation::of(&self.directory, &self.data, person)
    }

    /// Counts the people at the event who meet a condition.
    fn count(&self, is_such: impl Fn(PersonId) -> bool) -> usize {
        let everybody = self.data.everybody().into_iter();
        everybody.filter(|person| is_such(*person)).count()
    }
}

/// Returns a report's column, made visible even if that report hides it for lack of space.
fn column(table: &Table, key: &str) -> Option<Column> {
    let found = table.columns().iter().find(|it| it.key == key);
    debug_assert!(found.is_some(), "{} has no column {key}", table.name);
    found.cloned().map(|it| Column {
        hidden_in_text: false,
        ..it
    })
}

/// Returns a report's cell; empty if it has none.
fn cell(table: &Table, row: &[Cell], key: &str) -> Cell {
    let index = table.columns().iter().position(|it| it.key == key);
    debug_assert!(index.is_some(), "{} has no column {key}", table.name);
    index
        .and_then(|index| row.get(index))
        .cloned()
        .unwrap_or(Cell::Empty)
}

/// Returns a report's number; `None` if it is empty.
fn number(table: &Table, row: &[Cell], key: &str) -> Option<usize> {
    match cell(table, row, key) {
        Cell::Integer(number) => usize::try_from(number).ok(),
        _ => None,
    }
}
