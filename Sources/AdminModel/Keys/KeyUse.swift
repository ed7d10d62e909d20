internal import AdminProtos
public import GoogleProtos

/// The uses of one key that are not written yet: the last one, and the number on each day.
public struct KeyUse: Sendable {
  /// The time of the last use.
  public private(set) var lastUsedAt: GoogleTimestamp
  /// The number of uses on the day of the last one.
  private var count: UInt32 = 1
  /// The uses on days before that. Uses are written soon, so this is nearly always empty.
  private var earlier: [(day: Int, count: UInt32)] = []

  /// Creates the first use.
  public init(at time: GoogleTimestamp) {
    lastUsedAt = time
  }

  /// Adds a use. If its time is earlier than that of the last one, the clock was set back, and it
  /// counts as one at the last time.
  public mutating func note(at time: GoogleTimestamp) {
    if time.day > lastUsedAt.day {
      earlier.append((lastUsedAt.day, count))
      count = 0
    }
    count &+= 1
    if time.microseconds > lastUsedAt.microseconds { lastUsedAt = time }
  }

  /// The number of uses on each day with any.
  var byDay: [(day: Int, count: UInt32)] { earlier + [(lastUsedAt.day, count)] }
}

extension KeyUseRecord {
  /// The number of days for which uses are counted.
  static let countedDays = 30

  /// Adds uses. Those on a day that is no longer counted are dropped.
  mutating func add(_ use: KeyUse) {
    let time = GoogleTimestamp.later(lastUsedAt, use.lastUsedAt)
    shift(to: time.day)
    lastUsedAt = time
    for (day, count) in use.byDay {
      let place = Self.countedDays - 1 - (time.day - day)
      guard checksByDay.indices.contains(place) else { continue }
      let (sum, isTooLarge) = checksByDay[place].addingReportingOverflow(count)
      checksByDay[place] = isTooLarge ? .max : sum
    }
  }

  /// Returns the number of uses on a day.
  func checks(on day: Int) -> UInt32 {
    guard let lastUsedAt else { return 0 }
    let place = checksByDay.count - 1 - (lastUsedAt.day - day)
    return checksByDay.indices.contains(place) ? checksByDay[place] : 0
  }

  /// Makes a day that isn't earlier the last of the counted days.
  private mutating func shift(to day: Int) {
    checksByDay = (day - Self.countedDays + 1...day).map { checks(on: $0) }
  }
}
