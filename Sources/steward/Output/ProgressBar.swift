/// A line that says how far long work has come: on a terminal only, and gone when the work is done.
struct ProgressBar {
  private static let width: UInt64 = 30
  /// Ten times a second is as often as anybody can read.
  private static let interval = Duration.milliseconds(100)

  private let title: String
  private let console: Console
  private var next = ContinuousClock.now
  private var isThere = false

  init(_ title: String, on console: Console) {
    self.title = title
    self.console = console
  }

  private var isShown: Bool { console.errorsAreTerminal && !console.isQuiet }

  /// Shows how much is done, now and then.
  mutating func show(_ done: UInt64, of total: UInt64) {
    guard isShown, ContinuousClock.now >= next else { return }
    next = .now + Self.interval
    say(Self.text(title, done, of: total))
  }

  /// Shows how much is done of what nobody knows the size of.
  mutating func show(bytes: UInt64) {
    guard isShown, ContinuousClock.now >= next else { return }
    next = .now + Self.interval
    say("\(title)  \(Amounts.bytes(bytes))")
  }

  /// Takes the line away.
  mutating func clear() {
    guard isThere else { return }
    isThere = false
    try? console.errors("\r\u{1B}[K")
  }

  private mutating func say(_ text: String) {
    isThere = true
    try? console.errors("\r\(text)\u{1B}[K")
  }

  /// The line: `Importing  [#########.....................]  30%  72,000 of 240,000`.
  static func text(_ title: String, _ done: UInt64, of total: UInt64) -> String {
    let (done, whole) = (min(done, total), max(total, 1))
    let filled = Int(done * width / whole)
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: Int(width) - filled)
    let percent = "\(done * 100 / whole)%".leftPadded(to: 4)
    return "\(title)  [\(bar)] \(percent)  \(Amounts.count(done)) of \(Amounts.count(total))"
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
