import AdminKit
import AdminModel
import AdminProtos
import IPC
import PluginKit
import Store

extension AuthService {
  func claim(_ request: ClaimRequest, context: CallContext) async throws -> ClaimResponse {
    try Installations.check(request, by: Access(context))
    guard !request.dryRun else { return ClaimResponse() }
    let hash = try await passwords.place(of: context.peer) {
      try await passwords.hash(request.password)
    }
    return try await store.change(context, request, sealing: keys.outcomes) { access, tx in
      try Installations.claim(request, passwordHash: hash, by: access, keys: keys, in: &tx)
    }
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
