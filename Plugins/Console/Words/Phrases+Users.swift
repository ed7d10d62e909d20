/// The words about the people of an organization.
extension Phrase {
  /// The roles in an organization, the usual one first.
  static let organizationRoles = ["user", "developer", "billing", "admin", "claude_code_user"]

  /// A role with what it allows.
  static func explainedRole(_ role: String) -> Phrase {
    switch role {
    case "user": Phrase(ja: "一般: 自分のキーの表示と更新", en: "user: sees and rotates own keys")
    case "developer":
      Phrase(ja: "開発者: キーの発行と管理", en: "developer: issues and manages keys")
    case "billing":
      Phrase(ja: "請求担当: 利用状況の閲覧", en: "billing: sees keys and their use")
    case "admin":
      Phrase(ja: "管理者: 組織全体の管理", en: "admin: manages the whole organization")
    case "claude_code_user":
      Phrase(ja: "Claude Code: Claude Codeだけを利用", en: "claude_code_user: uses Claude Code alone")
    default: .role(role)
    }
  }

  // The list.
  static let anyRole = Phrase(ja: "すべての役割", en: "Any role")
  static let lastLogin = Phrase(ja: "最終ログイン", en: "Last login")
  static let never = Phrase(ja: "なし", en: "never")
  static let withoutPassword = Phrase(ja: "パスワード未設定", en: "no password yet")
  static let suspendedSince = Phrase(ja: "利用停止日時", en: "Suspended")
  static let inInstallation = Phrase(ja: "サーバー全体", en: "In the installation")
  static let noMembers = Phrase(ja: "メンバーはいません。", en: "There are no members.")
  static let noWorkspacesOfUser = Phrase(
    ja: "個別の役割はありません。組織の役割だけが適用されます。",
    en: "No role of their own. The role in the organization applies.")
  static let noKeysOfUser = Phrase(
    ja: "割り当てられたキーはありません。", en: "No keys are linked to this person.")
  static let noSessions = Phrase(ja: "セッションはありません。", en: "There are no sessions.")

  // Adding and inviting.
  static let addOrInvite = Phrase(ja: "追加・招待", en: "Add or invite")
  static let addUser = Phrase(ja: "追加", en: "Add")
  static let way = Phrase(ja: "追加の方法", en: "How")
  static let byInvite = Phrase(
    ja: "招待する（本人がリンクから参加）", en: "Invite: the person joins by a link")
  static let addNow = Phrase(
    ja: "今すぐ追加する（名前とキーも設定）", en: "Add now, with a name and a key")
  static let onlyIfAdded = Phrase(
    ja: "今すぐ追加する場合", en: "For a person who is added now")
  static let personLink = Phrase(ja: "リンク", en: "Link")
  static let linkIsSent = Phrase(ja: "送信しました", en: "I have sent it")
  static let sendInvite = Phrase(
    ja: "このリンクを本人に送ってください。メールは送信されません。21日間有効です。",
    en: "Send this link to the person yourself: no mail is sent. It works for 21 days.")
  static let sendFirstPassword = Phrase(
    ja: "このリンクを本人に送ってください。最初のパスワードを設定できます。3日間有効です。",
    en: "Send this link to the person, who chooses the first password by it. It works for 3 days.")

  static func invitedPerson(_ email: String) -> Phrase {
    Phrase(ja: "\(email)への招待", en: "Invite for \(email)")
  }

  static func addedPerson(_ name: String) -> Phrase {
    Phrase(ja: "\(name)を追加しました", en: "\(name) was added")
  }

  // Changing.
  static let nameIsEverywhere = Phrase(
    ja: "名前はすべての組織で共通です。", en: "The name is the same in every organization.")
  static let removeUser = Phrase(ja: "ユーザーを外す", en: "Remove user")
  static let suspendUser = Phrase(ja: "利用を停止", en: "Suspend user")
  static let resumeUser = Phrase(ja: "利用を再開", en: "Resume user")
  static let giveKeysTo = Phrase(ja: "キーの引き継ぎ先", en: "Give the keys to")
  static let withoutHeirKeysEnd = Phrase(
    ja: "選択しない場合、キーは廃止されます。", en: "Without a choice, the keys are archived.")
  static let resumesUser = Phrase(
    ja: "権限とキーが元に戻ります。", en: "The rights and the keys come back.")
  static let linkVerb = Phrase(ja: "割り当て", en: "Link")

  static func linkKeyTo(_ name: String) -> Phrase {
    Phrase(ja: "\(name)にキーを割り当て", en: "Link a key to \(name)")
  }

  static func suspend(_ name: String) -> Phrase {
    Phrase(ja: "\(name)の利用を停止", en: "Suspend \(name)")
  }

  static func resume(_ name: String) -> Phrase {
    Phrase(ja: "\(name)の利用を再開", en: "Resume \(name)")
  }

  static func removesUser(_ name: String, keys: Int) -> Phrase {
    Phrase(
      ja: "\(name)はこの組織を利用できなくなり、キー\(keys)件が廃止されます。元に戻せません。",
      en: "\(name) loses access to this organization, and \(keys.of("key ends", "keys end")). "
        + "This can't be undone.")
  }

  static func suspendsUser(keys: Int, sessions: Int) -> Phrase {
    Phrase(
      ja: "キー\(keys)件とセッション\(sessions)件がすぐに止まります。何も失われず、いつでも再開できます。",
      en: "\(keys.of("key", "keys")) and \(sessions.of("session", "sessions")) stop at once. "
        + "Nothing is lost, and the person can be resumed at any time.")
  }

  static func andMore(_ count: Int) -> Phrase {
    Phrase(ja: "ほか\(count)件", en: "and \(count) more")
  }

  // The account.
  static let passwordLink = Phrase(ja: "パスワード再設定", en: "Password link")
  static let makeLink = Phrase(ja: "リンクを作成", en: "Make the link")
  static let passwordLinkExplained = Phrase(
    ja: "本人が新しいパスワードを設定するためのリンクを作成します。それまでのパスワードはそのまま使えます。",
    en: "By the link, the person chooses a new password. Until then, the old one works.")
  static let sendPasswordLink = Phrase(
    ja: "このリンクを本人に送ってください。3日間有効です。",
    en: "Send this link to the person. It works for 3 days.")
  static let signOutVerb = Phrase(ja: "サインアウト", en: "Sign out")
  static let signOutExplained = Phrase(
    ja: "すべてのセッションが終了します。本人はもう一度ログインできます。",
    en: "Every session ends. The person may log in again.")

  static func passwordLinkOf(_ name: String) -> Phrase {
    Phrase(ja: "\(name)のパスワード再設定", en: "Password link for \(name)")
  }

  static func signOut(_ name: String) -> Phrase {
    Phrase(ja: "\(name)をサインアウト", en: "Sign \(name) out")
  }

  // Invites.
  static let invites = Phrase(ja: "招待", en: "Invites")
  static let noInvites = Phrase(ja: "招待はありません。", en: "There are no invites.")
  static let onlyNewestInvites = Phrase(
    ja: "新しい20件だけを表示しています。", en: "Only the newest 20 are shown.")
  static let state = Phrase(ja: "状態", en: "State")
  static let invitedAt = Phrase(ja: "招待日時", en: "Invited")
  static let renewVerb = Phrase(ja: "招待を更新", en: "Renew invite")
  static let withdrawVerb = Phrase(ja: "招待を取り消し", en: "Withdraw invite")
  static let renewExplained = Phrase(
    ja: "新しいリンクを作成します。以前のリンクは使えなくなります。",
    en: "A new link is made. The link before stops working.")
  static let withdrawExplained = Phrase(
    ja: "招待のリンクは使えなくなります。", en: "The link of the invite stops working.")

  static let endsToday = Phrase(ja: "24時間以内に期限切れ", en: "less than a day left")

  static func daysLeft(_ days: Int) -> Phrase {
    Phrase(ja: "残り\(days)日", en: "\(days.of("day", "days")) left")
  }

  static func renewInviteOf(_ email: String) -> Phrase {
    Phrase(ja: "\(email)への招待を更新", en: "Renew the invite for \(email)")
  }

  static func withdrawInviteOf(_ email: String) -> Phrase {
    Phrase(ja: "\(email)への招待を取り消し", en: "Withdraw the invite for \(email)")
  }
}
