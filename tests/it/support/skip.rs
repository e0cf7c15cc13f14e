//! A test that is skipped says so: to who runs it, and to `cargo xtask test`, which repeats it at its end. nextest
//! shows nothing of a test that passes.

use std::env;
use std::fs::OpenOptions;
use std::io::Write as _;

/// What a test lacks here.
pub enum Lack<'a> {
    /// A program that `cargo xtask test` installs where it may. In CI it has to be there: a test that is always skipped
    /// proves nothing.
    Tool(&'a str),
    /// What this machine or its user can't have: root, a network.
    Machine(&'a str),
}

/// Says what is lacking; the test ends then, and passes where that may be lacking.
pub fn skip(lack: &Lack<'_>) {
    let (Lack::Tool(what) | Lack::Machine(what)) = lack;
    let named = env::var("NEXTEST_TEST_NAME").ok();
    let test = named.or_else(|| std::thread::current().name().map(str::to_owned));
    let line = format!("{}: {what}", test.unwrap_or_default());
    eprintln!("SKIPPED {line}");
    if let Some(list) = env::var_os("FADEPAD_SKIPPED") {
        let mut list = OpenOptions::new().create(true).append(true).open(list).unwrap();
        // In one piece: other tests write at the same time.
        list.write_all(format!("{line}\n").as_bytes()).unwrap();
    }
    let must_be_here = matches!(lack, Lack::Tool(_)) && is_ci();
    assert!(!must_be_here, "in CI no test is skipped for want of a tool: {line}");
}

/// Whether this runs where all that can be installed is.
fn is_ci() -> bool {
    env::var_os("CI").is_some_and(|ci| !ci.is_empty() && ci != "false" && ci != "0")
}
