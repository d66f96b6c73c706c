import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import t from 'tap'
import { openTestApp } from '../helpers/app.ts'
import { makeDraft } from '../helpers/drafts.ts'

const CHROMIUM = '/usr/bin/chromium'
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]

t.test('the documentation is served with all its files', async (t) => {
  const { ask } = await openTestApp(t)
  const page = await ask('/docs')
  t.equal(page.headers.get('content-type'), 'text/html; charset=utf-8')
  t.match(page.headers.get('content-security-policy'), /script-src 'self';/)
  const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '')
  t.equal(files.length, 4)
  for (const path of files) {
    const { status, headers } = await ask(path)
    t.equal(status, 200, path)
    t.equal(headers.get('cache-control'), 'public, max-age=3600')
  }
  t.equal((await ask('/docs/none.js')).status, 404)
})

const skip = existsSync(CHROMIUM) ? false : `no browser at ${CHROMIUM}`
t.test('and works in a browser, without the network', { skip, timeout: 60_000 }, async (t) => {
  const { origin } = await openTestApp(t, { drafts: [makeDraft()] })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  t.teardown(() => browser.close())
  const page = await browser.newPage()
  const strange: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) strange.push(message.text())
  })
  page.on('pageerror', (error) => strange.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) strange.push(request.url())
  })
  await page.goto(`${origin}/docs`, { waitUntil: 'networkidle' })
  t.match(await page.locator('.title').first().textContent(), /^\s*Khabar/)
  t.equal(await page.locator('.opblock').count(), 20)

  await page.locator('#operations-Articles-listArticles .opblock-summary-control').click()
  await page.locator('#operations-Articles-listArticles .try-out__btn').click()
  await page.locator('#operations-Articles-listArticles .execute').click()
  await page.locator('#operations-Articles-listArticles .live-responses-table .response-col_status').first().waitFor()
  t.match(await page.locator('.live-responses-table').textContent(), /200[\s\S]*"total":\s*1\b/)
  t.strictSame(strange, [])
})
