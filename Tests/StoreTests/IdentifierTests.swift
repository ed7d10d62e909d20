import Randomness
import Testing

@testable import Store

@Suite("New ids")
struct IdentifierTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test("A new id is greater than all earlier ones, even if the clock goes backward")
  func order() async throws {
    let store = try fixture.open()
    var made: [(uuid: String, text: String)] = []
    for move in [0, 0, 1, -3600, 0, 7200, -86_400] {
      fixture.clock.move(bySeconds: Int64(move))
      made += try await store.write(.test) { tx in
        try (0..<50).map { _ in (try tx.newUUID(), try tx.newIdentifier(prefix: "wrkspc_")) }
      }
    }
    #expect(made.map(\.uuid) == made.map(\.uuid).sorted())
    #expect(made.map(\.text) == made.map(\.text).sorted())
    #expect(Set(made.map(\.uuid)).count == made.count)
  }

  @Test("A new id after a restart is greater than all earlier ones, even if the clock went back")
  func restart() async throws {
    let before = try await fixture.open().write(.test) { tx in try tx.newIdentifier(prefix: "") }
    fixture.clock.move(bySeconds: -1000)
    let after = try await fixture.open().write(.test) { tx in try tx.newIdentifier(prefix: "") }
    #expect(before < after)
  }

  @Test("A new UUID and a new prefixed id have their documented formats")
  func shape() async throws {
    let store = try fixture.open()
    let (uuid, text) = try await store.write(.test) { tx in
      (try tx.newUUID(), try tx.newIdentifier(prefix: "wrkspc_"))
    }
    #expect(
      uuid.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
        != nil)
    #expect(text.wholeMatch(of: /wrkspc_1[1-9A-HJ-NP-Za-km-z]{23}/) != nil)
  }

  @Test("A UUID contains the time and the counter of its stamp")
  func time() {
    let stamp = TimeStamp(rawValue: 0x0190_ABCD_EF01 << 16 | 0x2345)
    let uuid = TimeOrderedIdentifier.uuid(stamp, random: .max)
    #expect(uuid == "0190abcd-ef01-7234-97ff-ffffffffffff")
  }

  @Test("Ids as text sort in the order of their stamps, whatever their random part is")
  func textOrder() {
    var random = SeededRandom(1)
    for _ in 0..<1000 {
      let stamp = UInt64.random(in: 0..<(.max - 1), using: &random)
      let less = TimeOrderedIdentifier.text(
        prefix: "", TimeStamp(rawValue: stamp), random: (.max, .max))
      let greater = TimeOrderedIdentifier.text(
        prefix: "", TimeStamp(rawValue: stamp + 1), random: (0, 0))
      #expect(less < greater)
      #expect(less.count == 24 && greater.count == 24)
    }
  }
}
