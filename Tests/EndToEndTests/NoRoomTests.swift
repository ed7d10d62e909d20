import Foundation
import Testing

@Suite("When there is no room")
struct NoRoomTests {
  private static let remedy = "Free some space"

  @Test("A full disk is exit status 18, changes nothing, and is over once there is space")
  func disk() async throws {
    let shell = try Shell()
    let kept = try await shell.id("orgs", "create", "Kept")
    let refused = try await shell.bash(
      "ulimit -S -f \(try Self.kilobytes(of: shell)); exec steward orgs create Refused")
    #expect(refused.status == 18)
    #expect(refused.output.isEmpty)
    #expect(refused.errors.contains(Self.remedy), "\(refused.errors)")
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines == [kept])
    let later = try await shell.id("orgs", "create", "Later")
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines == [later, kept])
    #expect(
      try await shell.steward("watch", "--from", "1", "--once", "-o", "jsonl").lines.count == 4)
  }

  @Test("Under a daemon a full disk fails changes only, and the same processes go on afterwards")
  func diskUnderDaemon() async throws {
    let shell = try Shell()
    let daemon = try await Daemon(shell)
    let kept = try await shell.id("orgs", "create", "Kept")
    let module = try #require(try await shell.object("plugin", "info", "orgs")["pid"] as? Int)
    try await shell.limit(module, to: "\(try Self.kilobytes(of: shell) * 1024)")
    let refused = try await shell.steward("orgs", "create", "Refused")
    #expect(refused.status == 18)
    #expect(refused.errors.contains(Self.remedy), "\(refused.errors)")
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines == [kept])
    try await shell.limit(module, to: "unlimited")
    _ = try await shell.id("orgs", "create", "Later")
    #expect(try await shell.object("plugin", "info", "orgs")["pid"] as? Int == module)
    #expect(try await daemon.stop() == 0)
  }

  @Test("A full store is exit status 18, changes nothing, and what is there can be read")
  func map() async throws {
    let shell = try Shell()
    let kept = try await shell.id("orgs", "create", "Kept")
    let before = try shell.setLastPage((64 << 30) / 4096 - 1)
    let refused = try await shell.steward("orgs", "create", "Refused")
    #expect(refused.status == 18)
    #expect(refused.errors.contains("greatest size"), "\(refused.errors)")
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines == [kept])
    _ = try shell.setLastPage(before)
    _ = try await shell.id("orgs", "create", "Later")
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines.count == 2)
  }

  /// The size of the store's data, which no file may exceed then: the same as if the disk ended there.
  private static func kilobytes(of shell: Shell) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: shell.dataFile.path)
    return (attributes[.size] as? Int ?? 0) / 1024
  }
}

extension Shell {
  fileprivate var dataFile: URL { data.appendingPathComponent("store/data.mdb") }

  /// Lets a running process make files of so many bytes.
  fileprivate func limit(_ pid: Int, to bytes: String) async throws {
    let outcome = try await bash("prlimit --pid \(pid) --fsize=\(bytes):unlimited")
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// Has LMDB believe that pages are taken up to this one, and returns what it was.
  ///
  /// Both of the first two pages are meta pages: a header of 16 bytes and an MDB_meta, in which the last
  /// page comes after 120 bytes (magic, version, address, size, two MDB_db).
  fileprivate func setLastPage(_ page: UInt64) throws -> UInt64 {
    let file = try FileHandle(forUpdating: dataFile)
    defer { try? file.close() }
    var old: UInt64 = 0
    for meta in 0..<2 as Range<UInt64> {
      let place = meta * 4096 + 16 + 120
      try file.seek(toOffset: place)
      let bytes = try file.read(upToCount: 8) ?? Data()
      old = max(old, bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) })
      try file.seek(toOffset: place)
      try file.write(contentsOf: withUnsafeBytes(of: page.littleEndian) { Data($0) })
    }
    return old
  }
}
