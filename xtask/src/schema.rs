//! `cargo xtask schema`: schemathesis, which has nothing to do with us, asks a running server what its OpenAPI describes, and a
//! lot of what it does not.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use crate::run::{Outcome, cargo, release_binary, run, succeeds, target};

/// Pinned, so that tomorrow's release changes nothing here.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";
/// Tries of each call where nothing else is said.
const TRIES: &str = "50";
/// What is judged: what is refused, and how politely, is ours to say.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance";

/// Asks as a host, whose pad goes on; as a host who also ends it, changes its links and begins it afresh; and as nobody.
pub(crate) fn schema(words: &[&str]) -> Outcome {
    let tries = match words {
        [] => TRIES,
        [tries] if tries.parse::<u32>().is_ok() => tries,
        [other, ..] => return Err(format!("`{other}` is no number of tries.")),
    };
    let program = install()?;
    let binary = match env::var_os("FADEPAD_BIN") {
        Some(binary) => PathBuf::from(binary),
        None => {
            run(&mut cargo(&["build", "--release", "--locked"]))?;
            release_binary()
        }
    };
    // A stream has no end to wait for.
    let endless = ["--exclude-path", "/p/{name}/tail"];
    let stays = "--exclude-path-regex";
    let lasting = [stays, "/(links|afresh|tail)$", "--exclude-method", "DELETE"];
    for (who, key, without) in [
        ("a host", true, &lasting[..]),
        ("a host who ends it", true, &endless),
        ("nobody", false, &endless),
    ] {
        println!("\nAs {who}:");
        let server = Server::start(&binary)?;
        let config = target().join("schemathesis.toml");
        let text = format!("[parameters]\n\"path.name\" = \"{}\"\n", server.pad);
        fs::write(&config, text).map_err(|e| format!("{}: {e}", config.display()))?;
        let mut ask = Command::new(&program);
        ask.arg("--config-file").arg(&config).arg("run").arg(server.at("/api/v1/openapi.json"));
        ask.args([
            "--checks",
            CHECKS,
            "--max-examples",
            tries,
            "--phases",
            "examples,coverage,fuzzing",
        ]);
        ask.args([
            "--continue-on-failure",
            "--request-timeout",
            "20",
            "--generation-database",
            "none",
        ]);
        ask.args(without);
        if key {
            ask.args(["--header", &format!("Authorization: Bearer {}", server.key)]);
        }
        if let Ok(seed) = env::var("SEED") {
            ask.args(["--seed", &seed]);
        }
        run(ask.current_dir(target()))?;
    }
    Ok(())
}

/// A virtual environment of its own.
fn install() -> Result<PathBuf, String> {
    let folder = target().join("schemathesis");
    let program = folder.join("bin/schemathesis");
    let is_there = |program: &Path| succeeds(Command::new(program).arg("--version"));
    if !is_there(&program) {
        let advice = |why: String| format!("{why}\nOn Debian: `apt-get install -y python3-venv`.");
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder)).map_err(advice)?;
        run(Command::new(folder.join("bin/pip")).args(["install", "--quiet", SCHEMATHESIS]))?;
    }
    Ok(program)
}

/// A server that asks nobody to wait.
struct Server {
    child: Child,
    url: String,
    pad: String,
    key: String,
}

impl Server {
    fn start(binary: &Path) -> Result<Self, String> {
        let mut child = Command::new(binary)
            .args(["--headless", "--json", "--port", "0", "--bind", "127.0.0.1"])
            .args(["--limits", "off", "--last-call", "0s"])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| format!("{}: {e}", binary.display()))?;
        let mut line = String::new();
        let stdout = child.stdout.take().ok_or("it has no output")?;
        let mut lines = BufReader::new(stdout);
        lines.read_line(&mut line).map_err(|e| e.to_string())?;
        // What happens is of no matter, and has to go somewhere.
        std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        let ready: serde_json::Value = serde_json::from_str(&line).map_err(|e| e.to_string())?;
        let text = |name: &str| ready[name].as_str().unwrap_or_default().to_owned();
        let url = format!("http://127.0.0.1:{}", ready["port"]);
        Ok(Self { child, url, pad: text("pad"), key: text("host_key") })
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
