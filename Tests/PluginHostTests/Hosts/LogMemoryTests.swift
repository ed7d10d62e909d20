import Foundation
import Logging
import Store
import Synchronization
import Testing

@testable import PluginHost

@Suite("What a host remembers of the log", .timeLimit(.minutes(1)))
struct LogMemoryTests {
  private let folder = Folder()
  private let store: Store
  private var checkpoint: String { "\(folder.path)/checkpoint" }

  init() throws {
    store = try Store.open(
      directory: "\(folder.path)/store", options: StoreOptions(durable: false))
  }

  private func record(in store: Store) async throws {
    try await store.write(Change(actor: "a/b", module: "test", method: "x.Y/Z")) { transaction in
      try transaction.record(action: "thing.made", resource: "x")
    }
  }

  @Test("grows while the host runs, as it must for one that is killed")
  func rounds() async throws {
    let memory = LogMemory(
      of: store, at: checkpoint, every: .milliseconds(1), logger: Messages().logger)
    memory.start()
    for revision in 1...3 {
      try await record(in: store)
      while try store.checkpoint(at: checkpoint)?.revision != UInt64(revision) {
        await Task.yield()
      }
    }
    await memory.stop()
  }

  @Test("is complete when the host stops")
  func end() async throws {
    try await record(in: store)
    let memory = LogMemory(
      of: store, at: checkpoint, every: .seconds(3600), logger: Messages().logger)
    memory.start()
    #expect(try store.checkpoint(at: checkpoint) == nil)
    await memory.stop()
    #expect(try store.checkpoint(at: checkpoint) == (try store.logPosition()))
  }

  @Test("lets the next host say at once that the log was cut off, and only then")
  func cutOff() async throws {
    try await record(in: store)
    try await store.backup(to: "\(folder.path)/older")
    try await record(in: store)
    try store.advanceCheckpoint(at: checkpoint)
    let older = try Store.open(directory: "\(folder.path)/older")
    for (store, count) in [(store, 0), (older, 1)] {
      let messages = Messages()
      let memory = LogMemory(
        of: store, at: checkpoint, every: .seconds(3600), logger: messages.logger)
      memory.start()
      await memory.stop()
      #expect(messages.texts.count == count)
    }
    #expect(try store.checkpoint(at: checkpoint)?.revision == 2)
  }
}

/// Keeps what is logged.
private final class Messages: Sendable {
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
