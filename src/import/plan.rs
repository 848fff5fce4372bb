//! Everything about one file together: how it is read, what its columns mean, which order its dates
//! are in, which sessions its choices can name.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::choices::Choices;
use super::error::ImportError;
use super::layout::{CellWords, HEAD, Known, Layout};
use super::records::Records;
use super::values::dates::{self, DateOrder, DateProblem, Evidence, Moment, OrderEvidence, What};
use super::values::words;
use super::{Field, Kind, ReadError, ReadOptions, Record, Sheet, Source};
use crate::formats::fold;
use crate::model::{Event, Instant, Session, SessionId};

/// What the organiser said about a file.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What it is about.
    pub kind: Option<Kind>,
    /// How its bytes are to be read.
    pub read: ReadOptions,
    /// The order of its dates.
    pub date_order: Option<DateOrder>,
    /// Whether a file is looked at alone: that the order of its dates is open is a note then.
    pub lenient_dates: bool,
    /// The zone of its times, where it names none.
    pub zone: Option<Tz>,
    /// `--map`: a heading, or a word in a column of sessions, and what it means.
    pub map: Vec<(String, Field)>,
}

/// What is known of the event a file is about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting<'a> {
    /// The event.
    pub event: Option<&'a Event>,
    /// Its sessions.
    pub sessions: &'a [Session],
}

/// Why and where a row is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file.
    pub line: u64,
    /// The heading of the column, where it is one column's fault.
    pub column: Option<String>,
    /// What is wrong, without anybody's name or address.
    pub reason: String,
}

/// A row that gives nothing to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetAside {
    /// It is wrong.
    Rejected(Problem),
    /// It is right, and none of ours.
    Skipped(&'static str),
}

/// How a file is to be taken.
#[derive(Debug)]
pub struct Plan {
    sheet: Sheet,
    /// What it is and what its columns mean.
    pub layout: Layout,
    pub(super) choices: Choices,
    zone: Tz,
    date_order: Option<DateOrder>,
    scope: Vec<SessionId>,
    lists_signups: bool,
    used_map: Vec<bool>,
    /// All records of a short file, so that it is read once.
    kept: Option<Vec<Record>>,
}

/// Returns the first and the last day of an event, in its own zone.
fn days_of(event: &Event) -> (NaiveDate, NaiveDate) {
    let day = |moment: Instant| moment.with_timezone(&event.zone).date_naive();
    (day(event.start), day(event.end))
}

/// Returns a heading as `--map` answers about it are remembered.
pub fn remembered_heading(heading: &str) -> String {
    fold::plain(heading)
}

/// Returns the cells of a table's head in which words count, each with its column.
fn cells_of<'a>(layout: &'a Layout, head: &'a [Record]) -> impl Iterator<Item = (usize, &'a str)> {
    let rows = head.get(layout.first_row..).unwrap_or_default();
    let cells = rows.iter().flat_map(|record| record.cells().enumerate());
    cells.filter(|(column, _)| layout.reads_words(*column))
}

/// Adds to the first records of a long file later ones with something in columns that are empty, or nearly so, in
/// the first: what a column means may show in its last rows alone.
fn with_late_cells<'a>(
    head: &'a [Record],
    rest: &mut Records,
) -> Result<Cow<'a, [Record]>, ImportError> {
    /// So many cells of a column tell what it is.
    const FEW: usize = 20;
    const MOST_ADDED: usize = 400;
    if head.len() < HEAD {
        return Ok(Cow::Borrowed(head));
    }
    let mut filled: Vec<usize> = Vec::new();
    let mut count = |record: &Record| {
        let mut is_rare = false;
        for (column, cell) in record.cells().enumerate() {
            if filled.len() == column {
                filled.push(0);
            }
            if !cell.trim().is_empty() {
                is_rare |= filled[column] < FEW;
                filled[column] += 1;
            }
        }
        is_rare
    };
    for record in head {
        count(record);
    }
    let mut added = Vec::new();
    let mut record = Record::default();
    while added.len() < MOST_ADDED && rest.read_into(&mut record)? {
        if count(&record) {
            added.push(record.clone());
        }
    }
    if added.is_empty() {
        return Ok(Cow::Borrowed(head));
    }
    Ok(Cow::Owned([head, &added].concat()))
}

/// Whether the first records are all there are, and few enough to be kept.
fn is_short(head: &[Record]) -> bool {
    const MOST_BYTES: usize = 1 << 20;
    let bytes = head
        .iter()
        .flat_map(Record::cells)
        .map(str::len)
        .sum::<usize>();
    head.len() < HEAD && bytes < MOST_BYTES
}

/// Refuses the meaning of a word that this kind of file has no use for.
fn refuse_words(name: &str, layout: &Layout, map: &[(String, Field)]) -> Result<(), ImportError> {
    let is_heading = |left: &str| {
        let mut columns = layout.columns.iter();
        columns.any(|column| fold::plain(&column.heading) == fold::plain(left))
    };
    let unread = map.iter().find(|(left, field)| {
        let is_unread = match layout.kind {
            Kind::Attendance => CellWords::is_of_signups(field),
            Kind::Signups => CellWords::is_of_attendance(field),
            _ => false,
        };
        is_unread && !is_heading(left)
    });
    match unread {
        None => Ok(()),
        Some((word, field)) => Err(ImportError::WordNotRead {
            file: name.to_owned(),
            word: word.clone(),
            field: field.clone(),
            kind: layout.kind,
        }),
    }
}

/// Whether a column of sessions holds this very word.
fn is_said(layout: &Layout, head: &[Record], word: &str) -> bool {
    layout
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.field == Field::Session)
        .any(|(index, _)| {
            head.get(layout.first_row..)
                .unwrap_or_default()
                .iter()
                .filter_map(|record| record.get(index))
                .any(|cell| Choices::says(cell, word))
        })
}

impl Plan {
    /// Looks at a file.
    ///
    /// `remembered` returns the `--map` answers once given for a heading row.
    ///
    /// # Errors
    /// When it is no table, no table we know, or its dates cannot be told.
    pub fn new(
        source: &Source,
        options: &Options,
        setting: Setting<'_>,
        remembered: impl Fn(i64) -> Vec<(String, Field)>,
    ) -> Result<Self, ImportError> {
        let sheet = Sheet::open(source, &options.read)?;
        let others = sheet.others().to_vec();
        let first = match Self::of(source, sheet, options, setting, &remembered) {
            Err(
                error @ (ImportError::NotRecognised { .. } | ImportError::ColumnMissing { .. }),
            ) if options.read.sheet.is_none() => error,
            done => return done,
        };
        // A cover sheet before the table: the first of the others that is one.
        for other in others {
            let read = ReadOptions {
                sheet: Some(other),
                ..options.read.clone()
            };
            let sheet = Sheet::open(source, &read)?;
            if let Ok(plan) = Self::of(source, sheet, options, setting, &remembered) {
                return Ok(plan);
            }
        }
        Err(first)
    }

    /// Looks at one table of a file.
    fn of(
        source: &Source,
        sheet: Sheet,
        options: &Options,
        setting: Setting<'_>,
        remembered: impl Fn(i64) -> Vec<(String, Field)>,
    ) -> Result<Self, ImportError> {
        let mut head = Vec::new();
        let mut records = sheet.records()?;
        let mut record = Record::default();
        while head.len() < HEAD && records.read_into(&mut record)? {
            if !record.is_blank() {
                head.push(record.clone());
            }
        }
        if head.is_empty() {
            return Err(ReadError::Empty {
                name: source.name().to_owned(),
            }
            .into());
        }
        let zone = options
            .zone
            .or_else(|| setting.event.map(|event| event.zone))
            .unwrap_or(Tz::UTC);
        let choices = Choices::new(setting.sessions, zone);
        let seen = with_late_cells(&head, &mut records)?;
        let (mut layout, choices) = Layout::recognise(
            source.name(),
            &seen,
            Known {
                kind: options.kind,
                map: &options.map,
                sessions: setting.sessions,
                choices: &choices,
                days: setting.event.map(days_of),
            },
            remembered,
        )?;
        if let Some(event) = setting.event
            && layout.kind == Kind::People
            && !layout.kind_is_certain
        {
            layout.notes.push(format!(
                "taken as a list of people; `--as signups` registers them for {}",
                event.slug
            ));
        }
        // The left side of --map may also be a word in a column of sessions.
        let used_map = options
            .map
            .iter()
            .map(|(left, field)| {
                let is_heading = layout
                    .columns
                    .iter()
                    .any(|column| fold::plain(&column.heading) == fold::plain(left));
                is_heading
                    || match field {
                        Field::SessionOption(slug) => {
                            setting.sessions.iter().any(|known| known.slug == *slug)
                        }
                        Field::Ignore => is_said(&layout, &head, left),
                        _ => layout.words.are_said(left, cells_of(&layout, &seen)),
                    }
            })
            .collect();
        refuse_words(source.name(), &layout, &options.map)?;
        let mut plan = Self {
            sheet,
            layout,
            choices,
            zone,
            date_order: options.date_order,
            scope: Vec::new(),
            lists_signups: false,
            used_map,
            kept: None,
        };
        plan.kept = is_short(&head).then(|| head.clone());
        plan.scope = plan.sessions_in_reach(setting.sessions)?;
        plan.lists_signups = plan.names_one_session_a_row()?;
        // Those of a log are looked at when all of it is read.
        if plan.date_order.is_none() && !plan.is_log() {
            match plan.find_date_order(&head, setting.event) {
                Ok(order) => plan.date_order = order,
                Err(error @ ImportError::DateOrder { .. }) if options.lenient_dates => {
                    plan.layout.notes.extend(error.hint().map(|hint| {
                        let reason = error.to_string();
                        let file = format!("{}: ", plan.sheet.name());
                        format!("{}; {hint}", reason.strip_prefix(&file).unwrap_or(&reason))
                    }));
                }
                Err(error) => return Err(error),
            }
        }
        plan.look_for_damaged_names()?;
        Ok(plan)
    }

    /// Returns which of the `--map` answers found something in this file.
    pub fn used_map(&self) -> &[bool] {
        &self.used_map
    }

    /// Returns all records of a short file.
    pub(super) fn kept(&self) -> Option<&[Record]> {
        self.kept.as_deref()
    }

    /// Returns the table as it was read.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Returns the zone of times that name none.
    pub fn zone(&self) -> Tz {
        if self.layout.quirks.utc {
            Tz::UTC
        } else {
            self.zone
        }
    }

    /// Returns the sessions a row of this file decides about: those with a column of their own,
    /// those that the answers of its other columns name, and those that run beside one of these. A
    /// person's sign-ups for other sessions stay as they are.
    pub fn scope(&self) -> &[SessionId] {
        &self.scope
    }

    /// Returns whether each row names one session and no time, so that somebody's rows add up: a list kept
    /// by hand, in which the later row of two is not the newer one.
    pub fn lists_signups(&self) -> bool {
        self.lists_signups
    }

    /// Returns the order of its dates, where it was said or found.
    pub(super) fn date_order(&self) -> Option<DateOrder> {
        self.date_order
    }

    /// Decides the one order of all dates of the file; `None` when no date needs one.
    fn find_date_order(
        &self,
        head: &[Record],
        event: Option<&Event>,
    ) -> Result<Option<DateOrder>, ImportError> {
        let columns: Vec<usize> = self
            .layout
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| {
                matches!(
                    column.field,
                    Field::RequestedAt
                        | Field::Date
                        | Field::Start
                        | Field::End
                        | Field::JoinedAt
                        | Field::LeftAt
                )
            })
            .map(|(index, _)| index)
            .collect();
        let observe = |evidence: &mut OrderEvidence, record: &Record| {
            for column in &columns {
                evidence.observe(&self.cell(record, *column));
            }
        };
        let mut evidence = OrderEvidence::default();
        for record in head.get(self.layout.first_row..).unwrap_or_default() {
            observe(&mut evidence, record);
        }
        // Dates with dots, month names or the year first need no order: no second pass for them.
        if columns.is_empty() || evidence.decide() == Evidence::NotNeeded {
            return Ok(None);
        }
        let mut evidence = OrderEvidence::default();
        let mut rows = self.rows()?;
        while let Some(record) = rows.next_row()? {
            observe(&mut evidence, record);
        }
        let what = match self.layout.kind {
            Kind::Attendance | Kind::Programme => What::Stays,
            _ => What::SignUps,
        };
        self.settle_order(&evidence, what, event)
    }

    /// Returns the order that the dates, and the days of the event, decide.
    pub(super) fn settle_order(
        &self,
        evidence: &OrderEvidence,
        what: What,
        event: Option<&Event>,
    ) -> Result<Option<DateOrder>, ImportError> {
        let decided = match event {
            Some(event) => {
                let (first, last) = days_of(event);
                evidence.against_days(first, last, what)
            }
            None => evidence.decide(),
        };
        decided.order().map_err(|evidence| ImportError::DateOrder {
            file: self.sheet.name().to_owned(),
            reason: match evidence {
                Evidence::Contradictory {
                    day_first,
                    month_first,
                } => format!(
                    "some dates are day first (`{day_first}`), others month first (`{month_first}`): a spreadsheet may have changed some of them"
                ),
                _ => "all its dates can be read day first and month first".to_owned(),
            },
        })
    }

    /// Returns a cell's text: trimmed, without the guards and formulas that exporters put around it.
    pub fn cell<'record>(&self, record: &'record Record, column: usize) -> Cow<'record, str> {
        let cell = words::unexcel(record.get(column).unwrap_or_default()).trim();
        let quirks = self.layout.quirks;
        if quirks.own || quirks.sign_in {
            return crate::output::unguard(cell);
        }
        if quirks.defused
            && let Some(rest) = cell.strip_prefix('\'')
            && rest.starts_with(['@', '+', '=', '-', '|', '%'])
        {
            return Cow::Owned(rest.replace("\\|", "|"));
        }
        if quirks.dash_is_empty && cell == "-" {
            return Cow::Borrowed("");
        }
        Cow::Borrowed(cell)
    }

    /// Returns the text of the first column of a field, `None` when there is none or it is empty.
    pub(super) fn text(&self, record: &Record, field: &Field) -> Option<String> {
        let column = self.layout.column(field)?;
        let cell = self.cell(record, column);
        if cell.is_empty() {
            return None;
        }
        // The same as below, without taking apart what has nothing but single blanks.
        let is_tidy = !cell.starts_with(' ')
            && !cell.ends_with(' ')
            && !cell.contains("  ")
            && cell
                .chars()
                .all(|letter| letter == ' ' || !letter.is_whitespace());
        Some(if is_tidy {
            cell.into_owned()
        } else {
            cell.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    }

    /// Reads the date and time of a field.
    pub(super) fn moment(&self, record: &Record, field: &Field) -> Result<Option<Moment>, Problem> {
        let Some(column) = self.layout.column(field) else {
            return Ok(None);
        };
        let cell = self.cell(record, column);
        if cell.is_empty() || words::is_empty_word(&cell) {
            return Ok(None);
        }
        let read = match field {
            Field::Date | Field::RequestedAt => match dates::parse(&cell, self.date_order) {
                Err(DateProblem::NotADate) => dates::serial(&cell).ok_or(DateProblem::NotADate),
                read => read,
            },
            _ => dates::parse_time(&cell, self.date_order),
        };
        read.map(Some)
            .map_err(|problem| self.problem(record, column, problem.to_string()))
    }

    /// Reads the time of a field; a time of day alone is that of the day in the column for dates.
    pub(super) fn moment_of_day(
        &self,
        record: &Record,
        field: &Field,
    ) -> Result<Option<Moment>, Problem> {
        let Some(mut moment) = self.moment(record, field)? else {
            return Ok(None);
        };
        if moment.date.is_none()
            && let Some(day) = self.moment(record, &Field::Date)?.and_then(|day| day.date)
        {
            moment = moment.on(day).unwrap_or(moment);
        }
        Ok(Some(moment))
    }

    /// Reads an instant of a date column, and the time of day beside it.
    pub(super) fn instant(
        &self,
        record: &Record,
        date: &Field,
        time: &Field,
    ) -> Result<Option<Instant>, Problem> {
        let Some(mut moment) = self.moment(record, date)? else {
            return Ok(None);
        };
        if moment.time.is_none()
            && let Some(beside) = self.moment(record, time)?
            && let Some(day) = moment.date
            && beside.time.is_some()
        {
            // The time of day beside a date, whatever day stands there as well.
            let clock = Moment {
                date: None,
                offset_seconds: moment.offset_seconds,
                ..beside
            };
            moment = clock.on(day).unwrap_or(moment);
        }
        let Some(instant) = dates::to_instant(moment, None, self.zone()) else {
            let column = self.layout.column(date).unwrap_or_default();
            return Err(self.problem(record, column, "a time without a date".to_owned()));
        };
        // LimeSurvey's word for "no dates are kept".
        let switched_off = NaiveDate::from_ymd_opt(1980, 1, 1);
        let midnight = moment.time.is_none_or(|time| time == NaiveTime::MIN);
        Ok(Some(instant).filter(|_| moment.date != switched_off || !midnight))
    }

    pub(super) fn problem(&self, record: &Record, column: usize, reason: String) -> Problem {
        Problem {
            line: record.line(),
            column: self
                .layout
                .columns
                .get(column)
                .map(|column| column.heading.clone()),
            reason,
        }
    }
}
