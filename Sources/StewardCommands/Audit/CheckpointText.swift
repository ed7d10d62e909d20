internal import ArgumentParser
internal import HostProtos
internal import Platform
internal import ProtobufRuntime

/// A checkpoint of the log as one word: its revision, a colon, and its hash chain in hexadecimal.
struct CheckpointText: Hashable, Sendable, CustomStringConvertible {
  var value: AuditCheckpoint

  init(_ value: AuditCheckpoint) { self.value = value }

  var description: String {
    "\(value.revision):" + Hexadecimal.text(value.chain)
  }
}

extension CheckpointText: ExpressibleByArgument {
  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let revision = UInt64(parts[0]),
      let chain = Hexadecimal.bytes(parts[1].lowercased().utf8), chain.count == 32
    else { return nil }
    value = AuditCheckpoint(revision: revision, chain: chain)
  }
}
