//! The sentences that say when an evaluation was made, which in order it was,
//! how many were interviewed, and its total.

use std::collections::BTreeSet;

use super::boilerplate::sentences;
use super::count::{count, is_range};
use super::cover::year;
use super::document::Passage;
use super::total::{self, Certainty};
use super::words::words;
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
    /// Whether the ordinal only counts since the criteria changed.
    pub is_ordinal_doubtful: bool,
    /// How many people were interviewed.
    pub interviews: Option<u16>,
    /// Years of earlier evaluations.
    pub earlier: Vec<u16>,
    /// The sentence that names month and year.
    pub sentence: Option<Passage>,
    /// The stated total, if a line of its own says it.
    pub total_line: Option<Passage>,
    /// Sentences that may say what a key of the record holds.
    pub unclear: Vec<(&'static str, Passage)>,
    /// The numbers of points that sentences speak of.
    pub totals: Vec<total::Mention>,
}

/// No line that states the total is longer.
pub const LONGEST_LINE: usize = 80;

/// Nobody evaluates a municipality by fewer talks; two may have been on a screen.
const FEWEST: u16 = 10;

/// Nobody has been evaluated so often.
const MOST_TIMES: u8 = 20;

/// No sentence we read is longer.
const LONGEST: usize = 600;

impl Occasion {
    /// Takes what `passage`, a paragraph of the summary, says.
    /// `is_of_others` knows the sentences on other municipalities alone.
    pub fn read(&mut self, passage: &Passage, is_of_others: &dyn Fn(&str) -> bool) {
        if !is_of_others(&passage.text) {
            self.read_total_line(passage);
        }
        let mut is_next = false;
        for range in sentences(&passage.text).into_iter().filter(|range| range.len() <= LONGEST) {
            let sentence = passage.slice(range);
            if is_of_others(&sentence.text) {
                is_next = false;
                continue;
            }
            let plain = comparable(&sentence.text);
            let said = plain_words(&plain);
            is_next = self.read_sentence(&sentence, &plain, is_next);
            self.read_interviews(&sentence, &said);
            self.totals.extend(total::mentions(&sentence));
        }
    }

    /// Takes when it was and which in order. `is_next` says that the sentence
    /// before was about an evaluation; the answer, that this one is.
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
        if (is_about || is_next) && self.ordinal.is_none() {
            self.ordinal = time(&said).or_else(|| of_this(&said));
        }
        if is_about {
            self.read_times(sentence, &said);
        }
        is_about
    }

    /// `har tidigare utvärderats två gånger, 2009 och 2013`: this is the third.
    /// Years alone are not said to be all, and then the order is left out.
    fn read_times(&mut self, sentence: &Passage, said: &[&str]) {
        if !has_any(said, &words().occasion.before) {
            return;
        }
        let times = said.windows(2).find_map(|pair| match pair {
            [first, "gånger" | "gång"] => count(first).and_then(|it| u8::try_from(it).ok()),
            _ => None,
        });
        let Some(times) = times.filter(|it| *it < MOST_TIMES) else { return };
        let years = said.iter().filter_map(|word| year(word)).count();
        if years != 0 && years != usize::from(times) || self.ordinal.is_some_and(|it| it != times + 1) {
            self.unclear.push(("ordinal", sentence.clone()));
        } else {
            self.ordinal = Some(times + 1);
        }
    }

    fn read_clause(&mut self, sentence: &Passage, said: &[&str], is_about: bool) {
        let occasion = &words().occasion;
        let is_carried_out = has_any(said, &occasion.carried_out);
        let is_named = has_any(said, &occasion.evaluation);
        let is_before = has_any(said, &occasion.before);
        let is_current = is_about && has_any(said, &occasion.current);
        let years: Vec<_> = said.iter().filter_map(|word| year(word)).collect();
        let is_this = is_named && is_carried_out || is_current;
        if self.year.is_none() && is_this && !is_before && !years.is_empty() {
            self.year = years.first().copied();
            self.read_month(sentence, said);
            self.ordinal = self.ordinal.or(ordinal(said));
            self.is_ordinal_doubtful =
                said.iter().any(|word| matches!(*word, "nya" | "uppdaterade" | "reviderade"));
            self.sentence = Some(sentence.clone());
        } else if is_about
            && ((is_before && is_named) || (is_carried_out && has_any(said, &occasion.earlier)))
        {
            self.read_earlier(sentence, said, &years);
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
    fn read_earlier(&mut self, sentence: &Passage, said: &[&str], years: &[u16]) {
        let is_range = |word: &&str| word.split(['-', '–']).filter_map(year).count() > 1;
        if said.iter().any(is_range) {
            self.unclear.push(("earlier", sentence.clone()));
            return;
        }
        let new = years.iter().filter(|year| self.year != Some(**year) && !self.earlier.contains(year));
        let new: Vec<_> = new.copied().collect();
        self.earlier.extend(new);
    }

    /// `35 personer`, `ett 40-tal personer`, `trettio personer (33)`.
    fn read_interviews(&mut self, sentence: &Passage, said: &[&str]) {
        let occasion = &words().occasion;
        // Talks are interviews where the evaluation is spoken of.
        let talks = if self.sentence.is_some() { occasion.talks.as_slice() } else { &[] };
        let is_talk = |word: &&str| {
            word.starts_with("intervju") || talks.iter().any(|talk| word.starts_with(talk.as_str()))
        };
        if self.interviews.is_some() || !said.iter().any(is_talk) {
            return;
        }
        let end = said.iter().position(|word| occasion.parts.contains(*word)).unwrap_or(said.len());
        let said = said.get(..end).unwrap_or_default();
        let is_people = |at: usize| said.get(at).is_some_and(|word| occasion.people.contains(*word));
        let of_people: Vec<_> = (0..end).filter(|at| is_people(at + 1) || is_people(at + 2)).collect();
        let word = |at: usize| said.get(at).copied().unwrap_or_default();
        let number = |at: usize| count(word(at)).filter(|it| *it >= FEWEST);
        let counts: Vec<_> = of_people.iter().filter_map(|at| number(*at)).collect();
        let is_between = |at: &usize| {
            is_range(word(*at))
                || (number(*at).is_some() && said.get(..*at).is_some_and(|it| it.contains(&"mellan")))
        };
        // "Some thirty (33)": the exact number stands behind.
        let exact = of_people.iter().filter(|at| number(**at).is_some()).find_map(|at| {
            (at + 2..at + 4)
                .find_map(|next| number(next).filter(|it| sentence.text.contains(&format!("({it})"))))
        });
        match (counts.as_slice(), of_people.iter().any(is_between)) {
            ([one], false) => self.interviews = exact.or(Some(*one)),
            ([], false) => {}
            _ => self.unclear.push(("interviews", sentence.clone())),
        }
    }

    /// `Norrby kommun 2018 - 461p` on a line of its own.
    fn read_total_line(&mut self, passage: &Passage) {
        let text = &passage.text;
        let is_line = text.len() <= LONGEST_LINE
            && text.starts_with(char::is_uppercase)
            && ["poäng", "p"].iter().any(|unit| text.ends_with(unit));
        if !is_line || self.total_line.is_some() {
            return;
        }
        let last = total::mentions(passage).pop().filter(|it| it.certainty > Certainty::Other);
        self.total_line = last.map(|it| it.points);
    }
}

/// The words of a sentence without the marks around them.
fn plain_words(plain: &str) -> Vec<&str> {
    let words = plain.split([' ', ',', '(', ')']).map(|word| word.trim_matches(['.', ';', ':']));
    words.filter(|it| !it.is_empty()).collect()
}

fn has_any(said: &[&str], signs: &BTreeSet<String>) -> bool {
    said.iter().any(|word| signs.contains(*word))
}

/// Parts of a sentence that may be about different evaluations: `den förra
/// skedde 2010, den aktuella i mars 2022`.
fn clauses(plain: &str) -> impl Iterator<Item = &str> {
    plain.split(';').flat_map(|clause| {
        let begins = |at: &usize| {
            let opening = plain_words(clause.get(*at..).unwrap_or_default()).into_iter().take(CLAUSE);
            has_any(&opening.collect::<Vec<_>>(), &words().occasion.current)
        };
        let comma = clause.match_indices(", ").map(|(at, _)| at).find(begins);
        let (first, second) = clause.split_at(comma.unwrap_or(clause.len()));
        [first, second].into_iter().filter(|it| !it.is_empty())
    })
}

/// A clause says within so many words which evaluation it is about.
const CLAUSE: usize = 4;

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

/// The ordinal before "gången": `utvärderas nu för andra gången`.
fn time(said: &[&str]) -> Option<u8> {
    ordinal_before(said, |word| matches!(word, "gången" | "gång"))
}

/// The ordinal of the evaluation in question: `det är kommunens andra
/// utvärdering`, `den är den andra i ordningen`. One with a year before it may
/// be another.
fn of_this(said: &[&str]) -> Option<u8> {
    let is_noun = |word: &str| words().occasion.evaluation.contains(word) || word == "i";
    let at = said.windows(2).position(|pair| ordinal_before(pair, is_noun).is_some())?;
    let (before, from) = said.split_at_checked(at)?;
    let is_of_order =
        from.get(1) != Some(&"i") || from.get(2).is_some_and(|word| word.starts_with("ordning"));
    let is_this = before.iter().any(|word| words().occasion.being.contains(*word));
    let has_year = before.iter().any(|word| year(word).is_some());
    (is_of_order && is_this && !has_year).then(|| ordinal_before(from, is_noun))?
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
    use crate::import::document::Document;

    fn read(text: &str) -> Occasion {
        let document = Document::of_lines([text]);
        let mut occasion = Occasion::default();
        occasion.read(&document.whole(0), &|_| false);
        occasion
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
        ] {
            check(&format!("{made} {rest}"), Some(2018), Some(5), ordinal, earlier);
        }
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

    #[test]
    fn a_line_of_its_own_states_the_total() {
        let total = |text: &str| read(text).total_line.map(|passage| passage.text);
        assert_eq!(total("Norrby kommun 2018 - 461p"), Some("461".into()));
        assert_eq!(total("Norrby kommun 2018: 461,5 poäng"), Some("461,5".into()));
        assert_eq!(total("Norrby får totalt 595 poäng av 800."), None);
        assert_eq!(total("Medelvärde alla kommuner: 476 p"), None);
    }
}
