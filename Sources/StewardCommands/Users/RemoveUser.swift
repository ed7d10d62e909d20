internal import AdminProtos
internal import AdminServices
internal import ArgumentParser
internal import IPC
internal import ProtobufRuntime

/// `steward users remove`.
struct RemoveUser: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a member from an organization and its workspaces.",
    discussion: """
      Archives the keys that the member owns, and lists the keys that the member made and that \
      stay. The member may know the secrets of these. With the last membership, the password, the \
      sessions and the rights of a super admin end too. Only a super admin may end those rights.
      """)

  @Argument(help: "The user's id, user_….")
  var id: String

  @OptionGroup var organization: OrganizationOption

  @Flag(help: "Show what would end and what would stay, and change nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("Give the member's keys to this member instead.", valueName: "user_…"))
  var reassignKeysTo: String?

  @Flag(
    help: "Also archive admin keys, and keys for others or without an owner, that the member made.")
  var archiveCreated = false

  @OptionGroup var match: MatchOptions
  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let request = RemoveUserRequest(
      organizationId: try await organization.id(over: channel, options: callOptions), id: id,
      ifMatch: match.ifMatch ?? "", dryRun: dryRun, reassignKeysTo: reassignKeysTo ?? "",
      archiveCreated: archiveCreated)
    let response = try await UsersClient(channel).remove(
      request, options: dryRun ? callOptions : changeOptions)
    return try Report(of: response)
  }
}

/// `steward users leave`.
struct LeaveOrganization: ReportingVerb, ChangingVerb {
  static let configuration = CommandConfiguration(
    commandName: "leave",
    abstract: "Leave an organization and its workspaces.",
    discussion: """
      Archives the keys that you own there. If it is your last organization, your password and \
      your sessions end too, and you are a member of none until you are invited again.
      """)

  @Option(help: ArgumentHelp("The organization's id.", valueName: "id"))
  var org: String

  @Flag(help: "Show what would end and what would stay, and change nothing.")
  var dryRun = false

  @OptionGroup var change: ChangeOptions
  @OptionGroup var global: GlobalOptions

  func report(over channel: any Channel) async throws -> Report {
    let response = try await UsersClient(channel).leave(
      LeaveRequest(organizationId: org, dryRun: dryRun),
      options: dryRun ? callOptions : changeOptions)
    return try Report(of: response)
  }
}

extension Report {
  /// Creates the report of a removal: a card of what ended, and a table of the keys.
  init(of response: RemoveUserResponse) throws {
    let json = try response.wholeJSON()
    let card = TextTable.card(of: json.without("keys"))
    let keys = response.keys.map { key in
      [key.outcome, key.id, key.partialKeyHint, key.name, key.workspaceId, key.userId]
        .map { TextTable.Cell($0) }
    }
    let table = TextTable(heading: keys.isEmpty ? [] : Self.keyColumns, rows: keys)
    self.init(
      response: json, items: [json], ids: [response.id],
      readable: { style in
        [card, table].map { $0.text(style: style) }.filter { !$0.isEmpty }.joined(separator: "\n")
      },
      note: response.note)
  }

  private static let keyColumns = ["OUTCOME", "KEY ID", "KEY", "NAME", "WORKSPACE", "OWNER"]
}

extension RemoveUserResponse {
  /// The notes on the removal, such as keys whose secrets the removed member may know; nil if there
  /// are none.
  fileprivate var note: String? {
    let unlisted = Int(endedKeys) + Int(reassignedKeys) + Int(keptKeys) - keys.count
    let notes = [
      dryRun ? "Nothing was changed. Leave --dry-run out to remove the member." : nil,
      superAdminEnded
        ? "It is the user's last membership: user \(id) is no longer a super admin." : nil,
      unlisted > 0 ? "\(unlisted) more keys are not shown." : nil,
      keptKeys > 0
        ? "The user made keys that stay, and may know their secrets: see --archive-created, or "
          + "rotate and revoke them." : nil,
      reassignedKeys > 0
        ? "The user may know the secrets of the reassigned keys; rotate them: "
          + "steward keys rotate ID" : nil,
    ].compactMap(\.self)
    return notes.isEmpty ? nil : notes.joined(separator: "\n")
  }
}

extension JSONValue {
  fileprivate func without(_ name: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.0 != name })
  }
}
