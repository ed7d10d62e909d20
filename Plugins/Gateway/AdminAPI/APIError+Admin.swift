import PluginKit
import ProtobufRuntime
import Status

extension APIError {
  /// Creates the error that the Admin API reports for a thrown error. An ``APIError`` stays as it
  /// is. `details` is set only if the Admin API has a code for the case.
  init(ofAdminAPI error: any Error) {
    self.init(describing: error)
    guard !(error is APIError) else { return }
    let code = Self.adminCodes[Status(describing: error).reason]
    details = code.map { [("error_code", .string($0))] } ?? []
  }

  /// The Admin API's error codes, keyed by the reasons of the plugins' errors.
  private static let adminCodes: [StatusReason: String] = [
    .alreadyMember: "already_member",
    .inviteAlreadyExists: "invite_already_exists",
    .lastMember: "cannot_remove_last_member",
  ]
}
