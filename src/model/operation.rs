//! Operations: one command that changed the file.

use super::{Instant, OperationId};
use crate::catalogue::Message;

/// Whether an operation is still in effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationState {
    /// Its changes are in the file.
    Stands,
    /// It was taken back by the named operation.
    UndoneBy(OperationId),
}

/// One command that changed the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its number, counted from 1 and never used twice.
    pub id: OperationId,
    /// When it ran.
    pub time: Instant,
    /// The command: `import`, `signup add`.
    pub command: String,
    /// What it did, with counts.
    pub summary: Message,
    /// Who gave the command; `None` where nobody is named.
    pub author: Option<String>,
    /// The operation it took back, for an undo.
    pub undoes: Option<OperationId>,
    /// Whether it cannot be taken back, since what it removed is nowhere any more.
    pub is_final: bool,
    /// Whether it is still in effect.
    pub state: OperationState,
}
