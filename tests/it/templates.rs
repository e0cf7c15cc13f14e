//! A pad that begins with a template: the page's, in the language of whoever comes first, or one of the host's own files.

use std::collections::BTreeMap;
use std::process::Command;

use crate::support::{Plan, TestServer};
use fadepad::base::ids::Role;
use fadepad::server::Templates;
use serde_json::{Value, json};

const WEEKLY: &str = "# Weekly\n\n- [ ] *Who* is here\n";

fn templates() -> Templates {
    Templates::new(BTreeMap::from([("weekly".to_owned(), WEEKLY.to_owned())]))
}

async fn markdown(server: &TestServer, pad: &Value) -> String {
    let (name, key) = (pad["pad"].as_str().unwrap(), pad["view_key"].as_str().unwrap());
    let request = format!(
        "GET /p/{name}.md?key={key} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        server.address
    );
    server.http(&request).await.split_once("\r\n\r\n").unwrap().1.to_owned()
}

#[tokio::test]
async fn a_pad_begins_with_a_template_of_the_hosts_and_waits_for_the_first_one() {
    let server = TestServer::with(Plan { templates: templates(), ..Plan::default() }).await;
    let host = server.key(Role::Host);
    let (_, info) = server.api("GET", "info", "", "").await;
    assert_eq!(info["templates"], json!(["agenda", "minutes", "retro", "weekly"]));
    for _ in 0..2 {
        let body = r#"{"name":"monday","template":"weekly"}"#;
        let (status, pad) = server.api("POST", "pads", &host, body).await;
        assert_eq!(status, 201, "{pad}");
        assert_eq!(markdown(&server, &pad).await, WEEKLY);
        let key = pad["host_key"].as_str().unwrap();
        let (_, seen) = server.api("GET", "pads/monday", key, "").await;
        assert_eq!(
            (&seen["state"], &seen["ends_in_s"]),
            (&json!("waiting"), &Value::Null),
            "{seen}"
        );
        assert_eq!(seen.get("template"), None, "nobody's page writes it a second time: {seen}");
        // And once more in its next life.
        assert_eq!(server.api("DELETE", "pads/monday", key, "").await.0, 200);
    }
    let (_, pad) = server.api("POST", "pads", &host, r#"{"name":"b","template":"retro"}"#).await;
    let key = pad["host_key"].as_str().unwrap();
    assert_eq!(server.api("GET", "pads/b", key, "").await.1["template"], "retro");
    let (status, told) = server.api("POST", "pads", &host, r#"{"template":"novel"}"#).await;
    assert_eq!(status, 400, "{told}");
    assert!(told["detail"].as_str().unwrap().contains("agenda, minutes, retro, weekly"), "{told}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_first_pad_of_a_start_begins_with_a_template_and_an_unknown_one_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("weekly.md"), WEEKLY).unwrap();
    let folder = folder.path().to_string_lossy().into_owned();
    let flags = ["--templates", &folder, "--template", "weekly"];
    let server = crate::erased::Server::logging(&flags, std::process::Stdio::piped());
    assert!(server.get("/p/notes.md").ends_with(WEEKLY));
    let started = Command::new(env!("CARGO_BIN_EXE_fadepad"))
        .args(["--headless", "--port", "0", "--templates", &folder, "--template", "weakly"])
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&started.stderr);
    assert_eq!(started.status.code(), Some(4), "{error}");
    assert!(error.contains("weakly") && error.contains("retro, weekly"), "{error}");
}
