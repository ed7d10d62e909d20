import Hummingbird
import IPC
import Status
import Testing
import WebProtos

@testable import GatewayPlugin

@Suite("Responses with pages")
struct PageResponseTests {
  private let live = ["access=access-1", "refresh=refresh-1"]

  private static let protection = [
    "content-security-policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
      + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
      + "require-trusted-types-for 'script'; trusted-types 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
  ]

  @Test(
    "Every response below the pages has the headers that protect it, whatever it is",
    arguments: [
      ("GET", "/console/orgs", 200), ("GET", "/console", 303), ("GET", "/console/crash", 503),
      ("GET", "/console/login?a=%FF", 400), ("POST", "/console/orgs", 415),
      ("PUT", "/console/orgs", 405), ("GET", "/console/entered", 303),
      ("GET", "/%63onsole/orgs", 200),
    ])
  func protected(method: String, path: String, status: Int) async throws {
    let pages = RecordedPages { request in
      if request.path == "/console/crash" { throw RecordedPages.crashed }
      return nil
    }
    var settings = GatewaySettings.quiet
    settings.corsOrigins = ["https://other.test"]
    let response = try await HostedGateway(settings, pages: pages).send(
      method, path,
      [
        "cookie": "__Host-steward-access=access-1", "sec-fetch-site": "same-origin",
        "origin": "https://other.test", "accept-encoding": "gzip",
      ])
    #expect(response.status == status)
    for (name, value) in Self.protection { #expect(response.headers(name) == [value]) }
    let policy = try #require(response.headers("permissions-policy").first)
    let features = policy.split(separator: ", ")
    #expect(features.last == "clipboard-write=(self)")
    #expect(features.dropLast().allSatisfy { $0.hasSuffix("=()") })
    #expect(response.headers("access-control-allow-origin") == [])
    #expect(response.headers("content-encoding") == [])
    #expect(response.headers("strict-transport-security") == [])
  }

  @Test("Other routes keep their own headers")
  func otherRoutes() async throws {
    let response = try await HostedGateway(pages: RecordedPages()).send("GET", "/healthz")
    #expect(response.headers("content-security-policy") == [])
    #expect(response.headers("permissions-policy") == [])
  }

  @Test("With HTTPS, a page tells the browser to stay with it")
  func transportSecurity() async throws {
    var settings = GatewaySettings.quiet
    settings.publicOrigin = PublicOrigin("https://gateway.test")
    let pages = RecordedPages()
    let gateway = try HostedGateway(settings, pages: pages)
    let response = try await gateway.page("/console/", cookies: live)
    #expect(response.headers("strict-transport-security") == ["max-age=31536000"])
    #expect(pages.calls.first?.request.origin == "https://gateway.test")
  }

  @Test("An asset that never changes may be kept, unless the response sets a cookie")
  func assets() async throws {
    let pages = RecordedPages { _ in
      PageResponse(status: 200, contentType: "text/css", body: [], isImmutable: true)
    }
    let gateway = try HostedGateway(pages: pages)
    let asset = try await gateway.page("/console/assets/a-1.css")
    #expect(asset.headers("cache-control") == ["public, max-age=31536000, immutable"])
    #expect(asset.headers("content-type") == ["text/css; charset=utf-8"])
    let refreshed = try await gateway.page(
      "/console/assets/a-1.css", cookies: ["refresh=refresh-1"])
    #expect(refreshed.headers("cache-control") == ["no-store"])
    #expect(refreshed.headers("set-cookie").count == 2)
  }

  @Test("A page tells the browser which pages it may fetch ahead; a form and an asset don't")
  func prefetching() async throws {
    let gateway = try HostedGateway(pages: RecordedPages())
    let page = try await gateway.page("/console/orgs", cookies: live)
    #expect(page.headers("speculation-rules") == ["\"/console/prefetching.json\""])
    let logIn = try await gateway.page("/console/orgs")
    #expect(logIn.headers("speculation-rules") == [])
    let rules = try await gateway.page("/console/prefetching.json", cookies: ["refresh=refresh-1"])
    #expect(rules.status == 200)
    #expect(rules.headers("content-type") == ["application/speculationrules+json"])
    #expect(rules.headers("cache-control") == ["public, max-age=86400"])
    #expect(rules.headers("set-cookie") == [])
    #expect(rules.json?["prefetch"] != nil)
    let asset = try Response(PageResponse(status: 200, contentType: "text/css"))
    #expect(asset.headers.allSatisfy { $0.name.canonicalName != "speculation-rules" })
  }

  @Test(
    "A download has a name that can hold no path and no other parameter",
    arguments: [
      ("keys.csv", "attachment; filename=\"keys.csv\""),
      ("../a\"; b=c\r\n.csv", "attachment; filename=\".._a___b_c__.csv\""),
      ("鍵.csv", "attachment; filename=\"_.csv\"; filename*=UTF-8''%E9%8D%B5.csv"),
    ])
  func download(name: String, header: String) async throws {
    let response = try Response(
      PageResponse(status: 200, contentType: "text/csv", downloadName: name))
    #expect(response.headers[.contentDisposition] == header)
  }

  @Test(
    "A page that breaks the contract is replaced by a page with 502, and the log names the part",
    arguments: [
      (PageResponse(status: 201, contentType: "text/html"), "status 201"),
      (PageResponse(status: 302, location: "/console/"), "status 302"),
      (PageResponse(status: 0, contentType: "text/html"), "status 0"),
      (PageResponse(status: 200, contentType: "text/html; charset=x"), "content type"),
      (PageResponse(status: 200, contentType: "application/javascript"), "content type"),
      (PageResponse(status: 200), "content type"),
      (PageResponse(status: 200, contentType: "text/html", isImmutable: true), "is_immutable"),
      (PageResponse(status: 200, contentType: "text/csv", isImmutable: true), "is_immutable"),
      (PageResponse(status: 200, contentType: "text/html", location: "/console/"), "location"),
      (PageResponse(status: 303), "location"), (.redirect("/auth/logout"), "location"),
      (.redirect("https://evil.test/console/"), "location"),
      (.redirect("/console//evil"), "location"), (.redirect("/console/../x"), "location"),
      (.redirect("/console/a\r\nb: c"), "location"),
    ])
  func broken(page: PageResponse, part: String) async throws {
    let log = LogText()
    let gateway = try HostedGateway(pages: RecordedPages { _ in page }, logger: log.logger)
    let response = try await gateway.page("/console/orgs", cookies: live)
    #expect(response.status == 502)
    #expect(response.body.contains("<h1>The page can't be shown</h1>"))
    #expect(log.text.contains(part))
  }

  @Test("A page may lead to a row of another page")
  func redirect() async throws {
    let gateway = try HostedGateway(
      pages: RecordedPages { _ in .redirect("/console/orgs?a=%E9#org_1") })
    let response = try await gateway.post("/console/orgs/new", "", cookies: live)
    #expect(response.status == 303)
    #expect(response.headers("location") == ["/console/orgs?a=%E9#org_1"])
  }

  @Test("The settings of a page are kept in a cookie for this host only, for a year")
  func settings() async throws {
    let pages = RecordedPages { _ in
      var page = PageResponse.html("Set")
      page.settings = "lang=ja&theme=dark_1-2.~"
      return page
    }
    let gateway = try HostedGateway(pages: pages)
    let response = try await gateway.page("/console/", cookies: live)
    let cookie = try #require(response.headers("set-cookie").first)
    #expect(cookie.hasPrefix("__Host-steward-settings=lang=ja&theme=dark_1-2.~; "))
    for attribute in ["Max-Age=31536000", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
      #expect(cookie.contains(attribute))
    }
    _ = try await gateway.page("/console/", cookies: live + ["settings=lang=ja&theme=dark"])
    #expect(pages.calls.last?.request.settings == "lang=ja&theme=dark")
  }

  @Test(
    "Settings with other characters, or more than 512, are neither set nor passed on",
    arguments: ["a b", "a;b", "a,b", "ä", "a\r\n", "\"a\"", String(repeating: "a", count: 513)])
  func badSettings(value: String) async throws {
    let page = PageResponse(status: 200, contentType: "text/html", settings: value)
    #expect(throws: PageFault.badPage("settings")) { try Response(page) }
    #expect(!SettingsCookie.isValid(value))
  }
}
