//! What invented names and texts are made of.

/// Areas of every edition.
pub(super) const AREAS: [&str; 8] =
    ["Öppenhet", "Samhälle", "Styrning", "Samverkan", "Service", "Kvalitet", "Arbetsgivare", "Ledarskap"];

/// Put before a name when all without are taken.
pub(super) const PREFIXES: [&str; 5] = ["", "Norra ", "Södra ", "Östra ", "Västra "];

/// How a name begins.
pub(super) const FIRST: [&str; 40] = [
    "Ek", "Gran", "Tall", "Lind", "Ask", "Alm", "Hassel", "Rönn", "Sten", "Silver", "Järn", "Koppar", "Korn",
    "Råg", "Hästs", "Räv", "Varg", "Björn", "Älg", "Hjort", "Svan", "Örn", "Falk", "Trast", "Lärk", "Mås",
    "Gädd", "Abborr", "Källs", "Kloster", "Drott", "Grev", "Ängs", "Moss", "Klint", "Udds", "Grind", "Sälg",
    "Törn", "Slån",
];

/// How a name ends.
pub(super) const SECOND: [&str; 20] = [
    "torp", "köping", "hult", "rud", "ryd", "arp", "åker", "vik", "näs", "holm", "fors", "älv", "bro", "dal",
    "lunda", "hed", "mark", "tuna", "måla", "träsk",
];

/// Words of texts.
pub(super) const WORDS: [&str; 72] = [
    "kommunen",
    "nämnden",
    "förvaltningen",
    "verksamheten",
    "ledningen",
    "budgeten",
    "planen",
    "strategin",
    "policyn",
    "modellen",
    "rapporten",
    "analysen",
    "enkäten",
    "dialogen",
    "webbplatsen",
    "tjänsten",
    "kvaliteten",
    "resultatet",
    "målet",
    "uppdraget",
    "ansvaret",
    "beslutet",
    "underlaget",
    "stödet",
    "samarbetet",
    "invånarna",
    "brukarna",
    "medarbetarna",
    "cheferna",
    "politikerna",
    "fullmäktige",
    "riktlinjer",
    "indikatorer",
    "nyckeltal",
    "jämförelser",
    "förbättringar",
    "synpunkter",
    "klagomål",
    "uppföljning",
    "utvärdering",
    "arbetar",
    "utvecklar",
    "redovisar",
    "beskriver",
    "använder",
    "prövar",
    "stärker",
    "samlar",
    "sprider",
    "jämför",
    "mäter",
    "planerar",
    "samordnar",
    "publicerar",
    "tydliga",
    "gemensamma",
    "övergripande",
    "systematiska",
    "öppna",
    "enkla",
    "lokala",
    "långsiktiga",
    "återkommande",
    "och",
    "men",
    "med",
    "för",
    "i",
    "av",
    "på",
    "som",
    "hur",
];
