//! What the store's tests share: real yjs in a node process, rounds by seed, updates by hand.

use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};

use fadepad_store::Author;
use fadepad_store::SeatId;

/// History that belongs to nobody.
pub const HISTORY: Author = Author { seat: SeatId(1), live: false };

/// What a seat types.
pub fn live(seat: u64) -> Author {
    Author { seat: SeatId(seat), live: true }
}

/// The folder of what all tests share. It is above this crate; the program's own tests stand in it.
fn tests() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let house = here.ancestors().find(|folder| folder.join("tests/node").is_dir());
    house.expect("the crate is in its workspace").join("tests")
}

/// A file of the test data.
pub fn data(path: &str) -> PathBuf {
    tests().join("data").join(path)
}

/// How many seeds to try: `FADEPAD_ROUNDS`, else what fits into a normal test run.
pub fn rounds(normal: u64) -> u64 {
    number("FADEPAD_ROUNDS").unwrap_or(normal)
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Tries that many seeds from `FADEPAD_SEED` (0) on, on two threads, each with a yjs of its own; a
/// failure names its seed.
pub fn for_seeds(rounds: u64, round: impl Fn(&mut Oracle, u64) -> Result<(), String> + Sync) {
    let first = number("FADEPAD_SEED").unwrap_or(0);
    let (next, end) = (AtomicU64::new(first), first + rounds);
    let work = || {
        let mut oracle = Oracle::start();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= end {
                return None;
            }
            let outcome = catch_unwind(AssertUnwindSafe(|| round(&mut oracle, seed)));
            if let Err(why) = outcome.unwrap_or_else(|_| Err("it panicked".into())) {
                next.store(end, Ordering::Relaxed);
                return Some(format!("seed {seed}: {why}"));
            }
        }
    };
    let failures: Vec<String> = std::thread::scope(|scope| {
        let threads = [scope.spawn(work), scope.spawn(work)];
        threads.into_iter().filter_map(|thread| thread.join().expect("rounds are caught")).collect()
    });
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// A node process with real yjs, see `tests/node/oracle.mjs`.
pub struct Oracle {
    child: Child,
    questions: ChildStdin,
    answers: ChildStdout,
}

impl Oracle {
    pub fn start() -> Self {
        let folder = tests().join("node");
        assert!(
            folder.join("node_modules/yjs").exists(),
            "real yjs is not installed: `cargo xtask test` does it, or `npm ci` in tests/node"
        );
        let mut child = Command::new("node")
            .args(["--stack-size=2000", "oracle.mjs"])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(if std::env::var_os("FADEPAD_ORACLE_LOG").is_some() {
                Stdio::inherit()
            } else {
                Stdio::null()
            })
            .spawn()
            .expect("node 20 or newer is installed");
        let questions = child.stdin.take().expect("piped");
        let answers = child.stdout.take().expect("piped");
        Self { child, questions, answers }
    }

    /// Asks a command, as JSON; answers with its parts, or with what it complains about.
    pub fn ask(&mut self, command: &str, parts: &[&[u8]]) -> Result<Vec<Vec<u8>>, String> {
        let mut frame = vec![0; 4];
        write_var(&mut frame, parts.len() as u64 + 1);
        for part in [command.as_bytes()].iter().chain(parts) {
            write_var(&mut frame, part.len() as u64);
            frame.extend_from_slice(part);
        }
        let len = u32::try_from(frame.len() - 4).expect("a frame is small");
        frame[..4].copy_from_slice(&len.to_le_bytes());
        self.questions.write_all(&frame).expect("node listens");
        let mut answer = self.read_parts();
        let verdict = String::from_utf8_lossy(&answer.remove(0)).into_owned();
        if verdict == "ok" { Ok(answer) } else { Err(verdict) }
    }

    fn read_parts(&mut self) -> Vec<Vec<u8>> {
        let mut head = [0; 4];
        self.answers.read_exact(&mut head).expect("node answers");
        let mut body = vec![0; u32::from_le_bytes(head) as usize];
        self.answers.read_exact(&mut body).expect("node answers");
        let mut rest = &body[..];
        let count = read_var(&mut rest);
        (0..count).map(|_| read_blob(&mut rest).to_vec()).collect()
    }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Writes a lib0 `varUint`.
pub fn write_var(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Reads a lib0 `varUint` that is known to be there.
pub fn read_var(rest: &mut &[u8]) -> u64 {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = rest[0];
        *rest = &rest[1..];
        value |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            return value;
        }
    }
}

/// Reads a lib0 byte array that is known to be there.
pub fn read_blob<'a>(rest: &mut &'a [u8]) -> &'a [u8] {
    let len = read_var(rest) as usize;
    let (blob, after) = rest.split_at(len);
    *rest = after;
    blob
}

/// Reads (lib0 length, bytes) pairs to the end.
pub fn frames(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        all.push(read_blob(&mut bytes));
    }
    all
}

/// The editing trace of a paper, one update a keystroke.
pub fn paper() -> Vec<u8> {
    let path = data("traces/automerge-paper.yupd.gz");
    let file =
        std::fs::File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).expect("it is gzip");
    bytes
}
