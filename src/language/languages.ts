/**
 * What tells the languages of one script apart: the letters that a language has beyond the script's common ones, and short
 * words that stand in any of its texts. A word that several languages have counts for each the less.
 */
export type Profile = [language: string, letters: string, words: string]

export const LATIN: Profile[] = [
  ['en', '', 'the of and to in is that was for with on it as by at from are this be have has said not an'],
  [
    'fr',
    'àâçéèêëîïôûùüÿœæ',
    'le la les des et est une du dans que pour qui au sur par avec pas plus ce sont aux été il en',
  ],
  [
    'de',
    'äöüß',
    'der die das und ist nicht den von zu mit ein im des auf für eine dem sich auch als wird werden bei nach',
  ],
  ['es', 'áéíóúüñ', 'el la los las del que y en una por con su para un se al como más pero fue sus lo este'],
  ['ca', 'àçéèíïóòúü', 'el la els les del que i en una per amb un al com més però dels aquest seva també ha són va'],
  [
    'gl',
    'áéíóúüñ',
    'o a os as do da que e en unha por con para un ao como máis pero foi dun nunha non tamén polo pola',
  ],
  ['it', 'àèéìíîòóù', 'il che di della è per non sono gli nel con una la del le un dei alla anche più ha si dal delle'],
  ['pt', 'áâãàçéêíóôõú', 'o os que não em uma do da para com são ao as dos das um no na por mais foi se também pela'],
  ['ro', 'ăâîșțşţ', 'și în de la cu pe nu este care din să o un a mai pentru fost ce sunt după al că şi'],
  ['nl', 'éëïöü', 'het een van en niet zijn op dat voor met te de is in die aan door ook bij naar worden uit om'],
  ['af', 'êëôûéïî', 'die van en het nie is in wat vir dat met te op sy aan hulle deur ook om was na sê word'],
  ['sv', 'åäöé', 'och att det är som på inte för till med har en av den i om ett de från var vid kan säger'],
  ['da', 'æøåé', 'og det er af ikke på til med har blev som en at den i for de efter også siger jeg fra være hvad'],
  ['no', 'æøåéòô', 'og det er av ikke på til med har ble som en at den i for de etter også sier jeg fra være hva'],
  ['is', 'áðéíóúýþæö', 'og að er í á sem um við til var með ekki það hann fyrir hefur en af frá því'],
  ['ga', 'áéíóú', 'an na agus ar go is le do sé atá bhí sa ag faoi nach ina leis den tá'],
  ['cy', 'âêîôûŵŷáéïö', 'y yn yr a ac i o ar mae wedi ei bod am gan oedd fod hyn ond ei eu'],
  ['mt', 'ċġħżàèìòù', 'li u ta fil il dan kien għal minn ma din lill tal huwa biex qal mill'],
  ['eo', 'ĉĝĥĵŝŭ', 'la de kaj en estas al por ne ke kun oni estis sur pri ĝi ili kiu tiu el'],
  ['fi', 'äöåšž', 'ja on ei että se oli myös mutta kun ovat hän joka mukaan sen ole olla tai kuin'],
  ['et', 'äöõüšž', 'ja on ei et see oli ka aga kui mis ning tema selle kes oma pole seda mida'],
  ['lv', 'āčēģīķļņšūž', 'un ir no ka par ar kas uz tas arī bija lai gada pēc bet nav vai tika'],
  ['lt', 'ąčęėįšųūž', 'ir kad yra į iš su tai bet kaip apie buvo už jo po dar tik metų prie'],
  ['pl', 'ąćęłńóśźż', 'i w na się nie że z do jest to o od po jak za przez dla oraz są jego który tym'],
  ['cs', 'áčďéěíňóřšťúůýž', 'a se na že je v to jsou pro jako s z o by ve který podle jeho od která byl už také při'],
  ['sk', 'áäčďéíĺľňóôŕšťúýž', 'a sa na že je v to sú pre ako s z o by vo ktorý podľa jeho od ktorá bol už aj pri'],
  ['sl', 'čšž', 'in je na se da so za v ki pa z tudi po bi kot pri od bo že ni bil ali'],
  [
    'hr',
    'čćđšž',
    'i je u na se da su za od koji s kako nije ali što bi iz će sa o kao te tijekom također nakon gdje vrijeme',
  ],
  [
    'bs',
    'čćđšž',
    'i je u na se da su za od koji s kako nije ali što bi iz će sa o kao također nakon gdje općine bih historije',
  ],
  [
    'sr',
    'čćđšž',
    'i je u na se da su za od koji sa kako nije ali šta što bi iz će o kao takođe posle gde vreme pre tokom',
  ],
  ['sq', 'çë', 'të e në dhe një për me se që nga është i ka nuk si më do u edhe ai janë'],
  ['hu', 'áéíóöőúüű', 'a az és hogy nem egy is van volt meg már csak mint ez de el még ki után szerint'],
  ['tr', 'çğıöşüâîû', 've bir bu için ile olarak da de olan çok daha en gibi kadar sonra olduğu ise ne dedi'],
  ['az', 'çəğıöşü', 'və bir bu üçün ilə olan da də ki daha sonra olub edib görə onun ildə bildirib isə'],
  ['tk', 'äçňöşüýž', 'we bir bu üçin bilen bolan hem ýyl diýdi edip boldy şeýle barada ony türkmenistanyň'],
  [
    'uz',
    'ʻʼ‘’',
    'va bir bu uchun bilan boʻlgan ham yil deb bo‘lgan edi qildi bo‘yicha haqida o‘zbekiston bo‘lib kerak emas',
  ],
  ['ku', 'çêîşû', 'û di de bi li ku ji ev re bo jî ye wî tê dike bû hat her wan kir'],
  [
    'vi',
    'ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ',
    'của và là có không được cho trong một các với người này đã những để',
  ],
  [
    'id',
    '',
    'yang dan di dengan untuk dari ini itu pada tidak akan dalam oleh juga bahwa karena bisa saat ke telah adalah',
  ],
  [
    'ms',
    '',
    'yang dan di dengan untuk dari ini itu pada tidak akan dalam oleh juga bahawa kerana boleh ketika ke telah ialah beliau daripada',
  ],
  ['fil', 'ñ', 'ang ng sa na mga ay at ni si para may kay hindi nang ito ayon siya kung'],
  ['sw', '', 'na ya wa kwa ni katika la za kuwa hiyo cha huyo yake alisema hii watu pia kama baada'],
  ['so', '', 'oo iyo ku ka in la ay uu waa soo ee waxaa ayaa si waxa ah kale inuu'],
  ['ha', 'ɓɗƙƴ', 'da a ya na ta cewa wannan su an ba yi mai shi kuma ce domin wani daga'],
  ['yo', 'ẹọṣàáèéìíòóùú', 'ni ti ati si awọn ní tí àti sí àwọn fún láti wọn náà'],
  ['ig', 'ịọụṅ', 'na nke ndị bụ ya ka ga ha ọ n’ime maka kwuru'],
  ['zu', '', 'ukuthi futhi uma kodwa ngoba lapho abantu ngemuva kanye nokuthi'],
  ['mg', 'àô', 'ny sy dia amin izany fa tsy ho an no ireo'],
  ['ht', 'èòàé', 'nan yo ki pou ak pa sou te moun gen yon se'],
  ['eu', 'ñ', 'eta da ez du bat dute ere dira baina zen izan egin duen hau dela'],
]

export const ARABIC: Profile[] = [
  ['ar', 'ةأإىؤئآي', 'في من على إلى أن التي الذي عن هذا مع ما لا كان قد هو بعد بين هذه'],
  ['fa', 'پچژگکیآأئؤي', 'است که این را با های شد در از به می برای آن و یک کرد خود بود'],
  ['ur', 'پچژگکیٹڈڑںےہھآئؤأۓ', 'ہے کے میں اور نے کی کا سے کو ہیں پر یہ کہ تھا گیا اس'],
  ['ckb', 'پچژگکیڕڵۆێەڤئ', 'لە بە و بۆ کە ئەو لەگەڵ ئەم بوو دەکات سەر یان'],
  ['ps', 'پچژگکیټډړښږڼېۍئآګي', 'چې کې دی په او د له ته سره يې دا یې شوی'],
  ['ug', 'پچژگىيڭۇۆۈۋېەھئ', 'بۇ ۋە بىر بىلەن بولغان ئۈچۈن ھەم دەپ قىلىپ كېيىن ئۇ'],
  ['sd', 'پچڄڃڇڊڏڌڙڦڪڳڱڻٺٽٻڀٿگھآئي', '۾ جي جو ۽ کي آهي سان جا تي هن نه آهن'],
]

export const CYRILLIC: Profile[] = [
  ['ru', 'ийщъыьэюяё', 'и в не на что это как по с из о за от к был его для он но'],
  ['uk', 'ийщьюяіїєґ', 'і в не на що це як та з у за від до про його для він але'],
  ['be', 'йыьэюяёіў', 'і ў не на што гэта як па з у за ад да пра яго для быў але'],
  ['bg', 'ийщъьюя', 'на за от се че да и е в са с по не ще през при като това'],
  ['mk', 'иѓѕјљњќџ', 'на и во да се од за со е дека не ќе што ги по како го'],
  ['sr', 'иђјљњћџ', 'и је у на се да су за од који са како није што из ће о као'],
  ['kk', 'ийщъыьэюяёәғқңөұүһі', 'және бұл мен бен үшін деп бір да де болды қазақстан туралы жылы'],
  ['ky', 'ийщъыьэюяёңөү', 'жана бул менен үчүн деп бир да болгон кыргыз эле анын жылы'],
  ['tg', 'ийъэюяёғӣқӯҳҷ', 'ва дар аз ба ки бо барои ин то аст шуд тоҷикистон ҳам'],
  ['mn', 'ийъыьэюяёөү', 'нь энэ байна гэж юм болон оны байгаа монгол хийх улсын'],
  ['uz', 'ийъэюяёўқғҳ', 'ва бу билан учун бир ҳам деб бўлган йил эди қилди ўзбекистон'],
  ['az', 'иығҝәјөүһҹ', 'вә бу илә үчүн бир олан да дә көрә деди ки'],
  ['tt', 'ийщъыьэюяёәөүҗңһ', 'һәм белән бу дип өчен бер дә иде булган татарстан'],
]

export const DEVANAGARI: Profile[] = [
  ['hi', '', 'है के में की और का से को ने पर यह हैं भी कि था नहीं कर'],
  ['mr', 'ळ', 'आहे आणि या च्या मध्ये ते होते केली असे हे आहेत नाही यांनी करण्यात त्या'],
  ['ne', '', 'छ र को मा पनि गरेको भएको हो यो छन् उनले भने लागि गर्न एक गर्ने'],
]

export const BENGALI: Profile[] = [
  ['bn', 'রয়', 'এই ও থেকে করে না একটি এবং জন্য হয় তিনি সঙ্গে বলেন'],
  ['as', 'ৰৱ', 'আৰু এই পৰা কৰি হৈছে এটা বাবে তেওঁ'],
]

export const ETHIOPIC: Profile[] = [
  ['am', '', 'ነው እና ላይ ውስጥ ጋር ግን ነበር ይህ ወደ ሲሆን የሚል'],
  ['ti', 'ኣ', 'እዩ ናይ ኣብ እቲ ምስ ግን ከም ድማ እዚ ነቲ ካብ'],
]

export const HEBREW: Profile[] = [
  ['he', '', 'של את על לא עם כי גם הוא זה אל כל היא או אבל'],
  ['yi', 'ײװױ', 'איז און די דער צו אין האט מיט נישט פון דאס פֿון'],
]
