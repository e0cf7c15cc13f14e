//! A server on a free port, and guests that speak y-websocket to it. Both clean up on drop.

#[cfg(target_os = "linux")]
pub mod desktop;
#[cfg(unix)]
pub mod emulator;
#[cfg(target_os = "linux")]
pub mod machines;

pub mod hostile;
pub mod mutate;
#[cfg(unix)]
pub mod nats;
pub mod phoenix;
pub mod played;
#[cfg(unix)]
pub mod running;
pub mod sealed;
pub mod senders;
pub mod skip;
pub mod talk;
pub mod tunnel;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use fadepad::base::codes::JoinCode;
use fadepad::base::door::{Door, Pin};
use fadepad::base::ids::{Person, Role};
use fadepad::base::keys::KeyRing;
use fadepad::base::limits::{LAST_CALL, Limits, RENDER_PATIENCE};
use fadepad::base::shards::Shards;
use fadepad::base::stop::Stop;
use fadepad::doors::conn::Duplex;
use fadepad::render::Renderer;
use fadepad::room::lobby::{Environment, Lobby, Pad, Rules};
use fadepad::room::message::{Event, EventKind};
use fadepad::server::{
    Addresses, Create, Guard, LiveAddresses, LiveSettings, MetricsReaders, Proxies, Reachability,
    ServerState, Settings, Templates, Tls, serve,
};
use fadepad_client::{Close, Entry, Error, Frame, PeerState, Request, WebSocket};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;
use yrs::updates::decoder::Decode as _;
use yrs::{
    Doc, GetString as _, Options, ReadTxn as _, StateVector, Text as _, Transact as _, Update,
};

/// Longer than anything that works takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A server in this process.
pub struct TestServer {
    pub state: Arc<ServerState>,
    pub pad: Pad,
    pub address: SocketAddr,
    pub events: mpsc::Receiver<Event>,
    pub stop: Stop,
}

/// How a server differs from the usual one.
pub struct Plan {
    pub ttl: Duration,
    pub last_call: Duration,
    pub limits: Limits,
    pub keys: KeyRing,
    pub standing: bool,
    pub create: Create,
    pub door: Door,
    pub pin: Option<Pin>,
    pub tls: Option<Arc<Tls>>,
    pub threads: usize,
    pub templates: Templates,
    /// How long one waits who reads a pad that another reads.
    pub reads_within: Duration,
    /// Whether a proxy of this machine is believed, which stands for guests of any address.
    pub proxied: bool,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            ttl: Duration::from_secs(900),
            last_call: LAST_CALL,
            limits: Limits::default(),
            keys: KeyRing::random().unwrap(),
            standing: false,
            create: Create::Host,
            door: Door::Open,
            pin: None,
            tls: None,
            threads: 1,
            templates: Templates::default(),
            reads_within: RENDER_PATIENCE,
            proxied: false,
        }
    }
}

impl TestServer {
    pub async fn new() -> Self {
        Self::with(Plan::default()).await
    }

    pub async fn with(plan: Plan) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let stop = Stop::new();
        let (sender, mut events) = mpsc::channel(1_000);
        let lifetime = Duration::from_secs(86_400);
        let (grace, last_call, limits) = (plan.ttl, plan.last_call, plan.limits);
        let (door, pin, standing) = (plan.door, plan.pin, plan.standing);
        let rules = Rules { grace, lifetime, last_call, door, pin, standing, limits };
        let shards = Shards::start(plan.threads).unwrap();
        let environment = Environment { stop: stop.clone(), shards, events: sender, at_end: None };
        let lobby = Lobby::new(plan.keys, rules, Vec::new(), environment);
        let pad = lobby.open("notes".parse().unwrap(), None).unwrap();
        assert_eq!(events.try_recv().unwrap().kind, EventKind::Opened);
        let places = Addresses {
            base: format!("http://{address}"),
            local: format!("http://localhost:{}", address.port()),
            address: address.to_string(),
            interface: None,
            addresses: Vec::new(),
            others: 0,
            port: address.port(),
            own: vec![IpAddr::V4(Ipv4Addr::LOCALHOST)],
            hosts: vec!["127.0.0.1".into(), "localhost".into()],
            proxied: vec!["pads.example".parse().unwrap()],
        };
        let state = Arc::new(ServerState {
            lobby,
            places: LiveAddresses::new(places),
            guard: Guard::new(plan.limits),
            settings: LiveSettings::new(Settings {
                proxies: Proxies::new(Vec::new(), plan.proxied),
                metrics: MetricsReaders::new(Some(&[])),
                templates: plan.templates,
            }),
            reachability: Reachability::default(),
            create: plan.create,
            neighbours: watch::channel(Vec::new()).1,
            tls: plan.tls,
            renderer: Renderer::of(env!("CARGO_BIN_EXE_fadepad").into()).patient(plan.reads_within),
            cluster: None,
        });
        serve(&state, vec![listener], &stop);
        Self { state, pad, address, events, stop }
    }

    /// The code of its pad now.
    pub fn code(&self) -> JoinCode {
        self.state.lobby.code(&self.pad)
    }

    pub fn key(&self, role: Role) -> String {
        self.state.lobby.key(&self.pad, role)
    }

    /// A guest with a seat; what the server says first is still unread.
    pub async fn guest(&self, role: Role) -> Guest {
        Guest::enter(self.request(&self.key(role), "")).await
    }

    /// A page of ours.
    pub async fn page(&self, role: Role) -> Guest {
        Guest::enter(self.request(&self.key(role), "&x=1")).await
    }

    /// A key of this person's own.
    pub fn own_key(&self, role: Role, person: u128) -> String {
        self.state.lobby.own_key(&self.pad, role, Person(person))
    }

    /// A page of ours at which this person sits.
    pub async fn page_of(&self, role: Role, person: u128) -> Guest {
        Guest::enter(self.request(&self.own_key(role, person), "&x=1")).await
    }

    pub fn request(&self, key: &str, more: &str) -> Request {
        let url = format!("{}://{}/ws/notes?key={key}{more}", self.scheme(), self.address);
        fadepad_client::request(&url, None).unwrap()
    }

    /// Of its sockets.
    pub fn scheme(&self) -> &'static str {
        if self.state.tls.is_some() { "wss" } else { "ws" }
    }

    /// One HTTP exchange: the response's head and body.
    pub async fn http(&self, request: &str) -> String {
        self.exchange(request, self.state.tls.is_some()).await
    }

    /// The same with a body that is no text.
    pub async fn http_bytes(&self, request: &[u8]) -> String {
        self.exchange_bytes(request, self.state.tls.is_some()).await
    }

    /// One HTTP exchange, encrypted or not.
    pub async fn exchange(&self, request: &str, encrypted: bool) -> String {
        self.exchange_bytes(request.as_bytes(), encrypted).await
    }

    async fn exchange_bytes(&self, request: &[u8], encrypted: bool) -> String {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        let mut stream: Box<dyn Duplex> = match encrypted {
            true => Box::new(sealed::connect(self.address).await.unwrap()),
            false => Box::new(TcpStream::connect(self.address).await.unwrap()),
        };
        stream.write_all(request).await.unwrap();
        let mut answer = Vec::new();
        timeout(PATIENCE, stream.read_to_end(&mut answer)).await.unwrap().unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// A request to the API with a key, as JSON.
    pub async fn api(
        &self,
        method: &str,
        path: &str,
        key: &str,
        body: &str,
    ) -> (u16, serde_json::Value) {
        let request = format!(
            "{method} /api/v1/{path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.address,
            body.len()
        );
        let answer = self.http(&request).await;
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, serde_json::from_str(body).unwrap_or_default())
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.stop.stop();
    }
}

/// One y-websocket client with a document of its own (yrs, an independent implementation).
pub struct Guest {
    pub seat: fadepad_client::Guest<Box<dyn Duplex>>,
    pub doc: Doc,
    pub client: u64,
}

/// An empty document of a new client.
pub fn doc() -> Doc {
    new_doc().1
}

fn new_doc() -> (u64, Doc) {
    let client = u64::from(getrandom::u32().unwrap());
    let options = Options { offset_kind: yrs::OffsetKind::Utf16, ..Options::default() };
    let client_id = yrs::block::ClientID::new(client);
    (client, Doc::with_options(Options { client_id, ..options }))
}

/// Types at the end of the text `t` of a document; returns the update.
pub fn write(doc: &Doc, text: &str) -> Vec<u8> {
    let t = doc.get_or_insert_text("t");
    let before = doc.transact().state_vector();
    let mut txn = doc.transact_mut();
    let end = t.len(&txn);
    t.insert(&mut txn, end, text);
    txn.encode_diff_v1(&before)
}

/// Types at the beginning of the text `t` of a document: a run of its own.
pub fn write_first(doc: &Doc, text: &str) {
    let t = doc.get_or_insert_text("t");
    t.insert(&mut doc.transact_mut(), 0, text);
}

/// A document as one update.
pub fn all(doc: &Doc) -> Vec<u8> {
    doc.transact().encode_state_as_update_v1(&StateVector::default())
}

/// What a guest heard.
#[derive(Debug)]
pub enum Heard {
    Step1(Vec<u8>),
    Step2(Vec<u8>),
    Update(Vec<u8>),
    Awareness(Vec<(u64, u64, String)>),
    Denied,
    Page(serde_json::Value),
    Closed(u16),
}

impl Guest {
    pub async fn enter(request: Request) -> Self {
        Self::try_enter(request).await.unwrap()
    }

    /// A guest at this path of a server in another process.
    pub async fn at(url: &str) -> Self {
        Self::enter(fadepad_client::request(url, None).unwrap()).await
    }

    pub async fn try_enter(request: Request) -> Result<Self, Error> {
        let authority = request.uri().authority().unwrap().as_str().to_owned();
        let stream: Box<dyn Duplex> = match request.uri().scheme_str() {
            Some("wss") => Box::new(sealed::connect(authority.parse().unwrap()).await.unwrap()),
            _ => Box::new(TcpStream::connect(authority).await.unwrap()),
        };
        let seat = fadepad_client::Guest::over(WebSocket::open(request, stream).await?);
        let (client, doc) = new_doc();
        Ok(Self { seat, doc, client })
    }

    /// For what no guest would say, and for what may be closed on us in the middle of it.
    pub fn socket(&mut self) -> &mut WebSocket<Box<dyn Duplex>> {
        self.seat.socket()
    }

    pub async fn send(&mut self, message: Vec<u8>) {
        self.socket().send_bytes(message).await.unwrap();
    }

    /// The next message, of whatever kind; pings are answered on the way.
    pub async fn hear(&mut self) -> Heard {
        loop {
            let next = timeout(PATIENCE, self.socket().next()).await.expect("nothing is heard");
            match next {
                Ok(Frame::Binary(bytes)) => return heard(&bytes),
                Ok(Frame::Close(Close { code, .. })) => return Heard::Closed(code),
                Ok(Frame::Ping(_) | Frame::Pong(_)) => {}
                other => panic!("heard {other:?}"),
            }
        }
    }

    /// Hears until it is closed; returns the code and the reason.
    pub async fn goodbye(&mut self) -> Close {
        loop {
            let next = timeout(PATIENCE, self.socket().next()).await.expect("nothing is heard");
            if let Frame::Close(last) = next.expect("a goodbye") {
                return last;
            }
        }
    }

    /// Hears until it is closed; returns the code.
    pub async fn closed(&mut self) -> u16 {
        loop {
            if let Heard::Closed(code) = self.hear().await {
                return code;
            }
        }
    }

    /// Asks for all, and takes it; answers what the server asks on the way.
    pub async fn sync(&mut self) {
        let mine = {
            use yrs::updates::encoder::Encode as _;
            self.doc.transact().state_vector().encode_v1()
        };
        self.seat.ask(&mine).await.unwrap();
        loop {
            if self.take_next().await {
                return;
            }
        }
    }

    /// Hears one message and does what a client does; true for a step 2.
    pub async fn take_next(&mut self) -> bool {
        match self.hear().await {
            Heard::Step2(update) => {
                self.apply(&update);
                return true;
            }
            Heard::Update(update) => self.apply(&update),
            Heard::Step1(theirs) => {
                let theirs = StateVector::decode_v1(&theirs).unwrap();
                let lacking = self.doc.transact().encode_state_as_update_v1(&theirs);
                self.seat.bring(&lacking).await.unwrap();
            }
            Heard::Closed(code) => panic!("closed with {code}"),
            _ => {}
        }
        false
    }

    pub fn apply(&self, update: &[u8]) {
        self.doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
    }

    /// Types at the end of the text `t`; returns the update without sending it.
    pub fn write(&self, text: &str) -> Vec<u8> {
        write(&self.doc, text)
    }

    /// Deletes the text `t`; returns the update that says so.
    pub fn delete_all(&self) -> Vec<u8> {
        let t = self.doc.get_or_insert_text("t");
        let before = self.doc.transact().state_vector();
        let mut txn = self.doc.transact_mut();
        let end = t.len(&txn);
        t.remove_range(&mut txn, 0, end);
        txn.encode_diff_v1(&before)
    }

    /// Types at the end of the text `t`, and sends it.
    pub async fn type_(&mut self, text: &str) {
        let update = self.write(text);
        self.seat.update(&update).await.unwrap();
    }

    pub fn text(&self) -> String {
        let t = self.doc.get_or_insert_text("t");
        t.get_string(&self.doc.transact())
    }

    /// Hears until the text is this.
    pub async fn reads(&mut self, text: &str) {
        while self.text() != text {
            self.take_next().await;
        }
    }

    /// Shows itself under a name.
    pub async fn show(&mut self, clock: u64, json: &str) {
        self.seat.show(Entry { client: self.client, clock, json }).await.unwrap();
    }

    /// Hears until somebody's presence comes.
    pub async fn sees(&mut self) -> Vec<(u64, u64, String)> {
        loop {
            match self.hear().await {
                Heard::Awareness(entries) if !entries.is_empty() => return entries,
                Heard::Closed(code) => panic!("closed with {code}"),
                _ => {}
            }
        }
    }

    /// Hears until a message 101 of this kind comes.
    pub async fn page_message(&mut self, kind: &str) -> serde_json::Value {
        loop {
            match self.hear().await {
                Heard::Page(json) if json["t"] == kind => return json,
                Heard::Closed(code) => panic!("closed with {code} before {kind}"),
                _ => {}
            }
        }
    }

    /// Waits until the server has taken everything that was sent so far (pages only).
    pub async fn saved(&mut self) {
        timeout(PATIENCE, self.seat.saved()).await.expect("no pong").unwrap();
    }
}

fn heard(frame: &Bytes) -> Heard {
    use fadepad_client::Received as Said;
    let all = Said::of(frame).unwrap();
    let Ok([said]) = <[Said; 1]>::try_from(all) else {
        panic!("one message a frame: a JavaScript client reads only the first of {frame:?}");
    };
    match said {
        Said::Step1(vector) => Heard::Step1(vector.into()),
        Said::Step2(update) => Heard::Step2(update.into()),
        Said::Update(update) => Heard::Update(update.into()),
        Said::Page(json) => Heard::Page(serde_json::from_str(&json).unwrap()),
        Said::Refused(_) => Heard::Denied,
        Said::Awareness(shown) => {
            let told = |PeerState { client, clock, json }| (client, clock, json);
            Heard::Awareness(shown.into_iter().map(told).collect())
        }
        other => panic!("heard {other:?}"),
    }
}
