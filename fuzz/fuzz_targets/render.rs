//! `targets/render.rs` for libFuzzer.

#![no_main]

#[path = "../targets/render.rs"]
mod render;

libfuzzer_sys::fuzz_target!(|data: &[u8]| render::run(data));
