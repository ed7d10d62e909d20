import AdminKit
import AdminModel
import AdminProtos
import IPC
import PluginKit
import Store

/// The methods that tell the holder of a token what it is for.
extension AuthService {
  func inspectInvite(_ request: InspectInviteRequest, context: CallContext) async throws
    -> InspectedInvite
  {
    try await guessing(context) { tx in
      try InviteAcceptance.inspect(request.token, keys: keys, in: tx)
    }
  }

  func inspectPasswordReset(_ request: InspectPasswordResetRequest, context: CallContext)
    async throws -> InspectedPasswordReset
  {
    try await guessing(context) { tx in
      try PasswordResets.inspect(request.token, keys: keys, in: tx)
    }
  }

  /// Runs `body`, which looks for a token or a code of the request. If it is unknown, counts it as a
  /// wrong guess of the peer. The count is no change that the audit log shows.
  func guessing<Result>(
    _ context: CallContext, _ body: (borrowing ReadTransaction) throws -> Result
  ) async throws -> Result {
    do {
      return try store.base.read { tx in
        try SecretGuesses.admit(from: context.peer, keys: keys, in: tx)
        return try body(tx)
      }
    } catch let error as AdminError where SecretGuesses.isWrong(error) {
      try await store.write(context) { tx in
        try SecretGuesses.count(from: context.peer, keys: keys, in: &tx)
      }
      throw error
    }
  }
}
