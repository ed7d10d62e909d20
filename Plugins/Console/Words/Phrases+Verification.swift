/// The words about the verification of the log.
extension Phrase {
  static let verifyLog = Phrase(ja: "記録を検証", en: "Verify the log")
  static let verify = Phrase(ja: "検証", en: "Verify")
  static let verifyExplained = Phrase(
    ja: "すべての記録が、書き込まれたときのままかどうかを確認します。",
    en: "This checks that no event was altered, dropped, swapped or cut off.")
  static let checkpoint = Phrase(ja: "チェックポイント", en: "Checkpoint")
  static let keptCheckpoint = Phrase(ja: "保管したチェックポイント", en: "Kept checkpoint")
  static let keptCheckpointHint = Phrase(
    ja: "以前の検証で表示されたものを貼り付けると、それ以降の書き換えもわかります。",
    en:
      "Paste what an earlier verification showed, to notice also that the log was rewritten since.")
  static let logIsIntact = Phrase(
    ja: "リビジョン1から改ざんはありません。", en: "Intact since revision 1.")
  static let logIsBroken = Phrase(
    ja: "記録が書き換えられています。", en: "The log isn't as it was written.")
  static let keepCheckpoint = Phrase(
    ja: "次の検証のため、このチェックポイントを別の場所に保管してください。",
    en: "Keep this checkpoint elsewhere, for the next verification.")
  static let restoreBackup = Phrase(
    ja: "以前のバックアップから復元してください: steward restore FILE",
    en: "Restore an earlier backup: steward restore FILE")

  static func eventsChecked(_ count: UInt64, _ milliseconds: Int64) -> Phrase {
    Phrase(
      ja: "\(count)件を\(milliseconds)ミリ秒で検証しました。",
      en: "\(Int(clamping: count).of("event", "events")) checked in \(milliseconds) ms.")
  }

  static func firstBroken(_ revision: UInt64) -> Phrase {
    Phrase(
      ja: "最初に一致しない記録: リビジョン\(revision)",
      en: "The first event that is not as it was written: revision \(revision)")
  }

  /// What the verdict rests on.
  ///
  /// - Parameters:
  ///   - basis: The kind of evidence, as the host names it.
  ///   - sentence: The host's own sentence, which is English.
  static func restsOn(_ basis: String, _ sentence: String) -> Phrase {
    let japanese =
      switch basis {
      case "chain_key":
        "記録と同じ場所にある鍵だけに基づく結果です。全体の書き換えは検出できません。"
      case "kept_checkpoint":
        "データディレクトリのチェックポイントに基づく結果です。ディレクトリ全体の差し替えは検出できません。"
      case "given_checkpoint": "貼り付けたチェックポイントに基づく結果です。"
      case "shipped_checkpoints": "外部に送られたチェックポイントに基づく結果です。"
      default: sentence
      }
    return Phrase(ja: japanese, en: sentence)
  }
}
