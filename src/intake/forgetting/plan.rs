//! Decides what happens to every row and every former image when somebody is removed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::mentions::{self, Left, Mention, Mentions};
use super::subject::Subject;
use crate::model::{EventId, Instant, Person, PersonId, SessionId};
use crate::store::{Fate, HashKind, Reader, RowFates, Sought, StoreError, TracedRow};

/// The number of rows removed from a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The table; `change` for former images.
    pub table: String,
    /// The number of rows.
    pub rows: usize,
}

/// What a removal will do.
#[derive(Debug)]
pub struct Plan {
    subject: Subject,
    /// The effect on rows, including that on mentions once [`Self::settle`] was called.
    pub(super) fates: RowFates,
    /// The effect on rows without that on mentions.
    without_mentions: RowFates,
    /// The number of rows to remove, by table.
    pub counts: Vec<Counted>,
    /// Texts that mention them.
    pub mentions: Vec<Mention>,
    /// Open questions that they are a candidate of, by number: what is asked about may be theirs.
    pub candidate_of: BTreeSet<i64>,
    /// The hashes by which they are recognised afterwards.
    pub(super) hashes: BTreeSet<(HashKind, Vec<String>)>,
    /// The texts to search the file's bytes for.
    pub(super) sought: BTreeSet<Sought>,
}

/// Tables whose rows belong to somebody by the number of the person.
const BY_PERSON: [&str; 8] = [
    "person_address",
    "person_alias",
    "distinction",
    "registration",
    "stay",
    "excuse",
    "ruling",
    "consent",
];

/// Columns that name somebody, with their texts.
type Texts = Vec<(&'static str, String)>;

/// How a row belongs to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owned {
    /// By their number, or the number of something of theirs.
    ByNumber,
    /// By a name or an address.
    ByName,
    Not,
}

impl Plan {
    /// Works out what is to be removed of somebody. Without a person on file, `reference` is a name or an address.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn of(
        reader: &Reader<'_>,
        person: Option<&Person>,
        reference: &str,
    ) -> Result<Self, StoreError> {
        let mut plan = Self::without_hashes(reader, Subject::of(reader, person, reference)?)?;
        plan.hashes = plan.subject.hashes(&plan.organisations(reader)?);
        Ok(plan)
    }

    /// Works out what is to be removed of several people together, some of whom only the journal names; they are not
    /// recognised afterwards.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn of_all(
        reader: &Reader<'_>,
        people: &[Person],
        former: &BTreeSet<PersonId>,
    ) -> Result<Self, StoreError> {
        Self::without_hashes(reader, Subject::of_all(reader, people, former)?)
    }

    fn without_hashes(reader: &Reader<'_>, subject: Subject) -> Result<Self, StoreError> {
        let sought = subject.sought();
        let mut plan = Self {
            fates: RowFates::default(),
            without_mentions: RowFates::default(),
            counts: Vec::new(),
            mentions: Vec::new(),
            candidate_of: BTreeSet::new(),
            hashes: BTreeSet::new(),
            sought,
            subject,
        };
        plan.own_rows(reader)?;
        plan.count();
        plan.own_lineages(reader)?;
        plan.rows_of_others(reader)?;
        plan.images(reader)?;
        Ok(plan)
    }

    /// Returns whether nothing is theirs, and nothing mentions them.
    pub fn is_empty(&self) -> bool {
        self.fates.is_empty() && self.mentions.is_empty()
    }

    /// Returns the rows that are theirs, by table: current ones, and those that only the journal has; and the parts in
    /// programmes that are linked with them.
    pub fn rows(&self, reader: &Reader<'_>) -> Result<BTreeMap<String, BTreeSet<i64>>, StoreError> {
        let mut rows = self.fates.gone.clone();
        let people = &self.subject.people;
        let parts = reader.rows_where("session_person", "person_id", people)?;
        if !parts.is_empty() {
            rows.insert("session_person".to_owned(), parts);
        }
        Ok(rows)
    }

    /// Returns their numbers, and those of records that were merged into theirs.
    pub fn people(&self) -> &BTreeSet<i64> {
        &self.subject.people
    }

    /// Returns whether a text names them.
    pub fn names(&self, text: &str) -> bool {
        !self.subject.mentioned.found_in(text).is_empty()
    }

    /// Returns how many former images are removed or changed.
    pub fn former_images(&self) -> usize {
        self.fates.images.len()
    }

    /// Decides what happens to mentions.
    pub(super) fn settle(&mut self, mentions: Mentions) {
        if mentions == Mentions::Keep {
            return;
        }
        let more = std::mem::take(&mut self.without_mentions);
        for (table, rows) in more.gone {
            self.fates.gone.entry(table).or_default().extend(rows);
        }
        self.fates.rewritten.extend(more.rewritten);
        self.fates.images.extend(more.images);
    }

    /// Collects current rows that are theirs.
    fn own_rows(&mut self, reader: &Reader<'_>) -> Result<(), StoreError> {
        let people = self.subject.people.clone();
        let gone = |plan: &mut Self, table: &str, rows: BTreeSet<i64>| {
            plan.fates
                .gone
                .entry(table.to_owned())
                .or_default()
                .extend(rows);
        };
        gone(self, "person", reader.rows_where("person", "id", &people)?);
        for table in BY_PERSON {
            let rows = reader.rows_where(table, "person_id", &people)?;
            gone(self, table, rows);
        }
        let registrations = self.fates.gone["registration"].clone();
        let signups = reader.rows_where("signup", "registration_id", &registrations)?;
        gone(self, "signup", signups);
        for table in ["distinction", "stay", "nobody"] {
            self.own_by_look(reader, table)?;
        }
        // After the stays, since questions refer to them.
        self.own_by_look(reader, "review")?;
        let parts = reader.rows_where("session_person", "person_id", &people)?;
        for part in parts {
            let unlinked = (
                "session_person".to_owned(),
                part,
                "person_id".to_owned(),
                None,
            );
            self.fates.rewritten.push(unlinked);
        }
        self.fates.gone.retain(|_, rows| !rows.is_empty());
        Ok(())
    }

    /// Collects the rows of a table that are theirs by their content.
    fn own_by_look(&mut self, reader: &Reader<'_>, table: &str) -> Result<(), StoreError> {
        let mut own = BTreeSet::new();
        reader.each_row(table, |row| {
            if self.owned(row) != Owned::Not {
                own.insert(row.id);
            }
            Ok(())
        })?;
        self.fates
            .gone
            .entry(table.to_owned())
            .or_default()
            .extend(own);
        Ok(())
    }

    fn count(&mut self) {
        let counts = self.fates.gone.iter().map(|(table, rows)| Counted {
            table: table.clone(),
            rows: rows.len(),
        });
        self.counts = counts.collect();
    }

    /// Returns how a row, or an image of one, is theirs.
    fn owned(&self, row: &TracedRow<'_>) -> Owned {
        let number = |column: &str| row.fields.get(column).and_then(Value::as_i64);
        let text = |column: &str| row.fields.get(column).and_then(Value::as_str);
        let is_theirs =
            |column: &str| number(column).is_some_and(|it| self.subject.people.contains(&it));
        let is_of = |table: &str, column: &str| {
            number(column).is_some_and(|it| self.fates.is_gone(table, it))
        };
        let is_named = |name: &str, address: &str| {
            self.subject
                .is_named(text(name).unwrap_or_default(), text(address))
        };
        let by_number = match row.table {
            "person" => is_theirs("id"),
            "signup" => is_of("registration", "registration_id"),
            "review" => {
                is_theirs("person_id") || is_of("stay", "stay_id") || self.is_answer(row.fields)
            }
            table if BY_PERSON.contains(&table) => is_theirs("person_id"),
            _ => false,
        };
        let by_name = || match row.table {
            "stay" => number("person_id").is_none() && is_named("recorded_name", "recorded_email"),
            "review" => text("kind") != Some("organisation") && is_named("name", "email"),
            "distinction" => number("person_id").is_some() && is_named("name", "address"),
            "nobody" => is_named("name", ""),
            _ => false,
        };
        if by_number {
            Owned::ByNumber
        } else if by_name() {
            Owned::ByName
        } else {
            Owned::Not
        }
    }

    /// Returns whether a question about a person was answered with one of them.
    fn is_answer(&self, question: &Map<String, Value>) -> bool {
        let text = |column: &str| {
            question
                .get(column)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        if !["person", "stay"].contains(&text("kind")) {
            return false;
        }
        let answer: Value = serde_json::from_str(text("answer")).unwrap_or_default();
        ["person", "person-by-others"].iter().any(|key| {
            let number = answer.get(key).and_then(Value::as_i64);
            number.is_some_and(|it| self.subject.people.contains(&it))
        })
    }

    /// Collects deleted rows that last belonged to them.
    fn own_lineages(&mut self, reader: &Reader<'_>) -> Result<(), StoreError> {
        let mut kinds = BY_PERSON.to_vec();
        kinds.extend(["person", "signup", "review", "nobody"]);
        let former = reader.removed_rows(&kinds)?;
        // Sign-ups refer to registrations, and questions to stays.
        for tables in [
            &[
                "person",
                "person_address",
                "person_alias",
                "registration",
                "stay",
            ][..],
            &[
                "signup",
                "excuse",
                "ruling",
                "consent",
                "review",
                "distinction",
                "nobody",
            ],
        ] {
            if !tables.iter().any(|it| former.contains_key(it)) {
                continue;
            }
            let is_former = |table: &str, id: i64| {
                tables.contains(&table) && former.get(table).is_some_and(|rows| rows.contains(&id))
            };
            let mut last: BTreeMap<(String, i64), bool> = BTreeMap::new();
            reader.each_image_of(is_former, |row| {
                let is_own = self.owned(row) != Owned::Not;
                last.insert((row.table.to_owned(), row.id), is_own);
                Ok(())
            })?;
            for ((table, id), is_own) in last {
                if is_own {
                    self.fates.let_go(&table, id);
                }
            }
        }
        Ok(())
    }

    /// Collects the changes to rows of others that mention them.
    fn rows_of_others(&mut self, reader: &Reader<'_>) -> Result<(), StoreError> {
        for (table, columns) in mentions::TEXTS {
            let mut found: Vec<(Texts, i64, Left)> = Vec::new();
            let mut candidates: Vec<(i64, String)> = Vec::new();
            let mut open: BTreeSet<i64> = BTreeSet::new();
            let look = |row: &TracedRow<'_>| {
                if self.fates.is_gone(table, row.id) {
                    return Ok(());
                }
                if let Some(text) = self.fewer_candidates(row) {
                    candidates.push((row.id, text));
                    let state = row.fields.get("state").and_then(Value::as_str);
                    open.extend((state == Some("open")).then_some(row.id));
                }
                if let Some((texts, left)) =
                    mentions::without(&self.subject, table, row.id, row.fields)
                {
                    found.push((texts, row.id, left));
                }
                Ok(())
            };
            if *table == "review" {
                // They may be a candidate of any question.
                reader.each_row(table, look)?;
            } else {
                let may_name = |text: &str| self.subject.mentioned.may_be_in(text);
                reader.each_row_with(table, columns, may_name, look)?;
            }
            self.candidate_of.extend(open);
            for (id, text) in candidates {
                let column = "candidates".to_owned();
                self.fates
                    .rewritten
                    .push(((*table).to_owned(), id, column, Some(text)));
            }
            for (texts, id, left) in found {
                match left {
                    Left::Nothing => self.without_mentions.let_go(table, id),
                    Left::Columns(columns) => {
                        let rewritten = columns
                            .into_iter()
                            .map(|(column, text)| ((*table).to_owned(), id, column, text));
                        self.without_mentions.rewritten.extend(rewritten);
                    }
                }
                self.mention(table, id, texts, false);
            }
        }
        Ok(())
    }

    fn mention(
        &mut self,
        table: &str,
        id: i64,
        texts: Vec<(&'static str, String)>,
        is_former: bool,
    ) {
        for (column, text) in texts {
            let mention = Mention {
                table: table.to_owned(),
                id,
                column: column.to_owned(),
                text: self.subject.excerpt(&text),
                is_former,
            };
            let is_same = |it: &Mention| {
                (&it.table, it.id, &it.column) == (&mention.table, mention.id, &mention.column)
            };
            if !self.mentions.iter().any(is_same) {
                self.mentions.push(mention);
            }
        }
    }

    /// Returns the candidates of a question without them; `None` if they are not a candidate.
    fn fewer_candidates(&self, row: &TracedRow<'_>) -> Option<String> {
        let text = |column: &str| row.fields.get(column).and_then(Value::as_str);
        if row.table != "review" || !["person", "stay"].contains(&text("kind")?) {
            return None;
        }
        let candidates: Vec<Value> = serde_json::from_str(text("candidates")?).ok()?;
        let is_other = |it: &&Value| {
            let id = it.get("id").and_then(Value::as_i64);
            !id.is_some_and(|id| self.subject.people.contains(&id))
        };
        let others: Vec<&Value> = candidates.iter().filter(is_other).collect();
        (others.len() < candidates.len()).then(|| serde_json::json!(others).to_string())
    }

    /// Collects the changes to former images that mention them and whose rows are kept.
    fn images(&mut self, reader: &Reader<'_>) -> Result<(), StoreError> {
        let mut fates: Vec<(i64, Fate)> = Vec::new();
        let mut more: Vec<(i64, Fate)> = Vec::new();
        let mut found: Vec<(String, i64, Texts)> = Vec::new();
        reader.each_image(|row| {
            let Some(former) = row.former else {
                return Ok(());
            };
            if self.fates.is_gone(row.table, row.id) {
                return Ok(());
            }
            if self.owned(row) == Owned::ByNumber {
                let fate = if former.is_deletion {
                    Fate::Gone
                } else {
                    Fate::NotTheirs
                };
                fates.push((former.change, fate));
                return Ok(());
            }
            let mut fields = row.fields.clone();
            if let Some(text) = self.fewer_candidates(row) {
                fields.insert("candidates".to_owned(), text.into());
            }
            let part_of = fields.get("person_id").and_then(Value::as_i64);
            if row.table == "session_person"
                && part_of.is_some_and(|it| self.subject.people.contains(&it))
            {
                fields.insert("person_id".to_owned(), Value::Null);
            }
            if fields != *row.fields {
                fates.push((former.change, Fate::Rewritten(fields.clone())));
            }
            if let Some((texts, left)) =
                mentions::without(&self.subject, row.table, row.id, &fields)
            {
                found.push((row.table.to_owned(), row.id, texts));
                more.push((
                    former.change,
                    match left {
                        Left::Nothing => Fate::Gone,
                        Left::Columns(columns) => {
                            for (column, text) in columns {
                                fields.insert(column, text.map_or(Value::Null, Value::String));
                            }
                            Fate::Rewritten(fields)
                        }
                    },
                ));
            }
            Ok(())
        })?;
        self.fates.images.extend(fates);
        self.without_mentions.images.extend(more);
        for (table, id, texts) in found {
            self.mention(&table, id, texts, true);
        }
        Ok(())
    }

    /// Returns the names of the organisations they belonged to in any record; an empty one if there is none.
    fn organisations(&self, reader: &Reader<'_>) -> Result<BTreeSet<String>, StoreError> {
        let mut names: BTreeSet<String> = [String::new()].into();
        let mut numbers = BTreeSet::new();
        let tables = ["person", "registration"];
        let mut look = |row: &TracedRow<'_>| {
            if self.owned(row) == Owned::ByNumber {
                numbers.extend(row.fields.get("organisation_id").and_then(Value::as_i64));
                let name = row.fields.get("organisation_name").and_then(Value::as_str);
                names.extend(name.map(str::to_owned));
            }
            Ok(())
        };
        for table in tables {
            if let Some(own) = self.fates.gone.get(table) {
                reader.each_row_numbered(table, own, &mut look)?;
            }
        }
        reader.each_image_of(|table, _| tables.contains(&table), &mut look)?;
        for organisation in reader.organisations()? {
            if numbers.contains(&organisation.id.0) {
                names.insert(organisation.name);
                names.extend(organisation.short_name);
                names.extend(organisation.aliases);
            }
        }
        Ok(names)
    }

    /// Returns the past or running events in which they took part, and how many of them did.
    pub(super) fn participated(
        &self,
        reader: &Reader<'_>,
        now: Instant,
    ) -> Result<Vec<(EventId, usize)>, StoreError> {
        let mut events = Vec::new();
        for event in reader.events()? {
            let people = reader.participants_among(event.id, &self.subject.people)?;
            if event.start <= now && !people.is_empty() {
                events.push((event.id, people.len()));
            }
        }
        Ok(events)
    }

    /// Returns the sessions in which a place may become free: those that they signed up for, and those that have not
    /// begun, where a waiting row may have reserved one.
    pub(super) fn sessions(
        &self,
        reader: &Reader<'_>,
        now: Instant,
    ) -> Result<BTreeSet<SessionId>, StoreError> {
        let mut sessions = BTreeSet::new();
        for event in reader.events()? {
            let open = reader.sessions(event.id)?.into_iter();
            sessions.extend(open.filter(|it| !it.has_begun(now)).map(|it| it.id));
        }
        for person in &self.subject.people {
            for registration in reader.registrations_of(PersonId(*person))? {
                let signups = reader.signups_of(registration.id)?;
                sessions.extend(signups.iter().map(|it| it.session_id));
            }
        }
        Ok(sessions)
    }
}
