//! One seat in a pad, by either door.

use std::collections::VecDeque;

use bytes::Bytes;
use fadepad_lib0::Reader;
use fadepad_wire::awareness::{self, Entry};
use fadepad_wire::extra::FromPage;
use fadepad_wire::phoenix::{Bin, put_array, put_base64};
use fadepad_wire::sync;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

use super::channels::{ChannelEvent, ChannelMessage, ChannelPayload, Channels, PushTarget};
use super::entrance::{Encoding, Entrance, Protocol};
use super::socket::{Close, Error, Frame, WebSocket};

/// A guest of a pad.
#[derive(Debug)]
pub struct Guest<S> {
    transport: Transport<S>,
    /// What was said in one message and is still to be told.
    heard: VecDeque<Received>,
    pings: u64,
}

#[derive(Debug)]
enum Transport<S> {
    Yjs(WebSocket<S>),
    Topic(Topic<S>),
}

/// A topic that was joined, or asked for.
#[derive(Debug)]
struct Topic<S> {
    channels: Channels<S>,
    name: String,
    join: String,
    enc: Encoding,
}

/// What a guest hears.
#[derive(Clone, Debug, PartialEq)]
pub enum Received {
    /// The server asks for what it lacks: its state vector. [`Guest::bring`] answers.
    Step1(Bytes),
    /// What this guest lacked: the answer to [`Guest::ask`], and to a join by the Phoenix door.
    Step2(Bytes),
    /// What somebody else has typed.
    Update(Bytes),
    /// Who is here, of y-websocket.
    Awareness(Vec<PeerState>),
    /// Who is here, of Phoenix: `presence_state` or `presence_diff` with its JSON.
    Presence(String, Value),
    /// Message 101, or what a topic says as `pad`: JSON for [`ToPage::read`](fadepad_wire::extra::ToPage::read).
    Page(String),
    /// The last message was not taken: the reason in a word. A page is told by [`Page`](Self::Page) instead.
    Refused(String),
    /// What is only for others, or of a later protocol.
    Other,
    /// The last thing: by y-websocket the close of the connection, by Phoenix also that of the topic.
    Closed(Close),
}

/// Somebody's state of presence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeerState {
    /// The Yjs client id.
    pub client: u64,
    /// Counts up with each change.
    pub clock: u64,
    /// The state as JSON; `null` where they have left.
    pub json: String,
}

/// What a reply or an event of a topic may bring.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Brought {
    status: Option<String>,
    response: Value,
    history: Vec<Bin>,
    bin: Option<Bin>,
    sv: Option<Bin>,
    reason: Option<String>,
    code: Option<u16>,
}

impl Guest<TcpStream> {
    /// Connects and enters.
    ///
    /// # Errors
    /// Where nobody listens there, or the server refuses.
    pub async fn connect(entrance: &Entrance) -> Result<Self, Error> {
        let stream = TcpStream::connect(&entrance.authority).await?;
        stream.set_nodelay(true)?;
        Self::enter(stream, entrance).await
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Guest<S> {
    /// Enters over a connection, such as one of TLS.
    ///
    /// # Errors
    /// Where the server refuses.
    pub async fn enter(stream: S, entrance: &Entrance) -> Result<Self, Error> {
        let socket = WebSocket::open(entrance.request()?, stream).await?;
        let Protocol::Phoenix(enc) = entrance.protocol else { return Ok(Self::over(socket)) };
        let (mut channels, name) = (Channels::over(socket), entrance.topic());
        let join = channels.join(&name, &json!({ "enc": enc.word() })).await?;
        Ok(Self::of(Transport::Topic(Topic { channels, name, join, enc })))
    }

    /// A guest who speaks y-websocket over a socket that is open.
    #[must_use]
    pub fn over(socket: WebSocket<S>) -> Self {
        Self::of(Transport::Yjs(socket))
    }

    fn of(transport: Transport<S>) -> Self {
        Self { transport, heard: VecDeque::new(), pings: 0 }
    }

    /// Asks for what a document of this state vector lacks; `[0]` is that of an empty one. The answer is a
    /// [`Received::Step2`].
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn ask(&mut self, state_vector: &[u8]) -> Result<(), Error> {
        match &mut self.transport {
            Transport::Yjs(socket) => socket.send_bytes(sync::step1(state_vector)).await,
            Transport::Topic(topic) => {
                topic.push("client_sync", &json!({ "sv": base64(state_vector) })).await
            }
        }
    }

    /// Says what this guest's person has just typed.
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn update(&mut self, update: &[u8]) -> Result<(), Error> {
        match &mut self.transport {
            Transport::Yjs(socket) => socket.send_bytes(sync::update(update)).await,
            Transport::Topic(topic) => topic.update(update).await,
        }
    }

    /// Brings what the server lacks, of any author: the answer to a [`Received::Step1`].
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn bring(&mut self, update: &[u8]) -> Result<(), Error> {
        match &mut self.transport {
            Transport::Yjs(socket) => socket.send_bytes(sync::step2(update)).await,
            Transport::Topic(topic) => {
                topic.push("client_sync", &json!({ "bin": topic.bin(update) })).await
            }
        }
    }

    /// Shows this guest to the others. In a topic the state's `user` is its meta, and its `cursor` the place
    /// where it writes; the server knows the client by itself there.
    ///
    /// # Errors
    /// Where the connection is over, or a topic is told something else than JSON.
    pub async fn show(&mut self, entry: Entry<'_>) -> Result<(), Error> {
        match &mut self.transport {
            Transport::Yjs(socket) => {
                socket.send_bytes(sync::awareness(&awareness::encode([entry].into_iter()))).await
            }
            Transport::Topic(topic) => {
                let state: Value = serde_json::from_str(entry.json)
                    .map_err(|e| Error::Unexpected(format!("{}: {e}", entry.json)))?;
                if let Some(user) = state.get("user") {
                    topic.push("meta", user).await?;
                }
                match state.get("cursor") {
                    Some(cursor) => topic.push("cursor_pos", &json!({ "cursor": cursor })).await,
                    None => Ok(()),
                }
            }
        }
    }

    /// Says one of Fadepad's own messages: as a page, or as a member of a topic.
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn tell(&mut self, message: &FromPage) -> Result<(), Error> {
        let json = message.json();
        match &mut self.transport {
            Transport::Yjs(socket) => socket.send_bytes(sync::extra(&json)).await,
            Transport::Topic(topic) => {
                let json = serde_json::from_str(&json).unwrap_or_default();
                topic.push("pad", &json).await
            }
        }
    }

    /// The next thing. May be dropped while it waits. Pings are answered on the way.
    ///
    /// # Errors
    /// Where there is nothing any more, or something came that can't be told from the rest.
    pub async fn next(&mut self) -> Result<Received, Error> {
        loop {
            if let Some(heard) = self.heard.pop_front() {
                return Ok(heard);
            }
            match &mut self.transport {
                Transport::Yjs(socket) => match socket.next().await? {
                    Frame::Binary(bytes) => self.heard.extend(Received::of(&bytes)?),
                    Frame::Close(close) => return Ok(Received::Closed(close)),
                    Frame::Text(text) => return Err(Error::Unexpected(text)),
                    Frame::Ping(_) | Frame::Pong(_) => {}
                },
                Transport::Topic(topic) => match topic.channels.next().await? {
                    ChannelEvent::Message(message) => topic.read(message, &mut self.heard)?,
                    ChannelEvent::Closed(close) => return Ok(Received::Closed(close)),
                },
            }
        }
    }

    /// Asks for the whole pad and waits for it. What else is heard on the way is passed over, so this is for
    /// who has just entered, or keeps no document.
    ///
    /// # Errors
    /// Where the connection is closed before.
    pub async fn whole(&mut self) -> Result<Bytes, Error> {
        // A join by the Phoenix door is answered with the whole pad.
        if matches!(self.transport, Transport::Yjs(_)) {
            self.ask(&[0]).await?;
        }
        self.until(|heard| match heard {
            Received::Step2(update) => Some(update.clone()),
            _ => None,
        })
        .await
    }

    /// Waits until the server has looked at everything that was sent so far: for pages and topics, since a plain
    /// y-websocket has no word for it.
    ///
    /// # Errors
    /// Where the connection is closed before.
    pub async fn saved(&mut self) -> Result<(), Error> {
        self.pings += 1;
        let n = self.pings;
        self.tell(&FromPage::Ping { n, client: None }).await?;
        self.until(|heard| {
            let Received::Page(json) = heard else { return None };
            let said = serde_json::from_str::<Value>(json).ok()?;
            (said["t"] == "pong" && said["n"] == n).then_some(())
        })
        .await
    }

    async fn until<T>(&mut self, wanted: impl Fn(&Received) -> Option<T>) -> Result<T, Error> {
        loop {
            let heard = self.next().await?;
            if let Some(found) = wanted(&heard) {
                return Ok(found);
            }
            if let Received::Closed(Close { code, reason }) = heard {
                return Err(Error::Unexpected(format!("closed with {code} {reason}")));
            }
        }
    }

    /// Shows that this guest is alive: a topic's server wants that twice a minute. By y-websocket the server asks.
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn beat(&mut self) -> Result<(), Error> {
        match &mut self.transport {
            Transport::Yjs(_) => Ok(()),
            Transport::Topic(topic) => topic.channels.beat().await.map(drop),
        }
    }

    /// Leaves with a goodbye. Who is dropped leaves too, and the server sees it by the connection.
    ///
    /// # Errors
    /// Where the connection broke before.
    pub async fn leave(self) -> Result<(), Error> {
        match self.transport {
            Transport::Yjs(socket) => socket.leave().await,
            Transport::Topic(topic) => topic.channels.leave().await,
        }
    }

    /// The socket below, for who says something else than a guest would.
    pub fn socket(&mut self) -> &mut WebSocket<S> {
        match &mut self.transport {
            Transport::Yjs(socket) => socket,
            Transport::Topic(topic) => topic.channels.socket(),
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Topic<S> {
    async fn push(&mut self, event: &str, payload: &Value) -> Result<(), Error> {
        let to = PushTarget { join: &self.join, topic: &self.name, event };
        self.channels.push(to, payload).await.map(drop)
    }

    async fn update(&mut self, update: &[u8]) -> Result<(), Error> {
        const EVENT: &str = "client_update";
        if self.enc == Encoding::Binary {
            let to = PushTarget { join: &self.join, topic: &self.name, event: EVENT };
            return self.channels.push_bytes(to, update).await.map(drop);
        }
        self.push(EVENT, &json!({ "bin": self.bin(update) })).await
    }

    /// Bytes in JSON, as this guest has asked the server to write them.
    fn bin(&self, bytes: &[u8]) -> Value {
        match self.enc {
            Encoding::Array => {
                let mut json = Vec::new();
                put_array(&mut json, bytes);
                serde_json::from_slice(&json).unwrap_or_default()
            }
            Encoding::Base64 | Encoding::Binary => base64(bytes),
        }
    }

    fn read(&self, message: ChannelMessage, heard: &mut VecDeque<Received>) -> Result<(), Error> {
        let ChannelMessage { topic, event, payload, join_ref, .. } = message;
        // What is said to an earlier join, or of another topic, is nobody's here.
        if topic != self.name || join_ref.is_some_and(|join| join != self.join) {
            return Ok(());
        }
        let json = match payload {
            ChannelPayload::Binary(update) if event == "server_update" => {
                heard.push_back(Received::Update(update));
                return Ok(());
            }
            ChannelPayload::Binary(_) => return Ok(()),
            ChannelPayload::Json(json) => json,
        };
        match event.as_str() {
            "presence_state" | "presence_diff" => heard.push_back(Received::Presence(event, json)),
            "pad" => heard.push_back(Received::Page(json.to_string())),
            "phx_close" | "phx_error" => heard.push_back(Received::Closed(Close::default())),
            "phx_reply" => replied(json, heard)?,
            "server_update" => {
                heard.extend(brought(json)?.bin.map(|bin| Received::Update(bin.0.into())))
            }
            "server_sync" => heard.extend(brought(json)?.sv.map(|sv| Received::Step1(sv.0.into()))),
            "session_ended" => {
                let Brought { code, reason, .. } = brought(json)?;
                let (code, reason) = (code.unwrap_or_default(), reason.unwrap_or_default());
                heard.push_back(Received::Closed(Close { code, reason }));
            }
            _ => heard.push_back(Received::Other),
        }
        Ok(())
    }
}

/// A reply: to the join with the whole pad and what a page is welcomed with, to a question with what was
/// lacking, or with the reason why something was not taken.
fn replied(json: Value, heard: &mut VecDeque<Received>) -> Result<(), Error> {
    let Brought { status, response, .. } = brought(json)?;
    let welcome = (response["t"] == "welcome").then(|| {
        let mut welcome = response.clone();
        for own in ["history", "sv", "client"] {
            welcome.as_object_mut().map(|fields| fields.remove(own));
        }
        Received::Page(welcome.to_string())
    });
    let Brought { history, bin, reason, .. } = brought(response)?;
    if status.as_deref() == Some("error") {
        heard.push_back(Received::Refused(reason.unwrap_or_default()));
    }
    heard.extend(history.into_iter().chain(bin).map(|bin| Received::Step2(bin.0.into())));
    heard.extend(welcome);
    Ok(())
}

fn brought(json: Value) -> Result<Brought, Error> {
    serde_json::from_value(json).map_err(|e| Error::Unexpected(e.to_string()))
}

fn base64(bytes: &[u8]) -> Value {
    let mut json = Vec::new();
    put_base64(&mut json, bytes);
    serde_json::from_slice(&json).unwrap_or_default()
}

impl Received {
    /// The messages of one frame of y-protocols.
    ///
    /// # Errors
    /// Where one is broken: then what follows can't be told apart.
    pub fn of(frame: &Bytes) -> Result<Vec<Self>, Error> {
        if let Some(reason) = sync::read_denied(frame) {
            return Ok(vec![Self::Refused(reason.to_owned())]);
        }
        let broken = |e: fadepad_lib0::Cut| Error::Unexpected(e.to_string());
        let mut reader = Reader::new(frame);
        let mut heard = Vec::new();
        while let Some(message) = sync::next(&mut reader) {
            heard.push(match message.map_err(broken)? {
                sync::Message::Step1(vector) => Self::Step1(frame.slice_ref(vector)),
                sync::Message::Step2(update) => Self::Step2(frame.slice_ref(update)),
                sync::Message::Update(update) => Self::Update(frame.slice_ref(update)),
                sync::Message::Extra(json) => Self::Page(json.to_owned()),
                sync::Message::Awareness(states) => {
                    let shown = awareness::entries(states).map(|entry| {
                        let Entry { client, clock, json } = entry.map_err(broken)?;
                        Ok(PeerState { client, clock, json: json.to_owned() })
                    });
                    Self::Awareness(shown.collect::<Result<_, Error>>()?)
                }
                sync::Message::QueryAwareness | sync::Message::Unknown(_) => Self::Other,
            });
        }
        Ok(heard)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replies(json: Value) -> Vec<Received> {
        let mut heard = VecDeque::new();
        replied(json, &mut heard).unwrap();
        heard.into()
    }

    #[test]
    fn a_join_brings_the_pad_and_the_welcome() {
        let heard = replies(json!({ "status": "ok", "response": {
            "history": [[1, 2]], "sv": "AA==", "client": 7, "t": "welcome", "role": "edit",
        }}));
        let welcome = json!({ "t": "welcome", "role": "edit" }).to_string();
        let whole = Received::Step2(Bytes::from_static(&[1, 2]));
        assert_eq!(heard, [whole, Received::Page(welcome)]);
    }

    #[test]
    fn an_answer_brings_what_was_lacking_and_an_error_its_reason() {
        let heard = replies(json!({ "status": "ok", "response": { "bin": "AQI=", "sv": "AA==" }}));
        assert_eq!(heard, [Received::Step2(Bytes::from_static(&[1, 2]))]);
        let heard = replies(json!({ "status": "error", "response": { "reason": "read_only" }}));
        assert_eq!(heard, [Received::Refused("read_only".to_owned())]);
        assert!(replies(json!({ "status": "ok", "response": {}})).is_empty());
    }

    #[test]
    fn all_messages_of_a_frame_are_heard_and_a_broken_one_is_an_error() {
        let entry = Entry { client: 7, clock: 1, json: "{}" };
        let states = awareness::encode([entry].into_iter());
        let frame = [sync::update(&[1]), sync::awareness(&states), sync::extra("{}")].concat();
        let heard = Received::of(&frame.into()).unwrap();
        let shown = PeerState { client: 7, clock: 1, json: "{}".to_owned() };
        let update = Received::Update(Bytes::from_static(&[1]));
        assert_eq!(
            heard,
            [update, Received::Awareness(vec![shown]), Received::Page("{}".to_owned())]
        );
        assert!(Received::of(&Bytes::from_static(&[0, 2, 9])).is_err());
        let denied = Received::of(&sync::denied("read only").into()).unwrap();
        assert_eq!(denied, [Received::Refused("read only".to_owned())]);
    }
}
