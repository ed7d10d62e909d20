import Glibc
import Testing

@testable import PluginHost

@Suite("A verified executable")
struct VerifiedExecutableTests {
  private static let isRoot = geteuid() == 0

  private let folder = Folder()

  private func script() throws -> String {
    try folder.write("a/run", "#!/bin/sh\n", executable: true)
  }

  /// Returns why a program is refused, with the folder's path as "TMP".
  private func fault(_ path: String) -> String {
    do throws(ExecutableFault) {
      _ = try VerifiedExecutable(path, hashing: false)
      return "none"
    } catch {
      return "\(error)".replacing(folder.path, with: "TMP")
    }
  }

  @Test("The digest of an executable is the SHA-256 of its content, and is optional")
  func digest() throws {
    let file = try folder.write("run", "abc", executable: true)
    // The example of FIPS 180.
    #expect(
      try VerifiedExecutable(file, hashing: true).digest
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try VerifiedExecutable(file, hashing: false).digest == nil)
  }

  @Test("The digest of a long executable covers all of its bytes")
  func longDigest() throws {
    let text = String(repeating: "x", count: 300_000)
    let one = try folder.write("one", text + "1", executable: true)
    let two = try folder.write("two", text + "2", executable: true)
    #expect(
      try VerifiedExecutable(one, hashing: true).digest
        != VerifiedExecutable(two, hashing: true).digest)
  }

  @Test("A change by the owner after an executable was hashed is detected")
  func changedInPlace() throws {
    let file = try script()
    let program = try VerifiedExecutable(file, hashing: true)
    #expect(program.isUnchanged)
    let descriptor = open(file, O_WRONLY | O_APPEND)
    defer { close(descriptor) }
    #expect(write(descriptor, "#", 1) == 1)
    #expect(!program.isUnchanged)
  }

  @Test("A new link to an executable and new permissions do not count as a change")
  func sameContent() throws {
    let file = try script()
    let program = try VerifiedExecutable(file, hashing: true)
    try #require(Glibc.link(file, "\(folder.path)/other") == 0)
    chmod(file, 0o700)
    #expect(program.isUnchanged)
  }

  @Test(
    "An executable is refused if others can write to it or to its folder",
    arguments: ["a/run", "a"], [mode_t(0o777), 0o770])
  func writable(step: String, mode: mode_t) throws {
    let file = try script()
    chmod("\(folder.path)/\(step)", mode)
    #expect(
      fault(file) == "TMP/\(step) can be written to by others; run: chmod go-w TMP/\(step)")
  }

  @Test("An executable that belongs to another user is refused", .enabled(if: isRoot))
  func foreign() throws {
    let file = try script()
    chown(file, 54321, 0)
    #expect(fault(file).hasPrefix("TMP/a/run belongs to another user (uid 54321); "))
  }

  @Test("A link that replaced an executable is not followed")
  func link() throws {
    let file = try script()
    try #require(symlink(file, "\(folder.path)/link") == 0)
    #expect(fault("\(folder.path)/link").contains("can't be opened"))
  }
}
