internal import Glibc

/// The reason why a path can't be trusted: the step at fault, what is wrong with it, and the
/// remedy.
public struct PathFault: Error, Hashable, Sendable {
  /// What is wrong with a step.
  public enum Kind: Hashable, Sendable {
    /// Others may write to it.
    case writable
    /// Others have a permission that they must not have.
    case exposed
    /// It belongs to a user other than root and the user who runs this program.
    case foreign(UInt32)
    /// There is no such file, at the end of the path or on the way to it.
    case missing(isEnd: Bool)
    /// The system refuses access to it, with an `errno`.
    case inaccessible(Int32)
  }

  /// The directory, link or file at fault.
  public let path: String
  /// What is wrong with it.
  public let kind: Kind

  init(_ path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// What is wrong, as the rest of a sentence that begins with the path.
  public var problem: String {
    switch kind {
    case .writable: "can be written to by others"
    case .exposed: "can be read by others"
    case .foreign(let owner): "belongs to another user (uid \(owner))"
    case .missing: "is not accessible: \(SystemError.text(ENOENT))"
    case .inaccessible(let number): "is not accessible: \(SystemError.text(number))"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch kind {
    case .writable: "run: chmod go-w \(path)"
    case .exposed: "run: chmod go-rwx \(path)"
    case .foreign: "use a place that belongs to root or to the user who runs the host"
    case .missing, .inaccessible:
      "name a path that exists and that the user who runs the host may use"
    }
  }
}
