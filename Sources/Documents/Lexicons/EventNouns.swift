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
    attack|sabotage firebombing knifing hack theft intrusion
    killing|killing murder assassination massacre execution slaying slaughter beheading homicide lynching
    death|death drowning suicide
    battle|battle fighting clash skirmish firefight gunfight combat shootout scuffle brawl hostilities gun-battle fight
    operation|operation offensive intervention crackdown deployment invasion incursion rescue airlift counter-offensive
    abduction|kidnapping abduction hijacking hostage-taking kidnap
    arrest|arrest
    detention|detention imprisonment internment captivity
    displacement|exodus evacuation displacement expulsion deportation eviction resettlement
    protest|protest demonstration rally march riot walkout stoppage sit-in unrest uprising hunger-strike
    accident|blast crash collision derailment accident earthquake quake flood landslide fire explosion collapse hurricane
    accident|cyclone tsunami avalanche blaze wildfire wreck shipwreck sinking spill mudslide flooding typhoon tornado storm
    accident|eruption tremor blackout pile-up inferno stampede capsizing power-cut
    investigation|investigation inquiry probe enquiry inquest audit inspection review autopsy post-mortem
    questioning|interrogation questioning
    search|search manhunt
    charge|indictment charge lawsuit
    trial|trial retrial court-martial hearing appeal
    testimony|testimony
    sentence|sentence conviction verdict acquittal ruling judgment judgement fine
    agreement|agreement truce ceasefire accord deal treaty pact settlement cease-fire armistice
    meeting|meeting talk summit conference negotiation
    vote|vote
    election|election poll referendum ballot runoff run-off by-election primary
    appointment|appointment nomination inauguration
    departure|resignation departure dismissal ouster sacking retirement suspension impeachment layoff redundancy removal
    split|split break-up secession schism
    statement|ultimatum summons apology
    payment|payment bribe ransom kickback donation bailout payout
    contract|contract
    bid|bid offer tender counter-offer counter-bid counteroffer counterbid
    acquisition|acquisition takeover merger purchase buyout buy-out nationalisation nationalization privatisation privatization
    investment|investment
    closure|closure bankruptcy shutdown liquidation insolvency
    publication|publication leak
    order|embargo injunction curfew
    """
}
