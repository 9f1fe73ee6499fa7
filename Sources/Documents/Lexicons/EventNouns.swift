/// Nouns that name a happening by themselves.
enum EventNouns {
  /// Noun in the singular → type.
  static let table: [String: String] = {
    var table: [String: String] = [:]
    for row in WordList.rows(rows) {
      for noun in row[1].split(separator: " ") { table[String(noun)] = row[0] }
    }
    return table
  }()

  private static let rows = """
    attack|attack raid strike bombing assault ambush shelling airstrike bombardment shooting stabbing shell
    attack|bloodshed onslaught air-strike arson cyberattack cyber-attack break-in burglary robbery heist rampage siege looting
    attack|sabotage firebombing knifing hack theft intrusion mugging carjacking hold-up holdup rape vandalism pogrom
    killing|killing murder assassination massacre execution slaying slaughter beheading homicide lynching manslaughter stoning
    killing|femicide
    death|death drowning suicide fatality demise
    battle|battle fighting clash skirmish firefight gunfight combat shootout scuffle brawl hostilities gun-battle gunbattle
    battle|shoot-out fight
    operation|operation offensive intervention crackdown deployment invasion incursion rescue airlift counter-offensive
    operation|counteroffensive airdrop
    abduction|kidnapping abduction hijacking hostage-taking kidnap
    arrest|arrest
    detention|detention imprisonment internment captivity
    displacement|exodus evacuation displacement expulsion deportation eviction resettlement relocation
    protest|protest demonstration rally march riot walkout stoppage sit-in unrest uprising hunger-strike boycott blockade
    protest|vigil mutiny
    accident|blast crash collision derailment accident earthquake quake flood landslide fire explosion collapse hurricane
    accident|cyclone tsunami avalanche blaze wildfire wreck shipwreck sinking spill mudslide flooding typhoon tornado storm
    accident|eruption tremor blackout pile-up inferno stampede capsizing power-cut
    accident|aftershock deluge drought famine rockfall rockslide cave-in breakdown malfunction mishap disaster catastrophe
    accident|blizzard heatwave meltdown outage gale shipwreck
    investigation|investigation inquiry probe enquiry inquest audit inspection review autopsy post-mortem examination exhumation
    investigation|test fact-finding reinvestigation re-examination
    questioning|interrogation questioning interview
    search|search manhunt
    charge|indictment charge lawsuit arraignment
    trial|trial retrial court-martial hearing appeal
    testimony|testimony deposition cross-examination
    sentence|sentence conviction verdict acquittal ruling judgment judgement fine resentencing
    agreement|agreement truce ceasefire accord deal treaty pact settlement cease-fire armistice memorandum compromise
    agreement|reconciliation
    meeting|meeting talk summit conference negotiation dinner lunch banquet gathering sitting
    vote|vote recount re-vote
    election|election poll referendum ballot runoff run-off by-election primary re-election reelection
    appointment|appointment nomination inauguration promotion reinstatement swearing-in hiring coronation enthronement
    appointment|ordination
    departure|resignation departure dismissal ouster sacking retirement suspension impeachment layoff redundancy removal
    departure|firing abdication demotion exit
    split|split break-up breakup secession schism defection
    statement|ultimatum summons apology warning complaint petition plea declaration
    payment|payment bribe ransom kickback donation bailout payout refund repayment reimbursement compensation loan grant
    payment|subsidy pay-off
    contract|contract lease franchise
    bid|approach bid offer tender counter-offer counter-bid counteroffer counterbid
    rejection|refusal rebuff veto cancellation
    acquisition|acquisition takeover merger purchase buyout buy-out nationalisation nationalization privatisation privatization
    acquisition|sale divestment resale
    investment|investment
    closure|closure bankruptcy shutdown liquidation insolvency lockout winding-up receivership
    publication|report publication leak broadcast disclosure study survey analysis
    order|order instruction embargo injunction curfew ban sanction decree moratorium lockdown quarantine edict
    other|extradition
    other|visit ceremony funeral wedding burial transfer delivery shipment flight voyage trip journey landing arrival release
    other|escape disappearance withdrawal restructuring opening launch reopening renovation demolition discovery surgery
    accident|fire rupture implosion overflow inundation squall hailstorm snowstorm thunderstorm sandstorm rainstorm windstorm
    accident|superstorm cloudburst whirlwind twister subsidence sinkhole
    accident|mudflow firestorm bushfire conflagration derailing smash-up
    accident|pileup crash-landing grounding scalding electrocution short-circuit glitch landslip snowslide lahar floodwater
    accident|flash-flood oil-spill house-fire near-miss smash
    attack|air-raid barrage salvo fusillade sniping counterattack counter-attack storming car-bomb ram-raid larceny shoplifting
    attack|piracy ransomware cyber-raid torture molestation beating mauling ransacking defacement desecration coup putsch
    attack|stickup stick-up break-in looting hijack
    killing|extermination genocide infanticide bloodletting
    battle|melee fracas affray dogfight punch-up fistfight shoot-up infighting stand-off standoff
    operation|mobilisation mobilization pullout pull-out redeployment sortie interception interdiction salvage raid-and-search
    detention|incarceration confinement custody round-up roundup
    displacement|repatriation banishment influx
    other|outbreak epidemic pandemic contamination vaccination inoculation immunisation immunization amputation blast-off liftoff
    other|lift-off splashdown touchdown docking spacewalk flyby fly-by excavation felling cull poaching distribution handout
    other|interruption disruption diversion restoration reconnection
    other|rollout roll-out disembarkation confiscation jailbreak breakout
    other|prison-break surrender manoeuvre maneuver
    other|transplant marriage divorce match race final tournament handover swap exchange upgrade downgrade recall
    trial|proceeding litigation mistrial re-trial arbitration
    charge|countersuit counterclaim
    sentence|reprimand censure exoneration reprieve
    order|amnesty clemency subpoena writ prohibition abolition pardon
    vote|ratification enactment repeal
    election|plebiscite conclave
    departure|overthrow lay-off retrenchment dethronement recusal
    appointment|reshuffle investiture consecration reappointment re-appointment
    agreement|partnership tie-up rapprochement concordat entente normalisation normalization
    meeting|session mediation consultation conciliation symposium congress roundtable
    payment|dividend severance bequest endowment bribery embezzlement disbursement restitution reparation instalment bonus
    contract|subcontract outsourcing procurement
    acquisition|buyback divestiture disposal auction expropriation repossession annexation foreclosure
    investment|flotation
    split|demerger spin-off spinoff disaffiliation rupture
    closure|dissolution mothballing discontinuation wind-down
    rejection|annulment disqualification snub
    statement|retraction denunciation
    publication|premiere screening serialisation reissue
    protest|go-slow sick-out sickout work-to-rule
    testimony|confession
    other|concert exhibition procession parade pilgrimage graduation marathon semi-final semifinal quarter-final quarterfinal
    other|derby qualifier play-off playoff fixture retrospective recital gig victory defeat win postponement adjournment parole
    other|canonisation canonization beatification baptism excommunication relegation audition repatriation restoration
    """
}
