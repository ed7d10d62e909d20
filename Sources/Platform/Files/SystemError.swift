internal import Glibc

/// An error of a system call.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The `errno` of the call.
  public let code: Int32

  /// Creates the error of an `errno`.
  public init(_ code: Int32) { self.code = code }

  /// What the system says about the error, such as "No such file or directory".
  public var description: String { Self.text(code) }

  /// Returns what the system says about an `errno`.
  public static func text(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
