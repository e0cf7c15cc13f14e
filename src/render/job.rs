//! What a child of this program is asked to do, and how both ends write that: a line of JSON, and the document behind it. All
//! of it goes through the child's pipes, since a command line is read by everyone on the machine.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::along::{Along, TextAlong, shown_in};
use super::beside::{self, BesideForm, FileAddresses};
use super::blocks::Block;
use super::html::blocks_of_page;
use super::markdown::{blocks_beside, markdown_of};
use super::write::{Writer, Written};
use super::{Form, Unreadable, document, page, plain};

/// The argument by which this program knows that it is the child.
pub(super) const ARGUMENT: &str = "--render-child";

/// What is to be made of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Job {
    /// The whole text.
    Read {
        /// As what.
        form: Form,
        /// What the pad is called.
        title: String,
    },
    /// The whole text as a web page that carries the document, too: any Fadepad goes on with it.
    Capsule {
        /// What the pad is called.
        title: String,
    },
    /// The whole text of a pad with files: where each is found stands in it.
    Beside {
        /// As what.
        form: BesideForm,
        /// What the pad is called.
        title: String,
        /// Where they are found.
        files: FileAddresses,
    },
    /// The words of each block by themselves, with its id, as JSON.
    Blocks,
    /// An update that adds this text at the end: see [`Added`].
    Add {
        /// The text.
        text: String,
        /// How it is written.
        manner: Manner,
    },
    /// An update that adds a page at the end: see [`Added`].
    Page {
        /// The page.
        text: String,
        /// Its pictures.
        along: Along,
    },
    /// An update that adds the Markdown of a zip at the end: see [`Added`].
    Unpacked {
        /// Its texts.
        texts: Vec<TextAlong>,
        /// What lies beside them.
        along: Along,
    },
    /// An update that adds what stands in another document, as blocks, at the end: see [`Added`].
    Bring {
        /// That document, as one update in base64.
        document: String,
        /// Its files.
        along: Along,
    },
    /// Nothing that ends: for the test of what becomes of it.
    #[doc(hidden)]
    Spin,
    /// More memory than there is: as above.
    #[doc(hidden)]
    Fill,
    /// What no child may, by this name: as above.
    #[doc(hidden)]
    Reach(String),
}

/// How a text is written that is added to a pad.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// Markdown.
    Markdown,
    /// Words, a paragraph a line.
    Lines,
    /// Code in this language.
    Code(String),
}

/// What came of a job that adds: what tells others of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// An update of the document.
    pub update: Bytes,
    /// Blocks that it adds, those in other blocks too.
    pub blocks: usize,
    /// Files that they show, by their ids, with what each is called there.
    pub files: BTreeMap<String, String>,
}

/// What stands before the update.
#[derive(Serialize, Deserialize)]
struct AddedHead {
    blocks: usize,
    files: BTreeMap<String, String>,
}

impl Added {
    fn new((update, blocks): (Vec<u8>, usize)) -> Self {
        Self { update: update.into(), blocks, files: BTreeMap::new() }
    }

    /// These blocks at the end of a document, with words in the place of what has none in it.
    fn of(update: &[u8], blocks: Vec<Block>, along: &Along) -> Result<Self, Unreadable> {
        let blocks = along.without_left_out(blocks);
        let mut files = BTreeMap::new();
        shown_in(&blocks, &mut files);
        Ok(Self { files, ..Self::new(Writer::new(update)?.bring(&blocks)) })
    }

    /// A line of JSON, and the update behind it: the way of a job to a child.
    fn to_bytes(&self) -> Result<Vec<u8>, Unreadable> {
        let head = AddedHead { blocks: self.blocks, files: self.files.clone() };
        let mut bytes = serde_json::to_vec(&head).map_err(|_| Unreadable)?;
        bytes.push(b'\n');
        bytes.extend_from_slice(&self.update);
        Ok(bytes)
    }

    /// What a job that adds has made.
    ///
    /// # Errors
    /// Where no such job has made it.
    pub fn read(made: &Bytes) -> Result<Self, Unreadable> {
        let end = made.iter().position(|byte| *byte == b'\n').ok_or(Unreadable)?;
        let head: AddedHead = serde_json::from_slice(&made[..end]).map_err(|_| Unreadable)?;
        let AddedHead { blocks, files } = head;
        Ok(Self { update: made.slice(end + 1..), blocks, files })
    }
}

#[derive(Serialize)]
struct Shown<'a> {
    title: &'a str,
    blocks: &'a [super::blocks::Block],
}

impl Job {
    /// Does it, in this very process: only for documents that hurt nobody but who asked.
    ///
    /// # Errors
    /// Where the bytes are no document.
    pub fn done(&self, update: &[u8]) -> Result<Vec<u8>, Unreadable> {
        if let Self::Add { text, manner } = self {
            let text = match manner {
                Manner::Markdown => Written::Markdown(text),
                Manner::Lines => Written::Lines(text),
                Manner::Code(language) => Written::Code(text, language),
            };
            return Added::new(Writer::new(update)?.add_at_once(text)).to_bytes();
        }
        match self.brought()? {
            Some((blocks, along)) => Added::of(update, blocks, along)?.to_bytes(),
            None => self.told(update).map(String::into_bytes),
        }
    }

    /// Leaves out the files of these ids, where it brings any: their words stand in their place.
    pub fn leave_out(&mut self, ids: impl Iterator<Item = String>) {
        if let Self::Page { along, .. } | Self::Unpacked { along, .. } | Self::Bring { along, .. } =
            self
        {
            along.left_out.extend(ids);
        }
    }

    /// The blocks of what is brought in as a file, where it is that.
    fn brought(&self) -> Result<Option<(Vec<Block>, &Along)>, Unreadable> {
        Ok(Some(match self {
            Self::Page { text, along } => (blocks_of_page(text), along),
            Self::Unpacked { texts, along } => {
                let read = |TextAlong { folder, text }: &TextAlong| {
                    blocks_beside(text, &|path| along.find(folder, path))
                };
                (texts.iter().flat_map(read).collect(), along)
            }
            Self::Bring { document, along } => {
                let brought = BASE64_STANDARD.decode(document).map_err(|_| Unreadable)?;
                let mut blocks = document::blocks_of(&document::open(&brought)?);
                along.renamed(&mut blocks);
                (blocks, along)
            }
            _ => return Ok(None),
        }))
    }

    fn told(&self, update: &[u8]) -> Result<String, Unreadable> {
        let blocks = || document::open(update).map(|doc| document::blocks_of(&doc));
        let json = |value: serde_json::Result<String>| value.map_err(|_| Unreadable);
        Ok(match self {
            Self::Read { form: Form::Markdown, .. } => harmless(markdown_of(&blocks()?)),
            Self::Read { form: Form::Text, .. } => harmless(plain::text_of(&blocks()?) + "\n"),
            Self::Read { form: Form::Html, title } => page::titled_page(title, &blocks()?),
            Self::Read { form: Form::Json, title } => {
                json(serde_json::to_string(&Shown { title, blocks: &blocks()? }))?
            }
            Self::Capsule { title } => {
                page::with_document(&page::titled_page(title, &blocks()?), update)
            }
            Self::Beside { form, title, files } => {
                let mut blocks = blocks()?;
                beside::place(&mut blocks, files);
                match form {
                    BesideForm::Markdown => harmless(markdown_of(&blocks)),
                    BesideForm::Html => page::titled_page(title, &blocks),
                    BesideForm::Capsule => {
                        page::with_document(&page::titled_page(title, &blocks), update)
                    }
                }
            }
            Self::Blocks => {
                let mut said = plain::blocks_text(&blocks()?);
                for block in &mut said {
                    block.text = harmless(std::mem::take(&mut block.text));
                }
                json(serde_json::to_string(&said))?
            }
            // It is no text.
            Self::Add { .. } | Self::Page { .. } | Self::Unpacked { .. } | Self::Bring { .. } => {
                return Err(Unreadable);
            }
            Self::Spin => loop {
                std::hint::spin_loop();
            },
            Self::Fill => {
                let mut all: Vec<Vec<u8>> = Vec::new();
                loop {
                    all.push(std::hint::black_box(vec![1; 1 << 20]));
                }
            }
            Self::Reach(what) => reach(what),
        })
    }
}

/// What is read in a terminal commands none: whoever writes could else colour it, clear it, or name its window.
fn harmless(mut text: String) -> String {
    text.retain(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'));
    text
}

/// Tries what a child may not do.
fn reach(what: &str) -> String {
    let got = match what {
        "file" => std::fs::read_to_string("/proc/self/status").is_ok(),
        "network" => std::net::TcpListener::bind("127.0.0.1:0").is_ok(),
        "program" => std::process::Command::new("/bin/true").status().is_ok(),
        _ => false,
    };
    format!("{what}: {got}")
}
