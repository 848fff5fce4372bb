//! Properties of the reports: changed headings, files cut off anywhere and lost cells never turn one person's data into
//! another's.

use proptest::prelude::*;

use super::super::tests::records_of;
use super::super::{RawLog, RawStay, Says};
use super::read;
use super::tests::{meetings, told};
use crate::import::{Field, Record};

const REPORTS: &[&str] = &[
    "zoom/zoom_meeting_2020_detail.csv",
    "zoom/zoom_meeting_2020_unique_with_info.csv",
    "zoom/zoom_meeting_2021_detail_with_info_consent.csv",
    "zoom/zoom_meeting_2024_unique_with_info.csv",
    "zoom/zoom_meeting_de_HEADERS_FROM_ONE_PARSER.csv",
    "zoom/zoom_webinar_attendee.csv",
    "zoom_more/zoom_meeting_ja.csv",
    "zoom_more/zoom_meeting_pl_unknown_words.csv",
    "zoom_more/zoom_meeting_xx_nothing_known.csv",
    "zoom_more/zoom_meeting_de_portal_resaved.csv",
    "zoom_more/zoom_meeting_2023_waiting_room.csv",
    "zoom_more/zoom_webinar_padded.csv",
    "zoom_more/zoom_webinar_unknown_words.csv",
    "zoom_more/zoom_dashboard.csv",
];

fn cells(record: &Record) -> Vec<String> {
    record.cells().map(str::to_owned).collect()
}

fn record(line: u64, cells: &[String]) -> Record {
    Record::new(line, cells.iter().map(String::as_str))
}

/// Whether a record of a sample is a heading row or the title of a section: it has neither date nor minutes.
fn is_heading(record: &Record) -> bool {
    record.cells().all(|cell| {
        let dated = cell.contains("2020") || cell.contains("2025") || cell.contains("--");
        !dated && cell.trim().parse::<u32>().is_err()
    })
}

/// Replaces every heading and title by nonsense words; a question about the organisation is the organiser's own and
/// stays.
fn nonsense(records: &[Record]) -> Vec<Record> {
    let mut number = 0;
    records
        .iter()
        .map(|it| {
            if !is_heading(it) {
                return it.clone();
            }
            let cells: Vec<String> = cells(it)
                .into_iter()
                .map(|cell| {
                    number += 1;
                    let keeps = cell.trim().is_empty()
                        || cell.contains("Organisation")
                        || cell.starts_with("Zoom Report");
                    if keeps { cell } else { format!("Qu{number}x") }
                })
                .collect();
            record(it.line(), &cells)
        })
        .collect()
}

#[test]
fn headings_may_be_of_any_language() {
    for path in REPORTS {
        let records = records_of(path);
        let renamed = nonsense(&records);
        assert_ne!(renamed[0], records[0], "{path}");
        let expected = read(&records).unwrap().unwrap();
        let found = read(&renamed).unwrap().unwrap();
        assert_eq!(told(&found), told(&expected), "{path}");
        assert_eq!(meetings(&found), meetings(&expected), "{path}");
        assert_eq!(found.family, expected.family, "{path}");
        assert_eq!(found.lines, expected.lines, "{path}");
    }
}

fn stays<'log, 'file>(log: &'log RawLog<'file>) -> Vec<(u64, &'log RawStay<'file>)> {
    log.lines
        .iter()
        .filter_map(|line| match &line.says {
            Says::Stay(stay) => Some((line.line, &**stay)),
            _ => None,
        })
        .collect()
}

/// Asserts that every stay is from the same row as in the whole file, with parts missing at most.
fn assert_true(log: &RawLog<'_>, whole: &RawLog<'_>, context: &str) {
    let whole = stays(whole);
    for (line, stay) in stays(log) {
        let (_, original) = whole
            .iter()
            .find(|(other, _)| *other == line)
            .unwrap_or_else(|| panic!("{context}: line {line} was nobody's stay"));
        let same = |found: &str, expected: &str| found.is_empty() || found == expected;
        assert!(
            same(&stay.name, &original.name)
                && same(stay.email, original.email)
                && same(stay.joined, original.joined)
                && same(stay.left, original.left)
                && same(stay.duration, original.duration)
                && same(stay.organisation, original.organisation)
                && stay.parts.as_ref().is_none_or(|(given, family)| {
                    let original = original.parts.as_ref().unwrap();
                    same(given, &original.0) && same(family, &original.1)
                }),
            "{context}: {stay:?} is not {original:?}"
        );
    }
}

/// Whether some rows are about waiting, which a lost cell may turn into stays.
fn has_waiting(log: &RawLog<'_>) -> bool {
    log.family != "zoom-webinar" && log.columns.iter().any(|it| it.field == Field::Status)
}

#[test]
fn a_lost_heading_moves_nobodys_data() {
    for path in REPORTS {
        let whole = records_of(path);
        let whole_log = read(&whole).unwrap().unwrap();
        let mut refused = 0;
        for records in [whole.clone(), nonsense(&whole)] {
            for row in (0..records.len()).filter(|row| is_heading(&whole[*row])) {
                for column in 0..records[row].width() {
                    let mut cells = cells(&records[row]);
                    cells.remove(column);
                    let mut cut = records.clone();
                    cut[row] = record(records[row].line(), &cells);
                    cut.retain(|record| !record.is_blank());
                    match read(&cut) {
                        Some(Ok(log)) if !has_waiting(&log) && has_waiting(&whole_log) => {}
                        Some(Ok(log)) => assert_true(
                            &log,
                            &whole_log,
                            &format!("{path}, without heading {column} of record {row}"),
                        ),
                        _ => refused += 1,
                    }
                }
            }
        }
        assert!(refused > 0, "{path}");
    }
}

#[test]
fn a_lost_column_leaves_gaps_and_nothing_else() {
    for path in REPORTS {
        let whole = records_of(path);
        let whole_log = read(&whole).unwrap().unwrap();
        for (records, kind) in [(whole.clone(), "known"), (nonsense(&whole), "unknown")] {
            let width = records.iter().map(Record::width).max().unwrap();
            for column in 0..width {
                let cut: Vec<Record> = records
                    .iter()
                    .map(|it| {
                        let mut cells = cells(it);
                        // Titles belong to other tables.
                        if cells.len() > column && cells.len() > 2 {
                            cells.remove(column);
                        }
                        record(it.line(), &cells)
                    })
                    .collect();
                if let Some(Ok(log)) = read(&cut) {
                    // Without the column for the waiting room it is unknown who waited.
                    let lost = whole_log.columns.get(column);
                    let waits = has_waiting(&whole_log)
                        && lost.is_some_and(|lost| lost.field == Field::Status);
                    if !waits {
                        let context = format!("{path}, {kind}, without column {column}");
                        assert_true(&log, &whole_log, &context);
                    }
                }
            }
        }
    }
}

#[test]
fn a_file_that_breaks_off_says_the_same_as_far_as_it_goes() {
    for path in REPORTS {
        let whole = records_of(path);
        for (records, step) in [(whole.clone(), 1), (nonsense(&whole), 3)] {
            let expected = told(&read(&records).unwrap().unwrap());
            for end in 0..records.len() {
                let last = cells(&records[end]);
                for width in (0..=last.len()).step_by(step) {
                    let mut cut = records[..end].to_vec();
                    let mut rest = last[..width].to_vec();
                    if let Some(cell) = rest.last_mut() {
                        let half = cell.chars().count() / 2;
                        *cell = cell.chars().take(half).collect();
                    }
                    cut.push(record(records[end].line(), &rest));
                    cut.retain(|record| !record.is_blank());
                    if let Some(Ok(log)) = read(&cut) {
                        // The title of a section without headings may look like a person.
                        let mut found = told(&log);
                        found.retain(|line| !line.contains(": ! None neither"));
                        let sure = found.len().saturating_sub(1);
                        assert_eq!(
                            found[..sure],
                            expected[..sure.min(expected.len())],
                            "{path}, up to cell {width} of record {end}"
                        );
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn lost_cells_never_give_one_person_anothers_data(
        report in 0..REPORTS.len(),
        lost in proptest::collection::vec((0_usize..40, 0_usize..20, any::<bool>()), 1..6),
    ) {
        let records = records_of(REPORTS[report]);
        let whole = read(&records).unwrap().unwrap();
        let mut changed: Vec<Vec<String>> = records.iter().map(cells).collect();
        for (row, column, empties) in lost {
            let row = row % changed.len();
            // Lost headings have their own property test.
            if is_heading(&records[row]) {
                continue;
            }
            let cells = &mut changed[row];
            let column = column % cells.len().max(1);
            if empties && column < cells.len() {
                cells[column].clear();
            } else {
                cells.truncate(column);
            }
        }
        let changed: Vec<Record> = records
            .iter()
            .zip(&changed)
            .map(|(it, cells)| record(it.line(), cells))
            .filter(|record| !record.is_blank())
            .collect();
        if let Some(Ok(log)) = read(&changed)
            && !has_waiting(&whole)
        {
            assert_true(&log, &whole, REPORTS[report]);
        }
    }

    #[test]
    fn no_records_make_the_reader_panic(
        report in 0..REPORTS.len(),
        changes in proptest::collection::vec(
            (0_usize..40, 0_usize..20, 0_usize..6, "[-0-9:/@;() a-zÄ（）]{0,12}"),
            1..12,
        ),
    ) {
        let records = records_of(REPORTS[report]);
        let mut changed: Vec<(u64, Vec<String>)> =
            records.iter().map(|it| (it.line(), cells(it))).collect();
        for (row, column, how, text) in changes {
            if changed.is_empty() {
                break;
            }
            let row = row % changed.len();
            let line = changed[row].0;
            match how {
                0 => drop(changed.remove(row)),
                1 => changed.insert(row, (line, vec![text])),
                2 => {
                    let copy = changed[row].clone();
                    changed.insert(row, copy);
                }
                _ => {
                    let cells = &mut changed[row].1;
                    let column = column % (cells.len() + 1);
                    match how {
                        3 => cells.insert(column, text),
                        4 => cells.truncate(column),
                        _ if column < cells.len() => cells[column] = text,
                        _ => cells.push(text),
                    }
                }
            }
        }
        let changed: Vec<Record> = changed
            .iter()
            .map(|(line, cells)| record(*line, cells))
            .filter(|record| !record.is_blank())
            .collect();
        if let Some(Ok(log)) = read(&changed) {
            let meetings = log.meetings.len();
            prop_assert!(stays(&log).iter().all(|(_, stay)| stay.meeting < meetings));
            prop_assert!(log.lines.len() <= changed.len());
        }
    }
}
