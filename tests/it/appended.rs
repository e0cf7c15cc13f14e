//! A program adds to a pad with one call, and reads in one description what else there is to ask.

use crate::support::TestServer;
use fadepad::base::ids::Role;
use fadepad::server::ROUTES;
use serde_json::{Value, json};

/// One call with this kind of body; the status and the answer.
async fn append(server: &TestServer, key: &str, how: (&str, &str), body: &[u8]) -> (u16, Value) {
    let (query, kind) = how;
    let head = format!(
        "POST /api/v1/pads/notes/append{query} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n\
         {kind}Content-Length: {}\r\nConnection: close\r\n\r\n",
        server.address,
        body.len()
    );
    let answer = server.http_bytes(&[head.as_bytes(), body].concat()).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, serde_json::from_str(body).unwrap_or_default())
}

async fn text(server: &TestServer) -> String {
    let request = format!(
        "GET /p/notes.md?key={} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        server.key(Role::View),
        server.address
    );
    server.http(&request).await.split_once("\r\n\r\n").unwrap().1.to_owned()
}

const MARKDOWN: (&str, &str) = ("", "Content-Type: text/markdown; charset=utf-8\r\n");

#[tokio::test]
async fn what_a_program_adds_stands_at_the_end_and_who_is_there_hears_it() {
    let server = TestServer::new().await;
    let key = server.key(Role::Edit);
    let mut ann = server.page(Role::Edit).await;
    ann.sync().await;
    let (status, told) = append(&server, &key, MARKDOWN, b"# Plan\n\n- [ ] *cups*\n").await;
    assert_eq!(status, 200, "{told}");
    let epoch = server.pad.epoch.to_string();
    assert_eq!(told, json!({ "pad": "notes", "epoch": epoch, "bytes": 21 }));
    let heard = loop {
        if let crate::support::Heard::Update(update) = ann.hear().await {
            break update;
        }
    };
    assert!(heard.windows(4).any(|window| window == b"cups"), "in one update, at once");
    let plain = ("", "Content-Type: text/plain\r\n");
    assert_eq!(append(&server, &key, plain, b"*one*\ntwo").await.0, 200);
    assert_eq!(append(&server, &key, ("?code=rust", ""), b"fn main() {}").await.0, 200);
    assert_eq!(append(&server, &key, MARKDOWN, b"").await.0, 200);
    let wanted = "# Plan\n\n- [ ] *cups*\n\n\\*one\\*\n\ntwo\n\n```rust\nfn main() {}\n```\n";
    assert_eq!(text(&server).await, wanted);
}

#[tokio::test]
async fn what_is_refused_says_why_and_leaves_nothing_behind() {
    let server = TestServer::new().await;
    let (key, view) = (server.key(Role::Edit), server.key(Role::View));
    let large = vec![b'x'; 300 << 10];
    let image = ("", "Content-Type: image/png\r\n");
    let link = format!("?key={key}");
    for (key, how, body, status, title) in [
        (&view, MARKDOWN, &b"words"[..], 403, "read only"),
        (&key, MARKDOWN, b"\xff\xfe", 400, "malformed request"),
        (&key, MARKDOWN, &large, 413, "too large"),
        (&key, image, b"words", 415, "not a text"),
        (&key, ("?code=a/b", ""), b"words", 400, "malformed request"),
        (&String::new(), (&*link, ""), b"words", 401, "key not valid"),
    ] {
        let (got, told) = append(&server, key, how, body).await;
        assert_eq!((got, &told["title"]), (status, &Value::from(title)), "{told}");
        assert!(told["detail"].is_string(), "{told}");
    }
    assert_eq!(text(&server).await, "");
    let host = server.key(Role::Host);
    let shut = server.api("PATCH", "pads/notes", &host, r#"{"door":"knock"}"#).await;
    assert_eq!(shut.0, 200, "{}", shut.1);
    assert_eq!(append(&server, &key, MARKDOWN, b"words").await.0, 403, "it knocks, as others do");
}

#[tokio::test]
async fn the_description_names_every_address_of_the_api() {
    let server = TestServer::new().await;
    let (status, told) = server.api("GET", "openapi.json", "", "").await;
    assert_eq!((status, &told["openapi"]), (200, &Value::from("3.1.0")));
    let paths = told["paths"].as_object().unwrap();
    for row in ROUTES.iter().filter(|row| row.path.starts_with("/api/v1/")) {
        let path = row.path.replace("NAME", "{name}").replace("PERSON", "{person}");
        let calls = paths.get(&path).unwrap_or_else(|| panic!("{path} is not described"));
        for method in row.methods.iter().filter(|method| **method != http::Method::HEAD) {
            let call = &calls[method.as_str().to_lowercase()];
            assert!(call["summary"].is_string(), "{method} {path}");
            assert!(call["responses"]["default"].is_object(), "{method} {path}");
        }
    }
    assert!(paths.contains_key("/p/{name}.md") && paths.contains_key("/p/{name}/tail"));
}
