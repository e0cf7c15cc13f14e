//! What a key says of whoever shows it, and why it may open nothing all the same.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::base::close::CloseCode;
use crate::base::ids::{Person, Role};
use crate::base::keys::Claims;

/// What a key says, as far as the host's decisions are about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    /// What it allows.
    pub role: Role,
    /// The links of that role that it comes from: those before the last revocation open nothing.
    pub generation: u16,
    /// Whose it is, where it was given to one person.
    pub person: Option<Person>,
}

impl Pass {
    /// The generation of who comes by no link: new links revoke nothing of theirs.
    pub const OF_NO_LINK: u16 = u16::MAX;

    /// That of the instance's key: it writes in every pad, and is a guest's link of none.
    pub const OF_INSTANCE: Self =
        Self { role: Role::Edit, generation: Self::OF_NO_LINK, person: None };

    /// Whether somebody shows it who may be anybody: a guest's link, which many have.
    pub(super) fn is_a_guests_link(self) -> bool {
        self.person.is_none() && self.role < Role::Host && self.generation != Self::OF_NO_LINK
    }
}

impl From<Claims> for Pass {
    fn from(Claims { role, generation, person, .. }: Claims) -> Self {
        Self { role, generation, person }
    }
}

/// Why a key opens nothing, though it is one of the pad's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Barred {
    /// The host has made new links for its role.
    #[error("the host has made new links, and this one is of the old")]
    Revoked,
    /// The host has shown this person out.
    #[error("the host has shown this person out")]
    ShownOut,
    /// Who has no key of their own knocks there first, and is let in by a host.
    #[error("who is new knocks there first")]
    MustKnock,
    /// Nobody comes in from anywhere who has none.
    #[error("the host has closed the door")]
    Closed,
}

impl Barred {
    /// The code that a door tells it by.
    #[must_use]
    pub fn code(self) -> CloseCode {
        match self {
            Self::ShownOut => CloseCode::ShownOut,
            Self::Revoked => CloseCode::NewLinks,
            Self::MustKnock | Self::Closed => CloseCode::DoorClosed,
        }
    }
}

/// How often the links of each role were revoked.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub(super) struct Generations {
    view: u16,
    edit: u16,
    host: u16,
}

impl Generations {
    pub(super) fn of(self, role: Role) -> u16 {
        match role {
            Role::View => self.view,
            Role::Edit => self.edit,
            Role::Host => self.host,
        }
    }

    /// Of each role the later.
    pub(super) fn latest(self, other: Self) -> Self {
        let Self { view, edit, host } = self;
        Self { view: view.max(other.view), edit: edit.max(other.edit), host: host.max(other.host) }
    }

    /// Takes up later links: whether they are later. Never back to the first: those who have them would be in again.
    pub(super) fn raise(&mut self, role: Role, to: u16) -> bool {
        let known = match role {
            Role::View => &mut self.view,
            Role::Edit => &mut self.edit,
            Role::Host => &mut self.host,
        };
        let later = to > *known && to < Pass::OF_NO_LINK;
        if later {
            *known = to;
        }
        later
    }
}
