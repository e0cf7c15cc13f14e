//! What people at a screen are told of a pad, in sentences: pure, a fact in and its words out.

use std::path::PathBuf;
use std::time::Duration;

use crate::app::answers::quoted;
use crate::base::door::Door;
use crate::base::ids::{EndCause, Role};
use crate::desktop::human::{human_bytes, human_duration};
use crate::room::core::knocks::Knocker;
use crate::room::core::life::seconds;
use crate::room::message::Receipt;

/// What a changed configuration has come to, in a sentence.
pub(super) fn reloaded(taken: &[&str], later: &[&str]) -> String {
    let names = |flags: &[&str]| if flags.is_empty() { "nothing".into() } else { flags.join(", ") };
    let later = match later {
        [] => String::new(),
        later => format!("; at the next start: {}", names(later)),
    };
    format!("The configuration was read again. Changed now: {}{later}.", names(taken))
}

/// Somebody guesses codes, in a sentence.
pub(super) fn guessed(wrong: u32) -> String {
    format!("Somebody guesses codes: {wrong} wrong in 10 min. Guessing waits; your code stays.")
}

/// A host has made new links, in a sentence.
pub(super) fn renewed(pad: &str, role: Role) -> String {
    let what = match role {
        Role::View => "reading",
        Role::Edit => "writing",
        Role::Host => "hosts",
    };
    format!("{pad} has new links for {what}: the old ones open nothing any more.")
}

/// Somebody waits at the door, in a sentence.
pub(super) fn knocks(
    pad: &str,
    (who, was_out): (&Knocker, bool),
    (of, number): (usize, Option<usize>),
) -> String {
    let name = quoted(who.look.name.as_deref());
    let before = if was_out { ", shown out before," } else { "" };
    let all = if of > 1 { format!(" {of} wait.") } else { String::new() };
    let how = match number {
        Some(n) => format!("Type y{n} to let them in, n{n} for not now."),
        None => "Your page lets them in.".to_owned(),
    };
    format!("{name} ({}){before} wants to come into {pad}. {how}{all}", who.device)
}

/// How new people come in from now on, in a sentence.
pub(super) fn door(pad: &str, door: Door) -> String {
    match door {
        Door::Open => format!("{pad} is open: who has the code or a link comes in."),
        Door::Knock => format!("Who is new knocks at {pad} from now on, and is let in by you."),
        Door::Closed => format!("The door of {pad} is closed: nobody new comes in."),
    }
}

/// What is asked for beside the code, in a sentence.
pub(super) fn pin(pad: &str, asked: bool) -> String {
    match asked {
        true => format!("Beside the code {pad} asks for the PIN from now on."),
        false => format!("{pad} asks for no PIN any more."),
    }
}

/// Somebody has used up a share, in a sentence.
pub(super) fn filled(pad: &str, name: Option<&str>, bytes: usize) -> String {
    let (name, bytes) = (name.unwrap_or("somebody"), human_bytes(bytes));
    format!("{pad} takes no more from {name}, who has put in {bytes}: the rest is for others.")
}

/// What happens before a pad ends, in a sentence.
pub(super) fn ending(pad: &str, left: Duration, people: usize) -> String {
    let are = if people == 1 { "1 person is".into() } else { format!("{people} people are") };
    let left = human_duration(Duration::from_secs(seconds(left)));
    format!("{pad} ends in {left} or sooner: {are} offered a copy.")
}

/// Somebody has asked for another minute, in a sentence.
pub(super) fn put_off(pad: &str, left: Duration) -> String {
    let left = human_duration(Duration::from_secs(seconds(left)));
    format!("Somebody needs another minute: {pad} ends in {left} or sooner.")
}

/// How a pad ended, after its name.
pub(in crate::app) fn ended(cause: EndCause) -> &'static str {
    match cause {
        EndCause::Faded => "has faded",
        EndCause::Host => "was ended",
        EndCause::Stopped => "ends with Fadepad",
        EndCause::Announced => "has ended at the time that was set",
        EndCause::MaxLifetime => "has reached its hard end",
        EndCause::Afresh => "begins afresh",
        EndCause::HandedOn => "was handed on",
    }
}

/// What became of the copy of a pad, in a sentence.
pub(super) fn kept(pad: &str, files: &[PathBuf], failed: Option<&str>) -> String {
    let first = files.first().map(|file| file.display().to_string());
    match (first, failed) {
        (Some(file), None) if files.len() > 1 => format!("{pad} is kept as {file}, and as .html."),
        (Some(file), None) => format!("{pad} is kept as {file}."),
        (Some(file), Some(why)) => format!("{pad} is kept as {file}: {why}."),
        (None, why) => format!("{pad} COULD NOT BE KEPT: {}", why.unwrap_or_default()),
    }
}

/// What is left of a pad, in a sentence.
pub(in crate::app) fn receipt(left: &Receipt) -> String {
    let told = match left.people_told {
        0 => String::new(),
        1 => ", 1 person told".to_owned(),
        n => format!(", {n} people told"),
    };
    let files = match left.files_kept {
        1 => "1 file kept".to_owned(),
        n => format!("{n} files kept"),
    };
    format!("{} erased{told}, {files}.", human_bytes(left.bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_told_in_one_line_of_eighty_columns() {
        let minute = Duration::from_secs(60);
        let told = ending("sprint-review", minute, 4);
        assert_eq!(told, "sprint-review ends in 1 min or sooner: 4 people are offered a copy.");
        assert!(told.len() + 2 <= 80);
        assert!(guessed(50).len() + 2 <= 80);
        let told = put_off("sprint-review", 2 * minute);
        assert_eq!(told, "Somebody needs another minute: sprint-review ends in 2 min or sooner.");
        assert!(told.len() + 2 <= 80);
        let told = ending("sprint-review", minute, 1);
        assert_eq!(told, "sprint-review ends in 1 min or sooner: 1 person is offered a copy.");
    }
}
