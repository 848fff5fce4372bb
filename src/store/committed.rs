//! Remembers what was committed, so that it can be reported whatever happens afterwards.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::model::OperationId;

/// The newest operation committed by the stores that share it; clones share it as well.
#[derive(Debug, Clone, Default)]
pub struct Committed(Arc<AtomicI64>);

impl Committed {
    /// Returns the operation's number; `None` as long as nothing was changed.
    pub fn newest(&self) -> Option<OperationId> {
        let number = self.0.load(Ordering::Relaxed);
        (number > 0).then_some(OperationId(number))
    }

    pub(super) fn set(&self, operation: OperationId) {
        self.0.store(operation.0, Ordering::Relaxed);
    }
}
