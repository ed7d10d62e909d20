import IPC
import ProtobufRuntime
import Status
import Testing

@testable import steward

@Suite("Exit codes")
struct ExitCodesTests {
  @Test("The exit code of a call is 10 plus its status code, 0 for OK", arguments: StatusCode.all)
  func calls(code: StatusCode) {
    #expect(ExitCodes.status(for: code) == (code == .ok ? 0 : 10 + Int32(code.rawValue)))
  }

  @Test("The exit code of an unknown status code is that of UNKNOWN")
  func unknownCode() {
    #expect(ExitCodes.status(for: StatusCode(rawValue: 250)) == 12)
  }

  @Test("steward help exit-codes lists the exit codes")
  func help() throws {
    #expect(
      HelpTopic(["help", "exit-codes"])?.text == """
        Exit codes: 0, or 10 and the gRPC status code of the call that failed, or one of a few others.

        CODE  NAME                 MEANING
        0     OK                   It worked.
        11    CANCELLED            The call was cancelled.
        12    UNKNOWN              The plugin failed without saying how; see steward plugin logs.
        13    INVALID_ARGUMENT     The request breaks a rule, whatever the state.
        14    DEADLINE_EXCEEDED    Time ran out (--timeout) before the answer came.
        15    NOT_FOUND            There is no such thing.
        16    ALREADY_EXISTS       There is such a thing already.
        17    PERMISSION_DENIED    The caller may not do this.
        18    RESOURCE_EXHAUSTED   Something is full: the disk, the store, a limit.
        19    FAILED_PRECONDITION  The present state does not allow this; change it first.
        20    ABORTED              Somebody else was faster (--if-match); look again, then retry.
        21    OUT_OF_RANGE         The range asked for has passed, or never was.
        22    UNIMPLEMENTED        There is no such service or method here.
        23    INTERNAL             Something is broken inside.
        24    UNAVAILABLE          The plugin or the host cannot be reached now; retry.
        25    DATA_LOSS            Data is damaged.
        26    UNAUTHENTICATED      The caller is not known.
        64    USAGE                The command line is wrong; nothing was done.
        74    OUTPUT               Standard output could not be written.
        130   SIGINT               It was interrupted.
        141   SIGPIPE              The reader of standard output went away.
        143   SIGTERM              It was terminated.

        """)
  }
}

@Suite("Error reports")
struct ErrorReportTests {
  static let refusal = Status(
    .invalidArgument, reason: "INVALID_REQUEST", message: "the workspace breaks 2 rules",
    fieldViolations: [
      FieldViolation(field: "name", reason: "TOO_LONG", message: "is longer than 40 characters"),
      FieldViolation(field: "tags.env", reason: "TOO_LONG", message: "is longer than 10\u{1B}"),
    ])

  @Test("An error for people is text with one line for each field")
  func text() {
    #expect(
      ErrorReport(Self.refusal).text(style: .plain) == """
        error: the workspace breaks 2 rules
          name: is longer than 40 characters
          tags.env: is longer than 10\\u{1b}

        """)
  }

  @Test("An error for people does not repeat a field that its message already names")
  func repetition() {
    var refusal = Self.refusal
    refusal.message = "name: is longer than 40 characters"
    refusal.fieldViolations.removeLast()
    #expect(
      ErrorReport(refusal).text(style: .plain) == "error: name: is longer than 40 characters\n")
  }

  @Test("An error about several rules has one line for each of them")
  func severalRules() {
    var refusal = Self.refusal
    refusal.fieldViolations = ["a", "b"].map { .init(field: $0, reason: "X", message: "is wrong") }
    refusal.message = "a: is wrong; b: is wrong"
    #expect(
      ErrorReport(refusal).text(style: .plain) == """
        error: The request breaks several rules:
          a: is wrong
          b: is wrong

        """)
  }

  @Test("An error for machines is one line of JSON")
  func json() throws {
    let line = ErrorReport(Self.refusal).json
    let error = try #require(try JSONValue(parsing: line)["error"])
    #expect(line.filter { $0 == "\n" }.count == 1)
    #expect(error["code"] == .string("INVALID_ARGUMENT"))
    #expect(error["reason"] == .string("INVALID_REQUEST"))
    #expect(error["exit_code"] == .number("13"))
    guard case .array(let violations) = error["field_violations"] else {
      Issue.record("field_violations is no list")
      return
    }
    #expect(violations.compactMap { $0["field"] } == [.string("name"), .string("tags.env")])
  }

  @Test(
    "An error has the exit code of its kind",
    arguments: [
      (UsageError("x"), 64), (Status(.notFound, reason: "X", message: "x"), 15),
      (CancellationError(), 11), (OutputError(code: 28), 74), (OutputError(code: 32), 141),
      (ProtobufError(.malformed, "x"), 13),
    ] as [(any Error, Int32)])
  func exitCode(error: any Error, code: Int32) {
    #expect(ErrorReport(error).exitCode == code)
  }
}
