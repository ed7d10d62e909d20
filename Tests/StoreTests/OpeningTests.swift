import Foundation
import Status
import StoreProtos
import Testing

@testable import Store

@Suite("Opening a store")
struct OpeningTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test("The directory and the files of a store are accessible to this user only")
  func modes() throws {
    let store = try fixture.open()
    let modes = try ["", "/chain.key", "/data.mdb", "/lock.mdb"].map { name in
      try FileManager.default.attributesOfItem(atPath: store.directory + name)[.posixPermissions]
        as? Int
    }
    #expect(modes == [0o700, 0o600, 0o600, 0o600])
  }

  @Test("Opening a store also creates the parent directories")
  func parents() throws {
    let directory = "\(fixture.path)/a/b"
    #expect(try Store.open(directory: directory).lastRevision() == 0)
  }

  @Test("Opening a store a second time in one process is refused")
  func twice() throws {
    let store = try fixture.open()
    #expect(throws: StoreError.self, "STORE_ALREADY_OPEN") { try fixture.open() }
    #expect(try store.lastRevision() == 0)
  }

  @Test("A store can be opened again as soon as the last write has returned")
  func again() async throws {
    for round in 0..<200 { try await fixture.open().insert("\(round)") }
    #expect(try fixture.open().ids().count == 200)
  }

  @Test("A store can be opened again once its closed stream has finished")
  func closed() async throws {
    for _ in 0..<50 {
      for await _ in try watchedAndLeft() {}
      _ = try fixture.open()
    }
  }

  /// Opens a store, and returns its closed stream while a watch on another thread still uses the
  /// store.
  private func watchedAndLeft() throws -> AsyncStream<Never> {
    let store = try fixture.open()
    Task { [store] in for try await _ in store.revisions() { break } }
    return store.closed
  }

  @Test("Opening a store at the path of a file is refused")
  func file() throws {
    try Data().write(to: URL(filePath: fixture.path))
    #expect(try code { try fixture.open() } == .invalidDirectory)
  }

  @Test("A directory that can't be created is refused with a remedy")
  func uncreatable() throws {
    let error = #expect(throws: StoreError.self) { try Store.open(directory: "/proc/none/store") }
    #expect(error?.code == .permissionDenied)
    #expect(error?.message.contains("Choose a data directory") == true)
  }

  @Test("A chain key that others may read is refused, with the command that helps")
  func exposedKey() throws {
    _ = try fixture.open()
    chmod("\(fixture.path)/chain.key", 0o644)
    let error = #expect(throws: StoreError.self) { try fixture.open() }
    #expect(error?.reason == "CHAIN_KEY_EXPOSED")
    #expect(error?.message.contains("chmod 600 \"\(fixture.path)/chain.key\"") == true)
  }

  @Test("A chain key of the wrong length is refused", arguments: [0, 31, 33])
  func malformedKey(_ length: Int) throws {
    _ = try fixture.open()
    try Data(count: length).write(to: URL(filePath: "\(fixture.path)/chain.key"))
    chmod("\(fixture.path)/chain.key", 0o600)
    #expect(try code { try fixture.open() } == .chainKey)
  }

  @Test("A data file without a chain key is refused, and no new key is created")
  func missingKey() throws {
    _ = try fixture.open()
    unlink("\(fixture.path)/chain.key")
    #expect(try code { try fixture.open() } == .chainKey)
    #expect(try code { try fixture.open() } == .chainKey)
  }

  @Test("A data file that is not LMDB's is refused as damaged")
  func foreignFile() throws {
    _ = try fixture.open()
    try Data(repeating: 1, count: 8192).write(to: URL(filePath: "\(fixture.path)/data.mdb"))
    #expect(try code { try fixture.open() } == .damaged)
  }

  @Test("A process without a schema can read the log of another program")
  func withoutSchema() async throws {
    do { try await fixture.open().insert("a") }
    let store = try fixture.open(Schema())
    #expect(try store.events(from: 1).map(\.resource) == ["a"])
  }

  private func code(_ body: () throws -> Store) throws -> StoreError.Code? {
    #expect(throws: StoreError.self) { try body() }?.code
  }
}
