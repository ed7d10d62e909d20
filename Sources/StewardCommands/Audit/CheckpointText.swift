internal import ArgumentParser
internal import HostProtos
internal import ProtobufRuntime

/// A checkpoint of the log as one word: its revision, a colon, and its hash chain in hexadecimal.
struct CheckpointText: Hashable, Sendable, CustomStringConvertible {
  var value: AuditCheckpoint

  init(_ value: AuditCheckpoint) { self.value = value }

  var description: String {
    "\(value.revision):" + value.chain.map { Self.digits($0) }.joined()
  }

  private static func digits(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension CheckpointText: ExpressibleByArgument {
  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let revision = UInt64(parts[0]), let chain = Self.bytes(parts[1]),
      chain.count == 32
    else { return nil }
    value = AuditCheckpoint(revision: revision, chain: chain)
  }

  private static func bytes(_ digits: Substring) -> [UInt8]? {
    let digits = Array(digits.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { place -> UInt8? in
      let pair = digits[place..<place + 2]
      guard !pair.contains(UInt8(ascii: "+")) else { return nil }
      return UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
    }
    return bytes.contains(nil) ? nil : bytes.compactMap(\.self)
  }
}
