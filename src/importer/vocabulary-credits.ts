/**
 * Words of picture credits in some forty languages, folded: what introduces a credit, and whom credits name. None of
 * them makes a credit inside a sentence; the forms in finders/credits.ts say where they count.
 */

/** What introduces the maker of a picture, before a colon or a slash. */
const LABELS = [
  'photo(?:graph(?:s|y|er)?|s)?|(?:photo|image|picture|illustration|video|media)\\s(?:credits?|source|courtesy|by)|(?:file|handout|stock|archive)\\s(?:photo|image|picture)|(?:cover|featured|top|header|main|lead)\\s(?:image|photo)|images?|pictures?|pics?|credits?|courtesy|illustrations?|graphics?|artwork|screen\\s?(?:shot|grab)|video\\s(?:still|grab)',
  '(?:symbol|archiv|beispiel|agentur|serien|titel|auf-?macher)?-?(?:foto|bild)s?|foto-?\\s?(?:credits?|nachweis|montage|quelle|hinweis)|bilder|bild-?(?:quellen?|nachweise?|rechte|autor|montage|credits?|agentur|urheber)|aufnahme|grafik(?:en)?',
  'photographies?|photo\\sd.(?:illustration|archives?)|credits?\\s?[,-]?\\s?(?:photos?|images?)|dessin|infographie|visuel|montage',
  'fotograf[iao]s?|fotografie|imagen(?:es)?|imagem|imagens|imatge|cortesia|creditos?|captura|divulgacao|reproducao|ilustrac(?:ion|ao)|infografia|immagin[ei]|fotogramma|gentileza|(?:foto|imagen|imagem|photo)\\s(?:de|di|por)\\s(?:archivo|arquivo|archivio)',
  'beeld|afbeelding(?:en)?|fotograaf|(?:archief|illustratie)-?foto|kuv(?:a|at|aaja|alahde|ituskuva)|(?:arkisto|kuvitus|valo)kuva|kuvakaappaus|bildkalla|(?:arkiv|genre|skarm|press)bild|fotografer|fotografi|billede|billeder|(?:arkiv|illustrasjons|presse)foto|bilete|skjerm(?:dump|bilde)|mynd(?:ir)?|ljosmynd(?:ir|ari)?|pilt|fotod',
  'zdjeci[ea]|fot|rys|grafika|ilustracja|snim(?:ek|ka|ky)|(?:ilustrac(?:ni|ne)|archivni)\\s(?:foto|snimek)|kep(?:ek|unk)?|fotok?|illusztracio|(?:sursa\\s)?foto|foto\\s?sursa|nuotr(?:auka|aukos)?|fotografij[ae]|ilustracija',
  'fotograf(?:lar)?|gorsel(?:ler)?|(?:fotograf|gorsel)\\skaynag[iı]|kamera',
  'фото(?:граф(?:ия|ии)?)?|(?:автор|источник)\\s(?:фото|изображения)|изображение|коллаж|иллюстрация|снимок|снимк[иа]|скрин(?:шот)?|кадр|фотографія|зображення|колаж|ілюстрація|світлина|(?:джерело|автор)\\sфото|фота|здымак|илустраци[јя]а?|фотографија|слика',
  'φωτογραφ[ιί](?:α|ες)|φωτ[οό]|εικ[οό]να',
  'צילום(?:\\sמסך)?|צילומים|תמונ(?:ה|ות)|קרדיט|איור|הדמיה',
  '(?:ال)?صوره?|صور|(?:ال)?تصوير|بعدسه|عدسه|ص|كاميرا|مصدر\\sالصوره|صوره\\s(?:ارشيفيه|تعبيريه|توضيحيه)|عكس(?:ها)?|عكاس|منبع\\s(?:عكس|تصوير)|تصوير|فوٹو|بشكريه|بشكريه|وينه',
  'फ़ोटो|फोटो|तस्वीर|साभार|छायाचित्र|छवि|ছবি|ফটো|সৌজন্যে|படம்|புகைப்படம்|ఫోటో|ചിത്രം|ഫോട്ടോ|ફોટો|ਤਸਵੀਰ',
  'ภาพ(?:จาก|ประกอบ|ถ่าย)?|(?:เครดิต|ที่มา)ภาพ|anh(?:\\sminh\\shoa)?|nguon\\s(?:anh|hinh)|sumber\\s(?:foto|gambar)|dok|gambar|larawan|picha|hoto|sawir(?:ka)?',
  '写真(?:提供|撮影)?|撮影|画像(?:提供)?|提供|資料写真|图片?(?:来源|提供|源)?|圖片?(?:來源|提供)?|摄影?|攝影?|照片|图据|翻攝自?|資料照片?|사진(?:\\s?(?:제공|출처))?|자료\\s?사진|제공|그래픽|이미지',
].join('|')

/** The same where the name follows without a mark: "Photo by Jane Doe", "Courtesy of the museum", "Foto van …". */
const LABELS_BY =
  '(?:photo(?:graph(?:s|ed|y)?|s)?|images?|pictures?|illustrations?|video|graphics?)\\s(?:by|via|courtesy)|courtesy\\s(?:of|photo)|provided\\sby|supplied\\sby|fot\\.|dok\\.|foto\\s(?:von|van|av|af|di|de|por|oleh)|credits?\\sphotos?|via'

/** A text that begins as a credit: "Foto: …", "(Photo by …)", "[사진=…]", "© …". */
export const CREDIT_START = new RegExp(
  `^[\\p{Ps}\\p{Pd}\\p{S}\\s|]{0,3}(?:(?:(?:${LABELS})\\s?(?:[:：=＝/|]|©)|(?:${LABELS_BY})\\s|(?:تصوير|عدسه|بعدسه|कैमरा|photographer|fotograf)\\s?[-–])(?=\\s?\\S)|©|\\(c\\)\\s|ⓒ)`.normalize(
    'NFC',
  ),
  'u',
)

/** The label alone, as a line of its own or before the name on the next. */
export const CREDIT_LABEL_ALONE = new RegExp(`^(?:${LABELS})\\s?[:：]?$`.normalize('NFC'), 'u')

/** A text that ends as a credit: "山田花子撮影", "연합뉴스 제공". */
export const CREDIT_END = /(?:撮影|提供|撮|写す|摄|攝|제공|촬영|캡처)$/u

/** Says in a label that the picture's source follows, which at the end of an article is that of the text. */
export const SOURCE_START =
  /^[\p{Ps}\s|]{0,3}(?:sources?|quellen?|fuentes?|fontes?|fonti|bron|kilde|kalla|lahde|zrodlo|zdroj|forras|sursa|izvor|kaynak|источник|джерело|πηγ[ηή]|מקור|(?:ال)?مصدر|منبع|ماخذ|स्रोत|সূত্র|ที่มา|nguon|sumber|出典|出所|来源|來源|출처|allikas|saltinis|avots)\s?[:：/]/u

/** Agencies, picture libraries, archives and networks that credits name, whole. */
export const CREDIT_HOUSES: ReadonlySet<string> = new Set(
  [
    // Of the world
    'getty,getty images,gettyimages,afp,agence france presse,reuters,thomson reuters,ap,the associated press,associated press,epa,epa efe,european pressphoto agency,upi,bloomberg,cnn,bbc,nbc,abc,cbs,fox,itv,sky news,al jazeera,shutterstock,istock,istockphoto,alamy,unsplash,pexels,pixabay,adobe stock,adobestock,stock adobe com,fotolia,depositphotos,dreamstime,123rf,freepik,canva,thinkstock,corbis,wikimedia,wikimedia commons,wikipedia,creative commons,public domain,flickr,rex,rex features,zuma,zuma press,zumapress,nurphoto,sipa,sipa usa,sipa press,sopa images,abaca,abacapress,magnum,splash,splash news,backgrid,wireimage,filmmagic,wenn,imagn,icon sportswire,action images,pa,pa wire,pa images,pa media,press association,usa today sports,usa today,nasa,esa,noaa,nato,unicef,unhcr,who,google,google maps,google earth,google street view,midjourney,chatgpt',
    'facebook,instagram,twitter,x,tiktok,youtube,telegram,linkedin,whatsapp,snapchat,weibo,social media,screenshot,handout,supplied,submitted,contributed,provided,courtesy,pool,file,file photo,archive,archives,stock,collage,illustration,illustrative,composite,ho',
    // Of Europe
    'dpa,picture alliance,imago,imago images,ddp,ullstein,ullstein bild,mauritius images,epd,kna,keystone,sda,keystone sda,apa,apa picturedesk,picturedesk com,ansa,lapresse,agi,adnkronos,ipa,fotogramma,efe,europa press,acn,lusa,anp,belga,belga image,belgaimage,hollandse hoogte,ritzau,ritzau scanpix,scanpix,ntb,ntb scanpix,tt,tt nyhetsbyran,bildbyran,lehtikuva,pap,east news,forum,agencja wyborcza pl,agencja gazeta,ctk,profimedia,tasr,sita,mti,mti mtva,agerpres,mediafax,inquam,inquam photos,bta,hina,pixsell,cropix,tanjug,fonet,beta,sta,bobo,eurokinissi,intime,intime news,ape mpe,απε μπε,ιντιμε,eurokinissi,δεφ,elta,bns,leta,hans lucas,maxppp,bestimage,archiv,archivbild,archivfoto,symbolbild,symbolfoto,zvg,archivo,archivio,arquivo,archief,arkiv,arkisto,archiwum,archivum,arhiva,arhivă,arşiv,arsiv,divulgacao,reproducao,agencia brasil,ilustracni foto,ilustracia,dr,ilustrasi',
    'тасс,риа новости,спутник,sputnik,tass,ria novosti,интерфакс,интерпресс,интерпресс тасс,коммерсантъ,рбк,архив,пресс служба,из открытых источников,открытые источники,соцсети,скриншот,скрін,укринформ,укрінформ,ukrinform,унiан,уніан,унн,getty,бта,танјуг,белта,архів,кадр из видео',
    // Of Arab countries, Turkey, Iran
    'الاناضول,وكاله الاناضول,رويترز,فرانس برس,الفرنسيه,اف ب,ا ف ب,ا ب,غيتي,غيتي ايماجز,جيتي,جيتي ايمجز,غيتي ايميجز,اسوشيتد برس,الاسوشيتد برس,اسوشيتدبرس,الالمانيه,د ب ا,الاوروبيه,سبوتنيك,شينخوا,ارشيف,ارشيفيه,صوره ارشيفيه,صوره تعبيريه,تعبيريه,مواقع التواصل,مواقع التواصل الاجتماعي,التواصل الاجتماعي,وسايل التواصل,انترنت,الانترنت,تويتر,فيسبوك,انستغرام,تليغرام,الجزيره,واس,وام,كونا,قنا,بنا,بترا,وفا,سانا,متداوله,خاص,من المصدر,المصدر,ايرنا,فارس,تسنيم,ارشيو,انا,انادولو,رويترز ارشيف',
    'anadolu,anadolu agency,anadolu ajansi,anadolu ajansı,aa,dha,iha,ihlas haber ajansi,depo photos,isna,irna,mehr,fars,tasnim,wam,spa,petra,wafa,sana,mena',
    // Of Asia, Africa, America
    'xinhua,kyodo,kyodo news,jiji,jiji press,yonhap,newsis,news1,pti,ani,ians,antara,bernama,vna,ttxvn,cna,aap,nzme,canadian press,the canadian press,cp,notimex,cuartoscuro,telam,na,xinhua news agency,chinatopix,vcg,cfoto,philstar,dawn',
    '新华社,新華社,中新社,中国新闻社,视觉中国,人民视觉,路透社,路透,法新社,美联社,美聯社,中央社,東方ic,东方ic,资料图,資料照,資料照片,資料圖片,共同,共同通信,共同通信社,時事,時事通信,ロイター,ゲッティ,アフロ,朝日新聞,毎日新聞,読売新聞,代表撮影,イメージ,연합뉴스,뉴시스,뉴스1,로이터,게티이미지,게티이미지뱅크,게티이미지코리아,연합,자료사진,독자 제공,클립아트코리아,एएनआई,पीटीआई,रॉयटर्स,एपी,एएफपी,गेटी,গেটি ইমেজ,রয়টার্স,এএফপি,এপি,ফাইল ছবি,সংগৃহীত,বাসস',
  ]
    .join(',')
    .normalize('NFC')
    .split(','),
)

/** What stands behind a house's name: "AFP Photo", "Reuters File", "Getty Images Europe", "الأناضول أرشيف". */
export const HOUSE_SUFFIX =
  /\s(?:photos?|pictures?|images?|files?|archives?|archive\sphoto|pool|agency|stock|news|via|handout|ho|europe|north\samerica|sport|collection|plus|فوتو|ارشيف|ارشيفيه|фото|архив|写真|제공|사진|資料)$/u

/** Begins the name of an account or a page, which stands without a mark: "صفحة النادي على فيسبوك". */
export const HOUSE_OPENING = /^(?:صفحه|حساب|موقع|وكاله|пресс-служба|пресс\sслужба|press\soffice|official)\s/u

/** Says whose voice a line below a picture is, as labels of their own: "Image caption,", "Bildunterschrift:", "التعليق على الصورة،". */
export const CAPTION_START = new RegExp(
  `^(?:${[
    '(?:image|photo|picture|video|media)\\scaption|caption|bildunterschrift|bildtext|bildlegende|bu|legende(?:\\s(?:image|photo|de\\sl.image))?|pie\\sde\\s(?:foto|imagen|video)|leyenda|legenda(?:\\sda\\s(?:foto|imagem))?|didascalia|bijschrift|onderschrift|kuvateksti|billedtekst|bildetekst',
    'fotograf\\saltı?\\syazısı|resim\\syazısı|podpis\\szdjecia|popisek|keteranga?n?\\s(?:gambar|foto)|подпись\\sк\\sфото|підпис\\sдо\\sфото|λεζαντα|λεζάντα|chup\\slai\\shinh\\sanh|maelezo\\sya\\spicha|bayanan\\shoto|qoraalka\\ssawirka',
    '(?:ال)?تعليق\\s(?:علي\\s)?الصوره|توضيح\\s(?:الصوره|تصوير)|شرح\\sالصوره|توضيح\\sتصوير|تصوير\\sكا\\sكيپشن|इमेज\\sकैप्शन|ছবির\\sক্যাপশান?|படக்குறிப்பு|คำบรรยายภาพ|圖像加註文字|图像加注文字|画像説明|사진\\s설명',
  ].join('|')})\\s?[,،:：，]`.normalize('NFC'),
  'u',
)
/** Its fellow, which names the credit: "Image source, Getty Images", "مصدر الصورة،". */
export const IMAGE_SOURCE_START = new RegExp(
  `^(?:${[
    '(?:image|photo|picture)\\s(?:source|credit)|fuente\\sde\\sla\\simagen|credito|credit\\sphoto|kaynak|автор\\sфото|sumber\\sgambar|nguon\\shinh\\sanh|chanzo\\scha\\spicha|asalin\\shoton?|xigashada\\ssawirka',
    'مصدر\\sالصوره|منبع\\sتصوير|تصوير\\sكا\\sذريعہ|इमेज\\sस्रोत|ছবির\\sউৎস|பட\\sமூலாதாரம்|圖像來源|图像来源|画像提供|사진\\s출처|ที่มาของภาพ',
  ].join('|')})\\s?[,،:：，]`.normalize('NFC'),
  'u',
)

/** The button of a picture that opens it large, in whose place a caption follows: "View image in fullscreen". */
export const ENLARGE =
  /^(?:open\s(?:image|photo|picture)\sin\sgallery|(?:view|open)\s(?:image|photo|picture)\s(?:in\s)?(?:full\s?screen|modal|gallery)|(?:click\sto\s)?(?:expand|enlarge)(?:\s(?:image|photo))?|bild\s(?:in\s(?:vollbild(?:modus|ansicht)?|lightbox|galerie)\s(?:offnen|anzeigen)|vergrossern|offnen)|vollbild(?:modus)?(?:\soffnen)?|abrir\s(?:imagen|imagem|foto)(?:\s(?:en|em)\s.{1,20})?|ampliar(?:\s(?:imagen|imagem|foto))?|(?:agrandir|ouvrir)\sl.image|agrandir|apri\s(?:immagine|foto)|ingrandisci(?:\sl.immagine)?|afbeelding\svergroten|vergroot(?:\safbeelding)?|forstor\sbild(?:en)?|forstorr\sbillede|avaa\skuva.{0,20}|suurenna\skuva|otworz\sgalerie|powieksz(?:\szdjecie)?|zvetsit(?:\sobrazek)?|resmi\sbuyut|развернуть\sна\sвесь\sэкран|увеличить(?:\sфото)?|открыть\s(?:фото|изображение)|збільшити(?:\sфото)?|تكبير\sالصوره|فتح\sالصوره|拡大(?:する|表示)?|画像を拡大|放大(?:图片|圖片)?|点击查看大图|사진\s?(?:크게\s?보기|확대)|이미지\s확대(?:하기)?|크게보기)$/u

/** Says where in a picture someone stands: "(left)", "(2. v. l.)", "（中）", "(слева)". */
export const PLACE_IN_PICTURE =
  /[(（](?:(?:from|pictured|at|top|bottom|far|second|third|2nd|3rd)?\s?(?:left|right|centre|center)|[lrmc]\.|links|rechts|mitte|(?:von\s|\d\.\s?v(?:on)?\.?\s?)(?:links|rechts|[lr]\.)|a\s(?:gauche|droite)|au\s(?:centre|milieu)|(?:a|à)\sla\s(?:izquierda|derecha)|(?:izq|der|izda|dcha|esq|dir)\.?|en\sel\scentro|izquierda|derecha|(?:a|à)\s(?:esquerda|direita)|ao\scentro|(?:a\s)?(?:sinistra|destra)|al\scentro|midden|(?:till|i)\s(?:vanster|hoger|mitten)|t\.\s?[vh]\.|til\s(?:venstre|hojre|høyre|høyre)|vas(?:emmalla|\.)|oik(?:ealla|\.)|kesk(?:ella|\.)|(?:z|od|po)?\s?(?:lewej|prawej|leva|prava|levi)|vlevo|vpravo|uprostred|balra|jobbra|kozepen|stanga|dreapta|lijevo|desno|lavoliev|solda|sagda|ortada|sol|sag|слева|справа|в\sцентре|(?:второй|вторая|третий)\s(?:слева|справа)|ліворуч|праворуч|вляво|вдясно|αριστερά|δεξιά|κέντρο|משמאל|מימין|במרכז|يمين|يسار|(?:الي|علي)\s(?:ال)?(?:يمين|يسار)|وسط|باييں|داييں|راست|چپ|左|右|中|中央|左から\S{1,8}|右から\S{1,8}|左[一二三四1-9]|右[一二三四1-9]|왼쪽|오른쪽|가운데|왼쪽에서\s\S{1,4}\s?번째|ซ้าย|ขวา|กลาง|kiri|kanan|tengah)[)）]/u
