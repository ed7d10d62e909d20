/// The words of the dialogs about API keys.
extension Phrase {
  // Issuing and rotating.
  static let ownerHint = Phrase(
    ja: "所有者が組織を離れると、キーは廃止されます。",
    en: "The key is archived when its owner leaves the organization.")
  static let tryKey = Phrase(
    ja: "キーを環境変数API_KEYに設定し、管理キーで検証できます。",
    en: "Verify it with an admin key, with the key in the variable API_KEY:")
  static let formerSecretWorks = Phrase(
    ja: "前の値を使える期間", en: "How long the old secret works on")
  static let notAtAll = Phrase(ja: "すぐに無効", en: "Not at all")

  static func hours(_ count: Int) -> Phrase {
    Phrase(ja: "\(count)時間", en: count.of("hour", "hours"))
  }

  static func days(_ count: Int) -> Phrase {
    Phrase(ja: "\(count)日間", en: count.of("day", "days"))
  }

  static func secretOf(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」の値", en: "The secret of \"\(name)\"")
  }

  // Registering.
  static let keyIDHint = Phrase(
    ja: "発行元のサービスでのID。例: apikey_01…",
    en: "The id that the key has in its service, such as apikey_01…")
  static let keyValueHint = Phrase(
    ja: "キー全体。暗号化して保管します。", en: "The whole key. It is stored sealed.")

  // Editing and linking.
  static let networksHint = Phrase(
    ja: "1行に1件。例: 203.0.113.0/24。空欄の場合は制限なし。",
    en: "One a line, such as 203.0.113.0/24. If empty, the key works from everywhere.")
  static let noOwnerUnlinks = Phrase(
    ja: "「選択なし」を選ぶと、割り当てを外します。", en: "None takes the key from its owner.")

  // Archiving.
  static let archivesIdleKey = Phrase(
    ja: "このキーは今も使えません。廃止すると元に戻せません。",
    en: "The key doesn't work now. Archived, it never works again. This can't be undone.")

  static func archivesKeys(_ count: Int) -> Phrase {
    Phrase(
      ja: "キー\(count)件がすぐに使えなくなります。元に戻せません。",
      en: "\(count.of("key stops", "keys stop")) working now. This can't be undone.")
  }

  // Revealing.
  static let confirmPassword = Phrase(ja: "パスワードの確認", en: "Confirm your password")
  static let confirmExplained = Phrase(
    ja: "この操作にはパスワードの再入力が必要です。5分間有効です。",
    en: "What you asked for needs your password again. It counts for 5 minutes.")
  static let goOn = Phrase(ja: "続ける", en: "Go on")

  static func valueOf(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」の値", en: "The value of \"\(name)\"")
  }

  static func revealIsRecorded(_ seconds: Int) -> Phrase {
    Phrase(
      ja: "値は\(seconds)秒間だけ表示されます。表示したことは監査ログに残ります。",
      en: "The value is shown for \(seconds) seconds. The audit log records that you saw it.")
  }

  static func vanishes(_ seconds: Int) -> Phrase {
    Phrase(ja: "\(seconds)秒後に消えます。", en: "It goes after \(seconds) seconds.")
  }
}
