//! What frames are sent to, and listened for.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use thiserror::Error;

/// The longest subject in bytes; what nodes make of a cluster's name and a hash takes a third of it.
const MAX_SUBJECT: usize = 255;

/// Words with dots between them, of letters, digits, `-` and `_`: `fp1.office.d.k3v9.u`. It names one stream and is
/// no pattern, so that nobody hears more than they ask for. Cheap to clone.
/// <https://docs.nats.io/nats-concepts/subjects>
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject(Arc<str>);

/// A text that is no subject.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("\"{0}\" is no subject: words of letters, digits, '-' and '_', with dots between them")]
pub struct BadSubject(String);

impl FromStr for Subject {
    type Err = BadSubject;

    fn from_str(text: &str) -> Result<Self, BadSubject> {
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(is_of_word);
        let fits = text.len() <= MAX_SUBJECT && text.split('.').all(is_word);
        if fits { Ok(Self(text.into())) } else { Err(BadSubject(text.chars().take(80).collect())) }
    }
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

impl Subject {
    /// The subject as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_subject_is_a_pattern_or_breaks_a_line() {
        for good in ["a", "fp1.Office_2.d.k-9.u"] {
            assert_eq!(good.parse::<Subject>().unwrap().as_str(), good);
        }
        let long = "x".repeat(MAX_SUBJECT + 1);
        for bad in
            ["", ".", "a.", ".a", "a..b", "a.*", ">", "a b", "a\r\nPUB b", "ä", "$SYS.x", &long]
        {
            assert!(bad.parse::<Subject>().is_err(), "{bad:?}");
        }
    }
}
