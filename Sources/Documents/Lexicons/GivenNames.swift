/// Given names with the gender that a pronoun would take.
enum GivenNames {
  enum Gender: Sendable {
    case female, male
  }

  static func gender(of lower: String) -> Gender? { table[lower] }

  static let table: [String: Gender] = {
    var table: [String: Gender] = [:]
    for name in WordList.entries(male) { table[name] = .male }
    for name in WordList.entries(female) { table[name] = .female }
    return table
  }()

  private static let male = """
    aaron abdel abdelaziz abdelhamid abdelmalek abdul abdullah abdulrahman abel abraham adam adnan adrian ahmad ahmed alan albert
    alejandro aleksandr aleksander alessandro alex alexander alexandre alexei alfonso alfred ali allan allen alvaro amadou amir
    amr andre andrea andrei andreas andrew andrzej andy angelo anthony antoine anton antonio antónio anwar arjun arman arnold
    artem arthur arturo asif bashar bassam ben benedict benjamin benoît bernard bernd bill björn bob bogdan boris brad brandon
    brendan brian bruce bruno carl carlo carlos charles chris christian christoph christophe christopher claude claudio clemens
    colin craig cyril dan daniel daniele dario darius dave david davit dean denis dennis derek dermot didier diego dieter
    dimitri dirk dmitri dmitry dominic dominique don donald douglas duncan ed eduardo edgar edmund edward edwin emil emile
    emilio emmanuel enrico enrique eric erik ernest ernesto erwin esteban eugene evan evgeny fabio farid felipe felix ferdinand
    fernando filip florian francesco francis francisco franck frank frans franz fred frederic frédéric frederick fritz fyodor
    gabriel gareth gary gavin geoff geoffrey georg george georges gerald gerard gerhard giacomo gilbert gilles giorgio giovanni
    giulio giuseppe glenn gonzalo gordon graham greg gregor gregory guido guillaume gunther gustav gustavo guy hakim hamid hamza
    hans harald harold harry hasan hassan hector heinrich helmut hendrik henri henrik henry herbert herman hernan hervé horst
    howard hubert hugh hugo hussein ian ibrahim igor ilya imran ismail ivan ivo jack jacek jackson jacob jacques jaime jake
    jakob jamal james jan janos jared jason javier jay jean jeff jeffrey jens jeremy jerome jérôme jerry jesse jesus jim jimmy
    joachim joao joão joaquin joe joel johan johann johannes john johnny jon jonas jonathan jordan jorge jose josé josef joseph
    joshua juan jules julian julien julio julius jurgen jürgen justin kamal karel karim karl kaspar keith ken kenneth kevin
    khaled khalid kim kirk klaus konrad konstantin kurt kyle lance larry lars laszlo laurent lawrence lee leo leon leonard
    leonid leonardo leopold leroy leslie lewis liam louis luc luca lucas luigi luis luiz lukas luke magnus mahmoud mahmud
    malcolm malik manuel marc marcel marcelo marco marcos marcus marek mario mariano marius mark marko markus martin marvin
    mathias mathieu matt matteo matthew matthias maurice mauricio mauro max maxim maximilian mehdi mehmet michael michal michel
    michele miguel mihai mikael mike mikhail milan milos miroslav mohamed mohammad mohammed mokhtar moktar morgan moritz morris
    mounir mousa moussa muammar muhammad murat musa mustafa nabil nasser nathan nathaniel neil nelson nicholas nick nicolas
    nicolás niels nigel nikita nikola nikolai nikolaus noah norbert norman olaf oleg oliver olivier omar orlando oscar osama
    oskar otto owen pablo paolo pascal patrick paul paulo pavel pedro peter petar petr petro philip philipp philippe phillip
    pierre pieter piotr rafael rafał raj rajesh ralf ralph ramon randy raoul rashid raul ravi ray raymond reinhard rené ricardo
    riccardo richard rick rob robert roberto robin rodrigo roger roland rolf roman ronald ross roy rudolf rui rupert russell
    ryan said salman salim salvatore sam sami samir samuel sandro sanjay scott sean sebastian serge sergei sergey sergio shane
    shaun sidney sigmund simon slobodan stanislav stanley stefan stefano stephan stephen steve steven stewart stuart suresh sven
    sergiu tariq ted terence terry theo theodor theodore thierry thomas tim timothy tobias todd tom tomas tomasz tommy tony
    toomas tristan tyler ulrich umar vadim valentin vasily victor viktor vincent vincenzo vitaly vitali vladimir volodymyr
    walter warren wayne werner wilfried wilhelm will william willy wolfgang xavier yahya yasser yevgeny yitzhak yuri yusuf yves
    zachary zbigniew zoran donnacha iyad idris idriss issa dioncounda ansgar tomislav goran bashir hamadoun jovan stjepan darko
    dragan miro vuk tibor zoltan ferenc attila gabor istvan lajos imre mikel iker jordi pau arvid einar eirik gunnar haakon knut
    leif odd olav ole per stein sverre tor torben anders bengt bertil göran håkan jesper kjell lennart mats nils rasmus søren
    torsten ulf aleksi antti juha jukka kari matti mikko pekka timo andris janis juris arturs valdis kenji hiroshi takashi
    shinzo taro yoshihide haruto wei ming jian jun lei feng tao kofi kwame kwabena chidi emeka chinedu tunde babatunde olusegun
    femi sipho thabo jabu cyril jacob mamadou ibrahima ousmane cheikh alpha modibo seydou boubacar issoufou
    """

  private static let female = """
    abigail ada adele adriana agatha agnes agnieszka aicha aisha alba alexandra alice alicia alina alison amalia amanda amber
    amelia amina amy ana anastasia andrea angela angelica angelina anita anja ann anna annabel anne annette annika antonia april
    ariana asma astrid audrey aurora ayesha barbara beata beatrice beatriz becky belen benazir bernadette beth betty bianca
    birgit bridget brigitte camila camilla carla carmen carol carolina caroline catalina catherine cathy cecilia céline chantal
    charlotte cheryl chiara chloe christa christiane christina christine clara claire clara claudia colette constance cora
    corinna cristina cynthia dagmar daisy dana daniela danielle daria deborah debra delia denise diana diane dilma dolores donna
    dora doris dorothea dorothy edith eileen elaine elena eleanor eleni elisa elisabeth eliza elizabeth ella ellen elsa emily
    emma erica erika erin ester esther eva eve evelyn fatima fatou fiona florence frances francesca franziska frieda gabriela
    gabriele gail gemma genevieve georgia geraldine gertrude gina giorgia gisela giulia gloria grace greta gretchen gudrun hanna
    hannah harriet heather hedwig heidi helen helena helga henrietta hilary hilda hillary ida ilona ilse ingeborg inge ingrid
    ines irena irene irina iris irma isabel isabella isabelle ivana jacqueline jana jane janet janice jean jeanne jelena jenna
    jennifer jenny jessica jill joan joanna joanne johanna josephine joy joyce juana judith judy julia juliana julie juliet june
    jutta kamala karen karin karina karla kate katarina katerina katharina katherine kathleen kathryn kathy katie katja katrin
    kelly kerstin kim kirsten kristen kristin kristina ksenia laila lara larissa laura lauren lea leah leila lena leonie leslie
    leticia leyla lidia lillian lily lina linda lindsay lisa liudmila liz liza lola lorena loretta lorraine louise lucia lucie
    lucy ludmila luisa lydia lynn madeleine magda magdalena maja malala manuela mara marcela margaret margarita margot maria
    mariana marianne marie marija marina marion marisa marta martha martina mary maryam matilda maureen maya meera megan
    mehbooba melanie melissa mercedes meryem michelle milena mina mira miranda miriam molly mona monica monika muriel nadia
    nadine nancy naomi natalia natalie natasha nicola nicole nina noor nora norma olga olivia oksana olena paola pamela patricia
    paula pauline pauline petra phyllis pilar priya rachel rania rebecca regina renata renate rita roberta rosa rosalind rose
    rosemary roxana ruta ruth sabina sabine sadia sally samantha sandra sara sarah savannah shannon sharon sheila shirley silke
    silvia simone sofia sonia sonja sophia sophie stella stephanie sue sunita susan susana susanna susanne suzanne svetlana
    sylvia tamara tania tanya tatiana teresa thea theresa therese tina ulrike ulla ursula usha valentina valeria valerie vanessa
    vera veronica veronika victoria viktoria violeta virginia vivian wanda wendy wilma xenia yasmin yelena yolanda yulia yvonne
    zahra zainab zeynep zoe zofia zuzana elif ayse gulsen ngozi amara chiamaka adaeze folake wangari sanna saara ritva eeva
    tarja liv siri randi solveig sigrid turid unni birgitta gunilla kerstin maj mette pernille helle dorthe bente jacinda aoife
    niamh siobhan ciara maeve sinead
    """
}
