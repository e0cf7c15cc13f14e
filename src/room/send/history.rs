//! Whether a guest's history is awaited. It may be as large as a pad; what they write later may not.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Awaited from the start, and again whenever the room asks. Cheap to clone; all clones are one seat's.
#[derive(Clone, Debug)]
pub struct History(Arc<AtomicBool>);

impl Default for History {
    fn default() -> Self {
        Self(Arc::new(AtomicBool::new(true)))
    }
}

impl History {
    /// Whether it is still to come.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// The room asks for it.
    pub(in crate::room) fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// It has come.
    pub(in crate::room) fn came(&self) {
        self.0.store(false, Ordering::Relaxed);
    }
}
