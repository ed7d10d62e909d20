import HostProtos
import HostServices
import Hummingbird
import IPC
import PluginKit

/// Asks the host whether clients may do what they send a long body for, before it is read and
/// translated.
///
/// What is authorized first costs a stranger nothing to ask for, and the gateway nothing to refuse.
struct Admissions: Sendable {
  let host: any IPC.Channel

  /// Returns how many bytes a message of a method's request may have.
  ///
  /// - Throws: ``Status``, as the call itself would fail, if the client may not make it.
  func limit(of method: String, for request: Request, _ context: GatewayContext) async throws -> Int
  {
    var options = context.callOptions(for: request)
    options.idempotencyKey = ""
    let answer = try await PermissionsClient(host).check(
      CheckPermissionRequest(method: method), options: options)
    return Int(clamping: answer.maxRequestBytes)
  }
}
