//! Conditions on the rows of a table.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::names::Names;
use super::{Around, SelectionError, Written, choices, folded};
use crate::catalogue::Language;
use crate::catalogue::messages::{conventions, sheets as words};
use crate::message;
use crate::output::keyed::{Keyed, columns};
use crate::output::{Cell, Column, Table};

/// The operator between a column and a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Is,
    IsNot,
    Less,
    AtMost,
    More,
    AtLeast,
    Contains,
}

/// How operators are written; longer ones before their own prefixes.
const SIGNS: [(&str, Sign); 10] = [
    ("!=", Sign::IsNot),
    ("<=", Sign::AtMost),
    (">=", Sign::AtLeast),
    ("≠", Sign::IsNot),
    ("≤", Sign::AtMost),
    ("≥", Sign::AtLeast),
    ("=", Sign::Is),
    ("<", Sign::Less),
    (">", Sign::More),
    ("~", Sign::Contains),
];

impl Sign {
    /// Returns the operator as written in documents.
    fn shown(self, language: Language) -> &'static str {
        match self {
            Self::Is => "=",
            Self::IsNot => "≠",
            Self::Less => "<",
            Self::AtMost => "≤",
            Self::More => ">",
            Self::AtLeast => "≥",
            Self::Contains => words::CONTAINS.in_language(language),
        }
    }

    /// Returns whether the operator holds for a cell that compares like this with a value.
    fn allows(self, ordering: Ordering) -> bool {
        match self {
            Self::Is => ordering.is_eq(),
            Self::IsNot => ordering.is_ne(),
            Self::Less => ordering.is_lt(),
            Self::AtMost => ordering.is_le(),
            Self::More => ordering.is_gt(),
            Self::AtLeast => ordering.is_ge(),
            Self::Contains => false,
        }
    }
}

/// The type of a column's cells.
enum Nature {
    /// Only words of the program.
    Closed(Vec<Keyed>),
    Truth,
    Number,
    Share,
    Time,
    Text,
}

/// A value to compare cells with.
#[derive(Debug, Clone)]
enum Value {
    /// The empty value.
    Nothing,
    Words(Vec<Keyed>),
    Truth(bool),
    Number(f64),
    /// A fraction of one; `true` if it was written in whole percent.
    Share(f64, bool),
    Time(Written),
    /// Folded text.
    Text(String),
}

/// A condition on one column.
#[derive(Debug, Clone)]
pub(super) struct Condition {
    place: usize,
    heading: String,
    sign: Sign,
    /// Each value with its wording for people. One of them has to match; for [`Sign::IsNot`] none may.
    values: Vec<(Value, String)>,
}

impl Condition {
    /// Parses `column=value`, with several values separated by commas.
    pub(super) fn read(
        text: &str,
        table: &Table,
        names: &Names<'_>,
        around: Around<'_>,
    ) -> Result<Self, SelectionError> {
        let (place, sign, value) = parted(text, names)?;
        let reading = Reading {
            table,
            place,
            column: &table.columns()[place],
            heading: names.heading(place),
            nature: nature(table, place),
            around,
        };
        let values = reading.values(sign, value.trim())?;
        Ok(Self {
            place,
            heading: reading.heading,
            sign,
            values,
        })
    }

    /// Returns whether a row meets the condition.
    pub(super) fn holds(&self, row: &[Cell]) -> bool {
        let cell = &row[self.place];
        let mut values = self.values.iter().map(|(value, _)| value);
        match self.sign {
            Sign::Is => values.any(|it| is(cell, it)),
            Sign::IsNot => !values.any(|it| is(cell, it)),
            Sign::Contains => {
                let readings = readings(cell);
                values.any(|it| match it {
                    Value::Text(part) => readings.iter().any(|it| it.contains(part)),
                    _ => false,
                })
            }
            sign => values.any(|it| compared(cell, it).is_some_and(|it| sign.allows(it))),
        }
    }

    /// Returns the condition as described in documents.
    pub(super) fn in_words(&self, language: Language) -> String {
        let values: Vec<&str> = self.values.iter().map(|(_, shown)| &**shown).collect();
        let (column, sign) = (&self.heading, self.sign.shown(language));
        message!(sheets::condition {
            column,
            sign,
            values
        })
        .in_language(language)
    }
}

/// Splits a condition at the first operator that follows the name of a column; a heading may contain operators itself.
fn parted<'a>(text: &'a str, names: &Names<'_>) -> Result<(usize, Sign, &'a str), SelectionError> {
    let mut first = None;
    let mut skip = 0;
    for (at, _) in text.char_indices() {
        if at < skip {
            continue;
        }
        let rest = &text[at..];
        let Some((written, sign)) = SIGNS.iter().find(|(written, _)| rest.starts_with(written))
        else {
            continue;
        };
        skip = at + written.len();
        match names.find(&text[..at]) {
            Ok(place) => return Ok((place, *sign, &rest[written.len()..])),
            Err(error) => {
                first.get_or_insert(error);
            }
        }
    }
    Err(first.unwrap_or_else(|| SelectionError::NoSign {
        text: text.to_owned(),
    }))
}

fn nature(table: &Table, place: usize) -> Nature {
    let column = &table.columns()[place];
    let cells = || table.rows().iter().map(|row| &row[place]);
    let all = |is_so: fn(&Cell) -> bool| {
        let mut said = cells().filter(|it| !matches!(it, Cell::Empty | Cell::Tick));
        let is_any = cells().any(|it| !matches!(it, Cell::Empty | Cell::Tick));
        is_any && said.all(is_so)
    };
    let is_said = cells().any(|it| !matches!(it, Cell::Empty | Cell::Tick));
    let known = choices::of(table, column);
    if all(|it| matches!(it, Cell::Label(_) | Cell::Reworded { .. })) {
        let mut words = known.unwrap_or_default();
        for word in cells().flat_map(labels) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        return Nature::Closed(words);
    }
    if all(|it| matches!(it, Cell::Boolean(_))) {
        return Nature::Truth;
    }
    if all(|it| matches!(it, Cell::Percent(_))) {
        return Nature::Share;
    }
    if all(|it| matches!(it, Cell::Integer(_) | Cell::Decimal { .. })) {
        return Nature::Number;
    }
    if all(|it| matches!(it, Cell::Moment { .. })) {
        return Nature::Time;
    }
    match known {
        Some(words) if !is_said => Nature::Closed(words),
        _ => Nature::Text,
    }
}

/// The context needed to parse the values of one condition.
struct Reading<'a> {
    table: &'a Table,
    place: usize,
    column: &'a Column,
    heading: String,
    nature: Nature,
    around: Around<'a>,
}

impl Reading<'_> {
    fn values(&self, sign: Sign, text: &str) -> Result<Vec<(Value, String)>, SelectionError> {
        let nothing = || {
            let said = words::NO_VALUE.in_language(self.around.language);
            (Value::Nothing, said.to_owned())
        };
        match sign {
            Sign::Is | Sign::IsNot if text.is_empty() => Ok(vec![nothing()]),
            Sign::Is | Sign::IsNot => self
                .pieces(text)
                .into_iter()
                .map(|piece| match piece.as_str() {
                    "" => Ok(nothing()),
                    piece => self.value(piece),
                })
                .collect(),
            Sign::Contains => Ok(vec![(Value::Text(folded(text)), text.to_owned())]),
            sign => {
                let value = self.value(text)?;
                let is_ordered = matches!(
                    value.0,
                    Value::Number(_) | Value::Share(..) | Value::Time(_)
                );
                if is_ordered {
                    return Ok(vec![value]);
                }
                Err(SelectionError::NoOrder {
                    column: self.heading.clone(),
                    sign: SIGNS.iter().find(|it| it.1 == sign).map_or("", |it| it.0),
                })
            }
        }
    }

    /// Splits values at their commas. A text may contain commas itself, so the longest text that matches a cell is
    /// used.
    fn pieces(&self, text: &str) -> Vec<String> {
        let mut known: HashSet<String> = HashSet::new();
        if matches!(self.nature, Nature::Text) {
            let cells = self.table.rows().iter().map(|row| &row[self.place]);
            known.extend(cells.flat_map(readings));
            let sessions = self.around.sessions.iter();
            known.extend(sessions.map(|(_, title)| folded(title)));
        }
        let parts: Vec<&str> = text.split(',').collect();
        let mut pieces = Vec::new();
        let mut at = 0;
        while at < parts.len() {
            let joined = |end: usize| parts[at..end].join(",").trim().to_owned();
            let mut ends = (at + 2..=parts.len()).rev();
            let end = ends.find(|end| known.contains(&folded(&joined(*end))));
            let end = end.unwrap_or(at + 1);
            pieces.push(joined(end));
            at = end;
        }
        pieces
    }

    fn value(&self, text: &str) -> Result<(Value, String), SelectionError> {
        let language = self.around.language;
        let (column, value) = (self.heading.clone(), text.to_owned());
        let read = match &self.nature {
            Nature::Closed(choices) => {
                let called = choices.iter().filter(|it| choices::is_called(**it, text));
                let called: Vec<Keyed> = called.copied().collect();
                let Some(first) = called.first() else {
                    let mut choices: Vec<String> = choices
                        .iter()
                        .map(|it| it.in_language(language).to_owned())
                        .collect();
                    choices.dedup();
                    return Err(SelectionError::NeverSo {
                        column,
                        value,
                        choices,
                    });
                };
                let shown = first.in_language(language).to_owned();
                return Ok((Value::Words(called), shown));
            }
            Nature::Truth => {
                let Some(truth) = truth(text) else {
                    let choices = [conventions::YES, conventions::NO];
                    let choices = choices.map(|it| it.in_language(language).to_owned());
                    return Err(SelectionError::NeverSo {
                        column,
                        value,
                        choices: choices.to_vec(),
                    });
                };
                let shown = Cell::Boolean(truth).for_people(language).into_owned();
                return Ok((Value::Truth(truth), shown));
            }
            Nature::Number => {
                Value::Number(number(text).ok_or(SelectionError::NoNumber { column, value })?)
            }
            Nature::Share => share(text).ok_or(SelectionError::NoShare { column, value })?,
            Nature::Time => {
                let read = (self.around.moment)(text);
                Value::Time(read.map_err(|reason| SelectionError::NoTime { column, reason })?)
            }
            Nature::Text if self.is_empty() && self.column.is_number() => {
                let number = number(text).map(Value::Number).or_else(|| share(text));
                number.ok_or(SelectionError::NoNumber { column, value })?
            }
            Nature::Text => return self.text(text),
        };
        Ok((read, text.to_owned()))
    }

    /// Returns whether no cell has a value.
    fn is_empty(&self) -> bool {
        let mut cells = self.table.rows().iter().map(|row| &row[self.place]);
        cells.all(|it| matches!(it, Cell::Empty | Cell::Tick))
    }

    /// Parses a text. A session may also be given by its title, and must exist.
    fn text(&self, text: &str) -> Result<(Value, String), SelectionError> {
        let sought = folded(text);
        let is_session = self.column.key == columns::SESSION.key();
        let sessions = self.around.sessions;
        if is_session && !sessions.is_empty() {
            let mut cells = self.table.rows().iter().map(|row| &row[self.place]);
            if !cells.any(|it| readings(it).contains(&sought)) {
                let mut all = sessions.iter();
                let is_it =
                    |it: &&(String, String)| folded(&it.0) == sought || folded(&it.1) == sought;
                let Some((slug, title)) = all.find(is_it) else {
                    let choices = sessions.iter().map(|(slug, _)| slug.clone());
                    return Err(SelectionError::NeverSo {
                        column: self.heading.clone(),
                        value: text.to_owned(),
                        choices: choices.collect(),
                    });
                };
                return Ok((Value::Text(folded(slug)), title.clone()));
            }
        }
        Ok((Value::Text(sought), text.to_owned()))
    }
}

/// Returns whether a cell equals a value.
fn is(cell: &Cell, value: &Value) -> bool {
    match value {
        Value::Nothing => match cell {
            Cell::Empty | Cell::Tick => true,
            Cell::Words(words) => words.is_empty(),
            Cell::Reworded { of, .. } => **of == Cell::Empty,
            _ => false,
        },
        Value::Words(words) => labels(cell).any(|it| words.contains(&it)),
        Value::Truth(truth) => *cell == Cell::Boolean(*truth),
        Value::Text(sought) => readings(cell).contains(sought),
        other => compared(cell, other).is_some_and(Ordering::is_eq),
    }
}

/// Compares a cell with a number or a time; `None` if it is neither.
fn compared(cell: &Cell, value: &Value) -> Option<Ordering> {
    match (value, cell) {
        (Value::Number(wanted), _) => cell.number()?.partial_cmp(wanted),
        (Value::Share(wanted, is_whole), Cell::Percent(share)) => {
            // A percentage in whole numbers is compared with the rounded one that people read.
            let percent = |it: f64| (it * 100.0).round();
            if *is_whole {
                return percent(*share).partial_cmp(&percent(*wanted));
            }
            cell.number()?.partial_cmp(wanted)
        }
        (Value::Time(wanted), Cell::Moment { iso, .. }) => wanted.compare(iso),
        _ => None,
    }
}

/// Returns the words of the program in a cell.
fn labels(cell: &Cell) -> impl Iterator<Item = Keyed> + use<> {
    let (of, words) = match cell {
        Cell::Label(word) => (Some(*word), None),
        Cell::Reworded { of, words } => match &**of {
            Cell::Label(word) => (Some(*word), Some(*words)),
            _ => (None, Some(*words)),
        },
        _ => (None, None),
    };
    of.into_iter().chain(words)
}

/// Returns every reading of a cell in any language, folded.
fn readings(cell: &Cell) -> Vec<String> {
    if matches!(cell, Cell::Empty | Cell::Tick) {
        return Vec::new();
    }
    let mut all: Vec<String> = Vec::new();
    let mut add = |text: &str| {
        let text = folded(text);
        if !text.is_empty() && !all.contains(&text) {
            all.push(text);
        }
    };
    match cell {
        Cell::Text(text) => add(text),
        Cell::Words(words) => {
            for word in words {
                add(word);
            }
            add(&words.join("; "));
        }
        _ => {
            for language in Language::ALL {
                add(&cell.for_people(language));
                add(&cell.for_spreadsheet(language));
            }
        }
    }
    all
}

fn truth(text: &str) -> Option<bool> {
    let text = folded(text);
    let is = |word: crate::catalogue::Wording| {
        let mut languages = Language::ALL.into_iter();
        languages.any(|it| folded(word.in_language(it)) == text)
    };
    if is(conventions::YES) || text == "true" {
        Some(true)
    } else if is(conventions::NO) || text == "false" {
        Some(false)
    } else {
        None
    }
}

/// Parses a number, with a decimal point or a decimal comma.
fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace('−', "-").replace(',', ".");
    let is_plain = text
        .chars()
        .all(|it| it.is_ascii_digit() || "+-.".contains(it));
    let number: f64 = text.parse().ok().filter(|_| is_plain)?;
    number.is_finite().then_some(number)
}

/// Parses a share: `50%` or `0.5`, but not `50`, which may mean either.
fn share(text: &str) -> Option<Value> {
    if let Some(percent) = text.trim().strip_suffix('%') {
        let percent = number(percent)?;
        return Some(Value::Share(percent / 100.0, percent.fract() == 0.0));
    }
    let share = number(text).filter(|it| (0.0..=1.0).contains(it))?;
    Some(Value::Share(share, false))
}
