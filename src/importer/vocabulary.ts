/**
 * The few words that the importer knows, as patterns over folded text. They add confidence to what the form of a line
 * says; everything that can be told by form alone is. All are anchored and free of nested repetition.
 */

/** Page furniture, whole lines: font size, sharing, printing, following, comments, menus, advertisements, counters. */
export const FURNITURE = wholeLine(
  '[+-]?\\s?(?:a|ا)\\s?[+-]?(?:\\s(?:a|ا)\\s?[+-])?',
  '(?:حجم|نوع|تكبير|تصغير)\\s(?:ال)?(?:خط|نص)',
  'icons?|logo|images?|img|photo|menu|video|play|pause|close|search|home|share|print|e?mail|copy|link|copied|saved?|tags?|topics?|more|next|previous|back|expand|loading|subscribe|follow(?:\\sus)?|log\\s?in|sign\\s(?:in|up)|register|listen|comments?|reply|advertisement|advertising|ads?|sponsored|newsletter|top|skip|cancel|ok|yes|x',
  'copy\\slink|skip\\sto\\s(?:main\\s)?content|back\\sto\\s(?:top|main\\smenu)|share\\sthis(?:\\sarticle)?|font\\ssize|text\\ssize|(?:no|\\d+)\\scomments?',
  '(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|messenger|pinterest|reddit|tiktok|rss|x|email|viber|threads|bluesky|google news)(?:\\s(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|messenger|pinterest|reddit|tiktok|rss|x|email|viber|threads|bluesky))*',
  'ايقون(?:ه|ات)|صوره|شعار|القائمه(?:\\sالرييسيه)?|الرييسيه|بحث|ابحث|مشاركه|شارك(?:وا|ها|نا)?|شارك\\s(?:هذا\\s)?(?:المقال|الخبر|المقاله)|طباعه|اطبع|حفظ|نسخ|انسخ|(?:نسخ|انسخ)\\sالرابط|تم\\sالنسخ|رابط\\sمختصر|استمع(?:\\sالي\\sالمقال)?|تعليقات?|التعليقات|لا\\s(?:توجد\\s)?تعليقات|(?:اضف|اكتب)\\sتعليقا?|اعلان(?:ات)?(?:\\sممول)?|الاعلان(?:ات)?|المزيد|التالي|السابق|اغلاق|تابعونا|تسجيل\\sالدخول|(?:فيسبوك|تويتر|واتساب|واتس\\sاب|تلغرام|تليجرام|تيليغرام|انستغرام|يوتيوب|فايبر)(?:\\s(?:فيسبوك|تويتر|واتساب|واتس\\sاب|تلغرام|تليجرام|تيليغرام|انستغرام|يوتيوب|فايبر))*|البريد\\sالالكتروني|الوسوم|كلمات\\s(?:دلاليه|مفتاحيه)|الكلمات\\sالدلاليه|(?:ال)?اكثر\\sقراءه',
  'partager|imprimer|commentaires?|publicite|anzeige|werbung|teilen|drucken|kommentare|reklam|paylas|yazdir|yorumlar?|compartir|imprimir|comentarios|publicidad|condividi|stampa|поделиться|реклама|комментарии',
  '(?:.{0,30}\\s)?(?:below|after|بعد|apres\\scette|cette)\\s(?:advertisement|الاعلان|publicite)(?:.{0,30})?',
  '(?:accept|reject)(?:\\sall)?|\\d+\\s?(?:min(?:ute)?s?(?:\\sread)?|دقيقه|دقايق)(?:\\s(?:read|قراءه|للقراءه))?',
  '[\\d.,]{1,7}\\s?k?',
  'https?:\\S+|www\\.\\S+',
)

/**
 * Lines that begin like furniture, but may go on like anything ("شارك وزير الخارجية …", "Copyright law under fire"). They
 * count where they touch other lines, as menus and footers do; a headline, a heading and a paragraph stand alone.
 */
export const FURNITURE_OPENING = wholeLine(
  '(?:حجم|نوع|تكبير|تصغير)\\s(?:ال)?(?:خط|نص)\\s.{0,20}',
  'share\\s(?:on|via|with|the)\\s.{0,40}|(?:leave|post|add|view|show|read|hide)\\s(?:a\\s|all\\s)?comments?|skip\\sto\\s.{0,30}|print\\sthis.{0,20}|(?:increase|decrease)\\sfont.{0,20}',
  '(?:شارك|انشر)\\s.{0,30}|استمع\\s.{0,20}|(?:اضف|اكتب)\\sتعليق.{0,10}|كلمات\\s(?:دلاليه|مفتاحيه).{0,60}|جميع\\sالحقوق\\sمحفوظه.{0,60}|(?:تخط|تخطي|انتقل\\sالي)\\s.{0,30}|(?:اشترك|تابعنا|تابعونا)\\s.{0,30}|(?:مده|وقت)\\sالقراءه.{0,20}',
  '.{0,20}cookies?.{0,200}|copyright.{0,80}|©.{0,80}|all\\srights\\sreserved.{0,40}|no',
)

function wholeLine(...alternatives: string[]): RegExp {
  return new RegExp(`^[\\p{P}\\p{S}\\s]*(?:${alternatives.join('|')})[\\p{P}\\p{S}\\s]*$`, 'u')
}

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
