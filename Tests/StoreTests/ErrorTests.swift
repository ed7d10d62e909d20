import AdminProtos
import Foundation
import Status
import Testing

@testable import LMDB
@testable import Store

@Suite("The errors of the store")
struct ErrorTests {
  static let conversions: [(LMDBError.Code, StatusCode, StatusReason)] = [
    (.diskFull, .resourceExhausted, "DISK_FULL"),
    (.mapFull, .resourceExhausted, "STORE_FULL"),
    (.transactionFull, .resourceExhausted, "CHANGE_TOO_LARGE"),
    (.readersFull, .resourceExhausted, "STORE_READERS_FULL"),
    (.outOfMemory, .resourceExhausted, "STORE_OUT_OF_MEMORY"),
    (.permissionDenied, .permissionDenied, "STORE_PERMISSION_DENIED"),
    (.readOnlyFileSystem, .permissionDenied, "STORE_READ_ONLY"),
    (.alreadyOpen, .failedPrecondition, "STORE_ALREADY_OPEN"),
    (.noSuchFile, .failedPrecondition, "STORE_DIRECTORY_INVALID"),
    (.notADirectory, .failedPrecondition, "STORE_DIRECTORY_INVALID"),
    (.versionMismatch, .failedPrecondition, "STORE_FORMAT"),
    (.corrupted, .dataLoss, "STORE_DAMAGED"),
    (.pageNotFound, .dataLoss, "STORE_DAMAGED"),
    (.notADatabase, .dataLoss, "STORE_DAMAGED"),
    (.inputOutput, .dataLoss, "STORE_INPUT_OUTPUT"),
    (.panicked, .dataLoss, "STORE_INPUT_OUTPUT"),
    (.badKeyLength, .invalidArgument, "KEY_LENGTH"),
    (.mapResized, .internal, "STORE_RESIZED"),
    (.badTransaction, .internal, "STORE_FAILED"),
    (LMDBError.Code(rawValue: 12_345), .internal, "STORE_FAILED"),
  ]

  @Test("Every failure of LMDB has a status code and a reason for callers", arguments: conversions)
  func conversion(_ code: LMDBError.Code, _ status: StatusCode, _ reason: StatusReason) {
    let error = StoreError(LMDBError(code, "mdb_x"))
    #expect(error.status.code == status)
    #expect(error.status.reason == reason)
    #expect(error.status.message.hasSuffix("."))
    #expect(!error.status.message.contains("mdb_"))
  }

  @Test("Only an error of LMDB becomes an error of the store")
  func others() {
    #expect(StoreError.describing(Refusal()) as? Refusal == Refusal())
    #expect(StoreError.describing(LMDBError(.mapFull, "")) is StoreError)
  }

  @Test("A full disk fails every write, changes nothing, and recovers once there is room")
  func fullDisk() async throws {
    let fixture = try Fixture()
    let path = fixture.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      let store = try Store.open(directory: path, schema: Tables.schema)
      try await store.insert("kept")
      signal(SIGXFSZ, SIG_IGN)
      limitFiles(to: 128 << 10)
      let failures = await failuresOfWriting(to: store)
      #expect(failures.count == 20)
      #expect(failures.allSatisfy { $0.code == .resourceExhausted && $0.reason == "DISK_FULL" })
      #expect(try store.ids() == ["kept"])
      limitFiles(to: .max)
      #expect(await failuresOfWriting(to: store).isEmpty)
      #expect(try store.ids().count == 21)
      #expect(try store.verifyChain() == 21)
    }
  }
}

private func limitFiles(to bytes: rlim_t) {
  var limit = rlimit(rlim_cur: bytes, rlim_max: .max)
  setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}

/// Writes 20 records at once, of a hundred kilobytes each. Returns the statuses of the failed
/// writes.
private func failuresOfWriting(to store: Store) async -> [Status] {
  await withTaskGroup { group in
    for index in 0..<20 {
      group.addTask {
        let result = await Result { try await store.insertLarge("large \(index)") }
        if case .failure(let error) = result { return Status(describing: error) }
        return .ok
      }
    }
    return await group.reduce(into: []) { if !$1.isOK { $0.append($1) } }
  }
}

extension Store {
  fileprivate func insertLarge(_ id: String) async throws {
    try await write(.test) { tx in
      let text = String(repeating: "x", count: 100_000)
      let record = Organization(id: id, name: id, defaultWorkspaceId: text)
      try Tables.organizations.insert(record, in: &tx)
    }
  }
}
