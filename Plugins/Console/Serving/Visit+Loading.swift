import HTML
import Status

/// What a part of a page shows, or why it can't be shown. A page never fails because a part does.
enum Loaded<Value: Sendable>: Sendable {
  case value(Value)
  case failed(Status)

  /// The value; nil if the part can't be shown.
  var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension Visit {
  /// Loads a part of a page.
  ///
  /// - Throws: Only the status that the session has ended, which is a matter of the whole page.
  func load<Value: Sendable>(
    _ body: @Sendable () async throws -> Value
  ) async throws -> Loaded<Value> {
    do {
      return .value(try await body())
    } catch {
      let status = Status(describing: error)
      if status.code == .unauthenticated { throw status }
      return .failed(status)
    }
  }

  /// Draws a part, or the sentence that says why it can't be shown and how to try again.
  func part<Value: Sendable>(
    _ loaded: Loaded<Value>, _ name: Phrase, @MarkupBuilder _ draw: (Value) -> Markup
  ) -> Markup {
    switch loaded {
    case .value(let value): return draw(value)
    case .failed(let status):
      return div(.class("problem"), .role("alert")) {
        p { text(.cannotBeShown(name, status)) }
        if status.code == .unavailable || status.code == .deadlineExceeded {
          p { a(.href(here)) { text(.tryAgain) } }
        }
      }
    }
  }
}
