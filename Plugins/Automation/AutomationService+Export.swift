import AdminKit
import AdminModel
import AdminProtos
import IPC
import PluginKit
import Store

extension AutomationService {
  @concurrent func export(
    _ request: ExportRequest, to responses: MessageWriter<ExportChunk>, context: CallContext
  ) async throws {
    var reader = try ExportReader(
      store.base.snapshot(), under: exports, by: try Access(context))
    while let piece = try reader.next() {
      try await responses.send(
        ExportChunk(lines: piece.lines, objects: piece.objects, totalObjects: reader.objects))
    }
  }
}
