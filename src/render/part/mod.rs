//! What several pages share. A part never imports a page.

pub(super) mod among;
pub(super) mod area_results;
pub(super) mod areas;
pub(super) mod brief;
pub(super) mod correction;
pub(super) mod details;
pub(super) mod frame;
pub(super) mod headline;
pub(super) mod identity;
pub(super) mod lessons;
pub(super) mod matrix;
pub(super) mod mean;
pub(super) mod named;
pub(super) mod passages;
pub(super) mod peers;
pub(super) mod profile;
pub(super) mod provenance;
pub(super) mod register;
pub(super) mod result;
pub(super) mod search_field;
pub(super) mod strips;
pub(super) mod subject;
pub(super) mod table_tools;
pub(super) mod tables;
pub(super) mod value;
