//! Doubts about a table as a whole: it says that its people did not come, or its lengths have no unit.
//!
//! `Abwesende am 8.10.` above a list of names, `no-shows.csv`, or `Absent:` in the middle of the names would turn who came
//! into its contrary. Where a column says it for each row, that column counts and nothing is asked.

use super::super::choices::Choices;
use super::super::totals::is_row_of_totals;
use super::super::{Field, ImportError, Kind, Record, values};
use super::columns::{Known, Layout, Origin};
use super::decide::Decided;
use super::titles::file_stem;
use crate::formats::heading;
use crate::formats::lexicon::LEXICON;
use crate::identity::is_name_word;

/// Numbers of lengths below this, some with decimals, are more likely hours than minutes.
const FEW: u64 = 10;

impl Layout {
    /// Refuses a table whose title, name, heading of names or section says that its people did not come.
    ///
    /// # Errors
    /// [`ImportError::SaysOtherwise`].
    pub(super) fn refuse_the_contrary(
        &self,
        decided: &Decided,
        titles: &[Record],
        rows: &[Record],
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        let is_said = match self.kind {
            Kind::Attendance => decided.says_who_came() && !decided.says_it_by_marks_alone(),
            Kind::Signups => decided.has(&Field::Status) || decided.has(&Field::Void),
            _ => true,
        };
        if self.quirks.own || self.quirks.sign_in {
            return Ok(());
        }
        let legend = decided
            .says_it_by_a_mark()
            .then(|| reversed_legend(titles, rows))
            .flatten();
        if let Some(text) = legend {
            return Err(ImportError::SaysOtherwise {
                file: name.to_owned(),
                text: values::words::quotable(text.trim()),
            });
        }
        if is_said {
            return Ok(());
        }
        let names = decided
            .columns
            .iter()
            .filter(|column| column.is(&Field::Name) && column.origin != Origin::Told);
        let titles = titles.iter().flat_map(Record::cells);
        let said = titles
            .chain(names.map(|column| column.heading.as_str()))
            .chain([file_stem(name)])
            .chain(known.sheet)
            .find(|text| LEXICON.is_of_the_others(text));
        let said = said.or_else(|| decided.mark_beside_a_name(rows, self.kind));
        let section = || section(rows, known.choices);
        match said.or_else(section) {
            None => Ok(()),
            Some(text) => Err(ImportError::SaysOtherwise {
                file: name.to_owned(),
                text: values::words::quotable(text.trim()),
            }),
        }
    }

    /// Refuses lengths whose numbers fit hours or seconds better than minutes, if the heading names no unit.
    ///
    /// # Errors
    /// [`ImportError::UnitUnknown`].
    pub(super) fn refuse_lengths_without_unit(
        &self,
        decided: &Decided,
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        if self.kind != Kind::Attendance || self.quirks.own {
            return Ok(());
        }
        let begin = known.sessions.iter().map(|session| session.start).min();
        let end = known.sessions.iter().map(|session| session.end).max();
        let programme = begin
            .zip(end)
            .map(|(begin, end)| (end - begin).num_minutes());
        let programme = programme.and_then(|minutes| u64::try_from(minutes).ok());
        for column in &decided.columns {
            let evidence = &column.evidence;
            let is_short = evidence.fractions > 0 && evidence.largest < FEW;
            let is_long = programme.is_some_and(|minutes| evidence.largest > 3 * minutes);
            if column.is(&Field::Duration)
                && (is_short || is_long)
                && heading::unit(&column.heading).is_none()
            {
                return Err(ImportError::UnitUnknown {
                    file: name.to_owned(),
                    heading: column.heading.clone(),
                    sample: values::words::quotable(&evidence.sample),
                });
            }
        }
        Ok(())
    }
}

/// Returns a text beside a table that turns its marks round: `x = abwesend`, `Bitte Abwesende ankreuzen`.
fn reversed_legend<'file>(titles: &'file [Record], rows: &'file [Record]) -> Option<&'file str> {
    let titles = titles.iter().flat_map(Record::cells);
    let alone = rows.iter().filter_map(Record::only_cell);
    titles
        .chain(alone)
        .find(|text| LEXICON.turns_marks_round(text))
}

impl Decided {
    /// Whether marks, yes or no, and not words for presence, say who was there.
    fn says_it_by_a_mark(&self) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|column| {
            let field = column.field.as_ref();
            let is_of_presence = matches!(field, Some(Field::Present | Field::SessionOption(_)));
            let is_reply = matches!(field, Some(Field::Status)) && column.evidence.are_yes_no();
            (is_of_presence || is_reply)
                && column.origin != Origin::Told
                && column.evidence.presence == 0
        })
    }

    /// Whether nothing but marks below the names of sessions says who came: a title may turn them round.
    fn says_it_by_marks_alone(&self) -> bool {
        let mut saying = self.columns.iter().filter(|column| {
            column.says_who_came() || matches!(column.field, Some(Field::SessionOption(_)))
        });
        !self.has(&Field::Duration)
            && saying.all(|column| {
                matches!(column.field, Some(Field::SessionOption(_)))
                    && column.evidence.presence == 0
                    && column.evidence.no.is_empty()
            })
    }

    /// Returns a mark that is written into the cells of the names, if it tells them apart: `[ ] Anna Lenz`, `Anna ✗`.
    fn mark_beside_a_name<'rows>(&self, rows: &'rows [Record], kind: Kind) -> Option<&'rows str> {
        let column = self.position(&Field::Name)?;
        if self.columns[column].origin == Origin::Told {
            return None;
        }
        let cells = rows.iter().filter_map(|row| row.get(column));
        let cells = cells.map(str::trim).filter(|cell| !cell.is_empty());
        let (mut filled, mut marked, mut first, mut refusal) = (0, 0, None, None);
        for cell in cells {
            filled += 1;
            let sign = || match kind {
                Kind::Attendance => sign_of_name(cell),
                _ => None,
            };
            let Some((mark, is_yes)) = mark_of_name(cell).or_else(sign) else {
                continue;
            };
            marked += 1;
            first = first.or(Some(mark));
            refusal = refusal.or((!is_yes).then_some(mark));
        }
        refusal.or(first.filter(|_| marked < filled))
    }
}

/// Returns a star before or behind a name, a dash before it or a time behind it, which may say whether its person was
/// there.
fn sign_of_name(cell: &str) -> Option<(&str, bool)> {
    let last = cell.split_whitespace().next_back()?;
    let is_time = last.contains(':') && last.starts_with(|it: char| it.is_ascii_digit());
    if is_time {
        return Some((last, true));
    }
    let star = cell
        .match_indices('*')
        .find(|(at, _)| *at == 0 || at + 1 == cell.len());
    let dash = || cell.starts_with('-').then_some(("-", false));
    star.map(|(_, star)| (star, true)).or_else(dash)
}

/// Returns the mark at the beginning or the end of a name, and whether it is a yes.
fn mark_of_name(cell: &str) -> Option<(&str, bool)> {
    let bare = cell.trim_start_matches(['-', '*', ' ']);
    if let Some(close) = bare.find(']').filter(|close| *close <= 3)
        && let Some(inner) = bare[..close].strip_prefix('[')
    {
        return Some((&bare[..=close], LEXICON.yes_no(inner) == Some(true)));
    }
    let mut words = bare.split_whitespace();
    let (first, last) = (words.next()?, words.next_back()?);
    let is_sign = |word: &&str| !word.contains(char::is_alphanumeric);
    let mark = [first, last].into_iter().find(is_sign);
    let is_written = |word: &&str| matches!(*word, "x" | "ok");
    let mark = mark
        .or_else(|| Some(first).filter(|word| is_written(word) || *word == "X"))
        .or_else(|| Some(last).filter(is_written))?;
    LEXICON.yes_no(mark).map(|is_yes| (mark, is_yes))
}

/// Returns the only cell of a row if rows follow and it says that their people do not come, or did not: `Absagen`,
/// `Absent:`, `--- Warteliste ---`; or may say so in a word that is not known: `Abgesprungen`. In a table with one
/// column, a cell alone has to say nothing else.
fn section<'rows>(rows: &'rows [Record], choices: &Choices) -> Option<&'rows str> {
    let (_, followed) = rows.split_last()?;
    let is_table = rows.iter().any(|row| row.only_cell().is_none());
    let others = followed.iter().filter(|row| !is_row_of_totals(row));
    let firsts = || {
        let rows = rows.iter().filter(|row| row.only_cell().is_none());
        rows.filter_map(first_cell)
    };
    // "dropped out" is no name where names have capitals, nor a single word where they have two.
    let writes_capitals = firsts().filter(|cell| is_small(cell)).count() * 2 < rows.len();
    let names_have_words =
        firsts().filter(|cell| is_a_whole_word(cell)).count() * 4 < firsts().count();
    others.filter_map(Record::only_cell).find(|only| {
        let counted = only.trim_end_matches(|it: char| !it.is_alphabetic());
        let text = counted.trim_start_matches(|it: char| !it.is_alphabetic());
        let is_stated = LEXICON.states_absence(text) || LEXICON.is_of_the_others(text);
        let is_small = writes_capitals && text.contains(' ') && is_small(text);
        let is_unknown = || {
            let is_known = is_name_word(text)
                || LEXICON.names_a_group(text)
                || LEXICON.asides.also_names.are(text)
                || choices.one(text).is_some();
            names_have_words && is_a_whole_word(only) && !is_known
        };
        let may_say_it = || is_small || LEXICON.withholds(text) || LEXICON.takes_back(text);
        is_stated || is_table && (may_say_it() || is_unknown())
    })
}

fn first_cell(row: &Record) -> Option<&str> {
    row.cells().map(str::trim).find(|it| !it.is_empty())
}

/// Whether a cell is a single word, perhaps with a colon or a number behind it, and no abbreviation: `Abgesprungen (2)`.
fn is_a_whole_word(cell: &str) -> bool {
    const SHORTEST: usize = 4;
    let letters = cell.chars().filter(|it| it.is_alphabetic()).count();
    letters >= SHORTEST && values::words::is_single_word(cell)
}

/// Whether a text is in small letters alone, and more than an address or the name of a program.
fn is_small(text: &str) -> bool {
    let has_case = text.contains(char::is_lowercase) && !text.contains(char::is_uppercase);
    has_case && !text.contains(['@', '.', ','])
}
