/// Verbs that say how two entities stand to each other.
enum RelationVerbs {
  /// From the subject to the object; a particle is part of the verb.
  static let active = WordList.table(
    """
    LEADS: lead head command run chair govern rule manage direct captain skipper coach co-chair co-lead preside_over oversee
    LEADS: operate
    LEADS: head_up helm steer conduct spearhead administer superintend preside
    OWNS: own co-own possess acquire buy purchase take_over buy_up buy_out inherit control part-own
    FOUNDED: start form found co-found cofound establish create set_up launch start_up
    SUPPLIES: supply arm equip furnish resupply
    OPPOSES: oppose resist combat fight
    REPRESENTS: represent defend
    WORKS_FOR: advise train assist
    MEMBER_OF: join rejoin
    RELATIVE_OF: marry wed divorce
    ALLIED_WITH: back support endorse
    AFFILIATED_WITH: sponsor
    """)

  /// Lemma and preposition; a particle stands between them.
  static let withPreposition = WordList.table(
    """
    WORKS_FOR: work_for speak_for work_at work_with teach_at employ_by employ_at practise_at practice_at lecture_at serve_under
    WORKS_FOR: retire_from resign_from toil_for drive_for write_for answer_to moonlight_for
    WORKS_FOR: play_for coach_at train_at intern_for lobby_for sit_at
    WORKS_FOR: report_to act_as_spokesman_for consult_for retain_by intern_at spy_for engage_by hire_by
    REPRESENTS: act_for appear_for plead_for
    MEMBER_OF: expel_from enrol_with
    LOCATED_IN: lie_in situate_in locate_in live_in reside_in settle_in dwell_in
    BASED_IN: operate_from
    MEMBER_OF: serve_in belong_to sit_on stand_for serve_on sit_in enrol_in enlist_in run_for enroll_in sit_for
    SPLIT_FROM: break_from split_from break_with secede_from defect_from spin_off break_away_from split_off_from spin_off_from
    SPLIT_FROM: separate_from part_from breakaway_from splinter_from demerge_from break_off_from hive_off_from carve_out_of
    BASED_IN: base_in headquarter_in register_in base_at base_out headquarter_at incorporate_in domicile_in
    ALLIED_WITH: ally_with ally_to side_with align_with fight_alongside team_up_with
    AFFILIATED_WITH: affiliate_with affiliate_to link_to associate_with tie_to connect_to
    RELATIVE_OF: marry_to relate_to engage_to
    OPPOSES: fight_against campaign_against rebel_against rise_against compete_with compete_against feud_with vie_with
    LEADS: preside_over
    """)

  static let passive = WordList.table(
    """
    LEADS: lead head command run chair captain skipper manage direct coach operate govern rule co-chair head_up helm oversee
    LEADS: administer superintend preside_over conduct
    OWNS: own control co-own acquire buy purchase take_over buy_out buy_up part-own inherit publish
    FOUNDED: found establish co-found cofound set_up create launch start form start_up
    REPRESENTS: represent defend
    SUPPLIES: supply arm equip
    ALLIED_WITH: back support endorse
    OPPOSES: oppose
    WORKS_FOR: advise
    """)

  /// What a participle or an adjective says with its preposition: "is married to", "an armed group allied with".
  static let predicates = WordList.table(
    """
    RELATIVE_OF: married_to related_to engaged_to
    BASED_IN: based_in headquartered_in registered_in located_in incorporated_in domiciled_in based_at seated_in based_on
    BASED_IN: headquartered_at based_near
    LOCATED_IN: resident_in
    ALLIED_WITH: allied_with allied_to aligned_with loyal_to friendly_to sympathetic_to
    AFFILIATED_WITH: affiliated_with affiliated_to linked_to associated_with tied_to connected_to
    OPPOSES: opposed_to hostile_to
    """)

  /// What makes an employer of the subject and an employee of the object, or of the subject and the agent of the passive.
  static let employing = WordList.set(
    """
    employ hire recruit engage suspend dismiss sack fire reinstate rehire appoint reassign lay_off take_on transfer promote
    demote
    """)
}
