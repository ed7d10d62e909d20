internal import Crypto
internal import Glibc
package import System

/// A file of 32 random bytes that nobody else may read.
package struct KeyFile: Hashable, Sendable {
  /// What keeps a file from being used.
  package enum Problem: Error, Hashable {
    /// It isn't one that is for this user alone.
    case unsafe(FileFlaw)
    /// It doesn't have 32 bytes.
    case malformed
  }

  package static let length = 32

  package let path: String
  /// The permissions that make it one that others may read.
  private let exposure: mode_t

  /// - Parameter isSharedByGroup: Whether its group may read it, as where the system sees to who is in it.
  package init(_ path: String, isSharedByGroup: Bool = false) {
    self.path = path
    exposure = isSharedByGroup ? 0o027 : 0o077
  }

  /// Returns the bytes; `nil` when there is no such file.
  package func read() throws(Problem) -> [UInt8]? {
    guard let descriptor = try open() else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.length + 1)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .unsafe(.failed(errno)) }
    guard count == Self.length else { throw .malformed }
    return Array(bytes.prefix(count))
  }

  private func open() throws(Problem) -> Int32? {
    do throws(FileFlaw) {
      return try PrivateDescriptor.open(path, O_RDONLY, exposure: exposure)
    } catch {
      throw .unsafe(error)
    }
  }

  /// Makes the file, unless another process has.
  ///
  /// Linking a whole file into place: of two processes that start at once, both then read the same key.
  package func create() throws {
    let draft = "\(path).\(getpid()).\(UInt32.random(in: .min ... .max))"
    defer { unlink(draft) }
    try PrivateFile.write(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }, to: draft)
    guard link(draft, path) == 0 || errno == EEXIST else { throw Problem.unsafe(.failed(errno)) }
    try PrivateFile.synchronize(Self.directory(of: path))
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
