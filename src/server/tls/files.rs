//! A certificate and its key in two PEM files, and what a certificate says of itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

use tokio_rustls::rustls::crypto::CryptoProvider;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::{Error, InconsistentKeys};
use webpki::EndEntityCert;
use zeroize::Zeroizing;

use super::BadTls;
use crate::base::lock::lock;

/// Where certificate and key are.
pub(super) struct Files {
    cert: PathBuf,
    key: PathBuf,
    /// What the files looked like when they were last read.
    seen: Mutex<Option<[Look; 2]>>,
}

/// What tells a changed file without reading it: its time and length.
type Look = Option<(SystemTime, u64)>;

impl Files {
    pub(super) fn new(cert: &Path, key: &Path) -> Self {
        Self { cert: cert.to_owned(), key: key.to_owned(), seen: Mutex::default() }
    }

    /// Reads the pair.
    pub(super) fn read(&self, provider: &CryptoProvider) -> Result<CertifiedKey, BadTls> {
        *lock(&self.seen) = Some(self.look());
        let pem = read(&self.cert)?;
        let chain: Vec<_> = CertificateDer::pem_slice_iter(&pem).filter_map(Result::ok).collect();
        let own = chain.first().ok_or_else(|| BadTls::NoCertificate(self.cert.clone()))?;
        EndEntityCert::try_from(own)
            .map_err(|e| BadTls::Unfit(self.cert.clone(), format!("{e:?}")))?;
        let key = PrivateKeyDer::from_pem_slice(&read(&self.key)?)
            .map_err(|_| BadTls::NoKey(self.key.clone()))?;
        CertifiedKey::from_der(chain, key, provider).map_err(|error| match error {
            Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => {
                BadTls::NoPair { cert: self.cert.clone(), key: self.key.clone() }
            }
            other => BadTls::Unfit(self.key.clone(), other.to_string()),
        })
    }

    /// Reads the pair where one of the files has changed. What can't be used is not read again
    /// before it changes again: whoever renews writes one file after the other.
    pub(super) fn read_if_changed(
        &self,
        provider: &CryptoProvider,
    ) -> Result<Option<CertifiedKey>, BadTls> {
        let seen = *lock(&self.seen);
        if seen == Some(self.look()) { Ok(None) } else { self.read(provider).map(Some) }
    }

    fn look(&self) -> [Look; 2] {
        [&self.cert, &self.key].map(|path| {
            let meta = fs::metadata(path).ok()?;
            Some((meta.modified().ok()?, meta.len()))
        })
    }
}

fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>, BadTls> {
    fs::read(path).map(Zeroizing::new).map_err(|e| BadTls::Unreadable(path.to_owned(), e))
}

/// Whether this certificate is for this address or name.
pub(super) fn covers(key: &CertifiedKey, name: &str) -> bool {
    let (Some(own), Ok(name)) = (key.cert.first(), ServerName::try_from(name)) else {
        return false;
    };
    EndEntityCert::try_from(own)
        .is_ok_and(|own| own.verify_is_valid_for_subject_name(&name).is_ok())
}

/// The names that this certificate is for, without those with a `*`.
pub(super) fn names(key: &CertifiedKey) -> Vec<String> {
    let own = key.cert.first().and_then(|own| EndEntityCert::try_from(own).ok());
    let names = own.iter().flat_map(|own| own.valid_dns_names());
    names.filter(|name| !name.contains('*')).map(str::to_ascii_lowercase).collect()
}
