internal import AdminProtos
internal import Synchronization

/// The conditions that the operations of one change required of its caller. ``Access`` itself adds
/// to it whenever it allows the caller something, so that no operation can forget to.
final class AccessJournal: Sendable {
  private let noted = Mutex<[AccessCondition]>([])

  /// Records what the caller was allowed to do.
  func note(_ condition: AccessCondition) {
    noted.withLock { conditions in
      if !conditions.contains(condition) { conditions.append(condition) }
    }
  }

  var isEmpty: Bool { noted.withLock(\.isEmpty) }

  var record: AccessConditionsRecord {
    AccessConditionsRecord(conditions: noted.withLock { $0.map(\.record) })
  }
}
