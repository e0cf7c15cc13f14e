//! The flags of what reads a pad's text, or writes into it: `fadepad cat`, `tail`, `export`, `append` and `import`.

use std::path::PathBuf;

use clap::ValueEnum;

use super::pads::SealArgs;
use super::{Action, Exit};
use crate::base::target::Target;

/// What is done with a pad's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextTask {
    /// Print it.
    Cat(TextForm),
    /// Print what changes.
    Tail {
        /// How many of the last blocks it begins with.
        lines: usize,
        /// Who reads.
        name: String,
    },
    /// Keep it as a file.
    Export {
        /// Where; none: by the pad's name.
        file: Option<PathBuf>,
        /// As what; none: by the file's ending.
        form: Option<FileFormArg>,
        /// Whether a file that is there is written over.
        force: bool,
    },
    /// Write words, or what stands on stdin, at its end.
    Append {
        /// The words; none: what stands on stdin.
        words: Option<String>,
        /// As code of this language.
        code: Option<String>,
        /// By whom.
        name: String,
    },
    /// Write a file at its end.
    Import {
        /// Which.
        file: PathBuf,
        /// By whom.
        name: String,
    },
}

/// The forms of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TextForm {
    /// Markdown.
    #[value(alias = "markdown")]
    Md,
    /// The words alone.
    #[value(alias = "text")]
    Txt,
    /// A web page.
    Html,
    /// The blocks, as BlockNote has them.
    Json,
}

/// The forms of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FileFormArg {
    /// Markdown.
    #[value(alias = "markdown")]
    Md,
    /// The words alone.
    #[value(alias = "text")]
    Txt,
    /// A web page.
    Html,
    /// The blocks, as BlockNote has them.
    Json,
    /// A web page from which another Fadepad goes on.
    Capsule,
    /// The document by itself, as one Yjs update.
    Yjs,
    /// Markdown with the pictures and files of the pad beside it.
    Zip,
}

#[derive(Debug, clap::Args)]
struct PadArgs {
    /// The pad's link, or a code's (http://192.168.1.20:7780/j/K7QPM3), or its name where Fadepad runs on this machine
    #[arg(value_name = "PAD")]
    pad: Target,
    /// The PIN, where the pad asks for one beside its code
    #[arg(long, env = "FADEPAD_PIN")]
    pin: Option<String>,
    #[command(flatten)]
    seal: SealArgs,
}

#[derive(Debug, clap::Args)]
struct NameArgs {
    /// What others read beside what is written [default: this account's name]
    #[arg(long)]
    name: Option<String>,
}

impl NameArgs {
    fn get(&self) -> String {
        called(self.name.as_ref())
    }
}

/// What was said, else what this account is called.
fn called(name: Option<&String>) -> String {
    let account = || std::env::var("USER").or_else(|_| std::env::var("USERNAME")).ok();
    name.cloned().or_else(account).unwrap_or_else(|| "command line".into())
}

/// Print a pad's text
///
/// Exits with 5 where there is no such pad or it has ended, with 6 where the link or code does not open it,
/// with 7 where no Fadepad runs here.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  fadepad cat http://192.168.1.20:7780/j/K7QPM3 --as txt | grep TODO"
)]
pub(super) struct CatArgs {
    #[command(flatten)]
    pad: PadArgs,
    /// The form that it is printed in
    #[arg(long = "as", value_enum, default_value = "md", value_name = "FORM")]
    form: TextForm,
    /// The same as --as json
    #[arg(long)]
    json: bool,
}

/// Print what changes in a pad, block by block, until it ends
///
/// Exits with 0 when the pad has ended, with 5 where there is none, with 6 where the link or code does not open it,
/// with 7 where no Fadepad runs here.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  fadepad tail http://192.168.1.20:7780/j/K7QPM3 -n 0")]
pub(super) struct TailArgs {
    #[command(flatten)]
    pad: PadArgs,
    /// Begin with so many of its last blocks (a block: a paragraph, a heading, a row of a list); 0: only what changes
    #[arg(short = 'n', long, default_value_t = 10)]
    lines: usize,
    /// What the host reads of who follows the text [default: this account's name]
    #[arg(long)]
    name: Option<String>,
    /// Print an object a line: the block's id and its text
    #[arg(long)]
    json: bool,
}

/// Keep a pad's text as a file
///
/// Exits with 5 where there is no such pad or it has ended, with 6 where the link or code does not open it,
/// with 7 where no Fadepad runs here.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  fadepad export http://192.168.1.20:7780/j/K7QPM3 minutes.html")]
pub(super) struct ExportArgs {
    #[command(flatten)]
    pad: PadArgs,
    /// The file; its ending says as what: .md, .txt, .html, .json, .yjs; .zip: Markdown with its pictures and files [default: the pad's name and .md]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The form that it is kept in, whatever the file's ending
    #[arg(long = "as", value_enum, value_name = "FORM")]
    form: Option<FileFormArg>,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
    /// Print what was kept, as JSON
    #[arg(long)]
    json: bool,
}

/// Write words at the end of a pad, or what stands on stdin: Markdown, or a log as it grows
///
/// Exits with 5 where there is no such pad or it has ended, with 6 where the link or code does not let one write,
/// with 7 where no Fadepad runs here.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fadepad append http://192.168.1.20:7780/j/K7QPM3 \"- [ ] order cups\"\n  \
        make 2>&1 | fadepad append http://192.168.1.20:7780/j/K7QPM3 --code --name build"
)]
pub(super) struct AppendArgs {
    #[command(flatten)]
    pad: PadArgs,
    /// The words, as Markdown [default: what stands on stdin]
    #[arg(value_name = "WORDS", allow_hyphen_values = true, value_parser = word)]
    words: Vec<String>,
    /// Write it as code, of this language where one is said (--code=rust), and not as Markdown
    #[arg(
        long,
        value_name = "LANGUAGE",
        num_args = 0..=1,
        default_missing_value = "",
        require_equals = true
    )]
    code: Option<String>,
    #[command(flatten)]
    name: NameArgs,
    /// Print what was written, as JSON
    #[arg(long)]
    json: bool,
}

/// Write a file at the end of a pad: Markdown (.md), text (.txt), a paragraph a line, a page or a capsule
/// (.html), or Markdown with its pictures (.zip)
///
/// Of a page, a capsule, a zip and a Yjs update (.yjs) the server adds the blocks, under no name, with their pictures and
/// files; what the pad has no place for is told on stderr. Word and OpenDocument texts are read by the page: drop them there.
/// Exits with 5 where there is no such pad or it has ended, with 6 where the link or code does not let one write,
/// with 7 where no Fadepad runs here.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  fadepad import http://192.168.1.20:7780/j/K7QPM3 agenda.md")]
pub(super) struct ImportArgs {
    #[command(flatten)]
    pad: PadArgs,
    /// The file: .md, .txt, .html, .zip or .yjs
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    name: NameArgs,
    /// Print what was written, as JSON
    #[arg(long)]
    json: bool,
}

/// A word of a text. "- [ ] cups" begins with a dash like any list; what looks like a flag is none that is known.
fn word(word: &str) -> Result<String, String> {
    if word.len() > 1 && word.starts_with('-') && !word.starts_with("- ") {
        return Err("flags stand before the words; words that begin so come from stdin".into());
    }
    Ok(word.to_owned())
}

impl PadArgs {
    fn action(&self, task: TextTask, json: bool) -> Result<Action, Exit> {
        Ok(Action::Text { pad: self.seal.pin(&self.pad)?, pin: self.pin.clone(), task, json })
    }
}

impl CatArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let form = if self.json { TextForm::Json } else { self.form };
        self.pad.action(TextTask::Cat(form), self.json)
    }
}

impl TailArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let task = TextTask::Tail { lines: self.lines, name: called(self.name.as_ref()) };
        self.pad.action(task, self.json)
    }
}

impl ExportArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let (file, form, force) = (self.file.clone(), self.form, self.force);
        self.pad.action(TextTask::Export { file, form, force }, self.json)
    }
}

impl AppendArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let words = (!self.words.is_empty()).then(|| self.words.join(" "));
        let code = match (self.code.as_deref(), &*self.words) {
            (Some(""), [word]) if is_language(word) => return Err(language_apart(word)),
            (Some(""), _) => Some("text".to_owned()),
            (code, _) => code.map(str::to_owned),
        };
        let task = TextTask::Append { words, code, name: self.name.get() };
        self.pad.action(task, self.json)
    }
}

/// Whether a word could be the language that `--code` was meant to have: it would be written, and what stands on stdin lost.
fn is_language(word: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || b"+#-_".contains(&byte);
    word.len() <= 20
        && word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.bytes().all(letters)
}

fn language_apart(word: &str) -> Exit {
    let text = format!(
        "error: `--code {word}`: a language stands behind `=`: --code={word}\n\n\
         To write the word {word:?} itself as code: --code=text {word}\n"
    );
    Exit { text, code: 2 }
}

impl ImportArgs {
    pub(super) fn action(&self) -> Result<Action, Exit> {
        let task = TextTask::Import { file: self.file.clone(), name: self.name.get() };
        self.pad.action(task, self.json)
    }
}
