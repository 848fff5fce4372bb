//! From stays to verdicts: arithmetic on intervals, and what follows from it.
//!
//! Pure functions: the only clock is the moment passed in, there is no database, and there are no words for readers.
//! The room uses `crate::model`.
//!
//! *Never summed.* A person's time in a session is the union of their stays, cut to the session: two devices, re-joins
//! and rows imported twice add nothing. The exception is logs that give durations without times, which cannot be
//! united; see [`attend()`].
//!
//! *Exact.* Rules are compared with whole seconds; minutes are rounded to the nearest only for printing. 14 minutes 40
//! seconds are printed as 15 and do not meet `15min`.

mod attend;
mod curve;
mod interval;
mod phase;
mod placement;
mod rule;
mod together;
mod turnover;
mod verdict;

pub use attend::{Attended, StayTimes, attend, attend_by};
pub use curve::{curve, peak};
pub use interval::{Interval, minutes, seconds, unite};
pub use phase::{Phase, Presence};
pub use placement::{Placement, place, sessions_of_the_whole, shares_by_the_clock};
pub use rule::{RuleInForce, RuleSource, default_rule, effective_rule, meets};
pub use together::seconds_together;
pub use turnover::{Present, turnover_without};
pub use verdict::{SignedUp, verdict};
