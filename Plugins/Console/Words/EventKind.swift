/// The words for what the log of changes records, by the kind of thing and then by the action.
///
/// The table has every action that Steward itself records. A plugin that came from elsewhere may
/// record others, which are shown by their names.
struct EventKind: Sendable {
  /// What the actions of the kind begin with, as "api_key".
  let noun: String
  let name: Phrase
  /// The actions, each with what was done by it. In English the words follow the actor.
  let actions: [(action: String, words: Phrase)]

  private init(_ noun: String, _ name: Phrase, _ actions: KeyValuePairs<String, Phrase>) {
    self.noun = noun
    self.name = name
    self.actions = actions.map { ("\(noun).\($0.key)", $0.value) }
  }

  /// The words of an action; nil for one that Steward doesn't record.
  static func words(for action: String) -> Phrase? { wordsByAction[action] }

  /// The kind of an action, or of a prefix of actions such as "api_key.".
  static func kind(of action: String) -> EventKind? {
    let noun = action.prefix { $0 != "." }
    return all.first { $0.noun == noun }
  }

  private static let wordsByAction = Dictionary(
    all.flatMap(\.actions).map { ($0.action, $0.words) }, uniquingKeysWith: { one, _ in one })

  static let all: [EventKind] = [
    EventKind(
      "organization", Phrase(ja: "組織", en: "Organization"),
      [
        "created": Phrase(ja: "組織を作成", en: "created the organization"),
        "updated": Phrase(ja: "組織を変更", en: "changed the organization"),
        "deleted": Phrase(ja: "組織を削除", en: "deleted the organization"),
      ]),
    EventKind(
      "workspace", Phrase(ja: "ワークスペース", en: "Workspace"),
      [
        "created": Phrase(ja: "ワークスペースを作成", en: "created the workspace"),
        "updated": Phrase(ja: "ワークスペースを変更", en: "changed the workspace"),
        "archived": Phrase(ja: "ワークスペースを廃止", en: "archived the workspace"),
        "deleted": Phrase(ja: "ワークスペースを削除", en: "deleted the workspace"),
      ]),
    EventKind(
      "workspace_member", Phrase(ja: "ワークスペースのメンバー", en: "Workspace member"),
      [
        "created": Phrase(ja: "ワークスペースにメンバーを追加", en: "added the workspace member"),
        "updated": Phrase(ja: "ワークスペースのメンバーの役割を変更", en: "changed the workspace member"),
        "deleted": Phrase(ja: "ワークスペースからメンバーを除外", en: "removed the workspace member"),
      ]),
    EventKind(
      "member", Phrase(ja: "メンバー", en: "Member"),
      [
        "created": Phrase(ja: "メンバーを追加", en: "added the member"),
        "updated": Phrase(ja: "メンバーを変更", en: "changed the member"),
        "suspended": Phrase(ja: "メンバーを利用停止", en: "suspended the member"),
        "resumed": Phrase(ja: "メンバーの利用を再開", en: "resumed the member"),
        "deleted": Phrase(ja: "メンバーを除外", en: "removed the member"),
      ]),
    EventKind(
      "user", Phrase(ja: "ユーザー", en: "User"),
      [
        "created": Phrase(ja: "ユーザーを作成", en: "created the user"),
        "updated": Phrase(ja: "ユーザーを変更", en: "changed the user"),
        "claimed": Phrase(ja: "アカウントを引き継ぎ", en: "took over the account"),
        "absorbed": Phrase(ja: "アカウントを統合", en: "merged the account"),
      ]),
    EventKind(
      "invite", Phrase(ja: "招待", en: "Invite"),
      [
        "created": Phrase(ja: "招待を作成", en: "created the invite"),
        "renewed": Phrase(ja: "招待を再発行", en: "renewed the invite"),
        "accepted": Phrase(ja: "招待を承諾", en: "accepted the invite"),
        "deleted": Phrase(ja: "招待を取り消し", en: "withdrew the invite"),
      ]),
    EventKind(
      "api_key", Phrase(ja: "APIキー", en: "API key"),
      [
        "issued": Phrase(ja: "APIキーを発行", en: "issued the API key"),
        "registered": Phrase(ja: "APIキーを登録", en: "registered the API key"),
        "updated": Phrase(ja: "APIキーを変更", en: "changed the API key"),
        "linked": Phrase(ja: "APIキーの割り当てを変更", en: "linked the API key"),
        "rotated": Phrase(ja: "APIキーを更新", en: "rotated the API key"),
        "suspended": Phrase(ja: "APIキーを停止", en: "deactivated the API key"),
        "resumed": Phrase(ja: "APIキーを有効化", en: "activated the API key"),
        "revealed": Phrase(ja: "APIキーの値を表示", en: "revealed the API key"),
        "revoked": Phrase(ja: "APIキーを失効", en: "revoked the API key"),
        "archived": Phrase(ja: "APIキーを廃止", en: "archived the API key"),
        "deleted": Phrase(ja: "APIキーを削除", en: "deleted the API key"),
      ]),
    EventKind(
      "admin_key", Phrase(ja: "管理キー", en: "Admin key"),
      [
        "created": Phrase(ja: "管理キーを作成", en: "created the admin key"),
        "rotated": Phrase(ja: "管理キーを更新", en: "rotated the admin key"),
        "revoked": Phrase(ja: "管理キーを失効", en: "revoked the admin key"),
        "deleted": Phrase(ja: "管理キーを削除", en: "deleted the admin key"),
      ]),
    EventKind(
      "session", Phrase(ja: "セッション", en: "Session"),
      [
        "created": Phrase(ja: "ログイン", en: "logged in"),
        "refreshed": Phrase(ja: "セッションを延長", en: "refreshed the session"),
        "confirmed": Phrase(ja: "パスワードでセッションを再確認", en: "confirmed the session by password"),
        "ended": Phrase(ja: "セッションを終了", en: "ended the session"),
        "forgotten": Phrase(ja: "古いセッションを消去", en: "forgot the old session"),
      ]),
    EventKind(
      "password", Phrase(ja: "パスワード", en: "Password"),
      [
        "set": Phrase(ja: "パスワードを設定", en: "set the password"),
        "changed": Phrase(ja: "パスワードを変更", en: "changed the password"),
        "proven": Phrase(ja: "パスワードを確認", en: "proved the password"),
        "deleted": Phrase(ja: "パスワードを消去", en: "deleted the password"),
      ]),
    EventKind(
      "password_reset", Phrase(ja: "パスワード再設定", en: "Password reset"),
      [
        "created": Phrase(ja: "パスワードの再設定を許可", en: "created the password reset"),
        "used": Phrase(ja: "パスワードを再設定", en: "used the password reset"),
        "deleted": Phrase(ja: "パスワードの再設定を取り消し", en: "withdrew the password reset"),
      ]),
    EventKind(
      "claim_code", Phrase(ja: "開始コード", en: "Claim code"),
      [
        "created": Phrase(ja: "開始コードを作成", en: "made the claim code"),
        "ended": Phrase(ja: "開始コードを無効化", en: "ended the claim code"),
      ]),
    EventKind(
      "installation", Phrase(ja: "インストール", en: "Installation"),
      [
        "claimed": Phrase(ja: "利用を開始", en: "claimed the installation")
      ]),
    EventKind(
      "plugin", Phrase(ja: "プラグイン", en: "Plugin"),
      [
        "trusted": Phrase(ja: "プラグインを承認", en: "accepted the plugin"),
        "distrusted": Phrase(ja: "プラグインの承認を取り消し", en: "withdrew the trust in the plugin"),
      ]),
    EventKind(
      "store", Phrase(ja: "データ", en: "Store"),
      [
        "resized": Phrase(ja: "データの上限を変更", en: "resized the store"),
        "restored": Phrase(ja: "バックアップから復元", en: "restored the store"),
        "restored_unverified": Phrase(
          ja: "未検証のバックアップから復元", en: "restored the store from an unverified backup"),
        "imported_unverified": Phrase(
          ja: "未検証のデータを取り込み", en: "imported unverified data into the store"),
      ]),
    EventKind(
      "call", Phrase(ja: "拒否された操作", en: "Refused calls"),
      [
        "denied": Phrase(ja: "権限がなく拒否された操作", en: "was not allowed to call"),
        "unauthenticated": Phrase(ja: "本人確認できず拒否された操作", en: "failed to prove who calls"),
        "throttled": Phrase(ja: "回数が多く拒否された操作", en: "called too often"),
      ]),
  ]
}
