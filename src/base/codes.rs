//! Codes out of letters that are read as no other: those that a person reads off a wall and types,
//! and the longer ones of links that are good once.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// The 30 letters and digits of a code: none that is read as another (no 0 O, 1 I L, U).
pub const ALPHABET: &[u8; 30] = b"ABCDEFGHJKMNPQRSTVWXYZ23456789";

/// A join code has six characters: 30^6 = 729 million, far beyond 60 guesses in ten minutes.
pub const CODE_LEN: usize = 6;

/// The code of a link that is good once has twelve: 30^12 is 2^59, beyond guessing without any count
/// of tries, and the link around it still fits half a row.
pub const ONCE_CODE_LEN: usize = 12;

/// A code of so many characters, upper-case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Code<const LEN: usize>([u8; LEN]);

/// What everyone in the room types.
pub type JoinCode = Code<CODE_LEN>;

/// What leads somebody on once.
pub type OnceCode = Code<ONCE_CODE_LEN>;

/// A text that is no join code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("codes have six characters, like K7Q PM3; 0, O, 1, I, L and U are never among them")]
pub struct BadCode;

impl<const LEN: usize> Code<LEN> {
    /// Makes a code out of random bytes: byte by byte, leaving out those that would favour the
    /// first letters. `None` where too few bytes are left.
    #[must_use]
    pub fn from_random(bytes: &[u8]) -> Option<Self> {
        let fair = 256 / ALPHABET.len() * ALPHABET.len();
        let mut letters = bytes
            .iter()
            .filter(|b| usize::from(**b) < fair)
            .map(|b| ALPHABET[usize::from(*b) % ALPHABET.len()]);
        let mut code = [0; LEN];
        for place in &mut code {
            *place = letters.next()?;
        }
        Some(Self(code))
    }
}

impl JoinCode {
    /// The code in two groups of three, as people read it: `K7Q PM3`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let text = self.to_string();
        format!("{} {}", &text[..3], &text[3..])
    }
}

impl<const LEN: usize> FromStr for Code<LEN> {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        let typed = text.bytes().filter(|b| !matches!(b, b' ' | b'-'));
        let mut code = [0; LEN];
        let mut n = 0;
        for byte in typed {
            let upper = byte.to_ascii_uppercase();
            if n == LEN || !ALPHABET.contains(&upper) {
                return Err(BadCode);
            }
            code[n] = upper;
            n += 1;
        }
        if n == LEN { Ok(Self(code)) } else { Err(BadCode) }
    }
}

impl<const LEN: usize> fmt::Display for Code<LEN> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.0).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_in_any_case_and_grouping() {
        let code: JoinCode = "k7q pm3".parse().unwrap();
        assert_eq!(code.to_string(), "K7QPM3");
        assert_eq!(code.grouped(), "K7Q PM3");
        for bad in ["", "K7QPM", "K7QPM33", "K7QPM0", "K7QPMü"] {
            assert_eq!(bad.parse::<JoinCode>(), Err(BadCode), "{bad}");
        }
    }

    #[test]
    fn every_letter_is_equally_likely() {
        let all: Vec<u8> = (0..=255).collect();
        let code = |b: &[u8]| JoinCode::from_random(b).unwrap().to_string();
        assert_eq!(code(&all), "ABCDEF");
        assert_eq!(code(&all[234..240]), "456789");
        assert!(JoinCode::from_random(&[255; 32]).is_none(), "240 and above would favour A to R");
    }
}
