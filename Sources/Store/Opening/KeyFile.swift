internal import Crypto
internal import Glibc
package import Platform

/// A file of 32 random bytes that no other user may read.
package struct KeyFile: Hashable, Sendable {
  /// The reason why a key file can't be used.
  package enum Problem: Error, Hashable {
    /// The file isn't a regular file that only this user can use, or it can't be opened.
    case unsafe(FileFlaw)
    /// The file doesn't have exactly 32 bytes.
    case malformed
  }

  package static let length = 32

  package let path: String
  /// The permission bits that expose the file to other users.
  private let exposure: mode_t

  /// Creates a reference to a key file. This doesn't touch the disk.
  ///
  /// - Parameter isSharedByGroup: Whether the group may read the file. Use it where the system
  ///   controls who is in the group.
  package init(_ path: String, isSharedByGroup: Bool = false) {
    self.path = path
    exposure = isSharedByGroup ? 0o027 : 0o077
  }

  /// Returns the bytes, or `nil` if there is no such file.
  package func read() throws(Problem) -> [UInt8]? {
    guard let bytes = try content() else { return nil }
    guard bytes.count == Self.length else { throw .malformed }
    return bytes
  }

  private func content() throws(Problem) -> [UInt8]? {
    do throws(FileFlaw) {
      return try PrivateFile(path).read(upTo: Self.length + 1, exposure: exposure)
    } catch {
      throw .unsafe(error)
    }
  }

  /// Creates the file, unless another process has created it.
  ///
  /// This links a complete file into place. If two processes start at once, both then read the same
  /// key.
  package func create() throws {
    let draft = PrivateFile(path).draft().path
    defer { unlink(draft) }
    try StoreFile(draft).create(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    guard link(draft, path) == 0 || errno == EEXIST else { throw Problem.unsafe(.failed(errno)) }
    try StoreFile.synchronize(Self.directory(of: path))
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
