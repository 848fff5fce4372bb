//! Everything about one file together: how it is read, what its columns mean, the order of its dates, and the sessions
//! its choices can name.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::answers::{refuse_unread_words, used_answers};
use super::choices::Choices;
use super::error::ImportError;
use super::layout::{Known, Layout};
use super::sample::{first_records, is_short, with_late_cells};
use super::values::dates::{DateOrder, Evidence, OrderEvidence, What};
use super::{Field, Kind, ReadOptions, Record, Sheet, Source};
use crate::catalogue::Message;
use crate::catalogue::messages::import_errors;
use crate::formats::fold;
use crate::message;
use crate::model::{Event, Instant, Session, SessionId};

/// The organiser's options for a file.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The kind of file.
    pub kind: Option<Kind>,
    /// How to read its bytes.
    pub read: ReadOptions,
    /// The order of its dates.
    pub date_order: Option<DateOrder>,
    /// Whether the file is only inspected: then columns that are not understood are shown with the others, and an
    /// undecided order of its dates is only a note.
    pub inspected: bool,
    /// The zone of its times, if the file does not name one.
    pub zone: Option<Tz>,
    /// `--map`: a heading, or a word in a column of sessions, with its meaning.
    pub map: Vec<(String, Field)>,
    /// The lines of rows that are treated as if they were not in the file: somebody tried the form.
    pub skip_lines: BTreeSet<u64>,
}

/// What is known about the event of a file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting<'a> {
    /// The event.
    pub event: Option<&'a Event>,
    /// Its sessions.
    pub sessions: &'a [Session],
    /// `--session`: the one of them that the file is about.
    pub session: Option<&'a Session>,
}

/// What is wrong with a row, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file.
    pub line: u64,
    /// The heading of the column, if it is the fault of one column.
    pub column: Option<String>,
    /// What is wrong, without anybody's name or address.
    pub reason: Message,
}

/// A row that is not imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetAside {
    /// It has an error.
    Rejected(Problem),
    /// It is correct but not relevant.
    Skipped(Message),
}

/// How to import a file.
#[derive(Debug)]
pub struct Plan {
    sheet: Sheet,
    /// The kind of the file and the meaning of its columns.
    pub layout: Layout,
    pub(super) choices: Choices,
    zone: Tz,
    date_order: Option<DateOrder>,
    scope: Vec<SessionId>,
    lists_signups: bool,
    used_map: Vec<bool>,
    skip_lines: BTreeSet<u64>,
    /// All records of a short file, so that it is read only once.
    kept: Option<Vec<Record>>,
}

impl Setting<'_> {
    /// Returns the first and the last day of the session that the file is about.
    fn session_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let session = self.session?;
        Some(days_of(session.start, session.end, self.event?))
    }
}

/// Returns the first and the last day of a time, in the zone of the event.
fn days_of(start: Instant, end: Instant, event: &Event) -> (NaiveDate, NaiveDate) {
    let day = |moment: Instant| moment.with_timezone(&event.zone).date_naive();
    (day(start), day(end))
}

/// Normalises a heading for remembering `--map` answers about it.
pub fn remembered_heading(heading: &str) -> String {
    fold::plain(heading)
}

impl Plan {
    /// Examines a file.
    ///
    /// `remembered` returns the earlier `--map` answers for a heading row.
    ///
    /// # Errors
    /// If it is not a table, not a known kind of table, or its dates are ambiguous.
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
        // A cover sheet before the table: use the first of the others that is one.
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

    /// Examines one table of a file.
    fn of(
        source: &Source,
        sheet: Sheet,
        options: &Options,
        setting: Setting<'_>,
        remembered: impl Fn(i64) -> Vec<(String, Field)>,
    ) -> Result<Self, ImportError> {
        let (head, mut rest) = first_records(&sheet, source.name())?;
        let zone = options
            .zone
            .or_else(|| setting.event.map(|event| event.zone))
            .unwrap_or(Tz::UTC);
        let choices = Choices::new(setting.sessions, zone);
        let seen = with_late_cells(&head, &mut rest)?;
        let (mut layout, choices) = Layout::recognise(
            source.name(),
            &seen,
            Known {
                kind: options.kind,
                map: &options.map,
                sessions: setting.sessions,
                choices: &choices,
                session: setting.session,
                session_days: setting.session_days(),
                // Without an event, the zone is only that of most events.
                sheet: sheet.title(),
                is_inspected: options.inspected,
                is_zone_told: setting.event.is_some() && options.zone.is_some(),
                title: setting.event.map_or("", |event| &event.title),
                days: setting
                    .event
                    .map(|event| days_of(event.start, event.end, event)),
            },
            remembered,
        )?;
        if let Some(event) = setting.event
            && layout.kind == Kind::People
            && !layout.kind_is_certain
        {
            layout
                .notes
                .push(message!(rows::taken_as_people { event: event.slug }));
        }
        let used_map = used_answers(&options.map, setting.sessions, &layout, &seen);
        refuse_unread_words(source.name(), &layout, &options.map)?;
        let mut plan = Self {
            sheet,
            layout,
            choices,
            zone,
            date_order: options.date_order,
            scope: Vec::new(),
            lists_signups: false,
            used_map,
            skip_lines: BTreeSet::new(),
            kept: None,
        };
        plan.kept = is_short(&head).then(|| head.clone());
        plan.leave_out(&options.skip_lines)?;
        plan.scope = plan.sessions_in_reach(setting.sessions)?;
        plan.lists_signups = plan.names_one_session_a_row()?;
        // For a log this is done when all of it is read.
        if plan.date_order.is_none() && !plan.is_log() {
            plan.take_date_order(&head, setting.event, options.inspected)?;
        }
        plan.look_for_damaged_names()?;
        Ok(plan)
    }

    /// Determines the order of its dates; an undecided one is only noted if that is enough.
    fn take_date_order(
        &mut self,
        head: &[Record],
        event: Option<&Event>,
        is_lenient: bool,
    ) -> Result<(), ImportError> {
        match self.find_date_order(head, event) {
            Ok(order) => self.date_order = order,
            Err(ImportError::DateOrder { reason, .. }) if is_lenient => {
                let note = message!(import_errors::date_order_open { reason });
                self.layout.notes.push(note);
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Returns which of the `--map` answers apply to something in this file.
    pub fn used_map(&self) -> &[bool] {
        &self.used_map
    }

    /// Leaves out rows by their lines; each must be the line of a row.
    fn leave_out(&mut self, lines: &BTreeSet<u64>) -> Result<(), ImportError> {
        if lines.is_empty() {
            return Ok(());
        }
        let file = || self.sheet.name().to_owned();
        if self.is_log() {
            return Err(ImportError::LinesOfLog { file: file() });
        }
        let mut unknown = lines.clone();
        let mut rows = self.rows()?;
        while let Some(record) = rows.next_row()? {
            unknown.remove(&record.line());
        }
        if !unknown.is_empty() {
            return Err(ImportError::NoSuchLine {
                file: file(),
                lines: unknown.into_iter().collect(),
            });
        }
        self.skip_lines.clone_from(lines);
        Ok(())
    }

    /// Returns the lines of the rows that are left out.
    pub fn skip_lines(&self) -> &BTreeSet<u64> {
        &self.skip_lines
    }

    /// Returns all records of a short file.
    pub(super) fn kept(&self) -> Option<&[Record]> {
        self.kept.as_deref()
    }

    /// Returns the table as it was read.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Returns the zone of times that do not name one.
    pub fn zone(&self) -> Tz {
        let said = self.layout.quirks.utc.then_some(Tz::UTC);
        said.or(self.layout.zone).unwrap_or(self.zone)
    }

    /// Returns the sessions that a row of this file decides about: those with a column of their own, those named by the
    /// answers in its other columns, and those that run in parallel to one of these. A person's sign-ups for other
    /// sessions are not changed.
    pub fn scope(&self) -> &[SessionId] {
        &self.scope
    }

    /// Returns whether each row names one session and no time, so that somebody's rows add up: a list kept by hand, in
    /// which a later row is not a newer one.
    pub fn lists_signups(&self) -> bool {
        self.lists_signups
    }

    /// Returns the order of its dates, if it was given or found.
    pub(super) fn date_order(&self) -> Option<DateOrder> {
        self.date_order
    }

    /// Decides the single order of all dates in the file; `None` if no date needs one.
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
        // Dates with dots, month names or the year first need no order, and no second pass.
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

    /// Returns the order according to the dates and the days of the event.
    pub(super) fn settle_order(
        &self,
        evidence: &OrderEvidence,
        what: What,
        event: Option<&Event>,
    ) -> Result<Option<DateOrder>, ImportError> {
        let decided = match event {
            Some(event) => {
                let (first, last) = days_of(event.start, event.end, event);
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
                } => message!(import_errors::dates_contradict {
                    first: day_first,
                    other: month_first
                }),
                _ => import_errors::DATES_AMBIGUOUS.into(),
            },
        })
    }
}
