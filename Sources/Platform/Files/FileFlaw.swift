internal import Glibc

/// The reason why a file isn't private to this user.
public enum FileFlaw: Error, Hashable, Sendable {
  /// It is a symbolic link.
  case link
  /// It is a directory, a pipe, a socket or a device.
  case irregular
  /// It belongs to a user other than this one and root.
  case foreign(owner: UInt32)
  /// Others may use it.
  case exposed
  /// The system refuses access to it, with an `errno`.
  case failed(Int32)

  /// Creates the flaw of a file with the given owner and mode; `nil` if nothing is wrong with it.
  ///
  /// - Parameter exposure: The permission bits that others must not have.
  public init?(owner: UInt32, mode: UInt32, for user: UInt32, exposure: UInt32 = 0o077) {
    if mode & S_IFMT == S_IFLNK {
      self = .link
    } else if mode & S_IFMT != S_IFREG {
      self = .irregular
    } else if owner != user && owner != 0 {
      self = .foreign(owner: owner)
    } else if mode & exposure != 0 {
      self = .exposed
    } else {
      return nil
    }
  }

  /// Returns the flaw of the file at a path. Does not follow a link. Returns `nil` when nothing is
  /// wrong with the file, or when there is no such file.
  public static func flaw(of path: String, exposure: UInt32 = 0o077) -> FileFlaw? {
    var information = stat()
    guard lstat(path, &information) == 0 else { return errno == ENOENT ? nil : .failed(errno) }
    return FileFlaw(
      owner: information.st_uid, mode: information.st_mode, for: geteuid(), exposure: exposure)
  }

  /// What is wrong, without the path, such as "is a symbolic link".
  public var problem: String {
    switch self {
    case .link: "is a symbolic link"
    case .irregular: "is not a regular file"
    case .foreign(let owner): "belongs to another user (uid \(owner))"
    case .exposed: "can be used by others"
    case .failed(let number): "can't be used: \(SystemError.text(number))"
    }
  }

  /// Returns what to do about a file at that path, as a phrase that can follow a semicolon.
  public func remedy(for path: String) -> String {
    switch self {
    case .link: "replace it with its target"
    case .irregular: "replace it with a regular file"
    case .foreign: "make yourself its owner, or remove it if it is not yours"
    case .exposed: "run: chmod go= \(path)"
    case .failed: "give yourself access to it"
    }
  }
}
