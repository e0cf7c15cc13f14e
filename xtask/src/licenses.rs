//! `cargo xtask licenses`: the licence texts of every crate in the binary, as assets/licenses.json, and NOTICE.
//! Those of the npm packages are gathered by the page's build.

mod notice;
mod page;
pub(crate) mod sbom;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use cargo_metadata::{
    CargoOpt, DependencyKind, Metadata, MetadataCommand, Package, PackageId, TargetKind,
};
use serde::Serialize;
use spdx::{Expression, Licensee, ParseMode};

use crate::run::{Outcome, root};

/// What the binary is built for. A crate for any of them is listed.
const TARGETS: [&str; 7] = [
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "armv7-unknown-linux-gnueabihf",
    "x86_64-pc-windows-gnu",
    "x86_64-pc-windows-msvc",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
];

/// What else the linker puts into the binary, which no lock file names.
const LINKED: [Linked; 2] = [
    Linked {
        name: "Rust's standard library",
        license: "MIT OR Apache-2.0",
        source: "https://github.com/rust-lang/rust",
        author: "The Rust Project contributors",
    },
    Linked {
        name: "the GNU C library, in the static binary for Linux",
        license: "LGPL-2.1-or-later",
        source: "https://sourceware.org/glibc/",
        author: "Free Software Foundation, Inc.",
    },
];

struct Linked {
    name: &'static str,
    license: &'static str,
    source: &'static str,
    author: &'static str,
}

/// What assets/licenses.json holds. Most crates share a text: each is there once.
#[derive(Default, Serialize)]
struct Gathered {
    packages: Vec<Entry>,
    texts: Vec<String>,
}

#[derive(Serialize)]
struct Entry {
    name: String,
    version: String,
    /// An SPDX expression.
    license: String,
    /// Where the source is.
    source: String,
    /// Which of the texts, by their places.
    texts: BTreeSet<usize>,
}

/// Gathers the texts anew.
pub(crate) fn write() -> Outcome {
    for (path, text) in files()? {
        fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// Whether the files hold the texts of today's crates.
pub(crate) fn compare() -> Outcome {
    for (path, text) in files()? {
        let held = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        if held != text {
            let name = path.strip_prefix(root()).unwrap_or(&path).display();
            return Err(format!(
                "{name} is not what the lock files ask for: run `cargo xtask licenses`"
            ));
        }
    }
    Ok(())
}

/// The files that are committed, with what has to be in them.
fn files() -> Result<[(PathBuf, String); 2], String> {
    let all = gathered()?;
    let notice = notice::text(&all)?;
    let json = serde_json::to_string_pretty(&all).map_err(|e| e.to_string())?;
    Ok([
        (root().join("assets/licenses.json"), format!("{json}\n")),
        (root().join("NOTICE"), notice),
    ])
}

fn gathered() -> Result<Gathered, String> {
    let mut all = Gathered::default();
    let metadata = metadata()?;
    for package in embedded(&metadata)? {
        let texts = texts_of(package)?;
        all.add(entry_of(package)?, texts);
    }
    for (entry, Linked { author, .. }) in linked_packages().zip(LINKED) {
        let texts = standard_texts(&entry.license, author)?;
        all.add(entry, texts);
    }
    Ok(all)
}

/// What the linker adds, as packages.
fn linked_packages() -> impl Iterator<Item = Entry> {
    LINKED.into_iter().map(|Linked { name, license, source, .. }| Entry {
        name: name.to_owned(),
        version: String::new(),
        license: license.to_owned(),
        source: source.to_owned(),
        texts: BTreeSet::new(),
    })
}

impl Entry {
    /// As people read it.
    fn title(&self) -> String {
        format!("{} {}", self.name, self.version).trim_end().to_owned()
    }
}

impl Gathered {
    fn add(&mut self, mut entry: Entry, texts: Vec<String>) {
        for text in texts {
            let known = self.texts.iter().position(|held| *held == text);
            entry.texts.insert(known.unwrap_or(self.texts.len()));
            if known.is_none() {
                self.texts.push(text);
            }
        }
        self.packages.push(entry);
    }
}

fn metadata() -> Result<Metadata, String> {
    let mut options = vec!["--locked".to_owned()];
    options
        .extend(TARGETS.iter().flat_map(|target| ["--filter-platform".into(), (*target).into()]));
    let mut command = MetadataCommand::new();
    command.manifest_path(root().join("Cargo.toml")).features(CargoOpt::SomeFeatures(Vec::new()));
    command.other_options(options).exec().map_err(|e| e.to_string())
}

/// The crates whose code is in the binary, by name: not those that only build, test or write code.
fn embedded(metadata: &Metadata) -> Result<Vec<&Package>, String> {
    let packages: BTreeMap<&PackageId, &Package> =
        metadata.packages.iter().map(|package| (&package.id, package)).collect();
    let nodes = metadata.resolve.as_ref().map(|resolve| &resolve.nodes).ok_or("no graph")?;
    let of = |name: &str| metadata.packages.iter().find(|package| package.name.as_str() == name);
    let mut left = vec![&of("fadepad").ok_or("no package `fadepad`")?.id];
    let mut seen = BTreeSet::new();
    while let Some(id) = left.pop() {
        let is_macro = |package: &&Package| {
            package.targets.iter().any(|target| target.kind.contains(&TargetKind::ProcMacro))
        };
        if packages.get(id).is_none_or(is_macro) || !seen.insert(id) {
            continue;
        }
        let node = nodes.iter().find(|node| node.id == *id);
        left.extend(node.into_iter().flat_map(|node| &node.deps).filter_map(|dep| {
            let is_linked = dep.dep_kinds.iter().any(|how| how.kind == DependencyKind::Normal);
            is_linked.then_some(&dep.pkg)
        }));
    }
    let mut found: Vec<&Package> = seen.iter().filter_map(|id| packages.get(id).copied()).collect();
    // ours have none
    found.retain(|package| package.source.is_some());
    found.sort_by_key(|package| (package.name.to_string(), package.version.clone()));
    Ok(found)
}

fn entry_of(package: &Package) -> Result<Entry, String> {
    let name = package.name.to_string();
    let license = package.license.clone().ok_or_else(|| format!("{name} names no licence"))?;
    let source = package.repository.clone().or_else(|| package.homepage.clone());
    Ok(Entry {
        version: package.version.to_string(),
        license,
        source: source.unwrap_or_else(|| format!("https://crates.io/crates/{name}")),
        texts: BTreeSet::new(),
        name,
    })
}

/// What a crate brings along, or else the standard text of its licence with its authors' names.
fn texts_of(package: &Package) -> Result<Vec<String>, String> {
    let folder = package.manifest_path.parent().ok_or("a manifest without a folder")?;
    let brought = brought(folder.as_std_path()).map_err(|e| format!("{folder}: {e}"))?;
    if !brought.is_empty() {
        return Ok(brought);
    }
    let license = package.license.as_deref().unwrap_or_default();
    let authors = package.authors.join(", ");
    let author = match authors.as_str() {
        "" => format!("the authors of {}", package.name),
        named => named.to_owned(),
    };
    standard_texts(license, &author).map_err(|e| format!("{}: {e}", package.name))
}

/// The files of a folder that hold a licence or a notice, in the order of their names.
fn brought(folder: &Path) -> std::io::Result<Vec<String>> {
    const BEGINNINGS: [&str; 6] =
        ["license", "licence", "copying", "copyright", "notice", "unlicense"];
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let is_named = BEGINNINGS.iter().any(|beginning| name.starts_with(beginning));
        if is_named && entry.file_type()?.is_file() && !name.ends_with(".rs") {
            paths.push(entry.path());
        }
    }
    paths.sort();
    let read = |path| fs::read(path).map(|bytes| tidy(&String::from_utf8_lossy(&bytes)));
    paths.iter().map(read).collect()
}

/// The same text has the same letters, whatever ends its lines.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches(['\n', '\u{feff}']).to_owned()
}

/// The licences that a crate without a text may have, the one first that asks for no line of copyright.
const WITH_STANDARD_TEXT: [&str; 9] = [
    "Apache-2.0",
    "MIT",
    "ISC",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Unicode-3.0",
    "Zlib",
    "BSL-1.0",
    "LGPL-2.1-or-later",
];

/// The standard texts of an expression, of several to choose from the first of the list above.
fn standard_texts(license: &str, author: &str) -> Result<Vec<String>, String> {
    let parsed =
        Expression::parse_mode(license, ParseMode::LAX).map_err(|e| e.reason.to_string())?;
    let known: Result<Vec<_>, _> = WITH_STANDARD_TEXT.into_iter().map(Licensee::parse).collect();
    let chosen = parsed.minimized_requirements(known.map_err(|e| e.reason.to_string())?.iter());
    let filled = |text: &str| {
        text.replace("<year> <copyright holders>", author).replace("<year> <owner>", author)
    };
    let texts =
        chosen.map_err(|e| e.to_string())?.into_iter().filter_map(|asked| asked.license.id());
    Ok(texts.map(|id| tidy(&filled(id.text()))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_builds_or_tests_the_binary_is_not_in_it_and_what_runs_is() {
        let metadata = metadata().unwrap();
        let found = embedded(&metadata).unwrap();
        let has = |name: &str| found.iter().any(|package| package.name.as_str() == name);
        assert!(
            ["warp", "tokio", "yrs", "ring", "windows-sys", "objc2"].iter().all(|name| has(name))
        );
        assert!(["vt100", "serde_derive", "cc", "fadepad"].iter().all(|name| !has(name)));
    }

    #[test]
    fn every_crate_has_a_text_and_a_text_that_many_share_is_there_once() {
        let json: serde_json::Value = serde_json::to_value(gathered().unwrap()).unwrap();
        let texts = json["texts"].as_array().unwrap();
        for package in json["packages"].as_array().unwrap() {
            let places = package["texts"].as_array().unwrap();
            let read = |place: &serde_json::Value| texts[place.as_u64().unwrap() as usize].as_str();
            assert!(places.iter().any(|place| read(place).unwrap().len() > 400), "{package}");
        }
        let different: BTreeSet<_> = texts.iter().map(|text| text.as_str().unwrap()).collect();
        assert_eq!(different.len(), texts.len());
    }

    #[test]
    fn a_crate_without_a_text_gets_the_standard_one_with_its_authors() {
        let mit = standard_texts("MIT", "Anna Ort").unwrap();
        assert!(mit[0].contains("Copyright (c) Anna Ort"), "{}", mit[0]);
        let either = standard_texts("MIT OR Apache-2.0", "Anna Ort").unwrap();
        assert!(either.len() == 1 && either[0].contains("Apache License"));
        let both = standard_texts("(MIT OR Apache-2.0) AND Unicode-3.0", "Anna Ort").unwrap();
        assert!(both.iter().any(|text| text.contains("UNICODE LICENSE")), "{both:?}");
        assert!(standard_texts("Beerware-of-mine", "Anna Ort").is_err());
    }
}
