/// Thrown by a checkpoint to end an algorithm early.
public struct AlgorithmInterruption: Error {
  public init() {}
}

/// Called by long-running algorithms every few milliseconds; by throwing, a caller that was cancelled or ran out of time ends
/// them.
public typealias Checkpoint = () throws(AlgorithmInterruption) -> Void

/// The checkpoint of a caller that lets an algorithm run to its end.
public let neverInterrupted: @Sendable () throws(AlgorithmInterruption) -> Void = { () throws(AlgorithmInterruption) in }
