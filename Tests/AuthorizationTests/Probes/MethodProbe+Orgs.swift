import AdminProtos
import AdminServices

extension MethodProbe {
  static let orgs: [MethodProbe] = [
    .of("orgs.v1.Orgs/Create", .installation) {
      try await $0.clients.orgs.create(CreateOrganizationRequest(name: $0.freshName()))
    },
    .of("orgs.v1.Orgs/Get", .organizations) {
      try await $0.clients.orgs.get(GetOrganizationRequest(id: $0.place.organization))
    },
    .showing("orgs.v1.Orgs/List", .organizations) {
      let list = try await $0.clients.orgs.list(ListOrganizationsRequest(limit: 1000))
      return list.data.map(\.id).contains($0.place.organization)
    },
    .of("orgs.v1.Orgs/Update", .organizations) {
      try await $0.clients.orgs.update(
        UpdateOrganizationRequest(id: $0.place.organization, name: $0.freshName()))
    },
    .of("orgs.v1.Orgs/Delete", .organizations) {
      try await $0.clients.orgs.delete(
        DeleteOrganizationRequest(id: $0.place.organization, dryRun: true))
    },
    .showing("directory.v1.Directory/Resolve", .organizations) {
      let id = $0.place.organization
      let resolved = try await $0.clients.directory.resolve(ResolveIDsRequest(ids: [id]))
      return resolved.data.map(\.id) == [id]
    },
    // A key, which not every role may read.
    .showing("directory.v1.Directory/Find", .workspaces) {
      let id = $0.place.issuedKey
      let found = try await $0.clients.directory.find(FindRequest(text: id))
      return found.data.map(\.id) == [id]
    },
  ]
}

extension Clients {
  var orgs: OrgsClient { OrgsClient(channel) }
  var directory: DirectoryClient { DirectoryClient(channel) }
}
