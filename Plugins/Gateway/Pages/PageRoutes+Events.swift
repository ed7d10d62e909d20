import HTTPTypes
import Hummingbird
import IPC
import JSONCalls
import PluginKit
import ProtobufRuntime
import Status

extension PageRoutes {
  /// Sends the browser what kinds of things change, as server-sent events, as long as it has a page
  /// open.
  func follow(
    _ request: Request, _ context: GatewayContext, _ session: inout PageSession
  ) async throws -> Response {
    let response = try await session.call { options in
      try await stream(request, context, options)
    }
    guard let response else { throw PageFault.unauthenticated }
    return response
  }

  private func stream(
    _ request: Request, _ context: GatewayContext, _ options: CallOptions
  ) async throws -> Response {
    let call: JSONCall
    do {
      call = try await directory.call(of: MethodName("steward.web.v1.Pages/Follow")!)
    } catch let status as Status where status.code == .unimplemented {
      throw PageFault.noPlugin
    }
    var options = options
    options.timeout = nil
    let responses = try await call.responses(
      to: try call.request(.object([])), over: host, options: options)
    return try await .stream(
      StreamChunk(responses, streams, of: context.peer, grace: .zero),
      as: .events(type: "changed"), parting: nil, to: request, context)
  }
}
