//! A process of its own for files that may be hostile.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;

use super::error::{FileError, OUT_OF_MEMORY, unreadable};

/// Name of the hidden command that reads one file and writes its document.
pub const READER: &str = "read-report";

/// The longest answer of a reader, in bytes: a document of the largest file that
/// is read.
const MAX_ANSWER: u64 = 64 * 1024 * 1024;

/// What the process that reads a file may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Memory, in bytes.
    pub memory: u64,
    /// Work, in seconds of a processor.
    pub work: u64,
    /// Time after which it is stopped, whatever it does.
    pub patience: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { memory: 1024 * 1024 * 1024, work: 20, patience: Duration::from_secs(40) }
    }
}

/// Has another process read the file at `path`: `reader` is the hidden command that does,
/// within `limits`.
///
/// # Errors
/// When it ends without an answer, or cannot be started.
pub(in crate::import) fn ask<A: DeserializeOwned>(
    reader: &str,
    path: &Path,
    program: &Path,
    limits: &Limits,
) -> Result<A, FileError> {
    let mut command = Command::new(program);
    command.arg(reader).arg(path).args([limits.memory.to_string(), limits.work.to_string()]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let (answer, said) = (pipe(child.stdout.take()), pipe(child.stderr.take()));
    let status = wait(&mut child, limits.patience)?;
    let answer = answer.join().unwrap_or_default();
    let said = said.join().unwrap_or_default();
    let Some(status) = status else { return Err(unreadable(limits.too_long())) };
    if !status.success() {
        return Err(unreadable(limits.reason(status, &String::from_utf8_lossy(&said))));
    }
    serde_json::from_slice(&answer).map_err(|_| unreadable("its reader gave no answer"))
}

impl Limits {
    /// Why a reader ended: by its own words if they are meant for people, by
    /// how the system or the allocator took it down otherwise.
    fn reason(&self, status: ExitStatus, said: &str) -> String {
        let own = said.lines().rev().find_map(|line| line.strip_prefix("reader: "));
        if own == Some(OUT_OF_MEMORY) || said.contains("memory allocation of ") {
            format!("reading it takes more than {} MB of memory", self.memory / 1024 / 1024)
        } else if let Some(own) = own {
            own.to_owned()
        } else if was_overworked(status) {
            self.too_long()
        } else {
            "its reader broke down".to_owned()
        }
    }

    fn too_long(&self) -> String {
        format!("reading it takes more than {} seconds", self.work.min(self.patience.as_secs()))
    }
}

/// Whether the system has stopped a process that worked too long.
#[cfg(unix)]
fn was_overworked(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;

    /// `SIGXCPU`, and `SIGKILL` where there is no more grace.
    const OVERWORKED: [i32; 2] = [24, 9];
    status.signal().is_some_and(|signal| OVERWORKED.contains(&signal))
}

/// Other systems set no limit to a process's work.
#[cfg(not(unix))]
fn was_overworked(_: ExitStatus) -> bool {
    false
}

fn pipe(from: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(from) = from {
            // When the pipe breaks, what has come is judged by its content.
            let _ = from.take(MAX_ANSWER).read_to_end(&mut bytes);
        }
        bytes
    })
}

/// How the process ended; nothing when it had to be stopped.
fn wait(child: &mut Child, patience: Duration) -> io::Result<Option<ExitStatus>> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if started.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}
