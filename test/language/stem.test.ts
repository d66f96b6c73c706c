import fc from 'fast-check'
import t from 'tap'
import { FAMILIES } from '../../src/language/stem/arabic-plurals.ts'
import { clitics } from '../../src/language/stem/clitics.ts'
import { stemOf } from '../../src/language/stem/stem.ts'
import { foldedWords } from '../../src/language/tokenise.ts'

/** The stems of a row's words, which may be written in any spelling. */
function stems(words: string, language: string): string[] {
  return foldedWords(words)
    .split(' ')
    .map((word) => stemOf(word, language))
}

/** Each row is one word in forms that a reader takes for the same. */
const ARABIC_FAMILIES = `
وزير الوزير وزراء الوزراء ووزير وزيرة لوزراء والوزراء وزيرها ووزراؤها بوزير وزيران وزرائهم
رئيس رؤساء الرئيس ورئيس للرئيس رئيسة رئيسا برئيسها رؤسائهم كرئيس الرئيسين
زعيم زعماء الزعماء وزعيم لزعيمها
سفير سفراء السفراء وسفيرها
خبير خبراء الخبراء
عضو أعضاء الأعضاء أعضائه وأعضاؤها عضوا
نائب نواب النواب ونائبه نائبة
قائد قادة القادة قائدها وقادته
دولة دول الدول دولتين دولتان دولته وللدول بدولة الدولتان
بلد بلاد بلدان البلاد بلاده ببلادهم البلدين
مدينة مدن المدينة والمدن مدينتهم بالمدينة مدينتين مدينتي
قرية القرى_قري قريتهم القرية لقرية
عاصمة عواصم العاصمة عاصمتها للعاصمة
منطقة مناطق المناطق بمنطقة
إقليم أقاليم الأقاليم للإقليم
حزب أحزاب الأحزاب لحزبه حزبا وأحزابها
حرب حروب الحرب وحروبها للحرب بالحرب حربا
قوة قوات القوات قوته قواتها وقوتهم بالقوة قوتين للقوات
جيش جيوش الجيش جيشها بجيشه
سلاح أسلحة الأسلحة بسلاحه أسلحتها
صاروخ صواريخ الصواريخ بصواريخها صاروخا
هجوم هجمات الهجوم وهجماته
معركة معارك المعارك معركتهم
طفل أطفال الأطفال طفلة أطفالهم للأطفال طفلان
رجل رجال الرجال لرجل رجاله
امرأة نساء النساء وللنساء نسوة
اتفاق اتفاقات الاتفاق باتفاقهم اتفاقا لاتفاقاتها
اتفاقية اتفاقيات الاتفاقية باتفاقيات
قانون قوانين القانون بالقوانين قانونا وقانونها
مقاتل مقاتلون مقاتلين المقاتلون المقاتلين مقاتلو مقاتلي ومقاتليها لمقاتليهم
مسؤول مسؤولون المسؤولين مسئول مسئولين مسؤولي ومسؤولة
مسلح مسلحون مسلحين المسلحون مسلحة
مدني مدنيون المدنيين مدنية المدني
لاعب لاعبون لاعبين اللاعبون لاعبو لاعبي بلاعبيه
صحفي صحفيون الصحافيين صحافي صحفية صحفيا
دبلوماسي الديبلوماسية الدبلوماسية دبلوماسيون ديبلوماسي دبلوماسيا
مهندس مهندسون المهندسين مهندسة المهندسة
لاجئ لاجئون اللاجئين لاجئة للاجئين
فرنسي الفرنسية فرنسيون الفرنسيين فرنسيات فرنسيا والفرنسي
تركي أتراك الأتراك تركية
روسي الروس روسية الروسي وروسية
لبناني اللبنانية لبنانيون للبنانيين
ألماني الألماني الألمانية والألمان ألمانيون
أمريكي أميركي الأميركية الأمريكيين أميركيون
شركة شركات الشركة شركتها للشركات بشركتين
لجنة اللجنة لجان للجنة للجان لجنتين باللجنة واللجان
حكومة حكومات الحكومة حكومته لحكومتها وبالحكومة
وكالة وكالات الوكالة ووكالة لوكالات بوكالتها
وفد وفود الوفد ووفد وفدها والوفود
وثيقة وثائق الوثائق ووثيقة وثيقتين
وطن الوطن أوطان_وطن وطنها لوطنهم
وطني الوطنية وطنيون ووطنية
فريق الفريق فريقه للفريق وفريق
بنك بنوك البنوك والبنك للبنك
كتاب كتب الكتب كتابها كتبهم للكتاب
مكتبة مكتبات المكتبة بالمكتبات مكتبتها
مكتب مكاتب المكتب ومكاتبها
جامعة جامعات الجامعة جامعتهم
مباراة مباريات المباراة مباراتين مبارياته مباراتهم
كرة الكرة كرات كرته
لقاء اللقاء لقاءات لقائه ولقاؤهما للقاء
انتخاب انتخابات الانتخابات بانتخابه وانتخاباتها
عملية عمليات العملية لعملياتها عمليتين
قضية قضايا القضايا قضيتهم بقضية
أزمة أزمات الأزمة أزمتها
حق حقوق الحق حقوقهم بحقوق
ملك ملوك الملك للملك
شعب شعوب الشعب شعوبنا وشعبه
يوم أيام اليوم أيامه يومين يوما
شهر أشهر شهور الشهر شهرين
سنة سنوات السنة سنوات سنتين
أسبوع أسابيع الأسبوع أسبوعين
مليون ملايين المليون ملايينهم مليونا
سعر أسعار الأسعار بسعر أسعارها
مشروع مشاريع مشروعات المشروع مشروعهم
سفينة سفن السفينة سفنها بسفينة
طائرة طائرات الطائرات بطائرته طائرتين
زلزال زلازل الزلزال زلزالا
حافلة حافلات الحافلات حافلتين
مدرسة مدارس المدرسة بمدارسهم مدرستها
ميناء موانئ الميناء موانئها بالميناء لميناء
مزارعون مزارعين المزارعون مزارعو مزارعيها
مياه المياه ماء الماء ومياهها
نصيحة نصائح النصائح
صياد صيادون الصيادين صيادو صيادي
متطوع متطوعون المتطوعين بمتطوعيها
كبير كبيرة كبار الكبيرة الكبرى
الكويت للكويت والكويت بالكويت وللكويت
لبنان بلبنان ولبنان للبنان لبنان
ليبيا لليبيا وليبيا بليبيا
ألمانيا وألمانيا بألمانيا لألمانيا
أرمينيا وأرمينيا ارمينيا بأرمينيا
إيران بإيران وإيران لإيران
أمريكا أميركا وأمريكا بأميركا
إنجلترا إنكلترا وإنجلترا
تلفزيون تليفزيون التلفزيون
إنترنت الإنترنت انترنت بالإنترنت
قال قالت وقال يقول تقول قالوا وقالت فقال ويقولون
أعلن أعلنت وأعلن أعلنوا يعلن سيعلن وأعلنت أعلنه
أكد أكدت وأكد يؤكد أكدوا
التقى التقت والتقى يلتقي سيلتقي التقوا
التزم الالتزام_التزم التزمت يلتزم والتزم
دعا دعت ودعا يدعو تدعو
بتوقيع توقيع التوقيع لتوقيعه
لاستقبال استقبال الاستقبال باستقباله
بمناقصة مناقصة المناقصة لمناقصات
وتبادلوا تبادلوا
`

/** Each row has words that a reader keeps apart. */
const ARABIC_STRANGERS = `
قوة قوي
قوات قوي
نور نوري
سلام سلامة إسلام
عرب عربة
بوتين وتين
مكتب مكتبة كتاب
جامع جامعة
حرب حربة
شرك شركة
طرق طريقة
مصر مصري
لبنان لبن
فرنسا فرنسي
فلسطين فلسطيني
روسيا روسي
سوريا سوري
ليبيا ليبي
ألمانيا ألماني مانيا
السودان سود
سلطان سلطة
برلمان برلم
رمضان رمض
عثمان عثم
مليون ملي
قانون قان
إيران إير
كامل أمل
كمال مال
بعيد عيد
وحدة حدة
والد لد
والدة دة
فريق ريق
فرنسا رنسا
بلد لد
كتاب تاب
وكالة كالة
وزير زير
وفد فد
وثيقة ثيقة
كرة رة
لجنة جنة
لسان سان
ولاية لاية
كلام لام
كرامة رامة
بحرين حرين
بيروت يروت
بغداد غداد
لندن ندن
كندا ندا
كوريا وريا
باريس اريس
وهران هران
واشنطن شنطن
الله له
ألم لم
إلغاء غاء
التهاب تهاب
اتهام متهم
إبراهيم إبراهي
محاكم محا
درهم در
إنسان إنس
حيوان حيوي
بستان بست
فيضان فيض
زيتون زيت
عيون عي
مسكين مسك
مليون ملايو
دستور دست
رئيس رئاسة
وزير وزارة
عالم علم
عمل عملة
عملة عملية
علم معلم
عالم علماء
مزارع مزارعون
حكم حكومة
مدير مديرية
مدرس مدرسة
معارض معرض
كتب يكتب
مسؤول مسؤولية
دور دورة
قرار قارة
نفط نفق
قمر قمة
شاب شبكة
شرطي شرط
`

t.test('forms of an Arabic word meet', async (t) => {
  for (const row of ARABIC_FAMILIES.trim().split('\n')) {
    const words = row.replace(/\S*_\S*/g, '').trim()
    t.equal(new Set(stems(words, 'ar')).size, 1, `${words}: ${stems(words, 'ar').join(' ')}`)
  }
})

t.test('Arabic words that are not the same stay apart', async (t) => {
  for (const row of ARABIC_STRANGERS.trim().split('\n')) {
    const found = stems(row, 'ar')
    t.equal(new Set(found).size, found.length, `${row}: ${found.join(' ')}`)
  }
})

t.test('a form is listed in one family alone', async (t) => {
  const families = new Map<string, string>()
  for (const family of FAMILIES.split(',')) {
    for (const form of new Set(foldedWords(family).split(' '))) {
      t.notOk(families.has(form), `${form}: ${family.trim()} | ${families.get(form)}`)
      families.set(form, family.trim())
    }
  }
})

t.test('English and French words meet by their Snowball stems', async (t) => {
  const families: [language: string, words: string][] = [
    ['en', 'minister ministers'],
    ['en', 'negotiate negotiated negotiating negotiation negotiations negotiator'],
    ['en', 'election elections elected elect'],
    ['en', 'library libraries'],
    ['en', 'fight fights fighting'],
    ['en', 'city cities'],
    ['fr', 'président présidents présidente présidentes'],
    ['fr', 'élu élue élus élues'],
    ['fr', 'français française françaises'],
    ['fr', 'négocier négocié négociée négociation négociations'],
    ['fr', 'national nationale nationaux nationales'],
    ['fr', 'épicerie épiceries'],
    ['fr', 'forestier forestière forestiers forestières'],
  ]
  for (const [language, words] of families)
    t.equal(new Set(stems(words, language)).size, 1, `${words}: ${stems(words, language).join(' ')}`)
  for (const [language, words] of [
    ['en', 'general generation'],
    ['en', 'news new'],
    ['fr', 'franc français'],
  ] as const)
    t.equal(new Set(stems(words, language)).size, 2, words)
})

t.test('a word of another language or script is its own stem', async (t) => {
  for (const [word, language] of [
    ['رئیسها', 'fa'],
    ['2020', 'ar'],
    ['reuters', 'ar'],
    ['قوات', 'en'],
    ['bücher', 'de'],
    ['و', 'ar'],
    ['', 'en'],
  ] as const)
    t.equal(stemOf(word, language), word)
})

t.test('any word has a stem, always the same, and a stem is its own', async (t) => {
  const letters = fc.string({ unit: fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءال'), maxLength: 14 })
  fc.assert(
    fc.property(fc.oneof(letters, fc.string()), fc.constantFrom('ar', 'en', 'fr', 'de'), (word, language) => {
      const stem = stemOf(word, language)
      return stem === stemOf(word, language) && (stem !== '' || word === '')
    }),
    { numRuns: 3000 },
  )
  for (const row of ARABIC_FAMILIES.trim().split('\n')) {
    const stem = stems(row, 'ar')[0] as string
    t.equal(stemOf(stem, 'ar'), stem)
  }
})

t.test('what Arabic may write onto the first word of a phrase', async (t) => {
  const romanised = clitics('روسيا')
  t.equal(romanised.length, 11)
  t.ok(['وروسيا', 'فروسيا', 'بروسيا', 'لروسيا', 'كروسيا', 'وبروسيا'].every((form) => romanised.includes(form)))
  t.ok(['والكويت', 'بالكويت', 'للكويت', 'وللكويت'].every((form) => clitics('الكويت').includes(form)))
  t.notOk(clitics('الكويت').includes('لالكويت'))
  t.ok(clitics('اللجنه').includes('للجنه'))
  t.strictSame(clitics('reuters'), [])
})
