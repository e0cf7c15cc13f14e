//! Codes that are good once, such as those of a host's short links: each is given out for something,
//! which has one at a time, and is used up by whoever takes it first.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard};

use crate::base::codes::OnceCode;
use crate::base::lock::lock;

/// Enough for a code, with what is left out for fairness: twice its letters.
const RANDOM: usize = 32;

/// Codes that were given out and not used yet: what for (`F`), and what is behind them (`B`).
pub(super) struct Once<F, B> {
    open: Mutex<HashMap<F, (OnceCode, B)>>,
}

impl<F, B> Default for Once<F, B> {
    fn default() -> Self {
        Self { open: Mutex::default() }
    }
}

impl<F: Clone + Eq + Hash, B> Once<F, B> {
    /// A new code; the last one that was given out for the same is good no more.
    ///
    /// # Errors
    /// Where the system gives no random numbers.
    pub(super) fn give(&self, what: F, behind: B) -> Result<OnceCode, getrandom::Error> {
        let code = random()?;
        self.open().insert(what, (code, behind));
        Ok(code)
    }

    /// The code that is open for this.
    pub(super) fn given(&self, what: &F, is_meant: impl Fn(&B) -> bool) -> Option<OnceCode> {
        self.open().get(what).filter(|(_, behind)| is_meant(behind)).map(|(code, _)| *code)
    }

    /// Uses a code up.
    pub(super) fn take(&self, code: OnceCode) -> Option<(F, B)> {
        let mut open = self.open();
        let what = open.iter().find(|(_, (known, _))| *known == code)?.0.clone();
        let (_, behind) = open.remove(&what)?;
        Some((what, behind))
    }

    /// Looks at all that is open, and drops what is not to be kept.
    pub(super) fn retain(&self, mut is_kept: impl FnMut(&F, &B) -> bool) {
        self.open().retain(|what, (_, behind)| is_kept(what, behind));
    }

    /// How many are open.
    pub(super) fn len(&self) -> usize {
        self.open().len()
    }

    /// Whether none is open.
    pub(super) fn is_empty(&self) -> bool {
        self.open().is_empty()
    }

    fn open(&self) -> MutexGuard<'_, HashMap<F, (OnceCode, B)>> {
        lock(&self.open)
    }
}

fn random() -> Result<OnceCode, getrandom::Error> {
    loop {
        let mut bytes = [0; RANDOM];
        getrandom::fill(&mut bytes)?;
        if let Some(code) = OnceCode::from_random(&bytes) {
            return Ok(code);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_good_once_and_the_next_one_takes_the_place_of_the_last() {
        let once = Once::default();
        let first = once.give("a", 1).unwrap();
        let second = once.give("a", 2).unwrap();
        let other = once.give("b", 3).unwrap();
        assert_eq!(once.take(first), None);
        assert_eq!((once.take(second), once.take(second)), (Some(("a", 2)), None));
        assert_eq!(once.given(&"b", |behind| *behind == 3), Some(other));
        assert_eq!(once.given(&"b", |behind| *behind == 4), None);
        once.retain(|_, behind| *behind != 3);
        assert!(once.is_empty());
        assert_eq!(once.take(other), None);
    }
}
