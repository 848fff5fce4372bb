//! Draws charts as pictures for a page: lines and areas that are distinguishable in black and white.
//!
//! Equal numbers give equal pictures: every coordinate is a whole number or has one decimal.

use std::borrow::Cow;
use std::fmt::Write;

use super::{Bar, Bars, Chart, Panel, Series, shown};

/// The width of every picture, in its own units; a page scales it.
const WIDTH: usize = 720;
/// The space for numbers to the left of a curve.
const MARGIN: usize = 44;
/// The height of a curve per row that it has in a terminal.
const ROW: usize = 22;
/// The height of a line of text.
const LINE: usize = 20;
/// The height of a bar.
const BAR: usize = 14;
/// The space for numbers to the right of a bar.
const NUMBERS: usize = 80;
/// The minimum space for an hour below the axis.
const HOUR: usize = 42;
/// The height of a session below the axis.
const BAND: usize = 15;
/// The width of a letter in a session, in tenths of a unit.
const LETTER: usize = 56;
/// The space for names to the left of bars.
const NAMES: usize = 300;
/// The maximum length of a name there.
const NAME: usize = 44;

/// Returns the picture of numbers over time; `number` distinguishes it from other pictures on the page.
///
/// All series are stacked on one scale, so that four look like four next to sixty; each section has a picture of its
/// own, with its hours and what ran then below it.
pub(super) fn chart(chart: &Chart, number: usize) -> String {
    let mut body = String::new();
    let mut top = legend(&mut body, chart);
    let count = chart.series.iter().map(|it| it.values.len()).max();
    let count = count.unwrap_or(0);
    let at = |place: usize| -> usize {
        let series = chart.series.iter();
        series
            .map(|it| it.values.get(place).copied().unwrap_or(0))
            .sum()
    };
    let most = (0..count).map(at).max().unwrap_or(0);
    for panel in chart.panels().iter() {
        top = curve(&mut body, chart, panel, scale(most), top);
    }
    picture(&body, top, &chart.said(), number)
}

/// The fill of each series, from the bottom.
const FILLS: [&str; 3] = ["#c8c8c8", "#555", "#fff"];

/// Draws the legend of the areas; returns where it ends.
fn legend(body: &mut String, chart: &Chart) -> usize {
    let mut top = 0;
    for (series, fill) in chart.series.iter().zip(FILLS) {
        push(
            body,
            format_args!(
                "<rect x=\"0.5\" y=\"{top}.5\" width=\"12\" height=\"12\" fill=\"{fill}\" stroke=\"#111\"/>"
            ),
        );
        text(body, 20, top + 11, "start", true, &series.caption);
        top += LINE;
    }
    top
}

/// Returns the highest number of a scale, chosen so that half of it is a whole number.
fn scale(most: usize) -> usize {
    let step = match most {
        0..=10 => 2,
        11..=100 => 10,
        101..=1000 => 100,
        _ => 1000,
    };
    most.div_ceil(step).max(1) * step
}

/// Draws one section below `top`; returns where it ends.
fn curve(body: &mut String, chart: &Chart, panel: &Panel, most: usize, top: usize) -> usize {
    let rows = chart.series.first().map_or(1, |it| it.height.max(1));
    let height = rows * ROW;
    let mut top = top + 10;
    if !panel.title.is_empty() {
        text(body, 0, top + LINE - 6, "start", true, &panel.title);
        top += LINE;
    }
    let (first, last) = (top + 4, top + 4 + height);
    for (y, number) in [(first, most), (first.midpoint(last), most / 2)] {
        text(body, MARGIN - 6, y + 5, "end", false, &number.to_string());
        push(
            body,
            format_args!(
                "<path d=\"M{MARGIN} {y}H{WIDTH}\" stroke=\"#bbb\" stroke-dasharray=\"2 4\"/>"
            ),
        );
    }
    text(body, MARGIN - 6, last + 4, "end", false, "0");
    let (start, length) = (panel.range.start, panel.range.len().max(1));
    // Tenths of a unit, so that every machine writes the same digits.
    let x = |place: usize| MARGIN * 10 + (place - start) * (WIDTH - MARGIN) * 10 / length;
    let mut below = vec![0; panel.range.len()];
    for (series, fill) in chart.series.iter().zip(FILLS) {
        area(
            body,
            series,
            panel,
            &mut below,
            fill,
            (last, height, most),
            &x,
        );
    }
    let mut written = 0;
    for (place, hour) in &panel.hours {
        let place = x((*place).clamp(start, panel.range.end));
        let is_last = place == WIDTH * 10;
        push(
            body,
            format_args!("<path d=\"M{} {last}v5\" stroke=\"#111\"/>", tenths(place)),
        );
        // Hours that would overlap are left out.
        if place >= written || written == 0 {
            let anchor = if is_last { "end" } else { "middle" };
            text(body, place / 10, last + LINE - 2, anchor, false, hour);
            written = place + HOUR * 10;
        }
    }
    push(
        body,
        format_args!("<path d=\"M{MARGIN} {last}H{WIDTH}\" stroke=\"#111\"/>"),
    );
    bands(body, panel, last + LINE + 6, &x)
}

/// Draws a series on top of those before it.
fn area(
    body: &mut String,
    series: &Series,
    panel: &Panel,
    below: &mut [usize],
    fill: &str,
    (last, height, most): (usize, usize, usize),
    x: &impl Fn(usize) -> usize,
) {
    let values = series.values.get(panel.range.clone()).unwrap_or_default();
    if values.iter().all(|it| *it == 0) {
        return;
    }
    let y = |number: usize| last * 10 - number * height * 10 / most.max(1);
    let start = panel.range.start;
    let mut path = format!("M{MARGIN} {}", tenths(y(below[0])));
    for (index, (value, before)) in values.iter().zip(below.iter()).enumerate() {
        let (above, end) = (y(value + before), x(start + index + 1));
        push(
            &mut path,
            format_args!("V{}H{}", tenths(above), tenths(end)),
        );
    }
    // Back along the series below.
    for (index, before) in below.iter().enumerate().rev() {
        let begin = x(start + index);
        push(
            &mut path,
            format_args!("V{}H{}", tenths(y(*before)), tenths(begin)),
        );
    }
    push(
        body,
        format_args!("<path d=\"{path}Z\" fill=\"{fill}\" stroke=\"#111\" stroke-width=\".5\"/>"),
    );
    for (value, before) in values.iter().zip(below) {
        *before += value;
    }
}

/// Draws what ran when, in as many lines as there are parallel sessions; returns where they end.
fn bands(body: &mut String, panel: &Panel, top: usize, x: &impl Fn(usize) -> usize) -> usize {
    let mut lanes: Vec<usize> = Vec::new();
    for band in &panel.bands {
        let (from, to) = (
            band.range.start.max(panel.range.start),
            band.range.end.min(panel.range.end),
        );
        if from >= to {
            continue;
        }
        let lane = match lanes.iter().position(|end| *end <= from) {
            Some(lane) => lane,
            None => {
                lanes.push(0);
                lanes.len() - 1
            }
        };
        lanes[lane] = to;
        let y = top + lane * (BAND + 2);
        let (left, width) = (x(from), x(to) - x(from));
        let look = if band.is_recorded {
            "fill=\"#eee\""
        } else {
            "fill=\"none\" stroke-dasharray=\"3\""
        };
        push(
            body,
            format_args!(
                "<rect x=\"{}\" y=\"{y}\" width=\"{}\" height=\"{BAND}\" {look} stroke=\"#777\" stroke-width=\".5\"/>",
                tenths(left),
                tenths(width)
            ),
        );
        let name = cut_to(&band.name, width / LETTER);
        push(
            body,
            format_args!(
                "<text x=\"{}\" y=\"{}\" font-size=\"10\" fill=\"#111\">{}</text>",
                tenths(left + 30),
                y + BAND - 4,
                escaped(&name)
            ),
        );
    }
    top + lanes.len() * (BAND + 2) + 8
}

/// Returns the picture of a bar chart.
pub(super) fn bars(bars: &Bars, number: usize) -> String {
    let mut body = String::new();
    text(&mut body, 0, LINE - 6, "start", true, &bars.caption);
    let mut top = LINE + 4;
    if let Some(whole) = &bars.whole {
        let third = WIDTH / 3;
        let kinds = [
            ("#444", Some(&bars.part)),
            ("#fff", Some(whole)),
            ("#b5b5b5", bars.beyond.as_ref()),
        ];
        for (place, (fill, words)) in kinds.into_iter().enumerate() {
            let Some(words) = words else {
                continue;
            };
            let x = place * third;
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
    let most = bars.bars.iter().map(Bar::length).max();
    let most = most.unwrap_or(0).max(1);
    let room = WIDTH - NUMBERS - NAMES;
    for bar in &bars.bars {
        let numbers = bar.numbers();
        let name = cut_to(&bar.name, NAME);
        text(&mut body, 0, top + BAR - 2, "start", false, &name);
        let wide = |number: usize| number * room * 10 / most;
        if let Some(whole) = bar.whole.filter(|whole| *whole > 0) {
            rectangle(&mut body, 0, top, wide(whole), "#fff");
        }
        if bar.part > 0 {
            rectangle(&mut body, 0, top, wide(bar.part), "#444");
        }
        if bar.beyond > 0 {
            let before = wide(bar.length() - bar.beyond);
            rectangle(&mut body, before, top, wide(bar.beyond), "#b5b5b5");
        }
        text(&mut body, WIDTH, top + BAR - 2, "end", false, &numbers);
        top += BAR + 6;
    }
    picture(&body, top, &bars.said(), number)
}

/// Draws a rectangle; `left` and `width` in tenths, counted from where bars begin.
fn rectangle(body: &mut String, left: usize, top: usize, width: usize, fill: &str) {
    push(
        body,
        format_args!(
            "<rect x=\"{}\" y=\"{top}.5\" width=\"{}\" height=\"{BAR}\" fill=\"{fill}\" stroke=\"#111\"/>",
            tenths(NAMES * 10 + left + 5),
            tenths(width)
        ),
    );
}

/// Encloses the drawing in a frame, with its alternative text.
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

/// Returns tenths as a number with at most one decimal.
fn tenths(number: usize) -> String {
    match number % 10 {
        0 => (number / 10).to_string(),
        digit => format!("{}.{digit}", number / 10),
    }
}

/// Returns a name cut to this many letters; empty if there is no room for two.
pub(super) fn cut_to(name: &str, most: usize) -> Cow<'_, str> {
    if name.chars().count() <= most {
        return Cow::Borrowed(name);
    }
    if most < 3 {
        return Cow::Borrowed("");
    }
    let start: String = name.chars().take(most - 1).collect();
    Cow::Owned(format!("{}…", start.trim_end()))
}

/// Escapes text for markup.
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
    use super::*;

    fn keynote(values: Vec<usize>) -> Chart {
        Chart {
            start: "10:00".to_owned(),
            end: "11:00".to_owned(),
            times: Vec::new(),
            panels: Vec::new(),
            series: vec![Series {
                caption: "<b>Keynote</b> & \"more\"".to_owned(),
                values,
                height: 2,
            }],
        }
    }

    #[test]
    fn a_curve_rises_and_falls_with_its_numbers() {
        // Two rows of 22 below a line of text: the axis is at 78, the maximum of 4 at 34.
        let picture = chart(&keynote(vec![0, 4, 1]), 7);
        assert!(
            picture.contains("M44 78V78H269.3V34H494.6V67H720V78H494.6V78H269.3V78H44Z"),
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
        assert_eq!(picture.matches("#c8c8c8").count(), 1, "{picture}");
        assert!(picture.contains("M44 78H720"), "{picture}");
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
            beyond: Some("others".to_owned()),
            bars: vec![
                Bar {
                    name: "A".repeat(200),
                    part: 5,
                    whole: Some(10),
                    beyond: 2,
                },
                Bar {
                    name: "B".to_owned(),
                    part: 0,
                    whole: None,
                    beyond: 0,
                },
            ],
        };
        let picture = super::bars(&bars, 1);
        // Twelve are 340 wide: ten of them the whole, five the part, and two follow.
        assert!(picture.contains("width=\"283.3\""), "the whole: {picture}");
        assert!(picture.contains("width=\"141.6\""), "the part: {picture}");
        assert!(
            picture.contains("x=\"583.8\" y=\"48.5\" width=\"56.6\""),
            "beyond: {picture}"
        );
        assert!(picture.contains(">5 / 10 + 2</text>"), "{picture}");
        assert!(
            picture.contains(&format!(">{}…</text>", "A".repeat(43))),
            "{picture}"
        );
        assert!(picture.contains("B: 0</title>"), "{picture}");
    }
}
