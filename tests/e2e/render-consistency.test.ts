import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { decorateWords } from '@/locales/decorate'
import { launchWeapp } from '../weapp/launch'
import { runCompiler } from './compiler/run-compiler'
import { serveFolders } from './compiler/static-server'
import { ownedShops } from './journey/owned-shops'
import { startTestEnvironment, type TestEnvironment } from './journey/test-environment'
import { acceptTerms, chooseTrade, pressOpen, seeOpened, setPrice, startWizard } from './journey/wizard'
import type { InspectablePhone } from './phone/phone'
import { difference, type LookScreenshot, screenshotLook } from './render-consistency/look-screenshot'

let world: TestEnvironment
const folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-same-'))
beforeAll(async () => {
  world = await startTestEnvironment('h5')
})
afterAll(async () => {
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Compiles a shop into a folder and returns its path. */
async function compile(slug: string, target: 'weapp' | 'h5', base: string[] = []): Promise<string> {
  const out = path.join(folder, target)
  const shop = ['--shop', slug, '--api', world.network.origin]
  const { code, err } = await runCompiler(...shop, '--target', target, '--out', out, ...base)
  if (code !== 0) throw new Error(err)
  return out
}

async function renderMiniProgram(slug: string): Promise<LookScreenshot> {
  const { origin } = world.network
  const app = await launchWeapp({
    dist: await compile(slug, 'weapp'),
    browser: world.browser,
    apiOrigin: origin,
    builtOrigin: origin,
    mocks: { login: () => ({ code: world.loginCode('buyer-1') }) },
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
  const page = await world.browser.newPage({ deviceScaleFactor: 2 })
  await page.goto(address)
  await page.locator('#app .look').waitFor()
  const shown = await screenshotLook(page)
  await page.close()
  await host.close()
  return shown
}

test('shop renders pixel-identically in wizard, editor, storefront, mini-program and site', async () => {
  const seller = (await world.phone()) as InspectablePhone
  await seller.open(world.frontDoor)
  await startWizard(seller)
  await chooseTrade(seller)
  await setPrice(seller, '25')
  await acceptTerms(seller)
  const wizard = await screenshotLook(seller.page)
  await pressOpen(seller)
  const slug = await seeOpened(seller)

  const [shop] = await ownedShops(seller, world.network.origin)
  await seller.open('/decorate', { shop: shop?.id ?? '' })
  await seller.tap(decorateWords.views.see)
  const decorate = await screenshotLook(seller.page)

  const buyer = (await world.phone()) as InspectablePhone
  await buyer.open(`/s/${slug}`)
  await buyer.page.locator('#app .look').waitFor()
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
})
