//! Everything that is held about one person, as a letter to them.
//!
//! What is theirs is decided by the same rules as for a removal (`intake::forgetting`): what would be removed is what
//! is reported. For each row it says what it is, its values, when it was recorded and from which file; for each kind of
//! data, what it is used for. Former states that the journal holds, and the files that name the person, come last.
//!
//! # Others
//!
//! Names and addresses of other people on file are struck out of texts that somebody wrote freely: remarks, reasons,
//! answers, rows as they were read. Candidates of a question are left out. Titles of sessions and names of
//! organisations are shown as they are.

mod keeping;
mod others;
mod sources;
mod states;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono_tz::Tz;
use serde_json::Value;

use self::others::Others;
use self::sources::{Piece, Sources};
use self::states::States;
use super::journal::{Teller, Told, changes, joined};
use super::{AsOf, times};
use crate::catalogue::messages::personal_data as words;
use crate::catalogue::{Message, Wording};
use crate::message;
use crate::model::{Event, Operation, OperationId, Person, PersonId, SourceLine, time};
use crate::output::keyed::facts;
use crate::output::{Cell, Column, Document, Language, Note, Part, Table, salutation};
use crate::store::{Fields, StoreError};

/// What is theirs, as `intake` finds it.
#[derive(Debug, Default)]
pub struct Held {
    /// Their number, and those of records that were merged into theirs.
    pub people: BTreeSet<i64>,
    /// Their rows, by table.
    pub rows: BTreeMap<String, BTreeSet<i64>>,
    /// Texts of others that name them: what kind of text, and an excerpt.
    pub mentions: Vec<(String, String)>,
    /// Open questions that they are a candidate of.
    pub candidate_of: BTreeSet<i64>,
    /// Copies of the file beside it.
    pub copies: Vec<PathBuf>,
}

/// A kind of data, in the order of the letter.
struct Kind {
    key: &'static str,
    heading: Wording,
    purpose: Wording,
    tables: &'static [&'static str],
}

const KINDS: [Kind; 7] = [
    Kind {
        key: "record",
        heading: words::RECORD,
        purpose: words::WHY_RECORD,
        tables: &["person", "person_address", "person_alias"],
    },
    Kind {
        key: "consents",
        heading: words::CONSENTS,
        purpose: words::WHY_CONSENTS,
        tables: &["consent"],
    },
    Kind {
        key: "registrations",
        heading: words::REGISTRATIONS,
        purpose: words::WHY_REGISTRATIONS,
        tables: &["registration", "signup"],
    },
    Kind {
        key: "attendance",
        heading: words::ATTENDANCE,
        purpose: words::WHY_ATTENDANCE,
        tables: &["stay", "ruling", "excuse"],
    },
    Kind {
        key: "programme",
        heading: words::PROGRAMME,
        purpose: words::WHY_PROGRAMME,
        tables: &["session_person"],
    },
    Kind {
        key: "questions",
        heading: words::QUESTIONS,
        purpose: words::WHY_QUESTIONS,
        tables: &["review", "distinction", "nobody"],
    },
    Kind {
        key: "further",
        heading: words::FURTHER,
        purpose: words::WHY_FURTHER,
        tables: &[],
    },
];

/// Columns of a question or a consent that say nothing to the person, or what another column of the letter says.
const FOR_PROGRAMS: [&str; 5] = ["kind", "detail", "row", "file", "line"];

/// Returns the letter, in a language, with the open questions that it leaves out; `zone` is that of times that belong to no
/// event.
///
/// # Errors
/// Those of the store.
pub fn personal_data(
    reader: &AsOf<'_>,
    person: &Person,
    held: &Held,
    zone: Tz,
    language: Language,
) -> Result<(Document, BTreeSet<i64>), StoreError> {
    let mut states = States::of(reader, held)?;
    let others = Others::than(reader, person, &held.people)?;
    let mut left_out = held.candidate_of.clone();
    left_out.extend(states.take_out_strangers(&others));
    let fields: Vec<&Fields> = states.rows().collect();
    let zone = states.zone(reader)?.unwrap_or(zone);
    let letter = Letter {
        reader,
        person,
        held,
        zone,
        language,
        teller: Teller::new(reader, &fields, zone, language)?,
        others,
        operations: operations(reader)?,
        sources: Sources::of(reader, held, &states)?,
    };
    let document = letter.document(&states, left_out.len())?;
    Ok((document, left_out))
}

fn operations(reader: &AsOf<'_>) -> Result<BTreeMap<OperationId, Operation>, StoreError> {
    let operations = reader.operations()?.into_iter();
    Ok(operations.map(|it| (it.id, it)).collect())
}

struct Letter<'a> {
    reader: &'a AsOf<'a>,
    person: &'a Person,
    held: &'a Held,
    zone: Tz,
    language: Language,
    teller: Teller,
    others: Others,
    operations: BTreeMap<OperationId, Operation>,
    sources: Sources,
}

impl Letter<'_> {
    fn text(&self, wording: Wording) -> String {
        wording.in_language(self.language).to_owned()
    }

    fn document(&self, states: &States, left_out: usize) -> Result<Document, StoreError> {
        let mut document = Document::new("data", self.text(words::TITLE));
        document.lines = self.head(states)?;
        let person = self.person;
        let title = person.title.as_deref();
        let greeting = salutation(
            title,
            &person.given_name,
            &person.family_name,
            self.language,
        );
        document.push(Part::Paragraph(format!("{greeting},")));
        document.push(Part::Paragraph(self.text(words::OPENING)));
        for kind in &KINDS {
            let mut table = self.table(kind, states);
            table.sheet = Some(kind.heading);
            let left_out = if kind.key == "questions" { left_out } else { 0 };
            if table.is_empty() && left_out == 0 {
                continue;
            }
            document.push(Part::Heading(self.text(kind.heading)));
            document.push(Part::Paragraph(self.text(kind.purpose)));
            if !table.is_empty() {
                document.push(Part::Table(table));
            }
            if left_out > 0 {
                let sentence = message!(personal_data::may_be_yours { count: left_out });
                document.push(Part::Paragraph(sentence.in_language(self.language)));
            }
        }
        for (heading, purpose, mut table) in [
            (words::MENTIONS, words::WHY_MENTIONS, self.mentions()),
            (words::FORMER, words::WHY_FORMER, self.former()?),
            (words::FILES, words::WHY_FILES, self.files()?),
        ] {
            table.sheet = Some(heading);
            if !table.is_empty() {
                document.push(Part::Heading(self.text(heading)));
                document.push(Part::Paragraph(self.text(purpose)));
                document.push(Part::Table(table));
            }
        }
        let is_timed = states.are_timed();
        keeping::add(
            &mut document,
            self.reader,
            &states.events(),
            is_timed,
            self.language,
        )?;
        document.push(Part::Heading(self.text(words::RIGHTS)));
        for paragraph in [words::WHERE_IT_IS, words::YOUR_RIGHTS] {
            document.push(Part::Paragraph(self.text(paragraph)));
        }
        document.push(Part::Signature(self.text(words::SIGNED)));
        Ok(document)
    }

    /// Returns who writes, and as of when: the organiser of the newest event that they are in.
    fn head(&self, states: &States) -> Result<Vec<String>, StoreError> {
        let own = states.events();
        let mut events: Vec<Event> = self.reader.events()?;
        events.retain(|it| own.contains(&it.id) && it.facts.organiser.is_some());
        let newest = events.iter().max_by_key(|it| it.start);
        let mut lines: Vec<String> = Vec::new();
        if let Some(event) = newest {
            lines.extend(event.facts.organiser.clone());
            lines.extend(event.facts.address.clone());
            lines.extend(event.facts.contact.clone());
        }
        let day = self.reader.now.with_timezone(&self.zone).date_naive();
        lines.push(message!(personal_data::as_of { day }).in_language(self.language));
        Ok(lines)
    }

    /// Returns one kind of data, a line for each value of a record or a registration, and one for any other row.
    fn table(&self, kind: &Kind, states: &States) -> Table {
        let named: Vec<&str> = KINDS.iter().flat_map(|it| it.tables).copied().collect();
        let is_meant = |table: &str| {
            kind.tables.contains(&table) || kind.tables.is_empty() && !named.contains(&table)
        };
        let mut table = Table::new(kind.key, "", columns());
        let mut tables: Vec<_> = states.tables().filter(|it| is_meant(it.0)).collect();
        tables.sort_by_key(|it| kind.tables.iter().position(|own| own == it.0));
        for (name, rows) in tables {
            for (id, fields) in rows {
                self.push_row(&mut table, name, *id, fields);
            }
        }
        table
    }

    fn push_row(&self, table: &mut Table, name: &str, id: i64, fields: &Fields) {
        let what = self.teller.what(name, fields);
        let mut told = self.teller.told(name, fields);
        told.retain(|it| match name {
            "review" | "consent" => !FOR_PROGRAMS.contains(&it.column.as_str()),
            // The last column says it, but of the door.
            "stay" => it.column != "source" || sources::read_from(fields).is_none(),
            _ => true,
        });
        let mut line = |what: String, value: String, piece: Piece<'_>, stored: Cell| {
            let (recorded, from) = self.source(name, id, piece);
            table.push(vec![
                Cell::Text(name.to_owned()),
                Cell::Integer(id),
                what.into(),
                value.into(),
                recorded,
                from.into(),
                stored,
            ]);
        };
        if matches!(name, "person" | "registration") {
            let mut stored = self.stored(fields);
            for it in told {
                let piece = match it.column.as_str() {
                    "answers" => Piece::Answer(&it.label),
                    column => Piece::Column(column),
                };
                let label = self.others.without(&it.label);
                let what = if name == "person" {
                    label
                } else {
                    message!(journal::of_it { what, label }).in_language(self.language)
                };
                // One of the lines has all of the row.
                let stored = std::mem::replace(&mut stored, Cell::Empty);
                line(what, self.value(&it), piece, stored);
            }
        } else {
            for it in &mut told {
                it.value = self.value(it);
            }
            let piece = match name {
                // Sign-ups of a speaker link the part in the programme with them.
                "session_person" => Piece::Column("name"),
                _ => Piece::Row,
            };
            line(what, joined(&told), piece, self.stored(fields));
        }
    }

    /// Returns what is told of a value, without other people.
    fn value(&self, told: &Told) -> String {
        if told.is_free {
            self.others.without(&told.value)
        } else {
            told.value.clone()
        }
    }

    /// Returns when a part of a row was recorded, and where it comes from.
    fn source(&self, table: &str, id: i64, piece: Piece<'_>) -> (Cell, String) {
        let unknown = (Cell::Empty, String::new());
        let Some(source) = self.sources.source(table, id, piece) else {
            return unknown;
        };
        let Some(operation) = self.operations.get(&source.recorded_by) else {
            return unknown;
        };
        let recorded = times::moment(operation.time, self.zone, self.language);
        let mut places = places(&source.lines);
        if places.is_empty() {
            let mut files = operation.summary.arguments_named("file");
            files.sort();
            files.dedup();
            places = files.into_iter().map(Message::verbatim).collect();
        }
        let from = if places.is_empty() {
            let command = operation.command.as_str();
            message!(personal_data::by_hand { command })
        } else {
            let from = message!(personal_data::one_of { places });
            if source.is_changed {
                message!(personal_data::changed_since { from })
            } else {
                from
            }
        };
        (recorded, from.in_language(self.language))
    }

    /// Returns the values of a row as they are stored, for programs, without what only the program needs.
    fn stored(&self, fields: &Fields) -> Cell {
        let mut left: Fields = fields.clone();
        for column in [
            "id",
            "operation_id",
            "candidates",
            "key",
            "scope",
            "choices",
        ] {
            left.remove(column);
        }
        left.retain(|_, value| !value.is_null());
        let text = Value::Object(left).to_string();
        Cell::Text(self.others.without(&text))
    }

    /// Returns the texts of others that name them.
    fn mentions(&self) -> Table {
        let mut table = Table::new(
            "mentions",
            "",
            vec![Column::of(facts::WHERE), Column::of(facts::MENTION)],
        );
        for (what, excerpt) in &self.held.mentions {
            let excerpt = self.others.without(excerpt);
            table.push(vec![what.clone().into(), excerpt.into()]);
        }
        table
    }

    /// Returns the former states of their rows.
    fn former(&self) -> Result<Table, StoreError> {
        let mut numbers: BTreeSet<OperationId> = BTreeSet::new();
        for person in &self.held.people {
            numbers.extend(self.reader.operations_on_person(PersonId(*person))?);
        }
        let changed = changes(self.reader, &numbers, self.zone, self.language)?;
        let mut table = Table::new(
            "former",
            "",
            vec![
                Column::of(facts::TIME),
                Column::of(facts::WHAT),
                Column::of(facts::BEFORE),
            ],
        );
        for change in changed.rows {
            let is_theirs = change
                .person
                .is_some_and(|it| self.held.people.contains(&it.0))
                || self
                    .held
                    .rows
                    .get(&change.table)
                    .is_some_and(|it| it.contains(&change.row));
            let operation = self.operations.get(&change.operation);
            if let Some(operation) = operation.filter(|_| is_theirs && !change.before.is_empty()) {
                table.push(vec![
                    times::moment(operation.time, self.zone, self.language),
                    change.what.into(),
                    self.others.without(&change.before).into(),
                ]);
            }
        }
        Ok(table)
    }

    /// Returns the files that were written and name them.
    fn files(&self) -> Result<Table, StoreError> {
        let mut table = Table::new(
            "files",
            "",
            vec![Column::of(facts::FILE), Column::of(facts::TIME)],
        );
        let mut named: BTreeMap<PathBuf, String> = BTreeMap::new();
        // Files that name records which were merged into theirs name them.
        for person in &self.held.people {
            let files = self.reader.files_that_name(PersonId(*person))?;
            named.extend(files.into_iter().map(|it| (it.path, it.time)));
        }
        let mut named: Vec<(PathBuf, String)> = named.into_iter().collect();
        named.sort_by(|one, other| (&other.1, &one.0).cmp(&(&one.1, &other.0)));
        for (path, time) in named {
            let at = time::from_text(&time);
            let at = at.map(|at| times::moment(at, self.zone, self.language));
            table.push(vec![name_of(&path).into(), at.into()]);
        }
        let is_told = |table: &Table, name: &str| {
            let mut rows = table.rows().iter();
            rows.any(|row| row[0] == Cell::from(name.to_owned()))
        };
        for copy in &self.held.copies {
            if is_told(&table, &name_of(copy)) {
                continue;
            }
            table.push(vec![name_of(copy).into(), Cell::Empty]);
        }
        if !table.is_empty() {
            table.note(Note::from(self.text(words::COPIES_NAME_EVERYBODY)));
        }
        Ok(table)
    }
}

/// Returns lines of files in words, those of one file together.
fn places(lines: &BTreeSet<SourceLine>) -> Vec<Message> {
    let mut places = Vec::new();
    let lines: Vec<&SourceLine> = lines.iter().collect();
    for of_file in lines.chunk_by(|one, other| one.file == other.file) {
        let numbers: Vec<String> = of_file
            .iter()
            .filter_map(|it| it.line.map(|line| line.to_string()))
            .collect();
        match of_file {
            [one] => places.push(one.message()),
            [one, ..] => {
                let file = one.file.clone();
                places.push(message!(personal_data::lines_of {
                    file,
                    lines: numbers
                }));
            }
            [] => {}
        }
    }
    places
}

/// Returns the name of a file without its folders, which say nothing to anybody else.
fn name_of(path: &std::path::Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn columns() -> Vec<Column> {
    vec![
        Column::of(facts::TABLE).hidden_in_text(),
        Column::of(facts::ROW).hidden_in_text(),
        Column::of(facts::WHAT),
        Column::of(facts::VALUE),
        Column::of(facts::RECORDED),
        Column::of(facts::FROM),
        Column::of(facts::STORED).hidden_in_text(),
    ]
}
