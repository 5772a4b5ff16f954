import { findOrdersWords } from '@/locales/order/find-orders'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { shortcutsWords } from '@/locales/shop/shortcuts'
import { todayWords } from '@/locales/shop/today'
import { type AuditResult, createAuditor } from './audit/audit-screens'
import type { Viewport } from './audit/viewport'
import { LONG_RUN } from './long-run'
import type { InspectablePhone } from './phone/phone'
import { becomeOwner } from './screens/api'
import { DESKTOP, takeDesktop } from './screens/desktop'
import { ScreenWalk } from './screens/screen-walk'
import { createVisitorPhones } from './screens/visitors'
import { expect, test } from './test'

const SHOP = '沙坝山货合作社'
const MIN_SCREENS = 11
const AUDIT_TIMEOUT_MS = 10 * 60_000

const VIEWPORTS: Viewport[] = [
  { ...DESKTOP, type: 1 },
  { ...DESKTOP, type: 2 },
  { width: 1024, height: 768, type: 1 },
]

/** Screens with the orders or products of a busy shop. */
const LONG_LISTS = [
  'desktop-orders',
  'desktop-order',
  'desktop-shortcuts',
  'desktop-goods',
  'desktop-goods-form',
]

const pane = ({ page }: InspectablePhone) =>
  page.getByRole('region', { name: sellerOrdersWords.beside.label })
const paneTitle = (phone: InspectablePhone) => pane(phone).locator('.side-pane__title')

test(
  'keyboard shortcuts lead a seller through the orders, with the list and the details side by side',
  LONG_RUN,
  async ({ browser, demoServer }) => {
    await demoServer.reset()
    const owner = await createVisitorPhones('h5', browser, demoServer, DESKTOP, 1)()
    const shop = demoServer.shops().find(({ name }) => name.includes(SHOP))
    if (!shop) throw new Error(`no demo shop is called ${SHOP}`)
    const shopId = await becomeOwner(owner, shop)
    const { page } = owner
    const { keyboard } = page
    await owner.open('/merchant', { shop: shopId })
    await owner.see(todayWords.money)
    await keyboard.press('2')
    await owner.see(sellerOrdersWords.beside.none)
    // the list is read meanwhile
    await page.locator('.order-row').first().waitFor()
    await keyboard.press('j')
    await expect(paneTitle(owner)).toBeFocused()
    await expect(paneTitle(owner)).toHaveText(/\d/)
    const first = await paneTitle(owner).innerText()
    const [list, beside] = [
      await page.locator('.orders-panel').boundingBox(),
      await pane(owner).boundingBox(),
    ]
    if (!list || !beside) throw new Error('the list and the order were expected')
    expect(beside.x).toBeGreaterThanOrEqual(list.x + list.width)

    await keyboard.press('j')
    await expect(paneTitle(owner)).not.toHaveText(first)
    await keyboard.press('k')
    await expect(paneTitle(owner)).toHaveText(first)
    await expect(pane(owner).getByRole('button', { name: '出门送' })).toBeEnabled()
    // the key waits, as the button does, after the next step has changed
    await expect(async () => {
      await keyboard.press('a')
      await expect(pane(owner).getByRole('button', { name: '出门送' })).toHaveCount(0, { timeout: 2000 })
    }).toPass()

    await keyboard.press('/')
    await expect(page.getByRole('textbox', { name: findOrdersWords.label })).toBeFocused()
    await keyboard.type('xj')
    await expect(page.getByRole('textbox', { name: findOrdersWords.label })).toHaveValue('xj')
    await keyboard.press('Enter')
    await keyboard.press('?')
    await owner.see(shortcutsWords.off)
    // keys belong to the sheet while it is open
    await keyboard.press('1')
    await owner.tap(shortcutsWords.off)
    await keyboard.press('Escape')
    await owner.seeNo(shortcutsWords.off)
    await keyboard.press('1')
    await keyboard.press('x')
    await expect(pane(owner)).toBeVisible()
    await owner.seeNo(orderLimitsWords.select.end)
    expect(await owner.errors()).toEqual([])
    await owner.close()
  },
)

test('every page in a wide window passes the audit', LONG_RUN, async ({ browser, demoServer }) => {
  test.setTimeout(AUDIT_TIMEOUT_MS)
  await demoServer.reset()
  const measured: AuditResult = { screens: new Set(), findings: [] }
  const phone = createVisitorPhones('h5', browser, demoServer, DESKTOP, 1)
  const handleScreen = createAuditor(DESKTOP, VIEWPORTS, measured, { endless: LONG_LISTS })
  await takeDesktop(new ScreenWalk({ ...demoServer, phone, handleScreen }))
  expect(measured.findings).toEqual([])
  expect(measured.screens.size).toBeGreaterThanOrEqual(MIN_SCREENS)
})
