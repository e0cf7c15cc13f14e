//! HTML as blocks: what people saw of it, in the kinds that a pad has. The page's twin is `ui/src/forms/html/read.ts`.

use serde_json::{Map, Value};

use super::code::code_of;
use super::dom::{Dom, NodeId};
use super::line::{Line, TextLook};
use super::looks::{callout_of, colours_of, is_hidden, is_letter, look_in, look_under, props_of};
use super::table::{cell_line, table_of, whole_number};
use crate::render::blocks::{Block, Content, Inline, letters};
use crate::render::links::{is_allowed, is_kept_picture};

/// Elements in elements. What lies deeper is read as words.
const DEPTH_MAX: usize = 120;
/// Lists and what else lies in each other: an outline has ten levels, and a pad takes no text that is nested fifty times.
const LEVELS_MAX: usize = 29;

/// No picture is wider, in pixels of a page.
const WIDEST: u32 = 4000;

/// No words of the page, or words of its controls.
const SILENT: [&str; 23] = [
    "script", "style", "template", "head", "meta", "title", "link", "base", "noscript", "svg",
    "iframe", "object", "embed", "audio", "video", "canvas", "button", "select", "textarea", "xml",
    "image", "source", "track",
];
/// Each begins on a line of its own.
const PARTS: [&str; 26] = [
    "address",
    "article",
    "aside",
    "body",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "main",
    "nav",
    "p",
    "section",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "caption",
];

/// The blocks of a part of a page, or of its whole body. Empty lines at the ends of a foreign one are dropped.
pub(in crate::render) fn blocks_of(html: &str) -> Vec<Block> {
    let dom = Dom::read(html);
    dom.body().map_or_else(Vec::new, |body| blocks_in(&dom, body))
}

/// Those of a page: of one that Fadepad has kept its text alone, whose spaces stand as its sheet says.
pub(in crate::render) fn blocks_of_page(html: &str) -> Vec<Block> {
    let dom = Dom::read(html);
    let Some(body) = dom.body() else { return Vec::new() };
    let own = dom.elements(body).find(|part| dom.name(*part) == "main");
    let own = own.filter(|main| dom.inside(*main).any(|one| dom.has(one, "data-fadepad")));
    let Some(main) = own else { return blocks_in(&dom, body) };
    let (mut reader, mut flow) = (HtmlReader { dom: &dom, depth: 0 }, BlockFlow::default());
    for part in dom.children(main) {
        let pre = dom.has(*part, "data-fadepad");
        reader.visit(*part, &TextLook { pre, ..TextLook::plain() }, &mut flow);
    }
    flow.end(true);
    levelled(flow.blocks, LEVELS_MAX)
}

fn blocks_in(dom: &Dom, root: NodeId) -> Vec<Block> {
    let mut blocks = HtmlReader { dom, depth: 0 }.inside(dom.children(root), &TextLook::plain());
    if !dom.inside(root).any(|node| dom.has(node, "data-fadepad")) {
        let end = blocks.iter().rposition(|one| !one.is_empty_line()).map_or(0, |last| last + 1);
        blocks.truncate(end);
        let first = blocks.iter().position(|one| !one.is_empty_line()).unwrap_or(0);
        blocks.drain(..first);
    }
    levelled(blocks, LEVELS_MAX)
}

/// Brings blocks that are nested too deep up to the last level that may be, in their order.
fn levelled(blocks: Vec<Block>, left: usize) -> Vec<Block> {
    let mut all = Vec::new();
    for mut block in blocks {
        let children = std::mem::take(&mut block.children);
        let inner = levelled(children, left.saturating_sub(1));
        if left > 0 {
            block.children = inner;
            all.push(block);
        } else {
            all.push(block);
            all.extend(inner);
        }
    }
    all
}

/// Blocks as they come out of a piece of HTML, with the line that is still open.
struct BlockFlow {
    blocks: Vec<Block>,
    line: Line,
    /// Which kind of block a line becomes.
    kind: Block,
    /// A tick box before the line.
    ticked: Option<bool>,
}

impl Default for BlockFlow {
    fn default() -> Self {
        let kind = Block::paragraph(Vec::new());
        Self { blocks: Vec::new(), line: Line::default(), kind, ticked: None }
    }
}

impl BlockFlow {
    /// Ends the open line, if there is one; at the very end a box may also stand alone.
    fn end(&mut self, last: bool) {
        let content = self.line.take();
        if content.is_none() && (self.ticked.is_none() || !last) {
            return;
        }
        let mut block = self.kind.clone();
        if let Some(ticked) = self.ticked.take().filter(|_| block.kind == "paragraph") {
            block.kind = "checkListItem".into();
            block = block.prop("checked", ticked);
        }
        block.content = Content::Line(content.unwrap_or_default());
        self.blocks.push(block);
    }

    /// From here on lines are of this kind; returns of which they were.
    fn begin(&mut self, kind: Block) -> Block {
        self.end(false);
        std::mem::replace(&mut self.kind, kind)
    }

    /// From here on they are again of the kind that they were.
    fn finish(&mut self, outer: Block) {
        self.end(false);
        self.kind = outer;
    }
}

fn of_kind(kind: &str, props: Map<String, Value>) -> Block {
    Block { kind: kind.into(), props, ..Block::default() }
}

struct HtmlReader<'a> {
    dom: &'a Dom,
    depth: usize,
}

impl HtmlReader<'_> {
    /// The blocks of an element's inside.
    fn inside(&mut self, nodes: &[NodeId], look: &TextLook) -> Vec<Block> {
        let mut flow = BlockFlow::default();
        nodes.iter().for_each(|node| self.visit(*node, look, &mut flow));
        flow.end(true);
        flow.blocks
    }

    fn children(&mut self, element: NodeId, look: &TextLook, flow: &mut BlockFlow) {
        let dom = self.dom;
        dom.children(element).iter().for_each(|node| self.visit(*node, look, flow));
    }

    fn visit(&mut self, node: NodeId, look: &TextLook, flow: &mut BlockFlow) {
        if let Some(words) = self.dom.text(node) {
            return self.text((node, words), look, flow);
        }
        let name = self.dom.name(node);
        if SILENT.contains(&name) || is_hidden(self.dom, node) {
            return;
        }
        if self.depth >= DEPTH_MAX {
            return flow.line.text(&self.dom.letters(node), look);
        }
        self.depth += 1;
        self.element((node, name), look, flow);
        self.depth -= 1;
    }

    fn text(&self, (node, words): (NodeId, &str), look: &TextLook, flow: &mut BlockFlow) {
        // The line ends between blocks are the writer's, also where spaces are kept.
        if look.pre && flow.line.is_empty() && words.contains('\n') && words.trim().is_empty() {
            let parent = self.dom.parent(node);
            let mut beside = parent.into_iter().flat_map(|parent| self.dom.elements(parent));
            if beside.any(|one| PARTS.contains(&self.dom.name(one))) {
                return;
            }
        }
        flow.line.text(words, look);
    }

    fn element(&mut self, (element, name): (NodeId, &str), outer: &TextLook, flow: &mut BlockFlow) {
        let dom = self.dom;
        // Every element hands down how it keeps spaces, lists and tables too.
        let look = &look_under(dom, element, outer);
        match name {
            "br" if dom.has_class(element, "Apple-interchange-newline") => {}
            "br" => flow.line.new_line(look),
            "img" => self.picture(element, look, flow),
            "figcaption" if self.caption(element, look, flow) => {}
            "input" => {
                let kind = dom.attribute(element, "type").unwrap_or_default();
                if kind.eq_ignore_ascii_case("checkbox") {
                    flow.ticked = Some(dom.has(element, "checked"));
                }
            }
            "hr" => {
                flow.end(false);
                flow.blocks.push(of_kind("divider", Map::new()));
            }
            "pre" => {
                flow.end(false);
                flow.blocks.push(code_of(dom, element));
            }
            "blockquote" => {
                let kind = of_kind("quote", colours_of(dom, element));
                let callout = callout_of(dom, element);
                let kind =
                    callout.into_iter().fold(kind, |kind, one| kind.prop("callout", one.name));
                let outer = flow.begin(kind);
                self.children(element, look, flow);
                flow.finish(outer);
            }
            "ul" | "ol" => self.list(element, look, flow),
            "li" => {
                // An item without its list.
                flow.end(false);
                let item = self.item(element, look, false);
                flow.blocks.push(item);
            }
            "table" => self.table(element, look, flow),
            "details" => self.toggle(element, look, flow),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = u64::from(name.as_bytes()[1] - b'0');
                let kind = of_kind("heading", props_of(dom, element)).prop("level", level);
                let outer = flow.begin(kind);
                self.children(element, &TextLook { bold: false, ..look.clone() }, flow);
                flow.finish(outer);
            }
            _ if dom.has(element, "data-nested") => self.nested(element, look, flow),
            _ if PARTS.contains(&name) => self.part(element, look, flow),
            _ if dom.has_class(element, "Apple-converted-space") => flow.line.exactly(" ", look),
            _ => self.children(element, &look_in(dom, element, look), flow),
        }
    }

    /// A paragraph or a part of the page. Inside a quote or an item its lines are lines of that.
    fn part(&mut self, element: NodeId, look: &TextLook, flow: &mut BlockFlow) {
        let kind = match &*flow.kind.kind {
            "paragraph" => of_kind("paragraph", props_of(self.dom, element)),
            _ => flow.kind.clone(),
        };
        let outer = flow.begin(kind);
        self.children(element, look, flow);
        flow.finish(outer);
    }

    /// Blocks under the one before.
    fn nested(&mut self, element: NodeId, look: &TextLook, flow: &mut BlockFlow) {
        flow.end(false);
        let inside = self.inside(self.dom.children(element), look);
        match flow.blocks.last_mut() {
            Some(above) => above.children.extend(inside),
            None => flow.blocks.extend(inside),
        }
    }

    /// A picture: one of ours stays, one that is a letter is that, one from elsewhere is its address, and nothing is fetched.
    fn picture(&self, img: NodeId, look: &TextLook, flow: &mut BlockFlow) {
        let told = |name: &str| self.dom.attribute(img, name).unwrap_or_default();
        let (url, words) = (told("src"), told("alt"));
        let is_web = |url: &str| {
            let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme);
            scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
        };
        if is_letter(words) {
            flow.line.text(words, look);
        } else if is_kept_picture(url) {
            flow.end(false);
            let mut block = of_kind("image", Map::new()).prop("url", url);
            if !words.is_empty() {
                block = block.prop("name", words);
            }
            let width = told("width").parse::<u32>().ok();
            if let Some(width) = width.filter(|width| (1..=WIDEST).contains(width)) {
                block = block.prop("previewWidth", width);
            }
            flow.blocks.push(block);
        } else if is_web(url) && is_allowed(url) {
            let words = if words.is_empty() { url } else { words };
            flow.line.text(words, &TextLook { href: Some(url.to_owned()), ..look.clone() });
        }
    }

    /// What is written under a picture. Under anything else it is a line like others: `false`.
    fn caption(&mut self, element: NodeId, look: &TextLook, flow: &mut BlockFlow) -> bool {
        flow.end(false);
        let is_bare = |above: &&mut Block| above.kind == "image" && above.text("caption").is_none();
        let Some(above) = flow.blocks.last_mut().filter(is_bare) else { return false };
        let look = look_under(self.dom, element, look);
        let blocks = self.inside(self.dom.children(element), &look);
        let lines: Vec<String> = blocks.iter().map(|block| letters(block.line())).collect();
        let words = lines.join("\n");
        if !words.trim().is_empty() {
            above.props.insert("caption".into(), words.trim().into());
        }
        true
    }

    /// An item: its first line is its own, all else is nested in it.
    fn item(&mut self, li: NodeId, look: &TextLook, ordered: bool) -> Block {
        let look = look_under(self.dom, li, look);
        let mut blocks = self.inside(self.dom.children(li), &look);
        let is_head = blocks.first().is_some_and(|first| {
            matches!(&*first.kind, "paragraph" | "heading" | "checkListItem" | "quote")
        });
        let head = if is_head { blocks.remove(0) } else { Block::default() };
        let mut props = head.props;
        props.append(&mut props_of(self.dom, li));
        props.remove("level");
        let kind = match (props.contains_key("checked"), ordered) {
            (true, _) => "checkListItem",
            (_, true) => "numberedListItem",
            _ => "bulletListItem",
        };
        let line = match head.content {
            Content::Line(line) => line,
            _ => Vec::new(),
        };
        let mut children = head.children;
        children.append(&mut blocks);
        Block { content: Content::Line(line), children, ..of_kind(kind, props) }
    }

    /// A list. One that stands in it without an item (Google Docs, old pages) belongs to the item before.
    fn list(&mut self, element: NodeId, look: &TextLook, flow: &mut BlockFlow) {
        flow.end(false);
        let dom = self.dom;
        let ordered = dom.name(element) == "ol";
        let mut items: Vec<Block> = Vec::new();
        for node in dom.children(element) {
            if dom.name(*node) == "li" {
                if !is_hidden(dom, *node) {
                    let item = self.item(*node, look, ordered);
                    items.push(numbered(item, (dom, *node), items.len()));
                }
                continue;
            }
            let inside = self.inside(&[*node], look);
            match items.last_mut() {
                Some(last) => last.children.extend(inside),
                None => items.extend(inside),
            }
        }
        let follows = flow.blocks.last().is_some_and(Block::is_numbered);
        if let Some(first) = items.first_mut().filter(|first| first.is_numbered()) {
            begin_at(first, (dom, element), follows);
        }
        flow.blocks.append(&mut items);
    }

    fn table(&mut self, element: NodeId, look: &TextLook, flow: &mut BlockFlow) {
        flow.end(false);
        let dom = self.dom;
        if matches!(dom.attribute(element, "role"), Some("presentation" | "none")) {
            // It only places things.
            return self.children(element, look, flow);
        }
        for part in dom.elements(element).filter(|part| dom.name(*part) == "caption") {
            self.visit(part, look, flow);
        }
        flow.end(false);
        let read = |cell: NodeId| {
            let bold = dom.name(cell) != "th";
            let look = TextLook { bold, ..look_under(dom, cell, look) };
            cell_line(&self.inside(dom.children(cell), &look))
        };
        flow.blocks.extend(table_of(dom, element, read));
    }

    fn toggle(&mut self, details: NodeId, look: &TextLook, flow: &mut BlockFlow) {
        flow.end(false);
        let dom = self.dom;
        let summary = dom.child(details, "summary");
        let head = summary.and_then(|summary| {
            let look = look_under(dom, summary, look);
            self.inside(dom.children(summary), &look).into_iter().next()
        });
        let rest: Vec<NodeId> =
            dom.children(details).iter().copied().filter(|node| Some(*node) != summary).collect();
        let children = self.inside(&rest, look);
        let Block { kind, mut props, content, .. } = head.unwrap_or_default();
        let heading = kind == "heading";
        if heading {
            props.insert("isToggleable".into(), true.into());
        } else {
            props.append(&mut props_of(dom, details));
        }
        let line: Vec<Inline> = match content {
            Content::Line(line) => line,
            _ => Vec::new(),
        };
        let kind = if heading { "heading" } else { "toggleListItem" };
        let block = Block { content: Content::Line(line), children, ..of_kind(kind, props) };
        flow.blocks.push(block);
    }
}

/// An item that says its number, where it does not follow from the one before.
fn numbered(block: Block, (dom, li): (&Dom, NodeId), before: usize) -> Block {
    let told = dom.attribute(li, "value").and_then(whole_number).filter(|value| *value > 0);
    let next = i64::try_from(before).unwrap_or(i64::MAX).saturating_add(1);
    match told.filter(|value| *value != next && before > 0 && block.is_numbered()) {
        Some(value) if !dom.stands_in(li, "data-fadepad") => block.prop("start", value),
        _ => block,
    }
}

/// The number that a list begins with; right after another list it is told even where it is 1.
fn begin_at(first: &mut Block, (dom, list): (&Dom, NodeId), follows: bool) {
    /// Numbers that JavaScript can tell apart.
    const SAFE: std::ops::Range<i64> = 0..1 << 53;
    let start = dom.attribute(list, "start").map_or(Some(1), whole_number);
    if let Some(start) = start.filter(|start| SAFE.contains(start) && (*start != 1 || follows)) {
        first.props.insert("start".into(), start.into());
    }
}
