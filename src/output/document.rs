//! A document independent of its format: headings, figures, tables, charts.
//!
//! A page about one record, a letter and a follow-up report are each built once, as a list of parts, and every format
//! for people is derived from it, so that HTML, Markdown and text have the same content. A [`Table`] alone is a
//! document with one part.

use std::borrow::Cow;

use super::{Bars, Cell, Chart, Column, Language, Logo, Table};
use crate::output::keyed::columns;

/// Parts under a title.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its kind, used as a file name or as a key: `event`.
    pub name: Cow<'static, str>,
    /// The title, in the reader's language.
    pub title: String,
    /// Facts right below the title: date, place.
    pub lines: Vec<String>,
    /// Pictures for the head of each page.
    pub logos: Vec<Logo>,
    /// How it is printed.
    pub layout: Layout,
    /// Its content, from top to bottom.
    pub parts: Vec<Part>,
}

/// How a document is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// A4 portrait: letters and reports.
    #[default]
    Portrait,
    /// A4 landscape: lists with many columns.
    Landscape,
    /// A4 portrait, with a separate letter on every page: the title does not appear on them.
    Letters,
}

/// One part of a document.
#[expect(
    clippy::large_enum_variant,
    reason = "a document has few parts, and most of it are tables"
)]
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A heading below the title.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A few prominent numbers.
    Figures(Vec<Figure>),
    /// Facts about one thing, one below the other; empty facts, and those in hidden columns, are left out for people.
    Facts(Vec<(Column, Cell)>),
    /// A table with its title, groups and notes.
    Table(Table),
    /// Numbers over time.
    Chart(Chart),
    /// A bar chart.
    Bars(Bars),
    /// Names one after the other, where a table would be mostly empty.
    List(Vec<String>),
    /// Links to other files, with descriptions.
    Links(Vec<Link>),
    /// A line to sign on, with the text below it.
    Signature(String),
    /// The following parts begin on a new sheet of paper, and are in this language: letters are in their reader's,
    /// whatever the language of the document.
    NewPage(Language),
}

/// Another file in the same folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The file's name, which needs no escaping in a URL.
    pub target: String,
    /// Its description, in the reader's language.
    pub text: String,
}

/// A prominent number, with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// The key for programs, and what the number counts.
    pub column: Column,
    /// The number.
    pub value: Cell,
    /// A comparison: `of 70 expected`; may be empty.
    pub remark: String,
}

impl Document {
    /// Creates a document without parts.
    pub fn new(name: impl Into<Cow<'static, str>>, title: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            title: title.into(),
            lines: Vec::new(),
            logos: Vec::new(),
            layout: Layout::default(),
            parts: Vec::new(),
        }
    }

    /// Adds a part.
    pub fn push(&mut self, part: Part) {
        self.parts.push(part);
    }

    /// Returns figures and facts as a table with one row, for programs.
    pub(super) fn facts_table(&self) -> Table {
        let mut facts: Vec<(Column, Cell)> = Vec::new();
        for part in &self.parts {
            match part {
                Part::Figures(figures) => facts.extend(
                    figures
                        .iter()
                        .map(|it| (it.column.clone(), it.value.clone())),
                ),
                Part::Facts(more) => facts.extend_from_slice(more),
                _ => {}
            }
        }
        let (columns, cells) = facts.into_iter().unzip();
        let mut table = Table::new(self.name.clone(), self.title.clone(), columns);
        table.push(cells);
        table
    }

    /// Returns figures and facts one below the other, for a sheet; `None` if there are none.
    pub(super) fn sheet_of_facts(&self, language: Language) -> Option<Table> {
        let columns = vec![
            Column::of(columns::FACT),
            Column::of(columns::VALUE).right(),
            Column::of(columns::REMARK),
        ];
        let mut table = Table::new("facts", self.title.clone(), columns);
        table.lines.clone_from(&self.lines);
        let mut add = |column: &Column, value: &Cell, remark: &str| {
            if !column.hidden_in_text && !value.for_people(language).is_empty() {
                let name = column.heading.in_language(language).to_owned();
                table.push(vec![name.into(), value.clone(), remark.into()]);
            }
        };
        for part in &self.parts {
            match part {
                Part::Figures(figures) => {
                    for figure in figures {
                        add(&figure.column, &figure.value, &figure.remark);
                    }
                }
                Part::Facts(facts) => {
                    for (column, value) in facts {
                        add(column, value, "");
                    }
                }
                _ => {}
            }
        }
        (!table.is_empty()).then_some(table)
    }

    /// Returns everything a program may need as one long table of part, row, field and value: spreadsheets support
    /// neither nesting nor several tables in one file.
    pub(super) fn long_table(&self) -> Table {
        let columns = vec![
            Column::of(columns::PART_OF_PAGE),
            Column::of(columns::ROW).right(),
            Column::of(columns::FIELD),
            Column::of(columns::VALUE),
        ];
        let mut long = Table::new(self.name.clone(), self.title.clone(), columns);
        let facts = self.facts_table();
        for table in std::iter::once(&facts).chain(self.tables()) {
            for (number, row) in (1_i64..).zip(table.rows()) {
                for (column, value) in table.columns().iter().zip(row) {
                    long.push(vec![
                        table.name.to_string().into(),
                        number.into(),
                        column.key.to_string().into(),
                        value.clone(),
                    ]);
                }
            }
        }
        long
    }

    /// Replaces rows meant for programs by the digest that people read.
    pub(super) fn for_people(mut self) -> Self {
        for part in &mut self.parts {
            let Part::Table(table) = part else {
                continue;
            };
            if let Some(mut digest) = table.digest.take() {
                digest.title = std::mem::take(&mut table.title);
                digest.lines = std::mem::take(&mut table.lines);
                digest.notes = std::mem::take(&mut table.notes);
                digest.chart = table.chart.take();
                *table = *digest;
            }
        }
        self
    }

    /// Returns the tables, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.parts.iter().filter_map(|part| match part {
            Part::Table(table) => Some(table),
            _ => None,
        })
    }
}

/// A single table, in landscape if it has many columns.
impl From<Table> for Document {
    fn from(mut table: Table) -> Self {
        let mut document = Self::new(table.name.clone(), std::mem::take(&mut table.title));
        document.lines = std::mem::take(&mut table.lines);
        // In a list to sign, the columns for numbers and boxes are narrow.
        let upright = UPRIGHT + usize::from(table.is_paged);
        if table.columns_for_people().len() > upright && !table.is_dense {
            document.layout = Layout::Landscape;
        }
        document.push(Part::Table(table));
        document
    }
}

/// The maximum number of columns in portrait.
const UPRIGHT: usize = 5;

/// Returns the facts that people read: without empty ones and those in hidden columns, which are only for programs.
pub(super) fn facts_for_people(
    facts: &[(Column, Cell)],
    language: Language,
) -> impl Iterator<Item = (&Column, &Cell)> {
    let facts = facts.iter().map(|(column, value)| (column, value));
    facts.filter(move |(column, value)| {
        !column.hidden_in_text && !value.for_people(language).is_empty()
    })
}

/// Returns facts one below the other; `None` if none is visible.
pub(super) fn facts_table(facts: &[(Column, Cell)], language: Language) -> Option<Table> {
    let columns = vec![Column::of(columns::FACT), Column::of(columns::VALUE)];
    let mut table = Table::new("facts", "", columns);
    for (column, value) in facts_for_people(facts, language) {
        let heading = column.heading.in_language(language).to_owned();
        table.push(vec![heading.into(), value.clone()]);
    }
    (!table.is_empty()).then_some(table)
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Options, write};
    use super::*;

    #[test]
    fn people_read_no_fact_that_is_empty_or_for_programs_alone() {
        let name = |value| (Column::of(columns::NAME), value);
        let hidden = Column::of(columns::ORGANISATION).hidden_in_text();
        let facts = [
            name(Cell::from("Anna")),
            name(Cell::Empty),
            (hidden, Cell::from("BioM")),
        ];
        let table = facts_table(&facts, Language::En).unwrap();
        assert_eq!(table.rows(), [[Cell::from("Name"), Cell::from("Anna")]]);
        assert_eq!(facts_table(&facts[1..], Language::En), None);
        // Programs get all of them.
        let mut document = Document::new("person", "Anna");
        document.push(Part::Facts(facts.to_vec()));
        assert_eq!(document.facts_table().rows()[0].len(), 3);
        // Missing facts leave no trace.
        document.parts = vec![Part::Facts(facts[1..].to_vec())];
        for format in [Format::Text, Format::Markdown, Format::Html] {
            let options = Options::default();
            let mut out = Vec::new();
            write(document.clone().into(), format, &options, None, &mut out).unwrap();
            let shown = String::from_utf8(out).unwrap();
            let body = shown.split("<body").last().unwrap_or_default();
            assert!(body.contains("Anna"), "{shown}");
            assert!(
                !body.contains("(none)") && !body.contains("BioM"),
                "{shown}"
            );
            assert!(!body.contains("<table"), "{shown}");
        }
    }
}
