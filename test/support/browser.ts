import { existsSync, mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

const PLACES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = PLACES.find((path) => path !== undefined && existsSync(path))

/** Without a browser the tests in it are left out, with a line that says so; where CI=true that is a failure. */
export const hasBrowser = executablePath !== undefined
if (!hasBrowser) {
  const line = 'No Chromium for the tests in a browser: install it, or set CHROMIUM_PATH'
  if (process.env.CI === 'true') throw new Error(line)
  console.warn(`SKIPPED "browser": ${line}`)
}

let browser: Browser | undefined

/** Opens the browser once for this file. */
export function useBrowser(): void {
  beforeAll(async () => {
    if (executablePath === undefined) return
    const quiet = [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ]
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', ...quiet] })
  })
  afterAll(() => browser?.close())
}

/** A page in the given language; what its scripts complain about fails the test at `done`. */
export async function openPage(
  url: string,
  locale: 'ru-RU' | 'en-US' = 'ru-RU',
  width = 1480,
): Promise<{ page: Page; problems: string[] }> {
  if (!browser) throw new Error('there is no browser')
  const context = await browser.newContext({ locale, viewport: { width, height: 940 }, timezoneId: 'Europe/Moscow' })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on(
    'request',
    (request) =>
      !request.url().startsWith(url) && !request.url().startsWith('data:') && problems.push(`asked ${request.url()}`),
  )
  await page.goto(url)
  return { page, problems }
}

/** For whoever wants to look: test/browser/screenshots. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync('test/browser/screenshots', { recursive: true })
  await page.screenshot({ path: `test/browser/screenshots/${name}.png` })
}
