//! Who has brought what: as it is told, and what a room knows about that beside its store.

use std::collections::BTreeMap;
use std::time::Instant;

use fadepad_store::Share;

use crate::base::colour::Colour;
use crate::base::ids::{Person, SeatId};

/// Somebody, as a host can tell them from others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Somebody {
    /// The name, where one was told.
    pub name: Option<String>,
    /// Whether somebody of them is here.
    pub here: bool,
    /// The ids under which they are shown among those who are here.
    pub shows: Vec<u64>,
}

/// Who writes with a client id, as everyone is told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenBy {
    /// The client id.
    pub client: u64,
    /// The person, as presence names them.
    pub person: Person,
    /// The colour, where one was told.
    pub colour: Option<Colour>,
    /// Who.
    pub who: Somebody,
}

/// Who sits or sat at a seat.
#[derive(Clone, Debug)]
pub(super) struct Sat {
    pub(super) person: Person,
    pub(super) name: Option<String>,
    pub(super) colour: Option<Colour>,
}

/// What somebody has put into the pad, as far as it is still there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filler {
    /// Who.
    pub who: Somebody,
    /// What is theirs.
    pub share: Share,
}

/// Who brought what. Of how much only a host is told.
#[derive(Clone, Debug)]
pub struct Filled {
    /// Who has put most into the pad.
    pub by: Vec<Filler>,
    /// What is left in it.
    pub free: Share,
    /// Who writes with the client ids that were asked for, where that is known.
    pub writers: Vec<WrittenBy>,
}

/// What a room knows about that beside its store.
#[derive(Debug, Default)]
pub(super) struct Filling {
    /// Whether first syncs bring back what everyone wrote.
    pub(super) refills: bool,
    /// Seats that are gone, and of which something is here.
    pub(super) left: BTreeMap<SeatId, Sat>,
    /// When the host was told of it last.
    pub(super) told: Option<Instant>,
}

impl Filling {
    pub(super) fn new(refills: bool) -> Self {
        Self { refills, ..Self::default() }
    }
}
