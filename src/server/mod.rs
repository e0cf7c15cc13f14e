//! HTTP: the accept loop, the guard at its door, the pages, the API, the way into the doors.

mod accept;
mod addresses;
mod afresh;
mod along;
mod api;
mod append;
pub mod beside;
mod blame;
mod body;
mod coming;
mod crowd;
mod deciding;
mod devices;
mod ends;
mod export;
mod file_kind;
mod file_problems;
mod files;
mod filled;
mod filters;
mod followers;
mod going_out;
mod guard;
mod half_open;
pub mod handing;
mod handover;
mod handshake;
mod headers;
mod health;
mod host_links;
mod keeping;
mod knocking;
pub mod licenses;
mod list;
mod member;
mod metrics;
mod names;
mod notice;
mod once;
mod openapi;
mod own;
mod pages;
mod phoenix;
mod polling;
mod problem;
mod proofs;
mod proxies;
mod reachability;
mod reading;
mod request;
mod rest;
mod routes;
mod scheme;
mod settings;
mod shown;
mod summon;
mod table;
mod tail;
mod templates;
mod tls;
mod tries;
mod turns;
mod upgrade;
mod visitor;
mod window_counter;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use http::HeaderMap;
use tokio::net::TcpListener;
use tokio::sync::watch;

pub use self::accept::Answering;
pub use self::addresses::{Addresses, LiveAddresses};
pub use self::guard::Guard;
pub use self::handover::{HAND_OVER, HandOver, NotHere, SecondStart, TakeLink};
pub use self::host_links::HostLinks;
pub use self::metrics::MetricsReaders;
pub use self::pages::has_ui;
pub use self::proxies::Proxies;
pub use self::reachability::{Guessing, Reachability, Reached};
pub use self::settings::{LiveSettings, Settings};
pub use self::table::{ROUTES, Route};
pub use self::templates::Templates;
pub use self::tls::{BadTls, Tls};

use crate::base::cluster::ClusterFigures;
use crate::base::network::Neighbour;
use crate::base::stop::Stop;
use crate::render::Renderer;
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
pub struct ServerState {
    /// The pads.
    pub lobby: Lobby,
    /// Where this server is found.
    pub places: LiveAddresses,
    /// Who is let in, and how often.
    pub guard: Guard,
    /// What its host may change while it runs.
    pub settings: LiveSettings,
    /// Who has come in from outside.
    pub reachability: Reachability,
    /// Who may open pads.
    pub create: Create,
    /// Pads of others on this network.
    pub neighbours: watch::Receiver<Vec<Neighbour>>,
    /// Where connections are encrypted: plain HTTP is led to it.
    pub tls: Option<Arc<Tls>>,
    /// Who reads pads for programs.
    pub renderer: Renderer,
    /// What is told of the cluster, where this server is a node of one.
    pub cluster: Option<ClusterFigures>,
}

/// What is known of a request's connection.
#[derive(Clone, Copy, Debug)]
struct Peer {
    /// Who asks.
    from: SocketAddr,
    /// The address of ours that it came by.
    by: IpAddr,
    /// Whether it speaks TLS with us.
    sealed: bool,
}

impl Peer {
    /// The same with the guest's own address, where a trusted proxy tells it.
    fn behind(mut self, proxies: &Proxies, headers: &HeaderMap) -> Self {
        self.from.set_ip(proxies.client(self.from.ip(), headers));
        self
    }
}

/// Answers on these listeners until the stop signal; every connection is a counted task.
pub fn serve(server: &Arc<ServerState>, listeners: Vec<TcpListener>, stop: &Stop) {
    let service = accept::Service::new(Arc::clone(server), stop.clone());
    stop.spawn_until_stopped(devices::sweep(Arc::clone(server)));
    for listener in listeners {
        stop.spawn(accept::run(listener, service.clone()));
    }
}
