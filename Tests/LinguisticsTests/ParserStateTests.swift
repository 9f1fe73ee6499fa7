import Testing

@testable import Linguistics

@Suite struct ParserStateTests {
  /// Actions of a state with three relations, of which 0 is the root's.
  private func left(_ relation: Int) -> Int { 2 + relation }
  private func right(_ relation: Int) -> Int { 5 + relation }

  private func state(_ actions: Int...) -> ParserState {
    let state = ParserState(relationCount: 3)
    state.reset(count: 2)
    for action in actions { state.apply(action) }
    return state
  }

  @Test func `an empty stack is shifted onto and what has its head is reduced in front of the root without a look`() {
    #expect(state().onlyAction == ParserState.shift)
    #expect(state(ParserState.shift, left(1)).onlyAction == ParserState.shift)
    #expect(state(ParserState.shift, right(1)).onlyAction == ParserState.reduce)
  }

  @Test func `an arc and a choice between actions are for the model`() {
    #expect(state(ParserState.shift).onlyAction == nil)
    #expect(state(ParserState.shift, right(1), ParserState.reduce).onlyAction == nil)
  }

  @Test func `the only action is the best by any scores`() {
    for state in [state(), state(ParserState.shift, left(2)), state(ParserState.shift, right(2))] {
      for wanted in 0..<state.classCount {
        let scores = (0..<state.classCount).map { Int32($0 == wanted ? 9 : -9) }
        #expect(state.bestAction(scores, rootRelation: 0) == state.onlyAction)
      }
    }
  }
}
