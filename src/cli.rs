//! The command line: flags to options, stages to progress, faults to words,
//! results to an exit code.

mod failure;
mod import;
mod progress;
mod publication;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;

use self::failure::Failure;
use self::import::ImportArgs;
use self::progress::Progress;
use self::publication::{PublicationArgs, tell, tell_remains};
use self::words::{counted, say};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::disk::shown;
use crate::import::file;
use crate::load::{Loaded, load};
use crate::model::{BaseAddress, Drafts};
use crate::report::{Report, Style};
use crate::{Options, Site, Stage, language, output, serve, validate};

/// Compile Kommunkompassen evaluations into a static results portal.
#[derive(Debug, Parser)]
#[command(name = "kompass", version, max_term_width = 100)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the portal and write it to the output folder.
    Build {
        #[command(flatten)]
        project: ProjectArgs,
        /// Folder to write to [default: output in the project folder, with --drafts
        /// output-drafts].
        #[arg(long, value_name = "DIR")]
        output: Option<PathBuf>,
        /// Build a preview with all drafts, which no search engine is to keep.
        #[arg(long)]
        drafts: bool,
        #[command(flatten)]
        publication: PublicationArgs,
    },
    /// Do all that build does, except writing, and list what is left to look at.
    Check {
        #[command(flatten)]
        project: ProjectArgs,
    },
    /// Build the portal with its drafts and show it on this machine.
    Serve {
        #[command(flatten)]
        project: ProjectArgs,
        /// Port on 127.0.0.1; 0 takes any free one.
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Make an evaluation's folder of its report (text, Word or PDF).
    Import(ImportArgs),
    /// Read a report under limits and write what it says; import starts it.
    #[command(name = file::READER, hide = true)]
    ReadReport {
        /// The report.
        file: PathBuf,
        /// Bytes of memory that reading it may take.
        memory: u64,
        /// Seconds of work that reading it may take.
        work: u64,
    },
}

#[derive(Debug, Args)]
struct ProjectArgs {
    /// Folder with site.toml, content and themes.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Path to publish under, instead of the one in site.toml.
    #[arg(long, value_name = "/PATH/", value_parser = base_path)]
    base_path: Option<String>,
    /// Day of the build [default: today].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    date: Option<Date>,
    /// Treat warnings as errors.
    #[arg(long)]
    deny_warnings: bool,
    /// Leave full-text search out, which makes a build faster.
    #[arg(long)]
    no_search: bool,
}

/// Runs the command that the process was started with.
///
/// Exit codes: 0 fine, 1 the content has faults, 2 the environment failed.
pub fn run() -> ExitCode {
    match execute(CommandLine::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Faults) => ExitCode::from(1),
        Err(Failure::Environment(message)) => {
            say(&format!("error: {message}\n"));
            ExitCode::from(2)
        }
    }
}

fn execute(command: Command) -> Result<(), Failure> {
    match command {
        Command::Build { project, output, drafts, publication } => {
            let drafts = if drafts { Drafts::Shown } else { Drafts::Hidden };
            build(&project, output, drafts, publication)
        }
        Command::Check { project } => check(&project),
        Command::Serve { project, port } => preview(&project, port),
        Command::Import(arguments) => import::import(&arguments),
        Command::ReadReport { file, memory, work } => import::read_report(&file, memory, work),
    }
}

fn build(
    project: &ProjectArgs,
    output: Option<PathBuf>,
    drafts: Drafts,
    publication: PublicationArgs,
) -> Result<(), Failure> {
    // A preview never takes the place of what is published by default.
    let name = if drafts == Drafts::Shown { "output-drafts" } else { "output" };
    let target = output.unwrap_or_else(|| project.root.join(name));
    let sources = sources(&project.root);
    let care = publication.care(true);
    let (_, remains) = output::inspect(&target, &sources, &care)?;
    tell_remains(&remains);
    let mut progress = Progress::start();
    let site = compile(project, drafts, &mut progress)?;
    progress.begin(Stage::Output);
    let published = output::publish(&site.tree, &target, &sources, &care)?;
    progress.finish(&site);
    tell_remains(&published.remains);
    tell(&published, &target);
    Ok(())
}

fn check(project: &ProjectArgs) -> Result<(), Failure> {
    let mut progress = Progress::start();
    let loaded = read(project, &mut progress)?;
    let content = loaded.project.value.as_ref().and_then(|project| project.content.as_ref());
    let reviews = content.map(|content| validate::reviews(content, today(project))).unwrap_or_default();
    let site = compile_loaded(loaded, project, Drafts::Hidden, &mut progress);
    say(&reviews.iter().map(words::review).collect::<String>());
    progress.finish(&site?);
    Ok(())
}

fn preview(project: &ProjectArgs, port: u16) -> Result<(), Failure> {
    let mut progress = Progress::start();
    let site = compile(project, Drafts::Shown, &mut progress)?;
    progress.finish(&site);
    let path = site.base.path.clone();
    let ready = |address| say(&format!("serving http://{address}{path} (stop with Ctrl-C)\n"));
    serve::serve(site.tree, &site.base.path, serve::Options { port }, ready)?;
    Ok(())
}

/// Files and folders that a build reads, which output must not touch.
fn sources(root: &Path) -> Vec<PathBuf> {
    ["site.toml", "content", "themes"].iter().map(|name| root.join(name)).collect()
}

/// Loads and compiles the project and reports its faults.
fn compile(project: &ProjectArgs, drafts: Drafts, progress: &mut Progress) -> Result<Site, Failure> {
    let loaded = read(project, progress)?;
    compile_loaded(loaded, project, drafts, progress)
}

fn read(project: &ProjectArgs, progress: &mut Progress) -> Result<Loaded, Failure> {
    if !project.root.is_dir() {
        return Err(Failure::Environment(format!(
            "{} is no folder; name the project with --root",
            shown(&project.root)
        )));
    }
    progress.begin(Stage::Load);
    Ok(load(&project.root)?)
}

/// The day of the build.
fn today(project: &ProjectArgs) -> Date {
    project.date.unwrap_or_else(|| jiff::ZonedDateTime::now().date())
}

fn compile_loaded(
    loaded: Loaded,
    project: &ProjectArgs,
    drafts: Drafts,
    progress: &mut Progress,
) -> Result<Site, Failure> {
    let Loaded { sources, project: loaded } = loaded;
    let options = Options {
        base_path: project.base_path.clone(),
        today: today(project),
        full_text: !project.no_search,
        drafts,
    };
    let Outcome { value, faults } = loaded
        .try_and_then(|loaded| crate::compile(&loaded, &options, &mut |stage| progress.begin(stage)))?;
    progress.pause();
    let report = Report::new(&sources, Style::Coloured);
    say(&report.text(&faults));
    judge(value, &faults, project.deny_warnings)
}

/// The site, unless the faults forbid to publish it.
fn judge(site: Option<Site>, faults: &[Diagnostic], deny_warnings: bool) -> Result<Site, Failure> {
    let errors = faults.iter().filter(|fault| fault.is_error()).count();
    let warnings = faults.len() - errors;
    if !faults.is_empty() {
        say(&format!("{}\n", counted(errors, warnings)));
    }
    if deny_warnings && warnings > 0 && errors == 0 {
        say("nothing is published, because of --deny-warnings\n");
        return Err(Failure::Faults);
    }
    site.ok_or(Failure::Faults)
}

fn base_path(text: &str) -> Result<String, String> {
    let anywhere = BaseAddress { origin: String::new(), path: "/".to_owned() };
    let base = anywhere.with_path(text);
    base.map(|base| base.path).ok_or_else(|| "expected a path such as /kommunkompassen/".to_owned())
}

fn date(text: &str) -> Result<Date, String> {
    language::parse_date(text).ok_or_else(|| "expected a date such as 2026-11-22".to_owned())
}
