//! The architecture, checked: a module uses only the floors below it, and a crate is named only in
//! its room. See ARCHITECTURE.md for the drawing.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every module of the crate, and the modules it may name. Read bottom-up.
const FLOORS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("room", &["base"]),
    ("doors", &["base", "room"]),
    ("cluster", &["base", "room"]),
    ("server", &["base", "room", "doors"]),
    ("desktop", &["base"]),
    ("render", &["base"]),
    ("config", &["base"]),
    ("app", &["base", "config", "room", "cluster", "server", "desktop"]),
    ("cli", &["base", "config"]),
];

/// Crates that have a room, and where it is. Test code may name any.
const ROOMS: &[(&str, &[&str])] = &[
    ("fadepad_store", &["base", "room", "doors/phoenix"]),
    ("fadepad_wire", &["base/close", "room", "doors"]),
    ("fadepad_lib0", &["doors"]),
    ("yrs", &["render"]),
    ("warp", &["server"]),
    ("hyper", &["server"]),
    ("hyper_util", &["server"]),
    ("http_body_util", &["server/body"]),
    ("tokio_tungstenite", &["doors/socket"]),
    ("tungstenite", &["doors/socket"]),
    ("base64", &["base", "doors/phoenix", "server"]),
    ("tokio_rustls", &["server"]),
    ("webpki", &["server/tls"]),
    ("rcgen", &["server/tls"]),
    ("rust_embed", &["server"]),
    ("clap", &["cli"]),
    ("ipnet", &["base", "config", "cli", "server/proxies"]),
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
    ("zbus", &["desktop/system/linux"]),
    ("notify_rust", &["desktop/notice"]),
    ("arboard", &["desktop/clipboard"]),
    ("winmsg_executor", &["desktop/system/windows"]),
    ("dispatch2", &["desktop/system/macos"]),
    ("objc2", &["desktop/system/macos"]),
    ("objc2_app_kit", &["desktop/system/macos"]),
    ("tokio", &["base", "room", "doors", "cluster", "server", "desktop", "render", "app", "main"]),
];

/// What other systems do not have: without a `cfg` the server is not built there.
const OF_ONE_SYSTEM: &[&str] = &["os::unix", "os::windows", "signal::unix", "rustix::", "libc::"];

/// A `cfg` stands on the item, which begins at most so many characters before.
const NEAR: usize = 700;

/// A file of more code than this, without its docs and tests, holds two things.
const MAX_LINES: usize = 400;

#[test]
fn a_module_uses_only_the_floors_below_it() {
    let mut climbs = Vec::new();
    for file in sources() {
        let Some((module, allowed)) = FLOORS.iter().find(|(module, _)| file.is_in(module)) else {
            continue;
        };
        for used in modules_named(&file.code) {
            if used != *module && !allowed.contains(&used.as_str()) {
                climbs.push(format!("src/{}: `{module}` may not use `{used}`", file.name));
            }
        }
    }
    assert!(climbs.is_empty(), "\n{}\n", climbs.join("\n"));
}

#[test]
fn what_a_room_decides_names_no_task() {
    let core = sources().into_iter().filter(|file| file.is_in("room/core"));
    let awake: Vec<_> = core.filter(|file| names_crate(without_tests(file), "tokio")).collect();
    let names: Vec<_> = awake.iter().map(|file| &file.name).collect();
    assert!(names.is_empty(), "time is an argument there: {names:?}");
}

#[test]
fn doors_do_not_know_each_other() {
    let doors = ["yjs", "phoenix"];
    let mut sights = Vec::new();
    for file in sources() {
        let Some(own) = doors.iter().find(|door| file.is_in(&format!("doors/{door}"))) else {
            continue;
        };
        for other in doors.iter().filter(|door| *door != own) {
            let paths = [format!("doors::{other}"), format!("super::{other}")];
            if paths.iter().any(|path| without_tests(&file).contains(path)) {
                sights.push(format!("src/{}: names `{other}`", file.name));
            }
        }
    }
    assert!(sights.is_empty(), "\n{}\n", sights.join("\n"));
}

#[test]
fn every_module_has_a_floor() {
    let lib = bare(include_str!("../../src/lib.rs"));
    let declared = lib.split(';').filter_map(|item| item.split("mod ").nth(1)).map(str::trim);
    for name in declared {
        assert!(FLOORS.iter().any(|(module, _)| *module == name), "give `{name}` a floor");
    }
}

#[test]
fn a_crate_is_named_only_in_its_room() {
    let mut strays = Vec::new();
    for file in sources() {
        for (krate, rooms) in ROOMS {
            if names_crate(without_tests(&file), krate)
                && !rooms.iter().any(|room| file.is_in(room))
            {
                strays.push(format!(
                    "src/{}: `{krate}` belongs to {}",
                    file.name,
                    rooms.join(", ")
                ));
            }
        }
    }
    assert!(strays.is_empty(), "\n{}\n", strays.join("\n"));
}

#[test]
fn nobody_climbs_by_the_back_stairs() {
    let climbs = sources().into_iter().filter(|file| file.code.contains("super::super"));
    let names: Vec<String> = climbs.map(|file| file.name).collect();
    assert!(names.is_empty(), "`super::super` hides a floor; write `crate::…`: {names:?}");
}

#[test]
fn what_one_system_has_alone_stands_behind_cfg() {
    let mut bare = Vec::new();
    for file in sources() {
        for word in OF_ONE_SYSTEM {
            for (at, _) in file.code.match_indices(word) {
                let before: String = file.code[..at].chars().rev().take(NEAR).collect();
                // Read backwards, as it was gathered.
                if !before.contains("(gfc[#") {
                    bare.push(format!("src/{}: `{word}` needs a #[cfg(…)]", file.name));
                }
            }
        }
    }
    assert!(bare.is_empty(), "\n{}\n", bare.join("\n"));
    let manifest = include_str!("../../Cargo.toml");
    let everywhere = manifest.split("[target.").next().unwrap();
    assert!(!everywhere.contains("libc =") && !everywhere.contains("rustix ="));
}

#[test]
fn a_file_holds_one_thing() {
    let long = sources().into_iter().filter(|file| lines_of(file) > MAX_LINES);
    let names: Vec<String> =
        long.map(|file| format!("{} ({})", file.name, lines_of(&file))).collect();
    assert!(names.is_empty(), "more than {MAX_LINES} lines of code: {names:?}");
}

#[test]
fn the_checks_can_fail() {
    let climb = "use crate::{base::ids, room::{Room, lobby}, server};";
    assert_eq!(modules_named(&bare(climb)), ["base", "room", "server"]);
    assert_eq!(modules_named(&bare("fn f(x: crate::doors::Door) {}")), ["doors"]);
    assert_eq!(modules_named(&bare("pub(crate) fn f() {} use crate::room;")), ["room"]);
    assert!(modules_named(&bare("// crate::room\n/* crate::room */ \"crate::room\"")).is_empty());
    assert_eq!(modules_named(&bare("let q = '\"'; crate::room; let r = '\"';")), ["room"]);
    assert_eq!(modules_named(&bare(r##"r#"a " crate::doors "#; crate::room"##)), ["room"]);

    assert!(names_crate("use yrs::Doc;", "yrs"));
    assert!(names_crate("::yrs::Doc", "yrs") && names_crate("use {std, yrs};", "yrs"));
    assert!(!names_crate("self.warp::<T>()", "warp") && !names_crate("use my_yrs::X;", "yrs"));

    let file = File::new(
        "room/core/state.rs".to_owned(),
        "fn a() {}\n#[cfg(test)]\nmod t { use yrs::X; }",
    );
    assert!(names_crate(&file.code, "yrs") && !names_crate(without_tests(&file), "yrs"));
    assert!(file.is_in("room") && file.is_in("room/core") && !file.is_in("ro"));
}

/// A source file of the server.
struct File {
    /// From `src`, with `/` on every platform.
    name: String,
    /// Its text without comments and strings.
    code: String,
}

impl File {
    fn new(name: String, text: &str) -> Self {
        Self { name, code: bare(text) }
    }

    /// Whether it is `room.rs` or lies in `room/`.
    fn is_in(&self, room: &str) -> bool {
        let rest = self.name.strip_prefix(room);
        rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }
}

/// Every file of `src`.
fn sources() -> Vec<File> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut paths: Vec<PathBuf> = vec![src.clone()];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
            files.push(File::new(name, &fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(files.len() > 5, "the sources were not found");
    files
}

/// Lines of code: of comments nothing is left, nor of tests.
fn lines_of(file: &File) -> usize {
    without_tests(file).lines().filter(|line| !line.trim().is_empty()).count()
}

/// The code before the tests at the foot; nothing of a file that is all tests.
fn without_tests(file: &File) -> &str {
    if file.name.ends_with("tests.rs") || file.name.contains("tests/") {
        return "";
    }
    file.code.split("#[cfg(test)]").next().unwrap_or_default()
}

/// The crate's own modules that code names: `crate::room::Room`, `crate::{base, doors::conn}`.
fn modules_named(code: &str) -> Vec<String> {
    let mut named = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let path = &code[at + found.len()..];
        match path.strip_prefix('{') {
            None => named.push(first_word(path)),
            Some(group) => named.extend(items(group).iter().map(|item| first_word(item))),
        }
    }
    named.retain(|name| FLOORS.iter().any(|(module, _)| module == name));
    named
}

/// The items of a `use` group, up to the brace that closes it.
fn items(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut items = vec![String::new()];
    for c in group.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match c {
            '}' if depth < 0 => break,
            ',' if depth == 0 => items.push(String::new()),
            _ => items.last_mut().unwrap().push(c),
        }
    }
    items
}

fn first_word(path: &str) -> String {
    path.trim_start().chars().take_while(|c| is_word(*c)).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether code has a path into a crate (`yrs::…`) or imports it whole (`use yrs;`).
fn names_crate(code: &str, krate: &str) -> bool {
    code.match_indices(krate).any(|(at, _)| {
        let before = code[..at].trim_end();
        let after = code[at + krate.len()..].trim_start();
        let is_path = after.starts_with("::") && !before.ends_with('.');
        let is_import = before.ends_with("use") || before.ends_with(['{', ',']);
        let is_whole = after.starts_with([';', ',', '}']) && is_import;
        let is_apart =
            !code[..at].ends_with(is_word) && !code[at + krate.len()..].starts_with(is_word);
        // `x::yrs::y` is somebody's module, `::yrs::y` is the crate.
        let is_inner = before.strip_suffix("::").is_some_and(|path| path.ends_with(is_word));
        is_apart && !is_inner && (is_path || is_whole)
    })
}

/// Text without comments, strings and characters, so that words in them count for nothing.
fn bare(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skip = literal(rest);
        if skip == 0 {
            code.push(c);
        } else {
            code.push(' ');
        }
        rest = &rest[skip.max(c.len_utf8())..];
    }
    code
}

/// Bytes of the comment, string or character that text opens with; 0 where it opens with code.
fn literal(text: &str) -> usize {
    let until = |open: usize, close: &str| {
        text[open..].find(close).map_or(text.len(), |at| open + at + close.len())
    };
    let hashes = text.bytes().skip(1).take_while(|b| *b == b'#').count();
    let after_hashes = text.get(1 + hashes..).unwrap_or_default();
    match text.as_bytes() {
        [b'/', b'/', ..] => until(2, "\n"),
        [b'/', b'*', ..] => until(2, "*/"),
        [b'r', ..] if after_hashes.starts_with('"') => {
            until(2 + hashes, &format!("\"{}", "#".repeat(hashes)))
        }
        [b'"', ..] => quoted(text),
        [b'\'', b'\\', ..] => until(3, "'"),
        [b'\'', ..] => character(text),
        _ => 0,
    }
}

/// Bytes of a character with its quotes; 0 for a lifetime.
fn character(text: &str) -> usize {
    let end = text.char_indices().nth(2).filter(|(_, c)| *c == '\'');
    end.map_or(0, |(at, _)| at + 1)
}

/// Bytes of a plain string with its quotes.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == '"' && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}
