/// The words about the host and its plugins.
extension Phrase {
  static let host = Phrase(ja: "ホスト", en: "Host")
  static let version = Phrase(ja: "バージョン", en: "Version")
  static let memory = Phrase(ja: "メモリー", en: "Memory")
  static let callsInHour = Phrase(ja: "呼び出し（1時間）", en: "Calls in the last hour")
  static let callsAMinute = Phrase(ja: "1分あたりの呼び出し", en: "Calls a minute")
  static let lastHour = Phrase(ja: "直近1時間", en: "The last hour")
  static let latencyChart = Phrase(ja: "所要時間（ミリ秒）", en: "How long calls took, in ms")
  static let latency50 = Phrase(ja: "50%", en: "50 %")
  static let memoryChart = Phrase(ja: "メモリー（MiB）", en: "Memory, in MiB")
  static let responsesChart = Phrase(
    ja: "1分あたりのHTTP応答", en: "HTTP responses a minute")
  static let calls = Phrase(ja: "呼び出し", en: "Calls")
  static let minuteColumn = Phrase(ja: "時刻（UTC）", en: "Minute (UTC)")
  static let failures = Phrase(ja: "失敗", en: "Failures")
  static let latency95 = Phrase(ja: "95%の所要時間", en: "95 % took")
  static let callsInFlight = Phrase(ja: "処理中の呼び出し", en: "Calls in flight")
  static let restarts = Phrase(ja: "再起動", en: "Restarts")
  static let since = Phrase(ja: "起動日時", en: "Since")
  static let notStarted = Phrase(ja: "未起動", en: "not started")
  static let dataDirectory = Phrase(ja: "データディレクトリ", en: "Data directory")
  static let newestRevision = Phrase(ja: "最新のリビジョン", en: "Newest revision")
  static let services = Phrase(ja: "サービス", en: "Services")
  static let methods = Phrase(ja: "メソッド", en: "Methods")
  static let methodColumn = Phrase(ja: "メソッド", en: "Method")
  static let permissionColumn = Phrase(ja: "必要な権限", en: "Permission")
  static let repeatsColumn = Phrase(ja: "再実行", en: "If repeated")
  static let stream = Phrase(ja: "ストリーム", en: "stream")
  static let grants = Phrase(ja: "許可", en: "Grants")
  static let noGrants = Phrase(ja: "なし", en: "none")
  static let listeners = Phrase(ja: "待ち受けアドレス", en: "Listens on")
  static let directory = Phrase(ja: "フォルダー", en: "Folder")
  static let lastCrash = Phrase(ja: "最後のクラッシュ", en: "Last crash")
  static let log = Phrase(ja: "ログ", en: "Log")
  static let findLine = Phrase(ja: "行を検索", en: "Find lines")
  static let anySource = Phrase(ja: "すべての出力", en: "Any source")
  static let reloadPlugin = Phrase(ja: "再読み込み", en: "Reload")
  static let reloadExplained = Phrase(
    ja: "マニフェストを読み直し、プロセスを新しいものに替えます。呼び出しは失敗しません。",
    en: "Its manifest is read again, and a new process replaces the old one. No call fails.")

  static func reload(_ name: String) -> Phrase {
    Phrase(ja: "「\(name)」を再読み込み", en: "Reload \"\(name)\"")
  }

  /// What a repetition of a method does, by the word of its rules.
  static func repeats(_ word: String) -> Phrase {
    switch word {
    case "safe": Phrase(ja: "何も変更しない", en: "changes nothing")
    case "idempotent": Phrase(ja: "結果は同じ", en: "same result")
    case "keyed": Phrase(ja: "キーにより一度だけ", en: "once, by its key")
    default: Phrase(ja: "もう一度実行する", en: "done again")
    }
  }

  static let pluginReady = Phrase(ja: "稼働中", en: "ready")
  static let pluginStopped = Phrase(ja: "待機中", en: "stopped")
  static let pluginStarting = Phrase(ja: "起動中", en: "starting")
  static let pluginDraining = Phrase(ja: "終了処理中", en: "draining")
  static let pluginBackingOff = Phrase(ja: "再起動待ち", en: "backing off")
  static let pluginFailed = Phrase(ja: "起動不可", en: "failed")
}
