import HostProtos
import HostServices
import Status

/// The newest events of a filter as a file.
struct AuditDownload: Destination {
  private static let pageLength: Int32 = 1000

  let visit: Visit

  func result() async throws -> PageResult {
    guard let format = AuditFile.Format(rawValue: visit.query["format"]) else {
      throw Status.noSuchPage
    }
    let file = try await file(format, AuditFilter(visit.query))
    let day = CivilTime(secondsSince1970: visit.now).machine.prefix(10)
    return .download(
      name: "steward-audit-\(day).\(format.rawValue)", type: format.mediaType, file.bytes)
  }

  private func file(_ format: AuditFile.Format, _ filter: AuditFilter) async throws -> AuditFile {
    var file = AuditFile(format)
    var last: UInt64 = 0
    while true {
      let page = try await AuditClient(visit.host).list(
        filter.request(limit: Self.pageLength, after: last), options: visit.reading)
      for event in page.data {
        guard try file.add(event) else { return file }
      }
      guard page.hasMore, page.lastRevision > 0 else { return file }
      last = page.lastRevision
    }
  }
}
