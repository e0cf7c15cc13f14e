//! What the frames of a client say of themselves, read beside whoever reads them whole (RFC 6455 §5.2):
//! nothing of them is kept.

/// The head of one frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameHead {
    /// It is the last of its message.
    pub last: bool,
    /// A ping, a pong or a close: it stands between the frames of messages.
    pub control: bool,
    /// Bytes of its content.
    pub len: u64,
}

/// How far a walk has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Bytes that belong to the frame before.
    pub content: usize,
    /// Those and the bytes of the head that follows.
    pub taken: usize,
    /// That head, where it is whole.
    pub head: Option<FrameHead>,
}

/// Walks from head to head.
#[derive(Debug, Default)]
pub struct Heads {
    begun: [u8; 10],
    have: u8,
    /// Bytes of the frame at hand that are still to come.
    left: u64,
}

impl Heads {
    /// Goes on to the next head, or to the end of these bytes.
    pub fn step(&mut self, bytes: &[u8]) -> Step {
        let content = bytes.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        self.left -= content as u64;
        for (n, byte) in bytes.iter().enumerate().skip(content) {
            self.begun[usize::from(self.have)] = *byte;
            self.have += 1;
            if let Some(head) = self.head() {
                return Step { content, taken: n + 1, head: Some(head) };
            }
        }
        Step { content, taken: bytes.len(), head: None }
    }

    /// Bytes of the frame at hand that are still to come.
    #[must_use]
    pub fn left(&self) -> u64 {
        self.left
    }

    /// Whether content of the frame at hand is still to come.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        self.left > 0
    }

    fn head(&mut self) -> Option<FrameHead> {
        let [first, second, long @ ..] = self.begun;
        let len = match (second & 0x7f, self.have) {
            (126, 4) => u16::from_be_bytes([long[0], long[1]]).into(),
            (127, 10) => u64::from_be_bytes(long),
            (126 | 127, _) | (_, ..2) => return None,
            (short, _) => short.into(),
        };
        let mask = if second & 0x80 == 0 { 0 } else { 4 };
        self.left = len.saturating_add(mask);
        self.have = 0;
        Some(FrameHead { last: first & 0x80 != 0, control: first & 0x08 != 0, len })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(first: u8, len: usize) -> Vec<u8> {
        let mut frame = crate::masked::head(first, len as u64);
        frame.resize(frame.len() + len, 0x81);
        frame
    }

    #[test]
    fn heads_are_the_same_however_the_bytes_are_cut() {
        let frames = [(0x02, 0), (0x00, 126), (0x89, 125), (0x80, 70_000), (0x81, 1)];
        let bytes = frames.map(|(first, len)| frame(first, len)).concat();
        let expected = frames.map(|(first, len)| FrameHead {
            last: first & 0x80 != 0,
            control: first == 0x89,
            len: len as u64,
        });
        for cut in [1, 2, 3, 5, 7, 11, 4_096, bytes.len()] {
            let (mut heads, mut seen) = (Heads::default(), Vec::new());
            for mut piece in bytes.chunks(cut) {
                while !piece.is_empty() {
                    let Step { content, taken, head } = heads.step(piece);
                    assert!(content <= taken && taken > 0);
                    seen.extend(head);
                    piece = &piece[taken..];
                }
            }
            assert_eq!(seen, expected, "cut at {cut}");
            assert!(!heads.is_inside());
        }
    }

    #[test]
    fn the_longest_length_is_no_more_than_a_number() {
        let mut heads = Heads::default();
        let huge = [[0x82, 0xff].as_slice(), &[0xff; 8]].concat();
        assert_eq!(heads.step(&huge).head.unwrap().len, u64::MAX);
        assert_eq!(heads.step(&[0; 100]), Step { content: 100, taken: 100, head: None });
        assert!(heads.is_inside());
    }
}
