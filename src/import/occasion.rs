//! The sentences that say when an evaluation was made, which in order it was,
//! how many were interviewed, and its total.

use super::boilerplate::sentences;
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
    /// The numbers of points that sentences speak of.
    pub totals: Vec<total::Mention>,
}

/// No line that states the total is longer.
pub const LONGEST_LINE: usize = 80;

/// No sentence we read is longer.
const LONGEST: usize = 600;

impl Occasion {
    /// Takes what `passage`, a paragraph of the summary, says.
    pub fn read(&mut self, passage: &Passage) {
        self.read_total_line(passage);
        for range in sentences(&passage.text).into_iter().filter(|range| range.len() <= LONGEST) {
            let sentence = passage.slice(range);
            let plain = comparable(&sentence.text);
            let words: Vec<_> = plain
                .split([' ', ',', '(', ')'])
                .map(|word| word.trim_matches(['.', ';', ':']))
                .filter(|it| !it.is_empty())
                .collect();
            self.read_sentence(&sentence, &words);
            self.read_interviews(&words);
            self.totals.extend(total::mentions(&sentence));
        }
    }

    fn read_sentence(&mut self, sentence: &Passage, said: &[&str]) {
        let occasion = &words().occasion;
        let is_carried_out = said.iter().any(|word| occasion.carried_out.contains(*word));
        let month = said.iter().find_map(|word| language::parse_month(word));
        let year = said.iter().find_map(|word| year(word));
        let is_about = said.iter().any(|word| occasion.evaluation.contains(*word));
        if self.year.is_none() && is_about && is_carried_out && year.is_some() {
            self.year = year;
            self.month = month.and_then(|month| month.try_into().ok());
            self.ordinal = ordinal(said);
            self.is_ordinal_doubtful =
                said.iter().any(|word| matches!(*word, "nya" | "uppdaterade" | "reviderade"));
            self.sentence = Some(sentence.clone());
        } else if is_carried_out && said.iter().any(|word| occasion.earlier.contains(*word)) {
            let earlier = year.filter(|year| self.year.is_some_and(|now| *year < now));
            self.earlier.extend(earlier.filter(|year| !self.earlier.contains(year)));
        }
    }

    /// `35 personer`, `ett 40-tal personer`, `cirka 30 intervjuer`.
    fn read_interviews(&mut self, said: &[&str]) {
        let occasion = &words().occasion;
        if self.interviews.is_some() || !said.iter().any(|word| word.starts_with("intervju")) {
            return;
        }
        let number = |word: &str| {
            word.trim_end_matches("-talet")
                .trim_end_matches("-tal")
                .parse()
                .ok()
                .filter(|it| (1..1000).contains(it))
        };
        self.interviews = said.iter().enumerate().find_map(|(at, word)| {
            let mut next = said.iter().skip(at + 1).take(2);
            number(word).filter(|_| next.any(|it| occasion.people.contains(*it)))
        });
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

/// The ordinal before "utvärdering": `kommunens andra utvärdering`.
fn ordinal(said: &[&str]) -> Option<u8> {
    let occasion = &words().occasion;
    let at = said.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let is_evaluation = occasion.evaluation.contains(*second);
        let place = occasion.ordinals.iter().position(|forms| forms.iter().any(|form| form == first));
        place.filter(|_| is_evaluation)
    })?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::document::Document;

    fn read(text: &str) -> Occasion {
        let document = Document::of_lines([text]);
        let mut occasion = Occasion::default();
        occasion.read(&document.whole(0));
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
    fn a_line_of_its_own_states_the_total() {
        let total = |text: &str| read(text).total_line.map(|passage| passage.text);
        assert_eq!(total("Norrby kommun 2018 - 461p"), Some("461".into()));
        assert_eq!(total("Norrby kommun 2018: 461,5 poäng"), Some("461,5".into()));
        assert_eq!(total("Norrby får totalt 595 poäng av 800."), None);
        assert_eq!(total("Medelvärde alla kommuner: 476 p"), None);
    }
}
