import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launchWeapp } from '../weapp/host/chromium-driver'
import { runCompiler } from './compiler/run-compiler'
import type { OpenPhone } from './phone/phone'
import { difference, lookAlone, type Shown } from './same-page/alone'
import { acceptTerms, chooseTrade, pressOpen, seeOpened, setPrice, startWizard } from './story/villager'
import { type KINDS, startWorld, type World } from './story/world'

const worlds: World[] = []
const folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-same-'))
afterAll(async () => {
  for (const world of worlds) await world.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A shop that one person opens in the wizard, looked at there and as buyers see it. */
async function inWizardAndShop(kind: (typeof KINDS)[number]) {
  const world = await startWorld(kind)
  worlds.push(world)
  const seller = (await world.phone()) as OpenPhone
  await seller.open(world.frontDoor)
  await startWizard(seller)
  await chooseTrade(seller)
  await setPrice(seller, '25')
  await acceptTerms(seller)
  const wizard = await lookAlone(seller.page)
  await pressOpen(seller)
  const slug = await seeOpened(seller)
  const buyer = (await world.phone()) as OpenPhone
  await (kind === 'h5' ? buyer.open(`/s/${slug}`) : buyer.open('pages/storefront/shop', { slug }))
  await buyer.page.locator('.look').waitFor()
  const storefront = await lookAlone(buyer.page)
  return { world, slug, wizard, storefront }
}

test('one shop is the same page in the wizard, the storefront and a mini-program of its own', async () => {
  const shown: Record<string, Shown> = {}
  const { world, slug, wizard, storefront } = await inWizardAndShop('h5')
  Object.assign(shown, { wizard, storefront })
  const out = path.join(folder, 'weapp')
  const { code, err } = await runCompiler(
    ...['--shop', slug, '--target', 'weapp', '--out', out, '--api', world.network.origin],
  )
  if (code !== 0) throw new Error(err)
  const app = await launchWeapp({
    dist: out,
    browser: world.browser,
    apiOrigin: world.network.origin,
    builtOrigin: world.network.origin,
    mocks: { login: () => ({ code: world.loginCode('buyer-1') }) },
  })
  await app.waitText('核桃')
  shown.weapp = await lookAlone(app.page)
  await app.close()
  for (const [name, one] of Object.entries(shown)) {
    expect([name, one.text]).toEqual([name, storefront.text])
    expect({ [name]: difference(one, storefront) }).toEqual({ [name]: 0 })
  }
}, 180_000)
