//! Aligned columns for a terminal, and for reading in a pipe.
//!
//! No frames: columns stand two spaces apart, a rule sets the headings off so that they can be told
//! from rows without colour, and nothing is left at the ends of lines. With a width, long cells wrap inside
//! their column; without one, a row stays one line. Nothing a cell holds is obeyed, see [`shown`].
//!
//! # One layout, several tables
//!
//! The rows of all groups are laid out together, so that columns stand under each other from group to
//! group. comfy-table does not tell which lines a row became; so it is asked to draw rules between rows of a
//! character that no cell can hold, and its lines are cut there.

use std::borrow::Cow;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Width, presets};

use super::document::facts_table;
use super::{Align, Column, Document, Options, Part, Render, Table, none, shown};

/// Cuts the layout into rows; cells cannot hold it, as control characters are shown as their code.
const CUT: char = '\u{1}';

/// Spaces between columns.
const GAP: u16 = 2;

/// A column of longer cells is not squeezed below this when the terminal is narrow: lines that run over
/// read better than columns of single letters.
const NARROWEST: u16 = 8;

/// A single word of a heading widens its column so far at most.
const LONGEST_WORD: u16 = 20;

/// Signs that a line to write on is long.
const TO_SIGN: usize = 30;

/// comfy-table counts widths in 16 bits; a longer text is broken there even in a pipe.
const LONGEST_LINE: usize = 10_000;

/// [`Format::Text`](super::Format::Text)
pub(super) struct Text;

impl Render for Text {
    fn render(&self, table: &Table, options: &Options) -> Vec<u8> {
        let mut blocks = Vec::new();
        let title =
            (!table.title.is_empty()).then(|| Cow::Owned(bold(&shown(&table.title), options)));
        let facts = table.lines.iter().map(|line| shown(line));
        let lines: Vec<_> = title.into_iter().chain(facts).collect();
        if !lines.is_empty() {
            blocks.push(lines.join("\n"));
        }
        let (layout, sections) = match &table.chart {
            Some(chart) => {
                blocks.push(picture(&chart.lines(options.width)));
                (Layout::default(), Vec::new())
            }
            None => (lay_out(table, options), table.sections()),
        };
        for section in sections {
            if let Some(group) = section.group {
                if let Some(above) = &group.above {
                    blocks.push(bold(&shown(above), options));
                }
                let facts = group.lines.iter().map(|line| shown(line));
                let heading = bold(&shown(&group.heading), options);
                let lines: Vec<_> = [Cow::Owned(heading)].into_iter().chain(facts).collect();
                blocks.push(lines.join("\n"));
            }
            let rows = section.first_row..section.first_row + section.rows.len();
            match layout.rows.get(rows) {
                Some(rows) if !rows.is_empty() => blocks.push(layout.with_heading(rows, options)),
                _ => blocks.push(none(options.language).to_owned()),
            }
            let below = section.group.iter().flat_map(|group| &group.below);
            let below: Vec<_> = below.map(|line| shown(line)).collect();
            if !below.is_empty() {
                blocks.push(below.join("\n"));
            }
            let to_sign = section.group.iter().flat_map(|group| &group.to_sign);
            let to_sign: Vec<_> = to_sign.map(|line| line_to_sign(&shown(line))).collect();
            if !to_sign.is_empty() {
                blocks.push(to_sign.join("\n"));
            }
        }
        if !table.notes.is_empty() {
            let notes = table
                .notes
                .iter()
                .map(|note| shown(&note.to_string()).into_owned());
            let notes: Vec<_> = notes.collect();
            blocks.push(notes.join("\n"));
        }
        let mut text = blocks.join("\n\n");
        text.push('\n');
        text.into_bytes()
    }
}

/// A line to write on, behind what is written there.
pub(super) fn line_to_sign(what: &str) -> String {
    format!("{what}: {}", "_".repeat(TO_SIGN))
}

/// Returns a document in lines.
pub(super) fn document(document: &Document, options: &Options) -> Vec<u8> {
    let mut options = *options;
    let mut blocks = Vec::new();
    if document.layout != super::Layout::Letters {
        let title = bold(&shown(&document.title), &options);
        let facts = document.lines.iter().map(|line| shown(line));
        let lines: Vec<_> = [Cow::Owned(title)].into_iter().chain(facts).collect();
        blocks.push(lines.join("\n"));
    }
    let mut is_first = true;
    for part in &document.parts {
        match part {
            Part::Heading(heading) => blocks.push(bold(&shown(heading), &options)),
            Part::Paragraph(words) => blocks.push(shown(words).into_owned()),
            Part::Figures(figures) => {
                let figures = figures.iter().map(|figure| {
                    let label = figure.column.heading.in_language(options.language);
                    let value = figure.value.for_people(options.language);
                    let remark = match figure.remark.as_str() {
                        "" => String::new(),
                        remark => format!(" ({remark})"),
                    };
                    shown(&format!("{label}: {value}{remark}")).into_owned()
                });
                blocks.push(figures.collect::<Vec<_>>().join("\n"));
            }
            Part::Facts(facts) => {
                let facts = facts_table(facts, options.language);
                blocks.extend(facts.map(|it| of_table(&it, &options)));
            }
            Part::Table(table) => blocks.push(of_table(table, &options)),
            Part::Chart(chart) => blocks.push(picture(&chart.lines(options.width))),
            Part::Bars(bars) => blocks.push(picture(&bars.lines())),
            Part::List(items) => {
                let items = items.iter().map(|item| format!("- {}", shown(item)));
                blocks.push(items.collect::<Vec<_>>().join("\n"));
            }
            Part::Links(links) => {
                let links = links
                    .iter()
                    .map(|link| shown(&format!("- {}: {}", link.target, link.text)).into_owned());
                blocks.push(links.collect::<Vec<_>>().join("\n"));
            }
            Part::Signature(below) => {
                blocks.push(format!("\n{}\n{}", "_".repeat(SIGNATURE), shown(below)));
            }
            Part::NewPage(language) => {
                options.language = *language;
                if !is_first {
                    blocks.push("─".repeat(SIGNATURE));
                }
            }
        }
        is_first = false;
    }
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text.into_bytes()
}

/// Characters of a line to sign on, and of a rule between letters.
const SIGNATURE: usize = 40;

fn picture(lines: &[String]) -> String {
    let lines: Vec<_> = lines.iter().map(|line| shown(line)).collect();
    lines.join("\n")
}

fn of_table(table: &Table, options: &Options) -> String {
    let text = Text.render(table, options);
    String::from_utf8_lossy(&text).trim_end().to_owned()
}

/// A table in lines, each without blanks at its end.
#[derive(Default)]
struct Layout {
    /// The headings; several lines when they wrap.
    heading: Vec<String>,
    /// Terminal columns of the whole table.
    width: usize,
    /// The lines of each row.
    rows: Vec<Vec<String>>,
}

impl Layout {
    fn with_heading(&self, rows: &[Vec<String>], options: &Options) -> String {
        let heading = self.heading.iter().map(|line| bold(line, options));
        // Where the table runs over a narrow terminal, the rule need not.
        let rule = "─".repeat(options.width.unwrap_or(usize::MAX).min(self.width));
        let mut lines: Vec<Cow<'_, str>> = heading.chain([rule]).map(Cow::Owned).collect();
        lines.extend(rows.iter().flatten().map(|line| Cow::Borrowed(&**line)));
        lines.join("\n")
    }
}

fn lay_out(table: &Table, options: &Options) -> Layout {
    let columns = table.columns_for_people();
    if columns.is_empty() {
        return Layout::default();
    }
    let cut = LineStyle::none().fill(CUT);
    let mut layout = comfy_table::Table::new();
    layout.load_style(presets::NOTHING.header_separator(cut).row_separator(cut));
    let headings = columns.iter().map(|(_, column)| &column.heading);
    layout.set_header(headings.map(|it| laid_out(it.in_language(options.language))));
    for row in table.rows() {
        let cells = columns.iter().map(|(index, _)| &row[*index]);
        layout.add_row(cells.map(|cell| laid_out(&cell.for_people(options.language))));
    }
    if let Some(width) = options.width {
        layout.set_content_arrangement(ContentArrangement::Dynamic);
        layout.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    }
    set_columns(&mut layout, &columns, options);
    cut_up(&layout)
}

/// A cell's text as comfy-table may have it.
fn laid_out(text: &str) -> comfy_table::Cell {
    let text = shown(text.trim());
    if text.len() <= LONGEST_LINE {
        return comfy_table::Cell::new(text);
    }
    let characters: Vec<char> = text.chars().collect();
    let lines = characters.chunks(LONGEST_LINE).map(String::from_iter);
    comfy_table::Cell::new(lines.collect::<Vec<_>>().join("\n"))
}

/// Tells the layout each column's alignment, gap and least width.
fn set_columns(layout: &mut comfy_table::Table, columns: &[(usize, &Column)], options: &Options) {
    let contents = match options.width {
        Some(_) => layout.column_max_content_widths(),
        // Nothing is squeezed.
        None => vec![0; columns.len()],
    };
    let columns = columns.iter().map(|(_, column)| column).zip(contents);
    let last = layout.column_count() - 1;
    for (index, (laid_out, (column, content))) in layout.column_iter_mut().zip(columns).enumerate()
    {
        let gap = if index == last { 0 } else { GAP };
        laid_out.set_padding((0, gap));
        laid_out.set_cell_alignment(match column.align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        });
        let words = column.heading.in_language(options.language).split(' ');
        let word = words.map(|word| word.chars().count()).max().unwrap_or(0);
        let word = u16::try_from(word).unwrap_or(u16::MAX).min(LONGEST_WORD);
        let least = content.min(word.max(NARROWEST)).max(column.minimum_width);
        laid_out.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(
            least.saturating_add(gap),
        )));
    }
}

/// Takes the lines of the layout apart at its rules.
fn cut_up(layout: &comfy_table::Table) -> Layout {
    let mut pieces = vec![Vec::new()];
    let mut width = 0;
    for line in layout.lines() {
        if line.starts_with(CUT) {
            width = line.len();
            pieces.push(Vec::new());
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(line.trim_end().to_owned());
        }
    }
    let mut pieces = pieces.into_iter();
    Layout {
        heading: pieces.next().unwrap_or_default(),
        width,
        rows: pieces.take(layout.row_count()).collect(),
    }
}

/// Sets a line off when colour is allowed.
fn bold(line: &str, options: &Options) -> String {
    if options.color {
        format!("\u{1b}[1m{line}\u{1b}[0m")
    } else {
        line.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Cell, Language, samples};
    use super::*;
    use crate::output::keyed::columns;

    fn text(table: &Table, options: &Options) -> String {
        String::from_utf8(Text.render(table, options)).unwrap()
    }

    fn people() -> Table {
        let columns = vec![
            Column::of(columns::NAME),
            Column::of(columns::ORGANISATION),
            Column::of(columns::MINUTES).right(),
        ];
        let mut table = Table::new("people", "People", columns);
        for (name, organisation, minutes) in [
            ("Müller, Anna", "Cluster Biotechnologie Süd e.V.", 52),
            ("田中 太郎", "Optik-Netz", 7),
        ] {
            table.push(vec![
                Cell::from(name),
                Cell::from(organisation),
                Cell::Integer(minutes),
            ]);
        }
        table
    }

    #[test]
    fn nothing_in_a_cell_is_obeyed() {
        let expected = r#"Attendance *2020*

Session A
10:00–11:00
20 places

Name                        Organisation          Verdict  Minutes  Share  First joined      other names  done  Signature       Remarks         Remarks
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Müller, Anna                Bio|M "Süd"           present       52    87%  08.10.2020 10:00  Anni; A. M.  yes   □               vegan⏎no nuts   =1+1
田中 太郎                                         no-show        0     0%                                 no    □               +49 30 5550101  -3

Session B | \u{202e}

Name                        Organisation          Verdict  Minutes  Share  First joined      other names  done  Signature       Remarks         Remarks
────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
x\u{1b}[31m\u{202e}gpj.exe  *Cluster* <b>_x_</b>  no-show       -3                           @home                              ''=1            \u{200b}

Session C

(none)

Rule: 50 %.
"#;
        assert_eq!(text(&samples::nasty(), &Options::default()), expected);
    }

    #[test]
    fn columns_line_up_whatever_the_script() {
        let expected = "\
People

Name          Organisation                     Minutes
──────────────────────────────────────────────────────
Müller, Anna  Cluster Biotechnologie Süd e.V.       52
田中 太郎     Optik-Netz                             7
";
        assert_eq!(text(&people(), &Options::default()), expected);
    }

    #[test]
    fn long_cells_wrap_inside_their_column() {
        let options = Options {
            width: Some(40),
            ..Options::default()
        };
        let expected = "\
People

Name          Organisation    Minutes
─────────────────────────────────────
Müller, Anna  Cluster              52
              Biotechnologie
              Süd e.V.
田中 太郎     Optik-Netz            7
";
        assert_eq!(text(&people(), &options), expected);
    }

    #[test]
    fn a_narrow_terminal_squeezes_no_column_to_letters() {
        let options = Options {
            width: Some(20),
            ..Options::default()
        };
        let expected = "\
People

Name      Organisation  Minutes
────────────────────
Müller,   Cluster Biot       52
Anna      echnologie
          Süd e.V.
田中      Optik-Netz          7
太郎
";
        assert_eq!(text(&people(), &options), expected);
    }

    #[test]
    fn headings_are_bold_only_in_colour() {
        let options = Options {
            color: true,
            language: Language::De,
            ..Options::default()
        };
        let expected = "\
\u{1b}[1mPeople\u{1b}[0m

\u{1b}[1mName          Organisation                     Minuten\u{1b}[0m
──────────────────────────────────────────────────────
Müller, Anna  Cluster Biotechnologie Süd e.V.       52
田中 太郎     Optik-Netz                             7
";
        assert_eq!(text(&people(), &options), expected);
    }

    #[test]
    fn a_table_without_rows_says_so() {
        let german = Options {
            language: Language::De,
            ..Options::default()
        };
        assert_eq!(
            text(&samples::empty(), &german),
            "Nobody\n\n(keine Einträge)\n\nA note.\n"
        );
        let bare = Table::new("t", "", Vec::new());
        assert_eq!(text(&bare, &Options::default()), "(none)\n");
    }

    #[test]
    fn a_column_keeps_its_least_width() {
        let columns = vec![
            Column::of(columns::SIGNATURE).at_least(12).filled_by_hand(),
            Column::of(columns::NAME),
        ];
        let mut table = Table::new("t", "", columns);
        table.push(vec![Cell::Empty, Cell::from("Anna")]);
        for width in [None, Some(80)] {
            let options = Options {
                width,
                ..Options::default()
            };
            assert_eq!(
                text(&table, &options),
                "Signature     Name\n──────────────────\n              Anna\n"
            );
        }
    }

    #[test]
    fn an_enormous_answer_is_no_trouble() {
        let mut table = Table::new("t", "", vec![Column::answers("Q"), Column::answers("R")]);
        table.push(vec![Cell::from("ä".repeat(150_000)), Cell::from("x")]);
        for width in [None, Some(80)] {
            let options = Options {
                width,
                ..Options::default()
            };
            assert_eq!(text(&table, &options).matches('ä').count(), 150_000);
        }
    }

    proptest! {
        #[test]
        fn lines_have_no_blanks_at_the_end_and_nothing_to_obey(
            cells in prop::collection::vec("[a \n\t\u{1}\u{1b}田-]{0,30}|\\PC{0,20}", 0..8),
            width in prop::option::of(0_usize..60),
        ) {
            let mut table = Table::new("t", "", vec![Column::answers("A b"), Column::answers("C").right()]);
            for pair in cells.chunks(2) {
                table.push(pair.iter().map(|cell| Cell::from(cell.as_str())).collect());
            }
            let text = text(&table, &Options { width, ..Options::default() });
            for line in text.lines() {
                prop_assert_eq!(line.trim_end(), line);
                prop_assert!(!line.contains(char::is_control));
            }
        }

        #[test]
        fn without_a_width_a_row_is_a_line(cells in prop::collection::vec("\\PC{0,40}", 1..8)) {
            let mut table = Table::new("t", "", vec![Column::answers("A")]);
            for cell in &cells {
                table.push(vec![Cell::from(cell.as_str())]);
            }
            let text = text(&table, &Options::default());
            prop_assert_eq!(text.lines().count(), cells.len() + 2);
        }
    }
}
