/// One kind of annotation. Components say which layers they need and which they fill, so that a pipeline put together in a
/// wrong order fails when it is built and not when it reads.
public enum Layer: String, Sendable, Hashable, CaseIterable {
  case syntax, tokens, sentences, tags, quotations, times, quantities, phrases, clauses, mentions, entities, statements,
    relations, events
  case claims, contradictions
}
