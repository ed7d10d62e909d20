import GoogleProtos
import ProtobufRuntime
import StoreProtos
import Testing

@testable import ConsolePlugin

@Suite("Files of the audit log")
struct AuditFileTests {
  private let event = Event(
    revision: 7, time: GoogleTimestamp(seconds: 1_795_660_449), actor: "user/user_1",
    plugin: "orgs", method: "steward.orgs.v1.Orgs/Create", call: "=call",
    action: "organization.created", resource: "org_1", organizationId: "org_1")

  private func text(_ file: AuditFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

  @Test("A CSV file has a row of names, then one row for each event")
  func csv() throws {
    var file = AuditFile(.csv)
    #expect(try file.add(event))
    #expect(
      text(file) == """
        revision,time,actor,action,resource,organization_id,plugin,method,call,refused_calls\r
        7,2026-11-26T02:34:09Z,user/user_1,organization.created,org_1,org_1,orgs,\
        steward.orgs.v1.Orgs/Create,'=call,\r

        """)
  }

  @Test("A file of JSON lines has one line for each event, with all that is recorded of it")
  func lines() throws {
    var file = AuditFile(.ndjson)
    #expect(try file.add(event))
    #expect(try file.add(event))
    let lines = text(file).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(try lines.dropLast().map { try Event(json: String($0)) } == [event, event])
    #expect(lines.last == "")
  }

  @Test("A file takes no more events than it may hold")
  func rows() throws {
    var file = AuditFile(.csv)
    for _ in 0..<AuditFile.maximumRows { #expect(try file.add(event)) }
    let length = file.bytes.count
    #expect(try !file.add(event))
    #expect(file.bytes.count == length)
  }

  @Test("A file never gets longer than a message may be", arguments: AuditFile.Format.allCases)
  func bytes(format: AuditFile.Format) throws {
    var (file, long) = (AuditFile(format), event)
    long.resource = String(repeating: "x", count: 1_000_000)
    while try file.add(long) {}
    #expect(file.rows == 3)
    #expect(file.bytes.count <= AuditFile.maximumBytes)
  }
}
