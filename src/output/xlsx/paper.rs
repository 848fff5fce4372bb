//! What is printed around the cells of a sheet: header, footer, and a box below the rows of a list to sign.
//!
//! Cells hold the table and nothing else, so that a sheet that comes back is read like any other. What people write by
//! hand, and the facts that the header of a page has no room for, are in a box that floats below the last row.

use rust_xlsxwriter::{
    HeaderImagePosition, Image, ObjectMovement, Shape, ShapeFont, ShapeFormat, ShapeSolidFill,
    Worksheet, XlsxError,
};

use super::super::text::line_to_sign;
use super::super::{Options, Table, shown};
use super::columns::{self, DIGIT};
use crate::message;

/// The size of a logo in the page header, in pixels: 60 by 16 mm.
const LOGO: (u32, u32) = (227, 60);

/// The maximum length of a line of the page header, in UTF-16 units: between the logos.
const LINE_OF_HEADER: usize = 100;

/// The maximum length of all of them; Excel's limit is 255, including commands.
const LONGEST_HEADER: usize = 215;

/// The maximum number of facts in the page header.
const FACTS: usize = 3;

/// The maximum length of a line to sign on in the footer, in characters; Excel's limit is 255 for all of it.
const LINE_OF_FOOTER: usize = 80;

/// The same on portrait paper, where two of them and the page number stand side by side.
const LINE_OF_FOOTER_UPRIGHT: usize = 44;

/// The margins of a page in inches: at the sides, above and below the table, and around header and footer.
const SIDE: f64 = 0.7;
const END: f64 = 0.75;
const EDGE: f64 = 0.3;

/// The margin above if there are logos, and below if people sign in the footer.
const BELOW_LOGOS: f64 = 1.25;
const ABOVE_SIGNATURES: f64 = 1.1;

/// The height of a line of the header, in inches.
const LINE: f64 = 0.17;

/// The sides of A4, in inches: the height of landscape, and that of portrait.
const A4: (f64, f64) = (8.27, 11.69);

/// The height of a line of the box, in pixels, and of the space around its text.
const LINE_OF_BOX: u32 = 17;
const AROUND: u32 = 16;

/// The number of empty lines above a line to sign on.
const ROOM_TO_SIGN: usize = 2;

/// What is printed around the cells of a sheet.
#[derive(Debug, Default)]
pub(super) struct Paper {
    title: String,
    /// The facts below the title.
    facts: Vec<String>,
    /// The lines to write on at the foot of every page.
    foot: Vec<String>,
    /// The text of the box below the last row; empty for none.
    below: Vec<String>,
    /// Whether it is portrait.
    is_upright: bool,
}

impl Paper {
    /// A page with a title and nothing else.
    pub(super) fn titled(title: &str) -> Self {
        Self {
            title: shown(title).into_owned(),
            ..Self::default()
        }
    }

    /// Puts the facts of a table into the header as far as there is room.
    ///
    /// A list to sign has the others below its rows, together with what its only group says. If there are several
    /// groups, there is no room below each of them, but each has pages of its own: they have the lines to sign on at
    /// their foot.
    pub(super) fn of(table: &Table, is_for_paper: bool, is_upright: bool) -> Self {
        let mut paper = Self {
            is_upright,
            ..Self::titled(&table.title)
        };
        let foot = if is_upright {
            LINE_OF_FOOTER_UPRIGHT
        } else {
            LINE_OF_FOOTER
        };
        let mut room = LONGEST_HEADER - units(&shortened(&paper.title, LINE_OF_HEADER));
        let mut left_out = Vec::new();
        for line in &table.lines {
            let line = shown(line).into_owned();
            let needed = units(&line) + 1;
            if paper.facts.len() < FACTS && needed <= room.min(LINE_OF_HEADER) {
                room -= needed;
                paper.facts.push(line);
            } else {
                left_out.push(line);
            }
        }
        if !is_for_paper || table.is_empty() {
            return paper;
        }
        paper.below = left_out;
        let notes = table.notes.iter().map(|it| shown(&it.said).into_owned());
        let said = |line: &String| shown(line).into_owned();
        match table.groups() {
            [group] => {
                paper.below.push(said(&group.heading));
                paper.below.extend(group.lines.iter().map(said));
                paper.below.extend(group.below.iter().map(said));
                paper.below.extend(notes);
                for line in &group.to_sign {
                    paper.below.extend(vec![String::new(); ROOM_TO_SIGN]);
                    paper.below.push(line_to_sign(&said(line), None));
                }
            }
            groups => {
                paper.below.extend(notes);
                let to_sign = groups.first().map(|it| it.to_sign.as_slice());
                let is_same = |it: &&[String]| groups.iter().all(|group| group.to_sign == **it);
                let to_sign = to_sign.filter(is_same).unwrap_or_default().iter();
                let to_sign =
                    to_sign.map(|it| line_to_sign(&shortened(&said(it), foot * 3 / 4), Some(foot)));
                paper.foot = to_sign.collect();
            }
        }
        paper
    }

    /// Sets A4, with the title and facts above, the page number below, and lines between the cells.
    pub(super) fn set_up(
        &self,
        sheet: &mut Worksheet,
        options: Options,
        logos: &[Image],
    ) -> Result<(), XlsxError> {
        const OF_A4: u8 = 9;
        sheet.set_paper_size(OF_A4);
        if self.is_upright {
            sheet.set_portrait();
        } else {
            sheet.set_landscape();
        }
        sheet.set_print_gridlines(true);
        let mut head = String::new();
        let places = [
            (HeaderImagePosition::Left, "&L&G"),
            (HeaderImagePosition::Right, "&R&G"),
        ];
        for (logo, (place, code)) in logos.iter().zip(places) {
            let logo = logo.clone().set_scale_to_size(LOGO.0, LOGO.1, true);
            head.push_str(code);
            // The picture and its placeholder in the text belong together.
            sheet.set_header(&head);
            sheet.set_header_image(&logo, place)?;
        }
        let (top, bottom) = self.margins(!logos.is_empty());
        sheet.set_margins(SIDE, SIDE, top, bottom, EDGE, EDGE);
        if !self.title.is_empty() {
            let title = coded(&shortened(&self.title, LINE_OF_HEADER));
            let mut facts = String::new();
            for fact in &self.facts {
                facts.push('\n');
                facts.push_str(&coded(fact));
            }
            let look = if facts.is_empty() {
                ""
            } else {
                "&\"-,Regular\""
            };
            sheet.set_header(format!("{head}&C&\"-,Bold\"{title}{look}{facts}"));
        }
        let pages = message!(documents::page_of {
            page: "&P",
            pages: "&N"
        })
        .in_language(options.language);
        let foot = self.foot.iter().map(|it| coded(it));
        let foot = foot.collect::<Vec<_>>().join("    ");
        let foot = if foot.is_empty() {
            foot
        } else {
            format!("&L{foot}")
        };
        sheet.set_footer(format!("{foot}&R{pages}"));
        Ok(())
    }

    /// Returns the margins above and below the table, in inches.
    fn margins(&self, has_logos: bool) -> (f64, f64) {
        let lines = u32::try_from(1 + self.facts.len()).unwrap_or(1);
        let top =
            (EDGE + LINE * f64::from(lines + 1)).max(if has_logos { BELOW_LOGOS } else { END });
        (
            top,
            if self.foot.is_empty() {
                END
            } else {
                ABOVE_SIGNATURES
            },
        )
    }

    /// Adds the box below the last row, `width` pixels wide. Returns the row at which a page has to start so that the
    /// box is not on two pages; `heights` are those of all rows including the headings, in points; pages also start
    /// at `breaks`.
    pub(super) fn add_below(
        &self,
        sheet: &mut Worksheet,
        (column, width): (u16, u32),
        (heights, breaks): (&[f64], &[u32]),
        (scale, has_logos): (u16, bool),
    ) -> Result<Option<u32>, XlsxError> {
        if self.below.is_empty() {
            return Ok(None);
        }
        // The text of the box has a margin.
        let room = (width as usize / DIGIT).saturating_sub(3);
        let lines = self.below.iter().map(|it| columns::lines(it, room, false));
        let count = u32::try_from(lines.sum::<usize>()).unwrap_or(u32::MAX);
        let height = count.saturating_mul(LINE_OF_BOX).saturating_add(AROUND);
        // The lines between cells go on below the last row; the box covers them.
        let white = ShapeSolidFill::new().set_color("FFFFFF");
        let paper = ShapeFormat::new().set_solid_fill(&white).set_no_line();
        let shape = Shape::textbox()
            .set_text(self.below.join("\n"))
            .set_width(width)
            .set_height(height)
            .set_font(&ShapeFont::new().set_name("Arial").set_size(10))
            .set_format(&paper)
            .set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
        let row = u32::try_from(heights.len()).unwrap_or(u32::MAX);
        sheet.insert_shape_with_offset(row, column, &shape, 0, 4)?;
        let (top, bottom) = self.margins(has_logos);
        let side = if self.is_upright { A4.1 } else { A4.0 };
        let page = (side - top - bottom) * 72.0 * 100.0 / f64::from(scale.max(1));
        // The last row of the table is on the same page.
        let needed = f64::from(height + 4) * 0.75;
        let Some((headings, rows)) = heights.split_first() else {
            return Ok(None);
        };
        let mut used = *headings;
        for (number, height) in (1_u32..).zip(rows) {
            if used + height > page || breaks.contains(&number) {
                used = *headings;
            }
            used += height;
        }
        Ok((used + needed > page && rows.len() > 1).then_some(row - 1))
    }
}

/// Returns a text of at most this many UTF-16 units, shortened between words.
fn shortened(text: &str, most: usize) -> String {
    let text = text.replace('\n', " ");
    if units(&text) <= most {
        return text;
    }
    let (mut left, mut end) = (most.saturating_sub(1), 0);
    for (at, letter) in text.char_indices() {
        let needed = cost(letter);
        if needed > left {
            break;
        }
        left -= needed;
        end = at + letter.len_utf8();
    }
    let (start, rest) = text.split_at(end);
    let start = match start.rsplit_once(' ') {
        Some((words, _)) if !rest.starts_with(' ') && units(words) * 2 > most => words,
        _ => start,
    };
    let start = start.trim_end_matches(|it: char| it.is_whitespace() || ",;:·–-(".contains(it));
    format!("{start}…")
}

/// Returns the number of UTF-16 units of a text in a header.
fn units(text: &str) -> usize {
    text.chars().map(cost).sum()
}

fn cost(letter: char) -> usize {
    letter.len_utf16() + usize::from(letter == '&')
}

/// Returns text for a header or footer: an ampersand begins a command there.
fn coded(text: &str) -> String {
    text.replace('&', "&&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_shortened_between_words_with_a_mark() {
        assert_eq!(shortened("Evidence: Meeting", 20), "Evidence: Meeting");
        assert_eq!(
            shortened("Evidence: Meeting, autumn", 20),
            "Evidence: Meeting…"
        );
        assert_eq!(shortened("Evidence:Meetingautumn", 10), "Evidence…");
        assert_eq!(shortened("An &&&& and more", 13), "An &&&&…");
        assert_eq!(shortened("One two three", 8), "One two…");
        assert_eq!(coded("Sign-in & more"), "Sign-in && more");
    }

    #[test]
    fn a_fact_is_in_the_header_as_a_whole_or_not_at_all() {
        let mut table = Table::new("t", "T".repeat(90), Vec::new());
        table.lines = ["d".repeat(60), "p".repeat(70), "o".repeat(30)].to_vec();
        let paper = Paper::of(&table, false, false);
        assert_eq!(paper.facts, ["d".repeat(60), "o".repeat(30)]);
        assert!(paper.below.is_empty());
    }
}
