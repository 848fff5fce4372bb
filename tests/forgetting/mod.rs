//! Somebody who is removed is nowhere any more, and does not come back.

mod attacks;
mod bytes;
mod laws;
mod retention;
