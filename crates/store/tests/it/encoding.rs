//! Each trap of the Yjs v1 encoding, one by one: taken as yjs means it, or refused.

use crate::support::cases::{KEY, NULL, ROOT, apply, is_malformed, is_taken, is_too_large, store};
use crate::support::oracle::Oracle;
use crate::support::update::{Id, Place, any, deletion, gap, item, kind, one, string, update, var};
use fadepad_store::Applied;

#[test]
fn the_empty_update_changes_nothing() {
    assert_eq!(apply(&mut store(), &[0, 0]), Ok(Applied::default()));
}

#[test]
fn truncated_updates_and_trailing_bytes_are_refused() {
    let whole =
        update(&[(5, 0, vec![string(&ROOT, "a😀"), any(&ROOT, &[NULL])])], &[(5, vec![(0, 1)])]);
    assert!(apply(&mut store(), &whole).is_ok());
    for end in 0..whole.len() {
        is_malformed(&whole[..end]);
    }
    is_malformed(&[&whole[..], &[0]].concat());
    is_malformed(&[0, 0, 0]);
}

#[test]
fn unknown_kinds_are_refused() {
    for info in (12..=31).chain([0x14, 0x17]) {
        is_malformed(&one(1, 0, vec![item(info, &ROOT, &[1, 97])]));
    }
}

#[test]
fn flags_on_gaps_are_refused() {
    for info in [0x80, 0x40, 0x20, 0x8a, 0x4a, 0x2a] {
        is_malformed(&one(1, 0, vec![gap(info, 1)]));
    }
}

#[test]
fn the_key_flag_without_a_text_is_taken_and_the_key_comes_from_the_origin() {
    let set = one(1, 0, vec![any(&KEY, &[&[125, 1]])]);
    for info in [0xa8, 0x88] {
        let overwrite = one(1, 1, vec![vec![info, 1, 0, 1, 125, 2]]);
        let mut store = is_taken(&[set.clone(), overwrite.clone()]);
        let delta = store.full();
        let mut oracle = Oracle::start();
        oracle.ask(r#"["history",1,{}]"#, &[]).expect("a history");
        oracle.ask(r#"["deliver","order",1]"#, &[]).expect("an empty reference");
        oracle.ask(r#"["feed"]"#, &[&set, &overwrite]).expect("yjs takes it");
        // yjs deletes what was overwritten; the store sends it until a step 2 names it.
        oracle.ask(r#"["equal"]"#, &[&delta]).expect("equal");
    }
}

#[test]
fn a_parent_is_a_name_or_an_id() {
    for (flag, fine) in [(0, false), (1, true), (2, false), (9, false)] {
        let mut bytes = string(&ROOT, "a");
        bytes[1] = flag;
        let result = apply(&mut store(), &one(1, 0, vec![bytes]));
        assert_eq!(result.is_ok(), fine, "flag {flag}");
    }
}

#[test]
fn a_client_that_comes_twice_is_refused_and_ascending_clients_are_not() {
    let part = |client| (client, 0, vec![string(&ROOT, "a")]);
    is_malformed(&update(&[part(2), part(2)], &[]));
    is_malformed(&update(&[part(2), part(1), part(2)], &[]));
    is_malformed(&update(&[], &[(2, vec![(0, 1)]), (2, vec![(1, 1)])]));
    is_taken(&[update(&[part(1), part(2), part(3)], &[])]);
}

#[test]
fn empty_structs_sections_and_ranges_are_refused() {
    is_malformed(&one(1, 0, vec![]));
    is_malformed(&one(1, 0, vec![gap(kind::GC, 0)]));
    is_malformed(&one(1, 0, vec![gap(kind::SKIP, 0)]));
    is_malformed(&one(1, 0, vec![item(kind::DELETED, &ROOT, &[0])]));
    is_malformed(&one(1, 0, vec![string(&ROOT, "")]));
    is_malformed(&one(1, 0, vec![any(&ROOT, &[])]));
    is_malformed(&one(1, 0, vec![item(kind::JSON, &ROOT, &[0])]));
    is_malformed(&deletion(1, &[(0, 0)]));
}

#[test]
fn integers_end_at_2_to_the_53_and_clocks_at_2_to_the_30() {
    let largest = (1 << 53) - 1;
    assert!(apply(&mut store(), &one(largest, 0, vec![string(&ROOT, "a")])).is_ok());
    is_malformed(&one(1 << 53, 0, vec![string(&ROOT, "a")]));
    is_malformed(&one(u64::MAX, 0, vec![string(&ROOT, "a")]));
    let top = 1 << 30;
    assert!(apply(&mut store(), &one(1, top - 1, vec![string(&ROOT, "a")])).expect("a gap").held);
    is_too_large(&one(1, top, vec![string(&ROOT, "a")]));
    is_too_large(&one(1, top - 1, vec![string(&ROOT, "ab")]));
    is_too_large(&one(1, 0, vec![gap(kind::GC, top + 1)]));
    is_too_large(&one(1, 0, vec![gap(kind::GC, (1 << 32) - 1)]));
    is_too_large(&one(1, 0, vec![item(kind::DELETED, &ROOT, &var((1 << 32) - 1))]));
    is_too_large(&one(1, (1 << 32) - 2, vec![string(&ROOT, "ab")]));
    is_too_large(&one(1, 0, vec![string(&Place::After(Id(2, 1 << 32)), "a")]));
    is_too_large(&deletion(1, &[(top, 1)]));
    is_too_large(&deletion(1, &[(1, u64::from(u32::MAX))]));
}

#[test]
fn a_struct_that_names_its_own_future_is_refused() {
    for place in [
        Place::After(Id(1, 0)),
        Place::Before(Id(1, 1)),
        Place::Between(Id(2, 0), Id(1, 5)),
        Place::In(Id(1, 0), None),
    ] {
        is_malformed(&one(1, 0, vec![string(&place, "a")]));
    }
}

#[test]
fn counts_beyond_what_follows_are_refused() {
    for bytes in [
        &[0x80, 0xe5, 0x9a, 0x77][..],
        &[0, 0x80, 0xe5, 0x9a, 0x77],
        &[1, 0x80, 0xe5, 0x9a, 0x77, 1, 0],
        &[1, 1, 1, 0, 8, 1, 1, 97, 0x80, 0xe5, 0x9a, 0x77, 0],
        &[1, 1, 1, 0, 8, 1, 1, 97, 1, 118, 0x80, 0xe5, 0x9a, 0x77, 0],
        &[1, 1, 1, 0, 4, 1, 1, 97, 0x80, 0xe5, 0x9a, 0x77, 0],
    ] {
        is_malformed(bytes);
    }
}

#[test]
fn a_state_vector_is_checked_before_anything_is_allocated() {
    let mut store = is_taken(&[one(1, 0, vec![string(&ROOT, "abc")])]);
    for bytes in [
        &[0x80, 0xe5, 0x9a, 0x77][..],
        &[],
        &[1],
        &[1, 1],
        &[0, 0],
        &[2, 1, 1, 1, 2],
        &[1, 1, 0xff],
    ] {
        assert!(store.diff(bytes).is_err(), "{bytes:x?}");
    }
    assert_eq!(store.diff(&[1, 1, 3]), Ok([0, 0][..].to_vec().into()));
    assert_eq!(
        store.diff(&[1, 1, 0xff, 0xff, 3]),
        Ok([0, 0][..].to_vec().into()),
        "a peer that is ahead"
    );
    assert_eq!(store.diff(&[0]).expect("all"), store.full());
}

/// What a peer and the store both have is named without a word of it, and a peer that has it takes nothing.
#[test]
fn what_both_have_is_named_up_to_the_lesser_clock_and_takes_nothing() {
    let mut all = store();
    assert_eq!(&all.common(&[0]).unwrap()[..], [0, 0]);
    assert!(all.common(&[9]).is_err());
    for (client, text) in [(1, "abc"), (2, "de")] {
        assert!(apply(&mut all, &one(client, 0, vec![string(&ROOT, text)])).is_ok());
    }
    // A peer with more of client 1, less of client 2, and a client that is not here.
    let common = all.common(&[3, 9, 4, 2, 1, 1, 7]).unwrap();
    assert_eq!(&common[..], [2, 1, 2, 0, 0, 1, 1, 1, 0, 0, 3, 0]);
    let mut peer = store();
    assert!(apply(&mut peer, &all.full()).is_ok());
    let before = peer.full();
    assert_eq!(apply(&mut peer, &common), Ok(Applied::default()));
    assert_eq!(peer.full(), before);
}
