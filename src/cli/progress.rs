//! What a build is doing, and how long each stage took.

use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

use super::words::say;
use crate::model::Drafts;
use crate::{Site, Stage};

/// Shows the stages of one build and measures how long they take.
pub(super) struct Progress {
    started: Instant,
    current: Option<(Stage, Instant)>,
    times: Vec<(Stage, Duration)>,
    /// Whether standard error is a terminal. There the current stage is shown in a line
    /// that is overwritten; elsewhere only the summary is printed.
    live: bool,
}

impl Progress {
    /// Starts the clock.
    pub(super) fn start() -> Self {
        Self { started: Instant::now(), current: None, times: Vec::new(), live: stderr().is_terminal() }
    }

    /// Notes that `stage` begins, and that the one before has ended.
    pub(super) fn begin(&mut self, stage: Stage) {
        self.end();
        self.current = Some((stage, Instant::now()));
        if self.live {
            say(&format!("\r\x1b[2K{} …", name(stage)));
        }
    }

    /// Clears the line of the terminal, so that something else can be printed.
    pub(super) fn pause(&mut self) {
        self.end();
        if self.live {
            say("\r\x1b[2K");
        }
    }

    /// Notes that the last stage has ended, and prints the summary.
    pub(super) fn finish(mut self, site: &Site) {
        self.pause();
        let pages = site.tree.pages().count();
        let kilobytes = site.tree.bytes() / 1000;
        let total = self.started.elapsed();
        say(&format!(
            "{} evaluations{}, {pages} pages, {} files, {kilobytes} kB in {}\n",
            site.evaluations,
            drafts(site),
            site.tree.len(),
            milliseconds(total)
        ));
        let stages: Vec<_> = self
            .times
            .iter()
            .map(|(stage, time)| format!("{} {}", name(*stage), milliseconds(*time)))
            .collect();
        say(&format!("{}\n", stages.join(", ")));
    }

    fn end(&mut self) {
        if let Some((stage, began)) = self.current.take() {
            self.times.push((stage, began.elapsed()));
        }
    }
}

/// How many of the evaluations are drafts, or how many drafts stay out.
fn drafts(site: &Site) -> String {
    let what = if site.drafts == 1 { "draft" } else { "drafts" };
    match (site.drafts, site.kind) {
        (0, _) => String::new(),
        (count, Drafts::Shown) => format!(" ({count} {what} among them)"),
        (count, Drafts::Hidden) => format!(" ({count} {what} left out)"),
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{} ms", time.as_millis())
}

fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Load => "load",
        Stage::Assets => "assets",
        Stage::Validate => "validate",
        Stage::Derive => "derive",
        Stage::Render => "render",
        Stage::Search => "search",
        Stage::Export => "export",
        Stage::Check => "check",
        Stage::Output => "output",
    }
}
