//! Stays to verdicts: arithmetic on intervals, and what it comes to.
//!
//! Pure functions: no clock but the moment they are given, no database, no words for readers. The room uses
//! `crate::model`.
//!
//! *Never summed.* The time of a person in a session is the union of their stays, cut to the
//! session: two devices, re-joins and rows imported twice add nothing. Only where a log gives
//! durations without times there is nothing to unite; see [`attend()`].
//!
//! *Exact.* Rules are held against whole seconds, minutes are rounded to the nearest for printing
//! alone: 14 minutes 40 seconds are printed as 15 and do not meet `15min`.

mod attend;
mod curve;
mod interval;
mod phase;
mod placement;
mod rule;
mod verdict;

pub use attend::{Attended, StayTimes, attend, attend_by};
pub use curve::{curve, peak};
pub use interval::{Interval, minutes, seconds, unite};
pub use phase::{Phase, Presence};
pub use placement::{Placement, place, sessions_of_the_whole, shares_by_the_clock};
pub use rule::{RuleInForce, RuleSource, default_rule, effective_rule, meets};
pub use verdict::{SignedUp, verdict};
