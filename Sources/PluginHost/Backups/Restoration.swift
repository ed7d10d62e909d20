internal import Glibc
internal import GoogleProtos
internal import IPC
internal import Status
internal import Store

/// A store that was put back from a backup.
public struct Restoration: Hashable, Sendable {
  /// The revision of the newest event: that of the restoration itself.
  public let revision: UInt64
  /// The directory that now holds what was replaced; `nil` when there was nothing.
  public let replaced: String?

  /// Puts the store of a backup in the place of the data directory's.
  ///
  /// Nobody may be at work on the directory, and nothing in it is changed before the backup has
  /// proved to be whole, and the work of a host with the same master key. The exchange is one step:
  /// whatever happens, one of the two stores is in place, whole.
  ///
  /// - Parameter isVerified: Whether the backup must prove whose work it is. Without the master key
  ///   it can't.
  /// - Throws: ``HostError``, or the store's error.
  public static func run(
    _ backup: String, over configuration: HostConfiguration, isVerified: Bool = true
  ) async throws -> Restoration {
    let directory = try DataDirectory.prepare(configuration.dataDirectory)
    let lock = try await HostLock.exclusive(on: directory)
    defer { withExtendedLifetime(lock) {} }
    let file = BackupFile(path: backup)
    let stamp = Stamp.now
    let draft = FlatDirectory(path: "\(directory.path)/store.restoring-\(stamp)")
    try await Blocking.run {
      try file.unpack(into: draft) {
        isVerified ? try seal(of: configuration, in: directory) : nil
      }
    }
    let action = isVerified ? "store.restored" : "store.restored_unverified"
    let revision = try await orRemoving(draft) {
      try await examine(file, in: draft, recording: action)
    }
    let isReplacing = try await orRemoving(draft) { try draft.exchange(with: directory.store) }
    let replaced = try await Blocking.run {
      try keep(draft, of: directory, as: "\(directory.path)/store.replaced-\(stamp)", isReplacing)
    }
    return Restoration(revision: revision, replaced: replaced)
  }

  /// The key is not made here: a backup was made under one that there was.
  private static func seal(
    of configuration: HostConfiguration, in directory: DataDirectory
  ) throws -> BackupSeal {
    do {
      let key = try MasterKey.load(
        configuration.masterKey, dataDirectory: directory.path, isInUse: true)
      return BackupSeal(key.secret(for: HostPurpose.backups.rawValue))
    } catch let error as HostError where error.status.reason == "MASTER_KEY_MISSING" {
      throw error.withoutMasterKey
    }
  }

  /// Runs a step, after whose failure the draft is of no use.
  private static func orRemoving<Result>(
    _ draft: FlatDirectory, _ step: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await step()
    } catch {
      draft.remove()
      throw error
    }
  }

  /// Checks the unpacked store, and has it remember that it was restored.
  private static func examine(
    _ file: BackupFile, in draft: FlatDirectory, recording action: String
  ) async throws -> UInt64 {
    let store = try Store.open(
      directory: draft.path, options: StoreOptions(inspects: true))
    if let finding = try await LogVerification.run(of: store, reaching: []).finding {
      throw HostError.damagedBackup(file.path, "\(finding)")
    }
    let change = Change(actor: "operator/uid:\(geteuid())", plugin: "host", method: "restore")
    try await store.write(change) { tx in try tx.record(action: action, resource: "store") }
    return try store.lastRevision()
  }

  /// Keeps what was replaced, which the draft's path now names, with what is remembered of its log.
  private static func keep(
    _ draft: FlatDirectory, of directory: DataDirectory, as place: String, _ isReplacing: Bool
  ) throws -> String? {
    if isReplacing {
      try draft.move(to: place)
      rename(directory.checkpoint, "\(place)/audit.checkpoint")
    } else {
      unlink(directory.checkpoint)
    }
    try FlatDirectory(path: directory.path).synchronize()
    return isReplacing ? place : nil
  }
}

extension HostError {
  fileprivate var withoutMasterKey: HostError {
    var status = status
    status.message += " If it is lost for good, see what is left without it: steward help restore"
    return HostError(status)
  }
}

/// A moment as part of a file's name: `20260102T030405.123456Z`.
private enum Stamp {
  static var now: String {
    let now = WallClock.now
    var (seconds, parts) = (time_t(now.seconds), tm())
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y%m%dT%H%M%S", &parts)
    let date = String(decoding: text.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return "\(date).\(String(now.nanos / 1000 + 1_000_000).dropFirst())Z"
  }
}
