//! Any bytes of HTTP: requests of every route with their bodies, through the server's own reading,
//! guard, table and answers. No panic, no 500, and never a key that the request did not bring.

use std::cell::RefCell;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use fadepad::base::door::Door;
use fadepad::base::ids::Role;
use fadepad::base::keys::KeyRing;
use fadepad::base::limits::{LAST_CALL, Limits};
use fadepad::base::shards::Shards;
use fadepad::base::stop::Stop;
use fadepad::render::Renderer;
use fadepad::room::lobby::{Environment, Lobby, Rules};
use fadepad::room::message::{Event, EventKind};
use fadepad::server::{
    Addresses, Answering, Create, Guard, LiveAddresses, LiveSettings, MetricsReaders, Proxies,
    Reachability, ServerState, Settings,
};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::runtime::Runtime;
use tokio::sync::{mpsc, watch};

/// Who asks, and under which name.
const FROM: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 5_000);
const NAME: &str = "notes";

/// Words of a case in place of what each server has of its own.
const WORDS: [&str; 4] = ["$HOST", "$EDIT", "$VIEW", "$CODE"];

thread_local! {
    static STREET: RefCell<Street> = RefCell::new(Street::new());
}

/// One case: what comes on one connection.
pub fn run(data: &[u8]) {
    STREET.with_borrow_mut(|street| street.answer(data));
}

struct Street {
    runtime: Runtime,
    server: Arc<ServerState>,
    answering: Answering,
    events: mpsc::Receiver<Event>,
}

impl Street {
    fn new() -> Self {
        // Who waits for something that does not come waits no time.
        let paused =
            tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
        let runtime = paused.expect("a runtime");
        let (server, answering, events) = runtime.block_on(async {
            let stop = Stop::new();
            let (sender, events) = mpsc::channel(10_000);
            let limits = Limits { enforced: false, ..Limits::default() };
            let rules = Rules {
                grace: Duration::from_secs(900),
                lifetime: Duration::from_secs(86_400),
                last_call: LAST_CALL,
                door: Door::Open,
                pin: None,
                standing: false,
                limits,
            };
            let keys = KeyRing::random().expect("random numbers");
            let shards = Shards::start(1).expect("this thread");
            let environment =
                Environment { stop: stop.clone(), shards, events: sender, at_end: None };
            let lobby = Lobby::new(keys, rules, Vec::new(), environment);
            let server = Arc::new(ServerState {
                lobby,
                places: LiveAddresses::new(places()),
                guard: Guard::new(limits),
                settings: LiveSettings::new(Settings {
                    proxies: Proxies::new(Vec::new(), true),
                    metrics: MetricsReaders::new(Some(&[])),
                    templates: Default::default(),
                }),
                reachability: Reachability::default(),
                create: Create::Host,
                neighbours: watch::channel(Vec::new()).1,
                tls: None,
                // What children make of a document has a test of its own.
                renderer: Renderer::of("/nonexistent".into()),
                cluster: None,
            });
            let answering = Answering::new(&server, &stop);
            (server, answering, events)
        });
        Self { runtime, server, answering, events }
    }

    fn answer(&mut self, data: &[u8]) {
        let lobby = &self.server.lobby;
        let name = NAME.parse().expect("a name");
        let pad = match lobby.get(&name) {
            Some(pad) => pad,
            None => self.runtime.block_on(async { lobby.open(name, None) }).expect("a pad"),
        };
        let [host, edit, view] =
            [Role::Host, Role::Edit, Role::View].map(|role| lobby.key(&pad, role));
        let own = [host, edit, view, lobby.code(&pad).to_string()];
        let mut asked = data.to_vec();
        for (word, own) in WORDS.iter().zip(&own) {
            asked = replaced(&asked, word.as_bytes(), own.as_bytes());
        }
        let answer = self.runtime.block_on(async {
            let (mut ours, theirs) = tokio::io::duplex(64 << 10);
            let asks = async {
                // It may hang up before it has heard all.
                let _ = ours.write_all(&asked).await;
                let _ = ours.shutdown().await;
                let mut answer = Vec::new();
                let _ = ours.read_to_end(&mut answer).await;
                answer
            };
            tokio::join!(self.answering.speak(theirs, FROM), asks).1
        });
        let text = String::from_utf8_lossy(&answer);
        assert!(!text.starts_with("HTTP/1.1 500"), "{text}");
        // Who brings the host's key is told the others.
        let brought = |key: &String| contains(&asked, key.as_bytes());
        if !own.iter().any(brought) {
            assert!(!own.iter().any(|key| text.contains(key.as_str())), "{text}");
        }
        while let Ok(event) = self.events.try_recv() {
            assert_ne!(event.kind, EventKind::Failed, "a room has failed");
        }
        self.record_end();
    }

    /// Ends what was opened, so that the server does not fill.
    fn record_end(&self) {
        let others = self.server.lobby.all().into_iter().filter(|pad| pad.name.as_str() != NAME);
        self.runtime.block_on(async {
            for pad in others {
                let end = fadepad::room::message::HostCommand::End(Some(Duration::ZERO));
                pad.room.steer(end).await;
            }
        });
    }
}

fn places() -> Addresses {
    Addresses {
        base: "http://127.0.0.1:7780".into(),
        local: "http://localhost:7780".into(),
        address: "127.0.0.1:7780".into(),
        interface: None,
        addresses: Vec::new(),
        port: 7780,
        own: vec![IpAddr::V4(Ipv4Addr::LOCALHOST)],
        hosts: vec!["127.0.0.1".into(), "localhost".into()],
        proxied: Vec::new(),
        others: 0,
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn replaced(bytes: &[u8], word: &[u8], by: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(word.len()).position(|window| window == word) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(by);
        rest = &rest[at + word.len()..];
    }
    out.extend_from_slice(rest);
    out
}
