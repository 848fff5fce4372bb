//! What the styles of an .xlsx sheet say: cells struck through, and colours.

use std::collections::{HashMap, HashSet};

use quick_xml::events::{BytesStart, Event};

use super::attributes::{attribute, is_on};
use super::budget::Share;
use super::fault::Fault;
use super::workbook_parts::{A_MARK, Archive, each, number};

/// What matters of a style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style {
    pub(super) is_struck: bool,
    /// The number of its colour; 0 is none.
    pub(super) colour: u32,
}

/// Styles, and texts that are struck through.
pub(super) struct Struck {
    /// By the number of the style.
    pub(super) styles: Vec<Style>,
    /// Shared texts that are struck through at least in part.
    pub(super) texts: HashSet<u32>,
}

/// Reads which cell styles are struck through or filled with a colour.
pub(super) fn styles(archive: &mut Archive, share: &mut Share) -> Result<Vec<Style>, Fault> {
    let (mut fonts, mut fills, mut styles) = (Vec::new(), Vec::new(), Vec::new());
    let mut colours: HashMap<String, u32> = HashMap::new();
    let mut list = String::new();
    each(archive, "xl/styles.xml", |event| {
        let Event::Start(element) = event else {
            return Ok(());
        };
        match (list.as_str(), element.local_name().as_ref()) {
            (_, name @ ("fonts" | "fills" | "cellXfs" | "cellStyleXfs" | "dxfs")) => {
                name.clone_into(&mut list);
            }
            ("fonts", "font") => {
                share.charge(1)?;
                fonts.push(false);
            }
            ("fonts", "strike") => {
                if let Some(font) = fonts.last_mut() {
                    *font = is_on(element, "val", true);
                }
            }
            ("fills", "fill") => {
                share.charge(1)?;
                fills.push(0);
            }
            ("fills", "fgColor") => {
                let next = u32::try_from(colours.len() + 1).unwrap_or(u32::MAX);
                if let Some(colour) = colour_of(element)
                    && let Some(fill) = fills.last_mut()
                {
                    share.charge(A_MARK)?;
                    *fill = *colours.entry(colour).or_insert(next);
                }
            }
            ("cellXfs", "xf") => {
                share.charge(1)?;
                let index = |name| number(element, name).and_then(|it| usize::try_from(it).ok());
                styles.push(Style {
                    is_struck: index("fontId").is_some_and(|it| fonts.get(it) == Some(&true)),
                    colour: index("fillId")
                        .and_then(|it| fills.get(it).copied())
                        .unwrap_or_default(),
                });
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}

/// Returns a colour as written; `None` for white.
fn colour_of(element: &BytesStart<'_>) -> Option<String> {
    let part = |name: &str| attribute(element, name).unwrap_or_default();
    let (rgb, theme) = (part("rgb").to_ascii_uppercase(), part("theme"));
    let is_white = rgb.ends_with("FFFFFF") || theme == "0" && part("tint").is_empty();
    (!is_white).then(|| format!("{rgb} {theme} {} {}", part("tint"), part("indexed")))
}

/// Reads which shared texts are struck through, at least in part.
pub(super) fn struck_texts(
    archive: &mut Archive,
    share: &mut Share,
) -> Result<HashSet<u32>, Fault> {
    let mut texts = HashSet::new();
    let mut next = 0_u32;
    each(archive, "xl/sharedstrings.xml", |event| {
        if let Event::Start(element) = event {
            match element.local_name().as_ref() {
                "si" => next = next.saturating_add(1),
                "strike" if is_on(element, "val", true) => {
                    share.charge(A_MARK)?;
                    texts.insert(next.saturating_sub(1));
                }
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok(texts)
}

/// Returns the rows that are coloured otherwise than most of those below the heading.
pub(super) fn odd_ones(rows: &[(u64, u32)]) -> Vec<u64> {
    let Some((_, heading)) = rows.first() else {
        return Vec::new();
    };
    let is_heading = |(index, (_, colour)): &(usize, &(u64, u32))| {
        *index == 0 || *heading != 0 && colour == heading
    };
    let body = rows.iter().enumerate().skip_while(is_heading);
    let body: Vec<(u64, u32)> = body.map(|(_, row)| *row).collect();
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for (_, colour) in &body {
        *counts.entry(*colour).or_default() += 1;
    }
    let is_striped = body.len() > 3
        && body.windows(2).all(|pair| pair[0].1 != pair[1].1)
        && body.windows(3).all(|three| three[0].1 == three[2].1);
    // Of two as frequent the one without a colour is the usual one.
    let usual = counts
        .iter()
        .max_by_key(|(colour, count)| (**count, std::cmp::Reverse(**colour)));
    let Some((usual, _)) = usual.filter(|_| !is_striped && counts.len() > 1) else {
        return Vec::new();
    };
    let odd = body.iter().filter(|(_, colour)| colour != usual);
    odd.map(|(row, _)| *row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_another_colour_are_found() {
        let odd = |colours: &[u32]| {
            let rows: Vec<(u64, u32)> = (1..).zip(colours.iter().copied()).collect();
            odd_ones(&rows)
        };
        assert_eq!(odd(&[0, 0, 3, 0]), [3], "one row is marked");
        assert_eq!(odd(&[5, 0, 3, 0, 4]), [3, 5], "below a coloured heading");
        assert_eq!(odd(&[0, 3, 4]), [3], "each has its colour");
        for nothing in [
            &[][..],
            &[5],
            &[5, 0, 0],
            &[5, 5, 3, 3],
            &[5, 0, 3, 0, 3],
            &[0, 3, 3],
        ] {
            assert_eq!(odd(nothing), [0_u64; 0], "{nothing:?}");
        }
    }
}
