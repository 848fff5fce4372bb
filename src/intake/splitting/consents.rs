//! Moves what the second person agreed to and refused: what was read in a row that moves.
//!
//! A consent has the event, the file, the line and the time of its row, which is the time of the request of what the row
//! chose. What was said to the organiser has no row, and stays; so does what may be of either.

use std::collections::BTreeSet;

use super::super::IntakeError;
use super::evidence::goes;
use super::owned::Owned;
use super::{Part, SplitOff};
use crate::model::{Consent, ConsentSource, EventId, Instant, PersonId, RegistrationId};
use crate::store::{Former, Writer};

/// The rows of one of the two, as far as consents can be compared with them.
#[derive(Debug, Default)]
struct Rows<'a> {
    lines: BTreeSet<(&'a str, i64)>,
    times: BTreeSet<(EventId, Instant)>,
    events: BTreeSet<EventId>,
}

impl<'a> Rows<'a> {
    /// Returns the rows that move, and those that stay.
    fn of_both(owned: &'a Owned, part: &Part) -> (Self, Self) {
        let (mut going, mut staying) = (Self::default(), Self::default());
        let goes_in_part: BTreeSet<RegistrationId> = owned
            .rows
            .iter()
            .filter(|it| it.signup.is_some() && part.has_row(it))
            .map(|it| it.registration.id)
            .collect();
        for row in &owned.rows {
            // Of a registration that both keep, the newest request may be of either: its sign-ups tell.
            let is_of_both = row.signup.is_none() && goes_in_part.contains(&row.registration.id);
            let rows = match part.has_row(row) {
                true => &mut going,
                false if is_of_both => continue,
                false => &mut staying,
            };
            let registration = &row.registration;
            let requested = match &row.signup {
                Some(signup) => signup.requested_at,
                None => registration.requested_at,
            };
            rows.times
                .extend(requested.map(|it| (registration.event_id, it)));
            if row.signup.is_none() {
                rows.events.insert(registration.event_id);
            }
        }
        for answer in &owned.answers {
            let rows = if goes(answer, owned, part) {
                &mut going
            } else {
                &mut staying
            };
            let question = &answer.review.question;
            rows.lines
                .extend(question.file.as_deref().zip(question.line));
        }
        (going, staying)
    }

    /// Whether a consent was read in one of them.
    fn have(&self, consent: &Consent, source: &ConsentSource) -> bool {
        let is_of_line = self.lines.contains(&(source.file.as_str(), source.line));
        let is_of_time = |event: EventId| self.times.contains(&(event, consent.time));
        is_of_line || consent.event_id.is_some_and(is_of_time)
    }
}

/// Moves consents that were read in rows that move, and restores those that a merge had replaced.
pub(super) fn give_consents(
    writer: &Writer<'_>,
    from: PersonId,
    owned: &Owned,
    part: &Part,
    former: Option<&Former>,
    done: &mut SplitOff,
) -> Result<(), IntakeError> {
    let to = done.person.id;
    let (going, staying) = Rows::of_both(owned, part);
    if let Some(former) = former {
        for consent in &former.consents {
            writer.save_consent(&Consent {
                person_id: to,
                ..consent.clone()
            })?;
            done.consents += 1;
        }
    }
    for consent in writer.consents_of(from)? {
        let was_former = former.is_some_and(|it| {
            it.consents.iter().any(|own| {
                let own = Consent {
                    person_id: from,
                    ..own.clone()
                };
                own == consent
            })
        });
        let Some(source) = consent.source.as_ref().filter(|_| !was_former) else {
            if was_former {
                writer.remove_consent(&consent)?;
            }
            continue;
        };
        let is_going = going.have(&consent, source);
        let is_staying = staying.have(&consent, source);
        // The registration goes as a whole, and with it what its form asked.
        let is_of_whole = consent
            .event_id
            .is_some_and(|it| going.events.contains(&it) && !staying.events.contains(&it));
        let is_known =
            |it: &Consent| (it.event_id, it.purpose) == (consent.event_id, consent.purpose);
        if (is_going || is_of_whole) && !is_staying {
            if writer.consents_of(to)?.iter().any(is_known) {
                continue;
            }
            writer.give_consent(&consent, to)?;
            done.consents += 1;
        } else if is_going && is_staying {
            done.open_consents += 1;
        }
    }
    if let Some(former) = former {
        for consent in &former.consents_before {
            writer.save_consent(consent)?;
        }
    }
    Ok(())
}
