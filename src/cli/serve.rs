//! The preview that stays with whoever writes: a site is made anew whenever the project
//! says something else, and shown in the place of the last one.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;

use super::failure::Failure;
use super::progress::Progress;
use super::words::{Words, say};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::disk::printable;
use crate::follow::{Change, Follower, Means};
use crate::load::{Loaded, Project};
use crate::message::Argument;
use crate::report::{Report, Style};
use crate::search::{Pending, SearchError};
use crate::serve::{Mounted, Notice, Server, Shelf, Shown, spawn};
use crate::{Site, Stage};

/// Arguments of the preview.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct ServeArgs {
    /// Port on 127.0.0.1; 0 takes any free one.
    #[arg(long, default_value_t = 8000)]
    port: u16,
    /// Look for changes twice a second instead of waiting for the system to tell of them, as
    /// it does not in folders that are shared over a network.
    #[arg(long)]
    poll: bool,
    /// Show the portal as it is now, byte for byte, whatever changes afterwards.
    #[arg(long, conflicts_with = "poll")]
    no_reload: bool,
}

impl ServeArgs {
    /// Whether nothing is to be followed.
    pub(super) fn is_still(self) -> bool {
        self.no_reload
    }
}

/// How many of several changed files are named.
const NAMED: usize = 3;

/// Makes a site of what has been read, and tells of each stage.
type Compile<'a> = &'a dyn Fn(Outcome<Project>, &mut Progress<'_>) -> Result<Outcome<Site>, SearchError>;

/// Serves `site`, exactly as it would be published, until the process ends.
pub(super) fn stay(site: Site, arguments: ServeArgs, words: &Words) -> Result<(), Failure> {
    let path = site.base.path;
    let server = spawn(Shown::still(site.tree, &path), arguments.port)?;
    tell_address(server.address, &path, words);
    server.stay();
    Ok(())
}

/// Serves the project in the folder `root` and follows what becomes of it until the process
/// ends. With `deny_warnings` nothing with warnings is shown.
pub(super) fn follow(
    root: &Path,
    deny_warnings: bool,
    arguments: ServeArgs,
    compile: Compile<'_>,
    words: &Words,
) -> Result<(), Failure> {
    let means = if arguments.poll { Means::Rounds } else { Means::Calls };
    let mut follower = Follower::new(root.to_owned(), means);
    let server = spawn(Shown::nothing(waiting(words)), arguments.port)?;
    let indexer = index(server.shelf());
    let mut preview = Preview { deny_warnings, compile, words, server, indexer, told: None, obstacle: None };
    loop {
        let mut progress = Progress::start(words);
        if preview.told.is_none() {
            progress.begin(Stage::Load);
        }
        match follower.next(Duration::MAX) {
            Ok(Some(change)) => preview.show(change, progress),
            Ok(None) => {}
            Err(error) => preview.fail(&Failure::Io(error), progress),
        }
        preview.tell_obstacle(follower.obstacle());
    }
}

/// Makes indexes and puts them on `shelf`, in a thread of its own and always of what was sent
/// last: while somebody writes, nobody waits for the search.
fn index(shelf: Shelf) -> Sender<Box<Pending>> {
    let (sender, receiver) = channel::<Box<Pending>>();
    thread::spawn(move || {
        while let Ok(pending) = receiver.recv() {
            let pending = receiver.try_iter().last().unwrap_or(pending);
            // What cannot be packed is told when the site is built.
            let _ = pending.index().map(|index| shelf.put(index));
        }
    });
    sender
}

/// What a page says before the first site is made.
fn waiting(words: &Words) -> Notice {
    Notice {
        language: words.language().code().to_owned(),
        title: words.text("serve-waiting", &[]),
        advice: words.text("serve-waiting-advice", &[]),
        faults: String::new(),
    }
}

fn tell_address(address: SocketAddr, path: &str, words: &Words) {
    words.say("serving", &[("address", Argument::Text(&format!("http://{address}{path}")))]);
}

/// The preview of a project, and what has been said of it.
struct Preview<'a> {
    deny_warnings: bool,
    compile: Compile<'a>,
    words: &'a Words,
    server: Server,
    indexer: Sender<Box<Pending>>,
    /// The report that was printed last; none before the first.
    told: Option<String>,
    obstacle: Option<String>,
}

impl Preview<'_> {
    /// Makes a site of what has changed, and shows it, or why there is none.
    fn show(&mut self, change: Change, mut progress: Progress<'_>) {
        let Change { loaded: Loaded { sources, project }, paths, noticed } = change;
        let Outcome { value, faults } = match (self.compile)(project, &mut progress) {
            Ok(outcome) => outcome,
            Err(error) => return self.fail(&Failure::Search(error), progress),
        };
        self.tell_paths(&paths);
        let is_first =
            self.print(&faults, Report::new(&sources, Style::Coloured, self.words.language()).text(&faults));
        if let Some(site) = value.filter(|_| faults.is_empty() || !self.deny_warnings) {
            if is_first {
                progress.finish(&site);
            }
            self.replace(site, (!is_first).then_some(noticed));
        } else {
            let stops = |it: &Diagnostic| self.deny_warnings || it.is_error();
            let faults: Vec<_> = faults.into_iter().filter(stops).collect();
            self.tell(
                self.number(&faults),
                Report::new(&sources, Style::Plain, self.words.language()).text(&faults),
            );
        }
        self.announce(is_first);
    }

    /// Prints the faults, unless they are those of the last time. Whether there was none.
    fn print(&mut self, faults: &[Diagnostic], report: String) -> bool {
        let number = self.number(faults);
        let had_faults = self.told.as_ref().is_some_and(|told| !told.is_empty());
        if faults.is_empty() && had_faults {
            self.words.say("serve-mended", &[]);
        } else if had_faults && self.told.as_deref() == Some(&report) {
            self.words.say("serve-as-before", &[("faults", Argument::Text(&number))]);
        } else if !faults.is_empty() {
            say(&format!("{report}{number}\n"));
        }
        self.told.replace(report).is_none()
    }

    /// Shows `site`, and says how long that took since a change was `noticed`.
    fn replace(&self, site: Site, noticed: Option<Instant>) {
        let mut pending = site.pending.map(Box::new);
        if !self.server.has_site() {
            // There is no earlier index to search in meanwhile.
            let first = pending.take().and_then(|pending| pending.index().ok());
            self.server.shelf().put(first.unwrap_or_default());
        }
        let is_other = self.server.replace(Mounted { tree: site.tree, base_path: site.base.path });
        if let Some(noticed) = noticed {
            let time = noticed.elapsed().as_millis().to_string();
            let id = if is_other { "serve-shown" } else { "serve-same" };
            self.words.say(id, &[("time", Argument::Text(&time))]);
        }
        // Also of pages that are the same: synonyms are only in the index. The thread lives as
        // long as the preview.
        let _ = pending.map(|pending| self.indexer.send(pending));
    }

    /// Tells what the environment refuses.
    fn fail(&mut self, failure: &Failure, mut progress: Progress<'_>) {
        progress.pause();
        let message = failure.text(self.words).unwrap_or_default();
        self.words.say("error", &[("message", Argument::Text(&message))]);
        let is_first = self.told.replace(message.clone()).is_none();
        self.tell(self.words.text("serve-unreadable", &[]), message);
        self.announce(is_first);
    }

    /// Shows `faults` in the browser.
    fn tell(&self, title: String, faults: String) {
        let advice = if self.server.has_site() { "serve-advice" } else { "serve-first-advice" };
        let language = self.words.language().code().to_owned();
        self.server.tell(Notice { language, title, advice: self.words.text(advice, &[]), faults });
    }

    /// Says where the preview is, the first time.
    fn announce(&self, is_first: bool) {
        if is_first {
            tell_address(self.server.address, &self.server.base_path(), self.words);
        }
    }

    /// Says once why the system is not waited for.
    fn tell_obstacle(&mut self, obstacle: Option<&str>) {
        if let Some(why) = obstacle.filter(|_| self.obstacle.is_none()) {
            self.words.say("serve-rounds", &[("why", Argument::Text(why))]);
        }
        self.obstacle = obstacle.map(str::to_owned);
    }

    /// Says which files have changed.
    fn tell_paths(&self, paths: &[String]) {
        let named: Vec<_> = paths.iter().take(NAMED).map(|path| printable(path)).collect();
        if !named.is_empty() {
            let (named, more) = (named.join(", "), Argument::from(paths.len().saturating_sub(NAMED)));
            self.words.say("serve-changed", &[("paths", Argument::Text(&named)), ("more", more)]);
        }
    }

    /// How many errors and warnings there are.
    fn number(&self, faults: &[Diagnostic]) -> String {
        let errors = faults.iter().filter(|fault| fault.is_error()).count();
        self.words.counted(errors, faults.len() - errors)
    }
}
