//! A pad read by programs: its document for whoever renders it, and what was rendered until the text changes.

use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::watch;

use super::core::budget::{Budget, Reservation};

/// What a pad is read as: whoever renders knows what it stands for.
pub type AsForm = Arc<str>;

/// Ways of reading that are kept at once: the forms there are, and some under another title.
const MOST: usize = 8;

/// What came of reading it: its text, or why there is none, in a word of whoever renders.
pub type Known = Result<Bytes, &'static str>;

/// What a room says to who wants to read it.
#[derive(Debug)]
pub enum Reading {
    /// It was read before, and nothing has changed since.
    Known(Known),
    /// Its document, to be rendered.
    Document {
        /// The pad as one update.
        update: Bytes,
        /// Which state of the pad this is.
        version: u64,
    },
}

/// What came of rendering a document.
#[derive(Debug)]
pub struct Rendered {
    /// As what.
    pub form: AsForm,
    /// Of which state of the pad.
    pub version: u64,
    /// What came of it.
    pub text: Known,
}

/// What a room keeps of that. It is dropped with the room, and wiped.
pub(super) struct Readings {
    version: watch::Sender<u64>,
    kept: Vec<(AsForm, Known, Option<Reservation>)>,
}

impl Readings {
    pub(super) fn new() -> (Self, watch::Receiver<u64>) {
        let (version, changes) = watch::channel(0);
        (Self { version, kept: Vec::new() }, changes)
    }

    /// The text has changed: nothing that was read before is true.
    pub(super) fn change(&mut self) {
        self.kept = Vec::new();
        self.version.send_modify(|version| *version += 1);
    }

    /// Who may read has changed: whoever follows looks whether they still may.
    pub(super) fn admit_anew(&self) {
        self.version.send_modify(|_| ());
    }

    pub(super) fn read(&self, form: &AsForm, document: impl FnOnce() -> Bytes) -> Reading {
        match self.kept.iter().find(|(kept, ..)| kept == form) {
            Some((_, text, _)) => Reading::Known(text.clone()),
            None => Reading::Document { update: document(), version: *self.version.borrow() },
        }
    }

    /// Keeps what was rendered, where it is still true and there is memory for it.
    pub(super) fn keep(&mut self, rendered: Rendered, budget: &Budget) {
        let Rendered { form, version, text } = rendered;
        let known = self.kept.iter().any(|(kept, ..)| *kept == form);
        if known || version != *self.version.borrow() {
            return;
        }
        let size = text.as_ref().map_or(0, Bytes::len);
        if self.kept.len() >= MOST {
            self.forget();
        }
        if let Some(place) = budget.take(size) {
            self.kept.push((form, text, Some(place)));
        }
    }

    /// Nobody has read it for a while.
    pub(super) fn forget(&mut self) {
        self.kept = Vec::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_known_until_the_text_changes() {
        let (mut readings, changes) = Readings::new();
        let budget = Budget::new(100);
        let (one, two): (AsForm, AsForm) = ("one".into(), "two".into());
        let document = || Bytes::from_static(b"document");
        let Reading::Document { version, .. } = readings.read(&one, document) else {
            panic!("known")
        };
        let text = Ok(Bytes::from_static(b"words"));
        readings.keep(Rendered { form: one.clone(), version, text: text.clone() }, &budget);
        assert!(matches!(readings.read(&one, document), Reading::Known(known) if known == text));
        assert!(matches!(readings.read(&two, document), Reading::Document { .. }));
        readings.change();
        assert_eq!(*changes.borrow(), 1);
        readings.keep(Rendered { form: one.clone(), version, text }, &budget);
        assert!(
            matches!(readings.read(&one, document), Reading::Document { version: 1, .. }),
            "too late"
        );
        readings.keep(
            Rendered { form: one.clone(), version: 1, text: Ok(vec![0; 200].into()) },
            &budget,
        );
        assert!(
            matches!(readings.read(&one, document), Reading::Document { .. }),
            "no memory for it"
        );
        readings.keep(Rendered { form: one.clone(), version: 1, text: Err("too_long") }, &budget);
        assert!(
            matches!(readings.read(&one, document), Reading::Known(Err("too_long"))),
            "it is tried once, and the reason is told again"
        );
    }
}
