//! The words of what a reviewer reads: comments and the import report.

use std::sync::LazyLock;

use crate::import::judgement::finding::Finding;
use crate::import::judgement::proposal::Proposal;
use crate::import::line::document::Passage;
use crate::message::{Argument, Messages};

/// Messages in the language of the content.
pub(crate) struct Phrases(Messages);

impl Phrases {
    /// Swedish, the language of the reports.
    pub(crate) fn swedish() -> &'static Self {
        // A test reads the file, which is a part of the program.
        static SWEDISH: LazyLock<Phrases> =
            LazyLock::new(|| Phrases(Messages::read("sv", include_str!("sv.ftl")).unwrap_or_default()));
        &SWEDISH
    }

    /// The message `id`.
    pub(crate) fn say(&self, id: &str, arguments: &[(&'static str, Argument<'_>)]) -> String {
        self.0.format(id, arguments.iter().copied()).unwrap_or_else(|_| id.to_owned())
    }

    /// What to look at, where.
    pub(crate) fn finding(&self, finding: &Finding) -> String {
        let what = self.fault(finding);
        let line = finding.line_number().map(|it| it.to_string());
        match line {
            Some(line) => {
                self.say("note-line", &[("what", Argument::Text(&what)), ("line", Argument::Text(&line))])
            }
            None => self.say("note", &[("what", Argument::Text(&what))]),
        }
    }

    /// What to look at.
    pub(crate) fn fault(&self, finding: &Finding) -> String {
        let arguments: Vec<_> =
            finding.fault.arguments().into_iter().map(|(name, text)| (name, Argument::Text(text))).collect();
        self.say(&finding.fault.code().replace('/', "-"), &arguments)
    }

    /// The comment on a proposal: its sentence, and where that begins.
    pub(crate) fn proposal(&self, sentence: &Passage) -> String {
        let line = (sentence.line() + 1).to_string();
        let what = self.say("proposal", &[("sentence", Argument::Text(&sentence.text))]);
        self.say("note-line", &[("what", Argument::Text(&what)), ("line", Argument::Text(&line))])
    }

    /// The comment on a proposal whose area is a guess.
    pub(crate) fn guess(&self) -> String {
        self.say("note", &[("what", Argument::Text(&self.say("guess", &[])))])
    }

    /// Where in a report a proposal stands.
    pub(crate) fn place(&self, proposal: &Proposal) -> String {
        let area = proposal.area.filter(|_| !proposal.is_guess).map(|it| it.to_string());
        let area = area.as_ref().map(|it| ("area", Argument::Text(it)));
        let heading = proposal.heading.as_ref().map(|it| ("heading", Argument::Text(it)));
        let id = match (&area, &heading) {
            (Some(_), Some(_)) => "place",
            (Some(_), None) => "place-general",
            (None, Some(_)) => "place-summary",
            (None, None) => "place-summary-general",
        };
        self.say(id, &area.into_iter().chain(heading).collect::<Vec<_>>())
    }

    /// A report as a source, by the title it prints.
    pub(crate) fn source_title(&self, title: &str) -> String {
        self.say("source-title", &[("title", Argument::Text(title))])
    }

    /// A report as a source that prints no title.
    pub(crate) fn source_described(&self, official_name: &str, year: u16) -> String {
        let year = year.to_string();
        self.say(
            "source-described",
            &[("municipality", Argument::Text(official_name)), ("year", Argument::Text(&year))],
        )
    }
}
