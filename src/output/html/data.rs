//! A document in the form that templates use.

use std::ops::Range;
use std::sync::Arc;

use minijinja::context;
use minijinja::value::{Enumerator, Object, ObjectRepr, Value};

use super::super::document::facts_for_people;
use super::super::{
    Align, Cell, Column, Document, Language, Layout, Letters, Logo, Options, Part, Table, none, svg,
};
use super::foot;
use crate::output::typography::text;

/// With more columns than this the font gets smaller, so that a row fits on the paper.
const WIDE: usize = 8;
/// With more than this, it gets smaller still.
const WIDEST: usize = 13;

/// The length of the longest cell of times and numbers alone that is not wrapped: from when to when.
const FIGURES: usize = 11;

/// The length of a cell that is not wrapped, in a table with few columns.
const SHORT: usize = 15;

/// The length of the longest verdict; long lists consist mostly of verdicts.
const VERDICT: usize = 23;

/// The length of a time of day, which is never broken.
const CLOCK: usize = 5;

/// The length of a sign that represents a word, in a column of a long list.
const MARK: usize = 3;

/// A column with longer text than this is kept wide on a screen, where a table can be scrolled.
const TEXT: usize = 30;

/// The length of a word that fits into any column.
const LONG: usize = 24;

/// The length of an address that is broken after a hyphen at most: broken anywhere, it cannot be read out or typed.
const ADDRESS: usize = 48;

/// Returns the name `document` with all its content.
pub(super) fn of_document(document: &Arc<Document>, options: &Options) -> Value {
    let layout = match document.layout {
        Layout::Portrait => "portrait",
        Layout::Landscape => "landscape",
        Layout::Letters => "letters",
    };
    context! { document => context! {
        name => &*document.name,
        title => text(&document.title),
        foot => foot::css_text(&document.title),
        language => options.language.code(),
        layout => layout,
        lines => texts(&document.lines),
        logos => document.logos.iter().map(Logo::address).collect::<Vec<_>>(),
        pages => pages(document, options.language),
    }}
}

/// Returns the parts, grouped by page.
fn pages(document: &Arc<Document>, language: Language) -> Vec<Value> {
    let mut pages = Vec::new();
    let mut language = language;
    let mut parts: Vec<Value> = Vec::new();
    for (index, part) in document.parts.iter().enumerate() {
        if let Part::NewPage(next) = part {
            // The first page begins with its language.
            if !parts.is_empty() {
                pages.push(page(std::mem::take(&mut parts), language));
            }
            language = *next;
            continue;
        }
        parts.push(of_part(document, index, part, language));
    }
    if !parts.is_empty() {
        pages.push(page(parts, language));
    }
    pages
}

fn page(parts: Vec<Value>, language: Language) -> Value {
    context! {
        language => language.code(),
        words => context! { none => none(language) },
        parts => parts,
    }
}

fn of_part(document: &Arc<Document>, index: usize, part: &Part, language: Language) -> Value {
    match part {
        Part::Heading(heading) => context! { kind => "heading", text => text(heading) },
        Part::Paragraph(words) => context! { kind => "paragraph", text => text(words) },
        Part::Signature(below) => context! { kind => "signature", text => text(below) },
        Part::Links(links) => {
            let links = links.iter().map(|link| {
                context! { target => text(&link.target), text => text(&link.text) }
            });
            context! { kind => "links", links => links.collect::<Vec<_>>() }
        }
        Part::List(items) => context! { kind => "list", items => texts(items) },
        Part::Chart(chart) => context! { kind => "chart", svg => svg::chart(chart, index) },
        Part::Bars(bars) => context! { kind => "bars", svg => svg::bars(bars, index) },
        Part::Figures(figures) => {
            let figures = figures.iter().map(|figure| {
                context! {
                    key => text(&figure.column.key),
                    label => label(&figure.column, language),
                    value => cell(&figure.value, language),
                    remark => text(&figure.remark),
                }
            });
            context! { kind => "figures", figures => figures.collect::<Vec<_>>() }
        }
        Part::Facts(facts) => {
            let facts = facts_for_people(facts, language).map(|(column, value)| {
                context! {
                    key => text(&column.key),
                    label => label(column, language),
                    value => cell(value, language),
                }
            });
            let caption = text(heading_above(document, index));
            context! { kind => "facts", caption => caption, facts => facts.collect::<Vec<_>>() }
        }
        Part::Table(table) => of_table(document, index, table, language),
        Part::NewPage(_) => Value::UNDEFINED,
    }
}

/// Returns the name of a table without a title: the heading above it distinguishes it from others on the page.
fn heading_above(document: &Document, index: usize) -> &str {
    let mut above = document.parts[..index].iter().rev();
    let heading = above.find_map(|part| match part {
        Part::Heading(heading) => Some(heading),
        _ => None,
    });
    heading.unwrap_or(&document.title)
}

fn of_table(document: &Arc<Document>, index: usize, table: &Table, language: Language) -> Value {
    let caption = match table.title.as_str() {
        "" => heading_above(document, index),
        title => title,
    };
    let visible = table.columns_for_people();
    let head = head_of_rows(&visible);
    let is_large = table.letters == Letters::Large;
    let short = if table.is_dense || is_large {
        VERDICT
    } else if visible.len() <= WIDE {
        SHORT
    } else {
        CLOCK
    };
    let layout = document.layout;
    let to_sign = visible.iter().filter(|(_, it)| it.minimum_width > 0);
    let has_one_to_sign = to_sign.count() == 1;
    let columns: Vec<Value> = visible
        .iter()
        .map(|(place, column)| {
            let class = class_of(
                table,
                (*place, column),
                (short, layout),
                has_one_to_sign,
                language,
            );
            context! {
                key => text(&column.key),
                label => label(column, language),
                class => class,
                is_head => Some(*place) == head,
                width => column.minimum_width,
            }
        })
        .collect();
    let places: Arc<[usize]> = visible.iter().map(|(place, _)| *place).collect();
    let groups: Vec<Value> = table
        .sections()
        .into_iter()
        .map(|section| {
            let range = section.first_row..section.first_row + section.rows.len();
            let rows = Rows {
                document: Arc::clone(document),
                part: index,
                range,
                places: Arc::clone(&places),
                language,
            };
            // The accessible name of each table, which distinguishes it from the others.
            let called = match section.group {
                Some(group) if !group.heading.is_empty() && group.heading != caption => format!("{caption}: {}", group.heading),
                _ => caption.to_owned(),
            };
            context! {
                called => text(&called),
                above => section.group.and_then(|it| it.above.as_deref()).map(text).unwrap_or_default(),
                heading => section.group.map(|it| text(&it.heading)).unwrap_or_default(),
                lines => section.group.map(|it| texts(&it.lines)).unwrap_or_default(),
                below => section.group.map(|it| texts(&it.below)).unwrap_or_default(),
                to_sign => section.group.map(|it| texts(&it.to_sign)).unwrap_or_default(),
                rows => Value::from_object(rows),
            }
        })
        .collect();
    let lines = if table.title.is_empty() {
        &document.lines
    } else {
        &table.lines
    };
    let has_days = table.groups().iter().any(|it| it.above.is_some());
    let level = if table.title.is_empty() { 2 } else { 3 };
    let density = match visible.len() {
        _ if is_large => "large",
        _ if table.is_dense => "dense",
        count if count > WIDEST => "widest",
        count if count > WIDE => "wide",
        _ => "",
    };
    context! {
        kind => "table",
        name => &*table.name,
        title => text(&table.title),
        caption => text(caption),
        lines => texts(lines),
        level => level,
        level_of_groups => level + u8::from(has_days),
        density => density,
        is_paged => table.is_paged,
        is_one => is_large,
        columns => columns,
        groups => groups,
        svg => table.chart.as_ref().map(|it| svg::chart(it, index)).unwrap_or_default(),
        notes => table.notes.iter().map(|it| text(&it.said)).collect::<Vec<_>>(),
    }
}

/// Returns the CSS class of a column, depending on its content.
fn class_of(
    table: &Table,
    (place, column): (usize, &Column),
    (short, layout): (usize, Layout),
    has_one_to_sign: bool,
    language: Language,
) -> &'static str {
    let is_tick = |row: &Vec<Cell>| row[place] == Cell::Tick;
    // In a table of many columns everything may have to be broken.
    let (has_room, is_across) = (short > CLOCK, layout == Layout::Landscape);
    match column.align {
        _ if table.rows().first().is_some_and(is_tick) => "tick",
        _ if column.minimum_width > 0 && has_one_to_sign => "sign",
        _ if column.minimum_width > 0 => "signs",
        _ if has_room && is_across && is_of_moments(table, place) => "short",
        _ if has_room && is_of_addresses(table, place, language) => "address",
        _ if has_long_words(table, place, language) => "long",
        Align::Right => "right",
        Align::Left if is_of_figures(table, place, language) => "short",
        Align::Left if table.is_dense && longest(table, place, language) <= MARK => "mark",
        Align::Left if longest(table, place, language) <= short => "short",
        Align::Left if is_of_words(table, place) => "words",
        Align::Left if longest(table, place, language) > TEXT => "text",
        Align::Left => "",
    }
}

/// Returns the column that identifies a row: the name, else the first one.
fn head_of_rows(visible: &[(usize, &Column)]) -> Option<usize> {
    const NAMES: [&str; 4] = ["name", "title", "organisation", "event"];
    let named = visible.iter().find(|(_, it)| NAMES.contains(&&*it.key));
    named.or(visible.first()).map(|(place, _)| *place)
}

/// Returns whether a column contains times alone, which may have a date.
fn is_of_moments(table: &Table, place: usize) -> bool {
    let is_moment = |cell: &Cell| matches!(cell, Cell::Moment { .. });
    let mut cells = table.rows().iter().map(|row| &row[place]);
    cells.clone().any(is_moment) && cells.all(|cell| is_moment(cell) || *cell == Cell::Empty)
}

/// Returns whether a column contains e-mail addresses alone, none of which is too long for a line.
fn is_of_addresses(table: &Table, place: usize, language: Language) -> bool {
    let rows = table.rows().iter();
    let mut texts = rows.map(|row| row[place].for_people(language));
    let mut has_any = false;
    let are_all = texts.all(|text| {
        let is_one = text.contains('@') && !text.contains(char::is_whitespace);
        has_any |= is_one;
        text.is_empty() || is_one && text.chars().count() <= ADDRESS
    });
    has_any && are_all
}

/// Returns whether a column contains such a long word that it may have to be broken on paper.
fn has_long_words(table: &Table, place: usize, language: Language) -> bool {
    table.rows().iter().any(|row| {
        let text = row[place].for_people(language);
        text.len() > LONG
            && text
                .split_whitespace()
                .any(|word| word.chars().count() > LONG)
    })
}

/// Returns whether a column contains words of the program alone, such as verdicts: none of them is long.
fn is_of_words(table: &Table, place: usize) -> bool {
    let is_word = |cell: &Cell| matches!(cell, Cell::Label(_) | Cell::Reworded { .. });
    let mut cells = table.rows().iter().map(|row| &row[place]);
    cells.clone().any(is_word) && cells.all(|cell| is_word(cell) || *cell == Cell::Empty)
}

/// Returns whether a column contains times, dates and numbers alone, which must not be broken.
fn is_of_figures(table: &Table, place: usize, language: Language) -> bool {
    table.rows().iter().all(|row| {
        let text = row[place].for_people(language);
        text.chars().count() <= FIGURES && !text.contains(char::is_alphabetic)
    })
}

/// Returns the length of the column's longest cell.
fn longest(table: &Table, place: usize, language: Language) -> usize {
    let cells = table
        .rows()
        .iter()
        .map(|row| row[place].for_people(language));
    cells.map(|it| it.chars().count()).max().unwrap_or(0)
}

fn label(column: &Column, language: Language) -> String {
    text(column.heading.in_language(language))
}

/// Returns the text of a cell for people.
fn cell(cell: &Cell, language: Language) -> String {
    text(&cell.for_people(language))
}

fn texts(texts: &[String]) -> Vec<String> {
    texts.iter().map(|it| text(it)).collect()
}

/// The rows of a group, each created on demand.
#[derive(Debug)]
struct Rows {
    document: Arc<Document>,
    part: usize,
    range: Range<usize>,
    /// The indices of the visible cells.
    places: Arc<[usize]>,
    language: Language,
}

impl Object for Rows {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let row = self.range.start.checked_add(key.as_usize()?)?;
        if !self.range.contains(&row) {
            return None;
        }
        let Some(Part::Table(table)) = self.document.parts.get(self.part) else {
            return None;
        };
        let row = table.rows().get(row)?;
        let cells = self
            .places
            .iter()
            .map(|place| cell(&row[*place], self.language));
        Some(cells.collect())
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(self.range.len())
    }
}
