//! `cargo xtask shape`: what the code is like, in figures. Some have a goal, which `cargo xtask test shape` holds.

mod read;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
};

use self::read::Holds;
use crate::run::{Outcome, root};

/// Crates that are not the program itself: in them `crate` is their own.
const CRATES: &[&str] = &["client", "lib0", "store", "wire"];

/// A Rust file of the program: its module's path (`room::task`, with its crate in front) and what it holds.
struct File {
    module: String,
    code: usize,
    whys: usize,
    holds: Holds,
}

/// A figure that has a goal, with what it counts.
struct Counted {
    what: &'static str,
    goal: usize,
    found: Vec<String>,
}

/// Prints the figures, a line each.
pub(crate) fn shape() -> Outcome {
    let files = program()?;
    let code: usize = files.iter().map(|file| file.code).sum();
    let whys: usize = files.iter().map(|file| file.whys).sum();
    let functions: usize = files.iter().map(|file| file.holds.functions.len()).sum();
    let tests = sources("tests/it", &["rs"]).into_iter().chain(sources("crates", &["rs"]));
    let allowed: usize = tests.map(|(_, text)| text.matches("allow(").count()).sum();
    println!("{:>8}  lines of code in {} files, without docs and tests", code, files.len());
    println!("{:>8.3}  plain comments to a line of code", whys as f64 / code as f64);
    println!("{functions:>8}  functions");
    for counted in counted(&files) {
        println!("{:>8}  {} (goal: {})", counted.found.len(), counted.what, counted.goal);
        counted.found.iter().for_each(|one| println!("{:>12}{one}", ""));
    }
    println!("{:>8}  `allow` in tests and crates", allowed);
    for (what, endings) in [("TypeScript", &["ts", "tsx"][..]), ("CSS", &["css"])] {
        let longest = sources("ui/src", endings).into_iter();
        let longest = longest.flat_map(|(name, text)| {
            text.lines().map(|line| (line.chars().count(), name.clone())).max()
        });
        let (length, name) = longest.max().unwrap_or_default();
        println!("{length:>8}  letters in the longest line of {what}: {name}");
    }
    let (without, all) = commits()?;
    println!("{without:>8}  of the last {all} commits without a body");
    Ok(())
}

/// Fails where a figure is over its goal, and names what it counts.
pub(crate) fn check() -> Outcome {
    let over =
        counted(&program()?).into_iter().filter(|counted| counted.found.len() > counted.goal);
    let over: Vec<String> = over.map(|counted| counted.to_string()).collect();
    if over.is_empty() { Ok(()) } else { Err(over.join("\n")) }
}

impl std::fmt::Display for Counted {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{} {}, and {} are the most:", self.found.len(), self.what, self.goal)?;
        self.found.iter().try_for_each(|one| write!(to, "\n  {one}"))
    }
}

fn counted(files: &[File]) -> [Counted; 4] {
    let with = |least: usize| {
        let each =
            files.iter().flat_map(|file| file.holds.functions.iter().map(move |it| (file, it)));
        let many = each.filter(|(_, (_, count))| *count >= least);
        many.map(|(file, (name, count))| format!("{}::{name} ({count})", file.module)).collect()
    };
    let twice = defined_twice(files).into_iter().map(|(name, modules)| {
        format!("{name}: {}", modules.into_iter().collect::<Vec<_>>().join(", "))
    });
    [
        Counted { what: "functions with 4 or more parameters", goal: 12, found: with(4) },
        Counted { what: "functions with 6 or more parameters", goal: 0, found: with(6) },
        Counted {
            what: "names of types that mean more than one thing",
            goal: 3,
            found: twice.collect(),
        },
        Counted {
            what: "circles of files that import each other",
            goal: 0,
            found: circles(files).into_iter().collect(),
        },
    ]
}

/// Files below a folder with one of these endings, by name.
fn sources(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut paths = vec![root().join(folder)];
    while let Some(path) = paths.pop() {
        if path.is_dir() && !path.ends_with("node_modules") {
            let entries = fs::read_dir(&path).into_iter().flatten().flatten();
            paths.extend(entries.map(|entry| entry.path()));
        } else if path.extension().is_some_and(|end| endings.iter().any(|known| end == *known)) {
            let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().into_owned();
            found.push((name, fs::read_to_string(&path).unwrap_or_default()));
        }
    }
    found.sort();
    found
}

fn program() -> Result<Vec<File>, String> {
    let house = sources("src", &["rs"]).into_iter();
    let crates = sources("crates", &["rs"]).into_iter().filter(|(name, _)| name.contains("/src/"));
    let all = house.chain(crates).filter(|(name, _)| !name.ends_with("tests.rs"));
    all.map(|(name, text)| File::new(&name, &text)).collect()
}

impl File {
    fn new(name: &str, text: &str) -> Result<Self, String> {
        let path = Path::new(name).with_extension("");
        let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
        let module: Vec<_> =
            parts.filter(|part| !matches!(&**part, "src" | "crates" | "mod" | "lib")).collect();
        // Tests stand in a file of their own, or at the end of one.
        let text = text.replace("#[cfg(test)]\nmod tests;", "");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = text.lines().map(str::trim);
        let whys = lines.clone().filter(|line| line.starts_with("// ")).count();
        let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//")).count();
        let holds = Holds::of(text).map_err(|error| format!("{name}: {error}"))?;
        Ok(Self { module: module.join("::"), code, whys, holds })
    }

    /// Modules that this one names, of all that there are.
    fn imports<'a>(&self, known: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
        let (top, _) = self.module.split_once("::").unwrap_or_default();
        let base: &[&str] = if CRATES.contains(&top) { &[top] } else { &[] };
        let parent = self.module.rsplit_once("::").map(|(up, _)| up.split("::"));
        let parent: Vec<&str> = parent.into_iter().flatten().collect();
        let mut found = BTreeSet::new();
        for path in &self.holds.paths {
            let Some((start, rest)) = path.split_first() else { continue };
            let above = if start == "crate" { base } else { &*parent };
            let rest = rest.iter().map(String::as_str);
            let mut words: Vec<&str> = above.iter().copied().chain(rest).collect();
            // The longest beginning that is a file: what comes after it is an item of that.
            while !words.is_empty() {
                if let Some(file) = known.get(&*words.join("::")) {
                    found.insert(*file);
                    break;
                }
                words.pop();
            }
        }
        found
    }
}

fn defined_twice(files: &[File]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut seen: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in files {
        for name in &file.holds.types {
            seen.entry(name).or_default().insert(&file.module);
        }
    }
    seen.retain(|_, modules| modules.len() > 1);
    seen
}

/// Pairs of files that import each other, however long the way; a module and what is below it are one.
fn circles(files: &[File]) -> BTreeSet<String> {
    let known: BTreeSet<&str> = files.iter().map(|file| &*file.module).collect();
    let below = |one: &str, other: &str| one.starts_with(&format!("{other}::"));
    let next: BTreeMap<&str, Vec<&str>> = files
        .iter()
        .map(|file| {
            let own = &*file.module;
            let apart = |other: &&str| *other != own && !below(own, other) && !below(other, own);
            (own, file.imports(&known).into_iter().filter(apart).collect())
        })
        .collect();
    let mut found = BTreeSet::new();
    for (from, ways) in &next {
        for to in ways {
            if from < to && reaches(&next, to, from) {
                found.insert(format!("{from} ⇄ {to}"));
            }
        }
    }
    found
}

fn reaches(next: &BTreeMap<&str, Vec<&str>>, from: &str, to: &str) -> bool {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(at) = open.pop() {
        if at == to {
            return true;
        }
        if seen.insert(at) {
            open.extend(next.get(at).into_iter().flatten());
        }
    }
    false
}

/// How many of the last commits have no body, and how many were looked at.
fn commits() -> Result<(usize, usize), String> {
    let mut git = Command::new("git");
    git.args(["log", "-174", "--format=%x00%b"]).current_dir(root());
    let out = git.output().map_err(|error| format!("git: {error}"))?;
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    let bodies: Vec<&str> = text.split('\0').skip(1).collect();
    Ok((bodies.iter().filter(|body| body.trim().is_empty()).count(), bodies.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> File {
        File::new(name, text).unwrap()
    }

    #[test]
    fn a_circle_of_files_is_found() {
        let one = file("src/room/a.rs", "use super::{b::B, d};");
        let two = file("src/room/b.rs", "use crate::{base::x, room::c};");
        let three = file("src/room/c.rs", "fn f() { crate::room::a::f() }");
        let four = file("src/room/d.rs", "");
        assert_eq!(circles(&[one, two, three, four]).len(), 2);
    }

    #[test]
    fn a_file_and_those_below_it_are_one() {
        let one = file("src/room/mod.rs", "use self::a::A;");
        let two = file("src/room/a.rs", "use super::b::B; use crate::room::Room;");
        let three = file("src/room/b.rs", "use crate::room::Room;");
        assert!(circles(&[one, two, three]).is_empty());
    }

    #[test]
    fn a_name_of_two_types_is_found_but_no_name_of_a_test() {
        let one = file("src/a.rs", "pub(crate) struct Place; enum Other {}");
        let two = file(
            "crates/wire/src/b.rs",
            "trait Place {}\n#[cfg(test)]\nmod tests { enum Other {} }",
        );
        let files = [one, two];
        assert_eq!(defined_twice(&files).into_keys().collect::<Vec<_>>(), ["Place"]);
    }

    #[test]
    fn what_is_over_its_goal_is_named_with_its_places() {
        let wide = file("src/a.rs", "fn wide(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8) {}");
        let [four, six, ..] = counted(&[wide]);
        assert!(four.found.len() <= four.goal && six.found.len() > six.goal);
        assert!(six.to_string().contains("a::wide (6)"), "{six}");
    }
}
