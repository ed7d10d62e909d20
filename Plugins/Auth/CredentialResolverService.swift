import AdminKit
import AdminModel
import AdminProtos
import AdminServices
import HostProtos
import HostServices
import IPC
import Store

/// `steward.host.v1.CredentialResolver` over the admin model, for the host.
struct CredentialResolverService: CredentialResolverServiceProtocol {
  let store: AdminStore
  let keys: AuthKeys
  /// The channel to the plugin that verifies API keys.
  let host: any Channel

  func resolve(_ request: ResolveRequest, context: CallContext) async throws -> ResolveResponse {
    do {
      return try store.read(context) { access, tx in
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
}

extension ResolveResponse {
  /// The text that stands for every permission.
  private static let everything = "*"

  init(_ holder: Credentials.Holder) {
    self.init(
      principal: holder.principal, permissions: holder.permissions ?? [Self.everything],
      expiresAt: holder.expiresAt, dependsOn: holder.dependsOn,
      passwordShownAt: holder.passwordShownAt,
      roles: holder.permissionsByRole.sorted { $0.key < $1.key }.map { role, permissions in
        RolePermissions(role: role, permissions: permissions ?? [Self.everything])
      })
  }
}
