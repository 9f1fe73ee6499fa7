/// The words of English whose number does not grow.
enum ClosedClasses {
  static let prepositions = WordList.set(
    """
    about above according across after against along alongside amid amidst among amongst around at before behind below beneath
    beside besides between beyond by concerning despite down during except following for from in inside into like near of off on
    onto opposite out outside over past per regarding round since than through throughout till toward towards under underneath
    until unto up upon versus via with within without as
    """)
  static let forms: [String: String] = WordList.table(
    """
    be: be am is are was were been being 's 're 'm
    have: have has had having 've
    do: do does did done doing
    """)
  static let modals = WordList.set("will would can could may might shall should must ought 'll 'd wo ca sha need dare")
  static let negations = WordList.set("not n't never")
  static let numberWords: [String: Int] = {
    var table = [
      "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
      "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
      "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
      "ninety": 90, "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
      "trillion": 1_000_000_000_000,
    ]
    // "twenty-seven"
    for (tens, ten) in table where (20...90).contains(ten) {
      for (units, unit) in table where (1...9).contains(unit) { table[tens + "-" + units] = ten + unit }
    }
    return table
  }()
  private static let interjections = WordList.set(
    """
    uh um uhm er erm ah oh eh hm hmm mm mhm aha huh wow ouch oops okay ok yeah yep yup nope hey hello hi bye alas please thanks
    sorry blah
    """)

  /// What one says without meaning anything, or a word broken off: "Uh", "Ca-".
  static func isNoise(_ token: Token) -> Bool {
    token.form.hasSuffix("-") || interjections.contains(token.lower) && !(token.isInCapitals && token.form.utf8.count > 1)
  }

  static let commonAdjectives = WordList.set(
    """
    new old good bad great big small large high low long short young early late local major minor main key top senior junior
    former other same own different certain public private common free open full recent current present past last first second
    third final next previous possible likely unlikely able unable ready sure clear close near far rich poor strong weak hot
    cold dark light heavy deep wide huge vast tiny whole entire total real true false right wrong safe dead alive aware due
    fellow chief deadly bloody violent brutal fierce fresh rare dire grave severe serious sudden swift rapid slow fast quick
    steady joint mutual rival armed unarmed masked wounded alleged apparent unknown unnamed unidentified anonymous innocent
    guilty northern southern eastern western central remote rural urban coastal upper lower inner outer nearby military civilian
    political economic social legal financial foreign domestic international national federal regional provincial municipal
    presidential parliamentary royal religious ethnic islamic islamist muslim christian olympic paralympic catholic protestant
    orthodox anglican buddhist hindu marxist jewish sunni shiite shia kurdish arab
    islamist jihadi jihadist radical extremist militant rebel insurgent paramilitary western african european asian american
    latin nuclear chemical criminal civil medical scientific technical electoral judicial so-called long-time longtime
    long-running high-ranking top-level part-time full-time ad-hoc elite special secret independent neutral official unofficial
    formal informal temporary permanent interim acting deputy vice familiar responsible aware loyal capable similar angry afraid
    worried alarmed anxious calm quiet busy empty worth single double multiple numerous various
    """)
}
