//! What a browser shows where a program gets a problem: one calm page that needs nothing else, so
//! that it also stands where none of our scripts may be fetched.

use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use warp::reply::Response;

use super::guard::text;
use super::problem::ProblemDetail;

const PAGE: &str = include_str!("notice.html");

/// The way on; under a name that is not answered there is none.
const WAY: &str = "<a href=\"/\">Type the code</a>\n";

/// Whether somebody looks at the answer: a browser that opens an address names `text/html`, and
/// what fetches by itself (scripts, curl, a page's own calls) takes anything or asks for JSON.
pub(super) fn is_looked_at(headers: &HeaderMap) -> bool {
    let Some(accept) = text(headers, header::ACCEPT) else { return false };
    let (mut page, mut data) = (0.0, 0.0);
    for (kind, quality) in accept.split(',').map(preference) {
        match kind {
            "text/html" | "application/xhtml+xml" => page = quality.max(page),
            "application/problem+json" | "application/json" => data = quality.max(data),
            _ => {}
        }
    }
    page > data
}

/// `text/html;q=0.9` → the kind and how much it is wanted (RFC 9110 §12.4.2).
fn preference(one: &str) -> (&str, f32) {
    let mut parts = one.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default();
    let quality = parts.find_map(|part| part.strip_prefix("q=")).unwrap_or("1");
    (kind, quality.parse().unwrap_or(0.0))
}

/// The problem as a page, where the response is one; every other response as it is.
pub(super) fn for_people(method: &Method, mut response: Response) -> Response {
    let Some(ProblemDetail { detail }) = response.extensions_mut().remove::<ProblemDetail>() else {
        return response;
    };
    let status = response.status();
    let way = if status == StatusCode::MISDIRECTED_REQUEST { "" } else { WAY };
    let page = PAGE
        .replace("{{title}}", title(status))
        .replace("{{way}}", way)
        .replace("{{detail}}", &escaped(&detail));
    let body = if method == Method::HEAD { String::new() } else { page };
    *response.body_mut() = body.into();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    response
}

/// What is the matter, in a heading: without a technical noun, which the status is for programs.
fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "There is nothing at this address",
        StatusCode::GONE => "This pad has faded",
        StatusCode::UNAUTHORIZED => "This link does not open the pad",
        StatusCode::FORBIDDEN => "This is not open to you",
        StatusCode::MISDIRECTED_REQUEST => "Fadepad does not answer under this name",
        StatusCode::TOO_MANY_REQUESTS => "Wait a moment",
        StatusCode::SERVICE_UNAVAILABLE => "Fadepad is full at the moment",
        StatusCode::BAD_GATEWAY => "This way in goes round",
        _ => "This can’t be done",
    }
}

/// A detail may name what somebody sent: it is text, never markup.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            _ => safe.push(char),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked_at(accept: &'static str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, HeaderValue::from_static(accept));
        is_looked_at(&headers)
    }

    #[test]
    fn browsers_that_open_an_address_look_at_the_answer() {
        for browser in [
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
            "text/html, application/json;q=0.9",
            "application/json;q=0.5, text/html;q=0.6",
        ] {
            assert!(looked_at(browser), "{browser}");
        }
    }

    #[test]
    fn whatever_fetches_by_itself_gets_data() {
        assert!(!is_looked_at(&HeaderMap::new()));
        for program in [
            "*/*",
            "",
            "text/css,*/*;q=0.1",
            "application/json",
            "application/problem+json, text/html;q=0.9",
            "application/json, text/html",
            "text/html;q=0",
            "text/html;q=much",
            "text/event-stream",
        ] {
            assert!(!looked_at(program), "{program}");
        }
    }

    #[test]
    fn what_somebody_sent_is_no_markup() {
        assert_eq!(escaped(r#"<b a="1">&"#), "&lt;b a=&quot;1&quot;&gt;&amp;");
    }
}
