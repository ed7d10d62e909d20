internal import IPC
internal import Status

/// Concurrent calls whose results are printed in the order of the lines that ask for them.
struct Batch: Sendable {
  /// The lines that ask for calls.
  var input: any LineSource
  /// The maximum number of lines that are read and whose results are not printed yet.
  var width: Int
  var stopsOnError: Bool
  var calls: BatchCalls

  private enum Step: Sendable {
    case line(String?)
    case answer(BatchAnswer, to: Int)
  }

  /// Makes the calls, and passes each result to `print` after the results of all lines before it.
  ///
  /// - Returns: The error for the whole batch if a call has failed; nil otherwise.
  func run(_ print: (String) throws -> Void) async throws -> Status? {
    var order = BatchOrder()
    try await withThrowingTaskGroup(of: Step.self) { group in
      group.addTask { try await read() }
      var isReading = true
      while let step = try await group.next() {
        switch step {
        case .line(nil): continue
        case .line(let line?):
          isReading = false
          if let number = order.came(line) {
            group.addTask { .answer(await calls.answer(to: line, number: number), to: number) }
          }
        case .answer(let answer, let number):
          for ready in order.answered(number, answer) { try print(ready.line) }
        }
        if stopsOnError && order.failures > 0 { return group.cancelAll() }
        if !isReading && order.waiting < width {
          isReading = true
          group.addTask { try await read() }
        }
      }
    }
    return order.failure
  }

  private func read() async throws -> Step { .line(try await input.next()) }
}
