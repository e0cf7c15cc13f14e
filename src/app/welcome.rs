//! What a host is told when a pad is open: the first JSON line, the greeting, the host's own page.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::tls;
use crate::base::codes::JoinCode;
use crate::base::ids::Role;
use crate::base::network::{Address, InterfaceKind, Network};
use crate::desktop::browser;
use crate::desktop::greeting::Greeting;
use crate::room::lobby::Pad;
use crate::server::{Addresses, ServerState};

/// The first JSON line.
#[derive(Debug, Serialize)]
pub(super) struct Ready<'a> {
    event: &'a str,
    version: &'a str,
    pid: u32,
    port: u16,
    pub(super) pad: &'a str,
    pub(super) epoch: String,
    pub(super) code: String,
    pub(super) join_url: String,
    pub(super) edit_url: String,
    pub(super) view_url: String,
    pub(super) host_url: String,
    pub(super) host_key: String,
    pub(super) edit_key: String,
    pub(super) view_key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    instance_key: Option<String>,
    pub(super) addresses: Vec<Address>,
    ttl_s: u64,
    /// Where copies of pads that end are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    save_dir: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<tls::CertificateInfo>,
    /// Whether another start has opened it in this instance.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    handed_over: bool,
}

/// A page of the host's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// The pad.
    Pad,
    /// Its code and QR for a projector.
    Wall,
}

/// What all greetings share.
#[derive(Clone)]
pub(super) struct Welcome {
    pub(super) server: Arc<ServerState>,
    pub(super) limits: bool,
    pub(super) may_swap: bool,
    /// Where copies of pads that end are kept.
    pub(super) saved_in: Option<String>,
    /// The host's choice of networks.
    pub(super) networks: Vec<Network>,
}

/// What is typed, and what is asked for beside it: in words, since who may know it has it already.
fn typed(code: JoinCode, pin: bool) -> String {
    let code = code.grouped();
    if pin { format!("{code}, and the PIN") } else { code }
}

/// Networks beside that of the first address: one may have several.
fn other_networks(addresses: &[Address]) -> usize {
    let Some(first) = addresses.first() else { return 0 };
    let others = addresses.iter().filter(|other| other.interface != first.interface);
    others.map(|other| &other.interface).collect::<BTreeSet<_>>().len()
}

/// Why no other device can join.
fn alone(places: &Addresses, chosen: &[Network]) -> Option<String> {
    let named = || chosen.iter().find(|network| **network != Network::Auto);
    match (places.addresses.first(), named()) {
        (Some(best), None) if best.kind == InterfaceKind::Virtual && !places.is_named() => {
            Some(format!("only {} ({}): phones are not there", best.interface, best.ip))
        }
        _ if places.leads_here() => None,
        (None, Some(named)) => {
            Some(format!("{named} has no address yet: only this machine can join"))
        }
        _ => Some("none: only this machine can join".to_owned()),
    }
}

impl Welcome {
    /// What programs are told of this pad.
    pub(super) fn ready<'a>(&self, pad: &'a Pad, handed_over: bool) -> Ready<'a> {
        let (lobby, places) = (&self.server.lobby, self.server.places.now());
        let key = |role| lobby.key(pad, role);
        let (host_key, code) = (key(Role::Host), lobby.code(pad));
        Ready {
            event: "ready",
            version: env!("CARGO_PKG_VERSION"),
            pid: std::process::id(),
            port: places.port,
            pad: pad.name.as_str(),
            epoch: pad.epoch.to_string(),
            code: code.to_string(),
            join_url: places.join_url(code),
            edit_url: self.edit_url(pad),
            view_url: places.pad_url(&pad.name, &key(Role::View)),
            host_url: places.host_url(&pad.name, &host_key),
            host_key,
            edit_key: key(Role::Edit),
            view_key: key(Role::View),
            instance_key: lobby.instance_key().map(str::to_owned),
            addresses: places.addresses.clone(),
            ttl_s: pad.grace().as_secs(),
            save_dir: self.saved_in.clone(),
            certificate: self.server.tls.as_deref().map(tls::CertificateInfo::new),
            handed_over,
        }
    }

    /// What people are told of this pad.
    pub(super) fn greeting(&self, pad: &Pad, qr: bool, handed_over: bool) -> Greeting {
        let places = self.server.places.now();
        let alone = alone(&places, &self.networks);
        let code = self.server.lobby.code(pad);
        Greeting {
            pad: pad.name.to_string(),
            join_url: places.join_url(code),
            address: places.address.clone(),
            code: typed(code, pad.access.pin().is_some()),
            network: places.addresses.first().filter(|_| !places.is_named()).cloned(),
            other_networks: match &alone {
                Some(_) => other_networks(&places.addresses) + places.others,
                None => other_networks(&places.addresses),
            },
            alone,
            host_link: self.host_link(pad),
            grace: pad.grace(),
            last_call: self.server.lobby.rules().last_call,
            qr,
            limits: self.limits,
            may_swap: self.may_swap,
            certificate: self.server.tls.as_deref().and_then(tls::made_here),
            instance_key: self.server.lobby.instance_key().map(str::to_owned),
            saved_in: self.saved_in.clone(),
            door: pad.access.door(),
            standing: self.server.lobby.standing_code(&pad.name) == Some(code),
            runs_in: handed_over.then(std::process::id),
        }
    }

    /// What people are told of the code that opens a new pad of this name, where that stands and another one stood in its place.
    pub(super) fn next_life(&self, pad: &Pad, qr: bool) -> Option<Greeting> {
        let lobby = &self.server.lobby;
        let code = lobby.standing_code(&pad.name).filter(|code| *code != lobby.code(pad))?;
        let join_url = self.server.places.now().join_url(code);
        let (door, pin) = lobby.next_ways(&pad.name);
        let code = typed(code, pin.is_some());
        Some(Greeting { join_url, code, door, standing: true, ..self.greeting(pad, qr, false) })
    }

    /// The host's own link: short, and good once; where the host's pages are not at `localhost`
    /// (a certificate's name) the long one.
    pub(super) fn host_link(&self, pad: &Pad) -> String {
        let places = self.server.places.now();
        let path = places.is_local().then(|| self.server.reachability.host_links.path(pad).ok());
        match path.flatten() {
            Some(path) => format!("{}{path}", places.local),
            None => places.host_url(&pad.name, &self.server.lobby.key(pad, Role::Host)),
        }
    }

    /// The link that lets people write.
    pub(super) fn edit_url(&self, pad: &Pad) -> String {
        self.server.places.now().pad_url(&pad.name, &self.server.lobby.key(pad, Role::Edit))
    }

    /// What is run at another machine that takes this pad.
    pub(super) fn take_command(&self, pad: &Pad) -> String {
        let key = self.server.lobby.key(pad, Role::Host);
        let link = self.server.places.now().pad_url(&pad.name, &key);
        let made_here = self.server.tls.as_deref().and_then(tls::made_here);
        let pinned = made_here.map(|sha256| format!(" --fingerprint {}", sha256.replace(':', "")));
        format!("fadepad take {link}{}", pinned.unwrap_or_default())
    }

    /// A URL that leads to a page of the host's once, and holds no key: a browser's arguments can
    /// be read by others.
    pub(super) fn entrance(&self, pad: &Pad, page: Page) -> Option<String> {
        let folder = match page {
            Page::Pad => "p",
            Page::Wall => "wall",
        };
        let key = self.server.lobby.key(pad, Role::Host);
        let path =
            self.server.reachability.entrance(format!("/{folder}/{}#{key}", pad.name)).ok()?;
        Some(format!("{}{path}", self.server.places.now().local))
    }

    /// Opens a page in the host's browser.
    pub(super) async fn open(self, pad: Pad, page: Page) {
        if let Some(url) = self.entrance(&pad, page) {
            let _ = tokio::task::spawn_blocking(move || browser::open(&url)).await;
        }
    }
}
