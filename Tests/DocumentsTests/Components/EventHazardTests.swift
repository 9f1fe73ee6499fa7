import Testing

@testable import Documents

@Suite struct EventHazardTests {
  @Test(
    "what has no will does harm by accident",
    arguments: [
      ("A gas leak poisoned nine pupils in Osten on Monday.", "accident 2020-05-04: victim pupils"),
      ("Lightning killed two hikers on Monday.", "accident 2020-05-04"),
      ("Ann Lee was crushed by a falling tree on Monday.", "accident 2020-05-04: agent falling tree, victim Ann Lee"),
      ("A digger severed two data cables in Osten on Monday.", "accident 2020-05-04: agent digger, target data cables"),
      ("Warplanes hit a fuel depot near Osten on Monday.", "attack 2020-05-04"),
      ("Sniper fire wounded Ann Lee on Monday.", "attack 2020-05-04: victim Ann Lee"),
    ])
  func mindless(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "vehicles come to grief in many ways",
    arguments: [
      ("A freight train jumped the tracks near Osten on Monday.", "accident 2020-05-04: target freight train"),
      ("An overloaded ferry keeled over off Osten on Monday.", "accident 2020-05-04: target"),
      ("A jet overshot the runway in Osten on Monday.", "accident 2020-05-04: target"),
      ("A tanker truck rolled over near Osten on Monday.", "accident 2020-05-04: target tanker truck"),
    ])
  func vehicles(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "falling ill and being treated",
    arguments: [
      ("Ann Lee contracted malaria in March.", "other 2020-03-01: victim Ann Lee"),
      ("The epidemic killed Ann Lee in March.", "death 2020-03-01: victim Ann Lee"),
      ("Doctors began inoculating 400 children on Monday.", "other 2020-05-04: agent doctors, target children"),
    ])
  func illness(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test(
    "soldiers, police and those who break the law",
    arguments: [
      ("Troops with tanks pushed into Osten on Monday.", "operation 2020-05-04: agent troops"),
      ("Soldiers and tanks drove rebels out of Osten on Monday.", "attack 2020-05-04: agent soldiers"),
      ("Federal agents swooped on six flats in Osten on Monday.", "search 2020-05-04: agent federal agents"),
      ("Armed men made off with 90 sacks of rice on Monday.", "attack 2020-05-04: agent armed men"),
      ("Saboteurs cut through signal cables in Osten on Monday.", "attack 2020-05-04: agent saboteurs"),
      ("Masked men dragged Ann Lee out of her house on Monday.", "abduction 2020-05-04: agent masked men, victim Ann Lee"),
    ])
  func armed(text: String, expected: String) throws { try Reading.expectEvent(text, expected) }

  @Test("a fire has a determiner, gunfire has none")
  func fire() throws {
    try Reading.expectEvent("A fire at the Orla mill in Osten on Monday hurt nine people.", "accident 2020-05-04")
    let events = try Reading.events("Troops came under artillery fire. Ann Lee resigned on Monday.")
    #expect(!events.contains { $0.hasPrefix("accident") }, "\(events)")
  }

  @Test("a fire that sweeps through a factory and kills is one accident")
  func sweeping() throws {
    let events = try Reading.events(
      "A fire swept through a garment factory in Osten on Tuesday and killed four workers, police said.")
    #expect(events.filter { $0.hasPrefix("accident") || $0.hasPrefix("killing") }.count == 1, "\(events)")
  }

  @Test("the day in a relative clause that says when is that of the noun before it")
  func relative() throws {
    try Reading.expectEvent(
      "The accident, which occurred on Friday, injured nine passengers.", "accident 2020-05-01: victim passengers")
  }

  @Test("a purpose at the end has the day of what is done for it")
  func purpose() throws {
    try Reading.expectEvent("Officers fired tear gas to disperse a crowd on Monday.", "operation 2020-05-04")
  }

  @Test("a day before the speaker belongs to what is said")
  func speaker() throws {
    try Reading.expectEvent("Poachers shot six elephants in the park in March, rangers said.", "killing 2020-03-01")
  }

  @Test("what only describes a thing has no day of the sentence")
  func describing() throws {
    let events = try Reading.events("A rocket built by Orbex Systems exploded in Osten on Monday.")
    #expect(!events.contains { $0.hasPrefix("other 2020-05-04") }, "\(events)")
  }

  @Test(
    "an act of no type of its own is told where somebody counted or by name takes part",
    arguments: [
      ("The nurse infected six colleagues.", true), ("The nurse infected Ann Lee.", true),
      ("The nurse infected colleagues.", false),
    ])
  func notable(text: String, isTold: Bool) throws {
    let events = try Reading.events(text)
    #expect(events.contains { $0.hasPrefix("other") } == isTold, "\(events)")
  }

  @Test("what a disaster brings about is another happening")
  func consequences() throws {
    try Reading.expectEvent(
      "Landslides drove 5,000 families from their homes on Monday.", "displacement 2020-05-04: victim families")
  }
}
