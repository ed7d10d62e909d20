/// The words of the search.
extension Phrase {
  static let findings = Phrase(ja: "検索結果", en: "Matches")
  static let whatCanBeSearched = Phrase(
    ja: "ID、メールアドレス、キーのヒントは全体を、組織・ワークスペース・キー・ユーザー・招待の名前は語の先頭を入力します。",
    en: "Type a whole id, email address or hint of a key, or the beginnings of words in the name "
      + "of an organization, workspace, key, user or invite.")
  static let searchTooShort = Phrase(
    ja: "短すぎるか長すぎます。英数字の場合は3文字以上の語を入力します。",
    en: "That is too short or too long. Type a word of at least 3 letters.")
  static let moreByWords = Phrase(
    ja: "ほかにもあります。語を追加すると絞り込めます。",
    en: "There are more. Add a word to narrow them down.")

  static func nothingIsNamed(_ text: String) -> Phrase {
    Phrase(ja: "「\(text)」に一致するものはありません。", en: "Nothing named \"\(text)\".")
  }

  /// The heading over what was found of a kind.
  static func headingOfFindings(_ kind: String) -> Phrase {
    switch kind {
    case "organization": Phrase(ja: "組織", en: "Organizations")
    case "workspace": Phrase(ja: "ワークスペース", en: "Workspaces")
    case "api_key": Phrase(ja: "APIキー", en: "API keys")
    case "user": Phrase(ja: "ユーザー", en: "Users")
    case "invite": Phrase(ja: "招待", en: "Invites")
    case "admin_key": adminKeys
    default: Phrase(verbatim: kind)
    }
  }
}
