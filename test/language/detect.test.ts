import t from 'tap'
import { detectLanguage } from '../../src/language/detect.ts'
import { SENTENCES } from '../fixtures/languages.ts'

const RIGHT_TO_LEFT = ['ar', 'fa', 'ur', 'ckb', 'ps', 'ug', 'sd', 'he', 'yi', 'dv']

t.test('a sentence tells its language, in capitals and decomposed too', async (t) => {
  for (const [language, text] of SENTENCES) {
    t.equal(detectLanguage(text).language, language, text.slice(0, 40))
    t.equal(detectLanguage(text.normalize('NFD')).language, language, `decomposed: ${text.slice(0, 40)}`)
    // "İ" is only Turkish's.
    if (!['tr', 'az', 'tk'].includes(language)) t.equal(detectLanguage(text.toUpperCase()).language, language)
  }
})

t.test('the direction is that of the language', async (t) => {
  for (const [language, text] of SENTENCES)
    t.equal(detectLanguage(text).direction, RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr', language)
})

function sentence(language: string): string {
  return SENTENCES.find(([name]) => name === language)?.[1] ?? ''
}

t.test('in a text of several languages, most of it decides', async (t) => {
  const most = (language: string, other: string) => `${sentence(other)}\n${`${sentence(language)}\n`.repeat(3)}`
  for (const [language, other] of [
    ['ar', 'en'],
    ['en', 'ar'],
    ['fa', 'ar'],
    ['ru', 'en'],
    ['uk', 'ru'],
    ['fr', 'en'],
    ['ja', 'en'],
    ['zh', 'ja'],
    ['tr', 'en'],
  ] as const)
    t.equal(detectLanguage(most(language, other)).language, language, `${language} with ${other}`)
})

t.test('names alone tell nothing, but Arabic script is mostly Arabic', async (t) => {
  t.equal(detectLanguage('Zyxw Qrst').language, 'und')
  t.strictSame(detectLanguage('سلمى نجار'), { language: 'ar', direction: 'rtl' })
})
