import HTTPTypes
import Hummingbird
import NIOCore

/// A page that the gateway makes itself. It needs no script and no style.
struct GatewayPage: Hashable, Sendable {
  var status = HTTPResponse.Status.ok
  let title: PagePhrase
  let text: PagePhrase
  /// The target of the link at the end; nil: no link.
  var link: String?
  var linkText = PagePhrase(ja: "再読み込み", en: "Reload")

  func response(to request: Request) -> Response {
    Self.html(document(in: PageLanguage(request)), status: status)
  }

  /// The page that a browser gets when another site has sent it here. The browser withholds strict
  /// cookies then, and sends them when the page reloads itself.
  static var reloading: Response {
    html(
      "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">"
        + "<meta http-equiv=\"refresh\" content=\"0\"><title>Steward</title>\n", status: .ok)
  }

  private func document(in language: PageLanguage) -> String {
    let (title, text) = (title.text(in: language), text.text(in: language))
    let link = link.map { link in
      "<p><a href=\"\(link.escaped)\">\(linkText.text(in: language).escaped)</a></p>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
      <title>\(title.escaped)</title></head>
      <body><main>
      <h1>\(title.escaped)</h1>
      <p>\(text.escaped)</p>
      \(link ?? "")</main></body>
      </html>

      """
  }

  private static func html(_ text: String, status: HTTPResponse.Status) -> Response {
    Response(
      status: status,
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

extension String {
  /// The text as HTML, also between quotation marks.
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
