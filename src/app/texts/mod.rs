//! A pad's text from a command line: `fadepad cat`, `tail`, `export`, `append` and `import`, by a link, a code, or the name of a
//! pad of the instance that runs here.

mod append;
mod entry;
mod fetch;
mod import;
mod tail;

use std::fs::OpenOptions;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

pub use self::append::{AppendOptions, Appended, LeftOut, append};
pub use self::entry::PadEntry;
pub use self::import::import;
pub use self::tail::tail;

use super::pads::Unanswered;
use crate::base::target::Target;
use crate::render::Form;

/// A pad, and what opens it beside its link.
#[derive(Clone, Debug)]
pub struct Source {
    /// Which.
    pub pad: Target,
    /// The second secret, where the pad asks for one.
    pub pin: Option<String>,
}

/// Prints a pad's text, as it comes.
///
/// # Errors
/// Where nobody answers, there is no such pad, or the link does not open it.
pub fn cat(source: &Source, form: Form) -> Result<(), Unanswered> {
    let entry = PadEntry::of(source)?;
    let mut text = fetch::open(&entry, &format!("/p/{}.{}", entry.pad, form.ending()))?;
    let mut out = io::stdout().lock();
    match io::copy(&mut text, &mut out).and_then(|_| out.flush()) {
        // Whoever has read enough (`| head -1`) is no failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(broken(&error)),
        _ => Ok(()),
    }
}

/// The forms that a pad is kept in as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
    /// Its text.
    Text(Form),
    /// A web page with the document in it, from which another Fadepad goes on.
    Capsule,
    /// The document by itself: one Yjs update.
    Yjs,
    /// Its text as Markdown, with its pictures and files beside it, in a zip.
    Zip,
}

/// Where a pad is taken out to.
#[derive(Clone, Debug, Default)]
pub struct ExportTo {
    /// The file; else it is called as the pad is.
    pub file: Option<PathBuf>,
    /// Its form; else as the file's ending says.
    pub form: Option<FileForm>,
    /// Whether a file that is there already is written over.
    pub over: bool,
}

impl FileForm {
    fn of(ending: &str) -> Option<Self> {
        match ending {
            "yjs" => Some(Self::Yjs),
            "zip" => Some(Self::Zip),
            _ => Form::of(ending).map(Self::Text),
        }
    }

    /// As a file's ending says; none says Markdown.
    fn for_file(file: Option<&Path>) -> Result<Self, String> {
        if file == Some(Path::new("-")) {
            return Err("to print a pad use `fadepad cat`; a file of that name is ./-".into());
        }
        let ending = file.and_then(Path::extension).map(|ending| ending.to_string_lossy());
        let Some(ending) = ending else { return Ok(Self::Text(Form::Markdown)) };
        let office = matches!(&*ending.to_ascii_lowercase(), "docx" | "odt" | "pdf");
        Self::of(&ending.to_ascii_lowercase()).ok_or_else(|| match office {
            true => format!(
                ".{ending} files are made by the page: in its menu, Take it with you. Commands keep .md, .txt, .html, .json, .yjs and .zip"
            ),
            false => format!(
                "no form ends with .{ending}: choose .md, .txt, .html, .json, .yjs or .zip, or say --as"
            ),
        })
    }

    /// As the server knows it.
    fn name(self) -> &'static str {
        match self {
            Self::Text(form) => form.ending(),
            Self::Capsule => "capsule",
            Self::Yjs => "yjs",
            Self::Zip => "zip",
        }
    }

    fn ending(self) -> &'static str {
        if self == Self::Capsule { Form::Html.ending() } else { self.name() }
    }
}

/// Keeps a pad's text as a file, which is not there yet unless `over` says so; returns what was kept.
///
/// # Errors
/// As above, and where the file can't be written.
pub fn export(source: &Source, to: ExportTo) -> Result<Exported, Unanswered> {
    let ExportTo { file, form, over } = to;
    let form = match form {
        Some(form) => form,
        None => FileForm::for_file(file.as_deref()).map_err(Unanswered::Failed)?,
    };
    let entry = PadEntry::of(source)?;
    let file = file.unwrap_or_else(|| PathBuf::from(format!("{}.{}", entry.pad, form.ending())));
    if file.is_dir() {
        let within = file.join(format!("{}.{}", entry.pad, form.ending()));
        let why = format!("{} is a folder: say {}", file.display(), within.display());
        return Err(Unanswered::Failed(why));
    }
    let mut text = Vec::new();
    // All of it before the file is touched.
    let path = format!("/api/v1/pads/{}/export?as={}", entry.pad, form.name());
    fetch::open(&entry, &path)?.read_to_end(&mut text).map_err(|error| broken(&error))?;
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true).create_new(!over);
    let written = options.open(&file).and_then(|mut file| file.write_all(&text));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Unanswered::Failed(format!(
            "{} is there already; --force writes over it",
            file.display()
        )),
        _ => Unanswered::Failed(format!("{} can't be written: {error}", file.display())),
    })?;
    Ok(Exported { pad: entry.pad.to_string(), file, bytes: text.len() })
}

/// What was kept as a file.
#[derive(Debug, serde::Serialize)]
pub struct Exported {
    /// The pad.
    pub pad: String,
    /// The file.
    pub file: PathBuf,
    /// How large it is.
    pub bytes: usize,
}

fn broken(error: &io::Error) -> Unanswered {
    Unanswered::Failed(format!("the text did not come through: {error}"))
}
