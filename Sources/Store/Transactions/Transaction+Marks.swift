internal import LMDB

// Marks are metadata of a store beside its tables: single values by name. Every copy of the store
// includes them.

extension Transaction where Self: ~Copyable {
  /// Returns the mark with a name, or `nil` if there is none.
  public borrowing func mark(_ name: String) throws -> [UInt8]? {
    try withView { view in
      try view.raw.withValue(at: MetadataValue.key(name).span.bytes, in: view.core.system.meta) {
        Array(copying: $0)
      }
    }
  }
}

extension WriteTransaction {
  /// Puts a mark, or replaces it. This changes no record, so there is no event.
  public mutating func setMark(_ name: String, _ bytes: [UInt8]) throws {
    let meta = view.core.system.meta
    try applying { tx in
      try tx.raw.put(bytes.span.bytes, at: MetadataValue.key(name).span.bytes, in: meta)
    }
  }
}

private enum MetadataValue {
  static func key(_ name: String) -> [UInt8] { Array("mark/\(name)".utf8) }
}
