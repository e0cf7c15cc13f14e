//! What tells one document from another without either: two that hold the same have the same digest.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// 128 bits over a document's state vector and its delete set, both in the one order that the store writes. A state vector
/// alone is the same before and after a deletion.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(pub [u8; 16]);

impl Digest {
    pub(crate) fn of(state_vector: &[u8], delete_set: &[u8]) -> Self {
        let mut hash = Sha256::new();
        // With its length, so that no byte is read as one of the other part.
        hash.update((state_vector.len() as u64).to_be_bytes());
        hash.update(state_vector);
        hash.update(delete_set);
        let mut digest = [0; 16];
        digest.copy_from_slice(&hash.finalize()[..16]);
        Self(digest)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
