/// The words about organizations.
extension Phrase {
  static let organizationID = Phrase(ja: "組織ID", en: "Organization ID")
  static let createOrganization = Phrase(ja: "組織を作成", en: "Create organization")
  static let deleteOrganization = Phrase(ja: "組織を削除", en: "Delete organization")
  static let findOrganization = Phrase(ja: "組織を検索", en: "Find an organization")
  static let switchOrganization = Phrase(ja: "切り替え", en: "Switch")
  static let keysExpiringSoon = Phrase(ja: "30日以内に期限切れ", en: "Keys that expire in 30 days")
  static let switchToAnother = Phrase(ja: "組織の切り替え", en: "Switch organization")
  static let moreByName = Phrase(
    ja: "ほかにもあります。名前で検索できます。", en: "There are more. Find them by name.")
  static let aboutOrganization = Phrase(ja: "組織の情報", en: "About the organization")
  static let organizationChanged = Phrase(ja: "変更日時", en: "Changed")
  static let defaultWorkspaceID = Phrase(ja: "既定のワークスペース", en: "Default workspace")
  static let noKeysInOrganization = Phrase(
    ja: "APIキーはまだありません。", en: "No API keys yet.")
  static let newestMembers = Phrase(ja: "新しいメンバー", en: "Newest members")
  static let allMembers = Phrase(ja: "すべてのメンバー", en: "All members")
  static let noOrganizations = Phrase(ja: "組織はまだありません。", en: "No organizations yet.")

  static func rename(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」の名前を変更", en: "Rename \"\(name)\"")
  }

  static func delete(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」を削除", en: "Delete \"\(name)\"")
  }

  static func createWorkspaceIn(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」にワークスペースを作成", en: "Create a workspace in \"\(name)\"")
  }

  static func addUserTo(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」にユーザーを追加", en: "Add a user to \"\(name)\"")
  }

  static func typeName(_ name: String) -> Phrase {
    Phrase(
      ja: "確認のため、組織名「\(name)」を入力", en: "Type the name of the organization, \"\(name)\"")
  }

  static func deletesOrganization(_ name: String, _ deleted: [String: UInt32]) -> Phrase {
    let workspaces = Int(deleted["workspace"] ?? 0)
    let keys = Int(deleted["api key"] ?? 0)
    return Phrase(
      ja: "「\(name)」を削除すると、ワークスペース\(workspaces)件とキー\(keys)件も削除されます。元に戻せません。",
      en: "Deleting \"\(name)\" deletes \(workspaces.of("workspace", "workspaces")) and "
        + "\(keys.of("key", "keys")). This can't be undone.")
  }

  /// A number of records of a kind, as a deletion counts them.
  static func counted(_ kind: String, _ count: Int) -> Phrase {
    switch kind {
    case "workspace": Phrase(ja: "ワークスペース \(count)件", en: count.of("workspace", "workspaces"))
    case "api key": Phrase(ja: "APIキー \(count)件", en: count.of("API key", "API keys"))
    case "member": Phrase(ja: "メンバー \(count)人", en: count.of("member", "members"))
    case "workspace member":
      Phrase(
        ja: "ワークスペースのメンバー \(count)人", en: count.of("workspace member", "workspace members"))
    case "invite": Phrase(ja: "招待 \(count)件", en: count.of("invite", "invites"))
    case "admin key": Phrase(ja: "管理キー \(count)件", en: count.of("admin key", "admin keys"))
    case "super admin right":
      Phrase(ja: "スーパー管理者権限 \(count)件", en: count.of("super admin right", "super admin rights"))
    default: Phrase(ja: "\(kind) \(count)件", en: count.of(kind, "\(kind)s"))
    }
  }
}
