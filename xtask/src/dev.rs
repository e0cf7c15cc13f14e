//! `cargo xtask dev`: the server and Vite's hot reload, side by side.

use std::process::{Child, Command};

use crate::{
    run::{Outcome, cargo, npm, run},
    setup,
};

/// Where Vite's configuration passes `/api` and `/ws` on to.
const SERVER_PORT: &str = "7780";

/// Where Vite serves the page: the server prints this in its links and takes it for an own origin.
const PAGE_PORT: &str = "5173";

/// Runs both until one ends or Ctrl-C ends both.
pub(crate) fn dev() -> Outcome {
    setup::node()?;
    setup::packages()?;
    run(&mut cargo(&["build"]))?;
    let vite = ["exec", "--", "vite", "--strictPort", "--port", PAGE_PORT];
    let vite = Running::start(&mut npm("ui", &vite))?;
    let page = format!("http://localhost:{PAGE_PORT}");
    let server = ["run", "--quiet", "--", "--headless", "--port", SERVER_PORT, "--url", &page];
    let server = run(&mut cargo(&server));
    drop(vite);
    server
}

/// A child that does not outlive us.
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Result<Self, String> {
        command.spawn().map(Self).map_err(|e| format!("vite: {e}"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, on the same Ctrl-C: then there is nothing to kill.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
