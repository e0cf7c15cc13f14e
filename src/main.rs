//! The street door: flags in, exit code out.

fn main() {}
