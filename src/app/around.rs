//! What is around this machine: its networks, whether phones get through, the neighbours. All of it
//! is found out beside the server's work, never before it.

use std::collections::BTreeSet;
use std::future::pending;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use super::NotStarted;
use crate::base::authority::Authority;
use crate::base::network::{Address, Cause, Neighbour, Network};
use crate::base::stop::Stop;
use crate::config::{Config, TlsChoice};
use crate::desktop::lan::{self, Interface};
use crate::desktop::mdns::{Announcement, Mdns};
use crate::server::Addresses;

/// The first look takes some milliseconds; a system that takes longer is not waited for.
const FIRST_LOOK: Duration = Duration::from_secs(1);

/// What is known at the moment.
pub(super) struct Around {
    config: Config,
    port: u16,
    table: watch::Receiver<Option<Vec<Interface>>>,
    /// The interface that the host chose before.
    chosen: Option<String>,
    /// All own addresses, ranked.
    all: Vec<Address>,
    /// Those that people are given.
    given: Vec<Address>,
    /// Interfaces with an address that people could be given and are not.
    others: BTreeSet<String>,
    pub(super) announcement: watch::Sender<Announcement>,
    mdns: Option<Mdns>,
    pub(super) causes: watch::Receiver<Vec<Cause>>,
}

/// What has changed.
pub(super) enum Change {
    /// Addresses or names.
    Addresses,
    /// Nobody has come, and this may be why.
    Unreached(Vec<Cause>),
}

impl Around {
    /// Begins to look.
    ///
    /// # Errors
    /// Where the chosen interface is none of this machine's.
    pub(super) fn new(
        config: &Config,
        port: u16,
        causes: watch::Receiver<Vec<Cause>>,
        stop: &Stop,
    ) -> Result<Self, NotStarted> {
        may_use(config)?;
        let (sender, table) = watch::channel(None);
        stop.spawn_until_stopped(lan::watch(sender));
        let announcement = watch::Sender::new(Announcement {
            port,
            tls: config.tls != TlsChoice::Off,
            on: Vec::new(),
            pads: Vec::new(),
        });
        let mdns = config.mdns.then(|| Mdns::start(announcement.subscribe(), stop));
        let chosen = if config.headless { None } else { choice(&config.networks) };
        let (config, all, given, others) =
            (config.clone(), Vec::new(), Vec::new(), BTreeSet::new());
        Ok(Self { config, port, table, chosen, all, given, others, announcement, mdns, causes })
    }

    /// Waits for the first look.
    pub(super) async fn first_look(&mut self) {
        if timeout(FIRST_LOOK, self.table.changed()).await.is_err() {
            tracing::warn!("the system does not tell its networks; looking on");
        }
        self.look();
    }

    /// Waits for the next change.
    pub(super) async fn changed(&mut self) -> Change {
        let named = async {
            match &mut self.mdns {
                Some(mdns) => mdns.host.changed().await.is_ok(),
                None => false,
            }
        };
        tokio::select! {
            Ok(()) = self.table.changed() => {
                self.look();
                Change::Addresses
            }
            true = named => Change::Addresses,
            Ok(()) = self.causes.changed() => Change::Unreached(self.causes.borrow_and_update().clone()),
            else => pending().await,
        }
    }

    /// The pads of others.
    pub(super) fn neighbours(&self) -> watch::Receiver<Vec<Neighbour>> {
        match &self.mdns {
            Some(mdns) => mdns.neighbours.clone(),
            None => watch::channel(Vec::new()).1,
        }
    }

    /// These host names are answered from now on, beside the machine's own.
    pub(super) fn allow(&mut self, hosts: Vec<Authority>) {
        self.config.allowed_hosts = hosts;
    }

    fn look(&mut self) {
        let Some(table) = self.table.borrow_and_update().clone() else { return };
        self.all = lan::rank(&table, self.chosen.as_deref());
        // An address without its cable is ours, but it is no way in.
        let plugged: Vec<_> = table.into_iter().filter(|interface| !interface.unplugged).collect();
        let Config { networks, bind, .. } = &self.config;
        let given = lan::given(&plugged, self.chosen.as_deref(), networks);
        self.given = lan::heard(given, bind);
        let all = lan::rank(&plugged, None).into_iter().chain(lan::on_choice(&plugged)).collect();
        let all = lan::heard(all, bind).into_iter().filter(|all| !self.given.contains(all));
        self.others = all.map(|other| other.interface).collect::<BTreeSet<_>>();
        let told = told(&self.given);
        self.announcement.send_if_modified(|announcement| {
            let changed = announcement.on != told;
            announcement.on = told;
            changed
        });
    }

    /// Where this server is found now.
    pub(super) fn places(&self) -> Addresses {
        let host = self.given.first().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |a| a.ip);
        let address = SocketAddr::new(host, self.port).to_string();
        let own: Vec<IpAddr> = self.all.iter().chain(&self.given).map(|own| own.ip).collect();
        let mut hosts: Vec<String> = ["localhost", "127.0.0.1", "::1"].map(String::from).into();
        hosts.extend(own.iter().map(ToString::to_string));
        hosts.extend(self.config.bind.iter().map(ToString::to_string));
        if let Some(name) = lan::host_name() {
            hosts.push(format!("{name}.local"));
            hosts.push(name);
        }
        hosts.extend(self.mdns.as_ref().and_then(|mdns| mdns.host.borrow().clone()));
        let url = self.config.url.as_ref();
        let public = url.and_then(|url| url.parse::<http::Uri>().ok());
        let public_host = public.as_ref().and_then(|uri| uri.host()?.parse().ok());
        let proxied = self.config.allowed_hosts.iter().cloned().chain(public_host).collect();
        let authority = public.and_then(|uri| uri.authority().map(ToString::to_string));
        Addresses {
            base: url.cloned().unwrap_or_else(|| format!("http://{address}")),
            local: format!("http://localhost:{}", self.port),
            address: authority.unwrap_or(address),
            interface: self.given.first().map(|address| address.interface.clone()),
            addresses: self.given.clone(),
            others: self.others.len(),
            port: self.port,
            own,
            hosts,
            proxied,
        }
    }
}

/// Whether the networks that the host names can be used.
pub(super) fn may_use(config: &Config) -> Result<(), NotStarted> {
    if config.networks.is_empty() {
        return Ok(());
    }
    let refused = lan::refused(&lan::read(), &config.networks, &config.bind);
    refused.map_or(Ok(()), |why| Err(NotStarted::NoSuchNetwork(why)))
}

/// Remembers a choice by name, forgets it on `auto`; else the one that is remembered.
fn choice(networks: &[Network]) -> Option<String> {
    match networks {
        [Network::Name(name)] => lan::remember(name),
        _ if networks.contains(&Network::Auto) => lan::forget(),
        _ => {}
    }
    lan::remembered()
}

/// Only networks where people are hear of us: sixty containers' bridges would cost a third of a
/// core. Where there is nothing else, the best.
pub(super) fn told(given: &[Address]) -> Vec<Address> {
    let real = |address: &&Address| address.kind.has_phones();
    let best = given.first().map(|best| best.interface.clone());
    let is_best = |address: &&Address| Some(&address.interface) == best.as_ref();
    given.iter().filter(|a| real(a) || is_best(a)).cloned().collect()
}
