//! Values as people type them.

use std::fs;
use std::net::{IpAddr, Ipv6Addr};
use std::time::Duration;

use ipnet::IpNet;

use crate::base::authority::Authority;
use crate::base::limits::{LONGEST_COUNTDOWN, Limits};
use crate::config::OnEnd;

/// A time such as `30s`, `15m`, `8h`; at least a second, at most ten years.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    let hint = "use a time such as 30s, 15m or 8h";
    let time = humantime::parse_duration(text).map_err(|_| hint.to_owned())?;
    let longest = Duration::from_secs(10 * 365 * 86_400);
    if time < Duration::from_secs(1) || time > longest { Err(hint.to_owned()) } else { Ok(time) }
}

/// A last call: a time of at most an hour, or `0s`.
pub(super) fn last_call(text: &str) -> Result<Duration, String> {
    let hint = "use a time such as 60s or 5m, at most 1h; 0s ends pads at once";
    let time = humantime::parse_duration(text).map_err(|_| hint.to_owned())?;
    if time > LONGEST_COUNTDOWN { Err(hint.to_owned()) } else { Ok(time) }
}

/// A size such as `4096`, `512K`, `8M`, `1G`; powers of 1,024.
pub(super) fn bytes(text: &str) -> Result<usize, String> {
    let hint = "use a size such as 512K, 8M or 1G";
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let shift = match text[digits.len()..].to_ascii_uppercase().as_str() {
        "" | "B" => 0,
        "K" | "KB" | "KIB" => 10,
        "M" | "MB" | "MIB" => 20,
        "G" | "GB" | "GIB" => 30,
        _ => return Err(hint.to_owned()),
    };
    let number: usize = digits.parse().map_err(|_| hint.to_owned())?;
    number.checked_mul(1 << shift).filter(|n| *n > 0).ok_or_else(|| hint.to_owned())
}

/// A base URL: `http://` or `https://`, a host, perhaps a port. Whatever else stood in it would stand
/// in every link that people get.
pub(super) fn url(text: &str) -> Result<String, String> {
    let hint = |what: &str| format!("{what}; use a base URL such as https://pads.example");
    let uri: http::Uri = text.parse().map_err(|_| hint("this is no URL"))?;
    let authority = uri.authority().map(|authority| authority.as_str()).unwrap_or_default();
    if !matches!(uri.scheme_str(), Some("http" | "https")) || uri.host().is_none_or(str::is_empty) {
        return Err(hint("it begins with http:// or https:// and a host"));
    }
    if authority.contains('@') {
        return Err(hint("a user's name or password would be in everybody's link: leave it out"));
    }
    // The parser drops a fragment in silence.
    if text.contains('#') {
        return Err(hint("leave out the fragment, from # on"));
    }
    if uri.query().is_some() {
        return Err(hint("leave out the query, from ? on"));
    }
    if uri.path() != "/" {
        return Err(hint(
            "leave out the path after the host: Fadepad needs a host name of its own",
        ));
    }
    let port = authority.rsplit_once(':').filter(|(_, port)| !port.ends_with(']'));
    if port.is_some() && uri.port_u16().is_none_or(|port| port == 0) {
        return Err(hint("its port is none: say one from 1 to 65535, or leave it out"));
    }
    // What no Host says leads nowhere, however much it looks like a link.
    let leads = |host: &Authority| host.host().contains(|c: char| c.is_ascii_alphanumeric());
    if !authority.parse().is_ok_and(|host| leads(&host)) {
        return Err(hint("its host is none that a link leads to"));
    }
    Ok(text.trim_end_matches('/').to_owned())
}

/// A NATS server: `nats://` or `tls://`, a host, perhaps a port, a user and a password.
pub(super) fn broker(text: &str) -> Result<String, String> {
    let hint = || "use a NATS server such as nats://nats.example:4222, or tls://…".to_owned();
    let (scheme, rest) = text.split_once("://").ok_or_else(hint)?;
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let host: Authority = host.strip_suffix('/').unwrap_or(host).parse().map_err(|_| hint())?;
    let fits = matches!(scheme, "nats" | "tls") && !host.host().is_empty();
    if fits { Ok(text.to_owned()) } else { Err(hint()) }
}

/// How long others are asked: a person waits for it before the first letter comes.
pub(super) fn join_timeout(text: &str) -> Result<Duration, String> {
    within(text, Duration::from_millis(10), Duration::from_secs(5))
        .ok_or_else(|| "use a time from 10ms to 5s, such as 250ms".to_owned())
}

/// A silence longer than three of the beats that a node says every second.
pub(super) fn node_dead(text: &str) -> Result<Duration, String> {
    within(text, Duration::from_secs(4), Duration::from_secs(600))
        .ok_or_else(|| "use a time from 4s to 10m, such as 10s".to_owned())
}

fn within(text: &str, shortest: Duration, longest: Duration) -> Option<Duration> {
    humantime::parse_duration(text).ok().filter(|time| (shortest..=longest).contains(time))
}

/// A word that may stand in a subject of NATS.
pub(super) fn word(text: &str) -> Result<String, String> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let fits = (1..=32).contains(&text.len()) && text.bytes().all(is_plain);
    fits.then(|| text.to_owned())
        .ok_or_else(|| "use 1 to 32 letters, digits, '-' or '_'".to_owned())
}

/// Who is told of an end: an address, or a program with its arguments, quoted as in a shell.
pub(super) fn on_end(text: &str) -> Result<OnEnd, String> {
    if text.starts_with("http://") || text.starts_with("https://") {
        let uri: http::Uri = text.parse().map_err(|_| "this is no address".to_owned())?;
        if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
            return Err("a user's name or password before the host is not sent: leave it out, and put a secret into the path".to_owned());
        }
        return match uri.host().is_some_and(|host| !host.is_empty()) {
            true => Ok(OnEnd::Address(uri)),
            false => Err("this address has no host".to_owned()),
        };
    }
    if text.contains("://") {
        return Err("only an address that begins with http:// or https:// can be told".to_owned());
    }
    // There a backslash stands between folders.
    let text = if cfg!(windows) { text.replace('\\', "\\\\") } else { text.to_owned() };
    let words =
        shlex::split(&text).filter(|words| words.first().is_some_and(|word| !word.is_empty()));
    words.map(OnEnd::Program).ok_or_else(|| {
        "use a program with its arguments, or an address that begins with http:// or https://"
            .to_owned()
    })
}

/// A host name or address, with a port or for any.
pub(super) fn host(text: &str) -> Result<Authority, String> {
    if let Ok(v6) = text.parse::<Ipv6Addr>() {
        return Ok(Authority::of_host(v6.to_string()));
    }
    text.parse().map_err(|_| {
        // What stands in a browser's address line is what people have at hand.
        let bare = text.split_once("://").map_or(text, |(_, rest)| rest);
        let bare = bare.split(['/', '?', '#']).next().unwrap_or_default();
        match bare.parse::<Authority>() {
            Ok(host) => format!("without scheme and path it is {host}"),
            Err(_) => "use a host such as pads.example or pads.example:8443 (a port is 1 to 65535)"
                .to_owned(),
        }
    })
}

/// A range of addresses, or one address.
pub(super) fn range(text: &str) -> Result<IpNet, String> {
    let address = || text.parse::<IpAddr>().ok().map(IpNet::from);
    let hint = "use an address such as 10.0.0.5, or a range such as 10.0.0.0/8 or fd00::/8";
    text.parse().ok().or_else(address).ok_or_else(|| hint.to_owned())
}

/// Who may read `/metrics` beside this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MetricsReader {
    /// Nobody, and this machine neither.
    Nobody,
    /// All of a range.
    Range(IpNet),
}

pub(super) fn metrics(text: &str) -> Result<MetricsReader, String> {
    if text == "off" {
        return Ok(MetricsReader::Nobody);
    }
    range(text).map(MetricsReader::Range).map_err(|hint| format!("{hint}; or off"))
}

/// Bytes that all pads together may take: the default, but at most a quarter of the memory.
pub(super) fn memory() -> usize {
    let quarter = total_memory().map_or(usize::MAX, |total| total / 4);
    Limits::default().memory.min(quarter)
}

fn total_memory() -> Option<usize> {
    let info = fs::read_to_string("/proc/meminfo").ok()?;
    let line = info.lines().find(|line| line.starts_with("MemTotal:"))?;
    let kib: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    kib.checked_mul(1_024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_powers_of_1024() {
        assert_eq!([bytes("7"), bytes("512K"), bytes("8M")], [Ok(7), Ok(512 << 10), Ok(8 << 20)]);
        for bad in ["", "M", "0", "-1", "1T", "99999999999999999999", "1.5M"] {
            assert!(bytes(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn times_have_a_unit() {
        assert_eq!(duration("90m"), Ok(Duration::from_secs(5_400)));
        for bad in ["", "15", "0s", "soon", "900000d"] {
            assert!(duration(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_last_call_is_short_or_none() {
        assert_eq!(last_call("0s"), Ok(Duration::ZERO));
        assert_eq!(last_call("1h"), Ok(Duration::from_secs(3_600)));
        for bad in ["", "60", "2h", "-1s", "never"] {
            assert!(last_call(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_range_may_be_one_address() {
        assert_eq!(range("10.0.0.0/8").map(|net| net.to_string()), Ok("10.0.0.0/8".into()));
        assert_eq!(range("fd00::1").map(|net| net.to_string()), Ok("fd00::1/128".into()));
        for bad in ["", "10.0.0.0/33", "proxy.example", "10.0.0"] {
            assert!(range(bad).unwrap_err().contains("10.0.0.0/8"), "{bad}");
        }
    }

    #[test]
    fn base_urls_are_bare() {
        assert_eq!(url("https://pads.example/"), Ok("https://pads.example".into()));
        assert_eq!(url("http://[fd00::1]:8080"), Ok("http://[fd00::1]:8080".into()));
        for (bad, word) in [
            ("pads.example", "http://"),
            ("ftp://x", "http://"),
            ("http://", "no URL"),
            ("http://user:pw@host", "password"),
            ("https://user@host/", "password"),
            ("http://user:p@w@host", "password"),
            ("http://x/y", "path"),
            ("http://x?y", "query"),
            ("http://x/?", "query"),
            ("http://x#y", "fragment"),
            ("http://x/#", "fragment"),
            ("http://x:99999", "port"),
            ("http://x:", "port"),
            ("http://x:0", "port"),
            ("https://[fd00::1]:0/", "port"),
            ("http://*", "host is none"),
            ("http://..", "host is none"),
            ("http://a;b,c", "host is none"),
            ("http://pads.example'", "host is none"),
        ] {
            let told = url(bad).expect_err(bad);
            assert!(told.contains(word) && told.contains("https://pads.example"), "{bad}: {told}");
        }
    }

    #[test]
    fn hosts_may_have_a_port_and_nothing_else() {
        for (text, read) in [
            ("pads.example", "pads.example"),
            ("Pads.Example:8443", "pads.example:8443"),
            ("localhost:48080", "localhost:48080"),
            ("::1", "[::1]"),
            ("[::1]:7780", "[::1]:7780"),
        ] {
            assert_eq!(host(text).map(|host| host.to_string()), Ok(read.to_owned()));
        }
        let way = "without scheme and path it is localhost:48080";
        for text in ["http://localhost:48080", "http://localhost:48080/", "localhost:48080/p/x#k"] {
            assert_eq!(host(text), Err(way.to_owned()), "{text}");
        }
        for text in ["", "pads example", "pads.example:port", "pads.example:0", "*"] {
            let refused = host(text).unwrap_err();
            assert!(refused.contains("pads.example:8443"), "{text}: {refused}");
        }
    }
}
