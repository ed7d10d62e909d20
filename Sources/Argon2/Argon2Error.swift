internal import CArgon2

/// Why no hash could be made or read: no memory, or an encoding that is none.
public struct Argon2Error: Error, Hashable, CustomStringConvertible {
  /// The library's number for it.
  public let code: Int32

  init(_ code: Int32) { self.code = code }

  public var description: String {
    "argon2 failed: \(unsafe String(cString: argon2_error_message(code)))"
  }
}
