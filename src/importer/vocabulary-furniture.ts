/**
 * What the buttons, labels and counters of pages say in some forty languages, whole lines of folded words. Each list is
 * one kind of part; a line may join several of them, as buttons stand beside each other.
 */
const PLATFORMS =
  'facebook|fb|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|messenger|pinterest|reddit|tiktok|rss|e?mail|viber|threads|bluesky|mastodon|xing|pocket|flipboard|vk|вконтакте|вк|одноклассники|телеграм|вотсап|дзен|line|kakao(?:talk)?|kakaostory|naver|band|weibo|wechat|qq|hatena|note|flip|snapchat|discord|skype|tumblr|zalo|copy|print|sms|카카오톡|카카오스토리|페이스북|트위터|네이버(?:\\s?블로그)?|밴드|라인|이메일|링크|微信|微博|朋友圈|فيسبوك|فيس بوك|تويتر|واتساب|واتس اب|تلغرام|تليجرام|تيليغرام|تلكرام|انستغرام|انستجرام|يوتيوب|فايبر|لينكد ان|لينكدان|ماسنجر|بينتيريست|سناب شات|تيك توك'

const SHARE =
  '(?:share|save|print|listen|copy|follow|like|bookmark|gift|report)(?: (?:this|the))?(?: (?:article|story|page|post|link|url|us|author|topic))?|copy link|link copied|share (?:on|via|by|to)|copied to clipboard|save for later|add to (?:favou?rites|reading list)|reuse this content|republish(?: this article)?|cite this article|view as pdf|' +
  '(?:artikel |beitrag |link |seite )?(?:teilen|drucken|merken|kopieren|speichern|anhoren|vorlesen|verschenken|melden)|per e mail|link kopiert|auf die merkliste|gefallt mir|' +
  '(?:partager|imprimer|ecouter|sauvegarder|enregistrer|offrir|copier(?: le lien)?|envoyer par e ?mail|lien copie|suivre|reagir|commenter|classer|ajouter (?:a|aux) (?:mes|vos|ses) (?:favoris|selections|articles)|ajouter a vos selections|pour ajouter l article a vos selections|partager (?:l|cet) ?article|lire plus tard)(?: (?:cet article|l article))?|' +
  'compartir(?: (?:en|por|esta noticia))?|comparte|imprimir|guardar(?: articulo)?|escuchar|copiar(?: (?:enlace|link))?|enlace copiado|enviar por (?:correo|e ?mail)|compartilhar?|compartilhe|partilhar|salvar|ouvir|seguir|siguenos(?: en)?|guarde|curtir|' +
  'condividi|stampa|ascolta|salva|copia(?: (?:il )?link)?|link copiato|segui(?:ci)?(?: su)?|invia|distribuie|printeaza|copiaza link|asculta|salveaza|' +
  'delen|deel(?: (?:dit|artikel|dit artikel))?|afdrukken|print|opslaan|bewaar(?: artikel)?|luister|beluister|kopieer link|dela(?: artikel(?:n)?)?|spara|lyssna|skriv ut|kopiera lank|del(?: (?:artikkelen|artiklen|saken))?|lagre|gem|lytt?|udskriv|kopier lenke|kopier link|jaa|jaa artikkeli|tallenna|kuuntele|tulosta|kopioi linkki|deila|jaga|salvesta|kuula|dalintis|dalytis|pasidalinti|spausdinti|issaugoti|kopijuoti nuoroda|dalies|drukat|' +
  'udostepnij|drukuj|zapisz|posluchaj|skopiuj link|kopiuj link|lubie to|sdilet|tisknout|ulozit|poslechnout|kopirovat odkaz|zdielat|tlacit|ulozit|pocuvat|kopirovat link|megosztas|megosztom|nyomtatas|mentes|link masolasa|podijeli|podeli|podelite|ispisi|odstampaj|sacuvaj|kopiraj link|deli|shperndaje|' +
  'paylas|yazdir|kaydet|dinle|kopyala|linki kopyala|begen|takip et|abone ol|sesli dinle|haberi paylas|' +
  'поделиться(?: в)?|распечатать|сохранить|прослушать|слушать|скопировать ссылку|ссылка скопирована|копировать(?: ссылку)?|подписаться|подписывайтесь|нравится|поділитися|надрукувати|роздрукувати|зберегти|слухати|копіювати посилання|підписатися|сподели|споделяне|принтираи|запази|подели|подели vest|сачуваj|' +
  'κοινοποιηση|κοινοποίηση|μοιρασου|εκτυπωση|εκτύπωση|αποθηκευση|αντιγραφη|שתפו|שיתוף|שתף|הדפסה|שמור|האזינו|העתק קישור|' +
  '(?:ال)?مشاركه(?: (?:الخبر|المقال|المقاله|عبر|علي))?|شارك(?:وا|ها|نا)?(?: (?:هذا )?(?:المقال|الخبر|المقاله|عبر|علي|الموضوع))?|انشر|نشر|(?:ال)?طباعه(?: الخبر)?|اطبع|(?:ال)?حفظ|احفظ(?: المقال)?|نسخ(?: الرابط)?|انسخ(?: الرابط)?|تم نسخ(?: الرابط)?|استماع|استمع(?: (?:الي|ل)(?: (?:المقال|الخبر|المقاله))?)?|اعجبني|متابعه|ارسل|اشتراك|اشترك|' +
  'اشتراك ?گذاري|به اشتراك بگذاريد|همرساني|چاپ|ذخيره|کپي لينک|كپي لينك|لينك كوتاه|ارسال به دوستان|شيير کريں|شيير كريں|پرنٹ|' +
  'शेयर(?: करें| कीजिए)?|साझा करें|प्रिंट|सुनें|सेव करें|फॉलो करें|हमें फॉलो करें|শেয়ার(?: করুন)?|শেয়ার(?: করুন)?|প্রিন্ট|શેર(?: કરો)?|பகிர்(?:க|வு)?|షేర్|പങ്കുവെക്കുക|' +
  'bagikan|cetak|simpan|dengarkan|salin (?:tautan|link)|ikuti|kongsi|chia se|luu|in bai|nghe|sao chep|แชร์|พิมพ์|บันทึก|คัดลอกลิงก์|ฟัง|shiriki|sambaza|' +
  '(?:공유|공유하기|기사 ?공유|기사저장|스크랩|프린트|인쇄|링크 ?복사|주소 ?복사|url ?복사|글자 ?크기(?: ?(?:설정|변경|조절))?|폰트크기|본문 ?듣기|음성 ?듣기|듣기|좋아요|구독|구독하기|닫기|기사 ?듣기)|共有|シェア(?:する)?|ツイート|保存|印刷|ブックマーク|コピー|リンクをコピー|聴く|文字サイズ(?:変更)?|フォロー(?:する)?|いいね|分享|打印|收藏|复制链接|複製連結|点赞|讚|收聽|字号|字體大小|字体大小'

const LISTEN_OR_LOG_IN =
  '(?:log|sign) ?(?:in|up|out|on)|register(?: (?:now|free|for free))?|subscribe(?: (?:now|today|here))?|(?:create|my) (?:an )?(?:free )?account|become a member|support us|donate(?: now)?|already (?:registered|subscribed|a (?:member|subscriber)|have an account)|(?:do you )?(?:already )?have an account|not a (?:member|subscriber)(?: yet)?|forgot(?:ten)? (?:your )?password|email(?: address)?(?: (?:required|sign ?up))?|your email|' +
  '(?:jetzt )?(?:anmelden|registrieren|abonnieren|einloggen|testen)|(?:jetzt )?(?:kostenlos )?(?:anmelden|registrieren)|login|logout|abo|mein konto|zum abo|(?:sie haben )?(?:schon|bereits) (?:ein (?:konto|abo)|abonnent(?:in)?|registriert|kunde)|noch kein (?:konto|abo)|e mail adresse|' +
  's identifier|identifiez vous|se connecter|connexion|s inscrire(?: gratuitement)?|inscription|s abonner|abonnez vous|je m abonne|mon compte|creer un compte|(?:vous (?:avez|possedez) )?(?:deja )?(?:un |abonnee? )?compte|deja abonnee?|vous etes abonnee?|pas encore (?:inscrite?|abonnee?)|article (?:reserve|reservee) aux abonnes|reserve aux abonnes|' +
  'iniciar sesion|inicia sesion|ingresar|registrarse|registrate|suscribirse|suscribete|suscripcion|mi cuenta|ya (?:tienes|tiene) (?:una )?cuenta|ya (?:soy|eres|es) (?:suscriptor|usuario)|ja (?:tem|possui) (?:uma )?conta|ja (?:e|sou) assinante|entrar|cadastre se|assine(?: ja)?|assinar|criar conta|minha conta|' +
  'accedi|registrati|abbonati|iscriviti|area personale|hai gia un account|sei gia (?:abbonato|registrato)|(?:heeft|heb) (?:u|je) al een account|har du (?:redan|allerede) (?:ett |et |en )?(?:konto|abonnement|bruker)|onko sinulla jo tunnus|inloggen|aanmelden|registreren|abonneren|word abonnee|logga in|bli (?:prenumerant|abonnent)|prenumerera|logg inn|log ind|bliv abonnent|kirjaudu(?: sisaan)?|tilaa|rekisteroidy|innskra|logi sisse|prisijungti|registruotis|prenumeruoti|ienakt|' +
  'zaloguj(?: sie)?|(?:masz|mas|mate) (?:juz|uz|vec) (?:konto|ucet|racun|nalog)|van mar fiokod|ai deja (?:un )?cont|zarejestruj(?: sie)?|subskrybuj|prihlasit(?: se)?|prihlasit sa|registrovat(?: se)?|predplatne|bejelentkezes|regisztracio|elofizetes|elofizetek|prijava|prijavi se|prijavite se|registracija|autentificare|inregistrare|aboneaza te|hyr|' +
  'giris(?: yap)?|uye (?:ol|girisi)|kayit ol|(?:zaten )?(?:bir )?hesabiniz var mi|zaten uye misiniz|sifre(?:mi)? (?:yenileme|unuttum)|sifre yenileme baglantisi|' +
  'воити|вход|уже (?:есть аккаунт|зарегистрированы|подписаны)|вже (?:маєте акаунт|зареєстровані)|регистрация|зарегистрироваться|подписка|увіити|вхід|реєстрація|передплатити|влез|регистрирај се|πιάντε|συνδεση|σύνδεση|εγγραφη|εγγραφή|התחברות|הרשמה|התחבר|' +
  'تسجيل(?: (?:الدخول|جديد|الخروج))?|سجل(?: الان)?|دخول|(?:هل )?لديك حساب(?: بالفعل)?|ليس لديك حساب|ورود|عضويت|ثبت نام|لاگ ان|लॉग इन(?: करें)?|साइन ?अप|साइन ?इन|सब्सक्राइब(?: करें)?|লগ ?ইন|সাবস্ক্রাইব|masuk|daftar|langganan|berlangganan|dang nhap|dang ky|เข้าสู่ระบบ|สมัครสมาชิก|ingia|로그인|회원 ?가입|구독 ?신청|ログイン|会員登録|新規登録|無料会員登録|登录|登錄|登入|注册|註冊|订阅|訂閱'

const ADVERT =
  '(?:scroll|swipe) (?:down )?to (?:continue|resume|read on)(?: (?:with content|reading|with the article))?|advert(?:isement|ising|isment|orial)?s?(?: \\d{1,2}| scroll to continue)?|(?:this |the |your )?(?:advert(?:isement)?|ad|video|content|player) (?:has|could) (?:not|failed to)(?: be)? load(?:ed)?(?: yet| here)?(?: but your article continues below)?|(?:we (?:apologi[sz]e|are sorry) but )this video (?:has failed to load|is not available)|(?:try )?refresh(?:ing)? your browser(?: or)?|back to video|ads?|ad (?:feedback|choices)|sponsored(?: content| links?)?|promoted|paid (?:content|post)|scroll to continue(?: reading)?|(?:story|article) continues (?:below|after).{0,30}|continue reading (?:below|the main story)|loading(?: ad)?|' +
  'anzeigen?(?: \\d{1,2})?|werbung|weiter nach der (?:anzeige|werbung)|publicite|la suite apres (?:la|cette) publicite|publicidad(?:e)?|continua (?:apos|depois da) (?:a )?publicidade|pubblicita|publicitat|advertentie|annons(?:er)?|reklame?|annonse|annonce|annoncer|mainos|artikkeli jatkuu mainoksen jalkeen|auglysing|reklaam|reklama|reklamy|reklami|hirdetes|publicitate|reklam(?:lar)?|реклама|рекламa|διαφημιση|διαφήμιση|פרסומת|' +
  'اعلان(?:ات)?(?: ممول)?|(?:ال)?اعلان(?:ات)?|اشهار|الاشهار|مساحه اعلانيه|آگهي|تبليغات|اشتہار|विज्ञापन|বিজ্ঞাপন|જાહેરાત|விளம்பரம்|iklan|advertorial|quang cao|โฆษณา|matangazo|광고|ad|広告|pr|广告|廣告'

const LABEL =
  '(?:ai )?(?:summary|article|story|post|content|text|main content|breadcrumbs?|navigation|header|footer|caption|credit|full screen|fullscreen|play video|watch video|video player|pause|mute|unmute|transcript|table of contents|contents|highlights?|tags?|topics?|category|categories|comments?(?: \\d+)?|\\d+ (?:comments?|shares?|views|likes|min(?:ute)?s?(?: read)?)|no comments(?: yet)?|leave a comment|most read|read more|show more|view more|see more|load more|more|less|close|open|back|next|previous|top|home|menu|search|settings|share|language|text size|font size|aa|a a a?)|' +
  '(?:list|end of list|list (?:\\d+ )?of \\d+(?: items?)?)|\\d{1,3} of \\d{1,3}|' +
  'artikel|beitrag|inhalt|hauptinhalt|inhaltsverzeichnis|artikelinhalt|zum inhalt(?: springen)?|kommentare?(?: \\d+)?|\\d+ kommentare?|lesezeit.{0,12}|lesedauer.{0,12}|vollbild|schliessen|menu|suche|mehr|weniger|zuruck|weiter|' +
  'sommaire|article|contenu|lecture \\d+ min.{0,5}|temps de lecture.{0,12}|commentaires?(?: \\d+)?|\\d+ commentaires?|fermer|rechercher|menu|plus|accueil|suivant|precedent|partages?|' +
  'articulo|contenido|indice|comentarios?(?: \\d+)?|\\d+ comentarios?|cerrar|buscar|mas|menos|inicio|siguiente|anterior|tiempo de lectura.{0,12}|lectura \\d+ min.{0,5}|artigo|conteudo|fechar|mais|proximo|tempo de leitura.{0,12}|ler mais|leia mais|' +
  'articolo|contenuto|commenti(?: \\d+)?|\\d+ commenti|chiudi|cerca|tempo di lettura.{0,12}|leestijd.{0,12}|reacties(?: \\d+)?|\\d+ reacties|sluiten|zoeken|artikkel|artiklen?|innehall|stang|sok|lastid.{0,12}|lukk|luk|sog|clanek|clanok|hlavni obsah|obsah|zahlavi|zavrit|hledat|zatvorit|artykul|tresc|zamknij|szukaj|komentarze(?: \\d+)?|czas czytania.{0,12}|cikk|tartalom|bezaras|kereses|clanak|sadrzaj|zatvori|trazi|articol|cuprins|inchide|cauta|' +
  'haber|makale|icerik|icindekiler|kapat|ara|okuma suresi.{0,12}|yorumlar?(?: \\d+)?|\\d+ yorum|статья|содержание|закрыть|наити|поиск|комментари(?:и|ев)(?: \\d+)?|\\d+ комментари(?:и|ев|я|ия)|время чтения.{0,12}|стаття|зміст|закрити|пошук|статия|съдържание|затвори|' +
  '(?:ال)?ملخص|(?:ال)?محتوي(?:ات)?|فهرس|اغلاق|بحث|المزيد|عرض المزيد|اقرا المزيد|قراءه المزيد|التعليقات(?: \\d+)?|\\d+ (?:تعليق(?:ات)?|مشاهده|مشاهدات|قراءه)|تعليقات(?: الزوار)?(?: \\d+)?|عدد (?:المشاهدات|القراءات|التعليقات).{0,12}|(?:مده|وقت|زمن) القراءه.{0,20}|حجم (?:ال)?خط.{0,12}|صوره|(?:نظر|نظرات|ديدگاه)(?: \\d+)?|' +
  '닫기|더보기|댓글(?: \\d+)?|요약|본문|기사 ?(?:본문|상세|내용)|검색|메뉴|閉じる|もっと見る|続きを読む|目次|検索|メニュー|コメント(?: \\d+)?|关闭|關閉|更多|目录|目錄|搜索|搜尋|菜单|选单|评论(?: \\d+)?|留言'

/** One such part, at a place in the words of a line. */
const PART = new RegExp(
  `(?:${[SHARE, LISTEN_OR_LOG_IN, ADVERT, LABEL, `(?:${PLATFORMS})(?:에|で|に|へ)?`].join('|')})(?: |$)`.normalize(
    'NFC',
  ),
  'uy',
)
const MOST_PARTS = 16

/** Whether folded words are nothing but such parts: "share print save", "이메일에 공유하기 링크 복사하기". */
export function isButtons(words: string): boolean {
  let at = 0
  for (let parts = 0; at < words.length && parts < MOST_PARTS; parts++) {
    PART.lastIndex = at
    const match = PART.exec(words)
    if (match === null) return false
    at += match[0].length
  }
  return at > 0 && at >= words.length
}

const NEWSLETTER =
  /(?:^| )(?:newsletters?|newsletteru|nyhetsbrev|nyhedsbrev|uutiskirje|nieuwsbrief|hirlevel|biulety?n|e bulten|рассылк[аиу]|خبرنامه|نشرتنا (?:الاخباريه|البريديه)|(?:ال)?نشره (?:الاخباريه|البريديه)|ニュースレター|メールマガジン|뉴스레터)(?: |$)/u
const FOLLOW =
  /^(?:siga|siguenos|sigue|unete|acesse|receba|follow|join|get|seguici|segui|suivez|rejoignez|folgen|folge|volg|folg|folj|seuraa|sleduj(?:te)?|obserwuj|kovesd|kovess|pratite|prati|urmareste|подписываитесь|подписывайтесь|подпишитесь|читаите|читайте|следите|підписуйтесь|приєднуйтесь|последвайте|ακολουθηστε|ακολουθήστε|تابعونا|تابعوا|تابعنا|تابع|انضم(?:وا)?|اشتركوا?|ikuti|gabung|हमसे|हमारे) .{0,50}(?:whatsapp|telegrame?|google (?:news|discover)|facebook|instagram|youtube|tiktok|viber|twitter|телеграм(?:е|і)?|واتساب|تلغرام|تليجرام|جوجل نيوز|غوغل نيوز|اخبار غوغل|فيسبوك|تويتر|يوتيوب|व्हाट्सएप|टेलीग्राम)(?: .{0,12})?$/u

/** Whether folded words ask, in a line as short as a heading, to follow a channel or to take a newsletter. */
export function isInvitation(words: string): boolean {
  return FOLLOW.test(words) || (NEWSLETTER.test(words) && words.split(' ').length <= 5)
}
