internal import Crypto
public import GoogleProtos

/// What authenticates positions of the log: who has the store and its chain key, but not the secret
/// of this, can make none.
public struct CheckpointSeal: Sendable {
  private let hash: KeyedHash

  /// - Parameter secret: 32 bytes that don't lie with the store.
  public init(_ secret: [UInt8]) {
    hash = KeyedHash(SymmetricKey(data: secret), purpose: "checkpoints")
  }

  /// Returns the position with its code.
  public func seal(_ position: LogPosition, at time: GoogleTimestamp) -> SealedCheckpoint {
    let unsealed = SealedCheckpoint(position: position, time: time, code: [])
    return SealedCheckpoint(
      position: position, time: time, code: hash.hash(of: unsealed.contents))
  }

  /// Whether a checkpoint is one that this sealed, in a time that doesn't tell how much of it is.
  public func accepts(_ checkpoint: SealedCheckpoint) -> Bool {
    let code = hash.hash(of: checkpoint.contents)
    guard code.count == checkpoint.code.count else { return false }
    return zip(code, checkpoint.code).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// Where the log stood at some time, as a host with the master key has seen it.
public struct SealedCheckpoint: Hashable, Sendable {
  /// The newest event at that time.
  public let position: LogPosition
  /// When it was made.
  public let time: GoogleTimestamp
  /// What proves that a host with the master key made it.
  public let code: [UInt8]

  /// Creates a checkpoint, as from what was kept elsewhere.
  public init(position: LogPosition, time: GoogleTimestamp, code: [UInt8]) {
    self.position = position
    self.time = time
    self.code = code
  }

  /// What the code is of: revision, chain, seconds and nanoseconds.
  var contents: [UInt8] {
    position.revision.bigEndianBytes + position.chain
      + UInt64(bitPattern: time.seconds).bigEndianBytes
      + UInt64(bitPattern: Int64(time.nanos)).bigEndianBytes
  }
}

extension SealedCheckpoint {
  private static let contentsLength = 8 + 32 + 8 + 8
  /// How long it is as a file.
  static let length = contentsLength + 32

  /// The checkpoint as a file.
  var bytes: [UInt8] { contents + code }

  /// Reads a file; `nil` if it is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    let numbers = [0, 40, 48].map { start in
      bytes[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    guard let nanos = Int32(exactly: Int64(bitPattern: numbers[2])) else { return nil }
    self.init(
      position: LogPosition(revision: numbers[0], chain: Array(bytes[8..<40])),
      time: GoogleTimestamp(seconds: Int64(bitPattern: numbers[1]), nanos: nanos),
      code: Array(bytes[Self.contentsLength...]))
  }
}
