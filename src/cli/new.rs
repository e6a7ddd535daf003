//! `kompass new`: a draft to fill in, or a portal to begin with.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::failure::Failure;
use super::import::told;
use super::publication::{PublicationArgs, tell_left, tell_remains, tell_waiting, tell_way};
use super::words::Words;
use crate::disk::shown;
use crate::import::folder::{Consent, FolderError};
use crate::import::{Beginning, Names, folder};
use crate::message::Argument;
use crate::model::{Code, Edition, EditionId, Municipality};
use crate::replace::{ReplaceError, fill};
use crate::source::Sources;
use crate::{load, schema, starter, validate};

/// What is made.
#[derive(Debug, Subcommand)]
pub(super) enum NewCommand {
    /// Begin an evaluation: a record and texts to fill in, as a draft.
    Evaluation(EvaluationArgs),
    /// Begin a portal that builds as it is, and say what to fill in.
    Portal {
        /// Folder to make; one that is there must be empty.
        folder: PathBuf,
    },
}

/// The arguments of `kompass new evaluation`.
#[derive(Debug, Args)]
pub(super) struct EvaluationArgs {
    /// Name or code of the municipality.
    #[arg(value_name = "NAME|CODE")]
    municipality: String,
    /// Year of the evaluation.
    #[arg(value_name = "YYYY")]
    year: u16,
    /// Edition [default: the newest one that there was in that year].
    #[arg(long, value_name = "ID")]
    edition: Option<String>,
    /// Folder of the project.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    #[command(flatten)]
    publication: PublicationArgs,
}

/// Makes what is asked for.
pub(super) fn new(command: &NewCommand, words: &Words) -> Result<(), Failure> {
    match command {
        NewCommand::Evaluation(arguments) => evaluation(arguments, words),
        NewCommand::Portal { folder } => portal(folder, words),
    }
}

fn evaluation(arguments: &EvaluationArgs, words: &Words) -> Result<(), Failure> {
    let mut sources = Sources::default();
    let reference = load::reference(&arguments.root, &mut sources)?;
    let reference = reference.and_then(|raw| validate::reference(&raw));
    let (editions, municipalities) = told(reference, &sources, words)?;
    let day = jiff::ZonedDateTime::now().date();
    let municipality = municipality(&arguments.municipality, &municipalities, words)?;
    let edition = edition(arguments, &editions, day, words)?;
    let schema = schema_beside(&arguments.root);
    let begun = crate::import::begin(&Beginning {
        municipality,
        edition,
        editions: &editions,
        year: arguments.year,
        day,
        schema: schema.as_deref(),
    });
    let target = folder::path(&begun, &arguments.root.join("content"));
    let waiting = |lock: &Path| tell_waiting(lock, words);
    let care = arguments.publication.care(false, &waiting);
    let replaced = folder::publish(&begun, &target, Consent::Keep, &care).map_err(|error| match error {
        FolderError::Exists(path) => {
            Failure::told(words, "new-exists", &[("path", Argument::Text(&shown(&path)))])
        }
        other => other.into(),
    })?;
    tell_remains(&replaced.remains, words);
    tell_way(&replaced.way, words);
    tell_left(replaced.left.as_deref(), words);
    let (path, root) = (shown(&target), shown(&arguments.root));
    words.say(
        "new-evaluation",
        &[
            ("municipality", Argument::Text(&municipality.official_name)),
            ("edition", Argument::Text(&edition.name)),
            ("path", Argument::Text(&path)),
            ("root", Argument::Text(&root)),
        ],
    );
    Ok(())
}

/// The municipality that somebody has named, by name, slug or code.
pub(super) fn municipality<'r>(
    name: &str,
    register: &'r BTreeMap<Code, Municipality>,
    words: &Words,
) -> Result<&'r Municipality, Failure> {
    let names = Names::new(register);
    names.find(name).ok_or_else(|| {
        let near: Vec<_> = names.near(name).into_iter().map(|it| it.name.as_str()).collect();
        let near = near.join(", ");
        let kind = if near.is_empty() { "none" } else { "some" };
        let arguments =
            [("name", Argument::Text(name)), ("kind", Argument::Text(kind)), ("near", Argument::Text(&near))];
        Failure::told(words, "unknown-municipality", &arguments)
    })
}

/// The edition that is asked for, or the newest one that there was in the year.
fn edition<'e>(
    arguments: &EvaluationArgs,
    editions: &'e BTreeMap<EditionId, Edition>,
    day: Date,
    words: &Words,
) -> Result<&'e Edition, Failure> {
    let year = arguments.year;
    let (shown_year, today) = (year.to_string(), day.year().to_string());
    let known: Vec<_> = editions.keys().map(ToString::to_string).collect();
    let known = known.join(", ");
    let year_of = [("year", Argument::Text(&shown_year)), ("today", Argument::Text(&today))];
    if i32::from(year) > i32::from(day.year()) {
        return Err(Failure::told(words, "new-future", &year_of));
    }
    let Some(asked) = &arguments.edition else {
        let newest = editions.values().filter(|it| it.year <= year).max_by_key(|it| it.year);
        let known = [year_of[0], ("known", Argument::Text(&known))];
        return newest.ok_or_else(|| Failure::told(words, "new-no-edition", &known));
    };
    let Some(edition) = editions.get(&EditionId(asked.clone())) else {
        let arguments = [("edition", Argument::Text(asked)), ("known", Argument::Text(&known))];
        return Err(Failure::told(words, "unknown-edition", &arguments));
    };
    if edition.year > year {
        let first = edition.year.to_string();
        let name = [("edition", Argument::Text(&edition.name)), ("first", Argument::Text(&first))];
        return Err(Failure::told(words, "new-early", &[name[0], name[1], year_of[0]]));
    }
    Ok(edition)
}

/// The schema of records, seen from a record, if the project has it.
fn schema_beside(root: &Path) -> Option<String> {
    let name = format!("evaluation{}", schema::EXTENSION);
    let folders = [starter::SCHEMAS.to_owned(), format!("docs/{}", starter::SCHEMAS)];
    let folder = folders.into_iter().find(|folder| root.join(folder).join(&name).is_file())?;
    Some(format!("../../../../{folder}/{name}"))
}

fn portal(folder: &Path, words: &Words) -> Result<(), Failure> {
    let portal = starter::portal();
    let path = shown(folder);
    fill(folder, &portal).map_err(|error| match error {
        ReplaceError::Collision { path: found } => Failure::told(
            words,
            "new-not-empty",
            &[("path", Argument::Text(&path)), ("found", Argument::Text(&shown(&found)))],
        ),
        other => FolderError::Replace(other).into(),
    })?;
    words.say("new-portal", &[("path", Argument::Text(&path))]);
    for place in starter::places(&portal) {
        let line = place.line.to_string();
        words.say(
            "new-portal-place",
            &[
                ("file", Argument::Text(&place.file)),
                ("line", Argument::Text(&line)),
                ("what", Argument::Text(&place.what)),
            ],
        );
    }
    words.say("new-portal-next", &[("path", Argument::Text(&path))]);
    Ok(())
}
