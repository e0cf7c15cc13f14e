//! What the server needs to know before it opens; valid by construction.

mod cluster;

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use ipnet::IpNet;

pub use self::cluster::{ClusterConfig, ClusterCredentials};
use crate::base::authority::Authority;
use crate::base::door::{Door, Pin};
use crate::base::limits::{LAST_CALL, Limits, ON_END_TIME, SAVE_TIME};
use crate::base::names::PadName;
use crate::base::network::Network;

/// Which port to listen on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// This one and no other; 0 is any free one.
    Exactly(u16),
    /// The first free one of ten from here.
    From(u16),
}

/// The port that people get to know; nothing else is registered there.
pub const DEFAULT_PORT: u16 = 7780;

/// What the terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Output {
    /// The greeting, and what happens below it.
    #[default]
    Greeting,
    /// Events, one JSON object a line.
    Json,
    /// Nothing but the join URL.
    Quiet,
}

/// Whether and how connections are encrypted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TlsChoice {
    /// Plain HTTP.
    #[default]
    Off,
    /// With a certificate that is made at the start.
    SelfSigned,
    /// With a certificate and its key, both PEM.
    Files {
        /// The certificate, its chain after it.
        cert: PathBuf,
        /// Its key.
        key: PathBuf,
    },
}

/// Who is told that a pad has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnEnd {
    /// A program and its arguments; no shell is in between.
    Program(Vec<String>),
    /// An address, by POST.
    Address(http::Uri),
}

impl OnEnd {
    /// As logs name it: the path of an address may be a secret, and arguments, too.
    #[must_use]
    pub fn shown(&self) -> &str {
        match self {
            Self::Program(words) => words.first().map_or("", String::as_str),
            Self::Address(url) => url.host().unwrap_or_default(),
        }
    }
}

/// Everything that flags decide.
#[derive(Clone, Debug)]
pub struct Config {
    /// The pad that is opened at the start.
    pub pad: PadName,
    /// The port to listen on.
    pub port: Port,
    /// Addresses to listen on; empty: all of IPv4 and IPv6.
    pub bind: Vec<IpAddr>,
    /// Networks to take the printed address from; empty: the best ranked.
    pub networks: Vec<Network>,
    /// The public base URL, without a slash at its end.
    pub url: Option<String>,
    /// Further host names that are answered.
    pub allowed_hosts: Vec<Authority>,
    /// Proxies that are believed about whom they ask for.
    pub trusted_proxies: Vec<IpNet>,
    /// Who may read the figures of this server beside this machine; `None`: nobody, and this machine neither.
    pub metrics: Option<Vec<IpNet>>,
    /// Whether and how connections are encrypted.
    pub tls: TlsChoice,
    /// The time a pad outlives its last person.
    pub ttl: Duration,
    /// The time after which a pad and its links end in any case.
    pub max_lifetime: Duration,
    /// How long people are offered a copy before an end that finds them; zero: it comes at once.
    pub last_call: Duration,
    /// The key that signs links; made where missing.
    pub secret_file: Option<PathBuf>,
    /// Where the host's own templates are.
    pub templates: Option<PathBuf>,
    /// What the first pad begins with.
    pub template: Option<String>,
    /// Where a copy of each pad that ends is kept.
    pub save_dir: Option<PathBuf>,
    /// The cluster that it is in; `None`: it is alone, and opens nothing for it.
    pub cluster: Option<ClusterConfig>,
    /// Who is told that a pad has ended.
    pub on_end: Option<OnEnd>,
    /// How those come in who have no key of their own.
    pub door: Door,
    /// What they are asked for beside the code.
    pub pin: Option<Pin>,
    /// Whether a name has one code, which opens whatever life it has, or a new one.
    pub standing: bool,
    /// Whether everyone may open pads, not only hosts.
    pub create_anyone: bool,
    /// The key that opens and makes any pad by its name, where everyone may open pads; made where missing.
    pub instance_key_file: Option<PathBuf>,
    /// Whether to open the host's browser; `None`: where there is a desktop.
    pub open: Option<bool>,
    /// Whether to use nothing of a desktop, and be a server of its own.
    pub headless: bool,
    /// Whether other machines of this network are told by mDNS.
    pub mdns: bool,
    /// Whether an icon is shown where there is a desktop.
    pub tray: bool,
    /// Whether that icon is all that the host wants to see.
    pub hidden: bool,
    /// Whether a QR is printed.
    pub qr: bool,
    /// What is printed.
    pub output: Output,
    /// What is taken.
    pub limits: Limits,
    /// Threads that pads are spread over; at least one.
    pub threads: usize,
}

impl Config {
    /// The flags by which another configuration differs.
    #[must_use]
    pub fn changed(&self, other: &Self) -> Vec<&'static str> {
        let differs = [
            ("allowed-host", self.allowed_hosts != other.allowed_hosts),
            ("bind", self.bind != other.bind),
            ("cluster", self.cluster != other.cluster),
            ("create", self.create_anyone != other.create_anyone),
            ("door", self.door != other.door),
            ("headless", self.headless != other.headless),
            ("hidden", self.hidden != other.hidden),
            ("instance-key-file", self.instance_key_file != other.instance_key_file),
            ("interface", self.networks != other.networks),
            ("last-call", self.last_call != other.last_call),
            ("limits", self.limits != other.limits),
            ("max-lifetime", self.max_lifetime != other.max_lifetime),
            ("metrics", self.metrics != other.metrics),
            ("no-mdns", self.mdns != other.mdns),
            ("no-qr", self.qr != other.qr),
            ("no-tray", self.tray != other.tray),
            ("on-end", self.on_end != other.on_end),
            ("open", self.open != other.open),
            ("output", self.output != other.output),
            ("pad", self.pad != other.pad),
            ("pin", self.pin != other.pin),
            ("port", self.port != other.port),
            ("save-dir", self.save_dir != other.save_dir),
            ("secret-file", self.secret_file != other.secret_file),
            ("standing", self.standing != other.standing),
            ("template", self.template != other.template),
            ("templates", self.templates != other.templates),
            ("threads", self.threads != other.threads),
            ("tls", self.tls != other.tls),
            ("trusted-proxy", self.trusted_proxies != other.trusted_proxies),
            ("ttl", self.ttl != other.ttl),
            ("url", self.url != other.url),
        ];
        differs.into_iter().filter_map(|(flag, differs)| differs.then_some(flag)).collect()
    }

    /// How much longer than usual the end of a pad may take: for its copy, and for who is told.
    #[must_use]
    pub fn after_end(&self) -> Duration {
        let kept = self.save_dir.as_ref().map_or(Duration::ZERO, |_| SAVE_TIME);
        let told = self.on_end.as_ref().map_or(Duration::ZERO, |_| ON_END_TIME);
        kept + told
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            pad: "notes".parse().expect("\"notes\" is a pad name"),
            port: Port::From(DEFAULT_PORT),
            bind: Vec::new(),
            networks: Vec::new(),
            url: None,
            allowed_hosts: Vec::new(),
            trusted_proxies: Vec::new(),
            metrics: Some(Vec::new()),
            tls: TlsChoice::Off,
            ttl: Duration::from_secs(15 * 60),
            max_lifetime: Duration::from_secs(24 * 60 * 60),
            last_call: LAST_CALL,
            secret_file: None,
            templates: None,
            template: None,
            save_dir: None,
            cluster: None,
            on_end: None,
            door: Door::default(),
            pin: None,
            standing: false,
            create_anyone: false,
            instance_key_file: None,
            open: None,
            headless: false,
            mdns: true,
            tray: true,
            hidden: false,
            qr: true,
            output: Output::Greeting,
            limits: Limits::default(),
            threads: 1,
        }
    }
}
