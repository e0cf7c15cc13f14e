//! Messages that are too large, never end, or consist of nothing, at both doors, beside people who go on
//! writing.

use std::time::Duration;

use crate::support::hostile::{
    FIRST, FURTHER, LAST, Pair, WHOLE, connect_from, frame_head, own_address, socket_from,
};
use crate::support::phoenix::Client;
use crate::support::{Guest, PATIENCE, Plan, TestServer, write};
use fadepad::base::ids::Role;
use fadepad::base::limits::{
    Limits, MAX_UPDATE, MAX_VIEWER_MESSAGE, MESSAGE_DEADLINE, PAD_AT_REST, SOCKET_AT_REST,
};
use fadepad_client::{Frame, WebSocket};
use fadepad_wire::sync;
use serde_json::json;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};

/// A guest at one of the doors.
enum Eve {
    Yjs(Box<Guest>),
    Phoenix(Box<Client>),
}

const DOORS: [&str; 2] = ["/ws", "/socket"];

impl Eve {
    async fn enter(server: &TestServer, door: &str, role: Role) -> Self {
        if door == "/ws" {
            return Self::Yjs(Box::new(server.guest(role).await));
        }
        let query = format!("vsn=2.0.0&token={}", server.key(role));
        let mut client = Client::connect(server.address, &query).await;
        let join = client.push("doc:notes", "phx_join", json!({})).await;
        assert_eq!(client.reply(&join).await["status"], "ok");
        Self::Phoenix(Box::new(client))
    }

    /// Sends bytes that need be no frames. The socket may be closed on us in the middle of it.
    async fn raw(&mut self, bytes: &[u8]) {
        match self {
            Self::Yjs(guest) => raw(guest.socket(), bytes).await,
            Self::Phoenix(client) => raw(client.socket(), bytes).await,
        }
    }

    /// Hears until it is closed; returns the code.
    async fn closed(&mut self) -> u16 {
        match self {
            Self::Yjs(guest) => close_of(guest.socket()).await,
            Self::Phoenix(client) => close_of(client.socket()).await,
        }
    }
}

async fn raw<S: AsyncRead + AsyncWrite + Unpin>(socket: &mut WebSocket<S>, bytes: &[u8]) {
    let stream = socket.stream();
    let _ = async { stream.write_all(bytes).await.and(stream.flush().await) }.await;
}

async fn close_of<S>(socket: &mut WebSocket<S>) -> u16
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    loop {
        match timeout(PATIENCE * 10, socket.next()).await.expect("nothing is heard") {
            Ok(Frame::Close(close)) => return close.code,
            Ok(_) => {}
            other => panic!("heard {other:?}"),
        }
    }
}

fn unpunished(limits: Limits) -> Plan {
    Plan { limits, ..Plan::default() }
}

#[tokio::test]
async fn a_viewers_message_is_refused_by_its_length_before_it_comes() {
    for door in DOORS {
        let server = TestServer::new().await;
        let mut pair = Pair::new(&server).await;
        let mut eve = Eve::enter(&server, door, Role::View).await;
        eve.raw(&frame_head(WHOLE, MAX_VIEWER_MESSAGE + 1)).await;
        assert_eq!(eve.closed().await, 4413, "{door}, whole");
        let mut eve = Eve::enter(&server, door, Role::View).await;
        let part = MAX_VIEWER_MESSAGE / 2;
        eve.raw(&[frame_head(FIRST, part), vec![0; part]].concat()).await;
        pair.goes_on().await;
        eve.raw(&frame_head(FURTHER, part + 1)).await;
        assert_eq!(eve.closed().await, 4413, "{door}, in parts");
        pair.goes_on().await;
    }
}

#[tokio::test]
async fn a_wall_says_no_more_than_a_viewer_whatever_its_key_allows() {
    let server = TestServer::new().await;
    for role in [Role::View, Role::Edit, Role::Host] {
        let mut wall = Guest::enter(server.request(&server.key(role), "&x=1&wall=1")).await;
        raw(wall.socket(), &frame_head(WHOLE, MAX_VIEWER_MESSAGE + 1)).await;
        assert_eq!(close_of(wall.socket()).await, 4413, "{role}");
    }
}

#[tokio::test]
async fn an_editors_message_may_be_a_pad_until_its_history_is_here_and_an_update_after_it() {
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let mut eve = server.guest(Role::Edit).await;
    eve.sync().await;
    pair.goes_on().await;
    raw(eve.socket(), &frame_head(WHOLE, MAX_UPDATE + 65)).await;
    assert_eq!(close_of(eve.socket()).await, 4413);
    pair.goes_on().await;
}

/// Members bring history when they have some (`client_sync`); larger than a pad it never is.
#[tokio::test]
async fn a_members_message_is_never_larger_than_a_pad() {
    let server = TestServer::new().await;
    let mut pair = Pair::new(&server).await;
    let mut eve = Eve::enter(&server, "/socket", Role::Edit).await;
    let whole = Limits::default().doc.bytes / 3 * 4 + 4_096;
    eve.raw(&frame_head(WHOLE, whole + 1)).await;
    assert_eq!(eve.closed().await, 4413);
    pair.goes_on().await;
}

#[tokio::test]
async fn a_history_that_is_asked_for_once_more_may_be_large_again() {
    let server = TestServer::new().await;
    let mut ann = server.guest(Role::Edit).await;
    ann.sync().await;
    // What comes before it is lost on the way.
    write(&ann.doc, &"x".repeat(2 * MAX_UPDATE));
    ann.type_("!").await;
    while !matches!(ann.hear().await, crate::support::Heard::Step1(_)) {}
    ann.send(sync::step2(&crate::support::all(&ann.doc))).await;
    let mut late = server.guest(Role::View).await;
    late.sync().await;
    late.reads(&ann.text()).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_not_finished_is_waited_for_ten_seconds() {
    for door in DOORS {
        for begun in [
            [frame_head(WHOLE, 60_000), vec![0; 100]].concat(),
            frame_head(WHOLE, 60_000),
            frame_head(FIRST, 0),
            [frame_head(FIRST, 3), vec![0; 3], frame_head(0x8a, 0)].concat(),
        ] {
            let server = TestServer::new().await;
            let mut pair = Pair::new(&server).await;
            let mut eve = Eve::enter(&server, door, Role::View).await;
            let at = Instant::now();
            eve.raw(&begun).await;
            assert_eq!(eve.closed().await, 4508, "{door}: {} bytes", begun.len());
            let waited = at.elapsed();
            assert!(waited >= MESSAGE_DEADLINE && waited < MESSAGE_DEADLINE * 2, "{waited:?}");
            pair.goes_on().await;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn who_drips_gets_no_more_time() {
    for door in DOORS {
        let server = TestServer::new().await;
        let mut pair = Pair::new(&server).await;
        let mut eve = Eve::enter(&server, door, Role::Edit).await;
        let at = Instant::now();
        eve.raw(&frame_head(WHOLE, 5_000_000)).await;
        let drips = async {
            loop {
                tokio::time::sleep(Duration::from_secs(2)).await;
                eve.raw(&[0; 1_000]).await;
                pair.goes_on().await;
                if at.elapsed() > MESSAGE_DEADLINE * 2 {
                    break;
                }
            }
        };
        drips.await;
        assert_eq!(eve.closed().await, 4508, "{door}");
    }
}

#[tokio::test]
async fn what_is_not_finished_counts_into_the_memory_of_all() {
    const LARGE: usize = 2 << 20;
    for door in DOORS {
        // Half of it is for what arrives, and half of that for one address.
        let memory = 2 * PAD_AT_REST + 20 * SOCKET_AT_REST + 12 * LARGE;
        let server = TestServer::with(unpunished(Limits { memory, ..Limits::default() })).await;
        let mut pair = Pair::new(&server).await;
        let begun = [frame_head(WHOLE, LARGE), vec![0; 100]].concat();
        let (mut closed, mut eves) = (0, Vec::new());
        for n in 0..6 {
            let mut eve = Eve::enter(&server, door, Role::Edit).await;
            eve.raw(&begun).await;
            if n >= 3 {
                assert_eq!(eve.closed().await, 4503, "{door}: there may be room later");
                closed += 1;
            }
            eves.push(eve);
            pair.goes_on().await;
        }
        assert_eq!(closed, 3);
        drop(eves);
        let mut honest = server.guest(Role::Edit).await;
        honest.sync().await;
        let all = async {
            while server.state.lobby.budget().take(12 * LARGE).is_none() {
                tokio::task::yield_now().await;
            }
        };
        timeout(PATIENCE, all).await.expect("all is given back");
        pair.goes_on().await;
    }
}

#[tokio::test]
async fn empty_fragments_count_like_messages() {
    for door in DOORS {
        for role in [Role::View, Role::Edit] {
            let server = TestServer::new().await;
            let mut pair = Pair::new(&server).await;
            let mut eve = Eve::enter(&server, door, role).await;
            eve.raw(&frame_head(FIRST, 0)).await;
            let fragments = frame_head(FURTHER, 0).repeat(1_000);
            eve.raw(&fragments).await;
            assert_eq!(eve.closed().await, 4529, "{door}, {role}");
            pair.goes_on().await;
        }
    }
}

#[tokio::test]
async fn a_history_in_the_fragments_of_a_browser_is_taken() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    bob.sync().await;
    write(&ann.doc, &"x".repeat(3 << 20));
    let history = sync::step2(&crate::support::all(&ann.doc));
    let pieces: Vec<_> = history.chunks(4_096).collect();
    for (n, piece) in pieces.iter().enumerate() {
        let first = match n {
            0 => FIRST,
            _ if n + 1 == pieces.len() => LAST,
            _ => FURTHER,
        };
        raw(ann.socket(), &[frame_head(first, piece.len()), piece.to_vec()].concat()).await;
    }
    let text = ann.text();
    bob.reads(&text).await;
}

/// By the heads of their frames alone, or in whole bodies: what one guest brings at once keeps nobody else from typing.
#[tokio::test]
async fn however_much_one_brings_at_once_others_type_and_bring_theirs() {
    const MEMORY: usize = 128 << 20;
    let limits = Limits { memory: MEMORY, ..Limits::default() };
    let pad = limits.doc.bytes;
    let server = TestServer::with(unpunished(limits)).await;
    let mut pair = Pair::new(&server).await;
    let turn = server.pad.room.readers().acquire_owned().await.unwrap();
    let key = server.key(Role::Edit);
    let (mut eves, mut bodies) = (Vec::new(), JoinSet::new());
    for n in 0..40 {
        let mut eve =
            socket_from(own_address(n % 3), &server, &format!("ws/notes?key={key}")).await.unwrap();
        raw(&mut eve, &frame_head(WHOLE, pad)).await;
        eves.push(eve);
        let head = format!(
            "POST /api/v1/pads/notes/import HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n\
             Content-Length: {pad}\r\n\r\n",
            server.address
        );
        let mut body = connect_from(own_address(n % 3), &server).await;
        body.write_all(head.as_bytes()).await.unwrap();
        // Where it is refused, it is not taken to its end.
        bodies.spawn(async move {
            let _ = body.write_all(&vec![b'x'; pad]).await;
            std::future::pending::<()>().await;
        });
        pair.goes_on().await;
    }
    assert!(server.state.lobby.budget().take(MEMORY / 2 - (1 << 20)).is_some(), "half is for pads");
    // From an address that brings nothing else, a large text comes in all the same.
    let mut late = server.page(Role::Edit).await;
    late.sync().await;
    late.type_(&"x".repeat(MAX_UPDATE / 2)).await;
    late.saved().await;
    drop((eves, bodies, turn));
}
