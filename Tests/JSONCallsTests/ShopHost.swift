import GoogleProtos
import HostProtos
import IPC
import ProtobufRuntime
import Status
import Synchronization

/// A host that serves one plugin and records what it is asked. A test may replace the plugin by
/// another version.
///
///     service Shop { rpc Buy(Order) returns (Order); rpc List(Order) returns (stream Order); }
///     message Order { string FIELD = 1; }
final class ShopHost: Sendable {
  static let service = "test.v1.Shop"

  private struct State {
    var field: String
    var isUp = true
    var requests: [String] = []
  }

  private let state: Mutex<State>

  /// - Parameter field: The name of the only field of an order.
  init(field: String = "item") {
    state = Mutex(State(field: field))
  }

  /// The names in the requests for descriptions; empty for a request for names alone.
  var requests: [String] { state.withLock(\.requests) }

  func replace(field: String) { state.withLock { $0.field = field } }
  func set(isUp: Bool) { state.withLock { $0.isUp = isUp } }

  var channel: any Channel {
    var methods = ServiceRouter()
    methods.unary("steward.host.v1.Host/Describe") { (request: DescribeRequest, _) in
      try self.describe(request)
    }
    // On the wire, a StringValue looks like an order.
    methods.unary("\(Self.service)/Buy") { (order: GoogleStringValue, _) in order }
    methods.bidirectional("\(Self.service)/List") {
      (orders: MessageStream<GoogleStringValue>, responses: MessageWriter<GoogleStringValue>, _) in
      for try await order in orders { try await responses.send(order) }
    }
    return InProcessChannel(methods)
  }

  private func describe(_ request: DescribeRequest) throws -> DescribeResponse {
    try state.withLock { state in
      state.requests.append(request.name)
      guard state.isUp else {
        throw Status(.unavailable, reason: "PLUGIN_FAILED", message: "It can't serve.")
      }
      let set = request.namesOnly ? [] : Self.descriptorSet(field: state.field)
      return DescribeResponse(services: [
        DescribedService(name: Self.service, plugin: "shop", descriptorSet: set)
      ])
    }
  }

  private static func descriptorSet(field: String) -> [UInt8] {
    var definition = WireWriter()
    definition.field(1, field.utf8)
    definition.field(3, 1)  // Number 1,
    definition.field(4, 1)  // optional,
    definition.field(5, 9)  // string.
    var order = WireWriter()
    order.field(1, "Order".utf8)
    order.field(2, definition.bytes)
    var service = WireWriter()
    service.field(1, "Shop".utf8)
    service.field(2, method("Buy"))
    service.field(2, method("List", isStream: true))
    var file = WireWriter()
    file.field(1, "shop.proto".utf8)
    file.field(2, "test.v1".utf8)
    file.field(4, order.bytes)
    file.field(6, service.bytes)
    file.field(12, "proto3".utf8)
    var set = WireWriter()
    set.field(1, file.bytes)
    return set.bytes
  }

  private static func method(_ name: String, isStream: Bool = false) -> [UInt8] {
    var method = WireWriter()
    method.field(1, name.utf8)
    method.field(2, ".test.v1.Order".utf8)
    method.field(3, ".test.v1.Order".utf8)
    if isStream {
      method.field(5, 1)
      method.field(6, 1)
    }
    return method.bytes
  }
}
