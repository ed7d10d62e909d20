import Foundation
import Glibc
import Platform
import Testing

@Suite("Private files")
struct PrivateDescriptorTests {
  private let folder = URL(fileURLWithPath: NSTemporaryDirectory())
    .appendingPathComponent("steward-files-\(UUID().uuidString)").path
  private var file: String { "\(folder)/file" }

  init() throws {
    mkdir(folder, 0o700)
    try Data("text".utf8).write(to: URL(fileURLWithPath: file))
    chmod(file, 0o600)
  }

  /// Returns why a file isn't opened; `nil` when it is opened or doesn't exist.
  private func flaw(
    _ path: String, _ flags: Int32 = O_RDONLY, exposure: UInt32 = 0o077
  ) -> FileFlaw? {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do throws(FileFlaw) {
      if let descriptor = try PrivateDescriptor.open(path, flags, exposure: exposure) {
        close(descriptor)
      }
      return nil
    } catch {
      return error
    }
  }

  @Test("A file that is private to this user is opened")
  func opened() { #expect(flaw(file) == nil) }

  @Test("A link is never followed, wherever it leads", arguments: ["file", "nowhere"])
  func link(target: String) {
    symlink("\(folder)/\(target)", "\(folder)/link")
    #expect(flaw("\(folder)/link", O_RDWR | O_CREAT) == .link)
  }

  @Test("A directory, a pipe and a device are refused, and block no caller")
  func irregular() {
    mkfifo("\(folder)/pipe", 0o600)
    #expect(flaw("\(folder)/pipe") == .irregular)
    #expect(flaw("/tmp") == .irregular)
    #expect(flaw("/dev/null") == .irregular)
  }

  @Test("A file that others may use is not opened", arguments: [0o640, 0o604, 0o610, 0o602])
  func exposed(mode: Int) {
    chmod(file, mode_t(mode))
    #expect(flaw(file) == .exposed)
  }

  @Test("The caller decides which permissions count as a use by others")
  func shared() {
    chmod(file, 0o640)
    #expect(flaw(file, exposure: 0o027) == nil)
  }

  @Test("A stranger's file is not opened, and root's file is")
  func owners() {
    let mode = UInt32(S_IFREG) | 0o600
    #expect(FileFlaw(owner: 5, mode: mode, for: 4) == .foreign(owner: 5))
    #expect(FileFlaw(owner: 0, mode: mode, for: 4) == nil)
    #expect(FileFlaw(owner: 4, mode: mode, for: 4) == nil)
  }
}
