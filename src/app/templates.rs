//! `--templates`: the host's own beginnings of pads, Markdown files of a folder, read once when the program begins.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::NotStarted;
use crate::base::limits::{MAX_APPEND, MAX_TEMPLATES};
use crate::base::names::PadName;
use crate::server::Templates;

/// Those of this folder beside the page's: `weekly.md` is `weekly`. What is no Markdown file is passed over.
///
/// # Errors
/// Where the folder or a file of it can't be read, or is none that a pad can begin with.
pub(super) fn load(folder: Option<&Path>) -> Result<Templates, NotStarted> {
    let Some(folder) = folder else { return Ok(Templates::default()) };
    let failed = |at: &Path, why: String| NotStarted::Templates(at.to_owned(), why);
    let unread = |at: &Path, error: &io::Error| failed(at, error.to_string());
    let mut own = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(|error| unread(folder, &error))? {
        let path = entry.map_err(|error| unread(folder, &error))?.path();
        if path.extension().is_none_or(|ending| ending != "md") || !path.is_file() {
            continue;
        }
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase());
        let name: Result<PadName, _> = stem.unwrap_or_default().parse();
        let name = name.map_err(|_| {
            failed(
                &path,
                "its name is to be of letters, digits, '-' and '_', as weekly.md is".into(),
            )
        })?;
        let text = read(&path).map_err(|error| unread(&path, &error))?;
        own.insert(name.to_string(), text);
        if own.len() > MAX_TEMPLATES {
            return Err(failed(folder, format!("it has more than {MAX_TEMPLATES} Markdown files")));
        }
    }
    Ok(Templates::new(own))
}

fn read(path: &Path) -> io::Result<String> {
    let mut text = Vec::new();
    File::open(path)?.take(MAX_APPEND as u64 + 1).read_to_end(&mut text)?;
    if text.len() > MAX_APPEND {
        return Err(io::Error::other(format!("it is over {} KiB", MAX_APPEND >> 10)));
    }
    String::from_utf8(text).map_err(|_| io::Error::other("it is no text in UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hosts_own_stand_beside_the_pages_and_what_is_none_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text).unwrap();
        put("weekly.md", b"# Weekly");
        put("retro.md", b"# Ours");
        put("notes.txt", b"no template");
        let names: Vec<String> =
            load(Some(folder.path())).unwrap().names().map(Into::into).collect();
        assert_eq!(names, ["agenda", "minutes", "retro", "weekly"]);
        put("to do.md", b"");
        assert!(load(Some(folder.path())).unwrap_err().to_string().contains("to do.md"));
        fs::remove_file(folder.path().join("to do.md")).unwrap();
        put("photo.md", b"\xff\xd8");
        assert!(load(Some(folder.path())).unwrap_err().to_string().contains("UTF-8"));
        assert!(load(Some(&folder.path().join("gone"))).is_err());
    }
}
