import HostProtos
import HostServices
import Hummingbird
import IPC
import PluginKit

/// A check with the host whether a client may call the method for which it sends a long body. It
/// takes place before the body is read and translated.
///
/// Because of this check, a request of an unauthorized client costs the gateway almost nothing.
struct Admissions: Sendable {
  let host: any IPC.Channel

  /// Returns how many bytes the request message of a method may have.
  ///
  /// - Throws: ``Status`` if the client may not make the call. It is the error of the call itself.
  func limit(of method: String, for request: Request, _ context: GatewayContext) async throws -> Int
  {
    var options = context.callOptions(for: request)
    options.idempotencyKey = ""
    let response = try await PermissionsClient(host).check(
      CheckPermissionRequest(method: method), options: options)
    return Int(clamping: response.maxRequestBytes)
  }
}
