//! How folders are replaced, and what is said of it.

use std::path::Path;
use std::time::Duration;

use clap::Args;

use super::words::Words;
use crate::disk::shown;
use crate::message::Argument;
use crate::output::{Care, Published, Remains, Way};
use crate::replace::Obstacle;

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
    /// The care to take; a `public` folder can be read by everybody, and `waiting` is told once of the file that another process has locked.
    pub(super) fn care(self, public: bool, waiting: &dyn Fn(&Path)) -> Care<'_> {
        Care { sync: !self.no_sync, patience: Duration::from_secs(self.wait), public, waiting }
    }
}

/// How many of several files are named.
const NAMED: usize = 3;

/// Says that another process is waited for, which has locked the file `lock`.
pub(super) fn tell_waiting(lock: &Path, words: &Words) {
    words.say("waiting", &[("path", Argument::Text(&shown(lock)))]);
}

/// Says what a publication has done, and everything that is not as usual about it.
pub(super) fn tell(published: &Published, target: &Path, words: &Words) {
    words.say("written", &[("path", Argument::Text(&shown(target)))]);
    tell_way(&published.way, words);
    for kept in &published.kept {
        words.say("kept", &[("path", Argument::Text(&shown(kept)))]);
    }
    if let Some((first, others)) = published.changed.split_first() {
        let others = Argument::from(others.len());
        words.say("replaced-changed", &[("path", Argument::Text(&shown(first))), ("others", others)]);
    }
    tell_left(published.left.as_deref(), words);
}

/// Says that readers may have noticed the publication.
pub(super) fn tell_way(way: &Way, words: &Words) {
    match way {
        Way::AtOnce => {}
        Way::InTwoSteps => words.say("in-two-steps", &[]),
        Way::OneByOne(obstacle) => {
            words.say("one-by-one", &[("obstacle", Argument::Text(&told(obstacle, words)))]);
        }
    }
}

fn told(obstacle: &Obstacle, words: &Words) -> String {
    match obstacle {
        Obstacle::Mount => words.text("obstacle-mount", &[]),
        Obstacle::MountInside(path) => {
            words.text("obstacle-mount-inside", &[("path", Argument::Text(&shown(path)))])
        }
        Obstacle::NoRoom => words.text("obstacle-no-room", &[]),
        Obstacle::Refused(why) => words.text("obstacle-refused", &[("why", Argument::Text(why))]),
    }
}

/// Says what had remained of killed processes.
pub(super) fn tell_remains(remains: &Remains, words: &Words) {
    if let Some(hidden) = &remains.restored {
        words.say("restored", &[("path", Argument::Text(&shown(hidden)))]);
    }
    if remains.cleared > 0 {
        words.say("cleared", &[("number", Argument::from(remains.cleared))]);
    }
    for left in remains.left.iter().take(NAMED) {
        tell_left(Some(left), words);
    }
    if let Some(more) = remains.left.len().checked_sub(NAMED).filter(|more| *more > 0) {
        words.say("left-more", &[("number", Argument::from(more))]);
    }
}

/// Says that something is left in an earlier folder.
pub(super) fn tell_left(left: Option<&Path>, words: &Words) {
    if let Some(left) = left {
        words.say("left", &[("path", Argument::Text(&shown(left)))]);
    }
}
