import Foundation

/// One command of the README, with the output that the README shows.
struct ReadmeStep {
  let command: String
  let output: [String]
}

/// The `console` blocks of the README. Lines after `$ ` are commands, and the others are their
/// output.
struct ReadmeTour {
  let steps: [ReadmeStep]

  /// Reads the blocks under the heading `section`, up to the next heading of the same level.
  init(section: String) throws {
    steps = Self.steps(in: try Self.lines(of: section))
  }

  /// Returns the lines of the first `sh` block under the heading `section`.
  static func script(section: String) throws -> String {
    try lines(of: section).drop { $0 != "```sh" }.dropFirst().prefix { $0 != "```" }
      .joined(separator: "\n")
  }

  private static func lines(of section: String) throws -> [String] {
    let readme = Installation.checkout.appendingPathComponent("README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return Array(
      lines.drop { $0 != "## \(section)" }.dropFirst().prefix { !$0.hasPrefix("## ") })
  }

  private static func steps(in lines: [String]) -> [ReadmeStep] {
    var steps: [ReadmeStep] = []
    var command: String?
    var output: [String] = []
    var isInside = false

    func finished() -> [ReadmeStep] {
      command.map { [ReadmeStep(command: $0, output: output)] } ?? []
    }

    for line in lines {
      if line.hasPrefix("```") {
        steps += finished()
        (command, output) = (nil, [])
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps += finished()
        (command, output) = (String(line.dropFirst(2)), [])
      } else if isInside, line.hasPrefix("> ") {
        command? += "\n" + line.dropFirst(2)
      } else if isInside {
        output.append(line)
      }
    }
    return steps
  }
}

/// The normal form of output, which makes two runs comparable. Ids, times, sizes and process
/// numbers differ from run to run, and so do the column widths that follow from them.
enum Normalized {
  private static let patterns: [(String, String)] = [
    (#"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"#, "UUID"),
    (#"(wrkspc|user|apikey|adminkey)_[1-9A-HJ-NP-Za-km-z]{24}"#, "ID"),
    (#"sk-stw-admin01-\w{34}"#, "SECRET"),
    (#""(id_stamp|master_key)":"\w+""#, "MARK"),
    (#"sk-stw-\w{3}\.\.\.\w{4}"#, "HINT"),
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
