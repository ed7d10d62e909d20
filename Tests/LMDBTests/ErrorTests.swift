import Foundation
import Testing

@testable import LMDB

@Suite("An error of LMDB")
struct ErrorTests {
  @Test("says one thing, however the system says it", arguments: [ENOSPC, EDQUOT, EFBIG])
  func fullDisk(_ status: Int32) {
    #expect(throws: LMDBError(.diskFull, "x")) { try check(status, "x") }
  }

  @Test("without a name is a value like any other", arguments: [-30_700, 12_345])
  func unknown(_ status: Int32) {
    #expect(throws: LMDBError(LMDBError.Code(rawValue: status), "x")) { try check(status, "x") }
  }

  @Test("is nothing when all went well")
  func success() throws {
    try check(0, "x")
    #expect(try found(0, "x"))
  }

  @Test("is no error when a key just isn't there")
  func missing() throws {
    #expect(try !found(LMDBError.Code.notFound.rawValue, "x"))
  }

  @Test("has LMDB's number for its code")
  func numbers() {
    let codes: [LMDBError.Code] = [
      .keyExists, .notFound, .pageNotFound, .corrupted, .panicked, .versionMismatch, .notADatabase,
      .mapFull, .databasesFull, .readersFull,
    ]
    #expect(codes.map(\.rawValue) == Array(-30_799 ... -30_790))
  }
}
