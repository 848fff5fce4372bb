//! The messages about what prevents the removal of a person, a sign-up, a session or an event.

use crate::catalogue::messages::removal as words;
use crate::catalogue::{Message, ToValue, Value};
use crate::error::Error;
use crate::intake::InTheWay;
use crate::message;
use crate::store::Recorded;

/// Returns the refusal to remove something, with what to do first; `name` is its short name.
pub(super) fn refusal(name: &str, in_the_way: InTheWay) -> Error {
    match in_the_way {
        InTheWay::Recorded(recorded) => {
            let what = told(recorded);
            Error::new(message!(removal::recorded { name, what })).hinted(words::UNDO_FIRST)
        }
        InTheWay::Questions(count) => {
            Error::new(message!(removal::questions { name, count })).hinted(words::ANSWER_FIRST)
        }
    }
}

/// Returns the refusal to remove a person or a sign-up: the attendance of this person is on record.
pub(super) fn refusal_of_person(name: &Message, recorded: Recorded) -> Error {
    let what = told(recorded);
    Error::new(message!(removal::recorded_of_person { name, what })).hinted(words::UNDO_FIRST)
}

/// Returns what was recorded, with counts.
fn told(recorded: Recorded) -> Value {
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
    what.to_value()
}
