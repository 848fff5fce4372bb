//! A page about one thing: its facts, then tables. What `show` prints.
//!
//! For people the facts stand in lines and the tables follow, those without rows left out. For programs
//! a page is one array with one object: the facts are its keys, and each table is an array of objects
//! under its own name (JSON Lines: the same object in one line). A spreadsheet gets neither nesting nor
//! several tables, so CSV is one long table of part, row, field and value.

use crate::context::Context;
use crate::error::Error;
use crate::output::{self, Cell, Column, Format, Options, Table};

/// Facts and tables about one thing.
#[derive(Debug)]
pub(super) struct Page {
    name: &'static str,
    title: String,
    facts: Vec<(Column, Cell)>,
    tables: Vec<Table>,
}

impl Page {
    /// Begins a page; `name` is what kind of thing it is about.
    pub(super) fn new(name: &'static str, title: impl Into<String>) -> Self {
        Self {
            name,
            title: title.into(),
            facts: Vec::new(),
            tables: Vec::new(),
        }
    }

    /// Adds a fact: its key, its heading in both languages, and what it is.
    pub(super) fn fact(
        &mut self,
        key: &'static str,
        english: &'static str,
        german: &'static str,
        value: impl Into<Cell>,
    ) {
        self.facts
            .push((Column::new(key, english, german), value.into()));
    }

    /// Adds a table; its name is its key in JSON.
    pub(super) fn table(&mut self, table: Table) {
        self.tables.push(table);
    }

    /// Writes the page to standard output.
    pub(super) fn show(&self, context: &mut Context) -> Result<(), Error> {
        match context.format_for(None)? {
            Format::Json => {
                let page = format!("[\n  {}\n]\n", self.json(context));
                context.write(page.as_bytes())
            }
            Format::Jsonl => {
                let page = format!("{}\n", self.json(context));
                context.write(page.as_bytes())
            }
            Format::Csv => context.show(&self.long_table()),
            _ => self.show_to_people(context),
        }
    }

    fn show_to_people(&self, context: &mut Context) -> Result<(), Error> {
        let language = context.language;
        let mut table = Table::new(
            self.name,
            self.title.clone(),
            vec![
                Column::new("fact", "fact", "Angabe"),
                Column::new("value", "value", "Wert"),
            ],
        );
        for (column, value) in &self.facts {
            let is_empty = match value {
                Cell::Empty => true,
                Cell::Words(words) => words.is_empty(),
                _ => false,
            };
            if !is_empty {
                let heading = column.heading.in_language(language).to_owned();
                table.push(vec![heading.into(), value.clone()]);
            }
        }
        context.show(&table)?;
        for table in &self.tables {
            if !table.is_empty() {
                context.write(b"\n")?;
                context.show(table)?;
            }
        }
        Ok(())
    }

    /// The facts as a table of one row.
    fn facts_table(&self) -> Table {
        let columns = self.facts.iter().map(|(column, _)| column.clone());
        let mut table = Table::new(self.name, "", columns.collect());
        table.push(self.facts.iter().map(|(_, value)| value.clone()).collect());
        table
    }

    /// The page as one object. Put together from rendered rows, whose strings are safe to look at.
    fn json(&self, context: &Context) -> String {
        let facts = lines_of(&self.facts_table(), context);
        let facts = facts.trim_end();
        let mut object = facts.strip_suffix('}').unwrap_or(facts).to_owned();
        for table in &self.tables {
            let lines = lines_of(table, context);
            let rows: Vec<&str> = lines.lines().collect();
            object.push_str(&[",\"", &table.name, "\":[", &rows.join(","), "]"].concat());
        }
        object.push('}');
        object
    }

    fn long_table(&self) -> Table {
        let mut long = Table::new(
            self.name,
            self.title.clone(),
            vec![
                Column::new("part", "part", "Teil"),
                Column::new("row", "row", "Zeile").right(),
                Column::new("field", "field", "Feld"),
                Column::new("value", "value", "Wert"),
            ],
        );
        let facts = self.facts_table();
        for table in std::iter::once(&facts).chain(&self.tables) {
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
}

/// Returns the rows of a table as JSON objects, one a line.
fn lines_of(table: &Table, context: &Context) -> String {
    let options = Options {
        language: context.language,
        ..Options::default()
    };
    let bytes = output::render(table, Format::Jsonl, &options);
    String::from_utf8_lossy(&bytes).into_owned()
}
