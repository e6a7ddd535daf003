//! Folders in which something may have changed.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// How long nothing may happen before somebody looks: an editor writes a file in several
/// steps.
const QUIET: Duration = Duration::from_millis(50);

/// After how long somebody looks although there is no quiet.
const LONGEST: Duration = Duration::from_millis(200);

/// How long to wait before looking again when the system does not tell of changes.
const ROUND: Duration = Duration::from_millis(500);

/// How to learn that something may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// The system calls.
    Calls,
    /// By looking again and again: systems do not tell of what others do in a folder that is
    /// shared over a network.
    Rounds,
}

/// Watches folders.
///
/// Every call of the system is only a reason to look again: which file it names is not
/// asked, because systems leave calls out, mix them up, and name files as they were called
/// once.
pub(super) struct Watch {
    /// Calls as long as it is kept.
    _watcher: Option<RecommendedWatcher>,
    calls: Receiver<()>,
}

impl Watch {
    /// Watches `folders` from now on.
    ///
    /// # Errors
    /// Why the system does not tell of changes, or not in so many folders.
    pub(super) fn new(folders: &BTreeSet<PathBuf>, means: Means) -> Result<Self, String> {
        match means {
            Means::Calls => called(folders).map_err(|error| error.to_string()),
            Means::Rounds => Ok(Self::blind()),
        }
    }

    /// A watch of nothing: it is time to look after every round. Times of change are not
    /// asked, which some systems tell in whole seconds.
    pub(super) fn blind() -> Self {
        Self { _watcher: None, calls: channel().1 }
    }

    /// Waits until something may have changed and nothing more happens; at most for
    /// `patience`, after which there is nothing. When it was noticed.
    pub(super) fn wait(&self, patience: Duration) -> Option<Instant> {
        match self.calls.recv_timeout(patience) {
            Ok(()) => {
                let noticed = Instant::now();
                self.settle();
                Some(noticed)
            }
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) if patience.is_zero() => None,
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(ROUND.min(patience));
                Some(Instant::now())
            }
        }
    }

    /// Waits for quiet.
    fn settle(&self) {
        let end = Instant::now() + LONGEST;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || self.calls.recv_timeout(QUIET.min(left)).is_err() {
                return;
            }
        }
    }
}

/// A watch of `folders`, the first of which, in order, is the project that all others lie in.
/// That one is watched without what lies in it. Each call of the library waits for a thread of
/// its own, so those within another folder are watched together with it.
fn called(folders: &BTreeSet<PathBuf>) -> notify::Result<Watch> {
    let (sender, calls) = channel();
    let config = Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(handler(sender), config)?;
    let mut mode = RecursiveMode::NonRecursive;
    let mut whole: Option<&PathBuf> = None;
    for folder in folders {
        if whole.is_some_and(|whole| folder.starts_with(whole)) {
            continue;
        }
        match watcher.watch(folder, mode) {
            // It has just been removed, of which the folder that it lay in tells.
            Err(_) if !folder.exists() => {}
            outcome => outcome?,
        }
        if mode == RecursiveMode::Recursive {
            whole = Some(folder);
        }
        mode = RecursiveMode::Recursive;
    }
    Ok(Watch { _watcher: Some(watcher), calls })
}

fn handler(sender: Sender<()>) -> impl Fn(notify::Result<Event>) + Send + 'static {
    move |event| {
        // An error may be calls that have been lost.
        if event.map_or(true, |event| is_change(event.kind)) {
            // When nobody waits any more, the watch is about to end.
            let _ = sender.send(());
        }
    }
}

/// Whether a call can be one of a change. That somebody reads is none: our own reading
/// would make us read again.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}
