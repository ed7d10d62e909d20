import HTML
import ProtobufRuntime

/// The place of a page in a list, as its address says: after or before a record, and how many.
struct ListPlace: Sendable {
  let after: String
  let before: String
  let size: Int32

  init(_ visit: Visit) {
    after = visit.query["after_id"]
    before = after.isEmpty ? visit.query["before_id"] : ""
    size =
      Int32(visit.query["size"]).flatMap { Settings.sizes.contains($0) ? $0 : nil }
      ?? visit.viewer.settings.size
  }

  var isFirst: Bool { after.isEmpty && before.isEmpty }
}

/// The links between the pages of a list. Its filters stay.
struct Pager: Sendable {
  let place: ListPlace
  let shown: Int
  let hasMore: Bool
  let first: String?
  let last: String?
  /// The exact number of records in the whole list, where it is known.
  var total: Int?

  func drawing(in visit: Visit) -> Markup {
    // A page before a place has more in its own direction, and the place itself behind it.
    let hasNext = place.before.isEmpty ? hasMore : true
    let hasPrevious = place.before.isEmpty ? !place.after.isEmpty : hasMore
    guard hasNext || hasPrevious || total != nil else { return .nothing }
    return nav(.class("pager"), .ariaLabel(visit.text(.pages))) {
      if let total { span { visit.text(.records(total)) } }
      if hasPrevious {
        a(.href(address(visit, []))) { visit.text(.firstPage) }
        if let first {
          a(.href(address(visit, [("before_id", first)])), .rel("prev")) {
            visit.text(.previous(Int(place.size)))
          }
        }
      }
      if hasNext, let last {
        a(.href(address(visit, [("after_id", last)])), .rel("next")) {
          visit.text(.next(Int(place.size)))
        }
      }
    }
  }

  private func address(_ visit: Visit, _ cursor: [(String, String)]) -> Address {
    visit.address(without: ["after_id", "before_id", "done"]).query(cursor)
  }
}
