//! Where nodes say what. Neither the name of a pad nor its code can be read off a subject, or guessed from it: a broker sees
//! only that something is said.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::incarnation::Incarnation;
use super::subject::{BadSubject, Subject};
use crate::base::codes::JoinCode;
use crate::base::names::PadName;

/// All subjects of one cluster.
#[derive(Clone)]
pub struct Subjects {
    /// `fp1.office`.
    prefix: String,
    hidden: Hmac<Sha256>,
}

impl Subjects {
    /// Those of the cluster of this name, whose nodes have this secret.
    ///
    /// # Errors
    /// Where the name can stand in none.
    pub fn new(secret: &[u8], cluster: &str) -> Result<Self, BadSubject> {
        let prefix = format!("fp1.{cluster}");
        prefix.parse::<Subject>()?;
        let mut hidden = <Hmac<Sha256>>::new_from_slice(secret).expect("a key of any length");
        hidden.update(b"fadepad cluster subject 1\0");
        hidden.update(cluster.as_bytes());
        Ok(Self { prefix, hidden })
    }

    /// What copies of a pad say to each other.
    #[must_use]
    pub fn pad(&self, name: &PadName) -> Subject {
        self.at(&format!("d.{}.u", self.hide(b"pad", name.as_str())))
    }

    /// Asked by who has no copy of it.
    #[must_use]
    pub fn question(&self, name: &PadName) -> Subject {
        self.at(&format!("d.{}.q", self.hide(b"pad", name.as_str())))
    }

    /// Asked by who knows its code alone.
    #[must_use]
    pub fn code(&self, code: JoinCode) -> Subject {
        self.at(&format!("c.{}", self.hide(b"code", &code.to_string())))
    }

    /// What is said to one node.
    #[must_use]
    pub fn node(&self, node: Incarnation) -> Subject {
        self.at(&format!("n.{node}"))
    }

    /// What answers this node's questions comes somewhere below this.
    #[must_use]
    pub fn answers(&self, node: Incarnation) -> Subject {
        self.at(&format!("n.{node}.r"))
    }

    /// Where all nodes say that they are there.
    #[must_use]
    pub fn beats(&self) -> Subject {
        self.at("hb")
    }

    /// Where ends are told.
    #[must_use]
    pub fn ends(&self) -> Subject {
        self.at("ctl")
    }

    /// A number of a pad that is the same at every node.
    #[must_use]
    pub fn salt(&self, name: &PadName) -> u64 {
        u64::from_str_radix(&self.hide(b"salt", name.as_str())[..16], 16).unwrap_or_default()
    }

    fn hide(&self, kind: &[u8], text: &str) -> String {
        use std::fmt::Write as _;
        let mut mac = self.hidden.clone();
        for part in [kind, b"\0", text.as_bytes()] {
            mac.update(part);
        }
        mac.finalize().into_bytes()[..16].iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    fn at(&self, rest: &str) -> Subject {
        format!("{}.{rest}", self.prefix).parse().expect("words of letters and digits")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_are_the_same_at_every_node_of_a_cluster_and_tell_no_name() {
        let name: PadName = "budget".parse().unwrap();
        let (ann, bob) = (Subjects::new(b"secret", "office"), Subjects::new(b"secret", "office"));
        let (ann, bob) = (ann.unwrap(), bob.unwrap());
        assert_eq!(ann.pad(&name), bob.pad(&name));
        assert_ne!(ann.pad(&name), ann.question(&name));
        assert!(!ann.pad(&name).as_str().contains("budget"));
        let code: JoinCode = "K7QPM3".parse().unwrap();
        assert!(!ann.code(code).as_str().contains("K7QPM3"));
        let other = Subjects::new(b"guess", "office").unwrap();
        assert_ne!(ann.code(code), other.code(code), "without the secret no code can be tried");
        assert!(Subjects::new(b"secret", "a b").is_err());
    }
}
