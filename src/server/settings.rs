//! What a host may change while the server runs: whoever asks next is answered by it.

use std::sync::Arc;

use tokio::sync::watch;

use super::{MetricsReaders, Proxies, Templates};

/// Settings of the server that hold no pad and no key.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Who is believed about others' addresses.
    pub proxies: Proxies,
    /// Who may read the figures of the server.
    pub metrics: MetricsReaders,
    /// What new pads may begin with.
    pub templates: Templates,
}

/// The settings as they are now.
#[derive(Debug)]
pub struct LiveSettings(watch::Sender<Arc<Settings>>);

impl LiveSettings {
    /// Begins with these.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self(watch::Sender::new(Arc::new(settings)))
    }

    /// The settings of this moment.
    #[must_use]
    pub fn now(&self) -> Arc<Settings> {
        Arc::clone(&self.0.borrow())
    }

    /// Puts others in their place.
    pub fn set(&self, settings: Settings) {
        self.0.send_replace(Arc::new(settings));
    }
}
