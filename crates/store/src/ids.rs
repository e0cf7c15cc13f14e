//! Whose an update is.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

/// One connection's place in a room. Unique within a process, never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SeatId(pub u64);

impl fmt::Display for SeatId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "seat-{}", self.0)
    }
}

/// Where somebody comes from, as waits and shares are counted: an address; of IPv6 its network of 64
/// bits, since one machine takes as many addresses of that as it likes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin(IpAddr);

impl From<IpAddr> for Origin {
    fn from(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64).into(),
            v4 => v4,
        })
    }
}

impl Origin {
    /// The address; of IPv6 the first of its network.
    #[must_use]
    pub fn ip(self) -> IpAddr {
        self.0
    }
}

/// Whose bytes an update is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Author {
    /// The seat that sent it.
    pub seat: SeatId,
    /// True for what was typed now (a y-protocols *update*): it claims the client ids that it
    /// extends. False for history (*step 2*), which carries other people's structs.
    pub live: bool,
}
