//! Documents of the page, read here: every form says the same on both sides (`ui/test/documents.test.ts`).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;
use serde_json::Value;

use super::job::{Added, Job, Manner};
use super::markdown::markdown_of;
use super::{Form, document, page, plain};

/// A document, and what the page makes of it.
#[derive(Deserialize)]
struct Example {
    name: String,
    update: String,
    markdown: String,
    text: String,
    page: String,
}

fn examples() -> Vec<Example> {
    let file = std::env::var("DOCUMENTS_FILE").unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/forms/documents.json").into()
    });
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// HTML without the letters that may be written as themselves or by a name.
fn as_read(html: &str) -> String {
    let named =
        [("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&#13;", "\r"), ("&nbsp;", "\u{A0}")];
    named.iter().fold(html.to_owned(), |html, (name, letter)| html.replace(name, letter))
}

#[test]
fn each_document_reads_as_it_does_in_the_page() {
    let (examples, mut strays) = (examples(), Vec::new());
    assert!(examples.len() > 20);
    for Example { name, update, markdown, text, page } in &examples {
        let doc = document::open(&BASE64_STANDARD.decode(update).unwrap()).unwrap();
        let blocks = document::blocks_of(&doc);
        let (heading, main) = page::parts("notes", &blocks);
        let told = [
            ("text", text.clone(), plain::text_of(&blocks)),
            ("page", as_read(page), as_read(&(heading + &main))),
            ("markdown", markdown.clone(), markdown_of(&blocks)),
        ];
        for (form, page, here) in told {
            if page != here {
                strays.push(format!("{name} as {form}:\n{page}\n-- here --\n{here}\n"));
            }
        }
    }
    assert!(strays.is_empty(), "{} of {}\n{}", strays.len(), examples.len(), strays.join("\n"));
}

/// Markdown, and the words that a pad says of it: the page reads it the same (`ui/test/forms.test.ts`).
#[derive(Deserialize)]
struct Scripted {
    markdown: String,
    says: String,
}

#[test]
fn raised_and_lowered_words_of_markdown_are_letters_that_are_as_in_the_page() {
    let file = include_str!("../../tests/data/forms/scripts.json");
    for Scripted { markdown, says } in serde_json::from_str::<Vec<Scripted>>(file).unwrap() {
        let told = plain::text_of(&super::markdown::blocks_of(&markdown));
        assert_eq!(told.replace('\t', ""), says, "{markdown}");
    }
}

/// HTML, in Markdown or by itself, and the blocks that the page makes of it (`ui/test/html.test.ts`).
#[derive(Deserialize)]
struct Marked {
    name: String,
    markdown: Option<String>,
    page: Option<String>,
    blocks: Value,
}

/// Without what is not there, and numbers as JavaScript has them.
fn bare(value: Value) -> Value {
    let is_nothing = |value: &Value| {
        value.as_object().is_some_and(serde_json::Map::is_empty)
            || value.as_array().is_some_and(Vec::is_empty)
    };
    match value {
        Value::Object(all) => {
            let all = all.into_iter().filter(|(name, value)| {
                !(matches!(&**name, "props" | "children") && is_nothing(value))
            });
            Value::Object(all.map(|(name, value)| (name, bare(value))).collect())
        }
        Value::Array(all) => Value::Array(all.into_iter().map(bare).collect()),
        Value::Number(number) => serde_json::json!(number.as_f64()),
        other => other,
    }
}

#[test]
fn html_becomes_the_blocks_that_it_becomes_in_the_page() {
    let file = std::env::var("HTML_FILE").unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/forms/html.json").into()
    });
    let examples: Vec<Marked> =
        serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert!(examples.len() > 50);
    let mut strays = Vec::new();
    for Marked { name, markdown, page, blocks } in &examples {
        let text = markdown.as_ref().or(page.as_ref()).unwrap();
        let here = match markdown {
            Some(text) => super::markdown::blocks_of(text),
            None => super::html::blocks_of(text),
        };
        let here = bare(serde_json::to_value(here).unwrap());
        let page = bare(blocks.clone());
        if here != page {
            strays
                .push(format!("{name}:\n{text}\n-- in the page --\n{page}\n-- here --\n{here}\n"));
        }
    }
    assert!(strays.is_empty(), "{} of {}\n{}", strays.len(), examples.len(), strays.join("\n"));
}

/// As browsers read it, whose rules the page's own tests do not know.
#[test]
fn what_is_not_closed_or_stands_where_it_may_not_is_read_as_browsers_do() {
    let read = |html: &str| plain::text_of(&super::html::blocks_of(html));
    assert_eq!(
        read("<div>one<p>two<b>three<p>four</div></i></td>five"),
        "one\ntwothree\nfour\nfive"
    );
    assert_eq!(read("<table>lost<tr><td>in</td></tr>words</table>"), "lostwords\nin");
    assert_eq!(read("<pre>\n\none\n</pre>"), "\none");
}

#[test]
fn a_page_that_was_kept_comes_back_with_all_that_it_showed() {
    for Example { name, update, .. } in examples() {
        let doc = document::open(&BASE64_STANDARD.decode(&update).unwrap()).unwrap();
        let mut blocks = document::blocks_of(&doc);
        // A kept page shows a file as the link that leads to it.
        blocks.retain(|block| !block.is_file());
        let kept = page::page_of("notes", &blocks);
        let back = super::html::blocks_of_page(&kept);
        assert_eq!(plain::text_of(&back), plain::text_of(&blocks), "{name}");
        assert_eq!(markdown_of(&back), markdown_of(&blocks), "{name}");
    }
}

#[test]
fn a_table_is_written_with_its_spans_heads_and_widths_as_the_page_writes_it() {
    for Example { name, update, .. } in examples() {
        let doc = document::open(&BASE64_STANDARD.decode(&update).unwrap()).unwrap();
        let blocks = document::blocks_of(&doc);
        let before = super::Writer::new(&[0, 0]).map(|mut writer| writer.bring(&blocks)).unwrap().0;
        let again = document::blocks_of(&document::open(&before).unwrap());
        let tables = |blocks: &[super::blocks::Block]| {
            let tables = blocks.iter().filter(|one| one.kind == "table");
            tables
                .map(|one| bare(serde_json::to_value(one).unwrap()["content"].take()))
                .collect::<Vec<_>>()
        };
        assert_eq!(tables(&again), tables(&blocks), "{name}");
    }
}

#[test]
fn what_would_have_more_cells_than_any_table_is_lines() {
    let wide = format!(
        "<table><tr>{}</tr>{}</table>",
        "<td colspan=100>a</td>".repeat(200),
        "<tr><td>b</td></tr>".repeat(200)
    );
    let long =
        format!("|{0}\n|{1}\n{2}", "a|".repeat(2_000), "-|".repeat(2_000), "|b|\n".repeat(2_000));
    for text in [wide, long] {
        let blocks = super::markdown::blocks_of(&text);
        assert!(blocks.len() > 200 && blocks.iter().all(|one| one.kind == "paragraph"));
    }
}

#[test]
fn html_in_html_however_deep_keeps_its_words_and_no_more_levels_than_a_pad_has() {
    for (open, close) in [
        ("<div>", "</div>"),
        ("<ul><li>", "</li></ul>"),
        ("<b><i>", "</i></b>"),
        ("<details>", "</details>"),
    ] {
        let html = format!("{}deep{}", open.repeat(2_000), close.repeat(2_000));
        let blocks = super::html::blocks_of(&html);
        assert!(plain::text_of(&blocks).contains("deep"), "{open}");
        let depth = |blocks: &[super::blocks::Block]| {
            let (mut depth, mut level): (usize, Vec<_>) = (0, blocks.iter().collect());
            while !level.is_empty() {
                level = level.into_iter().flat_map(|one| &one.children).collect();
                depth += 1;
            }
            depth
        };
        assert!(depth(&blocks) <= 31, "{open}: {}", depth(&blocks));
    }
}

#[test]
fn a_text_at_which_the_reader_of_markdown_fails_is_added_line_by_line() {
    let text = "- <!-- -->\n\n  ```\n    code\n  - x\n1. a\n   1. b\n      - [x] c\ntail\n  ```\n\n## end\n";
    let before = BASE64_STANDARD.decode(&examples()[0].update).unwrap();
    let written = Job::Add { text: text.into(), manner: Manner::Markdown }.done(&before).unwrap();
    let written = Added::read(&written.into()).unwrap();
    let doc = yrs::merge_updates_v1([&before[..], &written.update]).unwrap();
    let told = Job::Read { form: Form::Text, title: String::new() }.done(&doc).unwrap();
    let told = String::from_utf8(told).unwrap();
    for word in ["code", "[x] c", "tail", "end"] {
        assert!(told.contains(word), "{told}");
    }
}

#[test]
fn what_is_read_in_a_terminal_commands_none() {
    let lines = "A\u{1b}]0;title\u{7}B\u{1b}[31mred\u{9b}31m".to_owned();
    let before = BASE64_STANDARD.decode(&examples()[0].update).unwrap();
    let written = Job::Add { text: lines, manner: Manner::Lines }.done(&before).unwrap();
    let written = Added::read(&written.into()).unwrap();
    let doc = yrs::merge_updates_v1([&before[..], &written.update]).unwrap();
    for job in [
        Job::Read { form: Form::Text, title: String::new() },
        Job::Read { form: Form::Markdown, title: String::new() },
    ] {
        let told = String::from_utf8(job.done(&doc).unwrap()).unwrap();
        assert!(told.contains("title") && told.contains("red"), "{told}");
        assert!(
            told.chars().all(|letter| matches!(letter, '\n' | '\t') || !letter.is_control()),
            "{told:?}"
        );
    }
}

/// The start tags of this name in a page, and what follows each.
fn tags<'a>(page: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let open = format!("<{name}");
    let starts = page.match_indices(&open).map(|(at, _)| &page[at..]);
    let named = starts.filter(|tag| tag[open.len()..].starts_with([' ', '>']));
    named.filter_map(|tag| tag.split_once('>')).collect()
}

#[test]
fn who_has_a_page_read_out_hears_its_language_its_title_and_what_each_box_is_for() {
    let mut boxes = 0;
    for Example { name, update, .. } in examples() {
        let job = Job::Read { form: Form::Html, title: "notes".into() };
        let update = BASE64_STANDARD.decode(update).unwrap();
        let page = String::from_utf8(job.done(&update).unwrap()).unwrap();
        assert!(page.contains("<html lang=\"en\">"), "{name}");
        let (_, title) = page.split_once("<title>").unwrap();
        assert!(title.split("</title>").next().is_some_and(|title| !title.trim().is_empty()));
        let titled = |(_, inside): &(&str, &str)| {
            let title = inside.split_once("</h1>").unwrap().0;
            title
                .split('<')
                .any(|part| part.rsplit('>').next().is_some_and(|words| !words.is_empty()))
        };
        assert!(tags(&page, "h1").iter().any(titled), "{name}: {page}");
        assert_eq!(tags(&page, "main").len(), 1, "{name}");
        for (tag, behind) in tags(&page, "input") {
            boxes += 1;
            assert!(
                tag.contains(" disabled=\"\"") && tag.contains("type=\"checkbox\""),
                "{name}: {tag}"
            );
            let by = tag.split_once("aria-labelledby=\"").and_then(|(_, id)| id.split_once('"'));
            match by {
                Some((id, _)) => {
                    assert!(behind.starts_with(&format!("<p id=\"{id}\">")), "{name}: {behind}");
                    assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{name}: {id}");
                }
                None => assert!(tag.contains("aria-label=\"Done\""), "{name}: {tag}"),
            }
        }
        for (tag, inside) in tags(&page, "summary") {
            assert!(tag.contains("aria-label=") || !inside.starts_with("</"), "{name}: {tag}");
        }
    }
    assert!(boxes > 10, "{boxes}");
}

#[test]
fn a_page_is_called_by_the_texts_own_title_else_by_the_pads() {
    for (text, title) in [
        ("words\n\n# Review <1>\n\n# Later", "<title>Review &lt;1&gt;</title>"),
        ("## Lower\n\nwords", "<title>a &lt; b</title>"),
        ("", "<title>a &lt; b</title>"),
    ] {
        let page = page::titled_page("a < b", &super::markdown::blocks_of(text));
        assert!(page.contains(title), "{text}: {page}");
    }
}

#[test]
fn a_page_has_its_sheet_in_it_light_dark_and_for_paper_and_loads_nothing() {
    let update = BASE64_STANDARD.decode(&examples()[0].update).unwrap();
    let page = Job::Capsule { title: "a < b".into() }.done(&update).unwrap();
    let page = String::from_utf8(page).unwrap();
    for part in
        ["prefers-color-scheme:dark", "@media print", "li>input:checked::after", "--paper: #"]
    {
        assert!(page.contains(part), "{part}");
    }
    assert!(page.contains("default-src 'none'"), "{page}");
    assert!(!page::STYLE.contains("</") && !page::STYLE.contains("url("));
    assert!(page.contains("application/vnd.fadepad.capsule"), "{page}");
}
