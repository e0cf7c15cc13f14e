//! The roof: puts the house together, and knows the one order of starting and stopping.

pub mod desk;
mod events;
mod graves;
pub mod instance;
mod listen;
mod secret;
mod signals;
mod welcome;

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use thiserror::Error;
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout};

use crate::base::hardening::{self, Hardened};
use crate::base::keys::KeyRing;
use crate::base::limits::{EVENT_QUEUE, GIVE_BACK_AFTER, STOP_GRACE};
use crate::base::stop::Stop;
use crate::config::Config;
use crate::desktop::browser;
use crate::desktop::lan::{self, Address};
use crate::desktop::printer::Printer;
use crate::desktop::tray::Back;
use crate::room::lobby::{Lobby, Pad, Rules};
use crate::room::message::{Event, EventKind};
use crate::server::{Create, Guard, House, Places, Threshold, serve};

use self::desk::Bell;
use self::events::Reporter;
use self::instance::Instance;
use self::signals::{Asked, Signals};
use self::welcome::{Page, Welcome};

/// Why the house does not open, with the way out.
#[derive(Debug, Error)]
pub enum NotStarted {
    /// The port or address is taken.
    #[error("port {0} is taken. Try --port {next}, or --port 0 for any free one", next = .0.wrapping_add(1))]
    PortTaken(u16),
    /// All ports that are tried by default are taken.
    #[error("ports {0} to {1} are taken. Try --port 0 for any free one")]
    PortsTaken(u16, u16),
    /// The address is not one of this machine.
    #[error("this machine can't listen on {0}: {1}. See --list-interfaces for its addresses")]
    BadAddress(SocketAddr, io::Error),
    /// The secret file can't be used.
    #[error("the secret file {0} can't be used: {1}")]
    Secret(PathBuf, String),
    /// No network of that choice.
    #[error("no address of this machine is in that --interface. See --list-interfaces")]
    NoSuchNetwork,
    /// The system failed us.
    #[error("{0}")]
    System(String),
}

impl NotStarted {
    /// The exit code of this failure.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::PortTaken(_) | Self::PortsTaken(..) | Self::BadAddress(..) => 3,
            Self::Secret(..) | Self::NoSuchNetwork => 4,
            Self::System(_) => 1,
        }
    }
}

/// A house that listens and has not begun to answer.
pub struct App {
    config: Config,
    hardened: Hardened,
    house: Arc<House>,
    listeners: Vec<TcpListener>,
    addresses: Vec<Address>,
    pad: Pad,
    events: mpsc::Receiver<Event>,
    stop: Stop,
    tray: Option<Back>,
    instance: Option<Instance>,
}

impl App {
    /// Listens, and opens the first pad.
    ///
    /// # Errors
    /// Where the port is taken, the secret can't be read, the network does not exist.
    pub fn bind(config: Config, hardened: Hardened) -> Result<Self, NotStarted> {
        let keys = match &config.secret_file {
            Some(path) => secret::load(path)?,
            None => KeyRing::random().map_err(|e| NotStarted::System(e.to_string()))?,
        };
        let (listeners, port) = listen::listen(&config)?;
        let all = lan::addresses();
        let addresses = lan::within(all.clone(), &config.networks);
        if addresses.is_empty() && !config.networks.is_empty() {
            return Err(NotStarted::NoSuchNetwork);
        }
        let stop = Stop::new();
        let (sender, events) = mpsc::channel(EVENT_QUEUE);
        let rules =
            Rules { grace: config.ttl, lifetime: config.max_lifetime, limits: config.limits };
        let graves_file = config.secret_file.as_deref().map(graves::path);
        let ended = graves_file.as_deref().map(graves::load).transpose()?.unwrap_or_default();
        let lobby = Lobby::new(keys, rules, ended, stop.clone(), sender);
        let pad =
            lobby.open(config.pad.clone(), None).map_err(|e| NotStarted::System(e.to_string()))?;
        let house = House {
            lobby,
            places: places(&config, port, &all, &addresses),
            guard: Guard::new(config.limits),
            threshold: Threshold::default(),
            create: if config.create_anyone { Create::Anyone } else { Create::Host },
        };
        let house = Arc::new(house);
        let (tray, instance) = (None, None);
        Ok(Self {
            config,
            hardened,
            house,
            listeners,
            addresses,
            pad,
            events,
            stop,
            tray,
            instance,
        })
    }

    /// Joins it to the host's desktop, and to further starts of the program.
    #[must_use]
    pub fn at(mut self, tray: Option<Back>, instance: Option<Instance>) -> Self {
        (self.tray, self.instance) = (tray, instance);
        self
    }

    /// The port that it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.house.places.port
    }

    /// Answers until somebody ends it. Returns the exit code.
    ///
    /// # Errors
    /// Where the system's signals can't be heard.
    pub async fn run(mut self) -> io::Result<u8> {
        let mut signals = Signals::new()?;
        if let Some(file) = self.graves_file() {
            let (list, stop) = (self.house.lobby.graves(), self.stop.clone());
            self.stop.spawn(async move {
                tokio::select! {
                    () = graves::keep(file, list) => {}
                    () = stop.stopped() => {}
                }
            });
        }
        serve(&self.house, std::mem::take(&mut self.listeners), &self.stop);
        let (printer, printed) = Printer::start()?;
        let (mut reporter, bell) = self.greet(printer);
        let mut reached = self.house.threshold.watch();
        let mut given_back = None;
        let asked = loop {
            tokio::select! {
                Some(event) = self.events.recv() => {
                    if matches!(event.kind, EventKind::Left(_) | EventKind::Ended(_)) {
                        given_back.get_or_insert(Instant::now() + GIVE_BACK_AFTER);
                    }
                    reporter.event(&event);
                    bell.event(&event);
                }
                () = bell.quit() => break Asked::Quit,
                () = sleep_until(given_back.unwrap_or_else(Instant::now)), if given_back.is_some() => {
                    given_back = None;
                    self.stop.spawn(async {
                        let _ = tokio::task::spawn_blocking(hardening::give_back).await;
                    });
                }
                Ok(()) = reached.changed() => {
                    if let Some(reached) = *reached.borrow_and_update() {
                        reporter.reached(&self.pad, reached);
                    }
                }
                asked = signals.next() => match asked {
                    Asked::Interrupt if reporter.must_ask() => reporter.ask(),
                    asked => break asked,
                },
            }
        };
        let asked_before = asked == Asked::Interrupt && reporter.was_asked();
        tokio::select! {
            () = self.close(asked, &mut reporter) => {}
            () = signals.interrupted() => return Ok(SECOND_INTERRUPT),
        }
        drop(reporter);
        printed.wait();
        Ok(if asked_before { SECOND_INTERRUPT } else { 0 })
    }

    /// The one order of stopping: no new guests, every pad ended (or sent away, where a restart
    /// with the same secret goes on with it), then wait for every task with a named grace.
    async fn close(&mut self, asked: Asked, reporter: &mut Reporter) {
        let comes_back = asked == Asked::Terminate && self.config.secret_file.is_some();
        for pad in self.house.lobby.all() {
            if comes_back {
                pad.room.go_away().await;
            } else {
                pad.room.end().await;
            }
        }
        self.stop.stop();
        if timeout(STOP_GRACE, self.stop.finished()).await.is_err() {
            tracing::warn!(tasks = self.stop.running(), "not everything ended within the grace");
        }
        if let Some(file) = self.graves_file() {
            let list = self.house.lobby.graves().borrow().clone();
            if let Err(error) = graves::write(&file, &list) {
                tracing::error!(%error, "the list of ended pads can't be written");
            }
        }
        while let Ok(event) = self.events.try_recv() {
            reporter.event(&event);
        }
    }

    /// The list of ended pads, where one is kept.
    fn graves_file(&self) -> Option<PathBuf> {
        self.config.secret_file.as_deref().map(graves::path)
    }

    fn welcome(&self) -> Welcome {
        Welcome {
            house: Arc::clone(&self.house),
            addresses: self.addresses.clone(),
            limits: self.config.limits.enforced,
            may_swap: !self.hardened.no_swap,
        }
    }

    /// Tells the host that the house is open; what further starts and the tray ask for is heard
    /// from now on.
    fn greet(&mut self, printer: Printer) -> (Reporter, Bell) {
        let (welcome, pad) = (self.welcome(), &self.pad);
        let (back, instance) = (self.tray.take(), self.instance.take());
        let opens = self.config.open.unwrap_or_else(browser::has_desktop);
        let host_at = opens.then_some(pad);
        // Before the host is told: who reads of this one may make a further start at once.
        let bell = desk::start(welcome.clone(), &self.config, back, instance, host_at, &self.stop);
        let reporter = Reporter::new(self.config.output, printer);
        reporter.ready(&welcome.ready(pad, false), &welcome.greeting(pad, self.config.qr, false));
        if opens {
            self.stop.spawn(welcome.open(pad.clone(), Page::Pad));
        }
        (reporter, bell)
    }
}

/// Exit code: a second Ctrl-C.
const SECOND_INTERRUPT: u8 = 130;

fn places(config: &Config, port: u16, all: &[Address], chosen: &[Address]) -> Places {
    let host = chosen.first().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |address| address.ip);
    let address = SocketAddr::new(host, port).to_string();
    let own: Vec<IpAddr> = all.iter().map(|address| address.ip).collect();
    let mut hosts: Vec<String> = ["localhost", "127.0.0.1", "::1"].map(String::from).into();
    hosts.extend(own.iter().map(ToString::to_string));
    hosts.extend(config.bind.iter().map(ToString::to_string));
    if let Some(name) = lan::host_name() {
        hosts.push(format!("{name}.local"));
        hosts.push(name);
    }
    let public = config.url.as_ref().and_then(|url| url.parse::<http::Uri>().ok());
    let public_host = public.as_ref().and_then(|uri| uri.host()).map(str::to_ascii_lowercase);
    let proxied = config.allowed_hosts.iter().cloned().chain(public_host).collect();
    Places {
        base: config.url.clone().unwrap_or_else(|| format!("http://{address}")),
        address: public.and_then(|uri| uri.authority().map(ToString::to_string)).unwrap_or(address),
        interface: chosen.first().map(|address| address.interface.clone()),
        port,
        own,
        hosts,
        proxied,
    }
}
