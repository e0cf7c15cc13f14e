//! Phoenix' messages over a socket: many topics, each with a join of its own.

use bytes::Bytes;
use fadepad_wire::phoenix::{self, Head, Version, binary_message, put_text};
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncWrite};

use super::socket::{Close, Error, Frame, WebSocket};

/// A Phoenix socket, V2.
#[derive(Debug)]
pub struct Channels<S> {
    socket: WebSocket<S>,
    last_ref: u32,
}

/// Where a push goes: an event of a topic, in the name of a join of it.
#[derive(Clone, Copy, Debug)]
pub struct PushTarget<'a> {
    /// The join, by its name.
    pub join: &'a str,
    /// The topic.
    pub topic: &'a str,
    /// The event.
    pub event: &'a str,
}

/// What comes over it.
#[derive(Clone, Debug, PartialEq)]
pub enum ChannelEvent {
    /// A message.
    Message(ChannelMessage),
    /// The last thing.
    Closed(Close),
}

/// A message of the server.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelMessage {
    /// The join that it belongs to; none for what goes to all.
    pub join_ref: Option<String>,
    /// The message that it answers.
    pub reference: Option<String>,
    /// What it is about.
    pub topic: String,
    /// What happens.
    pub event: String,
    /// With what.
    pub payload: ChannelPayload,
}

/// What a message brings.
#[derive(Clone, Debug, PartialEq)]
pub enum ChannelPayload {
    /// JSON.
    Json(Value),
    /// Bytes as they are.
    Binary(Bytes),
}

impl<S: AsyncRead + AsyncWrite + Unpin> Channels<S> {
    /// Speaks over a socket that is open, at `/socket/websocket?vsn=2.0.0`.
    #[must_use]
    pub fn over(socket: WebSocket<S>) -> Self {
        Self { socket, last_ref: 0 }
    }

    /// Joins a topic; returns the name of that join, by which its other messages go.
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn join(&mut self, topic: &str, params: &Value) -> Result<String, Error> {
        let join = (self.last_ref + 1).to_string();
        self.push(PushTarget { join: &join, topic, event: "phx_join" }, params).await
    }

    /// Pushes JSON in the name of a join; returns the message's own name, which its reply repeats.
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn push(&mut self, to: PushTarget<'_>, payload: &Value) -> Result<String, Error> {
        let PushTarget { join, topic, event } = to;
        let name = self.next_ref();
        // Their JSON: numbers have nothing to escape, and a join is named by one of ours.
        let quoted = [join, &name].map(|name| format!("{name:?}"));
        let head = Head { join_ref: Some(&quoted[0]), reference: Some(&quoted[1]), topic, event };
        self.socket.send_text(text(head, payload)?).await.map(|()| name)
    }

    /// Pushes bytes in the name of a join; returns the message's own name.
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn push_bytes(&mut self, to: PushTarget<'_>, bytes: &[u8]) -> Result<String, Error> {
        let PushTarget { join, topic, event } = to;
        let name = self.next_ref();
        let head = Head { join_ref: Some(join), reference: Some(&name), topic, event };
        self.socket.send_bytes(binary_message(head, bytes)).await.map(|()| name)
    }

    /// Shows that this client is alive; a Phoenix server wants that twice a minute.
    ///
    /// # Errors
    /// Where the connection is over.
    pub async fn beat(&mut self) -> Result<String, Error> {
        let name = self.next_ref();
        let quoted = format!("{name:?}");
        let head =
            Head { join_ref: None, reference: Some(&quoted), topic: "phoenix", event: "heartbeat" };
        self.socket.send_text(text(head, &Value::Object(Default::default()))?).await.map(|()| name)
    }

    /// The next message, or the close. May be dropped while it waits.
    ///
    /// # Errors
    /// Where the connection is over, or something else came.
    pub async fn next(&mut self) -> Result<ChannelEvent, Error> {
        loop {
            return match self.socket.next().await? {
                Frame::Text(text) => ChannelMessage::from_text(&text).map(ChannelEvent::Message),
                Frame::Binary(bytes) => {
                    ChannelMessage::from_binary(&bytes).map(ChannelEvent::Message)
                }
                Frame::Close(close) => Ok(ChannelEvent::Closed(close)),
                Frame::Ping(_) | Frame::Pong(_) => continue,
            };
        }
    }

    /// The socket below.
    pub fn socket(&mut self) -> &mut WebSocket<S> {
        &mut self.socket
    }

    /// Says goodbye.
    ///
    /// # Errors
    /// Where the connection broke before.
    pub async fn leave(self) -> Result<(), Error> {
        self.socket.leave().await
    }

    fn next_ref(&mut self) -> String {
        self.last_ref += 1;
        self.last_ref.to_string()
    }
}

impl ChannelMessage {
    /// Reads a text frame of a server.
    ///
    /// # Errors
    /// Where it is none of version 2.
    pub fn from_text(text: &str) -> Result<Self, Error> {
        let unexpected = || Error::Unexpected(text.chars().take(80).collect());
        let read = phoenix::Message::from_text(Version::V2, text).map_err(|_| unexpected())?;
        Self::of(read).ok_or_else(unexpected)
    }

    /// Reads a binary frame of a server.
    ///
    /// # Errors
    /// Where it is none.
    pub fn from_binary(bytes: &Bytes) -> Result<Self, Error> {
        let unexpected = || Error::Unexpected(format!("{} bytes of no known form", bytes.len()));
        let read = phoenix::Message::from_server(bytes).map_err(|_| unexpected())?;
        Self::of(read).ok_or_else(unexpected)
    }

    fn of(read: phoenix::Message<'_>) -> Option<Self> {
        let phoenix::Message { join_ref, reference, topic, event, payload } = read;
        // A reference is any scalar; ours are texts, and the server repeats them as they were.
        let name = |json: phoenix::Ref| {
            serde_json::from_str::<String>(&json).unwrap_or_else(|_| json.to_string())
        };
        let payload = match payload {
            phoenix::Payload::Json(json) => ChannelPayload::Json(serde_json::from_str(json).ok()?),
            phoenix::Payload::Binary(bytes) => {
                ChannelPayload::Binary(Bytes::copy_from_slice(bytes))
            }
        };
        let (join_ref, reference) = (join_ref.map(name), reference.map(name));
        Some(Self { join_ref, reference, topic, event, payload })
    }
}

fn text(head: Head<'_>, payload: &Value) -> Result<String, Error> {
    let mut out = Vec::new();
    put_text(&mut out, Version::V2, head, |out| out.extend(payload.to_string().into_bytes()));
    String::from_utf8(out).map_err(|e| Error::Unexpected(e.to_string()))
}
