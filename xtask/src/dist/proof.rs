//! What the shipped binary has to be: one small file that needs nothing beside it.

use std::{
    fs,
    io::{BufRead, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::run::{Outcome, succeeds, target};

/// What a download may weigh, in bytes, with the page inside.
const MOST_BYTES: u64 = 14_000_000;

/// Longer than a start takes on the busiest machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Says what the binary is, and fails where it is not that.
pub(super) fn prove(binary: &Path) -> Outcome {
    let size = fs::metadata(binary).map_err(|e| format!("{}: {e}", binary.display()))?.len();
    println!("{}  {size} bytes", binary.display());
    if size > MOST_BYTES {
        return Err(format!("{size} bytes are more than {MOST_BYTES}: what has become so large?"));
    }
    if cfg!(target_os = "linux") {
        is_static(binary)?;
        is_stripped(binary)?;
    }
    starts(binary)
}

/// `ldd` must find nothing to load.
fn is_static(binary: &Path) -> Outcome {
    let said = Command::new("ldd").arg(binary).output().map_err(|e| format!("ldd: {e}"))?;
    let said = [said.stdout, said.stderr].concat();
    let said = String::from_utf8_lossy(&said).trim().to_owned();
    println!("ldd: {said}");
    // glibc's words for a static-pie, and musl's.
    if said.contains("statically linked") || said.contains("Not a valid dynamic program") {
        return Ok(());
    }
    Err(format!("{} needs shared libraries", binary.display()))
}

/// `nm` must find no symbols.
fn is_stripped(binary: &Path) -> Outcome {
    let said = Command::new("nm").arg(binary).output().map_err(|e| format!("nm: {e}"))?;
    if said.stdout.is_empty() { Ok(()) } else { Err("the binary holds symbols".into()) }
}

/// It starts and gives its page; as root on Linux, in a folder that holds nothing else.
fn starts(binary: &Path) -> Outcome {
    let room = target().join("dist-room");
    let failed = |e: std::io::Error| format!("{}: {e}", room.display());
    let _ = fs::remove_dir_all(&room);
    fs::create_dir_all(&room).map_err(failed)?;
    let alone = cfg!(target_os = "linux") && succeeds(Command::new("chroot").args(["/", "true"]));
    let mut command = if alone {
        fs::copy(binary, room.join("fadepad")).map_err(failed)?;
        let mut command = Command::new("chroot");
        command.arg(&room).arg("/fadepad");
        command
    } else {
        println!("Not root on Linux: it is started here, not in an empty folder.");
        Command::new(binary)
    };
    command.args(["--headless", "--quiet", "--port", "0", "--bind", "127.0.0.1"]);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| format!("starting: {e}"))?;
    let asked = ask(&mut child);
    let _ = child.kill();
    let _ = child.wait();
    let _ = fs::remove_dir_all(&room);
    asked?;
    println!("It starts {} and gives its page.", if alone { "in an empty folder" } else { "here" });
    Ok(())
}

/// Asks for the page at the port of the URL that is printed.
fn ask(child: &mut Child) -> Outcome {
    let mut line = String::new();
    let out = child.stdout.take().ok_or("nothing to read from")?;
    BufReader::new(out).read_line(&mut line).map_err(|e| format!("reading: {e}"))?;
    let port = port(&line).ok_or_else(|| format!("it printed no URL, but {line:?}"))?;
    let page = get(port).map_err(|e| format!("asking for the page: {e}"))?;
    if page.starts_with("HTTP/1.1 200") && page.contains("<script") {
        return Ok(());
    }
    Err(format!("it gives no page, but {:?}", page.lines().next().unwrap_or_default()))
}

fn get(port: u16) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET / HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n")?;
    let mut page = String::new();
    stream.read_to_string(&mut page)?;
    Ok(page)
}

/// `http://192.0.2.2:7780/j/K7QPM3` → 7780.
fn port(url: &str) -> Option<u16> {
    let (authority, _) = url.trim().split_once("://")?.1.split_once('/')?;
    authority.rsplit_once(':')?.1.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port;

    #[test]
    fn the_port_is_read_off_the_url() {
        assert_eq!(port("http://192.0.2.2:7780/j/K7QPM3\n"), Some(7780));
        assert_eq!(port("https://[fd00::2]:1/j/X"), Some(1));
        assert_eq!(port("nothing"), None);
    }
}
