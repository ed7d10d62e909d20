import Foundation
import IPC
import Testing

@testable import PluginHost

@Suite("The data directory, its lock and its socket")
struct DataDirectoryTests {
  private let folder = Folder()

  private func mode(of path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func refusal(_ path: String) -> String {
    do {
      _ = try DataDirectory.prepare(path)
      return "accepted"
    } catch {
      return error.description.replacingOccurrences(of: folder.path, with: "TMP")
    }
  }

  @Test("It is made for its owner alone, with its parents")
  func made() throws {
    let directory = try DataDirectory.prepare("\(folder.path)/a/b/data")
    #expect(try mode(of: directory.path) == 0o700)
    #expect(try mode(of: "\(folder.path)/a") == 0o755)
  }

  @Test("A file is no directory")
  func file() throws {
    try folder.write("file", "")
    #expect(
      refusal("\(folder.path)/file")
        == "The data directory TMP/file is not a directory; choose another with --data.")
    #expect(refusal("\(folder.path)/file/data").contains("can't be used: Not a directory"))
  }

  @Test("One that others can write to is refused, with the command that mends it")
  func open() throws {
    _ = try DataDirectory.prepare("\(folder.path)/open")
    chmod("\(folder.path)/open", 0o770)
    #expect(
      refusal("\(folder.path)/open")
        == "The data directory TMP/open can be written to by others; run: chmod 700 TMP/open.")
  }

  @Test("One that can't be written to is refused")
  func readOnly() {
    #expect(refusal("/proc/steward").contains("The data directory /proc/steward "))
  }

  @Test("Nothing is no name for one")
  func unnamed() {
    #expect(refusal("") == "The data directory \"\" has no name; name one with --data.")
  }

  @Test("One daemon holds it alone, and the refusal of a second names the first")
  func exclusive() async throws {
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    let lock = try await HostLock.exclusive(on: directory)
    let refusal =
      "A host already runs on \(directory.path) (pid \(getpid())); use it, or "
      + "stop it with: kill \(getpid())."
    await #expect { _ = try await HostLock.exclusive(on: directory) } throws: {
      "\($0)" == refusal
    }
    #expect { _ = try HostLock.shared(on: directory) } throws: { "\($0)" == refusal }
    withExtendedLifetime(lock) {}
  }

  @Test("Embedded hosts share it; a daemon waits for them, but not forever")
  func shared() async throws {
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    let locks = [try HostLock.shared(on: directory), try HostLock.shared(on: directory)]
    await #expect { _ = try await HostLock.exclusive(on: directory, patience: .zero) } throws: {
      ($0 as? HostError)?.status.reason == "DIRECTORY_BUSY"
    }
    withExtendedLifetime(locks) {}
  }

  @Test("A lock that is let go can be taken again")
  func released() async throws {
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    do { _ = try await HostLock.exclusive(on: directory) }
    _ = try HostLock.shared(on: directory)
    _ = try await HostLock.exclusive(on: directory)
  }

  @Test("A socket is for its owner alone, at paths of any length", arguments: [1, 150])
  func socket(length: Int) throws {
    let place = "\(folder.path)/\(String(repeating: "d", count: length))"
    let directory = try DataDirectory.prepare(place)
    let listener = try UnixSocket.listen(at: directory.socket)
    defer { close(listener) }
    #expect(try mode(of: directory.socket) == 0o600)
    let client = try #require(try UnixSocket.connect(to: directory.socket))
    #expect(UnixSocket.peerUser(of: client) == geteuid())
    close(client)
  }

  @Test("Where nobody listens there is no daemon")
  func nobody() async throws {
    #expect(try await HostSocket.connect(dataDirectory: folder.path) == nil)
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    close(try UnixSocket.listen(at: directory.socket))
    #expect(try await HostSocket.connect(dataDirectory: directory.path) == nil)
  }
}
