/// The stable, machine-readable cause of a ``Status`` in UPPER_SNAKE, such as
/// `ORGANIZATION_NOT_FOUND`.
///
/// The set is open: every plugin has reasons of its own, and states them as literals where it makes
/// the status. A reason that code decides by, or that several targets state, is a constant, so that
/// the compiler finds a wrong name. Compare only with constants; a plugin declares its own in an
/// extension.
///
///     extension StatusReason {
///       static let boxFull: StatusReason = "BOX_FULL"
///     }
public struct StatusReason: RawRepresentable, Hashable, Sendable {
  /// The reason on the wire.
  public let rawValue: String

  /// Creates a reason from its text on the wire.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}

extension StatusReason: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }
}

extension StatusReason: CustomStringConvertible {
  public var description: String { rawValue }
}

// Reasons of every call.
extension StatusReason {
  /// The call succeeded, or the peer stated no reason.
  public static let unstated: StatusReason = ""
  /// The caller, or the connection, gave the call up.
  public static let cancelled: StatusReason = "CANCELLED"
  /// The call exceeded its deadline.
  public static let deadlineExceeded: StatusReason = "DEADLINE_EXCEEDED"
  /// The connection ended before the call did.
  public static let connectionLost: StatusReason = "CONNECTION_LOST"
  /// The peer accepts no new calls, and did not process this one.
  public static let goingAway: StatusReason = "GOING_AWAY"
  /// No plugin serves the service.
  public static let unknownService: StatusReason = "UNKNOWN_SERVICE"
  /// The service has no such method.
  public static let unknownMethod: StatusReason = "UNKNOWN_METHOD"
  /// The request is larger than its method allows.
  public static let requestTooLarge: StatusReason = "REQUEST_TOO_LARGE"
  /// The request is not JSON.
  public static let malformedJSON: StatusReason = "MALFORMED_JSON"
  /// The caller lacks a permission.
  public static let permissionDenied: StatusReason = "PERMISSION_DENIED"
  /// The method needs a password that was given a short time ago.
  public static let passwordRequired: StatusReason = "PASSWORD_REQUIRED"
  /// The object has changed since the caller read it.
  public static let etagMismatch: StatusReason = "ETAG_MISMATCH"
  /// The disk is full.
  public static let diskFull: StatusReason = "DISK_FULL"
}

// Reasons of the host and its plugins.
extension StatusReason {
  /// A host already runs on the data directory.
  public static let hostRunning: StatusReason = "HOST_RUNNING"
  /// The data directory has no installation.
  public static let noInstallation: StatusReason = "NO_INSTALLATION"
  /// There is no master key.
  public static let masterKeyMissing: StatusReason = "MASTER_KEY_MISSING"
  /// There is no plugin of this name.
  public static let pluginNotFound: StatusReason = "PLUGIN_NOT_FOUND"
  /// The plugin's files are not trusted yet.
  public static let pluginNotTrusted: StatusReason = "PLUGIN_NOT_TRUSTED"
  /// The plugin crashed, and starts again after a pause.
  public static let pluginBackingOff: StatusReason = "PLUGIN_BACKING_OFF"
  /// The plugin can't run.
  public static let pluginFailed: StatusReason = "PLUGIN_FAILED"
}

// Reasons of the admin plugins for which the Admin API has error codes.
extension StatusReason {
  /// The user is a member of the organization already.
  public static let alreadyMember: StatusReason = "ALREADY_MEMBER"
  /// The organization already has an invite for the address.
  public static let inviteAlreadyExists: StatusReason = "INVITE_ALREADY_EXISTS"
  /// An organization must keep its last member.
  public static let lastMember: StatusReason = "LAST_MEMBER"
}
