/// What verbs ask of their surroundings.
enum VerbFrames {
  /// The object of these is the subject of the infinitive that follows.
  static let objectControl = WordList.set(
    """
    order tell ask urge force allow enable persuade convince instruct direct permit invite encourage compel cause want expect
    require advise authorise authorize warn call help let make get push press pressure command
    """)

  /// Verb and particle that take an object together: the particle is no preposition.
  static let particles = WordList.set(
    """
    gun_down shoot_down turn_down blow_up take_over carry_out set_up break_up hunt_down track_down lay_off close_down shut_down
    call_off put_down pick_up wipe_out round_up give_up bring_down tear_down burn_down cut_off beat_up hand_over set_off
    """)

  /// After these an infinitive is a plan, not a fact.
  static let planning = WordList.set(
    """
    plan intend hope aim want seek agree promise pledge vow threaten expect prepare decide propose offer consider schedule wish
    vote refuse decline fail try attempt
    """)
}
