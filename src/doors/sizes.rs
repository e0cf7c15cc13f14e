//! How large a message of a client may be.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use fadepad_store::DocLimits;

use crate::base::limits::MAX_VIEWER_MESSAGE;

/// Bytes of a message beside the update that it carries: refs, topic, event, JSON.
const OVERHEAD: usize = 4 << 10;

/// Cheap to clone; all clones are one client's.
#[derive(Clone)]
pub(super) struct MessageSizes {
    whole: usize,
    writes: Arc<AtomicBool>,
}

impl MessageSizes {
    pub(super) fn new(limits: &DocLimits) -> Self {
        // A whole pad in base64: as an array of integers no larger than a third of it fits.
        let whole = limits.bytes / 3 * 4 + OVERHEAD;
        Self { whole: whole.max(MAX_VIEWER_MESSAGE), writes: Arc::default() }
    }

    /// It has shown a key that writes. Whoever does may bring history at any time (`client_sync`), also
    /// for a topic beside those that it has joined.
    pub(super) fn writes(&self) {
        self.writes.store(true, Ordering::Relaxed);
    }

    /// Bytes of the largest message that is ever taken.
    pub(super) fn largest(&self) -> usize {
        self.whole
    }

    /// Bytes that a message may have now.
    pub(super) fn most(&self) -> usize {
        if self.writes.load(Ordering::Relaxed) { self.whole } else { MAX_VIEWER_MESSAGE }
    }
}
