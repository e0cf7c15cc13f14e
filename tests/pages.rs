//! The page, its headers, the API, and who is answered at all.

mod support;

use fadepad::base::ids::Role;
use fadepad::server::{Create, has_ui};
use support::{House, Plan};

const ROUTES: [&str; 10] = [
    "/",
    "/new",
    "/j/K7QPM3",
    "/p/notes",
    "/wall/notes",
    "/healthz",
    "/readyz",
    "/api/v1/info",
    "/api/v1/pads",
    "/no/such/thing",
];

async fn get(house: &House, path: &str, headers: &str) -> String {
    let host = if headers.contains("Host:") {
        String::new()
    } else {
        format!("Host: {}\r\n", house.address)
    };
    house.http(&format!("GET {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n")).await
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

#[tokio::test]
async fn foreign_names_and_origins_are_answered_nowhere() {
    let house = House::new().await;
    let upgrade = "Upgrade: websocket\r\nConnection: upgrade\r\nSec-WebSocket-Version: 13\r\n\
                   Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    for path in ROUTES.into_iter().chain(["/ws/notes"]) {
        let more = if path == "/ws/notes" { upgrade } else { "" };
        let foreign = get(&house, path, &format!("Host: evil.example\r\n{more}")).await;
        assert_eq!(status(&foreign), "421", "{path}");
        let from = get(&house, path, &format!("Origin: http://evil.example\r\n{more}")).await;
        assert_eq!(status(&from), "403", "{path}");
    }
    let own = format!("Origin: http://{}\r\n", house.address);
    assert_eq!(status(&get(&house, "/healthz", &own).await), "200");
    assert_eq!(status(&get(&house, "/healthz", "Host: pads.example\r\n").await), "200");
}

#[tokio::test]
async fn a_page_of_another_origin_polls_where_its_host_is_allowed_and_reads_nothing_else() {
    const PATH: &str = "/socket/longpoll?vsn=2.0.0";
    let house = House::new().await;
    let ask = async |method: &str, path: &str, origin: &str| {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\n{origin}Content-Length: 0\r\n\
             Connection: close\r\n\r\n",
            house.address
        );
        house.http(&request).await.to_ascii_lowercase()
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
    let house = House::new().await;
    for path in ROUTES {
        let answer = get(&house, path, "").await.to_ascii_lowercase();
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
    let house = House::new().await;
    let page = get(&house, "/", "").await;
    let script = page.split('"').find(|part| part.starts_with("/assets/") && part.ends_with(".js"));
    let script = script.expect("the page names its script");
    let packed = get(&house, script, "Accept-Encoding: gzip, deflate\r\n").await;
    assert_eq!(status(&packed), "200");
    assert!(packed.contains("content-encoding: gzip"));
    assert!(packed.contains("cache-control: public, max-age=31536000, immutable"));
    let etag = packed.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap();
    let again = format!("Accept-Encoding: gzip\r\nIf-None-Match: {etag}\r\n");
    assert_eq!(status(&get(&house, script, &again).await), "304");
    let plain = get(&house, script, "").await;
    assert!(!plain.contains("content-encoding"));
    assert_eq!(status(&get(&house, &format!("{script}.gz"), "").await), "404");
    assert_eq!(status(&get(&house, "/assets/../index.html", "").await), "404");
}

#[tokio::test]
async fn a_code_becomes_a_key_and_guessing_is_slowed_down() {
    let house = House::new().await;
    let code = house.pad.code.to_string().to_lowercase();
    let (status, joined) = house.api("POST", "join", "", &format!(r#"{{"code":"{code}"}}"#)).await;
    assert_eq!((status, &joined["role"]), (200, &"edit".into()));
    assert_eq!(joined["key"], house.key(Role::Edit));
    for _ in 0..9 {
        assert_eq!(house.api("POST", "join", "", r#"{"code":"AAAAAA"}"#).await.0, 404);
    }
    let (status, problem) = house.api("POST", "join", "", r#"{"code":"AAAAAA"}"#).await;
    assert_eq!(status, 429);
    assert!(problem["detail"].as_str().unwrap().contains("60 seconds"));
}

#[tokio::test]
async fn the_host_opens_lists_and_ends_pads() {
    let house = House::new().await;
    let host = house.key(Role::Host);
    let (status, made) =
        house.api("POST", "pads", &host, r#"{"name":"Sprint-Review","ttl_s":60}"#).await;
    assert_eq!((status, &made["pad"], &made["ttl_s"]), (201, &"sprint-review".into(), &60.into()));
    let key = made["edit_key"].as_str().unwrap();
    let (status, seen) = house.api("GET", "pads/sprint-review", key, "").await;
    assert_eq!((status, &seen["state"], &seen["role"]), (200, &"waiting".into(), &"edit".into()));
    let (status, list) = house.api("GET", "pads", &host, "").await;
    assert_eq!((status, list.as_array().unwrap().len()), (200, 2));
    assert_eq!(house.api("POST", "pads", &host, r#"{"name":"notes"}"#).await.0, 409);
    assert_eq!(house.api("POST", "pads", &host, r#"{"name":"a b"}"#).await.0, 400);
    assert_eq!(house.api("POST", "pads", &host, r#"{"ttl_s":0}"#).await.0, 400);
    assert_eq!(house.api("DELETE", "pads/sprint-review", key, "").await.0, 403);
    let end = made["host_key"].as_str().unwrap();
    let (status, receipt) = house.api("DELETE", "pads/sprint-review", end, "").await;
    assert_eq!((status, &receipt["why"], &receipt["files"]), (200, &"host".into(), &0.into()));
    let (status, gone) = house.api("GET", "pads/sprint-review", key, "").await;
    assert_eq!((status, &gone["why"]), (410, &"host".into()));
    let (status, _) = house.api("POST", "pads", end, "").await;
    assert_eq!(status, 201, "who hosted may host again");
}

#[tokio::test]
async fn only_hosts_open_pads_unless_everyone_may() {
    let house = House::new().await;
    for key in ["", "nonsense", &house.key(Role::Edit)] {
        assert_eq!(house.api("POST", "pads", key, "").await.0, 403);
        assert_eq!(house.api("GET", "pads", key, "").await.0, 403);
    }
    let open = House::with(Plan { create: Create::Anyone, ..Plan::default() }).await;
    assert_eq!(open.api("POST", "pads", "", "").await.0, 201);
    for _ in 0..9 {
        open.api("POST", "pads", "", "").await;
    }
    assert_eq!(open.api("POST", "pads", "", "").await.0, 429);
}

#[tokio::test]
async fn a_viewers_key_shows_no_links() {
    let house = House::new().await;
    let (status, seen) = house.api("GET", "pads/notes", &house.key(Role::View), "").await;
    assert_eq!(status, 200);
    for secret in ["code", "edit_key", "edit_url", "join_url"] {
        assert!(seen.get(secret).is_none(), "{secret}");
    }
    assert_eq!(house.api("GET", "pads/notes", "nonsense", "").await.0, 401);
    assert_eq!(house.api("GET", "pads/other", "nonsense", "").await.0, 404);
}

#[tokio::test]
async fn the_hosts_browser_comes_in_once() {
    let house = House::new().await;
    let path = house.server.threshold.entrance("/p/notes#KEY".into()).unwrap();
    let answer = get(&house, &path, "").await;
    assert_eq!(status(&answer), "303");
    assert!(answer.contains("location: /p/notes#KEY\r\n"));
    assert_eq!(status(&get(&house, &path, "").await), "404");
}

#[tokio::test]
async fn too_large_and_odd_requests_are_refused() {
    let house = House::new().await;
    assert_eq!(house.api("POST", "join", "", &"x".repeat(20_000)).await.0, 413);
    assert_eq!(house.api("POST", "join", "", "{").await.0, 400);
    assert_eq!(house.api("PUT", "pads", "", "").await.0, 405);
    let long = format!("X-Long: {}\r\n", "x".repeat(20_000));
    assert_eq!(status(&get(&house, "/", &long).await), "431");
    let answer = get(&house, "/ws/notes", "Upgrade: websocket\r\n").await;
    assert_eq!(status(&answer), "400");
}
