//! Charts next to the tables that they are drawn from; users of the workbook can edit them.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartLineDashType, ChartSolidFill, ChartType, Worksheet, XlsxError,
};

use super::super::{Cell, Chart as Drawn, Panel, Table};
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
    let column = column_number(table.columns().len() + 1);
    if table.are_bars {
        sheet.insert_chart(1, column, &bars(table, name, rows))?;
        sheet.set_print_gridlines(false);
    } else if let Some(chart) = &table.chart {
        let panels = panels(chart, table);
        // The row with the headings is repeated on every page, and with it what touches it.
        let mut row = 2;
        let mut breaks = Vec::new();
        for panel in &panels {
            sheet.insert_chart(row, column, &curve(table, chart, panel, name))?;
            row += CURVE / ROW_HEIGHT + 3;
            breaks.push(row - 1);
        }
        breaks.pop();
        // A picture is as wide as the page, so nothing has to be scaled; with that Excel would ignore page breaks.
        sheet.set_print_scale(100);
        sheet.set_page_breaks(&breaks)?;
        sheet.set_print_gridlines(false);
        // The numbers per minute are for calculations; only the pictures are printed.
        sheet.set_print_area(0, column, row, column + WIDTH_IN_COLUMNS)?;
    }
    Ok(())
}

/// Returns what has a picture of its own, one for each day: a line through the night would mean nothing.
fn panels(chart: &Drawn, table: &Table) -> Vec<Panel> {
    let rows = table.rows().len();
    if chart.times.len() == rows {
        let panels = chart.panels();
        let fits = |it: &&Panel| it.range.start < it.range.end && it.range.end <= rows;
        let panels: Vec<Panel> = panels.iter().filter(fits).cloned().collect();
        if !panels.is_empty() {
            return panels;
        }
    }
    vec![Panel {
        title: String::new(),
        range: 0..rows,
        hours: Vec::new(),
        bands: Vec::new(),
    }]
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

fn curve(table: &Table, drawn: &Drawn, panel: &Panel, name: &str) -> Chart {
    let mut chart = Chart::new(ChartType::ScatterStraight);
    let looks = [
        ("222222", 1.75, ChartLineDashType::Solid),
        ("777777", 1.25, ChartLineDashType::Dash),
    ];
    // The first row has the headings.
    let (from, to) = (
        row_number(panel.range.start + 1),
        row_number(panel.range.end),
    );
    for ((place, caption), (colour, width, dashes)) in (1..).zip(&drawn.series).zip(looks) {
        let column = column_number(place);
        let line = ChartLine::new()
            .set_color(colour)
            .set_width(width)
            .set_dash_type(dashes)
            .clone();
        chart
            .add_series()
            .set_name(&caption.caption)
            .set_categories((name, from, 0, to, 0))
            .set_values((name, from, column, to, column))
            .set_format(ChartFormat::new().set_line(&line));
    }
    // Every hour, or every second one.
    let hours = if panel.range.len() > 720 { 2.0 } else { 1.0 };
    chart
        .x_axis()
        .set_num_format("hh:mm")
        .set_major_unit(hours / 24.0)
        .set_major_gridlines(false);
    let rows = &table.rows()[panel.range.clone()];
    let first = rows.first().and_then(|it| it.first());
    let last = rows.last().and_then(|it| it.first());
    if let (Some(from), Some(to)) = (first.and_then(serial), last.and_then(serial)) {
        chart.x_axis().set_min(from).set_max(to);
    }
    if !panel.title.is_empty() {
        chart
            .title()
            .set_name(&panel.title)
            .set_font(ChartFont::new().set_size(11));
    }
    chart.legend().set_position(ChartLegendPosition::Top);
    chart.set_width(WIDTH).set_height(CURVE);
    chart.set_alt_text(drawn.said());
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
