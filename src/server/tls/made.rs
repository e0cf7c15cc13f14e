//! A certificate that is made here, for this machine's own names and addresses. Its key is in
//! memory only.

use std::sync::Mutex;

use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair,
    KeyUsagePurpose, SanType,
};
use time::{Duration, OffsetDateTime};
use tokio_rustls::rustls::crypto::CryptoProvider;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::sign::CertifiedKey;

use super::BadTls;
use crate::base::lock::lock;

/// How long it is valid: Apple takes no more than 825 days, and a library's default is to 4096.
const VALID: Duration = Duration::days(365);
/// Phones' clocks are not all right.
const SLOW_CLOCKS: Duration = Duration::days(1);

/// What the certificate in use was made for.
pub(super) struct Made {
    names: Mutex<Vec<String>>,
}

impl Made {
    pub(super) fn new(
        names: &[String],
        provider: &CryptoProvider,
    ) -> Result<(Self, CertifiedKey), BadTls> {
        let first = make(names, OffsetDateTime::now_utc(), provider)?;
        Ok((Self { names: Mutex::new(names.to_vec()) }, first))
    }

    /// Another certificate where the one in use lacks one of these names.
    pub(super) fn renew(
        &self,
        names: &[String],
        provider: &CryptoProvider,
    ) -> Result<Option<CertifiedKey>, BadTls> {
        if !lacks(&self.names(), names) {
            return Ok(None);
        }
        let made = make(names, OffsetDateTime::now_utc(), provider)?;
        *lock(&self.names) = names.to_vec();
        Ok(Some(made))
    }

    /// Another certificate for the same names.
    pub(super) fn again(&self, provider: &CryptoProvider) -> Result<CertifiedKey, BadTls> {
        make(&self.names(), OffsetDateTime::now_utc(), provider)
    }

    fn names(&self) -> Vec<String> {
        lock(&self.names).clone()
    }
}

/// Whether a certificate for `known` has to be made anew for `wanted`. One for more names than are
/// left stays: it would bring a warning to everyone who has accepted it.
fn lacks(known: &[String], wanted: &[String]) -> bool {
    wanted.iter().any(|name| !known.contains(name))
}

fn make(
    names: &[String],
    now: OffsetDateTime,
    provider: &CryptoProvider,
) -> Result<CertifiedKey, BadTls> {
    let failed = |e: rcgen::Error| BadTls::NotMade(e.to_string());
    let mut params = CertificateParams::default();
    params.subject_alt_names = names.iter().filter_map(|name| alternative(name)).collect();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, "Fadepad");
    params.not_before = now - SLOW_CLOCKS;
    params.not_after = now + VALID - SLOW_CLOCKS;
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    let key = KeyPair::generate().map_err(failed)?;
    let certificate = params.self_signed(&key).map_err(failed)?;
    let secret = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    CertifiedKey::from_der(vec![certificate.der().clone()], secret, provider)
        .map_err(|e| BadTls::NotMade(e.to_string()))
}

/// A name as a certificate holds it; none for what no certificate can hold.
fn alternative(name: &str) -> Option<SanType> {
    match name.parse() {
        Ok(ip) => Some(SanType::IpAddress(ip)),
        Err(_) => name.try_into().ok().map(SanType::DnsName),
    }
}

#[cfg(test)]
mod tests {
    use tokio_rustls::rustls::crypto::ring::default_provider;

    use super::*;

    fn names(list: &[&str]) -> Vec<String> {
        list.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_certificate_is_made_anew_only_where_it_lacks_a_name() {
        let (made, _) =
            Made::new(&names(&["localhost", "127.0.0.1", "10.0.0.5"]), &default_provider())
                .unwrap();
        let renewed =
            |list: &[&str]| made.renew(&names(list), &default_provider()).unwrap().is_some();
        assert!(!renewed(&["localhost", "10.0.0.5"]), "fewer names");
        assert!(renewed(&["localhost", "192.168.1.20"]), "another network");
        assert!(!renewed(&["localhost", "192.168.1.20"]), "the same again");
        assert!(renewed(&["localhost", "10.0.0.5"]), "and back");
    }
}
