//! One file per page kind. Its `View` is what the page's template sees, and its
//! function `view` makes it of what the page is about and of
//! [parts](super::part).
//!
//! What a view consists of is called after what it shows. Where the model has a
//! type of that name it ends in `View`, and so does the view of a template that
//! renders part of a page, such as `DetailsView` for `details.html`.

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
