//! Headings whose words are not enough: the cells below them have to agree.
//!
//! `Teilnahme` over yes and no is a reply to an invitation, over `online` an answer like others; an
//! `Eingang` may be a door. And `Verband` is the organisation only where no column says so itself.

use super::heading;
use super::values::dates::{self, DateOrder, Moment};
use super::values::words;
use super::{Field, Kind, Record};

/// Folded headings, looked up after the plain ones.
const ALIASES: &[(&str, Field)] = &[
    ("behörde", Field::Organisation),
    ("hochschule", Field::Organisation),
    ("verband", Field::Organisation),
    ("arbeitgeber", Field::Organisation),
    ("employer", Field::Organisation),
    ("org", Field::Organisation),
    ("cmo", Field::Organisation),
    ("gast", Field::Name),
    ("datumanmeldung", Field::RequestedAt),
    ("eingang", Field::RequestedAt),
    ("eingegangenam", Field::RequestedAt),
    ("registriertam", Field::RequestedAt),
    ("anmeldungvom", Field::RequestedAt),
    ("anmeldezeitpunkt", Field::RequestedAt),
    ("zeitpunkt", Field::RequestedAt),
    ("ticketstatus", Field::Status),
    ("genehmigungsstatus", Field::Status),
    ("teilnahme", Field::Status),
    ("zusage", Field::Status),
    ("zusageabsage", Field::Status),
    ("rückmeldung", Field::Status),
    ("abgesagt", Field::Void),
    ("abgesagtam", Field::Void),
    ("absage", Field::Void),
    ("abgemeldet", Field::Void),
    ("abgemeldetam", Field::Void),
    ("storniert", Field::Void),
    ("storniertam", Field::Void),
];

/// Headings of a status that may as well be a question about something else.
const REPLIES: &[&str] = &["teilnahme", "zusage", "zusageabsage", "rückmeldung"];

/// Returns what a folded heading means if its cells agree.
pub(super) fn field_of(folded: &str) -> Option<Field> {
    ALIASES
        .iter()
        .find(|(alias, _)| *alias == folded)
        .map(|(_, field)| field.clone())
}

/// Whether a heading asks whether somebody comes, so that yes and no below it are a status.
pub(super) fn is_reply(heading: &str) -> bool {
    REPLIES.contains(&heading::fold(heading).as_str())
}

/// Takes the meaning from doubtful columns whose cells do not agree, or whose meaning another column
/// has beyond doubt; `is_open` says which columns nobody else decided.
pub(super) fn keep_what_cells_confirm(
    fields: &mut [Option<Field>],
    headings: &[String],
    rows: &[Record],
    kind: Option<Kind>,
    is_open: &impl Fn(usize) -> bool,
) {
    let doubtful: Vec<bool> = (0..fields.len())
        .map(|column| {
            let meant = field_of(&heading::fold(&headings[column]));
            is_open(column) && meant.is_some() && fields[column] == meant
        })
        .collect();
    for column in (0..fields.len()).filter(|column| doubtful[*column]) {
        let Some(field) = fields[column].clone() else {
            continue;
        };
        let has = |sought: &Field| {
            (0..fields.len())
                .any(|other| !doubtful[other] && fields[other].as_ref() == Some(sought))
        };
        let is_taken = has(&field)
            || (field == Field::Name && (has(&Field::GivenName) || has(&Field::FamilyName)));
        let mut cells = rows
            .iter()
            .filter_map(|row| row.get(column))
            .map(|cell| words::unexcel(cell).trim())
            .filter(|cell| !cell.is_empty() && !words::is_empty_word(cell));
        // Who was there neither replied nor cancelled, and who signs off at five was there.
        let is_of_signups = matches!(field, Field::Status | Field::Void | Field::RequestedAt);
        let agrees = match field {
            _ if is_of_signups && kind == Some(Kind::Attendance) => false,
            Field::Name => !cells.any(|cell| words::yes_no(cell).is_some()),
            Field::Status if is_reply(&headings[column]) => cells
                .all(|cell| words::signup_status(cell).is_some() || words::yes_no(cell).is_some()),
            Field::Void => !cells.any(is_clock_alone),
            Field::RequestedAt => {
                let mut cells = cells.peekable();
                cells.peek().is_none() || cells.any(is_dated)
            }
            _ => true,
        };
        if is_taken || !agrees {
            fields[column] = None;
        }
    }
}

fn moment(cell: &str) -> Option<Moment> {
    dates::parse(cell, Some(DateOrder::DayFirst))
        .ok()
        .or_else(|| dates::serial(cell))
}

fn is_dated(cell: &str) -> bool {
    moment(cell).is_some_and(|moment| moment.date.is_some())
}

fn is_clock_alone(cell: &str) -> bool {
    // A number alone is a mark here.
    cell.contains(':') && moment(cell).is_some_and(|moment| moment.date.is_none())
}
