//! `kompass correct`: a published score is changed, and the change is logged.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::failure::Failure;
use super::new::municipality;
use super::words::{Words, say};
use crate::correct::{Correction, Refusal, Texts, correct as corrected, difference};
use crate::diagnostic::Diagnostic;
use crate::disk::shown;
use crate::format::evaluation::FILE;
use crate::import::folder::FolderError;
use crate::language;
use crate::load::load;
use crate::message::Argument;
use crate::model::{Drafts, Edition, Evaluation, EvaluationKey, Municipality, Portal};
use crate::replace::{Rewrite, rewrite};
use crate::report::{Report, Style};
use crate::validate;

/// The arguments of `kompass correct`.
#[derive(Debug, Args)]
pub(super) struct CorrectArgs {
    /// Name or code of the municipality.
    #[arg(value_name = "NAME|CODE")]
    municipality: String,
    /// Year of the evaluation.
    #[arg(value_name = "YYYY")]
    year: u16,
    /// Which score: total, the number of an area or of a sub-area.
    #[arg(value_name = "SCORE")]
    score: String,
    /// Its right value, as printed, or not-published or unreadable.
    #[arg(value_name = "VALUE")]
    value: String,
    /// Why it is corrected; readers see this.
    #[arg(long, value_name = "TEXT", num_args = 1)]
    reason: String,
    /// Day of the correction [default: today].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    date: Option<Date>,
    /// Folder of the project.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

fn day(text: &str) -> Result<Date, String> {
    language::parse_date(text).ok_or_else(|| "expected a date such as 2026-11-22".to_owned())
}

/// Where the log lies in the project.
const LOG: &str = "content/changes.toml";

/// Makes one correction.
pub(super) fn correct(arguments: &CorrectArgs, words: &Words) -> Result<(), Failure> {
    let today = jiff::ZonedDateTime::now().date();
    let portal = portal(&arguments.root, today, words)?;
    let municipality = municipality(&arguments.municipality, &portal.municipalities, words)?;
    let evaluation = evaluation(municipality, arguments.year, &portal, words)?;
    let Some(edition) = portal.editions.get(&evaluation.edition) else { return Err(Failure::Faults) };
    let record = format!("content/evaluations/{}/{}/{FILE}", municipality.slug.0, arguments.year);
    let read = |path: &str| Rewrite::read(&arguments.root.join(path)).map_err(FolderError::Replace);
    let (old_record, old_log) = (read(&record)?, read(LOG)?);
    let correction = Correction {
        municipality,
        evaluation,
        edition,
        score: &arguments.score,
        new: arguments.value.trim(),
        reason: &arguments.reason,
        date: arguments.date.unwrap_or(today),
        changes: &portal.changes,
    };
    let texts = texts(&correction, &old_record, &old_log, today)
        .map_err(|refusal| refused(&refusal, &correction, words))?;
    let files = [with(old_record, &texts.record), with(old_log, &texts.changes)];
    rewrite(&files).map_err(FolderError::Replace)?;
    verify(&files, &arguments.root, today, words)?;
    for (path, file) in [record.as_str(), LOG].into_iter().zip(&files) {
        tell(path, file);
    }
    words.say("corrected", &[("root", Argument::Text(&shown(&arguments.root)))]);
    Ok(())
}

/// What is published on the day `today`.
fn portal(root: &Path, today: Date, words: &Words) -> Result<Portal, Failure> {
    let loaded = load(root)?;
    let content = loaded.project.and_then(|project| match project.content {
        Some(content) => validate::validate(&content, today, Drafts::Hidden),
        None => crate::diagnostic::Outcome { value: None, faults: Vec::new() },
    });
    // Warnings are no obstacle; `check` tells of them.
    let faults: Vec<_> = content.faults.into_iter().filter(Diagnostic::is_error).collect();
    if faults.is_empty()
        && let Some(portal) = content.value
    {
        return Ok(portal);
    }
    say(&Report::new(&loaded.sources, Style::Coloured, words.language()).text(&faults));
    words.say("correct-faults", &[]);
    Err(Failure::Faults)
}

/// The evaluation of that year, which must be published.
fn evaluation<'p>(
    municipality: &Municipality,
    year: u16,
    portal: &'p Portal,
    words: &Words,
) -> Result<&'p Evaluation, Failure> {
    let key = EvaluationKey { code: municipality.code.clone(), year };
    portal.evaluations.get(&key).ok_or_else(|| {
        let of_municipality = portal.evaluations.keys().filter(|it| it.code == municipality.code);
        let years: Vec<_> = of_municipality.map(|it| it.year.to_string()).collect();
        let kind = match (portal.withdrawn.contains_key(&key), years.is_empty()) {
            (true, _) => "withdrawn",
            (false, true) => "none",
            (false, false) => "others",
        };
        let (year, years) = (year.to_string(), years.join(", "));
        Failure::told(
            words,
            "correct-no-evaluation",
            &[
                ("kind", Argument::Text(kind)),
                ("municipality", Argument::Text(&municipality.name)),
                ("year", Argument::Text(&year)),
                ("years", Argument::Text(&years)),
            ],
        )
    })
}

/// The beginning of some files, which is no part of their text.
const BYTE_ORDER_MARK: char = '\u{feff}';

fn texts(
    correction: &Correction<'_>,
    record: &Rewrite,
    log: &Rewrite,
    today: Date,
) -> Result<Texts, Refusal> {
    let text = |file: &Rewrite, name| match &file.old {
        None => Ok(None),
        Some(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Some(text.trim_start_matches(BYTE_ORDER_MARK).to_owned())),
            Err(_) => Err(Refusal::File { name }),
        },
    };
    let (record, log) = (text(record, FILE)?, text(log, "changes.toml")?);
    corrected(correction, &record.unwrap_or_default(), log.as_deref(), today)
}

fn with(file: Rewrite, text: &str) -> Rewrite {
    let mark = BYTE_ORDER_MARK.to_string();
    let has_mark = file.old.as_deref().is_some_and(|old| old.starts_with(mark.as_bytes()));
    let new = if has_mark { mark + text } else { text.to_owned() };
    Rewrite { new: new.into_bytes(), ..file }
}

/// Looks at the project as it is now, and takes the correction back should it have made a fault.
fn verify(files: &[Rewrite], root: &Path, today: Date, words: &Words) -> Result<(), Failure> {
    let Err(failure) = portal(root, today, words) else { return Ok(()) };
    let back = |file: &Rewrite| {
        let (old, new) = (Some(file.new.clone()), file.old.clone().unwrap_or_default());
        Rewrite { path: file.path.clone(), old, new }
    };
    rewrite(&files.iter().map(back).collect::<Vec<_>>()).map_err(FolderError::Replace)?;
    words.say("correct-taken-back", &[]);
    Err(failure)
}

/// Shows the lines of a file that are changed.
fn tell(path: &str, file: &Rewrite) {
    let old = String::from_utf8_lossy(file.old.as_deref().unwrap_or_default());
    let new = String::from_utf8_lossy(&file.new);
    say(&format!("{path}\n"));
    for line in difference(&old, &new) {
        let mark = if line.is_new { '+' } else { '-' };
        say(&format!("{:>5} {mark} {}\n", line.number, crate::disk::printable(line.text)));
    }
}

fn refused(refusal: &Refusal, correction: &Correction<'_>, words: &Words) -> Failure {
    let Edition { name: edition, .. } = correction.edition;
    let given = [("score", Argument::Text(correction.score)), ("value", Argument::Text(correction.new))];
    match refusal {
        Refusal::UnknownScore { near } => {
            let near = near.join(", ");
            let more = [("edition", Argument::Text(edition)), ("near", Argument::Text(&near))];
            Failure::told(words, "correct-unknown-score", &[given[0], more[0], more[1]])
        }
        Refusal::NoScore => Failure::told(words, "correct-no-score", &given[1..]),
        Refusal::AboveMaximum { maximum } => {
            let maximum = maximum.to_string();
            Failure::told(
                words,
                "correct-above",
                &[given[0], given[1], ("maximum", Argument::Text(&maximum))],
            )
        }
        Refusal::Unchanged => Failure::told(words, "correct-unchanged", &given),
        Refusal::NoReason => Failure::told(words, "correct-no-reason", &[]),
        Refusal::Earlier { last } => {
            let last = language::format_date_iso(*last);
            Failure::told(words, "correct-earlier", &[given[0], ("last", Argument::Text(&last))])
        }
        Refusal::Future => Failure::told(words, "correct-future", &[]),
        Refusal::File { name } => Failure::told(words, "correct-file", &[("name", Argument::Text(name))]),
    }
}
