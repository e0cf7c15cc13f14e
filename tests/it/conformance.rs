//! Both doors speak WebSocket as RFC 6455 has it: opening, closing, control frames, fragments and
//! UTF-8, frame by frame over bare sockets, plain and encrypted.

use std::sync::Arc;

use crate::support::{PATIENCE, Plan, TestServer, sealed};
use fadepad::base::close::CloseCode;
use fadepad::base::ids::Role;
use fadepad::base::limits::Limits;
use fadepad::doors::conn::Duplex;
use fadepad::server::Tls;
use fadepad_wire::sync;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

const TEXT: u8 = 1;
const BINARY: u8 = 2;
const CLOSE: u8 = 8;
const PING: u8 = 9;
const PONG: u8 = 10;
const FIN: u8 = 0x80;

/// Of RFC 6455 §1.3.
const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";
const ACCEPT: &str = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

/// A message that each door answers, with the beginning of its answer.
#[derive(Clone, Copy, Debug)]
struct Door {
    path: &'static str,
    opcode: u8,
    question: &'static [u8],
    answer: &'static [u8],
}

const DOORS: [Door; 2] = [
    Door { path: "/ws/notes?key=", opcode: BINARY, question: &[0, 0, 1, 0], answer: &[0, 1] },
    Door {
        path: "/socket/websocket?vsn=2.0.0&token=",
        opcode: TEXT,
        question: r#"[null,"é漢😀","phoenix","heartbeat",{}]"#.as_bytes(),
        answer: r#"[null,"é漢😀","phoenix","phx_reply",{"status":"ok""#.as_bytes(),
    },
];

/// A client that makes its frames itself.
struct Raw(Box<dyn Duplex>);

async fn server(encrypted: bool) -> TestServer {
    let limits = Limits { enforced: false, ..Limits::default() };
    let tls = encrypted.then(|| {
        Arc::new(Tls::self_signed(&["127.0.0.1".to_owned()]).expect("a certificate is made"))
    });
    TestServer::with(Plan { limits, tls, ..Plan::default() }).await
}

async fn connect(server: &TestServer) -> Raw {
    if server.state.tls.is_some() {
        return Raw(Box::new(sealed::connect(server.address).await.expect("TLS is spoken")));
    }
    let stream = TcpStream::connect(server.address).await.expect("it listens");
    stream.set_nodelay(true).expect("every byte by itself");
    Raw(Box::new(stream))
}

fn opening(server: &TestServer, path: &str, headers: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{headers}\r\n", server.address)
}

fn usual() -> String {
    format!(
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Key: {KEY}\r\n"
    )
}

impl Raw {
    async fn enter(server: &TestServer, door: Door) -> Self {
        let raw = connect(server).await;
        raw.upgrade(server, door).await
    }

    async fn upgrade(mut self, server: &TestServer, door: Door) -> Self {
        let path = format!("{}{}", door.path, server.key(Role::Edit));
        self.send(opening(server, &path, &usual()).as_bytes()).await;
        let head = self.head().await;
        assert!(head.starts_with("HTTP/1.1 101"), "{head}");
        self
    }

    async fn send(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).await.expect("it takes bytes");
        self.0.flush().await.expect("it takes bytes");
    }

    async fn exactly(&mut self, buf: &mut [u8]) {
        timeout(PATIENCE, self.0.read_exact(buf)).await.expect("it answers").expect("it is there");
    }

    /// The head of an answer, in lower case but for the handshake's.
    async fn head(&mut self) -> String {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            self.exactly(&mut byte).await;
            head.push(byte[0]);
        }
        String::from_utf8(head).expect("a head is text")
    }

    /// The next frame: its first byte and payload.
    async fn frame(&mut self) -> (u8, Vec<u8>) {
        let mut head = [0; 2];
        self.exactly(&mut head).await;
        let len = match head[1] {
            126 => {
                let mut len = [0; 2];
                self.exactly(&mut len).await;
                u16::from_be_bytes(len).into()
            }
            127 => {
                let mut len = [0; 8];
                self.exactly(&mut len).await;
                u64::from_be_bytes(len)
            }
            len => {
                assert!(len < 126, "a server masks nothing");
                len.into()
            }
        };
        let mut payload = vec![0; usize::try_from(len).expect("a length")];
        self.exactly(&mut payload).await;
        (head[0], payload)
    }

    /// Hears until this kind of frame comes, whole; returns its payload.
    async fn hears(&mut self, opcode: u8) -> Vec<u8> {
        loop {
            let (first, payload) = self.frame().await;
            assert_eq!(first & 0xf0, FIN, "no fragments, nothing reserved");
            if first & 0xf == opcode {
                return payload;
            }
            assert_ne!(first & 0xf, CLOSE, "closed: {payload:?}");
        }
    }

    /// The door answers its question.
    async fn is_answered(&mut self, door: Door) {
        while !self.hears(door.opcode).await.starts_with(door.answer) {}
    }

    /// The connection ends, and not a byte comes before.
    async fn ends(&mut self, what: &str) {
        let mut rest = Vec::new();
        let end = timeout(PATIENCE, self.0.read_to_end(&mut rest)).await.expect("it ends");
        assert_eq!((end.expect("in good order"), rest), (0, vec![]), "{what}: nothing follows");
    }

    /// The server fails the connection with this code, and ends it when it is answered.
    async fn is_failed(&mut self, code: CloseCode, what: &str) {
        let said = self.hears(CLOSE).await;
        assert_eq!(said[..2], code.number().to_be_bytes(), "{what}");
        std::str::from_utf8(&said[2..]).expect("a reason is text");
        self.send(&masked(FIN | CLOSE, &said[..2])).await;
        self.ends(what).await;
    }
}

/// A client's frame: its first byte, and masked.
fn masked(first: u8, payload: &[u8]) -> Vec<u8> {
    const MASK: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];
    let mut frame = vec![first];
    match payload.len() {
        len @ 0..126 => frame.push(0x80 | len as u8),
        len @ 126..0x1_0000 => {
            frame.push(0x80 | 126);
            frame.extend((len as u16).to_be_bytes());
        }
        len => {
            frame.push(0x80 | 127);
            frame.extend((len as u64).to_be_bytes());
        }
    }
    frame.extend(MASK);
    frame.extend(payload.iter().zip(MASK.iter().cycle()).map(|(byte, mask)| byte ^ mask));
    frame
}

fn close(code: u16, reason: &[u8]) -> Vec<u8> {
    [&code.to_be_bytes()[..], reason].concat()
}

/// A message in so many parts, the last of them empty.
fn parts(opcode: u8, message: &[u8], most: usize) -> Vec<Vec<u8>> {
    let mut frames: Vec<_> = message.chunks(most).map(|part| masked(0, part)).collect();
    frames[0][0] = opcode;
    frames.push(masked(FIN, &[]));
    frames
}

#[tokio::test]
async fn an_opening_handshake_is_answered_as_the_rfc_has_it() {
    let server = server(false).await;
    let key = server.key(Role::Edit);
    for door in DOORS {
        let path = format!("{}{key}", door.path);
        let odd = usual()
            .replace("Upgrade: websocket", "UPGRADE: h2c, WebSocket")
            .replace("Connection: Upgrade", "connection: keep-alive, upgrade");
        let offers = "Sec-WebSocket-Protocol: chat, superchat\r\n\
                      Sec-WebSocket-Extensions: permessage-deflate\r\n";
        for headers in [usual(), odd, usual() + offers] {
            let mut raw = connect(&server).await;
            raw.send(opening(&server, &path, &headers).as_bytes()).await;
            let head = raw.head().await;
            assert!(head.starts_with("HTTP/1.1 101"), "{headers}{head}");
            assert!(head.contains(&format!("sec-websocket-accept: {ACCEPT}\r\n")), "{head}");
            assert!(head.contains("upgrade: websocket\r\n"), "{head}");
            for never in ["sec-websocket-protocol", "sec-websocket-extensions"] {
                assert!(!head.contains(never), "it speaks none of them: {head}");
            }
            raw.send(&masked(FIN | door.opcode, door.question)).await;
            raw.is_answered(door).await;
        }
    }
}

#[tokio::test]
async fn what_is_no_opening_handshake_is_refused_and_told_what_one_is() {
    let server = server(false).await;
    let key = server.key(Role::Edit);
    let paths = DOORS.map(|door| format!("{}{key}", door.path));
    for path in paths.iter().map(String::as_str).chain(["/hocuspocus", "/ws", "/ws/"]) {
        let without = |line: &str| usual().replace(&format!("{line}\r\n"), "");
        let key = |key: &str| usual().replace(KEY, key);
        for (headers, status) in [
            (String::new(), 426),
            (without("Upgrade: websocket"), 426),
            (without("Connection: Upgrade"), 426),
            (usual().replace("Upgrade: websocket", "Upgrade: h2c"), 426),
            (usual().replace("13", "8"), 426),
            (without("Sec-WebSocket-Version: 13"), 426),
            (without(&format!("Sec-WebSocket-Key: {KEY}")), 400),
            (key("c2hvcnQ="), 400),
            (key("no base64, and no key of"), 400),
        ] {
            let mut raw = connect(&server).await;
            raw.send(opening(&server, path, &headers).as_bytes()).await;
            let head = raw.head().await;
            assert!(head.starts_with(&format!("HTTP/1.1 {status} ")), "{path} {headers}{head}");
            if status == 426 {
                assert!(head.contains("upgrade: websocket\r\n"), "{head}");
                assert!(head.contains("sec-websocket-version: 13\r\n"), "{head}");
            }
        }
        let mut raw = connect(&server).await;
        let post = opening(&server, path, &usual()).replace("GET", "POST");
        raw.send(post.as_bytes()).await;
        assert!(raw.head().await.starts_with("HTTP/1.1 426 "), "{path}");
    }
}

#[tokio::test]
async fn every_close_is_answered_with_its_own_words_and_nothing_follows() {
    let long = "r".repeat(123);
    for encrypted in [false, true] {
        let server = server(encrypted).await;
        let mut ann = server.guest(Role::Edit).await;
        ann.sync().await;
        for door in DOORS {
            for said in [
                vec![],
                close(1000, b""),
                close(1000, "tschüß".as_bytes()),
                close(1001, b"going"),
                close(1011, b""),
                close(3000, b""),
                close(4999, long.as_bytes()),
            ] {
                let mut raw = Raw::enter(&server, door).await;
                raw.send(&masked(FIN | door.opcode, door.question)).await;
                raw.is_answered(door).await;
                raw.send(&masked(FIN | CLOSE, &said)).await;
                ann.type_("x").await;
                let what = format!("{door:?}, encrypted: {encrypted}, {said:?}");
                assert_eq!(raw.hears(CLOSE).await, said, "{what}");
                raw.ends(&what).await;
            }
        }
    }
}

#[tokio::test]
async fn a_close_that_nobody_may_send_is_answered_as_an_error() {
    let server = server(false).await;
    for door in DOORS {
        for code in [0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535] {
            let mut raw = Raw::enter(&server, door).await;
            raw.send(&masked(FIN | CLOSE, &close(code, b""))).await;
            assert_eq!(raw.hears(CLOSE).await[..2], 1002_u16.to_be_bytes(), "{code}");
            raw.ends("an error").await;
        }
        for (said, code) in [
            (vec![3], CloseCode::Framing),
            (close(1000, &[0xff]), CloseCode::NotText),
            (close(1000, &[0xed, 0xa0, 0x80]), CloseCode::NotText),
        ] {
            let mut raw = Raw::enter(&server, door).await;
            raw.send(&masked(FIN | CLOSE, &said)).await;
            raw.is_failed(code, &format!("{said:?}")).await;
        }
    }
}

/// Who reads slowly and leaves hears the frame that was on its way to its end, and the goodbye.
#[tokio::test]
async fn a_close_is_answered_also_where_the_socket_was_full() {
    let server = server(false).await;
    let door = DOORS[0];
    let slow = TcpSocket::new_v4().expect("a socket");
    slow.set_recv_buffer_size(4 << 10).expect("a small one");
    let slow = slow.connect(server.address).await.expect("it listens");
    let mut raw = Raw(Box::new(slow)).upgrade(&server, door).await;
    raw.send(&masked(FIN | door.opcode, door.question)).await;
    raw.is_answered(door).await;
    let mut ann = server.guest(Role::Edit).await;
    ann.sync().await;
    for _ in 0..8 {
        let update = ann.write(&"long ".repeat(100_000));
        ann.send(sync::update(&update)).await;
    }
    let mut late = server.guest(Role::View).await;
    late.sync().await;
    raw.send(&masked(FIN | CLOSE, &close(1000, b"enough"))).await;
    assert_eq!(raw.hears(CLOSE).await, close(1000, b"enough"));
    raw.ends("a full socket").await;
}

#[tokio::test]
async fn pings_are_answered_with_their_own_words_and_pongs_with_none() {
    for encrypted in [false, true] {
        let server = server(encrypted).await;
        for door in DOORS {
            let mut raw = Raw::enter(&server, door).await;
            for payload in [vec![], b"hello".to_vec(), vec![0xff; 125]] {
                raw.send(&masked(FIN | PONG, &payload)).await;
                raw.send(&masked(FIN | PING, &payload)).await;
                assert_eq!(raw.hears(PONG).await, payload);
            }
            raw.send(&masked(FIN | door.opcode, door.question)).await;
            raw.is_answered(door).await;
            for (wrong, what) in [
                (masked(FIN | PING, &[0; 126]), "a long ping"),
                (masked(PING, b"part"), "a ping in parts"),
                (masked(FIN | CLOSE, &[0; 126]), "a long close"),
                (masked(CLOSE, b""), "a close in parts"),
            ] {
                let mut raw = Raw::enter(&server, door).await;
                raw.send(&wrong).await;
                raw.is_failed(CloseCode::Framing, what).await;
            }
        }
    }
}

#[tokio::test]
async fn a_message_may_come_in_parts_with_control_frames_between_them() {
    for encrypted in [false, true] {
        let server = server(encrypted).await;
        for door in DOORS {
            let mut raw = Raw::enter(&server, door).await;
            for most in [1, 2, 3, 1_000] {
                for part in parts(door.opcode, door.question, most) {
                    // The answer to the whole could come before that to a ping after it.
                    raw.send(&masked(FIN | PING, b"between")).await;
                    assert_eq!(raw.hears(PONG).await, b"between");
                    raw.send(&part).await;
                }
                raw.is_answered(door).await;
            }
            let whole = parts(door.opcode, door.question, 2).concat();
            for byte in whole.chunks(1) {
                raw.send(byte).await;
            }
            raw.is_answered(door).await;
            raw.send(&masked(door.opcode, door.question)).await;
            raw.send(&masked(FIN | CLOSE, b"")).await;
            assert_eq!(raw.hears(CLOSE).await, b"", "in the middle of a message");
            raw.ends("a close within a message").await;
        }
    }
}

#[tokio::test]
async fn what_the_framing_forbids_fails_the_connection() {
    let server = server(false).await;
    for door in DOORS {
        let whole = |first: u8| masked(first, door.question);
        let mut bare = vec![FIN | door.opcode, door.question.len() as u8];
        bare.extend(door.question);
        for (frames, what) in [
            (vec![whole(FIN)], "a part of nothing"),
            (vec![whole(0)], "a part of nothing that goes on"),
            (vec![whole(door.opcode), whole(FIN | door.opcode)], "a message within another"),
            (vec![whole(FIN | door.opcode | 0x40)], "a reserved bit"),
            (vec![whole(FIN | door.opcode | 0x10)], "another reserved bit"),
            (vec![whole(FIN | 3)], "a reserved kind of data"),
            (vec![whole(FIN | 0xf)], "a reserved kind of control"),
            (vec![bare], "no mask"),
        ] {
            let mut raw = Raw::enter(&server, door).await;
            for frame in frames {
                raw.send(&frame).await;
            }
            raw.is_failed(CloseCode::Framing, what).await;
        }
        // Judged by what it claims, long before it is there.
        let mut raw = Raw::enter(&server, door).await;
        let claim = [&[FIN | door.opcode, 0x80 | 127][..], &(1_u64 << 40).to_be_bytes(), &[0; 4]];
        raw.send(&claim.concat()).await;
        raw.is_failed(CloseCode::TooLarge, "a terabyte").await;
    }
}

#[tokio::test]
async fn text_is_utf8_also_where_a_character_is_cut_by_a_fragment() {
    let server = server(false).await;
    let door = DOORS[1];
    for wrong in
        [&[0xff][..], &[0xc0, 0x80], &[0xed, 0xa0, 0x80], &[0xf4, 0x90, 0x80, 0x80], &[0xe6, 0xbc]]
    {
        let question = [br#"[null,"1","phoenix","heartbeat",{"x":""#, wrong, br#""}]"#].concat();
        for most in [1, 1_000] {
            let mut raw = Raw::enter(&server, door).await;
            for part in parts(TEXT, &question, most) {
                // It may be closed on us in the middle of it.
                let _ = raw.0.write_all(&part).await;
            }
            let _ = raw.0.flush().await;
            let said = raw.hears(CLOSE).await;
            assert_eq!(said[..2], CloseCode::NotText.number().to_be_bytes(), "{wrong:x?}");
        }
    }
    let mut raw = Raw::enter(&server, DOORS[0]).await;
    raw.send(&masked(FIN | TEXT, b"y-protocols are binary")).await;
    raw.is_failed(CloseCode::Malformed, "text at the y-websocket door").await;
}

#[tokio::test]
async fn our_own_close_is_the_last_word_and_the_answer_ends_the_connection() {
    for encrypted in [false, true] {
        let server = server(encrypted).await;
        let mut raw = Raw::enter(&server, DOORS[0]).await;
        raw.send(&masked(FIN | BINARY, DOORS[0].question)).await;
        raw.is_answered(DOORS[0]).await;
        server.pad.room.end().await;
        let said = raw.hears(CLOSE).await;
        assert_eq!(said, close(4410, b"ended"));
        raw.send(&masked(FIN | CLOSE, &said)).await;
        raw.ends("our own close").await;
    }
}
