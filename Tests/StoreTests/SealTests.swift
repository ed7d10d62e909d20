import Crypto
import Status
import Testing

@testable import Store

@Suite("Sealing and keyed hashes")
struct SealTests {
  private let key = [UInt8](repeating: 1, count: 32)
  private let secret = Array("a registered value".utf8)

  @Test("A sealed value can be opened, and sealing it again gives other bytes")
  func opens() throws {
    let seal = Seal(under: key, purpose: "value")
    let (one, other) = (try seal.seal(secret, for: [1]), try seal.seal(secret, for: [1]))
    #expect(one != other)
    #expect(try seal.open(one, for: [1]) == secret && seal.open(other, for: [1]) == secret)
  }

  @Test("A sealed value opens for no other context, purpose or key")
  func bound() throws {
    let sealed = try Seal(under: key, purpose: "value").seal(secret, for: [1])
    let others: [(Seal, [UInt8])] = [
      (Seal(under: key, purpose: "value"), [2]), (Seal(under: key, purpose: "other"), [1]),
      (Seal(under: [UInt8](repeating: 2, count: 32), purpose: "value"), [1]),
    ]
    for (seal, context) in others {
      let error = #expect(throws: StoreError.self) { try seal.open(sealed, for: context) }
      #expect(error?.reason == "SEAL_BROKEN")
    }
  }

  @Test("A sealed value with a changed bit or a missing byte can't be opened")
  func tampered() throws {
    let seal = Seal(under: key, purpose: "value")
    let sealed = try seal.seal(secret, for: [])
    for place in sealed.indices {
      var bytes = sealed
      bytes[place] ^= 1
      #expect(throws: StoreError.self) { try seal.open(bytes, for: []) }
      #expect(throws: StoreError.self) { try seal.open(Array(sealed[..<place]), for: []) }
    }
  }

  @Test("Keyed hashes differ by key, purpose and text")
  func hashes() {
    let hashes = [key, [UInt8](repeating: 2, count: 32)].flatMap { key in
      ["a", "b"].flatMap { purpose in
        [[], [0], [0, 0]].map { KeyedHash(SymmetricKey(data: key), purpose: purpose).hash(of: $0) }
      }
    }
    #expect(Set(hashes).count == 12 && hashes.allSatisfy { $0.count == 32 })
  }

  @Test("A mark is kept in the store, without an event")
  func marks() async throws {
    let fixture = try Fixture()
    let store = try fixture.open()
    #expect(try store.read { try $0.mark("owner") } == nil)
    try await store.write(.test) { tx in try tx.setMark("owner", [1, 2]) }
    #expect(try store.read { try $0.mark("owner") } == [1, 2])
    #expect(try store.read { try $0.mark("other") } == nil)
    #expect(try store.lastRevision() == 0)
  }
}
