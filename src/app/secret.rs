//! The secret file: the key that signs links, so that they survive a restart; and the file in which the key of the
//! whole instance is kept, with the same care.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::NotStarted;
use crate::base::keys::{KeyRing, SECRET_LEN};
use crate::config::Config;

/// A longer file is not a secret but something else.
const LONGEST: u64 = 4_096;

/// The keys that sign links, as asked for: those of a file, or random ones of this run.
pub(super) fn keys(config: &Config) -> Result<KeyRing, NotStarted> {
    let keys = match &config.secret_file {
        Some(path) => load(path)?,
        None => KeyRing::random().map_err(NotStarted::NoRandom)?,
    };
    match config.create_anyone {
        true => with_instance_key(keys, config.instance_key_file.as_deref()),
        false => Ok(keys),
    }
}

/// Reads the secret, or makes one where the file is missing.
pub(super) fn load(path: &Path) -> Result<KeyRing, NotStarted> {
    secret(path).map(KeyRing::new)
}

/// What all nodes of the cluster have, and nobody else: what `--cluster-secret-file` holds, or else `--secret-file`. It
/// makes keys by derivations of its own, so that the two may be one.
#[cfg(feature = "cluster")]
pub(super) fn of_cluster(config: &Config) -> Result<Zeroizing<[u8; SECRET_LEN]>, NotStarted> {
    let own = config.cluster.as_ref().and_then(|cluster| cluster.secret_file.as_deref());
    let path = own.or(config.secret_file.as_deref());
    secret(path.ok_or_else(|| NotStarted::NoCluster("it has no --secret-file".to_owned()))?)
}

fn secret(path: &Path) -> Result<Zeroizing<[u8; SECRET_LEN]>, NotStarted> {
    let failed = |what: String| NotStarted::Secret(path.to_owned(), what);
    let text = read_or_make(path, random).map_err(|e| failed(e.to_string()))?;
    let trimmed = text.trim_ascii();
    if trimmed.len() < SECRET_LEN || text.len() as u64 > LONGEST {
        return Err(failed(format!(
            "it has to hold {SECRET_LEN} to {LONGEST} bytes. Remove it, and a new one is made"
        )));
    }
    let mut secret = Zeroizing::new([0; SECRET_LEN]);
    secret.copy_from_slice(&Sha256::digest(trimmed));
    Ok(secret)
}

/// Gives the ring the key of the whole instance: that of the file, which is made where it is missing.
fn with_instance_key(keys: KeyRing, path: Option<&Path>) -> Result<KeyRing, NotStarted> {
    let own = keys.with_instance_key(None).expect("a key that the ring makes is one");
    let Some(path) = path else { return Ok(own) };
    let failed = |what: String| NotStarted::InstanceKey(path.to_owned(), what);
    let made = || {
        let key = own.instance_key().unwrap_or_default();
        Ok(Zeroizing::new(format!("{key}\n").into_bytes()))
    };
    let text = read_or_make(path, made).map_err(|e| failed(e.to_string()))?;
    let kept = std::str::from_utf8(text.trim_ascii()).unwrap_or_default();
    own.clone().with_instance_key(Some(kept)).map_err(|_| {
        failed(
            "it has to hold 32 to 64 letters, digits, '-' and '_', and not what --secret-file holds. Remove it, and a \
             new one is made"
                .into(),
        )
    })
}

fn read_or_make(
    path: &Path,
    text: impl FnOnce() -> io::Result<Zeroizing<Vec<u8>>>,
) -> io::Result<Zeroizing<Vec<u8>>> {
    match File::open(path) {
        Ok(file) => {
            warn_if_readable(&file, path);
            let mut text = Zeroizing::new(Vec::new());
            file.take(LONGEST + 1).read_to_end(&mut text)?;
            Ok(text)
        }
        Err(e) if e.kind() == io::ErrorKind::NotFound => make(path, text()?),
        Err(e) => Err(e),
    }
}

/// A fresh secret.
fn random() -> io::Result<Zeroizing<Vec<u8>>> {
    let mut random = Zeroizing::new([0; SECRET_LEN]);
    getrandom::fill(random.as_mut()).map_err(io::Error::other)?;
    let mut text = Zeroizing::new(Vec::with_capacity(2 * SECRET_LEN + 1));
    for byte in random.iter() {
        text.extend_from_slice(format!("{byte:02x}").as_bytes());
    }
    text.push(b'\n');
    Ok(text)
}

fn make(path: &Path, text: Zeroizing<Vec<u8>>) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let mut file = options.open(path)?;
    file.write_all(&text)?;
    file.sync_all()?;
    sync_folder(path)?;
    Ok(text)
}

/// Writes down that this file is in its folder: on Unix a new or renamed file is safe only then.
#[cfg(unix)]
pub(super) fn sync_folder(file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn warn_if_readable(file: &File, path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let open = file.metadata().is_ok_and(|meta| meta.permissions().mode() & 0o077 != 0);
    if open {
        tracing::warn!(path = %path.display(), "others can read this file, which holds a secret: chmod 600 it");
    }
}

#[cfg(not(unix))]
fn warn_if_readable(_: &File, _: &Path) {}
