//! Which columns of a report a sheet shows, and how wide they are.

use super::super::widths::{self, shared, widest_piece};
use super::super::{Cell, Letters, Table};
use super::value::{self, Pattern, Style, Value};
use crate::catalogue::Language;

/// The minimum and maximum width of columns, in characters.
pub(super) const WIDTHS: (usize, usize) = (6, 60);

/// The maximum width of a column on paper, or of one that says in each row what is the same for its whole group, and of
/// a column that is both: longer texts wrap.
const ON_PAPER: usize = 40;
const OF_GROUP: usize = 22;

/// The maximum length of a word that is not broken.
const WORD: usize = 32;

/// Room for the button of the filter, in characters.
pub(super) const FILTER_BUTTON: usize = 3;

/// The width of A4 landscape between its margins, in pixels: 988, but some programs print columns a little wider.
const PAGE_WIDTH: usize = 925;

/// The same of A4 portrait, of 659 pixels.
const UPRIGHT_WIDTH: usize = 617;

/// The minimum widths on portrait paper of a column that says in each row what is the same for its whole group, and of
/// a signature: 45 mm.
const OF_GROUP_UPRIGHT: usize = 14;
const SIGNATURE_UPRIGHT: usize = 24;

/// The width of a digit, which column widths are measured in, and the padding of a column, in pixels.
pub(super) const DIGIT: usize = 7;
pub(super) const PADDING: usize = 5;

/// The same digit in hundredths of the font size.
const DIGIT_OF_FONT: u32 = 55;

/// How large a list with large letters is printed, in percent.
const LARGE: usize = 120;

/// The same for a list to sign: its letters are as large as on a page.
const TO_SIGN: usize = 85;

/// How small a table may be printed before its texts wrap, in percent.
const SMALL: usize = 70;

/// The number of rows above which a table is not printed: its texts do not wrap, since each row with a height of its own
/// takes memory.
const LONG: usize = 5_000;

/// Returns whether each column is hidden, since people do not read it on a page either: it is empty or only useful to
/// programs. The headings of groups are not on the sheet, so the columns that say the same are shown.
pub(super) fn hidden(table: &Table) -> Vec<bool> {
    let mut is_hidden = vec![false; table.columns().len()];
    if table.taken_back {
        return is_hidden;
    }
    is_hidden.fill(true);
    for (place, _) in table.columns_for_people() {
        is_hidden[place] = false;
    }
    for (place, is_hidden) in is_hidden.iter_mut().enumerate() {
        let is_signed = table.columns()[place].minimum_width > 0;
        *is_hidden = *is_hidden && !is_signed && !stands_for_groups(table, place);
    }
    // A table of which people read nothing is for programs.
    if !is_hidden.contains(&false) {
        is_hidden.fill(false);
    }
    is_hidden
}

/// Returns whether a column says in words what the headings of groups say: each group has one value.
pub(super) fn stands_for_groups(table: &Table, place: usize) -> bool {
    const IDS: [&str; 4] = ["session", "event", "person_id", "organisation_id"];
    let has_words = |row: &Vec<Cell>| matches!(row[place], Cell::Worded { .. });
    let is_name = IDS.contains(&&*table.columns()[place].key);
    let has_headings = table.groups().iter().any(|it| !it.heading.is_empty());
    if !has_headings || (is_name && !table.rows().iter().any(has_words)) {
        return false;
    }
    let sections = table.sections();
    let mut values = sections.iter().map(|section| {
        let mut rows = section.rows.iter();
        let first = rows.next().map(|row| &row[place]);
        (first, rows.all(|row| Some(&row[place]) == first))
    });
    values.all(|(value, is_one)| is_one && value != Some(&Cell::Empty))
}

/// Returns the first visible column with times if they are of several days: people read the day above a group, but the
/// sheet has no such heading.
pub(super) fn with_days(table: &Table, is_hidden: &[bool], language: Language) -> Option<usize> {
    let is_moment = |place: &usize| {
        let mut cells = table.rows().iter().map(|row| &row[*place]);
        !is_hidden[*place] && cells.any(|it| matches!(it, Cell::Moment { .. }))
    };
    let place = (0..table.columns().len()).find(is_moment)?;
    let mut days = table.rows().iter().filter_map(|row| {
        let (Value::Number(serial), Style::Moment(Pattern::Clock | Pattern::ClockWithSeconds), _) =
            value::of(&row[place], language, false)
        else {
            return None;
        };
        Some(serial.floor())
    });
    let first = days.next()?;
    days.any(|day| (day - first).abs() > 0.5).then_some(place)
}

/// The widths of a table's columns and the scale of its pages.
pub(super) struct Widths {
    /// In characters, 0 if hidden.
    pub(super) columns: Vec<usize>,
    /// In percent.
    pub(super) scale: u16,
    /// Whether it is printed on portrait paper.
    pub(super) is_upright: bool,
}

/// Determines the widths of columns before rows are written, since their heights depend on them.
///
/// A list for paper is as wide as the page, which is upright if there is room for every word: rows to sign are high, so
/// that a sheet has half as many again. Any other table has the width it needs until it would be printed too small:
/// then its long texts wrap. A word is only broken if there is no room for it otherwise.
pub(super) fn widths(
    table: &Table,
    headings: &[String],
    is_hidden: &[bool],
    days: Option<usize>,
    language: Language,
) -> Widths {
    let mut needs: Vec<(u32, u32)> = Vec::new();
    let mut upright: Vec<(u32, u32)> = Vec::new();
    for (place, heading) in headings.iter().enumerate().filter(|it| !is_hidden[it.0]) {
        let widest = match (is_for_paper(table), table.columns()[place].hidden_in_text) {
            (true, true) => OF_GROUP,
            (true, false) | (false, true) => ON_PAPER,
            (false, false) => WIDTHS.1,
        };
        let (mut least, mut most) = (digits(widest_piece(heading, true)), 0);
        for row in table.rows() {
            let (value, style, width) = value::of(&row[place], language, false);
            let (word, cell) = match value {
                Value::Text(text) => of_text(&text),
                _ if days == Some(place) => {
                    let width = value::dated(style, language).1.max(width);
                    (width, width)
                }
                _ => (width, width),
            };
            least = least.max(word.min(WORD));
            most = most.max(cell.min(widest));
        }
        let asked = usize::from(table.columns()[place].minimum_width);
        // One more for the padding.
        let least = least.max(asked).max(WIDTHS.0) + 1;
        let most = least.max(most + 1).max(natural(table, heading) + 1);
        needs.push((number(least), number(most)));
        let is_of_group = is_for_paper(table) && stands_for_groups(table, place);
        let least = match least {
            least if is_of_group => least.min(OF_GROUP_UPRIGHT),
            least if asked > SIGNATURE_UPRIGHT => SIGNATURE_UPRIGHT.max(least - asked),
            least => least,
        };
        upright.push((
            number(least),
            number(if is_of_group { least } else { most }),
        ));
    }
    let sum = |needs: &[(u32, u32)]| needs.iter().map(|it| it.1).sum::<u32>();
    let count = needs.len();
    let room_of = |page: usize, percent: usize| {
        number((page * 100 / percent).saturating_sub(PADDING * count) / DIGIT)
    };
    let least: u32 = upright.iter().map(|it| it.0).sum();
    let is_upright =
        table.is_paged && is_for_paper(table) && least <= room_of(UPRIGHT_WIDTH, zoom(table));
    let page = if is_upright {
        needs = upright;
        UPRIGHT_WIDTH
    } else {
        PAGE_WIDTH
    };
    let room = |percent: usize| room_of(page, percent);
    let own: Vec<u32> = if is_for_paper(table) {
        shared(&needs, room(zoom(table)))
    } else if table.rows().len() <= LONG && sum(&needs) > room(SMALL) {
        let least: u32 = needs.iter().map(|it| it.0).sum();
        shared(&needs, least.max(room(SMALL)))
    } else {
        needs.iter().map(|it| it.1).collect()
    };
    let total: usize = own.iter().map(|it| *it as usize * DIGIT + PADDING).sum();
    let scale = (page * 100 / total.max(1)).clamp(10, zoom(table));
    let mut own = own.into_iter().map(|it| it as usize);
    let columns = is_hidden.iter().map(|is_hidden| {
        if *is_hidden {
            0
        } else {
            own.next().unwrap_or(WIDTHS.0)
        }
    });
    Widths {
        columns: columns.collect(),
        scale: u16::try_from(scale).unwrap_or(100),
        is_upright,
    }
}

/// Returns the width of a heading on one line; on paper, and where there are many of them, headings wrap.
fn natural(table: &Table, heading: &str) -> usize {
    if is_for_paper(table) {
        return 0;
    }
    digits(widths::width(heading, true)) + FILTER_BUTTON
}

/// Returns the widths of a text's longest word and longest line.
fn of_text(text: &str) -> (usize, usize) {
    let of = |width: fn(&str, bool) -> u32| text.lines().map(|it| width(it, false)).max();
    let [word, line] = [widest_piece, widths::width].map(|it| digits(of(it).unwrap_or(0)));
    (word, line)
}

/// Returns the number of lines of a text in a column of this width.
pub(super) fn lines(text: &str, width: usize, is_bold: bool) -> usize {
    widths::lines(text, number(width) * DIGIT_OF_FONT, is_bold)
}

/// Converts hundredths of the font size to the unit of column widths.
fn digits(width: u32) -> usize {
    width.div_ceil(DIGIT_OF_FONT) as usize
}

/// Returns whether a table is a list to be printed: to sign, or to tick at the door.
pub(super) fn is_for_paper(table: &Table) -> bool {
    let is_signed = table.columns().iter().any(|it| it.minimum_width > 0);
    !table.taken_back && (table.is_paged || is_signed || table.letters == Letters::Large)
}

fn zoom(table: &Table) -> usize {
    match table.letters {
        Letters::Large => LARGE,
        Letters::Usual if is_for_paper(table) => TO_SIGN,
        Letters::Usual => 100,
    }
}

fn number(width: usize) -> u32 {
    u32::try_from(width).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Message;
    use crate::output::Column;
    use crate::output::keyed::columns;

    /// A list to sign for two sessions, of so many columns for signatures.
    fn list(signatures: usize) -> Table {
        let signature = Column::of(columns::SIGNATURE).at_least(34).filled_by_hand();
        let mut headings = vec![
            Column::of(columns::SESSION).hidden_in_text(),
            Column::of(columns::NAME),
            Column::of(columns::ORGANISATION),
        ];
        headings.extend(vec![signature; signatures]);
        let mut table = Table::new("sign-in", "", headings);
        table.is_paged = true;
        for session in ["Transformationsprozesse gestalten", "Plenum"] {
            table.begin_group(session, Vec::new());
            for name in ["Müller-Lüdenscheidt, Anna", "Baum, Gisela"] {
                let title = Cell::Worded {
                    key: "s".to_owned(),
                    words: Message::verbatim(session),
                };
                table.push(vec![title, Cell::from(name), Cell::from("IHK Dortmund")]);
            }
        }
        table
    }

    fn found(table: &Table) -> Widths {
        let headings: Vec<String> = table
            .columns()
            .iter()
            .map(|it| it.key.to_string())
            .collect();
        widths(table, &headings, &hidden(table), None, Language::De)
    }

    #[test]
    fn a_list_to_sign_is_upright_if_every_word_fits() {
        let upright = found(&list(1));
        assert!(upright.is_upright);
        // The title is in every row, and only its beginning is printed.
        assert!(upright.columns[0] < OF_GROUP);
        assert!(stands_for_groups(&list(1), 0) && !stands_for_groups(&list(1), 1));
        assert!(upright.columns[3] >= SIGNATURE_UPRIGHT);
        assert!(!found(&list(4)).is_upright);
        let mut report = list(1);
        report.is_paged = false;
        assert!(!found(&report).is_upright);
    }
}
