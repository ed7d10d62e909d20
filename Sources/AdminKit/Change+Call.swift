public import IPC
internal import Status
public import Store

extension Change {
  /// Creates the change that a call makes, on behalf of the caller that the host names.
  ///
  /// - Throws: `UNAUTHENTICATED` when the host named no caller.
  public init(by context: CallContext, plugin: String) throws {
    guard let principal = context.principal, let actor = principal.actor else {
      throw Status(
        .unauthenticated, reason: "NO_PRINCIPAL",
        message: "\(context.method) was called without a caller, but changes need one.")
    }
    self.init(
      actor: actor, plugin: plugin, method: context.method, call: context.idempotencyKey)
  }
}
