//! The child that reads what strangers have written. Before it looks at any of it, it gives up all that it does not need: it
//! can open no file and no socket, start nothing, and take no more than a little memory and time.

use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

use super::job::{ARGUMENT, Job};
use crate::base::hardening;
use crate::base::limits::{RENDER_CPU, RENDER_INPUT, RENDER_MEMORY};

/// Exit code: the bytes are no document, or no job.
pub(super) const UNREADABLE: u8 = 1;

/// Exit code: the system filters calls, and did not for this child. Then it reads nothing.
pub(super) const UNGUARDED: u8 = 3;

/// Whether this process was started as such a child.
#[must_use]
pub fn is_asked(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> bool {
    arguments.into_iter().nth(1).is_some_and(|word| word == ARGUMENT)
}

/// Reads a job and its document, does it, and writes what came of it.
#[must_use]
pub fn run() -> ExitCode {
    // What a fault says could hold text.
    std::panic::set_hook(Box::new(|_| {}));
    let _ = hardening::harden();
    let Ok(input) = read() else { return ExitCode::from(UNREADABLE) };
    // Asked while files can still be looked at.
    let must_filter = can_filter();
    let kept = give_up();
    for why in &kept {
        // Our own words alone: the server logs them.
        let _ = writeln!(io::stderr(), "{why}");
    }
    if must_filter && kept.iter().any(NotConfined::is_of_calls) {
        return ExitCode::from(UNGUARDED);
    }
    let done = std::panic::catch_unwind(|| work(&input));
    drop(input);
    let written = match done {
        Ok(Some(text)) => {
            let written = io::stdout().write_all(&text).is_ok();
            drop(text);
            written
        }
        _ => false,
    };
    ExitCode::from(if written { 0 } else { UNREADABLE })
}

fn read() -> io::Result<Vec<u8>> {
    let mut input = Vec::new();
    io::stdin().lock().take(RENDER_INPUT as u64).read_to_end(&mut input)?;
    Ok(input)
}

fn work(input: &[u8]) -> Option<Vec<u8>> {
    let end = input.iter().position(|byte| *byte == b'\n')?;
    let job: Job = serde_json::from_slice(&input[..end]).ok()?;
    job.done(&input[end + 1..]).ok()
}

/// Why less was given up than wanted; the child works all the same, in its own process and time.
#[derive(Debug, thiserror::Error)]
enum NotConfined {
    /// The system sets no limits.
    #[error("a process that reads a pad has no limits here: {0}")]
    Limits(&'static str),
    /// The system filters no calls.
    #[cfg(target_os = "linux")]
    #[error("a process that reads a pad may ask the system for anything here: {0}")]
    Calls(String),
}

impl NotConfined {
    fn is_of_calls(&self) -> bool {
        match self {
            Self::Limits(_) => false,
            #[cfg(target_os = "linux")]
            Self::Calls(_) => true,
        }
    }
}

/// Whether the kernel filters calls, and there is a filter for this processor.
fn can_filter() -> bool {
    cfg!(any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64"))
        && std::path::Path::new("/proc/sys/kernel/seccomp/actions_avail").exists()
}

/// Gives up all that can be; returns what could not.
#[cfg(unix)]
fn give_up() -> Vec<NotConfined> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let seconds = RENDER_CPU.as_secs();
    let limits = [
        (Resource::Cpu, seconds, seconds + 1),
        (Resource::As, RENDER_MEMORY, RENDER_MEMORY),
        // No file and no socket is opened any more, also where calls are not filtered.
        (Resource::Nofile, 0, 0),
        (Resource::Fsize, 0, 0),
        (Resource::Core, 0, 0),
    ];
    let mut kept = Vec::new();
    for (resource, current, maximum) in limits {
        // Whoever started the server may have left it less than that: nobody can raise it.
        let most = getrlimit(resource).maximum.unwrap_or(u64::MAX);
        let limit = Rlimit { current: Some(current.min(most)), maximum: Some(maximum.min(most)) };
        if setrlimit(resource, limit).is_err() {
            kept.push(NotConfined::Limits("setrlimit was refused"));
        }
    }
    #[cfg(target_os = "linux")]
    kept.extend(filter_calls().err());
    kept
}

/// The server's deadline alone ends it there.
#[cfg(not(unix))]
fn give_up() -> Vec<NotConfined> {
    let _ = (RENDER_CPU, RENDER_MEMORY);
    vec![NotConfined::Limits("this system has none")]
}

/// There is no filter for other processors; nothing more can be opened there all the same.
#[cfg(all(
    target_os = "linux",
    not(any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64"))
))]
fn filter_calls() -> Result<(), NotConfined> {
    Err(NotConfined::Calls("there is no filter for this processor".into()))
}

/// What is left: memory, time, chance, the pipes that are open, and the end.
#[cfg(all(
    target_os = "linux",
    any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64")
))]
fn filter_calls() -> Result<(), NotConfined> {
    use std::collections::BTreeMap;

    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen as Len, SeccompCmpOp as Is, SeccompCondition,
        SeccompFilter, SeccompRule, TargetArch, apply_filter,
    };
    let calls = [
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_close,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        libc::SYS_gettid,
        libc::SYS_getpid,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_sched_yield,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    let failed = |error: &dyn std::fmt::Display| NotConfined::Calls(error.to_string());
    let arch = TargetArch::try_from(std::env::consts::ARCH).map_err(|e| failed(&e))?;
    // It ends itself, and nobody else; what is in memory is never run.
    let own = (0, Is::Eq, u64::from(std::process::id()));
    let inert = || (2, Is::MaskedEq(libc::PROT_EXEC as u64), 0);
    let bound = [(libc::SYS_tgkill, own), (libc::SYS_mmap, inert()), (libc::SYS_mprotect, inert())];
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
        calls.into_iter().map(|call| (call, Vec::new())).collect();
    for (call, (argument, is, value)) in bound {
        let only = SeccompCondition::new(argument, Len::Dword, is, value);
        let rule = only.and_then(|only| SeccompRule::new(vec![only])).map_err(|e| failed(&e))?;
        rules.insert(call, vec![rule]);
    }
    let (other, ours) = (SeccompAction::KillProcess, SeccompAction::Allow);
    let filter = SeccompFilter::new(rules, other, ours, arch).map_err(|e| failed(&e))?;
    let program = BpfProgram::try_from(filter).map_err(|e| failed(&e))?;
    apply_filter(&program).map_err(|e| failed(&e))
}
