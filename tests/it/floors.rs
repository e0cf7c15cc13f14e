//! The architecture, checked: a module uses only the floors below it, and a crate is named only in
//! its room. See ARCHITECTURE.md for the drawing. The sources are read as Rust's own tokens and not as a tree of
//! items: so what stands in a macro (`tokio::select!`, `tracing::info!`) counts as well.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Every module of the crate, and the modules it may name. Read bottom-up.
const FLOORS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("room", &["base"]),
    ("doors", &["base", "room"]),
    ("render", &["base"]),
    ("server", &["base", "room", "doors", "render"]),
    ("desktop", &["base"]),
    ("cluster", &["base", "room"]),
    ("config", &["base"]),
    ("app", &["base", "cluster", "config", "render", "room", "server", "desktop"]),
    ("cli", &["base", "config"]),
];

/// Crates that have a room, and where it is; none: it is for tests alone. Test code may name any.
const ROOMS: &[(&str, &[&str])] = &[
    ("fadepad_client", &["app/texts"]),
    ("fadepad_store", &["base", "cluster", "room", "doors/sizes"]),
    ("fadepad_wire", &["base/close", "cluster", "room", "doors"]),
    ("fadepad_lib0", &["cluster", "doors"]),
    ("yrs", &["render/document", "render/write"]),
    ("markdown", &["render/markdown"]),
    ("html5ever", &["render/html"]),
    ("url", &["app/texts/tail", "render/links", "server/request"]),
    ("tempfile", &["app/at_end/saving"]),
    ("rustls_native_certs", &["app/sealed"]),
    ("shlex", &["app/repair", "cli/values"]),
    ("seccompiler", &["render/child"]),
    ("warp", &["server"]),
    ("hyper", &["server", "app/at_end/post"]),
    ("hyper_util", &["server", "app/at_end/post"]),
    ("http_body_util", &["app/at_end/post", "server/body", "server/files", "server/tail"]),
    ("tokio_tungstenite", &["doors/socket"]),
    ("base64", &["base", "doors/phoenix", "render/beside", "render/job", "render/page", "server"]),
    ("tokio_rustls", &["app/at_end/post", "app/sealed", "server"]),
    ("webpki", &["server/tls"]),
    ("async_nats", &["cluster/nats"]),
    ("rcgen", &["server/tls"]),
    ("ring", &["cluster/seal", "server/tls"]),
    ("rust_embed", &["server"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli/about"]),
    ("clap_mangen", &["cli/about"]),
    ("ipnet", &["base", "config", "cli", "server/metrics", "server/proxies"]),
    ("webbrowser", &["desktop"]),
    ("qrcode", &["desktop"]),
    ("anstyle_query", &["desktop/screen"]),
    ("terminal_size", &["desktop/screen"]),
    ("textwrap", &["desktop/text"]),
    ("strsim", &["cli"]),
    ("icu_normalizer", &["base/display"]),
    ("unicode_segmentation", &["base/display"]),
    ("mdns_sd", &["desktop/mdns/session"]),
    ("if_addrs", &["desktop/lan/system"]),
    ("netdev", &["desktop/lan/system"]),
    ("netlink_sys", &["desktop/lan/watch"]),
    ("tray_icon", &["desktop/tray"]),
    ("zbus", &["desktop/notice", "desktop/system/linux"]),
    ("sd_notify", &["app/service"]),
    ("listenfd", &["app/service"]),
    ("notify_rust", &["desktop/notice"]),
    ("arboard", &["desktop/clipboard"]),
    ("winmsg_executor", &["desktop/system/windows"]),
    ("dispatch2", &["desktop/system/macos"]),
    ("objc2", &["desktop/system/macos"]),
    ("objc2_app_kit", &["desktop/system/macos"]),
    (
        "tokio",
        &[
            "base",
            "room",
            "doors",
            "render/renderer",
            "server",
            "desktop",
            "cluster",
            "app",
            "main",
        ],
    ),
];

/// What there is one of, and where.
const ONE_OF_EACH: &[(&str, &[&str])] = &[
    ("SystemTime::now", &["base/clock"]),
    // Of two kinds of lock one is rarely needed: it is taken where it is.
    ("PoisonError::into_inner", &["base/lock", "server/tls", "room/send"]),
];

/// What other systems do not have: without a `cfg` the server is not built there.
const OF_ONE_SYSTEM: &[&str] = &["os::unix", "os::windows", "signal::unix", "rustix", "libc"];

/// A file of more code than this, without its docs and tests, holds two things.
const MAX_LINES: usize = 400;

#[test]
fn a_module_uses_only_the_floors_below_it() {
    let mut climbs = Vec::new();
    for file in server() {
        let Some((module, allowed)) = FLOORS.iter().find(|(module, _)| file.is_in(module)) else {
            continue;
        };
        for used in file.all.iter().filter_map(|path| path.module()) {
            if used != *module && !allowed.contains(&used) {
                climbs.push(format!("src/{}: `{module}` may not use `{used}`", file.name));
            }
        }
    }
    none(&climbs);
}

#[test]
fn what_a_room_decides_names_no_task() {
    let core = server().into_iter().filter(|file| file.is_in("room/core"));
    let awake = core.filter(|file| file.names("tokio")).map(|file| file.name);
    assert_eq!(awake.collect::<Vec<_>>(), [""; 0], "time is an argument there");
}

#[test]
fn doors_do_not_know_each_other() {
    let doors = ["yjs", "phoenix", "hocuspocus"];
    let mut sights = Vec::new();
    for file in server() {
        let Some(own) = doors.iter().find(|door| file.is_in(&format!("doors/{door}"))) else {
            continue;
        };
        for other in doors.iter().filter(|door| *door != own) {
            if file.names(&format!("doors::{other}")) || file.names(&format!("super::{other}")) {
                sights.push(format!("src/{}: names `{other}`", file.name));
            }
        }
    }
    none(&sights);
}

#[test]
fn every_module_has_a_floor_and_every_floor_its_module() {
    let tokens: TokenStream = include_str!("../../src/lib.rs").parse().unwrap();
    let words: Vec<String> = tokens.into_iter().map(|token| token.to_string()).collect();
    let declared: BTreeSet<&str> =
        words.windows(2).filter(|two| two[0] == "mod").map(|two| &*two[1]).collect();
    let floors: BTreeSet<&str> = FLOORS.iter().map(|(module, _)| *module).collect();
    assert_eq!(declared, floors);
}

#[test]
fn a_crate_is_named_only_in_its_room_and_no_room_is_empty() {
    let (files, mut strays) = (server(), Vec::new());
    for (krate, rooms) in ROOMS {
        let named: Vec<_> = files.iter().filter(|file| file.names(krate)).collect();
        for file in &named {
            if !rooms.iter().any(|room| file.is_in(room)) {
                let where_to = if rooms.is_empty() { "tests".to_owned() } else { rooms.join(", ") };
                strays.push(format!("src/{}: `{krate}` belongs to {where_to}", file.name));
            }
        }
        for room in *rooms {
            if !named.iter().any(|file| file.is_in(room)) {
                strays.push(format!("`{krate}` has a room in {room}, where nobody names it"));
            }
        }
    }
    none(&strays);
}

#[test]
fn there_is_one_of_each() {
    let mut strays = Vec::new();
    for file in server() {
        for (path, places) in ONE_OF_EACH {
            if file.names(path) && !places.iter().any(|place| file.is_in(place)) {
                strays.push(format!("src/{}: `{path}` is for {}", file.name, places.join(", ")));
            }
        }
    }
    none(&strays);
}

/// The program has one client and it has one: what speaks WebSocket elsewhere would be a second.
#[test]
fn guests_of_bench_and_tests_are_those_of_one_crate() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = Vec::new();
    for folder in ["bench/src", "tests/it", "xtask/src", "crates"] {
        for file in sources(&root.join(folder)) {
            if file.all.iter().any(|path| path.starts_with("tokio_tungstenite")) {
                named.push(format!("{folder}/{}", file.name));
            }
        }
    }
    assert_eq!(named, ["crates/client/src/socket.rs"]);
}

#[test]
fn nobody_climbs_by_the_back_stairs() {
    let climbs = server().into_iter().filter(|file| file.all.iter().any(|p| p.has("super::super")));
    let names: Vec<String> = climbs.map(|file| file.name).collect();
    assert!(names.is_empty(), "`super::super` hides a floor; write `crate::…`: {names:?}");
}

#[test]
fn what_one_system_has_alone_stands_behind_cfg() {
    let mut bare = Vec::new();
    for file in server() {
        for path in file.all.iter().filter(|path| !path.under_cfg) {
            if let Some(word) = OF_ONE_SYSTEM.iter().find(|word| path.has(word)) {
                bare.push(format!("src/{}: `{word}` needs a #[cfg(…)]", file.name));
            }
        }
    }
    none(&bare);
    let manifest = include_str!("../../Cargo.toml");
    let everywhere = manifest.split("[target.").next().unwrap();
    assert!(!everywhere.contains("libc =") && !everywhere.contains("rustix ="));
}

#[test]
fn a_file_holds_one_thing() {
    let long = server().into_iter().filter(|file| file.lines > MAX_LINES);
    let names: Vec<String> = long.map(|file| format!("{} ({})", file.name, file.lines)).collect();
    assert!(names.is_empty(), "more than {MAX_LINES} lines of code: {names:?}");
}

#[test]
fn the_checks_can_fail() {
    let file = |text: &str| File::new("room/core/state.rs".to_owned(), text);
    let modules = |text: &str| -> Vec<String> {
        file(text).all.iter().filter_map(|path| path.module().map(str::to_owned)).collect()
    };
    let climb = "use crate::{base::ids, room::{Room, lobby}, server};";
    assert_eq!(modules(climb), ["base", "room", "room", "server"]);
    assert_eq!(modules("fn f(x: crate::doors::Door) {}"), ["doors"]);
    assert_eq!(modules("pub(crate) fn f() {} use crate::room;"), ["room"]);
    assert_eq!(modules("fn f() { tokio::select! { () = crate::doors::x() => {} } }"), ["doors"]);
    assert!(
        modules("// crate::room\n/* crate::room */ const X: &str = \"crate::room\";").is_empty()
    );
    assert_eq!(modules("const Q: char = '\"'; use crate::room; const R: char = '\"';"), ["room"]);

    assert!(file("use yrs::Doc;").names("yrs") && file("use ::yrs::Doc;").names("yrs"));
    assert!(file("use yrs;").names("yrs") && file("use {std, yrs};").names("yrs"));
    assert!(file("fn f() { yrs::f::<u8>() }").names("yrs"));
    assert!(!file("fn f(&self) { self.warp::<T>() }").names("warp"));
    assert!(!file("use my_yrs::X; use x::yrs::Y;").names("yrs"));
    assert!(
        file("use std::{time::{SystemTime}, sync::Arc}; fn f() { SystemTime::now(); }")
            .names("SystemTime::now")
    );

    let tested = file("fn a() {}\n\n/// Two\n/// lines.\n#[cfg(test)]\nmod t {\n use yrs::X;\n}");
    assert!(tested.all.iter().any(|path| path.has("yrs")) && !tested.names("yrs"));
    assert_eq!(tested.lines, 1, "docs and tests are no code");
    assert_eq!(file("fn a() {\n // why\n\n b(\"\n\");\n}").lines, 4);
    assert!(tested.is_in("room") && tested.is_in("room/core") && !tested.is_in("ro"));

    let behind = |text: &str| file(text).all.iter().all(|path| path.under_cfg);
    assert!(behind("#[cfg(unix)]\nuse std::os::unix::fs::X;"));
    assert!(behind("#[cfg(unix)]\nfn f<A, B>(x: std::os::unix::X) -> u8 { libc::f() }"));
    assert!(behind("#![cfg(unix)]\nuse libc::f; fn g() { libc::f() }"));
    assert!(!behind("#[cfg(unix)]\nfn f() {}\nfn g() { libc::f() }"));
    assert!(!behind("#[derive(Debug)]\nstruct A { x: libc::X }"));
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// A source file.
struct File {
    /// From its folder, with `/` on every platform.
    name: String,
    /// Paths that it names, also in its tests.
    all: Vec<Named>,
    /// Lines of code, without docs, comments and tests.
    lines: usize,
}

/// A path that is named: `crate::room::Room`, or the one word of `use yrs;`.
struct Named {
    words: Vec<String>,
    in_tests: bool,
    under_cfg: bool,
}

impl Named {
    /// The crate's own module that it leads into.
    fn module(&self) -> Option<&str> {
        let [start, module, ..] = self.words.as_slice() else { return None };
        let is_known = FLOORS.iter().any(|(known, _)| known == module);
        (start == "crate" && is_known).then_some(module)
    }

    fn starts_with(&self, path: &str) -> bool {
        let wanted: Vec<&str> = path.split("::").collect();
        self.words.len() >= wanted.len() && self.words.iter().zip(&wanted).all(|(a, b)| a == b)
    }

    /// Whether these words stand in it, in this order.
    fn has(&self, path: &str) -> bool {
        let wanted: Vec<&str> = path.split("::").collect();
        self.words.windows(wanted.len()).any(|words| words == wanted)
    }
}

impl File {
    fn new(name: String, text: &str) -> Self {
        let tokens: TokenStream = text.parse().unwrap_or_else(|e| panic!("{name}: {e}"));
        let is_all_tests = name.ends_with("tests.rs") || name.contains("tests/");
        let mut reading = Reading { all: Vec::new(), lines: BTreeSet::new() };
        reading.read(tokens, Around { in_tests: is_all_tests, ..Around::default() });
        Self { name, all: reading.all, lines: reading.lines.len() }
    }

    /// Whether its code has a path that begins so; below `crate` one that goes on so.
    fn names(&self, path: &str) -> bool {
        let own = format!("crate::{path}");
        let code = self.all.iter().filter(|named| !named.in_tests);
        code.into_iter().any(|named| named.starts_with(path) || named.starts_with(&own))
    }

    /// Whether it is `room.rs` or lies in `room/`.
    fn is_in(&self, room: &str) -> bool {
        let rest = self.name.strip_prefix(room);
        rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }
}

/// Every file of the server.
fn server() -> Vec<File> {
    let files = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(files.len() > 5, "the sources were not found");
    files
}

/// Every Rust file below this folder.
fn sources(folder: &Path) -> Vec<File> {
    let mut files = Vec::new();
    let mut paths: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            files.push(File::new(name, &fs::read_to_string(&path).unwrap()));
        }
    }
    files
}

/// What tokens stand in.
#[derive(Clone, Default)]
struct Around {
    /// The path that a `use` has in front of its braces.
    prefix: Vec<String>,
    in_use: bool,
    in_tests: bool,
    under_cfg: bool,
}

/// What has been read of a file.
struct Reading {
    all: Vec<Named>,
    lines: BTreeSet<usize>,
}

impl Reading {
    fn read(&mut self, tokens: TokenStream, around: Around) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let (mut at, mut around, outside) = (0, around.clone(), around);
        // Where what an attribute stands on ends.
        let mut until = None;
        while at < tokens.len() {
            if until.is_some_and(|end| at >= end) {
                (around, until) = (outside.clone(), None);
            }
            if let Some((attribute, inner)) = attribute(&tokens[at..]) {
                let end = at + if inner { 3 } else { 2 };
                let is_test =
                    attribute.starts_with("cfg (test") || attribute.starts_with("cfg(test");
                if attribute.starts_with("cfg (") || attribute.starts_with("cfg(") {
                    around.in_tests |= is_test;
                    around.under_cfg = true;
                    until = Some(if inner { tokens.len() } else { end + extent(&tokens[end..]) });
                }
                if !attribute.starts_with("doc") && !around.in_tests {
                    tokens[at..end].iter().for_each(|token| self.cover(token));
                }
                at = end;
                continue;
            }
            at += self.path_or_token(&tokens, at, &mut around);
        }
    }

    /// Reads what stands here, and tells how many tokens that was.
    fn path_or_token(&mut self, tokens: &[TokenTree], at: usize, around: &mut Around) -> usize {
        if !around.in_tests {
            self.cover(&tokens[at]);
        }
        match &tokens[at] {
            TokenTree::Group(group) => {
                self.read(group.stream(), Around { prefix: Vec::new(), ..around.clone() });
                1
            }
            TokenTree::Ident(word) if *word == "use" => {
                // `impl Future + use<>` imports nothing.
                around.in_use = !is_point(tokens, at + 1, '<');
                1
            }
            TokenTree::Punct(end) if end.as_char() == ';' => {
                around.in_use = false;
                1
            }
            TokenTree::Ident(_) if is_point(tokens, at.wrapping_sub(1), '.') => 1,
            TokenTree::Ident(_) => self.path(tokens, at, around),
            _ => 1,
        }
    }

    fn path(&mut self, tokens: &[TokenTree], at: usize, around: &Around) -> usize {
        let (mut words, mut next) = (around.prefix.clone(), at);
        while let Some(TokenTree::Ident(word)) = tokens.get(next) {
            words.push(word.to_string());
            if !around.in_tests {
                self.cover(&tokens[next]);
            }
            next += 1;
            if !(is_point(tokens, next, ':') && is_point(tokens, next + 1, ':')) {
                break;
            }
            next += 2;
        }
        if let (Some(TokenTree::Group(group)), true) = (tokens.get(next), around.in_use) {
            let is_list = group.delimiter() == Delimiter::Brace;
            if is_list && is_point(tokens, next.wrapping_sub(1), ':') {
                if !around.in_tests {
                    self.cover(&tokens[next]);
                }
                self.read(group.stream(), Around { prefix: words, ..around.clone() });
                return next + 1 - at;
            }
        }
        if words.len() > 1 || around.in_use {
            let Around { in_tests, under_cfg, .. } = *around;
            self.all.push(Named { words, in_tests, under_cfg });
        }
        next - at
    }

    /// Notes the lines on which this begins and ends; what stands in brackets notes its own.
    fn cover(&mut self, token: &TokenTree) {
        let spans = match token {
            TokenTree::Group(group) => vec![group.span_open(), group.span_close()],
            token => vec![token.span()],
        };
        self.lines.extend(spans.iter().flat_map(|span| span.start().line..=span.end().line));
    }
}

fn is_point(tokens: &[TokenTree], at: usize, point: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == point)
}

/// The attribute that stands here, and whether it is one of all around it (`#![…]`).
fn attribute(tokens: &[TokenTree]) -> Option<(String, bool)> {
    let inner = is_point(tokens, 1, '!');
    match tokens.get(if inner { 2 } else { 1 })? {
        TokenTree::Group(group)
            if is_point(tokens, 0, '#') && group.delimiter() == Delimiter::Bracket =>
        {
            Some((group.stream().to_string(), inner))
        }
        _ => None,
    }
}

/// How many tokens the item, statement or field has that begins here.
fn extent(tokens: &[TokenTree]) -> usize {
    let mut at = 0;
    while attribute(&tokens[at..]).is_some() {
        at += 2;
    }
    let word = |at: usize| tokens.get(at).map(TokenTree::to_string).unwrap_or_default();
    if word(at) == "pub" {
        at += 1;
    }
    let is_function = word(at) == "const" && matches!(&*word(at + 1), "fn" | "unsafe" | "async");
    let to_semicolon = !is_function
        && matches!(&*word(at), "use" | "let" | "const" | "static" | "type" | "return");
    let is_item = is_function
        || matches!(
            &*word(at),
            "fn" | "async" | "unsafe" | "extern" | "struct" | "enum" | "impl" | "trait" | "mod"
        );
    for (n, token) in tokens.iter().enumerate().skip(at) {
        let ends = match token {
            TokenTree::Punct(punct) => {
                punct.as_char() == ';' || (punct.as_char() == ',' && !is_item && !to_semicolon)
            }
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace && !to_semicolon,
            _ => false,
        };
        if ends {
            return n + 1;
        }
    }
    tokens.len()
}
