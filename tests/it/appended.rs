//! A program adds to a pad with one call, and reads in one description what else there is to ask.

use std::collections::BTreeSet;

use crate::support::TestServer;
use fadepad::base::ids::Role;
use fadepad::server::ROUTES;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

/// One call with this kind of body; the status and the answer.
async fn append(server: &TestServer, key: &str, how: (&str, &str), body: &[u8]) -> (u16, Value) {
    let (query, kind) = how;
    post(server, key, (&format!("append{query}"), kind), body).await
}

/// To this path of the pad, with these further headers.
async fn post(server: &TestServer, key: &str, how: (&str, &str), body: &[u8]) -> (u16, Value) {
    let (path, headers) = how;
    let head = format!(
        "POST /api/v1/pads/notes/{path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n\
         {headers}Content-Length: {}\r\nConnection: close\r\n\r\n",
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
    assert_eq!(told, json!({ "pad": "notes", "epoch": epoch, "bytes": 21, "blocks": 2 }));
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
            let told = call["responses"].as_object().unwrap();
            assert!(told.contains_key("400") && told.contains_key("429"), "{method} {path}");
            assert!(!told.contains_key("default"), "each refusal by its status: {method} {path}");
        }
    }
    assert!(paths.contains_key("/p/{name}.md") && paths.contains_key("/p/{name}/tail"));
}

/// The fields that a refused body could have had, as its refusal names them.
fn named(detail: &str) -> BTreeSet<String> {
    if let Some((_, list)) = detail.split_once("there are ") {
        return list.split(". ").next().unwrap().split(", ").map(str::to_owned).collect();
    }
    let (_, expected) = detail.split_once("expected ").unwrap_or_else(|| panic!("{detail}"));
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[tokio::test]
async fn the_description_names_every_field_that_a_body_may_have_and_no_other() {
    let server = TestServer::new().await;
    let (_, told) = server.api("GET", "openapi.json", "", "").await;
    let mut compared = 0;
    for (path, calls) in told["paths"].as_object().unwrap() {
        for (method, call) in calls.as_object().unwrap() {
            let schema = &call["requestBody"]["content"]["application/json"]["schema"];
            let Some(fields) = schema["properties"].as_object() else { continue };
            // A page of another version joins with what that knows.
            if path == "/api/v1/join" {
                continue;
            }
            let at = path.replace("{name}", "notes").replace("{person}", &"0".repeat(32));
            let at = at.strip_prefix("/api/v1/").unwrap();
            let (key, body) = (server.key(Role::Host), r#"{"no such field":1}"#);
            let (status, why) = server.api(&method.to_uppercase(), at, &key, body).await;
            let detail =
                why["detail"].as_str().unwrap_or_else(|| panic!("{method} {at}: {status}"));
            let told = fields.keys().cloned().collect::<BTreeSet<_>>();
            assert_eq!(named(detail), told, "{method} {path}: {detail}");
            compared += 1;
        }
    }
    assert!(compared > 8, "{compared} bodies");
    let role = &told["paths"]["/api/v1/pads/{name}/people/{person}"]["patch"]["requestBody"]["content"]
        ["application/json"]["schema"]["properties"]["role"];
    let expected = json!({ "type": ["string", "null"], "enum": ["view", "edit", "host", null] });
    assert_eq!(*role, expected);
}

/// The bytes of what a GET is answered, behind its head.
pub(crate) async fn export(server: &TestServer, key: &str, form: &str) -> (u16, String, Vec<u8>) {
    let request = format!(
        "GET /api/v1/pads/notes/export?as={form} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\n\
         Connection: close\r\n\r\n",
        server.address
    );
    let mut stream = tokio::net::TcpStream::connect(server.address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(answer[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, head, answer[end + 4..].to_vec())
}

/// Blocks of a pad as JSON, with those in other blocks.
fn blocks(json: &Value) -> usize {
    let inside = json["blocks"].as_array().or(json["children"].as_array());
    inside.into_iter().flatten().map(|block| 1 + blocks(block)).sum()
}

pub(crate) async fn import(
    server: &TestServer,
    key: &str,
    kind: &str,
    body: &[u8],
) -> (u16, Value) {
    post(server, key, ("import", &format!("Content-Type: {kind}\r\n")), body).await
}

/// Every block and mark that there is, with colours, spans and pictures.
#[tokio::test]
async fn a_pad_goes_into_another_one_as_a_document_and_as_a_capsule_and_reads_the_same() {
    let rich = crate::rendered::update_of(&crate::rendered::examples()[0]);
    let (first, mut second) = (TestServer::new().await, TestServer::new().await);
    let octets = "application/octet-stream";
    let (status, told) = import(&first, &first.key(Role::Edit), octets, &rich).await;
    assert_eq!(status, 200, "{told}");
    let view = first.key(Role::View);
    let (_, head, html) = export(&first, &view, "html").await;
    assert!(head.contains("attachment; filename=\"notes.html\""), "{head}");
    for (form, kind) in [("yjs", octets), ("capsule", "text/html"), ("html", "text/html")] {
        let (status, head, file) = export(&first, &view, form).await;
        assert_eq!(status, 200, "{head}");
        let (status, told) = import(&second, &second.key(Role::Edit), kind, &file).await;
        assert_eq!((status, &told["bytes"]), (200, &Value::from(file.len())), "{told}");
        let (_, _, json) = export(&first, &view, "json").await;
        let count = blocks(&serde_json::from_slice(&json).unwrap());
        assert!(count > 20, "{count}");
        assert_eq!(told["blocks"], count, "{form}");
        let (_, _, again) = export(&second, &second.key(Role::View), "html").await;
        // Each pad ends with the line that it began with.
        let less =
            |page: &str| page.replace("<p dir=\"auto\" data-fadepad=\"\"><br></p></div>", "</div>");
        // Its foot says the minute in which it was taken.
        let of = |file: &[u8]| {
            let page = less(&String::from_utf8_lossy(file));
            let (above, foot) = page.rsplit_once("<footer>notes, kept from Fadepad on ").unwrap();
            format!("{above}{}", foot.split_once("</footer>").unwrap().1)
        };
        assert_eq!(of(&html), less(&of(&again)), "{form}");
        second = TestServer::new().await;
    }
    let (_, _, markdown) = export(&first, &view, "md").await;
    let markdown = String::from_utf8(markdown).unwrap();
    // What Markdown has no word for is HTML in it.
    assert!(markdown.contains("<table") && markdown.contains("<details>"), "{markdown}");
    let (edit, kind) = (second.key(Role::Edit), "text/markdown");
    assert_eq!(import(&second, &edit, kind, markdown.as_bytes()).await.0, 200);
    let again = export(&second, &second.key(Role::View), "md").await.2;
    assert_eq!(String::from_utf8(again).unwrap(), markdown);
}

#[tokio::test]
async fn what_is_no_file_of_a_pad_is_refused_with_the_way_out() {
    let server = TestServer::new().await;
    let (key, view) = (server.key(Role::Edit), server.key(Role::View));
    for (key, kind, body, status, title) in [
        (&view, "text/markdown", &b"words"[..], 403, "read only"),
        (&key, "text/html", b"<script>words()</script>", 422, "no words"),
        (&key, "image/png", b"words", 415, "not a text"),
        (&key, "application/octet-stream", b"words", 422, "no document"),
    ] {
        let (got, told) = import(&server, key, kind, body).await;
        assert_eq!((got, &told["title"]), (status, &Value::from(title)), "{told}");
    }
    assert_eq!(text(&server).await, "");
    let (status, _, body) = export(&server, &view, "docx").await;
    let body = String::from_utf8(body).unwrap();
    assert!(status == 400 && body.contains("made by the page"), "{body}");
    assert_eq!(export(&server, "", "md").await.0, 401);
    // More than a call adds, and as much as a pad holds.
    let large = "words ".repeat(500_000);
    assert_eq!(import(&server, &key, "text/plain", large.as_bytes()).await.0, 200);
}
