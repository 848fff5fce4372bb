//! google_meet.

use super::{RawLog, Unreadable};
use crate::import::Record;

pub(super) fn read(_records: &[Record]) -> Option<Result<RawLog<'_>, Unreadable>> {
    None
}
