/** What the opening of a wire report says: who reports may be missing, the place too. `raw`: the opening as it stands. */
export type WireOpening = { place: string | null; source: string | null; raw: string }

const DAY =
  '(?:le\\s)?(?:\\p{L}{3,10}\\.?\\s\\d{1,2}|\\d{1,2}\\.?\\s(?:de\\s)?\\p{L}{3,10}\\.?)(?:,?\\s(?:de\\s)?(?:19|20)\\d\\d)?'
const TOWN = "\\p{Lu}[\\p{L}\\p{M}\\s.'’/-]{1,40}?(?:,\\s\\p{Lu}[\\p{L}\\p{M}\\s.]{1,25}?)?"

/** The forms of agencies that say it by marks or a day of their own, so that neither place nor agency need be known. */
const FORMS = [
  // "BEIJING, Oct. 2 (Xinhua) --", "Madrid, 2 oct (EFE).-", "Lisboa, 02 out 2024 (Lusa) –", "Ankara, 2 Ekim (AA) -"
  `^(?<place>${TOWN}),\\s${DAY}\\s?\\((?<source>(?:[\\p{Lu}\\p{Lo}\\d]|(?:dpa|dts|epd|kna|sda|apa|afp|efe|ansa|sid|pap|ntb)(?!\\p{L}))[^()]{0,29})\\)\\s?\\.?\\s?[-–—]{1,2}`,
  // "МОСКВА, 2 окт - ТАСС.", "МОСКВА, 14 мая. /ТАСС/.", "САМАРОВСК, 14 окт — ВВ, Дарья Лунёва."
  `^(?<place>${TOWN}),\\s${DAY}\\s?(?:[-–—]\\s|/)(?:Корр\\.\\s)?(?<source>\\p{Lu}[\\p{L}\\d\\s]{1,20}?)(?:/\\.|/|\\.|,\\s\\p{Lu}\\p{Ll}+\\s\\p{Lu}\\p{Ll}+\\.|\\s[-–—]\\s)`,
  // "Москва. 2 октября. INTERFAX.RU -"
  `^(?<place>\\p{Lu}[\\p{L}\\s-]{2,30})\\.\\s${DAY}\\.?\\s(?<source>\\p{Lu}[\\p{L}\\d.-]{2,24})\\s[-–—](?=\\s)`,
  // "(ANSA) - ROMA, 02 OTT -", "(AGI) - Milano, 2 ott. -"
  `^\\((?<source>\\p{Lu}[\\p{L}\\d\\s/]{1,20})\\)\\s?[-–—]\\s?(?<place>${TOWN}),\\s${DAY}\\s?[-–—]`,
  // "(서울=연합뉴스) 홍길동 기자 =", "[남해=하늘일보]", "【ロンドン=共同】"
  '^[(\\[（［【](?<place>[\\p{L}·・\\s]{1,14})\\s?[=＝]\\s?(?<source>[\\p{L}\\d\\s]{2,20})[)\\]）］】](?:\\s?[\\p{Script=Hangul}\\s·]{2,20}\\s(?:기자|특파원)\\s?=)?',
  // "【ワシントン時事】", "【ベルリンAFP時事】"
  '^【(?<place>[\\p{Script=Katakana}\\p{Script=Han}ー・]{2,12}?)(?<source>(?:AFP|ＡＦＰ|ロイター)?(?:共同|時事)|AFP|ロイター)】',
  // "新华社北京10月2日电", "中新网上海10月2日电", "【新華社台北2日電】"
  '^[（(【]?(?<source>新华社|新華社|中新社|中新网|中新網|中国新闻网|路透社|法新社|美联社|美聯社|中央社|塔斯社|共同社|韩联社|韓聯社)(?<place>\\p{Script=Han}{2,8}?)?(?:\\d{1,2}月)?\\d{1,2}日(?:综合)?(?:电|電|讯|訊|消息)[)）】]?',
  // "（中央社記者王小明台北2日電）"
  '^[（(](?<source>中央社)記者\\p{Script=Han}{3}(?<place>\\p{Script=Han}{2,5})(?:\\d{1,2}月)?\\d{1,2}日(?:綜合外電)?(?:專電|電|報導)[）)]',
].map((form) => new RegExp(form, 'u'))

/** Papers and agencies by the end of their name; what else stands behind the town in brackets is a reporter. */
const EAST_ASIAN_HOUSE = /(?:뉴스|일보|신문|통신|방송|연합|타임스|共同|時事|通信社?|新聞|ロイター|社|[A-Z]{2,})$/u

/** The opening of a wire report by its form alone; null where the text has none of these forms. */
export function readWireOpening(text: string): WireOpening | null {
  const opening = text.slice(0, 140)
  for (const form of FORMS) {
    const match = form.exec(opening)
    if (match?.groups === undefined) continue
    const { place, source } = match.groups
    const isReporter = /^[【[［（(][^=＝]{1,16}[=＝]/u.test(match[0]) && !EAST_ASIAN_HOUSE.test(source ?? '')
    return { place: place?.trim() ?? null, source: isReporter ? null : (source ?? null), raw: match[0].trim() }
  }
  return null
}
