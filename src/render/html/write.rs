//! Lines and tables as HTML that every program reads, and Fadepad reads back equal; a whole page of them: `page`. The page's twin
//! is `ui/src/forms/html/write.ts`.

use serde_json::{Map, Value};

use crate::render::blocks::{Cell, Inline, Mark, Table, Words, letters};
use crate::render::links::is_allowed;

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

/// Text as HTML that says the same, between elements and in their attributes.
pub(in crate::render) fn escape(text: &str) -> String {
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

/// What says how an element looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Looks {
    /// It does by itself: nobody knows what stands around it.
    Own,
    /// The sheet of the page that it stands in.
    Sheet,
}

/// The attributes of an element: the colour of its text, the one behind it, its alignment.
pub(in crate::render) fn dress(looks: Looks, [text, back, alignment]: [Option<&str>; 3]) -> String {
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
    match (attributes.is_empty(), looks) {
        (true, _) => String::new(),
        (false, Looks::Own) => format!("{attributes} style=\"{css}\""),
        (false, Looks::Sheet) => attributes,
    }
}

/// What `dress` needs of a block or a cell.
pub(in crate::render) fn dressed(props: &Map<String, Value>) -> [Option<&str>; 3] {
    ["textColor", "backgroundColor", "textAlignment"]
        .map(|name| props.get(name).and_then(Value::as_str))
}

fn run(Words { text, styles }: &Words, looks: Looks) -> String {
    let words = escape(text).replace('\n', "<br>");
    let marked = MARKS.iter().filter(|(mark, _)| styles.has(*mark));
    let marked = marked.fold(words, |inner, (_, tag)| format!("<{tag}>{inner}</{tag}>"));
    match dress(looks, [styles.text_colour.as_deref(), styles.back_colour.as_deref(), None]) {
        coloured if coloured.is_empty() => marked,
        coloured => format!("<span{coloured}>{marked}</span>"),
    }
}

fn part(inline: &Inline, looks: Looks) -> String {
    let inside: String = inline.runs().iter().map(|words| run(words, looks)).collect();
    let Inline::Link { href, .. } = inline else { return inside };
    if !is_allowed(href) {
        return inside;
    }
    let href = escape(href);
    let more = match looks {
        Looks::Own => String::new(),
        Looks::Sheet if is_silent(&inline.letters()) => {
            format!(" rel=\"noopener noreferrer\" aria-label=\"{href}\"")
        }
        Looks::Sheet => " rel=\"noopener noreferrer\"".into(),
    };
    format!("<a href=\"{href}\"{more}>{inside}</a>")
}

/// Whether nothing of it is read out: the page trims what JavaScript calls space.
pub(in crate::render) fn is_silent(words: &str) -> bool {
    words.chars().all(|c| (c.is_whitespace() && c != '\u{85}') || c == '\u{FEFF}')
}

/// A line's inside, anywhere. A break at its very end is written twice, since HTML shows the last one as nothing.
pub(in crate::render) fn inline_html(line: &[Inline]) -> String {
    inside(line, Looks::Own)
}

/// The same for a page with this sheet, or for none.
pub(in crate::render) fn inside(line: &[Inline], looks: Looks) -> String {
    let html: String = line.iter().map(|inline| part(inline, looks)).collect();
    if letters(line).ends_with('\n') { html + "<br>" } else { html }
}

fn cell_html(cell: &Cell, head: bool) -> String {
    let tag = if head { "th" } else { "td" };
    let dress = dress(Looks::Own, dressed(&cell.props));
    format!("<{tag}{}{dress}>{}</{tag}>", spans(cell), inline_html(&cell.content))
}

/// How far a cell reaches, as attributes.
pub(in crate::render) fn spans(cell: &Cell) -> String {
    let span = |name: &str| match cell.span(name) {
        span @ 2.. => format!(" {name}=\"{span}\""),
        _ => String::new(),
    };
    span("colspan") + &span("rowspan")
}

/// For each cell of each row the column where it begins, since a cell above may reach down into the row.
pub(in crate::render) fn columns(rows: &[Vec<Cell>]) -> Vec<Vec<usize>> {
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

/// The widths of a table's columns, where it has any, as an element.
pub(in crate::render) fn widths_html(widths: &[Option<f64>]) -> String {
    let cols = widths.iter().map(|width| match width {
        Some(width) => format!("<col width=\"{width}\">"),
        None => "<col>".into(),
    });
    match widths.iter().any(Option::is_some) {
        true => format!("<colgroup>{}</colgroup>", cols.collect::<String>()),
        false => String::new(),
    }
}

/// How many rows and columns of a table are heads, as attributes.
pub(in crate::render) fn heads(Table { head_rows, head_columns, .. }: &Table) -> String {
    let heads = |name: &str, count: usize| match count {
        0 => String::new(),
        count => format!(" data-header-{name}=\"{count}\""),
    };
    heads("rows", *head_rows) + &heads("cols", *head_columns)
}

/// A table that stands anywhere.
pub(in crate::render) fn table_html(table: &Table) -> String {
    let Table { rows, head_rows, head_columns, widths } = table;
    let columns = columns(rows);
    let body = rows.iter().enumerate().map(|(y, cells)| {
        let inside = cells
            .iter()
            .zip(&columns[y])
            .map(|(cell, column)| cell_html(cell, y < *head_rows || column < head_columns));
        format!("<tr>{}</tr>", inside.collect::<String>())
    });
    let body: String = body.collect();
    format!("<table{}>{}<tbody>{body}</tbody></table>", heads(table), widths_html(widths))
}
