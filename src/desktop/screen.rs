//! The screen that this program writes to, asked of the system anew whenever something is drawn: so
//! a drawing follows the window's size.

use std::env;
use std::io::{self, IsTerminal as _};

use terminal_size::{Height, Width, terminal_size_of};

use crate::base::screen::Screen;

/// What is believed where a terminal does not tell its size (a serial line).
const USUAL: (usize, usize) = (80, 24);

/// Empties the row in which the cursor stands, and goes to its beginning.
pub(super) const CLEAR: &str = "\r\u{1b}[2K";

/// What stdout is at the moment.
#[must_use]
pub fn of_stdout() -> Screen {
    let forced = anstyle_query::clicolor_force();
    let var = |name: &str| env::var(name).ok();
    let unicode = shows_unicode(var);
    if !io::stdout().is_terminal() {
        let columns = if forced { USUAL.0 } else { Screen::PIPE.columns };
        return Screen { unicode, colour: forced, columns, ..Screen::PIPE };
    }
    let size = terminal_size_of(io::stdout());
    let (columns, rows) = size.map_or(USUAL, |(Width(w), Height(h))| (w.into(), h.into()));
    let wanted = !anstyle_query::no_color() && anstyle_query::clicolor() != Some(false);
    let says_nothing = is_nameless(var);
    let colour = (wanted && takes_colours(var)) || forced;
    let unicode = unicode && (!says_nothing || forced);
    // Windows takes escape sequences only after it was asked to.
    let taken = anstyle_query::windows::enable_ansi_colors().unwrap_or(true);
    Screen { columns, rows, unicode, colour: colour && taken, live: true }
}

/// Whether the locale's letters are UTF-8: the first of its three variables that says something
/// decides (POSIX). A dumb terminal shows nothing but letters, whatever they say.
fn shows_unicode(var: impl Fn(&str) -> Option<String>) -> bool {
    if var("TERM").as_deref() == Some("dumb") {
        return false;
    }
    if cfg!(target_os = "windows") {
        return true;
    }
    let said = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(var).find(|v| !v.is_empty());
    // macOS has no other, also where it is not said.
    said.map_or(cfg!(target_os = "macos"), |locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

/// Whether a terminal says nothing of itself: then it is believed to take letters alone, as a dumb
/// one. Those of Windows never do.
#[must_use]
pub fn is_nameless(var: impl Fn(&str) -> Option<String>) -> bool {
    cfg!(not(target_os = "windows")) && var("TERM").is_none_or(|term| term.is_empty())
}

/// Terminals that take all 256 colours, by the first word of their names; the console of Linux shows the nearest of 16.
const COLOURED: [&str; 36] = [
    "alacritty",
    "contour",
    "cygwin",
    "dtterm",
    "eterm",
    "fbterm",
    "foot",
    "ghostty",
    "gnome",
    "hterm",
    "iterm",
    "jfbterm",
    "kitty",
    "kmscon",
    "konsole",
    "linux",
    "mintty",
    "mlterm",
    "mrxvt",
    "ms",
    "msys",
    "nsterm",
    "putty",
    "rio",
    "rxvt",
    "screen",
    "st",
    "stterm",
    "terminator",
    "terminology",
    "termite",
    "tmux",
    "vscode",
    "vte",
    "wezterm",
    "xterm",
];

/// Words in a name that say the same of any terminal.
const SAY_COLOURS: [&str; 3] = ["256", "color", "direct"];

/// The first words of names that say that there are none, or none but the first eight.
const COLOURLESS: [&str; 4] = ["ansi", "dumb", "unknown", "vt"];

/// What says it of a terminal that has them otherwise (terminfo's names).
const WITHOUT: [&str; 7] = ["basic", "m", "mono", "old", "r5", "r6", "vt52"];

/// Whether a terminal is known to take colours: what does not would show the letters of their escape sequences. Its name
/// decides; of one whose name nobody knows `COLORTERM` does. Those of Windows do unless they say that they are dumb.
fn takes_colours(var: impl Fn(&str) -> Option<String>) -> bool {
    if cfg!(target_os = "windows") {
        return anstyle_query::term_supports_color();
    }
    let name = var("TERM").unwrap_or_default().to_ascii_lowercase();
    let mut words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    let first =
        words.next().unwrap_or_default().trim_end_matches(|letter: char| letter.is_ascii_digit());
    if first.is_empty() || words.any(|word| WITHOUT.contains(&word)) {
        return false;
    }
    if COLOURED.contains(&first) || SAY_COLOURS.iter().any(|word| name.contains(word)) {
        return true;
    }
    !COLOURLESS.contains(&first) && var("COLORTERM").is_some_and(|said| !said.is_empty())
}

/// Whether colours are for who reads the lines of a log: nobody wants their escape sequences in a file.
#[must_use]
pub fn stderr_takes_colours() -> bool {
    io::stderr().is_terminal() && !anstyle_query::no_color()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_says_whether_there_is_more_than_ascii() {
        let shows = |vars: &[(&str, &str)]| {
            let vars: Vec<_> = vars.to_vec();
            shows_unicode(move |name| {
                vars.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(shows(&[("LANG", "de_DE.UTF-8")]) && shows(&[("LC_CTYPE", "C.utf8")]));
        assert!(shows(&[("LC_ALL", ""), ("LANG", "en_US.UTF-8")]), "an empty one says nothing");
        if cfg!(target_os = "linux") {
            assert!(!shows(&[]));
            assert!(!shows(&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]));
            assert!(!shows(&[("LANG", "de_DE.ISO-8859-1")]));
        }
        assert!(!shows(&[("LANG", "en_US.UTF-8"), ("TERM", "dumb")]));
    }

    /// Names of terminals that take colours.
    const WITH_COLOURS: &str = "xterm xterm-256color xterm-color xterm-kitty xterm-ghostty screen screen.xterm-256color screen-bce tmux \
        tmux-256color linux rxvt rxvt-unicode kitty alacritty foot foot-extra wezterm konsole vte st st-256color \
        st-0.8 iTerm2.app cygwin msys eterm-color Eterm nsterm gnome xterm-direct putty";

    /// And of some that do not, or not as many.
    const COLOURLESS_ONES: &str = "vt100 vt102 vt220 vt52 vt420-w xterm-mono linux-m ansi ansi-m dumb dumb-emacs-ansi unknown rxvt-basic xterm-r6";

    #[test]
    #[cfg(not(target_os = "windows"))]
    fn only_a_terminal_that_is_known_to_take_colours_gets_them() {
        let takes = |term: &str, beside: Option<&str>| {
            takes_colours(|name| match name {
                "TERM" => Some(term.to_owned()),
                "COLORTERM" => beside.map(str::to_owned),
                _ => None,
            })
        };
        for term in WITH_COLOURS.split(' ') {
            assert!(takes(term, None), "{term}");
        }
        for term in COLOURLESS_ONES.split(' ').chain([""]) {
            for beside in [None, Some("truecolor")] {
                assert!(!takes(term, beside), "{term}");
            }
        }
        for term in ["wy50", "no-such-terminal", "hp2392"] {
            let said = [None, Some(""), Some("truecolor")].map(|beside| takes(term, beside));
            assert_eq!(said, [false, false, true], "{term}");
        }
    }

    #[test]
    fn a_terminal_that_says_nothing_of_itself_is_dumb() {
        let nameless = |term: Option<&str>| is_nameless(|_| term.map(str::to_owned));
        let known = cfg!(target_os = "windows");
        assert_eq!((nameless(None), nameless(Some(""))), (!known, !known));
        assert!(!nameless(Some("xterm")));
    }
}
