/// The words about the keyboard shortcuts.
extension Phrase {
  static let shortcuts = Phrase(ja: "キーボードショートカット", en: "Keyboard shortcuts")
  static let closeDialog = Phrase(ja: "閉じる", en: "Close")
  static let shortcutsCanBeOff = Phrase(
    ja: "1文字のショートカットはアカウントの設定で無効にできます。",
    en: "The account's settings can turn the shortcuts of single letters off.")

  static let goToDashboard = Phrase(ja: "ダッシュボードへ移動", en: "Go to the dashboard")
  static let goToOrganizations = Phrase(ja: "組織管理へ移動", en: "Go to organizations")
  static let goToWorkspaces = Phrase(ja: "ワークスペース管理へ移動", en: "Go to workspaces")
  static let goToKeys = Phrase(ja: "APIキー管理へ移動", en: "Go to API keys")
  static let goToUsers = Phrase(ja: "ユーザー管理へ移動", en: "Go to users")
  static let goToAudit = Phrase(ja: "監査ログへ移動", en: "Go to the audit log")
  static let goToPlugins = Phrase(ja: "プラグインへ移動", en: "Go to plugins")
  static let createNew = Phrase(ja: "新規作成", en: "Create")
  static let nextRow = Phrase(ja: "次の行", en: "Next row")
  static let previousRow = Phrase(ja: "前の行", en: "Previous row")
  static let openRow = Phrase(ja: "行を開く", en: "Open the row")
  static let sendForm = Phrase(ja: "フォームを送信", en: "Send the form")
}
