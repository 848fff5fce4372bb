//! Charts drawn by Word itself, from numbers in a workbook embedded in the document.

use std::collections::BTreeMap;

use super::super::typography::text;
use super::super::{Bar, Bars, Chart, Panel, WorkbookError, svg};
use super::{OFFICE, XML, escaped, push};

/// The fill colours of bars, as in the pictures of pages: distinguishable in black and white.
const BAR_FILLS: [&str; 3] = ["444444", "FFFFFF", "B5B5B5"];

/// Heights in millimetres: of a curve, of the space around bars, of a bar, and the maximum for a picture.
const CURVE: u32 = 70;
const AROUND: u32 = 22;
const BAR: u32 = 8;
const HIGHEST: u32 = 225;

/// A chart and the workbook with its numbers.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) xml: String,
    pub(super) numbers: Vec<u8>,
    /// The height in millimetres.
    pub(super) height: u32,
}

/// The maximum length of a name along an axis; the full name is in the table beside it, and in the alternative text.
const NAME: usize = 44;

/// The maximum length of a series' name.
const CAPTION: usize = 120;

fn named(name: &str) -> String {
    svg::cut_to(&short(name), NAME).into_owned()
}

fn short(name: &str) -> String {
    svg::cut_to(&text(name).replace('\n', " "), CAPTION).into_owned()
}

/// Names along an axis, and for each series a caption and a number per name.
struct Numbers {
    names: Vec<String>,
    /// Whether the names are minutes of the day.
    are_minutes: bool,
    series: Vec<(String, Vec<usize>)>,
}

/// Draws the number of people over one panel: lines over a scale of hours, which every program draws alike.
pub(super) fn of_curve(chart: &Chart, panel: &Panel) -> Result<Drawn, WorkbookError> {
    let start = minutes_of(chart.time(panel.range.start));
    let count = panel.range.len();
    let time = |minute: usize| (start + minute).to_string();
    let numbers = Numbers {
        names: (0..count).map(time).collect(),
        are_minutes: true,
        series: chart
            .series
            .iter()
            .map(|series| {
                let values = series.values.get(panel.range.clone());
                (short(&series.caption), values.unwrap_or_default().to_vec())
            })
            .collect(),
    };
    let hours = match count {
        0..=180 => 30,
        181..=720 => 60,
        _ => 120,
    };
    let mut plot = String::from(
        "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>",
    );
    numbers.push_series(&mut plot, &[]);
    let (from, to, unit) = (days(start), days(start + count.max(1)), days(hours));
    push(
        &mut plot,
        format_args!(
            "<c:axId val=\"1\"/><c:axId val=\"2\"/></c:scatterChart><c:valAx><c:axId val=\"1\"/><c:scaling><c:orientation \
             val=\"minMax\"/><c:max val=\"{to}\"/><c:min val=\"{from}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/>\
             <c:numFmt formatCode=\"{CLOCK}\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>\
             <c:tickLblPos val=\"low\"/><c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"midCat\"/>\
             <c:majorUnit val=\"{unit}\"/></c:valAx><c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:min \
             val=\"0\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines>{GRID}</c:majorGridlines><c:numFmt \
             formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos \
             val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses val=\"min\"/><c:crossBetween val=\"midCat\"/></c:valAx>"
        ),
    );
    numbers.drawn("", &plot, CURVE)
}

/// The format of times of day.
const CLOCK: &str = "hh:mm";

/// Returns the minute of the day that a text ends with: `11:15`.
fn minutes_of(time: &str) -> usize {
    let mut pieces = time.rsplit(':').map(|piece| {
        let digits = piece.rsplit(|it: char| !it.is_ascii_digit()).next();
        digits.and_then(|it| it.parse::<usize>().ok()).unwrap_or(0)
    });
    let minutes = pieces.next().unwrap_or(0);
    pieces.next().unwrap_or(0) * 60 + minutes
}

/// Converts minutes to days, the unit of time in office programs.
fn days(minutes: usize) -> f64 {
    f64::from(u32::try_from(minutes).unwrap_or(0)) / 1440.0
}

/// Returns what ran during a panel, in lines: `11:15–12:30: Session A; Session B`.
pub(super) fn running(chart: &Chart, panel: &Panel) -> Vec<String> {
    let mut by_time: BTreeMap<(usize, usize), Vec<&str>> = BTreeMap::new();
    for band in &panel.bands {
        let is_inside = band.range.start < panel.range.end && band.range.end > panel.range.start;
        if is_inside {
            let span = (band.range.start, band.range.end);
            by_time.entry(span).or_default().push(&band.name);
        }
    }
    let time = |at: usize| {
        let minutes = minutes_of(chart.time(at));
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    };
    let lines = by_time
        .into_iter()
        .map(|((from, to), names)| format!("{}–{}: {}", time(from), time(to), names.join("; ")));
    lines.collect()
}

/// Draws bars, one for each name.
pub(super) fn of_bars(bars: &Bars) -> Result<Drawn, WorkbookError> {
    let of = |number: &dyn Fn(&Bar) -> usize| bars.bars.iter().map(number).collect();
    let mut series = vec![(short(&bars.part), of(&|it| it.part))];
    if let Some(whole) = &bars.whole {
        let rest = of(&|it| it.whole.unwrap_or(0).saturating_sub(it.part));
        series.push((short(whole), rest));
        if let Some(beyond) = &bars.beyond {
            series.push((short(beyond), of(&|it| it.beyond)));
        }
    }
    let numbers = Numbers {
        names: bars.bars.iter().map(|it| named(&it.name)).collect(),
        are_minutes: false,
        series,
    };
    let mut plot = String::from(
        "<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>",
    );
    numbers.push_series(&mut plot, &BAR_FILLS);
    push(
        &mut plot,
        format_args!(
            "<c:gapWidth val=\"40\"/><c:overlap val=\"100\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart><c:catAx><c:axId val=\"1\"/>\
             <c:scaling><c:orientation val=\"maxMin\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>\
             <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>\
             <c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:tickLblSkip val=\"1\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation \
             val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"1\"/><c:axPos val=\"b\"/><c:numFmt formatCode=\"0\" \
             sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>\
             <c:crossAx val=\"1\"/><c:crosses val=\"max\"/><c:crossBetween val=\"between\"/></c:valAx>"
        ),
    );
    let count = u32::try_from(bars.bars.len()).unwrap_or(HIGHEST);
    let height = count.saturating_mul(BAR).saturating_add(AROUND);
    numbers.drawn(&bars.caption, &plot, height.min(HIGHEST))
}

/// The grid lines behind a curve.
const GRID: &str = "<c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"CCCCCC\"/></a:solidFill></a:ln></c:spPr>";

/// Returns text properties of a chart; `size` in hundredths of a point.
fn letters(size: u32, colour: &str) -> String {
    format!(
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{size}\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>\
         </a:defRPr></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>"
    )
}

impl Numbers {
    /// Adds the series: bars with their numbers in these colours, or lines if there are no colours.
    fn push_series(&self, plot: &mut String, fills: &[&str]) {
        let (names, values) = if self.are_minutes {
            ("xVal", "yVal")
        } else {
            ("cat", "val")
        };
        for (place, (caption, numbers)) in self.series.iter().enumerate() {
            let column = char::from(b'B' + u8::try_from(place).unwrap_or(0));
            push(
                plot,
                format_args!(
                    "<c:ser><c:idx val=\"{place}\"/><c:order val=\"{place}\"/><c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f><c:strCache>\
                     <c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:tx>",
                    escaped(caption)
                ),
            );
            match fills.get(place) {
                Some(fill) => bar(plot, fill),
                None => line(plot, LINES[place.min(LINES.len() - 1)]),
            }
            push(plot, format_args!("<c:{names}>"));
            if self.are_minutes {
                let days = self.names.iter().map(|it| days(it.parse().unwrap_or(0)));
                reference(plot, ('A', "num", CLOCK), days);
            } else {
                let names = self.names.iter().map(|it| escaped(it));
                reference(plot, ('A', "str", ""), names);
            }
            push(plot, format_args!("</c:{names}><c:{values}>"));
            reference(plot, (column, "num", "0"), numbers.iter());
            push(plot, format_args!("</c:{values}>"));
            if self.are_minutes {
                plot.push_str("<c:smooth val=\"0\"/>");
            }
            plot.push_str("</c:ser>");
        }
    }

    fn drawn(&self, title: &str, plot: &str, height: u32) -> Result<Drawn, WorkbookError> {
        let title = if title.is_empty() {
            String::new()
        } else {
            format!(
                "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1000\" b=\"1\"/></a:pPr><a:r><a:rPr lang=\"en-GB\" \
                 sz=\"1000\" b=\"1\"/><a:t>{}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>",
                escaped(&text(title))
            )
        };
        // A single series under a title needs no legend.
        let legend = if self.series.len() > 1 || title.is_empty() {
            "<c:legend><c:legendPos val=\"t\"/><c:overlay val=\"0\"/></c:legend>"
        } else {
            ""
        };
        let has_title = u8::from(title.is_empty());
        let xml = format!(
            "{XML}<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"{OFFICE}\"><c:roundedCorners val=\"0\"/><c:chart>{title}\
             <c:autoTitleDeleted val=\"{has_title}\"/><c:plotArea><c:layout/>{plot}</c:plotArea>{legend}<c:plotVisOnly val=\"1\"/>\
             <c:dispBlanksAs val=\"zero\"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}\
             <c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
            letters(900, "111111")
        );
        Ok(Drawn {
            xml,
            numbers: self.workbook()?,
            height,
        })
    }

    /// Returns the numbers as a workbook, where users can edit them.
    fn workbook(&self) -> Result<Vec<u8>, WorkbookError> {
        let mut book = rust_xlsxwriter::Workbook::new();
        // Without a fixed time, the workbook would contain the current one.
        let created = rust_xlsxwriter::ExcelDateTime::from_ymd(2000, 1, 1)?;
        let properties = rust_xlsxwriter::DocProperties::new().set_creation_datetime(&created);
        book.set_properties(&properties);
        let sheet = book.add_worksheet();
        sheet.set_name(SHEET)?;
        let clock = rust_xlsxwriter::Format::new().set_num_format(CLOCK);
        if !self.are_minutes {
            sheet.set_column_width(0, 40)?;
        }
        let row = |place: usize| u32::try_from(place + 1).unwrap_or(u32::MAX);
        for (place, name) in self.names.iter().enumerate() {
            if self.are_minutes {
                let day = days(name.parse().unwrap_or(0));
                sheet.write_number_with_format(row(place), 0, day, &clock)?;
            } else {
                sheet.write_string(row(place), 0, name)?;
            }
        }
        for (column, (caption, values)) in (1..).zip(&self.series) {
            sheet.write_string(0, column, caption)?;
            for (place, value) in values.iter().enumerate() {
                let number = u32::try_from(*value).unwrap_or(u32::MAX);
                sheet.write_number(row(place), column, number)?;
            }
        }
        Ok(book.save_to_buffer()?)
    }
}

/// The sheet with the numbers.
const SHEET: &str = "Chart";

/// The styles of lines: width, colour and dashes.
const LINES: [(u32, &str, &str); 3] = [
    (22_000, "222222", "solid"),
    (16_000, "777777", "sysDash"),
    (16_000, "777777", "sysDot"),
];

fn line(plot: &mut String, (width, colour, dashes): (u32, &str, &str)) {
    push(
        plot,
        format_args!(
            "<c:spPr><a:ln w=\"{width}\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill><a:prstDash val=\"{dashes}\"/>\
             </a:ln></c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>"
        ),
    );
}

/// Adds a bar with its number, which is hidden if it is zero.
fn bar(plot: &mut String, fill: &str) {
    let colour = if fill == BAR_FILLS[0] {
        "FFFFFF"
    } else {
        "111111"
    };
    push(
        plot,
        format_args!(
            "<c:spPr><a:solidFill><a:srgbClr val=\"{fill}\"/></a:solidFill><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"111111\"/>\
             </a:solidFill></a:ln></c:spPr><c:invertIfNegative val=\"0\"/><c:dLbls><c:numFmt formatCode=\"0;;\" sourceLinked=\"0\"/>\
             <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{}<c:dLblPos val=\"ctr\"/><c:showLegendKey val=\"0\"/><c:showVal \
             val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize \
             val=\"0\"/></c:dLbls>",
            letters(800, colour)
        ),
    );
}

/// Adds a reference to values in the workbook, with a cached copy of the values.
fn reference(
    plot: &mut String,
    (column, kind, format): (char, &str, &str),
    values: impl ExactSizeIterator<Item = impl std::fmt::Display>,
) {
    let count = values.len();
    let last = count + 1;
    push(
        plot,
        format_args!("<c:{kind}Ref><c:f>{SHEET}!${column}$2:${column}${last}</c:f><c:{kind}Cache>"),
    );
    if !format.is_empty() {
        push(plot, format_args!("<c:formatCode>{format}</c:formatCode>"));
    }
    push(plot, format_args!("<c:ptCount val=\"{count}\"/>"));
    for (place, value) in values.enumerate() {
        push(
            plot,
            format_args!("<c:pt idx=\"{place}\"><c:v>{value}</c:v></c:pt>"),
        );
    }
    push(plot, format_args!("</c:{kind}Cache></c:{kind}Ref>"));
}
