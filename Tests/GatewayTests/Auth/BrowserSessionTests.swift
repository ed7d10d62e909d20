import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("Browser sessions")
struct BrowserSessionTests {
  private let own = [
    "sec-fetch-site": "same-origin", "origin": "https://gateway.test",
    "content-type": "application/json",
  ]
  private let login = #"{"email": "ada@acme.test", "password": "\#(RecordedAuth.password)"}"#

  @Test("A browser's session is in cookies for this host only, and no response shows its tokens")
  func cookies() async throws {
    let response = try await HostedGateway().send("POST", "/auth/login", own, body: login)
    #expect(response.status == 200)
    let cookies = response.headers("set-cookie")
    #expect(cookies.count == 2)
    for cookie in cookies {
      #expect(cookie.hasPrefix("__Host-steward-"))
      for attribute in ["HttpOnly", "Secure", "SameSite=Strict", "Path=/", "Max-Age="] {
        #expect(cookie.contains(attribute))
      }
      #expect(!cookie.contains("Domain"))
    }
    #expect(!response.body.contains("access-1") && !response.body.contains("refresh-1"))
    #expect(response.json?["user_id"] == .string("user_1"))
  }

  @Test("The cookie of a browser's session is accepted as a credential")
  func credential() async throws {
    let gateway = try HostedGateway()
    let cookie = ["cookie": "__Host-steward-access=\(RecordedAuth.token)"]
    #expect(try await gateway.send("GET", "/auth/whoami", cookie).status == 200)
    #expect(try await gateway.send("GET", "/auth/whoami").status == 401)
  }

  @Test(
    "A cookie changes nothing unless the request proves that it comes from this site",
    arguments: [
      ["sec-fetch-site": "cross-site", "content-type": "application/json"],
      ["sec-fetch-site": "same-site", "content-type": "application/json"],
      ["origin": "https://evil.test", "content-type": "application/json"],
      ["origin": "https://gateway.test.evil.test", "content-type": "application/json"],
      ["origin": "null", "content-type": "application/json"],
      ["content-type": "application/json"],
      ["sec-fetch-site": "same-origin", "content-type": "text/plain"],
      ["sec-fetch-site": "same-origin"],
    ])
  func crossSite(headers: [String: String]) async throws {
    let gateway = try HostedGateway()
    let cookies = "__Host-steward-access=\(RecordedAuth.token); __Host-steward-refresh=refresh-1"
    let all = headers.merging(["cookie": cookies]) { $1 }
    for path in ["/auth/logout", "/auth/refresh", "/rpc/test.echo.v1.Echo/Say"] {
      #expect(try await gateway.send("POST", path, all, body: #""x""#).status == 403)
    }
    #expect(gateway.auth.endedSessions == [])
  }

  @Test("A page of this site may make any change with its session cookie")
  func sameSite() async throws {
    let gateway = try HostedGateway()
    let cookie = ["cookie": "__Host-steward-access=\(RecordedAuth.token)"]
    let response = try await gateway.send(
      "POST", "/rpc/test.echo.v1.Echo/Say", own.merging(cookie) { $1 }, body: #""x""#)
    #expect(response.status == 200)
  }

  @Test("A refresh token continues a session, and the cookies are cleared when it has ended")
  func refresh() async throws {
    let gateway = try HostedGateway()
    let good = own.merging(["cookie": "__Host-steward-refresh=refresh-1"]) { $1 }
    let next = try await gateway.send("POST", "/auth/refresh", good)
    #expect(next.headers("set-cookie").contains { $0.contains("refresh-2") })
    let bad = own.merging(["cookie": "__Host-steward-refresh=old"]) { $1 }
    let ended = try await gateway.send("POST", "/auth/refresh", bad)
    #expect(ended.status == 401)
    #expect(ended.headers("set-cookie").count == 2)
    #expect(ended.headers("set-cookie").allSatisfy { $0.contains("Max-Age=0") })
  }

  @Test("A logout ends the session, and can be repeated")
  func logout() async throws {
    let gateway = try HostedGateway()
    let cookie = own.merging(["cookie": "__Host-steward-refresh=refresh-1"]) { $1 }
    #expect(try await gateway.send("POST", "/auth/logout", cookie).status == 200)
    #expect(try await gateway.send("POST", "/auth/logout", own).status == 200)
    #expect(gateway.auth.endedSessions == ["refresh-1"])
  }

  @Test("A login is refused after too many attempts, or when a form sends it")
  func refusedLogin() async throws {
    let gateway = try HostedGateway()
    let often = #"{"email": "a@b.c", "password": "too often"}"#
    let throttled = try await gateway.send("POST", "/auth/login", own, body: often)
    #expect(throttled.status == 429)
    #expect(throttled.headers("retry-after") == ["7"])
    let form = ["content-type": "application/x-www-form-urlencoded"]
    #expect(try await gateway.send("POST", "/auth/login", form, body: login).status == 403)
  }
}
