import Foundation
import HostProtos
import Logging
import ProtobufRuntime
import Store
import Synchronization
import Testing

@testable import PluginHost

@Suite("The checkpoint writer", .timeLimit(.minutes(1)))
struct CheckpointWriterTests {
  private let folder = Folder()
  private let store: Store
  private let seal = CheckpointSeal([UInt8](repeating: 5, count: 32))
  private var checkpoint: String { "\(folder.path)/checkpoint" }

  private func memory(
    of store: Store, every interval: Duration = .seconds(3600), _ messages: Messages = Messages(),
    shipper: CheckpointShipper? = nil
  ) -> CheckpointWriter {
    CheckpointWriter(
      of: store, at: checkpoint, every: interval, shipper: shipper, logger: messages.logger
    ) { [seal] in seal }
  }

  private func remembered() throws -> LogPosition? {
    try store.checkpoint(at: checkpoint, under: seal)?.position
  }

  init() throws {
    store = try Store.open(
      directory: "\(folder.path)/store", options: StoreOptions(durable: false))
  }

  private func record(in store: Store) async throws {
    try await store.write(Change(actor: "a/b", plugin: "test", method: "x.Y/Z")) { transaction in
      try transaction.record(action: "thing.made", resource: "x")
    }
  }

  @Test("The checkpoint advances while the host runs, so that a killed host has one too")
  func rounds() async throws {
    let memory = memory(of: store, every: .milliseconds(1))
    await memory.start()
    for revision in 1...3 {
      try await record(in: store)
      while try remembered()?.revision != UInt64(revision) {
        await Task.yield()
      }
    }
    await memory.stop()
  }

  @Test("The checkpoint of the log is complete when the host stops")
  func end() async throws {
    try await record(in: store)
    let memory = memory(of: store)
    await memory.start()
    #expect(try remembered() == nil)
    await memory.stop()
    #expect(try remembered() == (try store.logPosition()))
  }

  @Test("Each advanced checkpoint is shipped as one line at the end of a file")
  func shipped() async throws {
    let target = try #require(CheckpointTarget("\(folder.path)/shipped"))
    for _ in 0..<2 {
      try await record(in: store)
      let shipper = CheckpointShipper(to: target, logger: Messages().logger)
      let memory = memory(of: store, shipper: shipper)
      await memory.start()
      await memory.stop()
      #expect(shipper.report.problem == "")
    }
    let lines = folder.text("shipped").split(separator: "\n").map(String.init)
    let shipped = try lines.map { try AuditCheckpoint(json: $0) }
    #expect(shipped.map(\.revision) == [1, 2])
    #expect(shipped.allSatisfy { $0.code.count == 32 && $0.time != nil })
  }

  @Test("No checkpoint is shipped once the log contradicts the kept one")
  func evidence() async throws {
    try await record(in: store)
    try await store.backup(to: "\(folder.path)/older")
    try await record(in: store)
    try store.advanceCheckpoint(at: checkpoint, under: seal)
    let older = try Store.open(directory: "\(folder.path)/older")
    let target = try #require(CheckpointTarget("\(folder.path)/shipped"))
    let memory = memory(
      of: older, shipper: CheckpointShipper(to: target, logger: Messages().logger))
    await memory.start()
    await memory.stop()
    #expect(folder.text("shipped") == "")
  }

  @Test("Only a host whose log was cut off reports that when it starts")
  func cutOff() async throws {
    try await record(in: store)
    try await store.backup(to: "\(folder.path)/older")
    try await record(in: store)
    try store.advanceCheckpoint(at: checkpoint, under: seal)
    let older = try Store.open(directory: "\(folder.path)/older")
    for (store, count) in [(store, 0), (older, 1)] {
      let messages = Messages()
      let memory = memory(of: store, messages)
      await memory.start()
      await memory.stop()
      #expect(messages.texts.count == count)
    }
    #expect(try remembered()?.revision == 2)
  }
}

/// The messages of a logger, kept for the test.
final class Messages: Sendable {
  private let kept = Mutex<[String]>([])

  var texts: [String] { kept.withLock { $0 } }
  var logger: Logger { Logger(label: "test") { [self] _ in Handler(messages: self) } }

  private struct Handler: LogHandler {
    let messages: Messages
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      messages.kept.withLock { $0.append("\(event.message)") }
    }
  }
}
