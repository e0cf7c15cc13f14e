//! What each end says, the other reads.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::*;

fn access(
    writing: &'static str,
    by: Option<&'static str>,
    did: Option<Decision<'static>>,
) -> ToPage<'static> {
    ToPage::Access {
        writing,
        door: "knock",
        pin: true,
        pencil: None,
        by: by.map(Into::into),
        who: by.map(|_| "0a".to_owned()),
        did,
    }
}

fn knocker() -> WaitingGuest {
    let (name, color) = (Some("A\nB".to_owned()), None);
    let (device, way, role) = ("phone".to_owned(), "code".to_owned(), "edit".to_owned());
    WaitingGuest { id: "0a".to_owned(), name, color, device, way, role, was_out: true, since_s: 20 }
}

fn hand(name: Option<&'static str>) -> Hand<'static> {
    Hand { person: "0a".to_owned(), name: name.map(Into::into), since_s: 9 }
}

#[test]
fn what_the_server_says_is_read_back() {
    let limits = PageLimits { update: 1, pad: 2 };
    let call = |by: Option<&'static str>| Call {
        total_s: 60,
        by: by.map(Cow::from),
        answered: 3,
        of: 12,
        more: 2,
        stay: true,
        excused: Vec::from_iter(by.map(|_| "0a".to_owned())),
    };
    let (epoch, person) = ("b5fb".to_owned(), "0a".to_owned());
    let (role, state) = ("host", "alive");
    let by_client = |word: &str| BTreeMap::from([(7, word.to_owned())]);
    for said in [
        ToPage::Welcome {
            epoch,
            role,
            state,
            ttl_s: 9,
            ends_in_s: None,
            fades: true,
            hard_end_s: 99,
            limits,
            person,
            saves: true,
        },
        ToPage::Life {
            state,
            ends_in_s: Some(1),
            why: None,
            ttl_s: 9,
            fades: false,
            hard_end_s: 8,
        },
        ToPage::Ending { in_s: Some(52), why: "host", call: Some(call(Some("\"Anna\""))) },
        ToPage::Ending { in_s: Some(52), why: "stop", call: Some(call(None)) },
        ToPage::Ending { in_s: None, why: "host", call: None },
        ToPage::Role { role },
        ToPage::Refused { why: "too_fast" },
        ToPage::Guessing { wrong: 7 },
        ToPage::Filling { name: Some("A\nB".into()), bytes: 3, client_ids: 4 },
        ToPage::Persons { of: by_client("0a"), roles: by_client("host") },
        ToPage::Persons { of: by_client("0a"), roles: BTreeMap::new() },
        ToPage::Pong { n: 3, clock: Some(5), foreign: true },
        ToPage::Pong { n: 3, clock: None, foreign: false },
    ] {
        assert_eq!(ToPage::read(&said.json()).unwrap(), said);
    }
    assert_eq!(ToPage::read(r#"{"t":"later","x":1}"#).unwrap(), ToPage::Unknown);
    assert!(ToPage::read("{}").is_err());
}

#[test]
fn what_hosts_and_walls_are_told_is_read_back() {
    for said in [
        access("picked", Some("A\nB"), Some(Decision::Writing)),
        access("picked", None, Some(Decision::Role { name: None, role: "view".into() })),
        access(
            "everyone",
            None,
            Some(Decision::ShowOut {
                name: Some("Tom".into()),
                person: format!("{:032x}", 8).into(),
            }),
        ),
        access("everyone", None, Some(Decision::Pin)),
        access("everyone", None, Some(Decision::Door)),
        access("picked", None, Some(Decision::Pencil { name: Some("Tom".into()) })),
        access("everyone", None, None),
        ToPage::Title { title: Some("A\nB".into()) },
        ToPage::Title { title: None },
        ToPage::NewLinks { role: "edit", by: Some("Anna".into()), who: Some("0a".into()) },
        ToPage::NewLinks { role: "view", by: None, who: None },
        ToPage::Knock { of: 0, who: vec![] },
        ToPage::Knock { of: 1, who: vec![knocker()] },
        ToPage::Hands { count: 0, of: vec![] },
        ToPage::Hands { count: 21, of: vec![hand(Some("A\nB")), hand(None)] },
    ] {
        assert_eq!(ToPage::read(&said.json()).unwrap(), said);
    }
}

#[test]
fn what_a_page_says_is_read_back() {
    let keep = |ttl_s, ends_in_s, always| FromPage::Keep(Keep { ttl_s, ends_in_s, always });
    for said in [
        FromPage::Hello { name: "Ann".into(), color: None },
        FromPage::Hello { name: "Ann".into(), color: Some("#2f6bd8".into()) },
        FromPage::Ping { n: 1, client: None },
        FromPage::Ping { n: 1, client: Some(7) },
        FromPage::End { in_s: None },
        FromPage::End { in_s: Some(0) },
        FromPage::Stay,
        FromPage::Answer,
        FromPage::More,
        keep(Some(60), None, false),
        keep(None, Some(60), false),
        keep(None, None, true),
        FromPage::Writing { who: "picked".into() },
        FromPage::Role { person: "0a".into(), role: Some("view".into()) },
        FromPage::Role { person: "0a".into(), role: None },
        FromPage::Pin { pin: Some(Secret("4711".into())) },
        FromPage::Pin { pin: None },
        FromPage::Door { door: "closed".into() },
        FromPage::LetIn { knock: "0a".into() },
        FromPage::NotNow { knock: "0a".into() },
        FromPage::ShowOut { person: "0a".into(), address: true },
        FromPage::NewLinks { role: "edit".into() },
        FromPage::Pencil { person: "0a".into() },
        FromPage::Hand { up: true },
    ] {
        assert_eq!(read(&said.json()).unwrap(), said);
    }
    assert_eq!(FromPage::Ping { n: 1, client: None }.json(), r#"{"t":"ping","n":1}"#);
}

#[test]
fn a_pin_is_not_seen_by_who_debugs() {
    let said = format!("{:?}", read(r#"{"t":"pin","pin":"4711"}"#).unwrap());
    assert!(said.contains("Pin") && !said.contains("4711"), "{said}");
}

#[test]
fn the_kind_stands_in_t() {
    let stays = ToPage::Ending { in_s: None, why: "host", call: None };
    assert_eq!(stays.json(), r#"{"t":"ending","in_s":null,"why":"host"}"#);
    let call = Call {
        total_s: 60,
        by: Some("Anna".into()),
        answered: 3,
        of: 12,
        more: 2,
        stay: true,
        excused: Vec::new(),
    };
    let ending = ToPage::Ending { in_s: Some(52), why: "host", call: Some(call) };
    let json = r#"{"t":"ending","in_s":52,"why":"host","total_s":60,"by":"Anna","answered":3,"of":12,"more":2,"stay":true}"#;
    assert_eq!(ending.json(), json);
    assert!(matches!(read(r#"{"t":"end"}"#), Ok(FromPage::End { in_s: None })));
    assert!(matches!(read(r#"{"t":"end","in_s":0}"#), Ok(FromPage::End { in_s: Some(0) })));
    assert!(matches!(read(r#"{"t":"answer"}"#), Ok(FromPage::Answer)));
    assert!(matches!(read(r#"{"t":"more"}"#), Ok(FromPage::More)));
    let keep = read(r#"{"t":"keep","ttl_s":60}"#);
    assert!(matches!(keep, Ok(FromPage::Keep(Keep { ttl_s: Some(60), .. }))));
    assert!(matches!(read(r#"{"t":"ping","n":3}"#), Ok(FromPage::Ping { n: 3, client: None })));
    let ping = read(r#"{"t":"ping","n":3,"client":4294967295}"#);
    assert!(matches!(ping, Ok(FromPage::Ping { n: 3, client: Some(0xffff_ffff) })));
    let pong = ToPage::Pong { n: 3, clock: None, foreign: false };
    assert_eq!(pong.json(), r#"{"t":"pong","n":3}"#);
    let pong = ToPage::Pong { n: 3, clock: Some(5), foreign: true };
    assert_eq!(pong.json(), r#"{"t":"pong","n":3,"clock":5,"foreign":true}"#);
    assert!(matches!(read(r#"{"t":"dance"}"#), Ok(FromPage::Unknown)));
    assert!(read("{}").is_err());
}
