/**
 * The few words that the importer knows, as patterns over folded text. They add confidence to what the form of a line
 * says; everything that can be told by form alone is. All are anchored and free of nested repetition.
 */

/** What introduces a link to another article, at the start of a line. */
export const RELATED_CUE = new RegExp(
  `^[\\p{P}\\p{S}\\s]{0,3}(?<label>${[
    '(?:اقرا(?:وا|ي)?|اقرء(?:وا|ي)?|طالع(?:وا)?|شاهد(?:وا)?|تابع(?:وا)?)\\s(?:ايضا|المزيد|كذلك)(?:\\s(?:علي|في)\\s[\\p{L}\\p{M}]+)?',
    '(?:اقرا|شاهد|طالع|انظر|للمزيد|لمزيد\\sمن\\sالتفاصيل)(?=\\s?[:|])|قد\\s(?:يهمك|يعجبك)(?:\\s(?:ايضا|كذلك))?',
    '(?:مواضيع|موضوعات|اخبار|مقالات|تقارير)\\s(?:ذات\\s(?:صله|علاقه)|متعلقه|مرتبطه)',
    'حول\\sهذه\\sالقصه|موضوع\\sذو\\sصله|ذات\\sصله',
    'read\\s(?:also|more)|also\\sread|see\\salso|related(?:\\s(?:articles?|stories|story|topics|content|coverage))?|more\\son\\sthis(?:\\sstory)?|recommended(?:\\sstories)?',
    '(?:a\\s)?lire\\s(?:aussi|egalement)|sur\\sle\\smeme\\s(?:sujet|theme)',
    'leer\\smas|lea\\stambien|te\\spuede\\sinteresar|leggi\\sanche|leia\\s(?:tambem|mais)',
    'lesen\\ssie\\sauch|(?:auch|mehr)\\s(?:interessant|zum\\sthema)|lees\\sook|las\\socksa|les\\sogsa|laes\\sogsa',
    'ilgili\\s(?:haber(?:ler)?|icerik(?:ler)?)|bunu\\sda\\soku|bunlar\\sda\\silginizi\\scekebilir|ayrica\\soku(?:yun)?',
    'читаите\\sтакже|читайте\\sтакже|читаите\\sтакож|читайте\\sтакож|czytaj\\s(?:tez|takze|wiecej)|baca\\sjuga',
    'بیشتر\\sبخوانید|بيشتر\\sبخوانيد|مطالب\\sمرتبط|همچنين\\sبخوانيد|اخبار\\sمرتبط|یہ\\sبھی\\sپڑھیں|يه\\sبھي\\sپڑھيں',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'u',
)

/** Page furniture, whole lines: font size, sharing, printing, following, comments, cookies, skipping, menus. */
export const FURNITURE = new RegExp(
  `^[\\p{P}\\p{S}\\s]*(?:${[
    '[+-]?\\s?(?:a|ا)\\s?[+-]?',
    '(?:حجم|نوع|تكبير|تصغير)\\s(?:ال)?(?:خط|نص)(?:\\s.{0,20})?',
    'icon|icons|logo|image|images|img|photo|menu|video|play|pause|close|search|home|share|print|email|mail|copy|link|copied|save|saved|tags?|topics?|more|next|previous|back|expand|loading|subscribe|follow(?:\\sus)?|login|log\\sin|sign\\s(?:in|up)|register|listen|comments?|reply|advertisement|advertising|ads?|sponsored|newsletter|top|skip|cancel|ok|yes|no|x',
    'copy\\slink|share\\s(?:this|on|via|with|the|article).{0,40}|(?:leave|post|add|view|show|read|hide|no|\\d+)\\s(?:a\\s|all\\s)?comments?|skip\\sto\\s.{0,30}|back\\sto\\s(?:top|main\\smenu)|print\\sthis.{0,20}|font\\ssize|text\\ssize|increase\\sfont.{0,20}|decrease\\sfont.{0,20}',
    '(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|messenger|pinterest|reddit|tiktok|rss|x|email|viber|threads|bluesky|google news)(?:\\s(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|messenger|pinterest|reddit|tiktok|rss|x|email|viber|threads|bluesky))*',
    'ايقونه|ايقونات|صوره|شعار|القائمه|الرئيسيه|بحث|ابحث|مشاركه|شارك(?:وا|ها|نا)?|شارك\\s.{0,30}|انشر\\s.{0,20}|طباعه|اطبع|حفظ|نسخ|انسخ|نسخ\\sالرابط|انسخ\\sالرابط|تم\\sالنسخ|رابط\\sمختصر|استمع|استمع\\s.{0,20}|تعليقات?|التعليقات|لا\\s(?:توجد\\s)?تعليقات|اضف\\sتعليق.{0,10}|اكتب\\sتعليق.{0,10}|اعلان|اعلانات|الاعلان|المزيد|التالي|السابق|اغلاق|اشترك.{0,30}|تابعنا.{0,30}|تابعونا.{0,30}|تسجيل\\sالدخول|فيسبوك|تويتر|واتساب|واتس\\sاب|تلغرام|تليجرام|تيليغرام|انستغرام|يوتيوب|البريد\\sالالكتروني|الوسوم|كلمات\\s(?:دلاليه|مفتاحيه).{0,60}|جميع\\sالحقوق\\sمحفوظه.{0,60}|تخطي?\\s.{0,30}|انتقل\\sالي.{0,20}',
    'partager|imprimer|commentaires?|publicite|anzeige|werbung|teilen|drucken|kommentare|reklam|paylas|yazdir|yorumlar?|compartir|imprimir|comentarios|publicidad|condividi|stampa|поделиться|реклама|комментарии',
    '.{0,20}cookies?.{0,200}|accept(?:\\sall)?|reject(?:\\sall)?|copyright.{0,80}|©.{0,80}|all\\srights\\sreserved.{0,40}',
    '(?:.{0,30}\\s)?(?:below|after|بعد|apres\\scette|cette)\\s(?:advertisement|الاعلان|publicite)(?:.{0,30})?|الاعلانات|اعلان\\sممول',
    '\\d+\\s?(?:min(?:ute)?s?(?:\\sread)?|دقيقه|دقائق)(?:\\s(?:read|قراءه))?|(?:مده|وقت)\\sالقراءه.{0,20}',
    '[\\d.,\\sk]{1,12}',
    'https?:\\S+|www\\.\\S+',
  ].join('|')})[\\p{P}\\p{S}\\s]*$`,
  'u',
)

/** What says that a date is that of publication, or of the last change. */
export const PUBLISHED_LABEL =
  /(?<![\p{L}\p{M}])(?:(?:تم\s)?(?:ال)?نشر(?:\sفي|ت)?|تاريخ(?:\sالنشر)?|نشرت?\s(?:في|بتاريخ)|تاريخ\sانتشار|published|posted|publie|veroffentlicht|publicado|pubblicato|publicerad|опубликовано)(?![\p{L}\p{M}])/u
export const UPDATED_LABEL =
  /(?<![\p{L}\p{M}])(?:اخر\s(?:تحديث|تعديل)|(?:تم\s)?(?:ال)?تحديث|حدث(?:ت)?\sفي|updated|last\s(?:updated|modified)|modified|mis\sa\sjour|modifie|aktualisiert|actualizado|aggiornato|guncelle(?:me|ndi)|обновлено|به\sروز)(?![\p{L}\p{M}])/u

/** What introduces the writer's name; words that also begin sentences need a colon ("تقرير يكشف …", "Von der Leyen"). */
export const AUTHOR_LABEL =
  /^[\s|•–-]*(?:(?:by|par|por|بقلم|كتبت?|written\sby|reported\sby)(?:\s?[:：]\s?|\s)|(?:von|di|af|av|door|yazan|haber|автор|اعداد|اعداد\sوتحرير|تقرير|تحقيق|حوار|كاتب|الكاتبه?|نوشته|نويسنده)\s?[:：]\s?)/u

/** What names whoever made a picture. */
export const CREDIT_LABEL =
  /(?<![\p{L}\p{M}])(?:photo(?:graph)?(?:\sby)?|photos|picture|image|credit|courtesy(?:\sof)?|foto|bild|fotograf|صوره?|عكس|تصوير|الصوره|عدسه|المصدر|фото|via|©)\s?[:：/=]?/u
export const CREDIT_HOUSE =
  /(?<![\p{L}\p{M}])(?:getty(?:\simages)?|afp|reuters|ap|epa|associated\spress|anadolu|xinhua|shutterstock|istock|afp|dpa|ansa|tass|رويترز|فرانس\s?برس|الفرنسيه|الاناضول|غيتي|جيتي|اسوشيتد\s?برس|الاسوشيتد\s?برس|اسوشيتدبرس|الالمانيه|الاوروبيه|سبوتنيك|شينخوا|ارشيف|ارشيفيه|مواقع\sالتواصل|انترنت|الانترنت|تويتر|فيسبوك|صفحه\s.{1,30})(?![\p{L}\p{M}])/u

/** Ends the article: where it was taken from, or the agency's own sign. */
export const SOURCE_LABEL =
  /^[\p{P}\s]*(?:المصدر|المصادر|مصدر|source|sources|quelle|fuente|kaynak|источник|منبع)\s?[:：]\s?/u

/** News agencies as a dateline or a source line names them, whole. */
export const AGENCY =
  /^(?:وكاله(?:\s(?:ال)?انباء)?(?:\s\S{1,20}){1,2}|الاناضول|رويترز|فرانس\s?برس|اف\sب|ا\sف\sب|(?:ال)?اسوشيتد\s?برس|اسوشييتد\s?برس|د\sب\sا|الالمانيه|الفرنسيه|سبوتنيك|شينخوا|تاس|نوفوستي|ارنا|فارس|تسنيم|سانا|ايرنا|واس|وام|كونا|قنا|بنا|بترا|وفا|واع|معا|سونا|وات|واج|ا\sش\sا|reuters|afp|ap|the\sassociated\spress|associated\spress|agence\sfrance\spresse|upi|dpa|efe|ansa|tass|xinhua|anadolu(?:\sagency)?|aa|dha|iha|pa(?:\smedia)?|bloomberg|kyodo|yonhap|pti|ians|ani|cnn|bbc)$/u

/** Who an article without a writer comes from, in a dateline. */
export const COMPILED =
  /^(?:متابعات|متابعه|وكالات|الوكالات|وكالات\s.{1,30}|.{1,30}\sوكالات|رصد|مواقع|صحف|agencies|news\sagencies|wires)$/u
export const STAFF = /^(?:خاص|خاص\s.{1,30}|مراسل(?:نا|ونا)?|staff|staff\s(?:writer|reporter|writers))$/u

/** Words that papers, channels and sites call themselves by. */
export const OUTLET =
  /(?<!\p{L})(?:نت|نيوز|اليوم|الان|قناه|صحيفه|جريده|موقع|شبكه|تلفزيون|راديو|برس|تي في|بوست|الاخبار|news|times|post)(?!\p{L})/u

/** Verbs that lead to a quotation: a line ending in one and a colon is no heading. */
export const SPEECH_END =
  /(?:قال|قالت|قائلا|قائله|اضاف|اضافت|مضيفا|تابع|تابعت|اكد|اكدت|اوضح|اوضحت|كتب|كتبت|بالقول|said|says|added|wrote|told|sagte|erklarte|dit|declare|kaydetti|dedi|soyledi|گفت|افزود|заявил|сказал)$/u
