import AdminKit
import AdminModel
import AdminProtos
import IPC
import PluginKit
import Store

extension AuthService {
  func claim(_ request: ClaimRequest, context: CallContext) async throws -> ClaimResponse {
    let (access, keys) = (try Access(context), keys)
    let claim = Installations.Claim(request)
    try Installations.check(claim, password: request.password, by: access)
    guard !request.dryRun else { return ClaimResponse() }
    let hash = try await passwords.place(of: context.peer) {
      try await passwords.hash(request.password)
    }
    return try await store.once(
      change(context), by: access, request: request, sealing: keys.outcomes
    ) { tx, access in
      ClaimResponse(
        try Installations.claim(claim, passwordHash: hash, by: access, keys: keys, in: &tx))
    }
  }

  func recover(_ request: RecoverRequest, context: CallContext) async throws -> RecoverResponse {
    let (access, keys) = (try Access(context), keys)
    try store.read { tx in
      try Installations.checkRecovery(
        email: request.email, name: request.name, password: request.password, by: access, in: tx)
    }
    let hash = try await passwords.place(of: context.peer) {
      try await passwords.hash(request.password)
    }
    return try await store.once(change(context), by: access, request: request) { tx, access in
      RecoverResponse(
        try Installations.recover(
          email: request.email, name: request.name, passwordHash: hash, by: access, keys: keys,
          in: &tx))
    }
  }
}
