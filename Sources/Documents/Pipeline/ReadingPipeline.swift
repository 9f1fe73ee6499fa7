import Linguistics

/// Document → annotations: the components in order, each working on what those before it found.
///
///     let annotations = ReadingPipeline.standard.read(document)
public struct ReadingPipeline: Sendable {
  public let components: [any Component]

  /// - Throws: `PipelineError` if a component requires a layer that none before it assigns.
  public init(_ components: [any Component]) throws(PipelineError) {
    var assigned: Set<Layer> = []
    for component in components {
      let missing = component.requires.subtracting(assigned)
      guard missing.isEmpty else {
        throw PipelineError(component: component.name, missing: missing.sorted { $0.rawValue < $1.rawValue })
      }
      assigned.formUnion(component.assigns)
    }
    self.components = components
  }

  /// Words, trees and mentions by the trained models, and on them rules for English: what graphs are made of and mentions are
  /// printed from.
  public static let standard = standard(SyntaxReader())

  /// The same rules on other models than those that the program carries.
  package static func standard(by models: SyntaxModels) -> ReadingPipeline { standard(SyntaxReader(models: models)) }

  private static func standard(_ reader: SyntaxReader) -> ReadingPipeline {
    assembled([
      reader, QuotationFinder(), TimeExpressionFinder(), QuantityFinder(), PhraseChunker(), ClauseFinder(), MentionFinder(),
      CoreferenceResolver(), StatementFinder(), RelationFinder(), ThingFinder(), EventFinder(), ClaimFinder(),
      ContradictionFinder(),
    ])
  }

  /// What prints only syntax needs no more.
  public static let syntax = assembled([SyntaxReader()])

  private static func assembled(_ components: [any Component]) -> ReadingPipeline {
    guard let pipeline = try? ReadingPipeline(components) else {
      preconditionFailure("the components stand in an order that serves each of them")
    }
    return pipeline
  }

  /// Reads the whole text; of one that is not in English its words and sentences. Pure: the same document gives the same
  /// annotations. Complexity: linear in the tokens, but for coreference, which compares each mention with the entities found
  /// before it.
  public func read(_ document: Document) -> Annotations {
    var annotations = Annotations(document: document)
    let isEnglish = document.isEnglish
    for component in components where isEnglish || component.isForAnyLanguage { component.annotate(&annotations) }
    return annotations
  }
}
