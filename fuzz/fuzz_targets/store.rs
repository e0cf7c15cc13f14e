//! `targets/store.rs` for libFuzzer.

#![no_main]

#[path = "../targets/store.rs"]
mod store;

libfuzzer_sys::fuzz_target!(|data: &[u8]| store::run(data));
