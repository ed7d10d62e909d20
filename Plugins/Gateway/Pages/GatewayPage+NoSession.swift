extension GatewayPage {
  /// The page for a browser that was given a session, and has not kept it.
  static func noSession(isEncrypted: Bool, next: String) -> GatewayPage {
    GatewayPage(
      title: PagePhrase(
        ja: "このブラウザーにセッションが保存されませんでした", en: "This browser kept no session"),
      text: isEncrypted ? blocked : plain, link: next,
      linkText: PagePhrase(ja: "もう一度試す", en: "Try again"))
  }

  private static let blocked = PagePhrase(
    ja: "ログインは成功しましたが、ブラウザーがセッションのCookieを保存しませんでした。"
      + "このサイトのCookieを許可してから、もう一度ログインしてください。",
    en: "The login succeeded, but the browser did not keep the cookies of the session. Allow "
      + "cookies for this site, then log in again.")

  private static let plain = PagePhrase(
    ja: "ログインは成功しましたが、ブラウザーがセッションのCookieを保存しませんでした。"
      + "このアドレスはHTTPSではないため、一部のブラウザーはCookieを保存しません。"
      + "HTTPSを使うか（--tls-certificate、またはプロキシ）、このサイトのCookieを許可してください。",
    en: "The login succeeded, but the browser did not keep the cookies of the session. The address "
      + "is not HTTPS, and some browsers keep none then. Use HTTPS (--tls-certificate, or a "
      + "proxy), or allow cookies for this site.")
}
