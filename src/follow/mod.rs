//! A project that somebody is working on: read again whenever its files say something else.
//!
//! What counts is what is read, never what the system says has happened (`watch`). The
//! watch begins before the reading, so that nothing changes unnoticed in between, and is
//! made anew for each look, because folders come, go and change places.

mod watch;

use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

pub use self::watch::Means;
use self::watch::Watch;
use crate::diagnostic::Diagnostic;
use crate::load::{Loaded, folders, load};
use crate::source::Sources;

/// A project that is read again and again.
pub struct Follower {
    root: PathBuf,
    means: Means,
    watch: Option<Watch>,
    /// Why the system does not call.
    obstacle: Option<String>,
    seen: Option<Seen>,
}

/// What a project's files say now.
#[derive(Debug)]
pub struct Change {
    /// What they say.
    pub loaded: Loaded,
    /// Paths below the project of the files that have come, gone or been changed, sorted;
    /// empty when all are read for the first time, and when only what could not be read is
    /// another.
    pub paths: Vec<String>,
    /// When it was noticed that something may have changed.
    pub noticed: Instant,
}

/// What was there at the last look.
enum Seen {
    Files(Sources, Vec<Diagnostic>),
    /// Nothing, because of this.
    Failure(String),
}

/// How often a project is read that cannot be read, before that is told: a file that an
/// editor replaces may be gone for a moment.
const ATTEMPTS: u32 = 5;

/// How long to wait before it is read once more.
const PAUSE: Duration = Duration::from_millis(40);

/// How often folders are listed until none has come while they were.
const LISTINGS: u32 = 5;

impl Follower {
    /// Follows the project in the folder `root`.
    pub fn new(root: PathBuf, means: Means) -> Self {
        Self { root, means, watch: None, obstacle: None, seen: None }
    }

    /// Why changes are looked for in rounds, though [`Means::Calls`] were asked for.
    pub fn obstacle(&self) -> Option<&str> {
        self.obstacle.as_deref()
    }

    /// Reads the project, and from the second time on waits before that until it says
    /// something else than the last time: other texts, other bytes, other faults. `None`
    /// when it does not within `patience`.
    ///
    /// # Errors
    /// When a folder or file cannot be read, and that not only for a moment. The same
    /// failure is told once; who asks again waits until it is over.
    pub fn next(&mut self, patience: Duration) -> io::Result<Option<Change>> {
        let end = Instant::now().checked_add(patience);
        loop {
            let left = end.map_or(patience, |end| end.saturating_duration_since(Instant::now()));
            let noticed = match &self.watch {
                Some(watch) => watch.wait(left),
                None => Some(Instant::now()),
            };
            let Some(noticed) = noticed else { return Ok(None) };
            match self.look() {
                Ok(loaded) => {
                    if let Some(paths) = self.news(&loaded) {
                        let faults = loaded.project.faults.clone();
                        self.seen = Some(Seen::Files(loaded.sources.clone(), faults));
                        return Ok(Some(Change { loaded, paths, noticed }));
                    }
                }
                Err(error) => {
                    let failure = Seen::Failure(error.to_string());
                    let before = self.seen.replace(failure);
                    if !matches!(before, Some(Seen::Failure(told)) if told == error.to_string()) {
                        return Err(error);
                    }
                }
            }
        }
    }

    /// Reads the project, with a watch of it from before that on.
    fn look(&mut self) -> io::Result<Loaded> {
        let mut attempt = 1;
        loop {
            let loaded = self.begin_watch().and_then(|()| load(&self.root));
            if loaded.is_ok() || attempt == ATTEMPTS {
                return loaded;
            }
            attempt += 1;
            std::thread::sleep(PAUSE);
        }
    }

    /// Watches the folders that there are.
    fn begin_watch(&mut self) -> io::Result<()> {
        self.watch = Some(Watch::blind());
        let mut listed = folders(&self.root)?;
        for _ in 0..LISTINGS {
            match Watch::new(&listed, self.means) {
                Ok(watch) => (self.watch, self.obstacle) = (Some(watch), None),
                Err(why) => {
                    self.obstacle = Some(why);
                    break;
                }
            }
            // What has come before its folder was watched has not been called.
            let again = folders(&self.root)?;
            if again == listed {
                break;
            }
            listed = again;
        }
        Ok(())
    }

    /// The paths that have changed; `None` when `loaded` says what was seen last.
    fn news(&self, loaded: &Loaded) -> Option<Vec<String>> {
        match &self.seen {
            Some(Seen::Files(sources, faults)) => {
                let is_same = *sources == loaded.sources && *faults == loaded.project.faults;
                (!is_same).then(|| named(loaded.sources.changed(sources)))
            }
            Some(Seen::Failure(_)) | None => Some(Vec::new()),
        }
    }
}

/// The files to name of those that are read otherwise than before. `site.toml` says which
/// theme is read; that this reads another one, or none, has changed no file of it.
fn named(mut paths: Vec<String>) -> Vec<String> {
    if paths.iter().any(|path| path == "site.toml") {
        paths.retain(|path| !path.starts_with("themes/"));
    }
    paths
}
