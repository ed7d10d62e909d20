import Foundation

/// The normal form of output, which makes two runs comparable. Ids, secrets, times, sizes and
/// process numbers differ from run to run, and so do the column widths that follow from them.
enum Normalized {
  private static let patterns: [(String, String)] = [
    (#"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"#, "UUID"),
    (#"(wrkspc|user|apikey|adminkey|session|invite)_[1-9A-HJ-NP-Za-km-z]{24}"#, "ID"),
    (#"sk-stw-admin01-\w{34}"#, "SECRET"),
    (#"\b\d+:[0-9a-f]{64}\b"#, "CHECKPOINT"),
    (#""(id_stamp|master_key)":"\w+""#, "MARK"),
    (#"sk-stw-(admin01-)?\w{3}\.\.\.\w{4}"#, "HINT"),
    (#"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"#, "TIME"),
    (#"\b\d+(\.\d+)? ?(ms|s|m|h|KiB|MiB|GiB)\b( \d+s)?"#, "AMOUNT"),
    (#"\bpid \d+"#, "pid N"),
    (#"(ready +)\d+"#, "$1 N"),
    (#"/[^ ]*/(data|steward-[^/ ]*|\.local)[^ ]*"#, "PATH"),
    (#" +"#, " "),
    (#" $"#, ""),
  ]

  static func lines(_ lines: [String]) -> [String] {
    lines.map { line in
      patterns.reduce(line) { text, pattern in
        text.replacingOccurrences(of: pattern.0, with: pattern.1, options: .regularExpression)
      }
    }
  }
}
