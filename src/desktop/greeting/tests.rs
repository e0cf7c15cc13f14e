//! The greeting, letter by letter.

#[path = "../../../tests/it/support/greeting.rs"]
mod support;

use support::greeting;

use super::*;
use crate::base::network::InterfaceKind;
use crate::desktop::text::width;

fn screen(columns: usize, rows: usize) -> Screen {
    Screen { columns, rows, unicode: true, colour: true, live: true }
}

/// What is seen of a text: without colours.
fn seen(text: &str) -> String {
    ["\u{1b}[38;5;231;48;5;16m", "\u{1b}[38;5;231m", "\u{1b}[0m"]
        .iter()
        .fold(text.to_owned(), |text, colour| text.replace(colour, ""))
}

#[test]
fn the_greeting_is_as_it_was_drawn() {
    for (pad, columns, drawn) in [
        ("notes", 80, include_str!("../../../tests/data/greetings/80.txt")),
        ("sprint-review", 120, include_str!("../../../tests/data/greetings/120.txt")),
    ] {
        for rows in [24, 40, 60] {
            let text = greeting(pad).text(&screen(columns, rows)).text;
            let trimmed: String =
                seen(&text).lines().map(|l| format!("{}\n", l.trim_end())).collect();
            assert_eq!(trimmed, drawn, "{columns} x {rows}");
        }
    }
}

#[test]
fn without_utf_8_or_colour_there_are_words_alone() {
    let drawn = include_str!("../../../tests/data/greetings/plain.txt");
    let usual = screen(80, 24);
    let no_utf_8 = Screen { unicode: false, ..usual };
    for plain in [no_utf_8, Screen { colour: false, ..usual }, Screen::PIPE] {
        assert_eq!(greeting("notes").text(&plain), Drawing { text: drawn.into(), code: None });
    }
}

#[test]
fn what_an_interrupt_does_is_said_as_the_last_call_is_set() {
    let of = |last_call: u64, runs_in| {
        let last_call = Duration::from_secs(last_call);
        Greeting { last_call, runs_in, ..greeting("notes") }
    };
    let ending = |last_call, runs_in| of(last_call, runs_in).ending(true);
    assert!(ending(60, None).contains("offering everyone here a copy"));
    let at_once = ending(0, None);
    let plain = ["asks once", "nobody is offered a copy"];
    assert!(plain.iter().all(|part| at_once.contains(part)), "{at_once}");
    for screen in [Screen::PIPE, Screen { live: false, ..screen(80, 40) }] {
        let text = of(0, None).text(&screen).text;
        let unasked = "Ctrl-C ends the pad at once; nobody is offered a copy\n";
        assert!(text.ends_with(unasked), "nobody is asked who does not look: {text}");
    }
    assert!(!ending(60, Some(4711)).contains("Ctrl-C"), "that one is not ended by it");
    for line in [ending(60, None), at_once] {
        assert!(width(&line) + 2 <= 80, "{line}");
    }
}

#[test]
fn no_row_is_wider_than_the_screen_and_the_code_stays_on_it() {
    let mut all = vec![greeting("notes"), greeting(&"long-name-".repeat(6))];
    let mut full = greeting("notes");
    full.certificate = Some(["AB"; 32].join(":"));
    (full.may_swap, full.limits, full.runs_in) = (true, false, Some(4711));
    let mut far = greeting("notes");
    far.address = "[fd12:3456:789a:bcde:f012:3456:789a:bcde]:7780".into();
    far.join_url = format!("http://{}/j/K7QPM3", far.address);
    all.extend([full, far]);
    for greeting in &all {
        let code = qr::lines(&greeting.join_url).unwrap();
        let (wide, high) = (width(&code[0]), code.len());
        for columns in (30..160).step_by(9) {
            for rows in [1, 8, 15, 16, 17, 18, 20, 21, 23, 24, 25, 30, 44] {
                let screen = screen(columns, rows);
                let drawing = greeting.text(&screen);
                let addresses = [&greeting.host_link, &greeting.address, &greeting.join_url];
                let fits = |row: &&str| {
                    let is_address = addresses.iter().any(|address| address.contains(row.trim()));
                    width(row) <= columns
                        || is_address
                        || row.contains(&greeting.pad)
                        || row.contains("AB:AB")
                };
                let broken = drawing.text.lines().find(|row| !fits(row));
                assert_eq!(broken, None, "{columns} x {rows}");
                if let Some(code) = drawing.code {
                    assert!(code.rows < rows, "{columns} x {rows}: the code is pushed off");
                    assert!(code.columns <= columns || columns < 66, "{columns} x {rows}");
                }
                let room = wide <= columns && high < rows;
                assert_eq!(drawing.code.is_some(), room, "{columns} x {rows}");
            }
        }
    }
}

#[test]
fn who_is_alone_is_told_and_gets_no_code() {
    let mut alone = greeting("notes");
    alone.alone = Some("none: only this machine can join".into());
    alone.other_networks = 0;
    for screen in [screen(80, 24), Screen::PIPE] {
        let Drawing { text, code } = alone.text(&screen);
        assert_eq!(code, None);
        for absent in ["█", "\u{1b}", "192.168", "K7Q PM3", "QR code"] {
            assert!(!text.contains(absent), "{absent}: {text}");
        }
        assert!(text.contains("Network       none: only this machine can join\n"), "{text}");
        assert!(text.contains("http://localhost:7780/h/"), "{text}");
    }
    alone.other_networks = 1;
    let text = alone.text(&Screen::PIPE).text;
    assert!(text.contains("can join   others: --list-interfaces\n"), "{text}");
    let mut unwanted = greeting("notes");
    unwanted.qr = false;
    let text = unwanted.text(&screen(80, 24)).text;
    assert!(!text.contains('█') && !text.contains("QR code") && text.contains("K7Q PM3"), "{text}");
}

#[test]
fn another_network_is_drawn_with_its_code_last() {
    let Drawing { text, code } = greeting("notes").moved(&screen(80, 24));
    let code = code.unwrap();
    let first =
        "  The network has changed. notes is at 192.168.1.20:7780 now (wlan0): scan again.\n";
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let said: Vec<_> =
        seen(&text).lines().take_while(|row| !row.contains('█')).map(words).collect();
    assert_eq!(said.concat(), words(first));
    assert!(text.lines().last().unwrap().contains("Code   K7Q PM3"), "{text}");
    assert_eq!(code.rows, 16);
}
