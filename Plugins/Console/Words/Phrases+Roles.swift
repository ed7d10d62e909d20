/// The words for roles and states.
extension Phrase {
  static let superAdmin = Phrase(ja: "スーパー管理者", en: "super admin")
  static let noRole = Phrase(ja: "役割なし", en: "no role")
  static let active = Phrase(ja: "有効", en: "active")
  static let inactive = Phrase(ja: "停止中", en: "inactive")
  static let archived = Phrase(ja: "廃止", en: "archived")
  static let expired = Phrase(ja: "期限切れ", en: "expired")
  static let pending = Phrase(ja: "招待中", en: "pending")
  static let accepted = Phrase(ja: "参加済み", en: "accepted")
  static let suspended = Phrase(ja: "利用停止", en: "suspended")

  /// The name of a role in an organization or a workspace.
  static func role(_ role: String) -> Phrase {
    switch role {
    case "admin", "workspace_admin": Phrase(ja: "管理者", en: "admin")
    case "developer", "workspace_developer": Phrase(ja: "開発者", en: "developer")
    case "workspace_restricted_developer": Phrase(ja: "制限付き開発者", en: "restricted developer")
    case "billing", "workspace_billing": Phrase(ja: "請求担当", en: "billing")
    case "user", "workspace_user": Phrase(ja: "一般", en: "user")
    case "claude_code_user": Phrase(ja: "Claude Code", en: "claude_code_user")
    case "super_admin": superAdmin
    default: Phrase(verbatim: role)
    }
  }
}
