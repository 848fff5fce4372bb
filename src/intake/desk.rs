//! The state while rows are processed: who is on file, and what has been touched so far.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::IntakeError;
use super::changed::Changed;
use super::listed::Listed;
use super::outside::Outside;
use super::places::{Said, tell_places};
use super::waiting::Waiting;
use crate::catalogue::Message;
use crate::identity::{Directory, KeyedName, OrganisationDirectory, Suggestion, address_domain};
use crate::import::lines;
use crate::import::values::TimeNotes;
use crate::message;
use crate::model::{
    Candidate, Event, EventId, Instant, OperationId, OrganisationId, Person, PersonId, ReviewId,
    Session, SessionId,
};
use crate::store::{Other, Reader, Removed, StoreError, Writer};

/// What may happen to people who are already on file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The newest value wins.
    #[default]
    Update,
    /// Only empty fields are filled.
    Fill,
    /// They are not changed.
    Skip,
}

/// An event with its sessions.
#[derive(Debug, Clone)]
pub(super) struct Agenda {
    pub(super) event: Event,
    pub(super) sessions: Vec<Session>,
}

impl Agenda {
    pub(super) fn load(reader: &Reader<'_>, event: Event) -> Result<Self, StoreError> {
        let sessions = reader.sessions(event.id)?;
        Ok(Self { event, sessions })
    }

    pub(super) fn session(&self, id: SessionId) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == id)
    }
}

/// The desk inside one operation.
#[derive(Debug)]
pub struct Desk<'store> {
    pub(super) writer: &'store Writer<'store>,
    /// The moment of the operation.
    pub(super) now: Instant,
    pub(super) mode: Mode,
    /// The people who were removed for good, and whether their rows are accepted again.
    pub(super) removed: Removed,
    pub(super) allow_again: bool,
    /// Removals whose people come back in this operation.
    pub(super) returned: BTreeSet<OperationId>,
    /// The open questions about rows with the name of somebody who was removed, by the hash of the row; read when needed.
    pub(super) namesakes: Option<HashMap<String, ReviewId>>,
    /// Everybody on file, and the rows that are waiting for an answer.
    pub(super) people: Directory,
    pub(super) waiting: Waiting,
    pub(super) organisations: OrganisationDirectory,
    /// The current name of each organisation.
    pub(super) organisation_names: HashMap<OrganisationId, String>,
    /// The people that the current sign-in list has ticked, with the session; `None` is the event as a whole.
    pub(super) ticked: HashSet<(PersonId, Option<SessionId>)>,
    /// Whether each organisation's country and region are on file: few rows have anything new about them, and reading
    /// it each time would delay the pending writes.
    pub(super) located: HashMap<OrganisationId, (bool, bool)>,
    pub(super) known: HashMap<Option<EventId>, HashSet<i64>>,
    /// People added in this operation: the mode for people on file does not apply to them.
    pub(super) added: HashSet<PersonId>,
    /// Sessions that rows of this call's programmes are about.
    pub(super) of_this_call: HashSet<SessionId>,
    /// Sessions whose places have to be settled in the end.
    pub(super) touched: BTreeSet<SessionId>,
    /// The number of the file being processed.
    pub(super) file: usize,
    /// Who asked for a place, and what their file says about it.
    pub(super) claims: BTreeMap<(SessionId, PersonId), Said>,
    /// Sign-ups made in this operation that ask for a place.
    pub(super) fresh: BTreeSet<(SessionId, PersonId)>,
    /// People whose choices may overlap.
    pub(super) to_check: BTreeSet<(EventId, PersonId)>,
    /// Numbers of people in our own export, and their numbers here.
    pub(super) renumbered: HashMap<i64, PersonId>,
    /// The people in `renumbered`: no other number means them.
    pub(super) numbered: HashSet<PersonId>,
    /// The organisations that a number in our own export means: no other number means them.
    pub(super) numbered_organisations: HashSet<OrganisationId>,
    /// The contents of a list with one session per row, by person.
    pub(super) listed: BTreeMap<PersonId, Listed>,
    /// Lines of submissions that changed an earlier choice, and whether they have a time.
    pub(super) resubmitted: Vec<(u64, bool)>,
    /// Lines of submissions that chose sessions beside those of an earlier one.
    pub(super) chose_further: Vec<u64>,
    /// Lines with texts that name somebody who was removed.
    pub(super) named_again: BTreeSet<u64>,
    /// Lines that choose what is cancelled, by the short name of the session; of the event as a whole without one.
    pub(super) chose_cancelled: BTreeMap<Option<String>, BTreeSet<u64>>,
    /// Whether the order of the file's lines matters, since a time is missing.
    pub(super) goes_by_lines: bool,
    /// Lines of requests that are not approved yet.
    pub(super) undecided: Vec<u64>,
    /// Lines with times that have to be explained.
    pub(super) time_notes: TimeNotes,
    /// Lines of stays outside the hours that they are counted in.
    pub(super) outside: Outside,
    /// Changes in this operation to the meaning of names and addresses.
    pub(super) changed: Changed,
    /// Open questions that only their own answer settles: the same call answers them.
    pub(super) kept: BTreeSet<ReviewId>,
    in_view: View,
}

/// The scope of "in the event".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    /// Everybody on file: a list of people belongs to no event.
    Everybody,
    /// Those who take part in this one.
    Event(EventId),
}

impl<'store> Desk<'store> {
    /// Loads all people and organisations on file.
    ///
    /// With an event, "in the event" means registered or seen there; without one, on file.
    pub fn new(
        writer: &'store Writer<'store>,
        now: Instant,
        mode: Mode,
        event: Option<EventId>,
    ) -> Result<Self, StoreError> {
        let mut desk = Self {
            writer,
            now,
            mode,
            removed: writer.removed()?,
            allow_again: false,
            returned: BTreeSet::new(),
            namesakes: None,
            people: Directory::default(),
            waiting: Waiting::default(),
            organisations: OrganisationDirectory::default(),
            organisation_names: HashMap::new(),
            ticked: HashSet::new(),
            located: HashMap::new(),
            known: HashMap::new(),
            added: HashSet::new(),
            touched: BTreeSet::new(),
            file: 0,
            claims: BTreeMap::new(),
            fresh: BTreeSet::new(),
            to_check: BTreeSet::new(),
            renumbered: HashMap::new(),
            numbered: HashSet::new(),
            numbered_organisations: HashSet::new(),
            listed: BTreeMap::new(),
            resubmitted: Vec::new(),
            chose_further: Vec::new(),
            named_again: BTreeSet::new(),
            chose_cancelled: BTreeMap::new(),
            of_this_call: HashSet::new(),
            goes_by_lines: false,
            undecided: Vec::new(),
            time_notes: TimeNotes::default(),
            outside: Outside::default(),
            changed: Changed::default(),
            kept: BTreeSet::new(),
            in_view: View::Everybody,
        };
        desk.load_organisations()?;
        for person in writer.people()? {
            if let Some(organisation) = person.organisation_id {
                for address in &person.addresses {
                    let domain = address_domain(address);
                    desk.organisations.note_domain(organisation, domain);
                }
            }
            desk.people.insert(entry(&person, true));
        }
        for distinction in writer.distinctions()? {
            match distinction.other {
                Other::Person(id) => desk.people.remember_different(
                    &distinction.name,
                    distinction.address.as_deref(),
                    id,
                ),
                Other::Organisation(id) => {
                    desk.organisations.remember_different(&distinction.name, id);
                }
            }
        }
        desk.see_recorded_addresses()?;
        if let Some(event) = event {
            desk.view(Some(event))?;
        }
        desk.hold_waiting_rows()?;
        Ok(desk)
    }

    /// Sets whether rows of people who were removed for good are accepted.
    pub(super) fn allowing(self, allow_again: bool) -> Self {
        Self {
            allow_again,
            ..self
        }
    }

    /// Reloads everything on file; pending work is kept.
    pub(super) fn load_again(&mut self, event: Option<EventId>) -> Result<(), StoreError> {
        let old = std::mem::replace(self, Self::new(self.writer, self.now, self.mode, event)?);
        self.touched = old.touched;
        self.to_check = old.to_check;
        self.changed = old.changed;
        self.kept = old.kept;
        self.allow_again = old.allow_again;
        self.returned = old.returned;
        Ok(())
    }

    /// Records the addresses with which the logs on file have names; returns the names that have an additional one.
    pub(super) fn see_recorded_addresses(&mut self) -> Result<Vec<String>, StoreError> {
        let mut names = Vec::new();
        for (name, address) in self.writer.addresses_of_nobody()? {
            if self.people.note_seen(&name, &address) {
                names.push(name);
            }
        }
        Ok(names)
    }

    /// Makes an event the scope of "in the event"; without one, that means on file.
    pub(super) fn view(&mut self, event: Option<EventId>) -> Result<(), StoreError> {
        let view = event.map_or(View::Everybody, View::Event);
        if self.in_view != view {
            self.in_view = view;
            self.look_again_who_takes_part()?;
        }
        Ok(())
    }

    /// Reloads who takes part in the event in view.
    pub(super) fn look_again_who_takes_part(&mut self) -> Result<(), StoreError> {
        match self.in_view {
            View::Everybody => self.people.set_all_in_event(true),
            View::Event(event) => {
                self.people.set_all_in_event(false);
                for person in self.taking_part(event)? {
                    self.people.set_in_event(person, true);
                }
            }
        }
        self.see_waiting_rows();
        Ok(())
    }

    /// Whether something with this event, or without one, is in the event in view.
    pub(super) fn is_in_view(&self, event: Option<EventId>) -> bool {
        match self.in_view {
            View::Everybody => true,
            View::Event(in_view) => event == Some(in_view),
        }
    }

    /// Adds attendees from an earlier file of this call to the event in view.
    pub(super) fn see_attendees(&mut self, event: EventId) -> Result<(), StoreError> {
        for person in self.writer.attendees(event)? {
            self.people.set_in_event(person, true);
        }
        Ok(())
    }

    /// Returns who registered for an event or was there: a guest in one log is known in the next.
    fn taking_part(&self, event: EventId) -> Result<Vec<PersonId>, StoreError> {
        let mut people = self.writer.registered(event)?;
        people.extend(self.writer.attendees(event)?);
        Ok(people)
    }

    /// Returns the mode for a person.
    pub(super) fn mode_for(&self, person: PersonId) -> Mode {
        if self.added.contains(&person) {
            Mode::Update
        } else {
            self.mode
        }
    }

    /// Returns whether a row was processed before.
    pub(super) fn is_known(
        &mut self,
        event: Option<EventId>,
        fingerprint: i64,
    ) -> Result<bool, StoreError> {
        if !self.known.contains_key(&event) {
            self.known.insert(event, self.writer.known_rows(event)?);
        }
        Ok(self.known[&event].contains(&fingerprint))
    }

    /// Remembers a row, here and in the file.
    pub(super) fn remember_row(
        &mut self,
        event: Option<EventId>,
        fingerprint: i64,
    ) -> Result<(), StoreError> {
        if self.known.entry(event).or_default().insert(fingerprint) {
            self.writer.add_known_row(event, fingerprint)?;
        }
        Ok(())
    }

    /// Settles places and conflicts of everything touched; returns notes for the organiser.
    pub fn finish(&mut self, file: Option<&str>) -> Result<Vec<Message>, IntakeError> {
        let mut notes: Vec<Message> = self.settle()?.into_iter().map(|(_, note)| note).collect();
        notes.extend(self.close_file(file)?);
        Ok(notes)
    }

    /// Gives out places by the time of request, regardless of the file it came from; returns notes for the organiser,
    /// with the number of the file if they are about its lines.
    pub(super) fn settle(&mut self) -> Result<Vec<(Option<usize>, Message)>, IntakeError> {
        let mut notes = Vec::new();
        let touched = std::mem::take(&mut self.touched);
        let fresh = std::mem::take(&mut self.fresh);
        let is_untimed = |id: SessionId| {
            let mut claims = self.claims.iter();
            claims.any(|((session, _), said)| *session == id && !said.has_time)
        };
        let settled =
            super::settle_sessions(self.writer, self.now, touched.iter().copied(), &fresh)?;
        for id in touched {
            let Some(session) = self.writer.session(id)? else {
                continue;
            };
            let (confirmed, waiting) = self.writer.places_taken(id)?;
            let held = settled.held.get(&id).copied().unwrap_or_default();
            if let Some(capacity) = session.capacity
                && waiting > 0
                && !session.cancelled
            {
                let note = message!(import::places {
                    session: session.slug,
                    confirmed,
                    capacity,
                    held,
                    waiting,
                    untimed: is_untimed(id),
                });
                notes.push((None, note));
            }
        }
        let claims = std::mem::take(&mut self.claims);
        notes.extend(tell_places(self.writer, &claims, &settled.moves)?);
        let left_free = settled.left_free.iter();
        notes.extend(left_free.map(|it| (None, it.message())));
        Ok(notes)
    }

    /// Settles, for a file read to its end, what it says about individual people; returns notes for the organiser.
    pub(super) fn close_file(&mut self, file: Option<&str>) -> Result<Vec<Message>, IntakeError> {
        let mut notes = Vec::new();
        let resubmitted = std::mem::take(&mut self.resubmitted);
        let sent = |has_time: bool| -> Vec<u64> {
            let of_these = resubmitted.iter().filter(|(_, it)| *it == has_time);
            of_these.map(|(line, _)| *line).collect()
        };
        let (timed, untimed) = (sent(true), sent(false));
        if !timed.is_empty() {
            let (count, lines) = (timed.len(), lines(&timed));
            notes.push(message!(import::changes_of_mind { count, lines }));
        }
        if !untimed.is_empty() {
            let (count, lines) = (untimed.len(), lines(&untimed));
            notes.push(message!(import::changes_by_lines { count, lines }));
        }
        let further = std::mem::take(&mut self.chose_further);
        if !further.is_empty() {
            let (count, lines) = (further.len(), lines(&further));
            notes.push(message!(import::chose_further { count, lines }));
        }
        let named: Vec<u64> = std::mem::take(&mut self.named_again).into_iter().collect();
        if !named.is_empty() {
            let lines = lines(&named);
            notes.push(message!(import::names_a_removed_person { lines }));
        }
        for (session, chosen) in std::mem::take(&mut self.chose_cancelled) {
            let chosen: Vec<u64> = chosen.into_iter().collect();
            let (count, lines) = (chosen.len(), lines(&chosen));
            notes.push(match session {
                Some(session) => message!(import::chose_cancelled {
                    session,
                    count,
                    lines
                }),
                None => message!(import::event_is_cancelled { count, lines }),
            });
        }
        let undecided = std::mem::take(&mut self.undecided);
        if !undecided.is_empty() {
            let lines = lines(&undecided);
            notes.push(message!(import::not_confirmed { lines }));
        }
        notes.extend(self.time_notes.take());
        notes.extend(self.outside.take());
        let to_check = std::mem::take(&mut self.to_check);
        let mut agendas: HashMap<EventId, Vec<Session>> = HashMap::new();
        let mut overlaps = 0;
        for (event, person) in to_check {
            let sessions = match agendas.entry(event) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(empty) => empty.insert(self.writer.sessions(event)?),
            };
            overlaps += super::sync_conflicts(self.writer, event, sessions, person, file)?.len();
        }
        if overlaps > 0 {
            notes.push(message!(import::overlaps { count: overlaps }));
        }
        Ok(notes)
    }
}

/// Converts a person to an entry of the directory.
pub(super) fn entry(person: &Person, in_event: bool) -> crate::identity::Entry {
    crate::identity::Entry {
        id: person.id,
        name: KeyedName::new(&person.given_name, &person.family_name),
        addresses: person.addresses.clone(),
        aliases: person.aliases.clone(),
        organisation: person.organisation_id,
        in_event,
    }
}

/// Converts suggestions to the form stored in a question.
pub(super) fn candidates(suggestions: &[Suggestion]) -> Vec<Candidate> {
    suggestions
        .iter()
        .map(|suggestion| Candidate {
            id: suggestion.id.0,
            score: suggestion.score,
            reasons: suggestion.reasons.clone(),
        })
        .collect()
}
