//! Somebody who is removed is nowhere any more, and does not come back.

mod bytes;
mod laws;
