//! What tells a recommendation: weights learnt from the sentences in
//! `tests/import/sentences`, all of our own invention.
//!
//! A line is `label, report's municipality, sentence before, sentence, sentence
//! after`, with tabs between them. The label is `referral` if it recommends
//! another municipality, which it names, `own` if it holds the report's own up
//! as an example, or else `other`. To teach the importer a way to say it, add a
//! file of sentences and run this with `KOMPASS_BLESS=1`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use kompass::import::{AROUND, Bearer, Context, Features, KIND, Names, Recommenders};
use kompass::model::{Code, Municipality};
use kompass::source::Sources;
use kompass::{load, validate};

use super::folder;
use crate::dice::Dice;
use crate::project::repository;

/// A sentence and what it is.
struct Lesson {
    author: String,
    label: String,
    /// By their names, to learn from, and as the importer sees them.
    names: BTreeSet<String>,
    features: Features,
    names_another: bool,
}

impl Lesson {
    /// The features that teach a question: pairs around a word and kinds say nothing of referrals.
    fn names(&self, question: &str) -> Vec<&str> {
        let names = self.names.iter().map(String::as_str);
        names.filter(|it| question == "own" || !it.contains(AROUND) && !it.contains(KIND)).collect()
    }
}

/// The register of the repository's own content.
fn register() -> BTreeMap<Code, Municipality> {
    let raw = load::reference(&repository(), &mut Sources::default()).unwrap();
    raw.and_then(|raw| validate::reference(&raw)).value.unwrap().1
}

fn lessons() -> Vec<Lesson> {
    let municipalities = register();
    let names = Names::new(&municipalities);
    let mut files: Vec<_> =
        fs::read_dir(folder("sentences")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut lessons = Vec::new();
    for file in files {
        let author = file.file_stem().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).unwrap();
        lessons.extend(text.lines().enumerate().map(|(at, line)| {
            lesson(&author, line, &names).unwrap_or_else(|| panic!("{author}:{}: {line}", at + 1))
        }));
    }
    lessons
}

/// Nothing for a line that is none.
fn lesson(author: &str, line: &str, names: &Names<'_>) -> Option<Lesson> {
    let [label, own, before, sentence, after] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
    let own = names.find(own)?;
    let bearer = |code: &Code| if *code == own.code { Bearer::Own } else { Bearer::Other };
    let mentions: Vec<_> =
        names.mentions(sentence).into_iter().map(|it| (it.range, bearer(&it.code))).collect();
    let names_another = mentions.iter().any(|(_, bearer)| *bearer == Bearer::Other);
    let is_known = matches!(label, "own" | "other") || label == "referral" && names_another;
    let context = Context { before, sentence, after };
    let mut names = BTreeSet::from([String::new()]);
    context.each_feature(&mentions, &mut |pieces| {
        names.insert(pieces.concat());
    });
    let features = context.features(&mentions);
    let (author, label) = (author.to_owned(), label.to_owned());
    is_known.then_some(Lesson { author, label, names, features, names_another })
}

/// Learns both questions. Only who names another can recommend it.
fn learn(lessons: &[&Lesson]) -> String {
    let naming: Vec<_> = lessons.iter().copied().filter(|it| it.names_another).collect();
    let mut text = String::new();
    for (question, lessons) in [("own", lessons), ("referral", &naming)] {
        let examples: Vec<_> = lessons.iter().map(|it| (it.names(question), it.label == question)).collect();
        writeln!(text, "{question}").unwrap();
        for (feature, weight) in separate(&examples) {
            let weight = (weight * value(feature) * SCALE).round();
            if weight.abs() >= LEAST {
                writeln!(text, "{weight}\t{feature}").unwrap();
            }
        }
    }
    text
}

/// Weights are written as whole numbers.
const SCALE: f64 = 1000.0;

/// Lighter ones decide nothing.
const LEAST: f64 = 4.0;

/// How much a feature counts: words of the sentences before and after a third, pairs around
/// another word half, and kinds, which are many, less than words.
fn value(feature: &str) -> f64 {
    match feature {
        _ if feature.starts_with(['<', '>']) => 0.3,
        _ if feature.contains(AROUND) => 0.5,
        _ if feature.contains(KIND) => 0.7,
        _ => 1.0,
    }
}

/// How much a sentence on the wrong side counts against small weights.
const COST: f64 = 0.15;

/// Times that all sentences are gone through.
const ROUNDS: usize = 25;

/// A linear support vector machine with squared loss, by coordinate descent in
/// its dual (Hsieh and others, 2008). Sums, products and quotients only, so it
/// comes out the same everywhere.
fn separate<'l>(examples: &[(Vec<&'l str>, bool)]) -> BTreeMap<&'l str, f64> {
    let mut index = BTreeMap::<&'l str, usize>::new();
    let mut rows: Vec<Vec<(usize, f64)>> = Vec::new();
    for (features, _) in examples {
        let mut number = |feature: &&'l str| {
            let next = index.len();
            (*index.entry(feature).or_insert(next), value(feature))
        };
        rows.push(features.iter().map(&mut number).collect());
    }
    let diagonal = 0.5 / COST;
    let norms: Vec<f64> =
        rows.iter().map(|row| row.iter().map(|(_, x)| x * x).sum::<f64>() + diagonal).collect();
    let mut weights = vec![0.0; index.len()];
    let mut alphas = vec![0.0; rows.len()];
    let mut order: Vec<_> = (0..rows.len()).collect();
    let mut dice = Dice::new(1);
    for _ in 0..ROUNDS {
        (1..order.len()).rev().for_each(|at| order.swap(at, dice.below(at + 1)));
        for &at in &order {
            let side = if examples[at].1 { 1.0 } else { -1.0 };
            let score: f64 = rows[at].iter().map(|(feature, x)| weights[*feature] * x).sum();
            let slope = side * score - 1.0 + diagonal * alphas[at];
            let alpha = f64::max(alphas[at] - slope / norms[at], 0.0);
            let step = (alpha - alphas[at]) * side;
            rows[at].iter().for_each(|(feature, x)| weights[*feature] += step * x);
            alphas[at] = alpha;
        }
    }
    index.into_iter().map(|(feature, at)| (feature, weights[at])).collect()
}

#[test]
fn the_weights_are_what_the_sentences_teach() {
    let lessons = lessons();
    let taught = learn(&lessons.iter().collect::<Vec<_>>());
    let file = repository().join("src/import/judgement/proposal/weights.txt");
    if crate::expected::is_blessed() {
        fs::write(&file, &taught).unwrap();
    }
    assert!(fs::read_to_string(file).unwrap() == taught, "teach it anew with KOMPASS_BLESS=1");
}

/// Right and wrong answers.
#[derive(Debug, Default)]
struct Tally {
    found: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn count(&mut self, is_said: bool, is_so: bool) {
        self.found += usize::from(is_said && is_so);
        self.wrong += usize::from(is_said && !is_so);
        self.missed += usize::from(!is_said && is_so);
    }

    /// In percent: of what was said so much is right, of what is right so much
    /// was said.
    fn precision_and_recall(&self) -> (usize, usize) {
        (
            100 * self.found / (self.found + self.wrong).max(1),
            100 * self.found / (self.found + self.missed).max(1),
        )
    }
}

/// Each author's sentences are judged by what all others have taught.
#[test]
fn authors_who_have_taught_nothing_are_understood() {
    let lessons = lessons();
    let mut authors: Vec<_> = lessons.iter().map(|it| it.author.as_str()).collect();
    authors.dedup();
    let (mut referral, mut own) = (Tally::default(), Tally::default());
    for author in authors {
        let (theirs, others): (Vec<_>, Vec<_>) = lessons.iter().partition(|it| it.author == author);
        let known = Recommenders::read(&learn(&others));
        for lesson in theirs {
            let refers = lesson.names_another && known.refers(&lesson.features);
            referral.count(refers, lesson.label == "referral");
            own.count(!refers && known.praises(&lesson.features), lesson.label == "own");
        }
    }
    // Percent right and percent found; they change when a sentence is added. `hints` and
    // `frames` hold what is hardest to tell, half of it praise of somebody else; without their
    // sentences to judge, and to learn from, it was 94 and 62.
    let figures = (referral.precision_and_recall(), own.precision_and_recall());
    assert_eq!(figures, ((87, 94), (91, 63)), "{referral:?} {own:?}");
}

/// How the program does on sets that have taught it nothing, as many files as the variable
/// `KOMPASS_SENTENCES` names, with colons between them, in the form of `tests/import/sentences`:
/// `KOMPASS_SENTENCES=a.tsv cargo test --test portal strangers -- --ignored --nocapture`. Each
/// sentence that is told wrongly is shown when `KOMPASS_SHOW` is set; once seen, a set is
/// none of strangers any more.
#[test]
#[ignore = "needs files that are not in the repository"]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "files are named, and figures printed, for a person"
)]
fn sets_of_strangers_are_understood() {
    let (municipalities, known) = (register(), Recommenders::known());
    let names = Names::new(&municipalities);
    let is_shown = std::env::var_os("KOMPASS_SHOW").is_some();
    for file in std::env::var("KOMPASS_SENTENCES").unwrap().split(':') {
        let (mut referral, mut own, mut bad) = (Tally::default(), Tally::default(), 0);
        for line in fs::read_to_string(file).unwrap().lines().filter(|line| !line.trim().is_empty()) {
            // A referral whose municipality is no name of the register cannot be found.
            let lesson = lesson("", line, &names)
                .or_else(|| lesson("", &line.replacen("referral\t", "other\t", 1), &names));
            let Some(lesson) = lesson else {
                bad += 1;
                continue;
            };
            let label = line.split('\t').next().unwrap();
            let refers = lesson.names_another && known.refers(&lesson.features);
            let praises = !refers && known.praises(&lesson.features);
            referral.count(refers, label == "referral");
            own.count(praises, label == "own");
            if is_shown && ((label == "own") != praises || (label == "referral") != refers) {
                println!("{label} {praises} {refers}: {line}");
            }
        }
        for (question, tally) in [("own", &own), ("referral", &referral)] {
            let (precision, recall) = tally.precision_and_recall();
            println!("{file}: {question}: precision {precision} %, recall {recall} %, {tally:?}");
        }
        assert!(own.found + own.missed > 0 && bad == 0, "{file}: {bad} lines are no sentences");
    }
}
