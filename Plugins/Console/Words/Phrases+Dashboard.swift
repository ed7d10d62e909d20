/// The words of the dashboard.
extension Phrase {
  static let firstSteps = Phrase(ja: "はじめの一歩", en: "First steps")
  static let makeWorkspace = Phrase(ja: "ワークスペースを作成", en: "Create a workspace")
  static let addKey = Phrase(ja: "APIキーを追加", en: "Add an API key")
  static let inviteSomebody = Phrase(ja: "メンバーを招待", en: "Invite a member")
  static let dismiss = Phrase(ja: "表示しない", en: "Dismiss")
  static let yourOrganization = Phrase(ja: "組織", en: "Your organization")
  static let noOrganizationShown = Phrase(
    ja: "組織を作成するか、一覧から選択します。",
    en: "Create an organization, or choose one from the list.")
  static let needsAttention = Phrase(ja: "要確認", en: "Needs attention")
  static let nothingNeedsAttention = Phrase(
    ja: "確認が必要なものはありません。", en: "Nothing needs your attention.")
  static let lastChanges = Phrase(ja: "最近の変更", en: "Last changes")
  static let wholeLog = Phrase(ja: "すべての記録", en: "The whole log")
  static let nothingYet = Phrase(ja: "まだありません。", en: "Nothing yet.")

  static func welcome(_ name: String) -> Phrase {
    Phrase(
      ja: "ようこそ、\(Honorific.addressing(name, in: .japanese))",
      en: "Welcome, \(Honorific.addressing(name, in: .english))")
  }

  static func noMembership(_ email: String) -> Phrase {
    Phrase(
      ja: "所属する組織がありません。管理者に招待を依頼してください。ログイン中: \(email)",
      en: "You belong to no organization. Ask an admin for an invite. You are \(email).")
  }

  static func keysExpire(_ count: Int) -> Phrase {
    Phrase(
      ja: "30日以内に期限切れになるキー: \(count)件",
      en: "\(count.of("key expires", "keys expire")) within 30 days")
  }

  static func keysHaveExpired(_ count: Int) -> Phrase {
    Phrase(ja: "期限切れのキー: \(count)件", en: "\(count.of("key has", "keys have")) expired")
  }

  static func keysUnowned(_ count: Int) -> Phrase {
    Phrase(
      ja: "割り当てのないキー: \(count)件", en: "\(count.of("key has", "keys have")) no owner")
  }
}
