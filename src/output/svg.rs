//! Charts as pictures inside a page: lines and areas that can be told apart in black and white.
//!
//! Equal numbers give equal pictures: every coordinate is a whole number or has one digit.

use std::borrow::Cow;
use std::fmt::Write;

use super::{Bars, Chart, Series, shown};

/// Width of every picture, in its own units; a page scales it.
const WIDTH: usize = 720;
/// Room for numbers at the left of a curve.
const MARGIN: usize = 44;
/// Height of a curve for each row that it has in a terminal.
const ROW: usize = 22;
/// Height of a line of writing.
const LINE: usize = 20;
/// Height of a bar.
const BAR: usize = 14;
/// Room for numbers at the right of a bar.
const NUMBERS: usize = 80;
/// Letters of a name that fit over a bar.
const NAME: usize = 95;

/// Returns the picture of numbers over time; `number` tells it from other pictures of the page.
pub(super) fn chart(chart: &Chart, number: usize) -> String {
    let mut body = String::new();
    let mut top = 0;
    for series in &chart.series {
        top = curve(&mut body, chart, series, top);
    }
    let captions: Vec<String> = chart
        .series
        .iter()
        .map(|series| {
            let most = series.values.iter().max().copied().unwrap_or(0);
            format!(
                "{}: {}–{}, ≤ {most}",
                series.caption, chart.start, chart.end
            )
        })
        .collect();
    picture(&body, top, &captions.join("; "), number)
}

/// Draws one curve below `top`; returns where it ends.
fn curve(body: &mut String, chart: &Chart, series: &Series, top: usize) -> usize {
    let height = series.height.max(1) * ROW;
    let (first, last) = (top + LINE + 4, top + LINE + 4 + height);
    let most = series.values.iter().max().copied().unwrap_or(0);
    text(body, 0, top + LINE - 6, "start", true, &series.caption);
    text(body, MARGIN - 6, first + 9, "end", false, &most.to_string());
    text(body, MARGIN - 6, last, "end", false, "0");
    push(
        body,
        format_args!(
            "<path d=\"M{MARGIN} {first}H{WIDTH}\" stroke=\"#aaa\" stroke-dasharray=\"2 4\"/>"
        ),
    );
    if most > 0 {
        let room = WIDTH - MARGIN;
        let mut path = format!("M{MARGIN} {last}");
        for (index, value) in series.values.iter().enumerate() {
            // Tenths of a unit, so that every machine writes the same digits.
            let x = MARGIN * 10 + (index + 1) * room * 10 / series.values.len();
            let above = (value * height * 10).checked_div(most).unwrap_or(0);
            let y = last * 10 - above;
            push(&mut path, format_args!("V{}H{}", tenths(y), tenths(x)));
        }
        push(&mut path, format_args!("V{last}Z"));
        push(
            body,
            format_args!(
                "<path d=\"{path}\" fill=\"#c8c8c8\" stroke=\"#111\" stroke-width=\"1\"/>"
            ),
        );
    }
    push(
        body,
        format_args!("<path d=\"M{MARGIN} {last}H{WIDTH}\" stroke=\"#111\"/>"),
    );
    text(body, MARGIN, last + LINE - 5, "start", false, &chart.start);
    text(body, WIDTH, last + LINE - 5, "end", false, &chart.end);
    last + LINE + 12
}

/// Returns the picture of numbers side by side.
pub(super) fn bars(bars: &Bars, number: usize) -> String {
    let mut body = String::new();
    text(&mut body, 0, LINE - 6, "start", true, &bars.caption);
    let mut top = LINE + 4;
    if let Some(whole) = &bars.whole {
        let middle = WIDTH / 2;
        for (x, fill, words) in [(0, "#444", &bars.part), (middle, "#fff", whole)] {
            push(
                &mut body,
                format_args!(
                    "<rect x=\"{x}.5\" y=\"{top}.5\" width=\"12\" height=\"12\" fill=\"{fill}\" stroke=\"#111\"/>"
                ),
            );
            text(&mut body, x + 20, top + 11, "start", false, words);
        }
        top += LINE + 4;
    }
    let most = bars
        .bars
        .iter()
        .map(|it| it.part.max(it.whole.unwrap_or(0)))
        .max();
    let most = most.unwrap_or(0).max(1);
    let room = WIDTH - NUMBERS;
    let mut said = Vec::new();
    for bar in &bars.bars {
        let numbers = bar.numbers();
        text(
            &mut body,
            0,
            top + LINE - 6,
            "start",
            false,
            &cut(&bar.name),
        );
        top += LINE;
        if let Some(whole) = bar.whole.filter(|whole| *whole > 0) {
            rectangle(&mut body, top, whole * room * 10 / most, "#fff");
        }
        if bar.part > 0 {
            rectangle(&mut body, top, bar.part * room * 10 / most, "#444");
        }
        text(&mut body, WIDTH, top + BAR - 2, "end", false, &numbers);
        top += BAR + 8;
        said.push(format!("{}: {numbers}", bar.name));
    }
    let said = format!("{}. {}", bars.caption, said.join("; "));
    picture(&body, top, &said, number)
}

/// A bar, so many tenths wide.
fn rectangle(body: &mut String, top: usize, width: usize, fill: &str) {
    push(
        body,
        format_args!(
            "<rect x=\"0.5\" y=\"{top}.5\" width=\"{}\" height=\"{BAR}\" fill=\"{fill}\" stroke=\"#111\"/>",
            tenths(width)
        ),
    );
}

/// Puts a frame round what was drawn, with what is read out in its place.
fn picture(body: &str, height: usize, said: &str, number: usize) -> String {
    format!(
        "<svg viewBox=\"-1 0 {} {height}\" role=\"img\" aria-labelledby=\"picture-{number}\" \
         font-family=\"inherit\" font-size=\"13\" fill=\"none\"><title id=\"picture-{number}\">{}</title>{body}</svg>",
        WIDTH + 2,
        escaped(said)
    )
}

fn text(body: &mut String, x: usize, y: usize, anchor: &str, is_bold: bool, words: &str) {
    let weight = if is_bold { " font-weight=\"600\"" } else { "" };
    push(
        body,
        format_args!(
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"#111\"{weight}>{}</text>",
            escaped(words)
        ),
    );
}

fn push(body: &mut String, what: std::fmt::Arguments<'_>) {
    body.write_fmt(what)
        .expect("writing into memory does not fail");
}

/// Tenths as a number with one digit, where it needs one.
fn tenths(number: usize) -> String {
    match number % 10 {
        0 => (number / 10).to_string(),
        digit => format!("{}.{digit}", number / 10),
    }
}

/// A name that fits over its bar.
fn cut(name: &str) -> Cow<'_, str> {
    if name.chars().count() <= NAME {
        return Cow::Borrowed(name);
    }
    let start: String = name.chars().take(NAME - 1).collect();
    Cow::Owned(format!("{start}…"))
}

/// Text that can be no markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in shown(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::Bar;
    use super::*;

    fn keynote(values: Vec<usize>) -> Chart {
        Chart {
            start: "10:00".to_owned(),
            end: "11:00".to_owned(),
            series: vec![Series {
                caption: "<b>Keynote</b> & \"more\"".to_owned(),
                values,
                height: 2,
            }],
        }
    }

    #[test]
    fn a_curve_rises_and_falls_with_its_numbers() {
        // Two rows of 22 below a line of writing: the axis is at 68, the most of 4 at 24.
        let picture = chart(&keynote(vec![0, 4, 1]), 7);
        assert!(
            picture.contains("M44 68V68H269.3V24H494.6V57H720V68Z"),
            "{picture}"
        );
        assert!(
            picture.contains("aria-labelledby=\"picture-7\""),
            "{picture}"
        );
    }

    #[test]
    fn nobody_there_is_a_bare_axis() {
        let picture = chart(&keynote(vec![0, 0]), 0);
        assert!(!picture.contains("#c8c8c8"), "{picture}");
        assert!(picture.contains("M44 68H720"), "{picture}");
        assert!(chart(&keynote(Vec::new()), 0).contains("</svg>"));
    }

    #[test]
    fn names_are_no_markup() {
        let picture = chart(&keynote(vec![1]), 0);
        assert!(
            picture.contains("&lt;b&gt;Keynote&lt;/b&gt; &amp; &quot;more&quot;"),
            "{picture}"
        );
        assert!(!picture.contains("<b>"), "{picture}");
    }

    #[test]
    fn a_bar_shows_a_part_of_its_whole() {
        let bars = Bars {
            caption: "Sessions".to_owned(),
            whole: Some("signed up".to_owned()),
            part: "came".to_owned(),
            bars: vec![
                Bar {
                    name: "A".repeat(200),
                    part: 5,
                    whole: Some(10),
                },
                Bar {
                    name: "B".to_owned(),
                    part: 0,
                    whole: None,
                },
            ],
        };
        let picture = super::bars(&bars, 1);
        assert!(picture.contains("width=\"640\""), "the whole: {picture}");
        assert!(picture.contains("width=\"320\""), "the part: {picture}");
        assert!(picture.contains(">5 / 10</text>"), "{picture}");
        assert!(
            picture.contains(&format!(">{}…</text>", "A".repeat(94))),
            "{picture}"
        );
        assert!(picture.contains("B: 0</title>"), "{picture}");
    }
}
