public import AdminModel
public import IPC
internal import IPCProtos
internal import Status

extension Access {
  /// Creates the access of a call's caller, as the host names it.
  ///
  /// - Throws: `UNAUTHENTICATED` when the host named no caller.
  public init(_ context: CallContext) throws {
    guard let principal = context.principal, !principal.id.isEmpty else {
      throw Status(
        .unauthenticated, reason: "NO_PRINCIPAL",
        message: "\(context.method) was called without a caller, but needs one.")
    }
    self.init(of: principal)
  }
}
