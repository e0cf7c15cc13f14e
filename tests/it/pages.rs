//! The page, its headers, the API, and who is answered at all.

use crate::support::{Plan, TestServer};
use fadepad::base::ids::Role;
use fadepad::base::keys::KeyRing;
use fadepad::server::{Create, has_ui};
use fadepad_wire::sync;

const ROUTES: [&str; 12] = [
    "/",
    "/new",
    "/j/K7QPM3",
    "/p/notes",
    "/wall/notes",
    "/licenses",
    "/healthz",
    "/readyz",
    "/metrics",
    "/api/v1/info",
    "/api/v1/pads",
    "/no/such/thing",
];

/// What asks for a socket.
const UPGRADE: &str = "Upgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\n\
                       Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

async fn get(server: &TestServer, path: &str, headers: &str) -> String {
    let host = if headers.contains("Host:") {
        String::new()
    } else {
        format!("Host: {}\r\n", server.address)
    };
    server.http(&format!("GET {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n")).await
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

#[tokio::test]
async fn foreign_names_and_origins_are_answered_nowhere() {
    let server = TestServer::new().await;
    for path in ROUTES.into_iter().chain(["/ws/notes"]) {
        let more = if path == "/ws/notes" { UPGRADE } else { "" };
        let foreign = get(&server, path, &format!("Host: evil.example\r\n{more}")).await;
        assert_eq!(status(&foreign), "421", "{path}");
        let from = get(&server, path, &format!("Origin: http://evil.example\r\n{more}")).await;
        assert_eq!(status(&from), "403", "{path}");
    }
    let own = format!("Origin: http://{}\r\n", server.address);
    assert_eq!(status(&get(&server, "/healthz", &own).await), "200");
    assert_eq!(status(&get(&server, "/healthz", "Host: pads.example\r\n").await), "200");
}

/// `docker -p 48080:7780`, `ssh -L 48080:…`: the browser knows another port than we do.
#[tokio::test]
async fn who_was_led_here_by_another_port_gets_the_page_with_its_scripts_and_its_socket() {
    let server = TestServer::new().await;
    for host in ["localhost:48080", "127.0.0.1:1", "localhost", "pads.example:8443"] {
        let own = format!("Host: {host}\r\nOrigin: http://{host}\r\n");
        let page = get(&server, "/", &own).await;
        assert_eq!(status(&page), "200", "{host}");
        assert!(page.contains(&format!("connect-src 'self' ws://{host} wss://{host};")), "{page}");
        let script = page.split('"').find(|part| part.ends_with(".js")).unwrap();
        assert_eq!(status(&get(&server, script, &own).await), "200", "{host}");
        let path = format!("/ws/notes?key={}", server.key(fadepad::base::ids::Role::Edit));
        // It is left at once: what comes after the head is no matter.
        let socket = open_socket(&server, &path, &format!("{own}{UPGRADE}")).await;
        assert_eq!(status(&socket), "101", "{host}");
        let other = format!("Host: {host}\r\nOrigin: http://localhost:3000\r\n{UPGRADE}");
        assert_eq!(status(&get(&server, &path, &other).await), "403", "{host}");
    }
}

async fn open_socket(server: &TestServer, path: &str, headers: &str) -> String {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let mut stream = tokio::net::TcpStream::connect(server.address).await.expect("it listens");
    let request = format!("GET {path} HTTP/1.1\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).await.expect("it takes bytes");
    let mut head = [0; 12];
    stream.read_exact(&mut head).await.expect("it answers");
    String::from_utf8_lossy(&head).into_owned()
}

/// What a request calls us goes into no answer but as the host and port that it was read as.
#[tokio::test]
async fn a_host_that_says_more_than_host_and_port_is_answered_nowhere() {
    let server = TestServer::new().await;
    for host in [
        "localhost:1; script-src *",
        "localhost:7780; script-src *",
        "localhost:7780 https://evil.example",
        "localhost:1@evil.example",
        "localhost:",
        "localhost:x",
        "user@localhost",
        "",
        "localhost\r\nHost: localhost",
    ] {
        for path in ROUTES.into_iter().chain(["/ws/notes", "http://localhost/"]) {
            let more = if path == "/ws/notes" { UPGRADE } else { "" };
            let answer = get(&server, path, &format!("Host: {host}\r\n{more}")).await;
            assert_eq!(status(&answer), "400", "{host} at {path}: {answer}");
            assert!(!answer.contains("evil") && !answer.contains("script-src *"), "{answer}");
        }
    }
    let nameless = server.http("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").await;
    assert_eq!(status(&nameless), "400");
    let page = get(&server, "/", "Host: LocalHost:48080\r\n").await;
    assert!(page.contains("ws://localhost:48080 wss://localhost:48080;"), "{page}");
}

#[tokio::test]
async fn a_page_of_another_origin_polls_where_its_host_is_allowed_and_reads_nothing_else() {
    const PATH: &str = "/socket/longpoll?vsn=2.0.0";
    let server = TestServer::new().await;
    let ask = async |method: &str, path: &str, origin: &str| {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\n{origin}Content-Length: 0\r\n\
             Connection: close\r\n\r\n",
            server.address
        );
        server.http(&request).await.to_ascii_lowercase()
    };
    let allowed = "Origin: https://pads.example\r\n";
    let may_read = "\r\naccess-control-allow-origin: https://pads.example\r\n";
    for (method, answered) in [("OPTIONS", "204"), ("GET", "200"), ("POST", "200")] {
        let answer = ask(method, PATH, allowed).await;
        assert_eq!(status(&answer), answered, "{method}");
        assert!(answer.contains(may_read) && answer.contains("\r\nvary: origin\r\n"), "{answer}");
        assert!(!answer.contains("allow-credentials"), "{answer}");
        for foreign in ["http://evil.example", "null", "https://pads.example.evil.example"] {
            let answer = ask(method, PATH, &format!("Origin: {foreign}\r\n")).await;
            assert_eq!(status(&answer), "403", "{method} from {foreign}");
            assert!(!answer.contains("access-control"), "{answer}");
        }
    }
    let asked = ask("OPTIONS", PATH, allowed).await;
    assert!(asked.contains("access-control-allow-methods: get, post\r\n"), "{asked}");
    let headers = "access-control-allow-headers: content-type, x-phoenix-authtoken\r\n";
    assert!(asked.contains(headers), "{asked}");
    let of_none = ask("GET", PATH, "").await;
    assert!(of_none.contains("\r\nvary: origin\r\n") && !of_none.contains("access-control"));
    for path in ROUTES {
        assert!(!ask("GET", path, allowed).await.contains("access-control"), "{path}");
    }
}

#[tokio::test]
async fn the_security_headers_stand_on_every_answer() {
    let server = TestServer::new().await;
    for path in ROUTES {
        let answer = get(&server, path, "").await.to_ascii_lowercase();
        for header in [
            "content-security-policy: default-src 'none'; ",
            "frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "x-frame-options: deny",
            "referrer-policy: no-referrer",
            "cross-origin-opener-policy: same-origin",
            "cache-control: no-store",
        ] {
            assert!(answer.contains(header), "{path} lacks {header}");
        }
        let page = answer.contains("content-type: text/html");
        assert_eq!(
            page,
            answer.contains("script-src"),
            "{path}: pages alone run scripts, their own"
        );
        assert!(!answer.contains("unsafe-eval") && !answer.contains("script-src 'self' 'unsafe"));
    }
}

#[tokio::test]
async fn assets_are_packed_and_never_fetched_twice() {
    assert!(has_ui(), "dist/ holds the page");
    let server = TestServer::new().await;
    let page = get(&server, "/", "").await;
    let script = page.split('"').find(|part| part.starts_with("/assets/") && part.ends_with(".js"));
    let script = script.expect("the page names its script");
    let packed = get(&server, script, "Accept-Encoding: gzip, deflate\r\n").await;
    assert_eq!(status(&packed), "200");
    assert!(packed.contains("content-encoding: gzip"));
    assert!(packed.contains("cache-control: public, max-age=31536000, immutable"));
    let etag = packed.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap();
    let again = format!("Accept-Encoding: gzip\r\nIf-None-Match: {etag}\r\n");
    assert_eq!(status(&get(&server, script, &again).await), "304");
    let plain = get(&server, script, "").await;
    assert!(!plain.contains("content-encoding"));
    assert_eq!(status(&get(&server, &format!("{script}.gz"), "").await), "404");
    assert_eq!(status(&get(&server, "/assets/../index.html", "").await), "404");
}

#[tokio::test]
async fn a_code_becomes_a_key_and_guessing_is_slowed_down() {
    let server = TestServer::new().await;
    let code = server.code().to_string().to_lowercase();
    let (status, joined) = server.api("POST", "join", "", &format!(r#"{{"code":"{code}"}}"#)).await;
    assert_eq!((status, &joined["role"]), (200, &"edit".into()));
    let key = joined["key"].as_str().unwrap();
    assert_ne!(key, server.key(Role::Edit), "a key of their own");
    let (status, seen) = server.api("GET", "pads/notes", key, "").await;
    assert_eq!((status, &seen["role"]), (200, &"edit".into()));
    for _ in 0..10 {
        assert_eq!(server.api("POST", "join", "", r#"{"code":"AAAAAA"}"#).await.0, 404);
    }
    let (status, problem) = server.api("POST", "join", "", r#"{"code":"AAAAAA"}"#).await;
    assert_eq!(status, 429);
    let detail = problem["detail"].as_str().unwrap();
    assert!(detail.contains("60 seconds"), "{detail}");
}

#[tokio::test]
async fn the_host_opens_lists_and_ends_pads() {
    let server = TestServer::new().await;
    let host = server.key(Role::Host);
    let (status, made) =
        server.api("POST", "pads", &host, r#"{"name":"Sprint-Review","ttl_s":60}"#).await;
    assert_eq!((status, &made["pad"], &made["ttl_s"]), (201, &"sprint-review".into(), &60.into()));
    let key = made["edit_key"].as_str().unwrap();
    let (status, seen) = server.api("GET", "pads/sprint-review", key, "").await;
    assert_eq!((status, &seen["state"], &seen["role"]), (200, &"waiting".into(), &"edit".into()));
    let (status, list) = server.api("GET", "pads", &host, "").await;
    assert_eq!((status, list.as_array().unwrap().len()), (200, 2));
    assert_eq!(server.api("POST", "pads", &host, r#"{"name":"notes"}"#).await.0, 409);
    assert_eq!(server.api("POST", "pads", &host, r#"{"name":"a b"}"#).await.0, 400);
    for bad in [r#"{"ttl_s":0}"#, r#"{"nam":"plans"}"#] {
        assert_eq!(server.api("POST", "pads", &host, bad).await.0, 400, "{bad}");
    }
    assert_eq!(server.api("DELETE", "pads/sprint-review", key, "").await.0, 403);
    let end = made["host_key"].as_str().unwrap();
    let (status, receipt) = server.api("DELETE", "pads/sprint-review", end, r#"{"in_s":0}"#).await;
    assert_eq!((status, &receipt["why"]), (200, &"host".into()));
    let (status, gone) = server.api("GET", "pads/sprint-review", key, "").await;
    assert_eq!((status, &gone["why"]), (410, &"host".into()));
    let (status, _) = server.api("POST", "pads", end, "").await;
    assert_eq!(status, 201, "who hosted may host again");
}

#[tokio::test]
async fn only_hosts_open_pads_unless_everyone_may() {
    let server = TestServer::new().await;
    for key in ["", "nonsense", &server.key(Role::Edit)] {
        assert_eq!(server.api("POST", "pads", key, "").await.0, 403);
        assert_eq!(server.api("GET", "pads", key, "").await.0, 403);
    }
    let open = TestServer::with(Plan { create: Create::Anyone, ..Plan::default() }).await;
    assert_eq!(open.api("POST", "pads", "", "").await.0, 201);
    for _ in 0..9 {
        open.api("POST", "pads", "", "").await;
    }
    assert_eq!(open.api("POST", "pads", "", "").await.0, 429);
}

#[tokio::test]
async fn a_viewers_key_shows_no_links() {
    let server = TestServer::new().await;
    let (status, seen) = server.api("GET", "pads/notes", &server.key(Role::View), "").await;
    assert_eq!(status, 200);
    for secret in ["code", "edit_key", "edit_url", "join_url"] {
        assert!(seen.get(secret).is_none(), "{secret}");
    }
    assert_eq!(server.api("GET", "pads/notes", "nonsense", "").await.0, 401);
    assert_eq!(server.api("GET", "pads/other", "nonsense", "").await.0, 404);
}

#[tokio::test]
async fn the_hosts_browser_comes_in_once() {
    let server = TestServer::new().await;
    let path = server.state.reachability.entrance("/p/notes#KEY".into()).unwrap();
    let answer = get(&server, &path, "").await;
    assert_eq!(status(&answer), "303");
    assert!(answer.contains("location: /p/notes#KEY\r\n"));
    assert_eq!(status(&get(&server, &path, "").await), "404");
}

#[tokio::test]
async fn too_large_and_odd_requests_are_refused() {
    let server = TestServer::new().await;
    assert_eq!(server.api("POST", "join", "", &"x".repeat(20_000)).await.0, 413);
    assert_eq!(server.api("POST", "join", "", "{").await.0, 400);
    assert_eq!(server.api("PUT", "pads", "", "").await.0, 405);
    let long = format!("X-Long: {}\r\n", "x".repeat(20_000));
    assert_eq!(status(&get(&server, "/", &long).await), "431");
    let answer = get(&server, "/ws/notes", "Upgrade: websocket\r\n").await;
    assert_eq!(status(&answer), "426", "Connection does not name it");
}

/// What Chromium, Firefox and Safari ask for when a person opens an address.
const BROWSER: &str =
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8\r\n";

fn is_page(answer: &str) -> bool {
    answer.to_ascii_lowercase().contains("\r\ncontent-type: text/html")
}

#[tokio::test]
async fn an_unknown_address_is_a_page_for_people_and_a_problem_for_programs() {
    let server = TestServer::new().await;
    for path in ["/no/such/thing", "/p/not%20a%20name", "/api/v1/nothing", "/open/used"] {
        let seen = get(&server, path, BROWSER).await;
        assert_eq!((status(&seen), is_page(&seen)), ("404", true), "{path}");
        assert!(seen.contains("<h1>There is nothing at this address</h1>"), "{path}");
        assert!(seen.contains("<a href=\"/\">"), "{path}: a way on");
        for program in ["", "Accept: */*\r\n", "Accept: application/json\r\n"] {
            let read = get(&server, path, program).await;
            assert_eq!((status(&read), is_page(&read)), ("404", false), "{path}");
            assert!(read.contains("content-type: application/problem+json"), "{path}");
            assert!(read.contains("\"status\":404"), "{path}");
        }
    }
}

#[tokio::test]
async fn the_page_of_an_unknown_pad_is_not_found_and_of_an_ended_one_gone() {
    let server = TestServer::new().await;
    let end = server.api("DELETE", "pads/notes", &server.key(Role::Host), "").await;
    assert!(end.0 < 300, "{end:?}");
    for (name, code) in [("nobody", "404"), ("notes", "410")] {
        for path in [format!("/p/{name}"), format!("/wall/{name}")] {
            let seen = get(&server, &path, BROWSER).await;
            assert_eq!((status(&seen), is_page(&seen)), (code, true), "{path}");
            assert!(seen.contains("/assets/"), "{path}: the key in the fragment may open it again");
            let etag = get(&server, "/", "").await;
            let etag =
                etag.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap().to_owned();
            let known = get(&server, &path, &format!("{BROWSER}If-None-Match: {etag}\r\n")).await;
            assert!(status(&known) == code && known.contains("/assets/"), "{path}: comes whole");
            let read = get(&server, &path, "").await;
            assert_eq!((status(&read), is_page(&read)), (code, false), "{path}");
            assert!(!read.contains("bytes"), "{path}: the receipt is for who holds a key");
        }
    }
    assert_eq!(status(&get(&server, "/j/AAAAAA", BROWSER).await), "200", "no code is given away");
}

#[tokio::test]
async fn a_valid_key_opens_a_pad_again_whose_page_was_not_found_after_a_restart() {
    let keys = KeyRing::random().unwrap();
    let first = TestServer::with(Plan { keys: keys.clone(), ..Plan::default() }).await;
    let plan = first.state.lobby.open("plan".parse().unwrap(), None).unwrap();
    let key = first.state.lobby.key(&plan, Role::Edit);
    drop(first);
    let again = TestServer::with(Plan { keys, ..Plan::default() }).await;
    let seen = get(&again, "/p/plan", BROWSER).await;
    assert_eq!((status(&seen), is_page(&seen)), ("404", true));
    assert_eq!(again.api("GET", "pads/plan", &key, "").await.0, 200, "the page does this");
    assert_eq!(status(&get(&again, "/p/plan", BROWSER).await), "200");
}

#[tokio::test]
async fn a_foreign_name_or_origin_gets_a_page_too_where_a_person_looks() {
    let server = TestServer::new().await;
    let lost = get(&server, "/", &format!("Host: evil.example\r\n{BROWSER}")).await;
    assert_eq!((status(&lost), is_page(&lost)), ("421", true));
    assert!(lost.contains("--allowed-host") && !lost.contains("href="), "{lost}");
    assert!(!lost.contains("<script") && !lost.contains("evil.example"), "it stands alone");
    let sent = get(&server, "/", &format!("Origin: http://evil.example\r\n{BROWSER}")).await;
    assert_eq!((status(&sent), is_page(&sent)), ("403", true));
    let head = format!(
        "HEAD /no HTTP/1.1\r\nHost: {}\r\n{BROWSER}Connection: close\r\n\r\n",
        server.address
    );
    let head = server.http(&head).await;
    assert!(is_page(&head) && !head.contains("<html"), "{head}");
}

#[tokio::test]
async fn the_list_of_a_host_tells_who_is_there_and_gives_no_key_away() {
    for create in [Create::Host, Create::Anyone] {
        let server = TestServer::with(Plan { create, ..Plan::default() }).await;
        let mut page = server.page(Role::Edit).await;
        let hello = r##"{"t":"hello","name":"Anna","color":"#0b7d63"}"##;
        page.send(sync::extra(hello)).await;
        page.saved().await;
        let list = server.api("GET", "pads", &server.key(Role::Host), "").await.1;
        let pad = &list.as_array().unwrap()[0];
        assert_eq!((&pad["pad"], &pad["people"]), (&"notes".into(), &1.into()));
        assert_eq!(pad["names"], serde_json::json!(["Anna"]), "in their own pad");
        assert_eq!(pad["colors"], serde_json::json!(["#0b7d63"]), "as it was chosen");
        for secret in ["code", "host_key", "edit_key", "edit_url"] {
            assert!(pad.get(secret).is_none(), "{secret}");
        }
    }
}

#[tokio::test]
async fn where_everyone_may_open_pads_a_host_reads_of_none_but_their_own() {
    let server = TestServer::with(Plan { create: Create::Anyone, ..Plan::default() }).await;
    let made = server.api("POST", "pads", "", r#"{"name":"mine"}"#).await.1;
    let host = made["host_key"].as_str().unwrap();
    let names = async |key: &str| -> Vec<String> {
        let (status, list) = server.api("GET", "pads", key, "").await;
        assert_eq!(status, 200);
        let pads = list.as_array().unwrap().iter();
        pads.map(|pad| pad["pad"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(host).await, ["mine"]);
    assert_eq!(names(&server.key(Role::Host)).await, ["notes"]);
    server.api("DELETE", "pads/mine", host, r#"{"in_s":0}"#).await;
    assert!(names(host).await.is_empty(), "who hosted may host again, and reads of nobody else's");
}
