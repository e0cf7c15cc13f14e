//! Pad names: text from outside, checked once where it enters.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use thiserror::Error;

/// The longest pad name in bytes: it stands in URLs that people read aloud.
pub const MAX_NAME: usize = 64;

/// The name of a pad: `[a-z0-9][a-z0-9_-]{0,63}`. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PadName(Arc<str>);

/// A name that no pad can have, and what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "\"{0}\" is not a pad name: use 1 to 64 letters, digits, '-' or '_', and begin with a letter or digit, like \"sprint-review\""
)]
pub struct BadName(String);

impl FromStr for PadName {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        let lower = text.to_ascii_lowercase();
        let plain = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let bytes = lower.as_bytes();
        let fits = (1..=MAX_NAME).contains(&bytes.len())
            && plain(&bytes[0])
            && bytes.iter().all(|b| plain(b) || matches!(b, b'-' | b'_'));
        if fits { Ok(Self(lower.into())) } else { Err(BadName(text.chars().take(80).collect())) }
    }
}

impl PadName {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PadName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_lower_cased_and_checked() {
        assert_eq!("Sprint-Review".parse::<PadName>().unwrap().as_str(), "sprint-review");
        for bad in ["", "-a", "_a", "a b", "ä", "a/b", &"x".repeat(65)] {
            assert!(bad.parse::<PadName>().is_err(), "{bad:?}");
        }
    }
}
