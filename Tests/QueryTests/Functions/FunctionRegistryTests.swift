import Cypher
import Query
import Testing

@Suite struct FunctionRegistryTests {
  @Test("Every function that the analysis lets through can be evaluated, with as many arguments")
  func catalogIsImplemented() throws {
    for signature in FunctionCatalog.all {
      if signature.isAggregate {
        #expect(AggregateFunction.named(signature.name) != nil, "\(signature.name) is no aggregate")
        continue
      }
      let function = try #require(FunctionRegistry.standard.function(named: signature.name), "\(signature.name) is missing")
      #expect(function.argumentCounts.contains(signature.minimumArgumentCount), "\(signature.name)")
      let most = signature.maximumArgumentCount ?? function.argumentCounts.upperBound
      #expect(function.argumentCounts.contains(most), "\(signature.name)")
    }
  }

  @Test("Every function that can be evaluated is known to the analysis")
  func registryIsCataloged() {
    for name in FunctionRegistry.standard.names {
      #expect(FunctionCatalog.signature(named: name) != nil, "\(name) is not in the catalog")
    }
  }
}
