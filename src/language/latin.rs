//! Letters of other alphabets that look like Latin ones, and signs that nobody sees: they come
//! with a copy from a PDF, and a reader cannot tell them from what was meant.

/// Each look-alike and the Latin letter it looks like.
const ALIKE: &str = "аaеeоoрpсcуyхxіiјjѕsԁdһhкkмmтtнHвBАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅS\
                     ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvıi";

/// The first character of `text` that only looks like the Latin letter meant, or is not seen at
/// all, and `text` in Latin letters. `None` when there is none, or the rest is not Latin either.
pub fn latin(text: &str) -> Option<(char, String)> {
    let odd = text.chars().find(|it| is_unseen(*it) || alike(*it).is_some())?;
    let seen = text.chars().filter(|it| !is_unseen(*it));
    let plain: String = seen.map(|it| alike(it).unwrap_or(it)).collect();
    let is_latin = |it: char| !it.is_alphabetic() || it < '\u{250}';
    plain.chars().all(is_latin).then_some((odd, plain))
}

/// Whether a character takes no place on paper.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The Latin letter that `character` looks like.
fn alike(character: char) -> Option<char> {
    let mut letters = ALIKE.chars();
    while let (Some(odd), Some(plain)) = (letters.next(), letters.next()) {
        if odd == character {
            return Some(plain);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::latin;

    #[test]
    fn what_looks_latin_becomes_latin() {
        assert_eq!(latin("Styrk\u{43e}r"), Some(('\u{43e}', "Styrkor".to_owned())));
        assert_eq!(latin("\u{421}tyrkor\u{200b}"), Some(('\u{421}', "Ctyrkor".to_owned())));
        assert_eq!(latin("Styr\u{200b}kor"), Some(('\u{200b}', "Styrkor".to_owned())));
        assert_eq!(latin("Förbättring – é"), None);
        assert_eq!(latin("Привет"), None);
    }
}
