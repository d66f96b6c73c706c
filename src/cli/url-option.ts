import { KhabarError } from '../domain/error.ts'

/** @throws KhabarError 'invalid_parameter' for a URL that is none, or that cannot be the URL of all these paths */
export function checkUrl(url: string | undefined, paths: string[]): string | null {
  if (url === undefined) return null
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new KhabarError('invalid_parameter', `--url is "${url}"; it takes an absolute http or https URL.`)
  }
  checkSingle(url, paths.length)
  return url
}

export function checkSingle(url: string | null, count: number): void {
  if (url !== null && count > 1)
    throw new KhabarError('invalid_parameter', `--url goes with a single capture; here are ${count}.`)
}
