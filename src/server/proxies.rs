//! Whom a request comes from, where a reverse proxy asks on behalf of somebody: only what a trusted one
//! says is believed.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use http::header::GetAll;
use http::{HeaderMap, HeaderName, HeaderValue, header};
use ipnet::{IpNet, Ipv4Net, Ipv6Net};

/// This machine.
pub(super) const LOOPBACK: [IpNet; 2] = [
    IpNet::V4(Ipv4Net::new_assert(Ipv4Addr::new(127, 0, 0, 0), 8)),
    IpNet::V6(Ipv6Net::new_assert(Ipv6Addr::LOCALHOST, 128)),
];

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Proxies that are believed.
#[derive(Clone, Debug, Default)]
pub struct Proxies(Vec<IpNet>);

impl Proxies {
    /// Believes these. `named`: a proxy of this machine is, too, since the host has named what
    /// stands in front (`--url`).
    #[must_use]
    pub fn new(mut trusted: Vec<IpNet>, named: bool) -> Self {
        if named {
            trusted.extend(LOOPBACK);
        }
        Self(trusted)
    }

    /// Whom a request comes from: the last one on its way whom no trusted proxy vouches for. What
    /// stands before was written by them. Where both headers stand and differ, one of them is a
    /// guest's own, and no more is known than the proxy.
    pub(super) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let peer = peer.to_canonical();
        if !self.trusts(peer) {
            return peer;
        }
        let standard = self.last(peer, headers.get_all(header::FORWARDED), forwarded_for);
        let usual = self.last(peer, headers.get_all(&X_FORWARDED_FOR), address);
        match (standard, usual) {
            (Some(one), Some(other)) if one != other => peer,
            (one, other) => one.or(other).unwrap_or(peer),
        }
    }

    /// Whether a proxy has told whom it asks for, whoever that is.
    pub(super) fn is_forwarded(headers: &HeaderMap) -> bool {
        headers.contains_key(header::FORWARDED) || headers.contains_key(&X_FORWARDED_FOR)
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|net| net.contains(&address))
    }

    /// The way that one header tells, walked from us outwards. `None` without that header.
    fn last(
        &self,
        peer: IpAddr,
        lines: GetAll<'_, HeaderValue>,
        read: fn(&str) -> Option<IpAddr>,
    ) -> Option<IpAddr> {
        let lines: Vec<_> = lines.iter().collect();
        let mut last = peer;
        for line in lines.iter().rev() {
            // What is no text breaks the way off, as what is no address does.
            for hop in line.to_str().unwrap_or_default().rsplit(',') {
                match read(hop.trim()) {
                    Some(hop) if self.trusts(hop) => last = hop,
                    Some(hop) => return Some(hop),
                    None => return Some(last),
                }
            }
        }
        (!lines.is_empty()).then_some(last)
    }
}

/// The `for` of one hop of `Forwarded` (RFC 7239): `for="[2001:db8::1]:4711";proto=https`.
fn forwarded_for(hop: &str) -> Option<IpAddr> {
    let pairs = hop.split(';').filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.into_iter().find(|(name, _)| name.eq_ignore_ascii_case("for"))?;
    address(value.trim_matches('"'))
}

/// An address, perhaps with a port; of IPv6 also in brackets.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let alone = bare.parse::<IpAddr>().ok();
    let address = alone.or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()));
    address.map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(peer: &str, headers: &[(&'static str, &'static str)]) -> String {
        let proxies = Proxies::new(vec!["10.0.0.0/8".parse().unwrap()], true);
        let mut all = HeaderMap::new();
        for (name, value) in headers {
            all.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        proxies.client(peer.parse().unwrap(), &all).to_string()
    }

    #[test]
    fn only_trusted_proxies_are_believed_and_only_about_the_hop_before_them() {
        let xff = |value| [("x-forwarded-for", value)];
        assert_eq!(client("203.0.113.9", &xff("198.51.100.7")), "203.0.113.9");
        assert_eq!(client("10.0.0.5", &xff("198.51.100.7")), "198.51.100.7");
        assert_eq!(client("::ffff:127.0.0.1", &xff("198.51.100.7")), "198.51.100.7");
        assert_eq!(client("127.0.0.1", &[]), "127.0.0.1");
        // The guest claimed to be another; two proxies follow each other.
        assert_eq!(client("127.0.0.1", &xff("6.6.6.6, 198.51.100.7, 10.0.0.5")), "198.51.100.7");
        let lines = [("x-forwarded-for", "6.6.6.6"), ("x-forwarded-for", "198.51.100.7")];
        assert_eq!(client("127.0.0.1", &lines), "198.51.100.7");
        assert_eq!(client("127.0.0.1", &xff("6.6.6.6, unknown, 10.0.0.5")), "10.0.0.5");
        assert_eq!(client("127.0.0.1", &xff("127.0.0.1")), "127.0.0.1");
    }

    #[test]
    fn both_headers_are_read() {
        let forwarded = |value| [("forwarded", value)];
        for (value, address) in [
            ("for=198.51.100.7", "198.51.100.7"),
            ("For=\"198.51.100.7:4711\";proto=https;by=10.0.0.1", "198.51.100.7"),
            ("proto=https; for=\"[2001:db8::1]:4711\"", "2001:db8::1"),
            ("for=6.6.6.6, for=\"[2001:db8::1]\"", "2001:db8::1"),
            ("for=_hidden", "127.0.0.1"),
            ("proto=https", "127.0.0.1"),
        ] {
            assert_eq!(client("127.0.0.1", &forwarded(value)), address, "{value}");
        }
        for (value, address) in [
            ("2001:db8::1", "2001:db8::1"),
            ("[2001:db8::1]:80", "2001:db8::1"),
            ("198.51.100.7:80", "198.51.100.7"),
            ("::ffff:198.51.100.7", "198.51.100.7"),
        ] {
            assert_eq!(client("127.0.0.1", &[("x-forwarded-for", value)]), address, "{value}");
        }
    }

    #[test]
    fn a_header_of_the_guests_own_beside_the_proxys_gives_him_no_other_address() {
        let both = [("forwarded", "for=6.6.6.6"), ("x-forwarded-for", "198.51.100.7")];
        assert_eq!(client("127.0.0.1", &both), "127.0.0.1");
        let agreed = [("forwarded", "for=198.51.100.7"), ("x-forwarded-for", "198.51.100.7")];
        assert_eq!(client("127.0.0.1", &agreed), "198.51.100.7");
    }

    #[test]
    fn without_a_named_proxy_nobody_is_believed() {
        let mut headers = HeaderMap::new();
        headers.insert(X_FORWARDED_FOR, HeaderValue::from_static("198.51.100.7"));
        let peer = "127.0.0.1".parse().unwrap();
        assert_eq!(Proxies::new(Vec::new(), false).client(peer, &headers), peer);
    }
}
