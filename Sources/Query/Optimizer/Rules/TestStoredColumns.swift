import Cypher

/// Lets a scan ask conditions where the values are stored: a comparison of a property with what is the same for every row,
/// whether it is in a list that is, and whether it is there, are asked of blocks of a column, and not at all of blocks whose
/// bounds already decide it.
///
/// Zone maps: G. Moerkotte, "Small Materialized Aggregates", VLDB 1998. Selections as bitmaps: J. M. Patel and Y. Li,
/// "BitWeaving", SIGMOD 2013.
struct TestStoredColumns: OptimizerRule {
  static let name = "TestStoredColumns"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    // A statement that changes the graph may have deleted what it reads, which is an error where the property is read.
    guard context.assumptions != nil else { return plan }
    return plan.rewritten { plan in
      guard case .filter(let predicates) = plan.step, let variable = plan.input.testableVariable else { return plan }
      let (tests, rest) = Self.split(predicates, on: variable)
      guard !tests.isEmpty else { return plan }
      var scan = plan.input
      scan.step.scanConditions.tests += tests
      return rest.isEmpty ? scan : LogicalPlan(.filter(rest), scan)
    }
  }

  /// What can be asked in the scan, and what is left. Nothing moves past a condition that may fail: where that is not asked of a
  /// row, its error does not come.
  private static func split(_ predicates: [Expression], on variable: String) -> ([PropertyTest], rest: [Expression]) {
    var tests: [PropertyTest] = []
    var rest: [Expression] = []
    var mayFail = false
    for predicate in predicates.flatMap(\.conjuncts) {
      if !mayFail, let test = PropertyTest(predicate, on: variable) {
        tests.append(test)
      } else {
        rest.append(predicate)
        mayFail = mayFail || !predicate.cannotFail
      }
    }
    return (tests, rest)
  }
}

extension PropertyTest {
  /// Nil for anything but a condition on a property of `variable`, and a literal, a parameter, or a date, number or list made of
  /// them.
  fileprivate init?(_ predicate: Expression, on variable: String) {
    func key(_ subject: Expression) -> String? {
      guard case .property(let owner, let key) = subject.kind, owner.kind == .variable(variable) else { return nil }
      return key.text
    }
    let found: (key: String?, Question)
    switch predicate.kind {
    case .comparison(let operands, let operators) where operators.count == 1 && operands[1].isFixed:
      found = (key(operands[0]), .compared(operators[0], operands[1]))
    case .comparison(let operands, let operators) where operators.count == 1 && operands[0].isFixed:
      found = (key(operands[1]), .compared(operators[0].flipped, operands[0]))
    case .binary(.in, let subject, let list) where list.isFixed: found = (key(subject), .among(list))
    case .isNull(let subject): found = (key(subject), .isNull)
    case .isNotNull(let subject): found = (key(subject), .isNotNull)
    default: return nil
    }
    guard let key = found.key else { return nil }
    self.init(key: key, question: found.1, predicate: predicate)
  }
}

extension Expression {
  /// True for what has the same value whenever a statement asks.
  fileprivate var isFixed: Bool {
    switch kind {
    case .integer, .float, .string, .boolean, .parameter: true
    case .unary(_, let operand): operand.isFixed
    case .list(let elements): elements.allSatisfy { $0.kind == .null || $0.isFixed }
    case .function(let call): call.name.text.lowercased() == "date" && call.arguments.count == 1 && call.arguments[0].isFixed
    default: false
    }
  }

  /// True where evaluation raises no error, whatever the row.
  var cannotFail: Bool {
    switch kind {
    case .null, .integer, .float, .string, .boolean, .variable: true
    case .property(let owner, _): if case .variable = owner.kind { true } else { false }
    case .comparison(let operands, _): operands.allSatisfy(\.cannotFail)
    case .list(let elements): elements.allSatisfy(\.cannotFail)
    case .binary(.in, let subject, let list):
      if case .list = list.kind { subject.cannotFail && list.cannotFail } else { false }
    case .isNull(let operand), .isNotNull(let operand): operand.cannotFail
    case .hasLabels(let operand, .name): operand.cannotFail
    default: false
    }
  }
}

extension LogicalPlan {
  /// The variable of which a scan that a query begins with can ask conditions; nil for any other step.
  var testableVariable: String? {
    guard case .argument(let columns)? = inputs.first?.step, columns.isEmpty else { return nil }
    switch step {
    case .nodeScan(let scan):
      switch scan.access {
      case .allNodes, .label: return scan.variable
      default: return nil
      }
    case .relationshipScan(let scan): return scan.relationship
    default: return nil
    }
  }
}

extension LogicalPlan.Step {
  /// The conditions of a scan that has a `testableVariable`.
  var scanConditions: ScanConditions {
    get {
      switch self {
      case .nodeScan(let scan): scan.conditions
      case .relationshipScan(let scan): scan.conditions
      default: ScanConditions()
      }
    }
    set {
      switch self {
      case .nodeScan(var scan):
        scan.conditions = newValue
        self = .nodeScan(scan)
      case .relationshipScan(var scan):
        scan.conditions = newValue
        self = .relationshipScan(scan)
      default: preconditionFailure("only scans have conditions")
      }
    }
  }
}
