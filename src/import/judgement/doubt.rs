//! Everything else that a reviewer should look at: parts that are missing,
//! names that differ, unknown headings, figures that could not be read.

use std::collections::BTreeSet;

use rust_decimal::RoundingStrategy;

use super::decision::Decision;
use super::figures::Figures;
use super::finding::{About, Finding};
use crate::diagnostic::Fault;
use crate::format::evaluation::Key;
use crate::import::line::document::{Document, Passage, Piece, Unseen};
use crate::import::line::entry::lone_number;
use crate::import::line::heading::is_name_of;
use crate::import::line::part::{Part, area_heading};
use crate::import::reading::Reading;
use crate::import::reading::area::Section;
use crate::import::reading::prose::Node;
use crate::import::reading::summary::occasion::Occasion;
use crate::import::vocabulary::words::words;
use crate::language;
use crate::model::printed::{Printed, differences};
use crate::model::{Absence, Area, Difference, Edition, Score, SubAreaNumber, Weight};

/// What a reviewer should look at in `reading` of `document`, which is filed as
/// `decision` says and has these `figures`; by kind.
pub(crate) fn doubts(
    document: &Document,
    reading: &Reading,
    decision: &Decision<'_>,
    figures: &Figures,
) -> Vec<Finding> {
    let edition = decision.edition;
    let mut findings = contradictions(reading, decision, figures);
    findings.extend(ordinal(&reading.occasion));
    findings.extend(unclear(&reading.occasion));
    findings.extend(missing(reading, edition, figures));
    findings.extend(contents(document, reading));
    findings.extend(extras(reading));
    findings.extend(names(reading, edition));
    findings.extend(headings(reading));
    findings.extend(empty(reading));
    findings.extend(items(reading));
    findings.extend(numbers(document, reading));
    findings.extend(hyphens(document, reading));
    findings.extend(
        document
            .unseen
            .iter()
            .map(|it| Finding::of_whole(Fault::Unseen { what: unseen(*it).to_owned() }, About::Whole)),
    );
    findings
}

/// Where the report's figures contradict each other.
fn contradictions(reading: &Reading, decision: &Decision<'_>, figures: &Figures) -> Vec<Finding> {
    let edition = decision.edition;
    let total = figures.total.as_ref().and_then(|it| language::parse_points(&it.text));
    let printed = Printed {
        year: decision.year,
        month: reading.occasion.month,
        cover_date: reading.cover.date,
        total: total.map_or(Score::Absent(Absence::NotPublished), Score::Points),
        areas: &figures.results(edition),
    };
    let found = differences(printed, edition);
    // Rounding explains some sums; a total is worth a look all the same,
    // unless it is the sum in another precision.
    let is_total = |it: &Difference| match it {
        Difference::TotalSum { total, sum, .. } => {
            sum.round_dp_with_strategy(total.scale(), RoundingStrategy::MidpointAwayFromZero) != *total
        }
        _ => false,
    };
    let told = found.iter().filter(|it| it.weight() == Weight::Warning || is_total(it));
    told.map(|it| contradiction(it, it.fault(language::format_points), reading, figures)).collect()
}

fn contradiction(difference: &Difference, fault: Fault, reading: &Reading, figures: &Figures) -> Finding {
    let (passage, about) = match difference {
        Difference::AreaBox { area, .. } => (figures.boxes.get(area), About::Box(*area)),
        Difference::Percent { sub_area, .. } => (figures.percent.get(sub_area), About::Percent(*sub_area)),
        Difference::AreaSum { area, .. } => {
            (figures.areas.get(area).or(figures.boxes.get(area)), About::Area(*area))
        }
        Difference::TotalSum { .. } => (figures.total.as_ref(), About::Total),
        Difference::CoverDate { .. } => {
            let date = |line: &&Passage| {
                crate::import::vocabulary::date::date(&language::comparable(&line.text)).is_some()
            };
            (reading.cover.lines.iter().find(date), About::Key(Key::CoverDate))
        }
    };
    match passage {
        Some(passage) => Finding::at(fault, passage, about),
        None => Finding::of_whole(fault, about),
    }
}

fn ordinal(occasion: &Occasion) -> Option<Finding> {
    let (ordinal, sentence) = (occasion.ordinal?, occasion.sentence.as_ref()?);
    let fault = Fault::OrdinalUnclear { found: ordinal.to_string() };
    occasion.is_ordinal_doubtful.then(|| Finding::at(fault, sentence, About::Key(Key::Ordinal)))
}

/// Sentences that may say what the record lacks.
fn unclear(occasion: &Occasion) -> impl Iterator<Item = Finding> {
    occasion.unclear.iter().map(|(what, sentence)| {
        let fault = Fault::Unclear { what: (*what).to_owned(), found: sentence.text.clone() };
        Finding::at(fault, sentence, Key::of(what).map_or(About::Whole, About::Key))
    })
}

/// Numbers alone on a line that were read as words of a sentence.
fn numbers(document: &Document, reading: &Reading) -> Vec<Finding> {
    let parted = reading.texts().filter(|it| it.line() != it.last_line());
    let lines = parted.flat_map(Passage::pieces);
    let numbers = lines.filter(|it| lone_number(document.text(it.line)).is_some());
    let finding = |piece: &Piece| {
        let found = document.text(piece.line).to_owned();
        let fault = Fault::Unclear { what: "page".to_owned(), found };
        Finding::on_line(fault, piece.line, piece.range.clone(), About::Whole)
    };
    numbers.map(finding).collect()
}

/// Parts that every report has, and figures that every table has.
fn missing(reading: &Reading, edition: &Edition, figures: &Figures) -> Vec<Finding> {
    let mut missing = Vec::new();
    let mut lacks = |is_there: bool, what: &str, number: String, about: About| {
        if !is_there {
            let fault = Fault::PartMissing { what: what.to_owned(), number };
            missing.push(Finding::of_whole(fault, about));
        }
    };
    let texts = About::Key(Key::Narratives);
    lacks(!reading.summary.is_empty(), "summary", String::new(), texts);
    for area in &edition.areas {
        let number = area.number.to_string();
        let chapter = reading.areas.get(&area.number);
        let has_lists = chapter.is_some_and(|it| !it.lists.is_empty());
        let boxes = About::Box(area.number);
        lacks(chapter.is_some(), "chapter", number.clone(), texts);
        lacks(chapter.is_none() || has_lists, "lists", number.clone(), texts);
        lacks(chapter.is_none() || figures.boxes.contains_key(&area.number), "box", number.clone(), boxes);
        let is_summed = figures.areas.contains_key(&area.number);
        lacks(is_summed, "sum", number.clone(), About::Area(area.number));
        for sub_area in area.sub_areas.iter().map(|it| it.number) {
            let is_there = figures.points.contains_key(&sub_area) || figures.unreadable.contains(&sub_area);
            lacks(is_there, "score", sub_area.to_string(), About::Points(sub_area));
        }
    }
    missing
}

/// Areas with scores and text whose sub-areas have no sections: where nothing else is missing,
/// nobody would look for them.
pub(crate) fn sections(reading: &Reading, edition: &Edition, figures: &Figures) -> Vec<Finding> {
    let finding = |area: &Area| {
        let chapter = reading.areas.get(&area.number)?;
        let scored: Vec<_> =
            area.sub_areas.iter().map(|it| it.number).filter(|it| figures.points.contains_key(it)).collect();
        let has = |number: &SubAreaNumber| chapter.has_section(*number);
        let missing: Vec<_> = scored.iter().filter(|it| !has(it)).map(ToString::to_string).collect();
        let has_any = chapter.sections.iter().any(|section| section.meant.is_some());
        let has_text = !chapter.introduction.is_empty() || !chapter.sections.is_empty();
        let fault = Fault::SectionsMissing {
            area: area.number.to_string(),
            found: if has_any { "some" } else { "none" }.to_owned(),
            missing: missing.join(", "),
        };
        let about = About::Key(Key::Narratives);
        (has_text && !missing.is_empty()).then(|| Finding::of_whole(fault, about))
    };
    edition.areas.iter().filter_map(finding).collect()
}

/// Headings of sub-areas below which there is no text, nor below another heading on the same.
fn empty(reading: &Reading) -> impl Iterator<Item = Finding> {
    reading.areas.values().flat_map(|area| {
        let is_empty = |section: &&Section| {
            let number = section.meant.map(|meant| meant.number);
            number.is_some() && area.nodes_on(number).next().is_none()
        };
        let mut seen = BTreeSet::new();
        let empty = area.sections.iter().filter(is_empty);
        let once = empty.filter(move |section| seen.insert(section.meant.map(|meant| meant.number)));
        once.map(|section| {
            let fault = Fault::SectionEmpty { heading: section.heading.text.clone() };
            Finding::at(fault, &section.heading, About::Key(Key::Narratives))
        })
    })
}

/// Chapters that the list of contents lacks.
fn contents(document: &Document, reading: &Reading) -> Vec<Finding> {
    if reading.contents.is_empty() {
        return Vec::new();
    }
    let is_listable = |part: &Part| !matches!(part, Part::Cover | Part::Contents | Part::Extra(_));
    let missing =
        reading.parts.iter().filter(|(part, _)| is_listable(part) && !reading.listed.contains(part));
    let finding = |(_, line): (&Part, &usize)| {
        let chapter = document.text(*line).to_owned();
        let range = 0..chapter.len();
        Finding::on_line(Fault::NotInContents { chapter }, *line, range, About::Whole)
    };
    missing.map(finding).collect()
}

/// Chapters that reports do not have as a rule.
fn extras(reading: &Reading) -> impl Iterator<Item = Finding> {
    reading.extras.iter().map(|heading| {
        let fault = Fault::ExtraChapter { chapter: heading.text.clone() };
        Finding::at(fault, heading, About::Key(Key::Narratives))
    })
}

/// Names in headings and tables that the edition does not know.
fn names(reading: &Reading, edition: &Edition) -> Vec<Finding> {
    let mut found = Vec::new();
    for chapter in reading.areas.values() {
        let name = area_heading(&chapter.heading.text)
            .map(|(_, at)| chapter.heading.slice(at..chapter.heading.text.len()));
        found.extend(edition.area(chapter.number).zip(name).and_then(|(area, name)| other_name(area, &name)));
    }
    let mut seen = BTreeSet::new();
    for head in reading.tables.heads.iter().filter(|head| seen.insert(head.area)) {
        found.extend(edition.area(head.area).and_then(|area| other_name(area, &head.name)));
    }
    let sub_areas = reading.tables.rows.iter().filter_map(|row| {
        let sub_area = edition.sub_area(row.number)?;
        let is_known =
            row.title.text.is_empty() || is_name_of(&row.title.text, &sub_area.name, &sub_area.also);
        let fault = Fault::OtherName {
            what: row.number.to_string(),
            found: row.title.text.clone(),
            expected: sub_area.name.clone(),
        };
        (!is_known).then(|| Finding::at(fault, &row.title, About::Whole))
    });
    found.extend(sub_areas);
    found
}

/// Headings whose sub-area was guessed, or is none.
fn headings(reading: &Reading) -> Vec<Finding> {
    let mut findings = Vec::new();
    for chapter in reading.areas.values() {
        let mut last: Option<SubAreaNumber> = None;
        for section in &chapter.sections {
            let certain = section.meant.is_some_and(|meant| meant.is_certain);
            last = section.meant.map(|meant| meant.number).or(last);
            if !certain {
                let nearest = last.map_or_else(|| chapter.number.to_string(), |it| it.to_string());
                let fault = Fault::HeadingUnclear { heading: section.heading.text.clone(), nearest };
                findings.push(Finding::at(fault, &section.heading, About::Key(Key::Narratives)));
            }
        }
    }
    findings
}

/// Items of lists that were parted from the one before.
fn items(reading: &Reading) -> impl Iterator<Item = Finding> {
    let parted = reading.areas.values().flat_map(|area| &area.parted);
    parted.map(|item| {
        let fault = Fault::ItemParted { item: item.text.clone() };
        Finding::at(fault, item, About::Key(Key::Narratives))
    })
}

/// Hyphens that may be line breaks', inside lines and between them.
fn hyphens(document: &Document, reading: &Reading) -> Vec<Finding> {
    let kept = reading.repairs.iter().filter(|it| it.joined.is_none());
    let inside = kept.filter_map(|repair| {
        let at = document.text(repair.line).find(&repair.word)?;
        let range = at..at + repair.word.len();
        Some(Finding::on_line(
            Fault::HyphenKept { word: repair.word.clone() },
            repair.line,
            range,
            About::Key(Key::Narratives),
        ))
    });
    inside.chain(broken(reading)).collect()
}

/// Paragraphs and items of lists with a hyphen before a blank.
fn broken(reading: &Reading) -> impl Iterator<Item = Finding> {
    let passages = reading.areas.values().flat_map(|it| {
        let nodes = it.introduction.iter().chain(it.sections.iter().flat_map(|it| &it.nodes));
        nodes.filter_map(Node::passage).chain(it.lists.values().flatten())
    });
    passages
        .filter(|it| it.line() != it.last_line())
        .filter_map(|passage| {
            let at = passage.text.match_indices("- ").find(|(at, _)| {
                let (before, after) = (passage.text.get(..*at), passage.text.get(at + 2..));
                let is_letter = before.is_some_and(|it| it.ends_with(char::is_lowercase));
                let next = after.and_then(|it| it.split(' ').next()).unwrap_or_default();
                is_letter
                    && next.starts_with(char::is_lowercase)
                    && !words().joining.after_hyphen.contains(next)
            })?;
            let start = passage.text.get(..at.0)?.rfind(' ').map_or(0, |it| it + 1);
            let end = passage.text.get(at.0 + 2..)?.find(' ').map_or(passage.text.len(), |it| at.0 + 2 + it);
            let word = passage.slice(start..end);
            Some(Finding::at(
                Fault::HyphenKept { word: word.text.clone() },
                &word,
                About::Key(Key::Narratives),
            ))
        })
        .collect::<Vec<_>>()
        .into_iter()
}

fn other_name(area: &Area, printed: &Passage) -> Option<Finding> {
    let is_known = printed.text.is_empty() || is_name_of(&printed.text, &area.name, &area.also);
    let (what, found, expected) = (area.number.to_string(), printed.text.clone(), area.name.clone());
    (!is_known).then(|| Finding::at(Fault::OtherName { what, found, expected }, printed, About::Whole))
}

/// The kind, as messages name it.
fn unseen(unseen: Unseen) -> &'static str {
    match unseen {
        Unseen::Windows1252 => "windows-1252",
        Unseen::BadBytes => "bad-bytes",
        Unseen::TextBox => "text-box",
        Unseen::TrackedChange => "tracked-change",
        Unseen::Comment => "comment",
        Unseen::HiddenText => "hidden-text",
        Unseen::Picture => "picture",
        Unseen::PageWithoutText => "page-without-text",
        Unseen::UnknownCharacter => "unknown-character",
    }
}
