/// Where a data file is damaged, and how.
public struct PageFlaw: Error, Hashable, Sendable {
  /// The page that is wrong, or that is referred to wrongly. The first one is page 0.
  public let page: UInt64

  /// What the page is of: a database by its name, or a list that LMDB itself keeps.
  public let owner: String

  /// What is wrong with the page, as the end of a sentence.
  public let problem: String

  init(_ page: UInt64, of owner: String, _ problem: String) {
    self.page = page
    self.owner = owner
    self.problem = problem
  }
}

extension PageFlaw: CustomStringConvertible {
  /// The same as the middle of a sentence: `page 7 (of "keys") lies beyond the end of the file`.
  public var description: String { "page \(page) (of \(owner)) \(problem)" }
}
