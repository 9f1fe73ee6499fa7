/// Larger cities, regions, waters and ranges that are no capital of a country: names that need no context to be places.
enum Cities {
  static let names: [String] = WordList.entries(
    """
    New_York New_York_City Los_Angeles Chicago Houston Philadelphia Phoenix Dallas Boston Seattle Denver Atlanta Miami Detroit
    San_Francisco San_Diego San_Antonio Las_Vegas Baltimore Minneapolis Cleveland Pittsburgh Portland Orlando Sacramento Honolulu
    Manhattan Brooklyn Silicon_Valley Wall_Street Washington_D.C. Toronto Montreal Vancouver Calgary Quebec Ontario
    Guadalajara Monterrey Tijuana Rio_de_Janeiro Sao_Paulo São_Paulo Salvador Medellin Cali Guayaquil Cordoba Rosario
    Birmingham Manchester Liverpool Leeds Glasgow Bristol Sheffield Oxford Cambridge Aberdeen Marseille Lyon Toulouse Nice
    Bordeaux Strasbourg Lille Nantes Hamburg Munich Cologne Frankfurt Stuttgart Düsseldorf Leipzig Dresden Bonn Bremen Hanover
    Zurich Zürich Geneva Basel Lausanne Salzburg Graz Milan Naples Turin Palermo Genoa Bologna Florence Venice Sicily Sardinia
    Lampedusa Seville Valencia Bilbao Malaga Porto Rotterdam Hague The_Hague Antwerp Ghent Gothenburg Malmo Malmö Bergen Aarhus
    Krakow Gdansk Lviv Kharkiv Odessa Odesa Donetsk Luhansk Mariupol Kherson Zaporizhzhia Crimea Sevastopol Kiev Donbas
    St._Petersburg Saint_Petersburg Novosibirsk Yekaterinburg Vladivostok Kazan Rostov Sochi Istanbul Izmir Adana Gaziantep
    Diyarbakir Antalya Aleppo Homs Hama Idlib Raqqa Latakia Kobani Palmyra Deir_ez-Zor Daraa Mosul Basra Kirkuk Fallujah Ramadi
    Tikrit Najaf Karbala Sinjar Anbar Nineveh Tel_Aviv Haifa Gaza Gaza_City Gaza_Strip West_Bank Golan_Heights Hebron Nablus
    Rafah Jenin Alexandria Sinai Suez Giza Benghazi Misrata Sirte Derna Sebha Tobruk Casablanca Marrakesh Fez Oran Timbuktu Gao
    Kidal Mopti Konna Tessalit Sahel Sahara Maghreb Lagos Kano Maiduguri Borno Kaduna Port_Harcourt Ibadan Douala Goma Bukavu
    Lubumbashi Kivu Mombasa Darfur Kordofan El_Fasher Port_Sudan Tigray Mekelle Amhara Oromia Johannesburg Cape_Town Durban
    Soweto Bulawayo Zanzibar Dar_es_Salaam Kismayo Puntland Somaliland Hargeisa Aden Hodeidah Taiz Marib Jeddah Mecca Medina
    Dubai Isfahan Mashhad Shiraz Tabriz Kandahar Herat Kunduz Jalalabad Helmand Mazar-i-Sharif Karachi Lahore Peshawar Quetta
    Rawalpindi Swat Waziristan Balochistan Punjab Sindh Kashmir Mumbai Delhi Kolkata Chennai Bangalore Bengaluru Hyderabad
    Ahmedabad Gujarat Kerala Assam Manipur Chittagong Rangoon Yangon Mandalay Rakhine Chiang_Mai Phuket Ho_Chi_Minh_City Saigon
    Da_Nang Cebu Davao Mindanao Marawi Bali Java Sumatra Aceh Surabaya Sulawesi Penang Shanghai Guangzhou Shenzhen Wuhan
    Chongqing Chengdu Tianjin Xinjiang Tibet Lhasa Urumqi Inner_Mongolia Osaka Kyoto Yokohama Nagoya Fukushima Hiroshima Okinawa
    Sapporo Busan Incheon Sydney Melbourne Brisbane Perth Adelaide Auckland Christchurch Queensland Tasmania Victoria California
    Texas Florida Ohio Pennsylvania Illinois Michigan Arizona Nevada Oregon Colorado Alaska Hawaii Virginia Maryland
    Massachusetts New_Jersey Connecticut Wisconsin Minnesota Iowa Missouri Kansas Oklahoma Louisiana Alabama Mississippi
    Tennessee Kentucky Indiana North_Carolina South_Carolina Utah Montana Idaho Delaware New_Mexico New_Hampshire Vermont
    Nebraska Bavaria Saxony Brittany Normandy Corsica Provence Andalusia Lombardy Tuscany Transylvania Siberia Caucasus Balkans
    Crimea Scandinavia Baltic Nagorno-Karabakh Abkhazia South_Ossetia Transnistria Levant Kurdistan Dagestan Ingushetia Atlantic
    Pacific Mediterranean Black_Sea Red_Sea Baltic_Sea North_Sea Caspian_Sea Persian_Gulf Gulf_of_Aden South_China_Sea Arctic
    Antarctica Amazon Nile Danube Rhine Euphrates Tigris Mekong Congo_River Himalayas Alps Andes Greenland Siberia Manhattan
    Westminster Brussels Guantanamo Guantanamo_Bay Chernobyl Davos Panmunjom Kremlin
    """)
}
