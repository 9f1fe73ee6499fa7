/// Where countries, capitals, larger cities and some regions lie: degrees north and east, to a hundredth.
///
/// Where the list of time zones (IANA's `zone.tab`, in the public domain) names the place, its coordinates are that list's; those
/// of countries are what the CIA World Factbook (in the public domain) has for each; the others are common knowledge.
enum PlaceCoordinates {
  struct Point: Sendable, Hashable {
    var latitude: Double
    var longitude: Double
  }

  /// The place of a name that the gazetteer has no doubt about; nil for any other.
  static func point(of name: String) -> Point? { points[name] }

  private static let points: [String: Point] = {
    var points: [String: Point] = [:]
    for entry in WordList.entries(rows + "\n" + countries) {
      let pieces = entry.split(separator: "=")
      let numbers = pieces[1].split(separator: ",").compactMap { Double($0) }
      points[String(pieces[0])] = Point(latitude: numbers[0], longitude: numbers[1])
    }
    return points
  }()

  private static let rows = """
    Aarhus=56.16,10.2 Aberdeen=57.15,-2.09 Abidjan=5.32,-4.03 Abu_Dhabi=24.45,54.38 Abuja=9.06,7.49 Accra=5.55,-0.22
    Adana=37.0,35.32 Addis_Ababa=9.03,38.7 Adelaide=-34.92,138.58 Aden=12.75,45.2 Ahmedabad=23.02,72.57 Alaska=64.7,-152.5
    Aleppo=36.2,37.16 Alexandria=31.2,29.92 Algiers=36.78,3.05 Amman=31.95,35.93 Amsterdam=52.37,4.9
    Andorra_la_Vella=42.51,1.52 Ankara=39.93,32.86 Antalya=36.9,30.7 Antananarivo=-18.92,47.52 Antwerp=51.22,4.4
    Arizona=34.3,-111.7 Ashgabat=37.95,58.38 Asmara=15.33,38.88 Astana=51.17,71.43 Asuncion=-25.27,-57.67 Athens=37.97,23.72
    Atlanta=33.75,-84.39 Auckland=-36.87,174.77 Baghdad=33.35,44.42 Baku=40.38,49.85 Baltimore=39.29,-76.61 Bamako=12.65,-8.0
    Bandar_Seri_Begawan=4.89,114.94 Bangalore=12.97,77.59 Bangkok=13.75,100.52 Bangui=4.37,18.58 Banjul=13.47,-16.65
    Barcelona=41.39,2.17 Basel=47.56,7.59 Basra=30.51,47.78 Bavaria=48.95,11.4 Beijing=39.9,116.4 Beirut=33.88,35.5
    Belfast=54.6,-5.93 Belgrade=44.83,20.5 Belmopan=17.25,-88.77 Bengaluru=12.97,77.59 Benghazi=32.12,20.07 Bergen=60.39,5.32
    Berlin=52.5,13.37 Bern=46.95,7.45 Bilbao=43.26,-2.93 Birmingham=52.48,-1.9 Bishkek=42.9,74.6 Bissau=11.85,-15.58
    Bogota=4.6,-74.08 Bologna=44.49,11.34 Bonn=50.74,7.1 Bordeaux=44.84,-0.58 Boston=42.36,-71.06 Brasilia=-15.79,-47.88
    Bratislava=48.15,17.12 Bremen=53.08,8.8 Bridgetown=13.1,-59.61 Brisbane=-27.47,153.03 Bristol=51.45,-2.59
    Brooklyn=40.68,-73.94 Brussels=50.83,4.33 Bucharest=44.43,26.1 Budapest=47.5,19.08 Buenos_Aires=-34.6,-58.45
    Bujumbura=-3.38,29.37 Bukavu=-2.51,28.86 Bulawayo=-20.15,28.58 Busan=35.18,129.08 Cairo=30.05,31.25 Calgary=51.05,-114.07
    Cali=3.45,-76.53 California=37.2,-119.5 Cambridge=52.21,0.12 Canberra=-35.31,149.13 Cape_Town=-33.92,18.42
    Caracas=10.5,-66.93 Cardiff=51.48,-3.18 Casablanca=33.65,-7.58 Cebu=10.32,123.89 Chengdu=30.57,104.07 Chennai=13.08,80.27
    Chernobyl=51.27,30.22 Chiang_Mai=18.79,98.98 Chicago=41.85,-87.65 Chisinau=47.0,28.83 Chittagong=22.34,91.83
    Chongqing=29.56,106.55 Christchurch=-43.53,172.64 Cleveland=41.5,-81.69 Cologne=50.94,6.96 Colombo=6.93,79.85
    Colorado=39.0,-105.5 Conakry=9.52,-13.72 Copenhagen=55.67,12.58 Corsica=42.15,9.1 Crimea=45.3,34.4 Da_Nang=16.05,108.2
    Dakar=14.67,-17.43 Dallas=32.78,-96.8 Damascus=33.5,36.3 Dar_es_Salaam=-6.8,39.28 Daraa=32.62,36.1 Darfur=13.5,24.0
    Davao=7.07,125.61 Davos=46.8,9.84 Deir_ez-Zor=35.34,40.14 Delhi=28.65,77.23 Denver=39.74,-104.98 Derna=32.77,22.64
    Detroit=42.33,-83.05 Dhaka=23.72,90.42 Dili=-8.55,125.58 Diyarbakir=37.91,40.24 Dodoma=-6.17,35.74 Doha=25.29,51.53
    Donetsk=48.0,37.8 Douala=4.05,9.7 Dresden=51.05,13.74 Dubai=25.3,55.3 Dublin=53.33,-6.25 Durban=-29.86,31.02
    Dushanbe=38.58,68.8 Edinburgh=55.95,-3.19 El_Fasher=13.63,25.35 Erbil=36.19,44.01 Fallujah=33.35,43.78 Fez=34.03,-5.0
    Florence=43.77,11.26 Florida=28.1,-81.6 Frankfurt=50.11,8.68 Freetown=8.5,-13.25 Fukushima=37.76,140.47
    Gaborone=-24.65,25.92 Gao=16.27,-0.04 Gaza=31.5,34.47 Gaziantep=37.07,37.38 Gdansk=54.35,18.65 Geneva=46.2,6.14
    Genoa=44.41,8.93 Georgetown=6.8,-58.16 Ghent=51.05,3.73 Giza=30.01,31.21 Glasgow=55.86,-4.25 Goma=-1.68,29.23
    Gothenburg=57.71,11.97 Graz=47.07,15.44 Grozny=43.32,45.69 Guadalajara=20.67,-103.35 Guangzhou=23.13,113.26
    Guantanamo_Bay=19.9,-75.13 Guayaquil=-2.17,-79.83 Haifa=32.79,34.99 Hama=35.13,36.76 Hamburg=53.55,9.99
    Hanoi=21.03,105.85 Harare=-17.83,31.05 Hargeisa=9.56,44.06 Havana=23.13,-82.37 Hawaii=20.3,-156.4 Hebron=31.53,35.09
    Helmand=31.3,64.2 Helsinki=60.17,24.97 Herat=34.35,62.2 Hiroshima=34.39,132.46 Hodeidah=14.8,42.95 Homs=34.73,36.71
    Honolulu=21.31,-157.86 Houston=29.76,-95.37 Ibadan=7.38,3.95 Idlib=35.93,36.63 Illinois=40.1,-89.2 Incheon=37.46,126.71
    Isfahan=32.65,51.67 Islamabad=33.69,73.06 Istanbul=41.02,28.97 Izmir=38.42,27.14 Jakarta=-6.17,106.8
    Jalalabad=34.43,70.45 Jeddah=21.49,39.19 Jenin=32.46,35.3 Jerusalem=31.78,35.22 Johannesburg=-26.25,28.0 Juba=4.85,31.62
    Kabul=34.52,69.2 Kaduna=10.52,7.44 Kampala=0.32,32.42 Kandahar=31.61,65.71 Kano=12.0,8.52 Karachi=24.87,67.05
    Karbala=32.62,44.02 Kashmir=34.1,74.8 Kathmandu=27.72,85.32 Kazan=55.8,49.11 Kharkiv=49.99,36.23 Khartoum=15.6,32.53
    Kherson=46.64,32.61 Kidal=18.44,1.41 Kigali=-1.95,30.07 Kingston=17.98,-76.79 Kinshasa=-4.3,15.3 Kirkuk=35.47,44.39
    Kismayo=-0.36,42.55 Kobani=36.89,38.35 Kolkata=22.53,88.37 Konna=14.94,-3.89 Kosovo=42.6,20.9 Krakow=50.06,19.94
    Kuala_Lumpur=3.17,101.7 Kunduz=36.73,68.87 Kuwait_City=29.37,47.98 Kyiv=50.43,30.52 Kyoto=35.01,135.77
    La_Paz=-16.5,-68.15 Lagos=6.45,3.4 Lahore=31.55,74.34 Lampedusa=35.5,12.6 Las_Vegas=36.17,-115.14 Latakia=35.52,35.79
    Lausanne=46.52,6.63 Leeds=53.8,-1.55 Leipzig=51.34,12.37 Lhasa=29.65,91.12 Libreville=0.38,9.45 Lille=50.63,3.06
    Lilongwe=-13.97,33.79 Lima=-12.05,-77.05 Lisbon=38.72,-9.13 Liverpool=53.41,-2.98 Ljubljana=46.05,14.52 Lome=6.13,1.22
    London=51.51,-0.13 Los_Angeles=34.05,-118.24 Luanda=-8.8,13.23 Lubumbashi=-11.67,27.47 Luhansk=48.57,39.31
    Lusaka=-15.42,28.28 Lviv=49.84,24.03 Lyon=45.76,4.84 Madrid=40.4,-3.68 Maiduguri=11.83,13.15 Malabo=3.75,8.78
    Malaga=36.72,-4.42 Male=4.18,73.51 Malmo=55.6,13.0 Managua=12.15,-86.28 Manama=26.22,50.58 Manchester=53.48,-2.24
    Mandalay=21.98,96.08 Manhattan=40.78,-73.97 Manila=14.59,120.97 Maputo=-25.97,32.58 Marawi=8.0,124.29 Marib=15.46,45.33
    Mariupol=47.1,37.55 Marrakesh=31.63,-8.01 Marseille=43.3,5.37 Maseru=-29.47,27.5 Mashhad=36.3,59.61
    Mazar-i-Sharif=36.71,67.11 Mbabane=-26.3,31.1 Mecca=21.39,39.86 Medellin=6.25,-75.56 Medina=24.47,39.61
    Mekelle=13.5,39.48 Melbourne=-37.82,144.97 Mexico_City=19.4,-99.15 Miami=25.76,-80.19 Milan=45.46,9.19
    Minneapolis=44.98,-93.27 Minsk=53.9,27.57 Misrata=32.38,15.09 Mogadishu=2.07,45.37 Mombasa=-4.04,39.67
    Monrovia=6.3,-10.78 Monterrey=25.67,-100.32 Montevideo=-34.91,-56.21 Montreal=45.5,-73.57 Mopti=14.49,-4.19
    Moroni=-11.7,43.26 Moscow=55.76,37.62 Mosul=36.34,43.13 Mumbai=19.08,72.88 Munich=48.14,11.58 Muscat=23.6,58.58
    N'Djamena=12.12,15.05 Nablus=32.22,35.26 Nagoya=35.18,136.91 Nairobi=-1.28,36.82 Najaf=32.0,44.34 Nantes=47.22,-1.55
    Naples=40.85,14.27 Nassau=25.08,-77.35 Naypyidaw=19.75,96.1 New_Delhi=28.61,77.21 New_York=40.71,-74.01
    New_York_City=40.71,-74.01 Niamey=13.52,2.12 Nicosia=35.17,33.37 Nouakchott=18.1,-15.95 Novosibirsk=55.03,82.92
    Odesa=46.48,30.72 Odessa=46.48,30.72 Ohio=40.4,-82.8 Oran=35.7,-0.63 Orlando=28.54,-81.38 Osaka=34.69,135.5
    Oslo=59.92,10.75 Ottawa=45.42,-75.7 Ouagadougou=12.37,-1.52 Oxford=51.75,-1.26 Palermo=38.12,13.36 Palmyra=34.56,38.27
    Panama_City=8.98,-79.52 Panmunjom=37.96,126.68 Paramaribo=5.83,-55.17 Paris=48.87,2.33 Penang=5.41,100.33
    Pennsylvania=40.9,-77.8 Perth=-31.95,115.86 Peshawar=34.02,71.58 Philadelphia=39.95,-75.17 Phnom_Penh=11.55,104.92
    Phoenix=33.45,-112.07 Phuket=7.88,98.39 Pittsburgh=40.44,-80.0 Podgorica=42.43,19.27 Port_Harcourt=4.82,7.03
    Port_Louis=-20.16,57.5 Port_Moresby=-9.5,147.17 Port_Sudan=19.62,37.22 Port_of_Spain=10.65,-61.52
    Port-au-Prince=18.53,-72.33 Porto=41.15,-8.61 Porto-Novo=6.48,2.62 Prague=50.08,14.43 Praia=14.92,-23.51
    Pretoria=-25.75,28.19 Pristina=42.66,21.17 Pyongyang=39.02,125.75 Quetta=30.18,66.98 Quito=-0.22,-78.51 Rabat=34.02,-6.83
    Rafah=31.29,34.25 Rakhine=20.1,93.6 Ramadi=33.43,43.31 Ramallah=31.9,35.2 Raqqa=35.95,39.01 Rawalpindi=33.6,73.04
    Reykjavik=64.15,-21.85 Riga=56.95,24.1 Rio_de_Janeiro=-22.91,-43.17 Riyadh=24.63,46.72 Rome=41.9,12.48
    Rosario=-32.95,-60.64 Rotterdam=51.92,4.48 Sacramento=38.58,-121.49 Saigon=10.82,106.63 Saint_Petersburg=59.94,30.31
    Salzburg=47.81,13.04 San_Antonio=29.42,-98.49 San_Diego=32.72,-117.16 San_Francisco=37.77,-122.42 San_Jose=9.93,-84.08
    San_Juan=-31.53,-68.52 San_Salvador=13.69,-89.19 Sanaa=15.35,44.21 Santiago=-33.45,-70.67 Santo_Domingo=18.47,-69.9
    Sao_Paulo=-23.53,-46.62 Sapporo=43.06,141.35 Sarajevo=43.87,18.42 Sardinia=40.1,9.0 Seattle=47.61,-122.33
    Seoul=37.55,126.97 Sevastopol=44.62,33.53 Seville=37.39,-5.98 Shanghai=31.23,121.47 Sheffield=53.38,-1.47
    Shenzhen=22.54,114.06 Shiraz=29.59,52.58 Sicily=37.6,14.0 Sinjar=36.32,41.88 Sirte=31.21,16.59 Skopje=41.98,21.43
    Sochi=43.6,39.73 Sofia=42.68,23.32 Soweto=-26.27,27.86 St._Petersburg=59.94,30.31 Stockholm=59.33,18.05
    Strasbourg=48.57,7.75 Stuttgart=48.78,9.18 Suez=29.97,32.53 Surabaya=-7.26,112.75 Suva=-18.14,178.44 Sydney=-33.87,151.22
    São_Paulo=-23.53,-46.62 Tabriz=38.08,46.29 Taipei=25.05,121.5 Taiz=13.58,44.02 Tallinn=59.42,24.75 Tashkent=41.33,69.3
    Tbilisi=41.72,44.82 Tegucigalpa=14.1,-87.22 Tehran=35.67,51.43 Tel_Aviv=32.09,34.78 Tessalit=20.2,1.01 Texas=31.5,-99.3
    The_Hague=52.08,4.3 Thimphu=27.47,89.65 Tianjin=39.13,117.2 Tibet=31.6,88.0 Tigray=14.0,38.5 Tijuana=32.53,-117.02
    Tikrit=34.61,43.68 Timbuktu=16.77,-3.01 Tirana=41.33,19.82 Tobruk=32.08,23.96 Tokyo=35.65,139.74 Toronto=43.65,-79.38
    Toulouse=43.6,1.44 Tripoli=32.9,13.18 Tunis=36.8,10.18 Turin=45.07,7.69 Ulan_Bator=47.92,106.91 Urumqi=43.8,87.58
    Vaduz=47.15,9.52 Valletta=35.9,14.51 Vancouver=49.27,-123.12 Vatican_City=41.9,12.45 Venice=45.44,12.32
    Vienna=48.22,16.33 Vientiane=17.97,102.6 Vilnius=54.68,25.32 Vladivostok=43.17,131.93 Warsaw=52.25,21.0
    Washington=38.9,-77.04 Washington_D.C.=38.9,-77.04 Wellington=-41.29,174.78 Windhoek=-22.57,17.1 Wuhan=30.59,114.31
    Xinjiang=41.1,85.2 Yangon=16.78,96.17 Yaounde=3.87,11.52 Yekaterinburg=56.85,60.6 Yerevan=40.18,44.5
    Yokohama=35.44,139.64 Zagreb=45.8,15.97 Zaporizhzhia=47.84,35.14 Zurich=47.38,8.53 Zürich=47.38,8.53
    Abkhazia=43.0,41.0 Aceh=4.4,96.9 Alabama=32.8,-86.8 Amhara=11.5,38.5 Anbar=32.9,41.9 Andalusia=37.5,-4.7 Assam=26.2,92.9
    Bali=-8.4,115.2 Balochistan=28.5,65.1 Borno=11.9,13.0 Brittany=48.2,-2.9 Catalonia=41.7,1.7 Chechnya=43.4,45.7
    Connecticut=41.6,-72.7 Dagestan=42.9,47.6 Delaware=39.0,-75.5 Donbas=48.3,38.0 Düsseldorf=51.23,6.78 Gaza_City=31.5,34.47
    Gaza_Strip=31.4,34.36 Golan_Heights=33.0,35.8 Gujarat=22.7,71.6 Hague=52.08,4.3 Hanover=52.37,9.73
    Ho_Chi_Minh_City=10.82,106.63 Hyderabad=17.38,78.48 Idaho=44.4,-114.6 Indiana=39.9,-86.3 Ingushetia=43.2,44.8
    Inner_Mongolia=43.4,115.1 Iowa=42.0,-93.5 Java=-7.5,110.0 Kansas=38.5,-98.4 Kentucky=37.5,-85.3 Kerala=10.4,76.4
    Kiev=50.43,30.52 Kivu=-2.0,28.8 Kordofan=12.7,29.9 Kurdistan=36.4,44.4 Lombardy=45.6,9.8 Louisiana=31.1,-91.9
    Malmö=55.6,13.0 Manipur=24.7,93.9 Maryland=39.0,-76.7 Massachusetts=42.3,-71.8 Michigan=44.3,-85.4 Mindanao=7.9,124.9
    Minnesota=46.3,-94.3 Mississippi=32.7,-89.7 Missouri=38.4,-92.5 Montana=47.0,-109.6 Nagorno-Karabakh=39.9,46.8
    Nebraska=41.5,-99.8 Nevada=39.4,-116.6 New_Hampshire=43.7,-71.6 New_Jersey=40.2,-74.7 New_Mexico=34.4,-106.1
    Nice=43.7,7.27 Nineveh=36.2,42.4 Normandy=49.1,0.2 North_Carolina=35.6,-79.4 Okinawa=26.5,127.9 Oklahoma=35.6,-97.5
    Ontario=50.0,-85.0 Oregon=43.9,-120.6 Oromia=7.9,39.0 Portland=45.52,-122.68 Provence=43.9,5.8 Puntland=9.0,49.0
    Punjab=31.0,73.0 Quebec=52.0,-72.0 Queensland=-22.6,144.6 Rangoon=16.78,96.17 Saxony=51.0,13.4 Scandinavia=63.0,15.0
    Sebha=27.04,14.43 Siberia=60.0,105.0 Sinai=29.5,33.8 Sindh=26.0,68.5 Somaliland=9.8,46.0 South_Carolina=33.9,-80.9
    South_Ossetia=42.3,44.0 Sulawesi=-2.0,121.0 Sumatra=-0.6,101.3 Swat=35.2,72.4 Tasmania=-42.0,146.6 Tennessee=35.9,-86.4
    Transnistria=47.2,29.4 Transylvania=46.6,24.5 Tuscany=43.4,11.1 Utah=39.3,-111.7 Valencia=39.47,-0.38 Vermont=44.1,-72.7
    Virginia=37.5,-78.9 Waziristan=32.5,69.9 West_Bank=32.0,35.3 Westminster=51.5,-0.13 Wisconsin=44.6,-89.7
    Zanzibar=-6.13,39.32
    """

  /// Countries by a point in their middle.
  private static let countries = """
    Afghanistan=33,65 Albania=41,20 Algeria=28,3 Andorra=42.5,1.5 Angola=-12.5,18.5 Argentina=-34,-64 Armenia=40,45
    Australia=-27,133 Austria=47.33,13.33 Azerbaijan=40.5,47.5 Bahamas=24.25,-76 Bahrain=26,50.55 Bangladesh=24,90
    Barbados=13.17,-59.53 Belarus=53,28 Belgium=50.83,4 Belize=17.25,-88.75 Benin=9.5,2.25 Bhutan=27.5,90.5 Bolivia=-17,-65
    Bosnia=44,18 Botswana=-22,24 Brazil=-10,-55 Brunei=4.5,114.67 Bulgaria=43,25 Burkina_Faso=13,-2 Myanmar=22,98
    Burundi=-3.5,30 Cambodia=13,105 Cameroon=6,12 Canada=60,-95 Cape_Verde=16,-24 Central_African_Republic=7,21 Chad=15,19
    Chile=-30,-71 China=35,105 Colombia=4,-72 Comoros=-12.17,44.25 Congo=-1,15 Costa_Rica=10,-84 Croatia=45.17,15.5
    Cuba=21.5,-80 Cyprus=35,33 Czech_Republic=49.75,15.5 Denmark=56,10 Djibouti=11.5,43 Dominican_Republic=19,-70.67
    East_Timor=-8.83,125.92 Ecuador=-2,-77.5 Egypt=27,30 El_Salvador=13.83,-88.92 Equatorial_Guinea=2,10 Eritrea=15,39
    Estonia=59,26 Eswatini=-26.5,31.5 Ethiopia=8,38 Fiji=-18,175 Finland=64,26 France=46,2 Gabon=-1,11.75 Gambia=13.5,-15.5
    Georgia=42,43.5 Germany=51,9 Ghana=8,-2 Greece=39,22 Guatemala=15.5,-90.25 Guinea=11,-10 Guinea-Bissau=12,-15 Guyana=5,-59
    Haiti=19,-72.42 Honduras=15,-86.5 Hong_Kong=22.25,114.17 Hungary=47,20 Iceland=65,-18 India=20,77 Indonesia=-5,120
    Iran=32,53 Iraq=33,44 Ireland=53,-8 Israel=31.5,34.75 Italy=42.83,12.83 Ivory_Coast=8,-5 Jamaica=18.25,-77.5 Japan=36,138
    Jordan=31,36 Kazakhstan=48,68 Kenya=1,38 Kosovo=42.58,21 Kuwait=29.5,45.75 Kyrgyzstan=41,75 Laos=18,105 Latvia=57,25
    Lebanon=33.83,35.83 Lesotho=-29.5,28.5 Liberia=6.5,-9.5 Libya=25,17 Liechtenstein=47.27,9.53 Lithuania=56,24
    Luxembourg=49.75,6.17 Madagascar=-20,47 Malawi=-13.5,34 Malaysia=2.5,112.5 Maldives=3.25,73 Mali=17,-4 Malta=35.83,14.58
    Mauritania=20,-12 Mauritius=-20.28,57.55 Mexico=23,-102 Moldova=47,29 Monaco=43.73,7.4 Mongolia=46,105
    Montenegro=42.5,19.3 Morocco=32,-5 Mozambique=-18.25,35 Namibia=-22,17 Nepal=28,84 Netherlands=52.5,5.75
    New_Zealand=-41,174 Nicaragua=13,-85 Niger=16,8 Nigeria=10,8 North_Korea=40,127 North_Macedonia=41.83,22 Norway=62,10
    Oman=21,57 Pakistan=30,70 Palestine=32,35.25 Panama=9,-80 Papua_New_Guinea=-6,147 Paraguay=-23,-58 Peru=-10,-76
    Philippines=13,122 Poland=52,20 Portugal=39.5,-8 Puerto_Rico=18.25,-66.5 Qatar=25.5,51.25 Romania=46,25 Russia=60,100
    Rwanda=-2,30 Saudi_Arabia=25,45 Senegal=14,-14 Serbia=44,21 Seychelles=-4.58,55.67 Sierra_Leone=8.5,-11.5
    Singapore=1.37,103.8 Slovakia=48.67,19.5 Slovenia=46,14.5 Somalia=10,49 South_Africa=-29,24 South_Korea=37,127.5
    South_Sudan=8,30 Spain=40,-4 Sri_Lanka=7,81 Sudan=15,30 Suriname=4,-56 Sweden=62,15 Switzerland=47,8 Syria=35,38
    Taiwan=23.5,121 Tajikistan=39,71 Tanzania=-6,35 Thailand=15,100 Togo=8,1.17 Trinidad_and_Tobago=11,-61 Tunisia=34,9
    Turkey=39,35 Turkmenistan=40,60 Uganda=1,32 Ukraine=49,32 United_Arab_Emirates=24,54 United_Kingdom=54,-2
    United_States=38,-97 Uruguay=-33,-56 Uzbekistan=41,64 Vatican=41.9,12.45 Venezuela=8,-66 Vietnam=16,106 Yemen=15,48
    Zambia=-15,30 Zimbabwe=-20,30 England=52.5,-1.5 Scotland=56.5,-4 Wales=52.3,-3.7 Northern_Ireland=54.6,-6.7
    """
}
