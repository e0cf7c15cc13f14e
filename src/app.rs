//! The top: puts the server together, and knows the one order of starting and stopping.

mod answers;
mod around;
mod at_end;
mod awake;
mod closing;
#[cfg(feature = "cluster")]
mod cluster;
pub mod desk;
mod doctor;

mod decided_file;
mod ended_file;
mod events;
mod failure;
mod find;
mod healthcheck;
mod http;
pub mod instance;
mod listen;
mod memory_trim;
mod neighbours;
pub mod pads;
mod record_file;
mod redraw;
mod reload;
mod repair;
mod sealed;
mod secret;
mod service;
mod signals;
pub mod take;
mod templates;
pub mod texts;
mod tls;
mod unanswered;
mod unreached;
mod welcome;

use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};

use crate::base::cluster::ClusterFigures;
use crate::base::hardening::Hardened;
use crate::base::limits::EVENT_QUEUE;
use crate::base::network::Cause;
use crate::base::shards::Shards;
use crate::base::stop::Stop;
#[cfg(feature = "cluster")]
use crate::cluster::membership::ClusterNode;
use crate::config::{Config, Output};
use crate::desktop::browser;
use crate::desktop::printer::Printer;
use crate::desktop::tray::Back;
use crate::desktop::typed::TypedLines;
use crate::render::Renderer;
use crate::room::lobby::{Begins, Environment, Lobby, Pad, Rules};
use crate::room::message::{Event, EventKind};
use crate::server::{
    Addresses, Create, Guard, LiveAddresses, LiveSettings, Reachability, Reached, ServerState,
    Settings, Templates, serve,
};

use self::around::{Around, Change};
use self::awake::Awake;
use self::closing::{Closing, Farewell, ask};
use self::desk::{DeskHandle, Desktop};
pub use self::doctor::examine;
use self::events::{Reporter, missed};
pub use self::failure::NotStarted;
pub use self::find::find;
pub use self::healthcheck::healthcheck;
use self::instance::Instance;
use self::memory_trim::MemoryTrim;
use self::record_file::RecordFile;
pub use self::reload::Reread;
pub use self::repair::repair;
use self::signals::{Asked, EndBy, Signals};
use self::take::{TakeFrom, Taking};
use self::welcome::{Page, Welcome};

/// Where somebody left out what they ask for.
const WITHOUT_CLUSTER: &str =
    "this Fadepad was built without the feature `cluster`: leave out --cluster";

/// A server that listens and has not begun to answer.
pub struct App {
    config: Config,
    hardened: Hardened,
    server: Arc<ServerState>,
    listeners: Vec<TcpListener>,
    around: Around,
    causes: watch::Sender<Vec<Cause>>,
    pad: Pad,
    events: mpsc::Receiver<Event>,
    stop: Stop,
    tray: Option<Back>,
    instance: Option<Instance>,
    reread: Option<Reread>,
    /// The pad comes from another machine.
    taking: Option<Taking>,
    /// Where it is noted which lives are over; `None` without a secret file.
    ended_file: Option<Arc<RecordFile>>,
    /// Where it is noted what hosts have decided.
    decided_file: Option<Arc<RecordFile>>,
    /// This node among several with the same pads.
    #[cfg(feature = "cluster")]
    node: Option<ClusterNode>,
}

impl App {
    /// Listens, and opens the first pad, or takes it from another machine.
    ///
    /// # Errors
    /// Where the port is taken, the secret can't be read, the network does not exist, the pad stays where it is.
    pub fn bind(
        config: Config,
        hardened: Hardened,
        from: Option<TakeFrom>,
    ) -> Result<Self, NotStarted> {
        if cfg!(not(feature = "cluster")) && config.cluster.is_some() {
            return Err(NotStarted::NoCluster(WITHOUT_CLUSTER.to_owned()));
        }
        let keys = secret::keys(&config)?;
        let (listeners, port) = listen::listen(&config)?;
        let stop = Stop::new();
        let (causes, found) = watch::channel(Vec::new());
        let around = Around::new(&config, port, found, &stop)?;
        let (sender, mut events) = mpsc::channel(EVENT_QUEUE);
        let (ended_file, decided_file) = record_files(&config);
        let ended = noted(ended_file.as_deref(), ended_file::record)?;
        let shards = Shards::start(config.threads).map_err(NotStarted::NoThread)?;
        let renderer = Renderer::default();
        let at_end = at_end::asked(&config, &renderer, &stop)?;
        let environment = Environment { stop: stop.clone(), shards, events: sender, at_end };
        let lobby = Lobby::new(keys, rules(&config), ended, environment);
        lobby.remember(noted(decided_file.as_deref(), decided_file::record)?);
        let templates = templates::load(config.templates.as_deref())?;
        // Nobody is served yet whom this could hold up.
        let taking = from.map(|from| from.bring(&lobby)).transpose()?;
        let pad = match &taking {
            Some(taking) => taking.pad.clone(),
            None => first_pad(&config, &lobby, &templates)?,
        };
        // The greeting tells of it.
        let _ = events.try_recv();
        let mut places = around.places();
        let tls = tls::open(&config, &mut places)?;
        let server = ServerState {
            lobby,
            places: LiveAddresses::new(places),
            guard: Guard::new(config.limits),
            settings: LiveSettings::new(Settings { templates, ..reload::settings(&config) }),
            reachability: Reachability::default(),
            create: if config.create_anyone { Create::Anyone } else { Create::Host },
            neighbours: around.neighbours(),
            tls,
            renderer,
            cluster: config.cluster.as_ref().map(|_| ClusterFigures::default()),
        };
        let server = Arc::new(server);
        let (tray, instance, reread) = (None, None, None);
        Ok(Self {
            config,
            hardened,
            server,
            listeners,
            around,
            causes,
            pad,
            events,
            stop,
            tray,
            instance,
            reread,
            taking,
            ended_file,
            decided_file,
            #[cfg(feature = "cluster")]
            node: None,
        })
    }

    /// Joins it to the host's desktop, and to further starts of the program.
    #[must_use]
    pub fn at(mut self, tray: Option<Back>, instance: Option<Instance>) -> Self {
        (self.tray, self.instance) = (tray, instance);
        self
    }

    /// Has it take changes of its configuration, which this reads again.
    #[must_use]
    pub fn reread_by(mut self, reread: Reread) -> Self {
        self.reread = Some(reread);
        self
    }

    /// The port that it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.server.places.now().port
    }

    /// Answers until somebody ends it. Returns the exit code.
    ///
    /// # Errors
    /// Where the system's signals can't be heard, or the pad stays at the machine that it was to come from.
    pub async fn run(mut self) -> Result<u8, NotStarted> {
        let mut signals = Signals::new().map_err(NotStarted::NoSignals)?;
        self.open().await?;
        let (printer, printed) =
            Printer::start(missed(self.config.output)).map_err(NotStarted::NoSignals)?;
        let mut certificates = tls::keep(&self.server, &self.stop);
        let (mut reporter, bell) = self.greet(printer);
        let news = neighbours::keep(&self.server, &self.around, &self.stop);
        unreached::keep(&self.server, &self.causes, &self.stop);
        let mut reached = self.server.reachability.watch();
        let mut guessing = self.server.reachability.watch_guessing();
        let (mut given_back, mut stale) =
            (MemoryTrim::default(), self.stale().map_err(NotStarted::NoSignals)?);
        let mut awake = Awake::start(&self.stop);
        let mut closing = self.closing();
        let mut typed = self.typed_lines(&mut reporter);
        let farewell = loop {
            self.stop.set_leaving(closing.runs());
            tokio::select! {
                Some(event) = self.events.recv() => {
                    given_back.event(&event.kind);
                    awake.event(&event);
                    self.note_decided(&event.kind);
                    self.report(&event, closing.runs(), &mut reporter);
                    news.notify_one();
                    bell.event(&event);
                    if closing.hear(&event).await {
                        reporter.say_how_to_hurry();
                    }
                }
                change = self.around.changed() => self.take(change, &mut reporter),
                sha256 = tls::renewed(&mut certificates) => self.renewed(&sha256, &mut reporter),
                line = typed.next() => self.answer_line(&line, &mut reporter).await,
                stale = stale.next() => self.redraw(stale, &mut reporter),
                () = given_back.due() => memory_trim::trim_heap(&self.stop),
                Ok(()) = reached.changed() => {
                    if let Some(reached) = *reached.borrow_and_update() {
                        reporter.reached(&self.pad, reached);
                        reporter.proven(self.proof());
                    }
                }
                Ok(()) = guessing.changed() => reporter.guessing(&self.pad, *guessing.borrow_and_update()),
                asked = ask(&mut signals, &bell) => {
                    if let Some(farewell) = self.asked(asked, &mut closing, &mut reporter).await {
                        break farewell;
                    }
                }
                farewell = closing.done() => break farewell,
            }
        };
        tokio::select! {
            () = self.close(farewell, &mut reporter) => {}
            () = signals.interrupted() => return Ok(SECOND_INTERRUPT),
        }
        drop(reporter);
        printed.wait();
        Ok(if farewell == Farewell::Hurried { SECOND_INTERRUPT } else { 0 })
    }

    /// Begins to answer; a pad of another machine is called here then.
    async fn open(&mut self) -> Result<(), NotStarted> {
        if let Some(file) = self.ended_file.clone() {
            ended_file::start(file, &self.server.lobby, &self.stop);
        }
        if let Some(file) = self.decided_file.clone() {
            decided_file::start(file, &self.server.lobby, &self.stop);
        }
        // Who comes meanwhile waits in the listener's queue: before we know our own names and
        // addresses we would take them for foreign ones.
        self.around.first_look().await;
        self.server.places.set(self.places());
        #[cfg(feature = "cluster")]
        {
            self.node = cluster::join(&self.config, &self.server, &self.stop).await?;
        }
        serve(&self.server, std::mem::take(&mut self.listeners), &self.stop);
        if let Some(mut taking) = self.taking.take() {
            taking.call(&self.server.places.now()).await?;
            taking.follow(&self.stop);
        }
        Ok(())
    }

    /// Does what was asked for; `Some` where the end is to come at once.
    async fn asked(
        &mut self,
        asked: Asked,
        closing: &mut Closing,
        reporter: &mut Reporter,
    ) -> Option<Farewell> {
        match asked {
            Asked::Reload => self.reload(reporter),
            Asked::End(EndBy::Interrupt) if self.asks_back(reporter, closing) => reporter.ask(),
            Asked::End(by) => return closing.ask(by).await,
        }
        None
    }

    /// What is typed where people read the greeting; programs type nothing.
    fn typed_lines(&self, reporter: &mut Reporter) -> TypedLines {
        let typed = match self.config.output {
            Output::Greeting => TypedLines::at_terminal(),
            Output::Quiet | Output::Json => TypedLines::none(),
        };
        reporter.take_answers(typed.are_heard());
        typed
    }

    /// Somebody has typed a line where people read the greeting.
    async fn answer_line(&self, line: &str, reporter: &mut Reporter) {
        let Some(knocks) = &mut reporter.knocks else { return };
        if let Some(told) = self.typed(line, knocks).await {
            reporter.say(&told);
        }
    }

    /// There is another certificate; it may be for another name.
    fn renewed(&mut self, sha256: &str, reporter: &mut Reporter) {
        let made_here = self.server.tls.as_ref().is_some_and(|tls| tls.is_self_signed());
        reporter.certificate(sha256, made_here);
        self.take(Change::Addresses, reporter);
    }

    /// Follows what has changed around us.
    fn take(&mut self, change: Change, reporter: &mut Reporter) {
        match change {
            Change::Unreached(causes) => {
                reporter.unreached((&self.pad.name, self.pad.epoch), &causes)
            }
            Change::Addresses => {
                let (before, now) = (self.server.places.now(), self.places());
                let moved = before.base != now.base;
                let changed = moved || before.addresses != now.addresses;
                self.server.places.set(now);
                if let Some(pad) = self.server.lobby.get(&self.pad.name) {
                    self.pad = pad;
                }
                if changed {
                    let (welcome, qr) = (self.welcome(), self.config.qr);
                    let mut ready = welcome.ready(&self.pad, false);
                    let over = self.server.lobby.get(&self.pad.name).is_none();
                    let next = over.then(|| welcome.next_life(&self.pad, qr)).flatten();
                    let greeting = next.unwrap_or_else(|| welcome.greeting(&self.pad, qr, false));
                    ready.join_url.clone_from(&greeting.join_url);
                    reporter.network(&ready, greeting, moved);
                    reporter.proven(self.proof());
                }
            }
        }
    }

    /// Who has proved that the address of this moment works.
    fn proof(&self) -> Option<Reached> {
        self.server.reachability.proof(&self.server.places.now())
    }

    /// Where this server is found now, by TLS where it speaks that.
    fn places(&self) -> Addresses {
        let mut places = self.around.places();
        if let Some(tls) = &self.server.tls {
            tls::follow(tls, &self.config, &mut places);
        }
        places
    }

    /// What hosts decide is written down, where a restart has to find it.
    fn note_decided(&self, kind: &EventKind) {
        if decided_file::is_news(kind) {
            self.server.lobby.note_decision();
        }
    }

    fn welcome(&self) -> Welcome {
        Welcome {
            server: Arc::clone(&self.server),
            limits: self.config.limits.enforced,
            may_swap: !self.hardened.no_swap,
            saved_in: self.config.save_dir.as_ref().map(|folder| folder.display().to_string()),
            networks: self.config.networks.clone(),
        }
    }

    /// Tells the host, and a service manager, that the server is open; what further starts and the tray ask for is heard
    /// from now on.
    fn greet(&mut self, printer: Printer) -> (Reporter, DeskHandle) {
        let (welcome, pad) = (self.welcome(), &self.pad);
        let (back, instance) = (self.tray.take(), self.instance.take());
        let opens = self.config.open.unwrap_or_else(browser::has_desktop);
        let (host_at, name) = (opens.then_some(pad), self.config.pad.clone());
        let desktop = Desktop { back, instance, host_at, name };
        // Before the host is told: who reads of this one may make a further start at once.
        let bell = desk::start(welcome.clone(), desktop, &self.stop);
        let mut reporter = Reporter::new(self.config.output, printer);
        reporter.ready(&welcome.ready(pad, false), welcome.greeting(pad, self.config.qr, false));
        if opens {
            self.stop.spawn(welcome.open(pad.clone(), Page::Pad));
        }
        service::open(&self.server.lobby, &self.stop);
        (reporter, bell)
    }
}

/// Exit code: a second Ctrl-C.
const SECOND_INTERRUPT: u8 = 130;

/// What the host asks of every pad.
fn rules(config: &Config) -> Rules {
    Rules {
        grace: config.ttl,
        lifetime: config.max_lifetime,
        last_call: config.last_call,
        door: config.door,
        pin: config.pin.clone(),
        standing: config.standing,
        limits: config.limits,
    }
}

/// Where it is noted which lives are over, and what hosts have decided; `None` without a secret file.
fn record_files(config: &Config) -> (Option<Arc<RecordFile>>, Option<Arc<RecordFile>>) {
    let beside = |kind| config.secret_file.as_deref().map(|of| RecordFile::beside(of, kind));
    (beside(&ended_file::KIND), beside(&decided_file::KIND))
}

/// What earlier runs noted there.
fn noted<R>(
    file: Option<&RecordFile>,
    read: impl Fn(&str) -> Option<R>,
) -> Result<Vec<R>, NotStarted> {
    file.map_or(Ok(Vec::new()), |file| file.load(read))
}

/// Opens the pad that the program was started for, from a template where one was asked for.
fn first_pad(config: &Config, lobby: &Lobby, templates: &Templates) -> Result<Pad, NotStarted> {
    let begins = match &config.template {
        Some(name) => templates.begins(lobby, &config.pad, name).ok_or_else(|| {
            let all: Vec<_> = templates.names().collect();
            NotStarted::NoTemplate(name.clone(), all.join(", "))
        })?,
        None => Begins::Empty,
    };
    let pad = lobby.open_with(config.pad.clone(), None, (begins, []));
    pad.map_err(|error| NotStarted::System(error.to_string()))
}
