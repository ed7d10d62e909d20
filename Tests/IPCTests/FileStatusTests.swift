import Foundation
import Platform
import Status
import Testing

@testable import IPC

@Suite("The status of a file error")
struct FileStatusTests {
  @Test(
    "A full disk, a missing permission, a missing file and other errors have different codes",
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
