//! tar and gzip, with nothing in them that differs from one time to the next.

use std::{collections::BTreeSet, io::Write as _};

use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

use super::File;

/// A tar of these files, with the folders above them. Debian's paths begin with `./`.
pub(super) fn tar(prefix: &str, files: &[File], made: i64) -> Result<Vec<u8>, String> {
    let mut files: Vec<&File> = files.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut builder = Builder::new(Vec::new());
    let mut folders = BTreeSet::new();
    let mut add = |path: &str, mode: u32, bytes: &[u8]| {
        let mut header = header(mode, bytes.len(), made).map_err(|e| e.to_string())?;
        let is_folder = path.ends_with('/');
        header.set_entry_type(if is_folder { EntryType::Directory } else { EntryType::Regular });
        header.set_path(path).map_err(|e| format!("{path}: {e}")).map(|()| header.set_cksum())?;
        builder.append(&header, bytes).map_err(|e| format!("{path}: {e}"))
    };
    if !prefix.is_empty() {
        add(prefix, 0o755, &[])?;
    }
    for File { path, bytes, mode } in files {
        for (at, _) in path.match_indices('/') {
            if folders.insert(&path[..at]) {
                add(&format!("{prefix}{}/", &path[..at]), 0o755, &[])?;
            }
        }
        add(&format!("{prefix}{path}"), *mode, bytes)?;
    }
    builder.into_inner().map_err(|e| e.to_string())
}

/// It is root's, and of the time that everything bears.
fn header(mode: u32, size: usize, made: i64) -> std::io::Result<Header> {
    let mut header = Header::new_gnu();
    header.set_mode(mode);
    header.set_size(size as u64);
    header.set_mtime(made.unsigned_abs());
    header.set_uid(0);
    header.set_gid(0);
    header.set_username("root")?;
    header.set_groupname("root")?;
    Ok(header)
}

/// gzip without a name or a time.
pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut packed = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    packed.write_all(bytes).and_then(|()| packed.finish()).map_err(|e| e.to_string())
}
