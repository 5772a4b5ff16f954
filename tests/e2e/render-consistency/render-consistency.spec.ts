import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { decorateWords } from '@/locales/look/decorate'
import { launchWeapp } from '../../weapp/launch'
import { waitForIdle } from '../audit/page-idle'
import { runCompiler } from '../compiler/run-compiler'
import { serveFolders } from '../compiler/static-server'
import { ownedShops } from '../journey/owned-shops'
import type { TestEnvironment } from '../journey/test-environment'
import { acceptTerms, chooseTrade, pressOpen, seeOpened, setPrice, startWizard } from '../journey/wizard'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'

const [WIDTH, HEIGHT] = [390, 2400]

/** Isolates the look: phone width, at the window's corner, at its original scale. */
const ISOLATING_STYLE = `
  body * { visibility: hidden !important; }
  .look, .look * { visibility: visible !important; }
  .preview { overflow: visible !important; }
  .preview__page { transform: none !important; }
  .look { position: fixed !important; top: 0; left: 0; z-index: 9999; width: ${WIDTH}px !important; font-family: "Noto Sans CJK SC" !important; }
`

interface LookScreenshot {
  /** Its text in reading order. */
  text: string
  pixels: Buffer
  width: number
  height: number
}

/** Photographs the look without its surroundings. */
async function screenshotLook(page: Page): Promise<LookScreenshot> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: WIDTH, height: HEIGHT })
  const style = await page.addStyleTag({ content: ISOLATING_STYLE })
  await waitForIdle(page)
  const look = page.locator('.look').last()
  const box = await look.boundingBox()
  if (!box) throw new Error('no look is shown')
  const picture = await page.screenshot({ clip: box, scale: 'css' })
  const text = await look.innerText()
  await style.evaluate((element) => (element as Element).remove())
  if (before) await page.setViewportSize(before)
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { text: text.replace(/\s+/g, ''), pixels: data, width: info.width, height: info.height }
}

/** Minimum channel difference of a changed pixel; text smoothing varies with the position. */
const MIN_DIFFERENCE = 40

/** Returns the fraction of changed pixels, or 1 when the sizes differ. */
function difference(a: LookScreenshot, b: LookScreenshot): number {
  if (a.width !== b.width || a.height !== b.height) return 1
  let changed = 0
  for (let at = 0; at < a.pixels.length; at += 3)
    if (
      [0, 1, 2].some(
        (channel) => Math.abs((a.pixels[at + channel] ?? 0) - (b.pixels[at + channel] ?? 0)) > MIN_DIFFERENCE,
      )
    )
      changed += 1
  return changed / (a.pixels.length / 3)
}

let environment: TestEnvironment
let folder: string

test.beforeEach(({ environment: given }) => {
  environment = given
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-same-'))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Compiles a shop into a folder and returns its path. */
async function compile(slug: string, target: 'weapp' | 'h5', base: string[] = []): Promise<string> {
  const out = path.join(folder, target)
  const shop = ['--shop', slug, '--api', environment.network.origin]
  const { code, err } = await runCompiler(...shop, '--target', target, '--out', out, ...base)
  if (code !== 0) throw new Error(err)
  return out
}

async function renderMiniProgram(slug: string): Promise<LookScreenshot> {
  const { origin } = environment.network
  const app = await launchWeapp({
    dist: await compile(slug, 'weapp'),
    browser: environment.browser,
    apiOrigin: origin,
    builtOrigin: origin,
    mocks: { login: () => ({ code: environment.loginCode('buyer-1') }) },
  })
  await app.waitText('核桃')
  const shown = await screenshotLook(app.page)
  await app.close()
  return shown
}

async function renderSite(slug: string): Promise<LookScreenshot> {
  const host = await serveFolders({ '/shop/': path.join(folder, 'h5') })
  const address = `${host.origin}/shop/`
  await compile(slug, 'h5', ['--base', address])
  const page = await environment.browser.newPage({ deviceScaleFactor: 2 })
  await page.goto(address)
  await expect(page.locator('#app .look')).toBeVisible()
  const shown = await screenshotLook(page)
  await page.close()
  await host.close()
  return shown
}

test(
  'shop renders pixel-identically in wizard, editor, storefront, mini-program and site',
  LONG_RUN,
  async () => {
    const seller = await environment.phone()
    await seller.open(environment.homePath)
    await startWizard(seller)
    await chooseTrade(seller)
    await setPrice(seller, '25')
    await acceptTerms(seller)
    const wizard = await screenshotLook(seller.page)
    await pressOpen(seller)
    const slug = await seeOpened(seller)

    const [shop] = await ownedShops(seller, environment.network.origin)
    await seller.open('/decorate', { shop: shop?.id ?? '' })
    await seller.tap(decorateWords.views.see)
    const decorate = await screenshotLook(seller.page)

    const buyer = await environment.phone()
    await buyer.open(`/s/${slug}`)
    await expect(buyer.page.locator('#app .look')).toBeVisible()
    const storefront = await screenshotLook(buyer.page)

    const shown = {
      wizard,
      decorate,
      'a mini-program of its own': await renderMiniProgram(slug),
      'a site of its own': await renderSite(slug),
    }
    expect(storefront.text).toContain('核桃')
    for (const [place, one] of Object.entries(shown)) {
      expect({ [place]: one.text }).toEqual({ [place]: storefront.text })
      expect({ [place]: difference(one, storefront) }).toEqual({ [place]: 0 })
    }
  },
)
