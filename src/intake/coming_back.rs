//! Rows of people who were removed for good: refused, unless the call says that they may come back. Where only the name is
//! theirs, it is asked ([`super::namesakes`]).

use super::desk::Desk;
use super::namesakes::Origin;
use super::waiting::Waiting;
use super::who::Found;
use super::{Fate, IntakeError, Recognised, recognise};
use crate::catalogue::messages::import;
use crate::identity::name_key;
use crate::import::Problem;
use crate::import::rows::Who;
use crate::model::{EventId, Session};
use crate::store::HashKind;

/// How a row relates to the people who were removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ComingBack {
    /// The row is not about anybody who was removed.
    No,
    /// It is, and is accepted, even if the same row was imported before.
    Allowed,
    /// It is, or may be, and is set aside.
    SetAside(Fate),
}

impl Desk<'_> {
    /// Returns the fate of a row that would bring back somebody who was removed, or that was imported before; `known` is
    /// its event and its fingerprint. `None` if the row is to be imported.
    pub(super) fn refused_or_known(
        &mut self,
        who: &Who,
        organisation: Option<&str>,
        from: Origin<'_>,
        known: Option<(Option<EventId>, i64)>,
    ) -> Result<Option<Fate>, IntakeError> {
        match (self.coming_back(who, organisation, from)?, known) {
            (ComingBack::SetAside(fate), _) => return Ok(Some(fate)),
            // Whoever comes back was known before.
            (ComingBack::No, Some((event, fingerprint)))
                if self.is_known(event, fingerprint)? =>
            {
                return Ok(Some(Fate::Unchanged));
            }
            (ComingBack::No | ComingBack::Allowed, _) => {}
        }
        Ok(None)
    }

    /// Says whether a row of a list or of a form brings somebody back.
    fn coming_back(
        &mut self,
        who: &Who,
        organisation: Option<&str>,
        from: Origin<'_>,
    ) -> Result<ComingBack, IntakeError> {
        if self.removed.is_empty() {
            return Ok(ComingBack::No);
        }
        let keys = if who.has_name() {
            vec![who.name().key().to_owned()]
        } else {
            self.names_in(&who.written)
        };
        self.judge_return(who, &keys, organisation, from, |desk| {
            let hint = desk.organisation_hint(organisation, who.email.as_deref());
            Ok(desk.who_is(who, &who.name(), hint)?)
        })
    }

    /// Says whether a line of a log brings somebody back.
    pub(super) fn logged_coming_back(
        &mut self,
        who: &Who,
        organisation: Option<&str>,
        from: Origin<'_>,
    ) -> Result<ComingBack, IntakeError> {
        let mut keys = self.names_in(&who.written);
        if who.has_name() {
            keys.push(who.name().key().to_owned());
        }
        self.judge_return(who, &keys, organisation, from, |desk| {
            Ok(desk.attendee(who, organisation))
        })
    }

    fn judge_return(
        &mut self,
        who: &Who,
        keys: &[String],
        organisation: Option<&str>,
        from: Origin<'_>,
        find: impl FnOnce(&mut Self) -> Result<Found, IntakeError>,
    ) -> Result<ComingBack, IntakeError> {
        let address = who.email.as_deref();
        let is_held = address.is_some_and(|address| {
            let holders = self.people.find_by_address(address);
            holders.iter().any(|id| !Waiting::is_row(*id))
        });
        let mut recognised = recognise(&self.removed, keys, address, organisation, is_held);
        // Whoever is on file by the rules is not somebody who is not.
        let is_by_name = address.is_none() || matches!(recognised, Recognised::Perhaps(_));
        if recognised != Recognised::Nobody && is_by_name && matches!(find(self)?, Found::Known(..))
        {
            recognised = Recognised::Nobody;
        }
        match recognised {
            Recognised::Nobody => Ok(ComingBack::No),
            Recognised::Certainly(operation) if self.allow_again => {
                if self.returned.insert(operation) {
                    self.writer.let_return(operation)?;
                }
                Ok(ComingBack::Allowed)
            }
            Recognised::Certainly(_) => {
                let problem = Problem {
                    line: from.line,
                    column: None,
                    reason: import::WAS_REMOVED.into(),
                };
                Ok(ComingBack::SetAside(Fate::Rejected(problem)))
            }
            Recognised::Perhaps(key) => {
                let Some(namesake) = self.namesake(&key, address, organisation) else {
                    return Ok(ComingBack::No);
                };
                if self.allow_again {
                    self.let_namesake_in(&namesake)?;
                    return Ok(ComingBack::Allowed);
                }
                let asked = self.ask_about_namesake(namesake, from)?;
                Ok(ComingBack::SetAside(asked))
            }
        }
    }

    /// Whether a programme names somebody who was removed, and whom the session on file does not name.
    pub(super) fn is_removed_speaker(&self, name: &str, session: Option<&Session>) -> bool {
        let is_named = |session: &Session| session.people.iter().any(|person| person.name == name);
        let key = name_key(name);
        !self.allow_again
            && self.removed.find(HashKind::Name, &[&key]).is_some()
            && !session.is_some_and(is_named)
    }
}
