//! A way around a network that lets no WebSocket through: takes sockets, and brings what runs in them to a server by requests alone, as
//! our page does. Whatever client is tried by a socket can be tried by a tunnel.

use std::net::SocketAddr;

use fadepad::base::stop::Stop;
use fadepad::doors::socket::accept_key;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

/// Bytes of a post: a body of more is not taken.
const POST: usize = 16 << 10;

/// Listens in the place of this server; tells where.
pub async fn around(server: SocketAddr) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stop = Stop::new();
    let carriers = stop.clone();
    stop.spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            carriers.spawn(carry(server, socket));
        }
    });
    address
}

/// One answer of HTTP.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// One request on a connection of its own. `path` may have headers behind it.
pub async fn ask(server: SocketAddr, method: &str, path: &str, body: &[u8]) -> Answer {
    let (path, more) = path.split_once("\r\n").unwrap_or((path, ""));
    let more = if more.is_empty() { String::new() } else { format!("{more}\r\n") };
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {server}\r\n{more}Content-Length: {}\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    let mut stream = TcpStream::connect(server).await.unwrap();
    stream.write_all(&[head.as_bytes(), body].concat()).await.unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(answer.len());
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Answer { status, body: answer.get(end + 4..).unwrap_or_default().to_vec() }
}

/// Opens a tunnel to a pad; `query` as that of a socket, without the key. Tells its path.
pub async fn open(server: SocketAddr, pad: &str, key: &str, query: &str) -> Result<String, Answer> {
    let path = format!("/poll/{pad}?{query}\r\nAuthorization: Bearer {key}");
    let answer = ask(server, "POST", &path, b"").await;
    if answer.status != 201 {
        return Err(answer);
    }
    let opened: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    Ok(format!("/poll/{pad}/{}", opened["tunnel"].as_str().unwrap()))
}

async fn carry(server: SocketAddr, mut socket: TcpStream) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let Ok(byte) = socket.read_u8().await else { return };
        head.push(byte);
    }
    let head = String::from_utf8(head).unwrap();
    let (path, query) = head.split(' ').nth(1).unwrap().split_once('?').unwrap();
    let key = query.split('&').find_map(|pair| pair.strip_prefix("key=")).unwrap_or_default();
    let pad = path.trim_start_matches("/ws/");
    let tunnel = match open(server, pad, key, query).await {
        Ok(tunnel) => tunnel,
        Err(Answer { status, .. }) => {
            let refused = format!("HTTP/1.1 {status} refused\r\nContent-Length: 0\r\n\r\n");
            return socket.write_all(refused.as_bytes()).await.unwrap_or_default();
        }
    };
    let nonce = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("sec-websocket-key").then_some(value)
    });
    let accept = accept_key(nonce.unwrap().as_bytes());
    let switching = format!(
        "HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Accept: {accept}\r\n\r\n"
    );
    if socket.write_all(switching.as_bytes()).await.is_err() {
        return;
    }
    let (read, write) = socket.into_split();
    tokio::join!(up(server, tunnel.clone(), read), down(server, tunnel, write));
}

async fn up(server: SocketAddr, tunnel: String, mut read: OwnedReadHalf) {
    let (mut at, mut piece) = (0, vec![0; POST]);
    while let Ok(n @ 1..) = read.read(&mut piece).await {
        let answer = ask(server, "POST", &format!("{tunnel}?at={at}"), &piece[..n]).await;
        if answer.status != 204 {
            return;
        }
        at += n;
    }
    ask(server, "DELETE", &tunnel, b"").await;
}

async fn down(server: SocketAddr, tunnel: String, mut write: OwnedWriteHalf) {
    let mut from = 0;
    loop {
        let answer = ask(server, "GET", &format!("{tunnel}?from={from}"), b"").await;
        match answer.status {
            200 => {
                from += answer.body.len();
                if write.write_all(&answer.body).await.is_err() {
                    return;
                }
            }
            204 => {}
            _ => return write.shutdown().await.unwrap_or_default(),
        }
    }
}
