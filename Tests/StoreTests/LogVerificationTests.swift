import Platform
import Testing

@testable import Store

@Suite("The verification of the log")
struct LogVerificationTests {
  let fixture: Fixture
  let store: Store

  init() async throws {
    fixture = try Fixture()
    store = try fixture.open()
    try await store.insert("a", "b", "c")
  }

  private func finding() -> LogCorruption? {
    #expect(throws: LogCorruption.self) { try store.verifyLog(after: .start) }
  }

  @Test("An intact log can be verified in parts of any size")
  func parts() throws {
    let first = try store.verifyLog(after: .start, limit: 2)
    #expect(first.revision == 2)
    let last = try store.verifyLog(after: first, limit: 2)
    #expect(last == (try store.logPosition()))
    #expect(try store.verifyLog(after: last) == last)
  }

  @Test("The verification detects an event whose bytes were changed")
  func altered() async throws {
    var forged = try #require(try store.storedEvent(2))
    let actor = try #require(forged.firstRange(of: Array("operator".utf8)))
    forged[actor.lowerBound] ^= 1
    try await store.putEvent(forged, at: 2)
    #expect(finding() == LogCorruption(at: 2, .altered))
  }

  @Test("The verification detects a missing event")
  func missing() async throws {
    try await store.deleteEvent(2)
    #expect(finding() == LogCorruption(at: 2, .missing))
    #expect(throws: StoreError.chainBroken(at: 2)) { try store.verifyChain() }
  }

  @Test("The verification detects a missing first event")
  func firstMissing() async throws {
    try await store.deleteEvent(1)
    #expect(finding() == LogCorruption(at: 1, .missing))
  }

  @Test("The verification detects events that have changed places")
  func swapped() async throws {
    let second = try #require(try store.storedEvent(2))
    let third = try #require(try store.storedEvent(3))
    try await store.putEvent(second, at: 3)
    try await store.putEvent(third, at: 2)
    #expect(finding() == LogCorruption(at: 2, .displaced(3)))
  }

  @Test(
    "The description of a log that was cut off names every event that is missing",
    arguments: [
      (12, 12, "The log was cut off: event 12 is missing."),
      (12, 13, "The log was cut off: events 12 to 13 are missing."),
      (1, 31, "The log was cut off: events 1 to 31 are missing."),
    ] as [(UInt64, UInt64, String)])
  func cutOff(first: UInt64, last: UInt64, text: String) {
    #expect(LogCorruption(at: first, .cutOff(last)).description == text)
  }
}

@Suite("A checkpoint of the log")
struct CheckpointTests {
  let fixture: Fixture
  let store: Store
  private let seal = CheckpointSeal([UInt8](repeating: 5, count: 32))
  private var path: String { fixture.path + "/checkpoint" }

  init() async throws {
    fixture = try Fixture()
    store = try fixture.open()
    try await store.insert("a", "b", "c")
  }

  @Test("A checkpoint moves forward with the log")
  func forward() async throws {
    #expect(try store.checkpoint(at: path, under: seal) == nil)
    try store.advanceCheckpoint(at: path, under: seal)
    #expect(try store.checkpoint(at: path, under: seal)?.position == (try store.logPosition()))
    try await store.insert("d")
    try store.advanceCheckpoint(at: path, under: seal)
    #expect(try store.checkpoint(at: path, under: seal)?.position.revision == 4)
  }

  @Test("A checkpoint stays when the log was cut off, even once the log is longer again")
  func evidence() async throws {
    try store.advanceCheckpoint(at: path, under: seal)
    let known = try store.checkpoint(at: path, under: seal)
    try await store.deleteEvent(3)
    try store.advanceCheckpoint(at: path, under: seal)
    try await store.insert("d", "e")
    try store.advanceCheckpoint(at: path, under: seal)
    #expect(try store.checkpoint(at: path, under: seal) == known)
  }

  @Test("A checkpoint with any changed byte is refused and not replaced")
  func forged() throws {
    try store.advanceCheckpoint(at: path, under: seal)
    let bytes = try #require(try PrivateFile(path).read(upTo: 200))
    for place in bytes.indices {
      var forged = bytes
      forged[place] ^= 1
      try PrivateFile(path).replace(by: forged)
      #expect(throws: StoreError.self) { try store.checkpoint(at: path, under: seal) }
      #expect(throws: StoreError.self) { try store.advanceCheckpoint(at: path, under: seal) }
    }
    for length in 0..<bytes.count {
      try PrivateFile(path).replace(by: Array(bytes.prefix(length)))
      #expect(throws: StoreError.self) { try store.checkpoint(at: path, under: seal) }
    }
  }

  @Test("A checkpoint that was sealed under another secret is refused")
  func foreign() throws {
    let other = CheckpointSeal([UInt8](repeating: 6, count: 32))
    try store.advanceCheckpoint(at: path, under: other)
    #expect(throws: StoreError.self) { try store.checkpoint(at: path, under: seal) }
    #expect(throws: StoreError.self) { try store.advanceCheckpoint(at: path, under: seal) }
  }

  @Test("An empty log has no checkpoint")
  func empty() throws {
    let other = try Fixture()
    let store = try other.open()
    try store.advanceCheckpoint(at: path, under: seal)
    #expect(try store.checkpoint(at: path, under: seal) == nil)
  }
}
