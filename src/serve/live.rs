//! What the preview adds to the site while it answers: a script in every page, and what
//! that script asks for. Nothing of it is in a [`Tree`](crate::tree::Tree), so nothing of
//! it can be published.

use std::time::Duration;

use http_body_util::channel::{Channel, Sender};
use hyper::Request;
use hyper::body::Bytes;
use hyper::header::{HOST, HeaderName, HeaderValue, ORIGIN};
use memchr::memmem;
use serde_json::json;
use tokio::sync::watch::Receiver;
use tokio::time::timeout;

use super::shown::{Notice, Shown};

/// What the addresses of the preview's own files begin with. No address of a portal has a
/// part that begins with a dot.
pub(super) const OWN: &str = "/.kompass/";

/// Where a page learns what has become of the site.
pub(super) const EVENTS: &str = "/.kompass/events";

/// How often a stream says that it is still there, which shows whether its reader is.
const RHYTHM: Duration = Duration::from_secs(5);

/// How soon a page asks again that has lost the stream, in milliseconds.
const RETRY: u32 = 500;

/// The preview's own file at `path`, with its extension.
pub(super) fn file(path: &str) -> Option<(&'static str, &'static str)> {
    match path.strip_prefix(OWN)? {
        "preview.js" => Some(("js", include_str!("client/preview.js"))),
        "preview.css" => Some(("css", include_str!("client/preview.css"))),
        _ => None,
    }
}

/// `page` with the preview's script in its head.
pub(super) fn with_script(page: &[u8], shown: &Shown) -> Bytes {
    let end = memmem::find(page, b"</head>").unwrap_or(page.len());
    let (before, after) = page.split_at_checked(end).unwrap_or((page, &[]));
    [before, script(shown, "").as_bytes(), after].concat().into()
}

/// The page that is shown as long as there is no site.
pub(super) fn notice_page(notice: &Notice, shown: &Shown) -> Bytes {
    let Notice { language, title, advice, faults } = notice;
    let [language, title, advice, faults] = [language, title, advice, faults].map(|it| escaped(it));
    let script = script(shown, " data-bare");
    let page = format!(
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"{OWN}preview.css\">{script}</head>\n\
         <body class=\"bare\"><main><h1>{title}</h1>\n<p>{advice}</p>\n\
         <pre tabindex=\"0\">{faults}</pre></main></body></html>\n"
    );
    page.into()
}

fn script(shown: &Shown, more: &str) -> String {
    let (run, number, round) = (Shown::run(), shown.number, shown.round);
    format!(
        "<script src=\"{OWN}preview.js\" data-run=\"{run}\" data-number=\"{number}\" \
         data-round=\"{round}\"{more} defer></script>"
    )
}

/// `text` as the content of an element or an attribute.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;")
}

/// Whether `request` comes from a page of this server, or from no page at all. A foreign
/// page may send requests here but must not learn when somebody saves a file.
pub(super) fn is_from_here<B>(request: &Request<B>) -> bool {
    let header = |name: &HeaderName| request.headers().get(name).map(HeaderValue::as_bytes);
    let here = header(&HOST).map(|host| [b"http://", host].concat());
    let is_own_origin = header(&ORIGIN).is_none_or(|origin| here.as_deref() == Some(origin));
    let site = header(&HeaderName::from_static("sec-fetch-site"));
    is_own_origin && site.is_none_or(|site| [&b"same-origin"[..], b"none"].contains(&site))
}

/// What becomes of the site, from now on, as server-sent events.
pub(super) fn events(board: Receiver<Shown>) -> Channel<Bytes> {
    let (sender, body) = Channel::new(1);
    tokio::spawn(tell(sender, board));
    body
}

/// Writes events until nobody reads them.
async fn tell(mut sender: Sender<Bytes>, mut board: Receiver<Shown>) {
    loop {
        let event = event(&board.borrow_and_update());
        if sender.send_data(event.into()).await.is_err() {
            return;
        }
        loop {
            match timeout(RHYTHM, board.changed()).await {
                Ok(Ok(())) => break,
                Ok(Err(_)) => return,
                Err(_) if sender.send_data(Bytes::from_static(b":\n\n")).await.is_err() => return,
                Err(_) => {}
            }
        }
    }
}

fn event(shown: &Shown) -> String {
    let notice = shown.notice.as_ref().map(
        |it| json!({ "language": it.language, "title": it.title, "advice": it.advice, "faults": it.faults }),
    );
    let news = json!({
        "run": Shown::run(), "number": shown.number, "round": shown.round, "notice": notice,
    });
    format!("retry: {RETRY}\ndata: {news}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(text: &str) -> Notice {
        let text = || text.to_owned();
        Notice { language: text(), title: text(), advice: text(), faults: text() }
    }

    #[test]
    fn a_page_without_a_head_gets_its_script_as_well() {
        let shown = Shown::nothing(notice(""));
        let page = |html: &str| String::from_utf8(with_script(html.as_bytes(), &shown).to_vec()).unwrap();
        let script = script(&shown, "");
        assert_eq!(page("<head>a</head>b"), format!("<head>a{script}</head>b"));
        assert_eq!(page("b"), format!("b{script}"));
    }

    #[test]
    fn a_notice_writes_no_html() {
        let notice = notice("<b a=\"&\">");
        let page = String::from_utf8(notice_page(&notice, &Shown::nothing(notice.clone())).to_vec()).unwrap();
        assert!(!page.contains("<b "), "{page}");
        assert_eq!(page.matches("&lt;b a=&quot;&amp;&quot;&gt;").count(), 5, "{page}");
    }

    #[test]
    fn whatever_an_event_says_it_is_two_lines() {
        let event = event(&Shown::nothing(notice("a\nb\r\n\n")));
        assert_eq!(event.split(['\r', '\n']).count(), 4, "{event:?}");
        assert!(event.ends_with("\n\n"), "{event:?}");
    }
}
