extension EventVerbs {
  /// What courts, offices, parties, firms, unions, schools, stages and teams do, after FrameNet's frames of these fields
  /// (Verdict, Sentencing, Notification_of_charges, Change_of_leadership, Law enactment, Commerce, Finish_competition …).
  static let publicLife = """
    rejection|agent|target||animate stoppage object|suspend cancel postpone defer
    sentence|agent|target||people object|absolve exculpate vindicate resentence re-sentence reprieve
    sentence|agent|target||suits agency object|adjudicate arbitrate decide determine
    sentence|agent|target||suits object|adjudicate
    sentence|agent|||court dated told intransitive|find hold conclude
    sentence|agent|target||court object|overrule overturn
    publication|agent|||agency dated told intransitive|report
    trial|agent|target||people object|retry re-try court-martial
    trial|agent|target||suits court object|hear adjourn reopen
    trial|agent|||court intransitive|adjourn resume reconvene
    vote|agent|target||legislature party object|censure rebuke
    sentence|agent|target||animate party object|penalise penalize punish censure reprimand
    order|agent|target||agency object|stay enjoin restrain suspend block halt bar
    order|agent|target||court instructed party object|tell instruct direct
    order|agent|target||securities object|suspend halt
    order|agent|target||object|subpoena commute
    order|agent|target||animate object|abolish legalise legalize decriminalise decriminalize criminalise criminalize promulgate
    order|agent|target||animate object|deregulate liberalise liberalize ration requisition countermand
    charge|agent|target||object|countersue counter-sue
    charge|agent|||animate intransitive|litigate
    testimony|agent|||animate told intransitive|confess
    other|agent|target||people object|parole amnesty repatriate naturalise naturalize
    attack|agent|target||animate object|desecrate deface
    payment|agent|recipient||sum|overpay underpay shortchange
    payment|agent|recipient||body object|rescue
    payment|agent|recipient||money object|defraud swindle cheat fleece
    vote|agent|target||legislature object|back endorse carry support okay scrap amend override shelve defer overturn revoke
    vote|agent|target||legislature object|certify confirm accept abolish raise lower increase
    vote|agent|target||by-votes|reject approve pass adopt defeat back endorse ratify
    vote|agent|target||by-votes|accept elect choose oppose award hand give grant
    vote|agent|||animate|abstain
    vote|agent|target||animate object|ballot
    appointment|agent|target||people object to-post|choose pick select designate tap draft assign propose invite
    appointment|agent|target||people object|co-opt headhunt poach rehire re-hire consecrate anoint invest
    appointment|agent|target||legislature people object|confirm
    appointment|agent|||animate post object|reshuffle shuffle
    appointment|target|||people-subject intransitive prep-from|join
    departure|agent|target||office people object|drop dump ditch boot topple recall
    departure|agent|target||post object|topple
    departure|agent|target||people object|exclude excommunicate laicise laicize terminate boot
    departure|agent|||people-subject|bow recuse
    split|agent|target||body-subject post object|leave exit desert abandon
    split|agent|target|||disaffiliate dissociate disassociate
    agreement|agent|target||agreement object|ink forge strike hammer thrash renew extend initial endorse accept approve back
    agreement|agent|target||offer animate finite object|accept
    agreement|agent|target||animate|ally partner collaborate cooperate accede
    agreement|agent|target||agency object|okay green-light greenlight permit rubber-stamp
    meeting|agent|target||animate|mediate negotiate parley caucus
    meeting|agent||||reconvene
    meeting|agent|target||legislature object|debate discuss
    meeting|agent|||people-subject dated intransitive|gather assemble
    other|agent|target||place object|annex cede
    other|agent|target||told party object|recognise recognize
    election|agent|||ballots animate object|contest
    rejection|agent|||refusing|refuse decline
    rejection|agent|target||agency object|block veto overrule
    rejection|agent|target||passive people|refuse
    rejection|agent|target||animate proffered object|reject spurn decline refuse
    rejection|agent|target||animate plans object|reject spurn scrap shelve drop abandon
    rejection|agent|target||animate plans object|ditch refuse block axe cancel oppose withdraw
    rejection|agent|target||animate work object|pull axe spike drop scrap
    rejection|agent|target||animate happened object|cancel scrap shelve abandon postpone
    acquisition|agent|target||site object|offload auction repossess expropriate foreclose snap
    acquisition|agent|target||of-firms object|offload auction repurchase
    split|agent|target||body object|demerge
    investment|agent|target||money object|inject commit stake
    contract|agent|target||firm object told|choose pick select shortlist
    contract|agent|||named-recipient object|outsource subcontract
    contract|agent|target||contract object|extend renew renegotiate
    contract|agent|target||object told animate|procure
    search|agent|target||afloat object|board
    closure|agent|target||site object|idle board vacate
    closure|agent|target||running object|axe scrap cut end terminate
    closure|agent|target||firm object|delist deregister
    closure|target|||running intransitive|cease stop
    other|agent|target||told animate wares object|recall
    other|agent|||body-subject intransitive|default
    publication|agent|target||work object|reissue republish serialise serialize stream screen premiere exhibit televise translate
    publication|agent|target||work object|print correct
    acquisition|target|||money object|fetch
    acquisition|target|||money intransitive|sell
    other|agent|target||object|premiere exhibit choreograph curate digitise canonise canonize beatify baptise baptize
    other|agent|||animate intransitive|premiere debut graduate matriculate qualify
    other|agent|target||dated party object|face play
    other|agent|target||party object|outplay trounce rout outclass eliminate edge overcome overwhelm dethrone lap
    """
}
