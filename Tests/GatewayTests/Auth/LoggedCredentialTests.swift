import HTTPTypes
import Hummingbird
import IPC
import Logging
import Platform
import Testing

@testable import GatewayPlugin

/// The access log of every request and the log of the gateway, both at their most talkative.
@Suite("Credentials and the logs of the gateway")
struct LoggedCredentialTests {
  private static let wrong = "access-wrong"

  @Test(
    "No log line has the credential of a request, whether it is accepted or refused",
    arguments: [
      (["authorization": "Bearer \(RecordedAuth.token)"], 200),
      (["x-api-key": RecordedAuth.token], 200),
      (["cookie": "__Host-steward-access=\(RecordedAuth.token)"], 200),
      (["authorization": "Bearer \(wrong)"], 401), (["x-api-key": wrong], 401),
      (["cookie": "__Host-steward-access=\(wrong)"], 401),
      (["authorization": RecordedAuth.token], 401),
      (["authorization": "Bearer \(wrong)", "x-api-key": RecordedAuth.token], 401),
    ])
  func credential(headers: [String: String], status: Int) async {
    let lines = await lines(of: .forTests("/auth/whoami", headers), status: status)
    #expect(lines.contains("GET /auth/whoami \(status) "))
    #expect(!lines.contains(RecordedAuth.token) && !lines.contains(Self.wrong), "\(lines)")
  }

  @Test(
    "No log line has the password of a login or the tokens of the session",
    arguments: [(RecordedAuth.password, 200), ("wrong horse battery", 401)])
  func login(password: String, status: Int) async {
    let request = Request.forTests(
      "/auth/login",
      [
        "sec-fetch-site": "same-origin", "origin": "https://a",
        "content-type": "application/json",
      ], method: .post, body: #"{"email": "ada@acme.test", "password": "\#(password)"}"#)
    let lines = await lines(of: request, status: status)
    #expect(lines.contains("POST /auth/login \(status) "))
    for secret in [password, "access-1", "refresh-1"] {
      #expect(!lines.contains(secret), "\(lines)")
    }
  }

  @Test("No log line has a field of a form or of the query of a page")
  func form() async throws {
    let request = Request.forTests(
      "/console/login?next=hidden-query",
      ["sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"],
      method: .post, body: "email=ada%40acme.test&password=correct+horse+battery")
    let lines = await lines(of: request, status: 303)
    #expect(lines.contains("POST /console/login 303 "))
    for secret in ["horse", "ada", "hidden-query", "access-1", "refresh-1"] {
      #expect(!lines.contains(secret), "\(lines)")
    }
  }

  /// Returns all that is logged while the gateway responds to a request.
  private func lines(of request: Request, status: Int) async -> String {
    let written = LogText()
    let log = AccessLog(.all, write: written.add)
    let (_, left) = AsyncStream.makeStream(of: Void.self)
    let host = InProcessChannel(ServiceRouter([DescribingHost(left: left), RecordedAuth()]))
    let pipeline = RouteTable(
      host: host, version: "1.0.0", settings: .quiet, drain: OneShotEvent()
    ).pipeline(log: log, logger: written.logger)
    let response = await pipeline.respond(to: request, from: .loopback)
    log.flush()
    #expect(response.status.code == status)
    return written.text
  }
}
