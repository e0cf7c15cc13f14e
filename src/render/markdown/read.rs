//! Markdown as blocks, for what programs write into a pad. The page's twin is `ui/src/forms/markdown/read.ts`, which both read
//! HTML in it as HTML.

use std::borrow::Cow;

use markdown::mdast::{self, Node};

use super::line::{Definitions, line_from};
use super::parse;
use crate::base::file_address::file_address;
use crate::render::along::FileAlong;
use crate::render::blocks::{
    Block, Callout, Cell, Content, Inline, Styles, Table, append, joined, letters, row_text,
};
use crate::render::html;

/// What is nested deeper is left away.
const DEPTH_MAX: usize = 50;

/// What lies beside a text where it says so.
type Beside<'a> = &'a dyn Fn(&str) -> Option<&'a FileAlong>;

/// The blocks of a Markdown text; its lines as they are where its reader fails.
pub(in crate::render) fn blocks_of(markdown: &str) -> Vec<Block> {
    blocks_beside(markdown, &|_| None)
}

/// The same of one that files lie beside.
pub(in crate::render) fn blocks_beside(markdown: &str, beside: Beside<'_>) -> Vec<Block> {
    let text = markdown.replace("\r\n", "\n").replace('\r', "\n");
    let Some(nodes) = parse(&text) else { return text.lines().map(Block::words).collect() };
    let mut definitions = Definitions::new();
    define(&nodes, &mut definitions, 0);
    BlockReader { text: &text, definitions, beside }.flow(&nodes, 0)
}

fn define(nodes: &[Node], definitions: &mut Definitions, depth: usize) {
    for node in nodes {
        if let Node::Definition(one) = node {
            definitions.entry(one.identifier.clone()).or_insert_with(|| one.clone());
        }
        if depth < DEPTH_MAX {
            define(node.children().map_or(&[], Vec::as_slice), definitions, depth + 1);
        }
    }
}

struct BlockReader<'a, 'b> {
    text: &'a str,
    definitions: Definitions,
    beside: Beside<'b>,
}

impl BlockReader<'_, '_> {
    fn flow(&self, nodes: &[Node], depth: usize) -> Vec<Block> {
        let (mut blocks, mut at) = (Vec::new(), 0);
        if depth > DEPTH_MAX {
            return blocks;
        }
        while let Some(node) = nodes.get(at) {
            let before = at.checked_sub(1).and_then(|at| nodes.get(at));
            blocks.extend(empty_lines(gap(before, node)));
            let end = opens(node).and_then(|_| end_of(nodes, at));
            if let (Some(end), Some(head)) = (end, opens(node)) {
                let inside = self.flow(&nodes[at + 1..end], depth + 1);
                blocks.push(Block { children: inside, ..toggle(head) });
                at = end + 1;
            } else {
                let read = self.read(node, blocks.last(), depth);
                blocks.extend(read);
                at += 1;
            }
        }
        blocks
    }

    fn line(&self, nodes: &[Node]) -> Vec<Inline> {
        line_from(nodes, &self.definitions)
    }

    fn read(&self, node: &Node, before: Option<&Block>, depth: usize) -> Vec<Block> {
        match node {
            Node::Paragraph(one) => self.paragraph(&one.children),
            Node::Heading(one) => {
                let block = Block::of("heading", self.line(&one.children));
                vec![block.prop("level", u64::from(one.depth))]
            }
            Node::ThematicBreak(_) => {
                vec![Block { kind: "divider".into(), ..Block::default() }]
            }
            Node::Code(code) => {
                let language = code.lang.as_deref().unwrap_or("text").to_lowercase();
                vec![code_block(&code.value, &language)]
            }
            Node::Blockquote(quote) => self.quote(&quote.children, depth),
            Node::List(list) => self.list(list, before, depth),
            Node::Table(table) => self.table(table),
            Node::Html(html) => html_blocks(&html.value),
            _ => Vec::new(),
        }
    }

    /// The block of what lies beside the text, where a phrase stands for that.
    fn beside(&self, phrase: &Node) -> Option<Block> {
        let (url, words, title) = match phrase {
            Node::Image(image) => (&image.url, image.alt.clone(), image.title.as_deref()),
            Node::ImageReference(image) => {
                let known = self.definitions.get(&image.identifier)?;
                (&known.url, image.alt.clone(), known.title.as_deref())
            }
            Node::Link(link) => (&link.url, letters(&self.line(&link.children)), None),
            _ => return None,
        };
        let FileAlong { id, is_picture } = (self.beside)(url)?;
        let kind = if *is_picture { "image" } else { "file" };
        if *is_picture == matches!(phrase, Node::Link(_)) {
            return None;
        }
        let told = [("name", Some(&*words)), ("caption", title)];
        let told = told.into_iter().filter_map(|(name, told)| Some((name, told?)));
        let block = Block { kind: kind.into(), ..Block::default() };
        let block = block.prop("url", file_address(id));
        Some(
            told.filter(|(_, told)| !told.is_empty())
                .fold(block, |block, (name, told)| block.prop(name, told)),
        )
    }

    /// A line without what lies beside the text, and that. A file in the midst of words stays a word.
    fn parted(&self, phrases: &[Node]) -> (Vec<Inline>, Vec<Block>) {
        let (mut besides, mut rest) = (Vec::new(), Vec::new());
        for phrase in phrases {
            let stands = phrases.len() == 1 || !matches!(phrase, Node::Link(_));
            match stands.then(|| self.beside(phrase)).flatten() {
                Some(block) => besides.push(block),
                None => rest.push(phrase),
            }
        }
        let line = match besides.is_empty() {
            true => self.line(phrases),
            false => self.line(&rest.into_iter().cloned().collect::<Vec<_>>()),
        };
        (line, besides)
    }

    fn paragraph(&self, phrases: &[Node]) -> Vec<Block> {
        let (line, mut besides) = self.parted(phrases);
        if besides.is_empty() || !letters(&line).trim().is_empty() {
            besides.insert(0, Block::paragraph(line));
        }
        besides
    }

    /// The kind of callout that a quote is, and what is in it without the words that say so: they stand in a line of their
    /// own, and with a backslash before them they are words.
    fn callout(&self, nodes: &[Node]) -> Option<(&'static Callout, Vec<Node>)> {
        let (Node::Paragraph(first), rest) = nodes.split_first()? else { return None };
        let (Node::Text(words), others) = first.children.split_first()? else { return None };
        let (name, after) = words.value.strip_prefix("[!")?.split_once(']')?;
        let callout = Callout::named(&name.to_ascii_lowercase())?;
        let after = after.trim_start_matches([' ', '\t']);
        let value = match (after.strip_prefix('\n'), others.first()) {
            (Some(value), _) => value,
            (None, None | Some(Node::Break(_))) if after.is_empty() => "",
            _ => return None,
        };
        let at = first.position.as_ref()?.start.offset;
        self.text.get(at..)?.strip_prefix('[')?;
        let mut line = others.to_vec();
        if !value.is_empty() {
            line.insert(0, Node::Text(mdast::Text { value: value.into(), ..words.clone() }));
        } else if matches!(line.first(), Some(Node::Break(_))) {
            line.remove(0);
        }
        let head = mdast::Paragraph { children: line, position: first.position.clone() };
        let head = Some(head).filter(|head| !head.children.is_empty());
        let nodes = head.map(Node::Paragraph).into_iter().chain(rest.iter().cloned());
        Some((callout, nodes.collect()))
    }

    /// The lines of a quote; other blocks in it stand by themselves.
    fn quote(&self, nodes: &[Node], depth: usize) -> Vec<Block> {
        let (callout, nodes) = match self.callout(nodes) {
            Some((callout, nodes)) => (Some(callout), Cow::Owned(nodes)),
            None => (None, Cow::Borrowed(nodes)),
        };
        let quoted = |line| {
            let quote = Block::of("quote", line);
            callout.map_or(quote.clone(), |one| quote.prop("callout", one.name))
        };
        let inside = self.flow(&nodes, depth + 1);
        if inside.is_empty() {
            return vec![quoted(Vec::new())];
        }
        let blocks = inside.into_iter().map(|block| match &*block.kind {
            "paragraph" => Block { kind: "quote".into(), props: quoted(Vec::new()).props, ..block },
            _ => block,
        });
        blocks.collect()
    }

    fn list(&self, list: &mdast::List, before: Option<&Block>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (n, node) in list.children.iter().enumerate() {
            let Node::ListItem(one) = node else { continue };
            let mut block = self.item(one, list.ordered, depth);
            let start = list.start.unwrap_or(1);
            let follows = before.is_some_and(Block::is_numbered);
            if n == 0 && block.is_numbered() && (start != 1 || follows) {
                block = block.prop("start", u64::from(start));
            }
            let last = n.checked_sub(1).and_then(|n| list.children.get(n));
            blocks.extend(empty_lines(gap(last, node)));
            blocks.push(block);
        }
        blocks
    }

    /// An item. Markdown's own boxes need words after them; ours may stand alone.
    fn item(&self, item: &mdast::ListItem, ordered: bool, depth: usize) -> Block {
        let first = match item.children.first() {
            Some(Node::Paragraph(first)) => Some(first),
            _ => None,
        };
        let at = first.and_then(|first| first.position.as_ref());
        let written = at.and_then(|at| self.text.get(at.start.offset..at.end.offset));
        let bare = match written {
            Some("[ ]") => Some(false),
            Some("[x]" | "[X]") => Some(true),
            _ => None,
        };
        let (line, mut nested) =
            first.map_or_else(Default::default, |first| self.parted(&first.children));
        let rest = if first.is_some() { &item.children[1..] } else { &item.children[..] };
        let kind = match (bare.or(item.checked), ordered) {
            (Some(_), _) => "checkListItem",
            (_, true) => "numberedListItem",
            _ => "bulletListItem",
        };
        let line = if bare.is_some() { Vec::new() } else { line };
        let mut block = Block::of(kind, line);
        if let Some(checked) = bare.or(item.checked) {
            block = block.prop("checked", checked);
        }
        nested.append(&mut self.flow(rest, depth + 1));
        block.children = nested;
        block
    }

    fn table(&self, table: &mdast::Table) -> Vec<Block> {
        let rows = table.children.iter().map(|row| {
            let cells = row.children().map_or(&[][..], Vec::as_slice).iter();
            let cell = |cell: &Node| {
                let inside = cell.children().map_or(&[][..], Vec::as_slice);
                Cell { content: self.line(inside), ..Cell::default() }
            };
            cells.map(cell).collect::<Vec<_>>()
        });
        let mut rows: Vec<Vec<Cell>> = rows.collect();
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if width.saturating_mul(rows.len()) > Table::MAX_CELLS {
            return rows.iter().map(|row| Block::words(&row_text(row))).collect();
        }
        rows.iter_mut().for_each(|row| row.resize(width, Cell::default()));
        let is_hollow = |row: &Vec<Cell>| row.iter().all(|cell| cell.content.is_empty());
        let headless = rows.len() > 1 && rows.first().is_some_and(is_hollow);
        if headless {
            rows.remove(0);
        }
        let table = Table { head_rows: usize::from(!headless), rows, ..Table::default() };
        vec![Block { kind: "table".into(), content: Content::Table(table), ..Block::default() }]
    }
}

/// Code as a block.
pub(in crate::render) fn code_block(code: &str, language: &str) -> Block {
    let mut line = Vec::new();
    append(&mut line, code, &Styles::default(), None);
    Block::of("codeBlock", line).prop("language", language)
}

/// How many lines people left empty between two parts, beyond the one that parts them.
fn gap(left: Option<&Node>, right: &Node) -> usize {
    let end = left.and_then(Node::position).map(|at| at.end.line);
    let start = right.position().map(|at| at.start.line);
    end.zip(start).map_or(0, |(end, start)| start.saturating_sub(end + 2))
}

fn empty_lines(count: usize) -> impl Iterator<Item = Block> {
    std::iter::repeat_n(Block::paragraph(Vec::new()), count)
}

/// The head of what folds, where it begins here and all of its head is written.
fn opens(node: &Node) -> Option<&str> {
    let Node::Html(html) = node else { return None };
    let (_, rest) = after(html.value.trim_end(), "<details")?.split_once('>')?;
    match rest.trim_start() {
        "" => Some(""),
        head => {
            let inside = after(head, "<summary>")?;
            let end = inside.len().checked_sub("</summary>".len())?;
            inside.get(end..)?.eq_ignore_ascii_case("</summary>").then(|| &inside[..end])
        }
    }
}

/// What follows these words, in whichever letters.
fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let begins = text.get(..words.len())?.eq_ignore_ascii_case(words);
    begins.then(|| &text[words.len()..])
}

fn closes(node: &Node) -> bool {
    matches!(node, Node::Html(html) if html.value.trim().eq_ignore_ascii_case("</details>"))
}

/// Where the toggle that opens at `from` ends.
fn end_of(nodes: &[Node], from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, node) in nodes.iter().enumerate().skip(from) {
        depth += usize::from(opens(node).is_some());
        depth = depth.saturating_sub(usize::from(closes(node)));
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// A toggle with this head.
fn toggle(head: &str) -> Block {
    let head = head.strip_prefix('\n').unwrap_or(head);
    let head = as_written(head.strip_suffix('\n').unwrap_or(head));
    let html = format!("<details><summary>{head}</summary></details>");
    let folded = html::blocks_of(&html).into_iter().next();
    folded.unwrap_or_else(|| Block::of("toggleListItem", Vec::new()))
}

/// Elements that stand for something in a text, as people write them into Markdown.
const KNOWN: [&str; 30] = [
    "details",
    "table",
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "img",
    "picture",
    "a",
    "br",
    "hr",
    "pre",
    "blockquote",
    "center",
    "section",
    "figure",
    "dl",
    "b",
    "i",
    "u",
    "s",
    "sub",
    "sup",
    "kbd",
];

fn is_known(value: &str) -> bool {
    let Some(rest) = value.strip_prefix('<') else { return false };
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    end.is_some_and(|end| KNOWN.contains(&&*rest[..end].to_ascii_lowercase()))
}

/// HTML on one line was written by a program, whose spaces stand.
fn as_written(html: &str) -> String {
    format!("<div data-fadepad style=\"white-space:pre-wrap\">{html}</div>")
}

/// HTML that stands for something is read as such, remarks are none of the text, and all else stands as it was written.
fn html_blocks(value: &str) -> Vec<Block> {
    if value.starts_with("<!--") && value.trim_end().ends_with("-->") {
        return Vec::new();
    }
    // A break by itself is a line with nothing before it, which HTML would not show.
    if matches!(value.trim_end(), "<br>" | "<br/>" | "<br />") {
        return vec![Block::paragraph(joined([&[][..], &[][..]]))];
    }
    if !is_known(value) {
        return vec![Block::words(value)];
    }
    match value.contains('\n') {
        true => html::blocks_of(value),
        false => html::blocks_of(&as_written(value)),
    }
}
