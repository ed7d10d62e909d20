/// The words about several keys at once.
extension Phrase {
  static let selectAll = Phrase(ja: "すべて選択", en: "Select all")
  static let chosenKeys = Phrase(ja: "選択したキー", en: "Selected keys")

  static func bulkTitle(_ action: KeyBulkAction) -> Phrase {
    switch action {
    case .archive: Phrase(ja: "キーの一括廃止", en: "Archive keys")
    case .activate: Phrase(ja: "キーの一括有効化", en: "Activate keys")
    case .deactivate: Phrase(ja: "キーの一括停止", en: "Deactivate keys")
    }
  }

  /// The button that does it.
  static func bulkVerb(_ action: KeyBulkAction, _ count: Int) -> Phrase {
    Phrase(
      ja: "\(count)件を\(action.verb.text(in: .japanese))",
      en: "\(action.verb.text(in: .english)) \(count.of("key", "keys"))")
  }

  /// What would become of the keys, such as "3 of 4 will be archived; 1 is archived already."
  static func bulkPreview(
    _ action: KeyBulkAction, _ prospects: [KeyBulkAction.Prospect]
  ) -> Phrase {
    func count(_ prospect: KeyBulkAction.Prospect) -> Int {
      prospects.count { $0 == prospect }
    }
    let (ja, en) = (action.done.text(in: .japanese), action.done.text(in: .english))
    let (changes, so, refused) = (count(.changes), count(.isSo), count(.refused))
    var japanese = ["\(prospects.count)件のうち\(changes)件を\(action.verb.text(in: .japanese))します"]
    var english = ["\(changes) of \(prospects.count) will be \(en)"]
    if so > 0 {
      japanese.append("\(so)件はすでに\(ja)です")
      english.append("\(so) \(so == 1 ? "is" : "are") \(en) already")
    }
    if refused > 0 {
      japanese.append("\(refused)件は変更できません")
      english.append("\(refused) can't be")
    }
    return Phrase(
      ja: japanese.joined(separator: "。") + "。", en: english.joined(separator: "; ") + ".")
  }

  /// What would become of one key.
  static func prospect(_ prospect: KeyBulkAction.Prospect) -> Phrase {
    switch prospect {
    case .changes: Phrase(ja: "変更", en: "changes")
    case .isSo: Phrase(ja: "変更なし", en: "stays as it is")
    case .refused: Phrase(ja: "変更不可", en: "can't be changed so")
    }
  }

  static func bulkDone(_ action: KeyBulkAction) -> Phrase { action.done }

  static func bulkOutcome(_ action: KeyBulkAction, done: Int, of all: Int) -> Phrase {
    Phrase(
      ja: "\(all)件のうち\(done)件を\(action.verb.text(in: .japanese))しました。",
      en: "\(done) of \(all) \(all == 1 ? "is" : "are") \(action.done.text(in: .english)) now.")
  }
}

extension KeyBulkAction {
  /// What a key is called afterwards.
  fileprivate var done: Phrase {
    switch self {
    case .archive: .archived
    case .activate: .active
    case .deactivate: .inactive
    }
  }
}
