import Linguistics

/// The relation of a token to its head, after Universal Dependencies; those that no component asks about are `other`.
public enum Dependency: String, Sendable, CaseIterable {
  case root
  case subject = "nsubj"
  case passiveSubject = "nsubj:pass"
  case object = "obj"
  case indirectObject = "iobj"
  case oblique = "obl"
  case obliqueAgent = "obl:agent"
  case unmarkedOblique = "obl:unmarked"
  case modifier = "nmod"
  case possessive = "nmod:poss"
  case unmarkedModifier = "nmod:unmarked"
  case apposition = "appos"
  case relativeClause = "acl:relcl"
  case adnominalClause = "acl"
  case adverbialClause = "advcl"
  case complement = "ccomp"
  case openComplement = "xcomp"
  case subjectClause = "csubj"
  case conjunct = "conj"
  case coordinator = "cc"
  case parataxis
  case auxiliary = "aux"
  case passiveAuxiliary = "aux:pass"
  case copula = "cop"
  case caseMarker = "case"
  case clauseMarker = "mark"
  case determiner = "det"
  case adverbialModifier = "advmod"
  case adjectivalModifier = "amod"
  case compound
  case particle = "compound:prt"
  case flat
  case fixed
  case expletive = "expl"
  case punctuation = "punct"
  case list
  case other

  /// The relation that the models number `relation`.
  static func of(_ relation: UInt8) -> Dependency { numbered[Int(relation)] }

  private static let numbered: [Dependency] = LanguageModels.syntax.relationNames.names.map {
    Dependency(rawValue: $0) ?? Dependency(rawValue: String($0.prefix { $0 != ":" })) ?? .other
  }
}
