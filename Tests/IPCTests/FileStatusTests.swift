import Foundation
import Status
import System
import Testing

@testable import IPC

@Suite("The status of what the system says against a file")
struct FileStatusTests {
  @Test(
    "tells room, permission, absence and everything else apart",
    arguments: [
      (ENOSPC, StatusCode.resourceExhausted), (EDQUOT, .resourceExhausted),
      (EFBIG, .resourceExhausted), (EACCES, .permissionDenied), (EPERM, .permissionDenied),
      (EROFS, .permissionDenied), (ENOENT, .notFound), (EISDIR, .failedPrecondition),
      (EIO, .failedPrecondition),
    ])
  func codes(_ number: Int32, _ code: StatusCode) {
    for use in [Status.FileUse.reading, .writing] {
      let status = Status(file: "'a/b'", use, number)
      #expect(status.code == code)
      #expect(status.message.contains("'a/b'") && status.message.hasSuffix("."))
    }
  }
}
