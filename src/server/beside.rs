//! A pad's text with its pictures and files, as it goes out: what the child has made of the text, and the files put to it here.

use std::sync::Arc;

use bytes::Bytes;
use tokio::task::spawn_blocking;

use crate::base::ids::FileId;
use crate::render::{BesideForm, FileBeside, Form, Job, NotRendered, addresses};
use crate::render::{with_pictures, zipped};
use crate::room::files::StoredFile;

/// Files as a text has them beside it.
#[must_use]
pub fn files_beside(files: Vec<(FileId, Arc<StoredFile>)>) -> Vec<FileBeside> {
    let beside = |(id, file): (FileId, Arc<StoredFile>)| {
        let StoredFile { name, kind, bytes } = &*file;
        FileBeside { id: id.to_string(), name: name.clone(), kind, bytes: bytes.clone() }
    };
    files.into_iter().map(beside).collect()
}

/// What the child is to make of a text whose pad has these files. Without any a page is the same for all.
#[must_use]
pub fn job_beside(form: BesideForm, title: String, files: &[FileBeside]) -> Job {
    match form {
        BesideForm::Html if files.is_empty() => Job::Read { form: Form::Html, title },
        BesideForm::Capsule if files.is_empty() => Job::Capsule { title },
        _ => Job::Beside { form, title, files: addresses(files, form) },
    }
}

/// The files put to what came of that job: pictures into a page, all that a Markdown text of this name refers to into a zip.
///
/// # Errors
/// Where a page would be too large.
pub async fn put_beside(
    made: Bytes,
    (form, name): (BesideForm, &str),
    files: Vec<FileBeside>,
) -> Result<Bytes, NotRendered> {
    if files.is_empty() && form != BesideForm::Markdown {
        return Ok(made);
    }
    let name = format!("{name}.md");
    // 50 MiB of pictures are no work for a thread that others wait for.
    let put = spawn_blocking(move || match form {
        BesideForm::Markdown => Ok(zipped((&name, &made), &files, &addresses(&files, form))),
        _ => with_pictures(&made, &files),
    });
    put.await.map_err(|_| NotRendered::NoChild)?.map_err(|_| NotRendered::TooManyPictures)
}
