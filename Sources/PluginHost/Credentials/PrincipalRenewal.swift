internal import IPC
internal import IPCProtos

/// Returns the principal of a call as it is now. A call that goes on for long asks again, because
/// its caller may lose a role meanwhile, or its credential may end.
struct PrincipalRenewal: Sendable {
  /// The renewal for the call that the current task serves, also for one that a plugin makes on
  /// behalf of a caller with a credential; `nil` for a call without a credential. The principal of
  /// such a call never changes.
  @TaskLocal static var current: PrincipalRenewal?

  private let renewed: @Sendable () async throws -> IPCPrincipal

  /// - Parameter renewed: Returns the principal with the roles that give the method's permission.
  ///   Throws the status with which the call would be refused now.
  init(_ renewed: @escaping @Sendable () async throws -> IPCPrincipal) {
    self.renewed = renewed
  }

  /// Returns the principal. It is not older than the newest commit that the caller of this function
  /// has seen.
  func principal() async throws -> IPCPrincipal { try await renewed() }
}

extension Router {
  /// Returns the renewal for a call with a credential to a service of the host itself.
  func renewal(
    of credential: String, from peer: String, for rules: MethodRules, of method: String
  ) -> PrincipalRenewal {
    PrincipalRenewal {
      let principal = try await self.principal(of: credential, from: peer)
      try principal.check(rules, of: method)
      return principal.identity(giving: rules.permission)
    }
  }
}
