import Status
import WebProtos

/// Why a form was refused, and what was typed in it. The page shows the form again with both, so
/// that nothing is typed twice.
struct Refusal: Sendable {
  /// The reasons by field. A field of the request that the form doesn't have is under "".
  let problems: [String: Phrase]
  /// What is wrong, if it is not about a field.
  let summary: Phrase?
  /// What was typed, without secrets.
  let fields: Fields
  let httpStatus: UInt32
  /// Whether the thing was changed since the form was made.
  let isConflict: Bool

  /// What a form must never get back.
  private static let secrets: Set<String> = [
    "key", "value", "password", "current_password", "new_password", "token", "code",
  ]

  init(_ status: Status, fields: Fields) {
    self.fields = fields.without(Self.secrets)
    isConflict = status.code == .aborted
    problems = Dictionary(
      status.fieldViolations.map { ($0.field, .problem($0)) }, uniquingKeysWith: { one, _ in one })
    summary = status.fieldViolations.isEmpty ? .refused(status) : nil
    httpStatus =
      switch status.code {
      case .aborted, .alreadyExists: 409
      case .permissionDenied: 403
      case .resourceExhausted: 429
      case .unavailable, .deadlineExceeded: 503
      default: 422
      }
  }

  /// Returns the text about a field; nil if the field is fine.
  func problem(of field: StaticString) -> Phrase? { problems[field.description] }

  /// Whether a person can mend what a status says on the same form. A page that is not there, or a
  /// session that ended, is no matter of the form.
  static func canBeMended(_ status: Status) -> Bool {
    switch status.code {
    case .unauthenticated, .notFound, .unimplemented, .cancelled: false
    default: true
    }
  }
}
