//! Prints rows that are too wide for a terminal as blocks of lines, each with a heading and its value.

use super::wrap::{widest_word, width, wrap};

/// Follows a heading.
const COLON: &str = ": ";

/// The indentation of values whose heading is too long to be on the same line.
const INDENT: usize = 2;

/// Returns the lines of one row. Empty values are left out unless they are marked to be kept.
pub(super) fn block(headings: &[String], values: &[(String, bool)], room: usize) -> Vec<String> {
    let widest = headings.iter().map(|it| width(it)).max().unwrap_or(0) + COLON.len();
    // Values need most of the line.
    let beside = if widest * 2 <= room { widest } else { 0 };
    let mut lines = Vec::new();
    for (heading, (value, is_kept)) in headings.iter().zip(values) {
        if value.is_empty() && !is_kept {
            continue;
        }
        let heading = format!("{heading}{COLON}");
        let whole = width(&heading).max(beside) + width(value);
        if whole > room && (beside == 0 || widest_word(value) > room - beside) {
            lines.extend(wrap(heading.trim_end(), room));
            let value = wrap(value, room - INDENT).into_iter();
            lines.extend(value.map(|line| format!("{:INDENT$}{line}", "")));
            continue;
        }
        for (place, line) in wrap(value, room - beside).into_iter().enumerate() {
            let heading = if place == 0 { &*heading } else { "" };
            let gap = beside.saturating_sub(width(heading));
            lines.push(format!("{heading}{:gap$}{line}", "").trim_end().to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[(&str, &str)], room: usize) -> Vec<String> {
        let headings = cells.iter().map(|(heading, _)| (*heading).to_owned());
        let values = cells.iter().map(|(_, value)| ((*value).to_owned(), false));
        block(
            &headings.collect::<Vec<_>>(),
            &values.collect::<Vec<_>>(),
            room,
        )
    }

    #[test]
    fn values_stand_under_each_other_and_wide_ones_below_their_heading() {
        let cells = [
            ("Name", "Müller-Lüdenscheidt, Anna Katharina"),
            ("Organisation", ""),
            ("E-Mail", "anna.mueller@cluster-sued.example.org"),
        ];
        assert_eq!(
            of(&cells, 40),
            [
                "Name:         Müller-Lüdenscheidt, Anna",
                "              Katharina",
                "E-Mail:",
                "  anna.mueller@cluster-sued.example.org",
            ]
        );
        assert_eq!(
            of(&[("Mindestdauer", "5 Minuten")], 22),
            ["Mindestdauer:", "  5 Minuten"]
        );
    }
}
