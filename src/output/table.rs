//! A table independent of its format.

use std::borrow::Cow;
use std::ops::Range;

use super::{Cell, Chart, Column, Language, Note};
use crate::catalogue::{Message, Wording};

/// A heading above several rows, in text and Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The heading above this group and the following ones, up to the next one that is set: a day.
    pub above: Option<String>,
    /// The heading, for example a session's title; empty for none, where rows only have sums below them.
    pub heading: String,
    /// Facts below the heading: its time, its places.
    pub lines: Vec<String>,
    /// The lines below its rows: their sums.
    pub below: Vec<String>,
    /// What is written by hand at its foot, one line each: a place and a date, a signature.
    pub to_sign: Vec<String>,
    /// Whether it is on the same sheet of paper as the group before it.
    pub is_continued: bool,
    /// The row that the group starts with; it ends where the next one starts.
    first_row: usize,
}

/// Consecutive rows under one heading, or without one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Section<'a> {
    /// `None` for rows that were added before the first group.
    pub group: Option<&'a Group>,
    /// The rows, possibly none.
    pub rows: &'a [Vec<Cell>],
    /// The index of the first row in the table.
    pub first_row: usize,
}

/// The font size of a table on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    /// The same as everywhere else.
    #[default]
    Usual,
    /// Large, and groups are parts of one table: for a list in which names are looked up while people queue.
    Large,
}

/// Columns, rows and the texts around them.
///
/// Rows and groups are only added through methods, so that every row has a cell for each column and groups are in
/// order.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own, set where it is known"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its kind, used as the name of a file or a sheet: `attendance`.
    pub name: Cow<'static, str>,
    /// The title above it, in the reader's language; empty for none.
    pub title: String,
    /// Facts right below the title, for people: date, place.
    pub lines: Vec<String>,
    /// Notes below it: the rule that was applied, and possible errors.
    pub notes: Vec<Note>,
    /// Drawn in text and Markdown in place of the rows if there are too many to be read.
    pub chart: Option<Chart>,
    /// Shown to people on a page and on paper in place of the rows if those are for programs.
    pub digest: Option<Box<Self>>,
    /// Whether each group begins on a new sheet of paper: a list to sign.
    pub is_paged: bool,
    /// Whether it is printed in portrait with small rows however many columns it has: a long list to read.
    pub is_dense: bool,
    /// The name of its sheet in a workbook if it differs from `name`.
    pub sheet: Option<Wording>,
    /// Whether its rows are bars: a workbook draws them.
    pub(super) are_bars: bool,
    /// Its font size.
    pub letters: Letters,
    /// Whether import reads the table: workbooks then have moments as ISO 8601 texts, since a date in a workbook has no
    /// offset.
    pub taken_back: bool,
    /// The number of rows that were filtered out.
    pub left_out: usize,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    /// The number of the person that each row is about, if no column has it.
    people: Vec<Option<i64>>,
    groups: Vec<Group>,
}

impl Table {
    /// Creates a table without rows.
    pub fn new(
        name: impl Into<Cow<'static, str>>,
        title: impl Into<String>,
        columns: Vec<Column>,
    ) -> Self {
        Self {
            name: name.into(),
            title: title.into(),
            lines: Vec::new(),
            notes: Vec::new(),
            chart: None,
            digest: None,
            is_paged: false,
            is_dense: false,
            sheet: None,
            are_bars: false,
            letters: Letters::Usual,
            taken_back: false,
            left_out: 0,
            columns,
            rows: Vec::new(),
            people: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Adds a row with one cell per column.
    ///
    /// A row that is too short is filled with empty cells, as in form exports; one that is too long is a programming
    /// error.
    pub fn push(&mut self, mut row: Vec<Cell>) {
        debug_assert!(row.len() <= self.columns.len(), "more cells than columns");
        row.resize(self.columns.len(), Cell::Empty);
        self.rows.push(row);
        self.people.push(None);
    }

    /// Adds a row about a person whose number is not in any column.
    pub fn push_about(&mut self, person: i64, row: Vec<Cell>) {
        self.push(row);
        if let Some(last) = self.people.last_mut() {
            *last = Some(person);
        }
    }

    /// Adds a column after the others, with the same cell in every row.
    pub fn add_column(&mut self, column: Column, cell: &Cell) {
        self.columns.push(column);
        for row in &mut self.rows {
            row.push(cell.clone());
        }
    }

    /// Adds a column after the others, with one cell per row.
    pub fn add_cells(&mut self, column: Column, cells: Vec<Cell>) {
        debug_assert!(cells.len() == self.rows.len(), "a cell a row");
        self.columns.push(column);
        for (row, cell) in self.rows.iter_mut().zip(cells) {
            row.push(cell);
        }
    }

    /// Keeps only these columns, in this order, and shows each of them, even if it is empty or would be hidden.
    pub fn choose_columns(&mut self, places: &[usize]) {
        let chosen = places.iter().map(|place| Column {
            hidden_in_text: false,
            is_shown_empty: true,
            ..self.columns[*place].clone()
        });
        self.columns = chosen.collect();
        for row in &mut self.rows {
            *row = places.iter().map(|place| row[*place].clone()).collect();
        }
    }

    /// Keeps only the first columns.
    pub fn truncate_columns(&mut self, count: usize) {
        self.columns.truncate(count);
        for row in &mut self.rows {
            row.truncate(count);
        }
    }

    /// Keeps the rows that are marked `true`.
    ///
    /// Groups without remaining rows are removed; the others lose the lines below their rows, which counted all of
    /// them. `partly` returns the text below a group's heading, given how many of how many rows remain.
    pub fn keep_rows(&mut self, keep: &[bool], partly: impl Fn(usize, usize) -> String) {
        debug_assert!(keep.len() == self.rows.len(), "a mark a row");
        let starts = self.groups.iter().map(|it| it.first_row);
        let ends: Vec<usize> = starts.skip(1).chain([self.rows.len()]).collect();
        let kept = |rows: Range<usize>| keep[rows].iter().filter(|it| **it).count();
        // If a group is removed, the next one on its sheet of paper begins the sheet.
        let mut is_sheet_open = false;
        // If the first group of a day is removed, the day is the heading of the next one that remains.
        let mut above = None;
        let mut groups = Vec::new();
        for (mut group, end) in std::mem::take(&mut self.groups).into_iter().zip(ends) {
            is_sheet_open &= group.is_continued;
            above = group.above.take().or(above);
            let rows = group.first_row..end;
            let (all, left) = (rows.len(), kept(rows));
            if left == 0 {
                continue;
            }
            group.above = above.take();
            group.is_continued &= is_sheet_open || groups.is_empty();
            is_sheet_open = true;
            group.first_row = kept(0..group.first_row);
            if left < all {
                group.below.clear();
                group.lines.push(partly(left, all));
            }
            groups.push(group);
        }
        self.groups = groups;
        let mut marks = keep.iter();
        self.rows.retain(|_| marks.next().is_none_or(|it| *it));
        let mut marks = keep.iter();
        self.people.retain(|_| marks.next().is_none_or(|it| *it));
        self.left_out += keep.iter().filter(|it| !**it).count();
    }

    /// Returns the number of the person that each row is about, if no column has it.
    pub fn people(&self) -> &[Option<i64>] {
        &self.people
    }

    /// Returns the rows as in CSV, before anything is guarded.
    pub fn texts(&self, language: Language) -> Vec<Vec<String>> {
        let text = |cell: &Cell| cell.for_spreadsheet(language).into_owned();
        let rows = self.rows.iter();
        rows.map(|row| row.iter().map(text).collect()).collect()
    }

    /// Puts the following rows under a heading, with facts below it.
    pub fn begin_group(&mut self, heading: impl Into<String>, lines: Vec<String>) {
        self.groups.push(Group {
            above: None,
            heading: heading.into(),
            lines,
            below: Vec::new(),
            to_sign: Vec::new(),
            is_continued: false,
            first_row: self.rows.len(),
        });
    }

    /// The same for a group that belongs on the same sheet of paper as the one before it.
    pub fn continue_group(&mut self, heading: impl Into<String>, lines: Vec<String>) {
        self.begin_group(heading, lines);
        if let Some(group) = self.groups.last_mut() {
            group.is_continued = true;
        }
    }

    /// Puts the last group, and the following ones, under a heading of their own: a day.
    pub fn put_under(&mut self, above: impl Into<String>) {
        if let Some(group) = self.groups.last_mut() {
            group.above = Some(above.into());
        }
    }

    /// Adds lines to write on at the foot of the last group, labelled by what is written there.
    pub fn leave_to_sign(&mut self, lines: Vec<String>) {
        if let Some(group) = self.groups.last_mut() {
            group.to_sign = lines;
        }
    }

    /// Adds a line below the rows of the last group.
    pub fn close_group(&mut self, line: impl Into<String>) {
        if let Some(group) = self.groups.last_mut() {
            group.below.push(line.into());
        }
    }

    /// Hides those of these columns from people that are empty, or 0, in every row.
    pub fn hide_zeros(&mut self, keys: &[&str]) {
        for (place, column) in self.columns.iter_mut().enumerate() {
            let mut rows = self.rows.iter();
            let says_nothing =
                |row: &Vec<Cell>| matches!(row[place], Cell::Empty | Cell::Integer(0));
            if keys.contains(&&*column.key) && rows.all(says_nothing) {
                column.hidden_in_text = true;
            }
        }
    }

    /// Replaces what people read in a column, without changing the values for programs.
    pub fn reword(&mut self, key: &str, words: impl Fn(&str) -> Option<String>) {
        let Some(place) = self.columns.iter().position(|it| it.key == key) else {
            return;
        };
        for row in &mut self.rows {
            let Cell::Text(text) = &row[place] else {
                continue;
            };
            if let Some(words) = words(text) {
                row[place] = Cell::Worded {
                    key: text.clone(),
                    words: Message::verbatim(words),
                };
            }
        }
    }

    /// Hides a column from people.
    pub fn hide(&mut self, key: &str) {
        for column in self.columns.iter_mut().filter(|it| it.key == key) {
            column.hidden_in_text = true;
        }
    }

    /// Adds a sentence below the table.
    pub fn note(&mut self, note: impl Into<Note>) {
        self.notes.push(note.into());
    }

    /// Returns the columns, in order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Returns the rows; each has as many cells as there are columns.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// Returns the groups, in order.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Returns whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the rows by group: every row once, in order, and every group even without rows.
    pub fn sections(&self) -> Vec<Section<'_>> {
        let section = |group, range: Range<usize>| Section {
            group,
            first_row: range.start,
            rows: &self.rows[range],
        };
        let first = self
            .groups
            .first()
            .map_or(self.rows.len(), |group| group.first_row);
        let mut sections = Vec::with_capacity(self.groups.len() + 1);
        if first > 0 || self.groups.is_empty() {
            sections.push(section(None, 0..first));
        }
        let ends = self.groups.iter().skip(1).map(|next| next.first_row);
        for (group, end) in self.groups.iter().zip(ends.chain([self.rows.len()])) {
            sections.push(section(Some(group), group.first_row..end));
        }
        sections
    }

    /// Returns the columns that people see, with their indices in a row. An empty column is left out, unless people
    /// write into it by hand.
    pub(super) fn columns_for_people(&self) -> Vec<(usize, &Column)> {
        let columns = self.columns.iter().enumerate();
        let visible = columns.filter(|(_, it)| !it.hidden_in_text);
        let is_empty = |place: usize| {
            let is_nothing = |row: &Vec<Cell>| match &row[place] {
                Cell::Empty => true,
                Cell::Words(words) => words.is_empty(),
                Cell::Reworded { words, .. } => {
                    words.in_language(Language::FOR_PROGRAMS).is_empty()
                }
                _ => false,
            };
            !self.rows.is_empty() && self.rows.iter().all(is_nothing)
        };
        visible
            .filter(|(place, it)| it.is_shown_empty || !is_empty(*place))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::output::keyed::columns;

    #[test]
    fn a_day_stays_above_what_is_left_of_it() {
        let mut table = Table::new("list", "", vec![Column::of(columns::NAME)]);
        for (day, group, name) in [
            (Some("Monday"), "A", "Anna"),
            (Some("Tuesday"), "B", "Bert"),
            (None, "C", "Cleo"),
            (Some("Wednesday"), "D", "Dora"),
        ] {
            table.begin_group(group, Vec::new());
            if let Some(day) = day {
                table.put_under(day);
            }
            table.push(vec![Cell::from(name)]);
        }
        let above = |table: &Table| -> Vec<(Option<String>, String)> {
            let groups = table.groups().iter();
            groups
                .map(|it| (it.above.clone(), it.heading.clone()))
                .collect()
        };
        let mut without_b = table.clone();
        without_b.keep_rows(&[true, false, true, true], |_, _| String::new());
        let day = |day: &str| Some(day.to_owned());
        let expected = [
            (day("Monday"), "A".to_owned()),
            (day("Tuesday"), "C".to_owned()),
            (day("Wednesday"), "D".to_owned()),
        ];
        assert_eq!(above(&without_b), expected);
        table.keep_rows(&[true, false, false, true], |_, _| String::new());
        assert_eq!(above(&table), [expected[0].clone(), expected[2].clone()]);
    }

    #[test]
    fn a_short_row_is_filled_up() {
        let columns = vec![Column::of(columns::NAME), Column::answers("Vegan?")];
        let mut table = Table::new("people", "", columns);
        table.push(vec![Cell::from("Anna")]);
        assert_eq!(table.rows(), [[Cell::from("Anna"), Cell::Empty]]);
    }

    #[test]
    fn an_empty_table_is_one_empty_section() {
        let table = Table::new("people", "", Vec::new());
        assert_eq!(table.sections().len(), 1);
    }

    proptest! {
        /// `true` adds a row, `false` begins a group.
        #[test]
        fn sections_hold_every_row_once_and_every_group(steps in prop::collection::vec(any::<bool>(), 0..20)) {
            let mut table = Table::new("t", "", vec![Column::of(columns::NAME)]);
            for (number, is_row) in steps.iter().enumerate() {
                if *is_row {
                    table.push(vec![Cell::from(number)]);
                } else {
                    table.begin_group(number.to_string(), Vec::new());
                }
            }
            let sections = table.sections();
            let rows: Vec<_> = sections.iter().flat_map(|section| section.rows).cloned().collect();
            prop_assert_eq!(rows, table.rows());
            let groups: Vec<_> = sections.iter().filter_map(|section| section.group).cloned().collect();
            prop_assert_eq!(groups, table.groups());
            for section in &sections {
                prop_assert_eq!(section.rows, &table.rows()[section.first_row..][..section.rows.len()]);
            }
        }
    }
}
