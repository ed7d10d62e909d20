import AdminProtos
import IPCProtos
import Status
import Store
import Testing

@testable import AdminModel

@Suite("An idempotent mutation")
struct JudgedOnceTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func change(_ actor: String = "user/user_1") -> Change {
    Change(actor: actor, plugin: "test", method: "test.v1.Test/Do", call: "k")
  }

  @Test("A mutation that checks no permission is refused, and changes nothing")
  func unjudged() async throws {
    let error = await #expect(throws: Status.self) {
      try await fixture.store.once(
        change(), by: .unlimited, request: CreateOrganizationRequest()
      ) { tx, _ in
        try AdminSchema.organizations.insert(Organization(id: "1", name: "A"), in: &tx)
        return Organization()
      }
    }
    #expect(error?.reason == "UNJUDGED_CHANGE")
    #expect(try fixture.store.lastRevision() == 0)
  }

  @Test("A repeated mutation is returned only to the same user")
  func oneself() async throws {
    func access(_ kind: IPCPrincipal.Kind, _ id: String) -> Access {
      Access(of: IPCPrincipal(kind: kind, id: id))
    }
    func call(_ access: Access) async throws -> Organization {
      try await fixture.store.once(change(), by: access, request: CreateOrganizationRequest()) {
        _, access in
        #expect(access.isUser("user_1"))
        return Organization(name: "mine")
      }
    }
    #expect(try await call(access(.user, "user_1")).name == "mine")
    #expect(try await call(access(.user, "user_1")).name == "mine")
    for other in [access(.user, "user_2"), access(.adminKey, "user_1"), .unlimited] {
      await #expect(throws: AdminError.replayDenied) { try await call(other) }
    }
  }

  @Test("A mutation for the operator alone is returned to no other caller")
  func operatorAlone() async throws {
    func call(_ kind: IPCPrincipal.Kind) async throws -> Organization {
      let access = Access(of: IPCPrincipal(kind: kind, id: "uid:0"))
      return try await fixture.store.once(
        change("operator/uid:0"), by: access, request: CreateOrganizationRequest()
      ) { _, access in
        try access.requireOperator("claimed")
        return Organization(name: "claimed")
      }
    }
    #expect(try await call(.operator).name == "claimed")
    await #expect(throws: AdminError.self) { try await call(.host) }
  }
}
