//! The QR of the terminal's greeting is read by an independent decoder (zbar), and leads to the pad.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Pixels of a module: as a camera near the screen has them.
const MODULE: usize = 4;

/// A picture (PGM) of half blocks, as a terminal draws them: light on dark.
fn picture(lines: &[String]) -> String {
    let width = lines[0].chars().count() * MODULE;
    let upper = |c: char| matches!(c, '█' | '▀');
    let lower = |c: char| matches!(c, '█' | '▄');
    let row = |line: &str, light: &dyn Fn(char) -> bool| {
        let pixel = |c| if light(c) { "255 " } else { "0 " }.repeat(MODULE);
        format!("{}\n", line.chars().map(pixel).collect::<String>()).repeat(MODULE)
    };
    let pixels = lines.iter().map(|line| row(line, &upper) + &row(line, &lower));
    let height = lines.len() * 2 * MODULE;
    format!("P2 {width} {height} 255\n{}", pixels.collect::<String>())
}

#[test]
fn the_qr_on_the_screen_leads_to_the_pad() {
    if Command::new("zbarimg").arg("--version").output().is_err() {
        eprintln!("SKIPPED: zbarimg is not installed (zbar-tools)");
        return;
    }
    let mut host = Command::new(env!("CARGO_BIN_EXE_fadepad"))
        .args(["--headless", "--port", "0"])
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let screen = BufReader::new(host.stdout.take().unwrap()).lines().map(Result::unwrap);
    let greeting: Vec<_> = screen.take_while(|line| !line.contains("Ctrl-C")).collect();
    let _ = host.kill();
    let _ = host.wait();
    let told = |what: &str| {
        let line = greeting.iter().find(|line| line.contains(what)).unwrap();
        line.split_once(what).unwrap().1.split_whitespace().collect::<String>()
    };
    let expected = format!("HTTP://{}/J/{}", told("Scan, or type"), told("Code  "));

    let is_qr = |line: &&String| line.trim_start().starts_with('█');
    let side = greeting.iter().find(is_qr).unwrap().trim().chars().count();
    let drawn = greeting.iter().filter(is_qr).map(|line| line.trim_start());
    let drawn: Vec<String> = drawn.map(|line| line.chars().take(side).collect()).collect();
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("screen.pgm");
    fs::write(&file, picture(&drawn)).unwrap();
    let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&file).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&read.stdout).trim(), expected);
}
