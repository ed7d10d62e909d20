public import ArgumentParser
public import JSONCalls

extension MethodName: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
