/// The words about admin keys.
extension Phrase {
  static let adminKey = Phrase(ja: "管理キー", en: "Admin key")
  static let adminKeys = Phrase(ja: "管理キー", en: "Admin keys")
  static let createAdminKey = Phrase(ja: "管理キーを作成", en: "Create admin key")
  static let revokeThisAdminKey = Phrase(ja: "管理キーを失効", en: "Revoke admin key")
  static let adminKeyHint = Phrase(ja: "ヒント", en: "Hint")
  static let adminKeyState = Phrase(ja: "状態", en: "State")
  static let adminKeyExpires = Phrase(ja: "有効期限", en: "Expires")
  static let adminKeyNeverExpires = Phrase(ja: "無期限", en: "never")
  static let adminKeyRevoked = Phrase(ja: "失効", en: "revoked")
  static let noAdminKeys = Phrase(
    ja: "管理キーはまだありません。プログラムからStewardを呼び出す場合だけ必要です。",
    en: "No admin keys yet. They are only needed if a program is to call Steward.")
  static let purposeOfAdminKeys = Phrase(ja: "管理キーの用途", en: "What admin keys are for")
  static let whatAdminKeysDo = Phrase(
    ja: "プログラムは管理キーでStewardを呼び出し、この組織の管理者と同じ操作を行います。例:",
    en: "By an admin key, a program calls Steward with the rights of an admin of this "
      + "organization. For example:")
  static let onlyForPrograms = Phrase(
    ja: "プログラムからStewardを呼び出す場合だけ必要です。",
    en: "Only if a program is to call Steward.")
  static let adminKeyNameHint = Phrase(
    ja: "キーを使うプログラムの名前など。", en: "Such as the name of the program that uses it.")
  static let secretIsKept = Phrase(ja: "保管しました", en: "I have kept it")
  static let shownOnce = Phrase(
    ja: "この値は今だけ表示されます。保管してください。",
    en: "This is shown now and never again. Keep it.")
  static let tryAdminKey = Phrase(
    ja: "キーを環境変数STEWARD_ADMIN_KEYに設定して試せます。",
    en: "Try it, with the key in the variable STEWARD_ADMIN_KEY:")
  static let programsStop = Phrase(
    ja: "このキーを使うプログラムはすぐにStewardを呼び出せなくなります。APIキーには影響しません。元に戻せません。",
    en: "Programs that use this key can't call Steward from now on. API keys go on working. This "
      + "can't be undone.")

  static func inDays(_ days: Int) -> Phrase {
    Phrase(ja: "\(days)日後", en: "in \(days.of("day", "days"))")
  }

  static func adminKeyCreated(_ name: String) -> Phrase {
    Phrase(ja: "管理キー「\(name)」を作成しました", en: "Admin key \"\(name)\" created")
  }

  static func revokeAdminKey(_ name: String) -> Phrase {
    Phrase(ja: "管理キー「\(name)」を失効", en: "Revoke admin key \"\(name)\"")
  }

  static func adminKeyCount(_ count: Int) -> Phrase {
    Phrase(ja: "\(count)件", en: count.of("admin key", "admin keys"))
  }

  static func moreThan(_ count: Int) -> Phrase {
    Phrase(ja: "\(count)件を超えます", en: "more than \(count)")
  }
}
