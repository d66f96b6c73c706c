import t from 'tap'
import { draftOf } from '../../src/ingest.ts'
import { tagArticle } from '../../src/tagging/tag-article.ts'
import { textsOf } from '../../src/tagging/text.ts'
import { fixtureCapture, fixtureNames, shippedCapture } from '../helpers/captures.ts'
import { reader } from '../helpers/reader.ts'
import { idsOf, tagsOf } from '../helpers/tags-of.ts'

t.test('the shipped article is tagged as a careful reader would', async (t) => {
  const { tags } = draftOf(shippedCapture(), reader)
  const about = (type: string) =>
    tags.filter(
      (tag) => tag.type === type && tag.in.some((field) => ['headline', 'lead', 'body', 'heading'].includes(field)),
    )
  t.strictSame(
    about('country')
      .map(({ code }) => code)
      .sort(),
    ['AM', 'AZ', 'FR', 'LY', 'RU', 'SY', 'TR', 'US'],
  )
  t.strictSame(tags.find(({ id }) => id === 'country:ir')?.in, ['related'])
  t.notOk(tags.some(({ id }) => id === 'country:by' || id === 'place:minsk' || id === 'actor:un-security-council'))
  t.strictSame(
    about('actor')
      .map(({ id }) => id)
      .sort(),
    [
      'actor:armenian-armed-forces',
      'actor:azerbaijani-armed-forces',
      'actor:emmanuel-macron',
      'actor:french-presidency',
      'actor:kremlin',
      'actor:minsk-group',
      'actor:osce',
      'actor:recep-tayyip-erdogan',
      'actor:russian-security-council',
      'actor:vladimir-putin',
    ],
  )
  const karabakh = tags.find(({ id }) => id === 'place:nagorno-karabakh')
  t.strictSame(
    karabakh?.mentions.map(({ text }) => text),
    ['ناغورني قاراباغ', 'ناغورني قارا باغ', 'قره باغ'],
  )
})

t.test('every mention is the served text between its offsets', async (t) => {
  for (const capture of [shippedCapture(), ...fixtureNames().map(fixtureCapture)]) {
    const { article, tags } = draftOf(capture, reader)
    const texts = textsOf(article)
    for (const { field, section, block, related, image, start, end, text } of tags.flatMap(
      ({ mentions }) => mentions,
    )) {
      const served = texts.find(
        ({ place }) =>
          JSON.stringify(place) ===
          JSON.stringify({
            field,
            ...(section && { section }),
            ...(block && { block }),
            ...(related && { related }),
            ...(image && { image }),
          }),
      )
      t.equal(served?.text.slice(start, end), text)
    }
  }
})

const COUNTRIES: [rule: string, text: string, countries: string[]][] = [
  ['a proclitic is shed', 'وقالت وفرنسا ولليبيا وبأرمينيا', ['am', 'fr', 'ly']],
  ['لل is ل before ال', 'قدمت دعما للكويت وللعراق', ['iq', 'kw']],
  ['a known whole word wins over a stripped one', 'زار لبنان وكوبا وبولندا', ['cu', 'lb', 'pl']],
  ['demonyms of every gender and number', 'السوريون والأتراك وروسيات وأرمن', ['am', 'ru', 'sy', 'tr']],
  ['the indefinite accusative', 'التقى دبلوماسياً فرنسياً', ['fr']],
  ['a capital that acts is its government', 'بحثت باريس وموسكو الملف، ورفضت أنقرة ذلك', ['fr', 'ru', 'tr']],
  ['so is one that has what governments have', 'موقف طهران من العلاقات بين أنقرة وموسكو', ['ir', 'ru', 'tr']],
  ['as a place it is not', 'وصل إلى باريس قادما من مهرجان في لندن وموسكو', []],
  ['a body of government with a name of its own', 'نفى الكرملين والبيت الأبيض ذلك', ['ru', 'us']],
  [
    'places twice, and at the top, where nothing names the country',
    'زلزال في غازي عنتاب، وشعر به سكان إسطنبول',
    ['tr'],
  ],
  ['one place is not enough', 'زلزال في غازي عنتاب', []],
  ['a place that has the name of its country', 'قصف في جنوب لبنان', ['lb']],
  ['an adjective that is also a name', 'قالت الوزارة السعودية', ['sa']],
  ['clubs are no countries', 'فاز المغرب التطواني على نادي قطر', []],
  ['a name inside a longer one belongs to it', 'اجتمعت مجموعة "مينسك" ومنظمة الأمن والتعاون في أوروبا', []],
  ['a name is whole words', 'المالية العامة والبنوك والسكرتارية', []],
  ['nor are two of them', 'صدر الكتاب بالفرنسية والإنجليزية', []],
  ['a surname that is a nationality', 'زار محمد شياع السوداني البصرة. وقال السوداني إنه راض', []],
  ['languages are no countries', 'كتبه بالفرنسية ثم نقله إلى اللغة الإنجليزية', []],
  ['an agency is not its country', 'نقلت وكالة الأنباء الفرنسية ذلك', []],
  ['a word that only looks like a proclitic and a name', 'بطولة فروسية', []],
  ['names do not reach over a comma', 'سافر إلى كوريا، الجنوبية منها', []],
  ['Oman by its sultanate', 'أعلنت سلطنة عمان فتح الموانئ', ['om']],
  ['Amman by its country', 'وصل إلى العاصمة الأردنية عمان', ['jo']],
  ['vowel marks decide between Oman and Amman', 'طريق عُمان البحري', ['om']],
  ['and the other way round', 'أعلنت عمّان فتح الطريق', ['jo']],
  ['English capitals decide', 'They polish the china and tell us that turkey is served', []],
  ['English names', "Russia's envoy met French and U.S. officials in the UK", ['fr', 'gb', 'ru', 'us']],
]

t.test('countries', async (t) => {
  for (const [rule, text, countries] of COUNTRIES) {
    t.strictSame(
      idsOf(text, 'country:'),
      countries.map((code) => `country:${code}`),
      rule,
    )
  }
})

const ACTORS: [rule: string, text: string, actors: string[]][] = [
  ["a country's demonym tells whose council it is", 'قال مجلس الأمن الروسي', ['actor:russian-security-council']],
  [
    'so does the country named last',
    'ناقش الرئيس الروسي الأزمة مع مجلس الأمن في بلاده',
    ['actor:russian-security-council'],
  ],
  ['a council of a country without an entry is nobody', 'قال مجلس الأمن البرازيلي', []],
  ['the bare name is the United Nations’', 'دعا مجلس الأمن إلى جلسة', ['actor:un-security-council']],
  ['English domestic names', "Russia's Security Council met", ['actor:russian-security-council']],
  ['quotation marks may stand inside a name', 'التابعة لـ "منظمة الأمن والتعاون في أوروبا"', ['actor:osce']],
  ['a ministry by its nationality', 'قالت وزارة الخارجية التركية', ['actor:turkish-foreign-ministry']],
  [
    'without its noun',
    'قالت الخارجية التركية والدفاع الروسية',
    ['actor:russian-defence-ministry', 'actor:turkish-foreign-ministry'],
  ],
  ['but an adjective is none', 'السياسة الخارجية التركية ووزيرة الخارجية الألمانية والشؤون الداخلية اللبنانية', []],
  ['nor does the minister agree with the ministry', 'التقى وزير الخارجية التركي', []],
  ['a body before its country', 'جيش لبنان وسفارة روسيا', ['actor:lebanese-armed-forces', 'actor:russian-embassy']],
  ['a ministry in a country', 'قالت وزارة الدفاع في أرمينيا', ['actor:armenian-defence-ministry']],
  ['a body whose minister is in construct', 'وزارة خارجية فرنسا', ['actor:french-foreign-ministry']],
  ['a listed body by what the rule would call it', 'قالت وزارة الدفاع الأميركية', ['actor:pentagon']],
  ['a longer listed body wins', 'قال الجيش الوطني الليبي', ['actor:libyan-national-army']],
  ['what makes another body of it', 'الحكومة البلجيكية المؤقتة', []],
  [
    'two nationalities are two bodies',
    'القوات الأرمينية والأذربيجانية',
    ['actor:armenian-armed-forces', 'actor:azerbaijani-armed-forces'],
  ],
  ['words behind the nationality', 'قال الاتحاد السعودي لكرة القدم', ['actor:saudi-football-association']],
  [
    'the bare noun after the full form',
    'قالت وزارة الخارجية التركية. ثم قالت الوزارة',
    ['actor:turkish-foreign-ministry'],
  ],
  [
    'English bodies',
    "The Turkish Foreign Ministry, Italy's army, the Ministry of Defence of Ukraine",
    ['actor:italian-armed-forces', 'actor:turkish-foreign-ministry', 'actor:ukrainian-defence-ministry'],
  ],
  ['English bodies of acronyms', 'The US military and UK police', ['actor:british-police', 'actor:us-armed-forces']],
  ['fighters of a nationality are nobody', 'المقاتلون السوريون', []],
  ['an army by its demonym', 'تقدمت القوات الأرمينية', ['actor:armenian-armed-forces']],
  ['a common surname alone is nobody', 'قال عباس إنه سيعود', []],
  ['a title before it is enough', 'قال الرئيس الفلسطيني عباس إنه سيعود', ['actor:mahmoud-abbas']],
  ['so is the full name elsewhere', 'قال محمود عباس كلمته. ثم أضاف عباس جملة', ['actor:mahmoud-abbas']],
  ['and in every spelling', 'قال عبدالله غول كلمته', ['actor:abdullah-gul']],
  ['a surname by rule needs the full name', 'قال ريشي سوناك كلمته', ['actor:rishi-sunak']],
  ['a title and an agreeing nationality stand for it', 'قال الرئيس الأميركي بولتون', ['actor:john-bolton']],
  ['a nationality that does not agree', 'قال الوزير الفرنسي بولتون', []],
  ['what is named after a person', 'مطار رفيق الحريري وشارع الرئيس جمال عبد الناصر', []],
  ['a chain of fathers goes on', 'قال محمد بن سلمان بن صقر', []],
  ['but not past the house', 'قال محمد بن سلمان بن عبد العزيز آل سعود', ['actor:mohammed-bin-salman']],
  ['another surname', 'قال محمد بن سلمان العتيبي', []],
  ['another given name before', 'قال أحمد محمود عباس', []],
  ['a relative of a person names the person', 'زوجة رجب طيب أردوغان', ['actor:recep-tayyip-erdogan']],
  ['an acronym is in capitals', 'Doctors of the WHO said that who pays matters', ['actor:world-health-organization']],
]

t.test('actors', async (t) => {
  for (const [rule, text, actors] of ACTORS) t.strictSame(idsOf(text, 'actor:'), actors, rule)
})

t.test('an ambiguous name that one place decides is the same everywhere in the article', async (t) => {
  const [tag] = tagsOf(['توجه الناخبون في جورجيا بحضور مراقبين من أرمينيا'], 'انتخابات هادئة في جورجيا').filter(
    ({ id }) => id === 'country:ge',
  )
  t.strictSame(tag?.in, ['headline', 'lead'])
})

t.test('an army also names its country', async (t) => {
  const tag = tagsOf(['تقدمت القوات الأرمينية']).find(({ id }) => id === 'country:am')
  t.strictSame(
    tag?.mentions.map(({ text, evidence }) => [text, evidence]),
    [['الأرمينية', 'demonym']],
  )
})

t.test('a tag counts what its mentions rest on, and where they stand beside the text', async (t) => {
  const { article } = draftOf(shippedCapture(), reader)
  const blocks = [
    'قالت موسكو إن روسيا ستدعم جهود السلام مع الجيش الروسي. وقال ميدفيديف إن الرئيس الروسي بوتين وافق',
  ].map((text) => ({ type: 'paragraph' as const, text, lines: [1, 1] as [number, number] }))
  const related = [{ ...(article.related[0] as (typeof article.related)[0]), title: 'موقف روسيا' }]
  const bare = { kicker: null, dateline: null, images: [], headline: null, lead: null, related }
  const { tags } = tagArticle(
    { ...article, ...bare, sections: [{ number: 1, heading: null, blocks }] },
    reader.gazetteer,
  )
  const of = (id: string) => tags.find((tag) => tag.id === id)
  t.strictSame(of('country:ru')?.evidence, { seat: 1, name: 1, demonym: 2, related: 1 })
})

t.test('a title tells why a short name counts, and a full name elsewhere does', async (t) => {
  const abbas = tagsOf(['قال الرئيس الفلسطيني عباس إنه سيعود']).find(({ id }) => id === 'actor:mahmoud-abbas')
  t.match(abbas?.mentions, [{ text: 'عباس', evidence: 'title', because: 'الرئيس الفلسطيني' }])
  const [, second] =
    tagsOf(['قال محمود عباس كلمته. ثم أضاف عباس جملة']).find(({ id }) => id === 'actor:mahmoud-abbas')?.mentions ?? []
  t.match(second, { text: 'عباس', evidence: 'short-name', because: 'actor:mahmoud-abbas' })
})

t.test('the score rises with each mention and with where it stands', async (t) => {
  const score = (paragraphs: string[], headline: string | null = null) => tagsOf(paragraphs, headline)[0]?.score
  t.equal(score(['قالت فرنسا']), 0.25)
  t.equal(score(['لا أحد', 'قالت فرنسا']), 0.12)
  t.equal(score(['لا أحد'], 'فرنسا تقول'), 0.4)
  t.equal(score(['قالت فرنسا'], 'فرنسا تقول'), 0.55)
})

t.test('an inline dateline is where it was written, not what it is about', async (t) => {
  const { tags } = draftOf(fixtureCapture('en-byline.txt'), reader)
  t.strictSame(tags.find(({ id }) => id === 'place:oslo')?.in, ['dateline'])
})
