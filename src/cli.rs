//! The command line: flags to options, stages to progress, faults to words,
//! results to an exit code.

mod archive;
mod check;
mod correct;
mod explain;
mod failure;
mod help;
mod import;
mod new;
mod progress;
mod publication;
mod schema;
mod serve;
mod sheet;
mod template;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use jiff::civil::Date;

use self::check::Format;
use self::correct::CorrectArgs;
use self::failure::Failure;
use self::import::ImportArgs;
use self::new::NewCommand;
use self::progress::Progress;
use self::publication::{PublicationArgs, tell, tell_remains, tell_waiting};
use self::serve::ServeArgs;
use self::template::TemplateArgs;
use self::words::{Words, say};
use crate::diagnostic::{Diagnostic, Outcome};
use crate::disk::shown;
use crate::import::file;
use crate::import::sheet::book;
use crate::load::{Loaded, Project, STARTS, load};
use crate::message::Argument;
use crate::model::{BaseAddress, Drafts};
use crate::report::{Report, Style};
use crate::search::SearchError;
use crate::{FullText, Options, Site, Stage, format, language, output, starter, validate};

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
        /// In what form faults are told.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Say what a code of a fault is about, and what to do.
    Explain {
        /// The code, such as toml/syntax.
        code: String,
    },
    /// Show the portal with its drafts on this machine, and anew whenever a file changes.
    Serve {
        #[command(flatten)]
        project: ProjectArgs,
        #[command(flatten)]
        serve: ServeArgs,
    },
    /// Make an evaluation's folder of its report (text, Word or PDF).
    Import(ImportArgs),
    /// Begin an evaluation or a portal.
    New {
        #[command(subcommand)]
        what: NewCommand,
    },
    /// Correct a published score, and log it.
    Correct(CorrectArgs),
    /// Write JSON Schemas of all files, for editors.
    Schema {
        /// Folder to write to.
        #[arg(value_name = "DIR", default_value = starter::SCHEMAS)]
        folder: PathBuf,
    },
    /// Write a spreadsheet to fill in with results, for import to read.
    Template(TemplateArgs),
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
    /// Read a spreadsheet under limits and write its cells; import starts it.
    #[command(name = book::READER, hide = true)]
    ReadSheet {
        /// The spreadsheet.
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

/// What `--version` says: whether files of another Kompass can be read is told by the version of
/// their formats.
static VERSION: LazyLock<String> =
    LazyLock::new(|| format!("{} (format {})", env!("CARGO_PKG_VERSION"), format::VERSION));

/// Runs the command that the process was started with.
///
/// Exit codes: 0 fine, 1 the content has faults, 2 the environment failed.
pub fn run() -> ExitCode {
    let arguments = help::plain(std::env::args_os().collect());
    let words = Words::new(help::language(&arguments));
    let command = CommandLine::command().version(VERSION.as_str());
    let parsed = help::translated(command, &words).try_get_matches_from(&arguments);
    let parsed = parsed.and_then(|matches| CommandLine::from_arg_matches(&matches));
    let command = match parsed {
        Ok(CommandLine { command }) => command,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            // A failure to write is ignored: there is no place left to report it.
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        Err(error) => return failed(&help::mistake(&error, &words), &words),
    };
    match execute(command, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => match failure.text(&words) {
            Some(message) => failed(&message, &words),
            None => ExitCode::from(1),
        },
    }
}

/// Says why the environment failed.
fn failed(message: &str, words: &Words) -> ExitCode {
    words.say("error", &[("message", Argument::Text(message))]);
    ExitCode::from(2)
}

fn execute(command: Command, words: &Words) -> Result<(), Failure> {
    match command {
        Command::Build { project, output, drafts, publication } => {
            let drafts = if drafts { Drafts::Shown } else { Drafts::Hidden };
            build(&project, output, drafts, publication, words)
        }
        Command::Check { project, format } => check(&project, format, words),
        Command::Explain { code } => explain::explain(&code, words),
        Command::Serve { project, serve } => preview(&project, serve, words),
        Command::Import(arguments) => import::import(&arguments, words),
        Command::New { what } => new::new(&what, words),
        Command::Correct(arguments) => correct::correct(&arguments, words),
        Command::Schema { folder } => schema::schema(&folder, words),
        Command::Template(arguments) => template::template(&arguments, words),
        Command::ReadReport { file, memory, work } => import::read_report(&file, memory, work),
        Command::ReadSheet { file, memory, work } => sheet::read_sheet(&file, memory, work),
    }
}

fn build(
    project: &ProjectArgs,
    output: Option<PathBuf>,
    drafts: Drafts,
    publication: PublicationArgs,
    words: &Words,
) -> Result<(), Failure> {
    // A preview never takes the place of what is published by default.
    let name = if drafts == Drafts::Shown { "output-drafts" } else { "output" };
    let target = output.unwrap_or_else(|| project.root.join(name));
    let sources = sources(&project.root);
    let waiting = |lock: &Path| tell_waiting(lock, words);
    let care = publication.care(true, &waiting);
    let (_, remains) = output::inspect(&target, &sources, &care)?;
    tell_remains(&remains, words);
    let mut progress = Progress::start(words);
    let site = compile(project, drafts, &mut progress, words)?;
    progress.begin(Stage::Output);
    let published = output::publish(&site.tree, &target, &sources, &care)?;
    progress.finish(&site);
    tell_remains(&published.remains, words);
    tell(&published, &target, words);
    Ok(())
}

fn check(project: &ProjectArgs, format: Format, words: &Words) -> Result<(), Failure> {
    let mut progress = Progress::start(words);
    let loaded = read(project, &mut progress, words)?;
    let content = loaded.project.value.as_ref().and_then(|project| project.content.as_ref());
    let reviews = content.map(|content| validate::reviews(content, today(project))).unwrap_or_default();
    let Loaded { sources, project: loaded } = loaded;
    // The pages are the same, whether their index is made or not.
    let options = options(project, Drafts::Hidden, FullText::Afterwards);
    let Outcome { value, faults } = outcome(loaded, &options, &mut progress)?;
    let report = Report::new(&sources, Style::Coloured, words.language());
    check::tell(&report, &faults, &reviews, format, words)?;
    progress.finish(&judge(value, &faults, project.deny_warnings, words)?);
    Ok(())
}

fn preview(project: &ProjectArgs, arguments: ServeArgs, words: &Words) -> Result<(), Failure> {
    if arguments.is_still() {
        let mut progress = Progress::start(words);
        let site = compile(project, Drafts::Shown, &mut progress, words)?;
        progress.finish(&site);
        return serve::stay(site, arguments, words);
    }
    require(project, words)?;
    let compile = |loaded, progress: &mut Progress<'_>| {
        outcome(loaded, &options(project, Drafts::Shown, FullText::Afterwards), progress)
    };
    serve::follow(&project.root, project.deny_warnings, arguments, &compile, words)
}

/// Files and folders that a build reads, which output must not touch.
fn sources(root: &Path) -> Vec<PathBuf> {
    STARTS.iter().map(|name| root.join(name)).collect()
}

/// Loads and compiles the project and reports its faults.
fn compile(
    project: &ProjectArgs,
    drafts: Drafts,
    progress: &mut Progress<'_>,
    words: &Words,
) -> Result<Site, Failure> {
    let loaded = read(project, progress, words)?;
    compile_loaded(loaded, project, drafts, progress, words)
}

fn read(project: &ProjectArgs, progress: &mut Progress<'_>, words: &Words) -> Result<Loaded, Failure> {
    require(project, words)?;
    progress.begin(Stage::Load);
    Ok(load(&project.root)?)
}

/// Refuses a project that is no folder.
fn require(project: &ProjectArgs, words: &Words) -> Result<(), Failure> {
    if project.root.is_dir() {
        return Ok(());
    }
    Err(Failure::told(words, "no-project", &[("path", Argument::Text(&shown(&project.root)))]))
}

/// The day of the build.
fn today(project: &ProjectArgs) -> Date {
    project.date.unwrap_or_else(|| jiff::ZonedDateTime::now().date())
}

fn compile_loaded(
    loaded: Loaded,
    project: &ProjectArgs,
    drafts: Drafts,
    progress: &mut Progress<'_>,
    words: &Words,
) -> Result<Site, Failure> {
    let Loaded { sources, project: loaded } = loaded;
    let Outcome { value, faults } = outcome(loaded, &options(project, drafts, FullText::Included), progress)?;
    say(&Report::new(&sources, Style::Coloured, words.language()).text(&faults));
    judge(value, &faults, project.deny_warnings, words)
}

/// What a site depends on besides its files.
fn options(project: &ProjectArgs, drafts: Drafts, full_text: FullText) -> Options {
    Options {
        base_path: project.base_path.clone(),
        today: today(project),
        full_text: if project.no_search { FullText::Omitted } else { full_text },
        drafts,
    }
}

/// The site with all faults, of which nothing is said.
fn outcome(
    loaded: Outcome<Project>,
    options: &Options,
    progress: &mut Progress<'_>,
) -> Result<Outcome<Site>, SearchError> {
    let outcome =
        loaded.try_and_then(|loaded| crate::compile(&loaded, options, &mut |stage| progress.begin(stage)));
    progress.pause();
    outcome
}

/// The site, unless the faults forbid to publish it.
fn judge(
    site: Option<Site>,
    faults: &[Diagnostic],
    deny_warnings: bool,
    words: &Words,
) -> Result<Site, Failure> {
    let errors = faults.iter().filter(|fault| fault.is_error()).count();
    let warnings = faults.len() - errors;
    if !faults.is_empty() {
        say(&format!("{}\n", words.counted(errors, warnings)));
    }
    if errors > 0 {
        words.say("explain-hint", &[]);
    }
    if deny_warnings && warnings > 0 && errors == 0 {
        words.say("denied", &[]);
        return Err(Failure::Faults);
    }
    site.ok_or(Failure::Faults)
}

fn base_path(text: &str) -> Result<String, String> {
    let anywhere = BaseAddress { origin: String::new(), path: "/".to_owned() };
    let base = anywhere.with_path(text);
    base.map(|base| base.path).ok_or_else(|| "expected /PATH/".to_owned())
}

fn date(text: &str) -> Result<Date, String> {
    language::parse_date(text).ok_or_else(|| "expected YYYY-MM-DD".to_owned())
}
