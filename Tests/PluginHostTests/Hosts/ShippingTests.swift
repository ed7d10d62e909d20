import Foundation
import Glibc
import GoogleProtos
import HostProtos
import Logging
import Store
import Testing

@testable import PluginHost

@Suite("Shipped checkpoints", .timeLimit(.minutes(1)))
struct ShippingTests {
  private let folder = Folder()
  private let messages = Messages()

  private func ship(_ revision: UInt64, to text: String) async throws -> CheckpointShipping {
    let target = try #require(CheckpointTarget(text))
    let shipper = CheckpointShipper(to: target, logger: messages.logger)
    await shipper.ship(checkpoint(revision))
    return shipper.report
  }

  private func checkpoint(_ revision: UInt64) -> SealedCheckpoint {
    CheckpointSeal([UInt8](repeating: 1, count: 32)).seal(
      LogPosition(revision: revision, chain: [UInt8](repeating: 2, count: 32)),
      at: GoogleTimestamp(seconds: 3))
  }

  @Test("Checkpoints are appended as lines to a file that only its owner can use")
  func file() async throws {
    let path = "\(folder.path)/shipped"
    for revision in UInt64(1)...2 {
      #expect(try await ship(revision, to: path).revision == revision)
    }
    #expect(folder.text("shipped").split(separator: "\n").count == 2)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("A command gets the checkpoint as input, and no shell expands its arguments")
  func command() async throws {
    let report = try await ship(
      7, to: "|/usr/bin/tee -a \(folder.path)/out;touch \(folder.path)/$HOME")
    #expect(report.problem == "")
    #expect(folder.text("out;touch").contains(#""revision":"7""#))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test("A failed command is reported until it succeeds, and logged once")
  func failing() async throws {
    let report = try await ship(7, to: "|/bin/false")
    #expect(report.problem == "The command /bin/false failed: exit status 1.")
    #expect(report.revision == 0)
    #expect(try await ship(7, to: "|/no/such/program").problem.contains("No such file"))
    let shipper = CheckpointShipper(
      to: try #require(CheckpointTarget("|/bin/false")), logger: messages.logger)
    let before = messages.texts.count
    for revision in UInt64(1)...3 { await shipper.ship(checkpoint(revision)) }
    #expect(messages.texts.count == before + 1)
    #expect(shipper.finding.severity == "error")
  }

  @Test("A command that reads nothing and exits with 0 has succeeded")
  func deaf() async throws {
    #expect(try await ship(7, to: "|/bin/true").problem == "")
  }

  @Test("A link is not followed, and a folder that others can write to is not used")
  func unsafe() async throws {
    symlink("\(folder.path)/victim", "\(folder.path)/link")
    #expect(try await ship(1, to: "\(folder.path)/link").problem.contains("is a symbolic link"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/victim"))
    mkdir("\(folder.path)/open", 0o700)
    chmod("\(folder.path)/open", 0o777)
    #expect(try await ship(1, to: "\(folder.path)/open/file").problem.contains("chmod go-w"))
  }

  @Test(
    "A target is an absolute path, or the absolute path of a program after a bar",
    arguments: ["", "file", "/folder/", "|", "| ", "|logger", "|./logger x"])
  func malformed(text: String) {
    #expect(CheckpointTarget(text) == nil)
  }

  @Test("A shipped checkpoint is not shipped again, and only one is being shipped at a time")
  func state() {
    var state = ShippingState()
    let first = (state.begin(5), state.begin(6))
    #expect(first == (true, false))
    state.arrived(5, at: GoogleTimestamp(seconds: 1))
    let second = (state.begin(5), state.begin(6))
    #expect(second == (false, true))
    let failures = (state.failed("x"), state.begin(6), state.failed("x"))
    #expect(failures == (true, true, false))
  }
}
