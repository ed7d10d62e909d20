import AdminKit
import AdminModel
import AdminProtos
import IPC
import PluginKit
import Store

extension AutomationService {
  func `import`(
    _ requests: MessageStream<ImportRequest>, to responses: MessageWriter<ImportProgress>,
    context: CallContext
  ) async throws {
    let (access, change) = (try Access(context), try store.change(of: context))
    let spool = try ImportSpool(in: store.base.directory)
    var isVerified = true
    for try await request in requests {
      if request.unverified { isVerified = false }
      try await spool.append(request.data)
    }

    let (progress, reporter) = AsyncStream.makeStream(
      of: ImportProgress.self, bufferingPolicy: .bufferingNewest(1))
    async let reported: Void = Self.report(progress, to: responses)
    let done = try await store.base.write(change) { [exports, isVerified] tx in
      var lines = spool.lines
      let objects = try Imports.load(
        under: exports, isVerified: isVerified, by: access, in: &tx, lines: { try lines.next() },
        progress: { reporter.yield(ImportProgress(objects: $0, totalObjects: $1)) })
      return ImportProgress(
        objects: objects, done: true, revision: try tx.lastRevision(), totalObjects: objects)
    }
    reporter.finish()
    try await reported
    try await responses.send(done)
  }

  private static func report(
    _ progress: AsyncStream<ImportProgress>, to responses: MessageWriter<ImportProgress>
  ) async throws {
    for await one in progress { try await responses.send(one) }
  }
}
