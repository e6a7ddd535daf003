//! What the commands say, in the language that was asked for.

use std::io::{self, Write};

use crate::language;
use crate::message::{Argument, Language, Messages};
use crate::model::Publication;
use crate::validate::Review;

/// The texts of the command line. Both files have the same messages with the same
/// arguments, and a test sees to it.
const SWEDISH: &str = include_str!("sv.ftl");
const ENGLISH: &str = include_str!("en.ftl");

/// The texts of the command line in one language.
#[derive(Debug)]
pub(super) struct Words {
    language: Language,
    messages: Messages,
}

impl Words {
    /// The texts in `language`.
    pub(super) fn new(language: Language) -> Self {
        let text = match language {
            Language::Swedish => SWEDISH,
            Language::English => ENGLISH,
        };
        // If the texts could not be read, their ids would be shown. A test makes sure
        // that they can be read.
        Self { language, messages: Messages::read(language.code(), text).unwrap_or_default() }
    }

    /// The language of these texts.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a message `id`.
    pub(super) fn has(&self, id: &str) -> bool {
        self.messages.contains(id)
    }

    /// The message `id` with `arguments`; the id itself if there is no such message, or
    /// if it needs another argument.
    pub(super) fn text<'a>(&self, id: &str, arguments: &[(&'a str, Argument<'a>)]) -> String {
        self.messages.format(id, arguments.iter().copied()).unwrap_or_else(|_| id.to_owned())
    }

    /// Writes a line with the message `id` to standard error.
    pub(super) fn say<'a>(&self, id: &str, arguments: &[(&'a str, Argument<'a>)]) {
        say(&(self.text(id, arguments) + "\n"));
    }

    /// A line on an evaluation that is a draft, or in which anything is left to look at.
    pub(super) fn review(&self, review: &Review) -> String {
        let day = match &review.publication {
            Publication::Awaited(day) => language::format_date_iso(*day),
            _ => String::new(),
        };
        let state = match &review.publication {
            Publication::Draft => "review-draft",
            Publication::Awaited(_) => "review-awaited",
            Publication::Published => "review-published",
            Publication::Withdrawn(_) => "review-withdrawn",
        };
        let state = self.text(state, &[("day", Argument::Text(&day))]);
        let count = |id: &str, number: usize| {
            (number > 0).then(|| self.text(id, &[("number", Argument::from(number))]))
        };
        let texts = review.texts.join(", ");
        let open = [
            count("review-blanks", review.blanks),
            count("review-remarks", review.remarks),
            count("review-proposals", review.proposals),
            count("review-summaries", review.without_summary),
            (!texts.is_empty()).then(|| self.text("review-texts", &[("texts", Argument::Text(&texts))])),
        ];
        let open: Vec<_> = open.into_iter().flatten().collect();
        let open = if open.is_empty() { self.text("review-nothing", &[]) } else { open.join("; ") };
        format!("{} ({state}): {open}\n", review.folder)
    }

    /// `2 fel, 5 varningar`
    pub(super) fn counted(&self, errors: usize, warnings: usize) -> String {
        let count = |id: &str, number: usize| {
            (number > 0).then(|| self.text(id, &[("number", Argument::from(number))]))
        };
        let parts = [count("counted-errors", errors), count("counted-warnings", warnings)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Writes to standard error, without colours where they are not wanted (`NO_COLOR`,
/// no terminal). A failure to write is ignored: there is no place left to report
/// it.
pub(super) fn say(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
    let _ = io::stderr().flush();
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::message;

    /// The arguments that each message of `text` names.
    fn arguments(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut found = BTreeMap::<_, BTreeSet<_>>::new();
        let starts: Vec<_> = message::names(text).map(|(name, range)| (range.start, name)).collect();
        for (at, _) in text.match_indices('$') {
            let message = starts.iter().take_while(|(start, _)| *start < at).last().map(|(_, name)| *name);
            let argument = text.get(at + 1..).and_then(|it| it.split([' ', ')', '}']).next());
            found.entry(message.unwrap()).or_default().extend(argument);
        }
        found
    }

    #[test]
    fn both_languages_say_the_same() {
        for text in [SWEDISH, ENGLISH] {
            Messages::read("sv", text).unwrap();
        }
        let (swedish, english) = (arguments(SWEDISH), arguments(ENGLISH));
        assert_eq!(swedish, english);
        assert_eq!(
            message::names(SWEDISH).map(|(name, _)| name).collect::<Vec<_>>(),
            message::names(ENGLISH).map(|(name, _)| name).collect::<Vec<_>>(),
            "in the same order, so that they can be read side by side"
        );
    }

    #[test]
    fn every_text_is_used() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli");
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files = files.filter(|path| path.extension().is_some_and(|it| it == "rs"));
        let code: String =
            files.chain(["src/cli.rs".into()]).map(|path| fs::read_to_string(path).unwrap()).collect();
        // Whether help and what is said of spreadsheets belong to anything is another
        // test's question.
        let composed = ["help", "value-", "expected-", "sheet-"];
        let unused: Vec<_> = message::names(SWEDISH)
            .map(|(name, _)| name)
            .filter(|name| !composed.iter().any(|it| name.starts_with(it)))
            .filter(|name| !code.contains(&format!("\"{name}\"")))
            .collect();
        assert!(unused.is_empty(), "{unused:?}");
    }
}
