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
  let store: AdminStore
  let keys: AuthKeys
  let passwords = PasswordChecker()

  func getInstallation(_ request: GetInstallationRequest, context: CallContext) async throws
    -> Installation
  {
    let record = try store.base.read { tx in try Installations.get(in: tx) }
    return Installation(claimed: record != nil, claimedAt: record?.claimedAt)
  }

  func refresh(_ request: RefreshRequest, context: CallContext) async throws -> SessionTokens {
    let outcome = try await store.write(context) { tx in
      try Sessions.refresh(request.refreshToken, keys: keys, in: &tx)
    }
    return try outcome.get()
  }

  func logout(_ request: LogoutRequest, context: CallContext) async throws -> LogoutResponse {
    try await store.write(context) { tx in
      try Sessions.logOut(request.refreshToken, keys: keys, in: &tx)
    }
  }

  func whoAmI(_ request: WhoAmIRequest, context: CallContext) async throws -> Identity {
    try store.read(context) { access, tx in try Identities.get(access, in: tx) }
  }

  func updateProfile(_ request: UpdateProfileRequest, context: CallContext) async throws -> Profile
  {
    try await store.change(context, request) { access, tx in
      try Users.updateProfile(request, by: access, in: &tx)
    }
  }
}
