//! Everything about one file together: how it is read, what its columns mean, which order its dates
//! are in, which sessions its choices can name.

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
    pub reason: Message,
}

/// A row that gives nothing to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetAside {
    /// It is wrong.
    Rejected(Problem),
    /// It is right, and none of ours.
    Skipped(Message),
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
                days: setting.event.map(days_of),
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
            kept: None,
        };
        plan.kept = is_short(&head).then(|| head.clone());
        plan.scope = plan.sessions_in_reach(setting.sessions)?;
        plan.lists_signups = plan.names_one_session_a_row()?;
        // Those of a log are looked at when all of it is read.
        if plan.date_order.is_none() && !plan.is_log() {
            plan.take_date_order(&head, setting.event, options.lenient_dates)?;
        }
        plan.look_for_damaged_names()?;
        Ok(plan)
    }

    /// Finds the order of its dates; one that nobody can tell is only noted where that is enough.
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
                } => message!(import_errors::dates_contradict {
                    first: day_first,
                    other: month_first
                }),
                _ => import_errors::DATES_AMBIGUOUS.into(),
            },
        })
    }
}
