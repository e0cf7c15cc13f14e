//! The colour that a person has chosen, by which the others know them.

use std::fmt;

use serde::{Serialize, Serializer};

/// Red, green and blue in a byte each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(u32);

impl Colour {
    /// Reads `#rrggbb`; `None` where it is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let all = digits.bytes().all(|b| b.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| all).map(Self)
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(Colour::parse("#0B7d63").unwrap().to_string(), "#0b7d63");
        for other in ["", "#", "#fff", "0b7d63", "#0b7d6g", "#+b7d63", "#0b7d633", "#0b7d6é"] {
            assert_eq!(Colour::parse(other), None, "{other}");
        }
    }
}
