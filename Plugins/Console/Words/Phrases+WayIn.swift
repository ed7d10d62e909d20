/// The words of the pages before a person is logged in.
extension Phrase {
  static let logIn = Phrase(ja: "ログイン", en: "Log in")
  static let firstRun = Phrase(ja: "はじめての設定", en: "First run")
  static let createInstallation = Phrase(ja: "利用を開始", en: "Start")
  static let acceptInvite = Phrase(ja: "招待を承諾", en: "Accept invite")
  static let choosePassword = Phrase(ja: "パスワードを設定", en: "Choose a password")
  static let noSession = Phrase(
    ja: "この接続ではログインできません", en: "You can't log in over this connection")

  static let password = Phrase(ja: "パスワード", en: "Password")
  static let yourName = Phrase(ja: "あなたの名前", en: "Your name")
  static let organizationName = Phrase(ja: "組織名", en: "Organization")
  static let claimCode = Phrase(ja: "開始コード", en: "Claim code")
  static let inviteToken = Phrase(ja: "招待トークン", en: "Invite token")
  static let resetToken = Phrase(ja: "再設定トークン", en: "Reset token")

  static let claimCodeHint = Phrase(
    ja: "サーバーの画面に表示されたコードです。リンクから開いた場合は入力済みです。",
    en: "The code that the server shows. The link fills it in.")
  static let adminKeyLater = Phrase(
    ja: "管理キーは作成しません。プログラムからStewardを呼び出す場合だけ必要です。後から組織のページで作成できます。",
    en: "No admin key is made. Only if a program is to call Steward; make one later, on the page "
      + "of the organization.")
  static let tokenHint = Phrase(
    ja: "リンクから開いた場合は入力済みです。", en: "The link fills it in.")
  static let passwordRule = Phrase(
    ja: "12文字以上。文字の種類は自由です。", en: "12 characters or more, of any kind.")
  static let nameOfNewAccount = Phrase(
    ja: "新しいアカウントの場合だけ使われます。", en: "Only used for a new account.")
  static let passwordOfInvite = Phrase(
    ja: "アカウントがある場合は現在のパスワード、ない場合は12文字以上の新しいパスワード。",
    en: "The present password of your account, or a new one of 12 characters or more.")
  static let sessionHasEnded = Phrase(
    ja: "セッションが終了しました。もう一度ログインしてください。",
    en: "Your session has ended. Log in again.")

  static let insecureConnection = Phrase(
    ja: "ブラウザーは、暗号化されていない接続ではセッションを保持しません。次のいずれかを使います。",
    en: "Browsers keep no session over a connection that isn't encrypted. Use one of these:")

  static let secureConnections = [
    Phrase(
      ja: "TLS証明書を使う: steward serve --tls-certificate と --tls-key",
      en: "A TLS certificate: steward serve --tls-certificate and --tls-key"),
    Phrase(
      ja: "TLSを終端するプロキシを前に置く", en: "A proxy in front that terminates TLS"),
    Phrase(
      ja: "SSHで転送する: ssh -L 8787:127.0.0.1:8787 サーバー",
      en: "A tunnel: ssh -L 8787:127.0.0.1:8787 SERVER"),
  ]

  /// The label of a field of a way in.
  static func entryField(_ name: String) -> Phrase {
    switch name {
    case "organization": organizationName
    case "name": yourName
    case "email": email
    case "password": password
    case "code": claimCode
    default: Phrase(verbatim: name)
    }
  }
}
