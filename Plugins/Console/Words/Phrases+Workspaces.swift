/// The words about workspaces.
extension Phrase {
  static let findWorkspace = Phrase(ja: "ワークスペースを検索", en: "Find a workspace")
  static let showArchived = Phrase(ja: "廃止したものも表示", en: "Show archived ones")
  static let noWorkspaces = Phrase(
    ja: "ワークスペースはまだありません。用途ごとにキーを分けるために使います。",
    en: "No workspaces yet. They keep the keys of different purposes apart.")
  static let defaultWorkspace = Phrase(ja: "既定", en: "default")
  static let archiveWorkspace = Phrase(ja: "ワークスペースを廃止", en: "Archive workspace")
  static let tags = Phrase(ja: "タグ", en: "Tags")
  static let tagName = Phrase(ja: "タグ名", en: "Tag")
  static let tagValue = Phrase(ja: "値", en: "Value")
  static let color = Phrase(ja: "色", en: "Color")
  static let otherColor = Phrase(ja: "その他の色", en: "Another color")
  static let residency = Phrase(ja: "データの所在地", en: "Residency")
  static let residencyHint = Phrase(
    ja: "作成後は変更できません。", en: "It can't be changed later.")
  static let asUsual = Phrase(ja: "既定", en: "Default")
  static let more = Phrase(ja: "詳細設定", en: "More")
  static let lastUsed = Phrase(ja: "最終使用:", en: "Last used:")
  static let neverUsed = Phrase(ja: "未使用", en: "never")

  static let workspaceID = Phrase(ja: "ワークスペースID", en: "Workspace ID")
  static let archivedSince = Phrase(ja: "廃止日時", en: "Archived")
  static let added = Phrase(ja: "追加日時", en: "Added")
  static let user = Phrase(ja: "ユーザー", en: "User")
  static let addMember = Phrase(ja: "メンバーを追加", en: "Add member")
  static let removeMember = Phrase(ja: "メンバーを外す", en: "Remove member")
  static let inheritedMembers = Phrase(
    ja: "組織の管理者と請求担当は、役割により常にメンバーです。ここには表示しません。",
    en: "Admins and billing users of the organization are members by their role. They are not "
      + "listed here.")
  static let noWorkspaceMembers = Phrase(
    ja: "追加されたメンバーはいません。", en: "No members were added.")
  static let onlyNewestUsers = Phrase(
    ja: "新しい100人だけを表示しています。", en: "Only the newest 100 users are shown.")
  static let staysInOrganization = Phrase(
    ja: "組織のメンバーのままです。", en: "The member stays in the organization.")
  static let newestKeys = Phrase(ja: "新しいキー", en: "Newest keys")
  static let allKeys = Phrase(ja: "すべてのキー", en: "All keys")
  static let noKeysHere = Phrase(
    ja: "このワークスペースにはキーがありません。", en: "This workspace has no keys.")

  static let workspaceUserRole = Phrase(ja: "一般: 閲覧", en: "user: sees the workspace")
  static let workspaceDeveloperRole = Phrase(
    ja: "開発者: キーの発行と管理", en: "developer: issues and manages keys")
  static let workspaceRestrictedDeveloperRole = Phrase(
    ja: "制限付き開発者: キーの閲覧", en: "restricted developer: sees keys")
  static let workspaceAdminRole = Phrase(
    ja: "管理者: ワークスペース全体の管理", en: "admin: manages the whole workspace")

  static func changeRoleOf(_ name: String) -> Phrase {
    Phrase(ja: "\(name)の役割を変更", en: "Change the role of \(name)")
  }

  static func remove(_ name: String) -> Phrase {
    Phrase(ja: "\(name)を外す", en: "Remove \(name)")
  }

  static func edit(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」を編集", en: "Edit \"\(name)\"")
  }

  static func archive(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」を廃止", en: "Archive \"\(name)\"")
  }

  static func issueKeyIn(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」にキーを発行", en: "Issue a key in \"\(name)\"")
  }

  static func archivesWorkspace(keys: Int) -> Phrase {
    Phrase(
      ja: "キー\(keys)件がすぐに使えなくなります。元に戻せません。",
      en: "\(keys.of("key stops", "keys stop")) working now. This can't be undone.")
  }
}
