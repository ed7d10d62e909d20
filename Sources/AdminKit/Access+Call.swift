public import AdminModel
public import IPC
internal import IPCProtos
internal import Status

extension Access {
  /// The access of whoever makes a call, in the host's word.
  ///
  /// - Throws: `UNAUTHENTICATED` when the host named nobody.
  public init(_ context: CallContext) throws {
    guard let principal = context.principal, !principal.id.isEmpty else {
      throw Status(
        .unauthenticated, reason: "NO_PRINCIPAL",
        message: "\(context.method) was called on nobody's behalf; it needs a caller.")
    }
    self.init(of: principal)
  }
}
