/// The commonest small words of languages that are written in Latin letters.
enum FunctionWords {
  struct Language {
    /// BCP 47.
    var tag: String
    var words: Set<String>
  }

  static let english = WordList.set(
    """
    the of and to in is was for that on with said by at from has have had were be been are it its as not which they their his
    her he she who will would after about more than this an but or also when into out over before
    """)

  /// Words that English has too stand in no list.
  static let others: [Language] = {
    var others: [Language] = []
    for fields in WordList.rows(rows) {
      if others.last?.tag != fields[0] { others.append(Language(tag: fields[0], words: [])) }
      others[others.count - 1].words.formUnion(WordList.set(fields[1]).subtracting(english))
    }
    return others
  }()

  /// Lower-case word → the places in `others` of the languages that have it.
  static let languages: [String: [Int]] = {
    var table: [String: [Int]] = [:]
    for (index, language) in others.enumerated() {
      for word in language.words { table[word, default: []].append(index) }
    }
    return table
  }()

  private static let rows = """
    fr|le la les des du une est et dans pour que qui sur avec par plus pas aux sont était ont été ce cette ses
    fr|leur mais comme selon après deux être il elle ils au
    de|der die das und ist von den mit dem des ein eine einen zu im für auf sich nicht auch als werden wurde
    de|hat nach bei aus sind noch wie über einer dass oder haben sie
    es|el la los las de del que y en un una por con para su se al lo como más fue han este esta pero sus entre
    es|sobre según también ha son desde está
    it|il lo gli di che è un una per con del della dei delle nel nella al alla sono ha come più anche si dal
    it|dalla hanno stato non ma questo secondo dopo
    pt|o os as de do da dos das que e um uma em no na para com por se mais foi como ao pelo pela são não
    pt|também mas seu sua entre segundo está há
    nl|het een van en dat op te zijn voor met die niet aan er om ook als bij nog naar uit worden wordt heeft
    nl|werd door maar hij zij hebben tot over
    pl|w i z na do się że nie jest to od przez po jak o dla oraz ale są był było tego przed został który które
    pl|których jego
    tr|ve bir bu için ile da de olarak olan daha çok sonra kadar gibi ise göre ancak olduğunu dedi etti oldu
    tr|üzerine her
    sv|och att det som en på är av för med till den har inte om ett men var sig från vid efter också eller
    sv|blev
    da|og at det som en på er af for med til den har ikke om et men var sig fra ved efter også eller blev der
    no|og det som en på er av for med til den har ikke om et men var seg fra ved etter også eller ble som
    fi|ja on ei että se oli myös mutta kun niin hän sekä ovat joka tai jonka mukaan sen ole kuin
    cs|a v na se že je to s do z o ve pro jako byl by bylo podle ale který která které jsou po při
    hu|a az és hogy nem is egy meg volt már csak de mint azt ezt van lesz szerint után el ki
    ro|și în de la cu pe care nu din pentru este un o a fost sunt mai că au sau după prin ale
    id|yang dan di dari untuk dengan pada dalam tidak ini itu oleh akan telah ke karena juga adalah sudah
    id|mereka kata
    sw|na ya wa kwa ni katika za la kuwa hii alisema baada lakini hiyo pia watu yake wake cha huo
    so|oo ka ku iyo ayaa la waxaa in ee uu waa ay kale laakiin isagoo sheegay dalka kadib markii
    ha|da na ta ya a cikin ne ce wa sun kuma don daga ba shi yi an su wanda bayan kasar
    sq|dhe në të e për nga me që është një më nuk ka si janë por pas kanë ishte
    hr|i u je na se da za od su s o koji će nije kao što iz bi po ali te nakon
    vi|và của là có không được trong cho với các một những này đã từ khi người cũng để
    """
}
