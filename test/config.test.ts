import { availableParallelism } from 'node:os'
import t from 'tap'
import { readConfig } from '../src/config.ts'

t.test('everything has a default', async (t) => {
  t.strictSame(readConfig({}), {
    host: '127.0.0.1',
    port: 3000,
    db: 'var/khabar.db',
    token: null,
    tokenFile: null,
    gazetteer: null,
    logLevel: 'info',
    corsOrigin: '*',
    trustProxy: false,
    rateLimit: 0,
    captureLimit: 8_388_608,
    importWorkers: availableParallelism(),
    importSeconds: 10,
    maxInFlight: 1000,
    metrics: true,
    securityContacts: [],
    cacheBytes: 24 * 1024 * 1024,
    drainSeconds: 0,
  })
})

t.test('behind a proxy, serving goes on for three seconds before it stops', async (t) => {
  t.equal(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).drainSeconds, 3)
  t.equal(readConfig({ TRUST_PROXY: 'on', KHABAR_DRAIN_SECONDS: '7' }).drainSeconds, 7)
})

const WRONG: [name: string, value: string][] = [
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['LOG_LEVEL', 'loud'],
  ['RATE_LIMIT', 'many'],
  ['CORS_ORIGIN', 'example.org'],
  ['CORS_ORIGIN', 'https://example.org/path'],
  ['TRUST_PROXY', 'nginx'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['KHABAR_CAPTURE_LIMIT', '1'],
  ['KHABAR_IMPORT_WORKERS', '0'],
  ['KHABAR_IMPORT_SECONDS', 'ten'],
  ['KHABAR_MAX_IN_FLIGHT', '0'],
  ['KHABAR_DRAIN_SECONDS', '-1'],
  ['KHABAR_METRICS', 'yes'],
  ['KHABAR_SECURITY_CONTACT', 'security@news.example'],
  ['KHABAR_SECURITY_CONTACT', 'http://news.example/security'],
]

for (const [name, value] of WRONG) {
  t.test(`${name}=${value} is refused in one line that names it, what it got and what it takes`, async (t) => {
    t.throws(() => readConfig({ [name]: value }), {
      code: 'invalid_parameter',
      message: new RegExp(`^${name} is "${value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}"; it takes .+\\.$`),
    })
  })
}

t.test('a token is never repeated in a message', async (t) => {
  t.throws(() => readConfig({ KHABAR_TOKEN: 'secret with spaces' }), { message: /^KHABAR_TOKEN takes (?!.*secret)/ })
})
