import IPC
import ProtobufRuntime
import Status
import Testing

@testable import StewardCommands

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
    guard case .text(let text) = try ParsedCommandLine(["help", "exit-codes"]) else {
      Issue.record("steward help exit-codes prints no text")
      return
    }
    #expect(
      text == """
        Exit codes: 0, or 10 plus the gRPC status code of the failed call, or one of a few others.

        CODE  NAME                 MEANING
        0     OK                   The command succeeded.
        11    CANCELLED            The call was cancelled.
        12    UNKNOWN              The plugin failed for an unknown reason; see steward plugin logs.
        13    INVALID_ARGUMENT     The request is invalid, whatever the state.
        14    DEADLINE_EXCEEDED    The time limit (--timeout) passed before the response arrived.
        15    NOT_FOUND            The resource does not exist.
        16    ALREADY_EXISTS       The resource already exists.
        17    PERMISSION_DENIED    The caller lacks the permission.
        18    RESOURCE_EXHAUSTED   The disk or the store is full, or a limit is reached.
        19    FAILED_PRECONDITION  The current state does not allow this; change it first.
        20    ABORTED              The resource changed (--if-match); read it again, then retry.
        21    OUT_OF_RANGE         The requested range is no longer available, or never was.
        22    UNIMPLEMENTED        The service or method does not exist.
        23    INTERNAL             The host or a plugin has an internal error.
        24    UNAVAILABLE          The plugin or the host cannot be reached now; retry.
        25    DATA_LOSS            Data is damaged.
        26    UNAUTHENTICATED      The caller is not authenticated.
        64    USAGE                The command line is wrong; nothing was done.
        74    OUTPUT               Standard output could not be written.
        130   SIGINT               The command was interrupted.
        141   SIGPIPE              The reader of standard output closed it.
        143   SIGTERM              The command was terminated.

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
