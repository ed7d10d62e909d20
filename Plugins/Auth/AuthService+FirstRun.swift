import AdminKit
import AdminModel
import AdminProtos
import IPC
import IPCProtos
import PluginKit
import Store

extension AuthService {
  func beginClaim(_ request: BeginClaimRequest, context: CallContext) async throws -> ClaimCode {
    let code = ClaimCodeText()
    return try await store.change(context, request, sealing: keys.outcomes) { [keys] access, tx in
      try ClaimCodes.begin(code, by: access, keys: keys, in: &tx)
    }
  }

  func claim(_ request: ClaimRequest, context: CallContext) async throws -> ClaimResponse {
    guard context.principal?.kind == .operator else {
      return try await claimByCode(request, context)
    }
    try Installations.check(request)
    guard !request.dryRun else { return ClaimResponse() }
    let hash = try await hash(of: request, context)
    return try await store.change(context, request, sealing: keys.outcomes) { access, tx in
      try Installations.claim(request, passwordHash: hash, by: access, keys: keys, in: &tx)
    }
  }

  /// Claims the installation for the holder of a code. A repeated call finds the installation
  /// claimed and the code used up, so it only looks for its outcome, and no password is hashed.
  private func claimByCode(
    _ request: ClaimRequest, _ context: CallContext
  ) async throws -> ClaimResponse {
    let installation = try store.base.read { tx in try Installations.get(in: tx) }
    guard installation == nil else {
      return try await store.change(context, bySecretIn: request, sealing: keys.outcomes) { _ in
        throw AdminError.alreadyClaimed
      }
    }
    try await guessing(context) { tx in
      try ClaimCodes.require(request.code, keys: keys, in: tx)
    }
    try Installations.check(request)
    guard !request.dryRun else { return ClaimResponse() }
    let hash = try await hash(of: request, context)
    return try await store.change(context, bySecretIn: request, sealing: keys.outcomes) { tx in
      try Installations.claim(
        request, passwordHash: hash, byCodeFrom: context.peer, keys: keys, in: &tx)
    }
  }

  private func hash(of request: ClaimRequest, _ context: CallContext) async throws -> String {
    try await passwords.place(of: context.peer) { try await passwords.hash(request.password) }
  }

  func recover(_ request: RecoverRequest, context: CallContext) async throws -> RecoverResponse {
    try store.read(context) { access, tx in
      try Installations.checkRecovery(request, by: access, in: tx)
    }
    let hash = try await passwords.place(of: context.peer) {
      try await passwords.hash(request.password)
    }
    return try await store.change(context, request) { access, tx in
      try Installations.recover(request, passwordHash: hash, by: access, keys: keys, in: &tx)
    }
  }
}
