import HostProtos
import ProtobufRuntime

/// The newest lines of a plugin's log as a file, a line of JSON for each.
struct PluginLogDownload: Destination {
  let visit: Visit

  func result() async throws -> PageResult {
    let name = visit.value("plugin")
    var bytes: [UInt8] = []
    for line in try await PluginLog.lines(of: name, visit) {
      let row = Array("\(try line.json())\n".utf8)
      guard bytes.count + row.count <= AuditFile.maximumBytes else { break }
      bytes += row
    }
    return .download(
      name: "steward-\(name).ndjson", type: AuditFile.Format.ndjson.mediaType, bytes)
  }
}
