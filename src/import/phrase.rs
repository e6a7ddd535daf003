//! The words of what a reviewer reads: comments and the import report.

use std::sync::LazyLock;

use super::finding::Finding;
use crate::message::{Argument, Messages};
use crate::model::AreaNumber;

/// Messages in the language of the content.
pub struct Phrases(Messages);

impl Phrases {
    /// Swedish, the language of the reports.
    pub fn swedish() -> &'static Self {
        // A test reads the file, which is a part of the program.
        static SWEDISH: LazyLock<Phrases> =
            LazyLock::new(|| Phrases(Messages::read("sv", include_str!("sv.ftl")).unwrap_or_default()));
        &SWEDISH
    }

    /// The message `id`.
    pub fn say(&self, id: &str, arguments: &[(&'static str, Argument<'_>)]) -> String {
        self.0.format(id, arguments.iter().copied()).unwrap_or_else(|_| id.to_owned())
    }

    /// What to look at, where.
    pub fn finding(&self, finding: &Finding) -> String {
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
    pub fn fault(&self, finding: &Finding) -> String {
        let arguments: Vec<_> =
            finding.fault.arguments().into_iter().map(|(name, text)| (name, Argument::Text(text))).collect();
        self.say(&finding.fault.code().replace('/', "-"), &arguments)
    }

    /// The comment on a proposal whose sentence begins on a line.
    pub fn proposal(&self, line: usize) -> String {
        let line = line.to_string();
        let what = self.say("proposal", &[]);
        self.say("note-line", &[("what", Argument::Text(&what)), ("line", Argument::Text(&line))])
    }

    /// Where in a report a passage stands.
    pub fn place(&self, area: AreaNumber, heading: Option<&str>) -> String {
        let area = area.to_string();
        match heading {
            Some(heading) => {
                self.say("place", &[("area", Argument::Text(&area)), ("heading", Argument::Text(heading))])
            }
            None => self.say("place-general", &[("area", Argument::Text(&area))]),
        }
    }

    /// The title of a report as a source.
    pub fn source_title(&self, official_name: &str, year: u16) -> String {
        let year = year.to_string();
        self.say(
            "source-title",
            &[("municipality", Argument::Text(official_name)), ("year", Argument::Text(&year))],
        )
    }
}
