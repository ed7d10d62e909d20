import AdminModel
import PluginKit
import StewardProtos
import StewardServices

/// `steward.auth.v1.Auth` over the admin model. What takes passwords is in files of its own.
struct AuthEndpoint: AuthService {
  let store: Store
  let keys: AuthKeys
  let passwords = PasswordChecker()

  func getInstallation(_ request: GetInstallationRequest, context: CallContext) async throws
    -> Installation
  {
    let record = try store.read { tx in try Installations.get(in: tx) }
    return Installation(claimed: record != nil, claimedAt: record?.claimedAt)
  }

  func refresh(_ request: RefreshRequest, context: CallContext) async throws -> SessionTokens {
    let keys = keys
    let outcome = try await store.write(change(context)) { tx in
      try Sessions.refresh(request.refreshToken, keys: keys, in: &tx)
    }
    return SessionTokens(try outcome.get())
  }

  func logout(_ request: LogoutRequest, context: CallContext) async throws -> LogoutResponse {
    let keys = keys
    return try await store.write(change(context)) { tx in
      let (session, ended) = try Sessions.logOut(request.refreshToken, keys: keys, in: &tx)
      return LogoutResponse(sessionId: session, ended: ended)
    }
  }

  func whoAmI(_ request: WhoAmIRequest, context: CallContext) async throws -> Identity {
    let access = try Access(context)
    return try store.read { tx in Identity(try Identities.get(access, in: tx)) }
  }

  func resolve(_ request: ResolveRequest, context: CallContext) async throws -> ResolveResponse {
    let access = try Access(context)
    return try store.read { tx in
      ResolveResponse(
        try Credentials.resolve(request.credential, by: access, keys: keys, in: tx))
    }
  }

  func change(_ context: CallContext) throws -> Change {
    try Change(by: context, module: "auth")
  }
}
