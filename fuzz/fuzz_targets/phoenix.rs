//! `targets/phoenix.rs` for libFuzzer.

#![no_main]

#[path = "../targets/phoenix.rs"]
mod phoenix;

libfuzzer_sys::fuzz_target!(|data: &[u8]| phoenix::run(data));
