internal import AdminProtos
internal import Synchronization

/// What the operations of one change required of its caller: written by ``Access`` itself whenever
/// it lets the caller do something, so that no operation can forget to.
final class AccessJournal: Sendable {
  private let noted = Mutex<[AccessCondition]>([])

  /// Remembers what the caller was let do.
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
