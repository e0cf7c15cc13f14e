//! What a room knows of the other machines that have its pad.

use std::collections::BTreeMap;

use fadepad_wire::extra::WaitingGuest;
use serde::{Deserialize, Serialize};

pub use super::versions::NodeNumber;
use super::versions::Versions;
use crate::base::ids::SeatId;

/// What a room knows of the other machines that have its pad.
#[derive(Debug)]
pub(super) struct Peering {
    /// The seat on which all of them sit.
    pub(super) seat: SeatId,
    /// This machine.
    pub(super) own: NodeNumber,
    pub(super) nodes: BTreeMap<NodeNumber, NodeHere>,
    /// What decisions it has followed.
    pub(super) versions: Versions,
    /// How often client ids had found or lost an owner when the others were told last.
    pub(super) told: u64,
}

/// Who is with a pad at one machine.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct NodeHere {
    /// They.
    pub people: Vec<PersonThere>,
    /// Client ids that they write with, and whose they are: nobody at another machine may extend them.
    pub ids: Vec<(u64, u128)>,
    /// People who are asked in a last call there, and how many of them have answered.
    pub asked: (usize, usize),
    /// Who waits at its door.
    pub knocks: Vec<WaitingGuest>,
}

/// Somebody who is with a pad at another machine.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct PersonThere {
    /// Who.
    pub id: u128,
    /// The name, where one was told.
    pub name: Option<String>,
    /// What they may do.
    pub role: String,
    /// How many they are here with.
    pub devices: usize,
}
