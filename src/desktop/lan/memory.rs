//! The network that the host chose, remembered by its name from one start to the next. Nothing of
//! a pad is in it, and where it can't be kept nothing is lost.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::base::folders;

/// The longest name that is believed; systems allow 15 (Linux) to 256 (Windows) characters.
const LONGEST: u64 = 256;

/// The name that was chosen before, where one is remembered.
#[must_use]
pub fn remembered() -> Option<String> {
    load(&file()?)
}

/// Remembers this choice. Blocks shortly.
pub fn remember(interface: &str) {
    let kept = file().map(|file| keep(&file, interface));
    if let Some(Err(error)) = kept {
        tracing::warn!(%error, "the choice of network is not remembered");
    }
}

/// Forgets the choice. Blocks shortly.
pub fn forget() {
    if let Some(file) = file() {
        // Where nothing was remembered there is nothing to remove.
        let _ = fs::remove_file(file);
    }
}

fn load(file: &Path) -> Option<String> {
    let mut text = String::new();
    fs::File::open(file).ok()?.take(LONGEST).read_to_string(&mut text).ok()?;
    let name = text.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

fn keep(file: &Path, interface: &str) -> std::io::Result<()> {
    if load(file).as_deref() == Some(interface) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, format!("{interface}\n"))
}

fn file() -> Option<PathBuf> {
    Some(folders::state()?.join("fadepad").join("interface"))
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    #[test]
    fn a_name_is_kept_and_nothing_else() {
        let folder = env::temp_dir().join(format!("fadepad-memory-{}", std::process::id()));
        let file = folder.join("deep").join("interface");
        assert_eq!(load(&file), None);
        keep(&file, "Wi-Fi 2").unwrap();
        assert_eq!(load(&file).as_deref(), Some("Wi-Fi 2"));
        assert_eq!(fs::read_to_string(&file).unwrap(), "Wi-Fi 2\n");
        fs::remove_dir_all(folder).unwrap();
        assert!(keep(Path::new("/proc/nowhere/interface"), "x").is_err());
    }
}
