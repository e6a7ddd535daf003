//! The sentences that say when an evaluation was made, which in order it was,
//! how many were interviewed, and its total.

use std::collections::BTreeSet;

use super::total;
use crate::import::line::document::Passage;
use crate::import::vocabulary::count::{count, is_range};
use crate::import::vocabulary::date::year;
use crate::import::vocabulary::sentence::sentences;
use crate::import::vocabulary::words::words;
use crate::language::{self, comparable};

/// When and how the evaluation was made, as far as the report says.
#[derive(Clone, Debug, Default)]
pub struct Occasion {
    /// Year.
    pub year: Option<u16>,
    /// Month, 1–12.
    pub month: Option<u8>,
    /// Which of the municipality's evaluations it is.
    pub ordinal: Option<u8>,
    /// Whether the ordinal may count from when the criteria were renewed only.
    pub is_ordinal_doubtful: bool,
    /// How many people were interviewed.
    pub interviews: Option<u16>,
    /// Years of earlier evaluations.
    pub earlier: Vec<u16>,
    /// The sentence that names month and year.
    pub sentence: Option<Passage>,
    /// The total, if a line of its own or the row of a table states it.
    pub total_line: Option<Passage>,
    /// Keys of the record that could not be filled, each with the sentence that may
    /// say it.
    pub unclear: Vec<(&'static str, Passage)>,
    /// The numbers of points that sentences speak of.
    pub totals: Vec<total::Mention>,
}

/// The fewest people who are interviewed for an evaluation; a smaller number counts
/// something else.
const MIN_INTERVIEWS: u16 = 10;

/// More evaluations than any municipality has had.
const MAX_TIMES: u8 = 20;

/// The longest sentence that is read, in bytes. Those that tell of the evaluation
/// have 204 at most in real reports.
const MAX_SENTENCE: usize = 600;

impl Occasion {
    /// The occasion after one more paragraph of the summary: what a paragraph
    /// before has said holds. `is_of_others` knows the sentences on other
    /// municipalities alone.
    #[must_use]
    pub fn told_by(mut self, paragraph: &Passage, is_of_others: impl Fn(&str) -> bool) -> Self {
        let was_told = self.sentence.is_some();
        let mut is_next = false;
        for range in sentences(&paragraph.text).into_iter().filter(|range| range.len() <= MAX_SENTENCE) {
            let sentence = paragraph.slice(range);
            if is_of_others(&sentence.text) {
                is_next = false;
                continue;
            }
            let plain = comparable(&sentence.text);
            is_next = self.read_sentence(&sentence, &plain, is_next);
            let is_told = self.sentence.is_some() && !was_told;
            self.read_interviews(&sentence, &plain_words(&plain), is_told);
            self.totals.extend(total::mentions(&sentence));
        }
        self
    }

    /// Takes date and order from a sentence. `is_next` says that the sentence before
    /// was about an evaluation; returns whether this one is.
    fn read_sentence(&mut self, sentence: &Passage, plain: &str, is_next: bool) -> bool {
        let occasion = &words().occasion;
        let said = plain_words(plain);
        if has_any(&said, &occasion.others) {
            return false;
        }
        let is_about = has_any(&said, &occasion.evaluation);
        for clause in clauses(plain).map(plain_words) {
            self.read_clause(sentence, &clause, is_about || is_next);
        }
        if is_about || is_next {
            let time = if is_about { time(&said) } else { None };
            self.set_ordinal(time.or_else(|| of_this(&said)), &said);
        }
        if is_about {
            self.read_times(sentence, &said);
        }
        is_about
    }

    /// Takes the order from the number of evaluations before: `har tidigare
    /// utvärderats två gånger, 2009 och 2013` makes this one the third. Years that
    /// are only listed may not be all, and tell no order.
    fn read_times(&mut self, sentence: &Passage, said: &[&str]) {
        if !has_any(said, &words().occasion.before) {
            return;
        }
        let times = said.windows(2).find_map(|pair| match pair {
            [first, "gånger" | "gång"] => count(first).and_then(|it| u8::try_from(it).ok()),
            _ => None,
        });
        let Some(times) = times.filter(|it| *it < MAX_TIMES) else { return };
        let years = said.iter().filter_map(|word| year(word)).count();
        if years != 0 && years != usize::from(times) || self.ordinal.is_some_and(|it| it != times + 1) {
            self.unclear.push(("ordinal", sentence.clone()));
        } else {
            self.set_ordinal(Some(times + 1), said);
        }
    }

    /// Takes the order unless it is known.
    fn set_ordinal(&mut self, ordinal: Option<u8>, said: &[&str]) {
        if self.ordinal.is_none() && ordinal.is_some() {
            self.ordinal = ordinal;
            self.is_ordinal_doubtful = has_any(said, &words().occasion.renewed);
        }
    }

    fn read_clause(&mut self, sentence: &Passage, said: &[&str], is_about: bool) {
        let occasion = &words().occasion;
        let is_carried_out = has_any(said, &occasion.carried_out);
        let is_named = has_any(said, &occasion.evaluation);
        let is_before = has_any(said, &occasion.before);
        let made = if is_named && is_carried_out { year_made(said) } else { None };
        let made = made.or_else(|| if is_about { current_year(said) } else { None });
        if let Some(made) = made
            && self.year.is_none()
            && !is_before
        {
            self.year = Some(made);
            self.read_month(sentence, said);
            self.set_ordinal(ordinal(said), said);
            self.sentence = Some(sentence.clone());
        } else if is_about
            && ((is_before && is_named) || (is_carried_out && has_any(said, &occasion.earlier)))
        {
            self.read_earlier(sentence, said);
        }
    }

    /// The month, if the sentence names one alone.
    fn read_month(&mut self, sentence: &Passage, said: &[&str]) {
        let parts = said.iter().flat_map(|word| word.split(['/', '-', '–']));
        let mut months: Vec<_> = parts.filter_map(language::parse_month).collect();
        months.dedup();
        match months.as_slice() {
            [] => {}
            [month] => self.month = (*month).try_into().ok(),
            _ => self.unclear.push(("month", sentence.clone())),
        }
    }

    /// The years of earlier evaluations; those of a range are not all named.
    fn read_earlier(&mut self, sentence: &Passage, said: &[&str]) {
        if said.iter().any(|word| is_span(word)) {
            self.unclear.push(("earlier", sentence.clone()));
            return;
        }
        let years = said.iter().filter_map(|word| year(word));
        let new = years.filter(|year| self.year != Some(*year) && !self.earlier.contains(year));
        let new: Vec<_> = new.collect();
        self.earlier.extend(new);
    }

    /// `35 personer`, `ett 40-tal personer`, `trettio personer (33)`. `is_told`
    /// says that the paragraph has told when the evaluation was made: there the
    /// evaluators' talks are interviews.
    fn read_interviews(&mut self, sentence: &Passage, said: &[&str], is_told: bool) {
        let occasion = &words().occasion;
        let is_talk = |word: &&str| occasion.talks.iter().any(|talk| word.starts_with(talk.as_str()));
        let is_theirs = is_told && has_any(said, &occasion.evaluators) && said.iter().any(is_talk);
        let is_interview = said.iter().any(|word| word.starts_with("intervju"));
        if self.interviews.is_some() || !(is_interview || is_theirs) {
            return;
        }
        let end = said.iter().position(|word| occasion.parts.contains(*word)).unwrap_or(said.len());
        let (counts, is_vague) = counts(sentence, said.get(..end).unwrap_or_default());
        match (counts.as_slice(), is_vague) {
            ([one], false) => self.interviews = Some(*one),
            ([], false) => {}
            _ => self.unclear.push(("interviews", sentence.clone())),
        }
    }
}

/// The words of a sentence without the marks around them.
fn each_word(plain: &str) -> impl Iterator<Item = &str> {
    let words = plain.split([' ', ',', '(', ')']).map(|word| word.trim_matches(['.', ';', ':']));
    words.filter(|it| !it.is_empty())
}

fn plain_words(plain: &str) -> Vec<&str> {
    each_word(plain).collect()
}

fn has_any(said: &[&str], signs: &BTreeSet<String>) -> bool {
    said.iter().any(|word| signs.contains(*word))
}

/// The numbers of people in a sentence, and whether one of them is a range.
fn counts(sentence: &Passage, said: &[&str]) -> (Vec<u16>, bool) {
    let is_people = |at: usize| said.get(at).is_some_and(|word| words().occasion.people.contains(*word));
    let of_people = (0..said.len()).filter(|at| is_people(at + 1) || is_people(at + 2));
    let of_people: Vec<_> = of_people.collect();
    let number = |at: usize| count(said.get(at)?).filter(|it| *it >= MIN_INTERVIEWS);
    let is_between = |at: usize| {
        let before = said.get(..at).unwrap_or_default();
        said.get(at).is_some_and(|it| is_range(it)) || (number(at).is_some() && before.contains(&"mellan"))
    };
    // "drygt trettio personer (33)": the number in brackets is exact.
    let is_exact = |it: &u16| sentence.text.contains(&format!("({it})"));
    let exact = |at: usize| (at + 2..at + 4).find_map(|next| number(next).filter(is_exact));
    let count = |at: &usize| number(*at).map(|it| exact(*at).unwrap_or(it));
    (of_people.iter().filter_map(count).collect(), of_people.iter().any(|at| is_between(*at)))
}

/// Whether a word is a range of years.
fn is_span(word: &str) -> bool {
    word.split(['-', '–']).filter_map(year).count() > 1
}

/// The first year of a clause that says that an evaluation was made, unless it
/// is where something began or ended: `sedan 2014`.
fn year_made(said: &[&str]) -> Option<u16> {
    let before = std::iter::once("").chain(said.iter().copied());
    let pairs = before.zip(said.iter().copied());
    let of_this = pairs.filter(|(before, word)| !words().occasion.limits.contains(*before) && !is_span(word));
    of_this.map(|(_, word)| word).find_map(year)
}

/// The year of the evaluation in question, right behind what says that it is:
/// `den aktuella utvärderingen i mars 2022`.
fn current_year(said: &[&str]) -> Option<u16> {
    let occasion = &words().occasion;
    let at = said.iter().position(|word| occasion.current.contains(*word))?;
    let goes_on = |word: &&str| {
        occasion.evaluation.contains(*word)
            || occasion.carried_out.contains(*word)
            || matches!(*word, "i" | "år" | "under" | "rum")
            || language::parse_month(word).is_some()
    };
    let next = said.iter().skip(at + 1).copied().find(|word| !goes_on(word))?;
    if is_span(next) { None } else { year(next) }
}

/// Within how many words a clause says what it is about.
const OPENING: usize = 4;

/// Parts of a sentence that may be about different evaluations: `den förra
/// skedde 2010, den aktuella i mars 2022`.
fn clauses(plain: &str) -> impl Iterator<Item = &str> {
    plain.split(';').flat_map(|clause| {
        let begins = |at: &usize| {
            let mut opening = each_word(clause.get(*at..).unwrap_or_default()).take(OPENING);
            opening.any(|word| words().occasion.current.contains(word))
        };
        let comma = clause.match_indices(", ").map(|(at, _)| at).find(begins);
        let (first, second) = clause.split_at(comma.unwrap_or(clause.len()));
        [first, second].into_iter().filter(|it| !it.is_empty())
    })
}

/// The ordinal before "utvärdering", or behind "kommunens" at an end:
/// `kommunens andra utvärdering`, `och var kommunens första`.
fn ordinal(said: &[&str]) -> Option<u8> {
    let own = said.iter().position(|word| matches!(*word, "kommunens" | "stadens"));
    let bare = match own.and_then(|own| said.get(own..)) {
        Some([_, word] | [_, word, "och", ..]) => place(word),
        _ => None,
    };
    ordinal_before(said, |word| words().occasion.evaluation.contains(word)).or(bare)
}

/// The number that an ordinal says.
fn place(word: &str) -> Option<u8> {
    let ordinals = &words().occasion.ordinals;
    let at = ordinals.iter().position(|forms| forms.iter().any(|it| it == word))?;
    u8::try_from(at + 1).ok()
}

/// The ordinal between "för" or a verb of being and "gången": `utvärderas nu för
/// andra gången`.
fn time(said: &[&str]) -> Option<u8> {
    said.windows(3).find_map(|words| match words {
        [before, ordinal, "gången" | "gång"] if *before == "för" || is_being(before) => place(ordinal),
        _ => None,
    })
}

fn is_being(word: &str) -> bool {
    words().occasion.being.contains(word)
}

/// The ordinal of the evaluation in question: `det är kommunens andra
/// utvärdering`, `den är den andra i ordningen`. It is another one when the
/// sentence compares or denies, or a year stands beside.
fn of_this(said: &[&str]) -> Option<u8> {
    let is_noun = |word: &str| words().occasion.evaluation.contains(word) || word == "i";
    let at = said.windows(2).position(|pair| ordinal_before(pair, is_noun).is_some())?;
    let (before, from) = said.split_at_checked(at)?;
    let is_of_order =
        from.get(1) != Some(&"i") || from.get(2).is_some_and(|word| word.starts_with("ordning"));
    let has_year = before.iter().chain(from.iter().take(5)).any(|word| year(word).is_some());
    (is_of_order && says_this(before) && !has_year).then(|| ordinal_before(from, is_noun))?
}

/// Whether words end by saying of the evaluation in question that it is:
/// `detta är alltså den`, `den var Norrby kommuns`.
fn says_this(before: &[&str]) -> bool {
    let occasion = &words().occasion;
    let Some(at) = before.iter().rposition(|word| is_being(word)) else { return false };
    let (subject, rest) = before.split_at_checked(at).unwrap_or_default();
    let is_this = |word: &&str| occasion.these.contains(*word) || occasion.evaluation.contains(*word);
    let is_said = subject.last().is_some_and(is_this) || rest.get(1).is_some_and(is_this);
    is_said && rest.len() <= OPENING + 1 && !has_any(rest, &occasion.denials)
}

fn ordinal_before(said: &[&str], is_noun: impl Fn(&str) -> bool) -> Option<u8> {
    said.windows(2).find_map(|pair| match pair {
        [first, second] if is_noun(second) => place(first),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::document::Document;

    fn read(text: &str) -> Occasion {
        Occasion::default().told_by(&Document::of_lines([text]).whole(0), |_| false)
    }

    #[test]
    fn the_sentences_are_read() {
        let it = read(
            "Utvärderingen av Norrby kommun gjordes i mars år 2011 som kommunens andra utvärdering. Den första gjordes 2009. Vi har mött ca 35 personer i intervjuer.",
        );
        assert_eq!((it.year, it.month, it.ordinal, it.interviews), (Some(2011), Some(3), Some(2), Some(35)));
        assert_eq!(it.earlier, [2009]);
        let it = read("Gruppen har läst dokument och intervjuat ett 40-tal personer.");
        assert_eq!(it.interviews, Some(40));
    }

    #[test]
    fn the_evaluation_is_told_in_many_ways() {
        let check =
            |text: &str, year: Option<u16>, month: Option<u8>, ordinal: Option<u8>, earlier: &[u16]| {
                let it = read(text);
                assert_eq!((it.year, it.month, it.ordinal), (year, month, ordinal), "{text}");
                assert_eq!(it.earlier, earlier, "{text}");
            };
        check("Norrby kommun utvärderades i maj 2018.", Some(2018), Some(5), None, &[]);
        check("Utvärderingen ägde rum i maj 2018.", Some(2018), Some(5), None, &[]);
        check(
            "Norrby utvärderas nu för andra gången; den förra utvärderingen gjordes 2012.",
            None,
            None,
            Some(2),
            &[2012],
        );
        check(
            "Kommunen har tidigare utvärderats 2009 och 2013. Den nu aktuella utvärderingen gjordes i maj 2018.",
            Some(2018),
            Some(5),
            None,
            &[2009, 2013],
        );
        check("Kommunens 2:a utvärdering genomfördes i maj 2018.", Some(2018), Some(5), Some(2), &[]);
        check(
            "Utvärderingen gjordes i maj 2018. De tidigare genomfördes 2004, 2007 och 2010.",
            Some(2018),
            Some(5),
            None,
            &[2004, 2007, 2010],
        );
        for (text, ordinal, earlier) in [
            ("Kommunen har tidigare utvärderats två gånger, 2009 och 2013.", Some(3), &[2009, 2013][..]),
            ("Norrby har utvärderats en gång tidigare.", Some(2), &[]),
            ("Kommunen har tidigare utvärderats 2009 och 2013.", None, &[2009, 2013]),
            ("Kommunen har tidigare utvärderats tre gånger, bland annat 2013.", None, &[2013]),
            ("Norrby har utvärderats två gånger.", None, &[]),
        ] {
            check(text, None, None, ordinal, earlier);
        }
        check(
            "Utvärderingen genomfördes i maj 2018 och var kommunens första.",
            Some(2018),
            Some(5),
            Some(1),
            &[],
        );
        check(
            "Norrby har utvärderats för tredje gången. Tidigare utvärderingar skedde 2010 och 2014, den aktuella i maj 2018.",
            Some(2018),
            Some(5),
            Some(3),
            &[2010, 2014],
        );
        let made = "Utvärderingen gjordes i maj 2018.";
        for (rest, ordinal, earlier) in [
            ("Det är den andra i ordningen, den förra ägde rum 2014.", Some(2), &[2014][..]),
            ("Det är kommunens andra utvärdering, den förra ägde rum 2014.", Some(2), &[2014]),
            (
                "Kommunen har inte utvärderats tidigare, detta är alltså den första utvärderingen.",
                Some(1),
                &[],
            ),
            ("Den första utvärderingen gjordes 2014.", None, &[2014]),
            ("Det är kommunens andra.", None, &[]),
            ("Utvärderingen 2014 var kommunens första utvärdering.", None, &[]),
            ("Resultatet är högre än vid den första utvärderingen.", None, &[]),
            ("Resultatet är högre än vid den första utvärderingen (2009).", None, &[]),
            ("Detta är inte kommunens första utvärdering.", None, &[]),
            ("Det är fyra år sedan kommunens första utvärdering.", None, &[]),
            ("För första gången har kommunen en vision.", None, &[]),
            ("Detta är Norrby kommuns tredje utvärdering.", Some(3), &[]),
            ("För Norrby är det den första utvärderingen.", Some(1), &[]),
        ] {
            check(&format!("{made} {rest}"), Some(2018), Some(5), ordinal, earlier);
        }
        let made = "Utvärderingen gjordes i maj 2018.";
        for before in [
            "I den aktuella utvärderingen har kommunen förbättrat sig sedan 2014.",
            "Utvärderingen speglar nuvarande mandatperiod 2014–2018.",
            "Utvärderingar har gjorts sedan 2009.",
        ] {
            check(&format!("{before} {made}"), Some(2018), Some(5), None, &[]);
        }
        let it = read(&format!("{made} Det är den första utvärderingen enligt de nya kriterierna."));
        assert_eq!((it.ordinal, it.is_ordinal_doubtful), (Some(1), true));
        // Of others, or of something else.
        check("Medelvärdet för kommuner som utvärderas för första gången är 436.", None, None, None, &[]);
        check("Tidigare genomfördes en enkät 2015.", None, None, None, &[]);
        let it = read(
            "Utvärderingen gjordes i månadsskiftet maj/juni 2018. Tidigare utvärderingar gjordes 2009–2013.",
        );
        assert_eq!((it.month, it.earlier.as_slice()), (None, &[][..]));
        assert_eq!(it.unclear.iter().map(|it| it.0).collect::<Vec<_>>(), ["month", "earlier"]);
    }

    #[test]
    fn talks_are_interviews_in_a_text_on_the_evaluation() {
        let made = "Utvärderingen gjordes i maj 2018.";
        for (text, expected) in [
            (format!("{made} Vi har läst planer och talat med sammanlagt 34 personer."), Some(34)),
            (format!("{made} Bilden bygger på samtal med ett fyrtiotal personer."), Some(40)),
            ("Kommunen har talat med 34 personer.".to_owned(), None),
            (format!("{made} Kommundirektören har mött 400 chefer."), None),
        ] {
            assert_eq!(read(&text).interviews, expected, "{text}");
        }
    }

    #[test]
    fn interviews_are_counted_where_the_report_does() {
        let check = |text: &str, expected: Option<u16>, is_unclear: bool| {
            let it = read(&format!("Vi har genomfört intervjuer med {text}."));
            assert_eq!((it.interviews, !it.unclear.is_empty()), (expected, is_unclear), "{text}");
        };
        check("ett fyrtiotal personer", Some(40), false);
        check("trettiotvå personer", Some(32), false);
        check("41 förtroendevalda, chefer och medarbetare", Some(41), false);
        check("drygt trettio personer (33) i organisationen", Some(33), false);
        check("28 st personer, varav 12 politiker", Some(28), false);
        check("två personer", None, false);
        check("många personer", None, false);
        check("mellan 30 och 35 personer", None, true);
        check("30–35 personer", None, true);
        check("ett 20-tal politiker och 15 tjänstemän", None, true);
    }
}
