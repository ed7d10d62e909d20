import AdminProtos
import Testing
import WebProtos

@testable import GatewayPlugin

@Suite("Login and other forms of sessions")
struct SessionFormTests {
  private let live = ["access=access-1", "refresh=refresh-1"]
  private let login = "email=ada%40acme.test&password=correct+horse+battery"
  private let gateway: HostedGateway
  private let pages = RecordedPages()

  init() throws { gateway = try HostedGateway(pages: pages) }

  @Test("A login sets the cookies, finds out that the browser keeps them, and returns to its page")
  func logIn() async throws {
    let response = try await gateway.post(
      "/console/login", login + "&next=%2Fconsole%2Forgs%3Fa%3Db")
    #expect(response.status == 303)
    #expect(response.headers("location") == ["/console/entered?next=%2Fconsole%2Forgs%3Fa%3Db"])
    #expect(response.headers("set-cookie").count == 2)
    response.expectNoToken()
    let entered = try await gateway.page(
      "/console/entered?next=%2Fconsole%2Forgs%3Fa%3Db", cookies: live)
    #expect(entered.status == 303)
    #expect(entered.headers("location") == ["/console/orgs?a=b"])
    #expect(pages.trace == [])
  }

  @Test("A browser that keeps no session is told so, and isn't sent anywhere")
  func keptNoSession() async throws {
    let response = try await gateway.page("/console/entered?next=/console/orgs")
    #expect(response.status == 200)
    #expect(response.body.contains("<h1>This browser kept no session</h1>"))
    #expect(response.headers("location") == [])
    let japanese = try await gateway.page(
      "/console/entered", ["accept-language": "ja,en;q=0.8"])
    #expect(japanese.body.contains("<html lang=\"ja\">"))
    #expect(japanese.body.contains("このブラウザーにセッションが保存されませんでした"))
  }

  @Test("A wrong password shows the login form again with 401 and all but the password")
  func wrongPassword() async throws {
    let response = try await gateway.post(
      "/console/login", "email=ada%40acme.test&password=wrong&next=/console/orgs")
    #expect(response.status == 401)
    #expect(response.body == "Log in")
    #expect(response.headers("set-cookie") == [])
    #expect(pages.trace == ["Show anonymous"])
    let shown = try #require(pages.calls.first).request
    #expect(shown.path == "/console/login")
    let refusal = try #require(shown.refusal)
    #expect(refusal.form == "login")
    #expect(refusal.code == "UNAUTHENTICATED")
    #expect(refusal.reason == "LOGIN_FAILED")
    #expect(refusal.fields.map(\.name) == ["email", "next"])
    #expect(shown.form == [])
  }

  @Test("A throttled login says for how many seconds, in the page and in retry-after")
  func throttled() async throws {
    let response = try await gateway.post("/console/login", "email=a%40b.c&password=too+often")
    #expect(response.status == 429)
    #expect(response.headers("retry-after") == ["7"])
    #expect(pages.calls.first?.request.refusal?.retryAfterS == 7)
    #expect(pages.calls.first?.request.refusal?.reason == "LOGIN_THROTTLED")
  }

  @Test("A logout ends the session, clears the cookies and the caches, and can be repeated")
  func logOut() async throws {
    for cookies in [live, []] {
      let response = try await gateway.post("/console/logout", "", cookies: cookies)
      #expect(response.status == 303)
      #expect(response.headers("location") == ["/console/"])
      #expect(response.clearsSession)
      #expect(response.headers("clear-site-data") == [#""cache", "prefetchCache""#])
    }
    #expect(gateway.auth.endedSessions == ["refresh-1"])
    #expect(pages.trace == [])
  }

  @Test(
    "A claim, an invite and a reset begin a session without showing a token to the plugin",
    arguments: [
      ("claim", "code=secret-1&organization=Acme&name=Ada&email=a%40b.c&password=p"),
      ("invite", "token=secret-1&name=Ada&password=p"), ("reset", "token=secret-1&password=p"),
    ])
  func begin(form: String, fields: String) async throws {
    let response = try await gateway.post(
      "/console/\(form)", fields + "&key=key-1",
      ["user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0"])
    #expect(response.status == 303)
    #expect(response.headers("location") == ["/console/entered?next=%2Fconsole%2F"])
    #expect(response.headers("set-cookie").count == 2)
    response.expectNoToken()
    #expect(pages.trace == [])
    let begun = try #require(gateway.auth.begunSessions.first)
    #expect(begun.idempotencyKey == "key-1")
    #expect(label(of: begun) == "Firefox, Linux")
    if let claim = begun.request as? ClaimRequest {
      #expect(claim.withoutAdminKey)
      #expect([claim.organizationName, claim.name, claim.email] == ["Acme", "Ada", "a@b.c"])
    }
  }

  @Test("A form without a key, or with one that is too long, gets a key of its own")
  func freshKeys() async throws {
    let long = "&key=" + String(repeating: "k", count: 101)
    for key in ["", "&key=", long] {
      _ = try await gateway.post("/console/reset", "token=secret-1&password=p" + key)
    }
    let keys = gateway.auth.begunSessions.map(\.idempotencyKey)
    #expect(Set(keys).count == 3)
    #expect(keys.allSatisfy { $0.hasPrefix("req_") })
  }

  @Test(
    "A refused claim, invite or reset shows its form again with 422, and no secret",
    arguments: ["claim", "invite", "reset"])
  func refused(form: String) async throws {
    let response = try await gateway.post(
      "/console/\(form)", "token=wrong&code=wrong&key=k&name=Ada&password=p&new_password=q")
    #expect(response.status == 422)
    let shown = try #require(pages.calls.first).request
    #expect(shown.path == "/console/\(form)")
    #expect(shown.refusal?.form == form)
    #expect(shown.refusal?.problems.map(\.field) == ["token"])
    #expect(shown.refusal?.fields == [PageField(name: "name", value: "Ada")])
  }

  @Test("A confirmed password leads to the next page, and refreshes the session if need be")
  func confirm() async throws {
    let form = "password=correct+horse+battery&next=/console/keys"
    let response = try await gateway.post("/console/confirm", form, cookies: live)
    #expect(response.status == 303)
    #expect(response.headers("location") == ["/console/keys"])
    #expect(response.headers("set-cookie") == [])
    let refreshed = try await gateway.post(
      "/console/confirm", form, cookies: ["access=access-old", "refresh=refresh-1"])
    #expect(refreshed.status == 303)
    #expect(refreshed.headers("set-cookie").count == 2)
  }

  @Test("A wrong password for a confirmation keeps the session, and shows the next page with it")
  func refusedConfirmation() async throws {
    let response = try await gateway.post(
      "/console/confirm", "password=wrong&next=/console/keys?a=b", cookies: live)
    #expect(response.status == 422)
    #expect(response.headers("set-cookie") == [])
    #expect(gateway.auth.refreshTokens == [])
    #expect(pages.trace == ["Show access-1"])
    let shown = try #require(pages.calls.first).request
    #expect(shown.path == "/console/keys")
    #expect(shown.query == [PageField(name: "a", value: "b")])
    #expect(shown.refusal?.form == "confirm")
  }

  @Test("A confirmation without a session gets the login form with 401")
  func confirmWithoutSession() async throws {
    let response = try await gateway.post(
      "/console/confirm", "password=p&next=/console/keys", cookies: ["refresh=revoked"])
    #expect(response.status == 401)
    #expect(response.clearsSession)
    #expect(pages.calls.map(\.request.path) == ["/console/keys"])
  }

  @Test(
    "A login leads to no other place than a page, whatever the form says",
    arguments: [
      "", "/", "//evil", "///evil", "/\\evil", "\\\\evil", "https://evil", "javascript:alert(1)",
      "/console", "/consoles/", "/console//evil", "/console/\\evil", "/console/../auth/logout",
      "/console/%2E%2e/auth", "/console/./x", "/console/a\r\nset-cookie: a=b", "/console/\u{0}",
      "/console/a b", "/console/組織", "/console/entered?next=/console/entered", "/console/events",
      "/console/prefetching.json",
      "/console/" + String(repeating: "a", count: 2048),
    ])
  func hostileNext(next: String) async throws {
    #expect(PagePath.next(next) == "/console/")
    let encoded = PercentEncoding.encode(next)
    let entered = try await gateway.page("/console/entered?next=\(encoded)", cookies: live)
    #expect(entered.headers("location") == (next.contains("\0") ? [] : ["/console/"]))
    guard !next.contains("\0") else { return }
    let login = try await gateway.post("/console/login", login + "&next=\(encoded)")
    #expect(login.headers("location") == ["/console/entered?next=%2Fconsole%2F"])
  }

  private func label(of begun: RecordedAuth.BegunSession) -> String? {
    switch begun.request {
    case let request as ClaimRequest: request.newSession?.label
    case let request as AcceptInviteRequest: request.newSession?.label
    case let request as ResetPasswordRequest: request.newSession?.label
    default: nil
    }
  }
}
