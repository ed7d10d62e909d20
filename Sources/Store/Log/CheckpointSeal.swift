internal import Crypto
public import GoogleProtos

/// A seal that authenticates positions of the log. A process that has the store and its chain key,
/// but not the secret of the seal, can't forge one.
public struct CheckpointSeal: Sendable {
  private let hash: KeyedHash

  /// Creates a seal.
  ///
  /// - Parameter secret: 32 bytes that are not stored with the store.
  public init(_ secret: [UInt8]) {
    hash = KeyedHash(SymmetricKey(data: secret), purpose: "checkpoints")
  }

  /// Returns the position with its authentication code.
  public func seal(_ position: LogPosition, at time: GoogleTimestamp) -> SealedCheckpoint {
    let unsealed = SealedCheckpoint(position: position, time: time, code: [])
    return SealedCheckpoint(
      position: position, time: time, code: hash.hash(of: unsealed.contents))
  }

  /// Returns whether this seal made the checkpoint. The time of the comparison doesn't tell how
  /// much of the code is right.
  public func accepts(_ checkpoint: SealedCheckpoint) -> Bool {
    let code = hash.hash(of: checkpoint.contents)
    guard code.count == checkpoint.code.count else { return false }
    return zip(code, checkpoint.code).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// The position of the log at some time, as seen by a host with the master key.
public struct SealedCheckpoint: Hashable, Sendable {
  /// The newest event at that time.
  public let position: LogPosition
  /// The time when the checkpoint was made.
  public let time: GoogleTimestamp
  /// The code that proves that a host with the master key made the checkpoint.
  public let code: [UInt8]

  /// Creates a checkpoint, for example from a copy that was kept elsewhere.
  public init(position: LogPosition, time: GoogleTimestamp, code: [UInt8]) {
    self.position = position
    self.time = time
    self.code = code
  }

  /// The bytes that the code authenticates: revision, chain, seconds and nanoseconds.
  var contents: [UInt8] {
    position.revision.bigEndianBytes + position.chain
      + UInt64(bitPattern: time.seconds).bigEndianBytes
      + UInt64(bitPattern: Int64(time.nanos)).bigEndianBytes
  }
}

extension SealedCheckpoint {
  private static let contentsLength = 8 + 32 + 8 + 8
  /// The length of a checkpoint file in bytes.
  static let length = contentsLength + 32

  /// The content of a checkpoint file.
  var bytes: [UInt8] { contents + code }

  /// Reads the content of a file. Returns `nil` if it is no checkpoint.
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
