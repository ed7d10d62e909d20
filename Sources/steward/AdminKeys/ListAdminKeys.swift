internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC

/// `steward admin-keys list`.
struct ListAdminKeys: ReportingVerb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the admin keys of an organization, newest first.",
    aliases: ["ls"])

  @OptionGroup var organization: OrganizationOption

  @Flag(help: "Include revoked keys.")
  var revoked = false

  @OptionGroup var page: PageOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let keys = AdminKeysClient(channel)
    let organizationId = try await organization.id(over: channel, options: callOptions)
    let response = try await page.fetch { after, before in
      try await keys.list(
        ListAdminKeysRequest(
          organizationId: organizationId, limit: page.requestedLimit, afterId: after,
          beforeId: before, includeRevoked: revoked),
        options: callOptions)
    }
    return try Report(
      of: response, items: response.data, columns: columns, id: \.id, note: page.note(for: response)
    )
  }

  private var columns: [Column<AdminKey>] {
    let always: [Column<AdminKey>] = [
      Column("ID") { $0.id },
      Column("NAME") { $0.name },
      Column("KEY") { $0.partialKeyHint },
      Column("CREATED", time: "created_at"),
      Column("EXPIRES", time: "expires_at"),
    ]
    return revoked ? always + [Column("REVOKED", time: "revoked_at")] : always
  }
}
