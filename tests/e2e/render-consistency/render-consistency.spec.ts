import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { decorateWords } from '@/locales/look/decorate'
import { launchWeapp } from '../../weapp/launch'
import { runCompiler } from '../compiler/run-compiler'
import { serveFolders } from '../compiler/static-server'
import { ownedShops } from '../journey/owned-shops'
import type { TestEnvironment } from '../journey/test-environment'
import { acceptTerms, chooseTrade, pressOpen, seeOpened, setPrice, startWizard } from '../journey/wizard'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { difference, type LookScreenshot, screenshotLook } from './look-screenshot'

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
