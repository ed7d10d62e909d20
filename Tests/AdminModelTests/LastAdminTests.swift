import AdminModel
import AdminProtos
import Testing

@Suite("The last admin")
struct LastAdminTests {
  let fixture: Fixture

  init() throws { fixture = try Fixture() }

  @Test("The last admin can be neither demoted nor removed")
  func kept() async throws {
    let acme = try await fixture.organization().id
    let root = try await fixture.member("root@x.org", .admin, in: acme).id
    let jane = try await fixture.member("jane@x.org", in: acme).id
    let demotion = await #expect(throws: AdminError.self) {
      try await fixture.change(root, of: acme, to: .developer)
    }
    let removal = await #expect(throws: AdminError.self) {
      try await fixture.remove(root, of: acme)
    }
    #expect([demotion, removal].map(reason) == ["LAST_ADMIN", "LAST_ADMIN"])

    try await fixture.change(jane, of: acme, to: .admin)
    try await fixture.remove(root, of: acme)
    #expect(try fixture.members(of: acme, roles: [.admin]).data.map(\.id) == [jane])
  }

  @Test("One admin stays when all are demoted and removed at the same time")
  func concurrent() async throws {
    let acme = try await fixture.organization().id
    try await fixture.member("user@x.org", in: acme)
    var admins: [String] = []
    for number in 0..<40 {
      admins.append(try await fixture.member("a\(number)@x.org", .admin, in: acme).id)
    }
    let refusals = await withTaskGroup(of: String?.self) { group in
      for (number, admin) in admins.enumerated() {
        group.addTask {
          do {
            if number.isMultiple(of: 2) {
              try await fixture.change(admin, of: acme, to: .user)
            } else {
              try await fixture.remove(admin, of: acme)
            }
            return nil
          } catch {
            return reason(of: error)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(refusals.compactMap { $0 } == ["LAST_ADMIN"])
    #expect(try fixture.members(of: acme, roles: [.admin]).data.count == 1)
  }

  @Test("The last super admin stays one, however many are demoted at the same time")
  func superAdmins() async throws {
    let acme = try await fixture.organization().id
    var people: [String] = []
    for number in 0..<8 {
      let id = try await fixture.person("s\(number)@x.org", in: acme).id
      try await setSuperAdmin(id, true, in: acme)
      people.append(id)
    }
    let refusals = await withTaskGroup(of: String?.self) { group in
      for id in people {
        group.addTask {
          do {
            try await setSuperAdmin(id, false, in: acme)
            return nil
          } catch {
            return reason(of: error)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(refusals.compactMap { $0 } == ["LAST_SUPER_ADMIN"])
    #expect(try fixture.members(of: acme).data.filter(\.isSuperAdmin).count == 1)
  }

  @Test("Only a super admin makes super admins")
  func promotion() async throws {
    let acme = try await fixture.organization().id
    let jane = try await fixture.person("jane@x.org", in: acme).id
    let error = await #expect(throws: AdminError.self) {
      try await setSuperAdmin(jane, true, in: acme, by: .holding(.admin, in: acme))
    }
    #expect(reason(of: error) == "PERMISSION_DENIED")
    try await setSuperAdmin(jane, true, in: acme, by: .holding(.superAdmin))
    #expect(try fixture.members(of: acme).data.map(\.isSuperAdmin) == [true])
  }

  private func setSuperAdmin(
    _ id: String, _ value: Bool, in organization: String, by access: Access = .unlimited
  ) async throws {
    _ = try await fixture.write { tx in
      try Members.update(
        UpdateUserRequest(organizationId: organization, id: id, isSuperAdmin: value), by: access,
        in: &tx)
    }
  }
}
