//! HTTP: the accept loop, the guard at its door, the pages, the API, the way into the doors.

mod accept;
mod api;
mod body;
mod crowd;
mod ends;
mod guard;
mod half_open;
mod handover;
mod handshake;
mod headers;
mod host_links;
mod keeping;
mod list;
mod names;
mod notice;
mod pages;
mod phoenix;
mod places;
mod problem;
mod proofs;
mod reached;
mod rest;
mod routes;
mod sealed;
mod tally;
mod tls;
mod upgrade;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;

pub use self::guard::Guard;
pub use self::handover::{HAND_OVER, HandOver, SecondStart};
pub use self::host_links::HostLinks;
pub use self::pages::has_ui;
pub use self::places::{LivePlaces, Places};
pub use self::reached::{Reached, Threshold};
pub use self::tls::{BadTls, Tls};

use crate::base::network::Neighbour;
use crate::base::stop::Stop;
use crate::room::lobby::Lobby;

/// Who may open pads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Create {
    /// Whoever holds a host's key of a pad on this server.
    #[default]
    Host,
    /// Everyone who reaches this server.
    Anyone,
}

/// What every request may need.
pub struct House {
    /// The pads.
    pub lobby: Lobby,
    /// Where this server is found.
    pub places: LivePlaces,
    /// Who is let in, and how often.
    pub guard: Guard,
    /// Who has come in from outside.
    pub threshold: Threshold,
    /// Who may open pads.
    pub create: Create,
    /// Pads of others on this network.
    pub neighbours: watch::Receiver<Vec<Neighbour>>,
    /// Where connections are encrypted: plain HTTP is led to it.
    pub tls: Option<Arc<Tls>>,
}

/// The two ends of a request's connection.
#[derive(Clone, Copy, Debug)]
struct Peer {
    /// Who asks.
    from: SocketAddr,
    /// The address of ours that it came by.
    by: IpAddr,
}

/// Answers on these listeners until the stop signal; every connection is a counted task.
pub fn serve(house: &Arc<House>, listeners: Vec<TcpListener>, stop: &Stop) {
    let service = accept::Service::new(Arc::clone(house), stop.clone());
    for listener in listeners {
        stop.spawn(accept::run(listener, service.clone()));
    }
}
