//! Names of commands, built or promised: no pad is started by one, nor by what looks like one that
//! was mistyped. After `--` every name is a pad's.

use std::ffi::OsString;

use clap::{Arg, Command};

use super::Exit;

/// Commands that are promised and not built yet.
const PROMISED: &[&str] = &[
    "append",
    "cat",
    "completions",
    "config",
    "end",
    "export",
    "healthcheck",
    "import",
    "licenses",
    "list",
    "man",
    "tail",
    "take",
];
/// What people try first, and what they mean.
const FLAGS: &[(&str, &str)] = &[("help", "--help"), ("version", "--version")];

/// Exit code: a wrong use.
const WRONG_USE: u8 = 2;

/// Adds the reserved names: as commands that take anything, so that `fadepad cat URL` is no pad with
/// a word too many.
pub(super) fn reserve(command: Command) -> Command {
    let rest = || Arg::new("rest").num_args(0..).trailing_var_arg(true).allow_hyphen_values(true);
    let kept =
        |name: &&'static str| Command::new(*name).hide(true).disable_help_flag(true).arg(rest());
    let names = PROMISED.iter().copied().chain(FLAGS.iter().map(|(name, _)| *name));
    names.fold(command, |command, name| command.subcommand(kept(&name)))
}

/// What is said to who wrote a reserved name where a command stands.
pub(super) fn refuse(name: &str) -> Option<Exit> {
    let flag = FLAGS.iter().find(|(word, _)| *word == name);
    let what = match flag {
        Some((_, flag)) => format!("\"{name}\" is no command. Use: fadepad {flag}"),
        None if PROMISED.contains(&name) => {
            format!("\"{name}\" is kept for a command that this version does not have")
        }
        None => return None,
    };
    Some(told(&what, name))
}

/// What is said to who named a pad like a command, `built` or kept, or nearly so.
pub(super) fn refuse_pad(pad: &str, built: &[&str]) -> Option<Exit> {
    let pad = pad.to_lowercase();
    if built.contains(&&*pad) {
        let what = format!("\"{pad}\" is a command and comes first: fadepad {pad}");
        return Some(told(&what, &pad));
    }
    if let Some(exit) = refuse(&pad) {
        return Some(exit);
    }
    let kept = PROMISED.iter().chain(FLAGS.iter().map(|(name, _)| name));
    let meant = built.iter().chain(kept).find(|command| looks_like(&pad, command))?;
    Some(told(&format!("\"{pad}\" is no command. Did you mean \"{meant}\"?"), &pad))
}

/// The first word that is no flag, where it stands before any: what a command would be.
pub(super) fn first_word(argv: &[OsString]) -> Option<&str> {
    argv.get(1)?.to_str().filter(|word| !word.starts_with('-'))
}

fn told(what: &str, pad: &str) -> Exit {
    let text = format!(
        "fadepad: {what}\nFor a pad of this name: fadepad -- {pad}\nThe commands there are: \
         fadepad --help\n"
    );
    Exit { text, code: WRONG_USE }
}

/// Whether a word is a command with a slip of the finger: two letters exchanged, or one wrong, missing
/// or too many; of long ones two. The first letter is mostly right, and names of three letters are
/// near to too many words ("can", "map", "and").
fn looks_like(word: &str, command: &str) -> bool {
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let slips = strsim::osa_distance(word, command);
    let allowed = match command.len() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    let exchanged = slips == 1 && letters(word) == letters(command);
    exchanged || (slips <= allowed && word.chars().next() == command.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_asked_about_and_a_name_is_not() {
        let meant = |pad| refuse_pad(pad, &["find", "doctor"]).map(|exit| exit.text);
        for (pad, command) in [
            ("fnid", "find"),
            ("fidn", "find"),
            ("finds", "find"),
            ("docter", "doctor"),
            ("lst", "list"),
            ("ilst", "list"),
            ("exprot", "export"),
            ("healtchek", "healthcheck"),
            ("licences", "licenses"),
            ("ned", "end"),
        ] {
            let text = meant(pad).unwrap_or_else(|| panic!("{pad} is let through"));
            assert!(text.contains(&format!("Did you mean \"{command}\"?")), "{text}");
            assert!(text.contains(&format!("fadepad -- {pad}")), "{text}");
        }
        for pad in [
            "notes",
            "plans",
            "mail",
            "send",
            "can",
            "map",
            "and",
            "docker",
            "sprint-review",
            "team",
            "retro",
            "standup",
            "test",
            "ideas",
            "lunch",
            "budget",
            "bend",
            "care",
        ] {
            assert_eq!(meant(pad), None, "{pad}");
        }
    }

    #[test]
    fn a_command_is_either_built_or_kept() {
        let built: Vec<_> = crate::cli::built();
        assert!(built.iter().all(|name| !PROMISED.contains(name)), "{built:?}");
    }
}
