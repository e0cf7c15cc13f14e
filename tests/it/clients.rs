//! What programs are given (`crates/client`) finds the same pad by every door.

use std::time::Duration;

use fadepad::base::ids::Role;
use fadepad::room::message::HostCommand;
use fadepad_client::{
    Encoding, Entrance, Entry, Error, FromPage, Guest, Protocol, Received, ToPage, WebSocket,
};
use tokio::net::TcpStream;
use tokio::time::timeout;
use yrs::updates::decoder::Decode as _;
use yrs::{Doc, GetString as _, Transact as _, Update};

use crate::support::{PATIENCE, TestServer, doc, write};

const DOORS: [Protocol; 5] = [
    Protocol::Yjs,
    Protocol::Page { epoch: None },
    Protocol::Phoenix(Encoding::Array),
    Protocol::Phoenix(Encoding::Base64),
    Protocol::Phoenix(Encoding::Binary),
];

fn entrance(server: &TestServer, role: Role, protocol: Protocol) -> Entrance {
    let (authority, key) = (server.address.to_string(), server.key(role));
    Entrance { authority, pad: "notes".to_owned(), key, protocol }
}

async fn enter(server: &TestServer, role: Role, protocol: &Protocol) -> Guest<TcpStream> {
    Guest::connect(&entrance(server, role, protocol.clone())).await.unwrap()
}

/// Hears until `wanted` finds something.
async fn until<T>(guest: &mut Guest<TcpStream>, wanted: impl Fn(Received) -> Option<T>) -> T {
    timeout(PATIENCE, async {
        loop {
            if let Some(found) = wanted(guest.next().await.unwrap()) {
                return found;
            }
        }
    })
    .await
    .expect("it is never heard")
}

fn text(updates: &[&[u8]]) -> String {
    let doc = Doc::new();
    let text = doc.get_or_insert_text("t");
    for update in updates {
        doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
    }
    text.get_string(&doc.transact())
}

#[tokio::test]
async fn what_is_typed_by_one_door_comes_out_at_every_other() {
    for one in &DOORS {
        for other in &DOORS {
            let server = TestServer::new().await;
            let mut reader = enter(&server, Role::View, other).await;
            let before = reader.whole().await.unwrap();
            let mut writer = enter(&server, Role::Edit, one).await;
            writer.update(&write(&doc(), "hello")).await.unwrap();
            let news = until(&mut reader, |heard| match heard {
                Received::Update(update) => Some(update),
                _ => None,
            });
            assert_eq!(text(&[&before, &news.await]), "hello", "{one:?} to {other:?}");
            let mut late = enter(&server, Role::View, other).await;
            assert_eq!(text(&[&late.whole().await.unwrap()]), "hello", "{other:?}");
            // Leaving is answered: nobody waits for ever.
            timeout(PATIENCE, late.leave()).await.expect("no goodbye").unwrap();
        }
    }
}

#[tokio::test]
async fn what_is_brought_is_there_once_it_is_saved_and_a_person_is_shown_to_all() {
    for door in &DOORS {
        let server = TestServer::new().await;
        let mut host = enter(&server, Role::View, &Protocol::Page { epoch: None }).await;
        let mut guest = enter(&server, Role::Edit, door).await;
        guest.bring(&write(&doc(), "from before")).await.unwrap();
        if *door != Protocol::Yjs {
            guest.saved().await.unwrap();
            assert_eq!(text(&[&host.whole().await.unwrap()]), "from before", "{door:?}");
        }
        let json = r##"{"user":{"name":"Ann","color":"#0b6e5f"}}"##;
        guest.show(Entry { client: 7, clock: 1, json }).await.unwrap();
        until(&mut host, |heard| {
            let Received::Awareness(shown) = heard else { return None };
            shown.iter().any(|state| state.json.contains("Ann")).then_some(())
        })
        .await;
    }
}

#[tokio::test]
async fn the_life_of_a_pad_is_told_and_its_end_has_a_code_at_every_door() {
    for door in &DOORS {
        let server = TestServer::new().await;
        let mut guest = enter(&server, Role::Host, door).await;
        if *door != Protocol::Yjs {
            guest.tell(&FromPage::End { in_s: Some(30) }).await.unwrap();
            until(&mut guest, |heard| {
                let Received::Page(json) = heard else { return None };
                let said = ToPage::read(&json).unwrap();
                matches!(said, ToPage::Ending { in_s: Some(..=30), .. }).then_some(())
            })
            .await;
        }
        server.pad.room.steer(HostCommand::End(Some(Duration::ZERO))).await;
        let close = until(&mut guest, |heard| match heard {
            Received::Closed(close) => Some(close),
            _ => None,
        });
        assert_eq!(close.await.code, 4410, "{door:?}");
    }
}

#[tokio::test]
async fn who_may_not_write_is_told_why_and_who_may_not_enter_by_the_code() {
    let server = TestServer::new().await;
    for door in &DOORS {
        let mut guest = enter(&server, Role::View, door).await;
        guest.update(&write(&doc(), "no")).await.unwrap();
        let why = until(&mut guest, |heard| match heard {
            Received::Refused(why) => Some(why),
            Received::Page(json) => match ToPage::read(&json).unwrap() {
                ToPage::Refused { why } => Some(why.to_owned()),
                _ => None,
            },
            _ => None,
        });
        assert!(!why.await.is_empty(), "{door:?}");
    }
    let strange =
        Entrance { key: "nonsense".to_owned(), ..entrance(&server, Role::View, Protocol::Yjs) };
    let mut guest = Guest::connect(&strange).await.unwrap();
    let close = until(&mut guest, |heard| match heard {
        Received::Closed(close) => Some(close),
        _ => None,
    });
    assert_eq!(close.await.code, 4401);
    // Where no socket is, the answer is plain HTTP.
    let elsewhere = format!("ws://{}/nowhere", server.address);
    let stream = TcpStream::connect(server.address).await.unwrap();
    let refused = WebSocket::open(fadepad_client::request(&elsewhere, None).unwrap(), stream).await;
    assert!(matches!(refused, Err(Error::Refused { status: 404, .. })), "{refused:?}");
}
