//! How folders are replaced, and what is said of it.

use std::path::Path;
use std::time::Duration;

use clap::Args;

use super::words::say;
use crate::disk::shown;
use crate::output::{Care, Published, Remains, Way};

/// Arguments of the commands that replace a folder.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct PublicationArgs {
    /// Do not wait until the files have reached the disk: should the power fail soon
    /// after, all of them may be lost.
    #[arg(long)]
    no_sync: bool,
    /// Seconds to wait for another process that writes to the same folder.
    #[arg(long, value_name = "SECONDS", default_value_t = 300)]
    wait: u64,
}

impl PublicationArgs {
    /// The care to take; a `public` folder can be read by everybody.
    pub(super) fn care(self, public: bool) -> Care<'static> {
        let waiting =
            &|lock: &Path| say(&format!("waiting for the process that has locked {}\n", shown(lock)));
        Care { sync: !self.no_sync, patience: Duration::from_secs(self.wait), public, waiting }
    }
}

/// How many of several files are named.
const NAMED: usize = 3;

/// Says what a publication has done, and everything that is not as usual about it.
pub(super) fn tell(published: &Published, target: &Path) {
    say(&format!("written to {}\n", shown(target)));
    tell_way(&published.way);
    for kept in &published.kept {
        say(&format!("kept {}, which Kompass has not made\n", shown(kept)));
    }
    if let Some((first, others)) = published.changed.split_first() {
        let more = if others.is_empty() { String::new() } else { format!(" and {} more", others.len()) };
        say(&format!("replaced {}{more}, which had been changed since Kompass wrote it\n", shown(first)));
    }
    tell_left(published.left.as_deref());
}

/// Says that readers may have noticed the publication.
pub(super) fn tell_way(way: &Way) {
    match way {
        Way::AtOnce => {}
        Way::InTwoSteps => {
            say("for a moment there was no folder: the system cannot exchange two in one step\n");
        }
        Way::OneByOne(obstacle) => say(&format!(
            "the files were replaced one by one, so readers could meet old and new ones together: {obstacle}\n"
        )),
    }
}

/// Says what had remained of killed processes.
pub(super) fn tell_remains(remains: &Remains) {
    if let Some(hidden) = &remains.restored {
        say(&format!("put back what a killed process had moved to {}\n", shown(hidden)));
    }
    match remains.cleared {
        0 => {}
        1 => say("cleared away what a killed process had left\n"),
        count => say(&format!("cleared away what {count} killed processes had left\n")),
    }
    for left in remains.left.iter().take(NAMED) {
        tell_left(Some(left));
    }
    if let Some(more) = remains.left.len().checked_sub(NAMED).filter(|more| *more > 0) {
        say(&format!("left {more} more such folders\n"));
    }
}

/// Says that something is left in an earlier folder.
pub(super) fn tell_left(left: Option<&Path>) {
    if let Some(left) = left {
        say(&format!("left {}, which holds what Kompass has not made or cannot delete\n", shown(left)));
    }
}
