//! A pad's text as a whole page: it opens without a network, runs and loads nothing, looks as the one that the page keeps, and is
//! read out as well. The page's twin is `ui/src/take/page.ts`, which has the same sheet, `assets/page.css`.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::blocks::{Block, Callout, Cell, Content, Inline, Styles, Table, append, letters};
use super::html::{
    Looks, columns, dress, dressed, escape, heads, inside, is_silent, spans, widths_html,
};
use super::links::{is_allowed, is_own_picture};

/// Light and dark, on a screen and on paper. Its colours are renewed after a change in `theme.css` by
/// `FADEPAD_WRITE_EXAMPLES=1 npx vitest run test/documents.test.ts`.
pub(super) const STYLE: &str = include_str!("../../assets/page.css");

/// A copy out of the page leaves the element around everything behind: each block says by itself that it is one of ours.
const OURS: &str = " data-fadepad=\"\"";

/// What blocks stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    /// The text itself.
    Text,
    /// An item of a list: paragraphs in it run in its direction, since what has one of its own says nothing about the one
    /// around it.
    Item,
    /// Another block.
    Block,
}

impl Within {
    fn ours(self) -> &'static str {
        if self == Self::Text { OURS } else { "" }
    }

    fn direction(self) -> &'static str {
        if self == Self::Item { "" } else { " dir=\"auto\"" }
    }
}

/// A whole file under the text's own title, else under this one. The page's twin: `titleOf` in `ui/src/forms/digest.ts`.
pub(super) fn titled_page(title: &str, blocks: &[Block]) -> String {
    let own = blocks.iter().find(|block| is_title(block)).map(|block| letters(block.line()));
    page_of(own.as_deref().map_or(title, str::trim), blocks)
}

/// A whole file.
pub(super) fn page_of(title: &str, blocks: &[Block]) -> String {
    let (heading, main) = parts(title, blocks);
    let title = escape(title);
    // The language is the one of the words that are not the pad's.
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; img-src data:\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n\
         <style>{}</style>\n</head>\n<body>\n{heading}{main}\n</body>\n</html>\n",
        STYLE.trim_end()
    )
}

/// The title above a text that has none of its own, and the text.
pub(super) fn parts(title: &str, blocks: &[Block]) -> (String, String) {
    let heading = match has_title(blocks) {
        true => String::new(),
        false => format!("<header><h1>{}</h1></header>\n", escape(title)),
    };
    let above = if heading.is_empty() { 0 } else { 1 };
    let text = PageWriter { boxes: 0, above, heads: Vec::new() }.flow(blocks, Within::Text);
    (heading, format!("<main><div{OURS}>{text}</div></main>"))
}

/// The same page with the document in it, as an element that browsers pass over. The page's twin is
/// `ui/src/take/capsule.ts`. No words of a text end a page: they are escaped.
pub(super) fn with_document(page: &str, update: &[u8]) -> String {
    let (before, after) = page.rsplit_once("</body>").unwrap_or((page, ""));
    let document = BASE64_STANDARD.encode(update);
    format!(
        "{before}<script type=\"application/vnd.fadepad.capsule\">{document}</script>\n</body>{after}"
    )
}

/// The same page with a line at its end that says where it comes from. The page's twin: `foot` in `ui/src/strings/en/ending.ts`.
pub(super) fn with_foot(page: &str, pad: &str, when: &str) -> String {
    let foot = format!("{pad}, kept from Fadepad on {when}.");
    let (before, after) = page.rsplit_once("</main>\n").unwrap_or((page, ""));
    format!("{before}</main>\n<footer>{}</footer>\n{after}", escape(&foot))
}

fn is_title(block: &Block) -> bool {
    block.kind == "heading" && block.level() == 1 && !is_silent(&letters(block.line()))
}

fn has_title(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| is_title(block) || has_title(&block.children))
}

/// A line, never without height.
fn filled(line: &[Inline]) -> String {
    match inside(line, Looks::Sheet) {
        html if html.is_empty() => "<br>".into(),
        html => html,
    }
}

fn dress_block(block: &Block) -> String {
    dress(Looks::Sheet, dressed(&block.props))
}

/// A picture that is in the text itself stays; one from elsewhere would tell who opens the file.
fn is_inside(url: &str) -> bool {
    let types = ["png", "jpeg", "gif", "webp", "avif"];
    types.iter().any(|kind| url.starts_with(&format!("data:image/{kind};base64,")))
}

/// A picture with what is written under it, as wide as somebody made it. The page's twin is `pictureHtml` in
/// `ui/src/forms/html/write.ts`.
fn picture_html(block: &Block, url: &str, within: Within) -> String {
    let (ours, direction) = (within.ours(), within.direction());
    let field = |name: &str| block.text(name).filter(|text| !text.is_empty());
    let alt = escape(field("name").unwrap_or_default());
    let width = block.props.get("previewWidth").and_then(serde_json::Value::as_f64);
    let width = width.filter(|width| *width > 0.0).map(f64::round);
    let width = width.map_or(String::new(), |width| format!(" width=\"{width}\""));
    let source = block.beside.as_deref().or(Some(url).filter(|url| is_inside(url)));
    let image = match source {
        // By its path a capsule finds it again: `sourcesIn` in `ui/src/pad/bring/along.ts`.
        Some(source) if block.beside.is_some() => {
            format!("<img data-file=\"{source}\" alt=\"{alt}\"{width} src=\"{source}\">")
        }
        Some(source) => format!("<img alt=\"{alt}\"{width} src=\"{}\">", escape(source)),
        None => String::new(),
    };
    match field("caption") {
        Some(caption) => format!(
            "<figure{ours}>{image}<figcaption dir=\"auto\">{}</figcaption></figure>",
            escape(caption)
        ),
        None => format!("<p{direction}{ours}>{image}</p>"),
    }
}

/// A picture in the text stays one, and whatever else lies elsewhere is its address.
fn file_html(block: &Block, within: Within) -> String {
    let (ours, direction) = (within.ours(), within.direction());
    let field = |name: &str| block.text(name).filter(|text| !text.is_empty());
    let url = field("url").unwrap_or_default();
    if block.kind == "image" && is_own_picture(url) {
        return picture_html(block, url, within);
    }
    let mut line = Vec::new();
    let href = Some(url).filter(|url| is_allowed(url));
    let words = field("caption").or(field("name")).unwrap_or(url);
    append(&mut line, words, &Styles::default(), href);
    format!("<p{direction}{ours}>{}</p>", inside(&line, Looks::Sheet))
}

fn code_html(block: &Block, within: Within) -> String {
    let ours = within.ours();
    let language = escape(block.text("language").unwrap_or("text"));
    let code = letters(block.line());
    let end = if code.ends_with('\n') { "\n" } else { "" };
    let code = escape(&code);
    format!("<pre data-language=\"{language}\" dir=\"ltr\"{ours}><code>{code}{end}</code></pre>")
}

fn cell_html(cell: &Cell, head: bool) -> String {
    let tag = if head { "th" } else { "td" };
    // Who has it read out would hear of a head without words.
    let role = if head && is_silent(&letters(&cell.content)) { " role=\"cell\"" } else { "" };
    let (dress, inside) =
        (dress(Looks::Sheet, dressed(&cell.props)), inside(&cell.content, Looks::Sheet));
    format!("<{tag}{}{dress} dir=\"auto\"{role}>{inside}</{tag}>", spans(cell))
}

fn table_html(table: &Table, block: &Block, within: Within) -> String {
    let ours = within.ours();
    let Table { rows, head_rows, head_columns, widths } = table;
    let columns = columns(rows);
    let is_head = |y: usize, column: usize| y < *head_rows || column < *head_columns;
    let drawn: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(y, cells)| {
            let cells = cells.iter().zip(&columns[y]);
            let cells = cells.map(|(cell, column)| cell_html(cell, is_head(y, *column)));
            format!("<tr>{}</tr>", cells.collect::<String>())
        })
        .collect();
    // Rows of nothing but heads come again on each printed page. A cell that reaches below them would be cut off.
    let others = |y: &usize| columns[*y].iter().any(|column| !is_head(*y, *column));
    let body = (0..rows.len()).find(others).unwrap_or(0);
    let within =
        |(y, cells): (usize, &Vec<Cell>)| cells.iter().all(|cell| cell.span("rowspan") <= body - y);
    let body = if rows.iter().enumerate().take(body).all(within) { body } else { 0 };
    let head = match body {
        0 => String::new(),
        body => format!("<thead>{}</thead>", drawn[..body].concat()),
    };
    let (heads, dress, widths) = (heads(table), dress_block(block), widths_html(widths));
    let rows = drawn[body..].concat();
    format!("<table{heads}{dress}{ours}>{widths}{head}<tbody>{rows}</tbody></table>")
}

/// A page that is being written, in the order of its text.
struct PageWriter {
    /// Tick boxes so far.
    boxes: usize,
    /// The level above all headings of the text, if there is one.
    above: u8,
    /// The headings around this place: their levels, and those that are told.
    heads: Vec<(u8, u8)>,
}

impl PageWriter {
    /// Headings for who has the page read out: those without words are none, and no level is left out on the way down.
    fn heading(&mut self, block: &Block, within: Within) -> String {
        let ours = within.ours();
        let (level, line, dress) = (block.level(), block.line(), dress_block(block));
        let told = match is_silent(&letters(line)) {
            true => " role=\"presentation\"".to_owned(),
            false => match self.told(level) {
                told if told == level => String::new(),
                told => format!(" aria-level=\"{told}\""),
            },
        };
        format!("<h{level}{dress} dir=\"auto\"{told}{ours}>{}</h{level}>", filled(line))
    }

    fn told(&mut self, level: u8) -> u8 {
        while self.heads.last().is_some_and(|(outer, _)| *outer >= level) {
            self.heads.pop();
        }
        let told = match self.heads.last().map_or(self.above, |(_, told)| *told) {
            0 => level,
            outer => level.min(outer + 1),
        };
        self.heads.push((level, told));
        told
    }

    /// A block's own element, without what is nested in it.
    fn own(&mut self, block: &Block, within: Within) -> String {
        if let Content::Table(table) = &block.content {
            return table_html(table, block, within);
        }
        if block.is_file() {
            return file_html(block, within);
        }
        let (line, dress) = (block.line(), dress_block(block));
        let (ours, direction) = (within.ours(), within.direction());
        match &*block.kind {
            "divider" => format!("<hr{ours}>"),
            "quote" => {
                let said = block.callout().map_or_else(
                    Default::default,
                    |Callout { name, told, .. }| {
                        let told = format!(" role=\"note\" aria-label=\"{told}\"");
                        (format!(" data-callout=\"{name}\""), told)
                    },
                );
                let (said, told) = said;
                let open = format!("<blockquote{said}{dress} dir=\"auto\"{told}{ours}>");
                format!("{open}{}</blockquote>", filled(line))
            }
            "heading" => self.heading(block, within),
            "codeBlock" => code_html(block, within),
            _ => format!("<p{dress}{direction}{ours}>{}</p>", filled(line)),
        }
    }

    /// A tick box is named by the words beside it; without words, by what it does.
    fn tick_box(&mut self, block: &Block) -> (String, String) {
        if block.kind != "checkListItem" {
            return Default::default();
        }
        self.boxes += 1;
        let checked = if block.is_on("checked") { " checked=\"\"" } else { "" };
        let (name, id) = match is_silent(&letters(block.line())) {
            true => ("aria-label=\"Done\"".into(), String::new()),
            false => {
                let id = format!("box-{}", self.boxes);
                (format!("aria-labelledby=\"{id}\""), format!(" id=\"{id}\""))
            }
        };
        (format!("<input{checked} type=\"checkbox\" disabled=\"\" {name}>"), id)
    }

    fn item(&mut self, block: &Block) -> String {
        let (dress, (tick, id)) = (dress_block(block), self.tick_box(block));
        let under = self.flow(&block.children, Within::Item);
        format!("<li{dress} dir=\"auto\">{tick}<p{id}>{}</p>{under}</li>", filled(block.line()))
    }

    fn toggle(&mut self, block: &Block, within: Within) -> String {
        let ours = within.ours();
        let (dress, head) = match &*block.kind {
            "heading" => (String::new(), self.heading(block, Within::Block)),
            _ => (dress_block(block), filled(block.line())),
        };
        let name = match is_silent(&letters(block.line())) {
            true => " aria-label=\"Show or hide what is inside\"",
            false => "",
        };
        let under = self.flow(&block.children, Within::Block);
        format!(
            "<details open=\"\"{dress}{ours}><summary dir=\"auto\"{name}>{head}</summary>{under}</details>"
        )
    }

    /// Blocks one after the other; neighbours of one kind of list make one list.
    fn flow(&mut self, blocks: &[Block], within: Within) -> String {
        let (mut html, mut open, ours) = (String::new(), "", within.ours());
        for block in blocks {
            let list = match (block.is_numbered(), block.is_item()) {
                (true, _) => "ol",
                (_, true) => "ul",
                _ => "",
            };
            let start = block.number("start");
            if !open.is_empty() && (open != list || (list == "ol" && start.is_some())) {
                html += &format!("</{open}>");
                open = "";
            }
            if !list.is_empty() && open.is_empty() {
                html += &match start.filter(|start| *start != 1) {
                    Some(start) => format!("<ol start=\"{start}\"{ours}>"),
                    None => format!("<{list}{ours}>"),
                };
            }
            open = list;
            html += &match (list.is_empty(), block.is_toggle()) {
                (false, _) => self.item(block),
                (_, true) => self.toggle(block, within),
                _ if block.children.is_empty() => self.own(block, within),
                _ => {
                    let (own, under) =
                        (self.own(block, within), self.flow(&block.children, Within::Block));
                    format!("{own}<div data-nested=\"\"{ours}>{under}</div>")
                }
            };
        }
        match open.is_empty() {
            true => html,
            false => format!("{html}</{open}>"),
        }
    }
}
