/// Invented reports of the kinds that the rules are written for; every person, group and place of the reports is fictional but
/// what stands in any atlas.
enum Articles {
  static let court = """
    Former Mayor Jailed for Six Years Over Harbour Bribes

    BREVIK, Halmar, March 12, 2021 (NWA) - A court in the port city of Brevik on Friday sentenced former mayor Anders \
    Holvik to six years in prison for taking bribes worth 4.2 million crowns from a construction company.

    Judge Marit Sollane said Holvik had "sold the city's trust" between 2014 and 2017. The 61-year-old politician, who led \
    the Liberal Alliance for a decade, was also ordered to pay a fine of 500,000 crowns.

    Prosecutors said the money was paid by Tervik Construction in return for a contract to rebuild the city's harbour. The \
    company's former chief executive, Jonas Tervik, was convicted of bribery in January and is serving a four-year \
    sentence.

    Holvik has always denied wrongdoing. His lawyer, Ingrid Maas, said her client would appeal. "This verdict rests on the \
    word of one man who had every reason to lie," she told reporters outside the court.

    Police arrested Holvik in May 2019 after a whistleblower sent documents to the newspaper Brevik Tidende. Investigators \
    searched his home and the offices of Tervik Construction on June 3, 2019.

    A spokeswoman for Tervik Construction declined to comment. The Liberal Alliance expelled Holvik last year.

    According to the indictment, the payments were made through a bank in Luxembourg. Prosecutor Erik Dann estimated the \
    total at 4.2 million crowns; the defence put the figure at less than 1 million.
    """

  static let company = """
    Orbex Rejects $3.1 Billion Offer From Rival Calloway

    By Dana Reeves

    LONDON, June 18, 2018 — Orbex Systems, the British maker of navigation software, said on Monday it had rejected a $3.1 \
    billion takeover offer from Calloway Group, its larger American rival.

    Orbex's board said the bid "fundamentally undervalues" the company. Chairman Philip Harcourt said shareholders should \
    take no action. Calloway, which is based in Denver, Colorado, confirmed that it had made an approach on June 11 and \
    said it was considering its options.

    A person familiar with the matter said Calloway could return with a higher bid within weeks. Analysts at Renner Bank \
    believe the price will probably have to reach $3.5 billion.

    Calloway's chief executive, Susan Petrakis, met Mr Harcourt in New York in May, two people close to the talks said. \
    Orbex denied that any meeting had taken place.

    Orbex employs 2,400 people and was founded by Martin Leigh in 1996. Leigh, who owns 12 percent of the shares, resigned \
    as chief executive in March after an accounting scandal. The Financial Conduct Authority is investigating the company \
    over the way it booked revenue.

    Union leaders fear that a takeover would lead to the closure of Orbex's factory in Leeds. "We have been promised \
    nothing," said Karen Doyle, a spokeswoman for the Allied Workers Union.
    """

  static let election = """
    Opposition Claims Victory in Karvelia Vote as Police Clash With Protesters

    TOLVAR, Karvelia, Nov. 9, 2015 — Opposition leader Nadia Petrescu claimed victory on Monday in Karvelia's presidential \
    election, but the electoral commission said President Oleg Varda had won 51 percent of the vote.

    Petrescu, who heads the Democratic Union, accused the commission of fraud. "The people have voted for change and their \
    votes were stolen," she told thousands of supporters in central Tolvar.

    Police fired tear gas at protesters near the parliament on Sunday night. The interior ministry said 14 people were \
    injured and 32 were arrested. The Democratic Union said more than 100 demonstrators had been detained. Two protesters \
    were killed, according to doctors at the city hospital, but the ministry denied that anyone had died.

    Observers from the European Union said the election on Nov. 8 was marred by "serious irregularities". Russia \
    congratulated Mr Varda on his victory.

    The Constitutional Court will meet on Thursday to consider the complaint. Varda's spokesman, Ion Balan, dismissed the \
    allegations as "fairy tales". He said the president would be sworn in on Dec. 1.

    Varda appointed his brother-in-law, General Mihai Turcu, as defence minister in April. Turcu is rumoured to have \
    ordered the army to close the border with Moldova.
    """

  static let quake = """
    Earthquake Kills Dozens in Eastern Province

    By Tomas Ferreira

    SANTA ELMA, Costa Verde (Reuters) – A powerful earthquake struck the eastern province of Morales early on Tuesday, \
    killing at least 63 people and injuring hundreds, officials said.

    The 6.8-magnitude quake destroyed homes in the town of San Lazaro and triggered a landslide that buried a bus on the \
    road to Santa Elma. Rescue workers pulled 12 survivors from the rubble of a school.

    "We heard a roar and then everything collapsed," said Maria Quintana, a teacher at the school. "My neighbours are \
    still under there."

    The mayor of San Lazaro, Pedro Almeida, said the death toll could exceed 100. The Red Cross put the number of dead at \
    81. President Lucia Barros declared a state of emergency and will visit the area on Wednesday.

    About 5,000 people have fled their homes. The army sent 300 soldiers to the province, the defence ministry said. It \
    could not be confirmed whether the Alto dam had been damaged. The state power company, Energia Verde, said the dam was \
    safe.

    Costa Verde's last major earthquake, in 1987, killed 1,200 people.
    """
}
