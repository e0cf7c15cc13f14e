//! Which firewall is on, and whether it lets our port in; one way to ask per system.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What could turn phones away, and whether our port is known to be open in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firewall {
    /// None that we know of.
    None,
    /// ufw (Ubuntu, Debian) is on.
    Ufw(Option<bool>),
    /// firewalld (Fedora, RHEL, openSUSE) is on.
    Firewalld(Option<bool>),
    /// Windows Defender; whether the network's profile is "Private".
    Windows(Option<bool>),
    /// The application firewall of macOS, which asks at the first start.
    MacOs,
}

/// A firewall that is on, as people are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guarding {
    /// Its name.
    pub name: &'static str,
    /// Whether our port is known to be open in it, or closed.
    pub open: Option<bool>,
    /// What opens it.
    pub remedy: Remedy,
}

/// What opens a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// A command.
    Run(String),
    /// What a person does, as the middle of a sentence.
    Do(String),
}

impl Remedy {
    /// The command, where it is one.
    #[must_use]
    pub fn command(&self) -> Option<&str> {
        match self {
            Self::Run(command) => Some(command),
            Self::Do(_) => None,
        }
    }

    /// In one line, as a list of checks shows it.
    #[must_use]
    pub fn line(self) -> String {
        let (Self::Run(text) | Self::Do(text)) = self;
        text
    }

    /// As a sentence of its own.
    #[must_use]
    pub fn sentence(self) -> String {
        match self {
            Self::Run(command) => format!("Run: {command}"),
            Self::Do(text) => {
                let mut rest = text.chars();
                let first = rest.next().map(|first| first.to_uppercase().to_string());
                first.unwrap_or_default() + rest.as_str()
            }
        }
    }
}

impl Firewall {
    /// What is told of it; nothing where there is none. The one table of names and remedies.
    #[must_use]
    pub fn guarding(self, port: u16) -> Option<Guarding> {
        let (name, open, remedy) = match self {
            Self::None => return None,
            Self::Ufw(open) => ("ufw", open, Remedy::Run(format!("sudo ufw allow {port}/tcp"))),
            Self::Firewalld(open) => {
                let command = format!("sudo firewall-cmd --add-port={port}/tcp");
                ("firewalld", open, Remedy::Run(command))
            }
            Self::Windows(open) => {
                let text = format!(
                    "set this network to \"Private\", or run as administrator: netsh advfirewall \
                     firewall add rule name=Fadepad dir=in action=allow protocol=TCP localport={port}"
                );
                ("Windows Defender", open, Remedy::Do(text))
            }
            Self::MacOs => {
                let text = "allow fadepad in System Settings, Network, Firewall, Options";
                ("macOS", None, Remedy::Do(text.to_owned()))
            }
        };
        Some(Guarding { name, open, remedy })
    }
}

/// Looks for it. Blocks: other programs may be asked.
#[must_use]
pub fn look(port: u16) -> Firewall {
    if cfg!(target_os = "windows") {
        let asked = "(Get-NetConnectionProfile).NetworkCategory";
        let said = says("powershell", &["-NoProfile", "-NonInteractive", "-Command", asked]);
        Firewall::Windows(said.and_then(|said| is_private(&said)))
    } else if cfg!(target_os = "macos") {
        let program = "/usr/libexec/ApplicationFirewall/socketfilterfw";
        let off =
            says(program, &["--getglobalstate"]).is_some_and(|said| said.contains("disabled"));
        if off { Firewall::None } else { Firewall::MacOs }
    } else if let Some(open) = ufw(Path::new("/etc"), port) {
        Firewall::Ufw(open)
    } else if says("firewall-cmd", &["--state"]).is_some() {
        Firewall::Firewalld(firewalld(port))
    } else {
        Firewall::None
    }
}

/// What another program prints; `None` where there is none or it fails.
fn says(program: &str, args: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    let output = command.args(args).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether every network that Windows is in is one of those it trusts.
fn is_private(said: &str) -> Option<bool> {
    let profiles: Vec<_> = said.split_whitespace().collect();
    let trusted = |profile: &&str| matches!(*profile, "Private" | "DomainAuthenticated");
    (!profiles.is_empty()).then(|| profiles.iter().all(trusted))
}

/// Whether ufw is on, and whether its rules let the port in; those are for root to read.
fn ufw(etc: &Path, port: u16) -> Option<Option<bool>> {
    let read = |file: &str| fs::read_to_string(etc.join(file));
    let settings = read("ufw/ufw.conf").ok()?;
    if !settings.lines().any(|line| line.trim() == "ENABLED=yes") {
        return None;
    }
    let Ok(rules) = read("ufw/user.rules") else { return Some(None) };
    let defaults = read("default/ufw").unwrap_or_default();
    let accepts = |line: &str| line.trim().replace('"', "") == "DEFAULT_INPUT_POLICY=ACCEPT";
    Some(judge(&rules, port, defaults.lines().any(accepts)))
}

/// Whether these rules let everyone in at the port, or else the policy; `None` where it depends on
/// who knocks. The first rule that fits decides.
fn judge(rules: &str, port: u16, policy: bool) -> Option<bool> {
    let (mut some_in, mut some_out) = (false, false);
    let last = Rule { opens: policy, for_all: true };
    let rules = rules.lines().filter_map(|line| Rule::of_ufw(line, port)).chain([last]);
    for rule in rules {
        let others = if rule.opens { &mut some_in } else { &mut some_out };
        *others = true;
        if rule.for_all {
            break;
        }
    }
    (some_in != some_out).then_some(some_in)
}

/// What a rule says about a port.
struct Rule {
    opens: bool,
    /// Whether that is said to everyone.
    for_all: bool,
}

impl Rule {
    /// Reads a line of `user.rules`, as `ufw` writes it for `iptables-restore`; `None` where it
    /// decides nothing about TCP on this port.
    fn of_ufw(line: &str, port: u16) -> Option<Self> {
        let mut words = line.strip_prefix("-A ufw-user-input ")?.split_whitespace();
        let (mut target, mut for_all) = (None, true);
        while let Some(word) = words.next() {
            match word {
                "-j" => target = words.next(),
                "-p" if !matches!(words.next()?, "tcp" | "all") => return None,
                "--dport" | "--dports" if !names(words.next()?, port) => return None,
                "-p" | "--dport" | "--dports" => {}
                "-m" | "--comment" | "--reject-with" => drop(words.next()),
                // A sender, an interface, how often: it is for some alone.
                _ => for_all = false,
            }
        }
        match target? {
            "ACCEPT" | "ufw-user-limit-accept" => Some(Self { opens: true, for_all }),
            "DROP" | "REJECT" | "ufw-user-limit" => Some(Self { opens: false, for_all }),
            _ => None,
        }
    }
}

/// Whether a list such as `80,7000:8000` names the port.
fn names(list: &str, port: u16) -> bool {
    list.split(',').any(|part| {
        let (first, last) = part.split_once(':').unwrap_or((part, part));
        matches!((first.parse(), last.parse()), (Ok(first), Ok(last)) if (first..=last).contains(&port))
    })
}

/// Whether firewalld's default zone opens the port: it says so by its exit code.
fn firewalld(port: u16) -> Option<bool> {
    const NO: i32 = 1;
    let mut command = Command::new("firewall-cmd");
    command.arg(format!("--query-port={port}/tcp"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.status().ok()?.code()? {
        0 => Some(true),
        NO => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ufw_is_read_from_its_files() {
        let etc = std::env::temp_dir().join(format!("fadepad-ufw-{}", std::process::id()));
        let write = |file: &str, text: &str| fs::write(etc.join(file), text).unwrap();
        for folder in ["ufw", "default"] {
            fs::create_dir_all(etc.join(folder)).unwrap();
        }
        assert_eq!(ufw(&etc, 7780), None);
        write("ufw/ufw.conf", "# x\nENABLED=no\n");
        assert_eq!(ufw(&etc, 7780), None);
        write("ufw/ufw.conf", "ENABLED=yes\nLOGLEVEL=low\n");
        assert_eq!(ufw(&etc, 7780), Some(None), "the rules are not ours to read");
        write("ufw/user.rules", "*filter\n-A ufw-user-input -p tcp --dport 80 -j ACCEPT\n");
        let open = |port| ufw(&etc, port);
        assert_eq!([open(80), open(7780)], [true, false].map(|open| Some(Some(open))));
        write("default/ufw", "IPV6=yes\nDEFAULT_INPUT_POLICY=\"ACCEPT\"\n");
        assert_eq!(open(7780), Some(Some(true)), "by its policy");
        fs::remove_dir_all(etc).unwrap();
    }

    /// Rules of `user.rules` without their first words, and what they come to for port 7780.
    const RULES: &[(&[&str], Option<bool>)] = &[
        (&[], Some(false)),
        (&["-p tcp --dport 7780 -j ACCEPT"], Some(true)),
        (&["-p tcp --dport 778 -j ACCEPT"], Some(false)),
        (&["-p udp --dport 7780 -j ACCEPT"], Some(false)),
        (&["-p tcp -m multiport --dports 80,7000:8000 -j ACCEPT"], Some(true)),
        (&["-p tcp -m multiport --dports 80,7000:7779 -j ACCEPT"], Some(false)),
        (&["-p tcp --dport 7780 -j ACCEPT -m comment --comment 'dapp_Pads'"], Some(true)),
        (&["-s 192.168.1.0/24 -j ACCEPT"], None),
        (&["-i wlan0 -j ACCEPT"], None),
        (&["-s 10.1.1.1 -p tcp --dport 7780 -j ACCEPT"], None),
        (&["-s 10.1.1.1 -j ACCEPT", "-p tcp --dport 7780 -j ACCEPT"], Some(true)),
        (&["-p tcp --dport 7780 -j REJECT --reject-with tcp-reset"], Some(false)),
        (&["-p tcp --dport 7780 -j DROP", "-p tcp --dport 7780 -j ACCEPT"], Some(false)),
        (&["-s 10.1.1.1 -j DROP", "-p tcp --dport 7780 -j ACCEPT"], None),
        (
            &[
                "-p tcp --dport 7780 -m conntrack --ctstate NEW -m recent --set",
                "-p tcp --dport 7780 -m conntrack --ctstate NEW -m recent --update --seconds 30 \
                 --hitcount 6 -j ufw-user-limit",
                "-p tcp --dport 7780 -j ufw-user-limit-accept",
            ],
            None,
        ),
    ];

    #[test]
    fn a_port_is_open_where_the_first_rule_that_fits_is_for_everyone() {
        for (rules, open) in RULES {
            let lines = rules.iter().map(|rule| format!("-A ufw-user-input {rule}\n"));
            assert_eq!(judge(&lines.collect::<String>(), 7780, false), *open, "{rules:?}");
        }
    }

    #[test]
    fn windows_tells_its_networks_apart() {
        assert_eq!(is_private("Private\r\n"), Some(true));
        assert_eq!(is_private("DomainAuthenticated\r\nPublic\r\n"), Some(false));
        assert_eq!(is_private(""), None);
    }
}
