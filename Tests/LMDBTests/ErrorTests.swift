import Foundation
import Testing

@testable import LMDB

@Suite("The errors of LMDB")
struct ErrorTests {
  @Test("All system codes for a full disk become one code", arguments: [ENOSPC, EDQUOT, EFBIG])
  func fullDisk(_ status: Int32) {
    #expect(throws: LMDBError(.diskFull, "x")) { try check(status, "x") }
  }

  @Test("A code without a name keeps its number", arguments: [-30_700, 12_345])
  func unknown(_ status: Int32) {
    #expect(throws: LMDBError(LMDBError.Code(rawValue: status), "x")) { try check(status, "x") }
  }

  @Test("A successful status throws no error")
  func success() throws {
    try check(0, "x")
    #expect(try found(0, "x"))
  }

  @Test("A missing key throws no error")
  func missing() throws {
    #expect(try !found(LMDBError.Code.notFound.rawValue, "x"))
  }

  @Test("The named codes have LMDB's numbers")
  func numbers() {
    let codes: [LMDBError.Code] = [
      .keyExists, .notFound, .pageNotFound, .corrupted, .panicked, .versionMismatch, .notADatabase,
      .mapFull, .databasesFull, .readersFull,
    ]
    #expect(codes.map(\.rawValue) == Array(-30_799 ... -30_790))
  }
}
