//! The page: building it into dist/, and checking that dist/ is what ui/ builds to.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    run::{Outcome, npm, root, run, target},
    setup,
};

/// Builds ui/ into dist/.
pub(crate) fn build() -> Outcome {
    setup::node()?;
    setup::packages()?;
    run(&mut npm("ui", &["run", "build"]))
}

/// Builds ui/ beside the target folder and compares it with dist/, byte for byte.
pub(crate) fn compare() -> Outcome {
    let fresh = target().join("fresh-dist");
    let elsewhere = format!("--outDir={}", fresh.display());
    run(&mut npm("ui", &["run", "build", "--", &elsewhere, "--emptyOutDir"]))?;
    let read = |folder: &Path| files(folder).map_err(|e| format!("{}: {e}", folder.display()));
    match differing(&read(&root().join("dist"))?, &read(&fresh)?) {
        None => Ok(()),
        Some(file) => Err(format!("dist/{file} is not what ui/ builds to")),
    }
}

/// Every file below a folder, by its path from there.
fn files(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
                found.insert(name.replace('\\', "/"), fs::read(&path)?);
            }
        }
    }
    Ok(found)
}

/// The first file, by name, that one side lacks or has otherwise.
fn differing<'a>(
    a: &'a BTreeMap<String, Vec<u8>>,
    b: &'a BTreeMap<String, Vec<u8>>,
) -> Option<&'a str> {
    let lacking_or_other = |(name, bytes): &(&String, &Vec<u8>)| b.get(*name) != Some(*bytes);
    let in_a = a.iter().find(lacking_or_other).map(|(name, _)| name);
    in_a.or_else(|| b.keys().find(|name| !a.contains_key(*name))).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_changed_a_missing_and_an_extra_file_are_each_named() {
        let committed = folder(&[("index.html", "a"), ("assets/x.js", "b")]);
        assert_eq!(differing(&committed, &committed.clone()), None);
        let changed = folder(&[("index.html", "a"), ("assets/x.js", "c")]);
        assert_eq!(differing(&committed, &changed), Some("assets/x.js"));
        let missing = folder(&[("index.html", "a")]);
        assert_eq!(differing(&committed, &missing), Some("assets/x.js"));
        assert_eq!(differing(&missing, &committed), Some("assets/x.js"));
    }
}
