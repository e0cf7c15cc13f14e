//! A file of records beside the secret file: its name, how it is read and written, and who writes last. Each record is one line.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{NotStarted, secret};
use crate::base::lock::lock;

/// After a failed write: a disk that was full may have room again.
pub(super) const TRY_AGAIN: Duration = Duration::from_secs(1);

/// What stands in such a file.
pub(super) struct RecordKind {
    /// What its name has beyond the secret file's.
    pub(super) suffix: &'static str,
    /// Its first line.
    pub(super) header: &'static str,
    /// What is said of a file that has another one.
    pub(super) none: &'static str,
}

/// One of them. All who write it have the same.
pub(super) struct RecordFile {
    path: PathBuf,
    kind: &'static RecordKind,
    /// Held while it is written; whether the last was. A write is not stopped with the task that began it.
    is_over: Mutex<bool>,
}

impl RecordFile {
    /// That beside this secret file.
    pub(super) fn beside(secret: &Path, kind: &'static RecordKind) -> Arc<Self> {
        let mut path = secret.as_os_str().to_owned();
        path.push(kind.suffix);
        Arc::new(Self { path: path.into(), kind, is_over: Mutex::default() })
    }

    /// Whether earlier runs have left one.
    pub(super) fn exists(&self) -> bool {
        self.path.exists()
    }

    /// Reads what earlier runs noted; nothing where there is no file.
    ///
    /// # Errors
    /// Where it can't be read, or is something else: nothing is passed over.
    pub(super) fn load<R>(&self, read: impl Fn(&str) -> Option<R>) -> Result<Vec<R>, NotStarted> {
        let failed = |what: String| NotStarted::Secret(self.path.clone(), what);
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(e) => return Err(failed(e.to_string())),
        };
        let mut lines = text.lines();
        if lines.next() != Some(self.kind.header) {
            return Err(failed(format!("{}. Remove it if it is not needed", self.kind.none)));
        }
        let records: Option<Vec<_>> = lines.map(read).collect();
        let unread = "a line of it can't be read. Remove it if it is not needed";
        records.ok_or_else(|| failed(unread.to_owned()))
    }

    /// Writes these lines whole or not at all, on a thread that may wait. When it returns, no loss of power takes them back.
    pub(super) async fn write(self: &Arc<Self>, lines: Vec<String>) -> io::Result<()> {
        let file = Arc::clone(self);
        let written = tokio::task::spawn_blocking(move || file.write_now(&lines, false)).await;
        written.map_err(io::Error::other)?
    }

    /// Writes what the next run is to find. Whatever is still on its way to the file comes to nothing.
    pub(super) fn write_last(&self, lines: &[String]) -> io::Result<()> {
        self.write_now(lines, true)
    }

    fn write_now(&self, lines: &[String], is_last: bool) -> io::Result<()> {
        let mut is_over = lock(&self.is_over);
        if *is_over {
            return Ok(());
        }
        let mut text = format!("{}\n", self.kind.header);
        for line in lines {
            text.push_str(line);
            text.push('\n');
        }
        self.put(&text)?;
        *is_over = is_last;
        Ok(())
    }

    /// Puts this text in the place of the file, for its owner alone.
    fn put(&self, text: &str) -> io::Result<()> {
        let mut fresh = self.path.as_os_str().to_owned();
        fresh.push(".new");
        let fresh = PathBuf::from(fresh);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&fresh)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&fresh, &self.path)?;
        secret::sync_folder(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: RecordKind =
        RecordKind { suffix: ".lines", header: "lines 1", none: "it has no lines" };

    fn folder(of: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("fadepad-{of}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn read(file: &RecordFile) -> Vec<String> {
        file.load(|line| Some(line.to_owned())).unwrap()
    }

    #[test]
    fn who_writes_last_has_the_last_word_however_many_write_at_once() {
        let folder = folder("last-word");
        let file = RecordFile::beside(&folder.join("secret"), &KIND);
        let of = |writer: usize| vec![writer.to_string(); 500];
        std::thread::scope(|scope| {
            for writer in 0..8 {
                let file = &file;
                scope.spawn(move || {
                    (0..20).for_each(|_| file.write_now(&of(writer), false).unwrap())
                });
            }
            scope.spawn(|| {
                while !file.exists() {
                    std::thread::yield_now();
                }
                for _ in 0..50 {
                    let lines = read(&file);
                    assert_eq!(lines.len(), 500);
                    assert!(lines.iter().all(|line| *line == lines[0]), "of two writers");
                }
                file.write_last(&["last".to_owned()]).unwrap();
                assert_eq!(read(&file), ["last"]);
            });
        });
        assert_eq!(read(&file), ["last"], "whoever was still about to write");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_last_word_that_could_not_be_written_can_be_said_again() {
        let folder = folder("said-again");
        let file = RecordFile::beside(&folder.join("none").join("secret"), &KIND);
        assert!(file.write_last(&["last".to_owned()]).is_err());
        fs::create_dir_all(folder.join("none")).unwrap();
        file.write_last(&["last".to_owned()]).unwrap();
        assert_eq!(read(&file), ["last"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
