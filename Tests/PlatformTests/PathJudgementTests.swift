import Foundation
import Glibc
import Platform
import Testing

@Suite("The check of a path")
struct PathJudgementTests {
  private static let isRoot = geteuid() == 0
  /// A user other than root and the user who runs the tests.
  private static let stranger: uid_t = 54321

  private let place: PathPlace

  init() throws {
    place = try PathPlace()
    try place.makeFolder("a/b")
    try place.write("a/b/file")
  }

  /// Returns the fault of a path in the test's directory, which the text calls "TMP".
  private func fault(_ path: String, forbidding: mode_t = 0o022) -> String {
    do {
      try PathJudgement().check("\(place.path)/\(path)", forbidding: forbidding)
      return "none"
    } catch {
      return "\(error.path) \(error.problem)".replacing(place.path, with: "TMP")
    }
  }

  @Test("A path that only its owner may change passes, even below a sticky /tmp")
  func passes() {
    #expect(fault("a/b/file") == "none")
    #expect(fault("a/b") == "none")
    #expect(fault("a/./b/../b/file") == "none")
  }

  @Test(
    "A step that the group or everyone may write to is refused with its name",
    arguments: ["a", "a/b", "a/b/file"], [mode_t(0o770), 0o707, 0o722])
  func writable(step: String, mode: mode_t) {
    place.chmod(step, mode)
    #expect(fault("a/b/file") == "TMP/\(step) can be written to by others")
  }

  @Test("A sticky directory protects its entries, and does not pass itself")
  func sticky() {
    place.chmod("a", 0o1777)
    #expect(fault("a/b/file") == "none")
    for path in ["a", "a/", "a/.", "a/b/.."] {
      #expect(fault(path) == "TMP/a can be written to by others")
    }
  }

  @Test("A sticky bit on a file protects nothing")
  func stickyFile() {
    place.chmod("a/b/file", 0o1777)
    #expect(fault("a/b/file") == "TMP/a/b/file can be written to by others")
  }

  @Test("The way to a link's target is checked, for an absolute and for a relative link")
  func links() throws {
    try place.makeFolder("open")
    try place.write("open/file")
    try place.link("a/relative", to: "../open/file")
    try place.link("a/absolute", to: "\(place.path)/open")
    #expect(fault("a/relative") == "none")
    #expect(fault("a/absolute/file") == "none")
    place.chmod("open", 0o777)
    #expect(fault("a/relative") == "TMP/open can be written to by others")
    #expect(fault("a/absolute/file") == "TMP/open can be written to by others")
  }

  @Test("The way to a link is checked as well as the way to its target")
  func wayToLink() throws {
    try place.makeFolder("open")
    try place.link("open/link", to: "../a/b/file")
    place.chmod("open", 0o777)
    #expect(fault("open/link") == "TMP/open can be written to by others")
  }

  @Test("Links in a circle end the check with a fault")
  func circle() throws {
    try place.link("a/one", to: "two")
    try place.link("a/two", to: "one")
    #expect(fault("a/one").contains("Too many levels of symbolic links"))
  }

  @Test("A path that leads nowhere does not pass", arguments: ["a/gone", "a/b/file/x", "gone/.."])
  func nowhere(path: String) {
    #expect(fault(path).contains("is not accessible"))
  }

  @Test("A file that others may read passes, unless the caller forbids that")
  func exposed() {
    place.chmod("a/b/file", 0o640)
    #expect(fault("a/b/file") == "none")
    #expect(fault("a/b/file", forbidding: 0o077) == "TMP/a/b/file can be read by others")
    place.chmod("a/b/file", 0o600)
    #expect(fault("a/b/file", forbidding: 0o077) == "none")
  }

  @Test(
    "A step that belongs to a stranger is refused", .enabled(if: isRoot),
    arguments: ["a", "a/b", "a/b/file"])
  func foreign(step: String) {
    place.give(step, to: Self.stranger)
    #expect(fault("a/b/file") == "TMP/\(step) belongs to another user (uid 54321)")
  }

  @Test("A stranger's link is refused, even if its target is trusted", .enabled(if: isRoot))
  func foreignLink() throws {
    try place.makeFolder("open")
    place.chmod("open", 0o1777)
    try place.link("open/link", to: "../a/b/file")
    #expect(fault("open/link") == "none")
    place.give("open/link", to: Self.stranger)
    #expect(fault("open/link") == "TMP/open/link belongs to another user (uid 54321)")
  }

  @Test("A file of the user who runs the host, or of root, passes", .enabled(if: isRoot))
  func owners() throws {
    place.give("a/b/file", to: Self.stranger)
    try PathJudgement(user: Self.stranger).check("\(place.path)/a/b/file")
  }

  @Test("An open file is checked as it is, not as its path is now")
  func descriptor() throws {
    let descriptor = open("\(place.path)/a/b/file", O_RDONLY)
    defer { close(descriptor) }
    place.chmod("a/b/file", 0o666)
    try place.write("a/b/other")
    rename("\(place.path)/a/b/other", "\(place.path)/a/b/file")
    #expect(throws: PathFault.self) {
      try PathJudgement().check(descriptor: descriptor, of: "file")
    }
  }
}

/// A new directory whose entries have the modes that a test gives them.
private final class PathPlace: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "steward-path-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(name)", withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o755])
  }

  func write(_ name: String) throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    chmod(name, 0o644)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  func chmod(_ name: String, _ mode: mode_t) {
    Glibc.chmod("\(path)/\(name)", mode)
  }

  func give(_ name: String, to user: uid_t) {
    lchown("\(path)/\(name)", user, 0)
  }
}
