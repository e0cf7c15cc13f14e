//! The map of the house, ARCHITECTURE.md, is true to the tree: whatever file or folder it names is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file in which a reader is to find their way in ten minutes.
const LONGEST: usize = 150;
/// What a file that it names may end with.
const ENDINGS: &[&str] = &[".rs", ".ts", ".tsx", ".css", ".md", ".json", ".toml", ".mjs"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn map() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap()
}

/// What stands between backticks and looks like a path; URLs begin with a slash and hold an ellipsis.
fn paths(line: &str) -> impl Iterator<Item = &str> {
    let quoted = line.split('`').skip(1).step_by(2);
    quoted.filter(|word| {
        let is_path = word.ends_with('/') || ENDINGS.iter().any(|end| word.ends_with(end));
        (is_path || word.starts_with("crates/")) && !word.contains([' ', '…', '*'])
    })
}

/// Where a path leads: from the root, from `src/`, or from a folder that was named before it.
fn found(path: &str, folders: &BTreeSet<PathBuf>) -> Option<PathBuf> {
    let tops = [PathBuf::new(), PathBuf::from("src")];
    let mut all = tops.iter().chain(folders).map(|folder| folder.join(path));
    all.find(|each| root().join(each).exists())
}

/// The folders from which a reader looks on: the one that was named, those it lies in, and a crate's `src/`.
fn remember(there: &Path, folders: &mut BTreeSet<PathBuf>) {
    let tops = ["", "src", "ui", "ui/src", "crates"];
    let inside =
        there.ancestors().take_while(|folder| !tops.iter().any(|top| *folder == Path::new(top)));
    for folder in inside.filter(|folder| root().join(folder).is_dir()) {
        folders.extend([folder.to_owned(), folder.join("src")]);
    }
}

/// A row, a paragraph, an item of a list: here a reader begins anew.
fn begins(line: &str) -> bool {
    let first = line.chars().next();
    first.is_none_or(|first| "|-#".contains(first) || first.is_ascii_digit())
        || line.starts_with("**")
}

/// The paths of a text that lead nowhere, each with the number of its line.
fn lost(text: &str) -> Vec<String> {
    let (mut lost, mut folders) = (Vec::new(), BTreeSet::new());
    for (number, line) in text.lines().enumerate() {
        if begins(line) {
            folders.clear();
        }
        for path in paths(line) {
            match found(path, &folders) {
                Some(there) => remember(&there, &mut folders),
                None => lost.push(format!("ARCHITECTURE.md:{}: {path}", number + 1)),
            }
        }
    }
    lost
}

#[test]
fn every_path_of_the_map_leads_to_a_file_of_today() {
    assert_eq!(lost(&map()), Vec::<String>::new());
}

#[test]
fn a_path_that_leads_nowhere_is_named_with_its_line() {
    let text = "the room\n`src/room/task.rs`, `gone.rs`, `pipe.rs`";
    assert_eq!(lost(text), ["ARCHITECTURE.md:2: gone.rs", "ARCHITECTURE.md:2: pipe.rs"]);
}

#[test]
fn the_map_is_read_in_ten_minutes() {
    let lines = map().lines().count();
    assert!(lines <= LONGEST, "ARCHITECTURE.md has {lines} lines, and {LONGEST} are the most");
}
