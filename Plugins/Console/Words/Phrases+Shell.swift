/// The words of the shell, of lists and of dialogs.
extension Phrase {
  // Places.
  static let dashboard = Phrase(ja: "ダッシュボード", en: "Dashboard")
  static let organizations = Phrase(ja: "組織管理", en: "Organizations")
  static let workspaces = Phrase(ja: "ワークスペース管理", en: "Workspaces")
  static let apiKeys = Phrase(ja: "APIキー管理", en: "API keys")
  /// What a number of workspaces or keys is called, where it stands alone.
  static let workspaceNoun = Phrase(ja: "ワークスペース", en: "Workspaces")
  static let keyNoun = Phrase(ja: "APIキー", en: "API keys")
  static let users = Phrase(ja: "ユーザー管理", en: "Users")
  static let auditLog = Phrase(ja: "監査ログ", en: "Audit")
  static let plugins = Phrase(ja: "プラグイン", en: "Plugins")
  static let account = Phrase(ja: "アカウント", en: "Account")
  static let mainNavigation = Phrase(ja: "メインナビゲーション", en: "Main navigation")
  static let skipToContent = Phrase(ja: "本文へ移動", en: "Skip to content")
  static let language = Phrase(ja: "言語", en: "Language")
  static let toDashboard = Phrase(ja: "ダッシュボードへ", en: "To the dashboard")

  static func partsOf(_ name: String) -> Phrase {
    Phrase(ja: "\(name)の内容", en: "Parts of \(name)")
  }

  // Buttons.
  static let create = Phrase(ja: "作成", en: "Create")
  static let save = Phrase(ja: "保存", en: "Save")
  static let cancel = Phrase(ja: "キャンセル", en: "Cancel")
  static let find = Phrase(ja: "検索", en: "Find")
  static let clearSearch = Phrase(ja: "検索を解除", en: "Clear search")
  static let tryAgain = Phrase(ja: "再試行", en: "Try again")
  static let logOut = Phrase(ja: "ログアウト", en: "Log out")

  static func copy(_ thing: Phrase) -> Phrase {
    Phrase(
      ja: "\(thing.text(in: .japanese))をコピー",
      en: "Copy \(thing.text(in: .english).lowercasedFirst)")
  }

  // Columns and facts.
  static let name = Phrase(ja: "名前", en: "Name")
  static let email = Phrase(ja: "メールアドレス", en: "Email")
  static let role = Phrase(ja: "役割", en: "Role")
  static let members = Phrase(ja: "メンバー", en: "Members")
  static let created = Phrase(ja: "作成日時", en: "Created")
  static let actions = Phrase(ja: "操作", en: "Actions")
  static let optional = Phrase(ja: "（任意）", en: " (optional)")
  static let unknownTime = Phrase(ja: "記録なし", en: "not recorded")

  // Pages of a list.
  static let pages = Phrase(ja: "ページ", en: "Pages")
  static let firstPage = Phrase(ja: "先頭へ", en: "First")
  static let nothingMatches = Phrase(ja: "一致するものはありません。", en: "Nothing matches.")

  static func next(_ count: Int) -> Phrase { Phrase(ja: "次の\(count)件", en: "Next \(count)") }

  static func previous(_ count: Int) -> Phrase {
    Phrase(ja: "前の\(count)件", en: "Previous \(count)")
  }

  static func records(_ count: Int) -> Phrase { Phrase(ja: "全\(count)件", en: "\(count) in all") }

  /// A length of time that has passed.
  static func ago(seconds: Int64) -> Phrase {
    let minutes = Int(seconds / 60)
    let (hours, days) = (minutes / 60, minutes / 1440)
    if minutes < 1 { return Phrase(ja: "たった今", en: "just now") }
    if hours < 1 { return Phrase(ja: "\(minutes)分前", en: "\(minutes.of("minute", "minutes")) ago") }
    if days < 1 { return Phrase(ja: "\(hours)時間前", en: "\(hours.of("hour", "hours")) ago") }
    return Phrase(ja: "\(days)日前", en: "\(days.of("day", "days")) ago")
  }
}

extension String {
  /// The text with a small first letter, unless its first word is all capitals, such as "API".
  var lowercasedFirst: String {
    prefix(2).allSatisfy(\.isUppercase) ? self : prefix(1).lowercased() + dropFirst()
  }
}
