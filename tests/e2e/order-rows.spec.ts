import { becomeOwner } from './screens/api'
import { createVisitorPhones } from './screens/visitors'
import { expect, test } from './test'

const SHOP = '沙坝山货合作社'

const SIZES = [
  { width: 390, height: 844, rows: 5 },
  { width: 1366, height: 768, rows: 9 },
]

for (const { rows, ...screen } of SIZES)
  test(`a seller sees ${rows} orders at once in ${screen.width} × ${screen.height}`, async ({
    browser,
    demoServer,
  }) => {
    await demoServer.reset()
    const owner = await createVisitorPhones('h5', browser, demoServer, screen)()
    const shop = demoServer.shops().find(({ name }) => name === SHOP)
    if (!shop) throw new Error('the demo world lacks a busy shop')
    await owner.open('/merchant', { shop: await becomeOwner(owner, shop), tab: 'orders' })
    const countWhole = () =>
      owner.page.locator('.order-row').evaluateAll((all) => {
        const foot = document.querySelector('.page__foot')?.getBoundingClientRect().top
        return all.filter((row) => {
          const { height, bottom } = row.getBoundingClientRect()
          return height > 0 && bottom <= (foot ?? window.innerHeight)
        }).length
      })
    await expect.poll(countWhole).toBeGreaterThanOrEqual(rows)
    await owner.close()
  })
