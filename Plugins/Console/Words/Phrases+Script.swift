/// The words that the script of the pages says. The script has none of its own.
extension Phrase {
  /// The words by the names under which the script asks for them. `{}` stands for a value.
  static let ofScript: [(name: String, phrase: Phrase)] = [
    ("copied", Phrase(ja: "コピーしました", en: "Copied")),
    ("press", Phrase(ja: "選択しました。{} でコピー", en: "Selected. Press {} to copy")),
    ("show", Phrase(ja: "パスワードを表示", en: "Show password")),
    ("now", Phrase.ago(seconds: 0)),
    ("unsaved", Phrase(ja: "入力した内容は保存されていません。", en: "What you typed isn't saved.")),
    ("stay", Phrase(ja: "入力を続ける", en: "Keep editing")),
    ("discard", Phrase(ja: "破棄", en: "Discard")),
    ("selected", Phrase(ja: "{}件を選択中", en: "{} selected")),
    ("changed", Phrase(ja: "変更があります - 表示", en: "Changed - show")),
    ("updated", Phrase(ja: "更新されました。行数: {}", en: "Updated. Rows: {}")),
    ("paused", Phrase(ja: "一時停止中 - 新着{}件", en: "Paused - {} new")),
    ("ended", Phrase(ja: "セッションが終了しました。", en: "Your session has ended.")),
    ("login", Phrase.logIn),
  ]
}
