import Foundation
import IPC
import Status
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

  @Test("The data directory is created with its parents, and only its owner can use it")
  func made() throws {
    let directory = try DataDirectory.prepare("\(folder.path)/a/b/data")
    #expect(try mode(of: directory.path) == 0o700)
    #expect(try mode(of: "\(folder.path)/a") == 0o755)
  }

  @Test("A file is refused as the data directory")
  func file() throws {
    try folder.write("file", "")
    #expect(
      refusal("\(folder.path)/file")
        == "The data directory TMP/file is not a directory; choose another with --data.")
    #expect(refusal("\(folder.path)/file/data").contains("is not accessible: Not a directory"))
  }

  @Test("A data directory that others can write to is refused with the command that fixes it")
  func open() throws {
    _ = try DataDirectory.prepare("\(folder.path)/open")
    chmod("\(folder.path)/open", 0o770)
    #expect(
      refusal("\(folder.path)/open")
        == "The data directory TMP/open can be written to by others; run: chmod go-w TMP/open; "
        + "or choose another with --data.")
  }

  @Test("A data directory that others could replace is refused, and nothing is created in it")
  func openParent() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/open/between", withIntermediateDirectories: true)
    chmod("\(folder.path)/open", 0o777)
    #expect(
      refusal("\(folder.path)/open/between/data")
        == "The data directory TMP/open/between/data is not safe: TMP/open can be written to by "
        + "others; run: chmod go-w TMP/open; or choose another with --data.")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/open/between/data"))
    // A folder like /tmp: other users may create entries, but replace only their own.
    chmod("\(folder.path)/open", 0o1777)
    #expect(refusal("\(folder.path)/open/between/data") == "accepted")
  }

  @Test(
    "A link in place of a file that the host writes is refused, and its target is not changed",
    arguments: ["host.lock", "master.key", "audit.checkpoint", "store/chain.key", "store/data.mdb"])
  func links(name: String) async throws {
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    mkdir(directory.store, 0o700)
    try folder.write("victim", "precious")
    symlink("\(folder.path)/victim", "\(directory.path)/\(name)")
    #expect(
      refusal(directory.path)
        == "\"TMP/data/\(name)\" is a symbolic link; replace it with its target.")
    await #expect(throws: HostError.self) {
      _ = try await Host.start(HostConfiguration(dataDirectory: directory.path))
    }
    #expect(folder.text("victim") == "precious")
  }

  @Test("A store that is a link is refused")
  func linkedStore() throws {
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    mkdir("\(folder.path)/elsewhere", 0o700)
    symlink("\(folder.path)/elsewhere", directory.store)
    #expect(
      refusal(directory.path)
        == "\"TMP/data/store\" is a symbolic link; replace it with its target.")
  }

  @Test("A file of the host that others can use is refused with the command that fixes it")
  func exposedFile() throws {
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    try folder.write("data/store/data.mdb", "")
    chmod("\(directory.store)/data.mdb", 0o640)
    #expect(
      refusal(directory.path)
        == "\"TMP/data/store/data.mdb\" can be used by others; run: chmod go= "
        + "TMP/data/store/data.mdb.")
  }

  @Test("A data directory with a file of another user is refused", .enabled(if: geteuid() == 0))
  func foreignFile() throws {
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    try folder.write("data/host.lock", "")
    chown(directory.lock, 54321, 0)
    #expect(refusal(directory.path).contains("belongs to another user (uid 54321)"))
  }

  @Test("A file that was put in the place of the lock is never overwritten")
  func foreignLock() throws {
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    let victim = try folder.write("victim", "precious")
    chmod(victim, 0o600)
    link(victim, directory.lock)
    #expect(throws: HostError.self) { _ = try HostLock.shared(on: directory) }
    #expect(folder.text("victim") == "precious")
  }

  @Test("A data directory that can't be created is refused")
  func readOnly() {
    #expect(refusal("/proc/steward").contains("The data directory /proc/steward "))
  }

  @Test("An empty name of the data directory is refused")
  func unnamed() {
    #expect(refusal("") == "The data directory \"\" has no name; name one with --data.")
  }

  @Test(
    "One daemon locks the data directory, and a second one is refused with the pid of the first")
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

  @Test("Embedded hosts share the data directory, and a daemon doesn't wait for them forever")
  func shared() async throws {
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    let locks = [try HostLock.shared(on: directory), try HostLock.shared(on: directory)]
    await #expect { _ = try await HostLock.exclusive(on: directory, patience: .zero) } throws: {
      ($0 as? HostError)?.status.reason == "DIRECTORY_BUSY"
    }
    withExtendedLifetime(locks) {}
  }

  @Test("A released lock of the data directory can be taken again")
  func released() async throws {
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    do { _ = try await HostLock.exclusive(on: directory) }
    _ = try HostLock.shared(on: directory)
    _ = try await HostLock.exclusive(on: directory)
  }

  @Test("The host's socket is for its owner only, at paths of any length", arguments: [1, 150])
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

  @Test("There is no daemon if no process listens on the socket")
  func ownerless() async throws {
    #expect(try await HostSocket.connect(dataDirectory: folder.path) == nil)
    let directory = try DataDirectory.prepare("\(folder.path)/data")
    close(try UnixSocket.listen(at: directory.socket))
    #expect(try await HostSocket.connect(dataDirectory: directory.path) == nil)
  }
}
