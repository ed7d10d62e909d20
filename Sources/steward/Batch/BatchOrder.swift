internal import IPC
internal import Status

/// Keeps answers that come early until those before them have come.
struct BatchOrder {
  /// How many calls have failed, of those whose turn has come.
  private(set) var failures = 0
  private var first: (number: Int, status: Status)?
  /// How many calls had their turn.
  private var done = 0
  private var lines = 0
  /// The numbers of the lines whose turn is still to come.
  private var turns: [Int] = []
  private var early: [Int: BatchAnswer] = [:]

  /// How many lines wait for their turn.
  var waiting: Int { turns.count }

  /// Counts a line, and returns its number; nil if it asks for nothing.
  mutating func came(_ line: String) -> Int? {
    lines += 1
    guard line.contains(where: { !$0.isWhitespace }) else { return nil }
    turns.append(lines)
    return lines
  }

  /// Takes the answer to a line, and returns those whose turn it is now.
  mutating func answered(_ number: Int, _ answer: BatchAnswer) -> [BatchAnswer] {
    early[number] = answer
    var ready: [BatchAnswer] = []
    while let turn = turns.first, let answer = early.removeValue(forKey: turn) {
      turns.removeFirst()
      count(answer, turn)
      ready.append(answer)
    }
    return ready
  }

  private mutating func count(_ answer: BatchAnswer, _ number: Int) {
    done += 1
    guard let status = answer.failure else { return }
    failures += 1
    first = first ?? (number, status)
  }

  /// The first failure, as what the whole fails with; nil when no call has failed.
  var failure: Status? {
    first.map { number, status in
      Status(
        status.code, reason: status.reason,
        message: "\(failures) of \(done) calls failed, the first of them line \(number): "
          + status.message)
    }
  }
}
