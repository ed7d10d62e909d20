/// What events say.
extension Phrase {
  /// Who acted, without the name that the directory may have.
  static func actor(_ actor: String) -> Phrase {
    switch actor.prefix(while: { $0 != "/" }) {
    case "operator": Phrase(ja: "サーバーの運用者", en: "the operator")
    case "plugin":
      Phrase(ja: "プラグイン\(actor.dropFirst(7))", en: "the plugin \(actor.dropFirst(7))")
    case "host": Phrase(ja: "ホスト", en: "the host")
    case "anonymous": Phrase(ja: "ログインしていない人", en: "someone not logged in")
    case "others": Phrase(ja: "その他", en: "others")
    case "user": Phrase(ja: "ユーザー", en: "a user")
    case "admin_key": Phrase(ja: "管理キー", en: "an admin key")
    default: Phrase(verbatim: actor)
    }
  }

  /// What was done, by the action of an event such as "api_key.issued".
  static func action(_ action: String) -> Phrase {
    EventKind.words(for: action) ?? Phrase(verbatim: action)
  }

  /// What a filter of the log selects: an action, or all actions of a kind, such as "api_key.".
  static func actions(_ filter: String) -> Phrase {
    guard filter.hasSuffix("."), let kind = EventKind.kind(of: filter) else {
      return action(filter)
    }
    return everything(about: kind.name)
  }

  static func everything(about kind: Phrase) -> Phrase {
    Phrase(
      ja: "\(kind.text(in: .japanese)): すべて",
      en: "\(kind.text(in: .english)): everything")
  }
}
