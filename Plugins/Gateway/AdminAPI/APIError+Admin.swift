import PluginKit
import ProtobufRuntime
import Status

extension APIError {
  /// Whatever was thrown, as the Admin API tells of it: with `details` only where it has a code for the case.
  init(ofAdminAPI error: any Error) {
    self.init(describing: error)
    guard !(error is APIError) else { return }
    let code = Self.adminCodes[Status(describing: error).reason]
    details = code.map { [("error_code", .string($0))] } ?? []
  }

  /// The Admin API's codes, by the plugins' reasons.
  private static let adminCodes = [
    "ALREADY_MEMBER": "already_member",
    "INVITE_ALREADY_EXISTS": "invite_already_exists",
    "LAST_MEMBER": "cannot_remove_last_member",
  ]
}
