//! How people come in who have no key of their own yet: the door, and the PIN beside the code.

use std::fmt;
use std::str::FromStr;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use thiserror::Error;
use zeroize::Zeroizing;

/// How those come in who have no key of their own; the later, the stricter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Door {
    /// By link or code.
    #[default]
    Open,
    /// They knock, and a host lets them in.
    Knock,
    /// Not at all.
    Closed,
}

impl Door {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Open, Self::Knock, Self::Closed];

    /// The word that users and programs see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Knock => "knock",
            Self::Closed => "closed",
        }
    }
}

/// A word that is no door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a door is open, knock or closed")]
pub struct BadDoor;

impl FromStr for Door {
    type Err = BadDoor;

    fn from_str(text: &str) -> Result<Self, BadDoor> {
        Self::ALL.into_iter().find(|door| door.name() == text).ok_or(BadDoor)
    }
}

/// What somebody who knocks asks with: nobody else comes in by their knock.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct KnockTicket(pub u128);

impl KnockTicket {
    /// A new one, of 128 random bits.
    ///
    /// # Errors
    /// Where the system gives none.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut random = [0; 16];
        getrandom::fill(&mut random)?;
        Ok(Self(u128::from_be_bytes(random)))
    }
}

impl fmt::Display for KnockTicket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for KnockTicket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KnockTicket(secret)")
    }
}

/// A text that is no ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a knock is 32 hexadecimal digits")]
pub struct BadTicket;

impl FromStr for KnockTicket {
    type Err = BadTicket;

    fn from_str(text: &str) -> Result<Self, BadTicket> {
        let digits = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        u128::from_str_radix(text, 16).ok().filter(|_| digits).map(Self).ok_or(BadTicket)
    }
}

/// The shortest PIN, and the longest, in characters.
const PIN_LEN: std::ops::RangeInclusive<usize> = 4..=64;

/// A second secret that is asked of everyone who comes by code.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(Zeroizing<String>);

/// A text that is no PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a PIN has 4 to 64 letters, digits or signs")]
pub struct BadPin;

impl Pin {
    /// Whether it is digits alone: a page offers a keyboard for these.
    #[must_use]
    pub fn is_digits(&self) -> bool {
        self.0.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Its letters, for the machine that its pad is handed on to.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.0
    }

    /// What tells that two know the same PIN, to who knows this key and has no PIN to show: in hexadecimal.
    #[must_use]
    pub fn tag(&self, key: &str) -> String {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("HMAC takes a key of any length");
        mac.update(self.0.as_bytes());
        mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether somebody has typed it. Takes as long for a wrong one, whatever is wrong with it.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        let mac = |text: &str| {
            // Of one length, and with nothing to learn from the time that comparing takes.
            let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_bytes())
                .expect("HMAC takes a key of any length");
            mac.update(text.trim().as_bytes());
            mac
        };
        mac(typed).verify(&mac(&self.0).finalize().into_bytes()).is_ok()
    }
}

impl FromStr for Pin {
    type Err = BadPin;

    fn from_str(text: &str) -> Result<Self, BadPin> {
        let text = text.trim();
        let fits = PIN_LEN.contains(&text.chars().count()) && !text.contains(char::is_control);
        fits.then(|| Self(Zeroizing::new(text.to_owned()))).ok_or(BadPin)
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_door_is_named_by_one_of_three_words() {
        for door in Door::ALL {
            assert_eq!(door.name().parse(), Ok(door));
        }
        for odd in ["", "Open", "ajar"] {
            assert_eq!(odd.parse::<Door>(), Err(BadDoor));
        }
    }

    #[test]
    fn a_ticket_is_read_as_it_is_written_and_debugs_as_nothing() {
        let ticket = KnockTicket::new().unwrap();
        assert_eq!(ticket.to_string().parse(), Ok(ticket));
        assert!(ticket != KnockTicket::new().unwrap());
        assert!(!format!("{ticket:?}").contains(&ticket.to_string()));
        for odd in ["", "7", &"+".repeat(32), &"0".repeat(33)] {
            assert_eq!(odd.parse::<KnockTicket>(), Err(BadTicket), "{odd}");
        }
    }

    #[test]
    fn a_pin_is_what_was_typed_and_is_shown_nowhere() {
        let pin: Pin = " 4711 ".parse().unwrap();
        assert!(pin.is("4711") && pin.is("4711 ") && !pin.is("4712") && !pin.is(""));
        assert_eq!(format!("{pin:?}"), "Pin(secret)");
        for odd in ["", "123", "   1   ", "12\n34", &"1".repeat(65)] {
            assert_eq!(odd.parse::<Pin>(), Err(BadPin), "{odd:?}");
        }
        let other: Pin = "4712".parse().unwrap();
        assert!(pin.is_digits() && !"471l".parse::<Pin>().unwrap().is_digits());
        assert_eq!(pin.tag("key"), pin.clone().tag("key"));
        assert!(pin.tag("key") != other.tag("key") && pin.tag("key") != pin.tag("other"));
        assert!("a längeres Wort".parse::<Pin>().is_ok_and(|pin| pin.is("a längeres Wort")));
    }
}
