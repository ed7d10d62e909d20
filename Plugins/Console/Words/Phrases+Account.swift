/// The words about oneself.
extension Phrase {
  static let profile = Phrase(ja: "プロフィール", en: "Profile")
  static let userID = Phrase(ja: "ユーザーID", en: "User ID")
  static let timeZone = Phrase(ja: "タイムゾーン", en: "Time zone")
  static let timeZoneHint = Phrase(
    ja: "例: Asia/Tokyo。空欄の場合はブラウザーに合わせます。",
    en: "Such as Asia/Tokyo. If empty, that of the browser.")
  static let theme = Phrase(ja: "配色", en: "Theme")
  static let asBrowser = Phrase(ja: "ブラウザーに合わせる", en: "As the browser has it")
  static let light = Phrase(ja: "ライト", en: "Light")
  static let dark = Phrase(ja: "ダーク", en: "Dark")

  static let currentPassword = Phrase(ja: "現在のパスワード", en: "Current password")
  static let newPassword = Phrase(ja: "新しいパスワード", en: "New password")
  static let changePassword = Phrase(ja: "パスワードを変更", en: "Change password")

  static let sessions = Phrase(ja: "セッション", en: "Sessions")
  static let sessionLabel = Phrase(ja: "名前", en: "Label")
  static let thisSession = Phrase(ja: "このセッション", en: "this session")
  static let begun = Phrase(ja: "開始", en: "Begun")
  static let lastRefreshed = Phrase(ja: "最終更新", en: "Last refreshed")
  static let endsWhenIdle = Phrase(ja: "未使用時の期限", en: "Ends if unused")
  static let endsAtLatest = Phrase(ja: "最終期限", en: "Ends at the latest")
  static let endSession = Phrase(ja: "終了", en: "End")
  static let endOtherSessions = Phrase(
    ja: "ほかのセッションをすべて終了", en: "End all other sessions")

  static let thisBrowser = Phrase(ja: "このブラウザー", en: "This browser")
  static let letterShortcuts = Phrase(ja: "1文字のショートカットキー", en: "Shortcuts of one letter")
  static let shortcutsHint = Phrase(
    ja: "「?」でショートカットの一覧を表示します。", en: "Press ? for the list of shortcuts.")
}
