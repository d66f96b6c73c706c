/**
 * The words that bylines of some forty languages are told by, as patterns over folded text. Words that also begin
 * sentences ("von", "de", "كتب") count only where nothing but names follows them.
 */

/** What introduces the writer's name, at the start of a line or of a part of one. */
export const AUTHOR_LABEL = new RegExp(
  `^[\\s|•·–—-]*(?:${[
    '(?:(?:story|text|words|article|analysis|report|written|reported|posted|published|authored)\\s)?by|authors?|writer|reporter',
    '(?:propos\\srecueillis\\s|ecrit\\s|redige\\s|publie\\s|article\\sde\\s)?par|auteure?s?|texte',
    '(?:(?:ein\\sartikel|geschrieben|verfasst|text|interview)\\s)?von|autor(?:in|en|ka|ki|i|zy|es|a|e)?|texto?(?:\\sde)?|redaktion',
    '(?:(?:escrito|redactado|publicado|texto)\\s)?por|di|a\\scura\\sdi|scritto\\sda|de|testo(?:\\sdi)?',
    '(?:geschreven\\s)?door|(?:(?:skrevet|skriven|skrivet|publisert|tekst|text)\\s)?a[vf]|tekst|skribent|journalist|kirjoittanut|teksti|toimittaja',
    'yazan|haber|muhabir|yazar|roportaj|автор[ыи]?|текст|подготовил[аи]?|підготува(?:в|ла)|пише|пише:|пишува',
    'napsala?|napisala?|pise|szerzo|irta|szoveg|scris\\sde|autors|autorius|συντακτης|συνταξη|του|της|γραφει(?:\\s[οη])?',
    'oleh|penulis|laporan|wartawan|tac\\sgia|מאת|כתב|כתבה',
    'بقلم|كتبت?|اعداد(?:\\sوتحرير)?|تقرير|تحقيق|حوار|حاور(?:ه|ها|هم|ته|تها)|تحرير|متابعه|كاتب|الكاتبه?|المحرر|اجري\\sالحوار|اعد(?:ت|ه)?',
    'نوشته|نويسنده|خبرنگار|گزارش|تحرير|رپورٹ|लेखक|रिपोर्ट|द्वारा|প্রতিবেদক|লেখক',
    '記者|记者|作者|文|撰文|執筆|取材|글|취재',
  ].join('|')})(?:\\s?[:：/／]\\s?|\\s[-–—ـ]\\s|\\s|$)`,
  'u',
)

/** What writers are called. */
const WRITER =
  'writer|reporter|correspondent|editor|columnist|journalist|contributor|author|producer|bureau|staff|photographer|redakt|korrespondent|reporter|journalist|autor|volontar|ressortleiter|redacteur|redactrice|journaliste|correspondant|envoye|redactor|periodista|corresponsal|colaborador|reportero|giornalista|inviat|redatt|jornalista|verslaggever|correspondent|toimittaja|muhabir|editoru|yazari|корреспондент|журналист|обозреватель|кореспондент|dziennikarz|redaktor|reporter|novinar|ujsagiro|مراسل|صحفي|كاتب|محرر|اعلامي|باحث|خبرنگار|기자|특파원|논설위원|記者|记者|特派員'

/** What somebody is, beside a name: "Staff Writer", "Redakteur", "مراسل", and who they work for is left to the rest. */
export const ROLE = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:(?:staff|senior|chief|political|sports?|business|foreign|contributing)\\s|${WRITER})`,
  'u',
)

/**
 * What a text says of its writer: "… is a reporter at". Not what one says to several: "… told reporters in Lisbon", nor
 * "… denied any foreign influence".
 */
export const WRITES = new RegExp(
  `^(?![^.]{0,20}(?:\\stold|\\ssaid|\\ssays)\\s)[^.]{0,80}?(?<![\\p{L}\\p{M}])(?:${WRITER})(?!(?:s|es|en|ern?|innen|ов|ам)(?![\\p{L}\\p{M}]))`,
  'u',
)

/** What a line of two or three capitalised words is besides a name: sections, buttons, notices. */
export const NO_NAME =
  /(?<![\p{L}\p{M}])(?:news|but|and|if|after|although|though|while|since|because|my|your|our|us|products?|services?|teams?|help|shop|games?|weather|events?|jobs|deals|reviews?|features?|markets?|finance|tickets|like|save|print|front|page|current|issue|premium|cms|sports?|world|politics|business|opinion|home|menu|latest|read|more|live|video|photos?|images?|newsletters?|sign|log|subscribe|share|comments?|follow|search|contact|about|privacy|terms|policy|cookies?|click|watch|listen|updated|published|min|breaking|top|story|stories|related|advert\w*|all|rights|reserved|health|science|tech\w*|culture|entertainment|local|national|international|getty|photo|foto|bild|credit|aktuell|nachrichten|startseite|wirtschaft|politik|kultur|panorama|mehr|teilen|anzeige|artikel|merken|drucken|abo|anhoren|actualites?|accueil|partager|economie|societe|lire|inicio|noticias|deportes|compartir|opinion|economia|notizie|condividi|nyheter|kultur|debatt|dela|del|nyheder|gundem|haberler|yorum|yaz|spor|ekonomi|dunya|новости|спорт|политика|экономика|поделиться|facebook|twitter|whatsapp|telegram|linkedin|e-?mail|rss|pdf|podcast|today|tonight|january|february|march|april|june|july|august|september|october|november|december|university|institute|ministry|minister|president|street|road|der|die|das|the|this|what|how|why|when|und|with|for|from)(?![\p{L}\p{M}])/u

/** Words that a name in Arabic script does not have, but a heading or a section does. */
export const NO_ARABIC_NAME =
  /(?<![\p{L}\p{M}])(?:في|ملفات|وتقارير|من|الي|عن|ان|بعد|قبل|مع|بين|هذا|هذه|التي|الذي|كل|ما|لا|اخر|اخبار|الاخبار|رياضه|الرياضه|سياسه|اقتصاد|ثقافه|فن|منوعات|محليات|تقارير|مقالات|راي|عاجل|العالم|عربي|عربيه|دوليه?|دولي|صوره?|الصوره|الرمزيه|الكاتب|المحافظات|الرييسيه\p{L}*|فيديو|مشاركه|شارك|طباعه|الرييسيه|تعليق|تعليقات|المزيد|اقرا|تحديث|نشر|منذ|دقيقه|دقايق|ساعه|ساعات|مصدر|المصدر|الصفحه|قراءه|مشاهده|حجم|الخط|کد|خبر|اخبار|ورزشي|سياسي|اقتصادي|فرهنگي|اجتماعي|صفحه|بازديد|كوروناا?|الشرق|الاوسط|اسواق|السعوديه|مصر|كتاب|وزير|وزاره|رييس|مجلس)(?![\p{L}\p{M}])/u

/** What the stand-in for a portrait begins with: "Headshot of", "Avatar photo by", "Photo de profil de", "Autorenbild von". */
export const AVATAR_OF =
  /^(?:(?:head\s?shot|mug\s?shot|avatar|portrait|profile|author|writer|byline)(?:[\s-](?:photo|image|picture|pic|avatar|head\s?shot))?\s(?:of|by|for|von|de|di|:)|(?:photo|image|foto|imagen|immagine)\s(?:de|do|da|di)\s(?:profil|perfil|profilo|l[’']auteur|autor)\s(?:de|do|da|di|:)|صور[ةه]\s(?:الكاتب|المحرر|كاتب المقال)|(?:autoren|profil)(?:bild|foto)\s(?:von|:)|(?:zdj\u0119cie|foto|\u0444\u043e\u0442\u043e)\s(?:autora|autor|\u0430\u0432\u0442\u043e\u0440\u0430):?)\s+/iu

/** The stand-in for a portrait, named first: "Lena Berg's avatar", "Lena Berg profile picture". */
export const AVATAR_OWNER =
  /^(?<name>\p{Lu}.{3,40}?)(?:['’]s?)?\s(?:avatar|head\s?shot|(?:profile|author|byline)\s(?:photo|image|picture))$/iu

/** What leads to the other texts of a writer. */
export const MORE_FROM = new RegExp(
  `^(?:${[
    '(?:read\\s|see\\s|view\\s)?(?:more|all|other|latest)\\s(?:(?:stories|articles|posts|news|content|work|columns)\\s)?(?:by|from)',
    '(?:mehr|alle|weitere)\\s(?:(?:artikel|beiträge|texte|inhalte)\\s)?von',
    "(?:voir\\s|lire\\s)?(?:plus\\sd[’']articles|(?:tous\\s)?(?:les\\s)?(?:autres\\s)?articles)\\sde",
    '(?:ver\\s|leer\\s)?(?:más|todos\\slos|otros)\\s(?:(?:artículos|noticias|textos)\\s)?de|(?:ver\\s|leia\\s)?(?:mais|todos\\sos)\\s(?:(?:artigos|textos|notícias)\\s)?de',
    '(?:leggi\\s)?(?:altri|tutti\\sgli)\\sarticoli\\sdi|(?:meer|alle)\\s(?:artikelen\\s)?van|(?:mer|fler\\sartiklar|mere|flere\\sartikler)\\s(?:av|af|från|fra)',
    '(?:więcej|wszystkie)\\s(?:artykułów|artykuły|tekstów)?\\s?(?:autora)?:?|(?:další|všechny)\\sčlánky\\s(?:autora)?:?|(?:все|другие)\\s(?:статьи|материалы|тексты)\\sавтора:?',
  ].join('|')})\\s+`,
  'iu',
)
