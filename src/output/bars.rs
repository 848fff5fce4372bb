//! Bar charts: one bar for each name, in every format that people read.

use super::wrap::wrap;
use super::{Cell, Column, Table};
use crate::output::keyed::columns;

/// Bars with a common caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// What is counted, in the reader's language.
    pub caption: String,
    /// The meaning of the rest of a whole bar, if bars have one: "signed up, and did not come".
    pub whole: Option<String>,
    /// The meaning of the dark part of a bar: "signed up and came".
    pub part: String,
    /// The meaning of the part beyond the whole: "came without a place".
    pub beyond: Option<String>,
    /// The bars, from top to bottom.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The subject of the bar: a session, a region.
    pub name: String,
    /// The number.
    pub part: usize,
    /// The whole it is a part of, if known.
    pub whole: Option<usize>,
    /// The number in addition to the whole.
    pub beyond: usize,
}

/// The numbers of the chart as a table.
impl From<Bars> for Table {
    fn from(bars: Bars) -> Self {
        let mut columns = vec![
            Column::of(columns::NAME),
            Column::answers(bars.part).right(),
        ];
        let has_whole = bars.whole.is_some();
        columns.extend(bars.whole.map(|it| Column::answers(it).right()));
        let has_beyond = bars.beyond.is_some();
        columns.extend(bars.beyond.map(|it| Column::answers(it).right()));
        let mut table = Self::new("bars", bars.caption, columns);
        table.are_bars = true;
        for bar in bars.bars {
            let mut row = vec![Cell::from(bar.name), Cell::from(bar.part)];
            if has_whole {
                row.push(Cell::from(bar.whole.unwrap_or(0).saturating_sub(bar.part)));
            }
            if has_beyond {
                row.push(Cell::from(bar.beyond));
            }
            table.push(row);
        }
        table
    }
}

/// The maximum length of a bar in characters.
const LONGEST: usize = 40;

impl Bar {
    /// Returns the numbers of a bar: `45 / 60`, `45 / 60 + 3`, or `45`.
    pub(super) fn numbers(&self) -> String {
        match (self.whole, self.beyond) {
            (Some(whole), 0) => format!("{} / {whole}", self.part),
            (Some(whole), beyond) => format!("{} / {whole} + {beyond}", self.part),
            (None, beyond) => (self.part + beyond).to_string(),
        }
    }

    /// Returns its length, in the same unit as its numbers.
    pub(super) fn length(&self) -> usize {
        self.part.max(self.whole.unwrap_or(0)) + self.beyond
    }
}

impl Bars {
    /// Returns the alternative text of the picture.
    pub(super) fn said(&self) -> String {
        let bars = self.bars.iter();
        let bars = bars.map(|bar| format!("{}: {}", bar.name, bar.numbers()));
        format!("{}. {}", self.caption, bars.collect::<Vec<_>>().join("; "))
    }

    /// Returns the lines of a picture made of characters: a name, its bar, its numbers.
    ///
    /// With a width only the first line may be wider, and long names are wrapped; without one they are cut.
    pub(super) fn lines(&self, width: Option<usize>) -> Vec<String> {
        let legend = match (&self.whole, &self.beyond) {
            (Some(whole), Some(beyond)) => {
                format!("{} (█ {}, ░ {whole}, ▒ {beyond})", self.caption, self.part)
            }
            (Some(whole), None) => format!("{} (█ {}, ░ {whole})", self.caption, self.part),
            (None, _) => self.caption.clone(),
        };
        let most = self.bars.iter().map(Bar::length).max();
        let most = most.unwrap_or(0).max(1);
        let names = self.bars.iter().map(|it| it.name.chars().count()).max();
        let names = names.unwrap_or(0).min(LONGEST);
        let names = names.min(width.unwrap_or(usize::MAX) / 2);
        let numbers = self.bars.iter().map(|it| it.numbers().len()).max();
        let beside = names + numbers.unwrap_or(0) + 3;
        let room = width.map_or(LONGEST, |it| it.saturating_sub(beside));
        let longest = room.clamp(1, LONGEST);
        // A single person must be visible too.
        let length = |number: usize| match number {
            0 => 0,
            number => (number * longest / most).max(1),
        };
        let bars = self.bars.iter().flat_map(|bar| {
            let mut above = Vec::new();
            let name = match bar.name.chars().count() {
                count if count > names && width.is_some() => {
                    above = wrap(&bar.name, names);
                    above.pop().unwrap_or_default()
                }
                count if count > names => {
                    let start: String = bar.name.chars().take(names.saturating_sub(1)).collect();
                    format!("{}…", start.trim_end())
                }
                _ => bar.name.clone(),
            };
            let part = length(bar.part);
            let rest = length(bar.whole.unwrap_or(0)).saturating_sub(part);
            let beyond = length(bar.beyond);
            let drawn = format!(
                "{}{}{}",
                "█".repeat(part),
                "░".repeat(rest),
                "▒".repeat(beyond)
            );
            let space = if drawn.is_empty() { "" } else { " " };
            above.push(format!("{name:<names$}  {drawn}{space}{}", bar.numbers()));
            above
        });
        std::iter::once(legend).chain(bars).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_under_each_other() {
        let bar = |name: &str, part, whole| Bar {
            name: name.to_owned(),
            part,
            whole,
            beyond: usize::from(name == "Bar"),
        };
        let bars = Bars {
            caption: "Sessions".to_owned(),
            whole: Some("did not come".to_owned()),
            part: "came".to_owned(),
            beyond: Some("others".to_owned()),
            bars: vec![
                bar("Bar", 4, Some(8)),
                bar("Keynote", 40, Some(40)),
                bar("C", 0, None),
            ],
        };
        assert_eq!(
            bars.lines(None),
            [
                "Sessions (█ came, ░ did not come, ▒ others)".to_owned(),
                "Bar      ████░░░░▒ 4 / 8 + 1".to_owned(),
                format!("Keynote  {} 40 / 40", "█".repeat(40)),
                "C        0".to_owned(),
            ]
        );
    }
}
