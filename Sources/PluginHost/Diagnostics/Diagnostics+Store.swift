internal import Glibc
internal import HostProtos
internal import Platform
internal import Store

extension Diagnostics {
  /// The free space on the disk, in bytes, below which writes may soon fail.
  private static let leastFreeBytes: UInt64 = 256 << 20

  /// Checks whether the store is intact, and whether it has room.
  func storeFindings() async -> [Finding] {
    await [pages(), log(), readers(), map(), disk()]
  }

  private func pages() async -> Finding {
    let name = "store.pages"
    do {
      try await Blocking.run { [store] in try store.inspect() }
      return .ok(name, "Every page of the data file can be read.")
    } catch {
      return .failure(name, error)
    }
  }

  private func log() async -> Finding {
    let name = "store.integrity"
    do {
      let seal = try await vault.checkpointSeal()
      let known = try store.checkpoint(at: directory.checkpoint, under: seal)
      let verified = try await LogVerification.run(
        of: store, reaching: known.map { [$0.position] } ?? [])
      if let finding = verified.finding {
        return .error(
          name, "\(finding)", "Restore a backup from before: steward restore FILE")
      }
      return .ok(name, "All \(verified.last.revision) events are as they were written.")
    } catch {
      return .failure(name, error)
    }
  }

  private func readers() -> Finding {
    let name = "store.readers"
    do {
      let cleared = try store.clearStaleReaders()
      let statistics = try store.statistics()
      let use = "\(statistics.readers) of \(statistics.maxReaders) reader slots were in use."
      guard cleared == 0 else {
        return .warning(
          name, "\(cleared) dead readers held pages; they were cleared just now. \(use)",
          "See which plugins crash: steward plugin list")
      }
      return .ok(name, "No dead reader holds pages. \(use)")
    } catch {
      return .failure(name, error)
    }
  }

  private func map() -> Finding {
    let name = "store.size"
    do {
      let statistics = try store.statistics()
      let percent = statistics.usedBytes * 100 / max(statistics.mapSize, 1)
      let size = "The store uses \(statistics.usedBytes >> 20) of \(statistics.mapSize >> 20) MiB."
      guard percent < 80 else {
        return .warning(
          name, size, "Stop the host, then enlarge the store: steward resize SIZE")
      }
      return .ok(name, size)
    } catch {
      return .failure(name, error)
    }
  }

  private func disk() -> Finding {
    let name = "disk.space"
    var information = statvfs()
    guard statvfs(directory.path, &information) == 0 else {
      return .warning(
        name, "The free space of \(directory.path) is unknown: \(SystemError.text(errno)).",
        "Check it with: df \(directory.path)")
    }
    let free = UInt64(information.f_bavail) * UInt64(information.f_frsize)
    guard free >= Self.leastFreeBytes else {
      return .error(
        name, "Only \(free >> 20) MiB are free on the disk of \(directory.path).",
        "Free some space, or move the data directory to a larger disk.")
    }
    return .ok(name, "\(free >> 20) MiB are free on the disk of \(directory.path).")
  }
}
