//! The widths of texts in office documents, and the distribution of a page's width among the columns of a table.
//!
//! The font is Arial, which has the same widths everywhere. They are in hundredths of its size.

/// Estimates the width of a text, rather too wide than too narrow.
pub(super) fn width(text: &str, is_bold: bool) -> u32 {
    let letter = |it: char| match it {
        'i' | 'j' | 'l' => 25,
        'f' | 't' | 'I' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '\'' | '|' | '/' => 29,
        'r' | '(' | ')' | '-' => 35,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 51,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 90,
        it if it.is_uppercase() => 72,
        // East Asian letters are as wide as they are high.
        it if it >= '\u{1100}' => 100,
        _ => 56,
    };
    let width = text.chars().map(letter).fold(0, u32::saturating_add);
    if is_bold { width + width / 10 } else { width }
}

/// Returns the parts of a line that no program breaks: breaks are at spaces, except no-break spaces, which keep numbers
/// and their units together, and after hyphens.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split_inclusive(|it: char| it.is_whitespace() && it != '\u{a0}');
    words.flat_map(|it| it.split_inclusive('-'))
}

/// Returns the width of the widest part of a line that is not broken.
pub(super) fn widest_piece(line: &str, is_bold: bool) -> u32 {
    let widths = pieces(line).map(|it| width(it.trim_end_matches(' '), is_bold));
    widths.max().unwrap_or(0)
}

/// Returns the number of lines of a text in a column of this width.
pub(super) fn lines(text: &str, room: u32, is_bold: bool) -> usize {
    let room = room.max(1);
    let mut count = 0;
    for line in text.lines() {
        count += 1;
        let mut used = 0;
        for piece in pieces(line) {
            let own = width(piece.trim_end_matches(' '), is_bold);
            if used > 0 && used + own > room {
                count += 1;
                used = 0;
            }
            // A longer word is broken.
            count += (own.saturating_sub(1) / room) as usize;
            used += width(piece, is_bold) - (own.saturating_sub(1) / room) * room;
        }
    }
    count.max(1)
}

/// Distributes the width of a page among columns with a minimum and a desired width each. If the page is too narrow,
/// only the widest columns get less than their minimum, so that short words are never broken.
pub(super) fn shared(needs: &[(u32, u32)], width: u32) -> Vec<u32> {
    let least: u32 = needs.iter().map(|it| it.0).sum();
    let most: u32 = needs.iter().map(|it| it.1).sum();
    if least >= width {
        return capped(needs.iter().map(|it| it.0).collect(), width);
    }
    let part = |of: u32, whole: u32, room: u32| {
        let share = u64::from(of) * u64::from(room) / u64::from(whole.max(1));
        u32::try_from(share).unwrap_or(0)
    };
    needs
        .iter()
        .map(|(own_least, own_most)| {
            if most <= width {
                own_most + part(*own_most, most, width - most)
            } else {
                own_least + part(own_most - own_least, most - least, width - least)
            }
        })
        .collect()
}

/// Cuts the widest columns to a common width with which all of them fit.
fn capped(widths: Vec<u32>, room: u32) -> Vec<u32> {
    let mut by_width = widths.clone();
    by_width.sort_unstable();
    let (mut room, mut left) = (room, u32::try_from(by_width.len()).unwrap_or(u32::MAX));
    for width in by_width {
        // The remaining columns are at least as wide.
        if width.saturating_mul(left) > room {
            break;
        }
        room -= width;
        left -= 1;
    }
    let cap = room.checked_div(left).unwrap_or(u32::MAX);
    widths.into_iter().map(|it| it.min(cap)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_is_broken_between_words_and_after_hyphens() {
        // Four letters of 56 each.
        assert_eq!(width("nnnn", false), 224);
        assert_eq!(
            widest_piece("nn nnnn-nn 1\u{a0}n", false),
            width("nnnn-", false)
        );
        for (text, count) in [
            ("", 1),
            ("nnnn", 1),
            ("nnnn nnnn", 2),
            ("nnn-nnn", 2),
            ("nn nn nn", 3),
            ("nnnnnnnnn", 3),
            ("nn\nnn", 2),
        ] {
            assert_eq!(lines(text, 224, false), count, "{text}");
        }
    }

    proptest! {
        #[test]
        fn columns_fill_the_page_and_no_more(
            needs in prop::collection::vec((1_u32..5000, 0_u32..5000), 1..20),
            width in 5000_u32..15000,
        ) {
            let needs: Vec<(u32, u32)> = needs.into_iter().map(|(least, more)| (least, least + more)).collect();
            let widths = shared(&needs, width);
            let sum: u32 = widths.iter().sum();
            let columns = u32::try_from(needs.len()).unwrap();
            prop_assert!(sum <= width && sum + columns >= width, "{sum} of {width}");
            let least: u32 = needs.iter().map(|it| it.0).sum();
            if least < width {
                for (width, (least, _)) in widths.iter().zip(&needs) {
                    prop_assert!(width >= least);
                }
            } else {
                let widest = widths.iter().max().unwrap();
                for (width, (least, _)) in widths.iter().zip(&needs) {
                    prop_assert!(width == least || width == widest, "a narrow column lost room");
                }
            }
        }
    }
}
