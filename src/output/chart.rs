//! Draws numbers over time as a small picture of block characters.
//!
//! Every column of the picture shows the maximum of its minutes, so that a short peak is not lost if many minutes share
//! a column. Equal numbers and widths give equal pictures.

use std::borrow::Cow;
use std::ops::Range;

use super::{Cell, Column, Table};
use crate::output::keyed::columns;

/// Eighths of a row, from empty to full.
const BLOCKS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The width in columns if that of the terminal is not known.
const WIDTH: usize = 80;

/// The maximum number of columns for one number.
const WIDEST: usize = 4;

/// Numbers over one span of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The label at the left end of the axis: `11:15`.
    pub start: String,
    /// The label at its right end.
    pub end: String,
    /// The time of each number: `11:15`.
    pub times: Vec<Cell>,
    /// The series, drawn below each other.
    pub series: Vec<Series>,
    /// The sections shown as pictures on a page, one per day; if empty, everything is one section.
    pub panels: Vec<Panel>,
}

/// A section of a picture, with the labels along its axis. Positions are indices of the numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// The day, if there are several.
    pub title: String,
    /// The range of numbers.
    pub range: Range<usize>,
    /// The full hours.
    pub hours: Vec<(usize, String)>,
    /// The sessions during the section.
    pub bands: Vec<Band>,
}

/// A session along the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Its title.
    pub name: String,
    /// Whether the numbers are about it: else people were recorded elsewhere at the same time.
    pub is_recorded: bool,
    /// The range of numbers.
    pub range: Range<usize>,
}

/// A number over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The caption, in the reader's language.
    pub caption: String,
    /// The numbers, at equal intervals.
    pub values: Vec<usize>,
    /// Its height in rows.
    pub height: usize,
}

/// The numbers of the chart as a table.
impl From<Chart> for Table {
    fn from(chart: Chart) -> Self {
        let series = chart.series.iter();
        let series = series.map(|it| Column::answers(it.caption.clone()).right());
        let columns = std::iter::once(Column::of(columns::TIME)).chain(series);
        let mut table = Self::new("curve", String::new(), columns.collect());
        for (place, time) in chart.times.iter().enumerate() {
            let values = chart.series.iter();
            let values = values.map(|it| Cell::from(it.values.get(place).copied()));
            table.push(std::iter::once(time.clone()).chain(values).collect());
        }
        table.chart = Some(chart);
        table
    }
}

impl Chart {
    /// Returns the time of a number, as people read it.
    pub(super) fn time(&self, place: usize) -> &str {
        match self.times.get(place) {
            Some(Cell::Moment { shown, .. } | Cell::Text(shown)) => shown,
            _ => "",
        }
    }

    /// Returns the alternative text of the picture.
    pub(super) fn said(&self) -> String {
        let series = self.series.iter();
        let said = series.map(|series| format!("{} ({}–{})", series.caption, self.start, self.end));
        said.collect::<Vec<_>>().join("; ")
    }

    /// Returns the sections to draw: a single one if none are given.
    pub(super) fn panels(&self) -> Cow<'_, [Panel]> {
        if !self.panels.is_empty() {
            return Cow::Borrowed(&self.panels);
        }
        let count = self.series.iter().map(|it| it.values.len()).max();
        let count = count.unwrap_or(0);
        Cow::Owned(vec![Panel {
            title: String::new(),
            range: 0..count,
            hours: vec![(0, self.start.clone()), (count, self.end.clone())],
            bands: Vec::new(),
        }])
    }

    /// Returns the lines of the picture, without trailing spaces.
    pub(super) fn lines(&self, width: Option<usize>) -> Vec<String> {
        let highest = self.series.iter().flat_map(|it| &it.values).max();
        let margin = highest.map_or(1, |number| number.to_string().len());
        let room = width.unwrap_or(WIDTH).saturating_sub(margin + 2).max(1);
        let mut lines = Vec::new();
        for (index, series) in self.series.iter().enumerate() {
            if index > 0 {
                lines.push(String::new());
            }
            lines.push(series.caption.clone());
            let columns = series.columns(room);
            lines.extend(series.draw(&columns, margin));
            lines.push(axis(&self.start, &self.end, columns.len(), margin));
        }
        lines
    }
}

/// Returns the labels of the axis; the second one is right-aligned if there is room for both.
fn axis(start: &str, end: &str, columns: usize, margin: usize) -> String {
    let letters = start.chars().count() + end.chars().count();
    let gap = columns.saturating_sub(letters).max(1);
    let (indent, gap) = (" ".repeat(margin + 2), " ".repeat(gap));
    format!("{indent}{start}{gap}{end}")
}

impl Series {
    /// Returns the numbers of the picture's columns: the maximum of several minutes, or one number repeated.
    fn columns(&self, room: usize) -> Vec<usize> {
        let count = self.values.len();
        if count <= room {
            let wide = (room / count.max(1)).min(WIDEST);
            let again = |value: &usize| std::iter::repeat_n(*value, wide);
            return self.values.iter().flat_map(again).collect();
        }
        let column = |index: usize| {
            let minutes = &self.values[index * count / room..(index + 1) * count / room];
            minutes.iter().copied().max().unwrap_or(0)
        };
        (0..room).map(column).collect()
    }

    fn draw(&self, columns: &[usize], margin: usize) -> Vec<String> {
        let highest = columns.iter().copied().max().unwrap_or(0);
        let full = self.height * 8;
        // Rounded to the nearest eighth; a single person must be visible too.
        let eighths = |value: usize| match value {
            0 => 0,
            value => ((value * full * 2 + highest) / (highest * 2)).max(1),
        };
        let mut lines: Vec<String> = (0..self.height)
            .rev()
            .map(|row| {
                let blocks = columns.iter().map(|value| {
                    let here = eighths(*value).saturating_sub(row * 8).min(8);
                    BLOCKS[here]
                });
                let blocks: String = blocks.collect();
                let label = if row + 1 == self.height {
                    format!("{highest:>margin$} ┤")
                } else {
                    format!("{:>margin$} │", "")
                };
                format!("{label}{blocks}").trim_end().to_owned()
            })
            .collect();
        lines.push(format!("{:>margin$} └{}", 0, "─".repeat(columns.len())));
        lines
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawn(values: Vec<usize>, height: usize, width: Option<usize>) -> String {
        let chart = Chart {
            start: "11:15".to_owned(),
            end: "12:30".to_owned(),
            times: Vec::new(),
            panels: Vec::new(),
            series: vec![Series {
                caption: "People".to_owned(),
                values,
                height,
            }],
        };
        chart.lines(width).join("\n")
    }

    #[test]
    fn a_peak_stands_out() {
        // In sixteenths of ten: 0, 2, 3, 8, 16, 16, 14, 6, 2, 0.
        let values = vec![0, 1, 2, 5, 10, 10, 9, 4, 1, 0];
        assert_eq!(
            drawn(values, 2, Some(14)),
            "\
People
10 ┤    ██▆
   │ ▂▃████▆▂
 0 └──────────
    11:15 12:30"
        );
    }

    #[test]
    fn few_numbers_are_wide_and_many_share_a_column() {
        let picture = drawn(vec![1, 2], 1, None);
        assert!(picture.contains("2 ┤▄▄▄▄████\n"), "{picture}");
        // One minute among a thousand is not lost.
        let mut values = vec![2; 1000];
        values[777] = 4;
        let picture = drawn(values, 1, Some(40));
        assert_eq!(picture.matches('█').count(), 1, "{picture}");
        assert!(picture.lines().all(|line| line.chars().count() <= 40));
    }

    #[test]
    fn nobody_at_all_is_an_empty_picture() {
        let picture = drawn(vec![0, 0], 1, Some(20));
        assert_eq!(picture, "People\n0 ┤\n0 └────────\n   11:15 12:30");
        assert_eq!(drawn(Vec::new(), 1, Some(20)).lines().count(), 4);
    }

    proptest! {
        #[test]
        fn a_picture_keeps_to_its_width(
            values in prop::collection::vec(0_usize..500, 0..300),
            height in 1_usize..6,
            width in 20_usize..200,
        ) {
            let picture = drawn(values.clone(), height, Some(width));
            prop_assert_eq!(picture.lines().count(), height + 3);
            for line in picture.lines() {
                prop_assert!(line.chars().count() <= width, "{}", line);
                prop_assert_eq!(line.trim_end(), line);
            }
            let somebody = values.iter().any(|value| *value > 0);
            prop_assert_eq!(picture.contains('█'), somebody);
        }
    }
}
