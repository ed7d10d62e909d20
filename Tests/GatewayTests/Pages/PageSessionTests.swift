import Testing
import WebProtos

@testable import GatewayPlugin

@Suite("Sessions of pages")
struct PageSessionTests {
  private let live = ["access=access-1", "refresh=refresh-1"]
  private let gateway: HostedGateway
  private let pages = RecordedPages()

  init() throws { gateway = try HostedGateway(pages: pages) }

  @Test("A browser that accepts HTML is sent from the root to the pages, and no program is")
  func root() async throws {
    let browser = try await gateway.page("/")
    #expect(browser.status == 303)
    #expect(browser.headers("location") == ["/console/"])
    #expect(try await gateway.send("GET", "/", ["accept": "*/*"]).status == 404)
    #expect(try await gateway.page("/console").headers("location") == ["/console/"])
    #expect(pages.trace == [])
  }

  @Test("A page of a valid session is drawn for its person, and no cookie is set")
  func valid() async throws {
    let response = try await gateway.page("/console/orgs?after=a%26b&x=", cookies: live)
    #expect(response.status == 200)
    #expect(response.body == "Page /console/orgs")
    #expect(response.headers("set-cookie") == [])
    #expect(pages.trace == ["Show access-1"])
    #expect(pages.calls[0].request.query.map(\.name) == ["after", "x"])
    #expect(pages.calls[0].request.query.map(\.value) == ["a&b", ""])
    #expect(gateway.auth.refreshTokens == [])
  }

  @Test(
    "A session whose access token is missing or refused is refreshed once, on the same response",
    arguments: [
      (["refresh=refresh-1"], ["Show access-2"]),
      (["access=access-old", "refresh=refresh-1"], ["Show access-old", "Show access-2"]),
      (["access=", "refresh=refresh-1"], ["Show access-2"]),
      (["access=bad token", "refresh=refresh-1"], ["Show access-2"]),
      (
        ["access=\(RecordedPages.doubted)", "refresh=refresh-1"],
        ["Show access-doubted", "Show access-2"]
      ),
    ])
  func refreshed(cookies: [String], trace: [String]) async throws {
    let response = try await gateway.page("/console/orgs", cookies: cookies)
    #expect(response.status == 200)
    #expect(gateway.auth.refreshTokens == ["refresh-1"])
    #expect(pages.trace == trace)
    let set = response.headers("set-cookie")
    #expect(set.count == 2)
    #expect(set.contains { $0.hasPrefix("__Host-steward-access=access-2; ") })
    #expect(set.contains { $0.hasPrefix("__Host-steward-refresh=refresh-2; ") })
    response.expectNoToken()
  }

  @Test(
    "Two tabs whose session must be refreshed at once get the same tokens, and both their pages")
  func twoTabs() async throws {
    async let one = gateway.page("/console/orgs", cookies: ["refresh=refresh-1"])
    async let other = gateway.page("/console/keys", cookies: ["refresh=refresh-1"])
    let responses = try await [one, other]
    #expect(responses.map(\.body) == ["Page /console/orgs", "Page /console/keys"])
    for response in responses {
      #expect(response.headers("set-cookie").contains { $0.contains("=refresh-2;") })
    }
    #expect(gateway.auth.refreshTokens == ["refresh-1", "refresh-1"])
  }

  @Test("A form whose access token has expired is performed once, after one refresh")
  func refreshedForm() async throws {
    let response = try await gateway.post(
      "/console/orgs/new", "name=Acme", cookies: ["access=access-old", "refresh=refresh-1"])
    #expect(response.status == 200)
    #expect(pages.trace == ["Submit access-old", "Submit access-2"])
    #expect(pages.calls[1].request.form.map(\.value) == ["Acme"])
    #expect(gateway.auth.refreshTokens == ["refresh-1"])
    #expect(response.headers("set-cookie").count == 2)
  }

  @Test(
    "A session that has ended gets the login form with 401 at the same address, and loses its cookies",
    arguments: [
      ["refresh=revoked"], ["access=access-old", "refresh=revoked"], ["access=access-old"],
      ["access=\(RecordedPages.doubted)"],
    ])
  func ended(cookies: [String]) async throws {
    let response = try await gateway.page("/console/orgs", cookies: cookies)
    #expect(response.status == 401)
    #expect(response.body == "Log in")
    #expect(response.headers("www-authenticate") == ["Bearer"])
    #expect(response.clearsSession)
    #expect(response.headers("location") == [])
    #expect(gateway.auth.refreshTokens.count == (cookies.contains("refresh=revoked") ? 1 : 0))
    #expect(pages.trace.last == "Show anonymous")
    // The browser has no cookies now, so nothing is refreshed any more.
    let refreshes = gateway.auth.refreshTokens.count
    #expect(try await gateway.page("/console/orgs").status == 401)
    #expect(gateway.auth.refreshTokens.count == refreshes)
  }

  @Test("A form of a session that has ended does nothing, and gets the login form with 401")
  func endedForm() async throws {
    let response = try await gateway.post(
      "/console/orgs/new", "name=Acme&password=p", cookies: ["refresh=revoked"])
    #expect(response.status == 401)
    #expect(response.clearsSession)
    #expect(pages.trace == ["Show anonymous"])
    #expect(pages.calls[0].request.path == "/console/orgs/new")
    #expect(pages.calls[0].request.form == [])
  }

  @Test("A refused session is refreshed only once, even if its new tokens are refused too")
  func refusedTwice() async throws {
    let pages = RecordedPages { _ in .html("Log in", status: 401) }
    let gateway = try HostedGateway(pages: pages)
    let response = try await gateway.page("/console/orgs", cookies: live)
    #expect(response.status == 401)
    #expect(response.clearsSession)
    #expect(pages.trace == ["Show access-1", "Show access-2", "Show anonymous"])
    #expect(gateway.auth.refreshTokens == ["refresh-1"])
  }

  @Test("A session outlives a failure of the plugins, and keeps the tokens that it got before")
  func failed() async throws {
    let down = try await gateway.page("/console/orgs", cookies: ["refresh=down"])
    #expect(down.status == 503)
    #expect(down.headers("set-cookie") == [])
    let crashing = try HostedGateway(
      pages: RecordedPages { _ in throw RecordedPages.crashed })
    let crashed = try await crashing.page("/console/orgs", cookies: ["refresh=refresh-1"])
    #expect(crashed.status == 503)
    #expect(crashed.headers("set-cookie").contains { $0.contains("=refresh-2;") })
    crashed.expectNoToken()
  }

  @Test("A page without a session gets the login form with 401, and no cookie is cleared")
  func anonymous() async throws {
    let response = try await gateway.page("/console/orgs")
    #expect(response.status == 401)
    #expect(response.headers("www-authenticate") == ["Bearer"])
    #expect(response.headers("set-cookie") == [])
    #expect(pages.trace == ["Show anonymous"])
  }

  @Test("A page for everyone keeps its status, such as the one that claims the installation")
  func unclaimed() async throws {
    let pages = RecordedPages(forEveryone: .html("Claim"))
    let response = try await HostedGateway(pages: pages).page(
      "/console/orgs", cookies: ["refresh=revoked"])
    #expect(response.status == 200)
    #expect(response.body == "Claim")
    #expect(response.clearsSession)
  }

  @Test("A page takes its credential from the cookie only")
  func headersOnly() async throws {
    let bearer = ["authorization": "Bearer access-1", "x-api-key": "another"]
    #expect(try await gateway.page("/console/orgs", bearer).status == 401)
    #expect(pages.trace == ["Show anonymous"])
  }

  @Test("A page that another site leads to reloads itself once if the cookies were withheld")
  func crossSite() async throws {
    let cross = ["sec-fetch-site": "cross-site"]
    let response = try await gateway.page("/console/orgs", cross)
    #expect(response.status == 200)
    #expect(response.body.contains("<meta http-equiv=\"refresh\" content=\"0\">"))
    #expect(response.headers("cache-control") == ["no-store"])
    #expect(pages.trace == [])
    // The reload comes from the same origin, with cookies or without.
    #expect(try await gateway.page("/console/orgs", cookies: live).status == 200)
    #expect(try await gateway.page("/console/orgs").status == 401)
    // A browser that sends its cookies all the same needs no reload.
    #expect(try await gateway.page("/console/orgs", cookies: live, cross).body.hasPrefix("Page"))
  }

  @Test("A HEAD request gets the headers of the page and refreshes the session, without a body")
  func head() async throws {
    let cookie = ["cookie": "__Host-steward-refresh=refresh-1", "sec-fetch-site": "same-origin"]
    let response = try await gateway.send("HEAD", "/console/orgs", cookie)
    #expect(response.status == 200)
    #expect(response.body.isEmpty)
    #expect(response.headers("set-cookie").count == 2)
    #expect(pages.trace == ["Show access-2"])
  }
}
