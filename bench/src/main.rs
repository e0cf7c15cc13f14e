//! Benches and load generator.

fn main() {}
