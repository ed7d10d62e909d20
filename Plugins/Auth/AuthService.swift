import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import IPC
import PluginKit
import Store

/// `steward.auth.v1.Auth` over the admin model. The methods that take passwords are in their own
/// files.
struct AuthService: AuthServiceProtocol {
  let store: Store
  let keys: AuthKeys
  /// The channel to the plugin that verifies API keys.
  let host: any Channel
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
    do {
      return try store.read { tx in
        ResolveResponse(
          try Credentials.resolve(request.credential, by: access, keys: keys, in: tx))
      }
    } catch let error as AdminError where error == .credentialInvalid {
      throw await isAPIKey(request.credential) ? .credentialIsAPIKey : error
    }
  }

  /// Whether the credential is an API key that can be used elsewhere. Its sender is then known but
  /// not allowed, rather than unknown.
  private func isAPIKey(_ credential: String) async -> Bool {
    guard SecretText(credential, prefix: Keys.prefix) != nil else { return false }
    let verdict = try? await KeysClient(host).verify(VerifyKeyRequest(secret: credential))
    return verdict?.valid ?? false
  }

  func change(_ context: CallContext) throws -> Change {
    try Change(by: context, plugin: "auth")
  }
}
