/// The kind of a call's outcome: one of gRPC's 17 codes.
///
/// It is a struct and not an enum, so that an unknown number from a newer peer is a value and not a
/// crash.
public struct StatusCode: RawRepresentable, Hashable, Sendable {
  /// The number on the wire.
  public let rawValue: UInt32

  /// Creates a code from its number on the wire.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The call succeeded.
  public static let ok = StatusCode(rawValue: 0)
  /// The caller cancelled the call. If time ran out, the code is ``deadlineExceeded``.
  public static let cancelled = StatusCode(rawValue: 1)
  /// The callee failed in a way that it did not describe.
  public static let unknown = StatusCode(rawValue: 2)
  /// The request is wrong in any state of the system. If the state is the cause, the code is
  /// ``failedPrecondition``.
  public static let invalidArgument = StatusCode(rawValue: 3)
  /// Time ran out before the call ended. The call may have taken effect.
  public static let deadlineExceeded = StatusCode(rawValue: 4)
  /// There is no such thing.
  public static let notFound = StatusCode(rawValue: 5)
  /// There is such a thing already.
  public static let alreadyExists = StatusCode(rawValue: 6)
  /// The caller is known and may not do this. If it is not known, the code is ``unauthenticated``.
  public static let permissionDenied = StatusCode(rawValue: 7)
  /// A quota, a limit, the disk or the map is used up.
  public static let resourceExhausted = StatusCode(rawValue: 8)
  /// The state of the system forbids the call, and a repeated call fails until the state changes.
  /// If repeating the whole read and write may help, the code is ``aborted``. If repeating just
  /// this call may help, it is ``unavailable``.
  public static let failedPrecondition = StatusCode(rawValue: 9)
  /// Another caller was faster. Read again, then try again.
  public static let aborted = StatusCode(rawValue: 10)
  /// The request is past the end of something that may still grow.
  public static let outOfRange = StatusCode(rawValue: 11)
  /// The method is not served.
  public static let unimplemented = StatusCode(rawValue: 12)
  /// An invariant of the callee is broken.
  public static let `internal` = StatusCode(rawValue: 13)
  /// The callee can't be reached now. Trying again later may help.
  public static let unavailable = StatusCode(rawValue: 14)
  /// Data is lost or damaged for good.
  public static let dataLoss = StatusCode(rawValue: 15)
  /// The caller has no valid credential.
  public static let unauthenticated = StatusCode(rawValue: 16)

  /// All codes that have a name, in the order of their numbers.
  public static let all: [StatusCode] = names.indices.map { StatusCode(rawValue: UInt32($0)) }

  /// The code's name in gRPC, such as `NOT_FOUND`.
  public var name: String {
    Self.names.indices.contains(Int(rawValue)) ? Self.names[Int(rawValue)] : "CODE_\(rawValue)"
  }

  private static let names = [
    "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND",
    "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED",
    "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
  ]
}

extension StatusCode: CustomStringConvertible {
  public var description: String { name }
}
