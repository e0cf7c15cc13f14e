//! Capability keys: who holds one may do what it says, with the pad and the life it names.
//!
//! The key of a link is 43 URL-safe characters: version, role, generation, epoch, expiry and a tag,
//! HMAC-SHA256 over these by a secret of that life alone, which follows from the ring's: so a life can be handed on to another
//! machine with its keys, and none of any other is opened by that. Everyone who has the link has that one; it is exchanged
//! for a key of one's own, of 64 characters, in which a person stands, too. Nothing is stored; a key
//! dies with the epoch it is bound to. Beside them there may be one key of the whole instance, which opens every
//! pad by its name.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use zeroize::Zeroizing;

use super::codes::JoinCode;
use super::ids::{Epoch, Person, Role};
use super::limits::MAX_ENDED;
use super::lock::lock;
use super::names::PadName;

/// The version of a key that is shared, and of one that is somebody's own.
const SHARED: u8 = 1;
const OWN: u8 = 2;
const HEAD: usize = 16;
const PERSON: usize = 16;
const TAG: usize = 16;
/// The longest key in bytes; a buffer for any text that may be one.
const MAX_WHOLE: usize = 48;

/// Bytes of the secret that signs keys: the block that HMAC-SHA256 takes without hashing is 64,
/// its security that of 32.
pub const SECRET_LEN: usize = 32;

/// Letters of a key of the whole instance: with 32 of them it can't be guessed, and no key has more than 64.
const KEY_LEN: std::ops::RangeInclusive<usize> = 32..=64;

/// What a valid key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claims {
    /// What its holder may do.
    pub role: Role,
    /// The life of the pad that it opens.
    pub epoch: Epoch,
    /// Counts how often links of this role were revoked.
    pub generation: u16,
    /// Seconds since 1970 after which it opens nothing any more.
    pub expires: u32,
    /// Whose it is, where it was given to one person. A link has none, since whoever has it may give
    /// it on.
    pub person: Option<Person>,
}

/// The key is not one of ours, or not for this pad: all failures look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the key is not valid for this pad")]
pub struct BadKey;

/// Signs and verifies keys, and derives what has to survive a restart with the same secret.
#[derive(Clone)]
pub struct KeyRing {
    secret: Zeroizing<[u8; SECRET_LEN]>,
    instance: Option<Zeroizing<String>>,
    /// Of lives that began at another machine.
    taken: Arc<Mutex<HashMap<(PadName, Epoch), LifeSecret>>>,
}

/// What signs the keys of one life of one pad.
#[derive(Clone, PartialEq, Eq)]
pub struct LifeSecret(Zeroizing<[u8; SECRET_LEN]>);

impl LifeSecret {
    /// As it goes from one machine to another.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(URL_SAFE_NO_PAD.encode(self.0.as_slice()))
    }

    /// Reads it there.
    ///
    /// # Errors
    /// [`BadKey`] where it is none.
    pub fn read(text: &str) -> Result<Self, BadKey> {
        let mut bytes = Zeroizing::new([0; SECRET_LEN]);
        let len = URL_SAFE_NO_PAD.decode_slice(text, bytes.as_mut()).map_err(|_| BadKey)?;
        if len == SECRET_LEN { Ok(Self(bytes)) } else { Err(BadKey) }
    }
}

impl fmt::Debug for LifeSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LifeSecret(secret)")
    }
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyRing(secret)")
    }
}

impl KeyRing {
    /// Returns a ring over this secret.
    #[must_use]
    pub fn new(secret: Zeroizing<[u8; SECRET_LEN]>) -> Self {
        Self { secret, instance: None, taken: Arc::default() }
    }

    /// Returns a ring over a fresh secret of the system's random numbers.
    ///
    /// # Errors
    /// Where the system has no random numbers to give.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut secret = Zeroizing::new([0; SECRET_LEN]);
        getrandom::fill(secret.as_mut())?;
        Ok(Self::new(secret))
    }

    /// Returns the ring with a key of the whole instance: one that was kept, or its own, which is the same after a
    /// restart with the same secret.
    ///
    /// # Errors
    /// [`BadKey`] where what was kept is no key.
    pub fn with_instance_key(mut self, kept: Option<&str>) -> Result<Self, BadKey> {
        let own = || {
            let tag = self.mac(b"fadepad instance key 1\0").finalize().into_bytes();
            URL_SAFE_NO_PAD.encode(tag)
        };
        let key = kept.map_or_else(own, str::to_owned);
        // The file of the secret itself, by another name: who has the key would sign keys of every pad.
        let is_secret = Sha256::digest(key.as_bytes()).as_slice() == self.secret.as_slice();
        if !KEY_LEN.contains(&key.len()) || !key.bytes().all(is_url_safe) || is_secret {
            return Err(BadKey);
        }
        self.instance = Some(Zeroizing::new(key));
        Ok(self)
    }

    /// The key that opens every pad of this instance by its name, where there is one.
    #[must_use]
    pub fn instance_key(&self) -> Option<&str> {
        self.instance.as_ref().map(|key| key.as_str())
    }

    /// Whether somebody shows that one. Takes as long for a wrong one, whatever is wrong with it.
    #[must_use]
    pub fn is_instance_key(&self, shown: &str) -> bool {
        let mac = |key: &str| {
            let mut mac = self.mac(b"fadepad shown 1\0");
            mac.update(key.as_bytes());
            mac
        };
        let shown = mac(shown);
        self.instance_key().is_some_and(|key| {
            let known = mac(key).finalize().into_bytes();
            shown.verify(&known).is_ok()
        })
    }

    /// What signs the keys of this life: nothing of another life, or of another pad, follows from it.
    #[must_use]
    pub fn life_secret(&self, pad: &PadName, epoch: Epoch) -> LifeSecret {
        // A pad that was handed on to here may be handed on once more.
        let taken = lock(&self.taken);
        if !taken.is_empty()
            && let Some(taken) = taken.get(&(pad.clone(), epoch))
        {
            return taken.clone();
        }
        drop(taken);
        let mut mac = self.mac(b"fadepad life 1\0");
        mac.update(pad.as_str().as_bytes());
        mac.update(&[0]);
        mac.update(&epoch.0.to_be_bytes());
        LifeSecret(Zeroizing::new(mac.finalize().into_bytes().into()))
    }

    /// A life goes on here that began at another machine: its keys are known from now on, also when it is over. False where no
    /// more lives can be remembered, whoever hands them on; nothing is taken up then.
    #[must_use]
    pub fn take_up(&self, pad: &PadName, epoch: Epoch, secret: LifeSecret) -> bool {
        let mut taken = lock(&self.taken);
        let life = (pad.clone(), epoch);
        let has_room = taken.len() < MAX_ENDED || taken.contains_key(&life);
        if has_room {
            taken.insert(life, secret);
        }
        has_room
    }

    /// Forgets the secrets of all lives that were taken up but those of these names.
    pub fn forget_taken(&self, keep: impl Fn(&PadName) -> bool) {
        lock(&self.taken).retain(|(pad, _), _| keep(pad));
    }

    /// It does not go on here after all.
    pub fn give_up(&self, pad: &PadName, epoch: Epoch) {
        lock(&self.taken).remove(&(pad.clone(), epoch));
    }

    /// Signs a key for this pad.
    #[must_use]
    pub fn sign(&self, pad: &PadName, claims: Claims) -> String {
        let mut bytes = Vec::with_capacity(MAX_WHOLE);
        bytes.push(version(claims.person));
        bytes.push(role_byte(claims.role));
        bytes.extend(claims.generation.to_be_bytes());
        bytes.extend(claims.epoch.0.to_be_bytes());
        bytes.extend(claims.expires.to_be_bytes());
        bytes.extend(claims.person.into_iter().flat_map(|person| person.0.to_be_bytes()));
        let tag = self.key_mac((pad, claims.epoch), &bytes).finalize().into_bytes();
        bytes.extend(&tag[..TAG]);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Verifies a key for this pad, in constant time over the tag. The expiry is told, not judged:
    /// while a pad is alive its room decides, by a clock that can't jump.
    ///
    /// # Errors
    /// [`BadKey`] for every kind of failure.
    pub fn verify(&self, pad: &PadName, key: &str) -> Result<Claims, BadKey> {
        let mut bytes = [0; MAX_WHOLE];
        let (head, tag) = parts(key, &mut bytes)?;
        let person = match head.len() {
            HEAD => None,
            _ => Some(Person(u128::from_be_bytes(array(&head[HEAD..])))),
        };
        let epoch = epoch_of(head);
        self.key_mac((pad, epoch), head).verify_truncated_left(tag).map_err(|_| BadKey)?;
        if head[0] != version(person) {
            return Err(BadKey);
        }
        Ok(Claims {
            role: role_of(head[1]).ok_or(BadKey)?,
            generation: u16::from_be_bytes([head[2], head[3]]),
            epoch,
            expires: u32::from_be_bytes([head[12], head[13], head[14], head[15]]),
            person,
        })
    }

    /// The life that a key says it is of, whoever made it: by that one looks for the pad that it may be of.
    #[must_use]
    pub fn claimed_epoch(key: &str) -> Option<Epoch> {
        let mut bytes = [0; MAX_WHOLE];
        parts(key, &mut bytes).ok().map(|(head, _)| epoch_of(head))
    }

    /// The epoch of the `life`-th life of a pad: unguessable without the secret, and the same
    /// after a restart with the same secret, so that browsers refill the life they know.
    #[must_use]
    pub fn epoch(&self, pad: &PadName, life: u32) -> Epoch {
        let mut mac = self.mac(b"fadepad epoch 1\0");
        mac.update(pad.as_str().as_bytes());
        mac.update(&[0]);
        mac.update(&life.to_be_bytes());
        Epoch(u64::from_be_bytes(array(&mac.finalize().into_bytes()[..8])))
    }

    /// The `turn`-th join code of an epoch; like the epoch it survives a restart.
    #[must_use]
    pub fn code(&self, epoch: Epoch, turn: u32) -> JoinCode {
        self.code_by(|| {
            let mut mac = self.mac(b"fadepad code 1\0");
            mac.update(&epoch.0.to_be_bytes());
            mac.update(&turn.to_be_bytes());
            mac
        })
    }

    /// The code of a name, whatever life it has: for a QR that hangs on a wall.
    #[must_use]
    pub fn standing_code(&self, pad: &PadName) -> JoinCode {
        self.code_by(|| {
            let mut mac = self.mac(b"fadepad standing code 1\0");
            mac.update(pad.as_str().as_bytes());
            mac.update(&[0]);
            mac
        })
    }

    fn code_by(&self, begun: impl Fn() -> Hmac<Sha256>) -> JoinCode {
        (0u32..)
            .find_map(|round| {
                let mut mac = begun();
                mac.update(&round.to_be_bytes());
                JoinCode::from_random(&mac.finalize().into_bytes())
            })
            .expect("some of 2^32 rounds of 32 random bytes has six fair ones")
    }

    fn key_mac(&self, (pad, epoch): (&PadName, Epoch), head: &[u8]) -> Hmac<Sha256> {
        let mut mac = mac_by(&self.life_secret(pad, epoch).0, b"fadepad key 1\0");
        mac.update(pad.as_str().as_bytes());
        mac.update(&[0]);
        mac.update(head);
        mac
    }

    fn mac(&self, label: &[u8]) -> Hmac<Sha256> {
        mac_by(&self.secret, label)
    }
}

fn mac_by(secret: &[u8; SECRET_LEN], label: &[u8]) -> Hmac<Sha256> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_ref()).expect("HMAC takes a key of any length");
    mac.update(label);
    mac
}

/// A key's head and its tag.
fn parts<'a>(key: &str, bytes: &'a mut [u8; MAX_WHOLE]) -> Result<(&'a [u8], &'a [u8]), BadKey> {
    let len = URL_SAFE_NO_PAD.decode_slice(key, bytes).map_err(|_| BadKey)?;
    let (head, tag) = bytes[..len].split_at_checked(len.saturating_sub(TAG)).ok_or(BadKey)?;
    if head.len() == HEAD || head.len() == HEAD + PERSON { Ok((head, tag)) } else { Err(BadKey) }
}

fn epoch_of(head: &[u8]) -> Epoch {
    Epoch(u64::from_be_bytes(array(&head[4..12])))
}

fn is_url_safe(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

fn version(person: Option<Person>) -> u8 {
    if person.is_some() { OWN } else { SHARED }
}

/// So many bytes.
fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut array = [0; N];
    array.copy_from_slice(bytes);
    array
}

fn role_byte(role: Role) -> u8 {
    match role {
        Role::View => 0,
        Role::Edit => 1,
        Role::Host => 2,
    }
}

fn role_of(byte: u8) -> Option<Role> {
    [Role::View, Role::Edit, Role::Host].into_iter().find(|role| role_byte(*role) == byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims() -> Claims {
        Claims { role: Role::Edit, epoch: Epoch(7), generation: 3, expires: 99, person: None }
    }

    fn ring(byte: u8) -> KeyRing {
        KeyRing::new(Zeroizing::new([byte; SECRET_LEN]))
    }

    #[test]
    fn a_key_says_what_was_signed() {
        let pad = "notes".parse().unwrap();
        let key = ring(1).sign(&pad, claims());
        assert!(key.len() <= 64);
        assert_eq!(ring(1).verify(&pad, &key), Ok(claims()));
        let own = Claims { person: Some(Person(u128::MAX - 8)), ..claims() };
        let key = ring(1).sign(&pad, own);
        assert!(key.len() <= 64);
        assert_eq!(ring(1).verify(&pad, &key), Ok(own));
    }

    #[test]
    fn every_other_key_is_refused_alike() {
        let (pad, other) = ("notes".parse().unwrap(), "other".parse().unwrap());
        for person in [None, Some(Person(8))] {
            let key = ring(1).sign(&pad, Claims { person, ..claims() });
            is_refused_in_every_other_form(&pad, &other, &key);
        }
    }

    fn is_refused_in_every_other_form(pad: &PadName, other: &PadName, key: &str) {
        assert_eq!(ring(1).verify(other, key), Err(BadKey));
        assert_eq!(ring(2).verify(pad, key), Err(BadKey));
        for at in 0..key.len() {
            let mut changed = key.as_bytes().to_vec();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(ring(1).verify(pad, &changed), Err(BadKey), "at {at}");
        }
        for odd in ["", "x", &key[1..], &format!("{key}A"), &key.repeat(9)] {
            assert_eq!(ring(1).verify(pad, odd), Err(BadKey));
        }
    }

    #[test]
    fn a_key_of_the_instance_is_one_where_it_was_asked_for_and_no_pads() {
        let without = ring(1);
        let with = ring(1).with_instance_key(None).unwrap();
        let key = with.instance_key().unwrap().to_owned();
        assert!(with.is_instance_key(&key) && key.len() <= 64);
        assert!(!without.is_instance_key(&key) && without.instance_key().is_none());
        assert_eq!(with.verify(&"notes".parse().unwrap(), &key), Err(BadKey));
        for odd in ["", "x", &key[1..], &format!("{key}A"), &key.to_lowercase()] {
            assert!(!with.is_instance_key(odd), "{odd}");
        }
        let again = ring(1).with_instance_key(None).unwrap();
        assert_eq!(again.instance_key(), Some(&*key), "after a restart with the same secret");
        let other = ring(2).with_instance_key(None).unwrap();
        assert!(!other.is_instance_key(&key));
        let kept = other.with_instance_key(Some(&key)).unwrap();
        assert!(kept.is_instance_key(&key), "it was kept");
        for odd in ["", "too-short", &"a".repeat(65), &"a b".repeat(12), &"é".repeat(20)] {
            assert!(ring(1).with_instance_key(Some(odd)).is_err(), "{odd}");
        }
        assert!(!format!("{with:?}").contains(&key));
        let file = "0f".repeat(SECRET_LEN);
        let secret = <[u8; SECRET_LEN]>::from(Sha256::digest(file.as_bytes()));
        let ring = KeyRing::new(Zeroizing::new(secret));
        assert!(ring.with_instance_key(Some(&file)).is_err(), "the file of the secret is no key");
    }

    #[test]
    fn a_life_that_is_handed_on_takes_its_keys_along_and_those_of_no_other() {
        let (pad, other) = ("notes".parse().unwrap(), "other".parse().unwrap());
        let own = Claims { person: Some(Person(8)), ..claims() };
        let (old, new) = (ring(1), ring(2));
        let secret = old.life_secret(&pad, own.epoch);
        let text = secret.text();
        assert_eq!(LifeSecret::read(&text), Ok(secret.clone()));
        for odd in ["", &text[1..], &format!("{}A", *text)] {
            assert_eq!(LifeSecret::read(odd), Err(BadKey));
        }
        assert!(!format!("{secret:?}").contains(&*text));
        assert!(new.take_up(&pad, own.epoch, secret.clone()));
        assert_eq!(new.verify(&pad, &old.sign(&pad, own)), Ok(own));
        assert_eq!(old.verify(&pad, &new.sign(&pad, own)), Ok(own), "and the other way round");
        assert_eq!(new.life_secret(&pad, own.epoch), secret, "it may be handed on once more");
        let next = Claims { epoch: Epoch(8), ..own };
        assert_eq!(new.verify(&pad, &old.sign(&pad, next)), Err(BadKey), "another life");
        assert_eq!(new.verify(&other, &old.sign(&other, own)), Err(BadKey), "another pad");
        new.give_up(&pad, own.epoch);
        assert_eq!(new.verify(&pad, &old.sign(&pad, own)), Err(BadKey));
    }

    #[test]
    fn as_many_lives_are_taken_up_as_are_remembered_and_those_of_forgotten_pads_make_room() {
        let (ring, old) = (ring(1), ring(2));
        let (pad, other): (PadName, PadName) = ("notes".parse().unwrap(), "other".parse().unwrap());
        let take = |pad: &PadName, n: usize| {
            let epoch = Epoch(n as u64);
            ring.take_up(pad, epoch, old.life_secret(pad, epoch))
        };
        assert!((0..MAX_ENDED).all(|n| take(&pad, n)));
        assert!(!take(&other, 0), "and it is said");
        assert!(take(&pad, 7), "once more");
        ring.forget_taken(|name| *name != pad);
        assert!(take(&other, 0));
    }

    #[test]
    fn a_key_says_of_which_life_it_is_to_who_can_not_verify_it() {
        let pad = "notes".parse().unwrap();
        for person in [None, Some(Person(8))] {
            let key = ring(1).sign(&pad, Claims { person, ..claims() });
            assert_eq!(KeyRing::claimed_epoch(&key), Some(claims().epoch));
        }
        for odd in ["", "x", "AAAA", &"A".repeat(90)] {
            assert_eq!(KeyRing::claimed_epoch(odd), None, "{odd}");
        }
    }

    #[test]
    fn epochs_and_codes_survive_a_restart_and_differ_by_life() {
        let pad = "notes".parse().unwrap();
        assert_eq!(ring(1).epoch(&pad, 0), ring(1).epoch(&pad, 0));
        assert_ne!(ring(1).epoch(&pad, 0), ring(1).epoch(&pad, 1));
        assert_ne!(ring(1).epoch(&pad, 0), ring(2).epoch(&pad, 0));
        assert_eq!(ring(1).code(Epoch(1), 0), ring(1).code(Epoch(1), 0));
        assert_ne!(ring(1).code(Epoch(1), 0), ring(1).code(Epoch(1), 1));
        let other = "other".parse().unwrap();
        assert_eq!(ring(1).standing_code(&pad), ring(1).standing_code(&pad));
        assert_ne!(ring(1).standing_code(&pad), ring(1).standing_code(&other));
        assert_ne!(ring(1).standing_code(&pad), ring(2).standing_code(&pad));
        assert_ne!(ring(1).standing_code(&pad), ring(1).code(ring(1).epoch(&pad, 0), 0));
    }
}
