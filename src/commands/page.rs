//! A page about one thing: its facts, then tables. This is the output of `show`.
//!
//! For people the facts are lines and the tables follow, without empty ones. For programs a page is one array with one
//! object: the facts are its keys, and each table is an array of objects under its own name (JSON Lines: the same
//! object on one line). CSV supports neither nesting nor several tables, so it is one long table of part, row, field
//! and value; a workbook has a sheet for the facts and one for each table.

use crate::context::Context;
use crate::error::Error;
use crate::output::keyed::Keyed;
use crate::output::{Cell, Column, Document, Format, Part, Table};

/// Facts and tables about one thing.
#[derive(Debug)]
pub(super) struct Page {
    name: &'static str,
    title: String,
    facts: Vec<(Column, Cell)>,
    tables: Vec<Table>,
}

impl Page {
    /// Begins a page; `name` is the kind of its subject.
    pub(super) fn new(name: &'static str, title: impl Into<String>) -> Self {
        Self {
            name,
            title: title.into(),
            facts: Vec::new(),
            tables: Vec::new(),
        }
    }

    /// Adds a fact: its name and its value.
    pub(super) fn fact(&mut self, name: Keyed, value: impl Into<Cell>) {
        self.facts.push((Column::of(name), value.into()));
    }

    /// Adds a table; its name is its key in JSON.
    pub(super) fn table(&mut self, table: Table) {
        self.tables.push(table);
    }

    /// Writes the page to standard output. For people, tables without rows are left out.
    pub(super) fn show(self, context: &mut Context) -> Result<(), Error> {
        let is_for_people = matches!(
            context.format_for(None)?,
            Format::Text | Format::Markdown | Format::Html | Format::Pdf | Format::Docx
        );
        let mut document = Document::new(self.name, self.title);
        document.push(Part::Facts(self.facts));
        let tables = self.tables.into_iter();
        for table in tables.filter(|table| !is_for_people || !table.is_empty()) {
            document.push(Part::Table(table));
        }
        context.show(document)
    }
}
