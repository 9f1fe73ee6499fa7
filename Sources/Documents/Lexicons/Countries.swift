/// Countries with their demonyms, capital and other names. Country names after ISO 3166-1 as Debian's iso-codes lists them, in
/// the short forms that newspapers use; demonyms and capitals are common knowledge.
enum Countries {
  struct Entry {
    let name: String
    let demonyms: [String]
    let capital: String
    let otherNames: [String]
  }

  static let all: [Entry] = WordList.rows(rows).map { fields in
    Entry(
      name: fields[0], demonyms: list(fields, 1), capital: fields.count > 2 ? fields[2] : "", otherNames: list(fields, 3))
  }

  private static func list(_ fields: [String], _ index: Int) -> [String] {
    index < fields.count ? fields[index].split(separator: ",").map(String.init) : []
  }

  private static let rows = """
    Afghanistan|Afghan,Afghans|Kabul
    Albania|Albanian|Tirana
    Algeria|Algerian|Algiers
    Andorra|Andorran|Andorra la Vella
    Angola|Angolan|Luanda
    Argentina|Argentine,Argentinian|Buenos Aires
    Armenia|Armenian|Yerevan
    Australia|Australian|Canberra
    Austria|Austrian|Vienna
    Azerbaijan|Azerbaijani,Azeri|Baku
    Bahamas|Bahamian|Nassau
    Bahrain|Bahraini|Manama
    Bangladesh|Bangladeshi|Dhaka
    Barbados|Barbadian|Bridgetown
    Belarus|Belarusian,Belarussian|Minsk
    Belgium|Belgian|Brussels
    Belize|Belizean|Belmopan
    Benin|Beninese|Porto-Novo
    Bhutan|Bhutanese|Thimphu
    Bolivia|Bolivian|La Paz
    Bosnia|Bosnian|Sarajevo|Bosnia and Herzegovina,Bosnia-Herzegovina
    Botswana|Botswanan|Gaborone
    Brazil|Brazilian|Brasilia
    Brunei|Bruneian|Bandar Seri Begawan
    Bulgaria|Bulgarian|Sofia
    Burkina Faso|Burkinabe|Ouagadougou
    Burundi|Burundian|Bujumbura
    Cambodia|Cambodian|Phnom Penh
    Cameroon|Cameroonian|Yaounde|
    Canada|Canadian,Canadians|Ottawa
    Cape Verde|Cape Verdean|Praia
    Central African Republic|Central African|Bangui
    Chad|Chadian|N'Djamena
    Chile|Chilean|Santiago
    China|Chinese|Beijing
    Colombia|Colombian|Bogota
    Comoros|Comorian|Moroni
    Congo|Congolese|Kinshasa|Democratic Republic of Congo,Democratic Republic of the Congo,DR Congo,DRC,Zaire
    Costa Rica|Costa Rican|San Jose
    Croatia|Croatian,Croat|Zagreb
    Cuba|Cuban|Havana
    Cyprus|Cypriot|Nicosia
    Czech Republic|Czech|Prague|Czechia
    Denmark|Danish,Dane|Copenhagen
    Djibouti|Djiboutian|
    Dominican Republic|Dominican|Santo Domingo
    East Timor|Timorese|Dili|Timor-Leste
    Ecuador|Ecuadorean,Ecuadorian|Quito
    Egypt|Egyptian|Cairo
    El Salvador|Salvadoran|San Salvador
    Equatorial Guinea|Equatoguinean|Malabo
    Eritrea|Eritrean|Asmara
    Estonia|Estonian|Tallinn
    Eswatini|Swazi|Mbabane|Swaziland
    Ethiopia|Ethiopian|Addis Ababa
    Fiji|Fijian|Suva
    Finland|Finnish,Finn|Helsinki
    France|French,Frenchman,Frenchmen|Paris
    Gabon|Gabonese|Libreville
    Gambia|Gambian|Banjul
    Georgia|Georgian|Tbilisi
    Germany|German|Berlin
    Ghana|Ghanaian|Accra
    Greece|Greek|Athens
    Guatemala|Guatemalan|
    Guinea|Guinean|Conakry
    Guinea-Bissau||Bissau
    Guyana|Guyanese|Georgetown
    Haiti|Haitian|Port-au-Prince
    Honduras|Honduran|Tegucigalpa
    Hong Kong||
    Hungary|Hungarian|Budapest
    Iceland|Icelandic,Icelander|Reykjavik
    India|Indian|New Delhi
    Indonesia|Indonesian|Jakarta
    Iran|Iranian|Tehran
    Iraq|Iraqi|Baghdad
    Ireland|Irish,Irishman|Dublin
    Israel|Israeli|Jerusalem
    Italy|Italian|Rome
    Ivory Coast|Ivorian|Abidjan|Cote d'Ivoire,Côte d'Ivoire
    Jamaica|Jamaican|Kingston
    Japan|Japanese|Tokyo
    Jordan|Jordanian|Amman
    Kazakhstan|Kazakh|Astana
    Kenya|Kenyan|Nairobi
    Kosovo|Kosovar|Pristina
    Kuwait|Kuwaiti|Kuwait City
    Kyrgyzstan|Kyrgyz|Bishkek
    Laos|Laotian,Lao|Vientiane
    Latvia|Latvian|Riga
    Lebanon|Lebanese|Beirut
    Lesotho|Basotho|Maseru
    Liberia|Liberian|Monrovia
    Libya|Libyan|Tripoli
    Liechtenstein||Vaduz
    Lithuania|Lithuanian|Vilnius
    Luxembourg|Luxembourgish|
    Madagascar|Malagasy|Antananarivo
    Malawi|Malawian|Lilongwe
    Malaysia|Malaysian|Kuala Lumpur
    Maldives|Maldivian|Male
    Mali|Malian|Bamako
    Malta|Maltese|Valletta
    Mauritania|Mauritanian|Nouakchott
    Mauritius|Mauritian|Port Louis
    Mexico|Mexican|Mexico City
    Moldova|Moldovan|Chisinau
    Monaco|Monegasque|
    Mongolia|Mongolian|Ulan Bator
    Montenegro|Montenegrin|Podgorica
    Morocco|Moroccan|Rabat
    Mozambique|Mozambican|Maputo
    Myanmar|Burmese|Naypyidaw|Burma
    Namibia|Namibian|Windhoek
    Nepal|Nepalese,Nepali|Kathmandu
    Netherlands|Dutch,Dutchman|Amsterdam|Holland
    New Zealand|New Zealander|Wellington
    Nicaragua|Nicaraguan|Managua
    Niger|Nigerien|Niamey
    Nigeria|Nigerian|Abuja
    North Korea|North Korean|Pyongyang
    North Macedonia|Macedonian|Skopje|Macedonia
    Norway|Norwegian|Oslo
    Oman|Omani|Muscat
    Pakistan|Pakistani|Islamabad
    Palestine|Palestinian|Ramallah
    Panama|Panamanian|Panama City
    Papua New Guinea|Papuan|Port Moresby
    Paraguay|Paraguayan|Asuncion
    Peru|Peruvian|Lima
    Philippines|Filipino,Philippine|Manila
    Poland|Polish,Pole|Warsaw
    Portugal|Portuguese|Lisbon
    Puerto Rico|Puerto Rican|San Juan
    Qatar|Qatari|Doha
    Romania|Romanian|Bucharest
    Russia|Russian|Moscow|Russian Federation
    Rwanda|Rwandan|Kigali
    Saudi Arabia|Saudi,Saudi Arabian|Riyadh
    Senegal|Senegalese|Dakar
    Serbia|Serbian,Serb|Belgrade
    Seychelles|Seychellois|Victoria
    Sierra Leone|Sierra Leonean|Freetown
    Singapore|Singaporean|
    Slovakia|Slovak,Slovakian|Bratislava
    Slovenia|Slovenian,Slovene|Ljubljana
    Somalia|Somali|Mogadishu
    South Africa|South African|Pretoria
    South Korea|South Korean|Seoul
    South Sudan|South Sudanese|Juba
    Soviet Union|Soviet||USSR
    Spain|Spanish,Spaniard|Madrid
    Sri Lanka|Sri Lankan|Colombo
    Sudan|Sudanese|Khartoum
    Suriname|Surinamese|Paramaribo
    Sweden|Swedish,Swede|Stockholm
    Switzerland|Swiss|Bern
    Syria|Syrian|Damascus
    Taiwan|Taiwanese|Taipei
    Tajikistan|Tajik|Dushanbe
    Tanzania|Tanzanian|Dodoma
    Thailand|Thai|Bangkok
    Togo|Togolese|Lome
    Trinidad and Tobago|Trinidadian|Port of Spain
    Tunisia|Tunisian|Tunis
    Turkey|Turkish,Turk|Ankara|Türkiye
    Turkmenistan|Turkmen|Ashgabat
    Uganda|Ugandan|Kampala
    Ukraine|Ukrainian|Kyiv
    United Arab Emirates|Emirati|Abu Dhabi|UAE
    United Kingdom|British,Briton,Brit|London|Britain,Great Britain,UK,U.K.
    United States|American|Washington|United States of America,US,U.S.,USA,U.S.A.,America
    Uruguay|Uruguayan|Montevideo
    Uzbekistan|Uzbek|Tashkent
    Vatican||Vatican City|Holy See
    Venezuela|Venezuelan|Caracas
    Vietnam|Vietnamese|Hanoi
    Yemen|Yemeni|Sanaa|
    Zambia|Zambian|Lusaka
    Zimbabwe|Zimbabwean|Harare
    England|English,Englishman|
    Scotland|Scottish,Scot|Edinburgh
    Wales|Welsh,Welshman|Cardiff
    Northern Ireland|Northern Irish|Belfast
    Catalonia|Catalan|Barcelona
    Chechnya|Chechen|Grozny
    Kurdistan||Erbil
    Europe|European
    Africa|African
    Asia|Asian
    North Africa|North African
    West Africa|West African
    East Africa|East African
    North America|North American
    Latin America|Latin American
    South America|South American
    Middle East|Middle Eastern||Mideast
    """
}
