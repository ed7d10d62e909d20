import HTTPTypes
import Hummingbird
import NIOCore

/// Which pages a browser may fetch ahead, while a person presses a link.
/// (WICG, "Speculation Rules")
///
/// A link to a dialog opens in its page, and a download is no page.
enum PagePrefetching {
  private static let rules = """
    {"prefetch": [{"where": {"and": [{"href_matches": "\(PagePath.root)*"}, \
    {"not": {"selector_matches": "[data-dialog], [download]"}}]}, "eagerness": "conservative"}]}

    """

  /// The response with the rules. They change with Steward only, so a browser keeps them for a day.
  static var response: Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "application/speculationrules+json",
        .cacheControl: "public, max-age=86400",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: rules)))
  }

  /// Tells a page's browser where the rules are.
  static func announce(in headers: inout HTTPFields) {
    headers[.speculationRules] = "\"\(PagePath.prefetching)\""
  }
}

extension HTTPField.Name {
  fileprivate static let speculationRules = Self("speculation-rules")!
}
