import { readFileSync, statSync } from 'node:fs'
import { KhabarError } from './domain/error.ts'
import { isSecret, type Token } from './domain/token.ts'

type Log = { info(about: object, message: string): void; error(about: object, message: string): void }

export type TokenFile = {
  /** The tokens of the file as it is now: it is looked at with each call, and read where it has changed. */
  tokens(): readonly Token[]
  /** Reads the file whether it has changed or not. */
  reread(): void
}

/**
 * Tokens that are added and withdrawn by editing a file. A file that cannot be read any more, or holds something else,
 * is told to the log once, and the tokens before stay good.
 * @throws KhabarError 'invalid_parameter' for a file that is not right from the start
 */
export function openTokenFile(path: string, log: Log): TokenFile {
  let tokens = readTokens(path)
  let seen = stampOf(path)

  function reread(): void {
    seen = stampOf(path)
    try {
      tokens = readTokens(path)
      log.info({ tokens: tokens.map(({ name }) => name) }, 'read KHABAR_TOKEN_FILE anew')
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.error({ reason }, 'KHABAR_TOKEN_FILE is refused; the tokens before stay good')
    }
  }

  return {
    tokens() {
      if (stampOf(path) !== seen) reread()
      return tokens
    },
    reread,
  }
}

/** Differs from one state of the file to the next, also where it is a link that is moved on, as Kubernetes does. */
function stampOf(path: string): string {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
    return [ino, size, mtimeNs, ctimeNs].join(' ')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unreadable'
  }
}

function readTokens(path: string): Token[] {
  try {
    return parseTokens(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof KhabarError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new KhabarError('invalid_parameter', `KHABAR_TOKEN_FILE "${path}" cannot be read (${code}).`)
  }
}

/**
 * A token a line, with a name behind it or without: `3f9ac0… newsroom`. Blank lines and what follows a `#` count for
 * nothing. What is wrong is told by its line alone, for it may be a token.
 */
function parseTokens(text: string): Token[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim())
  return lines.flatMap((line, at) => {
    if (line === '') return []
    const [secret = '', name = `line ${at + 1}`, ...more] = line.split(/\s+/)
    if (isSecret(secret) && more.length === 0) return [{ name, secret }]
    const takes = 'a token of letters, digits and . _ ~ + / - (with = at the end only), and a name of one word'
    throw new KhabarError('invalid_parameter', `KHABAR_TOKEN_FILE takes on each line ${takes}; not so line ${at + 1}.`)
  })
}
