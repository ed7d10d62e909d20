import Testing

@testable import GatewayPlugin

@Suite("Events for pages")
struct PageEventTests {
  private let gateway: HostedGateway
  private let pages = RecordedPages()

  init() throws { gateway = try HostedGateway(pages: pages) }

  private func text(cookies: String) async throws -> String {
    let client = try gateway.client()
    let headers = ["cookie": cookies, "sec-fetch-site": "same-origin"]
    await client.send(HostedGateway.request("GET", "/console/events", headers))
    return await client.receive(until: "\"plugins\"")
  }

  @Test("A page in a session is told the kinds of things that change, as server-sent events")
  func events() async throws {
    let text = try await text(cookies: "__Host-steward-access=access-1")
    #expect(text.hasPrefix("HTTP/1.1 200"))
    #expect(text.lowercased().contains("content-type: text/event-stream\r\n"))
    #expect(text.lowercased().contains("cache-control: no-store\r\n"))
    #expect(
      text.contains(
        "event: changed\ndata: {\"kind\":\"keys\",\"organization_id\":\"org_1\"}\n\n"))
  }

  @Test("A session that has expired is refreshed once before its events are followed")
  func refreshed() async throws {
    let text = try await text(
      cookies: "__Host-steward-access=access-old; __Host-steward-refresh=refresh-1")
    #expect(text.hasPrefix("HTTP/1.1 200"))
    #expect(text.contains("__Host-steward-refresh=refresh-2;"))
    #expect(pages.trace == ["Follow access-old", "Follow access-2"])
    #expect(gateway.auth.refreshTokens == ["refresh-1"])
  }

  @Test("Events without a session, or of one that has ended, are refused with 401")
  func refused() async throws {
    let anonymous = try await gateway.page("/console/events")
    #expect(anonymous.status == 401)
    #expect(anonymous.headers("www-authenticate") == ["Bearer"])
    #expect(pages.trace == [])
    let ended = try await gateway.page(
      "/console/events", cookies: ["access=access-old", "refresh=revoked"])
    #expect(ended.status == 401)
    #expect(ended.clearsSession)
  }
}
