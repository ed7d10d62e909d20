internal import AdminProtos
internal import AdminServices
internal import IPC

/// The advice for an installation that has no organization yet.
enum FirstOrganization {
  /// Returns how to create the first organization: with the first admin if the installation is
  /// unclaimed.
  static func advice(over channel: any Channel) async -> String {
    // Without the auth plugin, an installation can't be claimed.
    let installation = try? await AuthClient(channel).getInstallation(GetInstallationRequest())
    return installation?.claimed ?? true
      ? "No organizations yet. Create one: steward orgs create NAME"
      : "No organizations yet. Create the first one, and its admin: steward init"
  }
}
