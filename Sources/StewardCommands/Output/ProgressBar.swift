/// A line that shows the progress of long work. It is shown on a terminal only, and disappears when
/// the work is done.
struct ProgressBar {
  private static let width = 30
  private static let narrowest = 5
  /// The time between two updates. People can't read more than ten in a second.
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

  /// Shows how much is done, at most once per interval.
  mutating func show(_ done: UInt64, of total: UInt64) {
    guard isShown, ContinuousClock.now >= next else { return }
    next = .now + Self.interval
    say(Self.text(title, done, of: total, columns: console.errorColumns()))
  }

  /// Shows how many bytes are done, for work of unknown size.
  mutating func show(bytes: UInt64) {
    guard isShown, ContinuousClock.now >= next else { return }
    next = .now + Self.interval
    say("\(title)  \(Amounts.bytes(bytes))")
  }

  /// Removes the line.
  mutating func clear() {
    guard isThere else { return }
    isThere = false
    try? console.errors("\r\u{1B}[K")
  }

  private mutating func say(_ text: String) {
    isThere = true
    // A line as wide as the terminal would continue on the next one.
    let line = console.errorColumns().map { text.fitted(to: $0 - 1) } ?? text
    try? console.errors("\r\(line)\u{1B}[K")
  }

  /// Returns the line: `Importing  [#########.....................]  30%  72,000 of 240,000`. The
  /// bar is shorter, or left out, if the terminal has too few columns.
  static func text(
    _ title: String, _ done: UInt64, of total: UInt64, columns: Int? = nil
  ) -> String {
    let done = min(done, total)
    let percent = "\(share(of: 100, done, of: total))%".leftPadded(to: 4)
    let counts = "\(percent)  \(Amounts.count(done)) of \(Amounts.count(total))"
    let rest = title.count + counts.count + "  [] ".count
    let width = min(Self.width, columns.map { $0 - 1 - rest } ?? Self.width)
    guard width >= narrowest else { return "\(title)  \(counts)" }
    let filled = share(of: width, done, of: total)
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    return "\(title)  [\(bar)] \(counts)"
  }

  /// Returns how many of `parts` are done. The product has twice the width, because both counts
  /// come from another process and may be of any size.
  private static func share(of parts: Int, _ done: UInt64, of total: UInt64) -> Int {
    let product = done.multipliedFullWidth(by: UInt64(parts))
    return Int(max(total, 1).dividingFullWidth(product).quotient)
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
