//! What several pages share. A part never imports a page.

pub mod areas;
pub mod details;
pub mod frame;
pub mod headline;
pub mod identity;
pub mod lessons;
pub mod mean;
pub mod passages;
pub mod profile;
pub mod provenance;
pub mod register;
pub mod result;
pub mod search_field;
pub mod subject;
pub mod value;
