import ProtobufRuntime
import Testing

@testable import GatewayPlugin

@Suite("A call of any method by HTTP")
struct RPCTests {
  private let echo = "/rpc/test.echo.v1.Echo"

  @Test(
    "takes and gives canonical JSON, of a plugin that nobody was compiled with",
    arguments: ["/rpc/test.echo.v1.Echo/Say", "/rpc/Echo/Say"])
  func unary(path: String) async throws {
    let answer = try await HostedGateway().send("POST", path, body: #""hello""#)
    #expect(answer.status == 200)
    #expect(answer.json == .string("hello"))
    #expect(answer.headers("request-id").count == 1)
  }

  @Test("tells of what is wrong with the method, the JSON and the call, each by its status")
  func refusals() async throws {
    let gateway = try HostedGateway()
    let cases: [(path: String, body: String, status: Int, reason: String)] = [
      ("/rpc/Ecko/Say", "", 404, "UNKNOWN_SERVICE"), ("\(echo)/Sai", "", 404, "UNKNOWN_METHOD"),
      ("\(echo)/Say", "{", 400, "MALFORMED_JSON"), ("\(echo)/Say", "[1]", 400, "INVALID_VALUE"),
      ("\(echo)/Say", #""fail""#, 404, "NO_SUCH_THING"),
    ]
    for (path, body, status, reason) in cases {
      let answer = try await gateway.send("POST", path, body: body)
      #expect(answer.status == status)
      #expect(answer.reason == .string(reason))
      #expect(answer.json?["type"] == .string("error"))
    }
  }

  @Test("gives up when the client's time is over, and takes no time that is none")
  func timeout() async throws {
    let gateway = try HostedGateway()
    let late = try await gateway.send(
      "POST", "\(echo)/Wait", ["steward-timeout": "20ms"], body: #""x""#)
    #expect(late.status == 504)
    #expect(late.reason == .string("DEADLINE_EXCEEDED"))
    for text in ["", "5", "5d", "-1s", "0s", "2h", "99999999s", "1.5s"] {
      let answer = try await gateway.send(
        "POST", "\(echo)/Say", ["steward-timeout": text], body: #""x""#)
      #expect(answer.status == 400)
    }
  }

  @Test("passes the idempotency key on, and never the credential")
  func headers() async throws {
    let gateway = try HostedGateway()
    let key = try await gateway.send(
      "POST", "\(echo)/Say", ["idempotency-key": "k-1"], body: #""key""#)
    #expect(key.json == .string("k-1"))
    for wrong in ["", String(repeating: "k", count: 256)] {
      let answer = try await gateway.send(
        "POST", "\(echo)/Say", ["idempotency-key": wrong], body: #""key""#)
      #expect(answer.status == 400)
      #expect(answer.reason == .string("IDEMPOTENCY_KEY_LENGTH"))
    }
  }

  @Test("refuses a condition where the method takes none")
  func condition() async throws {
    let answer = try await HostedGateway().send(
      "POST", "\(echo)/Say", ["if-match": "\"5\""], body: #""x""#)
    #expect(answer.status == 400)
    #expect(answer.body.contains("if-match"))
  }

  @Test("answers a stream as lines, or as events to who accepts them")
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

  @Test("ends a stream that fails in the middle with the failure")
  func failureInStream() async throws {
    let body = "\"one\"\n\"fail\"\n\"never\"\n"
    let lines = try await HostedGateway().send("POST", "\(echo)/Chat", body: body)
    let parts = lines.body.split(separator: "\n")
    #expect(lines.status == 200)
    #expect(parts.count == 2 && parts[0] == "\"one\"")
    let last = try JSONValue(parsing: String(parts.last ?? ""))
    #expect(last["error"]?["details"]?["reason"] == .string("NO_SUCH_THING"))
  }

  @Test("takes a stream of requests as lines, also an empty one, and names the line that is wrong")
  func collect() async throws {
    let gateway = try HostedGateway()
    let all = try await gateway.send("POST", "\(echo)/Collect", body: "\"a\"\n\n\"b\"\n\"c\"")
    #expect(all.json == .string("abc"))
    let none = try await gateway.send("POST", "\(echo)/Collect")
    #expect(none.json == .string(""))
    let wrong = try await gateway.send("POST", "\(echo)/Collect", body: "\"a\"\n7\n")
    #expect(wrong.status == 400)
    #expect(wrong.body.contains("Request 2"))
  }
}
