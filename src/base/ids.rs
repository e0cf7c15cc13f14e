//! Names of things: newtypes, so that one is never taken for another.

use std::fmt;
use std::str::FromStr;

pub use fadepad_store::{Origin, SeatId};
use thiserror::Error;

use super::clock::since_1970;

/// Whoever sits at one or more seats: given by the server, and signed in the keys of all devices that
/// are this person. Public: it opens nothing.
///
/// Like a ULID it begins with the moment of its making, so that the ids of people are in the order in
/// which they first came: of two whose names look alike, the one who was here first goes by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Person(pub u128);

/// Bits of a person that are random.
const RANDOM_BITS: u32 = 80;

impl Person {
    /// Somebody new.
    ///
    /// # Errors
    /// Where the system has no random numbers.
    pub fn new() -> Result<Self, getrandom::Error> {
        let random = u128::from(getrandom::u64()?) << 16 | u128::from(getrandom::u32()?) & 0xffff;
        Ok(Self(since_1970().as_millis() << RANDOM_BITS | random))
    }

    /// The last of all that can have been made until now.
    #[must_use]
    pub fn last() -> Self {
        Self(((since_1970().as_millis() + 1) << RANDOM_BITS) - 1)
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// A text that is nobody's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a person's id has 32 hexadecimal digits")]
pub struct BadPerson;

impl FromStr for Person {
    type Err = BadPerson;

    fn from_str(text: &str) -> Result<Self, BadPerson> {
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(BadPerson);
        }
        u128::from_str_radix(text, 16).map(Self).map_err(|_| BadPerson)
    }
}

/// The id of a file of a pad, 128 random bits: whoever knows it may read the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u128);

/// Hexadecimal digits of one.
pub const FILE_ID_LEN: usize = 32;

impl FileId {
    /// One that nobody can guess.
    ///
    /// # Errors
    /// Where the system has no random numbers.
    pub fn random() -> Result<Self, getrandom::Error> {
        let (high, low) = (getrandom::u64()?, getrandom::u64()?);
        Ok(Self(u128::from(high) << 64 | u128::from(low)))
    }
}

impl fmt::Display for FileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// A text that is no file's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a file's id has 32 hexadecimal digits")]
pub struct BadFileId;

impl FromStr for FileId {
    type Err = BadFileId;

    fn from_str(text: &str) -> Result<Self, BadFileId> {
        // As it is written and in no other way: the text of a pad is searched for it.
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != FILE_ID_LEN || !text.bytes().all(digit) {
            return Err(BadFileId);
        }
        u128::from_str_radix(text, 16).map(Self).map_err(|_| BadFileId)
    }
}

/// The id of one life of a pad. A pad that ended and is opened again has another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Epoch(pub u64);

impl fmt::Display for Epoch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Sixteen lower-case hexadecimal digits were expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an epoch is sixteen hexadecimal digits")]
pub struct BadEpoch;

impl FromStr for Epoch {
    type Err = BadEpoch;

    fn from_str(text: &str) -> Result<Self, BadEpoch> {
        if text.len() != 16 {
            return Err(BadEpoch);
        }
        u64::from_str_radix(text, 16).map(Self).map_err(|_| BadEpoch)
    }
}

/// What a key lets its holder do. Ordered: a host may do all that an editor may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Reads and is seen; writes nothing.
    View,
    /// Reads and writes.
    Edit,
    /// Reads, writes, and decides about the pad's life.
    Host,
}

impl Role {
    /// The word that users and programs see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Edit => "edit",
            Self::Host => "host",
        }
    }
}

/// A word for no role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a role is view, edit or host")]
pub struct BadRole;

impl FromStr for Role {
    type Err = BadRole;

    fn from_str(text: &str) -> Result<Self, BadRole> {
        let all = [Self::View, Self::Edit, Self::Host];
        all.into_iter().find(|role| role.name() == text).ok_or(BadRole)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why a pad ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndCause {
    /// The last person left and the grace was over.
    Faded,
    /// The host ended it: nobody shall keep anything.
    Host,
    /// The program was stopped, by the system or by who runs it.
    Stopped,
    /// The time came that the host had set; everyone could take a copy before.
    Announced,
    /// It reached its hard end.
    MaxLifetime,
    /// A host began it afresh: its text goes on in another life, without its history.
    Afresh,
    /// A host handed it on: this very life goes on at another machine.
    HandedOn,
}

impl EndCause {
    /// Every one of them.
    pub const ALL: [Self; 7] = [
        Self::Faded,
        Self::Host,
        Self::Stopped,
        Self::Announced,
        Self::MaxLifetime,
        Self::Afresh,
        Self::HandedOn,
    ];

    /// The word that programs see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Faded => "faded",
            Self::Host => "host",
            Self::Stopped => "stop",
            Self::Announced => "announced",
            Self::MaxLifetime => "max_lifetime",
            Self::Afresh => "afresh",
            Self::HandedOn => "handed_on",
        }
    }

    /// The cause of that [name](Self::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_in_the_order_of_their_coming_also_as_text() {
        let early = Person::new().unwrap();
        while since_1970().as_millis() << RANDOM_BITS <= early.0 {
            std::thread::yield_now();
        }
        let late = Person::new().unwrap();
        assert!(late <= Person::last());
        assert!(early < late && early.to_string() < late.to_string(), "{early} {late}");
        assert_eq!(Person(7).to_string().len(), late.to_string().len());
    }
}
