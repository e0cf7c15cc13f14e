//! `fadepad import`: a file at the end of a pad, written by a participant with a name, or by the server where it has to be read.

use std::io::{self, Read as _, Write as _};
use std::path::Path;

use super::append::{Appended, LeftOut, PORTION, PadConnection, run};
use super::{PadEntry, Source, fetch};
use crate::app::pads::Unanswered;
use crate::desktop::text::tame;
use crate::render::Written;

/// The most that is read of what is no file on a disk, in bytes: such may never end. How large a file may be, the server says.
const MAX_STREAM: u64 = 80 << 20;

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
    let bytes = read(file).map_err(|error| failed(error.to_string()))?;
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
            let left_out_more = count("left_out_more").filter(|more| *more > 0);
            // Whoever hears nothing on stderr still has the text in the pad.
            let _ = io::stderr().write_all(not_in(&left_out, left_out_more).as_bytes());
            let (pad, lines, files) = (entry.pad.to_string(), count("blocks"), count("files"));
            return Ok(Appended { pad, lines, files, left_out, left_out_more });
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

/// All of a file.
fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut opened = std::fs::File::open(file)?;
    let mut bytes = Vec::new();
    if opened.metadata()?.is_file() {
        opened.read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    opened.take(MAX_STREAM + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_STREAM {
        let most = MAX_STREAM >> 20;
        return Err(io::Error::other(format!("over {most} MiB come out of it, and it is no file")));
    }
    Ok(bytes)
}

/// What has not come in, a line each, in the words of a server that may be anybody's.
fn not_in(left_out: &[LeftOut], more: Option<usize>) -> String {
    let line =
        |LeftOut { name, why }: &LeftOut| format!("{} stays out: {}\n", tame(name), tame(why));
    let more = more.map(|more| format!("{more} more stay out\n"));
    left_out.iter().map(line).chain(more).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_says_of_files_that_stay_out_moves_no_cursor_and_turns_no_row() {
        let left = LeftOut { name: "\x1b[2Ja\u{202e}gpj.b".into(), why: "No\r\nplace.".into() };
        assert_eq!(not_in(&[left], Some(7)), "[2Jagpj.b stays out: Noplace.\n7 more stay out\n");
        assert_eq!(not_in(&[], None), "");
    }
}
