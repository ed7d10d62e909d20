import IPC
import Status
import Testing

@testable import GatewayPlugin

@Suite("Pages of the gateway itself")
struct PageFaultTests {
  private let live = ["access=access-1", "refresh=refresh-1"]

  @Test("Without a plugin that draws pages, a page says so with 404, in the browser's language")
  func absent() async throws {
    let gateway = try HostedGateway()
    let english = try await gateway.page("/console/", cookies: live)
    #expect(english.status == 404)
    #expect(english.body.contains("<html lang=\"en\">"))
    #expect(english.body.contains("no plugin that serves pages"))
    let japanese = try await gateway.page("/console/", ["accept-language": "ja"])
    #expect(japanese.status == 404)
    #expect(japanese.body.contains("ページを表示するプラグインがありません"))
    #expect(try await gateway.page("/console/events", cookies: live).status == 404)
  }

  @Test(
    "A plugin that has crashed gets a page with 503, a link that reloads, and a time to wait",
    arguments: ["GET", "POST"])
  func crashed(method: String) async throws {
    let gateway = try HostedGateway(pages: RecordedPages { _ in throw RecordedPages.crashed })
    let response =
      method == "GET"
      ? try await gateway.page("/console/orgs/a&b\"c?q=<x>", cookies: live)
      : try await gateway.post("/console/orgs/a&b\"c?q=<x>", "name=a", cookies: live)
    #expect(response.status == 503)
    #expect(response.headers("retry-after") == ["2"])
    #expect(
      response.body.contains("<a href=\"/console/orgs/a&amp;b&quot;c?q=&lt;x&gt;\">Reload</a>"))
    #expect(response.headers("set-cookie") == [])
  }

  @Test(
    "A failure of the plugin's call has the status that fits it",
    arguments: [
      (StatusCode.internal, 500), (.unknown, 500), (.deadlineExceeded, 503),
      (.permissionDenied, 403), (.notFound, 404), (.invalidArgument, 400),
      (.resourceExhausted, 503), (.failedPrecondition, 500),
    ])
  func failures(code: StatusCode, status: Int) async throws {
    let gateway = try HostedGateway(
      pages: RecordedPages { _ in throw Status(code, reason: "X", message: "<secret>") })
    let response = try await gateway.page("/console/orgs", cookies: live)
    #expect(response.status == status)
    #expect(!response.body.contains("secret"))
  }

  @Test("A request that the gateway refuses before it is routed gets a page as well")
  func early() async throws {
    var settings = GatewaySettings.quiet
    settings.publicOrigin = PublicOrigin("https://admin.example.com")
    let other = try await HostedGateway(settings, pages: RecordedPages()).page("/console/")
    #expect(other.status == 421)
    #expect(other.body.hasPrefix("<!DOCTYPE html>"))
    settings.publicOrigin = nil
    settings.requestsPerMinute = 1
    let busy = try HostedGateway(settings, pages: RecordedPages())
    _ = try await busy.page("/console/")
    let limited = try await busy.page("/console/")
    #expect(limited.status == 429)
    #expect(limited.headers("retry-after").count == 1)
    #expect(limited.body.hasPrefix("<!DOCTYPE html>"))
  }

  @Test(
    "The language is the one that the browser prefers, and English if it prefers neither",
    arguments: [
      ("", "en"), ("ja", "ja"), ("ja-JP,en;q=0.5", "ja"), ("en-US,ja;q=0.9", "en"),
      ("fr, ja;q=0.3, en;q=0.2", "ja"), ("ja;q=0", "en"), ("de", "en"), ("ja;q=x, en", "en"),
    ])
  func language(header: String, language: String) {
    #expect(
      PageLanguage(.forTests("/console/", ["accept-language": header])).rawValue == language)
  }
}

extension RecordedPages {
  static let crashed = Status(.unavailable, reason: "PLUGIN_CRASHED", message: "It has stopped.")
}
