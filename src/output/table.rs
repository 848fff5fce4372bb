//! A table before anybody decided on its format.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::{Cell, Chart, Language};
use crate::catalogue::{Message, Wording};
use crate::output::keyed::Keyed;

/// What stands over a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// A wording of the catalogue.
    Wording(Wording),
    /// The text of a form's question, the same in every language.
    Question(String),
}

impl Heading {
    /// The wording in `language`.
    pub fn in_language(&self, language: Language) -> &str {
        match self {
            Self::Wording(wording) => wording.in_language(language),
            Self::Question(question) => question,
        }
    }
}

/// Where a column's cells stand in text and Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// What is said about all cells of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The key in JSON: English, `snake_case`, or the text of a form's question.
    pub key: Cow<'static, str>,
    /// The heading everywhere else.
    pub heading: Heading,
    /// Where the cells stand.
    pub align: Align,
    /// Left out of text and Markdown, where a group's heading says it; CSV and JSON have it always.
    pub hidden_in_text: bool,
    /// Width that text keeps even when the cells need less, in terminal columns: room for a signature.
    pub minimum_width: u16,
    /// Shown even when it is empty: people write into it by hand, or asked for it.
    pub is_shown_empty: bool,
}

impl Column {
    /// A column of the catalogue, aligned to the left.
    pub fn of(keyed: Keyed) -> Self {
        Self::with(
            Cow::Borrowed(keyed.key()),
            Heading::Wording(keyed.wording()),
        )
    }

    /// A column for the answers to a form's question, whose text is key and heading in both languages.
    pub fn answers(question: impl Into<String>) -> Self {
        let question = question.into();
        Self::with(Cow::Owned(question.clone()), Heading::Question(question))
    }

    fn with(key: Cow<'static, str>, heading: Heading) -> Self {
        Self {
            key,
            heading,
            align: Align::Left,
            hidden_in_text: false,
            minimum_width: 0,
            is_shown_empty: false,
        }
    }

    /// Aligns the column to the right.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }

    /// Whether it holds numbers.
    pub fn is_number(&self) -> bool {
        self.align == Align::Right
    }

    /// Leaves the column out of text and Markdown.
    #[must_use]
    pub fn hidden_in_text(mut self) -> Self {
        self.hidden_in_text = true;
        self
    }

    /// Keeps the column at least so wide in text.
    #[must_use]
    pub fn at_least(mut self, width: u16) -> Self {
        self.minimum_width = width;
        self
    }

    /// Shows the column even when it is empty: people write into it by hand.
    #[must_use]
    pub fn filled_by_hand(mut self) -> Self {
        self.is_shown_empty = true;
        self
    }
}

/// A heading over a run of rows, in text and Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it and the groups after it are under, up to the next one that is said: a day.
    pub above: Option<String>,
    /// A session's title, for example.
    pub heading: String,
    /// Facts that stand under the heading: its time, its places.
    pub lines: Vec<String>,
    /// What stands below its rows: their sums.
    pub below: Vec<String>,
    /// What is written by hand at its foot, a line each: a place and a date, a signature.
    pub to_sign: Vec<String>,
    /// Whether it stands on the sheet of paper of the group before it.
    pub is_continued: bool,
    /// The row that the group starts with; it ends where the next one starts.
    first_row: usize,
}

/// A sentence below a table.
///
/// On screen it ends with what the organiser can do about it. Whoever is sent a page, a workbook or a Markdown file
/// has no use for a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The sentence, in the reader's language.
    pub said: String,
    /// A command, and what to know of it; may be empty.
    pub way_out: String,
}

impl Note {
    /// A sentence with what can be done about it.
    pub fn new(said: impl Into<String>, way_out: impl Into<String>) -> Self {
        Self {
            said: said.into(),
            way_out: way_out.into(),
        }
    }
}

impl From<String> for Note {
    fn from(said: String) -> Self {
        Self::new(said, "")
    }
}

impl From<&str> for Note {
    fn from(said: &str) -> Self {
        Self::new(said, "")
    }
}

/// What stands on screen: the sentence, then what to do.
impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let space = if self.way_out.is_empty() { "" } else { " " };
        write!(formatter, "{}{space}{}", self.said, self.way_out)
    }
}

/// A run of rows under one heading, or under none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Section<'a> {
    /// `None` for rows that were pushed before the first group.
    pub group: Option<&'a Group>,
    /// The rows; may be none.
    pub rows: &'a [Vec<Cell>],
    /// Which of the table's rows comes first.
    pub first_row: usize,
}

/// How large the letters of a table are on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    /// As those of everything else.
    #[default]
    Usual,
    /// Large, and groups are parts of one table: a list to find names in while people queue.
    Large,
}

/// Columns, rows and what to say around them.
///
/// A table only grows, so that every row has a cell for each column and groups stand in order.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own, set where it is known"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it is, for a file or a sheet: `attendance`.
    pub name: Cow<'static, str>,
    /// The title over it, in the reader's language; none when empty.
    pub title: String,
    /// Facts right below the title, for people: date, place.
    pub lines: Vec<String>,
    /// What stands below it: the rule that was applied, what may be wrong.
    pub notes: Vec<Note>,
    /// What text and Markdown draw in place of the rows, where there are too many to be read.
    pub chart: Option<Chart>,
    /// What people read in place of the rows on a page and on paper, where the rows are for programs.
    pub digest: Option<Box<Self>>,
    /// Whether each group begins on a new sheet of paper: a list to sign.
    pub is_paged: bool,
    /// Whether it is printed upright however many columns it has, in small rows: a long list that is read.
    pub is_dense: bool,
    /// What its sheet of a workbook is called, where its name does not say it.
    pub sheet: Option<Wording>,
    /// Whether its rows are bars: a workbook draws them.
    pub(super) are_bars: bool,
    /// How large its letters are.
    pub letters: Letters,
    /// Whether import takes the table back: workbooks then have moments as ISO 8601 texts, whose offset no
    /// date of a workbook can hold.
    pub taken_back: bool,
    /// How many rows somebody did not want to see.
    pub left_out: usize,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    /// The number of the person that each row is about, where no column says it.
    people: Vec<Option<i64>>,
    groups: Vec<Group>,
}

impl Table {
    /// A table without rows.
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

    /// Adds a row with one cell a column.
    ///
    /// A row that is too short is filled with empty cells, as form exports have them; one that is too
    /// long is a mistake of the caller.
    pub fn push(&mut self, mut row: Vec<Cell>) {
        debug_assert!(row.len() <= self.columns.len(), "more cells than columns");
        row.resize(self.columns.len(), Cell::Empty);
        self.rows.push(row);
        self.people.push(None);
    }

    /// The same for a row about a person whose number is in none of the columns.
    pub fn push_about(&mut self, person: i64, row: Vec<Cell>) {
        self.push(row);
        if let Some(last) = self.people.last_mut() {
            *last = Some(person);
        }
    }

    /// Adds a column behind the others, with the same cell in every row.
    pub fn add_column(&mut self, column: Column, cell: &Cell) {
        self.columns.push(column);
        for row in &mut self.rows {
            row.push(cell.clone());
        }
    }

    /// Adds a column behind the others, with a cell a row.
    pub fn add_cells(&mut self, column: Column, cells: Vec<Cell>) {
        debug_assert!(cells.len() == self.rows.len(), "a cell a row");
        self.columns.push(column);
        for (row, cell) in self.rows.iter_mut().zip(cells) {
            row.push(cell);
        }
    }

    /// Has these columns alone, in this order, and shows each of them, also one that is empty or hidden otherwise.
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

    /// Has the first columns alone.
    pub fn truncate_columns(&mut self, count: usize) {
        self.columns.truncate(count);
        for row in &mut self.rows {
            row.truncate(count);
        }
    }

    /// Keeps the rows that are marked `true`.
    ///
    /// Groups of which no row is kept go; of the others, what stands below the rows counted all of them, and goes too.
    /// `partly` says under the heading of a group how many of how many rows are left.
    pub fn keep_rows(&mut self, keep: &[bool], partly: impl Fn(usize, usize) -> String) {
        debug_assert!(keep.len() == self.rows.len(), "a mark a row");
        let starts = self.groups.iter().map(|it| it.first_row);
        let ends: Vec<usize> = starts.skip(1).chain([self.rows.len()]).collect();
        let kept = |rows: Range<usize>| keep[rows].iter().filter(|it| **it).count();
        // A group that goes leaves its sheet of paper to the one that stood on it too.
        let mut is_sheet_open = false;
        let mut groups = Vec::new();
        for (mut group, end) in std::mem::take(&mut self.groups).into_iter().zip(ends) {
            is_sheet_open &= group.is_continued;
            let rows = group.first_row..end;
            let (all, left) = (rows.len(), kept(rows));
            if left == 0 {
                continue;
            }
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

    /// The number of the person that each row is about, where no column says it.
    pub fn people(&self) -> &[Option<i64>] {
        &self.people
    }

    /// Returns the rows as CSV has them, before anything is guarded.
    pub fn texts(&self, language: Language) -> Vec<Vec<String>> {
        let text = |cell: &Cell| cell.for_spreadsheet(language).into_owned();
        let rows = self.rows.iter();
        rows.map(|row| row.iter().map(text).collect()).collect()
    }

    /// Puts the rows that follow under a heading, with facts below it.
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

    /// The same for what belongs on the sheet of paper of the group before it.
    pub fn continue_group(&mut self, heading: impl Into<String>, lines: Vec<String>) {
        self.begin_group(heading, lines);
        if let Some(group) = self.groups.last_mut() {
            group.is_continued = true;
        }
    }

    /// Puts the last group, and those that follow, under a heading of their own: a day.
    pub fn put_under(&mut self, above: impl Into<String>) {
        if let Some(group) = self.groups.last_mut() {
            group.above = Some(above.into());
        }
    }

    /// Leaves lines to write on at the foot of the last group, by what is written there.
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

    /// Hides those of these columns from people that say nothing, or 0 in every row.
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

    /// Says in a column what people read in place of what stands there for programs.
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

    /// The columns, in order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The rows; each has as many cells as there are columns.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// The groups, in order.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows by group: every row once, in order, and every group even without rows.
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

    /// The columns that people see, with their places in a row. An empty column is left out, unless people write into
    /// it by hand.
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
