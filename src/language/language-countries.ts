/**
 * The countries whose press is written in a language, by ISO 639 and 3166, for languages where they are few and near each
 * other. English, French, Spanish, Portuguese, Arabic, Russian, Persian, Urdu, Bengali and Indonesian are those of several
 * clocks, and so not here.
 */
const COUNTRIES: Record<string, string> = {
  ...{
    de: 'de at ch li lu',
    it: 'it ch sm',
    nl: 'nl be',
    ca: 'es ad',
    gl: 'es',
    eu: 'es',
    mt: 'mt',
    ga: 'ie',
    cy: 'gb',
  },
  ...{ sv: 'se', da: 'dk', no: 'no', nb: 'no', is: 'is', fi: 'fi', et: 'ee', lv: 'lv', lt: 'lt' },
  ...{ pl: 'pl', cs: 'cz', sk: 'sk', hu: 'hu', sl: 'si', hr: 'hr ba', bs: 'ba', sr: 'rs ba me', mk: 'mk', sq: 'al mk' },
  ...{ bg: 'bg', ro: 'ro md', el: 'gr cy', uk: 'ua', be: 'by', tr: 'tr', az: 'az', ka: 'ge', hy: 'am' },
  ...{ he: 'il', ckb: 'iq', kk: 'kz', ky: 'kg', uz: 'uz', tg: 'tj', tk: 'tm', mn: 'mn' },
  ...{ hi: 'in', mr: 'in', gu: 'in', ta: 'in lk', te: 'in', kn: 'in', ml: 'in', pa: 'in', or: 'in', as: 'in' },
  ...{ ne: 'np', si: 'lk', my: 'mm', th: 'th', lo: 'la', km: 'kh', vi: 'vn', ms: 'my', fil: 'ph' },
  ...{ zh: 'cn tw hk mo sg my', ja: 'jp', ko: 'kr' },
  ...{ sw: 'ke tz ug', so: 'so dj', am: 'et', ti: 'et er', ha: 'ng ne', yo: 'ng', ig: 'ng', zu: 'za', af: 'za na' },
  ...{ mg: 'mg', ht: 'ht' },
}

/** Two-letter codes of countries; none for a language of several clocks, and for one that is not known. */
export function countriesOf(language: string): string[] {
  return COUNTRIES[language]?.split(' ') ?? []
}
