internal import Glibc
internal import GoogleProtos
internal import IPC
internal import Platform
internal import Status
internal import Store

/// The result of restoring a store from a backup.
public struct Restoration: Hashable, Sendable {
  /// The revision of the newest event, which is the event of the restoration itself.
  public let revision: UInt64
  /// The directory that now holds the replaced store; `nil` when there was no store before.
  public let replaced: String?

  /// Replaces the store of the data directory with the store of a backup.
  ///
  /// No host may work on the directory meanwhile. The store there is not changed until the backup
  /// has proved to be complete, and to come from a host with the same master key. The exchange is
  /// one step: whatever happens, one of the two stores is in place, and it is complete.
  ///
  /// - Parameter isVerified: Whether the backup must prove which host it comes from. It can't prove
  ///   that without the master key.
  /// - Throws: ``HostError``, or the store's error.
  public static func run(
    _ backup: String, over configuration: HostConfiguration, isVerified: Bool = true
  ) async throws -> Restoration {
    let directory = try DataDirectory.prepare(configuration.dataDirectory)
    let lock = try await HostLock.exclusive(on: directory)
    defer { withExtendedLifetime(lock) {} }
    let file = BackupFile(path: backup)
    let stamp = WallClock.fileNamePart
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

  /// Returns the seal of the existing master key. No key is created here, because a key existed
  /// when the backup was made.
  private static func seal(
    of configuration: HostConfiguration, in directory: DataDirectory
  ) throws -> BackupSeal {
    do {
      let key = try MasterKey.load(
        configuration.masterKey, dataDirectory: directory.path, isInUse: true)
      return BackupSeal(key.secret(for: HostPurpose.backups.rawValue))
    } catch let error as HostError where error.status.reason == .masterKeyMissing {
      throw error.withoutMasterKey
    }
  }

  /// Runs a step. If the step fails, removes the draft, which is then of no use.
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

  /// Checks the unpacked store, and records in its log that it was restored.
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

  /// Keeps the replaced store, which the draft's path now names, together with the checkpoint of
  /// its log.
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
    status.message += " If the key is lost, see what is left without it: steward help restore"
    return HostError(status)
  }
}

extension WallClock {
  /// The time as part of a file name: `20260102T030405.123456Z`.
  fileprivate static var fileNamePart: String {
    let now = WallClock.now
    var (seconds, parts) = (time_t(now.seconds), tm())
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y%m%dT%H%M%S", &parts)
    let date = String(decoding: text.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return "\(date).\(String(now.nanoseconds / 1000 + 1_000_000).dropFirst())Z"
  }
}
