import Status
import WebProtos

/// The words about what went wrong. A status is known by its reason; what the console doesn't know
/// is said in the server's own words, which are English.
extension Phrase {
  static let error = Phrase(ja: "エラー", en: "Error")
  static let formRefused = Phrase(
    ja: "保存されていません。内容を確認してください。", en: "Nothing was changed. Check this:")
  static let notHere = Phrase(ja: "見つかりません", en: "Not here")
  static let notHereOrNotYours = Phrase(
    ja: "存在しないか、閲覧できません。", en: "It isn't here, or it isn't yours.")
  static let notAllowed = Phrase(ja: "権限がありません", en: "Not allowed")
  static let notPossible = Phrase(ja: "実行できません", en: "This isn't possible")
  static let notNow = Phrase(ja: "一時的に利用できません", en: "Not now")
  static let partIsRestarting = Phrase(
    ja: "必要なプラグインが再起動中です。少し待って再読み込みしてください。",
    en: "A plugin that the page needs is restarting. Wait a moment and reload the page.")
  static let wentWrong = Phrase(ja: "問題が発生しました", en: "Something went wrong")
  static let wentWrongExplained = Phrase(
    ja: "ページを表示できません。何も変更されていません。記録はサーバーのログにあります。",
    en: "The page can't be shown. Nothing was changed. The server's log has the details.")

  static let superAdminsCan = Phrase(
    ja: "スーパー管理者だけが利用できます。", en: "Only a super admin can do this.")

  static let anyAdminCan = Phrase(
    ja: "組織の管理者とスーパー管理者だけが利用できます。",
    en: "Only an admin of an organization or a super admin can do this.")

  static func roleHere(_ role: Phrase, _ organization: String) -> Phrase {
    Phrase(
      ja: "「\(organization)」でのあなたの役割: \(role.text(in: .japanese))",
      en: "Your role in \"\(organization)\": \(role.text(in: .english)).")
  }

  static func adminsCan(_ organization: String) -> Phrase {
    Phrase(
      ja: "「\(organization)」の管理者とスーパー管理者が利用できます。必要な場合は役割の変更を依頼してください。",
      en: "Admins of \"\(organization)\" and super admins can do this. Ask one for another role.")
  }

  static func changedMeanwhile(now value: String) -> Phrase {
    Phrase(
      ja: "ほかの人が先に変更しました。現在の値:「\(value)」",
      en: "Another person changed it first. It is now \"\(value)\".")
  }

  /// The sentence for a part of a page that can't be shown.
  static func cannotBeShown(_ part: Phrase, _ status: Status) -> Phrase {
    let reason: Phrase =
      switch status.code {
      case .unavailable, .deadlineExceeded:
        Phrase(ja: "プラグインが再起動中です", en: "the plugin is restarting")
      case .permissionDenied: Phrase(ja: "権限がありません", en: "your role doesn't allow it")
      case .notFound: Phrase(ja: "存在しません", en: "it isn't here any more")
      case .invalidArgument:
        status.fieldViolations.first.map(problem) ?? Phrase(verbatim: status.message)
      default: Phrase(ja: "問題が発生しました", en: "something went wrong")
      }
    return Phrase(
      ja: "\(part.text(in: .japanese))を表示できません: \(reason.text(in: .japanese))",
      en: "\(part.text(in: .english)) can't be shown: \(reason.text(in: .english))")
  }

  /// Why a form was refused, if it isn't about a field.
  static func refused(_ status: Status) -> Phrase {
    Phrase(
      ja: japanese(reason: status.reason.rawValue) ?? status.message, en: status.message)
  }

  /// What is wrong with one field.
  static func problem(_ violation: FieldViolation) -> Phrase {
    let field = violation.field
    return Phrase(
      ja: japanese(reason: violation.reason) ?? "\(field): \(violation.message)",
      en: "\(field): \(violation.message)")
  }

  /// What is wrong with one field of a form that the gateway handles.
  static func problem(_ problem: FieldProblem, of label: Phrase) -> Phrase {
    Phrase(
      ja: "\(label.text(in: .japanese)): \(japanese(reason: problem.reason) ?? problem.message)",
      en: "\(label.text(in: .english)): \(problem.message)")
  }

  /// Why the gateway refused a form of its own.
  static func refusedEntry(_ refusal: FormRefusal) -> Phrase {
    guard refusal.retryAfterS > 0 else {
      return Phrase(ja: japanese(reason: refusal.reason) ?? refusal.message, en: refusal.message)
    }
    let seconds = Int(refusal.retryAfterS)
    return Phrase(
      ja: "試行回数が多すぎます。\(seconds)秒後にもう一度試してください。",
      en: "Too many attempts. Try again in \(seconds.of("second", "seconds")).")
  }

  private static func japanese(reason: String) -> String? {
    switch reason {
    case "LOGIN_FAILED": "メールアドレスまたはパスワードが違います。"
    case "USER_SUSPENDED": "このユーザーは利用停止中です。組織の管理者が再開できます。"
    case "ALREADY_CLAIMED": "すでに利用が開始されています。ログインしてください。"
    case "CLAIM_CODE_INVALID":
      "開始コードが正しくないか、期限が切れています。サーバーで steward console を実行すると、新しいコードが表示されます。"
    case "INVITE_TOKEN_UNKNOWN": "招待トークンが見つかりません。最新のものを全体コピーしたか確認してください。"
    case "INVITE_EXPIRED": "招待の期限が切れています。組織の管理者に新しい招待を依頼してください。"
    case "INVITE_DELETED": "招待は取り消されています。組織の管理者に確認してください。"
    case "INVITE_ACCEPTED": "招待はすでに承諾されています。ログインしてください。"
    case "RESET_TOKEN_UNKNOWN": "再設定トークンが見つかりません。最新のものを全体コピーしたか確認してください。"
    case "RESET_TOKEN_OVER":
      "再設定トークンは使用済みか、期限が切れています。組織の管理者に新しいものを依頼してください。"
    case "REQUIRED": "入力が必要です。"
    case "FORM_STALE": "フォームの有効期限が切れています。内容を確認してもう一度送信してください。"
    case "INVALID_CHECKPOINT": "チェックポイントの形式が正しくありません。"
    case "LENGTH", "TOO_LONG", "TOO_SHORT": "長さが正しくありません。"
    case "MALFORMED_ID", "WRONG_KIND": "IDの形式が正しくありません。"
    case "CHARACTERS", "INVISIBLE_CHARACTER", "CONTROL_CHARACTER": "使用できない文字があります。"
    case "KEY_ID_REGISTERED": "このIDのキーはすでにあります。"
    case "KEY_VALUE_REGISTERED": "この値のキーはすでにあります。"
    case "KEY_ARCHIVED": "このキーは廃止されています。"
    case "KEY_EXPIRED": "このキーは期限切れです。"
    case "USER_NOT_A_MEMBER": "このユーザーは組織のメンバーではありません。"
    case "NOTHING_CHOSEN": "キーが選択されていません。"
    case "TOO_MANY_CHOSEN": "一度に選択できるのは100件までです。"
    case "LAST_ADMIN":
      "組織の最後の管理者です。先にほかのメンバーを管理者にするか、利用停止中の管理者を再開してください。"
    case "LAST_MEMBER":
      "組織の唯一のメンバーです。先にほかのメンバーを追加するか、組織を削除してください。"
    case "LAST_SUPER_ADMIN":
      "ログインできる最後のスーパー管理者です。先にほかのユーザーをスーパー管理者にしてください。"
    case "OWN_MEMBERSHIP": "自分自身は変更できません。ほかの管理者に依頼してください。"
    case "SAME_USER": "外すメンバー以外を選択してください。"
    case "OUT_OF_RANGE": "範囲外の値です。"
    default: nil
    }
  }
}
