//! How long each stage of a build takes, on invented portals.
//!
//! `cargo bench` builds portals of 290 and of 1,000 municipalities, each five
//! times, and prints a table of medians. `cargo bench -- 290:9 3000` takes
//! other sizes, with a number of runs behind the colon. Needs nothing but the
//! repository; see `benches/README.md` for the comparison with others.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement that cannot go on has failed, and its result is a table"
)]

mod invented;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::civil::date;
use kompass::load::load;
use kompass::message::Language;
use kompass::model::Drafts;
use kompass::output::Care;
use kompass::report::{Report, Style};
use kompass::{FullText, Options, Site, Stage, output};

/// Sizes measured when none are asked for.
const SIZES: [&str; 2] = ["290", "1000"];

/// Runs of each size, unless it says otherwise.
const RUNS: usize = 5;

/// Stages with the heads of their columns, in the order of a build.
const STAGES: [(Stage, &str); 9] = [
    (Stage::Load, "load"),
    (Stage::Assets, "assets"),
    (Stage::Validate, "validate"),
    (Stage::Derive, "derive"),
    (Stage::Search, "search"),
    (Stage::Render, "render"),
    (Stage::Export, "export"),
    (Stage::Check, "check"),
    (Stage::Output, "output"),
];

fn main() {
    // cargo adds flags of its own.
    let asked: Vec<_> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let sizes = if asked.is_empty() { SIZES.map(str::to_owned).to_vec() } else { asked };
    let names: Vec<_> = STAGES.iter().map(|(_, name)| *name).collect();
    println!(
        "\nMedians in milliseconds.\n\n| municipalities | text MB | pages | site MB | {} | total | min–max | output anew, synced |",
        names.join(" | ")
    );
    println!("|{}", "---:|".repeat(STAGES.len() + 7));
    for size in sizes {
        let (count, runs) = size.split_once(':').unwrap_or((&size, ""));
        let runs = if runs.is_empty() { RUNS } else { runs.parse().unwrap() };
        println!("{}", measure(count.parse().unwrap(), runs));
    }
}

/// The line of the table for `count` municipalities.
fn measure(count: usize, runs: usize) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("stages-{count}"));
    let _ = fs::remove_dir_all(&folder);
    let project = folder.join("project");
    let text = invented::write(&project, count);
    // Nothing is deleted in between: some file systems are slow to create files
    // soon after they have deleted many.
    let target = |run: usize| folder.join(format!("output-{run}"));
    let warm = build(&project, &target(runs));
    let builds: Vec<_> = (0..runs).map(|run| build(&project, &target(run))).collect();
    let synced: Vec<_> = builds.iter().map(|build| build.synced).collect();
    let measured: Vec<_> = builds.into_iter().map(|build| build.times).collect();
    fs::remove_dir_all(&folder).unwrap();
    let stage = |stage| measured.iter().map(|times: &Times| times[&stage]).collect::<Vec<_>>();
    let totals: Vec<Duration> = measured.iter().map(|times| times.values().sum()).collect();
    let medians: Vec<_> = STAGES.iter().map(|(it, _)| milliseconds(median(stage(*it)))).collect();
    format!(
        "| {count} | {:.1} | {} | {:.1} | {} | {} | {}–{} | {} |",
        megabytes(text),
        warm.site.tree.pages().count(),
        megabytes(warm.site.tree.bytes()),
        medians.join(" | "),
        milliseconds(median(totals.clone())),
        milliseconds(totals.iter().min().copied().unwrap_or_default()),
        milliseconds(totals.iter().max().copied().unwrap_or_default()),
        milliseconds(median(synced)),
    )
}

/// How long each stage took.
type Times = BTreeMap<Stage, Duration>;

/// One build.
struct Build {
    site: Site,
    times: Times,
    /// How long it takes to publish once more, over the first site and onto the disk.
    synced: Duration,
}

/// Does what `kompass build` does, clock in hand.
fn build(project: &Path, target: &Path) -> Build {
    let mut clock = Clock { times: Times::new(), current: (Stage::Load, Instant::now()) };
    let loaded = load(project).unwrap();
    let options = Options {
        base_path: None,
        today: date(2026, 11, 22),
        full_text: FullText::Included,
        drafts: Drafts::Hidden,
    };
    let outcome = loaded
        .project
        .try_and_then(|project| kompass::compile(&project, &options, &mut |it| clock.begin(it)));
    let outcome = outcome.unwrap();
    let report = || Report::new(&loaded.sources, Style::Plain, Language::English).text(&outcome.faults);
    let site = outcome.value.unwrap_or_else(|| panic!("{}", report()));
    clock.begin(Stage::Output);
    let publish = |sync| {
        let care = Care { sync, patience: Duration::from_mins(1), public: true, waiting: &|_| () };
        output::publish(&site.tree, target, &[project.to_owned()], &care).unwrap()
    };
    publish(false);
    let times = clock.stop();
    // What it costs that the site has to reach the disk: the second time with it.
    let began = Instant::now();
    publish(true);
    Build { site, times, synced: began.elapsed() }
}

/// Adds up the time of each stage.
struct Clock {
    times: Times,
    current: (Stage, Instant),
}

impl Clock {
    fn begin(&mut self, stage: Stage) {
        let now = Instant::now();
        let (before, began) = std::mem::replace(&mut self.current, (stage, now));
        *self.times.entry(before).or_default() += now - began;
    }

    fn stop(mut self) -> Times {
        self.begin(self.current.0);
        self.times
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.0}", time.as_secs_f64() * 1e3)
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
