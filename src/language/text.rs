//! Text as the rest of Kompass may expect it (L4), and text made comparable.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

const BYTE_ORDER_MARK: char = '\u{feff}';
const SOFT_HYPHEN: char = '\u{ad}';

/// The first byte of U+0300 in UTF-8, from where on text can be decomposed.
const FIRST_ACCENT: u8 = 0xcc;

/// The last byte of a soft hyphen in UTF-8. Few other characters end in it.
const HYPHEN_END: u8 = 0xad;

/// `text` in NFC, without byte order mark and soft hyphens, with lines ended by
/// a line feed alone (L4). Clean text is passed on without being copied. Doing
/// it twice changes nothing more.
pub fn normalise(text: &str) -> Cow<'_, str> {
    let text = text.trim_start_matches(BYTE_ORDER_MARK);
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    if !text.contains('\r') && !text.contains(SOFT_HYPHEN) && text.split('\n').all(is_composed) {
        return Cow::Borrowed(text);
    }
    // Soft hyphens go before letters are composed (NFC): one between a letter and its
    // accent would keep the two apart.
    let unbroken: String = text.replace("\r\n", "\n").replace('\r', "\n").replace(SOFT_HYPHEN, "");
    Cow::Owned(unbroken.trim_start_matches(BYTE_ORDER_MARK).nfc().collect())
}

/// Whether every byte of `text` shows that there is nothing to normalise, which
/// holds for most texts and is seen at many bytes a step.
fn is_plain(text: &str) -> bool {
    let is_odd = |byte: u8| byte == b'\r' || byte == HYPHEN_END || byte >= FIRST_ACCENT;
    !text.bytes().fold(false, |odd, byte| odd | is_odd(byte))
}

/// Whether a line is in NFC. Nearly every line of Swedish is settled by its
/// greatest byte, without decoding a character.
fn is_composed(line: &str) -> bool {
    line.bytes().fold(0, u8::max) < FIRST_ACCENT || is_nfc(line)
}

/// The beginning of `text`, at most `most` characters of it and whole words only: its
/// first sentences where at least half of that are sentences, else with `…` where it
/// breaks off.
pub fn excerpt(text: &str, most: usize) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let kept = text.get(..end).unwrap_or(text);
    let mut ends = kept.rmatch_indices(['.', '!', '?']).map(|(at, mark)| at + mark.len());
    let end = ends.find(|at| text.get(*at..).is_some_and(starts_anew));
    if let Some(sentences) = end.filter(|at| at * 2 >= kept.len()).and_then(|at| kept.get(..at)) {
        return sentences.to_owned();
    }
    let words = kept.rfind(char::is_whitespace).and_then(|at| kept.get(..at)).unwrap_or(kept);
    format!("{}…", words.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether a sentence may begin here: after white space with a capital letter, or after
/// the last of the text.
fn starts_anew(rest: &str) -> bool {
    let next = rest.trim_start();
    next.len() < rest.len() && next.chars().next().is_none_or(char::is_uppercase)
}

/// What two spellings of the same heading or name have in common: lower case,
/// straight quotes, plain hyphens, one plain space between words, none around
/// (L4). For comparing, not for showing. Expects normalised text.
pub fn comparable(text: &str) -> String {
    let plain: String = text.chars().map(plain).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn plain(character: char) -> char {
    match character {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' | '`' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        other => other,
    }
}

/// Lower case without accents, å ä ö included: `Höganäs` → `hoganas` (L3).
/// Other characters stay.
pub fn fold(text: &str) -> String {
    if let Some(folded) = fold_swedish(text) {
        return folded;
    }
    let mut folded = String::with_capacity(text.len());
    for character in text.nfd().filter(|character| !is_combining_mark(*character)) {
        match character {
            'æ' | 'Æ' => folded.push_str("ae"),
            'ø' | 'Ø' => folded.push('o'),
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded
}

/// As [`fold`], for text with no letters but those of Swedish: nearly all there is, and many
/// times faster.
fn fold_swedish(text: &str) -> Option<String> {
    let plain = |character: char| match character {
        'å' | 'ä' | 'Å' | 'Ä' => Some('a'),
        'ö' | 'Ö' => Some('o'),
        'é' | 'É' => Some('e'),
        other => other.is_ascii().then(|| other.to_ascii_lowercase()),
    };
    text.chars().map(plain).collect()
}

/// `text` as an anchor or a part of an address (L3): a–z, 0–9 and single
/// hyphens between. `None` when nothing of it can be kept.
pub fn slug(text: &str) -> Option<String> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|character: char| !is_slug_character(character))
        .filter(|word| !word.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join("-"))
}

/// Whether `text` is a slug as [`slug`] makes them (L3).
pub fn is_slug(text: &str) -> bool {
    text.split('-').all(|word| !word.is_empty() && word.chars().all(is_slug_character))
}

fn is_slug_character(character: char) -> bool {
    character.is_ascii_lowercase() || character.is_ascii_digit()
}

/// The words of `text` in lower case: letters and digits, with hyphens between
/// them. Most are in lower case already and not copied.
pub fn words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let runs = text.split(|character: char| !character.is_alphanumeric() && character != '-');
    let words = runs.map(|run| run.trim_matches('-')).filter(|word| !word.is_empty());
    words.map(|word| {
        let has_capitals = word.chars().any(char::is_uppercase);
        if has_capitals { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_ends_with_a_sentence_or_says_that_it_breaks_off() {
        let text = "Kommunen har en plan. Den följs upp t.ex. varje år, i mars och i november.";
        assert_eq!(excerpt(text, 200), text);
        assert_eq!(excerpt(text, 40), "Kommunen har en plan.");
        assert_eq!(
            excerpt(text, 60),
            "Kommunen har en plan. Den följs upp t.ex. varje år, i mars…",
            "no sentence in half of it"
        );
        assert_eq!(excerpt("Ååå, öööö", 5), "Ååå…");
        assert_eq!(excerpt("ååååååå", 5), "ååååå…");
    }

    #[test]
    fn clean_text_is_not_copied() {
        for text in ["", "Höganäs\nkommun – ”bra”\n", "\u{feff}Åre"] {
            assert!(matches!(normalise(text), Cow::Borrowed(_)), "{text:?}");
        }
    }

    #[test]
    fn input_is_normalised_once_and_for_all() {
        let cases = [
            ("\u{feff}a", "a"),
            ("a\u{feff}b", "a\u{feff}b"),
            ("\u{ad}\u{feff}a", "a"),
            ("a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd"),
            ("\r\r\n", "\n\n"),
            ("A\u{30a}re", "Åre"),
            ("Å\n\u{301}", "Å\n\u{301}"),
            ("Å\nA\u{30a}", "Å\nÅ"),
            ("O\u{ad}\u{308}rebro", "Örebro"),
            ("sam\u{ad}verkan", "samverkan"),
            ("\u{a0}”\u{2013}", "\u{a0}”\u{2013}"),
        ];
        for (text, expected) in cases {
            let normal = normalise(text);
            assert_eq!(normal, expected, "{text:?}");
            assert_eq!(normalise(&normal), expected, "twice {text:?}");
        }
    }

    #[test]
    fn spellings_of_a_heading_compare_equal() {
        let cases = [
            ("  Ledning\u{a0}och  styrning\n", "ledning och styrning"),
            ("”Finns delar” – men", "\"finns delar\" - men"),
            ("ÖPPENHET", "öppenhet"),
            ("kommunens ’modell’", "kommunens 'modell'"),
            ("2010\u{2011}2016", "2010-2016"),
            (" ", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(comparable(text), expected, "{text:?}");
        }
    }

    #[test]
    fn slugs_are_plain_and_recognised() {
        let cases = [
            ("Höganäs", "hoganas"),
            ("Håbo", "habo"),
            ("Upplands Väsby", "upplands-vasby"),
            ("3.2 Så gör vi – idé & form!", "3-2-sa-gor-vi-ide-form"),
            ("--a--b--", "a-b"),
            ("A\u{30a}re", "are"),
            ("Øst og Vest", "ost-og-vest"),
            ("İ", "i"),
        ];
        for (text, expected) in cases {
            let slug = slug(text).unwrap();
            assert_eq!(slug, expected, "{text:?}");
            assert!(is_slug(&slug), "{slug}");
        }
        for text in ["", "–", "!?", "日本", "\u{301}"] {
            assert_eq!(slug(text), None, "{text:?}");
        }
    }

    #[test]
    fn other_texts_are_no_slugs() {
        for text in ["", "-", "a-", "-a", "a--b", "A", "å", "a b", "a/b", "a\n"] {
            assert!(!is_slug(text), "{text:?}");
        }
        for text in ["a", "0", "habo-uppsala", "omrade-3"] {
            assert!(is_slug(text), "{text}");
        }
    }
}
