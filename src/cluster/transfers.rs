//! Answers that are too large for one frame: told in parts, each as it is asked for.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use bytes::Bytes;

use super::frame::AnswerPart;

/// Bytes of a part: half of what a frame may have.
pub(super) const PART: usize = 512 << 10;

/// How long an answer waits for who asked.
const KEPT_FOR: Duration = Duration::from_secs(5);

/// Bytes of all that wait.
const MOST: usize = 64 << 20;

/// Answers that are being told.
#[derive(Debug, Default)]
pub(super) struct Transfers {
    /// The oldest first.
    kept: VecDeque<(u64, Instant, Bytes)>,
    last: u64,
}

impl Transfers {
    /// The first part of an answer, which for most is all of it.
    pub(super) fn begin(&mut self, whole: Bytes, now: Instant) -> AnswerPart {
        self.forget(now);
        self.last += 1;
        let first = part(self.last, &whole, 0);
        if first.count > 1 {
            self.kept.push_back((self.last, now, whole));
            while self.kept.iter().map(|kept| kept.2.len()).sum::<usize>() > MOST {
                self.kept.pop_front();
            }
        }
        first
    }

    /// A further part; `None` where the answer is not kept any more.
    pub(super) fn next(&mut self, answer: u64, index: u64, now: Instant) -> Option<AnswerPart> {
        self.forget(now);
        let (_, asked, whole) = self.kept.iter_mut().find(|kept| kept.0 == answer)?;
        *asked = now;
        let part = part(answer, whole, index);
        (index < part.count).then_some(part)
    }

    fn forget(&mut self, now: Instant) {
        self.kept.retain(|kept| now.saturating_duration_since(kept.1) < KEPT_FOR);
    }
}

fn part(answer: u64, whole: &Bytes, index: u64) -> AnswerPart {
    let count = whole.len().div_ceil(PART).max(1) as u64;
    let from = (index as usize).saturating_mul(PART).min(whole.len());
    let bytes = whole.slice(from..whole.len().min(from + PART));
    AnswerPart { answer, index, count, total: whole.len() as u64, bytes }
}

/// An answer as it comes.
#[derive(Debug)]
pub(super) struct Reassembly {
    /// Its number at who tells it.
    pub(super) answer: u64,
    count: u64,
    total: usize,
    bytes: Vec<u8>,
    next: u64,
}

impl Reassembly {
    /// Begins with its first part; `None` where it is larger than may be, or none.
    pub(super) fn begin(first: AnswerPart, most: usize) -> Option<Self> {
        let AnswerPart { answer, count, total, .. } = first;
        let total = usize::try_from(total).ok().filter(|total| *total <= most)?;
        if count != total.div_ceil(PART).max(1) as u64 {
            return None;
        }
        let mut arriving = Self { answer, count, total, bytes: Vec::new(), next: 0 };
        arriving.take(&first)?;
        Some(arriving)
    }

    /// Which part comes next; `None` when it is whole.
    pub(super) fn next(&self) -> Option<u64> {
        (self.next < self.count).then_some(self.next)
    }

    /// Takes that part; `None` where it is another.
    pub(super) fn take(&mut self, part: &AnswerPart) -> Option<()> {
        let fits = self.bytes.len() + part.bytes.len() <= self.total;
        if part.answer != self.answer || part.index != self.next || !fits {
            return None;
        }
        self.bytes.extend_from_slice(&part.bytes);
        self.next += 1;
        Some(())
    }

    /// The whole; `None` where something is lacking.
    pub(super) fn whole(self) -> Option<Bytes> {
        (self.bytes.len() == self.total && self.next == self.count).then(|| self.bytes.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_of_any_size_comes_whole_within_its_limit() {
        let now = Instant::now();
        for len in [0, 1, PART, PART + 1, 3 * PART] {
            let whole = Bytes::from(vec![7; len]);
            let mut told = Transfers::default();
            let first = told.begin(whole.clone(), now);
            assert!(len == 0 || Reassembly::begin(first.clone(), len - 1).is_none());
            let mut arriving = Reassembly::begin(first, len).unwrap();
            while let Some(index) = arriving.next() {
                let part = told.next(arriving.answer, index, now).unwrap();
                arriving.take(&part).unwrap();
            }
            assert_eq!(arriving.whole(), Some(whole));
        }
    }

    #[test]
    fn who_does_not_come_for_the_rest_finds_it_gone() {
        let (now, mut told) = (Instant::now(), Transfers::default());
        let first = told.begin(vec![7; 2 * PART].into(), now);
        assert!(told.next(first.answer, 1, now + KEPT_FOR / 2).is_some());
        assert!(told.next(first.answer, 2, now + KEPT_FOR / 2).is_none(), "there is none");
        assert!(told.next(first.answer, 1, now + 2 * KEPT_FOR).is_none());
        assert!(told.kept.is_empty());
    }
}
