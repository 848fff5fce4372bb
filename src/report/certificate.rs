//! Certificates of attendance: one letter each, in its reader's language.
//!
//! # What is certified
//!
//! A certificate lists the sessions that are over and that somebody was in for as long as the rule asks; others are not
//! mentioned. Bars and drinks are certified only on request: unless kinds are chosen, those in [`BY_DEFAULT`] are. A
//! verdict by hand counts as it does in every report: a sentence says that the organiser confirms it, and no minutes
//! are shown, since those were measured and do not support it. Speakers, moderators and hosts are certified for what
//! was recorded like anybody else, and their part is stated; a part in the programme alone does not prove presence. Nor
//! does a log that does not say in which session somebody was.
//!
//! Minutes are included only on request: somebody who was there for long enough was there.
//!
//! # At the same time
//!
//! Nobody is in two rooms at once. Sessions that ran at the same time, and of which the records say that somebody
//! attended both without times that explain it (see `contested.rs`), are not certified: one of the two is wrong, and a
//! signature would vouch for both. The other sessions are. [`Certificates::contested`] names person and sessions, so
//! that the organiser can say which it was; then the letter has it.
//!
//! # Overall minimum
//!
//! With [`CertificateOptions::at_least`] the certified sessions must add up to a number of minutes, or to a share of
//! all recorded sessions of those kinds. Parallel sessions count once, as in the sum below a certificate. A session
//! that the organiser confirms, or without a known length of the stay, counts in full.
//!
//! # Dates
//!
//! The days are those on which somebody was there, even if the event is longer. They are written in words, and no date
//! of writing is printed, so that the same data give the same letters: place and date are filled in when it is signed.

use chrono::NaiveDate;

use super::contested::contested;
use super::directory::Directory;
use super::event_data::EventData;
use super::recording::SessionRecord;
use super::{AsOf, days, notes, rules, times};
use crate::attendance::{Interval, minutes, seconds, seconds_together, unite};
use crate::catalogue::Wording;
use crate::catalogue::messages::letters;
use crate::message;
use crate::model::{Event, Part as PartInSession, Person, PersonId, Rule, SessionKind};
use crate::output::keyed::columns;
use crate::output::{
    Cell, Column, Document, Language, Layout, Note, Part, Table, day_in_words, first_and_last_day,
    language_of_reader, one_stop,
};
use crate::store::StoreError;

/// The letters, and who did not get one.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificates {
    /// The letters, one page each.
    pub document: Document,
    /// The people certified, in the order of the letters.
    pub people: Vec<Certified>,
    /// The number of letters.
    pub letters: usize,
    /// The number of people who registered or came, but were in no session for long enough.
    pub left_out: usize,
    /// The number of people who were in some sessions, but below the overall minimum.
    pub below: usize,
    /// Whose records claim sessions that ran at the same time; these are not certified.
    pub contested: Vec<Contested>,
    /// The number of certified sessions that were set by hand.
    pub by_hand: usize,
    /// The short names of the sessions that are not over, and so not certified.
    pub not_over: Vec<String>,
    /// Uncertainties in the logs because of which sessions or people may be missing, one sentence each.
    pub gaps: Vec<Note>,
}

/// The person a certificate is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certified {
    /// Their number.
    pub id: PersonId,
    /// Their family name.
    pub family_name: String,
    /// Their given name.
    pub given_name: String,
}

/// Somebody who cannot have attended all that the records claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// Their number.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The short names of the sessions.
    pub sessions: Vec<String>,
}

/// Which certificates to make.
#[derive(Debug, Clone, Copy)]
pub struct CertificateOptions<'a> {
    /// A single person; `None` means everybody.
    pub person: Option<PersonId>,
    /// The kinds of session to certify.
    pub kinds: &'a [SessionKind],
    /// The minimum for all sessions together.
    pub at_least: Option<Rule>,
    /// Whether to show minutes for the sessions.
    pub minutes: bool,
    /// The language for people who have none of their own.
    pub language: Language,
}

impl Default for CertificateOptions<'_> {
    fn default() -> Self {
        Self {
            person: None,
            kinds: &BY_DEFAULT,
            at_least: None,
            minutes: false,
            language: Language::default(),
        }
    }
}

impl Certificates {
    /// Returns each letter as a separate document.
    pub fn apart(&self) -> Vec<Document> {
        let mut apart: Vec<Document> = Vec::new();
        for part in &self.document.parts {
            if matches!(part, Part::NewPage(_)) {
                let mut document = Document::new(self.document.name.clone(), "");
                document.layout = Layout::Letters;
                document.title.clone_from(&self.document.title);
                apart.push(document);
            }
            if let Some(letter) = apart.last_mut() {
                letter.push(part.clone());
            }
        }
        apart
    }
}

/// The kinds of session that are certified by default.
pub const BY_DEFAULT: [SessionKind; 4] = [
    SessionKind::Plenary,
    SessionKind::Keynote,
    SessionKind::Breakout,
    SessionKind::Other,
];

/// Returns the certificate of one person, or those of everybody who was in a session for long enough, sorted by name.
///
/// The document may have no letters, and is then not worth printing.
///
/// # Errors
/// Those of the store.
pub fn certificates(
    reader: &AsOf<'_>,
    event: &Event,
    options: &CertificateOptions<'_>,
) -> Result<Certificates, StoreError> {
    let language = options.language;
    let directory = Directory::load(**reader, language)?;
    let data = EventData::load(*reader, event)?;
    let people = match options.person {
        Some(person) => vec![directory.person(person)?],
        None => directory.sorted(data.everybody())?,
    };
    let title = message!(letters::certificates { event: event.title }).in_language(language);
    let mut made = Certificates {
        document: Document::new("certificate", title),
        people: Vec::new(),
        letters: 0,
        left_out: 0,
        below: 0,
        contested: Vec::new(),
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
    let certifiable = certifiable(&data, options.kinds);
    for person in people {
        let sessions = data.recording.sessions.iter();
        let met = sessions.filter(|it| it.phase.is_over() && it.met_rule(person.id) == Some(true));
        let met = met.filter(|it| options.kinds.contains(&it.session.kind));
        let mut met: Vec<&SessionRecord> = met.collect();
        if met.is_empty() {
            made.left_out += 1;
            continue;
        }
        let contested = contested(&met, person.id);
        if !contested.is_empty() {
            let sessions = met.iter().map(|it| &it.session);
            let sessions = sessions.filter(|it| contested.contains(&it.id));
            made.contested.push(Contested {
                person: person.id,
                name: person.full_name(),
                sessions: sessions.map(|it| it.slug.clone()).collect(),
            });
            met.retain(|it| !contested.contains(&it.session.id));
            if met.is_empty() {
                continue;
            }
        }
        let is_enough = |rule| rule_of_whole(rule, certified(&met, person.id), certifiable);
        if !options.at_least.is_none_or(is_enough) {
            made.below += 1;
            continue;
        }
        let by_hand = met.iter().filter(|it| it.rulings.contains_key(&person.id));
        made.by_hand += by_hand.count();
        made.letters += 1;
        made.people.push(Certified {
            id: person.id,
            family_name: person.family_name.clone(),
            given_name: person.given_name.clone(),
        });
        let letter = Letter {
            event,
            person,
            organisation: directory.organisation_then(person, data.registrations.get(&person.id)),
            met,
            minutes: options.minutes,
            language: language_of_reader(person.language.as_deref(), language),
        };
        letter.write(&mut made.document);
    }
    Ok(made)
}

/// Returns the seconds of all sessions that can be certified (over, recorded and of these kinds); parallel sessions
/// count once.
fn certifiable(data: &EventData, kinds: &[SessionKind]) -> i64 {
    let sessions = data.recording.sessions.iter();
    let sessions = sessions.filter(|it| it.is_settled() && kinds.contains(&it.session.kind));
    let mut windows: Vec<Interval> = sessions.map(window).collect();
    unite(&mut windows);
    seconds(&windows)
}

/// Returns the seconds of the sessions that are certified to somebody, together.
fn certified(met: &[&SessionRecord], person: PersonId) -> i64 {
    let (mut covered, mut without_times) = (Vec::new(), 0);
    for record in met {
        let attended = record.attended.get(&person);
        let attended = attended.filter(|_| !record.rulings.contains_key(&person));
        match attended.and_then(|it| Some((it, it.seconds?))) {
            Some((attended, known)) => {
                covered.extend(attended.intervals.iter().copied());
                without_times += known - seconds(&attended.intervals);
            }
            // The length is not known, so the session counts in full.
            None => covered.push(window(record)),
        }
    }
    let mut windows: Vec<Interval> = met.iter().map(|it| window(it)).collect();
    unite(&mut covered);
    unite(&mut windows);
    (seconds(&covered) + without_times).min(seconds(&windows))
}

fn window(record: &SessionRecord) -> Interval {
    Interval {
        start: record.session.start,
        end: record.session.end,
    }
}

/// Returns whether seconds are enough of the whole.
fn rule_of_whole(rule: Rule, seconds: i64, whole: i64) -> bool {
    match rule {
        Rule::Any => true,
        Rule::Minutes(count) => seconds >= i64::from(count) * 60,
        Rule::Percent(percent) => seconds * 100 >= whole * i64::from(percent),
    }
}

/// The data for one certificate.
struct Letter<'a> {
    event: &'a Event,
    person: &'a Person,
    organisation: Option<&'a str>,
    /// The certified sessions, at least one.
    met: Vec<&'a SessionRecord>,
    /// Whether to show how long they were there.
    minutes: bool,
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
        if let Some(total) = self.total().filter(|_| self.minutes) {
            document.push(Part::Paragraph(total));
        }
        let confirmed = self.confirmed_by_hand();
        let is_any_measured = self.met.iter().any(|it| !self.is_by_hand(it));
        let what_is_listed = if confirmed.is_some() {
            letters::WHAT_ELSE_IS_LISTED
        } else {
            letters::WHAT_IS_LISTED
        };
        if let Some(confirmed) = confirmed {
            document.push(Part::Paragraph(confirmed));
        }
        if is_any_measured {
            document.push(Part::Paragraph(text(what_is_listed)));
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

    /// Confirms that somebody took part: who, in what, when and where.
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
            let [first, last] = first_and_last_day(first, last, language);
            message!(letters::over_days { first, last }).in_language(language)
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

    fn is_by_hand(&self, record: &SessionRecord) -> bool {
        record.rulings.contains_key(&self.person.id)
    }

    /// Names the sessions for which the organiser confirms attendance; `None` if there are none.
    fn confirmed_by_hand(&self) -> Option<String> {
        let sessions = self.met.iter();
        let by_hand = sessions.filter(|it| self.is_by_hand(it));
        let sessions = rules::quoted(by_hand.copied());
        let said = || {
            message!(letters::confirmed_by_hand {
                sessions: sessions.clone()
            })
        };
        (!sessions.is_empty()).then(|| one_stop(said().in_language(self.language)))
    }

    /// Returns the first and the last day they were there: of the certified sessions, not of the event.
    fn days(&self) -> [NaiveDate; 2] {
        let sessions = self.met.iter();
        let days = sessions.map(|it| it.days(self.person.id, self.event.zone));
        let days = days.reduce(|[first, last], [start, end]| [first.min(start), last.max(end)]);
        // Only reached without any session, which cannot happen.
        days.unwrap_or_else(|| times::days(self.event.start, self.event.end, self.event.zone))
    }

    /// Returns what they did besides listening: one sentence per part.
    fn parts(&self) -> Vec<String> {
        let sentence = |part| {
            let sessions = self.met.iter();
            let own = sessions.filter(|it| it.parts.get(&self.person.id) == Some(&part));
            let sessions = rules::quoted(own.copied());
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
        let mut columns = vec![Column::of(columns::WHEN), Column::of(columns::SESSION)];
        if self.minutes {
            columns.extend([
                Column::of(columns::MINUTES).right(),
                Column::of(columns::REQUIRED).right(),
            ]);
        }
        let mut table = Table::new("sessions", "", columns);
        let mut day = None;
        for record in &self.met {
            let own = days::heading_of_day(&record.session, self.event, self.language);
            if own.is_some() && own != day {
                table.continue_group(own.clone().unwrap_or_default(), Vec::new());
            }
            day = own;
            let mut row = vec![
                Cell::from(times::span_of_day(
                    &record.session,
                    self.event,
                    self.language,
                )),
                Cell::from(record.session.title.as_str()),
            ];
            if self.minutes {
                let attended = record.attended.get(&self.person.id);
                let measured = attended.filter(|_| !self.is_by_hand(record));
                row.extend([
                    Cell::from(measured.and_then(|it| it.minutes)),
                    if self.is_by_hand(record) {
                        Cell::from(letters::BY_HAND.in_language(self.language))
                    } else {
                        self.required(record.rule.rule)
                    },
                ]);
            }
            table.push(row);
        }
        table
    }

    /// Returns what the rule requires, in words.
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

    /// Returns the minutes of all listed sessions together; `None` if no log gives any.
    fn total(&self) -> Option<String> {
        let measured = self.met.iter().filter(|it| !self.is_by_hand(it));
        let here = measured.filter_map(|it| {
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
