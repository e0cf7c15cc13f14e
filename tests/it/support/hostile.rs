//! Strangers with bad manners, and an honest pair that goes on beside them.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use fadepad::base::ids::Role;
use fadepad_client::{Error, WebSocket};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

use super::{Guest, PATIENCE, TestServer};

/// Two people who write to each other.
pub struct Talk {
    ann: Guest,
    bob: Guest,
    said: String,
}

impl Talk {
    /// In the pad where the attack is.
    pub async fn here(server: &TestServer) -> Self {
        Self::of(server.guest(Role::Edit).await, server.guest(Role::Edit).await).await
    }

    /// In another pad of the same server, which the attack has nothing to do with.
    pub async fn elsewhere(server: &TestServer) -> Self {
        let lobby = &server.state.lobby;
        let pad = lobby.open("elsewhere".parse().unwrap(), None).unwrap();
        let (scheme, key) = (server.scheme(), lobby.key(&pad, Role::Edit));
        let url = format!("{scheme}://{}/ws/elsewhere?key={key}", server.address);
        let enter = || Guest::at(&url);
        Self::of(enter().await, enter().await).await
    }

    async fn of(mut ann: Guest, mut bob: Guest) -> Self {
        ann.sync().await;
        bob.sync().await;
        let said = ann.text();
        Self { ann, bob, said }
    }

    /// Each writes a word, and the other reads it. Nothing that was said before is missing.
    pub async fn goes_on(&mut self) {
        for (writer, reader) in [(0, 1), (1, 0)] {
            let pair = [&mut self.ann, &mut self.bob];
            pair[writer].type_("word ").await;
            self.said.push_str("word ");
            pair[reader].reads(&self.said).await;
        }
    }
}

/// Two people in the pad where others attack, and two in another one.
pub struct Pair {
    here: Talk,
    elsewhere: Talk,
}

impl Pair {
    pub async fn new(server: &TestServer) -> Self {
        Self { here: Talk::here(server).await, elsewhere: Talk::elsewhere(server).await }
    }

    /// All of them write and read; returns how long that took.
    pub async fn goes_on(&mut self) -> Duration {
        let begun = Instant::now();
        tokio::join!(self.here.goes_on(), self.elsewhere.goes_on());
        begun.elapsed()
    }
}

/// A connection from this address of this machine.
pub async fn connect_from(own: Ipv4Addr, server: &TestServer) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::from((own, 0))).unwrap();
    socket.connect(server.address).await.unwrap()
}

/// A further address of this machine.
pub fn own_address(n: u16) -> Ipv4Addr {
    let [high, low] = n.to_be_bytes();
    Ipv4Addr::new(127, 1, high, low)
}

/// The status and the whole answer to what is sent in these parts; what is not taken any more is not sent.
pub async fn sent_in_parts(
    mut stream: TcpStream,
    head: &str,
    part: &[u8],
    parts: usize,
) -> (u16, String) {
    stream.write_all(head.as_bytes()).await.unwrap();
    let (mut read, mut write) = stream.split();
    let mut answer = Vec::new();
    let say = async {
        for _ in 0..parts {
            if write.write_all(part).await.is_err() {
                break;
            }
        }
        std::future::pending::<()>().await;
    };
    // Who hangs up on what is still on its way may reset the connection; the answer came before.
    let hear = async { drop(timeout(PATIENCE, read.read_to_end(&mut answer)).await.unwrap()) };
    tokio::select! { () = say => {}, () = hear => {} }
    let answer = String::from_utf8_lossy(&answer).into_owned();
    (answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0), answer)
}

/// A socket at the Phoenix door from this address; the status where it is refused.
pub async fn phoenix_from(
    own: Ipv4Addr,
    server: &TestServer,
    query: &str,
) -> Result<WebSocket<TcpStream>, u16> {
    socket_from(own, server, &format!("socket/websocket?{query}")).await
}

/// A socket at this path from this address; the status where it is refused.
pub async fn socket_from(
    own: Ipv4Addr,
    server: &TestServer,
    path: &str,
) -> Result<WebSocket<TcpStream>, u16> {
    let url = format!("ws://{}/{path}", server.address);
    let stream = connect_from(own, server).await;
    match WebSocket::open(fadepad_client::request(&url, None).unwrap(), stream).await {
        Ok(socket) => Ok(socket),
        Err(Error::Refused { status, .. }) => Err(status),
        Err(other) => panic!("{other}"),
    }
}

/// The head of a client's frame whose mask is zero, so that its content stands as it is.
pub fn frame_head(first: u8, len: usize) -> Vec<u8> {
    fadepad_wire::masked::head(first, len as u64)
}

/// First bytes of frames: a whole binary message, the first fragment of one, one in the middle, the last.
pub const WHOLE: u8 = 0x82;
pub const FIRST: u8 = 0x02;
pub const FURTHER: u8 = 0x00;
pub const LAST: u8 = 0x80;
