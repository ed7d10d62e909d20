import Testing

@testable import GatewayPlugin

@Suite("Events over HTTP")
struct EventTests {
  private let credential = ["authorization": "Bearer \(RecordedAuth.token)"]

  @Test("A stream of events starts at the requested revision, and names events by revision")
  func from() async throws {
    let gateway = try HostedGateway()
    let client = try gateway.client()
    let headers = credential.merging(["accept": "text/event-stream"]) { $1 }
    await client.send(HostedGateway.request("GET", "/v1/events?from=9", headers))
    let text = await client.receive(until: "id: 10\n")
    #expect(text.hasPrefix("HTTP/1.1 200"))
    #expect(text.contains("id: 9\ndata: {\"revision\":\"9\""))
    #expect(!text.contains("id: 8\n"))
  }

  @Test("A stream of events can be limited to several actions and to an organization")
  func filters() async throws {
    let gateway = try HostedGateway()
    let client = try gateway.client()
    let query = "from=10&action=workspace.&action=api_key.issued&organization_id=o1"
    await client.send(HostedGateway.request("GET", "/v1/events?\(query)", credential))
    let text = await client.receive(until: "\"organization_id\":\"o1\"")
    #expect(text.contains("\"resource\":\"workspace.+api_key.issued\""))
  }

  @Test("A stream continues after the event that a browser saw last, whatever its address says")
  func resume() async throws {
    let gateway = try HostedGateway()
    let client = try gateway.client()
    let headers = credential.merging(["last-event-id": "7"]) { $1 }
    await client.send(HostedGateway.request("GET", "/v1/events?from=1", headers))
    let text = await client.receive(until: "\"revision\":\"8\"")
    #expect(!text.contains("\"revision\":\"7\""))
  }

  @Test("A stream of events has heartbeats as long as there are no events")
  func heartbeats() async throws {
    var settings = GatewaySettings.quiet
    settings.heartbeat = .milliseconds(20)
    let gateway = try HostedGateway(settings)
    let client = try gateway.client()
    let headers = credential.merging(["accept": "text/event-stream"]) { $1 }
    await client.send(HostedGateway.request("GET", "/v1/events?from=11", headers))
    for _ in 1...3 { #expect(await client.receive(until: "\r\n:\n\n\r\n").hasSuffix(":\n\n\r\n")) }
  }

  @Test("A stream of events needs a credential, a permission, a valid revision and a clear query")
  func refusals() async throws {
    let gateway = try HostedGateway()
    #expect(try await gateway.send("GET", "/v1/events").status == 401)
    let other = ["authorization": "Bearer other"]
    #expect(try await gateway.send("GET", "/v1/events", other).status == 403)
    for query in ["from=x", "from=1&from=2", "actor=%FF", "action=%00", "resource=%4"] {
      let response = try await gateway.send("GET", "/v1/events?\(query)", credential)
      #expect(response.status == 400, "\(query)")
    }
  }

  @Test("A watch of events ends when the client has left")
  func left() async throws {
    let gateway = try HostedGateway()
    try await watchAndLeave(gateway)
    for await _ in gateway.endedWatches { break }
  }

  /// The client's connection ends when the function returns.
  private func watchAndLeave(_ gateway: HostedGateway) async throws {
    let client = try gateway.client()
    await client.send(HostedGateway.request("GET", "/v1/events?from=10", credential))
    #expect(await client.receive(until: "\"revision\":\"10\"").hasPrefix("HTTP/1.1 200"))
  }

  @Test("A stream of events ends when the server drains, and the server doesn't wait for it")
  func drain() async throws {
    let gateway = try HostedGateway()
    let client = try gateway.client()
    await client.send(HostedGateway.request("GET", "/v1/events?from=10", credential))
    _ = await client.receive(until: "\"revision\":\"10\"")
    async let rest = client.receiveAll()
    try await gateway.drain()
    #expect(await rest.hasSuffix("0\r\n\r\n"))
  }
}
