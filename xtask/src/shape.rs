//! `cargo xtask shape`: what the code is like, in figures. They are for people; nothing fails by them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
};

use crate::run::{Outcome, root};

/// A Rust file of the program: its module's path (`room::task`, with its crate in front) and its code.
struct File {
    module: String,
    code: String,
    whys: usize,
}

/// Prints the figures, a line each.
pub(crate) fn shape() -> Outcome {
    let files = program();
    let code: usize = files.iter().map(|file| file.code.lines().count()).sum();
    let whys: usize = files.iter().map(|file| file.whys).sum();
    let parameters: Vec<usize> = files.iter().flat_map(|file| signatures(&file.code)).collect();
    let at_least = |n| parameters.iter().filter(|count| **count >= n).count();
    let twice = defined_twice(&files);
    let circles = circles(&files);
    let tests = sources("tests/it", &["rs"]).into_iter().chain(sources("crates", &["rs"]));
    let allowed: usize = tests.map(|(_, text)| text.matches("allow(").count()).sum();
    println!("{:>8}  lines of code in {} files, without docs and tests", code, files.len());
    println!("{:>8.3}  plain comments to a line of code", whys as f64 / code as f64);
    println!(
        "{:>8}  functions, of which {} with 4 or more parameters, {} with 6 or more",
        parameters.len(),
        at_least(4),
        at_least(6)
    );
    println!(
        "{:>8}  names of types that mean more than one thing: {}",
        twice.len(),
        listed(&twice)
    );
    println!("{:>8}  circles of files that import each other: {}", circles.len(), listed(&circles));
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

fn listed(names: &BTreeSet<String>) -> String {
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
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

fn program() -> Vec<File> {
    let house = sources("src", &["rs"]).into_iter();
    let crates = sources("crates", &["rs"]).into_iter().filter(|(name, _)| name.contains("/src/"));
    let all = house.chain(crates).filter(|(name, _)| !name.ends_with("tests.rs"));
    all.map(|(name, text)| File::new(&name, &text)).collect()
}

impl File {
    fn new(name: &str, text: &str) -> Self {
        let path = Path::new(name).with_extension("");
        let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
        let module: Vec<_> =
            parts.filter(|part| !matches!(&**part, "src" | "crates" | "mod" | "lib")).collect();
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let is_why = |line: &&str| line.starts_with("// ");
        let lines = text.lines().map(str::trim);
        let whys = lines.clone().filter(is_why).count();
        let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
        Self { module: module.join("::"), code: code.collect::<Vec<_>>().join("\n"), whys }
    }

    /// Modules that this one names, of all that there are.
    fn imports<'a>(&self, known: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
        let top = self.module.split("::").next().unwrap_or_default();
        let base = if ["client", "lib0", "store", "wire"].contains(&top) {
            format!("{top}::")
        } else {
            String::new()
        };
        let parent =
            self.module.rsplit_once("::").map_or(String::new(), |(up, _)| format!("{up}::"));
        let mut found = BTreeSet::new();
        for (start, prefix) in [("crate::", &base), ("super::", &parent)] {
            for (at, _) in self.code.match_indices(start) {
                let rest = &self.code[at + start.len()..];
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
                let mut path = format!("{prefix}{}", &rest[..end.unwrap_or(rest.len())]);
                while !known.contains(&*path) && path.contains("::") {
                    path.truncate(path.rfind("::").unwrap_or_default());
                }
                found.extend(known.get(&*path));
            }
        }
        found
    }
}

/// How many parameters each function has beside `self`.
fn signatures(code: &str) -> Vec<usize> {
    let starts = code.match_indices("fn ").filter(|(at, _)| {
        code[..*at].chars().next_back().is_none_or(|before| before.is_whitespace())
    });
    starts.filter_map(|(at, _)| Some(parameters(&code[at + code[at..].find('(')?..]))).collect()
}

/// Of a list in brackets that begins here.
fn parameters(list: &str) -> usize {
    let (mut depth, mut before) = (0, ' ');
    let mut each = vec![String::new()];
    for c in list.chars() {
        depth += i32::from("([<{".contains(c));
        depth -= i32::from(")]}".contains(c) || (c == '>' && before != '-'));
        before = c;
        match c {
            _ if depth == 0 => break,
            ',' if depth == 1 => each.push(String::new()),
            _ => each.last_mut().into_iter().for_each(|part| part.push(c)),
        }
    }
    let names = each.iter().map(|part| part.trim_matches(|c: char| c == '(' || c.is_whitespace()));
    names.filter(|name| !name.is_empty() && !is_self(name)).count()
}

fn is_self(parameter: &str) -> bool {
    let mut words = parameter.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '_');
    words.find(|word| !word.is_empty() && !word.starts_with('\'') && *word != "mut") == Some("self")
}

fn defined_twice(files: &[File]) -> BTreeSet<String> {
    let mut seen: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for file in files {
        for line in file.code.lines() {
            let line = line.trim_start_matches("pub ").trim_start_matches("pub(crate) ");
            let line = line.trim_start_matches("pub(super) ");
            let kinds = ["struct ", "enum ", "trait "];
            let Some(name) = kinds.iter().find_map(|kind| line.strip_prefix(kind)) else {
                continue;
            };
            let name: String = name.chars().take_while(|c| c.is_alphanumeric()).collect();
            seen.entry(name).or_default().insert(&file.module);
        }
    }
    seen.into_iter().filter(|(_, at)| at.len() > 1).map(|(name, _)| name).collect()
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

    #[test]
    fn parameters_are_counted_whatever_stands_in_them() {
        let code = "fn a() {}\nfn b(&self, (x, y): (u8, u8), z: HashMap<u8, Vec<u8>>) {}\nfn c(\nx: u8,\ny: impl Fn(u8, u8) -> u8,\n) {}";
        assert_eq!(signatures(code), [0, 2, 2]);
    }

    #[test]
    fn a_circle_of_files_is_found() {
        let one = File::new("src/room/a.rs", "use super::b::B;");
        let two = File::new("src/room/b.rs", "use crate::room::a::A;");
        assert_eq!(circles(&[one, two]).len(), 1);
    }
}
