//! What one guest can use up: nothing that others need. Each attack runs beside two honest people in
//! the same pad, who lose nothing and go on.

mod support;

use std::net::IpAddr;

use fadepad::base::ids::Role;
use futures_util::SinkExt as _;
use serde_json::Value;
use support::honest::Pair;
use support::{Guest, House, Plan};
use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::tungstenite::{Error, Message};

/// A house whose guests come through a proxy of this machine, so that a test has many addresses.
async fn proxied() -> House {
    House::with(Plan { proxied: true, ..Plan::default() }).await
}

/// Somebody's address.
fn address(n: u16) -> IpAddr {
    let [high, low] = n.to_be_bytes();
    [198, 18, high, low].into()
}

/// Tries a code from this address: the status, the seconds to wait, the answer.
async fn try_code(house: &House, from: IpAddr, code: &str) -> (u16, Option<u64>, Value) {
    let body = format!(r#"{{"code":"{code}"}}"#);
    let answer = house
        .http(&format!(
            "POST /api/v1/join HTTP/1.1\r\nHost: {}\r\nX-Forwarded-For: {from}\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            house.address,
            body.len()
        ))
        .await;
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let wait = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("retry-after").then(|| value.parse().ok())?
    });
    (status.expect("a status"), wait, serde_json::from_str(body).unwrap_or_default())
}

/// A wrong code.
const WRONG: &str = "ZZZZZZ";

/// The same request from this address.
fn from(address: IpAddr, mut request: Request) -> Request {
    let address = address.to_string().parse().expect("an address is a header's value");
    request.headers_mut().insert("x-forwarded-for", address);
    request
}

#[tokio::test]
async fn who_guesses_waits_and_no_code_changes_and_no_right_one_is_refused() {
    let house = proxied().await;
    let mut pair = Pair::sit_down(&house).await;
    let mut host = house.page(Role::Host).await;
    let mut told = house.server.threshold.watch_guessing();
    let code = house.pad.code.to_string();
    let mut answered = 0;
    for n in 0..6 {
        for _ in 0..12 {
            let (status, wait, _) = try_code(&house, address(n), WRONG).await;
            match (status, wait) {
                (404, None) => answered += 1,
                (429, Some(seconds)) => assert!((1..=60).contains(&seconds), "{seconds}"),
                other => panic!("{other:?}"),
            }
        }
        pair.go_on().await;
    }
    assert!((50..=60).contains(&answered), "{answered} wrong codes were answered");
    // The host is told: at the terminal, in its page, by the API.
    let wrong = (*told.borrow_and_update()).expect("the terminal is told").wrong;
    assert!(wrong >= 10, "{wrong}");
    assert_eq!(host.page_message("guessing").await["wrong"], wrong);
    let (_, pad) = house.api("GET", "pads/notes", &house.key(Role::Host), "").await;
    assert_eq!(pad["guessing"]["wrong"], wrong);
    assert_eq!(pad["code"], code.as_str(), "the printed code still leads here");
    let (_, pad) = house.api("GET", "pads/notes", &house.key(Role::Edit), "").await;
    assert_eq!(pad["guessing"], Value::Null, "guests are not bothered");
    // Who has not guessed gets in, at once and with the same code; who has, not yet.
    for n in 100..110 {
        assert_eq!(try_code(&house, address(n), &code).await.0, 200);
    }
    assert_eq!(try_code(&house, address(0), &code).await.0, 429);
    pair.go_on().await;
}

#[tokio::test]
async fn a_class_behind_one_address_joins_at_once() {
    let house = proxied().await;
    let code = house.pad.code.to_string();
    let mut keys = std::collections::HashSet::new();
    for n in 0..60 {
        let (status, _, answer) = try_code(&house, address(1), &code).await;
        assert_eq!(status, 200, "the {n}th of the class");
        keys.insert(answer["key"].to_string());
        if n % 10 == 0 {
            // Some mistype.
            assert_eq!(try_code(&house, address(1), WRONG).await.0, 404);
        }
    }
    assert_eq!(keys.len(), 60, "everyone has a key of his own");
}

/// Breaks the protocol with this request, three times. Returns when that is noted.
async fn misbehave(house: &House, request: impl Fn() -> Request) {
    loop {
        match Guest::try_enter(request()).await {
            Ok(mut eve) => {
                let _ = eve.socket.send(Message::Text("x".into())).await;
                assert_eq!(eve.closed().await, 4400);
            }
            Err(Error::Http(refused)) => {
                assert_eq!(refused.status(), 429);
                assert!(refused.headers().contains_key("retry-after"));
                break;
            }
            Err(other) => panic!("{other}"),
        }
    }
    let _ = house;
}

#[tokio::test]
async fn three_bad_frames_cost_nobody_else_at_the_same_address() {
    let house = proxied().await;
    let code = house.pad.code.to_string();
    let mut pair = Pair::sit_down(&house).await;
    let room = address(1);
    let mut keys = Vec::new();
    for _ in 0..2 {
        let (_, _, answer) = try_code(&house, room, &code).await;
        keys.push(answer["key"].as_str().expect("a key").to_owned());
    }
    misbehave(&house, || from(room, house.request(&keys[0], ""))).await;
    // Another at the same address, with a key of his own or with the host's printed link.
    for key in [&keys[1], &house.key(Role::Edit), &house.key(Role::View)] {
        Guest::enter(from(room, house.request(key, ""))).await.sync().await;
    }
    let (status, _, _) = try_code(&house, room, &code).await;
    assert_eq!(status, 200, "and whoever comes new");
    pair.go_on().await;
}

#[tokio::test]
async fn a_link_that_many_have_is_closed_to_nobody_elsewhere() {
    let house = proxied().await;
    let key = house.key(Role::Edit);
    misbehave(&house, || from(address(1), house.request(&key, ""))).await;
    Guest::enter(from(address(2), house.request(&key, ""))).await.sync().await;
}

/// Keyless messages at the Phoenix door: before a join they are held against the address.
#[tokio::test]
async fn what_carries_no_key_makes_its_address_wait_for_what_carries_none() {
    let house = proxied().await;
    let mut pair = Pair::sit_down(&house).await;
    let room = address(1);
    let phoenix = |token: &str| {
        use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
        let url = format!("ws://{}/socket/websocket?vsn=2.0.0&token={token}", house.address);
        from(room, url.into_client_request().expect("a request"))
    };
    loop {
        match Guest::try_enter(phoenix("")).await {
            Ok(mut eve) => {
                let _ = eve.socket.send(Message::Binary(vec![255; 20].into())).await;
                while let Some(Ok(_)) = futures_util::StreamExt::next(&mut eve.socket).await {}
            }
            Err(Error::Http(refused)) => break assert_eq!(refused.status(), 429),
            Err(other) => panic!("{other}"),
        }
    }
    for nonsense in ["", "nonsense"] {
        assert!(Guest::try_enter(phoenix(nonsense)).await.is_err(), "{nonsense:?}");
        assert!(Guest::try_enter(from(room, house.request(nonsense, ""))).await.is_err());
    }
    let key = house.key(Role::Edit);
    Guest::enter(phoenix(&key)).await;
    Guest::enter(from(room, house.request(&key, ""))).await.sync().await;
    pair.go_on().await;
}

#[tokio::test]
async fn a_guest_gives_himself_no_other_address() {
    let house = House::new().await;
    let key = house.key(Role::Edit);
    let mut n = 0;
    let claims = || {
        n += 1;
        from(address(n), house.request(&key, ""))
    };
    let claims = std::cell::RefCell::new(claims);
    misbehave(&house, || (claims.borrow_mut())()).await;
}
