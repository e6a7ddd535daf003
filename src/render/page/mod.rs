//! One file per page kind: what its template sees, and the function that makes
//! it. Pages are put together of [parts](super::part).

pub mod area;
pub mod areas;
pub mod changes;
pub mod comparison;
pub mod evaluation;
pub mod examples;
pub mod home;
pub mod method;
pub mod municipalities;
pub mod municipality;
pub mod not_found;
pub mod search;
pub mod search_description;
pub mod text;
