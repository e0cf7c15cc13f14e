//! The licences of all that is in this binary, for who is given it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Read as _;
use std::sync::LazyLock;

use bytes::Bytes;
use flate2::read::GzDecoder;
use http::{HeaderValue, header};
use serde::Deserialize;
use warp::reply::Response;

use super::pages;

/// Of the crates, gathered by `cargo xtask licenses` and packed by `build.rs`.
const CRATES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/licenses.json.gz"));
const OWN: [&str; 2] = [include_str!("../../LICENSE-MIT"), include_str!("../../LICENSE-APACHE")];

/// `assets/licenses.json`.
#[derive(Deserialize)]
struct Crates {
    packages: Vec<Crate>,
    texts: Vec<String>,
}

#[derive(Deserialize)]
struct Crate {
    name: String,
    version: String,
    license: String,
    source: String,
    texts: Vec<usize>,
}

/// One package of the page, as Vite writes it (its option `build.license`).
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    #[serde(rename = "identifier")]
    license: Option<String>,
    text: Option<String>,
}

/// What `fadepad --licenses` prints and `/licenses` answers: whose work is in it, where its source
/// is, and every text once.
#[must_use]
pub fn text() -> String {
    let mut packed = Vec::new();
    let read = GzDecoder::new(CRATES).read_to_end(&mut packed);
    let crates: Option<Crates> = read.ok().and_then(|_| serde_json::from_slice(&packed).ok());
    let page: Option<Vec<Package>> =
        pages::licenses().and_then(|json| serde_json::from_slice(&json).ok());
    let mut all = All::default();
    for Crate { name, version, license, source, texts } in crates.iter().flat_map(|it| &it.packages)
    {
        let held =
            crates.iter().flat_map(|it| texts.iter().filter_map(|place| it.texts.get(*place)));
        let package = format!("{name} {version}");
        all.add(&Listed { package: &package, license, source }, held.map(String::as_str));
    }
    for Package { name, version, license, text } in page.iter().flatten() {
        let source = match name.starts_with("@blocknote/") {
            // MPL-2.0 asks that people are told where (section 3.2).
            true => format!("https://github.com/TypeCellOS/BlockNote/tree/v{version}, unmodified"),
            false => format!("https://www.npmjs.com/package/{name}/v/{version}"),
        };
        let license = license.as_deref().unwrap_or("see its text");
        let package = format!("{name} {version}");
        all.add(&Listed { package: &package, license, source: &source }, text.as_deref());
    }
    all.told()
}

/// `/licenses`. It is put together once: who asks again and again costs nothing.
pub(super) fn page() -> Response {
    static TEXT: LazyLock<Bytes> = LazyLock::new(|| text().into());
    let mut response = Response::new(TEXT.clone().into());
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// A package as it stands in the list: under which licence, and where it comes from.
struct Listed<'a> {
    package: &'a str,
    license: &'a str,
    source: &'a str,
}

#[derive(Default)]
struct All<'a> {
    list: String,
    count: usize,
    /// Each text with the packages that are under it.
    texts: BTreeMap<&'a str, Vec<String>>,
}

impl<'a> All<'a> {
    fn add(&mut self, listed: &Listed<'_>, texts: impl IntoIterator<Item = &'a str>) {
        let Listed { package, license, source } = listed;
        let package = package.trim_end();
        let _ = writeln!(self.list, "  {package}: {license}\n    {source}");
        self.count += 1;
        for text in texts {
            self.texts.entry(text).or_default().push(package.to_owned());
        }
    }

    fn told(self) -> String {
        let [mit, apache] = OWN;
        let Self { list, count, texts } = self;
        let version = env!("CARGO_PKG_VERSION");
        let rule = "-".repeat(72);
        let mut told = format!(
            "Fadepad {version} is yours under the MIT licence or the Apache licence 2.0, as you like.\n\
             It holds the work of others, {count} packages; after this list come their licences, each text once.\n\
             The source of every package, also of those under MPL-2.0 and LGPL, is where its address says.\n\n\
             {list}"
        );
        let own = [("Fadepad, MIT".to_owned(), mit), ("Fadepad, Apache-2.0".to_owned(), apache)];
        let others = texts.into_iter().map(|(text, packages)| (packages.join(", "), text));
        for (packages, text) in own.into_iter().chain(others) {
            let _ = write!(told, "\n{rule}\n{packages}\n{rule}\n\n{}\n", text.trim());
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_licence_is_told_once_with_all_who_are_under_it() {
        let text = text();
        assert_eq!(text.matches("Mozilla Public License Version 2.0\n").count(), 1);
        for named in [
            "@blocknote/core ",
            "BlockNote/tree/v",
            "yjs ",
            "warp ",
            "tokio ",
            "LGPL-2.1",
            "Fadepad, MIT",
        ] {
            assert!(text.contains(named), "{named}");
        }
    }

    #[test]
    fn nothing_in_the_binary_is_without_a_text() {
        let page: Vec<Package> = serde_json::from_slice(&pages::licenses().unwrap()).unwrap();
        assert!(page.len() > 50);
        for Package { name, text, license, .. } in page {
            assert!(text.is_some_and(|text| text.len() > 100) && license.is_some(), "{name}");
        }
    }
}
