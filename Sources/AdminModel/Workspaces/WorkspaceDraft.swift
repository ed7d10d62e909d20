public import AdminProtos

/// What a caller says of a workspace to be created.
public struct WorkspaceDraft: Sendable, Hashable {
  public var organization: String
  public var name: String
  /// "#RRGGBB"; the default colour when nil.
  public var displayColor: String?
  public var tags: [String: String]
  /// The defaults when nil.
  public var dataResidency: DataResidencyRecord?

  public init(
    organization: String, name: String, displayColor: String? = nil, tags: [String: String] = [:],
    dataResidency: DataResidencyRecord? = nil
  ) {
    self.organization = organization
    self.name = name
    self.displayColor = displayColor
    self.tags = tags
    self.dataResidency = dataResidency
  }
}
