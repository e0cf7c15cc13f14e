//! Any text that a program adds to a pad, and any document that a pad took: reading never panics, what is added fits, and what
//! is told of it commands no terminal and no browser.

use fadepad::base::ids::Epoch;
use fadepad::render::{Added, Form, Job, Manner};
use fadepad::room::core::seed::seed;
use fadepad_store::{Author, DocLimits, SeatId, Store};

const PROGRAM: Author = Author { seat: SeatId(1), live: true };

/// One case: how it is written, and a text; or an update of a stranger's.
pub fn run(data: &[u8]) {
    let [kind, rest @ ..] = data else { return };
    let mut store = Store::new(DocLimits::default());
    store.apply(PROGRAM, &seed(Epoch(1))).expect("our own page");
    let manner = match kind % 4 {
        0 => Manner::Markdown,
        1 => Manner::Lines,
        2 => Manner::Code("rust".into()),
        _ => {
            let _ = store.apply(PROGRAM, rest);
            return read(&store.full());
        }
    };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let add = Job::Add { text: text.into(), manner };
    let made = add.done(&store.full()).expect("our own page is one");
    let Added { update, .. } = Added::read(&made.into()).expect("what a job made that adds");
    let taken = store.apply(PROGRAM, &update).expect("what we write ourselves fits");
    assert!(!taken.held, "it waits for nothing");
    read(&store.full());
}

/// Reads a document in all forms.
fn read(document: &[u8]) {
    for form in Form::ALL {
        let read = Job::Read { form, title: "<script>\u{1b}]0;notes".into() };
        // What yrs does not read is told so.
        let Ok(told) = read.done(document) else { continue };
        let told = String::from_utf8(told).expect("text of text");
        match form {
            Form::Markdown | Form::Text => assert!(is_harmless(&told), "{told:?}"),
            Form::Html => {
                let lower = told.to_ascii_lowercase();
                assert!(!lower.contains("<script"), "{told}");
                assert!(!lower.contains("=\"javascript:"), "{told}");
            }
            Form::Json => drop(serde_json::from_str::<serde_json::Value>(&told).expect("JSON")),
        }
    }
    if let Ok(told) = Job::Blocks.done(document) {
        let blocks: Vec<serde_json::Value> = serde_json::from_slice(&told).expect("JSON");
        let texts = blocks.iter().filter_map(|block| block["text"].as_str());
        texts.for_each(|text| assert!(is_harmless(text), "{text:?}"));
    }
}

fn is_harmless(text: &str) -> bool {
    text.chars().all(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
}
