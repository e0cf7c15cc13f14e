//! The server under the system's own allocator, which wipes nothing: what wiping costs is the ratio
//! of the binary to this, and `cargo xtask bench wiping` measures it. It is never shipped.

use fadepad::app::App;
use fadepad::base::hardening;
use fadepad::cli::{self, Action};

fn main() -> anyhow::Result<()> {
    let request = cli::read(std::env::args_os()).map_err(|exit| anyhow::anyhow!(exit.text))?;
    let Action::Host(config) = request.action else {
        anyhow::bail!("it only hosts a pad");
    };
    let hardened = hardening::harden();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        App::bind(*config, hardened, None)?.run().await?;
        Ok(())
    })
}
