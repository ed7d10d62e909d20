import Testing
import WebProtos

@testable import GatewayPlugin

@Suite("Forms of pages")
struct PageFormTests {
  private let live = ["access=access-1", "refresh=refresh-1"]
  private let gateway: HostedGateway
  private let pages = RecordedPages()

  init() throws { gateway = try HostedGateway(pages: pages) }

  @Test(
    "A form that a page of another origin may have sent is refused, and nothing is called",
    arguments: [
      ["sec-fetch-site": "cross-site"], ["sec-fetch-site": "same-site"],
      ["sec-fetch-site": "none"],
      ["sec-fetch-site": "cross-site", "origin": "http://gateway.test"],
      ["origin": "https://evil.test"], ["origin": "https://gateway.test.evil.test"],
      ["origin": "https://gateway.test:8443"], ["origin": "null"], ["origin": ""], [:],
    ])
  func forged(headers: [String: String]) async throws {
    let form = ["content-type": "application/x-www-form-urlencoded"]
    let cookie = [
      "cookie": "__Host-steward-access=access-1; __Host-steward-refresh=refresh-1"
    ]
    let all = headers.merging(form) { $1 }.merging(cookie) { $1 }
    for path in ["/console/orgs/new"] + SessionForm.allCases.map(\.path) {
      let response = try await gateway.send("POST", path, all, body: "email=a&password=b")
      #expect(response.status == 403)
      #expect(response.headers("set-cookie") == [])
    }
    #expect(pages.trace == [])
    #expect(gateway.auth.endedSessions == [])
    #expect(gateway.auth.refreshTokens == [])
  }

  @Test(
    "A form is accepted from a browser without fetch metadata if it names the gateway's origin",
    arguments: ["http://gateway.test", "https://gateway.test", "https://GATEWAY.test"])
  func byOrigin(origin: String) async throws {
    let response = try await gateway.send(
      "POST", "/console/orgs/new",
      [
        "origin": origin, "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
        "cookie": "__Host-steward-access=access-1",
      ], body: "name=Acme+Robotics")
    #expect(response.status == 200)
    #expect(pages.calls.first?.request.form.map(\.value) == ["Acme Robotics"])
  }

  @Test("With a public origin, a form must name exactly that one")
  func byPublicOrigin() async throws {
    var settings = GatewaySettings.quiet
    settings.publicOrigin = PublicOrigin("https://gateway.test")
    let gateway = try HostedGateway(settings, pages: RecordedPages())
    for (origin, status) in [
      ("https://gateway.test", 401), ("https://gateway.test:443", 401),
      ("http://gateway.test", 403),
    ] {
      let response = try await gateway.send(
        "POST", "/console/orgs/new",
        ["origin": origin, "content-type": "application/x-www-form-urlencoded"], body: "")
      #expect(response.status == status)
    }
  }

  @Test("The path of a form changes nothing when it is only requested")
  func get() async throws {
    for form in SessionForm.allCases {
      let response = try await gateway.page(
        "\(form.path)?email=a&password=b", cookies: live)
      #expect(response.status == 200)
      #expect(response.headers("set-cookie") == [])
    }
    #expect(pages.calls.allSatisfy { $0.method == "Show" })
    #expect(gateway.auth.endedSessions == [])
  }

  @Test(
    "A malformed form is refused with a page, and nothing is called",
    arguments: [
      ("name=%", 400), ("name=%4", 400), ("name=%GG", 400), ("name=%FF%FE", 400),
      ("name=%00", 400), ("na%00me=a", 400), ("name=a%C3", 400),
      (String(repeating: "a=b&", count: 1001), 400),
      ("name=" + String(repeating: "a", count: 64 << 10), 413),
    ])
  func malformed(form: String, status: Int) async throws {
    let response = try await gateway.post("/console/orgs/new", form, cookies: live)
    #expect(response.status == status)
    #expect(response.body.hasPrefix("<!DOCTYPE html>"))
    #expect(pages.trace == [])
  }

  @Test("A form may have 1,000 fields, empty ones and repeated ones included")
  func fields() async throws {
    let form = "=x&&y&a=1&a=2&" + String(repeating: "b=&", count: 996)
    #expect(try await gateway.post("/console/x", form, cookies: live).status == 200)
    let fields = try #require(pages.calls.first).request.form
    #expect(fields.count == 1000)
    #expect(fields.prefix(4).map(\.name) == ["", "y", "a", "a"])
    #expect(fields.prefix(4).map(\.value) == ["x", "", "1", "2"])
  }

  @Test(
    "Only a form is accepted as a form",
    arguments: ["application/json", "multipart/form-data; boundary=x", "text/plain", ""])
  func otherTypes(type: String) async throws {
    let response = try await gateway.post(
      "/console/orgs/new", "name=Acme", cookies: live, ["content-type": type])
    #expect(response.status == 415)
    #expect(pages.trace == [])
  }

  @Test("A method that pages don't take is refused with a page that lists the others")
  func otherMethods() async throws {
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
      let response = try await gateway.send(method, "/console/orgs")
      #expect(response.status == 405)
      #expect(response.headers("allow") == ["GET, HEAD, POST"])
    }
    for path in PagePath.own {
      #expect(try await gateway.post(path, "").status == 405)
    }
  }

  @Test("A malformed query is refused with a page")
  func query() async throws {
    #expect(try await gateway.page("/console/orgs?a=%FF", cookies: live).status == 400)
    #expect(pages.trace == [])
  }

  @Test("Other routes still refuse a form with a session cookie")
  func otherRoutes() async throws {
    for path in ["/auth/logout", "/rpc/test.echo.v1.Echo/Say"] {
      #expect(try await gateway.post(path, "x=y", cookies: live).status == 403)
    }
  }
}
