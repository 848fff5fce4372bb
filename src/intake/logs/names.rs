//! Determines the people meant by the names in a log, looking up each name once.
//!
//! Names are independent of each other, and looking up the names of a large meeting takes about as long as writing its
//! stays. So threads look them up, in order of occurrence, while the stays of earlier names are processed. The
//! processing thread looks up names as well rather than wait.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{Builder, available_parallelism, scope};

use foldhash::fast::RandomState;

use super::super::desk::Desk;
use super::super::who::{Found, OnFile};
use crate::identity::is_not_a_person;
use crate::import::log::{Log, LoggedStay};
use crate::import::rows::Who;

/// Everything in a row that identifies a person.
pub(super) type Seen<'log> = (
    &'log str,
    Option<(&'log str, &'log str)>,
    Option<&'log str>,
    Option<&'log str>,
);

/// The names of a log, without duplicates.
#[derive(Debug)]
pub(super) struct Names<'log> {
    /// The index of each line's name, for those that are looked up.
    of_lines: Vec<Option<usize>>,
    /// A stay of each name, in order of occurrence.
    different: Vec<&'log LoggedStay>,
}

/// How many names are looked up together.
const TOGETHER: usize = 512;

impl<'log> Names<'log> {
    /// Collects the names of the wanted lines, by their index in the log.
    pub(super) fn of(log: &'log Log, is_wanted: impl Fn(usize, &LoggedStay) -> bool) -> Self {
        let mut known: HashMap<Seen<'log>, usize, RandomState> = HashMap::default();
        let mut different = Vec::new();
        let number = |(place, line): (usize, &'log crate::import::log::LogLine)| {
            let stay = line.says.as_ref().ok()?;
            is_wanted(place, stay).then(|| {
                *known.entry(seen(stay)).or_insert_with(|| {
                    different.push(stay);
                    different.len() - 1
                })
            })
        };
        Self {
            of_lines: log.lines.iter().enumerate().map(number).collect(),
            different,
        }
    }

    /// Looks up the names while `work` uses them, for a large meeting on all processors.
    pub(super) fn look_up<T>(
        &self,
        desk: &Desk<'_>,
        work: impl FnOnce(&mut LookedUp<'_>) -> T,
    ) -> T {
        let shares = Shares {
            on_file: desk.on_file(),
            names: self.different.chunks(TOGETHER).collect(),
            claimed: AtomicUsize::new(0),
        };
        let processors = available_parallelism().map_or(1, usize::from);
        let helpers = processors.min(shares.names.len()).saturating_sub(1);
        scope(|scope| {
            let (sender, arriving) = channel();
            for _ in 0..helpers {
                let (sender, shares) = (sender.clone(), &shares);
                // If the system has no thread left, the processing thread looks up all names.
                let helper = Builder::new().spawn_scoped(scope, move || {
                    while let Some(share) = shares.claim() {
                        // The receiver is gone if a stay could not be processed.
                        if sender.send((share, shares.look_up(share))).is_err() {
                            return;
                        }
                    }
                });
                drop(helper);
            }
            drop(sender);
            work(&mut LookedUp {
                of_lines: &self.of_lines,
                found: Vec::with_capacity(self.different.len()),
                next: 0,
                early: HashMap::new(),
                arriving,
                shares: &shares,
            })
        })
    }
}

/// Batches of names, for any thread that is free.
struct Shares<'a> {
    on_file: OnFile<'a>,
    names: Vec<&'a [&'a LoggedStay]>,
    /// How many batches have been claimed.
    claimed: AtomicUsize,
}

impl Shares<'_> {
    /// Claims the next batch.
    fn claim(&self) -> Option<usize> {
        let share = self.claimed.fetch_add(1, Ordering::Relaxed);
        (share < self.names.len()).then_some(share)
    }

    fn look_up(&self, share: usize) -> Vec<Found> {
        let find = |stay: &&LoggedStay| {
            let organisation = stay.organisation.as_deref();
            self.on_file.attendee(&logged_who(stay), organisation)
        };
        self.names[share].iter().map(find).collect()
    }
}

/// The results for the names looked up so far.
pub(super) struct LookedUp<'a> {
    of_lines: &'a [Option<usize>],
    found: Vec<Found>,
    /// The next batch to be appended to `found`.
    next: usize,
    /// Batches that arrived before their turn.
    early: HashMap<usize, Vec<Found>>,
    arriving: Receiver<(usize, Vec<Found>)>,
    shares: &'a Shares<'a>,
}

impl LookedUp<'_> {
    /// Returns whose stay a line of the log is, for lines whose names were wanted; best called in order.
    pub(super) fn who(&mut self, place: usize) -> &Found {
        let Some(name) = self.of_lines.get(place).copied().flatten() else {
            return &Found::Nobody;
        };
        while self.found.len() <= name && self.next < self.shares.names.len() {
            let share = self.share(self.next);
            self.found.extend(share);
            self.next += 1;
        }
        self.found.get(name).unwrap_or(&Found::Nobody)
    }

    /// Waits for a batch, and looks up others meanwhile.
    fn share(&mut self, wanted: usize) -> Vec<Found> {
        loop {
            if let Some(found) = self.early.remove(&wanted) {
                return found;
            }
            let arrived = self.arriving.try_recv().ok();
            let arrived = arrived.or_else(|| {
                let own = self.shares.claim()?;
                Some((own, self.shares.look_up(own)))
            });
            match arrived.or_else(|| self.arriving.recv().ok()) {
                Some((share, found)) => self.early.insert(share, found),
                // The thread that claimed it is gone.
                None => return self.shares.look_up(wanted),
            };
        }
    }
}

pub(super) fn seen(stay: &LoggedStay) -> Seen<'_> {
    (
        &stay.name,
        stay.parts
            .as_ref()
            .map(|(given, family)| (given.as_str(), family.as_str())),
        stay.email.as_deref(),
        stay.organisation.as_deref(),
    )
}

/// Whether several people may have this name at once: an empty name, a masked telephone number, a bare "Guest".
pub(super) fn stands_for_several(stay: &LoggedStay) -> bool {
    stay.email.is_none() && (stay.name.is_empty() || is_not_a_person(&stay.name).is_some())
}

/// Returns who a row of a log is about.
pub(super) fn logged_who(stay: &LoggedStay) -> Who {
    let (given_name, family_name) = stay.parts.clone().unwrap_or_default();
    Who {
        written: stay.name.clone(),
        title: None,
        given_name,
        family_name,
        email: stay.email.clone(),
        person_id: None,
    }
}
