//! The desk: decides what a row or an instruction changes in the file.
//!
//! `import` says what a file contains, and `store` keeps it; in between, somebody has to decide who is meant, what is
//! new, who gets a place and what to ask. This room does that. It is one tier above the layout of the design
//! (`commands → intake → import, store → …`), because the same rules serve `import`, `signup`, `check-in`, `review` and
//! `undo`, and would otherwise be written once in each.
//!
//! It may use `import`, `store`, `attendance`, `programme`, `identity` and `model`, never `commands`, `report` or
//! `output`. Everything here runs inside one operation of the store.
//!
//! # Fates
//!
//! Every row ends in exactly one [`Fate`], and the counts of a [`FileOutcome`] add up to the rows.
//!
//! # Repeated imports
//!
//! A row is remembered by a fingerprint of its person and contents. A known row is `unchanged`, even if somebody has
//! since corrected by hand what it once changed: a second import never reverts a correction. An unknown row of a known
//! person is a change of mind; the newest submission wins, by the time the form recorded, else by the order of the
//! rows. In a hand-made list that names one session in each row, and no time, the rows of a person add up instead (see
//! [`listed`]).
//!
//! # Places
//!
//! Places are given out when all forms of a call have been read, by the time of request. A file's own waiting list does
//! not override that; a note reports where the two differ.

mod affiliations;
mod age;
mod agendas;
mod ahead;
mod answers;
mod asked;
#[cfg(test)]
mod asks_tests;
mod attendance;
mod attendance_list;
mod attendance_times;
mod by_hand;
mod changed;
mod choosing;
mod coming_back;
mod desk;
mod door;
mod due_people;
mod duplicates;
mod error;
mod forgetting;
mod hours;
mod import;
mod judging;
mod listed;
mod logs;
mod merging;
mod minimising;
mod moving;
mod named_again;
mod namesakes;
mod organisations;
mod outcome;
mod outside;
mod pending;
mod people;
mod places;
mod programme;
mod reference;
mod registering;
mod rejects;
mod removing;
mod retention;
mod reunite;
mod review;
mod rows;
mod rulings;
mod signups;
mod splitting;
mod stays_on_file;
mod submission;
mod unheld;
mod waiting;
mod which_organisation;
mod who;

pub use affiliations::{
    Follow, SplitOrganisation, follow_person, follow_rename, name_on_file, split_organisation,
};
pub use age::{Exported, Exports};
pub use answers::{Answered, Answers, NotTaken, answer_all};
pub use asked::{Asked, Beside, asked, asked_beside};
pub use by_hand::{
    SignedUp, Withdrawn, cancel_signup, is_for_everybody, merge_registrations, move_signup, sign_up,
};
pub use desk::{Desk, Mode};
pub use door::{Astray, CheckIn, CheckedIn, astray, check_in, move_on};
pub use duplicates::{Duplicate, duplicates};
pub use error::IntakeError;
pub use forgetting::{
    Mention, Mentions, Plan as ForgettingPlan, Recognised, find_to_forget, forget, recognise,
};
pub use import::{Request, import, plan_of};
pub use judging::look_again;
pub use merging::{First, Merge, settle_names};
pub use minimising::{Minimising, minimise};
pub use moving::{Moved, move_stay};
pub use organisations::organisations_on_file;
pub use outcome::FileOutcome;
pub use places::{
    LeftFree, PlaceMove, Settled, settle_after_undo, settle_sessions, sync_conflicts,
};
pub use programme::{link_session_people, slug_of};
pub use reference::{
    event_by_slug, find_event, find_organisation, find_person, find_session, person_by_whole_name,
    session_by_slug,
};
pub use removing::{
    InTheWay, Removed, cancel_event, cancel_session, remove_event, remove_person, remove_session,
    remove_signup,
};
pub use retention::{Due, LetGo, due, is_overdue, let_go, people_to_let_go};
pub use reunite::{United, unite_organisations};
pub use review::{Answer, Outcome, answer};
pub use rulings::{Ruled, rule, unrule};
pub use splitting::{Owned, OwnedRow, Split, SplitOff, hold_apart, owned, split_person};

use crate::catalogue::Message;
use crate::import::{Problem, SetAside};

/// The result of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It added a person or a thing.
    Created,
    /// It changed something on file.
    Updated,
    /// It contained nothing new.
    Unchanged,
    /// It is waiting for an answer.
    Review,
    /// It has an error.
    Rejected(Problem),
    /// It is correct, but was not imported.
    Skipped(Message),
}

impl From<SetAside> for Fate {
    fn from(aside: SetAside) -> Self {
        match aside {
            SetAside::Rejected(problem) => Self::Rejected(problem),
            SetAside::Skipped(reason) => Self::Skipped(reason),
        }
    }
}
