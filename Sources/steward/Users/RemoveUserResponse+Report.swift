internal import AdminProtos
internal import ProtobufRuntime

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
