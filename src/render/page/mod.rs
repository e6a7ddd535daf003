//! One file per page kind. Its `View` is what the page's template sees, and its
//! function `view` makes it of what the page is about and of
//! [parts](super::part).
//!
//! What a view consists of is called after what it shows. Where the model has a
//! type of that name it ends in `View`, and so does the view of a template that
//! renders part of a page, such as `DetailsView` for `details.html`.

pub(super) mod about;
pub(super) mod accessibility;
pub(super) mod area;
pub(super) mod area_results;
pub(super) mod areas;
pub(super) mod changes;
pub(super) mod comparison;
pub(super) mod design;
pub(super) mod differences;
pub(super) mod edition_table;
pub(super) mod evaluation;
pub(super) mod examples;
pub(super) mod home;
pub(super) mod introduction;
pub(super) mod manifest;
pub(super) mod method;
pub(super) mod municipalities;
pub(super) mod municipality;
pub(super) mod network;
pub(super) mod not_found;
pub(super) mod search;
pub(super) mod search_description;
pub(super) mod text;
pub(super) mod withdrawn;
