//! `cargo xtask dev`: the server and Vite's hot reload, side by side.

use std::process::{Child, Command};

use crate::{
    run::{Outcome, cargo, npm, run},
    setup,
};

/// Runs both until one ends or Ctrl-C ends both. Vite's configuration passes `/api` and `/ws` on.
pub(crate) fn dev() -> Outcome {
    setup::node()?;
    setup::packages()?;
    run(&mut cargo(&["build"]))?;
    let vite = Running::start(&mut npm("ui", &["run", "dev"]))?;
    let server = run(&mut cargo(&["run", "--", "--headless", "--limits", "off"]));
    drop(vite);
    server
}

/// A child that does not outlive us.
struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Result<Self, String> {
        command.spawn().map(Self).map_err(|e| format!("npm run dev: {e}"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself, on the same Ctrl-C: then there is nothing to kill.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
