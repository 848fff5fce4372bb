//! Determines what a file is from its first records.

use std::borrow::Cow;
use std::sync::Arc;

use super::cell_words::CellWords;
use super::columns::{Known, Layout};
use super::decide::Decided;
use crate::catalogue::messages::layout;
use crate::formats::lexicon::{Asking, LEXICON};
use crate::formats::{Field, fold};
use crate::import::choices::Choices;
use crate::import::error::ImportError;
use crate::import::forms::{self, Draft, Head, Quirks, Shape};
use crate::import::layout::pasteable;
use crate::import::plain_table::plain_table;
use crate::import::platforms::{self, RawLog, Unreadable};
use crate::import::totals::is_row_of_totals;
use crate::import::{Kind, Record, heading, quoted};
use crate::message;

impl Layout {
    /// Determines what a file is from its first records, and the names it may use for the sessions.
    pub(in crate::import) fn recognise(
        name: &str,
        records: &[Record],
        known: Known<'_>,
        remembered: impl FnOnce(i64) -> Vec<(String, Field)>,
    ) -> Result<(Self, Choices), ImportError> {
        refuse_mailing(name, records)?;
        let draft = match forms::recognise(&Head { records }) {
            Some(draft) => draft,
            None => match platform_log(records, known) {
                Some(Ok(raw)) => {
                    return Ok((Self::of_log(name, raw, known)?, known.choices.clone()));
                }
                Some(Err(unreadable)) => return Err(unreadable.of(name.to_owned())),
                None => plain_table(records, known).ok_or_else(|| not_recognised(name, records))?,
            },
        };
        let Headed {
            headings,
            rows,
            headings_key,
        } = Headed::of(&draft, records);
        let told: Vec<(String, Field)> = remembered(headings_key)
            .into_iter()
            .chain(known.map.iter().cloned())
            .collect();
        let choices = known.choices.told(&told, known.sessions);
        let known = Known {
            choices: &choices,
            ..known
        };
        let mut layout = Self::drafted(&draft, headings_key, known);
        let titles = records.get(..draft.header).unwrap_or_default();
        let legends = titles.iter().flat_map(Record::cells);
        layout.words = CellWords::of(&told, &headings, legends);
        let decide = |known: Known<'_>, words: &CellWords| {
            Decided::of(&headings, draft.fields.clone(), &rows, &told, words, known)
        };
        let mut decided = decide(known, &layout.words);
        if layout.quirks.own {
            let added = decided.ask_about_added(name, layout.kind);
            layout.refuse(added, known)?;
        } else {
            decided.combine(&rows, known);
        }
        layout.columns = decided.columns();
        if layout.is_hand_made() {
            let mut alone = rows
                .iter()
                .filter(|row| row.only_cell().is_some_and(ends_a_letter));
            layout.letter = alone.next().map(Record::line);
        }
        let mut is_unclear = false;
        if !layout.kind_is_certain {
            let kind = layout.kind_of_columns(&rows, decided.state_who_came(), known);
            // The columns of a form are checked before the kind of the file.
            layout.kind = kind.unwrap_or(Kind::Signups);
            is_unclear = kind.is_none();
            if kind == Some(Kind::Attendance) {
                // Its words mean what they mean with `--as attendance`.
                let known = Known { kind, ..known };
                decided = decide(known, &layout.words);
                decided.combine(&rows, known);
                layout.columns = decided.columns();
            }
        }
        if !layout.quirks.own {
            let explained = layout.explain_or_refuse(&mut decided, &rows, name, known);
            layout.refuse(explained, known)?;
            let stated = layout.refuse_the_contrary(&decided, titles, &rows, name, known);
            layout.refuse(stated, known)?;
            let dated = layout.refuse_other_days(titles, name, known);
            layout.refuse(dated, known)?;
            let titled = layout.refuse_other_sessions(titles, &rows, name, known);
            layout.refuse(titled, known)?;
            let measured = layout.refuse_lengths_without_unit(&decided, name, known);
            layout.refuse(measured, known)?;
            if !known.is_zone_told {
                let zoned = layout.find_zone(&decided, titles, &rows, name);
                layout.refuse(zoned, known)?;
            }
        }
        if is_unclear {
            return Err(kind_unclear(name, &headings));
        }
        layout.is_about_one = !decided.names_several_meetings();
        layout.origins = decided.columns.iter().map(|it| it.origin).collect();
        layout.notes.append(&mut decided.notes);
        layout.settle(known, &decided.marks());
        let complete = layout.demand(name);
        layout.refuse(complete, known)?;
        Ok((layout, choices))
    }

    /// Passes a refusal on, or keeps it if the file is only inspected: its columns are shown all the same.
    fn refuse(
        &mut self,
        result: Result<(), ImportError>,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        match result {
            Err(error) if known.is_inspected => {
                self.refusals.push(Arc::new(error));
                Ok(())
            }
            result => result,
        }
    }

    /// Explains the remaining columns, and refuses a table that cannot be read as it is.
    fn explain_or_refuse(
        &mut self,
        decided: &mut Decided,
        rows: &[Record],
        name: &str,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        self.refuse_other_arrangements(decided, rows, name)?;
        let explained = self.explain(decided, name, known);
        self.columns = decided.columns();
        explained?;
        self.refuse_unread(decided, name, known)
    }

    /// Returns what is known before its columns are.
    fn drafted(draft: &Draft, headings_key: i64, known: Known<'_>) -> Self {
        let is_list = draft.shape == Shape::List;
        Self {
            family: draft.family,
            kind: known.kind.unwrap_or(draft.kind),
            kind_is_certain: known.kind.is_some() || draft.shape != Shape::HandMade,
            columns: Vec::new(),
            first_row: if is_list { 0 } else { draft.header + 1 },
            shape: draft.shape,
            quirks: draft.quirks,
            letter: None,
            is_log: false,
            recognised: None,
            headings_key,
            notes: Vec::new(),
            words: CellWords::default(),
            is_about_one: true,
            zone: None,
            origins: Vec::new(),
            refusals: Vec::new(),
        }
    }

    /// Returns what is known about a log from its head.
    fn of_log(name: &str, raw: RawLog<'_>, known: Known<'_>) -> Result<Self, ImportError> {
        if let Some(kind) = known.kind.filter(|kind| *kind != Kind::Attendance) {
            return Err(ImportError::IsLog {
                file: name.to_owned(),
                family: raw.family,
                kind,
            });
        }
        let headings: Vec<String> = raw
            .columns
            .iter()
            .map(|column| column.heading.clone())
            .collect();
        let recognised = platforms::recognised(&raw);
        Ok(Self {
            family: raw.family,
            kind: Kind::Attendance,
            kind_is_certain: true,
            columns: raw.columns,
            first_row: 0,
            shape: Shape::Export,
            quirks: Quirks {
                utc: raw.utc,
                ..Quirks::default()
            },
            letter: None,
            is_log: true,
            headings_key: heading::headings_key(&headings),
            recognised: Some(recognised),
            notes: raw.notes,
            words: CellWords::default(),
            is_about_one: true,
            zone: None,
            origins: Vec::new(),
            refusals: Vec::new(),
        })
    }

    /// Adjusts the columns to the kind, and adds notes for the organiser.
    ///
    /// `marks` says for every column whether its cells are only yes and no.
    fn settle(&mut self, known: Known<'_>, marks: &[bool]) {
        self.quirks.family_first = self
            .column(&Field::Name)
            .is_some_and(|column| heading::is_family_first(&self.columns[column].heading));
        let kind = self.kind;
        if kind == Kind::Attendance && !self.quirks.own {
            // "Von" and "Bis" are the session's times in a programme, and the person's in a list.
            for (said, meant) in [(Field::Start, Field::JoinedAt), (Field::End, Field::LeftAt)] {
                if self.column(&meant).is_none()
                    && let Some(column) = self.column(&said)
                {
                    self.columns[column].field = meant;
                }
            }
        }
        if kind == Kind::Programme
            && self.column(&Field::Slug).is_none()
            && let Some(column) = self.column(&Field::ShortName)
        {
            // Only organisations have a different one.
            self.columns[column].field = Field::Slug;
        }
        self.drop_what_the_kind_does_not_read();
        if kind == Kind::Signups {
            self.find_consents();
            self.notes.extend(self.notes_on_choices(known, marks));
        } else {
            self.ignore_answers();
        }
    }

    fn drop_what_the_kind_does_not_read(&mut self) {
        let kind = self.kind;
        for column in self.columns.iter_mut().filter(|_| !self.quirks.own) {
            match &column.field {
                // The number of a form answer or of a ticket is not a person's number: only our own exports contain
                // those.
                Field::Id | Field::PersonId => column.field = Field::Ignore,
                // Words of a programme or a list that a form may ask for as well.
                Field::Date
                | Field::Moderators
                | Field::Hosts
                | Field::Duration
                | Field::Void
                | Field::Unsent
                | Field::Present
                | Field::Absent
                | Field::Organiser
                | Field::OrganiserAddress
                | Field::OrganiserContact
                | Field::ProjectTitle
                | Field::FundingReference
                | Field::Funder
                | Field::Signatory
                | Field::Logos
                    if !kind.reads(&column.field) =>
                {
                    column.field = Field::Answer;
                }
                _ => {}
            }
        }
    }

    /// Finds the questions that ask for a consent among the answers. A question of which it is uncertain what a yes means
    /// stays an answer, and is named.
    fn find_consents(&mut self) {
        for column in &mut self.columns {
            if column.field != Field::Answer {
                continue;
            }
            match LEXICON.consent(&column.heading) {
                Some((purpose, Asking::Asked)) => column.field = Field::Consent(purpose),
                Some((purpose, Asking::Doubtful)) => {
                    let way = pasteable(&column.heading, &Field::Consent(purpose).to_string());
                    let heading = &column.heading;
                    self.notes
                        .push(message!(layout::no_consent { heading, way }));
                }
                None => {}
            }
        }
    }

    /// Adds a note about columns that are unused because the file has no answers.
    fn ignore_answers(&mut self) {
        let mut unused = Vec::new();
        for column in &mut self.columns {
            if column.field == Field::Answer {
                column.field = Field::Ignore;
                unused.push(&column.heading);
            }
        }
        if !unused.is_empty() {
            self.notes.push(message!(layout::not_used {
                count: unused.len(),
                headings: quoted(unused)
            }));
        }
    }

    /// Refuses a table that cannot be of its kind.
    fn demand(&self, name: &str) -> Result<(), ImportError> {
        let has = |fields: &[Field]| fields.iter().any(|field| self.column(field).is_some());
        let named = has(&[
            Field::Name,
            Field::GivenName,
            Field::FamilyName,
            Field::Email,
            Field::AccountName,
            Field::AccountEmail,
        ]);
        let (complete, missing) = match self.kind {
            Kind::Programme => (
                has(&[Field::Title, Field::Name, Field::Slug]) && has(&[Field::Start]),
                layout::TITLE_AND_START,
            ),
            Kind::Organisations => (
                has(&[Field::Name, Field::Organisation]),
                layout::NAME_OF_ORGANISATION,
            ),
            Kind::People | Kind::Signups => (named, layout::NAME_OR_ADDRESS),
            Kind::Attendance => (
                named || has(&[Field::PersonId, Field::RecordedName, Field::RecordedEmail]),
                layout::NAME_OR_ADDRESS,
            ),
        };
        if complete {
            Ok(())
        } else {
            Err(ImportError::ColumnMissing {
                file: name.to_owned(),
                kind: self.kind,
                missing,
                headings: self
                    .columns
                    .iter()
                    .take(12)
                    .map(|column| short(&column.heading))
                    .collect(),
            })
        }
    }
}

/// The headings of a table, and the rows that may indicate their meaning.
struct Headed<'file> {
    headings: Vec<String>,
    rows: Cow<'file, [Record]>,
    /// The key by which the headings are recognised again.
    headings_key: i64,
}

impl<'file> Headed<'file> {
    fn of(draft: &Draft, records: &'file [Record]) -> Self {
        let mut cells = heading_cells(draft, records);
        // The width of ragged rows varies; a heading row is recognised without the columns they add.
        let named = cells
            .iter()
            .rposition(|cell| !cell.trim().is_empty())
            .map_or(0, |last| last + 1);
        // Rows wider than their headings lose nothing: additional columns get a number as heading.
        if cells.len() < draft.fields.len() {
            cells.resize(draft.fields.len(), String::new());
        }
        let mut headings = heading::distinct(&cells);
        let rows = without_totals(records.get(draft.header + 1..).unwrap_or_default());
        let is_empty = |column: usize| {
            let cell = |row: &Record| row.get(column).is_none_or(|cell| cell.trim().is_empty());
            cells[column].trim().is_empty() && rows.iter().all(cell)
        };
        // Rows re-saved by a spreadsheet are padded; columns without heading and content are dropped.
        while headings.len() > draft.fields.len().max(1)
            || (headings.len() > 1 && is_empty(headings.len() - 1))
        {
            headings.pop();
        }
        let headings_key = heading::headings_key(&headings[..named.clamp(1, headings.len())]);
        Self {
            headings,
            rows,
            headings_key,
        }
    }
}

/// Reads the log of a meeting platform, unless the user gave other meanings for its headings.
fn platform_log<'file>(
    records: &'file [Record],
    known: Known<'_>,
) -> Option<Result<RawLog<'file>, Unreadable>> {
    let read = platforms::read(records)?;
    let is_told = |cell: &str| {
        let mut map = known.map.iter();
        map.any(|(left, _)| fold::plain(left) == fold::plain(cell))
    };
    let is_overruled = records.iter().any(|record| record.cells().any(is_told));
    (!is_overruled).then_some(read)
}

fn kind_unclear(name: &str, headings: &[String]) -> ImportError {
    ImportError::KindUnclear {
        file: name.to_owned(),
        headings: headings.iter().take(8).map(|it| short(it)).collect(),
    }
}

/// Returns the headings of a family as written.
fn heading_cells(draft: &Draft, records: &[Record]) -> Vec<String> {
    if let Some(headings) = &draft.headings {
        return headings.clone();
    }
    let Some(record) = records.get(draft.header) else {
        return Vec::new();
    };
    let cell = |cell: &str| {
        if draft.quirks.own {
            crate::output::unguard(cell).into_owned()
        } else {
            cell.to_owned()
        }
    };
    record.cells().map(cell).collect()
}

/// Returns the rows that may indicate the meaning of a column, which sums do not.
fn without_totals(rows: &[Record]) -> Cow<'_, [Record]> {
    if !rows.iter().any(is_row_of_totals) {
        return Cow::Borrowed(rows);
    }
    let others = rows.iter().filter(|row| !is_row_of_totals(row));
    Cow::Owned(others.cloned().collect())
}

/// Refuses a mailing, whose columns with names, addresses and sessions look like a list of sign-ups, and a part of an
/// export, which looks like one without the missing columns.
fn refuse_mailing(name: &str, records: &[Record]) -> Result<(), ImportError> {
    if forms::is_mailing(records) {
        return Err(ImportError::IsMailing {
            file: name.to_owned(),
        });
    }
    if forms::is_part(records) {
        return Err(ImportError::IsPart {
            file: name.to_owned(),
        });
    }
    Ok(())
}

/// Says what was found without quoting people: only cells that look like headings are shown.
fn not_recognised(name: &str, records: &[Record]) -> ImportError {
    let cells: Vec<&str> = records
        .first()
        .map(|record| record.cells().collect())
        .unwrap_or_default();
    let look_like_headings = cells.iter().all(|cell| !cell.contains('@'))
        && cells.iter().any(|cell| heading::field_of(cell).is_some());
    ImportError::NotRecognised {
        file: name.to_owned(),
        first: if look_like_headings {
            cells.iter().take(8).map(|cell| short(cell)).collect()
        } else {
            Vec::new()
        },
        width: records.iter().map(Record::width).max().unwrap_or(0),
    }
}

/// Shortens a heading for a message.
fn short(heading: &str) -> String {
    let mut text: String = heading.chars().take(40).collect();
    if text.len() < heading.len() {
        text.push('…');
    }
    text
}

/// Whether a text is the end of a letter: `Viele Grüße`, `Sent from my iPhone`.
fn ends_a_letter(text: &str) -> bool {
    LEXICON.asides.closings.are(text)
}
