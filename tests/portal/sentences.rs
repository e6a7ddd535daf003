//! Sentences that are made of data read like sentences, whatever the data (P1, P6).

use kompass::message::{Argument, Messages};

use crate::project::{real, repository};

/// The texts of the theme.
fn texts() -> Messages {
    let source = std::fs::read_to_string(repository().join("themes/kompass/texts/sv.ftl")).unwrap();
    Messages::read("sv", &source).unwrap_or_else(|_| panic!("the theme's texts cannot be read"))
}

fn said(texts: &Messages, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    let sentence = texts.format(id, arguments.iter().copied()).unwrap();
    assert!(!sentence.contains(['{', '}']) && !sentence.contains("  "), "{id}: {sentence}");
    assert!(!sentence.starts_with([' ', ',', '.']) && !sentence.contains(" ,"), "{id}: {sentence}");
    sentence
}

#[test]
fn every_municipality_is_told_of_by_its_names() {
    let texts = texts();
    let register = std::fs::read(repository().join("content/municipalities.csv")).unwrap();
    let mut names = 0;
    for row in csv::Reader::from_reader(&register[..]).records() {
        let row = row.unwrap();
        let (name, official, slug) = (&row[1], &row[3], &row[5]);
        let page = real().text(&format!("kommuner/{slug}/"));
        // A headline, and either a verdict or what is said in its place.
        assert!(page.contains(official), "{official}");
        let points = said(&texts, "verdict-who", &[("name", Argument::Text(official))]);
        let without = said(&texts, "no-evaluation-explained", &[("name", Argument::Text(official))]);
        assert!(page.contains(&points) != page.contains(&without), "{name}: {page}");
        assert!(!page.contains(&format!("{name} kommuns kommun")) && !page.contains("  "), "{name}");
        names += 1;
    }
    assert_eq!(names, 290);
}

#[test]
fn areas_are_counted_in_words_and_one_is_no_plural() {
    let texts = texts();
    let verdict = |id: &str, above: u64, compared: u64| {
        let text = Argument::Text;
        let arguments = [
            ("above", Argument::Count(above)),
            ("compared", Argument::Count(compared)),
            ("most", text("Arbetsliv")),
            ("most_by", text("+16")),
            ("least", text("Effektivitet")),
            ("least_by", text("−8")),
        ];
        said(&texts, id, &arguments)
    };
    for compared in 1..=15 {
        for id in ["verdict-all-above", "verdict-all-below", "verdict-level"] {
            let sentence = verdict(id, compared, compared);
            assert_eq!(sentence.starts_with("Alla "), compared > 1, "{sentence}");
            assert_eq!(sentence.contains("mest"), compared > 1 && id != "verdict-level", "{sentence}");
            assert!(sentence.ends_with('.'), "{sentence}");
        }
        for above in 1..compared {
            for id in ["verdict-above", "verdict-mixed"] {
                let sentence = verdict(id, above, compared);
                assert!(sentence.starts_with(&format!("{above} av {compared} områden ligger")), "{sentence}");
            }
        }
    }
    assert_eq!(
        verdict("verdict-all-above", 8, 8),
        "Alla åtta områden ligger över det publicerade medelvärdet, mest Arbetsliv (+16)."
    );
    assert_eq!(
        verdict("verdict-mixed", 1, 8),
        "1 av 8 områden ligger över det publicerade medelvärdet. Längst över ligger Arbetsliv (+16), \
         längst under Effektivitet (−8)."
    );
}

#[test]
fn places_are_said_with_their_ties() {
    let texts = texts();
    let place = |place: u64, ordinal: &str, others: u64| {
        let arguments = [
            ("place", Argument::Count(place)),
            ("ordinal", Argument::Text(ordinal)),
            ("others", Argument::Count(others)),
            ("of", Argument::Count(37)),
            ("edition", Argument::Text("2020 års utgåva")),
        ];
        said(&texts, "verdict-rank", &arguments)
    };
    let end = "bland 37 kommuner i portalen (2020 års utgåva).";
    assert_eq!(place(1, "1:a", 0), format!("Totalen är den högsta {end}"));
    assert_eq!(place(2, "2:a", 0), format!("Totalen är den näst högsta {end}"));
    assert_eq!(
        place(3, "3:e", 1),
        format!("Totalen är, tillsammans med en annan kommuns, den 3:e högsta {end}")
    );
    assert_eq!(
        place(21, "21:a", 4),
        format!("Totalen är, tillsammans med 4 andra kommuners, den 21:a högsta {end}")
    );
}
