//! A Phoenix client as thin as the wire: what is sent and heard are the messages themselves.

use std::net::SocketAddr;

use fadepad_client::{
    ChannelEvent, ChannelMessage, ChannelPayload, Channels, Close, Error, Frame, PushTarget,
    WebSocket,
};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::PATIENCE;

pub struct Client {
    channels: Channels<TcpStream>,
}

impl Client {
    pub async fn connect(address: SocketAddr, query: &str) -> Self {
        Self::try_connect(address, query).await.unwrap()
    }

    pub async fn try_connect(address: SocketAddr, query: &str) -> Result<Self, Error> {
        let url = format!("ws://{address}/socket/websocket?{query}");
        let stream = TcpStream::connect(address).await.unwrap();
        let request = fadepad_client::request(&url, None)?;
        Ok(Self::over(WebSocket::open(request, stream).await?))
    }

    /// A client of a connection that is there.
    pub fn over(socket: WebSocket<TcpStream>) -> Self {
        Self { channels: Channels::over(socket) }
    }

    /// For what no client would say, and for what may be closed on us in the middle of it.
    pub fn socket(&mut self) -> &mut WebSocket<TcpStream> {
        self.channels.socket()
    }

    pub async fn send(&mut self, frame: Frame) {
        self.socket().send(frame).await.unwrap();
    }

    /// Sends a text of the test's own.
    pub async fn say(&mut self, text: &str) {
        self.send(Frame::Text(text.to_owned())).await;
    }

    /// Pushes in the name of join "1"; returns the ref. The socket may be closed on us in the middle of it.
    pub async fn push(&mut self, topic: &str, event: &str, payload: Value) -> String {
        let to = PushTarget { join: "1", topic, event };
        self.channels.push(to, &payload).await.unwrap_or_default()
    }

    /// The next frame, of whatever kind but pings.
    pub async fn hear(&mut self) -> Frame {
        self.try_hear().await.expect("nothing is heard")
    }

    /// The next frame; `None` where there is none for long.
    pub async fn try_hear(&mut self) -> Option<Frame> {
        loop {
            match timeout(PATIENCE, self.socket().next()).await.ok()?.unwrap() {
                Frame::Ping(_) | Frame::Pong(_) => {}
                frame => return Some(frame),
            }
        }
    }

    /// The next message in JSON, for which `wanted` has something.
    async fn json<T>(&mut self, wanted: impl Fn(&ChannelMessage, &Value) -> Option<T>) -> T {
        loop {
            let next = timeout(PATIENCE, self.channels.next()).await.expect("nothing is heard");
            match next.unwrap() {
                ChannelEvent::Message(message) => {
                    if let ChannelPayload::Json(json) = &message.payload
                        && let Some(found) = wanted(&message, json)
                    {
                        return found;
                    }
                }
                closed => panic!("heard {closed:?}"),
            }
        }
    }

    /// The next JSON message: its event and payload.
    pub async fn next_event(&mut self) -> (String, Value) {
        self.json(|message, payload| Some((message.event.clone(), payload.clone()))).await
    }

    /// Hears until the reply to this push comes; returns its payload.
    pub async fn reply(&mut self, reference: &str) -> Value {
        self.json(|message, payload| {
            let answers = message.reference.as_deref() == Some(reference);
            (answers && message.event == "phx_reply").then(|| payload.clone())
        })
        .await
    }

    /// The socket is alive: its heartbeat is answered.
    pub async fn beats(&mut self) {
        self.say(r#"[null,"b","phoenix","heartbeat",{}]"#).await;
        while self.next_event().await.0 != "phx_reply" {}
    }

    /// Hears until the socket is closed; returns the code.
    pub async fn closed(&mut self) -> u16 {
        loop {
            if let Frame::Close(Close { code, .. }) = self.hear().await {
                return code;
            }
        }
    }

    /// Hears until a JSON message of this event comes; returns its payload.
    pub async fn event(&mut self, event: &str) -> Value {
        self.json(|message, payload| (message.event == event).then(|| payload.clone())).await
    }
}
