//! Blocks into a document, in the form in which BlockNote's pages write them. For the command line: its user's own text goes
//! into its own copy of the pad.

use std::sync::Arc;

use serde_json::{Map, Value};
use yrs::block::ClientID;
use yrs::types::Attrs;
use yrs::{
    Any, Doc, ReadTxn as _, StateVector, Text as _, Transact as _, TransactionMut, Xml as _,
    XmlElementPrelim, XmlElementRef, XmlFragment as _, XmlOut, XmlTextPrelim, XmlTextRef,
};

use super::blocks::{Block, Cell, Content, Inline, Styles, Table, Words, letters};
use super::document::{ROOT, Unreadable, client_of, open};
use super::html::columns;
use super::markdown::{blocks_of, code_block};

/// What goes into one update, in bytes: servers take 1 MiB, and others' pages draw each at once.
const PORTION: usize = 128 << 10;

/// Text for a pad, in the words of its author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written<'a> {
    /// Markdown.
    Markdown(&'a str),
    /// Words, a paragraph a line.
    Lines(&'a str),
    /// Code in this language.
    Code(&'a str, &'a str),
}

impl Written<'_> {
    fn blocks(self) -> Vec<Block> {
        match self {
            Self::Markdown(text) => blocks_of(text),
            Self::Lines(text) => text.lines().map(Block::words).collect(),
            Self::Code(code, language) => vec![code_block(code, language)],
        }
    }
}

/// Somebody who writes at the end of a pad. Others' changes need not be told to it: it only adds.
pub struct Writer {
    doc: Doc,
    group: XmlElementRef,
    /// Where the next block goes.
    at: u32,
    /// What was told already.
    told: StateVector,
    /// The text of the code that was written last.
    code: Option<XmlTextRef>,
}

impl Writer {
    /// One who writes into this pad, given as one update.
    ///
    /// # Errors
    /// Where that is no document.
    pub fn new(update: &[u8]) -> Result<Self, Unreadable> {
        let doc = open(update)?;
        let told = doc.transact().state_vector();
        let root = doc.get_or_insert_xml_fragment(ROOT);
        let mut txn = doc.transact_mut();
        let group = root.children(&txn).find_map(|one| named(one, "blockGroup"));
        let group = group
            .unwrap_or_else(|| root.push_back(&mut txn, XmlElementPrelim::empty("blockGroup")));
        let count = group.len(&txn);
        // A pad ends with a line for who types next, and begins with one that nobody has written in.
        let last = count.checked_sub(1).and_then(|last| group.get(&txn, last));
        let hollow = last.is_some_and(|last| is_hollow(&txn, last));
        let at = if hollow { count - 1 } else { count };
        drop(txn);
        Ok(Self { doc, group, at, told, code: None })
    }

    /// The Yjs client id by which this one writes.
    #[must_use]
    pub fn client(&self) -> u64 {
        client_of(&self.doc)
    }

    /// How much of it is written: what the server has taken of all is told in these units.
    #[must_use]
    pub fn clock(&self) -> u32 {
        self.doc.transact().state_vector().get(&ClientID::new(self.client()))
    }

    /// Adds text at the end; returns what tells others of it, in parts that servers take.
    #[must_use]
    pub fn add(&mut self, text: Written<'_>) -> Vec<Vec<u8>> {
        self.put(&text.blocks())
    }

    fn put(&mut self, blocks: &[Block]) -> Vec<Vec<u8>> {
        self.code = None;
        let (mut updates, mut size) = (Vec::new(), 0);
        for block in blocks {
            let mut txn = self.doc.transact_mut();
            let content = put_block(&mut txn, &self.group, self.at, block);
            drop(txn);
            self.at += 1;
            self.code = content.filter(|_| block.kind == "codeBlock");
            size += weight(block);
            if size >= PORTION {
                updates.push(self.news());
                size = 0;
            }
        }
        if size > 0 {
            updates.push(self.news());
        }
        updates
    }

    /// The same as one update, whatever its size; and how many blocks it adds.
    pub(super) fn add_at_once(&mut self, text: Written<'_>) -> (Vec<u8>, usize) {
        self.bring(&text.blocks())
    }

    /// Adds what stands in another document, as one update; and how many blocks that are.
    pub(super) fn bring(&mut self, blocks: &[Block]) -> (Vec<u8>, usize) {
        let before = self.told.clone();
        let _ = self.put(blocks);
        (self.doc.transact().encode_state_as_update_v1(&before), count(blocks))
    }

    /// Adds to the code that was added last; returns what tells others of it. `None` where there is none.
    pub fn go_on(&mut self, code: &str) -> Option<Vec<u8>> {
        let text = self.code.clone()?;
        let mut txn = self.doc.transact_mut();
        let end = text.len(&txn);
        text.insert(&mut txn, end, code);
        drop(txn);
        Some(self.news())
    }

    fn news(&mut self) -> Vec<u8> {
        let txn = self.doc.transact();
        let update = txn.encode_state_as_update_v1(&self.told);
        self.told = txn.state_vector();
        update
    }
}

/// How many blocks these are, with those that are nested in them.
fn count(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| 1 + count(&block.children)).sum()
}

/// About how many bytes of an update a block makes.
fn weight(block: &Block) -> usize {
    /// Its container, its own element, its ids and attributes.
    const BARE: usize = 150;
    let own = match &block.content {
        Content::None => 0,
        Content::Line(line) => letters(line).len(),
        Content::Table(table) => {
            table.rows.iter().flatten().map(|cell| BARE + letters(&cell.content).len()).sum()
        }
    };
    BARE + own + block.children.iter().map(weight).sum::<usize>()
}

fn named(thing: XmlOut, tag: &str) -> Option<XmlElementRef> {
    let element = thing.into_xml_element()?;
    element.try_tag().is_some_and(|own| &**own == tag).then_some(element)
}

/// A paragraph without a word, and with nothing in it.
fn is_hollow(txn: &TransactionMut<'_>, thing: XmlOut) -> bool {
    let Some(container) = named(thing, "blockContainer") else { return false };
    let inside: Vec<XmlOut> = container.children(txn).collect();
    let [only] = inside.as_slice() else { return false };
    named(only.clone(), "paragraph").is_some_and(|paragraph| {
        paragraph.children(txn).all(|text| text.into_xml_text().is_some_and(|t| t.len(txn) == 0))
    })
}

/// An id as editors make them: nobody else's.
fn new_id() -> String {
    let random = getrandom::u64().unwrap_or_default();
    format!("{random:016x}{:08x}", getrandom::u32().unwrap_or_default())
}

/// Puts a block into a group; returns the text that it begins with, where it has one.
fn put_block(
    txn: &mut TransactionMut<'_>,
    group: &XmlElementRef,
    at: u32,
    block: &Block,
) -> Option<XmlTextRef> {
    let container = group.insert(txn, at, XmlElementPrelim::empty("blockContainer"));
    container.insert_attribute(txn, "id", new_id());
    let own = container.push_back(txn, XmlElementPrelim::empty(block.kind.as_str()));
    put_props(txn, &own, &block.props);
    let text = match &block.content {
        Content::None => None,
        Content::Line(line) if block.kind == "codeBlock" => Some(put_code(txn, &own, line)),
        Content::Line(line) => Some(put_line(txn, &own, line)),
        Content::Table(table) => {
            put_table(txn, &own, table);
            None
        }
    };
    if !block.children.is_empty() {
        let below = container.push_back(txn, XmlElementPrelim::empty("blockGroup"));
        for (n, child) in block.children.iter().enumerate() {
            put_block(txn, &below, n.try_into().unwrap_or(u32::MAX), child);
        }
    }
    text
}

fn put_props(txn: &mut TransactionMut<'_>, element: &XmlElementRef, props: &Map<String, Value>) {
    for (name, value) in props {
        if let Ok(value) = Any::from_json(&value.to_string()) {
            element.insert_attribute(txn, name.as_str(), value);
        }
    }
}

/// Code has no marks, and its breaks are letters.
fn put_code(txn: &mut TransactionMut<'_>, element: &XmlElementRef, line: &[Inline]) -> XmlTextRef {
    let text = element.push_back(txn, XmlTextPrelim::new(""));
    text.push(txn, &letters(line));
    text
}

/// A line has one text from its birth; a break stands between two.
fn put_line(txn: &mut TransactionMut<'_>, element: &XmlElementRef, line: &[Inline]) -> XmlTextRef {
    let mut text = element.push_back(txn, XmlTextPrelim::new(""));
    let first = text.clone();
    for part in line {
        let href = match part {
            Inline::Text(_) => None,
            Inline::Link { href, .. } => Some(href.as_str()),
        };
        for Words { text: words, styles } in part.runs() {
            let marks = marks(styles, href);
            for (n, words) in words.split('\n').enumerate() {
                if n > 0 {
                    element.push_back(txn, XmlElementPrelim::empty("hardBreak"));
                    text = element.push_back(txn, XmlTextPrelim::new(""));
                }
                let end = text.len(txn);
                text.insert_with_attributes(txn, end, words, marks.clone());
            }
        }
    }
    first
}

fn marks(styles: &Styles, href: Option<&str>) -> Attrs {
    let nothing = || Any::from(std::collections::HashMap::<String, Any>::new());
    let with = |name: &str, value: &str| {
        Any::from(std::collections::HashMap::from([(name.to_owned(), Any::from(value))]))
    };
    let on = [
        ("bold", styles.bold),
        ("italic", styles.italic),
        ("underline", styles.underline),
        ("strike", styles.strike),
        ("code", styles.code),
    ];
    let on = on.into_iter().filter(|(_, on)| *on).map(|(name, _)| (Arc::from(name), nothing()));
    let colours = [("textColor", &styles.text_colour), ("backgroundColor", &styles.back_colour)];
    let colours = colours.into_iter().filter_map(|(name, colour)| {
        Some((Arc::from(name), with("stringValue", colour.as_deref()?)))
    });
    on.chain(colours).chain(href.map(|href| (Arc::from("link"), with("href", href)))).collect()
}

fn put_table(txn: &mut TransactionMut<'_>, element: &XmlElementRef, table: &Table) {
    let columns = columns(&table.rows);
    for (y, cells) in table.rows.iter().enumerate() {
        let row = element.push_back(txn, XmlElementPrelim::empty("tableRow"));
        for (cell, x) in cells.iter().zip(&columns[y]) {
            let is_head = y < table.head_rows || *x < table.head_columns;
            let tag = if is_head { "tableHeader" } else { "tableCell" };
            let own = row.push_back(txn, XmlElementPrelim::empty(tag));
            for (name, count) in [("colspan", 1.0), ("rowspan", 1.0)] {
                own.insert_attribute(txn, name, count);
            }
            put_props(txn, &own, &cell.props);
            let width = width_of(table.widths.get(*x..).unwrap_or_default(), cell);
            if let Some(width) = width {
                own.insert_attribute(txn, "colwidth", width);
            }
            let paragraph = own.push_back(txn, XmlElementPrelim::empty("tableParagraph"));
            put_line(txn, &paragraph, &cell.content);
        }
    }
}

/// The widths of the columns that a cell spans, where somebody chose them: editors write a 0 for one that nobody did.
fn width_of(widths: &[Option<f64>], cell: &Cell) -> Option<Any> {
    let widths = &widths[..widths.len().min(cell.span("colspan"))];
    let chosen = widths.iter().any(Option::is_some);
    let widths: Vec<Any> = widths.iter().map(|width| Any::from(width.unwrap_or(0.0))).collect();
    chosen.then(|| Any::Array(widths.into()))
}
