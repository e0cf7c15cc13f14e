//! `fadepad import`: a file at the end of a pad, written by a participant with a name, or by the server where it has to be read.

use std::io::{self, Read as _, Write as _};
use std::path::Path;

use super::append::{Appended, LeftOut, PORTION, PadConnection, run};
use super::{PadEntry, Source, fetch};
use crate::app::pads::Unanswered;
use crate::render::Written;

/// The largest file that is brought in, in bytes: more than any pad takes.
const MAX_FILE: u64 = 80 << 20;

/// What is said of a file of other letters.
const NO_TEXT: &str = "it is no text in UTF-8: save it as UTF-8, or drop it on the page";

/// What a file is.
enum FileKind {
    Markdown,
    /// A paragraph a line.
    Text,
    /// A page, or a document, by itself or in a capsule, of which its blocks are added: by the server, which reads it.
    Document(&'static str),
}

impl FileKind {
    fn of(file: &Path) -> Result<Self, String> {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        Ok(match ending.as_deref() {
            Some("md" | "markdown") | None => Self::Markdown,
            Some("txt" | "log") => Self::Text,
            Some("html" | "htm") => Self::Document("text/html"),
            Some("yjs") => Self::Document("application/octet-stream"),
            Some("zip") => Self::Document("application/zip"),
            Some(other) => {
                return Err(format!(
                    "a file that ends with .{other} is none that commands bring in (.md, .txt, \
                     .html, .yjs, .zip): drop it on the page"
                ));
            }
        })
    }
}

/// Writes a file at the end of a pad: Markdown; text (`.txt`), a paragraph a line; a page (`.html`) or a zip of Markdown with their
/// pictures; or the blocks of a capsule or a document (`.yjs`).
///
/// # Errors
/// As above, and where the file can't be read.
pub fn import(source: &Source, file: &Path, name: &str) -> Result<Appended, Unanswered> {
    let failed = |why: String| Unanswered::Failed(format!("{}: {why}", file.display()));
    if file == Path::new("-") {
        return Err(failed("what stands on stdin is written by `fadepad append`".into()));
    }
    let kind = FileKind::of(file).map_err(failed)?;
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(file).map_err(|error| failed(error.to_string()))?;
    opened.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(|error| failed(error.to_string()))?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(failed(format!("it is over {} MiB, more than any pad takes", MAX_FILE >> 20)));
    }
    let is_text = match kind {
        FileKind::Markdown => false,
        FileKind::Text => true,
        FileKind::Document(kind) => {
            if kind == "text/html" && std::str::from_utf8(&bytes).is_err() {
                return Err(failed(NO_TEXT.into()));
            }
            let entry = PadEntry::of(source)?;
            let path = format!("/api/v1/pads/{}/import", entry.pad);
            let said = fetch::send(&entry, (&path, kind), &bytes)?;
            // A server of before does not count them: nobody is told a number that is none.
            let count = |name: &str| said[name].as_u64().and_then(|count| count.try_into().ok());
            let left_out: Vec<LeftOut> =
                serde_json::from_value(said["left_out"].clone()).unwrap_or_default();
            let (pad, files) = (entry.pad.to_string(), count("files"));
            for LeftOut { name, why } in &left_out {
                let _ = writeln!(io::stderr(), "{name} stays out: {why}");
            }
            return Ok(Appended { pad, lines: count("blocks"), files, left_out });
        }
    };
    let text = String::from_utf8(bytes).map_err(|_| failed(NO_TEXT.into()))?;
    let entry = PadEntry::of(source)?;
    run(async {
        let mut line = PadConnection::enter(&entry, name).await?;
        for part in portions(&text, is_text) {
            let written = if is_text { Written::Lines(part) } else { Written::Markdown(part) };
            let updates = line.writer.add(written);
            line.send_all(updates).await?;
        }
        line.leave(&entry, text.lines().count()).await
    })
}

/// A text in parts that are messages: text between lines, and Markdown whole, since its parts lean on one another.
fn portions(text: &str, is_text: bool) -> Vec<&str> {
    if !is_text {
        return vec![text];
    }
    let (mut parts, mut rest) = (Vec::new(), text);
    while rest.len() > PORTION {
        let cut = rest.as_bytes()[..PORTION].iter().rposition(|byte| *byte == b'\n');
        let (part, more) = rest.split_at(cut.map_or(rest.len(), |cut| cut + 1));
        parts.push(part);
        rest = more;
    }
    parts.push(rest);
    parts
}
