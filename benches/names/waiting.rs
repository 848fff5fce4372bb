//! Rows that wait for an answer: sign-ups with the name of somebody on file, whose lines stand in the
//! log before anybody has said who they are.
//!
//! Each waiting row is a person of its own with a negative number. A line that means it is right where
//! it is asked, or certain for that number, and wrong where it is taken for the one on file.

use rollcall::identity::Directory;

use super::lines::{Line, Truth};
use super::people::{Person, World, entry, private_address};
use super::random::Random;
use super::strangers::{invented_words, local_part};

/// The lines of a log beside which a row waits.
pub(crate) const WAITING: [&str; 5] = [
    "the row's address and name",
    "the row's address, given name alone",
    "the row's organisation beside the name",
    "the bare name of both",
    "the address of the one on file",
];

/// Rows that wait, and the log that follows.
pub(crate) struct Waiting {
    rows: Vec<Person>,
    /// The lines, by their kind.
    pub(crate) log: Vec<(&'static str, Vec<Line>)>,
}

impl World {
    /// Makes up so many waiting rows.
    pub(crate) fn waiting(&self, random: &mut Random, rows: usize) -> Waiting {
        let mut waiting = Waiting {
            rows: Vec::new(),
            log: WAITING.map(|kind| (kind, Vec::new())).into(),
        };
        let mut seen = std::collections::HashSet::new();
        while waiting.rows.len() < rows {
            let known = self.one_of_their_name(random);
            let own = &self.organisations[known.organisation.unwrap()];
            let is_private = random.happens(500);
            let address = if is_private {
                private_address(random, known)
            } else {
                let local = local_part(&known.given, &known.family);
                format!("{local}2@{}", own.domain)
            };
            if !self.is_free(&address) || !seen.insert(known.id) {
                continue;
            }
            let row = Person {
                id: -1 - i64::try_from(waiting.rows.len()).unwrap(),
                address: Some(address.clone()),
                organisation: known.organisation.filter(|_| !is_private),
                ..known.clone()
            };
            let name = format!("{} {}", row.given, row.family);
            let company = format!("{name} ({})", invented_words(random));
            let lines = [
                (name.clone(), Some(address.clone()), row.id),
                (row.given.clone(), Some(address), row.id),
                (company, None, row.id),
                (name.clone(), None, row.id),
                (name, known.address.clone(), known.id),
            ];
            for ((kind, log), (written, address, id)) in waiting.log.iter_mut().zip(lines) {
                log.push(Line {
                    written,
                    address,
                    truth: Truth::OnFile(id),
                    is_sure: false,
                    fits: 2,
                    kind,
                    remembered_for: None,
                    alone: None,
                });
            }
            waiting.rows.push(row);
        }
        waiting
    }
}

impl Waiting {
    /// Makes the rows rivals of those on file.
    pub(crate) fn join(&self, directory: &mut Directory) {
        for row in &self.rows {
            directory.insert(entry(row));
        }
    }
}
