//! A Phoenix client as thin as the wire: what is sent and heard are the messages themselves.

use std::net::SocketAddr;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::{Error, Message};

use super::PATIENCE;

pub struct Client {
    pub socket: WebSocketStream<TcpStream>,
    next_ref: u32,
}

impl Client {
    pub async fn connect(address: SocketAddr, query: &str) -> Self {
        Self::try_connect(address, query).await.unwrap()
    }

    pub async fn try_connect(address: SocketAddr, query: &str) -> Result<Self, Error> {
        let url = format!("ws://{address}/socket/websocket?{query}");
        let stream = TcpStream::connect(address).await.unwrap();
        let request = url.into_client_request().unwrap();
        let (socket, _) = tokio_tungstenite::client_async(request, stream).await?;
        Ok(Self::over(socket))
    }

    /// A client of a connection that is there.
    pub fn over(socket: WebSocketStream<TcpStream>) -> Self {
        Self { socket, next_ref: 0 }
    }

    pub async fn send(&mut self, message: Message) {
        self.socket.send(message).await.unwrap();
    }

    /// Pushes in the name of join "1"; returns the ref.
    pub async fn push(&mut self, topic: &str, event: &str, payload: Value) -> String {
        self.next_ref += 1;
        let reference = self.next_ref.to_string();
        let text = json!(["1", reference, topic, event, payload]).to_string();
        // The socket may be closed on us in the middle of it.
        let _ = self.socket.send(Message::Text(text.into())).await;
        reference
    }

    /// The next message, of whatever kind but pings.
    pub async fn hear(&mut self) -> Message {
        self.try_hear().await.expect("nothing is heard")
    }

    /// The next message; `None` where there is none for long.
    pub async fn try_hear(&mut self) -> Option<Message> {
        loop {
            match timeout(PATIENCE, self.socket.next()).await.ok()? {
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                Some(Ok(message)) => return Some(message),
                other => panic!("heard {other:?}"),
            }
        }
    }

    /// The next JSON message: its event and payload.
    pub async fn next_event(&mut self) -> (String, Value) {
        loop {
            match self.hear().await {
                Message::Text(text) => {
                    let message: Value = serde_json::from_str(&text).unwrap();
                    return (message[3].as_str().unwrap().to_owned(), message[4].clone());
                }
                Message::Binary(_) => {}
                other => panic!("heard {other:?}"),
            }
        }
    }

    /// Hears until the reply to this push comes; returns its payload.
    pub async fn reply(&mut self, reference: &str) -> Value {
        loop {
            if let Message::Text(text) = self.hear().await {
                let message: Value = serde_json::from_str(&text).unwrap();
                if message[1] == reference && message[3] == "phx_reply" {
                    return message[4].clone();
                }
            }
        }
    }

    /// The socket is alive: its heartbeat is answered.
    pub async fn beats(&mut self) {
        self.send(Message::Text(r#"[null,"b","phoenix","heartbeat",{}]"#.into())).await;
        while self.next_event().await.0 != "phx_reply" {}
    }

    /// Hears until the socket is closed; returns the code.
    pub async fn closed(&mut self) -> u16 {
        loop {
            if let Message::Close(Some(frame)) = self.hear().await {
                return frame.code.into();
            }
        }
    }

    /// Hears until a JSON message of this event comes; returns its payload.
    pub async fn event(&mut self, event: &str) -> Value {
        loop {
            match self.hear().await {
                Message::Text(text) => {
                    let message: Value = serde_json::from_str(&text).unwrap();
                    if message[3] == event {
                        return message[4].clone();
                    }
                }
                Message::Binary(_) => {}
                other => panic!("heard {other:?} before {event}"),
            }
        }
    }
}
