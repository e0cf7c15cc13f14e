//! The tree of a Markdown text, before it is printed.

/// What stands in a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Phrase {
    Text(String),
    Html(String),
    Code(String),
    Break,
    Marked(Attention, Vec<Phrase>),
    Link { url: String, children: Vec<Phrase> },
    Image { url: String, alt: String, title: Option<String> },
}

/// The marks that Markdown writes with signs around words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attention {
    Emphasis,
    Strong,
    Delete,
}

impl Attention {
    /// What it may be written with; the first is the usual one.
    pub(super) fn signs(self) -> [&'static str; 2] {
        match self {
            Self::Emphasis => ["*", "_"],
            Self::Strong => ["**", "__"],
            Self::Delete => ["~~", "~"],
        }
    }
}

/// What stands by itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    Paragraph(Vec<Phrase>),
    Heading(u8, Vec<Phrase>),
    /// Of a callout its kind, which stands in a line above its own.
    Quote(Option<&'static str>, Vec<Phrase>),
    Code {
        lang: Option<String>,
        value: String,
    },
    Rule,
    Html(String),
    List(List),
    Table(Vec<Vec<Vec<Phrase>>>),
}

/// A list.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct List {
    /// Where its numbers begin; `None`: it has none.
    pub(super) start: Option<i64>,
    pub(super) items: Vec<Item>,
}

/// One of its items.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) checked: Option<bool>,
    pub(super) children: Vec<Flow>,
}

/// A part, and how many lines people left empty before it beyond the one that parts it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Flow {
    pub(super) gap: Option<usize>,
    pub(super) kind: Kind,
}

impl From<Kind> for Flow {
    fn from(kind: Kind) -> Self {
        Self { gap: None, kind }
    }
}
