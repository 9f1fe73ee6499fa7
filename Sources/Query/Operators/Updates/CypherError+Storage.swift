import Cypher
import Graph
import GraphStorage

extension CypherError {
  /// What the store could not do, in the words of the language.
  init(_ error: StorageError) {
    let message = error.place.map { "\(error.message) (\($0))" } ?? error.message
    switch error.code {
    case .constraintViolated:
      self.init(
        .constraintValidationFailed, error.constraint?.violation ?? "ConstraintViolated", phase: .runtime, message,
        hint: error.remedy)
    case .constraintUnsatisfied:
      self.init(
        .constraintVerificationFailed, error.constraint?.violation ?? "ConstraintViolated", phase: .runtime, message,
        hint: error.remedy)
    case .connected:
      self.init(
        .constraintVerificationFailed, "DeleteConnectedNode", phase: .runtime, message,
        hint: "delete its relationships first, or use DETACH DELETE")
    case .missingElement: self.init(.entityNotFound, "DeletedEntityAccess", phase: .runtime, message, hint: error.remedy)
    case .unstorableValue: self.init(.typeError, "InvalidPropertyType", phase: .runtime, message, hint: error.remedy)
    case .schema: self.init(.executionError, "SchemaError", phase: .runtime, message, hint: error.remedy)
    case .malformedSearch:
      self.init(.argumentError, .invalidArgumentValue, phase: .runtime, message, hint: error.remedy)
    case .unavailable, .locked, .foreign, .damaged, .readOnly, .limitExceeded:
      self.init(.executionError, "StorageError", phase: .runtime, message, hint: error.remedy)
    }
  }
}

/// Runs `body` and turns what the store throws into the language's words.
func asCypherError<Result>(_ body: () throws(StorageError) -> Result) throws(CypherError) -> Result {
  do { return try body() } catch { throw CypherError(error) }
}

extension ConstraintDefinition {
  /// What is wrong with an element that does not meet it.
  fileprivate var violation: CypherError.Detail {
    switch requirement {
    case .unique: "UniqueConstraintViolated"
    case .exists: "PropertyExistenceViolated"
    case .key: "KeyConstraintViolated"
    case .type: "PropertyTypeViolated"
    }
  }
}
