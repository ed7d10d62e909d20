import Foundation
import Testing

/// No command ends by a signal because of the contents of the store's files. No command creates a
/// new store where one was.
@Suite("Damaged or missing stores", .timeLimit(.minutes(2)))
struct DamagedStoreTests {
  private static let commands = [
    ["orgs", "list"], ["orgs", "create", "Acme"], ["doctor"], ["serve", "--no-http"],
    ["backup", "file"], ["resize", "100GiB"],
  ]

  let shell: Shell
  private let file: String

  init() async throws {
    shell = try Shell()
    file = "\(shell.data.path)/store/data.mdb"
    // One commit leaves few free pages. Each part of the file that a test damages is in use then.
    let manifest = (0..<200).map { "- {kind: organization, name: o\($0)}" }
    let outcome = try await shell.steward(
      "apply", "-f", "-", input: manifest.joined(separator: "\n"))
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("Every command ends with DATA_LOSS if the store's file was cut, even at the end of a page")
  func cut() async throws {
    let pages = try Data(contentsOf: URL(filePath: file)).count / 4096
    for size in [pages / 2 * 4096, pages / 2 * 4096 + 100, 3 * 4096] {
      truncate(file, off_t(size))
      try await expectRefusals(saying: "beyond the end of the file")
    }
  }

  @Test("Every command ends with DATA_LOSS if store pages hold garbage, and names the page")
  func garbage() async throws {
    let whole = try Data(contentsOf: URL(filePath: file))
    for page in stride(from: 10, to: whole.count / 4096 - 10, by: 20) {
      var damaged = whole
      let garbage = (0..<10 * 4096).map { _ in UInt8.random(in: 0...255) }
      damaged.replaceSubrange(page * 4096..<(page + 10) * 4096, with: garbage)
      try damaged.write(to: URL(filePath: file))
      let outcome = try await shell.steward("orgs", "list")
      #expect(outcome.status == 25 && outcome.errors.contains("is damaged: page "))
    }
    try await expectRefusals(saying: "steward restore FILE")
  }

  @Test("A missing store is not a new installation if a file beside it shows that there was one")
  func gone() async throws {
    try Data().write(to: URL(filePath: file))
    try await expectRefusals(saying: "steward restore FILE")
    unlink(file)
    try await expectRefusals(saying: "--data")
    unlink("\(shell.data.path)/audit.checkpoint")
    try await expectRefusals(saying: "--data")
  }

  @Test("An empty store that replaces the old one is not accepted as a new installation")
  func replaced() async throws {
    let other = try Shell()
    try await other.begin()
    for name in ["data.mdb", "chain.key"] {
      let place = "\(shell.data.path)/store/\(name)"
      unlink(place)
      try FileManager.default.copyItem(atPath: "\(other.data.path)/store/\(name)", toPath: place)
    }
    try await expectRefusals(saying: "steward restore FILE")
  }

  @Test("A damaged store works again after a backup is restored")
  func restored() async throws {
    let backup = try await shell.steward("backup", "../before")
    try #require(backup.status == 0, "\(backup.errors)")
    truncate(file, 20 * 4096)
    #expect(try await shell.steward("restore", "../before").status == 0)
    #expect(try await shell.steward("doctor").status == 0)
  }

  @Test("A command that only reads does not create a mistyped data directory")
  func mistyped() async throws {
    let reads = [
      ["orgs", "list"], ["plugin", "list"], ["doctor"], ["auth", "whoami"], ["export", "-"],
      ["audit", "list"],
      ["backup", "file"], ["watch"], ["describe"],
    ]
    for arguments in reads {
      let outcome = try await shell.run(arguments + ["--data", "nowhere/else", "--timeout", "5s"])
      #expect(outcome.status == 15, "\(arguments)")
      #expect(outcome.errors.contains("There is no installation in"), "\(outcome.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: "\(shell.directory.path)/nowhere"))
  }

  private func expectRefusals(saying part: String) async throws {
    for arguments in Self.commands {
      let outcome = try await shell.run(arguments)
      #expect(outcome.status == 25, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(part), "\(arguments): \(outcome.errors)")
    }
  }
}
