import AdminProtos
import AdminServices
import StoreProtos

/// The names of what events are about, found for a whole page at once.
enum EventNames {
  /// The number of ids that the directory takes in one call.
  private static let maximumIDs = 100

  /// Returns the ids of the actors, records and organizations in events.
  static func ids(in events: [Event]) -> [String] {
    var known: Set<String> = []
    return events.flatMap { [actorID($0.actor)] + parts(of: $0.resource) + [$0.organizationId] }
      .filter { isID($0) && known.insert($0).inserted }
  }

  /// Returns the entries of ids, by id. What can't be found keeps its id as its name.
  static func load(_ ids: [String], _ visit: Visit) async throws -> [String: DirectoryEntry] {
    let parts = stride(from: 0, to: ids.count, by: maximumIDs).map {
      Array(ids[$0..<min($0 + maximumIDs, ids.count)])
    }
    return try await withThrowingTaskGroup(of: [DirectoryEntry].self) { group in
      for part in parts {
        group.addTask {
          try await visit.load {
            try await DirectoryClient(visit.host).resolve(
              ResolveIDsRequest(ids: part), options: visit.reading
            ).data
          }.value ?? []
        }
      }
      return try await group.reduce(into: [:]) { names, found in
        for entry in found { names[entry.id] = entry }
      }
    }
  }

  /// The id in an actor such as "user/user_…"; empty if the actor has no name.
  static func actorID(_ actor: String) -> String {
    let parts = actor.split(separator: "/", maxSplits: 1).map(String.init)
    return parts.count == 2 && ["user", "admin_key"].contains(parts[0]) ? parts[1] : ""
  }

  /// The ids in that of a record: two for a membership, which is "organization/user".
  static func parts(of resource: String) -> [String] {
    resource.split(separator: "/").map(String.init)
  }

  /// Whether a text can be an id that the directory knows.
  private static func isID(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && !text.utf8.contains(UInt8(ascii: "."))
      && (text.utf8.contains(UInt8(ascii: "_")) || text.utf8.count == 36)
  }
}
