//! Charts next to the tables that they are drawn from; users of the workbook can edit them.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartLineDashType, ChartSolidFill, ChartType, Worksheet, XlsxError,
};

use super::super::{Cell, Table};
use super::{ROW_HEIGHT, column_number, row_number};

/// The width of a chart, in pixels and in columns of the default width.
const WIDTH: u32 = 900;
const WIDTH_IN_COLUMNS: u16 = 14;
const WIDTH_OF_BARS: u32 = 640;

/// Heights in pixels: of a curve, of the space around bars, and of a bar.
const CURVE: u32 = 380;
const AROUND: u32 = 90;
const BAR: u32 = 28;
const HIGHEST: u32 = 1200;

/// The fill colours of bars, as on pages: distinguishable in black and white.
const FILLS: [(&str, &str); 3] = [
    ("444444", "FFFFFF"),
    ("FFFFFF", "111111"),
    ("B5B5B5", "111111"),
];

/// Draws the chart of a table, if it has one, to its right.
pub(super) fn add(sheet: &mut Worksheet, table: &Table, name: &str) -> Result<(), XlsxError> {
    let rows = row_number(table.rows().len());
    if rows == 0 {
        return Ok(());
    }
    let drawn = if table.are_bars {
        bars(table, name, rows)
    } else if table.chart.is_some() {
        curve(table, name, rows)
    } else {
        return Ok(());
    };
    let column = column_number(table.columns().len() + 1);
    sheet.insert_chart(1, column, &drawn)?;
    sheet.set_print_gridlines(false);
    if table.chart.is_some() {
        // The numbers per minute are for calculations; only the picture is printed.
        sheet.set_print_area(0, column, CURVE / ROW_HEIGHT + 3, column + WIDTH_IN_COLUMNS)?;
    }
    Ok(())
}

fn bars(table: &Table, name: &str, rows: u32) -> Chart {
    let mut chart = Chart::new(ChartType::BarStacked);
    for (place, (fill, letters)) in (1..table.columns().len()).zip(FILLS) {
        let column = column_number(place);
        let line = ChartLine::new().set_color("111111").set_width(0.5).clone();
        let mut format = ChartFormat::new()
            .set_solid_fill(ChartSolidFill::new().set_color(fill))
            .set_border(&line)
            .clone();
        let mut label = ChartDataLabel::new();
        // A zero is not shown.
        label
            .show_value()
            .set_num_format("0;;")
            .set_position(ChartDataLabelPosition::Center)
            .set_font(ChartFont::new().set_color(letters));
        chart
            .add_series()
            .set_name((name, 0, column))
            .set_categories((name, 1, 0, rows, 0))
            .set_values((name, 1, column, rows, column))
            .set_format(&mut format)
            .set_data_label(&label)
            .set_gap(40);
    }
    chart.y_axis().set_reverse();
    chart.x_axis().set_hidden(true).set_major_gridlines(false);
    chart
        .title()
        .set_name(&table.title)
        .set_font(ChartFont::new().set_size(11));
    chart.legend().set_position(ChartLegendPosition::Top);
    let height = rows.saturating_mul(BAR).saturating_add(AROUND).min(HIGHEST);
    chart
        .set_width(WIDTH_OF_BARS)
        .set_height(height)
        .set_alt_text(&table.title);
    chart
}

fn curve(table: &Table, name: &str, rows: u32) -> Chart {
    let mut chart = Chart::new(ChartType::ScatterStraight);
    let looks = [
        ("222222", 1.75, ChartLineDashType::Solid),
        ("777777", 1.25, ChartLineDashType::Dash),
    ];
    let captions = table.chart.iter().flat_map(|it| &it.series);
    for ((place, caption), (colour, width, dashes)) in (1..).zip(captions).zip(looks) {
        let column = column_number(place);
        let line = ChartLine::new()
            .set_color(colour)
            .set_width(width)
            .set_dash_type(dashes)
            .clone();
        chart
            .add_series()
            .set_name(&caption.caption)
            .set_categories((name, 1, 0, rows, 0))
            .set_values((name, 1, column, rows, column))
            .set_format(ChartFormat::new().set_line(&line));
    }
    let days = table.chart.as_ref().map_or(1, |it| it.panels.len()).max(1);
    // Every hour, or every sixth if there are several days.
    let unit = if days == 1 { 1.0 } else { 6.0 } / 24.0;
    let first = table.rows().first().and_then(|it| it.first());
    let last = table.rows().last().and_then(|it| it.first());
    chart
        .x_axis()
        .set_num_format("hh:mm")
        .set_major_unit(unit)
        .set_major_gridlines(false);
    if let (Some(from), Some(to)) = (first.and_then(serial), last.and_then(serial)) {
        chart.x_axis().set_min(from).set_max(to);
    }
    chart.legend().set_position(ChartLegendPosition::Top);
    chart.set_width(WIDTH).set_height(CURVE);
    if let Some(drawn) = &table.chart {
        chart.set_alt_text(drawn.said());
    }
    chart
}

/// Returns a moment as a workbook's serial number.
fn serial(cell: &Cell) -> Option<f64> {
    let (value, _, _) = super::value::of(cell, crate::catalogue::Language::En, false);
    match value {
        super::value::Value::Number(number) => Some(number),
        _ => None,
    }
}
