//! `import-report.md` of a draft that somebody fills in by hand: what there is to do, and
//! the seals of the empty texts, so that `check` can tell which nobody has written yet.

use super::review::seals;
use crate::format::narrative::HEADINGS;
use crate::import::writing::Written;
use crate::import::writing::blank::Beginning;
use crate::import::writing::phrase::Phrases;
use crate::message::Argument::Text;

/// The file beside the record and `texts`.
pub(crate) fn begun(beginning: &Beginning<'_>, texts: &[(String, Written)]) -> String {
    let phrases = Phrases::swedish();
    let year = beginning.year.to_string();
    let arguments = [("municipality", Text(&beginning.municipality.official_name)), ("year", Text(&year))];
    let lists: Vec<_> = HEADINGS.iter().map(|(heading, _)| format!("## {heading}\n\n- …")).collect();
    let mut blocks = vec![
        format!("# {}", phrases.say("begun-title", &arguments)),
        phrases.say("begun-lead", &[]),
        phrases.say("begun-steps", &[]),
        phrases.say("begun-lists", &[]),
        format!("```\n{}\n```", lists.join("\n\n")),
    ];
    blocks.extend(seals(texts, phrases));
    blocks.join("\n\n") + "\n"
}
