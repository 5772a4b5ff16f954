import { chromium } from 'playwright-core'
import { LAUNCH_OPTIONS } from '../support/chromium'
import { startServer } from '../support/server-process'
import { openTemplateShops } from '../bench/template-shops'
import { launchWeapp } from '../weapp/launch'
async function main() {
  const server = await startServer({ RATE_LIMIT: 'off' })
  const browser = await chromium.launch(LAUNCH_OPTIONS)
  try {
    const shops = await openTemplateShops(server.origin)
    const names = process.argv.slice(2)
    for (const { template, slug } of shops.filter((s) => names.length === 0 || names.includes(s.template))) {
      const app = await launchWeapp({ dist: 'dist/weapp', browser, apiOrigin: server.origin, viewport: { width: 390, height: 844 }, mocks: { login: () => ({ code: 'a-1' }) }, path: `pages/storefront/shop?slug=${slug}` } as any)
      await app.page.waitForTimeout(2500)
      await app.page.screenshot({ path: `/tmp/wl-${template}.png` })
      await app.page.close()
    }
  } finally { await browser.close(); await server.dispose() }
}
void main().catch((e) => { console.error(e); process.exit(1) })
