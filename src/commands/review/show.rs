//! `rollcall review show`

use serde_json::{Value, json};

use super::super::page::Page;
use super::super::telling::moment;
use super::candidates::{Seen, lead, seen};
use super::data;
use super::groups::Groups;
use super::offers::{Offer, offers};
use super::words::{also, minutes, question, source};
use crate::catalogue::messages::titles;
use crate::context::Context;
use crate::error::{Error, Exit};
use crate::intake::{self, Asked, IntakeError};
use crate::message;
use crate::model::{Event, PersonId, ReviewId, ReviewKind, Session, Stay, StaySource, time};
use crate::output::keyed::{facts, labels};
use crate::output::{Cell, Column, Language, Table};
use crate::report::labels::{registration_status, review_kind, signup_status};
use crate::store::{Reader, Review, StoreError};

/// All data about a question.
struct Whole<'a> {
    review: &'a Review,
    groups: Groups,
    event: Option<Event>,
    asked: Asked,
    sessions: Vec<Session>,
    candidates: Vec<Seen<'a>>,
    /// Whether each candidate signed up, in their order.
    signed_up: Vec<Cell>,
    offers: Vec<Offer>,
}

/// Shows one question in full.
pub(super) fn show(context: &mut Context, id: ReviewId) -> Result<Exit, Error> {
    if data::is_wanted(context) {
        let object = context.read(|reader| {
            Ok(Whole::of(context, reader, &found(reader, id)?)?
                .object(context.language_of_sentences()))
        })?;
        data::write(context, vec![object])?;
    } else {
        let page = context
            .read(|reader| Ok(Whole::of(context, reader, &found(reader, id)?)?.page(context)))?;
        page.show(context)?;
    }
    Ok(Exit::Done)
}

fn found(reader: &Reader<'_>, id: ReviewId) -> Result<Review, Error> {
    let found = reader.review(id)?.ok_or_else(|| IntakeError::Unknown {
        what: "question",
        reference: id.to_string(),
        nearest: Vec::new(),
    })?;
    Ok(found)
}

impl<'a> Whole<'a> {
    fn of(context: &Context, reader: &Reader<'_>, review: &'a Review) -> Result<Self, Error> {
        let asked = intake::asked(reader, review)?;
        let candidates = seen(reader, review)?;
        let offers = offers(
            reader,
            review,
            &asked,
            &candidates,
            context.language_of_sentences(),
        )?;
        let event = match review.question.event_id {
            Some(id) => reader.event(id)?,
            None => None,
        };
        let mut sessions = Vec::new();
        for id in &asked.sessions {
            sessions.extend(reader.session(*id)?);
        }
        let mut signed_up = Vec::new();
        for candidate in &candidates {
            signed_up.push(match &event {
                Some(event) if review.question.kind != ReviewKind::Organisation => {
                    let person = PersonId(candidate.candidate.id);
                    standing(reader, event, &sessions, review.question.kind, person)?
                }
                _ => Cell::Empty,
            });
        }
        Ok(Self {
            review,
            groups: Groups::of(&reader.reviews()?)?,
            event,
            asked,
            sessions,
            candidates,
            signed_up,
            offers,
        })
    }

    fn object(&self, language: Language) -> serde_json::Map<String, Value> {
        let mut object = data::object(self.review, language);
        object.insert("also".to_owned(), json!(self.groups.others(self.review.id)));
        let slugs: Vec<&str> = self.sessions.iter().map(|it| it.slug.as_str()).collect();
        let stays: Vec<Value> = self.asked.stays.iter().map(|it| self.stay(it)).collect();
        object.insert(
            "event".to_owned(),
            json!(self.event.as_ref().map(|event| &event.slug)),
        );
        object.insert("sessions".to_owned(), json!(slugs));
        object.insert("organisation".to_owned(), json!(self.asked.organisation));
        object.insert("stays".to_owned(), json!(stays));
        let commands: Vec<Value> = self
            .offers
            .iter()
            .map(|offer| json!({ "command": offer.command, "meaning": offer.meaning }))
            .collect();
        object.insert("commands".to_owned(), json!(commands));
        let candidates = self.candidates.iter().zip(&self.signed_up);
        let candidates = candidates.map(|(seen, signed_up)| {
            let mut candidate = data::candidate(self.review, seen, language);
            let signed_up = match signed_up {
                Cell::Label(word) => json!(word.key()),
                _ => Value::Null,
            };
            candidate.insert("signed_up".to_owned(), signed_up);
            candidate
        });
        object.insert("candidates".to_owned(), candidates.collect());
        object
    }

    fn stay(&self, stay: &Stay) -> Value {
        let moment = |at: Option<_>| {
            at.zip(self.event.as_ref())
                .map(|(at, event)| time::to_zone_text(at, event.zone))
        };
        json!({
            "joined_at": moment(stay.joined_at),
            "left_at": moment(stay.left_at),
            "seconds": stay.seconds,
            "source": match &stay.source {
                StaySource::Door => labels::DOOR.key(),
                StaySource::File(file) | StaySource::SignIn(file) => file,
            },
        })
    }

    fn page(&self, context: &Context) -> Page {
        let language = context.language;
        let review = self.review;
        let title = message!(titles::question { number: review.id }).in_language(language);
        let mut page = Page::new("question", title);
        page.fact(facts::NUMBER, review.id.0);
        page.fact(facts::QUESTION, question(review).in_language(language));
        let also = also(&self.groups, review.id).map(|it| it.in_language(language));
        page.fact(facts::ALSO, also);
        page.fact(facts::KIND, review_kind(review.question.kind));
        let answer = review.answer.map(|it| it.message().in_language(language));
        page.fact(facts::ANSWER, answer);
        page.fact(facts::FROM, source(review, language));
        let event = self.event.as_ref().map(|event| event.title.clone());
        page.fact(facts::EVENT, event);
        let name = Some(review.question.name.clone()).filter(|name| !name.is_empty());
        page.fact(facts::NAME_AS_WRITTEN, name);
        let email = review.question.email.clone();
        page.fact(facts::EMAIL, email);
        let organisation = self.asked.organisation.clone();
        page.fact(facts::ORGANISATION_AS_WRITTEN, organisation);
        let stays = i64::try_from(self.asked.stays.len()).unwrap_or(i64::MAX);
        let stays = Some(stays).filter(|_| review.question.kind == ReviewKind::Stay);
        page.fact(facts::STAYS, stays);
        page.table(self.sessions(context));
        page.table(self.stays(context));
        page.table(self.candidates(context));
        page.table(self.answers(context));
        page
    }

    fn sessions(&self, context: &Context) -> Table {
        let mut table = Table::new(
            "sessions",
            titles::SESSIONS.in_language(context.language),
            vec![
                Column::of(facts::SESSION),
                Column::of(facts::TITLE),
                Column::of(facts::START),
                Column::of(facts::END),
                Column::of(facts::ROOM),
            ],
        );
        let Some(event) = &self.event else {
            return table;
        };
        for session in &self.sessions {
            table.push(vec![
                session.slug.clone().into(),
                session.title.clone().into(),
                moment(context, session.start, event.zone),
                moment(context, session.end, event.zone),
                session.room.clone().into(),
            ]);
        }
        table
    }

    fn stays(&self, context: &Context) -> Table {
        let mut table = Table::new(
            "times",
            titles::STAYS.in_language(context.language),
            vec![
                Column::of(facts::JOINED_AT),
                Column::of(facts::LEFT_AT),
                Column::of(facts::MINUTES).right(),
                Column::of(facts::SOURCE),
            ],
        );
        let Some(event) = &self.event else {
            return table;
        };
        for stay in &self.asked.stays {
            let shown = |at: Option<_>| at.map(|at| moment(context, at, event.zone));
            table.push(vec![
                shown(stay.joined_at).into(),
                shown(stay.left_at).into(),
                minutes(stay).into(),
                match &stay.source {
                    StaySource::Door => Cell::Label(labels::DOOR),
                    StaySource::File(file) | StaySource::SignIn(file) => file.clone().into(),
                },
            ]);
        }
        table
    }

    fn candidates(&self, context: &Context) -> Table {
        let is_of_people = self.review.question.kind != ReviewKind::Organisation;
        let mut columns = vec![Column::of(facts::ID).right(), Column::of(facts::NAME)];
        if is_of_people {
            columns.push(Column::of(facts::ORGANISATION));
        }
        columns.extend([
            Column::of(facts::SCORE).right(),
            Column::of(facts::LEAD).right(),
            Column::of(facts::FOR),
            Column::of(facts::AGAINST),
        ]);
        if is_of_people {
            columns.push(Column::of(facts::SIGN_UP));
        }
        let title = titles::CANDIDATES.in_language(context.language);
        let mut table = Table::new("candidates", title, columns);
        let decimal = |value: f64| Cell::Decimal { value, digits: 2 };
        let mut lead = lead(self.review);
        for (seen, signed_up) in self.candidates.iter().zip(&self.signed_up) {
            let (pro, contra) = seen.sides(context.language);
            let mut row = vec![seen.candidate.id.into(), seen.name.clone().into()];
            if is_of_people {
                row.push(seen.organisation.clone().into());
            }
            row.extend([
                decimal(seen.candidate.score),
                // The lead of the best one over the second best.
                lead.take().map(decimal).into(),
                Cell::Words(pro),
                Cell::Words(contra),
            ]);
            if is_of_people {
                row.push(signed_up.clone());
            }
            table.push(row);
        }
        table
    }

    fn answers(&self, context: &Context) -> Table {
        let mut table = Table::new(
            "answers",
            titles::ANSWERS.in_language(context.language),
            vec![Column::of(facts::COMMAND), Column::of(facts::MEANING)],
        );
        for offer in &self.offers {
            table.push(vec![
                offer.command.clone().into(),
                offer.meaning.clone().into(),
            ]);
        }
        table
    }
}

/// Returns whether somebody signed up: for the session of the stay, else for the event.
fn standing(
    reader: &Reader<'_>,
    event: &Event,
    sessions: &[Session],
    kind: ReviewKind,
    person: PersonId,
) -> Result<Cell, StoreError> {
    let Some(registration) = reader.registration(event.id, person)? else {
        return Ok(Cell::Label(labels::NOT_SIGNED_UP));
    };
    let session = match sessions {
        // A form's row requests sessions; what matters here is whether they are registered.
        [session] if kind == ReviewKind::Stay => session,
        _ => return Ok(registration_status(registration.status)),
    };
    let signups = reader.signups_of(registration.id)?;
    Ok(
        match signups.iter().find(|it| it.session_id == session.id) {
            Some(signup) => signup_status(signup.status),
            None if session.kind.is_for_everybody() => registration_status(registration.status),
            None => Cell::Label(labels::FOR_THE_EVENT_ALONE),
        },
    )
}
