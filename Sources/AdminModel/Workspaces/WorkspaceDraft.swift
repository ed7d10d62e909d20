public import AdminProtos

/// A caller's description of a workspace to create.
public struct WorkspaceDraft: Sendable, Hashable {
  public var organization: String
  public var name: String
  /// In the form "#RRGGBB"; the default colour when nil.
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
