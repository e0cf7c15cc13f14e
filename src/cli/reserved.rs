//! Names of commands, built or promised: no pad is started by one, nor by what looks like one that
//! was mistyped. After `--` every name is a pad's.

use std::ffi::OsString;

use clap::{Arg, Command};

use super::Exit;

/// Commands that are promised and not built yet.
const PROMISED: &[&str] = &["take"];
/// What people try first, and what they mean.
const FLAGS: &[(&str, &str)] =
    &[("help", "--help"), ("licenses", "--licenses"), ("version", "--version")];
/// What other servers call it. A pad may well be called nearly so ("step", "star").
const ELSEWHERE: &[(&str, &str)] =
    &[("serve", "fadepad"), ("start", "fadepad"), ("stop", "fadepad end")];

/// Exit code: a wrong use.
const WRONG_USE: u8 = 2;

/// Adds the reserved names: as commands that take anything, so that `fadepad cat URL` is no pad with
/// a word too many.
pub(super) fn reserve(command: Command) -> Command {
    let rest = || Arg::new("rest").num_args(0..).trailing_var_arg(true).allow_hyphen_values(true);
    let kept =
        |name: &&'static str| Command::new(*name).hide(true).disable_help_flag(true).arg(rest());
    names().fold(command, |command, name| command.subcommand(kept(&name)))
}

/// Every reserved name: what docs and help promise, and what people try.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let meant = FLAGS.iter().chain(ELSEWHERE).map(|(name, _)| *name);
    PROMISED.iter().copied().chain(meant)
}

/// What is said to who wrote a reserved name where a command stands.
pub(super) fn refuse(name: &str) -> Option<Exit> {
    let way = |table: &[(&str, &'static str)]| {
        table.iter().find(|(word, _)| *word == name).map(|(_, way)| *way)
    };
    let way = way(FLAGS).map(|flag| format!("fadepad {flag}")).or(way(ELSEWHERE).map(Into::into));
    let what = match way {
        Some(way) => format!("\"{name}\" is no command. Use: {way}"),
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
    let flags = FLAGS.iter().map(|(name, flag)| (*name, format!("fadepad {flag}")));
    let there = built.iter().map(|name| (*name, format!("fadepad {name}"))).chain(flags);
    let meant = there.into_iter().find(|(name, _)| looks_like(&pad, name));
    let what = match meant {
        Some((_, way)) => format!("\"{pad}\" is no command. Did you mean: {way}"),
        None => {
            let kept = PROMISED.iter().find(|name| looks_like(&pad, name))?;
            format!(
                "\"{pad}\" is nearly \"{kept}\", which is kept for a command that this version \
                 does not have"
            )
        }
    };
    Some(told(&what, &pad))
}

/// What is said to who wrote more behind `--` than a pad's name: clap has no good words for it.
pub(super) fn refuse_more(argv: &[OsString]) -> Option<Exit> {
    let dashes = argv.iter().position(|arg| arg == "--")?;
    let words: Vec<_> = argv.iter().map(|arg| arg.to_string_lossy()).collect();
    let (before, behind) = (&words[1..dashes], &words[dashes + 1..]);
    let (pad, more) = behind.split_first().filter(|(_, more)| !more.is_empty())?;
    let way = [&["fadepad".into()], before, more, &["--".into(), pad.clone()]].concat().join(" ");
    let text = format!(
        "fadepad: behind -- there can only be a pad's name, and \"{}\" is one word too many\n\
         Options stand before it: {way}\n",
        more[0]
    );
    more[0].starts_with('-').then_some(Exit { text, code: WRONG_USE })
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
/// or too many; of long ones two. The first letter is mostly right. Commands of three letters are near
/// to too many words ("can", "map", "main"): there it is a plural's s or a last letter that hung.
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
    let last = word.strip_prefix(command);
    let hung = last.is_some_and(|last| last == "s" || command.ends_with(last) && last.len() == 1);
    exchanged || hung || (slips <= allowed && word.chars().next() == command.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_asked_about_and_a_name_is_not() {
        let meant = |pad| refuse_pad(pad, &crate::cli::built()).map(|exit| exit.text);
        for (pad, way) in [
            ("fnid", "Did you mean: fadepad find\n"),
            ("fidn", "Did you mean: fadepad find\n"),
            ("finds", "Did you mean: fadepad find\n"),
            ("docter", "Did you mean: fadepad doctor\n"),
            ("hlep", "Did you mean: fadepad --help\n"),
            ("verison", "Did you mean: fadepad --version\n"),
            ("lst", "Did you mean: fadepad list\n"),
            ("ilst", "Did you mean: fadepad list\n"),
            ("lists", "Did you mean: fadepad list\n"),
            ("exprot", "Did you mean: fadepad export\n"),
            ("healtchek", "Did you mean: fadepad healthcheck"),
            ("licences", "Did you mean: fadepad --licenses\n"),
            ("ned", "Did you mean: fadepad end\n"),
            ("ends", "Did you mean: fadepad end\n"),
            ("endd", "Did you mean: fadepad end\n"),
            ("cats", "Did you mean: fadepad cat\n"),
            ("mna", "Did you mean: fadepad man\n"),
            ("mans", "Did you mean: fadepad man\n"),
            ("stop", "is no command. Use: fadepad end\n"),
            ("serve", "is no command. Use: fadepad\n"),
        ] {
            let text = meant(pad).unwrap_or_else(|| panic!("{pad} is let through"));
            assert!(text.contains(way), "{text}");
            let promised = text.contains("nearly");
            let way = text.contains("Did you mean") || text.contains("Use: ");
            assert_eq!(promised, !way, "what is not there is not meant");
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
            "card",
            "many",
            "main",
            "mane",
            "step",
            "star",
        ] {
            assert_eq!(meant(pad), None, "{pad}");
        }
    }

    #[test]
    fn behind_the_dashes_there_is_a_name_alone_and_the_way_is_told() {
        let told = |line: &str| {
            let argv: Vec<_> = line.split(' ').map(OsString::from).collect();
            refuse_more(&argv).map(|exit| exit.text)
        };
        let text = told("fadepad -- list --port 0").unwrap();
        assert!(text.contains("\"--port\""), "{text}");
        assert!(text.ends_with("fadepad --port 0 -- list\n"), "{text}");
        let text = told("fadepad --quiet -- list -p 0").unwrap();
        assert!(text.ends_with("fadepad --quiet -p 0 -- list\n"), "{text}");
        for right in ["fadepad -- list", "fadepad --port 0 -- list", "fadepad list", "fadepad --"] {
            assert_eq!(told(right), None, "{right}");
        }
    }

    #[test]
    fn a_command_is_either_built_or_kept() {
        let built: Vec<_> = crate::cli::built();
        assert!(built.iter().all(|name| !PROMISED.contains(name)), "{built:?}");
    }
}
