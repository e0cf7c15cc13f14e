//! Each value that content may carry, one by one: read to its end, mended, or refused.

use crate::support::cases::{KEY, ROOT, apply, is_malformed, is_not_kept, is_taken};
use crate::support::update::{Id, Place, any, blob, item, kind, one, string, text};

#[test]
fn lengths_are_utf16_units() {
    let mut store = is_taken(&[one(7, 0, vec![string(&ROOT, "aé漢😀")])]);
    assert_eq!(store.state_vector(), [1, 7, 5]);
    assert!(apply(&mut store, &one(7, 5, vec![string(&Place::After(Id(7, 4)), "b")])).is_ok());
    assert_eq!(store.state_vector(), [1, 7, 6]);
    assert_eq!(store.stats().structs, 1, "joined");
}

#[test]
fn texts_must_be_utf8() {
    for bytes in [&[0xed, 0xa0, 0x80][..], &[0xff], &[0xc0, 0x80], &[0xf0, 0x9f, 0x98]] {
        is_malformed(&one(1, 0, vec![item(kind::STRING, &ROOT, &blob(bytes))]));
    }
}

#[test]
fn every_any_value_is_read_to_its_end() {
    let object = [&[118, 2][..], &text("a"), &[117, 2, 120, 121], &text(""), &[127]].concat();
    let values: Vec<Vec<u8>> = vec![
        vec![127],
        vec![126],
        vec![125, 0x3f],
        vec![125, 0x7f],
        vec![125, 0xbf, 0x7f],
        vec![124, 0x4f, 0, 0, 0],
        vec![123, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f],
        vec![122, 0xff, 0, 0, 0, 0, 0, 0, 1],
        vec![121],
        vec![120],
        [vec![119], text("😀")].concat(),
        object,
        vec![117, 0],
        vec![118, 0],
        [vec![116], blob(&[0, 255])].concat(),
    ];
    let values: Vec<&[u8]> = values.iter().map(|value| &value[..]).collect();
    let store = is_taken(&[one(3, 0, vec![any(&Place::Root("array", None), &values)])]);
    assert_eq!(store.state_vector(), [1, 3, values.len() as u8]);
    for tag in (0..116).chain(128..=255) {
        is_malformed(&one(1, 0, vec![any(&ROOT, &[&[tag, 0, 0, 0, 0, 0, 0, 0, 0]])]));
    }
}

#[test]
fn embeds_and_formats_are_strict_json() {
    let embed = |json: &str| one(1, 0, vec![item(kind::EMBED, &ROOT, &text(json))]);
    let format =
        |json: &str| one(1, 0, vec![item(kind::FORMAT, &ROOT, &[text("b"), text(json)].concat())]);
    for json in [
        "null",
        "true",
        "-0.5e+3",
        "0",
        r#""\u00e9\n\ud800""#,
        " [1, {\"a\" : [ ] }, {}] ",
        "\"\u{2028}\"",
        r#"{"a":{"b":[null,false]},"":0}"#,
    ] {
        is_taken(&[embed(json)]);
        is_taken(&[format(json)]);
    }
    for json in [
        "",
        "undefined",
        "NaN",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "- 1",
        "'a'",
        "[1,]",
        "[,1]",
        "{a:1}",
        "{\"a\"}",
        "{\"a\":1,}",
        "[1 2]",
        "\"\t\"",
        r#""\x""#,
        r#""\u12g4""#,
        "\"",
        "nul",
        "true false",
        "[1}",
        "{\"a\":1]",
        "[",
        "{",
        "\u{a0}1",
        "1\u{feff}",
        "{\"a\" 1}",
        "]",
    ] {
        is_malformed(&embed(json));
        is_malformed(&format(json));
    }
}

#[test]
fn keys_that_break_the_objects_they_are_in_are_refused() {
    for json in
        [r#"{"toString":1}"#, r#"[[{"a":{"\u0074oString":null}}]]"#, r#"{"__proto__":null}"#]
    {
        is_not_kept(&one(1, 0, vec![item(kind::EMBED, &ROOT, &text(json))]));
    }
    for key in ["toString", "__proto__"] {
        is_not_kept(&one(1, 0, vec![any(&KEY, &[&[&[118, 1][..], &text(key), &[126]].concat()])]));
    }
    is_taken(&[one(1, 0, vec![item(kind::EMBED, &ROOT, &text(r#"{"tostring":"toString"}"#))])]);
}

/// One such struct would make the document illegible for yrs, or a weak link for yjs.
#[test]
fn what_not_every_reader_knows_is_not_kept() {
    is_not_kept(&one(1, 0, vec![item(kind::TYPE, &ROOT, &[&[5][..], &text("hook")].concat())]));
    is_not_kept(&one(1, 0, vec![item(kind::TYPE, &ROOT, &[7, 0, 1, 0])]));
    is_not_kept(&one(1, 0, vec![item(kind::MOVE, &ROOT, &[0, 1, 0])]));
    for number in ["[1e999]", "-2e308", "18446744073709551615", "9223372036854775808"] {
        is_not_kept(&one(1, 0, vec![item(kind::EMBED, &ROOT, &text(number))]));
    }
    is_taken(&[one(1, 0, vec![item(kind::EMBED, &ROOT, &text("[1e300]"))])]);
}

#[test]
fn escaped_halves_of_surrogate_pairs_become_replacements() {
    let json = r#"["\\\ud83d","\ud83d\ude00","\uDC00\ud83d\u0041\ud83d"]"#;
    let mended = r#"["\\\ufffd","\ud83d\ude00","\ufffd\ufffd\u0041\ufffd"]"#;
    let key = r"\ud83d";
    let format =
        |json| item(kind::FORMAT, &Place::After(Id(1, 0)), &[text(key), text(json)].concat());
    let part = |json| one(1, 0, vec![item(kind::EMBED, &ROOT, &text(json)), format(json)]);
    let mut store = is_taken(&[part(json)]);
    assert_eq!(store.full()[..], part(mended));
}

#[test]
fn the_options_of_a_subdocument_are_an_object() {
    let doc = |options: &[u8]| {
        one(
            1,
            0,
            vec![item(
                kind::DOC,
                &Place::Root("array", None),
                &[&text("guid")[..], options].concat(),
            )],
        )
    };
    is_taken(&[doc(&[118, 0])]);
    is_taken(&[doc(&[&[118, 1][..], &text("gc"), &[121]].concat())]);
    is_malformed(&doc(&[126]));
    is_malformed(&doc(&[117, 0]));
    is_malformed(&doc(&[&[118, 1][..], &text("guid"), &[126]].concat()));
}

#[test]
fn unknown_types_are_refused() {
    for number in 8..=255 {
        is_malformed(&one(1, 0, vec![item(kind::TYPE, &ROOT, &[number, 1, 97])]));
    }
}

#[test]
fn values_nest_32_deep_and_no_deeper() {
    let nested = |depth: usize| [[117, 1].repeat(depth), vec![126]].concat();
    is_taken(&[one(1, 0, vec![any(&Place::Root("array", None), &[&nested(32)])])]);
    is_not_kept(&one(1, 0, vec![any(&ROOT, &[&nested(33)])]));
    is_not_kept(&one(1, 0, vec![any(&ROOT, &[&nested(10_000)])]));
    let json = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    is_taken(&[one(1, 0, vec![item(kind::EMBED, &ROOT, &text(&json(32)))])]);
    is_not_kept(&one(1, 0, vec![item(kind::EMBED, &ROOT, &text(&json(33)))]));
    is_not_kept(&one(1, 0, vec![item(kind::EMBED, &ROOT, &text(&json(100_000)))]));
}
