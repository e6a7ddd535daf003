//! Evaluators: who is named on a cover, as what, and where they work.

use std::ops::Range;

use crate::import::line::document::{Document, Passage};
use crate::import::vocabulary::names::Names;
use crate::import::vocabulary::words::words;
use crate::language::comparable;

/// A person named as evaluator. What else a cover says of them, such as a
/// telephone number, the record has no place for: it is left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluator {
    /// Full name.
    pub name: Passage,
    /// What they are there, such as `senior konsult`.
    pub role: Option<Passage>,
    /// Where they work.
    pub organisation: Option<Passage>,
}

impl Evaluator {
    /// All that is said of them.
    pub fn passages(&self) -> impl Iterator<Item = &Passage> {
        std::iter::once(&self.name).chain(&self.role).chain(&self.organisation)
    }
}

/// What stands behind the word "Utvärderare", on its line and the next ones, or
/// below "Analys av" where that does not name the municipality.
pub(crate) fn evaluator_lines(document: &Document, lines: &[usize], names: &Names<'_>) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut is_open = false;
    for (at, index) in lines.iter().enumerate() {
        let text = document.text(*index);
        let label = words().cover.evaluators.iter().find_map(|word| behind(text, word));
        if let Some(end) = label.or_else(|| analysts(document, lines, at, names)) {
            is_open = true;
            found.clear();
            found.push(document.passage(*index, end..text.len()));
            // "Eva Ek och Bo Al, utvärderare"
            let before = document.passage(*index, 0..label_at(text));
            if end == text.len() && label.is_some() && !evaluators(&before, names).is_empty() {
                found.push(before);
            }
        } else if is_open {
            let is_about_them = text.len() < 60 && is_organisation(text) && !begins_publisher(text);
            if evaluators(&document.whole(*index), names).is_empty() && !is_about_them {
                break;
            }
            found.push(document.whole(*index));
        }
    }
    found.retain(|passage| !passage.text.is_empty());
    found
}

/// Where line `at` goes on behind "Analys av", if people follow there or on the
/// next line. A comma or a place of work tells them from a municipality.
fn analysts(document: &Document, lines: &[usize], at: usize, names: &Names<'_>) -> Option<usize> {
    let text = document.text(*lines.get(at)?);
    let end = words().cover.analysis.iter().find_map(|word| behind(text, word))?;
    let people = match text.get(end..)? {
        "" => document.whole(*lines.get(at + 1)?),
        _ => document.passage(*lines.get(at)?, end..text.len()),
    };
    let found = evaluators(&people, names);
    let is_signed = people.text.contains([',', '(', '/']) || found.iter().any(|it| it.organisation.is_some());
    let is_person = found.first().is_some_and(|it| names.find(&it.name.text).is_none());
    (is_signed && is_person).then_some(end)
}

/// Whether a line begins a publisher's name that the next one goes on with.
fn begins_publisher(text: &str) -> bool {
    let text = comparable(text) + " ";
    words().cover.publishers.iter().any(|it| it.starts_with(&text))
}

/// Where a line goes on behind the first `word` in it.
fn behind(text: &str, word: &str) -> Option<usize> {
    let at = text.char_indices().find(|(at, _)| text.get(*at..).is_some_and(|rest| begins(rest, word)))?.0;
    let rest = text.get(at + word.len()..)?;
    Some(text.len() - rest.trim_start_matches([':', ' ', '\t']).len())
}

/// Where the first label of evaluators begins in a line.
fn label_at(text: &str) -> usize {
    let labels = &words().cover.evaluators;
    let mut places = text.char_indices().map(|(at, _)| at);
    let begins_here =
        |at: &usize| labels.iter().any(|it| text.get(*at..).is_some_and(|rest| begins(rest, it)));
    places.find(begins_here).unwrap_or(text.len())
}

/// Whether `text` begins with `word`, in any case, and then another word.
fn begins(text: &str, word: &str) -> bool {
    let head = text.get(..word.len()).map(str::to_lowercase);
    head.as_deref() == Some(word)
        && !text.get(word.len()..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// People and where they work: `Eva Ek, konsult (SKR) och Bo Al, Norrby kommun`.
pub(crate) fn evaluators(people: &Passage, names: &Names<'_>) -> Vec<Evaluator> {
    let mut evaluators: Vec<Evaluator> = Vec::new();
    // How each of them is joined to what stands before.
    let mut joints: Vec<Joint> = Vec::new();
    let text = &people.text;
    for (part, joint) in parts(text).into_iter().flat_map(|part| unmarked(text, part, names)) {
        let part = people.trimmed(part);
        let cut = part.text.find(['(', '/']).unwrap_or(part.text.len());
        let before = part.trimmed(title(&part.text).min(cut)..cut);
        let inside = part.trimmed(cut..part.text.trim_end_matches([')', ' ', '.']).len().max(cut));
        let inside = inside.trimmed(inside.text.len().min(1)..inside.text.len());
        if is_person(&before.text) {
            evaluators.push(Evaluator { name: before, role: None, organisation: None });
            joints.push(joint);
            take_organisation(&mut evaluators, &joints, &inside);
        } else {
            let is_place = is_organisation(&before.text) || names.find(&before.text).is_some();
            let is_bare = inside.text.is_empty() && is_place;
            if !is_place && is_role(&before.text) {
                take_role(&mut evaluators, before.clone());
            }
            take_organisation(&mut evaluators, &joints, if is_bare { &before } else { &inside });
        }
    }
    evaluators
}

/// Gives the last evaluator the place of work that stands behind their name, and those
/// before them whom "och" joins to them: `Eva Ek, Ida Al och Bo Al, SKL`.
fn take_organisation(evaluators: &mut [Evaluator], joints: &[Joint], organisation: &Passage) {
    if organisation.text.is_empty() || evaluators.last().is_none_or(|it| it.organisation.is_some()) {
        return;
    }
    let mut is_list = false;
    for (at, evaluator) in evaluators.iter_mut().enumerate().rev() {
        let is_bare = evaluator.role.is_none() && evaluator.organisation.is_none();
        if is_list && !is_bare {
            return;
        }
        evaluator.organisation = Some(organisation.clone());
        match joints.get(at) {
            Some(Joint::And) => is_list = true,
            Some(Joint::Mark) if is_list => {}
            _ => return,
        }
    }
}

/// Gives the last evaluator the role that stands behind their name.
fn take_role(evaluators: &mut [Evaluator], role: Passage) {
    if let Some(last) = evaluators.last_mut().filter(|it| it.role.is_none() && it.organisation.is_none()) {
        last.role = Some(role);
    }
}

/// Whether a text may be what somebody is: words in lower case, none of which
/// is a label.
fn is_role(text: &str) -> bool {
    let is_label = words().cover.evaluators.iter().any(|label| label == text);
    text.starts_with(char::is_lowercase)
        && text.len() <= MAX_ROLE
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
        && !is_label
}

/// The longest role, in bytes: `senior konsult` and the like.
const MAX_ROLE: usize = 60;

/// How long the title is before a name: `Fil dr Bo Al`.
fn title(text: &str) -> usize {
    let titles = &words().cover.titles;
    let words = text.split(' ').take_while(|word| titles.contains(&word.to_lowercase()));
    words.map(|word| word.len() + 1).sum()
}

/// What stands between two parts of a list of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// The word "och", which makes them a pair.
    And,
    /// A comma.
    Mark,
    /// Another mark or word, or nothing.
    Other,
}

/// What parts people, in lower case.
const JOINTS: [(&str, Joint); 6] = [
    (",", Joint::Mark),
    (";", Joint::Other),
    ("\t", Joint::Other),
    (" och ", Joint::And),
    (" & ", Joint::And),
    (" samt ", Joint::Other),
];

/// What stands between the marks and words that part people, each with what stands before
/// it. Neither what is in brackets nor "Sveriges Kommuner och Regioner" is parted.
fn parts(text: &str) -> Vec<(Range<usize>, Joint)> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    let mut joint = Joint::Other;
    for (at, letter) in text.char_indices() {
        depth = match letter {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        let rest = text.get(at..).unwrap_or_default();
        let is_here = |mark: &str| rest.get(..mark.len()).is_some_and(|it| it.to_lowercase() == mark);
        let mark = JOINTS.iter().find(|(mark, _)| is_here(mark));
        let is_one = |mark: &str| {
            let next = rest.get(mark.len()..).unwrap_or_default().split([',', ';', '\t']).next();
            mark.starts_with(' ')
                && is_name_with_and(text.get(start..at).unwrap_or_default(), next.unwrap_or_default())
        };
        if let Some((mark, next)) = mark.filter(|(mark, _)| at >= start && depth == 0 && !is_one(mark)) {
            parts.push((start..at, joint));
            (start, joint) = (at + mark.len(), *next);
        }
    }
    parts.push((start..text.len(), joint));
    parts
}

/// Cuts a part where a person and an organisation meet without a mark: `Eva Ek
/// SKL`, `SKL Bo Al`, `Bo Al Norrby kommun`.
fn unmarked(
    text: &str,
    (part, joint): (Range<usize>, Joint),
    names: &Names<'_>,
) -> Vec<(Range<usize>, Joint)> {
    let whole = text.get(part.clone()).unwrap_or_default();
    let mut pieces = Vec::new();
    let (mut start, mut joint) = (0, joint);
    for (at, _) in whole.match_indices(' ') {
        let (Some(left), Some(right)) = (whole.get(start..at), whole.get(at + 1..)) else { continue };
        if !whole.contains(['(', '/']) && meet(left.trim(), right.trim(), names) {
            pieces.push((part.start + start..part.start + at, joint));
            (start, joint) = (at + 1, Joint::Other);
        }
    }
    pieces.push((part.start + start..part.end, joint));
    pieces
}

/// Whether `left` is a person and an organisation begins `right`, or the other
/// way round.
fn meet(left: &str, right: &str, names: &Names<'_>) -> bool {
    let begins_municipality =
        || names.mentions(right).first().is_some_and(|it| it.range.start == 0 && it.is_full);
    let mut next = right.split(' ');
    let (first, second) = (next.next().unwrap_or_default(), next.next().unwrap_or_default());
    if is_person(left) {
        return is_short_form(first) || begins_municipality();
    }
    let is_municipality = is_organisation(left) && names.find(left).is_some();
    (is_short_form(left) || is_municipality) && is_person(&format!("{first} {second}"))
}

/// Whether "och" between the two is a part of an organisation's name.
fn is_name_with_and(before: &str, after: &str) -> bool {
    let next = after.split(['(', '/']).next().unwrap_or_default();
    let next = next.split(" och ").next().unwrap_or_default().trim();
    let is_capital = next.starts_with(char::is_uppercase);
    is_capital && is_organisation(before) && !is_person(next.get(title(next)..).unwrap_or_default())
}

/// Whether a name is an acronym: `SKL`, `KPMG`.
fn is_short_form(text: &str) -> bool {
    (2..=6).contains(&text.len()) && text.chars().all(char::is_uppercase)
}

fn is_organisation(text: &str) -> bool {
    is_short_form(text) || comparable(text).split(' ').any(|word| words().cover.organisations.contains(word))
}

/// Whether a text is a person's name: two to four words, each with a capital.
fn is_person(text: &str) -> bool {
    let names: Vec<_> = text.split(' ').filter(|name| !name.is_empty()).collect();
    let is_name = |name: &&str| {
        name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase)
            || matches!(*name, "af" | "von" | "de")
    };
    (2..=4).contains(&names.len()) && names.iter().all(is_name) && !is_organisation(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn people_are_told_from_where_they_work() {
        let check = |text: &str, expected: &[(&str, Option<&str>)]| {
            let register = BTreeMap::new();
            let found = evaluators(&Document::of_lines([text]).whole(0), &Names::new(&register));
            let found: Vec<_> = found
                .iter()
                .map(|it| (it.name.text.as_str(), it.organisation.as_ref().map(|it| it.text.as_str())))
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Eva Ek, SKR", &[("Eva Ek", Some("SKR"))]);
        check("Eva Ek SKL", &[("Eva Ek", Some("SKL"))]);
        check("Eva Ek SKL Bo von Al SKR", &[("Eva Ek", Some("SKL")), ("Bo von Al", Some("SKR"))]);
        check(
            "Eva Ek, senior konsult (SKL) och Bo von Al, Norrby kommun",
            &[("Eva Ek", Some("SKL")), ("Bo von Al", Some("Norrby kommun"))],
        );
        check("Eva Ek, Bo Al och Ida Åberg", &[("Eva Ek", None), ("Bo Al", None), ("Ida Åberg", None)]);
        check("Eva Ek/SKL, Bo Al/Norrby", &[("Eva Ek", Some("SKL")), ("Bo Al", Some("Norrby"))]);
        check("Fil dr Bo Al, Högskolan i Norrby", &[("Bo Al", Some("Högskolan i Norrby"))]);
        check(
            "Eva Ek, Sveriges Kommuner och Landsting, Bo Al, Norrby kommun, och Ida Ek, SKR",
            &[
                ("Eva Ek", Some("Sveriges Kommuner och Landsting")),
                ("Bo Al", Some("Norrby kommun")),
                ("Ida Ek", Some("SKR")),
            ],
        );
        check(
            "Eva Ek (Sveriges Kommuner och Regioner) samt Bo Al",
            &[("Eva Ek", Some("Sveriges Kommuner och Regioner")), ("Bo Al", None)],
        );
        let both = [("Eva Ek", Some("SKR")), ("Bo Al", Some("SKR"))];
        check("Eva Ek och Bo Al, SKR", &both);
        check("Eva Ek Och Bo Al SKR", &both);
        check("Eva Ek & Bo Al (SKR)", &both);
        check("Eva Ek, Ida Ås och Bo Al, SKR", &[both[0], ("Ida Ås", Some("SKR")), both[1]]);
        check(
            "Eva Ek och Bo Al, SKR samt Ida Ås, Norrby kommun",
            &[both[0], both[1], ("Ida Ås", Some("Norrby kommun"))],
        );
        // Only "och" makes people a pair.
        check("Eva Ek, Bo Al, SKR", &[("Eva Ek", None), both[1]]);
        check("Eva Ek samt Bo Al, SKR", &[("Eva Ek", None), both[1]]);
        check("Eva Ek, Norrby kommun och Bo Al", &[("Eva Ek", Some("Norrby kommun")), ("Bo Al", None)]);
        check("", &[]);
    }

    #[test]
    fn evaluators_are_found_before_and_behind_their_label() {
        let check = |line: &str, expected: &[&str]| {
            let document = Document::of_lines([line]);
            let register = BTreeMap::new();
            let names = Names::new(&register);
            let lines = evaluator_lines(&document, &[0], &names);
            let found = lines.iter().flat_map(|it| evaluators(it, &names)).map(|it| it.name.text);
            assert_eq!(found.collect::<Vec<_>>(), expected, "{line}");
        };
        check("Utvärderare: Eva Ek, SKR", &["Eva Ek"]);
        check(
            "Utvärderingen har gjorts av Eva Ek, SKL och Bo Al, Göteborgs universitet",
            &["Eva Ek", "Bo Al"],
        );
        check("Utvärdering utförd av: Eva Ek/SKL", &["Eva Ek"]);
        check("Eva Ek (SKL) och Bo Al (Norrby kommun), utvärderare", &["Eva Ek", "Bo Al"]);
        check("Rapport av Eva Ek", &[]);
        check("Analys av Eva Ek, SKL", &["Eva Ek"]);
        check("Analys av Eva Ek", &[]);
    }
}
