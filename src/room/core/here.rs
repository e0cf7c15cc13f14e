//! Who is here, as a room tells it: what clients show, and whose they are.

use crate::base::ids::{Person, Role};

/// Presence of clients. Their states say what they like; whose they are, the room says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// The states, as y-protocols has them.
    pub states: Vec<u8>,
    /// The person behind each client that is here.
    pub persons: Vec<(u64, Person)>,
    /// What those of these clients may do at which somebody sits who is no plain editor.
    pub roles: Vec<(u64, Role)>,
    /// Clients of these that are at other machines, which tell of them themselves.
    pub elsewhere: Vec<u64>,
}

/// What everyone knew of one client's presence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownClient {
    /// The client id.
    pub client: u64,
    /// The person behind it.
    pub person: Person,
    /// What it might do.
    pub role: Role,
    /// Its state.
    pub json: Box<str>,
}
