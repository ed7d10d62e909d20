import AdminModel
import Foundation
import HostProtos
import IPC
import IPCProtos
import ProtobufRuntime
import Status
import Testing

@Suite("The authorization matrix", .timeLimit(.minutes(5)))
struct AuthorizationMatrixTests {
  private let matrix: Matrix
  private let fixture: Fixture

  init() async throws {
    matrix = try Matrix()
    fixture = try await Fixture.shared.value
  }

  private func declaredPermissions() throws -> [String: String] {
    try DeclaredMethods.permissions(of: fixture.host.services, in: fixture.host.descriptorSets)
  }

  @Test("The matrix has exactly one line for every method of the host and of every plugin")
  func methods() throws {
    let declared = Set(try declaredPermissions().keys)
    #expect(declared.subtracting(matrix.rows.keys) == [], "methods that the matrix lacks")
    #expect(Set(matrix.rows.keys).subtracting(declared) == [], "methods that there aren't")
    #expect(
      declared.subtracting(MethodProbe.all.map(\.method)) == [], "methods that are never called")
    #expect(matrix.repeated == [])
    #expect(MethodProbe.all.count == declared.count)
  }

  @Test("No public method takes a request of more than 4 KiB")
  func publicRequests() throws {
    let rules = try DeclaredMethods.rules(
      of: fixture.host.services, in: fixture.host.descriptorSets)
    for (method, rules) in rules where rules.permission == "public" {
      #expect(rules.requestLimit <= 4 << 10, "\(method)")
    }
  }

  /// A plugin without the store, such as the console, can only call others for its caller.
  @Test("The matrix covers every service that the manifest of a plugin with the store declares")
  func services() throws {
    let plugins = Matrix.file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Plugins")
    var promised: Set<String> = []
    for folder in try FileManager.default.contentsOfDirectory(atPath: plugins.path) {
      let json = try String(
        contentsOf: plugins.appendingPathComponent("\(folder)/plugin.json"), encoding: .utf8)
      let manifest = try Manifest(json: json)
      guard manifest.grants?.store == true else { continue }
      promised.formUnion(manifest.services + manifest.provides)
    }
    #expect(promised == Set(fixture.host.pluginServices))
  }

  @Test("The matrix has a column for every role")
  func roles() {
    let callerRoles = CallerRole.allCases.map(\.rawValue)
    #expect(matrix.callerRoles == callerRoles)
    #expect(Set(Role.allCases.map(\.rawValue)).subtracting(callerRoles) == [])
  }

  @Test("Every method declares the permission that the matrix states")
  func permissions() throws {
    let declared = try declaredPermissions()
    #expect(declared.filter(\.value.isEmpty).keys.sorted() == [])
    #expect(declared == matrix.rows.mapValues(\.permission))
  }

  @Test("The permissions of the role table are those of plugins, and of the log by organization")
  func knownPermissions() throws {
    let declared = try DeclaredMethods.permissions(
      of: fixture.host.pluginServices, in: fixture.host.descriptorSets)
    let ofTheLog = Set(["audit.read", "events.read"])
    let known = Permission.allCases.map(\.rawValue) + ["public"]
    #expect(Set(declared.values).union(ofTheLog) == Set(known))
    #expect(ofTheLog.isSubset(of: try declaredPermissions().values))
  }

  @Test("Every method that only operators and super admins may call is privileged")
  func privileged() throws {
    let held = Role.allCases.filter { $0 != .superAdmin }.flatMap(\.permissions).map(\.rawValue)
    let rules = try DeclaredMethods.rules(
      of: fixture.host.services, in: fixture.host.descriptorSets)
    for (method, rules) in rules where !(held + ["public"]).contains(rules.permission) {
      #expect(rules.privileged, "\(method)")
    }
  }

  @Test(
    "A method that creates, reveals or revokes credentials is privileged",
    arguments: [
      "auth.v1.AdminKeys/Create", "auth.v1.AdminKeys/Revoke", "auth.v1.Auth/CreatePasswordReset",
      "keys.v1.Keys/Reveal",
    ])
  func handingOut(method: String) throws {
    let rules = try DeclaredMethods.rules(
      of: fixture.host.services, in: fixture.host.descriptorSets)
    #expect(rules[method]?.privileged == true)
  }

  @Test(
    "Each caller may call a method where the matrix says so, and nowhere else",
    arguments: MethodProbe.all.map(\.method))
  func row(method: String) async throws {
    let probe = try #require(MethodProbe.all.first { $0.method == method })
    let expected = try #require(matrix.rows[method])
    for callerRole in CallerRole.allCases {
      let verdicts = try await verdicts(of: probe, callerRole)
      #expect(
        probe.cell(verdicts) == expected.cells[callerRole.rawValue],
        "\(method) by \(callerRole.rawValue)")
      expectHiding(verdicts, "\(method) by \(callerRole.rawValue)")
    }
  }

  private func verdicts(
    of probe: MethodProbe, _ callerRole: CallerRole
  ) async throws -> [Relation: Verdict] {
    guard let caller = fixture.callers[callerRole] else { return [:] }
    var verdicts: [Relation: Verdict] = [:]
    for relation in probe.places(of: caller) {
      let attempt = try Attempt(fixture, by: callerRole, at: relation)
      verdicts[relation] = await attempt.verdict(of: probe)
    }
    return verdicts
  }

  /// Expects the same refusal for another organization as for an absent place, if the caller may
  /// call the method at home. The refusal must not reveal what exists elsewhere.
  ///
  /// Expects the same for another's key, if the caller may do this only with their own keys.
  private func expectHiding(_ verdicts: [Relation: Verdict], _ who: Comment) {
    for relation in [Relation.own, .sibling] {
      guard case .hidden(_?) = verdicts[relation] else { continue }
      #expect(verdicts[relation]?.withoutIDs == verdicts[.nowhere]?.withoutIDs, who)
    }
    guard verdicts[.own] == .allowed, let nowhere = verdicts[.nowhere],
      let other = verdicts[.other], other != .allowed
    else { return }
    #expect(other.withoutIDs == nowhere.withoutIDs, who)
    #expect(other != .denied, who)
  }
}

extension Verdict {
  /// The verdict with a placeholder for each id in the refusal's message.
  fileprivate var withoutIDs: Verdict {
    guard case .hidden(var status?) = self else { return self }
    status.message.replace(/[0-9a-f-]{36}|[a-z]+_[1-9A-Za-z]{24}/, with: "ID")
    return .hidden(status)
  }
}
