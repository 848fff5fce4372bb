//! What rows say, and what operations changed in them, in words.
//!
//! The store knows rows as they were and as they are; here they become sentences' parts: whom a row is about, what it
//! is, and its values as a reader writes them. Nothing of it is stored.

mod columns;
mod names;

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::Tz;
use serde_json::Value;

use self::columns::{As, told};
use self::names::{Names, answered, full_name, number, text};
use super::labels::{part, registration_status, review_kind, session_kind, signup_status, verdict};
use super::times;
use crate::catalogue::Message;
use crate::catalogue::messages::journal as words;
use crate::message;
use crate::model::{
    Detail, OperationId, Part, PersonId, Reason, RegistrationStatus, Resolution, ReviewKind,
    SessionKind, SignupStatus, Verdict, time,
};
use crate::output::{Cell, Language};
use crate::store::{Fields, Reader, RowChange, RowChanges, StoreError};

/// A change in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The operation.
    pub operation: OperationId,
    /// The table of the row.
    pub table: String,
    /// The number of the row.
    pub row: i64,
    /// The person it is about.
    pub person: Option<PersonId>,
    /// Whom or what it is about, by name.
    pub about: String,
    /// What of it changed.
    pub what: String,
    /// The value before; empty if there was none.
    pub before: String,
    /// The value afterwards; empty if there is none.
    pub after: String,
}

/// What operations changed, in words.
#[derive(Debug, Default)]
pub struct Changes {
    /// The changes, by operation, then by whom they are about.
    pub rows: Vec<Change>,
    /// How many changes of each operation are not known any more.
    pub unknown: BTreeMap<OperationId, usize>,
}

/// One value of a row, in words.
#[expect(
    clippy::struct_excessive_bools,
    reason = "properties of one value that have nothing to do with each other"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// The column.
    pub(super) column: String,
    /// What it is.
    pub(super) label: String,
    /// The value.
    pub(super) value: String,
    /// Whether it is only told where it changes.
    pub(super) is_for_changes: bool,
    /// Whether it is a part of a name, which is followed by the next part.
    pub(super) is_name: bool,
    /// Whether the value needs no label.
    pub(super) is_plain: bool,
    /// Whether somebody wrote it freely, so that it may name others.
    pub(super) is_free: bool,
}

/// Returns what operations changed, in words; `zone` is that of times that belong to no event.
///
/// # Errors
/// If the file cannot be read.
pub fn changes(
    reader: &Reader<'_>,
    operations: &BTreeSet<OperationId>,
    zone: Tz,
    language: Language,
) -> Result<Changes, StoreError> {
    let RowChanges { rows, unknown } = reader.row_changes(operations)?;
    let states = rows.iter().flat_map(|it| it.before.iter().chain(&it.after));
    let states: Vec<&Fields> = states.collect();
    let teller = Teller {
        names: Names::load(reader, &states)?,
        zone,
        language,
    };
    let mut changes: Vec<Change> = rows.iter().flat_map(|it| teller.change(it)).collect();
    by_subject(&mut changes);
    Ok(Changes {
        rows: changes,
        unknown,
    })
}

/// Brings together what one operation changed of one subject, in the order in which the subjects first occur.
fn by_subject(changes: &mut [Change]) {
    let mut places: BTreeMap<(OperationId, String), usize> = BTreeMap::new();
    for change in changes.iter() {
        let next = places.len();
        places
            .entry((change.operation, change.about.clone()))
            .or_insert(next);
    }
    changes.sort_by_key(|it| (it.operation, places[&(it.operation, it.about.clone())]));
}

/// Tells rows in a language.
pub(super) struct Teller {
    names: Names,
    zone: Tz,
    language: Language,
}

impl Teller {
    /// Prepares to tell some rows.
    pub(super) fn new(
        reader: &Reader<'_>,
        rows: &[&Fields],
        zone: Tz,
        language: Language,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            names: Names::load(reader, rows)?,
            zone,
            language,
        })
    }

    fn said(&self, message: impl Into<Message>) -> String {
        message.into().in_language(self.language)
    }

    /// Returns a change in words, one for each value if a row was changed.
    fn change(&self, change: &RowChange) -> Vec<Change> {
        let Some(state) = change.after.as_ref().or(change.before.as_ref()) else {
            return Vec::new();
        };
        let table = &change.table;
        let person = self.names.person_of(table, state).map(PersonId);
        let one = |what: String, before: String, after: String| Change {
            operation: change.operation,
            table: table.clone(),
            row: change.id,
            person,
            about: self.about(table, state),
            what,
            before,
            after,
        };
        let what = self.what(table, state);
        let (Some(before), Some(after)) = (&change.before, &change.after) else {
            let told = |state: &Option<Fields>| {
                let told = state.as_ref().map(|it| self.told(table, it));
                joined(&told.unwrap_or_default())
            };
            return vec![one(what, told(&change.before), told(&change.after))];
        };
        let (before, after) = (self.all_told(table, before), self.all_told(table, after));
        let labels: Vec<&String> = after.iter().chain(&before).map(|it| &it.label).collect();
        let mut seen: BTreeSet<&String> = BTreeSet::new();
        let mut changes = Vec::new();
        for label in labels {
            let value = |told: &[Told]| {
                let of = told.iter().find(|it| it.label == *label);
                of.map(|it| it.value.clone()).unwrap_or_default()
            };
            let (then, now) = (value(&before), value(&after));
            if then != now && seen.insert(label) {
                let what = self.said(message!(journal::of_it { what, label }));
                changes.push(one(what, then, now));
            }
        }
        changes
    }

    /// Returns whom or what a row is about.
    pub(super) fn about(&self, table: &str, fields: &Fields) -> String {
        if table == "person" {
            return full_name(fields);
        }
        if let Some(person) = self.names.person_of(table, fields) {
            return self.names.person(person);
        }
        let own = |column| text(fields, column).unwrap_or_default().to_owned();
        match table {
            "event" | "session" => own("title"),
            "organisation_alias" | "distinction" => {
                let id = number(fields, "organisation_id");
                id.map_or_else(|| own("name"), |it| self.names.organisation(it))
            }
            "stay" => own("recorded_name"),
            "mapping" => own("heading"),
            _ => own("name"),
        }
    }

    /// Returns what a row is.
    pub(super) fn what(&self, table: &str, fields: &Fields) -> String {
        let place = self.names.place_of(fields);
        match (table, place) {
            (
                "registration" | "signup" | "stay" | "ruling" | "excuse" | "session_person",
                place,
            ) => {
                let place = place.unwrap_or_default();
                self.said(message!(journal::row_of { table, place }))
            }
            ("consent", place) => {
                let purpose = text(fields, "purpose").unwrap_or_default();
                let named = place.is_some();
                let place = place.unwrap_or_default();
                self.said(message!(journal::consent {
                    purpose,
                    named,
                    place
                }))
            }
            ("review", _) => {
                let number = number(fields, "id").unwrap_or_default();
                self.said(message!(journal::question { number }))
            }
            _ => self.said(message!(journal::row { table })),
        }
    }

    /// Returns the values of a row.
    pub(super) fn told(&self, table: &str, fields: &Fields) -> Vec<Told> {
        let mut told = self.all_told(table, fields);
        told.retain(|it| !it.is_for_changes);
        told
    }

    /// The same, with what is only worth telling where it changes: whose the row is, and its place.
    fn all_told(&self, table: &str, fields: &Fields) -> Vec<Told> {
        let mut all = Vec::new();
        for (column, how) in told(table, fields.keys()) {
            let Some(value) = fields.get(&column).filter(|it| !it.is_null()) else {
                continue;
            };
            if how == As::Answers {
                all.extend(answers(value));
                continue;
            }
            let value = self.value(table, fields, value, how);
            if value.is_empty() {
                continue;
            }
            // An organisation is mostly written as it is called.
            let is_as_called =
                column == "organisation_name" && all.iter().any(|it: &Told| it.value == value);
            let label = self.said(message!(journal::column { column }));
            all.push(Told {
                column,
                label,
                value,
                is_for_changes: is_as_called || matches!(how, As::Person | As::Place | As::Session),
                is_name: how == As::Name,
                is_free: matches!(
                    how,
                    As::Text | As::Row | As::Detail | As::Answer | As::Plain
                ),
                is_plain: matches!(
                    how,
                    As::Name
                        | As::Plain
                        | As::YesOrNo
                        | As::Status
                        | As::Verdict
                        | As::Part
                        | As::Organisation
                ),
            });
        }
        if table == "excuse" {
            all.push(Told {
                column: String::new(),
                label: self.said(message!(journal::row { table })),
                value: words::EXCUSED.in_language(self.language).to_owned(),
                is_for_changes: false,
                is_name: false,
                is_free: false,
                is_plain: true,
            });
        }
        all
    }

    fn value(&self, table: &str, fields: &Fields, value: &Value, how: As) -> String {
        let plain = plain(value);
        let cell = |cell: Cell| cell.for_people(self.language).into_owned();
        let id = value.as_i64().unwrap_or_default();
        let worded = match how {
            As::Name | As::Plain | As::Place | As::Text | As::Answers => None,
            As::Moment => time::from_text(&plain).map(|at| {
                let zone = self.names.zone_of(table, fields).unwrap_or(self.zone);
                cell(times::moment(at, zone, self.language))
            }),
            As::Status if table == "signup" => {
                SignupStatus::parse(&plain).map(|it| cell(signup_status(it)))
            }
            As::Status => RegistrationStatus::parse(&plain).map(|it| cell(registration_status(it))),
            As::Verdict => Verdict::parse(&plain).map(|it| cell(verdict(it))),
            As::Part => Part::parse(&plain).map(|it| cell(part(it))),
            As::SessionKind => SessionKind::parse(&plain).map(|it| cell(session_kind(it))),
            As::QuestionKind => ReviewKind::parse(&plain).map(|it| cell(review_kind(it))),
            As::QuestionState => Some(self.said(message!(journal::state { state: plain }))),
            As::Answer => Some(self.answer(fields, &plain)),
            As::Detail => serde_json::from_str::<Detail>(&plain)
                .ok()
                .map(|it| self.said(it.message())),
            As::Minutes => Some(self.said(message!(journal::minutes {
                count: (id + 30).div_euclid(60)
            }))),
            As::Flag if id == 0 => Some(String::new()),
            As::Flag => Some(cell(Cell::Boolean(true))),
            As::YesOrNo => Some(cell(Cell::Boolean(id != 0))),
            As::Source => Some(self.source(&plain)),
            As::Reason => Some(self.said(message!(journal::by_a_rule { rule: rule(&plain) }))),
            As::Row => Some(texts_of(&plain).join("; ")),
            As::Person => Some(self.names.person(id)),
            As::Organisation => Some(self.names.organisation(id)),
            As::Session => Some(self.names.session(id)),
        };
        worded.unwrap_or(plain)
    }

    fn answer(&self, fields: &Fields, answer: &str) -> String {
        if let Some(person) = answered(fields) {
            return self.names.person(person);
        }
        match serde_json::from_str::<Resolution>(answer) {
            Ok(answer) => self.said(answer.message()),
            Err(_) => answer.to_owned(),
        }
    }

    /// Returns where a stay was recorded.
    fn source(&self, source: &str) -> String {
        match source.split_once(':') {
            Some((_, file)) => file.to_owned(),
            None => words::AT_THE_DOOR.in_language(self.language).to_owned(),
        }
    }
}

/// Returns values in one text, with labels where they need one.
pub(super) fn joined(told: &[Told]) -> String {
    let mut text = String::new();
    let mut after_name = false;
    for it in told {
        if !text.is_empty() {
            text.push_str(if after_name && it.is_name { " " } else { ", " });
        }
        if !it.is_plain {
            text.push_str(&it.label);
            text.push_str(": ");
        }
        text.push_str(&it.value);
        after_name = it.is_name;
    }
    text
}

/// Returns the key of the rule by which the program itself found somebody.
fn rule(stored: &str) -> &'static str {
    match serde_json::from_str(stored) {
        Ok(Reason::SameAddress) => "address",
        Ok(Reason::RememberedName) => "answer",
        Ok(Reason::SameNameSameOrganisation) => "organisation",
        _ => "name",
    }
}

/// Returns a value as it is stored.
fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Returns the answers of a form, each with its question.
fn answers(value: &Value) -> Vec<Told> {
    let text = value.as_str().unwrap_or_default();
    let answers: Fields = serde_json::from_str(text).unwrap_or_default();
    answers
        .into_iter()
        .map(|(label, answer)| Told {
            column: "answers".to_owned(),
            label,
            value: plain(&answer),
            is_for_changes: false,
            is_name: false,
            is_plain: false,
            is_free: true,
        })
        .collect()
}

/// Returns the texts in a row that is stored as JSON, in its order.
fn texts_of(json: &str) -> Vec<String> {
    fn collect(value: &Value, texts: &mut Vec<String>) {
        match value {
            Value::String(text) if !text.is_empty() => texts.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|it| collect(it, texts)),
            Value::Object(fields) => fields
                .iter()
                .filter(|(key, _)| !["kind", "rows", "mode"].contains(&key.as_str()))
                .for_each(|(_, it)| collect(it, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    match serde_json::from_str(json) {
        Ok(value) => collect(&value, &mut texts),
        Err(_) => texts.push(json.to_owned()),
    }
    texts
}
