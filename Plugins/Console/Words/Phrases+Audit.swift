/// The words of the log of changes.
extension Phrase {
  // Columns and facts.
  static let time = Phrase(ja: "日時", en: "Time")
  static let person = Phrase(ja: "実行者", en: "Who")
  static let didWhat = Phrase(ja: "操作内容", en: "Did what")
  static let thing = Phrase(ja: "対象", en: "To what")
  static let plugin = Phrase(ja: "プラグイン", en: "Plugin")
  static let revision = Phrase(ja: "リビジョン", en: "Revision")
  static let method = Phrase(ja: "メソッド", en: "Method")
  static let call = Phrase(ja: "呼び出しのキー", en: "Idempotency key of the call")
  static let organization = Phrase(ja: "組織", en: "Organization")
  static let digestBefore = Phrase(ja: "変更前のSHA-256", en: "SHA-256 before")
  static let digestAfter = Phrase(ja: "変更後のSHA-256", en: "SHA-256 after")
  static let chain = Phrase(ja: "チェーン", en: "Chain")
  static let refusedCalls = Phrase(ja: "拒否された回数", en: "Refused calls")
  static let firstTime = Phrase(ja: "最初の日時", en: "First")
  static let lastTime = Phrase(ja: "最後の日時", en: "Last")
  static let reason = Phrase(ja: "理由", en: "Reason")
  static let callerAddress = Phrase(ja: "接続元", en: "Address of the caller")
  static let thisMachine = Phrase(ja: "このサーバー", en: "this machine")
  static let eventsOfCall = Phrase(ja: "同じ呼び出しの記録", en: "Events of the same call")
  static let allEventsOfThing = Phrase(ja: "この対象の記録", en: "All its events")
  static let wholeCall = Phrase(ja: "一覧で表示", en: "Show them in the log")

  static func event(_ revision: UInt64) -> Phrase {
    Phrase(ja: "記録 \(revision)", en: "Event \(revision)")
  }

  static func times(_ count: Int) -> Phrase {
    Phrase(ja: "\(count)回", en: count.of("time", "times"))
  }

  // Filters.
  static let personHint = Phrase(ja: "名前、メール、ID", en: "Name, email or ID")
  static let thingHint = Phrase(ja: "名前またはID", en: "Name or ID")
  static let organizationHint = Phrase(ja: "組織名またはID", en: "Name or ID")
  static let fromDay = Phrase(ja: "開始日（UTC）", en: "From (UTC)")
  static let toDay = Phrase(ja: "終了日（UTC）", en: "To (UTC)")
  static let anyAction = Phrase(ja: "すべて", en: "Anything")
  static let oneMoreAction = Phrase(ja: "操作を追加", en: "One more")
  static let anyOrganization = Phrase(ja: "すべて", en: "All")
  static let onlyOwnOrganizations = Phrase(
    ja: "管理している組織の記録だけを表示しています。",
    en: "You see the events of the organizations that you manage.")

  static func filter(_ part: AuditFilter.Part) -> Phrase {
    switch part {
    case .actor: .person
    case .action: .didWhat
    case .resource: .thing
    case .organization: .organization
    case .call: Phrase(ja: "呼び出し", en: "Call")
    case .from: .fromDay
    case .to: .toDay
    }
  }

  static func nothingNamed(_ text: String) -> Phrase {
    Phrase(
      ja: "「\(text)」は見つかりません。名前、メールアドレス、IDで検索できます。",
      en: "Nothing is named \"\(text)\". A name, an email address or an ID can be found.")
  }

  static func severalNamed(_ text: String) -> Phrase {
    Phrase(ja: "「\(text)」に一致するものから選択してください。", en: "Several match \"\(text)\". Choose one:")
  }

  // Files.
  static let downloadCSV = Phrase(ja: "CSV", en: "CSV")
  static let downloadNDJSON = Phrase(ja: "JSON Lines", en: "JSON lines")

  static let filesAreBounded = Phrase(
    ja: "CSVとJSON Linesには、条件に合う新しい記録が最大\(AuditFile.maximumRows)件（3.5 MBまで）入ります。",
    en: "CSV and JSON lines hold the newest events that match: at most \(AuditFile.maximumRows), "
      + "and 3.5 MB.")
}
