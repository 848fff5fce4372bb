//! Figures that outlive people and their times.
//!
//! A group of people with the same state and the same verdict is kept as a number only where it says nothing about one
//! of them: groups of fewer than five are merged, together with as many others as it takes to hide them. Whoever is
//! removed alone is only counted. The same holds for the comparison of meetings ([`Turnover`], `attendance::turnover`).

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Reader, StoreError, Writer};
use crate::model::{EventId, Instant, SessionId, SignupStatus, Turnover, Verdict, time};

/// The size from which on a group says nothing about one person.
const LEAST: i64 = 5;

// The names of figures of an event as a whole; of the last one, followed by the number of the later event.
const PRESENT: &str = "present";
const RETURNING: &str = "returning";
const MISSING: &str = "missing";
const AGAIN: &str = "again";

/// How many of those who were removed had one state and one verdict in a session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RemovedOutcome {
    /// The state of the sign-up, `none` without one; `None` where groups were merged.
    status: Option<String>,
    /// The verdict, if there was one.
    verdict: Option<String>,
    /// How many.
    pub people: i64,
    /// How long those of them stayed of whom it is known, in seconds and in all.
    pub seconds: i64,
    /// How many these are.
    pub timed: i64,
}

impl RemovedOutcome {
    /// Returns the state of the sign-up and the verdict; `None` where groups were merged.
    pub fn known(&self) -> Option<(Option<SignupStatus>, Option<Verdict>)> {
        let status = SignupStatus::parse(self.status.as_deref()?);
        Some((status, self.verdict.as_deref().and_then(Verdict::parse)))
    }
}

/// Merges groups that would say something about one person, with the smallest others that hide them.
fn merged(groups: Vec<RemovedOutcome>) -> Vec<RemovedOutcome> {
    let (mut large, small): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|it| it.people >= LEAST);
    let mut hidden: i64 = small.iter().map(|it| it.people).sum();
    large.sort_by_key(|it| {
        (
            std::cmp::Reverse(it.people),
            it.status.clone(),
            it.verdict.clone(),
        )
    });
    while (1..LEAST).contains(&hidden) {
        let Some(smallest) = large.pop() else {
            break;
        };
        hidden += smallest.people;
    }
    if hidden > 0 {
        large.push(RemovedOutcome {
            people: hidden,
            ..RemovedOutcome::default()
        });
    }
    large
}

impl Reader<'_> {
    /// Returns what those did who were removed, by session of an event.
    pub fn removed_outcomes(
        &self,
        event: EventId,
    ) -> Result<BTreeMap<SessionId, Vec<RemovedOutcome>>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT session_id, status, verdict, people, seconds, timed FROM removed_outcome
             WHERE session_id IN (SELECT id FROM session WHERE event_id = ?1)
             ORDER BY session_id, status, verdict",
        )?;
        let mut rows = statement.query([event.0])?;
        let mut found: BTreeMap<SessionId, Vec<RemovedOutcome>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let of_session = found.entry(SessionId(row.get(0)?)).or_default();
            of_session.push(RemovedOutcome {
                status: row.get(1)?,
                verdict: row.get(2)?,
                people: row.get(3)?,
                seconds: row.get(4)?,
                timed: row.get(5)?,
            });
        }
        Ok(found)
    }

    /// Returns what those who were removed add to the comparison of an event with others.
    pub fn removed_turnover(&self, event: EventId) -> Result<Turnover, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT name, value FROM figure WHERE event_id = ?1 AND session_id IS NULL",
        )?;
        let mut rows = statement.query([event.0])?;
        let mut turnover = Turnover::default();
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            let value = row.get(1)?;
            match name.split_once(' ') {
                None if name == PRESENT => turnover.present = value,
                None if name == RETURNING => turnover.returning = value,
                None if name == MISSING => turnover.missing = value,
                Some((AGAIN, later)) => {
                    if let Ok(later) = later.parse() {
                        turnover.again.insert(EventId(later), value);
                    }
                }
                _ => {}
            }
        }
        Ok(turnover)
    }

    /// Returns the most people who were in each session at once, where their times are no longer kept.
    pub fn kept_peaks(&self, event: EventId) -> Result<BTreeMap<SessionId, i64>, StoreError> {
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare_cached(
            "SELECT session_id, value FROM figure
             WHERE event_id = ?1 AND name = 'peak' AND session_id IS NOT NULL",
        )?;
        let peaks = statement
            .query_map([event.0], |row| Ok((SessionId(row.get(0)?), row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(peaks)
    }
}

impl Writer<'_> {
    /// Keeps what people did in the sessions that are over, before they are removed; of one event, or of all.
    pub fn keep_outcomes(
        &self,
        people: &BTreeSet<i64>,
        event: Option<EventId>,
        now: Instant,
    ) -> Result<(), StoreError> {
        // Written out, their numbers reach into the view, which then looks at nobody else.
        let numbers: Vec<String> = people.iter().map(i64::to_string).collect();
        let numbers = numbers.join(", ");
        let connection = self.connection.complete()?;
        let mut statement = connection.prepare(&format!(
            "SELECT session_id, coalesce(status, 'none'), verdict, count(*),
                    coalesce(sum(seconds), 0), count(seconds)
             FROM _attendance
             WHERE part IS NULL AND (status IS NOT NULL OR verdict IS NOT NULL)
               AND person_id IN ({numbers})
               AND session_id IN (SELECT id FROM session
                                  WHERE \"end\" <= ?1 AND event_id = coalesce(?2, event_id))
             GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
        ))?;
        let now = time::to_utc_text(now);
        let mut rows = statement.query((now, event.map(|id| id.0)))?;
        let mut groups: BTreeMap<i64, Vec<RemovedOutcome>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let of_session = groups.entry(row.get(0)?).or_default();
            of_session.push(RemovedOutcome {
                status: row.get(1)?,
                verdict: row.get(2)?,
                people: row.get(3)?,
                seconds: row.get(4)?,
                timed: row.get(5)?,
            });
        }
        for (session, groups) in groups {
            for group in merged(groups) {
                self.connection.execute(
                    "INSERT INTO removed_outcome (session_id, status, verdict, people, seconds, timed)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                     ON CONFLICT (session_id, coalesce(status, ''), coalesce(verdict, ''))
                     DO UPDATE SET people = people + excluded.people,
                         seconds = seconds + excluded.seconds, timed = timed + excluded.timed",
                    (
                        session,
                        group.status,
                        group.verdict,
                        group.people,
                        group.seconds,
                        group.timed,
                    ),
                )?;
            }
        }
        Ok(())
    }

    /// Adds what people who are removed did to the comparison of an event with others.
    pub fn keep_turnover(&self, event: EventId, turnover: &Turnover) -> Result<(), StoreError> {
        let again = turnover.again.iter();
        let again = again.map(|(later, count)| (format!("{AGAIN} {}", later.0), *count));
        let figures = [
            (PRESENT.to_owned(), turnover.present),
            (RETURNING.to_owned(), turnover.returning),
            (MISSING.to_owned(), turnover.missing),
        ];
        for (name, value) in figures.into_iter().chain(again).filter(|it| it.1 != 0) {
            self.connection.execute(
                "INSERT INTO figure (event_id, name, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (event_id, coalesce(session_id, 0), coalesce(organisation_id, 0), name)
                 DO UPDATE SET value = value + excluded.value",
                (event.0, name, value),
            )?;
        }
        Ok(())
    }

    /// Keeps the most people who were in each session of an event at once, before their times are removed.
    pub fn keep_peaks(&self, event: EventId) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT INTO figure (event_id, session_id, name, value)
             SELECT ?1, session.id, 'peak', counted.peak
             FROM session JOIN event ON event.id = session.event_id
             JOIN sessions AS counted
                 ON counted.event = event.slug AND counted.session = session.slug
             WHERE session.event_id = ?1 AND counted.peak IS NOT NULL
             ON CONFLICT DO NOTHING",
            [event.0],
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(groups: &[(&str, i64)]) -> Vec<(String, i64)> {
        let groups = groups.iter().map(|(status, people)| RemovedOutcome {
            status: Some((*status).to_owned()),
            people: *people,
            ..RemovedOutcome::default()
        });
        let merged = merged(groups.collect());
        let said = merged.into_iter();
        said.map(|it| (it.status.unwrap_or_default(), it.people))
            .collect()
    }

    #[test]
    fn no_group_says_anything_about_one_person() {
        let of = |groups: &[(&str, i64)]| -> Vec<(String, i64)> {
            groups
                .iter()
                .map(|(word, people)| ((*word).to_owned(), *people))
                .collect()
        };
        assert_eq!(told(&[("a", 1)]), of(&[("", 1)]));
        assert_eq!(told(&[("a", 4), ("b", 1)]), of(&[("", 5)]));
        assert_eq!(told(&[("a", 5), ("b", 9)]), of(&[("b", 9), ("a", 5)]));
        // Two people hide behind the smallest group of the others.
        assert_eq!(
            told(&[("a", 9), ("b", 5), ("c", 2)]),
            of(&[("a", 9), ("", 7)])
        );
        assert_eq!(told(&[("a", 9), ("c", 2)]), of(&[("", 11)]));
        assert_eq!(
            told(&[("a", 9), ("b", 3), ("c", 2)]),
            of(&[("a", 9), ("", 5)])
        );
    }
}
