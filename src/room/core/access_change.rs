//! What a host may decide about who comes in and who writes.

use std::collections::BTreeSet;
use std::str::FromStr;

use thiserror::Error;

use crate::base::door::{Door, Pin};
use crate::base::ids::{Origin, Person, Role};

/// Who may write, among those whose key lets them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Writing {
    /// Everyone whose key says so.
    #[default]
    Everyone,
    /// Only hosts, and whom they have picked.
    Picked,
}

/// A word for no such decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("writing is for everyone, or for those who are picked")]
pub struct BadWriting;

impl Writing {
    /// The word that programs see.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Picked => "picked",
        }
    }
}

impl FromStr for Writing {
    type Err = BadWriting;

    fn from_str(text: &str) -> Result<Self, BadWriting> {
        [Self::Everyone, Self::Picked].into_iter().find(|who| who.name() == text).ok_or(BadWriting)
    }
}

/// What a host decides about who comes in and who writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccessChange {
    /// How those come in who have no key of their own.
    Door(Door),
    /// The second secret beside the code; `None`: there is none.
    Pin(Option<Pin>),
    /// Who may write, all told: nobody is picked any more, and nobody has the pencil. Hosts stay, and so does who was made to read.
    Writing(Writing),
    /// What this person may do, whatever their key says; `None`: what it says. Who was shown out is let in by it.
    Role(Person, Option<Role>),
    /// This person was shown out, and is so no more.
    LetIn(Person),
    /// This person writes, who had the pencil before reads again, and of the others only hosts and who was picked write.
    Pencil(Person),
    /// This person goes, and comes back by the host's hand alone.
    ShowOut {
        /// Who.
        person: Person,
        /// Nobody new comes in from there.
        from: BTreeSet<Origin>,
    },
    /// Whether walls show the text, too.
    TextOnWalls(bool),
    /// The links of this role that were given out so far open nothing any more, but to whoever decides that, and to those whom
    /// a host has made one.
    NewLinks(Role, Option<Person>),
}
