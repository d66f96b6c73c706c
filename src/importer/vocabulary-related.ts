/**
 * What introduces links to other articles, at the start of a line, in some forty languages; folded, so without the
 * accents of Latin letters. A label that also begins sentences needs a mark behind it, or the line for itself.
 */
const LABELS = [
  // Arabic, Persian, Urdu, Hebrew
  '(?:اقرا(?:وا|ي)?|اقرء(?:وا|ي)?|طالع(?:وا)?|شاهد(?:وا)?|تابع(?:وا)?|انظر|راجع)\\s(?:ايضا|المزيد|كذلك)(?:\\s(?:علي|في|عن|حول)\\s[\\p{L}\\p{M}]+)?',
  '(?:اقرا|شاهد|طالع|انظر|للمزيد|لمزيد\\sمن\\s(?:التفاصيل|المعلومات)|تابع)(?=\\s?[:|])|(?:قد|ربما)\\s(?:يهمك|يعجبك|تهمك)(?:\\s(?:ايضا|كذلك))?|لا\\sيفوتك|مقالات\\sقد\\sتهمك|اخترنا\\sل(?:ك|كم)',
  '(?:مواضيع|موضوعات|اخبار|مقالات|تقارير|قصص|مواد|روابط|الاخبار|المواضيع)\\s(?:ذات\\s(?:ال)?(?:صله|علاقه)|(?:ال)?متعلقه|(?:ال)?مرتبطه|مشابهه|اخري\\sقد\\sتهمك)|اخبار\\sذات\\sصله|المزيد\\sحول\\sهذه\\sالقصه',
  'حول\\sهذه\\sالقصه|موضوع\\s(?:ذو|ذات)\\sصله|ذات\\sصله|مقال\\sذو\\sصله',
  'بيشتر\\sبخوانيد|بيشتر\\sبخوانيد|همچنين\\sبخوانيد|همچنين\\sبخوانيد|(?:مطالب|اخبار)\\s(?:مرتبط|مشابه)|خبرهاي\\sمرتبط|خبرهاي\\sمرتبط|بخوانيد(?=\\s?[:|])|بخوانيد(?=\\s?[:|])',
  '(?:يہ|يه|مزيد)\\s(?:بھي\\s|بھي\\s)?پڑھ(?:يں|يں|يے|يے)|متعلقہ\\s(?:خبريں|خبر)',
  'קראו\\s(?:גם|עוד)|ראו\\sגם|לקריאה\\sנוספת|(?:כתבות|ידיעות|עוד)\\s(?:נוספות|קשורות|בנושא)|אולי\\sיעניין\\sאות(?:ך|כם)',
  // English, French, Spanish, Portuguese, Italian, Catalan, Romanian
  '(?:read|watch|see|listen|learn)\\s(?:also|more|next)|also\\s(?:read|see|watch|on\\s[\\p{L}]+)|related(?:\\s(?:articles?|stories|story|topics|content|coverage|links?|news|posts?|reading|video|items))?|more\\son\\sthis(?:\\s(?:story|topic))?|recommended(?:\\s(?:stories|reading|for\\syou|articles))?|(?:you\\s)?(?:may|might)\\salso\\s(?:like|be\\sinterested\\sin)|you\\smay\\slike|don.?t\\smiss|further\\sreading|(?:more|other|latest)\\s(?:stories|articles|related\\snews)|suggested\\s(?:reading|articles)|editor.?s\\spicks?|what\\sto\\sread\\snext|read\\snext|up\\snext|in\\scase\\syou\\smissed\\sit',
  '(?:a\\s)?(?:lire|voir|ecouter|decouvrir)\\s(?:aussi|egalement|plus)|lire\\sla\\ssuite|(?:a\\slire|a\\svoir)(?=\\s?[:>|])|sur\\sle\\smeme\\s(?:sujet|theme)|nos\\sarticles\\s(?:lies|sur\\sle\\ssujet)|articles?\\s(?:lies?|similaires?|associes?|connexes?)|pour\\saller\\splus\\sloin|dans\\sle\\smeme\\sdossier|vous\\saimerez\\saussi|ca\\speut\\svous\\sinteresser',
  'leer?\\s(?:mas|tambien)|lea\\s(?:mas|tambien)|lee\\s(?:mas|tambien)|ver\\s(?:mas|tambien)|vea\\stambien|mira\\s(?:tambien|mas)|(?:te|le)\\spued(?:e|en|a)\\sinteresar|quiza\\ste\\sinterese|(?:noticias|notas|articulos|contenidos?|temas)\\s(?:relacionad[oa]s?|similares)|(?:noticia|nota|articulo)\\srelacionad[oa]|mas\\s(?:informacion|noticias)(?=\\s?[:|]|$)|tambien\\ste\\spuede\\sinteresar|no\\ste\\spierdas',
  '(?:leia|veja|confira|saiba|assista|ouca)\\s(?:tambem|mais|ainda)|(?:noticias|materias|artigos|conteudos?)\\s(?:relacionad[oa]s|semelhantes)|ler\\smais|pode\\sinteressar(?:-lhe)?|(?:voce\\s)?pode\\s(?:te\\s)?(?:gostar|interessar)',
  '(?:leggi|guarda|vedi)\\s(?:anche|pure|di\\spiu)|(?:articoli|notizie|contenuti)\\s(?:correlat[ie]|collegat[ie])|(?:ti\\s)?potrebbe(?:ro)?\\s(?:anche\\s)?(?:interessar(?:ti|e)|piacerti)|per\\sapprofondire|llegi(?:u|r)\\s(?:tambe|mes)|et\\spot\\sinteressar|mes\\sinformacio',
  '(?:citeste|citiți|cititi|vezi|vedeti)\\s(?:si|și|mai\\smult)|articole\\s(?:similare|asemanatoare|conexe)|(?:stiri|știri)\\ssimilare|te-?\\s?ar\\sputea\\sinteresa|pe\\saceeasi\\stema|recomandari',
  // German, Dutch, the North
  '(?:lesen|lies|sehen|horen)(?:\\ssie)?\\s(?:auch|mehr|hier|dazu|weiter)|(?:auch|mehr)\\s(?:interessant|zum\\sthema|dazu|lesenswert)|mehr\\szu(?=\\s?[:|])|passend\\sdazu|(?:weitere|ahnliche|verwandte|empfohlene|passende)\\s(?:artikel|themen|meldungen|beitrage|nachrichten|inhalte|texte)|das\\s(?:konnte|durfte)\\s(?:sie|dich)\\s(?:auch\\s|ebenfalls\\s)?interessieren|weiterlesen|zum\\sthema|lesetipps?|empfehlung(?:en)?\\sder\\sredaktion|unsere\\sempfehlungen|dazu\\spassend',
  'lees\\s(?:ook|meer|verder|hier)|bekijk\\sook|kijk\\sook|zie\\sook|gerelateerde?\\s(?:artikelen|berichten|onderwerpen)|meer\\s(?:over\\sdit\\sonderwerp|lezen)|aanbevolen\\sartikelen|lees\\sverder|lees\\snog',
  '(?:las|lyssna|se)\\s(?:ocksa|aven|mer)|(?:las|mer)\\s(?:vidare|om\\samnet)|relaterade?\\s(?:artiklar|artikel|nyheter)|missa\\sinte|les\\s(?:ogsa|også|mer|mere)|(?:laes|læs|se|sja)\\s(?:ogsa|også|mere|einnig)|relaterte\\s(?:artikler|saker)|relaterede\\s(?:artikler|nyheder)|hor\\sogsa|lesa\\smeira|lestu\\seinnig|tengdar\\s(?:frettir|greinar)',
  'lue\\s(?:myos|lisaa)|katso\\s(?:myos|lisaa)|aiheesta\\slisaa|lisaa\\saiheesta|kuuntele\\smyos|(?:loe|vaata)\\s(?:ka|lisaks|veel|rohkem|edasi)|seotud\\s(?:lood|artiklid)|taip\\spat\\s(?:skaitykite|skaityk|ziurekite)|skaityk(?:ite)?\\s(?:taip\\spat|daugiau)|susij(?:e|usios|usi)\\s(?:straipsniai|naujienos)|las(?:i|iet)\\s(?:ari|vairak|vel)|saistitie\\sraksti',
  // Central and eastern Europe
  'czyta(?:j|jcie)\\s(?:tez|takze|wiecej|rowniez)|(?:zobacz|przeczytaj|sprawdz|polecamy)\\s(?:tez|takze|rowniez|wiecej)|(?:polecamy|zobacz)(?=\\s?[:|])|powiazane\\s(?:artykuly|tematy)|podobne\\s(?:artykuly|tematy|clanky)',
  '(?:prectete|prectete|ctete|prohlednete|podivejte|poslechnete|precti)\\s?(?:si|se)?\\s(?:take|tez|i|vice|dalsi|navic)|souvisej(?:ici|ci)\\s(?:clanky|clanek|temata|zpravy)|mohlo\\sby\\s(?:se\\s)?vas\\s(?:take\\s)?(?:zajimat|zaujat|zaujimat)|(?:precitajte|citajte|pozrite)\\s?(?:si)?\\s(?:aj|tiez|viac)|suvisiac(?:e|i)\\s(?:clanky|clanok)|prehliadnite\\ssi\\saj',
  '(?:olvasd|olvassa|olvasta|nezd|nezze|lasd)\\s(?:el|meg|mar|tovabb)(?:\\s(?:ezt\\s)?is)?|kapcsolodo\\s(?:cikk(?:ek|ein?k)?|hir(?:ek)?|anyagok)|(?:ez\\sis|ezek\\sis)\\serdekelhet(?:i|ik)?|ajanlott\\s(?:cikkek|tartalmak)|tovabbi\\scikkek',
  '(?:procitajte|procitaj|pogledajte|pogledaj|citajte|saznajte|preberite|poglejte|beri)\\s(?:jos|i|takoder|takodje|takođe|također|vise|tudi|se)|(?:povezane?|slicne?|vezane)\\s(?:vijesti|vesti|clanci|clanki|teme|novice)|mozda\\s(?:vas|ce\\svas)\\s(?:zanima|zanimati)|lexo(?:ni)?\\s(?:edhe|me\\sshume)|shiko\\sedhe|te\\sngjashme',
  '(?:чита(?:йте|й|ите|и)|смотри(?:те)?|слушайте|узнайте)\\s(?:также|еще|ещё|далее|по\\sтеме|больше)|(?:материалы|новости|статьи|публикации|сюжеты)\\sпо\\sтеме|по\\sтеме|(?:еще|ещё)\\sпо\\sтеме|похожие\\s(?:новости|материалы|статьи)|рекомендуем(?:\\s(?:прочитать|почитать))?|вам\\s(?:может\\sбыть\\sинтересно|также\\sбудет\\sинтересно)',
  '(?:чита(?:йте|й)|дивіться|дивись|слухайте)\\s(?:також|ще|далі|більше)|(?:матеріали|новини|статті)\\s(?:по|за)\\sтемо?[юі]|вас\\sможе\\sзацікавити|(?:чытайце|глядзіце)\\s(?:таксама|яшчэ)',
  '(?:прочетете|вижте|чети|виж|гледайте)\\s(?:още|и|също|повече)|още\\s(?:по\\sтемата|новини)|свързани\\s(?:статии|новини|публикации)|(?:прочита[јй]те|погледа[јй]те|чита[јй]те|прочита[јй])\\s(?:још|и|уште|повеќе|такође)|повезан[еи]\\s(?:вести|вијести|чланци|теми)',
  '(?:διαβάστε|δείτε|ακούστε|διάβασε|δες|διαβαστε|δειτε)\\s(?:επίσης|ακόμ[αη]|περισσότερα|και|σχετικά|επισης|ακομ[αη])|σχετικά\\s(?:άρθρα|θέματα|νέα)|σχετικα\\sαρθρα|μη\\sχάσετε|μπορεί\\sνα\\sσας\\sενδιαφέρει',
  // Turkish and its kin, South and East Asia, Africa
  'ilgili\\s(?:haber(?:ler)?|icerik(?:ler)?|yazı(?:lar)?|konu(?:lar)?)|(?:bunu|bunlar[ıi]|sunu)\\sda\\s(?:oku(?:yun|yabilirsiniz)?|goruntule)|bunlar(?:\\sda)?\\silginizi\\scekebilir|ilginizi\\scekebilir|(?:ayrıca|ayrica)\\s(?:oku(?:yun)?|bakınız|bakiniz)|benzer\\shaberler|(?:daha\\sfazla|devamını)\\soku(?:yun)?|okumadan\\sgecme(?:yin)?|onerilen\\shaberler|həmcinin\\soxuyun',
  '(?:इसे|यह|ये|इन्हें|और|आगे)\\s(?:भी\\s)?(?:पढ़ें|पढ़िए|देखें|पढें|पढ़े)|संबंधित\\s(?:खबरें|ख़बरें|समाचार|लेख)|(?:हे|हेही|हे\\sही)\\s?वाचा|अधिक\\sवाचा|यो\\sपनि\\sपढ्नुहोस्|(?:আরও|আরো|এ\\sসম্পর্কে|আরও\\sখবর)\\s?(?:পড়ুন|পড়ুন|দেখুন)|সম্পর্কিত\\s(?:খবর|সংবাদ)|(?:மேலும்|இதையும்)\\s(?:படிக்க|படிங்க|படியுங்கள்)|(?:ఇది|ఇవి)\\s(?:కూడా\\s)?చదవండి|(?:આ\\sપણ|વધુ)\\s(?:વાંચો|વાંચો)|(?:ഇതും|കൂടുതൽ)\\sവായിക്കുക|ಇದನ್ನೂ\\sಓದಿ|ਇਹ\\sਵੀ\\sਪੜ੍ਹੋ',
  'baca\\s(?:juga|selengkapnya|lainnya|pula)|(?:lihat|simak|tonton)\\sjuga|(?:artikel|berita|bacaan)\\s(?:terkait|lainnya|berkaitan)|(?:doc|xem|mời\\sdoc)\\s(?:them|tiep|ngay)|(?:tin|bai(?:\\sviet)?)\\s(?:lien\\squan|cung\\schuyen\\smuc)|basahin\\s(?:din|rin|pa|ang)|kaugnay\\sna\\sbalita|soma\\s(?:pia|zaidi|hapa)|pia\\ssoma|habari\\szinazohusiana|(?:karin|karanta)\\s(?:labarai|kuma)|akhri\\ssidoo\\skale|lees\\sook',
  'อ่าน(?:เพิ่มเติม|ต่อ|ข่าว(?:เพิ่มเติม|ที่เกี่ยวข้อง)?|ประกอบ)|(?:ข่าว|บทความ|เรื่อง)ที่เกี่ยวข้อง|ข่าวเกี่ยวข้อง',
  '関連(?:記事|ニュース|リンク|情報|トピックス|動画|キーワード)?|あわせて読みたい|併せて読みたい|こちらも(?:おすすめ|どうぞ)|おすすめ(?:記事)?|合わせて読みたい|続きを読む|관련\\s?(?:기사|뉴스|글|콘텐츠)|(?:함께|같이)\\s(?:보면|볼만한|읽을)\\s?(?:좋은\\s)?(?:기사|뉴스)?|이\\s시각\\s(?:주요|많이\\s본)\\s?뉴스|추천\\s?(?:기사|뉴스)|相关(?:阅读|新闻|报道|链接|文章|推荐)?|(?:延伸|推荐|扩展)阅读|相關(?:新聞|報導|文章|連結)?|(?:延伸|推薦)閱讀|更多(?:新闻|新聞|报道|報導)|猜你喜欢|你可能(?:也|还|會|会)?(?:喜歡|喜欢|感興趣|感兴趣)|看更多|热门推荐',
].join('|')

export const RELATED_CUE = new RegExp(
  `^[\\p{P}\\p{S}\\s]{0,3}(?<label>${LABELS})(?![\\p{L}\\p{M}])`.normalize('NFC'),
  'u',
)

/** The last word of labels that lead on to a title without any mark: "إقرأ أيضا الزواج …", "LESEN SIE AUCH Der Zug …". */
export const NEEDS_NO_MARK =
  /(?:^|\s)(?:ايضا|كذلك|المزيد|also|auch|aussi|egalement|tambien|anche|tambem|ook|ogsa|også|ocksa|myos|lisaksi|tez|takze|rowniez|take|aj|tiez|ezt\sis|si|și|also\sread|da\soku|okuyun|juga|также|також|още|επίσης|επισης|גם|بخوانيد|بخوانيد|پڑھيں|पढ़ें|পড়ুন|takoder|takodje|edhe|taip\spat)$/u
