//! What the person at this machine sees: addresses that phones can reach, the QR, the greeting,
//! the browser, the tray. Knows no rooms and no documents.

pub mod browser;
pub mod clipboard;
pub mod lan;
pub mod notice;
pub mod printer;
pub mod qr;
pub mod system;
pub mod terminal;
pub mod tray;
