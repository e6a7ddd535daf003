//! The content of the portal once every rule has been checked. Values own their
//! data and are never changed. There is no I/O and no serde here, and no text for
//! readers: that is the theme's.

mod accessibility;
mod difference;
mod edition;
mod entry;
mod evaluation;
mod facet;
mod lesson;
mod licence;
mod measure;
mod municipality;
mod narrative;
mod passage;
mod peers;
mod portal;
pub mod printed;
mod publication;
mod shape;
mod site;
mod synonym;
mod year;

pub use self::accessibility::{LegalGround, Shortcoming, Statement, Status};
pub use self::difference::{Difference, Weight};
pub use self::edition::{Area, AreaNumber, Edition, EditionId, SubArea, SubAreaNumber};
pub use self::entry::Entry;
pub use self::evaluation::{
    Absence, AreaResult, Attachment, Basis, Citation, Evaluation, EvaluationKey, Evaluator, Example, Fact,
    Ground, Place, Referral, Score, SubAreaResult, Texts, Total,
};
pub use self::facet::Facet;
pub use self::lesson::{Lesson, LessonKind};
pub use self::licence::Licence;
pub use self::measure::{Measure, SizeClass};
pub use self::municipality::{Code, County, Group, Municipality, Slug};
pub use self::narrative::{AreaNarrative, List, Lists, Section};
pub use self::passage::PassageKind;
pub use self::peers::Peers;
pub use self::portal::Portal;
pub use self::publication::{Drafts, Publication};
pub use self::shape::{CANVAS, Point, Shape};
pub use self::site::{
    BaseAddress, Change, Corrected, Introduction, Mean, Publisher, SiteLink, SiteMetadata, TextPage,
};
pub use self::synonym::SynonymSet;
pub use self::year::Year;
