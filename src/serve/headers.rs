//! What every answer says besides its contents.

use hyper::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};

/// Only files of the site itself, nothing inline, in nobody's frame (F4).
macro_rules! policy {
    ($scripts:literal) => {
        concat!(
            "default-src 'none'; script-src ",
            $scripts,
            "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
             manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        )
    };
}

const POLICY: HeaderValue = HeaderValue::from_static(policy!("'self'"));

/// As [`POLICY`], but compiled code may run: the search engine is some.
const SEARCH_POLICY: HeaderValue = HeaderValue::from_static(policy!("'self' 'wasm-unsafe-eval'"));

/// Powers the portal does not use and so gives away.
const PERMISSIONS: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
                           geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
                           payment=(), usb=()";

/// Adds what every answer must say, whatever it is.
///
/// No referrer is sent at all: the portal does not use it, and other sites need
/// not learn where a preview runs.
pub(super) fn protect(headers: &mut HeaderMap) {
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(POLICY);
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    for (name, value) in [
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), PERMISSIONS),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Adds what is said of the file at `path` in the tree.
pub(super) fn describe(headers: &mut HeaderMap, path: &str, bytes: &[u8]) {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type(extension)));
    if path.starts_with("assets/") {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    }
    if runs_compiled_code(extension, bytes) {
        headers.insert(CONTENT_SECURITY_POLICY, SEARCH_POLICY);
    }
}

/// Whether a file needs [`SEARCH_POLICY`]. A page does when its own policy,
/// in a `meta` element, allows as much: then that one decides, and both apply.
/// A script does because it may be started as a worker, which obeys the policy
/// it comes with; on a script that a page loads, the page's alone counts.
fn runs_compiled_code(extension: &str, bytes: &[u8]) -> bool {
    const WORD: &[u8] = b"wasm-unsafe-eval";
    match extension {
        "html" => bytes.windows(WORD.len()).any(|found| found == WORD),
        "js" | "mjs" => true,
        _ => false,
    }
}

/// The media type of files with `extension`. What is not listed is data that
/// only the site's own scripts read, such as the search index.
fn content_type(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "toml" => "application/toml; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}
