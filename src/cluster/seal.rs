//! What nodes say is sealed: whoever runs the broker, or listens there, reads and forges nothing. A node is trusted, the
//! broker is not.
//!
//! ```text
//! incarnation 8 │ number 8 │ ChaCha20-Poly1305 of the frame, and its tag
//! ```
//!
//! The key is of one start of one node, made from the cluster's secret and name by HKDF-SHA256, so that the number of a
//! frame is a nonce that never comes twice. The subject is sealed along: a frame that somebody moves to another pad is none.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, Prk, Salt};

use super::frame::{BadFrame, ClusterFrame, Signed};
use super::incarnation::Incarnation;
use crate::base::lock::lock;

/// Bytes in front of what is sealed.
const HEAD: usize = 16;

/// Keys of other nodes that are kept: more than a cluster has, however often they start anew.
const MAX_KEYS: usize = 1_024;

/// Seals what this node says, and opens what others say.
#[derive(Clone)]
pub struct FrameSeal(Arc<Seals>);

struct Seals {
    cluster: Prk,
    own: (Incarnation, LessSafeKey),
    sealed: AtomicU64,
    others: Mutex<HashMap<Incarnation, Arc<LessSafeKey>>>,
}

impl FrameSeal {
    /// The seal of this node in the cluster of this name, whose nodes have this secret.
    #[must_use]
    pub fn new(secret: &[u8], cluster: &str, own: Incarnation) -> Self {
        let salt = Salt::new(HKDF_SHA256, format!("fadepad cluster 1\0{cluster}").as_bytes());
        let cluster = salt.extract(secret);
        let own = (own, key_of(&cluster, own));
        let (sealed, others) = (AtomicU64::new(0), Mutex::default());
        Self(Arc::new(Seals { cluster, own, sealed, others }))
    }

    /// Seals a frame for this subject, or as the answer to what was sealed so.
    #[must_use]
    pub fn seal(&self, to: &str, frame: &ClusterFrame) -> Bytes {
        let (own, key) = &self.0.own;
        let number = self.0.sealed.fetch_add(1, Ordering::Relaxed);
        let mut text = frame.encode();
        let tag = key.seal_in_place_separate_tag(nonce(number), Aad::from(to), &mut text);
        let mut out = Vec::with_capacity(HEAD + text.len() + 16);
        out.extend(own.0.to_be_bytes());
        out.extend(number.to_be_bytes());
        // No text is as long as the cipher's limit of 256 GB.
        let Ok(tag) = tag else { return Bytes::new() };
        out.extend(text);
        out.extend(tag.as_ref());
        out.into()
    }

    /// Opens what was sealed for this subject.
    ///
    /// # Errors
    /// [`BadFrame::Forged`] where it was not sealed by a node of this cluster, or not for this; others where what it holds is
    /// no frame.
    pub fn open(&self, to: &str, sealed: &[u8]) -> Result<Signed, BadFrame> {
        let (head, text) = sealed.split_at_checked(HEAD).ok_or(BadFrame::Forged)?;
        let node = Incarnation(u64::from_be_bytes(array(&head[..8])));
        let number = u64::from_be_bytes(array(&head[8..]));
        let key = self.key(node);
        let mut text = text.to_vec();
        let opened = key.open_in_place(nonce(number), Aad::from(to), &mut text);
        let len = opened.map_err(|_| BadFrame::Forged)?.len();
        self.keep(node, key);
        text.truncate(len);
        Ok((node, ClusterFrame::decode(&text.into())?))
    }

    /// By what an answer is sealed to a question that was sealed so: it answers no other.
    #[must_use]
    pub fn answering(question: &[u8]) -> String {
        use std::fmt::Write as _;
        let head = &question[..question.len().min(HEAD)];
        head.iter().fold(String::from("answer "), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    fn key(&self, of: Incarnation) -> Arc<LessSafeKey> {
        let known = lock(&self.0.others).get(&of).cloned();
        known.unwrap_or_else(|| Arc::new(key_of(&self.0.cluster, of)))
    }

    /// Once something was opened by it: whoever only claims to be many nodes fills nothing.
    fn keep(&self, of: Incarnation, key: Arc<LessSafeKey>) {
        let mut others = lock(&self.0.others);
        if !others.contains_key(&of) {
            if others.len() >= MAX_KEYS {
                others.clear();
            }
            others.insert(of, key);
        }
    }
}

fn key_of(cluster: &Prk, node: Incarnation) -> LessSafeKey {
    let info = [&b"node 1\0"[..], &node.0.to_be_bytes()];
    let key = cluster.expand(&info, &CHACHA20_POLY1305).map(UnboundKey::from);
    LessSafeKey::new(key.expect("the key is of the algorithm's own length"))
}

fn nonce(number: u64) -> Nonce {
    let mut bytes = [0; 12];
    bytes[4..].copy_from_slice(&number.to_be_bytes());
    Nonce::assume_unique_for_key(bytes)
}

fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut array = [0; N];
    array.copy_from_slice(bytes);
    array
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::Epoch;
    use crate::cluster::frame::FrameBody;

    const ANN: Incarnation = Incarnation(1);
    const BOB: Incarnation = Incarnation(2);

    fn frame(text: &'static str) -> ClusterFrame {
        ClusterFrame::single(Epoch(7), FrameBody::Update(Bytes::from_static(text.as_bytes())))
    }

    fn seal(secret: &str, cluster: &str, own: Incarnation) -> FrameSeal {
        FrameSeal::new(secret.as_bytes(), cluster, own)
    }

    #[test]
    fn a_node_of_the_same_cluster_reads_it_and_learns_who_has_said_it() {
        let (ann, bob) = (seal("secret", "office", ANN), seal("secret", "office", BOB));
        let sealed = ann.seal("pad", &frame("words"));
        assert_eq!(bob.open("pad", &sealed), Ok((ANN, frame("words"))));
        assert_eq!(ann.open("pad", &sealed), Ok((ANN, frame("words"))));
    }

    #[test]
    fn nobody_else_reads_it_and_no_byte_of_it_can_be_another() {
        let sealed = seal("secret", "office", ANN).seal("pad", &frame("words"));
        assert!(!sealed.windows(5).any(|bytes| bytes == b"words"));
        let bob = seal("secret", "office", BOB);
        for other in [seal("guess", "office", BOB), seal("secret", "home", BOB)] {
            assert_eq!(other.open("pad", &sealed), Err(BadFrame::Forged));
        }
        assert_eq!(bob.open("another pad", &sealed), Err(BadFrame::Forged), "moved");
        for at in 0..sealed.len() {
            let mut changed = sealed.to_vec();
            changed[at] ^= 1;
            assert_eq!(bob.open("pad", &changed), Err(BadFrame::Forged), "at {at}");
            assert_eq!(bob.open("pad", &sealed[..at]), Err(BadFrame::Forged), "up to {at}");
        }
    }

    #[test]
    fn the_same_words_are_never_sealed_to_the_same_bytes() {
        let ann = seal("secret", "office", ANN);
        let all: Vec<_> = (0..100).map(|_| ann.seal("pad", &frame("words"))).collect();
        assert!((1..all.len()).all(|n| all[n][16..] != all[n - 1][16..]));
        let bob = seal("secret", "office", BOB).seal("pad", &frame("words"));
        assert_ne!(bob[16..], all[0][16..], "each node has a key of its own");
    }

    #[test]
    fn an_answer_answers_one_question() {
        let (ann, bob) = (seal("secret", "office", ANN), seal("secret", "office", BOB));
        let (first, second) = (ann.seal("who", &frame("?")), ann.seal("who", &frame("?")));
        let answer = bob.seal(&FrameSeal::answering(&first), &frame("me"));
        assert!(ann.open(&FrameSeal::answering(&first), &answer).is_ok());
        let other = ann.open(&FrameSeal::answering(&second), &answer);
        assert_eq!(other, Err(BadFrame::Forged));
    }
}
