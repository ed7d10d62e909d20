import PluginKit
import Status
import WebProtos

extension FormRefusal {
  /// Describes why a form was refused.
  ///
  /// - Returns: nil if the status is no refusal but a failure, which the person can't mend.
  init?(_ status: Status, of form: SessionForm, _ fields: PageFields) {
    switch status.code {
    case .invalidArgument, .unauthenticated, .permissionDenied, .notFound, .alreadyExists,
      .failedPrecondition, .aborted, .outOfRange:
      break
    case .resourceExhausted where status.retryDelay != nil: break
    default: return nil
    }
    self.init(
      form: form.rawValue, code: status.code.name, reason: status.reason.rawValue,
      message: status.message, retryAfterS: status.retryDelay.map(Self.wholeSeconds) ?? 0,
      problems: status.fieldViolations.map {
        FieldProblem(field: $0.field, reason: $0.reason, message: $0.message)
      }, fields: fields.withoutSecrets)
  }

  /// The status of the page with the form.
  var pageStatus: UInt32 {
    if code == StatusCode.resourceExhausted.name { return 429 }
    return form == SessionForm.login.rawValue && code == StatusCode.unauthenticated.name ? 401 : 422
  }

  /// Rounds up, because a person who comes back too early would be refused again.
  private static func wholeSeconds(_ duration: Duration) -> UInt32 {
    let (seconds, rest) = duration.components
    return UInt32(clamping: max(1, seconds + (rest > 0 ? 1 : 0)))
  }
}
