//! A terminal as a person sees it: bytes go through an emulator, the screen becomes a picture, and
//! the picture goes to a QR decoder that shares no code with what drew it.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{ErrorKind, Read as _, Write as _};
use std::num::NonZeroU16;
use std::os::unix::ffi::OsStrExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use vt100::{Color, Parser};

/// Longer than anything that works takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Pixels of a cell: twice as high as it is wide, as in usual fonts.
const CELL: (usize, usize) = (4, 8);

/// The colours that a terminal has where nobody set any: letters and ground.
#[derive(Clone, Copy, Debug)]
pub enum Theme {
    Dark,
    Light,
}

/// What is on a screen.
pub struct Window {
    parser: Parser,
}

impl Window {
    pub fn new(columns: usize, rows: usize) -> Self {
        let size = |n: usize| NonZeroU16::new(u16::try_from(n).unwrap()).unwrap();
        Self { parser: Parser::new(size(rows), size(columns), 0) }
    }

    /// Prints a text as a terminal's driver does: a new line begins at the left.
    pub fn print(&mut self, text: &str) {
        self.take(text.replace('\n', "\r\n").as_bytes());
    }

    /// Takes bytes that a driver has passed on.
    pub fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
    }

    /// The window gets another size; nothing on it flows anew, as in xterm.
    pub fn resize(&mut self, columns: usize, rows: usize) {
        let size = |n: usize| NonZeroU16::new(u16::try_from(n).unwrap()).unwrap();
        self.parser.screen_mut().set_size(size(rows), size(columns));
    }

    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// Rows that ran over the right edge into the next one.
    pub fn broken_rows(&self) -> Vec<String> {
        let screen = self.parser.screen();
        let (_, columns) = screen.size();
        let rows = screen.rows(0, columns.get());
        let broken = rows.zip(0..).filter(|(_, n)| screen.row_wrapped(*n));
        broken.map(|(row, _)| row).collect()
    }

    /// What a scanner reads of it in this theme: every code.
    pub fn codes(&self, theme: Theme) -> Vec<String> {
        let (width, height, pixels) = self.picture(theme);
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            pixels[y * width + x]
        });
        let grids = picture.detect_grids();
        grids.iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
    }

    /// The screen in shades of grey: half blocks as they are, letters as a pattern of their own.
    pub fn picture(&self, theme: Theme) -> (usize, usize, Vec<u8>) {
        let screen = self.parser.screen();
        let (rows, columns) = screen.size();
        let (rows, columns) = (usize::from(rows.get()), usize::from(columns.get()));
        let (width, height) = (columns * CELL.0, rows * CELL.1);
        let mut pixels = vec![0; width * height];
        let (letters, ground) = match theme {
            Theme::Dark => (200, 20),
            Theme::Light => (30, 250),
        };
        for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)))
        {
            let cell = screen.cell(row.try_into().unwrap(), column.try_into().unwrap()).unwrap();
            let (ink, paper) = (grey(cell.fgcolor(), letters), grey(cell.bgcolor(), ground));
            for (x, y) in (0..CELL.1).flat_map(|y| (0..CELL.0).map(move |x| (x, y))) {
                let at = (row * CELL.1 + y) * width + column * CELL.0 + x;
                pixels[at] = if is_inked(cell.contents(), x, y) { ink } else { paper };
            }
        }
        (width, height, pixels)
    }
}

/// Whether a glyph covers this pixel of its cell.
fn is_inked(glyph: &str, x: usize, y: usize) -> bool {
    match glyph.chars().next() {
        None | Some(' ') => false,
        Some('█') => true,
        Some('▀') => y < CELL.1 / 2,
        Some('▄') => y >= CELL.1 / 2,
        Some(letter) => (letter as usize >> ((x + y) % 7)) & 1 == 1 && (1..7).contains(&y),
    }
}

fn grey(colour: Color, usual: u8) -> u8 {
    match colour {
        Color::Default => usual,
        Color::Idx(231 | 15) => 255,
        Color::Idx(16 | 0) => 0,
        other => panic!("{other:?} is none of ours"),
    }
}

/// A program in a window of a test's own.
pub struct Pty {
    pub window: Window,
    pub child: Child,
    /// The host's end.
    front: File,
    printed: Receiver<Vec<u8>>,
}

impl Pty {
    /// Starts it in a window of this size.
    pub fn start(command: &mut Command, columns: usize, rows: usize) -> Self {
        let (front, name) = terminal();
        set_size(&front, columns, rows);
        let open = || File::options().read(true).write(true).open(&name);
        let child = command
            .stdin(Stdio::from(open().unwrap()))
            .stdout(Stdio::from(open().unwrap()))
            .stderr(Stdio::from(open().unwrap()))
            .spawn()
            .unwrap();
        let printed = read(front.try_clone().unwrap());
        Self { window: Window::new(columns, rows), child, front, printed }
    }

    /// Waits until this is to be seen.
    pub fn shows(&mut self, part: &str) -> String {
        self.until(part, |window| window.text().contains(part));
        self.window.text()
    }

    /// Waits until the window is as expected.
    pub fn until(&mut self, what: &str, is: impl Fn(&Window) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !is(&self.window) {
            let left = until.saturating_duration_since(Instant::now());
            match self.printed.recv_timeout(left) {
                Ok(bytes) => self.window.take(&bytes),
                Err(_) => panic!("{what}: not to be seen in\n{}", self.window.text()),
            }
        }
    }

    /// Presses keys, which the terminal's driver takes: Ctrl-C becomes a signal where this is the
    /// child's controlling terminal.
    pub fn press(&mut self, keys: &[u8]) {
        self.front.write_all(keys).unwrap();
    }

    /// Waits until it has ended: its exit code, and what is on the screen then.
    pub fn ended(&mut self) -> (Option<i32>, String) {
        let until = Instant::now() + PATIENCE;
        while let Ok(bytes) =
            self.printed.recv_timeout(until.saturating_duration_since(Instant::now()))
        {
            self.window.take(&bytes);
        }
        assert!(Instant::now() < until, "it goes on:\n{}", self.window.text());
        (self.child.wait().unwrap().code(), self.window.text())
    }

    /// Drags the window to another size.
    pub fn resize(&mut self, columns: usize, rows: usize) {
        self.window.resize(columns, rows);
        set_size(&self.front, columns, rows);
        // It is not the child's controlling terminal, which would tell it by itself.
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-WINCH", &pid]).status().unwrap().success());
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A terminal: the end that a person has, and the path of the other.
pub fn terminal() -> (File, PathBuf) {
    let front = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&front).unwrap();
    unlockpt(&front).unwrap();
    let name = ptsname(&front, Vec::new()).unwrap();
    (File::from(front), PathBuf::from(OsStr::from_bytes(name.as_bytes())))
}

fn set_size(front: impl std::os::fd::AsFd, columns: usize, rows: usize) {
    let (ws_col, ws_row) = (columns.try_into().unwrap(), rows.try_into().unwrap());
    let size = Winsize { ws_row, ws_col, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(front.as_fd(), size).unwrap();
}

/// What is printed, as it comes.
fn read(mut front: File) -> Receiver<Vec<u8>> {
    let (sender, printed) = sync_channel(64);
    std::thread::spawn(move || {
        let mut bytes = [0; 4_096];
        loop {
            match front.read(&mut bytes) {
                Ok(0) => return,
                Ok(n) if sender.send(bytes[..n].to_vec()).is_err() => return,
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // The other end is closed.
                Err(_) => return,
            }
        }
    });
    printed
}
