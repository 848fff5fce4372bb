//! Certificates of attendance: a letter each, in its reader's language.
//!
//! # What is certified
//!
//! The sessions that are over and that somebody was in for as long as the rule asks; nothing is said of the others. Bars
//! and drinks are certified to nobody who does not ask for them: without other kinds, [`BY_DEFAULT`] are. A verdict
//! by hand counts as it does in every report; a sentence says that the organiser confirms it, since nobody measured it.
//! Speakers, moderators and hosts are certified what they were recorded for like anybody, and their part is said; a
//! part in the programme alone shows nobody's presence. Nor does a log that does not say in which session somebody
//! was.
//!
//! # Dates
//!
//! The days are those that somebody was there, be the event longer. They are written in words, and no day of writing is printed, so that the same data give the same letters: place and
//! date are filled in where it is signed.

use chrono::NaiveDate;

use super::by_person::seconds_together;
use super::directory::Directory;
use super::event_data::EventData;
use super::recording::SessionRecord;
use super::{AsOf, days, notes, times};
use crate::attendance::minutes;
use crate::catalogue::Wording;
use crate::catalogue::messages::letters;
use crate::message;
use crate::model::{Event, Part as PartInSession, Person, PersonId, Rule, SessionKind};
use crate::output::keyed::columns;
use crate::output::{
    Cell, Column, Document, Language, Layout, Note, Part, Table, day_in_words, days_in_words,
    language_of_reader, one_stop,
};
use crate::store::StoreError;

/// Letters, and who got none.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificates {
    /// The letters, a page each.
    pub document: Document,
    /// How many letters there are.
    pub letters: usize,
    /// How many of those who registered or came were in no session for long enough.
    pub left_out: usize,
    /// How many of the sessions certified were set by hand.
    pub by_hand: usize,
    /// The short names of the sessions that are not over, and so not certified to anybody.
    pub not_over: Vec<String>,
    /// What the logs leave open, so that sessions or people may be missing: a sentence each.
    pub gaps: Vec<Note>,
}

/// The kinds of session that are certified unasked.
pub const BY_DEFAULT: [SessionKind; 4] = [
    SessionKind::Plenary,
    SessionKind::Keynote,
    SessionKind::Breakout,
    SessionKind::Other,
];

/// Returns the certificate of one person, or those of everybody who was in a session for long enough, sorted by name.
///
/// There may be none; a document without letters is not worth printing.
///
/// # Errors
/// Those of the store.
pub fn certificates(
    reader: &AsOf<'_>,
    event: &Event,
    person: Option<PersonId>,
    kinds: &[SessionKind],
    language: Language,
) -> Result<Certificates, StoreError> {
    let directory = Directory::load(**reader, language)?;
    let data = EventData::load(*reader, event)?;
    let people = match person {
        Some(person) => vec![directory.person(person)?],
        None => directory.sorted(data.everybody())?,
    };
    let title = message!(letters::certificates { event: event.title }).in_language(language);
    let mut made = Certificates {
        document: Document::new("certificate", title),
        letters: 0,
        left_out: 0,
        by_hand: 0,
        not_over: data
            .recording
            .not_over()
            .map(|it| Some(&it.session.slug).filter(|it| !it.is_empty()))
            .map(|slug| slug.unwrap_or(&event.slug).clone())
            .collect(),
        gaps: notes::gaps(&data.recording, language),
    };
    made.document.layout = Layout::Letters;
    for person in people {
        let sessions = data.recording.sessions.iter();
        let met = sessions.filter(|it| it.phase.is_over() && it.met_rule(person.id) == Some(true));
        let met = met.filter(|it| kinds.contains(&it.session.kind));
        let met: Vec<&SessionRecord> = met.collect();
        if met.is_empty() {
            made.left_out += 1;
            continue;
        }
        let by_hand = met.iter().filter(|it| it.rulings.contains_key(&person.id));
        made.by_hand += by_hand.count();
        made.letters += 1;
        let letter = Letter {
            event,
            person,
            organisation: directory.organisation_then(person, data.registrations.get(&person.id)),
            met,
            language: language_of_reader(person.language.as_deref(), language),
        };
        letter.write(&mut made.document);
    }
    Ok(made)
}

/// What one certificate is made from.
struct Letter<'a> {
    event: &'a Event,
    person: &'a Person,
    organisation: Option<&'a str>,
    /// The sessions certified, at least one.
    met: Vec<&'a SessionRecord>,
    language: Language,
}

impl Letter<'_> {
    fn write(&self, document: &mut Document) {
        let text = |wording: Wording| wording.in_language(self.language).to_owned();
        let facts = &self.event.facts;
        document.push(Part::NewPage(self.language));
        let issuer = [&facts.organiser, &facts.address, &facts.contact];
        let issuer: Vec<&str> = issuer.into_iter().flatten().map(String::as_str).collect();
        if !issuer.is_empty() {
            document.push(Part::Paragraph(issuer.join(" · ")));
        }
        document.push(Part::Heading(text(letters::CERTIFICATE)));
        document.push(Part::Paragraph(self.confirmation()));
        for sentence in self.parts() {
            document.push(Part::Paragraph(sentence));
        }
        document.push(Part::Table(self.table()));
        if let Some(total) = self.total() {
            document.push(Part::Paragraph(total));
        }
        document.push(Part::Paragraph(text(letters::WHAT_IS_LISTED)));
        if let Some(confirmed) = self.confirmed_by_hand() {
            document.push(Part::Paragraph(confirmed));
        }
        document.push(Part::Signature(text(letters::PLACE_AND_DATE)));
        document.push(Part::Signature(
            match (&facts.signatory, &facts.organiser) {
                (Some(name), Some(organiser)) => format!("{name}, {organiser}"),
                (Some(name), None) => name.clone(),
                (None, _) => text(letters::SIGNATURE),
            },
        ));
        if let Some(funder) = &facts.funder {
            document.push(Part::Paragraph(funder.clone()));
        }
    }

    /// That somebody took part: who, in what, when and where.
    fn confirmation(&self) -> String {
        let language = self.language;
        let name = self.person.full_name();
        let who = match self.organisation {
            None => name,
            Some(of) => message!(letters::name_of_organisation {
                name,
                organisation: of
            })
            .in_language(language),
        };
        let [first, last] = self.days();
        let in_words = |day| day_in_words(day, language);
        let when = if first == last {
            message!(letters::on_a_day {
                day: in_words(first)
            })
            .in_language(language)
        } else {
            let days = days_in_words(first, last, language);
            message!(letters::over_days { days }).in_language(language)
        };
        let event = &self.event.title;
        match &self.event.place {
            None => message!(letters::took_part { who, event, when }).in_language(language),
            Some(place) => message!(letters::took_part_at {
                who,
                event,
                when,
                place
            })
            .in_language(language),
        }
    }

    /// Names the sessions that no log says anything of; nothing when there are none.
    fn confirmed_by_hand(&self) -> Option<String> {
        let sessions = self.met.iter();
        let by_hand = sessions.filter(|it| it.rulings.contains_key(&self.person.id));
        let sessions: Vec<&str> = by_hand.map(|it| it.session.title.as_str()).collect();
        let said = || {
            message!(letters::confirmed_by_hand {
                sessions: sessions.clone()
            })
        };
        (!sessions.is_empty()).then(|| one_stop(said().in_language(self.language)))
    }

    /// The first and the last day they were there: of the sessions certified, not of the event.
    fn days(&self) -> [NaiveDate; 2] {
        let sessions = self.met.iter();
        let days = sessions.map(|it| it.days(self.person.id, self.event.zone));
        let days = days.reduce(|[first, last], [start, end]| [first.min(start), last.max(end)]);
        // There is at least one session.
        days.unwrap_or_else(|| times::days(self.event.start, self.event.end, self.event.zone))
    }

    /// What they did there besides listening: a sentence a part.
    fn parts(&self) -> Vec<String> {
        let sentence = |part| {
            let sessions = self.met.iter();
            let own = sessions.filter(|it| it.parts.get(&self.person.id) == Some(&part));
            let sessions: Vec<&str> = own.map(|it| it.session.title.as_str()).collect();
            let said = match part {
                PartInSession::Speaker => message!(letters::as_a_speaker { sessions }),
                PartInSession::Moderator => message!(letters::as_a_moderator { sessions }),
                PartInSession::Host => message!(letters::as_a_host { sessions }),
            };
            (!sessions.is_empty()).then(|| one_stop(said.in_language(self.language)))
        };
        PartInSession::ALL
            .into_iter()
            .filter_map(sentence)
            .collect()
    }

    fn table(&self) -> Table {
        let columns = vec![
            Column::of(columns::WHEN),
            Column::of(columns::SESSION),
            Column::of(columns::MINUTES).right(),
            Column::of(columns::REQUIRED).right(),
        ];
        let mut table = Table::new("sessions", "", columns);
        let mut day = None;
        for record in &self.met {
            let own = days::heading_of_day(&record.session, self.event, self.language);
            if own.is_some() && own != day {
                table.continue_group(own.clone().unwrap_or_default(), Vec::new());
            }
            day = own;
            let attended = record.attended.get(&self.person.id);
            table.push(vec![
                Cell::from(times::span_of_day(
                    &record.session,
                    self.event,
                    self.language,
                )),
                Cell::from(record.session.title.as_str()),
                Cell::from(attended.and_then(|it| it.minutes)),
                self.required(record.rule.rule),
            ]);
        }
        table
    }

    /// What the rule asks for, in words.
    fn required(&self, rule: Rule) -> Cell {
        match rule {
            Rule::Any => Cell::from(letters::ANY_TIME.in_language(self.language)),
            Rule::Percent(percent) => Cell::Percent(f64::from(percent) / 100.0),
            Rule::Minutes(count) => {
                let count = usize::try_from(count).unwrap_or(usize::MAX);
                Cell::from(message!(letters::minutes_required { count }).in_language(self.language))
            }
        }
    }

    /// The minutes of all sessions listed together; nothing where no log tells any.
    fn total(&self) -> Option<String> {
        let here = self.met.iter().filter_map(|it| {
            let attended = it.attended.get(&self.person.id)?;
            Some((&it.session, attended))
        });
        let together = seconds_together(here.clone())?;
        let count = usize::try_from(minutes(together)).unwrap_or_default();
        let total = message!(letters::total_minutes { count }).in_language(self.language);
        let apart: i64 = here.filter_map(|(_, attended)| attended.seconds).sum();
        if apart <= together {
            return Some(total);
        }
        let once = letters::COUNTED_ONCE.in_language(self.language);
        Some(format!("{total} {once}"))
    }
}

#[cfg(test)]
#[path = "certificate_tests.rs"]
mod tests;
