//! Help and mistakes on the command line, in the language that was asked for.
//!
//! Clap speaks English only, so the texts of help are put over its own, and what is wrong
//! with the arguments is said in sentences of ours.

use std::ffi::OsString;

use clap::builder::Resettable;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

use super::words::Words;
use crate::disk::printable;
use crate::message::{Argument, Language};

/// The option that chooses the language.
pub(super) const LANGUAGE: &str = "language";

/// The language that `arguments` ask for with `--language`; Swedish if they do not, or ask
/// for one that there is not. It is looked for before the arguments are understood, because
/// help, and what is wrong with the arguments, are said in it as well.
pub(super) fn language(arguments: &[OsString]) -> Language {
    let mut values = arguments.iter().enumerate().filter_map(|(index, argument)| {
        let argument = argument.to_str()?.strip_prefix("--")?.strip_prefix(LANGUAGE)?;
        match argument.strip_prefix('=') {
            Some(value) => Language::of(value),
            None if argument.is_empty() => Language::of(arguments.get(index + 1).and_then(|it| it.to_str())?),
            None => None,
        }
    });
    values.next_back().unwrap_or_default()
}

/// Puts the texts of `words` over those of `command` and of all commands in it.
pub(super) fn translated(command: Command, words: &Words) -> Command {
    let option = |id: &'static str| Arg::new(id).long(id).global(true);
    let language = option(LANGUAGE).value_name("sv|en").value_parser(["sv", "en"]).default_value("sv");
    let help = option("help").short('h').action(ArgAction::Help);
    let version = Arg::new("version").long("version").short('V').action(ArgAction::Version);
    let command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args([language, help, version]);
    said(command, &[], words)
}

/// `arguments` with `kompass help import` in the form that everything else has,
/// `kompass import --help`.
pub(super) fn plain(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|it| it == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

/// Translates one command, which is reached by the names `path`. The message
/// `help-<names>` says what it is for.
fn said(command: Command, path: &[&str], words: &Words) -> Command {
    let id = [&["help"], path].concat().join("-");
    let names: Vec<_> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    let command = command
        .subcommand_help_heading(words.text("heading-commands", &[]))
        .mut_args(|argument| argument_said(argument, &id, words));
    let heading = words.text("heading-usage", &[]);
    let usage = usage(&command, path, words);
    let template =
        format!("{{before-help}}{{about-with-newline}}\n{heading}: {usage}\n\n{{all-args}}{{after-help}}");
    let command = match own(&id, words) {
        Some(about) => command.about(about).long_about(Resettable::Reset),
        None => command,
    };
    let inner = |command: Command, name: &String| {
        command.mut_subcommand(name, |inner| said(inner, &[path, &[name]].concat(), words))
    };
    names.iter().fold(command, inner).help_template(template)
}

/// How a command is written: `kompass import [OPTIONS] <REPORT>`.
fn usage(command: &Command, path: &[&str], words: &Words) -> String {
    let needed = command.get_arguments().filter(|it| it.is_positional() || it.is_required_set());
    let inner = command.has_subcommands().then(|| format!("<{}>", words.text("value-COMMAND", &[])));
    let start = [&["kompass"], path].concat().join(" ");
    let parts = [start, words.text("options", &[])].into_iter();
    parts.chain(needed.map(ToString::to_string)).chain(inner).collect::<Vec<_>>().join(" ")
}

/// Translates an argument of the command whose message is `command`. Its text is
/// `<command>-<argument>`, or `help-<argument>` where commands share it.
fn argument_said(argument: Arg, command: &str, words: &Words) -> Arg {
    let id = argument.get_id().as_str().replace('_', "-");
    let text = own(&format!("{command}-{id}"), words).or_else(|| own(&format!("help-{id}"), words));
    let heading = if argument.is_positional() { "heading-arguments" } else { "heading-options" };
    let names: Vec<_> =
        argument.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect();
    let names: Vec<_> = names.into_iter().map(|name| own(&value_id(&name), words).unwrap_or(name)).collect();
    let is_switch = !argument.get_action().takes_values();
    let default = argument.get_default_values().first().map(|it| it.to_string_lossy().into_owned());
    let default = default.filter(|_| !is_switch);
    let argument = argument.help_heading(words.text(heading, &[])).long_help(Resettable::Reset);
    let argument =
        if is_switch { argument } else { argument.hide_default_value(true).hide_possible_values(true) };
    let argument = if names.is_empty() || is_switch { argument } else { argument.value_names(names) };
    let text = match (text, default) {
        (Some(text), Some(default)) => {
            let default = words.text("default", &[("value", Argument::Text(&default))]);
            Some(format!("{text} {default}"))
        }
        (text, _) => text,
    };
    match text {
        Some(text) => argument.help(text),
        None => argument,
    }
}

/// The message that translates the name of a value: that of `/PATH/` is `value-PATH`.
fn value_id(name: &str) -> String {
    let name = name.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    format!("value-{}", name.trim_matches('-'))
}

/// The message `id`, if there is one.
fn own(id: &str, words: &Words) -> Option<String> {
    words.has(id).then(|| words.text(id, &[]))
}

/// What is wrong with the arguments, and how to come by help.
pub(super) fn mistake(error: &Error, words: &Words) -> String {
    let context = |kind| error.get(kind).map(context).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let known = context(ContextKind::ValidValue);
    let given = [("argument", Argument::Text(&argument)), ("value", Argument::Text(&value))];
    let what = match error.kind() {
        ErrorKind::UnknownArgument => words.text("mistake-unknown", &given),
        ErrorKind::InvalidSubcommand => {
            let command = context(ContextKind::InvalidSubcommand);
            words.text("mistake-command", &[("command", Argument::Text(&command))])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words.text("mistake-no-command", &[])
        }
        ErrorKind::MissingRequiredArgument => words.text("mistake-missing", &given),
        ErrorKind::InvalidValue if value.is_empty() => words.text("mistake-no-value", &given),
        ErrorKind::InvalidValue => {
            let expected = words.text("expected-one-of", &[("known", Argument::Text(&known))]);
            wrong_value(&argument, &value, &expected, words)
        }
        ErrorKind::ValueValidation => {
            wrong_value(&argument, &value, &expected(error, &argument, words), words)
        }
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            words.text("mistake-together", &[given[0], ("other", Argument::Text(&other))])
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            words.text("mistake-number-of-values", &given)
        }
        ErrorKind::NoEquals => words.text("mistake-no-value", &given),
        ErrorKind::InvalidUtf8 => words.text("mistake-letters", &[]),
        _ => error.kind().to_string(),
    };
    let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].map(context);
    let suggested = suggested.into_iter().find(|it| !it.is_empty());
    let hint = match suggested {
        Some(nearest) => words.text("mistake-nearest", &[("nearest", Argument::Text(&nearest))]),
        None => words.text("mistake-help", &[]),
    };
    format!("{what}\n{hint}")
}

fn wrong_value(argument: &str, value: &str, expected: &str, words: &Words) -> String {
    words.text(
        "mistake-value",
        &[
            ("argument", Argument::Text(argument)),
            ("value", Argument::Text(value)),
            ("expected", Argument::Text(expected)),
        ],
    )
}

/// What an argument's value must be: message `expected-<option>`, otherwise what its
/// parser says.
fn expected(error: &Error, argument: &str, words: &Words) -> String {
    let name = argument.trim_start_matches('-').split([' ', '=']).next().unwrap_or_default();
    let said = || std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    own(&format!("expected-{name}"), words).unwrap_or_else(said)
}

/// A context of clap's as text fit for a terminal.
fn context(value: &ContextValue) -> String {
    let text = match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        ContextValue::Number(number) => number.to_string(),
        ContextValue::Bool(is) => is.to_string(),
        _ => String::new(),
    };
    printable(&text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::CommandLine;

    /// What is shown of a command and of all commands in it, by their messages.
    fn shown(command: &Command, id: &str, found: &mut BTreeSet<String>) {
        found.insert(id.to_owned());
        for argument in command.get_arguments().filter(|it| !it.is_hide_set()) {
            found.insert(format!("{id}-{}", argument.get_id().as_str().replace('_', "-")));
        }
        for inner in command.get_subcommands().filter(|it| !it.is_hide_set()) {
            shown(inner, &format!("{id}-{}", inner.get_name()), found);
        }
    }

    #[test]
    fn all_help_is_in_both_languages() {
        let mut ids = BTreeSet::new();
        shown(&CommandLine::command(), "help", &mut ids);
        for language in Language::ALL {
            let words = Words::new(language);
            let has = |id: &&String| {
                let shared = id.splitn(3, '-').nth(2).map(|argument| format!("help-{argument}"));
                words.has(id) || shared.is_some_and(|it| words.has(&it))
            };
            let missing: Vec<_> = ids.iter().filter(|id| !has(id)).collect();
            assert!(missing.is_empty(), "{language:?} lacks {missing:?}");
        }
    }

    #[test]
    fn help_speaks_the_language_that_is_asked_for() {
        let help = |arguments: &[&str]| {
            let arguments = plain(arguments.iter().map(OsString::from).collect());
            let words = Words::new(language(&arguments));
            translated(CommandLine::command(), &words)
                .try_get_matches_from(arguments)
                .unwrap_err()
                .to_string()
        };
        let swedish = help(&["kompass", "--help"]);
        assert!(swedish.contains("Så skriver du: kompass [TILLVAL] <KOMMANDO>\n"), "{swedish}");
        for english in ["Usage", "Options", "Commands", "Print", "default", "OPTIONS", "COMMAND"] {
            assert!(!swedish.contains(english), "{english} in {swedish}");
        }
        assert_eq!(help(&["kompass", "help", "import"]), help(&["kompass", "import", "--help"]));
        let import = help(&["kompass", "import", "-h"]);
        assert!(import.contains("kompass import [TILLVAL] <RAPPORT>\n"), "{import}");
        assert!(import.contains("--municipality <NAMN|KOD>"), "{import}");
        let english = help(&["kompass", "--language", "en", "build", "--help"]);
        assert!(english.contains("Usage: kompass build [OPTIONS]\n"), "{english}");
        assert!(english.contains("[default: 300]"), "{english}");
        assert_eq!(english, help(&["kompass", "build", "--language=en", "--help"]));
    }

    #[test]
    fn mistakes_are_told_in_sentences() {
        let told = |arguments: &[&str], expected: &str| {
            let words = Words::new(Language::Swedish);
            let error = translated(CommandLine::command(), &words).try_get_matches_from(arguments);
            let text = mistake(&error.unwrap_err(), &words);
            assert_eq!(text.lines().next().unwrap_or_default(), expected, "{arguments:?}");
        };
        told(&["kompass"], "skriv ett kommando efter kompass, till exempel kompass check");
        told(&["kompass", "chek"], "det finns inget kommando chek");
        told(&["kompass", "check", "--rot"], "Kompass känner inte till --rot");
        told(&["kompass", "check", "a"], "Kompass känner inte till a");
        told(&["kompass", "check", "--date"], "efter --date <ÅÅÅÅ-MM-DD> saknas ett värde");
        told(
            &["kompass", "check", "--date", "1/2"],
            "--date <ÅÅÅÅ-MM-DD> kan inte vara ”1/2”; det ska vara en dag, skriven som 2026-11-22",
        );
        told(
            &["kompass", "serve", "--port", "x"],
            "--port <PORT> kan inte vara ”x”; det ska vara ett heltal från 0 till 65535",
        );
        told(
            &["kompass", "check", "--language", "de"],
            "--language <sv|en> kan inte vara ”de”; det ska vara något av sv, en",
        );
        told(&["kompass", "import"], "här saknas <RAPPORT>");
        told(
            &["kompass", "check", "--root", "a", "--root", "b"],
            "--root <MAPP> och --root <MAPP> går inte att använda tillsammans",
        );
    }
}
