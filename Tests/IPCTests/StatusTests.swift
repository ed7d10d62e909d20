import IPC
import IPCProtos
import Status
import Testing

@Suite("Status")
struct StatusTests {
  @Test("The status codes are gRPC's, by number and name")
  func codes() {
    #expect(StatusCode.all.count == 17)
    #expect(StatusCode.all.map(\.rawValue) == Array(0...16))
    #expect(StatusCode.notFound.rawValue == 5)
    #expect(StatusCode.unauthenticated.rawValue == 16)
    #expect(StatusCode.failedPrecondition.name == "FAILED_PRECONDITION")
    #expect(StatusCode.all.map(\.name).allSatisfy { !$0.hasPrefix("CODE_") })
  }

  @Test("An unknown status code from a newer peer is kept as a value")
  func unknownCode() {
    let status = Status(IPCStatus(code: 99, reason: "NEW"))
    #expect(status.code.name == "CODE_99")
    #expect(status.wire.code == 99)
  }

  @Test("Every status code survives the wire, with all details", arguments: StatusCode.all)
  func roundTrip(code: StatusCode) {
    let status = Status(
      code, reason: "R", message: "m",
      fieldViolations: [FieldViolation(field: "a.b", reason: "X", message: "y")],
      retryDelay: .milliseconds(1500))
    #expect(Status(status.wire) == status)
  }

  @Test("A retry delay over the limits of the wire, or below zero, is clamped")
  func delays() {
    func sent(_ delay: Duration) -> UInt64? {
      Status(.aborted, reason: "R", message: "m", retryDelay: delay).wire.retryDelayMs
    }
    #expect(sent(.seconds(-5)) == 0)
    #expect(sent(.microseconds(2999)) == 2)
    #expect((sent(.seconds(Int64.max)) ?? 0) > 1 << 60)
  }

  @Test("An error describes itself, is a cancellation, or is unknown")
  func describing() {
    struct Domain: StatusConvertible {
      var status: Status { Status(.aborted, reason: "LATE", message: "Too late.") }
    }
    struct Other: Error {}
    #expect(Status(describing: Domain()).reason == "LATE")
    #expect(Status(describing: CancellationError()).code == .cancelled)
    #expect(Status(describing: Other()).code == .unknown)
    #expect(Status(describing: Sample.failure) == Sample.failure)
  }
}
