/// The words about API keys.
extension Phrase {
  // Choices.
  static let apiKey = Phrase(ja: "APIキー", en: "API key")
  static let noOwner = Phrase(ja: "未割り当て", en: "No owner")
  static let taken = Phrase(ja: "割り当て済み", en: "Taken")
  static let noChoice = Phrase(ja: "選択なし", en: "None")
  static let findKey = Phrase(ja: "キーを検索", en: "Find a key")
  static let findMember = Phrase(ja: "メンバーを検索", en: "Find a member")

  // Columns and facts.
  static let keyID = Phrase(ja: "キーID", en: "Key ID")
  static let keyValue = Phrase(ja: "キーの値", en: "Key value")
  static let hint = Phrase(ja: "ヒント", en: "Hint")
  static let kind = Phrase(ja: "種類", en: "Kind")
  static let workspace = Phrase(ja: "ワークスペース", en: "Workspace")
  static let owner = Phrase(ja: "所有者", en: "Owner")
  static let status = Phrase(ja: "状態", en: "Status")
  static let note = Phrase(ja: "注意", en: "Note")
  static let lastUsedColumn = Phrase(ja: "最終使用", en: "Last used")
  static let expires = Phrase(ja: "有効期限", en: "Expires")
  static let neverExpires = Phrase(ja: "無期限", en: "never")
  static let createdBy = Phrase(ja: "作成者", en: "Created by")
  static let changedAt = Phrase(ja: "変更日時", en: "Changed")
  static let ownerSuspended = Phrase(ja: "所有者が利用停止中", en: "owner suspended")
  static let formerSecretUntil = Phrase(ja: "前の値の期限", en: "Old secret works until")
  static let allowedNetworks = Phrase(ja: "許可するネットワーク", en: "Allowed networks")
  static let anyNetwork = Phrase(ja: "制限なし", en: "any")
  static let outcome = Phrase(ja: "結果", en: "Outcome")

  static func kind(_ kind: String) -> Phrase {
    switch kind {
    case "issued": Phrase(ja: "発行", en: "issued")
    case "registered": Phrase(ja: "登録", en: "registered")
    default: Phrase(verbatim: kind)
    }
  }

  // The list.
  static let noKeys = Phrase(
    ja: "キーはまだありません。新しいキーを発行するか、ほかのサービスのキーを登録します。",
    en: "No keys yet. Issue a new one, or register one of another service.")
  static let issueKey = Phrase(ja: "キーを発行", en: "Issue key")
  static let registerKey = Phrase(ja: "キーを登録", en: "Register key")
  static let toKeys = Phrase(ja: "キーの一覧へ", en: "To the keys")

  // Filters.
  static let expiringSoon = Phrase(ja: "30日以内に期限切れ", en: "Expiring in 30 days")
  static let unusedLong = Phrase(ja: "90日間未使用", en: "Unused for 90 days")
  static let archivedToo = Phrase(ja: "廃止したものも", en: "Archived ones too")
  static let anyWorkspace = Phrase(ja: "すべてのワークスペース", en: "Any workspace")
  static let anyOwner = Phrase(ja: "すべての所有者", en: "Any owner")

  // Buttons.
  static let editVerb = Phrase(ja: "編集", en: "Edit")
  static let rotateVerb = Phrase(ja: "値を更新", en: "Rotate")
  static let revealVerb = Phrase(ja: "値を表示", en: "Show value")
  static let activateVerb = Phrase(ja: "有効化", en: "Activate")
  static let deactivateVerb = Phrase(ja: "停止", en: "Deactivate")
  static let archiveVerb = Phrase(ja: "廃止", en: "Archive")
  static let archiveKey = Phrase(ja: "キーを廃止", en: "Archive key")
  static let linkToPerson = Phrase(ja: "ユーザーに割り当て", en: "Link to a person")
  static let undo = Phrase(ja: "元に戻す", en: "Undo")
  static let close = Phrase(ja: "閉じる", en: "Close")

  static func rotate(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」の値を更新", en: "Rotate \"\(name)\"")
  }

  static func reveal(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」の値を表示", en: "Show the value of \"\(name)\"")
  }

  static func activate(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」を有効化", en: "Activate \"\(name)\"")
  }

  static func deactivate(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」を停止", en: "Deactivate \"\(name)\"")
  }

  static func linkKey(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」をユーザーに割り当て", en: "Link \"\(name)\" to a person")
  }

  static func select(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」を選択", en: "Select \"\(name)\"")
  }

  static func toKey(_ name: String) -> Phrase {
    Phrase(ja: "キー「\(name)」を開く", en: "Open the key \"\(name)\"")
  }

  // Usage.
  static let usage = Phrase(ja: "使用状況", en: "Usage")
  static let usageChart = Phrase(
    ja: "直近30日間の1日あたりの検証回数", en: "Verifications a day in the last 30 days")
  static let checks = Phrase(ja: "検証回数", en: "Verifications")
  static let expiryChart = Phrase(
    ja: "今後13週間に期限切れになるキー", en: "Keys that expire in the next 13 weeks")
  static let weekColumn = Phrase(ja: "週の初日（UTC）", en: "Week from (UTC)")
  static let keysColumn = Phrase(ja: "キー", en: "Keys")
  static let dayColumn = Phrase(ja: "日付（UTC）", en: "Day (UTC)")
  static let noneInThisTime = Phrase(ja: "この期間にはありません。", en: "None in this time.")
  static let asTable = Phrase(ja: "表で見る", en: "As a table")

  /// The names of the lines of a chart.
  static func lines(_ names: [Phrase]) -> Phrase {
    func text(_ language: Language, _ marks: [String], _ separator: String) -> String {
      zip(names, marks).map { "\($0.text(in: language)): \($1)" }.joined(separator: separator)
    }
    return Phrase(
      ja: text(.japanese, ["実線", "点線", "破線", "一点鎖線"], "、"),
      en: text(.english, ["solid", "dotted", "dashed", "dashes and dots"], ", "))
  }
}
