internal import Glibc

/// A check of whether a stranger can change what a path names.
///
/// A stranger is a user other than root and the user who runs this program. The check covers the
/// file itself and every directory from `/` down to it, because a stranger who may write to one of
/// them can replace the file. It follows symbolic links one by one: it checks each link, and the
/// way to its target too.
///
/// Once a path has passed, no stranger can change what it names, so it may be opened later.
public struct PathJudgement: Sendable {
  /// The write permission of the group and of everyone.
  public static let writingByOthers: UInt32 = 0o022
  /// The maximum number of links that Linux follows in one path.
  private static let maximumLinks = 40

  private let user: UInt32

  /// Creates a check that trusts root and the user who runs this program.
  public init() { self.init(user: geteuid()) }

  /// Creates a check that trusts root and the given user.
  public init(user: UInt32) {
    self.user = user
  }

  /// Checks what a path names, and everything on the way to it.
  ///
  /// - Parameter forbidden: The permissions that the file itself may not give to others. The
  ///   directories above it may never let others write.
  /// - Returns: The path without links.
  /// - Throws: The first fault on the way.
  @discardableResult
  public func check(
    _ path: String, forbidding forbidden: UInt32 = writingByOthers
  ) throws(PathFault) -> String {
    let place = try resolve(path)
    try judge(try Self.status(of: place), of: place, forbidding: forbidden)
    return place
  }

  /// Checks an open file alone. To check the way to it, use ``check(_:forbidding:)``.
  public func check(
    descriptor: Int32, of path: String, forbidding forbidden: UInt32 = writingByOthers
  ) throws(PathFault) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw PathFault(path, .inaccessible(errno)) }
    try judge(status, of: path, forbidding: forbidden)
  }

  /// Returns the path without links, after every step of it has passed.
  private func resolve(_ path: String) throws(PathFault) -> String {
    var place = "/"
    try judgeStep(try Self.status(of: place), of: place)
    var pending = try Self.components(of: path)
    var links = 0
    while let name = pending.popLast() {
      guard name != ".." else {
        place = Self.parent(of: place)
        continue
      }
      let next = place == "/" ? "/\(name)" : "\(place)/\(name)"
      let status = try Self.status(of: next, isEnd: pending.isEmpty)
      try judgeStep(status, of: next)
      guard status.st_mode & S_IFMT == S_IFLNK else {
        place = next
        continue
      }
      links += 1
      guard links <= Self.maximumLinks else { throw PathFault(next, .inaccessible(ELOOP)) }
      let target = try Self.target(of: next)
      if target.hasPrefix("/") { place = "/" }
      pending += Self.reversedComponents(of: target)
    }
    return place
  }

  /// Checks a step on the way.
  ///
  /// A directory with the sticky bit, such as `/tmp`, may be writable: only root, its owner and the
  /// owner of an entry can rename or remove that entry, and the entry is checked next.
  private func judgeStep(_ status: stat, of path: String) throws(PathFault) {
    // The permissions of a link mean nothing. Its directory decides who can replace it.
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    let isSticky = status.st_mode & S_IFMT == S_IFDIR && status.st_mode & S_ISVTX != 0
    try judge(status, of: path, forbidding: isLink || isSticky ? 0 : Self.writingByOthers)
  }

  private func judge(
    _ status: stat, of path: String, forbidding forbidden: UInt32
  ) throws(PathFault) {
    guard status.st_uid == 0 || status.st_uid == user else {
      throw PathFault(path, .foreign(status.st_uid))
    }
    let excess = status.st_mode & forbidden
    guard excess & Self.writingByOthers == 0 else { throw PathFault(path, .writable) }
    guard excess == 0 else { throw PathFault(path, .exposed) }
  }
}

// MARK: - Paths

extension PathJudgement {
  /// Returns the parts of a path from `/` on, the last one first.
  private static func components(of path: String) throws(PathFault) -> [Substring] {
    guard !path.isEmpty else { throw PathFault(path, .inaccessible(ENOENT)) }
    guard !path.hasPrefix("/") else { return reversedComponents(of: path) }
    guard let directory = getcwd(nil, 0) else { throw PathFault(".", .inaccessible(errno)) }
    defer { free(directory) }
    return reversedComponents(of: "\(String(cString: directory))/\(path)")
  }

  private static func reversedComponents(of path: String) -> [Substring] {
    path.split(separator: "/").filter { $0 != "." }.reversed()
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func status(of path: String, isEnd: Bool = true) throws(PathFault) -> stat {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let number = errno
      throw PathFault(path, number == ENOENT ? .missing(isEnd: isEnd) : .inaccessible(number))
    }
    return status
  }

  private static func target(of link: String) throws(PathFault) -> String {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &bytes, bytes.count)
    guard count > 0 else { throw PathFault(link, .inaccessible(errno)) }
    return String(decoding: bytes[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
