//! What a host calls a pad: people read it in the place of the name, which stays in links.

use std::sync::{Arc, Mutex};

use crate::base::lock::lock;

/// Beside its room: a room that fails leaves it to the next. Cheap to clone; all clones are of one pad.
#[derive(Clone, Debug, Default)]
pub struct Title(Arc<Mutex<Called>>);

#[derive(Debug, Default)]
struct Called {
    title: Option<String>,
    /// Whether a host has ever said so: who comes back may know an old one.
    told: bool,
}

impl Title {
    /// The title, where there is one.
    #[must_use]
    pub fn get(&self) -> Option<String> {
        lock(&self.0).title.clone()
    }

    /// From now on it is called so; `None`: by its name.
    pub(in crate::room) fn set(&self, title: Option<String>) {
        *lock(&self.0) = Called { title, told: true };
    }

    /// What who sits down has to be told, if anything.
    pub(in crate::room) fn told(&self) -> Option<Option<String>> {
        let called = lock(&self.0);
        called.told.then(|| called.title.clone())
    }
}
