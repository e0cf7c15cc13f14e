//! What was asked for on the command line.

use anyhow::{Result, bail, ensure};

/// The words behind `cargo xtask bench`.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    /// Measurements by name; none for all.
    pub(crate) names: Vec<String>,
    /// Peers beside Fadepad and the ceiling.
    pub(crate) peers: Peers,
    /// Only tells whether the bench works.
    pub(crate) short: bool,
    /// Prints figures as JSON, too.
    pub(crate) json: bool,
    /// Measures nothing, but writes the report anew from the figures that are kept.
    pub(crate) draw: bool,
}

/// Which peers.
#[derive(Debug, Default, PartialEq)]
pub(crate) enum Peers {
    /// Fadepad and the ceiling alone.
    #[default]
    None,
    /// All that are installed in a minute, and the one that is built from source where it is there.
    Quick,
    /// Every one.
    All,
    /// Those whose names hold one of these words.
    Named(Vec<String>),
}

impl Options {
    /// Reads the words; a measurement has to be one of `known`.
    pub(crate) fn read(words: &[String], known: &[&str]) -> Result<Self> {
        let mut options = Self::default();
        for word in words {
            match word.as_str() {
                "--peers" => options.peers = Peers::Quick,
                "--short" => options.short = true,
                "--json" => options.json = true,
                "--draw" => options.draw = true,
                flag if flag.starts_with("--peers=") => {
                    let names: Vec<String> =
                        flag["--peers=".len()..].split(',').map(str::to_lowercase).collect();
                    let all = names.iter().any(|name| name == "all");
                    options.peers = if all { Peers::All } else { Peers::Named(names) };
                }
                flag if flag.starts_with('-') => {
                    bail!(
                        "`{flag}` is no flag; there are --peers[=all|NAME,…], --short, --json and --draw"
                    )
                }
                name => {
                    let all = known.join(", ");
                    ensure!(known.contains(&name), "`{name}` is no measurement; there are {all}");
                    options.names.push(name.to_owned());
                }
            }
        }
        Ok(options)
    }

    /// The command that asks for one measurement in the same way.
    pub(crate) fn command(&self, name: &str) -> String {
        let peers = match &self.peers {
            Peers::None => String::new(),
            Peers::Quick => " --peers".to_owned(),
            Peers::All => " --peers=all".to_owned(),
            Peers::Named(names) => format!(" --peers={}", names.join(",")),
        };
        let short = if self.short { " --short" } else { "" };
        format!("cargo xtask bench {name}{peers}{short}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Options::read(&words, &["fanout", "idle"])
    }

    #[test]
    fn a_command_line_is_read_and_can_be_repeated() {
        let options = read("idle --peers=all --short").unwrap();
        assert_eq!(options.peers, Peers::All);
        assert_eq!(options.command("idle"), "cargo xtask bench idle --peers=all --short");
        assert_eq!(read("--peers=Hocus").unwrap().peers, Peers::Named(vec!["hocus".to_owned()]));
        assert_eq!(read("").unwrap(), Options::default());
        assert!(read("idel").is_err() && read("--peer").is_err());
    }
}
