//! `kompass template`: the spreadsheet to fill in.

use std::io;
use std::path::PathBuf;

use clap::Args;

use super::failure::Failure;
use super::words::{Words, say};
use crate::disk::shown;
use crate::import::sheet::template::{self, Texts};
use crate::message::Argument;
use crate::model::EditionId;
use crate::report::{Report, Style};
use crate::source::Sources;
use crate::{load, validate};

/// The arguments of `kompass template`.
#[derive(Debug, Args)]
pub(super) struct TemplateArgs {
    /// The file to write.
    file: PathBuf,
    /// Folder of the project, whose editions are used.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Edition [default: the current one].
    #[arg(long, value_name = "ID")]
    edition: Option<String>,
}

/// Writes the spreadsheet.
pub(super) fn template(arguments: &TemplateArgs, words: &Words) -> Result<(), Failure> {
    let mut sources = Sources::default();
    let reference = load::reference(&arguments.root, &mut sources)?.and_then(|raw| validate::reference(&raw));
    say(&Report::new(&sources, Style::Coloured, words.language()).text(&reference.faults));
    let (editions, _) = reference.value.ok_or(Failure::Faults)?;
    let edition = match &arguments.edition {
        Some(id) => editions.get(&EditionId(id.clone())),
        None => editions.values().find(|it| it.succeeded_by.is_none()),
    };
    let Some(edition) = edition else {
        let known: Vec<_> = editions.keys().map(ToString::to_string).collect();
        let (asked, known) = (arguments.edition.clone().unwrap_or_default(), known.join(", "));
        let named = [("edition", Argument::Text(&asked)), ("known", Argument::Text(&known))];
        return Err(Failure::told(words, "template-edition", &named));
    };
    let title = words.text("template-title", &[("name", Argument::Text(&edition.name))]);
    let help = words.text("template-help", &[]);
    let bytes = template::template(edition, Texts { title: &title, help: &help });
    let bytes = bytes.map_err(|error| Failure::Environment(error.to_string()))?;
    let path = shown(&arguments.file);
    let named = [("path", Argument::Text(&path))];
    match template::write_new(&arguments.file, &bytes) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Failure::told(words, "template-exists", &named))
        }
        Err(error) => Err(error.into()),
        Ok(()) => {
            words.say("template-written", &named);
            Ok(())
        }
    }
}
