import EchoService
import HostProtos
import IPC
import ProtobufRuntime
import Status
import StoreProtos

/// The part of a host that the gateway needs.
struct DescribingHost: Service {
  static let name = "steward.host.v1.Host"
  static let descriptorSet = ProtoFile.stewardHostV1Host.descriptorSet

  /// The other services of the host.
  var others: [any Service.Type] = [EchoService.self, RecordedAuth.self]

  /// Gets an element when a client that watched has left.
  let left: AsyncStream<Void>.Continuation

  func register(in methods: inout ServiceRouter) {
    methods.unary("\(Self.name)/Describe") { (request: DescribeRequest, _) in
      let described = others + [DescribingHost.self]
      return DescribeResponse(
        services: described.filter { request.name.isEmpty || $0.name == request.name }.map {
          DescribedService(name: $0.name, plugin: "test", descriptorSet: $0.descriptorSet)
        })
    }
    methods.unary("\(Self.name)/GetStatus") { (_: GetStatusRequest, context) in
      try Self.check(context)
      return HostStatus(revision: 7, plugins: [PluginStatus(name: "orgs", state: "ready")])
    }
    methods.serverStreaming("\(Self.name)/Watch", watch)
    methods.unary("steward.host.v1.Permissions/Check") {
      (request: CheckPermissionRequest, context) in
      // The method that not every caller may call. It is refused as the host would refuse it.
      if request.method.hasSuffix("/Risk") { try Self.check(context) }
      return CheckPermissionResponse(maxRequestBytes: 64 << 10)
    }
  }

  /// Sends the events up to the tenth, and then waits until it is cancelled.
  private func watch(
    _ request: WatchRequest, to responses: MessageWriter<Event>, context: CallContext
  ) async throws {
    try Self.check(context)
    for revision in stride(from: max(1, request.fromRevision), through: 10, by: 1) {
      try await responses.send(
        Event(
          revision: revision, action: "organization.created",
          resource: request.actions.joined(separator: "+"),
          organizationId: request.organizationId))
    }
    defer { left.yield() }
    try await Task.sleep(for: .seconds(3600))  // Until it is cancelled.
  }

  private static func check(_ context: CallContext) throws {
    guard context.metadata["authorization"] == "Bearer \(RecordedAuth.token)" else {
      throw Status(.permissionDenied, reason: "PERMISSION_DENIED", message: "You may not.")
    }
  }
}
