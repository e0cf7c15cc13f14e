//! Bad input gets the named code, and no effect on anyone else.

use std::time::Duration;

use crate::support::{Guest, Heard, Plan, TestServer};
use fadepad::base::ids::Role;
use fadepad::base::limits::{Limits, MAX_ASKS, MAX_REFUSED, MAX_UPDATE};
use fadepad::doors::yjs::GREETING;
use fadepad_client::{Error, Frame, WebSocket};
use fadepad_lib0::put_uint;
use fadepad_wire::sync;

/// Sends something, and returns the code that it was closed with.
async fn code_for(server: &TestServer, frame: Frame) -> u16 {
    let mut eve = server.guest(Role::Edit).await;
    // The socket may be closed on us in the middle of it.
    let _ = eve.socket().send(frame).await;
    eve.closed().await
}

fn unpunished() -> Plan {
    Plan { limits: Limits { enforced: false, ..Limits::default() }, ..Plan::default() }
}

#[tokio::test]
async fn what_is_no_message_is_malformed_and_hurts_nobody() {
    let server = TestServer::with(unpunished()).await;
    let (mut ann, mut bob) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    ann.sync().await;
    bob.sync().await;
    let garbage: Vec<Vec<u8>> = vec![
        vec![],
        vec![0],
        vec![0, 7, 0],
        vec![0, 2, 200, 1],
        sync::update(&[1, 1, 1]),
        sync::update(&[0xff; 40]),
        sync::update(&[0, 0, 9]),
        sync::step1(&[0x80, 0xe5, 0x9a, 0x77]),
        sync::awareness(&[0x80, 0xe5, 0x9a, 0x77]),
        sync::awareness(&[1, 7, 1, 1, b'x']),
    ];
    for bytes in garbage {
        assert_eq!(code_for(&server, Frame::Binary(bytes.clone().into())).await, 4400, "{bytes:?}");
    }
    assert_eq!(code_for(&server, Frame::Text("hello".into())).await, 4400);
    ann.type_("unhurt").await;
    bob.reads("unhurt").await;
}

/// Many messages may be on their way before a guest hears that they are shown out.
#[tokio::test]
async fn who_is_shown_out_says_nothing_more() {
    let server = TestServer::new().await;
    let (mut ann, mut bob) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    ann.sync().await;
    bob.sync().await;
    let eve = server.guest(Role::Edit).await;
    let refused = sync::awareness(&[1, 7, 1, 1, b'x']);
    let both = [refused, sync::update(&eve.write("too late "))].concat();
    assert_eq!(code_for(&server, Frame::Binary(both.into())).await, 4400);
    ann.type_("alone").await;
    bob.reads("alone").await;
}

#[tokio::test]
async fn what_is_too_large_is_told_so() {
    let server = TestServer::with(unpunished()).await;
    let large = Guest::write(&server.guest(Role::Edit).await, &"x".repeat(MAX_UPDATE + 1));
    assert_eq!(code_for(&server, Frame::Binary(sync::update(&large).into())).await, 4413);
    let beyond_the_pad = vec![0; Limits::default().doc.bytes + 1_000];
    assert_eq!(code_for(&server, Frame::Binary(beyond_the_pad.into())).await, 4413);
}

#[tokio::test]
async fn a_key_opens_its_pad_under_the_name_that_phoenix_gives_it_too() {
    let server = TestServer::new().await;
    let mut bob = server.guest(Role::Edit).await;
    bob.sync().await;
    let at = |role| format!("ws://{}/ws/notes?token={}", server.address, server.key(role));
    let mut ann = Guest::at(&at(Role::Edit)).await;
    ann.sync().await;
    ann.type_("by a token").await;
    bob.reads("by a token").await;
    let mut late = Guest::at(&at(Role::View)).await;
    late.sync().await;
    assert_eq!(late.text(), "by a token");
}

#[tokio::test]
async fn keys_open_their_pad_and_no_other() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let enter = |path: String| async move { Guest::at(&path).await.closed().await };
    let url = |path: &str| format!("ws://{}/ws/{path}", server.address);
    assert_eq!(enter(url("notes?key=nonsense")).await, 4401);
    assert_eq!(enter(url("notes")).await, 4401);
    assert_eq!(enter(url(&format!("other?key={key}"))).await, 4404);
    assert_eq!(enter(url(&format!("n%20o?key={key}"))).await, 4404);
    assert_eq!(enter(url(&format!("notes?key={key}&x=1&epoch=0123456789abcdef"))).await, 4410);
}

/// As at the other door: a stock client says which it likes.
#[tokio::test]
async fn a_key_in_the_query_is_called_key_or_token() {
    let server = TestServer::new().await;
    for name in ["key", "token"] {
        let url = format!("ws://{}/ws/notes?{name}={}", server.address, server.key(Role::Edit));
        let mut ann = Guest::at(&url).await;
        ann.sync().await;
    }
}

#[tokio::test]
async fn a_key_is_taken_as_a_subprotocol_and_only_ours_is_answered() {
    let server = TestServer::new().await;
    let mut request = server.request("", "");
    let offer = format!("fadepad, fadepad.key.{}", server.key(Role::Edit));
    request.headers_mut().insert("sec-websocket-protocol", offer.parse().unwrap());
    let mut ann = Guest::enter(request).await;
    ann.sync().await;
}

#[tokio::test]
async fn a_viewer_reads_is_told_and_then_shown_out() {
    let server = TestServer::new().await;
    let (mut ann, mut eve) = (server.guest(Role::Edit).await, server.guest(Role::View).await);
    ann.sync().await;
    eve.sync().await;
    ann.type_("readable").await;
    eve.reads("readable").await;
    let forged = eve.write(" forged");
    eve.send(sync::update(&forged)).await;
    assert!(matches!(eve.hear().await, Heard::Denied));
    for n in 1..MAX_REFUSED {
        let kind = if n % 2 == 0 { sync::update(&forged) } else { sync::step2(&forged) };
        eve.send(kind).await;
    }
    assert_eq!(eve.closed().await, 4403);
    let mut late = server.guest(Role::View).await;
    late.sync().await;
    assert_eq!(late.text(), "readable");
}

#[tokio::test]
async fn a_viewers_page_hears_why() {
    let server = TestServer::new().await;
    let mut page = server.page(Role::View).await;
    assert_eq!(page.page_message("welcome").await["role"], "view");
    let forged = page.write("forged");
    page.send(sync::update(&forged)).await;
    assert_eq!(page.page_message("refused").await["why"], "read_only");
    page.send(sync::extra(r#"{"t":"end"}"#)).await;
    assert_eq!(page.page_message("refused").await["why"], "not_host");
    assert_eq!(page.closed().await, 4403);
}

#[tokio::test]
async fn who_is_faster_than_people_can_be_is_closed() {
    let limits = Limits { messages: 1, messages_burst: 20, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let mut eve = server.guest(Role::Edit).await;
    for _ in 0..40 {
        // The socket may be closed on us in the middle of it.
        let _ = eve.socket().send_bytes(vec![3]).await;
    }
    assert_eq!(eve.closed().await, 4529);
}

#[tokio::test]
async fn who_asks_for_the_whole_pad_again_and_again_is_closed() {
    let server = TestServer::new().await;
    let mut eve = server.guest(Role::Edit).await;
    for _ in 0..MAX_ASKS.1 + 10 {
        let _ = eve.socket().send_bytes(sync::step1(&[0])).await;
    }
    assert_eq!(eve.closed().await, 4529);
}

#[tokio::test]
async fn after_three_violations_the_same_key_has_to_wait_at_that_address() {
    let server = TestServer::new().await;
    for _ in 0..3 {
        assert_eq!(code_for(&server, Frame::Text("x".into())).await, 4400);
    }
    let refused = async {
        loop {
            match Guest::try_enter(server.request(&server.key(Role::Edit), "")).await {
                Err(Error::Refused { status, .. }) => return status,
                Err(other) => panic!("{other}"),
                // The third violation is noted when its socket has said goodbye.
                Ok(_) => tokio::task::yield_now().await,
            }
        }
    };
    let status = tokio::time::timeout(crate::support::PATIENCE, refused).await.unwrap();
    assert_eq!(status, 429);
}

#[tokio::test]
async fn a_full_pad_says_so() {
    let limits = Limits { seats: 2, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let (_one, _two) = (server.guest(Role::Edit).await, server.guest(Role::Edit).await);
    assert_eq!(server.guest(Role::Edit).await.closed().await, 4503);
}

#[tokio::test]
async fn an_update_for_a_full_pad_is_told_and_what_was_taken_stays() {
    let mut limits = Limits::default();
    limits.doc.bytes = 4_000;
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    ann.type_("kept").await;
    ann.saved().await;
    ann.type_(&"x".repeat(3_950)).await;
    assert_eq!(ann.page_message("refused").await["why"], "too_large");
    assert_eq!(ann.closed().await, 4413);
    let mut late = server.guest(Role::View).await;
    late.sync().await;
    assert_eq!(late.text(), "kept");
}

#[tokio::test]
async fn a_quarter_billion_claimed_clients_cost_nothing() {
    let server = TestServer::with(unpunished()).await;
    let mut claim = Vec::new();
    put_uint(&mut claim, 250_000_000);
    for message in [sync::update(&claim), sync::step2(&claim), sync::step1(&claim)] {
        assert_eq!(code_for(&server, Frame::Binary(message.into())).await, 4400);
    }
}

/// What a busy machine may add: far less than the time that a stranger has to show a key.
const MARGIN: Duration = Duration::from_millis(1_500);

/// At `/ws/…` with its key, where its key comes too late, and where it names no path.
#[tokio::test]
async fn a_hocuspocus_provider_is_told_the_way_at_once_and_blamed_for_nothing() {
    let server = TestServer::new().await;
    let people = b"\x05notes\x01\x1b\x01\x01\x01\x17{\"user\":{\"name\":\"Ada\"}}";
    let greetings: [&[u8]; 6] = [
        b"\x05notes\x02\x00\x06secret\x054.8.0",
        b"\x05notes\x00\x00\x01\x00",
        people,
        // A document without a name.
        b"\x00\x02\x00\x06secret\x054.8.0",
        b"\x00\x00\x00\x01\x00",
        &[b"\x00", &people[6..]].concat(),
    ];
    let key = server.key(Role::Edit);
    for path in [
        &format!("ws/notes?key={key}"),
        "ws/notes",
        "ws/notes?key=wrong",
        "ws/unknown",
        "ws/",
        "ws",
        "",
    ] {
        for greeting in greetings {
            let url = format!("ws://{}/{path}", server.address);
            let mut eve = Guest::at(&url).await;
            let _ = eve.socket().send_bytes(greeting.to_vec()).await;
            let began = std::time::Instant::now();
            let last = eve.goodbye().await;
            assert_eq!(last.code, 4404, "{path}");
            let way = format!("url: \"ws://{}/hocuspocus\"", server.address);
            assert!(last.reason.contains(&way), "{path}: {}", last.reason);
            assert!(began.elapsed() < GREETING.0 + MARGIN, "{path}");
        }
    }
}

#[tokio::test]
async fn who_names_no_pad_is_told_where_the_name_stands() {
    let server = TestServer::new().await;
    for path in ["ws", "ws/", "ws?key=x"] {
        let url = format!("ws://{}/{path}", server.address);
        let last = Guest::at(&url).await.goodbye().await;
        assert_eq!(last.code, 4404, "{path}");
        let named = format!("ws://{}/ws/NAME", server.address);
        assert!(last.reason.contains(&named), "{path}: {}", last.reason);
    }
}

#[tokio::test]
async fn a_socket_that_knocks_where_none_is_heard_is_told_the_addresses() {
    let server = TestServer::new().await;
    for path in ["notes", "p/notes", "socket", "api/v1/pads", "wsx/notes"] {
        let url = format!("ws://{}/{path}", server.address);
        let stream = tokio::net::TcpStream::connect(server.address).await.unwrap();
        match WebSocket::open(fadepad_client::request(&url, None).unwrap(), stream).await {
            Err(Error::Refused { status, body, .. }) => {
                assert_eq!(status, 404, "{path}");
                assert!(body.contains("/ws/NAME") && body.contains("/socket"), "{path}: {body}");
            }
            other => panic!("{path}: {other:?}"),
        }
    }
}

/// Who has no key and says nothing is told so soon, whoever it is.
#[tokio::test]
async fn who_has_no_key_and_says_nothing_is_not_waited_for_long() {
    let server = TestServer::new().await;
    assert_eq!(Guest::enter(server.request("", "")).await.closed().await, 4401);
}
