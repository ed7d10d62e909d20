import AdminProtos
import Synchronization
import Testing

@testable import AdminModel

@Suite("Revocation")
struct RevocationTests {
  @Test("None of a million concurrent verifications succeeds after the revocation has returned")
  func million() async throws {
    let fixture = try await KeyFixture()
    let minted = try await fixture.issue()
    let (id, secret) = (minted.key.id, minted.secret.text)
    let tally = Tally()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          while tally.begin() {
            let wasRevoked = tally.isRevoked
            let isValid = try fixture.verify(secret) == "VALID"
            tally.count(isValid: isValid, wasRevoked: wasRevoked)
            // The pauses leave time for the revocation: on two threads, it would get none
            // otherwise.
            if tally.begun.isMultiple(of: 100) { await Task.yield() }
          }
        }
      }
      group.addTask {
        while tally.begun < Tally.all / 2 { await Task.yield() }
        try await fixture.revoke(id)
        tally.revoke()
      }
      try await group.waitForAll()
    }
    #expect(tally.validBefore > 0 && tally.refusedAfter > 0)
    #expect(tally.validAfter == 0)
  }

  /// The counts of valid and refused verifications, before and after the revocation has returned.
  private final class Tally: Sendable {
    static let all = 1_000_000

    private let number = Atomic(0)
    private let revoked = Atomic(false)
    private let before = Atomic(0)
    private let after = Atomic(0)
    private let refused = Atomic(0)

    var begun: Int { number.load(ordering: .relaxed) }
    var isRevoked: Bool { revoked.load(ordering: .sequentiallyConsistent) }
    var validBefore: Int { before.load(ordering: .relaxed) }
    var validAfter: Int { after.load(ordering: .relaxed) }
    var refusedAfter: Int { refused.load(ordering: .relaxed) }

    /// Begins a verification. Returns false if all of them have begun.
    func begin() -> Bool { number.wrappingAdd(1, ordering: .relaxed).newValue <= Self.all }

    func revoke() { revoked.store(true, ordering: .sequentiallyConsistent) }

    func count(isValid: Bool, wasRevoked: Bool) {
      let counter = isValid ? (wasRevoked ? 1 : 0) : 2
      switch counter {
      case 0: before.wrappingAdd(1, ordering: .relaxed)
      case 1: after.wrappingAdd(1, ordering: .relaxed)
      default: if wasRevoked { refused.wrappingAdd(1, ordering: .relaxed) }
      }
    }
  }
}
