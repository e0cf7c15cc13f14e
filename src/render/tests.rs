//! Documents of the page, read here: every form says the same on both sides (`ui/test/documents.test.ts`).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;

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
        assert!(
            page.contains("<html lang=\"en\">") && page.contains("<title>notes</title>"),
            "{name}"
        );
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
fn a_page_has_its_sheet_in_it_light_dark_and_for_paper_and_loads_nothing() {
    let update = BASE64_STANDARD.decode(&examples()[0].update).unwrap();
    let page = Job::Capsule { title: "a < b".into() }.done(&update).unwrap();
    let page = String::from_utf8(page).unwrap();
    for part in
        ["prefers-color-scheme:dark", "@media print", "li>input:checked::after", "--paper: #"]
    {
        assert!(page.contains(part), "{part}");
    }
    assert!(
        page.contains("<title>a &lt; b</title>") && page.contains("default-src 'none'"),
        "{page}"
    );
    assert!(!page::STYLE.contains("</") && !page::STYLE.contains("url("));
    assert!(page.contains("application/vnd.fadepad.capsule"), "{page}");
}
