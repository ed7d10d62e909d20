internal import CArgon2

/// The reason why argon2 can't create or read a hash: no memory, or an invalid encoding.
public struct Argon2Error: Error, Hashable, CustomStringConvertible {
  /// The error code of the C library.
  public let code: Int32

  init(_ code: Int32) { self.code = code }

  public var description: String {
    "argon2 failed: \(unsafe String(cString: argon2_error_message(code)))"
  }
}
