//! Blocks as Markdown: whatever is read back from it is equal, as far as Markdown can say it. Colours and where a text stands
//! it can't. The page's twin is `ui/src/forms/markdown/write.ts`.

use markdown::mdast::Node;

use super::line::{Definitions, LineStyle, colourless, line_from, phrases_of, same_line, trimmed};
use super::parse;
use super::print::{print, print_line};
use super::tree::{Flow, Item, Kind, List, Phrase};
use crate::render::blocks::{Block, Cell, Content, Inline, Styles, Table, Words, letters};
use crate::render::html::{inline_html, table_html};
use crate::render::links::{is_allowed, is_kept_picture};

/// The blocks as one Markdown text.
pub(in crate::render) fn markdown_of(blocks: &[Block]) -> String {
    print(&flow(&tidy(blocks)))
}

/// A line without what is not written: colours, and addresses that no link may have.
fn writable(line: &[Inline]) -> Vec<Inline> {
    let parts = line.iter().flat_map(|part| match part {
        Inline::Text(words) => vec![Inline::Text(colourless(words))],
        Inline::Link { href, content } => {
            let content: Vec<Words> = content.iter().map(colourless).collect();
            match is_allowed(href) {
                true => vec![Inline::Link { href: href.clone(), content }],
                false => content.into_iter().map(Inline::Text).collect(),
            }
        }
    });
    trimmed(&parts.collect::<Vec<_>>())
}

/// The blocks with lines that can be written.
fn tidy(blocks: &[Block]) -> Vec<Block> {
    let tidied = blocks.iter().map(|block| {
        let content = match &block.content {
            Content::Line(line) if block.kind != "codeBlock" => Content::Line(writable(line)),
            other => other.clone(),
        };
        Block { content, children: tidy(&block.children), ..block.clone() }
    });
    tidied.collect()
}

/// Whether this line would come back as it is: from readers to which emoji are signs, as to the one here, and from those to
/// which they are letters, as to the page's.
fn returns(line: &[Inline], phrases: &[Phrase]) -> bool {
    let markdown = print_line(phrases);
    if !says(&markdown, line) {
        return false;
    }
    let told = near(&markdown);
    if told == markdown {
        return true;
    }
    let shown = |words: &Words| Words { text: near(&words.text), styles: words.styles.clone() };
    let shown = line.iter().map(|part| match part {
        Inline::Text(words) => Inline::Text(shown(words)),
        Inline::Link { href, content } => {
            Inline::Link { href: near(href), content: content.iter().map(shown).collect() }
        }
    });
    says(&told, &shown.collect::<Vec<_>>())
}

/// The same with a letter in the place of each character beyond the first plane.
fn near(text: &str) -> String {
    text.chars().map(|c| if u32::from(c) > 0xFFFF { '\u{A015}' } else { c }).collect()
}

fn says(markdown: &str, line: &[Inline]) -> bool {
    let read = parse(markdown).unwrap_or_default();
    match read.first() {
        Some(Node::Paragraph(one)) => {
            same_line(&line_from(&one.children, &Definitions::new()), line)
        }
        _ => false,
    }
}

/// Marked words between spaces, without a sign of Markdown: such a line needs no second look.
fn is_calm(line: &[Inline]) -> bool {
    let is_sign =
        |c: char| matches!(c, '*' | '_' | '~' | '`' | '<' | '[' | ']' | '\\' | '&' | '\n');
    if letters(line).contains(is_sign) {
        return false;
    }
    line.iter().enumerate().all(|(n, part)| {
        let marks = part.runs().iter().map(|run| marks(&run.styles)).sum::<usize>();
        if marks == 0 {
            return true;
        }
        let words = part.letters();
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let (before, after) = (letters(&line[..n]), letters(&line[n + 1..]));
        part.runs().len() == 1
            && marks == 1
            && is_word(words.chars().next())
            && is_word(words.chars().last())
            && space(before.chars().last())
            && space(after.chars().next())
    })
}

fn marks(styles: &Styles) -> usize {
    let Styles { bold, italic, underline, strike, code, .. } = styles;
    [bold, italic, underline, strike, code].iter().filter(|on| ***on).count()
}

/// The phrases of a line: with Markdown's signs where they say it, else with tags.
fn phrases(line: &[Inline], single: bool) -> Vec<Phrase> {
    let plain = writable(line);
    let words = letters(&plain);
    let breaks = single || words.starts_with('\n') || words.ends_with('\n');
    let bare =
        plain.iter().all(|part| matches!(part, Inline::Text(words) if words.styles.is_plain()));
    if bare || is_calm(&plain) {
        return phrases_of(&plain, LineStyle { tags: false, single: breaks });
    }
    for single in [breaks, true] {
        let phrases = phrases_of(&plain, LineStyle { tags: false, single });
        if returns(&plain, &phrases) {
            return phrases;
        }
    }
    phrases_of(&plain, LineStyle { tags: true, single: true })
}

fn spelled(spaces: &str) -> Option<Phrase> {
    let spelled = spaces.chars().map(|c| if c == '\t' { "&#x9;" } else { "&#x20;" });
    (!spaces.is_empty()).then(|| Phrase::Html(spelled.collect()))
}

/// The same phrases for a cell, which would lose the spaces at its ends.
fn edged(phrases: Vec<Phrase>) -> Vec<Phrase> {
    let is_space = |c: char| matches!(c, ' ' | '\t');
    let last = phrases.len().saturating_sub(1);
    let edged = phrases.into_iter().enumerate().flat_map(|(n, phrase)| {
        let Phrase::Text(text) = phrase else { return vec![phrase] };
        let rest = if n == 0 { text.trim_start_matches(is_space) } else { &text };
        let words = if n == last { rest.trim_end_matches(is_space) } else { rest };
        let before = spelled(&text[..text.len() - rest.len()]);
        let after = spelled(&rest[words.len()..]);
        before.into_iter().chain([Phrase::Text(words.into())]).chain(after).collect()
    });
    edged.collect()
}

/// In the code of a cell, a bar can't be written after a backslash.
fn is_plain(cell: &Cell) -> bool {
    let runs = cell.content.iter().flat_map(Inline::runs);
    cell.span("colspan") == 1
        && cell.span("rowspan") == 1
        && !runs.into_iter().any(|run| run.styles.code && run.text.contains("\\|"))
}

/// Markdown draws tables, but none with heads at the side, cells that span, one column without a head, or a head without
/// words.
fn table(table: &Table) -> Kind {
    let Table { rows, head_rows, head_columns, .. } = table;
    let plain = *head_rows <= 1 && *head_columns == 0 && rows.iter().flatten().all(is_plain);
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_wordless = |row: &Vec<Cell>| row.iter().all(|cell| cell.content.is_empty());
    let unheaded = match head_rows {
        0 => width <= 1,
        _ => rows.first().is_some_and(is_wordless),
    };
    if !plain || unheaded {
        return Kind::Html(table_html(table).replace('\n', "&#10;"));
    }
    let lines = rows.iter().map(|cells| {
        cells.iter().map(|cell| edged(phrases(&cell.content, true))).collect::<Vec<_>>()
    });
    // Markdown's tables begin with a head, be it empty.
    let head = (*head_rows == 0).then(|| vec![Vec::new(); width]);
    Kind::Table(head.into_iter().chain(lines).collect())
}

/// What lies beside the text: a picture with its name and what stands under it, any other file by its name.
fn beside(block: &Block, url: String, title: &str) -> Phrase {
    if block.kind != "image" {
        return Phrase::Link { url, children: vec![Phrase::Text(title.into())] };
    }
    let caption = block.text("caption").unwrap_or_default();
    let caption = caption.split_whitespace().collect::<Vec<_>>().join(" ");
    let alt = block.text("name").unwrap_or_default().to_owned();
    Phrase::Image { url, alt, title: Some(caption).filter(|caption| !caption.is_empty()) }
}

fn file(block: &Block) -> Kind {
    let field = |name: &str| block.text(name).filter(|text| !text.is_empty());
    let url = field("url").unwrap_or_default();
    let title = field("caption").or(field("name")).unwrap_or(url);
    if let Some(url) = block.beside.clone() {
        return Kind::Paragraph(vec![beside(block, url, title)]);
    }
    // What stands behind it is for pages: who brought it, and how large it is.
    if is_kept_picture(url) {
        let path = url.split('#').next().unwrap_or_default().to_owned();
        return Kind::Paragraph(vec![beside(block, path, title)]);
    }
    let words = Phrase::Text(title.into());
    Kind::Paragraph(vec![match is_allowed(url) {
        true => Phrase::Link { url: url.into(), children: vec![words] },
        false => words,
    }])
}

/// A block by itself.
fn own(block: &Block) -> Kind {
    if let Content::Table(rows) = &block.content {
        return table(rows);
    }
    if block.is_file() {
        return file(block);
    }
    let line = block.line();
    match &*block.kind {
        "divider" => Kind::Rule,
        "quote" => Kind::Quote(block.callout().map(|one| one.name), phrases(line, false)),
        "codeBlock" => {
            let lang = block.text("language").filter(|lang| !matches!(*lang, "" | "text"));
            Kind::Code { lang: lang.map(Into::into), value: letters(line) }
        }
        "heading" => Kind::Heading(block.level(), phrases(line, true)),
        _ => Kind::Paragraph(phrases(line, false)),
    }
}

/// What folds is HTML's `<details>`, whose head is HTML too; what lies in it is Markdown again.
fn toggle(block: &Block) -> Vec<Flow> {
    let line = inline_html(&writable(block.line()));
    let head = match (&*block.kind, block.level()) {
        ("heading", level) => {
            let line = if line.is_empty() { "<br>" } else { &line };
            format!("<h{level}>{line}</h{level}>")
        }
        _ => line,
    };
    let open = Kind::Html(format!("<details>\n<summary>{head}</summary>"));
    let close = Kind::Html("</details>".into());
    std::iter::once(open.into()).chain(flow(&block.children)).chain([close.into()]).collect()
}

fn item(block: &Block) -> Item {
    let checked = (block.kind == "checkListItem").then(|| block.is_on("checked"));
    let children = flow(&block.children);
    let head = |phrases| Flow::from(Kind::Paragraph(phrases));
    if !block.line().is_empty() {
        let first = head(phrases(block.line(), false));
        return Item { checked, children: std::iter::once(first).chain(children).collect() };
    }
    // Markdown's own boxes need words after them, and an empty line would take what is nested in it for its own.
    let sign = match checked {
        None => "<!-- -->",
        Some(true) => "[x]",
        Some(false) => "[ ]",
    };
    let first =
        (checked.is_some() || !children.is_empty()).then(|| head(vec![Phrase::Html(sign.into())]));
    Item { checked: None, children: first.into_iter().chain(children).collect() }
}

/// A new list begins where the kind changes, or the numbers begin anew.
fn starts_list(block: &Block, before: Option<&Block>) -> bool {
    before.is_none_or(|before| {
        before.is_numbered() != block.is_numbered()
            || (block.is_numbered() && block.number("start").is_some())
    })
}

/// Blocks one after the other. Empty lines become a wider gap. What is nested in others than items and toggles follows them.
fn flow(blocks: &[Block]) -> Vec<Flow> {
    let mut nodes: Vec<Flow> = Vec::new();
    let mut gap = 0;
    // The item just written, while its list is open.
    let mut before: Option<&Block> = None;
    let add = |nodes: &mut Vec<Flow>, gap: &mut usize, mut node: Flow| {
        if *gap > 0 && !nodes.is_empty() {
            node.gap = Some(*gap);
        }
        *gap = 0;
        nodes.push(node);
    };
    for block in blocks {
        if block.is_on_its_way() {
            flow(&block.children).into_iter().for_each(|part| add(&mut nodes, &mut gap, part));
        } else if block.is_empty_line() {
            gap += 1;
            before = None;
        } else if block.is_item() {
            match nodes.last_mut().map(|node| &mut node.kind) {
                Some(Kind::List(list)) if !starts_list(block, before) => {
                    list.items.push(item(block));
                }
                _ => {
                    let start = block.is_numbered().then(|| block.number("start").unwrap_or(1));
                    let list = List { start, items: vec![item(block)] };
                    add(&mut nodes, &mut gap, Kind::List(list).into());
                }
            }
            before = Some(block);
        } else {
            before = None;
            let parts = match block.is_toggle() {
                true => toggle(block),
                false => std::iter::once(own(block).into()).chain(flow(&block.children)).collect(),
            };
            parts.into_iter().for_each(|part| add(&mut nodes, &mut gap, part));
        }
    }
    nodes
}
