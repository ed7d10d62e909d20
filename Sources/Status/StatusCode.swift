/// What became of a call: one of gRPC's 17 codes.
///
/// A struct and not an enum, so that an unknown number from a newer peer is a value and not a crash.
public struct StatusCode: RawRepresentable, Hashable, Sendable {
  /// The number on the wire.
  public let rawValue: UInt32

  /// Creates a code from its number on the wire.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The call did what it was asked.
  public static let ok = StatusCode(rawValue: 0)
  /// The caller gave up. When time ran out, it is ``deadlineExceeded``.
  public static let cancelled = StatusCode(rawValue: 1)
  /// The callee failed in a way that it did not describe.
  public static let unknown = StatusCode(rawValue: 2)
  /// The request is wrong whatever the state of the system. When the state is to blame,
  /// it is ``failedPrecondition``.
  public static let invalidArgument = StatusCode(rawValue: 3)
  /// Time ran out before the call had ended. It may have taken effect.
  public static let deadlineExceeded = StatusCode(rawValue: 4)
  /// There is no such thing.
  public static let notFound = StatusCode(rawValue: 5)
  /// There is such a thing already.
  public static let alreadyExists = StatusCode(rawValue: 6)
  /// The caller is known and may not do this. When it is not known, it is ``unauthenticated``.
  public static let permissionDenied = StatusCode(rawValue: 7)
  /// A quota, a limit, the disk or the map is used up.
  public static let resourceExhausted = StatusCode(rawValue: 8)
  /// The state of the system forbids it, and repeating the call is of no use until that changes.
  /// When repeating the whole read-and-write may help, it is ``aborted``; when repeating just
  /// this call may help, ``unavailable``.
  public static let failedPrecondition = StatusCode(rawValue: 9)
  /// Somebody else was faster: read again, then try again.
  public static let aborted = StatusCode(rawValue: 10)
  /// The request lies past the end of something that may yet grow.
  public static let outOfRange = StatusCode(rawValue: 11)
  /// Nobody serves this method.
  public static let unimplemented = StatusCode(rawValue: 12)
  /// An invariant of the callee is broken.
  public static let `internal` = StatusCode(rawValue: 13)
  /// The callee can't be reached now. Trying again later may help.
  public static let unavailable = StatusCode(rawValue: 14)
  /// Data is lost or damaged for good.
  public static let dataLoss = StatusCode(rawValue: 15)
  /// The caller carries no valid credential.
  public static let unauthenticated = StatusCode(rawValue: 16)

  /// All codes that have a name, in the order of their numbers.
  public static let all: [StatusCode] = names.indices.map { StatusCode(rawValue: UInt32($0)) }

  /// The code's name in gRPC, as `NOT_FOUND`.
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
