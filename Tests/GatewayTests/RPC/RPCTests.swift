import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("Calls of any method over HTTP")
struct RPCTests {
  private let echo = "/rpc/test.echo.v1.Echo"

  @Test(
    "A call takes and returns canonical JSON, also of a plugin that is unknown at build time",
    arguments: ["/rpc/test.echo.v1.Echo/Say", "/rpc/Echo/Say"])
  func unary(path: String) async throws {
    let response = try await HostedGateway().send("POST", path, body: #""hello""#)
    #expect(response.status == 200)
    #expect(response.json == .string("hello"))
    #expect(response.headers("request-id").count == 1)
  }

  @Test("An error in the method, in the JSON or in the call has its own status")
  func refusals() async throws {
    let gateway = try HostedGateway()
    let cases: [(path: String, body: String, status: Int, reason: String)] = [
      ("/rpc/Ecko/Say", "", 404, "UNKNOWN_SERVICE"), ("\(echo)/Sai", "", 404, "UNKNOWN_METHOD"),
      ("\(echo)/Say", "{", 400, "MALFORMED_JSON"), ("\(echo)/Say", "[1]", 400, "INVALID_VALUE"),
      ("\(echo)/Say", #""fail""#, 404, "NO_SUCH_THING"),
    ]
    for (path, body, status, reason) in cases {
      let response = try await gateway.send("POST", path, body: body)
      #expect(response.status == status)
      #expect(response.reason == .string(reason))
      #expect(response.json?["type"] == .string("error"))
    }
  }

  @Test("A call fails when the client's timeout is over, and an invalid timeout is refused")
  func timeout() async throws {
    let gateway = try HostedGateway()
    let late = try await gateway.send(
      "POST", "\(echo)/Wait", ["steward-timeout": "20ms"], body: #""x""#)
    #expect(late.status == 504)
    #expect(late.reason == .string("DEADLINE_EXCEEDED"))
    for text in ["", "5", "5d", "-1s", "0s", "2h", "99999999s", "1.5s"] {
      let response = try await gateway.send(
        "POST", "\(echo)/Say", ["steward-timeout": text], body: #""x""#)
      #expect(response.status == 400)
    }
  }

  @Test("A call passes the idempotency key on, and refuses one of a wrong length")
  func headers() async throws {
    let gateway = try HostedGateway()
    let key = try await gateway.send(
      "POST", "\(echo)/Say", ["idempotency-key": "k-1"], body: #""key""#)
    #expect(key.json == .string("k-1"))
    for wrong in ["", String(repeating: "k", count: 256)] {
      let response = try await gateway.send(
        "POST", "\(echo)/Say", ["idempotency-key": wrong], body: #""key""#)
      #expect(response.status == 400)
      #expect(response.reason == .string("IDEMPOTENCY_KEY_LENGTH"))
    }
  }

  @Test("A condition is refused if the method takes none")
  func condition() async throws {
    let response = try await HostedGateway().send(
      "POST", "\(echo)/Say", ["if-match": "\"5\""], body: #""x""#)
    #expect(response.status == 400)
    #expect(response.body.contains("if-match"))
  }

  @Test("A stream is sent as lines, or as events to a client that accepts them")
  func streams() async throws {
    let gateway = try HostedGateway()
    let lines = try await gateway.send("POST", "\(echo)/Count", body: #""3""#)
    #expect(lines.headers("content-type") == ["application/x-ndjson"])
    #expect(lines.body == "\"0\"\n\"1\"\n\"2\"\n")
    let events = try await gateway.send(
      "POST", "\(echo)/Count", ["accept": "text/event-stream"], body: #""2""#)
    #expect(events.headers("content-type") == ["text/event-stream"])
    #expect(events.body == "data: \"0\"\n\ndata: \"1\"\n\n")
  }

  @Test("A stream that fails in the middle ends with the failure")
  func failureInStream() async throws {
    let body = "\"one\"\n\"fail\"\n\"never\"\n"
    let lines = try await HostedGateway().send("POST", "\(echo)/Chat", body: body)
    let parts = lines.body.split(separator: "\n")
    #expect(lines.status == 200)
    #expect(parts.count == 2 && parts[0] == "\"one\"")
    let last = try JSONValue(parsing: String(parts.last ?? ""))
    #expect(last["error"]?["details"]?["reason"] == .string("NO_SUCH_THING"))
  }

  @Test("A stream of requests is read as lines, and an error names the wrong request")
  func collect() async throws {
    let gateway = try HostedGateway()
    let all = try await gateway.send("POST", "\(echo)/Collect", body: "\"a\"\n\n\"b\"\n\"c\"")
    #expect(all.json == .string("abc"))
    let none = try await gateway.send("POST", "\(echo)/Collect")
    #expect(none.json == .string(""))
    let wrong = try await gateway.send("POST", "\(echo)/Collect", body: "\"a\"\n7\n")
    #expect(wrong.status == 400)
    #expect(wrong.body.contains("Invalid request 2: expected a string, got a number."))
  }
}
