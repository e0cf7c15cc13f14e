//! `--save-dir`: a pad that ends is kept as Markdown and as a capsule, a page that any Fadepad goes on with. Each file is
//! there whole or not at all, and nothing is written over.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use tempfile::Builder;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::app::{NotStarted, secret};
use crate::base::clock::time_of_day;
use crate::base::limits::{RENDERERS, SAVE_TIME};
use crate::base::names::PadName;
use crate::desktop::clock;
use crate::render::{Form, Job, NotRendered, Renderer};
use crate::room::at_end::Kept;

/// Files of one pad in one second: after them something else is wrong.
const SAME_NAMES: usize = 1_000;

/// The folder, where copies go.
pub(super) struct Folder {
    path: PathBuf,
    renderer: Renderer,
    /// Pads that end at once are read one after the other, however many.
    places: Arc<Semaphore>,
}

impl Folder {
    /// Makes the folder where it is missing, and sees that files can be made in it: not first when a pad ends.
    ///
    /// # Errors
    /// Where they can't.
    pub(super) fn open(path: &Path, renderer: Renderer) -> Result<Self, NotStarted> {
        let failed = |error: io::Error| NotStarted::SaveDir(path.to_owned(), error);
        fs::create_dir_all(path).map_err(failed)?;
        unfinished(path).map_err(failed)?;
        let path = path.canonicalize().map_err(failed)?;
        Ok(Self { path, renderer, places: Arc::new(Semaphore::new(RENDERERS)) })
    }

    /// Keeps a pad's text. What can't be kept is said, and the pad ends all the same: its text fades.
    pub(super) async fn keep(&self, pad: &PadName, title: Option<&str>, text: Bytes) -> Kept {
        let _place = self.places.acquire().await;
        let title = title.unwrap_or(pad.as_str()).to_owned();
        let markdown = Job::Read { form: Form::Markdown, title: title.clone() };
        let read = self.renderer.run(&markdown, &text).await;
        let capsule = match &read {
            Ok(_) => self.renderer.run(&Job::Capsule { title }, &text).await,
            Err(why) => Err(*why),
        };
        let name = format!("{pad}-{}", clock::stamp(time_of_day()));
        let (files, failed) = match (read, capsule) {
            (Ok(markdown), Ok(capsule)) => (vec![("md", markdown), ("html", capsule)], None),
            // Nothing of it is lost: any Fadepad reads this, too.
            (_, Err(why)) | (Err(why), _) => (vec![("yjs", text)], Some(why)),
        };
        self.put(&name, files, failed).await
    }

    async fn put(
        &self,
        name: &str,
        files: Vec<(&'static str, Bytes)>,
        unread: Option<NotRendered>,
    ) -> Kept {
        let markdown = files.first().filter(|(ending, _)| *ending == "md").map(|(_, text)| text);
        let markdown = markdown.map(|text| String::from_utf8_lossy(text).into_owned());
        let (path, name) = (self.path.clone(), name.to_owned());
        let writing = tokio::task::spawn_blocking(move || write(&path, &name, &files));
        let written = match timeout(SAVE_TIME, writing).await {
            Ok(written) => written.map_err(io::Error::other).and_then(|written| written),
            Err(_) => Err(io::ErrorKind::TimedOut.into()),
        };
        let unread = unread
            .map(|why| format!("its text could not be read ({why}); it is kept as Yjs alone"));
        match written {
            Ok(files) => Kept { files, failed: unread, markdown },
            Err(error) => {
                let failed = format!("{}: {error}", self.path.display());
                Kept { files: Vec::new(), failed: Some(failed), markdown }
            }
        }
    }
}

/// A file that nobody sees yet; it is gone where it is dropped.
fn unfinished(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    Builder::new().prefix(".fadepad-").suffix(".part").tempfile_in(folder)
}

/// Writes all of them or none, each under a name that nothing has.
fn write(folder: &Path, name: &str, files: &[(&str, Bytes)]) -> io::Result<Vec<PathBuf>> {
    let mut whole = Vec::new();
    for (_, text) in files {
        let mut file = unfinished(folder)?;
        file.write_all(text)?;
        file.as_file().sync_all()?;
        whole.push(file);
    }
    let mut kept = Vec::new();
    for (file, (ending, _)) in whole.into_iter().zip(files) {
        kept.push(named(file, folder, (name, ending))?);
    }
    kept.first().map_or(Ok(()), |file| secret::sync_folder(file))?;
    Ok(kept)
}

/// Gives it the first name that is free.
fn named(
    mut file: tempfile::NamedTempFile,
    folder: &Path,
    (name, ending): (&str, &str),
) -> io::Result<PathBuf> {
    for n in 1..SAME_NAMES {
        let number = if n == 1 { String::new() } else { format!("-{n}") };
        let path = folder.join(format!("{name}{number}.{ending}"));
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => file = taken.file,
            Err(failed) => return Err(failed.error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_is_written_over_and_nothing_unfinished_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let files = |text| [("md", Bytes::from_static(text)), ("html", Bytes::from_static(text))];
        let one = write(folder.path(), "notes", &files(b"one")).unwrap();
        let two = write(folder.path(), "notes", &files(b"two")).unwrap();
        let names = |kept: &[PathBuf]| -> Vec<String> {
            kept.iter().map(|path| path.file_name().unwrap().to_string_lossy().into()).collect()
        };
        assert_eq!(names(&one), ["notes.md", "notes.html"]);
        assert_eq!(names(&two), ["notes-2.md", "notes-2.html"]);
        assert_eq!(fs::read(&one[0]).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
        let gone = folder.path().join("gone");
        assert!(write(&gone, "notes", &files(b"three")).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }

    #[cfg(unix)]
    #[test]
    fn a_copy_is_its_owners_to_read() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let kept = write(folder.path(), "notes", &[("md", Bytes::from_static(b"one"))]).unwrap();
        assert_eq!(fs::metadata(&kept[0]).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
