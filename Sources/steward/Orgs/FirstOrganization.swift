internal import AdminProtos
internal import AdminServices
internal import IPC

/// What to do where there is no organization yet.
enum FirstOrganization {
  /// Says how to make it: with the first admin, where the installation is unclaimed.
  static func advice(over channel: any Channel) async -> String {
    // Without the auth plugin there are no claims.
    let installation = try? await AuthClient(channel).getInstallation(GetInstallationRequest())
    return installation?.claimed ?? true
      ? "No organizations yet. Create one: steward orgs create NAME"
      : "No organizations yet. Make the first one, and its admin: steward init"
  }
}
