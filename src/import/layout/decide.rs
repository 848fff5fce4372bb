//! Decides the meaning of every column, and finds unexplained ones.
//!
//! Each column is judged by its words and its cells. The sources are used in this order, each only for columns that the
//! previous ones left open: the organiser (`--map`, now or for the same headings before), the family, the name of a
//! session over marks, the words of the heading if the cells agree, only the cells. The cells alone are enough below a
//! heading about signing up, a moment or a choice: `abgelehnt` below "Vortrag" is about a talk, and dates below "Letzte
//! Anmeldung" put nobody before anybody. A column that is still open is a form answer in a list of sign-ups and unused
//! elsewhere, unless it could decide who is counted: then there is a question (see `explain`), and it is never treated
//! as an answer or dropped.

use chrono::Datelike;

use super::super::columns_of_sessions::{Named, named};
use super::super::content::{Survey, option_field};
use super::super::evidence::Evidence;
use super::super::{Field, Kind, Record};
use super::cell_words::CellWords;
use super::columns::{Column, Known, Origin};
use super::sessions::pasteable;
use crate::catalogue::Message;
use crate::formats::fold;
use crate::formats::lexicon::LEXICON;
use crate::formats::{Meaning, Owner, heading};
use crate::message;

/// A column whose meaning is being determined.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) heading: String,
    pub(super) field: Option<Field>,
    pub(super) origin: Origin,
    pub(super) owner: Owner,
    /// Whether its heading asks if somebody comes.
    pub(super) asks: bool,
    /// Whether its heading is about an earlier event.
    pub(super) is_past: bool,
    /// Whether the sessions below it are not those chosen.
    pub(super) is_turned: bool,
    /// The rank of its words; lower is plainer.
    pub(super) rank: usize,
    pub(super) survey: Survey,
    pub(super) evidence: Evidence,
}

impl Draft {
    pub(super) fn is(&self, field: &Field) -> bool {
        self.field.as_ref() == Some(field)
    }

    pub(super) fn is_open(&self) -> bool {
        self.origin > Origin::Family
    }

    /// Whether its empty cells are gaps: several days, or states of which some confirm, in other rows.
    fn is_needed(&self) -> bool {
        let evidence = &self.evidence;
        match self.field {
            Some(Field::Date) => evidence.dated > 1 && evidence.distinct > 1,
            Some(Field::Status) => self.is_open() && evidence.granted > 0 && !self.asks,
            _ => false,
        }
    }

    pub(super) fn says_who_came(&self) -> bool {
        matches!(
            self.field,
            Some(Field::Present | Field::Absent | Field::JoinedAt | Field::LeftAt)
        )
    }

    /// Whether the words in its cells are states of sign-ups, or the organiser says so.
    pub(super) fn says_a_state(&self) -> bool {
        self.origin == Origin::Told || self.evidence.are_states()
    }

    pub(super) fn set(&mut self, field: Field, origin: Origin) {
        self.field = Some(field);
        self.origin = origin;
    }
}

/// The columns of a table with their meanings.
#[derive(Debug)]
pub(super) struct Decided {
    pub(super) columns: Vec<Draft>,
    /// Columns of one session that do not say the same in every row.
    pub(super) rivals: Vec<usize>,
    pub(super) notes: Vec<Message>,
}

impl Decided {
    /// Whether a column of states says who was there.
    pub(super) fn state_who_came(&self) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|it| it.is(&Field::Status) && it.evidence.are_presence())
    }

    /// Judges every column; `drafted` comes from the family, `told` from the organiser.
    pub(super) fn of(
        headings: &[String],
        mut drafted: Vec<Option<Field>>,
        rows: &[Record],
        told: &[(String, Field)],
        words: &CellWords,
        known: Known<'_>,
    ) -> Self {
        drafted.resize(headings.len(), None);
        let columns = headings.iter().zip(drafted).enumerate();
        let columns = columns.map(|(column, (heading, drafted))| {
            let survey = Survey::of(rows, column, known.choices);
            let evidence = Evidence::of(rows, column, known.days);
            let is_it = |left: &str| fold::plain(left) == fold::plain(heading);
            let said = told
                .iter()
                .enumerate()
                .rev()
                .find(|(_, (left, _))| is_it(left));
            let said = said.map(|(place, (_, field))| (Some(place), field.clone()));
            // The later answer counts, whether it is about the column or about a word in it.
            let said = said.into_iter().chain(words.field_of(column));
            let said = said.max_by_key(|(place, _)| *place);
            let said = said.map(|(place, field)| {
                let origin = place.map_or(Origin::Words, |_| Origin::Told);
                (field, origin)
            });
            draft(heading, said, drafted, survey, evidence, known)
        });
        Self {
            columns: columns.collect(),
            rivals: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Returns the columns so far; an unexplained one is a form answer.
    pub(super) fn columns(&self) -> Vec<Column> {
        let column = |draft: &Draft| Column {
            heading: draft.heading.clone(),
            field: draft.field.clone().unwrap_or(Field::Answer),
            asks: draft.asks,
            is_needed: draft.is_needed(),
        };
        self.columns.iter().map(column).collect()
    }

    /// Returns which columns contain only yes and no.
    pub(super) fn marks(&self) -> Vec<bool> {
        self.columns
            .iter()
            .map(|it| it.survey.is_of_marks())
            .collect()
    }

    pub(super) fn has(&self, field: &Field) -> bool {
        self.columns.iter().any(|column| column.is(field))
    }

    /// Whether any column says who came: a word, a mark, a time, a length.
    pub(super) fn says_who_came(&self) -> bool {
        self.has_times()
            || self.columns.iter().any(|column| {
                matches!(
                    column.field,
                    Some(Field::Present | Field::Absent | Field::Word(_) | Field::SessionOption(_))
                )
            })
    }

    /// Whether columns of their own say which sessions a row chooses, as in a poll.
    pub(super) fn chooses_by_column(&self) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|it| matches!(it.field, Some(Field::SessionOption(_))))
    }

    pub(super) fn has_times(&self) -> bool {
        [Field::JoinedAt, Field::LeftAt, Field::Duration]
            .iter()
            .any(|field| self.has(field))
    }

    pub(super) fn position(&self, field: &Field) -> Option<usize> {
        self.columns.iter().position(|column| column.is(field))
    }

    /// Sets a meaning that only comes from the cells, and adds a note.
    pub(super) fn explained(&mut self, column: usize, field: Field) {
        let draft = &mut self.columns[column];
        self.notes.push(by_its_cells(&draft.heading, &field));
        draft.set(field, Origin::Cells);
    }
}

/// Says that only the cells of a column gave its meaning.
pub(super) fn by_its_cells(heading: &str, field: &Field) -> Message {
    message!(layout::by_its_cells {
        heading,
        field: field.to_string(),
        option: pasteable(heading, "ignore")
    })
}

/// Judges one column by itself.
fn draft(
    heading: &str,
    said: Option<(Field, Origin)>,
    drafted: Option<Field>,
    survey: Survey,
    evidence: Evidence,
    known: Known<'_>,
) -> Draft {
    let meaning = heading::meaning(heading);
    let owner = meaning.as_ref().map_or(Owner::Unsaid, |it| it.owner);
    let rank = meaning.as_ref().map_or(0, |it| it.rank);
    // "Nicht: Session A" is not the column of that session's choice.
    let before = heading.split_once(':').map(|(before, _)| before);
    let is_of_others = before.is_some_and(|before| LEXICON.negates(before));
    let of_session = || {
        if is_of_others {
            return None;
        }
        option_field(heading, &survey, known).or_else(|| match named(heading, known) {
            Some(Named::Session(field)) if survey.may_be_of_marks() => Some(field),
            _ => None,
        })
    };
    // "Rechnung" over `bezahlt` and `storniert` is not whom the invoice is for.
    let is_of_people = |it: &Meaning| {
        it.field != Field::Name || it.owner <= Owner::Unsaid || !evidence.are_states()
    };
    let asks = LEXICON.asks_for_a_reply(heading, known.title);
    let is_past = known.days.is_some_and(|(first, last)| {
        LEXICON.is_of_another_year(heading, (first.year(), last.year()))
    });
    let of_words = || {
        let field = match meaning.filter(is_of_people) {
            Some(meaning) => meaning.field,
            None => (asks && !evidence.are_moments()).then_some(Field::Status)?,
        };
        by_words(heading, field, asks, &evidence, known.kind)
    };
    // "An welcher Session können Sie nicht teilnehmen?" chooses the others, and "Session (abgesagt)" is not chosen.
    let is_turned = LEXICON.turns_a_choice(heading) || is_past;
    let is_meant = |field: &Field| {
        let is_of_event = !matches!(
            field,
            Field::Session | Field::Status | Field::Present | Field::Void | Field::Product
        );
        is_of_event || !is_past && (*field != Field::Session || !is_turned)
    };
    let (field, origin) = said
        .or_else(|| Some((drafted?, Origin::Family)))
        .or_else(|| Some((of_session()?, Origin::Words)))
        .or_else(|| Some((of_words().filter(is_meant)?, Origin::Words)))
        .map_or((None, Origin::Open), |(field, origin)| {
            (Some(field), origin)
        });
    Draft {
        heading: heading.to_owned(),
        field,
        origin,
        owner,
        asks,
        is_past,
        is_turned,
        rank,
        survey,
        evidence,
    }
}

/// Returns the meaning of a heading's words with these cells below them.
fn by_words(
    heading: &str,
    field: Field,
    asks: bool,
    evidence: &Evidence,
    kind: Option<Kind>,
) -> Option<Field> {
    // "Attendance required" says who should come, "Abstract status" what became of a talk.
    let is_wished = matches!(field, Field::Present | Field::Absent) && LEXICON.is_wished(heading);
    let is_of_other = field == Field::Status
        && LEXICON.names_another_subject(heading)
        && !LEXICON.is_confirmation(heading)
        && !asks;
    if is_wished || is_of_other {
        return None;
    }
    let may_be_reply = matches!(field, Field::Present | Field::Status | Field::RequestedAt);
    let is_reply = may_be_reply && asks;
    let is_of_presence = matches!(field, Field::Present);
    if is_reply
        && kind != Some(Kind::Attendance)
        && !evidence.are_presence()
        && !evidence.are_moments()
    {
        let fits = evidence.filled == 0 || evidence.are_replies();
        return fits.then_some(Field::Status);
    }
    // "Teilnahme" in a list of attendees says who was there; "RSVP" does not.
    if is_reply && is_of_presence && kind == Some(Kind::Attendance) && !evidence.are_moments() {
        return Some(Field::Present);
    }
    if evidence.belie(&field) {
        return None;
    }
    match evidence.agreed(field, kind)? {
        // Yes and no below "Status" do not say which state; below "Confirmed" they do.
        Field::Status if LEXICON.is_confirmation(heading) => evidence
            .mostly(evidence.states + evidence.yes_no)
            .then_some(Field::Status),
        Field::Status if evidence.are_yes_no() && evidence.states == 0 => None,
        field => Some(field),
    }
}
