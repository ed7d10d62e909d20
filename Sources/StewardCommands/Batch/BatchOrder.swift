internal import IPC
internal import Status

/// A buffer for results that arrive before the results of earlier lines.
struct BatchOrder {
  /// The number of failed calls among the results that were returned.
  private(set) var failures = 0
  private var first: (number: Int, status: Status)?
  /// The number of results that were returned.
  private var done = 0
  private var lines = 0
  /// The numbers of the lines whose results were not returned yet.
  private var turns: [Int] = []
  private var early: [Int: BatchResponse] = [:]

  /// The number of lines whose results were not returned yet.
  var waiting: Int { turns.count }

  /// Counts a line, and returns its number; nil if the line is blank.
  mutating func came(_ line: String) -> Int? {
    lines += 1
    guard line.contains(where: { !$0.isWhitespace }) else { return nil }
    turns.append(lines)
    return lines
  }

  /// Takes the result of a line, and returns the results that are now next in order.
  mutating func take(_ response: BatchResponse, of number: Int) -> [BatchResponse] {
    early[number] = response
    var ready: [BatchResponse] = []
    while let turn = turns.first, let response = early.removeValue(forKey: turn) {
      turns.removeFirst()
      count(response, turn)
      ready.append(response)
    }
    return ready
  }

  private mutating func count(_ response: BatchResponse, _ number: Int) {
    done += 1
    guard let status = response.failure else { return }
    failures += 1
    first = first ?? (number, status)
  }

  /// The first failure, extended to an error for the whole batch; nil if no call has failed.
  var failure: Status? {
    first.map { number, status in
      Status(
        status.code, reason: status.reason,
        message: "\(failures) of \(done) calls failed, the first on line \(number): "
          + status.message)
    }
  }
}
