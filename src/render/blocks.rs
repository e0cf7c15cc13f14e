//! A pad's text as plain data: blocks as BlockNote gives and takes them, as far as its other forms need them. The page has
//! the same in `ui/src/forms/blocks.ts`.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

/// A kind of callout.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Callout {
    /// As the document and, in capitals, GitHub's Markdown have it.
    pub(super) name: &'static str,
    /// The colour of text that it is drawn in.
    pub(super) colour: &'static str,
    /// What who has it read out hears.
    pub(super) told: &'static str,
}

/// All of them; the page has the same in `ui/src/forms/blocks.ts`.
const CALLOUTS: [Callout; 5] = [
    Callout { name: "note", colour: "blue", told: "Note" },
    Callout { name: "tip", colour: "green", told: "Tip" },
    Callout { name: "important", colour: "purple", told: "Important" },
    Callout { name: "warning", colour: "yellow", told: "Warning" },
    Callout { name: "caution", colour: "red", told: "Caution" },
];

impl Callout {
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        CALLOUTS.iter().find(|one| one.name == name)
    }
}

/// What a run of text is or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Underline,
    Bold,
    Italic,
    Strike,
    Code,
}

/// How a run of text looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Styles {
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) underline: bool,
    pub(super) strike: bool,
    pub(super) code: bool,
    pub(super) text_colour: Option<String>,
    pub(super) back_colour: Option<String>,
}

impl Styles {
    pub(super) fn has(&self, mark: Mark) -> bool {
        match mark {
            Mark::Underline => self.underline,
            Mark::Bold => self.bold,
            Mark::Italic => self.italic,
            Mark::Strike => self.strike,
            Mark::Code => self.code,
        }
    }

    pub(super) fn set(&mut self, mark: Mark, on: bool) {
        match mark {
            Mark::Underline => self.underline = on,
            Mark::Bold => self.bold = on,
            Mark::Italic => self.italic = on,
            Mark::Strike => self.strike = on,
            Mark::Code => self.code = on,
        }
    }

    pub(super) fn with(&self, mark: Mark) -> Self {
        let mut styles = self.clone();
        styles.set(mark, true);
        styles
    }

    /// Without what Markdown and plain text can't say.
    pub(super) fn colourless(&self) -> Self {
        Self { text_colour: None, back_colour: None, ..self.clone() }
    }

    pub(super) fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// A run of text with the same marks; a line break in it is `\n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) styles: Styles,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Inline {
    Text(Words),
    Link { href: String, content: Vec<Words> },
}

impl Inline {
    pub(super) fn runs(&self) -> &[Words] {
        match self {
            Self::Text(words) => std::slice::from_ref(words),
            Self::Link { content, .. } => content,
        }
    }

    pub(super) fn letters(&self) -> String {
        self.runs().iter().map(|run| run.text.as_str()).collect()
    }
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cell {
    pub(super) props: Map<String, Value>,
    pub(super) content: Vec<Inline>,
}

impl Cell {
    pub(super) fn span(&self, name: &str) -> usize {
        let span = self.props.get(name).and_then(Value::as_f64).unwrap_or(1.0);
        // What spans more than any table has is drawn as one that spans much.
        if (1.0..=1_000.0).contains(&span) { span as usize } else { 1 }
    }
}

/// What a table holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table {
    pub(super) widths: Vec<Option<f64>>,
    pub(super) head_rows: usize,
    pub(super) head_columns: usize,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Cells of one that is written as a table: what has more was written by nobody.
    pub(super) const MAX_CELLS: usize = 100_000;
}

/// What a block holds itself, beside what is nested in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Content {
    #[default]
    None,
    Line(Vec<Inline>),
    Table(Table),
}

/// A block.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Block {
    pub(super) id: Option<String>,
    pub(super) kind: String,
    pub(super) props: Map<String, Value>,
    pub(super) content: Content,
    pub(super) children: Vec<Block>,
    /// Where the file that it shows is found by who reads what is made of it (`beside.rs`).
    pub(super) beside: Option<String>,
}

impl Block {
    pub(super) fn paragraph(line: Vec<Inline>) -> Self {
        Self { kind: "paragraph".into(), content: Content::Line(line), ..Self::default() }
    }

    /// A line of words as they are.
    pub(super) fn words(line: &str) -> Self {
        let mut all = Vec::new();
        append(&mut all, line, &Styles::default(), None);
        Self::paragraph(all)
    }

    pub(super) fn of(kind: &str, line: Vec<Inline>) -> Self {
        Self { kind: kind.into(), content: Content::Line(line), ..Self::default() }
    }

    pub(super) fn prop(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.props.insert(name.into(), value.into());
        self
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.props.get(name).and_then(Value::as_str)
    }

    /// What kind of callout it is: a quote that says so; any other word there says nothing.
    pub(super) fn callout(&self) -> Option<&'static Callout> {
        let said = self.text("callout").filter(|_| self.kind == "quote")?;
        Callout::named(said)
    }

    pub(super) fn is_on(&self, name: &str) -> bool {
        self.props.get(name) == Some(&Value::Bool(true))
    }

    pub(super) fn number(&self, name: &str) -> Option<i64> {
        let number = self.props.get(name).and_then(Value::as_f64)?;
        (number.abs() < 1e15).then_some(number as i64)
    }

    pub(super) fn level(&self) -> u8 {
        self.number("level").map_or(1, |level| level.clamp(1, 6) as u8)
    }

    /// The runs of a block without a table.
    pub(super) fn line(&self) -> &[Inline] {
        match &self.content {
            Content::Line(line) => line,
            _ => &[],
        }
    }

    /// Whether its neighbours of the same kind make one list with it.
    pub(super) fn is_item(&self) -> bool {
        matches!(&*self.kind, "bulletListItem" | "checkListItem" | "numberedListItem")
    }

    pub(super) fn is_numbered(&self) -> bool {
        self.kind == "numberedListItem"
    }

    pub(super) fn is_file(&self) -> bool {
        matches!(&*self.kind, "image" | "video" | "audio" | "file")
    }

    /// Whether it is the place of a file that has not come in: its address is a mark of the page that brings it.
    pub(super) fn is_on_its_way(&self) -> bool {
        self.is_file() && self.text("url").is_some_and(|url| url.starts_with("#up="))
    }

    /// Whether it is folded open under its line.
    pub(super) fn is_toggle(&self) -> bool {
        self.kind == "toggleListItem" || (self.kind == "heading" && self.is_on("isToggleable"))
    }

    pub(super) fn is_empty_line(&self) -> bool {
        self.kind == "paragraph" && self.line().is_empty() && self.children.is_empty()
    }
}

/// The characters alone.
pub(super) fn letters(line: &[Inline]) -> String {
    line.iter().map(Inline::letters).collect()
}

/// A row as words, its cells with tabs between.
pub(super) fn row_text(row: &[Cell]) -> String {
    let cells: Vec<String> = row.iter().map(|cell| letters(&cell.content)).collect();
    cells.join("\t")
}

/// A pad's code has no other marks; where it is a link, its address matters more.
fn allowed(styles: &Styles, href: Option<&str>) -> Styles {
    match (styles.code, href) {
        (false, _) => styles.clone(),
        (true, None) => Styles { code: true, ..Styles::default() },
        (true, Some(_)) => Styles { code: false, ..styles.clone() },
    }
}

fn add_run(runs: &mut Vec<Words>, text: &str, styles: Styles) {
    match runs.last_mut() {
        Some(last) if last.styles == styles => last.text.push_str(text),
        _ => runs.push(Words { text: text.to_owned(), styles }),
    }
}

/// Adds a run to a line, and joins it with its like before it.
pub(super) fn append(line: &mut Vec<Inline>, text: &str, wanted: &Styles, href: Option<&str>) {
    if text.is_empty() {
        return;
    }
    let styles = allowed(wanted, href);
    match (line.last_mut(), href) {
        (Some(Inline::Link { href: last, content }), Some(href)) if last == href => {
            add_run(content, text, styles);
        }
        (_, Some(href)) => line.push(Inline::Link {
            href: href.to_owned(),
            content: vec![Words { text: text.to_owned(), styles }],
        }),
        (Some(Inline::Text(last)), None) if last.styles == styles => last.text.push_str(text),
        _ => line.push(Inline::Text(Words { text: text.to_owned(), styles })),
    }
}

/// Several lines as one, with line breaks between.
pub(super) fn joined<'a>(lines: impl IntoIterator<Item = &'a [Inline]>) -> Vec<Inline> {
    let mut all = Vec::new();
    for (n, line) in lines.into_iter().enumerate() {
        if n > 0 {
            append(&mut all, "\n", &Styles::default(), None);
        }
        for part in line {
            let href = match part {
                Inline::Text(_) => None,
                Inline::Link { href, .. } => Some(href.as_str()),
            };
            part.runs().iter().for_each(|run| append(&mut all, &run.text, &run.styles, href));
        }
    }
    all
}

/// The numbers that people see before the blocks: where a list of numbers begins, and goes on.
pub(super) fn numbers(blocks: &[Block]) -> impl Iterator<Item = Option<i64>> {
    let mut last: Option<i64> = None;
    blocks.iter().map(move |block| {
        last = block.is_numbered().then(|| match (block.number("start"), last) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => 1,
        });
        last
    })
}

impl Serialize for Styles {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        let marks = [
            ("bold", self.bold),
            ("italic", self.italic),
            ("underline", self.underline),
            ("strike", self.strike),
            ("code", self.code),
        ];
        for (name, _) in marks.iter().filter(|(_, on)| *on) {
            map.serialize_entry(name, &true)?;
        }
        for (name, colour) in
            [("textColor", &self.text_colour), ("backgroundColor", &self.back_colour)]
        {
            if let Some(colour) = colour {
                map.serialize_entry(name, colour)?;
            }
        }
        map.end()
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(3))?;
        map.serialize_entry("type", "text")?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("styles", &self.styles)?;
        map.end()
    }
}

impl Serialize for Inline {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(words) => words.serialize(to),
            Self::Link { href, content } => {
                let mut map = to.serialize_map(Some(3))?;
                map.serialize_entry("type", "link")?;
                map.serialize_entry("href", href)?;
                map.serialize_entry("content", content)?;
                map.end()
            }
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(3))?;
        map.serialize_entry("type", "tableCell")?;
        map.serialize_entry("props", &self.props)?;
        map.serialize_entry("content", &self.content)?;
        map.end()
    }
}

/// A row of a table, as BlockNote writes it.
#[derive(Serialize)]
struct Row<'a> {
    cells: &'a [Cell],
}

impl Serialize for Table {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("type", "tableContent")?;
        if self.widths.iter().any(Option::is_some) {
            map.serialize_entry("columnWidths", &self.widths)?;
        }
        for (name, count) in [("headerRows", self.head_rows), ("headerCols", self.head_columns)] {
            if count > 0 {
                map.serialize_entry(name, &count)?;
            }
        }
        let rows: Vec<_> = self.rows.iter().map(|cells| Row { cells }).collect();
        map.serialize_entry("rows", &rows)?;
        map.end()
    }
}

impl Serialize for Block {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        if let Some(id) = &self.id {
            map.serialize_entry("id", id)?;
        }
        map.serialize_entry("type", &self.kind)?;
        map.serialize_entry("props", &self.props)?;
        match &self.content {
            Content::None => {}
            Content::Line(line) => map.serialize_entry("content", line)?,
            Content::Table(table) => map.serialize_entry("content", table)?,
        }
        map.serialize_entry("children", &self.children)?;
        map.end()
    }
}
