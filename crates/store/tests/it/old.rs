//! Values as yjs wrote them until 2020 (ContentJSON) are taken, and passed on in today's form:
//! the same values, for every reader.

use crate::support::cases::{apply, is_malformed, is_not_kept, is_taken, store_with};
use crate::support::oracle::Oracle;
use crate::support::update::{Place, any, item, kind, one, text, var};
use fadepad_store::MAX_VALUE_DEPTH;
use yrs::types::ToJson as _;
use yrs::updates::decoder::Decode as _;
use yrs::{Doc, Transact as _, Update};

const ARRAY: Place = Place::Root("array", None);

/// An update with these JSON texts as one struct.
fn old(texts: &[&str]) -> Vec<u8> {
    let bodies: Vec<Vec<u8>> = texts.iter().map(|json| text(json)).collect();
    let content = [var(texts.len() as u64), bodies.concat()].concat();
    one(1, 0, vec![item(kind::JSON, &ARRAY, &content)])
}

#[test]
fn yjs_reads_the_same_values_and_both_sides_write_on() {
    let mut oracle = Oracle::start();
    let update = oracle.ask(r#"["oldDocument"]"#, &[]).expect("yjs writes it").remove(0);
    let mut store = store_with(&[update]);
    let full = store.full();
    oracle.ask(r#"["oldIsRead"]"#, &[&full, &store.state_vector()]).expect("yjs reads it");
    for later in oracle.ask(r#"["oldGoesOn"]"#, &[&full]).expect("both write on") {
        assert!(apply(&mut store, &later).expect("it is fit").changed());
    }
    let full = store.full();
    oracle.ask(r#"["oldIsRead"]"#, &[&full, &store.state_vector()]).expect("it is the same still");
    oracle.ask(r#"["oldTakes"]"#, &[&full]).expect("the old one knows it already");
}

#[test]
fn yrs_reads_them_too() {
    let mut store = is_taken(&[old(&["1", r#""a\u00e9\ud83d\ude00""#, "[null,{\"k\":0.5}]"])]);
    let doc = Doc::new();
    let array = doc.get_or_insert_array("array");
    let update = Update::decode_v1(&store.full()).expect("it is legible");
    doc.transact_mut().apply_update(update).expect("it is fit");
    let json = array.to_json(&doc.transact());
    assert_eq!(json.to_string(), "[1, aé😀, [null, {k: 0.5}]]");
}

#[test]
fn each_value_has_the_bytes_that_yjs_writes_today() {
    for (json, bytes) in [
        ("undefined", &[127][..]),
        ("null", &[126]),
        ("true", &[120]),
        (" false ", &[121]),
        ("0", &[125, 0]),
        ("-0", &[125, 0x40]),
        ("63", &[125, 0x3f]),
        ("64", &[125, 0x80, 1]),
        ("-1e2", &[125, 0xe4, 1]),
        ("2147483647", &[125, 0xbf, 0xff, 0xff, 0xff, 0x0f]),
        ("2147483648", &[124, 0x4f, 0, 0, 0]),
        ("0.5", &[124, 0x3f, 0, 0, 0]),
        ("0.1", &[123, 0x3f, 0xb9, 0x99, 0x99, 0x99, 0x99, 0x99, 0x9a]),
        ("18446744073709552000", &[124, 0x5f, 0x80, 0, 0]),
        ("1e999", &[124, 0x7f, 0x80, 0, 0]),
        (r#""\u0041\n\ud800!""#, &[119, 6, b'A', b'\n', 0xef, 0xbf, 0xbd, b'!']),
        ("[]", &[117, 0]),
        ("{}", &[118, 0]),
        (r#"[[1],{"a":[]}]"#, &[117, 2, 117, 1, 125, 1, 118, 1, 1, b'a', 117, 0]),
    ] {
        let mut store = is_taken(&[old(&[json])]);
        assert_eq!(store.full()[..], one(1, 0, vec![any(&ARRAY, &[bytes])]), "{json}");
    }
}

#[test]
fn of_a_row_that_is_known_in_part_the_rest_is_taken() {
    let known = one(1, 0, vec![any(&ARRAY, &[&[125, 1], &[125, 2]])]);
    let mut store = store_with(&[known, old(&["1", "2", "3", "[4]"])]);
    let values: [&[u8]; 4] = [&[125, 1], &[125, 2], &[125, 3], &[117, 1, 125, 4]];
    assert_eq!(store.full()[..], one(1, 0, vec![any(&ARRAY, &values)]));
}

#[test]
fn what_is_no_value_is_refused_as_everywhere() {
    for json in ["", "undefine", "[1", "nul", "'a'", "[undefined]", "1 2"] {
        is_malformed(&old(&["1", json]));
    }
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    is_taken(&[old(&[&nested(MAX_VALUE_DEPTH)])]);
    is_not_kept(&old(&[&nested(MAX_VALUE_DEPTH + 1)]));
    is_not_kept(&old(&[r#"{"__proto__":1}"#]));
}

#[test]
fn a_hook_of_real_yjs_is_not_kept() {
    let update = Oracle::start().ask(r#"["hook"]"#, &[]).expect("yjs writes it").remove(0);
    is_not_kept(&update);
}
