//! Names of commands, and of what people try as one: no pad is started by one, nor by what looks like one that
//! was mistyped. After `--` every name is a pad's.

use std::ffi::OsString;

use clap::{Arg, Command};

use super::{Exit, WRONG_USE};

/// What people try first, and what they mean.
const FLAGS: &[(&str, &str)] =
    &[("help", "--help"), ("licenses", "--licenses"), ("version", "--version")];
/// What people type for it who know other programs, and the command that does it here. A pad may well be called nearly so
/// ("step", "star").
const ELSEWHERE: &[(&str, &str)] = &[
    ("serve", START),
    ("start", START),
    ("run", START),
    ("open", START),
    ("new", START),
    ("create", START),
    ("init", START),
    ("share", SHOWS),
    ("qr", SHOWS),
    ("url", SHOWS),
    ("join", "fadepad find, and the address it names in a browser"),
    ("ls", LIST),
    ("ps", LIST),
    ("dir", LIST),
    ("pads", LIST),
    ("status", "fadepad list, or for its health fadepad healthcheck"),
    ("health", "fadepad healthcheck"),
    ("ping", "fadepad healthcheck"),
    ("check", "fadepad doctor, or of one that runs fadepad healthcheck"),
    ("diagnose", "fadepad doctor"),
    ("stop", END),
    ("kill", END),
    ("rm", END),
    ("del", END),
    ("delete", END),
    ("remove", END),
    ("destroy", END),
    ("close", END),
    ("quit", END),
    ("exit", END),
    ("shutdown", END),
    ("show", "fadepad cat"),
    ("read", "fadepad cat"),
    ("print", "fadepad cat"),
    ("get", "fadepad cat"),
    ("watch", "fadepad tail"),
    ("follow", "fadepad tail"),
    ("write", "fadepad append"),
    ("add", "fadepad append"),
    ("save", "fadepad export"),
    ("download", "fadepad export"),
    ("upload", "fadepad import"),
    ("mv", "fadepad rename"),
    ("search", "fadepad find"),
    ("scan", "fadepad find"),
    ("discover", "fadepad find"),
    ("interfaces", "fadepad --list-interfaces"),
    ("license", "fadepad --licenses"),
    ("usage", "fadepad --help"),
    ("settings", "fadepad config show"),
    ("completion", "fadepad completions"),
];
const START: &str = "fadepad, or fadepad NAME";
const SHOWS: &str =
    "fadepad, which shows QR, code and link as it starts; of a pad that runs: Share in its page";
const LIST: &str = "fadepad list";
const END: &str = "fadepad end";

/// Adds the reserved names: as commands that take anything, so that `fadepad cat URL` is no pad with
/// a word too many.
pub(super) fn reserve(command: Command) -> Command {
    let rest = || Arg::new("rest").num_args(0..).trailing_var_arg(true).allow_hyphen_values(true);
    let kept =
        |name: &&'static str| Command::new(*name).hide(true).disable_help_flag(true).arg(rest());
    names().fold(command, |command, name| command.subcommand(kept(&name)))
}

/// Every reserved name: what people try.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FLAGS.iter().chain(ELSEWHERE).map(|(name, _)| *name)
}

/// What is said to who wrote a reserved name where a command stands.
pub(super) fn refuse(name: &str) -> Option<Exit> {
    let way = |table: &[(&str, &'static str)]| {
        table.iter().find(|(word, _)| *word == name).map(|(_, way)| *way)
    };
    let way = way(FLAGS).map(|flag| format!("fadepad {flag}")).or(way(ELSEWHERE).map(Into::into));
    let way = way?;
    Some(told(&format!("\"{name}\" is no command. Use: {way}"), name))
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
    let (_, way) = there.into_iter().find(|(name, _)| looks_like(&pad, name))?;
    Some(told(&format!("\"{pad}\" is no command. Did you mean: {way}"), &pad))
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
        ] {
            let text = meant(pad).unwrap_or_else(|| panic!("{pad} is let through"));
            assert!(text.contains(way), "{text}");
            assert!(!text.contains("nearly"), "what is not there is not meant");
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
    fn a_word_of_other_programs_names_the_command_that_does_it_here() {
        for (pad, way) in [
            ("stop", "is no command. Use: fadepad end\n"),
            ("kill", "is no command. Use: fadepad end\n"),
            ("rm", "is no command. Use: fadepad end\n"),
            ("ls", "is no command. Use: fadepad list\n"),
            ("status", "is no command. Use: fadepad list, or for its health fadepad healthcheck\n"),
            ("show", "is no command. Use: fadepad cat\n"),
            ("open", "is no command. Use: fadepad, or fadepad NAME\n"),
            ("new", "is no command. Use: fadepad, or fadepad NAME\n"),
            ("serve", "is no command. Use: fadepad, or fadepad NAME\n"),
            ("share", "is no command. Use: fadepad, which shows QR, code and link"),
            ("qr", "is no command. Use: fadepad, which shows QR, code and link"),
            ("version", "is no command. Use: fadepad --version\n"),
        ] {
            let text = refuse_pad(pad, &crate::cli::built()).unwrap().text;
            assert!(text.contains(way) && text.contains(&format!("fadepad -- {pad}")), "{text}");
        }
    }

    #[test]
    fn each_way_that_is_told_is_a_command_or_a_flag_that_is_there() {
        let command = crate::cli::command();
        let flags: Vec<_> = command
            .get_arguments()
            .filter_map(|arg| arg.get_long())
            .chain(["help", "version"])
            .collect();
        for (word, way) in ELSEWHERE.iter().chain(FLAGS) {
            assert!(!crate::cli::built().contains(word), "{word} is a command");
            let mut said: Vec<_> = way
                .split("fadepad ")
                .skip(1)
                .filter_map(|part| part.split([' ', ',', ';']).next())
                .collect();
            said.extend(way.starts_with("--").then_some(way));
            for said in said.into_iter().filter(|said| *said != "NAME") {
                let is_flag = said.strip_prefix("--").is_some_and(|flag| flags.contains(&flag));
                assert!(is_flag || crate::cli::built().contains(&said), "{word}: {said}");
            }
        }
    }
}
