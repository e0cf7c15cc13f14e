//! What a phone has to load before its person can type.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use crate::{
    http::get,
    measure::{Bar, Bench, Found, Measure},
    servers::{FADEPAD, fadepad::Instance},
};

pub(crate) const MEASURE: Measure = Measure {
    name: "page",
    title: "first load of a pad's page",
    how: "The page, its styles, the pad's screen, the editor, and all that these import, as gzip and \
          with the heads of the answers; then what is fetched only later. What the editor costs \
          while one types stands in `ui/bench/README.md`: of a key in 5,000 blocks Chromium's own \
          part is 28 of 32 ms, and 25 with BlockNote alone.",
    run,
};

fn run(_: &Bench, found: &mut Found) -> Result<()> {
    let server = Instance::start()?;
    let page = get(server.address, &format!("/p/{}", server.text("pad")?))?;
    let mut first = Load { bytes: page.wire, ..Load::default() };
    let mut wanted = linked(&page.text);
    let mut later = BTreeSet::new();
    while let Some(path) = wanted.pop() {
        if !first.paths.insert(path.clone()) {
            continue;
        }
        let answer = get(server.address, &path)?;
        ensure!(answer.gzip || !is_code(&path), "{path} does not come as gzip");
        first.bytes += answer.wire;
        if path.ends_with(".js") {
            wanted.extend(imported(&answer.text));
            let (now, then) =
                named(&answer.text).into_iter().partition::<Vec<_>, _>(|p| is_to_type(p));
            wanted.extend(now);
            later.extend(then);
        }
    }
    let mut more = Load::default();
    for path in later.difference(&first.paths) {
        more.bytes += get(server.address, path)?.wire;
        more.paths.insert(path.clone());
    }
    first.paths.insert("/".to_owned());
    for (case, load) in [(TO_TYPE, first), (LATER, more)] {
        found.add(case, "bytes", FADEPAD, load.bytes as f64);
        found.add(case, "files", FADEPAD, load.paths.len() as f64);
    }
    found.bar(TO_TYPE, "bytes", Bar::AtMost(440_000.0));
    Ok(())
}

/// Files and what they weigh on the wire.
#[derive(Default)]
struct Load {
    paths: BTreeSet<String>,
    bytes: usize,
}

const TO_TYPE: &str = "all that is needed to type";
const LATER: &str = "only when asked for";

/// Chunks that a pad's page fetches by itself, though no script imports them statically.
const CHUNKS: &[&str] = &["/assets/PadScreen-", "/assets/Editor-"];

fn is_to_type(path: &str) -> bool {
    CHUNKS.iter().any(|chunk| path.starts_with(chunk))
}

fn is_code(path: &str) -> bool {
    path.ends_with(".js") || path.ends_with(".css")
}

/// Scripts and styles that the page itself names.
fn linked(html: &str) -> Vec<String> {
    let links =
        html.split(['"', '\'']).filter(|word| word.starts_with("/assets/") && is_code(word));
    links.map(str::to_owned).collect()
}

/// Scripts that a script imports before it runs: `from"./x.js"`, `import"./x.js"`.
fn imported(script: &str) -> Vec<String> {
    let quoted = ["from\"./", "import\"./", "from'./", "import'./", "from`./", "import`./"];
    let found = quoted.iter().flat_map(|opening| script.split(opening).skip(1));
    found.filter_map(file_name).filter(|name| is_code(name)).map(in_assets).collect()
}

/// Every script and style that a script names, also those for later.
fn named(script: &str) -> Vec<String> {
    let words = script.split(['"', '\'', '`']).filter(|word| is_code(word) && word.len() < 200);
    let names = words.filter_map(|word| word.rsplit('/').next());
    let hashed = names.filter(|name| name.contains('-') && !name.contains(char::is_whitespace));
    hashed.map(in_assets).collect()
}

fn file_name(text: &str) -> Option<&str> {
    text.split(['"', '\'', '`']).next()
}

fn in_assets(name: &str) -> String {
    format!("/assets/{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_needed_is_told_from_what_may_come() {
        let html =
            r#"<script src="/assets/a-1.js"></script><link href="/assets/a-1.css"><a href="/j/X">"#;
        assert_eq!(linked(html), ["/assets/a-1.js", "/assets/a-1.css"]);
        let script = r#"import{x}from"./b-2.js";import"./c-3.js";let d=()=>import("./d-4.js")"#;
        assert_eq!(imported(script), ["/assets/b-2.js", "/assets/c-3.js"]);
        assert_eq!(named(script), ["/assets/b-2.js", "/assets/c-3.js", "/assets/d-4.js"]);
    }
}
