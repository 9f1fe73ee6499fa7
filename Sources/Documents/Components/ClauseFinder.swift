/// Trees → clauses: each verb with its group of auxiliaries, its subjects and objects as phrases, its adjuncts, and the
/// clause that it depends on.
struct ClauseFinder: Component {
  let name = "clause finder"
  let requires: Set<Layer> = [.tokens, .sentences, .tags, .phrases, .times]
  let assigns: Set<Layer> = [.clauses]

  func annotate(_ annotations: inout Annotations) {
    var found: [Clause] = []
    for sentence in annotations.sentences {
      var builder = ClauseBuilder(sentence: sentence, annotations: annotations, firstClause: found.count)
      found += builder.build()
    }
    annotations.clauses = found
    annotations.subjectPhrases = Set(annotations.clauses.flatMap(\.subjects))
  }
}
