//! What the person at this machine sees: addresses that phones can reach, the QR, the greeting,
//! the browser, the tray. Knows no rooms and no documents.

pub mod browser;
pub mod certificate;
pub mod clipboard;
pub mod diagnosis;
pub mod greeting;
pub mod human;
pub mod lan;
pub mod logs;
pub mod mdns;
pub mod multicast;
pub mod notice;
pub mod printer;
pub mod qr;
pub mod screen;
pub mod system;
pub mod terminal;
pub mod text;
pub mod tray;
pub mod typed;
