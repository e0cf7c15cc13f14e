//! Senders for the matrix: somebody at each door who says one message of any kind, well-formed or
//! not, and tells in words what came of it.

use std::collections::{BTreeSet, VecDeque};
use std::net::SocketAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fadepad::doors::phoenix::DocEvent;
use fadepad_client::{Frame as Said, FromPage, WebSocket};
use fadepad_lib0::{Reader, put_buffer};
use fadepad_wire::phoenix::{self, Head};
use fadepad_wire::{awareness, hocuspocus, sync};
use serde_json::{Value, json};
use tokio::net::TcpStream;

use super::{TestServer, doc, write};

/// What a sender writes into the text, and shows himself as.
pub const MARK: &str = "marked";

/// Where somebody comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// y-websocket.
    Ws,
    /// The same with `x=1`, as our page.
    Page,
    /// Our page where no socket gets through.
    Tunnel,
    /// Our page on a wall.
    Wall,
    /// `doc:NAME`, Phoenix V1.
    DocV1,
    /// `doc:NAME`, Phoenix V2.
    Doc,
    /// `doc:NAME` by long polling.
    Polled,
    /// `y_doc_room:NAME`.
    YTopic,
    /// Hocuspocus.
    Hocuspocus,
}

impl Door {
    fn speaks_y(self) -> bool {
        !matches!(self, Self::DocV1 | Self::Doc | Self::Polled)
    }

    /// Every kind of message that is tried at this door.
    pub fn kinds(self) -> Vec<&'static str> {
        let y = Y.iter().map(|(kind, _)| *kind);
        match self {
            Self::Ws | Self::Page | Self::Tunnel | Self::Wall => {
                y.chain(["text", "ping frame"]).collect()
            }
            Self::YTopic => y.chain(CHANNEL).chain([BY_SYNC]).collect(),
            Self::Hocuspocus => y.chain(PROVIDER).collect(),
            _ => DOC.iter().map(|(kind, ..)| *kind).chain(CHANNEL).chain([BINARY]).collect(),
        }
    }
}

/// A message of y-protocols.
type Frame = fn() -> Vec<u8>;

const Y: [(&str, Frame); 34] = [
    ("step 1", || sync::step1(&[0])),
    ("step 1 of nonsense", || sync::step1(&[255, 255, 255])),
    ("step 2", || sync::step2(&write(&doc(), MARK))),
    ("step 2 of nonsense", || sync::step2(&[255, 255, 255])),
    ("update", || sync::update(&write(&doc(), MARK))),
    ("update too early", || sync::update(&early())),
    ("update of nonsense", || sync::update(&[255, 255, 255])),
    ("awareness", || {
        let json = format!(r#"{{"user":{{"name":"{MARK}"}}}}"#);
        let entry = awareness::Entry { client: 7, clock: 1, json: &json };
        sync::awareness(&awareness::encode([entry].into_iter()))
    }),
    ("awareness of nonsense", || sync::awareness(&[9, 255, 255])),
    ("query awareness", || vec![3]),
    ("auth", || sync::denied("you may not")),
    ("101 ping", || sync::extra(r#"{"t":"ping","n":1}"#)),
    ("101 end", || sync::extra(r#"{"t":"end"}"#)),
    ("101 end in 30 s", || sync::extra(r#"{"t":"end","in_s":30}"#)),
    ("101 stay", || sync::extra(r#"{"t":"stay"}"#)),
    ("101 keep", || sync::extra(r#"{"t":"keep","ttl_s":123}"#)),
    ("101 new links", || sync::extra(r#"{"t":"new_links","role":"view"}"#)),
    ("101 answer", || sync::extra(r#"{"t":"answer"}"#)),
    ("101 more", || sync::extra(r#"{"t":"more"}"#)),
    ("101 hand", || sync::extra(r#"{"t":"hand","up":true}"#)),
    ("101 writing", || sync::extra(r#"{"t":"writing","who":"picked"}"#)),
    ("101 pencil", || sync::extra(&json!({ "t": "pencil", "person": SOMEBODY }).to_string())),
    ("101 door", || sync::extra(r#"{"t":"door","door":"closed"}"#)),
    ("101 pin", || sync::extra(r#"{"t":"pin","pin":"4711"}"#)),
    ("101 let in", || sync::extra(&json!({ "t": "let_in", "knock": SOMEBODY }).to_string())),
    ("101 not now", || sync::extra(&json!({ "t": "not_now", "knock": SOMEBODY }).to_string())),
    ("101 role", || {
        sync::extra(&json!({ "t": "role", "person": SOMEBODY, "role": "edit" }).to_string())
    }),
    ("101 show out", || sync::extra(&json!({ "t": "show_out", "person": SOMEBODY }).to_string())),
    ("101 hello", || sync::extra(&json!({ "t": "hello", "name": MARK }).to_string())),
    ("101 of a later page", || sync::extra(r#"{"t":"later"}"#)),
    ("101 of nonsense", || sync::extra(r#"{"t":"#)),
    ("unknown tag", || vec![99, 1, 2, 3]),
    ("unknown sync", || vec![0, 9, 0]),
    ("nothing", Vec::new),
];

/// What a channel's client sends beside its dialect.
const CHANNEL: [&str; 10] = [
    "heartbeat",
    "yjs in JSON",
    "join again",
    "join of no topic",
    "leave",
    "push elsewhere",
    "no JSON",
    "no message",
    "broken binary",
    "unknown event",
];

/// What a Hocuspocus provider sends beside y-protocols.
const PROVIDER: [&str; 5] = ["stateless", "close", "pong", "text", "ping frame"];

/// The commands that are tried: as message 101, and in event `pad`.
pub fn commands() -> [BTreeSet<String>; 2] {
    let of_y = Y.iter().filter(|(kind, _)| kind.starts_with("101 ")).filter_map(|(_, frame)| {
        let frame = frame();
        let json = String::from_utf8_lossy(&frame);
        serde_json::from_str::<Value>(&json[json.find('{')?..]).ok()
    });
    let of_doc = DOC.iter().filter(|(_, event, _)| *event == "pad").map(|(.., said)| said());
    let word = |said: Value| said["t"].as_str().map(str::to_owned);
    [of_y.filter_map(word).collect(), of_doc.filter_map(word).collect()]
}

/// Names each variant of a type, and lists the names: with a variant that is new this does not compile, and with a name that is
/// new something has to be tried.
macro_rules! kinds {
    ($of:ty: $($variant:pat => $name:literal),+ $(,)?) => {
        (
            (|value| match value { $($variant => $name),+ }) as fn($of) -> &'static str,
            BTreeSet::from([$($name),+]),
        )
    };
}

/// The messages of each dialect that nothing here says.
pub fn untried() -> Vec<&'static str> {
    use hocuspocus::{DocumentMessage as By, ProviderFrame as Of};
    use sync::Message as Y;
    let (name, mut left) = kinds!(Y<'_>:
        Y::Step1(_) => "step 1", Y::Step2(_) => "step 2", Y::Update(_) => "update", Y::Awareness(_) => "awareness",
        Y::QueryAwareness => "query awareness", Y::Extra(_) => "101", Y::Unknown(_) => "unknown tag",
    );
    for (_, frame) in self::Y {
        if let Some(Ok(message)) = sync::next(&mut Reader::new(&frame())) {
            left.remove(name(message));
        }
    }
    let (name, all) = kinds!(Of<'_>:
        Of::Ping => "ping of a provider", Of::Pong => "pong of a provider", Of::Of(_, By::Y(_)) => "y-protocols of a provider",
        Of::Of(_, By::Token(_)) => "token", Of::Of(_, By::Stateless(_)) => "stateless", Of::Of(_, By::Close) => "close",
        Of::Of(_, By::Unknown(_)) => "unknown to a provider", Of::Of(_, By::Malformed) => "malformed of a provider",
    );
    left.extend(all);
    // A provider's ping is the question that follows each of its messages, where its document is over.
    let beside = PROVIDER.iter().filter(|kind| !["text", "ping frame"].contains(kind));
    let own = [vec![9], token("")].into_iter().chain(beside.map(|kind| provider(kind)));
    let own = own.chain(self::Y.iter().map(|(_, frame)| frame()));
    for message in own {
        let whole =
            if message.len() == 1 && message[0] > 8 { message } else { [&[0], &*message].concat() };
        left.remove(name(hocuspocus::read(&whole).unwrap()));
    }
    let of_doc = DOC.iter().map(|(_, event, _)| *event);
    let events = DocEvent::ALL
        .map(|(event, _)| event)
        .into_iter()
        .filter(|event| !of_doc.clone().any(|said| said == *event));
    left.into_iter().chain(events).collect()
}

/// Who is not here.
pub const SOMEBODY: &str = "00000000000000000000000000000099";

/// An update in a frame of bytes, as a `doc` client sends it that asked for `enc: "binary"`.
const BINARY: &str = "client_update in binary";

/// A question of y-protocols in the other event that its clients push.
const BY_SYNC: &str = "step 1 by yjs_sync";

/// What a wall's questions are numbered from.
const QUESTION: u64 = 1_000;

/// A payload of an event.
type Payload = fn() -> Value;

/// Events of `doc:` with their payloads.
const DOC: [(&str, &str, Payload); 29] = [
    ("client_update", "client_update", || json!({ "bin": write(&doc(), MARK) })),
    ("client_update too early", "client_update", || json!({ "bin": early() })),
    ("client_update of nonsense", "client_update", || json!({ "bin": [255, 255, 255] })),
    ("client_update without bin", "client_update", || json!({})),
    ("client_sync sv", "client_sync", || json!({ "sv": "AA==" })),
    ("client_sync bin", "client_sync", || json!({ "bin": write(&doc(), MARK) })),
    ("client_sync of nothing", "client_sync", || json!({})),
    ("cursor_pos", "cursor_pos", || json!({ "cursor": MARK })),
    ("meta", "meta", || json!({ "name": MARK })),
    ("meta of nonsense", "meta", || json!({ "name": 5 })),
    ("pad ping", "pad", || json!({ "t": "ping", "n": 1 })),
    ("pad end", "pad", || json!({ "t": "end" })),
    ("pad end in 30 s", "pad", || json!({ "t": "end", "in_s": 30 })),
    ("pad stay", "pad", || json!({ "t": "stay" })),
    ("pad keep", "pad", || json!({ "t": "keep", "ttl_s": 123 })),
    ("pad new links", "pad", || json!({ "t": "new_links", "role": "view" })),
    ("pad answer", "pad", || json!({ "t": "answer" })),
    ("pad more", "pad", || json!({ "t": "more" })),
    ("pad hand", "pad", || json!({ "t": "hand", "up": true })),
    ("pad writing", "pad", || json!({ "t": "writing", "who": "picked" })),
    ("pad pencil", "pad", || json!({ "t": "pencil", "person": SOMEBODY })),
    ("pad door", "pad", || json!({ "t": "door", "door": "closed" })),
    ("pad pin", "pad", || json!({ "t": "pin", "pin": "4711" })),
    ("pad let in", "pad", || json!({ "t": "let_in", "knock": SOMEBODY })),
    ("pad not now", "pad", || json!({ "t": "not_now", "knock": SOMEBODY })),
    ("pad role", "pad", || json!({ "t": "role", "person": SOMEBODY, "role": "edit" })),
    ("pad show out", "pad", || json!({ "t": "show_out", "person": SOMEBODY })),
    ("pad hello", "pad", || json!({ "t": "hello", "name": MARK })),
    ("pad of nonsense", "pad", || json!({})),
];

/// An update that another one has to come before.
fn early() -> Vec<u8> {
    let doc = doc();
    write(&doc, "lost");
    write(&doc, MARK)
}

/// What was heard, in words; what all hear anyway (who is here, what becomes of the pad) is no word.
enum Heard {
    Word(String),
    Noise,
    /// The answer to the question that follows every message.
    Settled,
    Closed(String),
}

/// Somebody at a door.
pub struct Sender<'a> {
    server: &'a TestServer,
    door: Door,
    pad: String,
    line: Line,
    /// Answers to step 1 that are owed.
    asked: usize,
    /// The last question after a message; questions are named by numbers.
    question: u32,
    closed: bool,
    /// A provider's document is over, or was never begun; its connection stays.
    gone: bool,
    /// And it may only read.
    reads: bool,
}

enum Line {
    Socket(Box<WebSocket<TcpStream>>),
    Poll { session: String, queue: VecDeque<String> },
}

impl<'a> Sender<'a> {
    /// Comes in with this key.
    pub async fn enter(server: &'a TestServer, door: Door, pad: &str, key: &str) -> Self {
        let version = if door == Door::DocV1 { "1.0.0" } else { "2.0.0" };
        let at = server.address;
        let line = match door {
            Door::Ws => socket(at, &format!("ws/{pad}?key={key}")).await,
            Door::Hocuspocus => socket(at, "hocuspocus").await,
            Door::Page => socket(at, &format!("ws/{pad}?key={key}&x=1")).await,
            Door::Tunnel => {
                let around = super::tunnel::around(at).await;
                socket(around, &format!("ws/{pad}?key={key}&x=1")).await
            }
            Door::Wall => socket(at, &format!("ws/{pad}?key={key}&x=1&wall=1")).await,
            Door::Polled => {
                let begun = polled(server, "GET", key, "").await;
                let session = begun["token"].as_str().unwrap().to_owned();
                Line::Poll { session, queue: VecDeque::new() }
            }
            _ => socket(at, &format!("socket/websocket?vsn={version}&token={key}")).await,
        };
        let mut sender = Self {
            server,
            door,
            pad: pad.to_owned(),
            line,
            asked: 0,
            question: 0,
            closed: false,
            gone: false,
            reads: false,
        };
        if door == Door::Hocuspocus {
            sender.y(&token(key)).await;
        } else if !matches!(door, Door::Ws | Door::Page | Door::Tunnel | Door::Wall) {
            let topic = sender.topic();
            sender.push(("j", "join"), &topic, "phx_join", json!({ "name": "Eve" })).await;
        }
        sender
    }

    fn topic(&self) -> String {
        format!("{}:{}", if self.door == Door::YTopic { "y_doc_room" } else { "doc" }, self.pad)
    }

    /// Says a message of this kind.
    pub async fn say(&mut self, kind: &str) {
        if let (Some((_, frame)), true) =
            (Y.iter().find(|(known, _)| *known == kind), self.door.speaks_y())
        {
            return self.y(&frame()).await;
        }
        if let Some((_, event, payload)) = DOC.iter().find(|(known, ..)| *known == kind) {
            return self.push(("j", "m"), &self.topic(), event, payload()).await;
        }
        let topic = self.topic();
        match kind {
            "heartbeat" => self.push(("", "m"), "phoenix", "heartbeat", json!({})).await,
            "join again" => self.push(("k", "m"), &topic, "phx_join", json!({})).await,
            "join of no topic" => self.push(("k", "m"), "room:x", "phx_join", json!({})).await,
            "leave" => self.push(("j", "m"), &topic, "phx_leave", json!({})).await,
            "push elsewhere" => self.push(("j", "m"), "doc:elsewhere", "meta", json!({})).await,
            "unknown event" => self.push(("j", "m"), &topic, "other", json!({})).await,
            "yjs in JSON" => self.push(("j", "m"), &topic, "yjs", json!({})).await,
            "no JSON" => self.raw(Said::Text("[hello".into())).await,
            "no message" => self.raw(Said::Text("[1,2]".into())).await,
            BY_SYNC => {
                self.asked += 1;
                self.push_binary("m", "yjs_sync", &sync::step1(&[0])).await;
            }
            BINARY => self.push_binary("m", "client_update", &write(&doc(), MARK)).await,
            "broken binary" => self.raw(Said::Binary(vec![9; 20].into())).await,
            "stateless" => self.y(&provider(kind)).await,
            "close" => {
                self.gone = true;
                self.y(&provider(kind)).await;
            }
            "pong" => self.raw(Said::Binary(vec![10].into())).await,
            "text" => self.raw(Said::Text("hello".into())).await,
            "ping frame" => self.raw(Said::Ping(vec![1].into())).await,
            other => panic!("no such kind: {other}"),
        }
    }

    /// Whether y-protocols are spoken there.
    pub fn speaks_y(&self) -> bool {
        self.door.speaks_y()
    }

    /// Whether the connection is over.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Asks for the text, and hears until that is answered, or all is over: the words on the way.
    pub async fn settle(&mut self) -> Vec<String> {
        self.question += 1;
        self.ask().await;
        let mut words = Vec::new();
        loop {
            match self.hear().await {
                Heard::Word(word) => {
                    // What comes to a topic in the moment of its close is nobody's.
                    let over = word.starts_with("phx_") || self.gone;
                    words.push(word);
                    if over {
                        let asked = self.asked;
                        self.ask().await;
                        self.asked = asked;
                    }
                }
                Heard::Noise => {}
                Heard::Settled => return words,
                Heard::Closed(word) => {
                    self.closed = true;
                    words.push(word);
                    return words;
                }
            }
        }
    }

    async fn ask(&mut self) {
        let name = self.question.to_string();
        if self.gone {
            return self.raw(Said::Binary(vec![9].into())).await;
        }
        if self.door == Door::Wall {
            // The text is not for it, and a ping is answered in its turn, too.
            let ping = FromPage::Ping { n: QUESTION + u64::from(self.question), client: None };
            return self.y(&sync::extra(&ping.json())).await;
        }
        if self.door.speaks_y() {
            return self.y_as(&name, &sync::step1(&[0])).await;
        }
        let topic = self.topic();
        self.push(("", &name), &topic, "client_sync", json!({ "sv": "AA==" })).await;
    }

    async fn y(&mut self, frame: &[u8]) {
        self.y_as("m", frame).await;
    }

    /// A message of y-protocols, by this name where it has one.
    async fn y_as(&mut self, name: &str, frame: &[u8]) {
        // Two step 1 have two answers.
        self.asked += usize::from(frame == sync::step1(&[0]));
        if self.door == Door::YTopic {
            return self.push_binary(name, "yjs", frame).await;
        }
        if self.door == Door::Hocuspocus {
            return self.raw(Said::Binary(self.addressed(frame).into())).await;
        }
        self.raw(Said::Binary(frame.to_vec().into())).await;
    }

    /// A message behind the name of its document.
    fn addressed(&self, message: &[u8]) -> Vec<u8> {
        let mut frame = Vec::new();
        put_buffer(&mut frame, self.pad.as_bytes());
        [frame.as_slice(), message].concat()
    }

    async fn push_binary(&mut self, name: &str, event: &str, payload: &[u8]) {
        let topic = self.topic();
        let head = Head { join_ref: None, reference: Some(name), topic: &topic, event };
        self.raw(Said::Binary(phoenix::binary_message(head, payload).into())).await;
    }

    async fn push(&mut self, (join, name): (&str, &str), topic: &str, event: &str, payload: Value) {
        let join = (!join.is_empty()).then_some(join);
        let message = match self.door {
            Door::DocV1 => json!({
                "join_ref": join, "ref": name, "topic": topic, "event": event, "payload": payload,
            }),
            _ => json!([join, name, topic, event, payload]),
        };
        self.raw(Said::Text(message.to_string())).await;
    }

    /// The connection may be over already.
    async fn raw(&mut self, message: Said) {
        match (&mut self.line, message) {
            (Line::Socket(socket), message) => drop(socket.send(message).await),
            (Line::Poll { session, .. }, Said::Text(text)) => {
                drop(polled(self.server, "POST", session, &text).await);
            }
            (Line::Poll { session, .. }, Said::Binary(bytes)) => {
                drop(polled(self.server, "POST", session, &STANDARD.encode(bytes)).await);
            }
            (_, message) => panic!("nobody says {message:?} here"),
        }
    }

    async fn hear(&mut self) -> Heard {
        match &mut self.line {
            Line::Socket(socket) => match socket.next().await {
                Ok(Said::Text(text)) => self.channel(&text),
                Ok(Said::Binary(bytes)) => self.heard_y(&bytes),
                Ok(Said::Close(close)) => Heard::Closed(format!("closed {}", close.code)),
                Ok(Said::Ping(_) | Said::Pong(_)) => Heard::Noise,
                other => panic!("{:?}: heard {other:?}", self.door),
            },
            Line::Poll { session, queue } => {
                if let Some(text) = queue.pop_front() {
                    return self.channel(&text);
                }
                let heard = polled(self.server, "GET", session, "").await;
                if heard["status"] == 410 {
                    return Heard::Closed("session over".into());
                }
                let messages = heard["messages"].as_array().unwrap();
                queue.extend(messages.iter().map(|text| text.as_str().unwrap().to_owned()));
                Heard::Noise
            }
        }
    }

    /// What only a provider hears.
    fn heard_by_provider(&mut self, message: &[u8]) -> Option<Heard> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(&bytes[1..]).into_owned();
        let word = match message {
            [2, 2, scope @ ..] => {
                self.reads = text(scope) == "readonly";
                text(scope)
            }
            [2, 1, reason @ ..] => {
                self.gone = true;
                format!("denied {}", text(reason))
            }
            [7, reason @ ..] => {
                self.gone = true;
                format!("close {}", text(reason))
            }
            [5, ..] => "stateless".to_owned(),
            [8, 1] => "taken".to_owned(),
            [8, 0] => "not taken".to_owned(),
            // Each question of who only reads is answered with one.
            [0, 0, ..] if self.reads => return Some(Heard::Noise),
            _ => return None,
        };
        Some(Heard::Word(word))
    }

    fn heard_y(&mut self, bytes: &[u8]) -> Heard {
        if self.door == Door::Hocuspocus {
            match bytes {
                [9] => return Heard::Noise,
                [10] => return Heard::Settled,
                _ => {}
            }
            if let Some(heard) = self.heard_by_provider(&bytes[1 + self.pad.len()..]) {
                return heard;
            }
        }
        // A broadcast has its topic and event in front.
        let message = match self.door {
            Door::YTopic => match phoenix::Message::from_server(bytes).unwrap().payload {
                phoenix::Payload::Binary(message) => message,
                phoenix::Payload::Json(json) => panic!("JSON in bytes: {json}"),
            },
            Door::Hocuspocus => &bytes[1 + self.pad.len()..],
            _ => bytes,
        };
        match message {
            [0, 1, ..] => {
                self.asked -= 1;
                if self.asked == 0 { Heard::Settled } else { Heard::Word("step 2".into()) }
            }
            // It is asked as it comes in, too: what counts is what it is asked later.
            [0, 0, ..] => Heard::Word("step 1".into()),
            [2, 0, ..] => Heard::Word("denied".into()),
            // What is gathered for all has goodbyes and his own words too, whenever it is due.
            [1, ..] if shows_another(message) => Heard::Word("awareness".into()),
            [101, ..] => {
                let json = String::from_utf8_lossy(message);
                self.told(&serde_json::from_str(&json[json.find('{').unwrap()..]).unwrap())
            }
            _ => Heard::Noise,
        }
    }

    /// What is told of the pad, by message 101 or `pad`.
    fn told(&self, said: &Value) -> Heard {
        match said["t"].as_str().unwrap() {
            "refused" => Heard::Word(format!("refused {}", said["why"].as_str().unwrap())),
            "pong" => match said["n"].as_u64().unwrap() {
                n if n == QUESTION + u64::from(self.question) => Heard::Settled,
                QUESTION.. => Heard::Noise,
                _ => Heard::Word("pong".into()),
            },
            _ => Heard::Noise,
        }
    }

    fn channel(&mut self, text: &str) -> Heard {
        let said: Value = serde_json::from_str(text).unwrap();
        let (name, event, payload) = match self.door {
            Door::DocV1 => (&said["ref"], &said["event"], &said["payload"]),
            _ => (&said[1], &said[3], &said[4]),
        };
        match event.as_str().unwrap() {
            "phx_reply" if name.as_str() == Some(&self.question.to_string()) => Heard::Settled,
            // An answer to the same question as it was asked before.
            "phx_reply" if name.as_str().is_some_and(|name| name.parse::<u32>().is_ok()) => {
                Heard::Noise
            }
            "phx_reply" if payload["status"] == "ok" => Heard::Word("ok".into()),
            "phx_reply" => {
                let why = payload["response"]["reason"].as_str().unwrap();
                Heard::Word(format!("error {why}"))
            }
            "pad" => self.told(payload),
            word @ ("phx_close" | "phx_error" | "session_ended" | "server_sync") => {
                Heard::Word(word.to_owned())
            }
            _ => Heard::Noise,
        }
    }
}

async fn socket(at: SocketAddr, path: &str) -> Line {
    let stream = TcpStream::connect(at).await.unwrap();
    let url = format!("ws://{at}/{path}");
    let request = fadepad_client::request(&url, None).unwrap();
    Line::Socket(Box::new(WebSocket::open(request, stream).await.unwrap()))
}

/// A provider's message of this kind.
fn provider(kind: &str) -> Vec<u8> {
    match kind {
        "stateless" => vec![5, 2, b'h', b'i'],
        "close" => vec![7],
        "pong" => vec![10],
        other => panic!("no such kind: {other}"),
    }
}

/// A provider's key.
fn token(key: &str) -> Vec<u8> {
    let mut token = vec![2, 0];
    put_buffer(&mut token, key.as_bytes());
    token
}

/// One request of a client that polls, with a key or with its session.
async fn polled(server: &TestServer, method: &str, token: &str, body: &str) -> Value {
    let request = format!(
        "{method} /socket/longpoll?vsn=2.0.0&token={token} HTTP/1.1\r\nHost: {}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        server.address,
        body.len()
    );
    let answer = server.http(&request).await;
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
}

/// Whether a message of presence has anybody in it who is here, beside the sender.
fn shows_another(message: &[u8]) -> bool {
    match sync::next(&mut Reader::new(message)) {
        Some(Ok(sync::Message::Awareness(states))) => awareness::entries(states).any(|entry| {
            let json = entry.unwrap().json;
            json != awareness::GONE && !json.contains(MARK)
        }),
        _ => false,
    }
}
