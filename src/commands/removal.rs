//! The messages about what prevents the removal of a session or an event.

use crate::catalogue::ToValue;
use crate::catalogue::messages::removal as words;
use crate::error::Error;
use crate::intake::InTheWay;
use crate::message;

/// Returns the refusal to remove something, with what to do first; `name` is its short name.
pub(super) fn refusal(name: &str, in_the_way: InTheWay) -> Error {
    match in_the_way {
        InTheWay::Recorded(recorded) => {
            let mut what = Vec::new();
            if recorded.stays > 0 {
                let count = recorded.stays;
                what.push(message!(removal::stays { count }));
            }
            if recorded.verdicts > 0 {
                let count = recorded.verdicts;
                what.push(message!(removal::verdicts { count }));
            }
            if recorded.excuses > 0 {
                let count = recorded.excuses;
                what.push(message!(removal::excuses { count }));
            }
            let what = what.to_value();
            Error::new(message!(removal::recorded { name, what })).hinted(words::UNDO_FIRST)
        }
        InTheWay::Questions(count) => {
            Error::new(message!(removal::questions { name, count })).hinted(words::ANSWER_FIRST)
        }
    }
}
