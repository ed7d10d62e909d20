extension PageFault {
  var title: PagePhrase {
    switch self {
    case .malformed: PagePhrase(ja: "リクエストを読み取れません", en: "The request can't be read")
    case .tooSlow: PagePhrase(ja: "時間がかかりすぎました", en: "The form arrived too late")
    case .unauthenticated: PagePhrase(ja: "ログインが必要です", en: "You are not logged in")
    case .denied: PagePhrase(ja: "権限がありません", en: "You may not do this")
    case .forged: PagePhrase(ja: "このフォームは拒否されました", en: "This form was refused")
    case .notFound: PagePhrase(ja: "ページがありません", en: "There is no such page")
    case .noPlugin: PagePhrase(ja: "ページを表示するプラグインがありません", en: "No plugin shows pages")
    case .wrongMethod: PagePhrase(ja: "この操作はできません", en: "This address takes no such request")
    case .tooLong: PagePhrase(ja: "入力が長すぎます", en: "The form is too long")
    case .notAForm: PagePhrase(ja: "フォームではありません", en: "This is not a form")
    case .wrongHost: PagePhrase(ja: "アドレスが違います", en: "This is another address")
    case .tooMany: PagePhrase(ja: "リクエストが多すぎます", en: "Too many requests")
    case .unavailable: PagePhrase(ja: "一時的に利用できません", en: "Not available at the moment")
    case .failed, .badPage: PagePhrase(ja: "ページを表示できません", en: "The page can't be shown")
    }
  }

  var text: PagePhrase {
    switch self {
    case .malformed:
      PagePhrase(
        ja: "クエリまたはフォームがUTF-8のパーセントエンコーディングではないか、項目が1,000件を超えているか、"
          + "プラグインが受け付けない内容です。",
        en: "The query or the form is not percent-encoded UTF-8, has more than 1,000 fields, or "
          + "was refused by the plugin.")
    case .tooSlow:
      PagePhrase(
        ja: "フォームの送信に時間がかかりすぎたため、何も実行していません。もう一度送信してください。",
        en: "The form took too long to arrive, so nothing was done. Send it again.")
    case .unauthenticated:
      PagePhrase(ja: "ログインしてから、もう一度お試しください。", en: "Log in, then try again.")
    case .denied:
      PagePhrase(ja: "必要な権限を管理者に依頼してください。", en: "Ask an admin for the permission.")
    case .forged:
      PagePhrase(
        ja: "別のサイトから送信された可能性があるため、何も実行していません。ページを開き直して、もう一度送信してください。",
        en: "Another site may have sent it, so nothing was done. Open the page and send the form "
          + "from there.")
    case .notFound:
      PagePhrase(ja: "アドレスを確認してください。", en: "Check the address.")
    case .noPlugin:
      PagePhrase(
        ja: "ゲートウェイは動作していますが、ページを提供するプラグイン（steward.web.v1.Pages）が"
          + "インストールされていません。確認するコマンド: steward plugin list",
        en:
          "The gateway runs, but no plugin that serves pages (steward.web.v1.Pages) is installed. "
          + "See: steward plugin list")
    case .wrongMethod:
      PagePhrase(ja: "ページを開き直してください。", en: "Open the page again.")
    case .tooLong:
      PagePhrase(ja: "フォームは64 KBまでです。", en: "A form has at most 64 KB. Send less at a time.")
    case .notAForm:
      PagePhrase(
        ja: "application/x-www-form-urlencodedで送信してください。",
        en: "Send it as application/x-www-form-urlencoded, without compression.")
    case .wrongHost:
      PagePhrase(
        ja: "このゲートウェイは設定public_originのアドレスだけで利用できます。",
        en: "This gateway is reached only at the address in its setting public_origin.")
    case .tooMany:
      PagePhrase(ja: "しばらく待ってから再読み込みしてください。", en: "Wait for a moment, then reload.")
    case .unavailable:
      PagePhrase(
        ja: "必要なプラグインが停止しているか、起動中です。しばらく待ってから再読み込みしてください。",
        en: "A plugin that is needed has stopped, or is starting. Wait for a moment, then reload.")
    case .failed, .badPage:
      PagePhrase(
        ja: "プラグインで問題が起きました。プラグインのログを確認してください。",
        en: "A plugin failed. See its log: steward plugin logs")
    }
  }
}
