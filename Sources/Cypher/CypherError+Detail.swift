extension CypherError {
  /// The TCK's word for what exactly was wrong; the raw value is the TCK's spelling. New details are added here and
  /// nowhere else.
  public struct Detail: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
  }
}

extension CypherError.Detail {
  // Reading
  public static let unexpectedSyntax: Self = "UnexpectedSyntax"
  public static let invalidNumberLiteral: Self = "InvalidNumberLiteral"
  public static let integerOverflow: Self = "IntegerOverflow"
  public static let floatingPointOverflow: Self = "FloatingPointOverflow"
  public static let invalidUnicodeLiteral: Self = "InvalidUnicodeLiteral"
  public static let invalidUnicodeCharacter: Self = "InvalidUnicodeCharacter"
  public static let invalidRelationshipPattern: Self = "InvalidRelationshipPattern"

  // Clauses and projections
  public static let invalidClauseComposition: Self = "InvalidClauseComposition"
  public static let differentColumnsInUnion: Self = "DifferentColumnsInUnion"
  public static let noExpressionAlias: Self = "NoExpressionAlias"
  public static let noVariablesInScope: Self = "NoVariablesInScope"
  public static let columnNameConflict: Self = "ColumnNameConflict"
  public static let nonConstantExpression: Self = "NonConstantExpression"
  public static let negativeIntegerArgument: Self = "NegativeIntegerArgument"

  // Variables and parameters
  public static let undefinedVariable: Self = "UndefinedVariable"
  public static let variableAlreadyBound: Self = "VariableAlreadyBound"
  public static let variableTypeConflict: Self = "VariableTypeConflict"
  public static let invalidParameterUse: Self = "InvalidParameterUse"
  public static let missingParameter: Self = "MissingParameter"

  // Patterns
  public static let relationshipUniquenessViolation: Self = "RelationshipUniquenessViolation"
  public static let creatingVarLength: Self = "CreatingVarLength"
  public static let requiresDirectedRelationship: Self = "RequiresDirectedRelationship"
  public static let noSingleRelationshipType: Self = "NoSingleRelationshipType"
  public static let invalidDelete: Self = "InvalidDelete"
  public static let invalidPropertyType: Self = "InvalidPropertyType"

  // Functions, procedures, aggregation
  public static let unknownFunction: Self = "UnknownFunction"
  public static let invalidNumberOfArguments: Self = "InvalidNumberOfArguments"
  public static let invalidArgumentType: Self = "InvalidArgumentType"
  public static let invalidArgumentValue: Self = "InvalidArgumentValue"
  public static let invalidArgumentPassingMode: Self = "InvalidArgumentPassingMode"
  public static let procedureNotFound: Self = "ProcedureNotFound"
  public static let invalidAggregation: Self = "InvalidAggregation"
  public static let nestedAggregation: Self = "NestedAggregation"
  public static let ambiguousAggregationExpression: Self = "AmbiguousAggregationExpression"

  // Values
  public static let numberOutOfRange: Self = "NumberOutOfRange"
  public static let divisionByZero: Self = "DivisionByZero"
  public static let listElementAccessByNonInteger: Self = "ListElementAccessByNonInteger"
  public static let mapElementAccessByNonString: Self = "MapElementAccessByNonString"
  public static let deletedEntityAccess: Self = "DeletedEntityAccess"
}
