//! Blocks as HTML that every program reads, and Fadepad reads back equal. The page's twin is `ui/src/forms/html/write.ts`.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::blocks::{Block, Cell, Content, Inline, Mark, Styles, Table, Words, append, letters};
use super::links::{is_allowed, is_own_picture};

/// From the innermost outwards.
const MARKS: [(Mark, &str); 5] = [
    (Mark::Code, "code"),
    (Mark::Strike, "s"),
    (Mark::Italic, "em"),
    (Mark::Bold, "strong"),
    (Mark::Underline, "u"),
];

/// The colours of text by the names that stand in it, and those behind it: the light theme's, since programs write on white.
/// Whatever else stands in a text is no colour.
const COLOURS: [(&str, &str, &str); 9] = [
    ("gray", "#5d5952", "#edeae3"),
    ("brown", "#74482f", "#f1e6dd"),
    ("red", "#a8201a", "#fbe6e3"),
    ("orange", "#8c4306", "#fbeadb"),
    ("yellow", "#6f5200", "#fbf0c4"),
    ("green", "#1b6137", "#e0f0e3"),
    ("blue", "#14579c", "#e0edf9"),
    ("purple", "#6339a6", "#ede6f8"),
    ("pink", "#9c1c61", "#fae5ef"),
];

/// Whole blocks.
pub(super) fn html_of(blocks: &[Block]) -> String {
    format!("<div data-fadepad style=\"white-space:pre-wrap\">{}</div>", flow(blocks))
}

/// A whole file that opens without a network, and loads and runs nothing.
pub(super) fn page_of(title: &str, blocks: &[Block]) -> String {
    let (title, main) = (escape(title), html_of(blocks));
    let is_title = |block: &Block| block.kind == "heading" && block.level() == 1;
    let header = match blocks.iter().any(is_title) {
        true => String::new(),
        false => format!("<header><h1>{title}</h1></header>\n"),
    };
    format!(
        "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; img-src data:\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n{header}<main>{main}</main>\n</body>\n</html>\n"
    )
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

const STYLE: &str = "body{max-width:720px;margin:40px auto;padding:0 16px;font:16px/1.6 system-ui,\
sans-serif;overflow-wrap:anywhere}h1,h2,h3{line-height:1.25}blockquote{margin:8px 0;padding:2px 16px;\
border-inline-start:3px solid}code,pre{font-family:ui-monospace,monospace;font-size:14px}\
pre{overflow:auto}table{border-collapse:collapse}td,th{border:1px solid;padding:6px 10px;\
text-align:start}img{max-width:100%}li>p{margin:0}li:has(>input){list-style:none}li>input+p{display:inline}";

/// Text as HTML that says the same, between elements and in their attributes.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{A0}' => escaped.push_str("&nbsp;"),
            '\r' => escaped.push_str("&#13;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The attributes of an element that looks so.
fn dress(text: Option<&str>, back: Option<&str>, alignment: Option<&str>) -> String {
    let (mut attributes, mut css) = (String::new(), String::new());
    let known = |name: &str| COLOURS.iter().find(|(colour, ..)| *colour == name);
    let other = |value: &Option<&str>, usual: &str| value.is_some_and(|value| value != usual);
    if let Some(name) = text.filter(|_| other(&text, "default")) {
        attributes += &format!(" data-text-color=\"{}\"", escape(name));
        css += &format!("color:{};", known(name).map_or("inherit", |(_, text, _)| text));
    }
    if let Some(name) = back.filter(|_| other(&back, "default")) {
        attributes += &format!(" data-background-color=\"{}\"", escape(name));
        css += &format!("background-color:{};", known(name).map_or("inherit", |(.., back)| back));
    }
    if let Some(name) = alignment.filter(|_| other(&alignment, "left")) {
        attributes += &format!(" data-text-alignment=\"{}\"", escape(name));
        if !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase()) {
            css += &format!("text-align:{name};");
        }
    }
    match attributes.is_empty() {
        true => String::new(),
        false => format!("{attributes} style=\"{css}\""),
    }
}

fn dress_run(styles: &Styles) -> String {
    dress(styles.text_colour.as_deref(), styles.back_colour.as_deref(), None)
}

fn dress_block(block: &Block) -> String {
    dress(block.text("textColor"), block.text("backgroundColor"), block.text("textAlignment"))
}

fn run(Words { text, styles }: &Words) -> String {
    let words = escape(text).replace('\n', "<br>");
    let marked = MARKS.iter().filter(|(mark, _)| styles.has(*mark));
    let marked = marked.fold(words, |inner, (_, tag)| format!("<{tag}>{inner}</{tag}>"));
    match dress_run(styles) {
        coloured if coloured.is_empty() => marked,
        coloured => format!("<span{coloured}>{marked}</span>"),
    }
}

fn part(inline: &Inline) -> String {
    let inside: String = inline.runs().iter().map(run).collect();
    match inline {
        Inline::Link { href, .. } if is_allowed(href) => {
            format!("<a href=\"{}\">{inside}</a>", escape(href))
        }
        _ => inside,
    }
}

/// A line's inside. A break at its very end is written twice, since HTML shows the last one as nothing.
pub(super) fn inline_html(line: &[Inline]) -> String {
    let html: String = line.iter().map(part).collect();
    if letters(line).ends_with('\n') { html + "<br>" } else { html }
}

/// The same, never without height.
fn filled(line: &[Inline]) -> String {
    match inline_html(line) {
        html if html.is_empty() => "<br>".into(),
        html => html,
    }
}

fn cell_html(cell: &Cell, head: bool) -> String {
    let tag = if head { "th" } else { "td" };
    let span = |name: &str| match cell.span(name) {
        span @ 2.. => format!(" {name}=\"{span}\""),
        _ => String::new(),
    };
    let text = |name: &str| cell.props.get(name).and_then(|value| value.as_str());
    let dress = dress(text("textColor"), text("backgroundColor"), text("textAlignment"));
    let inside = inline_html(&cell.content);
    format!("<{tag}{}{}{dress}>{inside}</{tag}>", span("colspan"), span("rowspan"))
}

/// For each cell of each row the column where it begins, since a cell above may reach down into the row.
fn columns(rows: &[Vec<Cell>]) -> Vec<Vec<usize>> {
    // For how many further rows a column is taken.
    let mut below: Vec<usize> = Vec::new();
    let columns = rows.iter().map(|cells| {
        let mut column = 0;
        let starts = cells.iter().map(|cell| {
            while below.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let start = column;
            for _ in 0..cell.span("colspan") {
                below.resize(below.len().max(column + 1), 0);
                below[column] = cell.span("rowspan");
                column += 1;
            }
            start
        });
        let starts: Vec<usize> = starts.collect();
        below.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        starts
    });
    columns.collect()
}

pub(super) fn table_html(table: &Table, block: Option<&Block>) -> String {
    let Table { rows, head_rows, head_columns, widths } = table;
    let columns = columns(rows);
    let cols = widths.iter().map(|width| match width {
        Some(width) => format!("<col width=\"{width}\">"),
        None => "<col>".into(),
    });
    let widths = match widths.iter().any(Option::is_some) {
        true => format!("<colgroup>{}</colgroup>", cols.collect::<String>()),
        false => String::new(),
    };
    let body = rows.iter().enumerate().map(|(y, cells)| {
        let inside = cells
            .iter()
            .zip(&columns[y])
            .map(|(cell, column)| cell_html(cell, y < *head_rows || column < head_columns));
        format!("<tr>{}</tr>", inside.collect::<String>())
    });
    let heads = |name: &str, count: usize| match count {
        0 => String::new(),
        count => format!(" data-header-{name}=\"{count}\""),
    };
    let (rows, cols) = (heads("rows", *head_rows), heads("cols", *head_columns));
    let dress = block.map(dress_block).unwrap_or_default();
    let body: String = body.collect();
    format!("<table{rows}{cols}{dress}>{widths}<tbody>{body}</tbody></table>")
}

/// A picture of this pad stays one, and whatever else lies elsewhere is its address.
fn file_html(block: &Block) -> String {
    let field = |name: &str| block.text(name).filter(|text| !text.is_empty());
    let url = field("url").unwrap_or_default();
    let caption = field("caption").or(field("name"));
    if block.kind == "image" && is_own_picture(url) {
        let (url, alt) = (escape(url), escape(caption.unwrap_or_default()));
        return format!("<p><img src=\"{url}\" alt=\"{alt}\"></p>");
    }
    let mut line = Vec::new();
    let href = Some(url).filter(|url| is_allowed(url));
    append(&mut line, caption.unwrap_or(url), &Styles::default(), href);
    format!("<p>{}</p>", inline_html(&line))
}

/// A block's own element, without what is nested in it.
fn own(block: &Block) -> String {
    if let Content::Table(table) = &block.content {
        return table_html(table, Some(block));
    }
    if block.is_file() {
        return file_html(block);
    }
    let (line, dress) = (block.line(), dress_block(block));
    match &*block.kind {
        "divider" => "<hr>".into(),
        "quote" => format!("<blockquote{dress}>{}</blockquote>", filled(line)),
        "heading" => format!("<h{0}{dress}>{1}</h{0}>", block.level(), filled(line)),
        "codeBlock" => {
            let language = escape(block.text("language").unwrap_or("text"));
            let code = letters(line);
            let end = if code.ends_with('\n') { "\n" } else { "" };
            format!(
                "<pre data-language=\"{language}\"><code class=\"language-{language}\">{}{end}</code></pre>",
                escape(&code)
            )
        }
        _ => format!("<p{dress}>{}</p>", filled(line)),
    }
}

fn item(block: &Block) -> String {
    let checked = if block.is_on("checked") { " checked" } else { "" };
    let sign = match &*block.kind {
        "checkListItem" => format!("<input type=\"checkbox\"{checked}>"),
        _ => String::new(),
    };
    let (dress, under) = (dress_block(block), flow(&block.children));
    format!("<li{dress}>{sign}<p>{}</p>{under}</li>", filled(block.line()))
}

fn toggle(block: &Block) -> String {
    let (dress, head) = match &*block.kind {
        "heading" => (String::new(), own(block)),
        _ => (dress_block(block), filled(block.line())),
    };
    let under = flow(&block.children);
    format!("<details open{dress}><summary>{head}</summary>{under}</details>")
}

/// Blocks one after the other; neighbours of one kind of list make one list.
fn flow(blocks: &[Block]) -> String {
    let (mut html, mut open) = (String::new(), "");
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
                Some(start) => format!("<ol start=\"{start}\">"),
                None => format!("<{list}>"),
            };
        }
        open = list;
        html += &match (list.is_empty(), block.is_toggle()) {
            (false, _) => item(block),
            (_, true) => toggle(block),
            _ if block.children.is_empty() => own(block),
            _ => {
                let under = flow(&block.children);
                format!("{}<div data-nested style=\"margin-left:24px\">{under}</div>", own(block))
            }
        };
    }
    match open.is_empty() {
        true => html,
        false => format!("{html}</{open}>"),
    }
}
