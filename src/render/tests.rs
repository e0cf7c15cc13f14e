//! Documents of the page, read here: every form says the same on both sides (`ui/test/documents.test.ts`).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::Deserialize;

use super::job::{Job, Manner};
use super::markdown::markdown_of;
use super::{Form, document, html, plain};

/// A document, and what the page makes of it.
#[derive(Deserialize)]
struct Example {
    name: String,
    update: String,
    markdown: String,
    text: String,
    html: String,
}

fn examples() -> Vec<Example> {
    let file = std::env::var("DOCUMENTS_FILE").unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/forms/documents.json").into()
    });
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

#[test]
fn each_document_reads_as_it_does_in_the_page() {
    let (examples, mut strays) = (examples(), Vec::new());
    assert!(examples.len() > 20);
    for Example { name, update, markdown, text, html } in &examples {
        let doc = document::open(&BASE64_STANDARD.decode(update).unwrap()).unwrap();
        let blocks = document::blocks_of(&doc);
        let told = [
            ("text", text, plain::text_of(&blocks)),
            ("html", html, html::html_of(&blocks)),
            ("markdown", markdown, markdown_of(&blocks)),
        ];
        for (form, page, here) in told {
            if *page != here {
                strays.push(format!("{name} as {form}:\n{page}\n-- here --\n{here}\n"));
            }
        }
    }
    assert!(strays.is_empty(), "{} of {}\n{}", strays.len(), examples.len(), strays.join("\n"));
}

#[test]
fn a_text_at_which_the_reader_of_markdown_fails_is_added_line_by_line() {
    let text = "- <!-- -->\n\n  ```\n    code\n  - x\n1. a\n   1. b\n      - [x] c\ntail\n  ```\n\n## end\n";
    let before = BASE64_STANDARD.decode(&examples()[0].update).unwrap();
    let written = Job::Add { text: text.into(), manner: Manner::Markdown }.done(&before).unwrap();
    let doc = yrs::merge_updates_v1([before, written]).unwrap();
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
    let doc = yrs::merge_updates_v1([before, written]).unwrap();
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
