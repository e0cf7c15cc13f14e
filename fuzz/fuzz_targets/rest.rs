//! `targets/rest.rs` for libFuzzer.

#![no_main]

#[path = "../targets/rest.rs"]
mod rest;

libfuzzer_sys::fuzz_target!(|data: &[u8]| rest::run(data));
