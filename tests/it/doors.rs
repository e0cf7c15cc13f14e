//! What holds at one door holds at the other: the same request has the same answer.

use crate::support::phoenix::Client;
use crate::support::{Guest, Plan, TestServer};
use fadepad::base::close::CloseCode;
use fadepad::base::ids::{Role, SeatId};
use fadepad::base::limits::{
    Limits, MAX_ASKS, MAX_PRESENCE, MAX_REFUSED, MAX_UPDATE, PAD_AT_REST, SOCKET_AT_REST,
};
use fadepad_client::Error;
use fadepad_lib0::put_uint;
use fadepad_store::{Author, DocLimits, MAX_CLOCK, MAX_VALUE_DEPTH, Store};
use fadepad_wire::{awareness, sync};
use serde_json::{Value, json};

/// What somebody does who is let in.
#[derive(Clone, Copy, Debug)]
enum Request {
    WritesAsViewer,
    SendsGarbage,
    SendsTooLargeAnUpdate,
    FillsThePad,
    ShowsTooMuch,
    ShowsWhatIsNestedTooDeep,
    NestsValuesTooDeep,
    WritesAHook,
    CountsTooFar,
    WritesInTooManyRuns,
    ComesUnderTooManyNames,
    FillsTheServer,
    SteersAsNoHost,
    IsTooFast,
    AsksAgainAndAgain,
    IsThereWhenThePadEnds,
    IsThereWhenTheRoomFails,
    IsThereWhenTheHouseRestarts,
}

use Request::{
    AsksAgainAndAgain, ComesUnderTooManyNames, CountsTooFar, FillsThePad, FillsTheServer,
    IsThereWhenTheHouseRestarts, IsThereWhenThePadEnds, IsThereWhenTheRoomFails, IsTooFast,
    NestsValuesTooDeep, SendsGarbage, SendsTooLargeAnUpdate, ShowsTooMuch,
    ShowsWhatIsNestedTooDeep, SteersAsNoHost, WritesAHook, WritesAsViewer, WritesInTooManyRuns,
};

impl Request {
    fn role(self) -> Role {
        if matches!(self, WritesAsViewer) { Role::View } else { Role::Edit }
    }

    fn server(self) -> Plan {
        let mut limits = Limits::default();
        match self {
            IsTooFast => (limits.messages, limits.messages_burst) = (1, 20),
            FillsThePad => limits.doc.bytes = 4_000,
            FillsTheServer => limits.memory = PAD_AT_REST + SOCKET_AT_REST + 4_000,
            WritesInTooManyRuns => limits.doc.structs = 20,
            ComesUnderTooManyNames => limits.doc.clients = 3,
            _ => {}
        }
        Plan { limits, ..Plan::default() }
    }

    /// The update of one push, where the request is one.
    fn update(self) -> Option<Vec<u8>> {
        let someone = crate::support::doc();
        match self {
            WritesAsViewer => Some(crate::support::write(&someone, "forged")),
            SendsGarbage => Some(vec![1, 1, 1]),
            SendsTooLargeAnUpdate => {
                Some(crate::support::write(&someone, &"x".repeat(MAX_UPDATE + 1)))
            }
            FillsThePad | FillsTheServer => {
                Some(crate::support::write(&someone, &"x".repeat(4_500)))
            }
            NestsValuesTooDeep => Some(nested(MAX_VALUE_DEPTH + 1)),
            WritesAHook => Some(item(0, 7, &[5, 1, b'h'])),
            CountsTooFar => Some(at_clock(MAX_CLOCK + 1)),
            WritesInTooManyRuns => {
                (0..30).for_each(|_| crate::support::write_first(&someone, "x"));
                Some(crate::support::all(&someone))
            }
            ComesUnderTooManyNames => Some(crate::support::write(&someone, "another name")),
            _ => None,
        }
    }

    /// The cursor that is shown.
    fn cursor(self) -> Value {
        match self {
            ShowsWhatIsNestedTooDeep => {
                (0..MAX_VALUE_DEPTH).fold(json!(1), |inner, _| json!([inner]))
            }
            _ => json!("x".repeat(MAX_PRESENCE)),
        }
    }

    fn times(self) -> u32 {
        match self {
            WritesAsViewer => MAX_REFUSED,
            IsTooFast => 40,
            AsksAgainAndAgain => MAX_ASKS.1 + 10,
            ComesUnderTooManyNames => 4,
            _ => 1,
        }
    }

    /// What happens in the server meanwhile.
    async fn happens(self, server: &TestServer) {
        match self {
            IsThereWhenThePadEnds => drop(server.pad.room.end().await),
            IsThereWhenTheRoomFails => server.pad.room.fail().await,
            IsThereWhenTheHouseRestarts => server.pad.room.go_away().await,
            _ => {}
        }
    }
}

/// An update of client 7 with one item in the root `t`: its first clock, its kind and its content.
fn item(clock: u64, kind: u8, content: &[u8]) -> Vec<u8> {
    let mut update = vec![1, 1, 7];
    put_uint(&mut update, clock);
    update.extend([kind, 1, 1, b't']);
    update.extend_from_slice(content);
    update.push(0);
    update
}

/// A string (kind 4) that begins at this clock.
fn at_clock(clock: u64) -> Vec<u8> {
    item(clock, 4, &[1, b'x'])
}

/// One value (kind 8): `null` (126) in so many arrays of one (117, 1).
fn nested(depth: usize) -> Vec<u8> {
    item(0, 8, &[vec![1], [117, 1].repeat(depth), vec![126]].concat())
}

#[test]
fn what_is_just_not_too_deep_or_too_far_is_no_deed() {
    for fits in [nested(MAX_VALUE_DEPTH), at_clock(MAX_CLOCK - 1)] {
        let author = Author { seat: SeatId(1), live: true };
        Store::new(DocLimits::default()).apply(author, &fits).unwrap();
    }
}

#[tokio::test]
async fn every_deed_has_the_same_answer_at_both_doors() {
    for (request, code) in [
        (WritesAsViewer, CloseCode::Forbidden),
        (SendsGarbage, CloseCode::Malformed),
        (SendsTooLargeAnUpdate, CloseCode::TooLarge),
        (FillsThePad, CloseCode::TooLarge),
        (ShowsTooMuch, CloseCode::TooLarge),
        (ShowsWhatIsNestedTooDeep, CloseCode::NotKept),
        (NestsValuesTooDeep, CloseCode::NotKept),
        (WritesAHook, CloseCode::NotKept),
        (CountsTooFar, CloseCode::TooLarge),
        (WritesInTooManyRuns, CloseCode::TooLarge),
        (ComesUnderTooManyNames, CloseCode::TooLarge),
        (FillsTheServer, CloseCode::TooLarge),
        (SteersAsNoHost, CloseCode::Forbidden),
        (IsTooFast, CloseCode::TooFast),
        (AsksAgainAndAgain, CloseCode::TooFast),
        (IsThereWhenThePadEnds, CloseCode::Ended),
        (IsThereWhenTheRoomFails, CloseCode::Restarting),
        (IsThereWhenTheHouseRestarts, CloseCode::GoingAway),
    ] {
        assert_eq!(at_the_y_door(request).await, code.number(), "{request:?}, y-websocket");
        let (last, why) = at_the_phoenix_door(request).await;
        assert_eq!(last == "phx_close", code.is_final(), "{request:?}, Phoenix: {last}");
        let told = match request {
            WritesAsViewer => "read_only",
            SteersAsNoHost => "not_host",
            FillsTheServer => "server_full",
            IsThereWhenTheRoomFails | IsThereWhenTheHouseRestarts => "",
            _ => code.why().word(),
        };
        assert_eq!(why, told, "{request:?}, Phoenix");
    }
}

async fn at_the_y_door(request: Request) -> u16 {
    let server = TestServer::with(request.server()).await;
    let mut eve = match request {
        SteersAsNoHost => server.page(request.role()).await,
        _ => server.guest(request.role()).await,
    };
    eve.sync().await;
    for _ in 0..request.times() {
        let message = match request {
            ShowsTooMuch | ShowsWhatIsNestedTooDeep => {
                let json = json!({ "cursor": request.cursor() }).to_string();
                let entry = awareness::Entry { client: 7, clock: 1, json: &json };
                sync::awareness(&awareness::encode([entry].into_iter()))
            }
            IsTooFast => vec![3],
            SteersAsNoHost => sync::extra(r#"{"t":"end"}"#),
            AsksAgainAndAgain => sync::step1(&[0]),
            _ => match request.update() {
                Some(update) => sync::update(&update),
                None => break,
            },
        };
        // The socket may be closed on us in the middle of it.
        let _ = eve.socket().send_bytes(message).await;
    }
    request.happens(&server).await;
    eve.closed().await
}

/// How the topic ended, and the last reason that was told.
async fn at_the_phoenix_door(request: Request) -> (String, String) {
    let server = TestServer::with(request.server()).await;
    let query = format!("vsn=2.0.0&token={}", server.key(request.role()));
    let mut eve = Client::connect(server.address, &query).await;
    eve.push("doc:notes", "phx_join", json!({ "enc": "base64" })).await;
    eve.event("presence_state").await;
    for _ in 0..request.times() {
        match request {
            ShowsTooMuch | ShowsWhatIsNestedTooDeep => {
                eve.push("doc:notes", "cursor_pos", request.cursor()).await;
            }
            SteersAsNoHost => drop(eve.push("doc:notes", "pad", json!({ "t": "end" })).await),
            IsTooFast => drop(eve.push("doc:notes", "cursor_pos", json!(1)).await),
            AsksAgainAndAgain => {
                eve.push("doc:notes", "client_sync", json!({ "sv": [0] })).await;
            }
            _ => {
                let Some(update) = request.update() else { break };
                let mut bin = Vec::new();
                fadepad_wire::phoenix::put_base64(&mut bin, &update);
                let bin: Value = serde_json::from_slice(&bin).expect("base64 in quotes");
                eve.push("doc:notes", "client_update", json!({ "bin": bin })).await;
            }
        }
    }
    request.happens(&server).await;
    let mut why = String::new();
    loop {
        let (event, payload) = eve.next_event().await;
        let told = payload["reason"].as_str().or(payload["response"]["reason"].as_str());
        if let Some(told) = told {
            told.clone_into(&mut why);
        }
        if event == "phx_close" || event == "phx_error" {
            return (event, why);
        }
    }
}

#[tokio::test]
async fn who_is_not_let_in_hears_the_same_at_both_doors() {
    let limits = Limits { seats: 1, ..Limits::default() };
    let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
    let key = server.key(Role::Edit);
    let _taken = server.guest(Role::Edit).await;
    for (pad, key, epoch, code) in [
        ("notes", "nonsense", "", CloseCode::KeyInvalid),
        ("notes", "", "", CloseCode::KeyInvalid),
        ("other", &*key, "", CloseCode::NoSuchPad),
        ("notes", &*key, "0123456789abcdef", CloseCode::Ended),
        ("notes", &*key, "", CloseCode::Full),
    ] {
        let query = if epoch.is_empty() { String::new() } else { format!("&x=1&epoch={epoch}") };
        let url = format!("ws://{}/ws/{pad}?key={key}{query}", server.address);
        let mut guest = Guest::at(&url).await;
        assert_eq!(guest.closed().await, code.number());
        let mut client = Client::connect(server.address, &format!("vsn=2.0.0&token={key}")).await;
        let epoch = if epoch.is_empty() { json!({}) } else { json!({ "epoch": epoch }) };
        client.push(&format!("doc:{pad}"), "phx_join", epoch).await;
        let (event, payload) = client.next_event().await;
        assert_eq!(event, "phx_reply");
        assert_eq!(
            payload["response"],
            json!({ "reason": code.why().word(), "code": code.number() })
        );
        if code.is_final() {
            assert_eq!(client.next_event().await.0, "phx_close");
        }
        client.beats().await;
    }
}

#[tokio::test]
async fn what_is_refused_reaches_nobody_and_hurts_nobody() {
    let server = TestServer::new().await;
    let query = format!("vsn=2.0.0&token={}", server.key(Role::Edit));
    let mut ann = server.guest(Role::Edit).await;
    ann.sync().await;
    let mut eve = Client::connect(server.address, &query).await;
    eve.push("doc:notes", "phx_join", json!({})).await;
    eve.event("presence_state").await;
    eve.push("doc:notes", "client_update", json!({ "bin": [1, 1, 1] })).await;
    eve.event("phx_close").await;
    ann.type_("unhurt").await;
    let mut late = server.guest(Role::View).await;
    late.sync().await;
    late.reads("unhurt").await;
}

#[tokio::test]
async fn people_are_counted_alike_and_once() {
    let server = TestServer::new().await;
    let query = format!("vsn=2.0.0&token={}", server.own_key(Role::Edit, 7));
    let mut client = Client::connect(server.address, &query).await;
    client.push("doc:notes", "phx_join", json!({ "name": "Ann" })).await;
    client.event("presence_diff").await;
    let mut page = server.page_of(Role::Edit, 7).await;
    page.send(sync::extra(r#"{"t":"hello","name":"Ann"}"#)).await;
    page.saved().await;
    let overview = server.pad.room.look().await.unwrap();
    assert_eq!((overview.people.people, overview.people.devices), (1, 2));
    assert_eq!(overview.people.names, ["Ann"]);
}

/// A page full of honest content that is not kept comes back again and again: its address goes on
/// being let in.
#[tokio::test]
async fn what_is_honest_and_not_kept_is_held_against_nobody() {
    for request in [
        NestsValuesTooDeep,
        WritesAHook,
        ShowsWhatIsNestedTooDeep,
        CountsTooFar,
        SendsTooLargeAnUpdate,
    ] {
        let server = TestServer::new().await;
        for _ in 0..5 {
            let mut eve = server.guest(Role::Edit).await;
            eve.sync().await;
            let message = match request.update() {
                Some(update) => sync::update(&update),
                None => {
                    let json = json!({ "cursor": request.cursor() }).to_string();
                    let entry = awareness::Entry { client: eve.client, clock: 1, json: &json };
                    sync::awareness(&awareness::encode([entry].into_iter()))
                }
            };
            let _ = eve.socket().send_bytes(message).await;
            assert!(matches!(eve.closed().await, 4413 | 4415), "{request:?}");
        }
        let mut ann = server.guest(Role::Edit).await;
        ann.sync().await;
    }
}

#[tokio::test]
async fn a_document_of_client_one_is_taken_as_any_other() {
    let server = TestServer::new().await;
    let mut program = server.page(Role::Edit).await;
    program.sync().await;
    let update = item(0, 4, b"\x05hello");
    let by_one: Vec<u8> = [&[1, 1, 1], &update[3..]].concat();
    program.send(sync::update(&by_one)).await;
    program.saved().await;
    let mut late = server.guest(Role::View).await;
    late.sync().await;
    assert_eq!(late.text(), "hello");
}

#[tokio::test]
async fn a_lost_connection_is_no_broken_protocol() {
    let server = TestServer::new().await;
    let query = format!("vsn=2.0.0&token={}", server.key(Role::Edit));
    for _ in 0..6 {
        let mut client = Client::connect(server.address, &query).await;
        client.push("doc:notes", "phx_join", json!({})).await;
        client.event("presence_state").await;
        let mut guest = server.guest(Role::Edit).await;
        guest.sync().await;
        let left = async {
            drop((client, guest));
            while server.pad.room.look().await.unwrap().people.devices > 0 {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(crate::support::PATIENCE, left).await.unwrap();
    }
}

#[tokio::test]
async fn sockets_are_counted_at_both_doors_together() {
    let of_all = Limits { sockets: 2, ..Limits::default() };
    let of_one_address = Limits { sockets_per_address: 2, ..Limits::default() };
    for limits in [of_all, of_one_address] {
        let server = TestServer::with(Plan { limits, ..Plan::default() }).await;
        let key = server.key(Role::Edit);
        let guest = server.guest(Role::Edit).await;
        let _client = Client::connect(server.address, "vsn=2.0.0").await;
        let no_place = |refused: Error| match refused {
            Error::Refused { status, .. } => assert_eq!(status, 503),
            other => panic!("{other}"),
        };
        no_place(Guest::try_enter(server.request(&key, "")).await.err().unwrap());
        no_place(Client::try_connect(server.address, "vsn=2.0.0").await.err().unwrap());
        let poll = format!(
            "GET /socket/longpoll?vsn=2.0.0 HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            server.address
        );
        assert!(server.http(&poll).await.contains(r#""status":500"#), "it tries again later");
        drop(guest);
        let freed = async {
            while Client::try_connect(server.address, "vsn=2.0.0").await.is_err() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(crate::support::PATIENCE, freed).await.unwrap();
    }
}
