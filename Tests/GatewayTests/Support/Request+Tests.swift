import HTTPTypes
import Hummingbird
import IPC
import Logging
import NIOCore
import Platform

@testable import GatewayPlugin

extension Request {
  /// Creates a request that no connection carries.
  static func forTests(
    _ path: String, _ headers: [String: String] = [:], method: HTTPRequest.Method = .get,
    body: String = ""
  ) -> Request {
    var fields = HTTPFields()
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "a", path: path, headerFields: fields)
    return Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
  }
}

extension IPAddress {
  static let loopback = IPAddress(bits: 0xFFFF_7F00_0001)
}

extension Logger {
  static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}

extension RouteTable {
  /// Returns the outermost layer of these routes, without limits.
  func pipeline(
    log: AccessLog = AccessLog(.none), logger: Logger = .silent
  ) -> RequestPipeline<some HTTPResponder<GatewayContext>> {
    RequestPipeline(
      routed: responder(), limiter: RateLimiter(0, per: .seconds(60)),
      proxies: TrustedProxies(), origin: nil, safety: SafetyHeaders(isSecure: false),
      crossOrigin: CrossOrigin(origins: []), log: log, history: metrics.history, logger: logger)
  }
}
