//! Adds up one person's time in several sessions.

use super::attend::Attended;
use super::interval::{Interval, seconds, unite};
use crate::model::Session;

/// Returns the seconds that one person was in several sessions; an hour in two parallel ones is an hour. `None` if no
/// length is known.
///
/// Lengths without times may or may not overlap: they are added up, but limited to the duration of the sessions that
/// the person was in.
pub fn seconds_together<'a>(
    sessions: impl Iterator<Item = (&'a Session, &'a Attended)>,
) -> Option<i64> {
    let (mut covered, mut windows, mut without_times) = (Vec::new(), Vec::new(), 0);
    for (session, attended) in sessions {
        let Some(known) = attended.seconds else {
            continue;
        };
        covered.extend(attended.intervals.iter().copied());
        without_times += known - seconds(&attended.intervals);
        windows.push(Interval {
            start: session.start,
            end: session.end,
        });
    }
    let is_known = !windows.is_empty();
    unite(&mut covered);
    unite(&mut windows);
    is_known.then(|| (seconds(&covered) + without_times).min(seconds(&windows)))
}
