//! What a build is doing, and how long each stage took.

use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

use super::words::{Words, say};
use crate::message::Argument;
use crate::model::Drafts;
use crate::{Site, Stage};

/// Shows the stages of one build and measures how long they take.
pub(super) struct Progress<'w> {
    words: &'w Words,
    started: Instant,
    current: Option<(Stage, Instant)>,
    times: Vec<(Stage, Duration)>,
    /// Whether standard error is a terminal. There the current stage is shown in a line
    /// that is overwritten; elsewhere only the summary is printed.
    live: bool,
}

impl<'w> Progress<'w> {
    /// Starts the clock.
    pub(super) fn start(words: &'w Words) -> Self {
        Self {
            words,
            started: Instant::now(),
            current: None,
            times: Vec::new(),
            live: stderr().is_terminal(),
        }
    }

    /// Notes that `stage` begins, and that the one before has ended.
    pub(super) fn begin(&mut self, stage: Stage) {
        self.end();
        self.current = Some((stage, Instant::now()));
        if self.live {
            say(&format!("\r\x1b[2K{} …", self.words.text(name(stage), &[])));
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
        let total = milliseconds(self.started.elapsed());
        let drafts = match site.kind {
            Drafts::Shown => "shown",
            Drafts::Hidden => "hidden",
        };
        let evaluations = [("number", Argument::from(site.evaluations))];
        let evaluations = self.words.text("built-evaluations", &evaluations);
        let drafts = [("number", Argument::from(site.drafts)), ("kind", Argument::Text(drafts))];
        let drafts = self.words.text("built-drafts", &drafts);
        self.words.say(
            "built",
            &[
                ("evaluations", Argument::Text(&evaluations)),
                ("drafts", Argument::Text(&drafts)),
                ("pages", Argument::from(site.tree.pages().count())),
                ("files", Argument::from(site.tree.len())),
                ("kilobytes", Argument::from(site.tree.bytes() / 1000)),
                ("time", Argument::Text(&total)),
            ],
        );
        let stage = |(stage, time): &(Stage, Duration)| {
            format!("{} {}", self.words.text(name(*stage), &[]), milliseconds(*time))
        };
        let stages: Vec<_> = self.times.iter().map(stage).collect();
        say(&format!("{}\n", stages.join(", ")));
    }

    fn end(&mut self) {
        if let Some((stage, began)) = self.current.take() {
            self.times.push((stage, began.elapsed()));
        }
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{} ms", time.as_millis())
}

/// The message that names a stage.
fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Load => "stage-load",
        Stage::Assets => "stage-assets",
        Stage::Validate => "stage-validate",
        Stage::Derive => "stage-derive",
        Stage::Render => "stage-render",
        Stage::Search => "stage-search",
        Stage::Export => "stage-export",
        Stage::Check => "stage-check",
        Stage::Output => "stage-output",
    }
}
