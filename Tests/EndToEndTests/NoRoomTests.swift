import Foundation
import Testing

@Suite("Full disks and full stores")
struct NoRoomTests {
  private static let remedy = "Free some space"

  @Test("A change on a full disk ends with 18, changes nothing, and works when there is space")
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

  @Test("Under a daemon, a full disk fails only changes, and the same processes continue later")
  func diskUnderDaemon() async throws {
    let shell = try Shell()
    let daemon = try await Daemon(shell)
    let kept = try await shell.id("orgs", "create", "Kept")
    let plugin = try #require(try await shell.object("plugin", "info", "orgs")["pid"] as? Int)
    try await shell.limit(plugin, to: "\(try Self.kilobytes(of: shell) * 1024)")
    let refused = try await shell.steward("orgs", "create", "Refused")
    #expect(refused.status == 18)
    #expect(refused.errors.contains(Self.remedy), "\(refused.errors)")
    #expect(try await shell.steward("orgs", "list", "-o", "id").lines == [kept])
    try await shell.limit(plugin, to: "unlimited")
    _ = try await shell.id("orgs", "create", "Later")
    #expect(try await shell.object("plugin", "info", "orgs")["pid"] as? Int == plugin)
    #expect(try await daemon.stop() == 0)
  }

  @Test("A change of a full store ends with 18 and changes nothing, and it works after a resize")
  func map() async throws {
    let shell = try Shell()
    let made = try await shell.steward("resize", "2MiB")
    #expect(made.status == 0, "\(made.errors)")
    let create = #"{"method": "Orgs/Create", "request": {"name": "Acme"}}"#
    let filled = try await shell.steward(
      "batch", input: Array(repeating: create, count: 2000).joined(separator: "\n"))
    let created = filled.lines.filter { $0.contains(#""response""#) }.count
    #expect(created > 100 && created < 2000)
    let (more, refused) = try await shell.createUntilRefused(atMost: 200)
    let total = created + more
    #expect(refused.status == 18)
    #expect(refused.errors.contains("steward resize"), "\(refused.errors)")
    #expect(try await shell.count() == total)
    #expect(try await shell.steward("audit", "verify").status == 0)

    let smaller = try await shell.steward("resize", "1MiB")
    #expect(smaller.status == 19)
    #expect(smaller.errors.contains("2 MiB"), "\(smaller.errors)")
    let larger = try await shell.steward("resize", "64MiB")
    #expect(larger.status == 0, "\(larger.errors)")
    _ = try await shell.id("orgs", "create", "Later")
    #expect(try await shell.count() == total + 1)
    #expect(try await shell.steward("doctor").output.contains("of 64 MiB"))
  }

  @Test("A store is not resized under a running host, nor to an invalid size")
  func resizing() async throws {
    let shell = try Shell()
    for size in ["0GiB", "-1GiB", "12", "1GB", "1XiB", "65TiB", "99999999999999999999GiB", ""] {
      #expect(try await shell.steward("resize", "--", size).status == 64)
    }
    let daemon = try await Daemon(shell)
    let refused = try await shell.steward("resize", "128GiB")
    #expect(refused.status == 19)
    #expect(refused.errors.contains("already runs"), "\(refused.errors)")
    #expect(try await daemon.stop() == 0)
    #expect(try await shell.steward("resize", "128GiB").status == 0)
    #expect(try await shell.steward("doctor").output.contains("of 131072 MiB"))
  }

  /// Returns the size of the store's data in KiB. As a limit on file sizes, it has the same effect
  /// as a disk that ends there.
  private static func kilobytes(of shell: Shell) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: shell.dataFile.path)
    return (attributes[.size] as? Int ?? 0) / 1024
  }
}

extension Shell {
  fileprivate var dataFile: URL { data.appendingPathComponent("store/data.mdb") }

  /// Limits the size of the files that a running process may make, in bytes.
  fileprivate func limit(_ pid: Int, to bytes: String) async throws {
    let outcome = try await bash("prlimit --pid \(pid) --fsize=\(bytes):unlimited")
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// Creates organizations one by one. Returns the number of those that were created, and the
  /// outcome of the next one.
  ///
  /// A store that refused many changes in one commit may have room for a few more single changes. A
  /// failed commit gives its pages back. Freed pages can be used again when nothing reads the state
  /// of the store that still has them.
  fileprivate func createUntilRefused(
    atMost bound: Int
  ) async throws -> (created: Int, refused: Outcome) {
    var created = 0
    var outcome = try await steward("orgs", "create", "More")
    while outcome.status == 0, created < bound {
      created += 1
      outcome = try await steward("orgs", "create", "More")
    }
    return (created, outcome)
  }

  /// Returns the number of organizations.
  fileprivate func count() async throws -> Int {
    try await steward("orgs", "list", "--all", "-o", "id").lines.count
  }
}
