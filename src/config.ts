import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { KhabarError } from './domain/error.ts'
import { isSecret } from './domain/token.ts'

/** All settings, from the environment. */
export type Config = {
  host: string
  /** 0 picks a free port. */
  port: number
  db: string
  /** Without a token, and without a file of tokens, writes over HTTP are refused. */
  token: string | null
  tokenFile: string | null
  /** A folder of further gazetteer files. */
  gazetteer: string | null
  logLevel: string
  corsOrigin: '*' | string[]
  /** Whether, or from which addresses and subnets, X-Forwarded-For is believed. */
  trustProxy: boolean | string
  /** Requests in a minute and from an address; 0 for no limit. */
  rateLimit: number
  /** Bytes. */
  captureLimit: number
  /** Threads that read captures when there are many. */
  importWorkers: number
  /** How long one capture may take. */
  importSeconds: number
  maxInFlight: number
  /** Whether there is /metrics. */
  metrics: boolean
  /** Whom to tell of a weakness, as URIs. */
  securityContacts: string[]
  /** How many bytes of answers a server keeps in memory, and as many of compressed ones; 0 for none. */
  cacheBytes: number
  /** Seconds that serving goes on after SIGTERM, with /readyz answering 503, until a proxy has noticed. */
  drainSeconds: number
}

type Environment = Record<string, string | undefined>

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** @throws KhabarError 'invalid_parameter' in one line: the variable, what it got, what it takes */
export function readConfig(env: Environment): Config {
  const trustProxy = readProxies(env)
  return {
    host: env.HOST || '127.0.0.1',
    port: readInteger(env, 'PORT', { least: 0, most: 65_535, otherwise: 3000 }),
    db: env.KHABAR_DB || 'var/khabar.db',
    token: readToken(env),
    tokenFile: env.KHABAR_TOKEN_FILE || null,
    gazetteer: env.KHABAR_GAZETTEER || null,
    logLevel: readChoice(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    corsOrigin: readOrigins(env),
    trustProxy,
    rateLimit: readInteger(env, 'RATE_LIMIT', { least: 0, most: 1_000_000, otherwise: 0 }),
    captureLimit: readInteger(env, 'KHABAR_CAPTURE_LIMIT', {
      least: 1024,
      most: 256 * 1024 * 1024,
      otherwise: 8 * 1024 * 1024,
    }),
    importWorkers: readInteger(env, 'KHABAR_IMPORT_WORKERS', {
      least: 1,
      most: 256,
      otherwise: availableParallelism(),
    }),
    importSeconds: readInteger(env, 'KHABAR_IMPORT_SECONDS', { least: 1, most: 3600, otherwise: 10 }),
    maxInFlight: readInteger(env, 'KHABAR_MAX_IN_FLIGHT', { least: 1, most: 100_000, otherwise: 1000 }),
    metrics: readChoice(env, 'KHABAR_METRICS', ['on', 'off'], 'on') === 'on',
    securityContacts: readContacts(env),
    cacheBytes: readInteger(env, 'KHABAR_CACHE_BYTES', {
      least: 0,
      most: 8 * 1024 * 1024 * 1024,
      otherwise: 24 * 1024 * 1024,
    }),
    drainSeconds: readInteger(env, 'KHABAR_DRAIN_SECONDS', {
      least: 0,
      most: 300,
      otherwise: trustProxy === false ? 0 : 3,
    }),
  }
}

type Range = { least: number; most: number; otherwise: number }

function readInteger(env: Environment, name: string, { least, most, otherwise }: Range): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= least && number <= most)) throw wrong(name, text, `a whole number from ${least} to ${most}`)
  return number
}

function readChoice(env: Environment, name: string, choices: string[], otherwise: string): string {
  const text = env[name] || otherwise
  if (!choices.includes(text)) throw wrong(name, text, `one of ${choices.join(', ')}`)
  return text
}

function readToken(env: Environment): string | null {
  const token = env.KHABAR_TOKEN
  if (token === undefined || token === '') return null
  if (!isSecret(token)) {
    throw new KhabarError(
      'invalid_parameter',
      'KHABAR_TOKEN takes letters, digits and . _ ~ + / - with = at the end only; it got others.',
    )
  }
  return token
}

function readOrigins(env: Environment): '*' | string[] {
  const text = env.CORS_ORIGIN || '*'
  if (text === '*') return '*'
  const origins = text.split(',').map((origin) => origin.trim())
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw wrong('CORS_ORIGIN', origin, '* or origins such as https://example.org, separated by commas')
    }
  }
  return origins
}

/** RFC 9116 takes URIs: an address of mail as mailto:, a page by https. */
function readContacts(env: Environment): string[] {
  const text = env.KHABAR_SECURITY_CONTACT
  if (text === undefined || text === '') return []
  const contacts = text.split(',').map((contact) => contact.trim())
  for (const contact of contacts) {
    if (/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d().-]+)$/.test(contact) && URL.canParse(contact)) continue
    throw wrong('KHABAR_SECURITY_CONTACT', contact, 'mailto:, https: or tel: addresses, separated by commas')
  }
  return contacts
}

function readProxies(env: Environment): boolean | string {
  const text = env.TRUST_PROXY || 'off'
  if (['off', 'false', '0'].includes(text)) return false
  if (['on', 'true', '1'].includes(text)) return true
  const proxies = text.split(',').map((address) => address.trim())
  for (const proxy of proxies) {
    const [address = '', bits = '0', ...rest] = proxy.split('/')
    if (
      isIP(address) === 0 ||
      !/^\d{1,3}$/.test(bits) ||
      Number(bits) > (isIP(address) === 4 ? 32 : 128) ||
      rest.length > 0
    ) {
      throw wrong('TRUST_PROXY', proxy, 'on, off, or the addresses or subnets of proxies, separated by commas')
    }
  }
  return proxies.join(',')
}

function wrong(name: string, got: string, takes: string): KhabarError {
  return new KhabarError('invalid_parameter', `${name} is "${got}"; it takes ${takes}.`)
}
