import AdminProtos
import Crypto
import ProtobufRuntime
import Status
import Synchronization
import Testing

@testable import Store

@Suite("A mutation with an idempotency key")
struct OnceTests {
  let fixture: Fixture
  let store: Store
  let runs = Counter()

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  @Test("A call that arrives again has one effect and returns the same response")
  func again() async throws {
    let first = try await create("one", call: "k")
    let second = try await create("one", call: "k")
    #expect(first == second)
    #expect(runs.count == 1)
    #expect(try store.ids() == [first.id])
  }

  @Test("A call that arrives many times at once has one effect")
  func atOnce() async throws {
    let responses = try await withThrowingTaskGroup { group in
      for _ in 0..<100 { group.addTask { try await create("one", call: "k") } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(responses.count == 1)
    #expect(try store.ids().count == 1)
  }

  @Test("A call that arrives again after a restart returns the same response")
  func afterRestart() async throws {
    let fixture = try Fixture()
    let first = try await create("one", call: "k", in: fixture.open())
    let second = try await create("one", call: "k", in: fixture.open())
    #expect(first == second)
  }

  @Test("The conditions of an outcome are checked before its response is returned again")
  func judged() async throws {
    func call(_ judge: @escaping @Sendable ([UInt8]) throws -> Void) async throws -> String {
      try await store.once(
        .call("k"), request: Organization(), judging: { bytes, _ in try judge(bytes) }
      ) { _ in
        Outcome(Organization(name: "secret"), conditions: [1, 2, 3])
      }.name
    }
    #expect(try await call { _ in throw Refusal() } == "secret")
    await #expect(throws: Refusal()) { try await call { _ in throw Refusal() } }
    let response = try await call { #expect($0 == [1, 2, 3]) }
    #expect(response == "secret")
  }

  @Test("An idempotency key that was used for another request is refused")
  func otherRequest() async throws {
    _ = try await create("one", call: "k")
    let error = await #expect(throws: StoreError.self) { try await create("two", call: "k") }
    #expect(error?.status.code == .invalidArgument)
    #expect(error?.reason == "IDEMPOTENCY_KEY_REUSED")
  }

  @Test("An idempotency key that was used for another method is refused")
  func otherMethod() async throws {
    _ = try await create("one", call: "k")
    let change = Change(actor: Change.test.actor, plugin: "test", method: "Other", call: "k")
    await #expect(throws: StoreError.keyReused) {
      try await store.once(change, request: CreateOrganizationRequest(name: "one")) { _ in
        Organization()
      }
    }
  }

  @Test("The same idempotency key of another actor names another call")
  func otherActor() async throws {
    let mine = try await create("one", call: "k", actor: "user/a")
    let theirs = try await create("two", call: "k", actor: "user/b")
    #expect(mine.id != theirs.id)
  }

  @Test("Idempotency keys of any length are compared whole", arguments: [1, 63, 64, 65, 4096])
  func longKeys(_ length: Int) async throws {
    let stem = String(repeating: "k", count: length - 1)
    let first = try await create("one", call: stem + "a")
    let second = try await create("two", call: stem + "b")
    #expect(first.id != second.id)
    #expect(try await create("one", call: stem + "a") == first)
    #expect(try await create("two", call: stem + "b") == second)
  }

  @Test("A mutation that failed may be tried again with the same key")
  func failed() async throws {
    await #expect(throws: Refusal()) {
      let request = CreateOrganizationRequest(name: "one")
      _ = try await store.once(.call("k"), request: request) { _ -> Organization in
        throw Refusal()
      }
    }
    #expect(try await create("one", call: "k").name == "one")
  }

  @Test("A mutation with an empty key runs each time")
  func emptyKey() async throws {
    let first = try await create("one", call: "")
    let second = try await create("two", call: "")
    #expect(first.id != second.id)
  }

  @Test("A sealed response is returned again, and the data file doesn't contain it")
  func sealed() async throws {
    let seal = Seal(under: [UInt8](repeating: 7, count: 32), purpose: "test")
    let request = CreateOrganizationRequest(name: "one")
    let secret = "a secret that appears nowhere else"
    for number in 1...2 {
      let response = try await store.once(.call("k"), request: request, sealing: seal) { _ in
        Organization(name: "\(secret) \(number)")
      }
      #expect(response.name == "\(secret) 1")
    }
    #expect(try !fixture.dataFileContains(Array(secret.utf8)))
    #expect(try fixture.dataFileContains(Array("test.v1.Test/Do".utf8)))
  }

  @Test("The recorded hash of a request can't be found by guessing the request")
  func requestDigest() async throws {
    let request = CreateOrganizationRequest(name: "hunter2")
    _ = try await create("hunter2", call: "k")
    let plain = SHA256.bytes(of: try request.serialized())
    let other = try Fixture().open()
    let digests = try [store, other].map { store in
      RecordedCall(.call("k"), request: try request.serialized(), keyed: store.core.requests)
        .requestDigest
    }
    #expect(Set(digests + [plain]).count == 3)
    #expect(try fixture.dataFileContains(digests[0]))
  }

  @Test("An outcome expires after a day, and not before")
  func expiry() async throws {
    let first = try await create("one", call: "k")
    fixture.clock.move(bySeconds: 86_399)
    #expect(try await create("one", call: "k") == first)
    fixture.clock.move(bySeconds: 1)
    #expect(try await create("two", call: "k") != first)
  }

  @Test("Expired outcomes are removed")
  func sweeping() async throws {
    for index in 0..<40 { _ = try await create("n\(index)", call: "k\(index)") }
    fixture.clock.move(bySeconds: 86_401)
    for index in 0..<14 { _ = try await create("m\(index)", call: "l\(index)") }
    #expect(try store.outcomeCounts() == [14, 14])
  }

  private func create(
    _ name: String, call: String, actor: String = "operator/uid:1", in other: Store? = nil
  ) async throws -> Organization {
    let request = CreateOrganizationRequest(name: name)
    return try await (other ?? store).once(.call(call, actor: actor), request: request) { tx in
      runs.add()
      let record = Organization(id: try tx.newUUID(), name: name)
      let stored = try Tables.organizations.insert(record, in: &tx)
      return Organization(id: record.id, name: name, etag: stored.etag)
    }
  }

  final class Counter: Sendable {
    private let value = Atomic(0)
    var count: Int { value.load(ordering: .relaxed) }
    func add() { value.add(1, ordering: .relaxed) }
  }
}
