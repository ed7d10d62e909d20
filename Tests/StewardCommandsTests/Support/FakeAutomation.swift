import AdminProtos
import AdminServices
import IPC
import Synchronization

/// An automation plugin that keeps its requests and sends fixed responses.
final class FakeAutomation: AutomationServiceProtocol {
  private let received = Mutex((apply: [ApplyRequest](), data: [UInt8]()))
  private let applied: [ApplyResponse]
  private let exported: [String]

  init(_ applied: [ApplyResponse] = [], exported: [String] = []) {
    self.applied = applied
    self.exported = exported
  }

  var options: ApplyOptions? { received.withLock { $0.apply.first?.options } }
  var objects: [ManifestObject] { received.withLock { $0.apply.flatMap(\.objects) } }
  var data: [UInt8] { received.withLock(\.data) }

  func apply(
    _ requests: MessageStream<ApplyRequest>, to responses: MessageWriter<ApplyResponse>,
    context: CallContext
  ) async throws {
    for try await request in requests { received.withLock { $0.apply.append(request) } }
    for response in applied { try await responses.send(response) }
  }

  func export(
    _ request: ExportRequest, to responses: MessageWriter<ExportChunk>, context: CallContext
  ) async throws {
    for line in exported {
      let total = UInt64(exported.count)
      try await responses.send(
        ExportChunk(lines: Array("\(line)\n".utf8), objects: 1, totalObjects: total))
    }
  }

  func `import`(
    _ requests: MessageStream<ImportRequest>, to responses: MessageWriter<ImportProgress>,
    context: CallContext
  ) async throws {
    for try await request in requests { received.withLock { $0.data += request.data } }
    try await responses.send(ImportProgress(objects: 1, totalObjects: 1234))
    try await responses.send(ImportProgress(objects: 1234, done: true, totalObjects: 1234))
  }
}
