import HTTPTypes
import Hummingbird
import Testing
import WebProtos

@testable import GatewayPlugin

@Suite("What a page is told of its request")
struct PageRequestTests {
  @Test(
    "A browser can keep no session over plain HTTP, unless it is on the same machine",
    arguments: [
      ("gateway.test", [:], true), ("192.168.1.7:8787", [:], true),
      ("127.0.0.1.evil.test", [:], true), ("localhost.evil.test", [:], true),
      ("gateway.test", ["sec-fetch-mode": "navigate"], false),
      ("localhost:8787", [:], false), ("a.localhost", [:], false), ("127.0.0.1:8787", [:], false),
      ("127.1.2.3", [:], false), ("[::1]:8787", [:], false), ("[::2]:8787", [:], true),
    ] as [(String, [String: String], Bool)])
  func insecure(authority: String, headers: [String: String], isInsecure: Bool) {
    var request = Request.forTests("/console/", headers)
    var head = request.head
    head.authority = authority
    request = Request(head: head, body: request.body)
    #expect(PageOrigin(publicOrigin: nil, hasTLS: false).isInsecure(request) == isInsecure)
    #expect(!PageOrigin(publicOrigin: nil, hasTLS: true).isInsecure(request))
    let known = PublicOrigin("https://gateway.test")
    #expect(!PageOrigin(publicOrigin: known, hasTLS: false).isInsecure(request))
  }

  @Test("A page is told the origin, the language, the request's id and whether it is fetched ahead")
  func told() async throws {
    let pages = RecordedPages()
    let gateway = try HostedGateway(pages: pages)
    let response = try await gateway.page(
      "/console/%6frgs/%E7%B5%84?a=1", cookies: ["access=access-1"],
      ["accept-language": "ja", "sec-purpose": "prefetch;prerender"])
    let request = try #require(pages.calls.first).request
    #expect(request.path == "/console/orgs/%E7%B5%84")
    #expect(request.origin == "http://gateway.test")
    #expect(request.acceptLanguage == "ja")
    #expect(request.requestId == response.headers("request-id").first)
    #expect(request.isPrefetch)
    #expect(!request.isInsecure)
    let plain = ["cookie": "__Host-steward-access=access-1"]
    _ = try await gateway.send("GET", "/console/", plain)
    let second = try #require(pages.calls.last).request
    #expect(second.isInsecure)
    #expect(!second.isPrefetch)
  }

  @Test(
    "The label of a session names the browser and the system",
    arguments: [
      ("", "Browser"), ("curl/8.5", "Browser"),
      ("Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36", "Chrome, Linux"),
      ("Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36 Edg/150.0", "Edge, Windows"),
      ("Mozilla/5.0 (iPhone; CPU iPhone OS 26 like Mac OS X) Safari/605.1", "Safari, iPhone"),
      ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Safari/605.1", "Safari, macOS"),
    ])
  func label(agent: String, label: String) {
    #expect(SessionLabel.label(for: .forTests("/", ["user-agent": agent])) == label)
  }

  @Test("All requests for pages are counted under one label, and no path is in the metrics")
  func metrics() async throws {
    var settings = GatewaySettings.quiet
    settings.metrics = .public
    let gateway = try HostedGateway(settings, pages: RecordedPages())
    _ = try await gateway.page("/console/")
    _ = try await gateway.page("/console/orgs/org_1")
    _ = try await gateway.page("/console")
    let metrics = try await gateway.send("GET", "/metrics").body
    #expect(metrics.contains(#"{method="GET",route="pages",status="4xx"} 2"#))
    #expect(metrics.contains(#"{method="GET",route="pages",status="3xx"} 1"#))
    #expect(!metrics.contains("console"))
  }

  @Test("The description for programs leaves the pages out")
  func openAPI() async throws {
    let document = try await HostedGateway(pages: RecordedPages()).send("GET", "/openapi.json")
    let paths = try #require(document.json?["paths"]).names
    #expect(paths.contains("/rpc/steward.web.v1.Pages/Show"))
    #expect(!paths.contains { $0 == "/" || $0.hasPrefix("/console") })
  }
}
