import Status
import Testing
import WebProtos

@testable import ConsolePlugin

@Suite("Refused forms")
struct RefusalTests {
  private let fields = Fields(
    ["name", "password", "current_password", "new_password", "token", "code", "value", "key"]
      .map { PageField(name: $0, value: "typed") })

  private func refusal(_ code: StatusCode, _ violations: [FieldViolation] = []) -> Refusal {
    Refusal(
      Status(code, reason: "REASON", message: "Why.", fieldViolations: violations), fields: fields)
  }

  @Test("A form that was refused gets back what was typed, and never a secret")
  func typed() {
    #expect(refusal(.invalidArgument).fields.all.map(\.name) == ["name"])
  }

  @Test("What is wrong with a field is said at the field, anything else above the form")
  func places() {
    let violation = FieldViolation(field: "name", reason: "TOO_LONG", message: "is too long")
    let ofField = refusal(.invalidArgument, [violation])
    #expect(ofField.problem(of: "name") != nil)
    #expect(ofField.problem(of: "email") == nil)
    #expect(ofField.summary == nil)
    #expect(refusal(.failedPrecondition).summary?.text(in: .english) == "Why.")
  }

  @Test(
    "The status of the page follows from why its form was refused",
    arguments: [
      (StatusCode.invalidArgument, UInt32(422)), (.failedPrecondition, 422), (.aborted, 409),
      (.alreadyExists, 409), (.permissionDenied, 403), (.resourceExhausted, 429),
      (.unavailable, 503), (.deadlineExceeded, 503),
    ])
  func statuses(code: StatusCode, http: UInt32) {
    #expect(refusal(code).httpStatus == http)
  }

  @Test("A session that has ended, or a thing that is gone, can't be mended on the form")
  func mending() {
    for code in [StatusCode.unauthenticated, .notFound] {
      #expect(!Refusal.canBeMended(Status(code, reason: "REASON", message: "Why.")))
    }
    #expect(Refusal.canBeMended(Status(.aborted, reason: "REASON", message: "Why.")))
  }
}
