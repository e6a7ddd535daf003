//! Words that say nothing in a search where other words say something.

/// The most usual Swedish words, those with which people ask, and those that stand on every
/// page of a portal about municipalities; in lower case. Their forms are words of their own.
const STOP_WORDS: &str = "\
    all alla allt andra annan annat att av bland blev bli blir bra bäst bästa då de dem \
    den denna deras dess dessa det detta dig din dina ditt du där därför efter eller en \
    ens er era ert ett finns för få får från fått flest föra ge ger gick gjort gör göra \
    gäller går gå ha hade han har heter hitta hon hur hög högre högst i inom inte \
    information jag jobba jobbar kan kanske kom kommer kommun kommunen kommunens \
    kommuner kommunerna kommuners kommuns kompass kommunkompassen ligger läsa man med \
    men mer mest mig min mina mitt mot mycket många måste möjligt na någon något några \
    när nära och om oss på rapport rapporten resultat sade samma satsa satsar se sedan \
    ser sig sin sina sitt ska skall skulle som stad stads står så sådan sätt säger ta \
    tar till tycker upp ut utan utvärdering utvärderingen utvärderas utvärderats vad var \
    vara vart varför vem vet vi vid vilka vilken vilket vill visa vår våra vårt vore är \
    även åt över bättre sämre sämst dålig dåliga dåligt god goda gott berätta menas \
    betyder fungerar funkar kunna använder arbetar arbeta";

/// Every stop word.
pub fn stop_words() -> impl Iterator<Item = &'static str> {
    STOP_WORDS.split_whitespace()
}
