import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { HelpPurpose } from '@/domain/shop/help'
import type { ManagedShop } from '@/domain/shop/shop'
import { useSettingsDrafts } from '@/features/settings/settings-draft-store'
import { formFromShop } from '@/features/settings/settings-form'
import { SettingsPanel } from '@/features/settings/settings-panel'
import { settingsRowsWords } from '@/locales/shop/settings-rows'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { fakeTaro } from '../../support/components/taro'
import { setWindowWidth } from '../../support/components/window-width'
import { shop, shopId } from './sample-shop'

/** The most things to tap on the first page of the settings, without the tab bar. */
const MAX_TARGETS = 10

const everything: Partial<ManagedShop> = {
  ...{ place: '沙坝镇街上', notice: '新核桃下来了' },
  fulfilments: ['local', 'pickup', 'courier', 'on-site'],
  payments: ['on-delivery', 'on-pickup', 'wechat'],
  freight: { fee: 300, freeOver: 5000, courier: { fee: 1000, freeOver: 19900 } },
  deliverySlots: {
    local: { weekdays: [1, 3], halfDays: true, cutOff: { daysBefore: 1, hour: 20 }, daysAhead: 7 },
    pickup: {
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      halfDays: false,
      cutOff: { daysBefore: 0, hour: 8 },
      daysAhead: 7,
    },
  },
}

const open = (more: Partial<ManagedShop> = {}, purposes?: HelpPurpose[], isUnreachable = false) =>
  render(
    <SettingsPanel
      shop={shop(more)}
      onSaved={() => undefined}
      purposes={purposes}
      isUnreachable={isUnreachable}
      isBeside
    />,
  )
const { titles } = settingsRowsWords
const isTitle = (text: string) => Object.values<string>(titles).includes(text)
const rowOf = (part: keyof typeof titles) =>
  screen.getByRole('button', { name: (name) => name.startsWith(titles[part]) })
const rows = () =>
  screen
    .getAllByRole('button')
    .map((button) => button.querySelector('.list-row__title')?.textContent ?? '')
    .filter(isTitle)

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.answer(() => ({ status: 200, body: { items: [] } }))
  useSettingsDrafts.setState({ drafts: {} })
  useSavedKeys.setState({ saved: {} })
})
afterEach(() => setWindowWidth(390))

describe('SettingsPanel', () => {
  it.each<[string, HelpPurpose[] | undefined]>([
    ['the owner', undefined],
    ['a helper who opens the shop', ['open']],
  ])('has at most ten things to tap for %s, with everything on', (_, purposes) => {
    open(everything, purposes, true)
    const targets = ['button', 'link', 'radio', 'checkbox', 'switch', 'textbox'].flatMap((role) =>
      screen.queryAllByRole(role),
    )
    expect(targets.length).toBeLessThanOrEqual(MAX_TARGETS)
  })

  it.each<[HelpPurpose[] | undefined, (keyof typeof titles)[]]>([
    [undefined, ['storefront', 'delivery', 'days', 'payments', 'alerts', 'closure', 'key']],
    [['open'], ['storefront', 'delivery', 'days', 'closure']],
    [['settings'], ['storefront', 'delivery', 'days', 'closure']],
    [['look'], ['storefront']],
    [['contact'], ['storefront']],
  ])('shows with the purposes %j the rows that the person may change', (purposes, parts) => {
    open({}, purposes)
    expect(rows()).toEqual(parts.map((part) => titles[part]))
  })

  it('says in each row what is set', () => {
    useSavedKeys.getState().add(shopId)
    open(everything)
    const values = {
      storefront: '沙坝镇街上，新核桃下来了',
      delivery: '送上门 3 元，满 50 元不收；自提；快递 10 元，满 199 元不收；到店',
      days: '送上门：周一周三，分上午下午，前一天 20 点截止；自提：每天，当天 8 点截止',
      payments: '能在网上付，也能见到货再付',
      alerts: '来了单怎么告诉您，请谁帮忙',
      closure: '照常开',
      key: '钥匙存好了',
    }
    for (const [part, value] of Object.entries(values))
      expect(within(rowOf(part as keyof typeof titles)).getByText(value)).toBeVisible()
  })

  it('says where the shop is free of charge, has no days and rests', () => {
    open({ freight: { fee: 0 }, fulfilments: ['local', 'courier'], closedUntil: '9999-12-31' })
    expect(rowOf('delivery')).toHaveTextContent('送上门不收钱；快递包邮')
    expect(rowOf('days')).toHaveTextContent('接了单再商量哪天')
    expect(rowOf('payments')).toHaveTextContent('见到货才付钱')
    expect(rowOf('closure')).toHaveTextContent('歇到您再开')
    expect(screen.getByRole('status')).toHaveTextContent('歇业了，您开了才再接单')
  })

  it('advises in the row that it concerns', () => {
    const { phone: _, ...silent } = shop()
    render(<SettingsPanel shop={silent} onSaved={() => undefined} isUnreachable />)
    expect(rowOf('storefront')).toHaveTextContent('还没写店里电话')
    expect(rowOf('alerts')).toHaveTextContent('来单提醒还没开')
    expect(rowOf('key')).toHaveTextContent('钥匙还没存好')
  })

  it('says in the row of a page that its edits are not saved', () => {
    const base = shop()
    useSettingsDrafts
      .getState()
      .put(shopId, { base, edits: { ...formFromShop(base), fee: '5', waiting: '1' } })
    open()
    expect(rowOf('delivery')).toHaveTextContent('改了还没存')
    expect(rowOf('days')).toHaveTextContent('改了还没存')
    expect(rowOf('storefront')).not.toHaveTextContent('改了还没存')
  })

  it('opens a page of its own in a narrow window', async () => {
    open()
    await userEvent.click(rowOf('closure'))
    expect(fakeTaro.navigations.map(({ url }) => url)).toEqual([
      `/pages/merchant/settings?shop=${shopId}&part=closure`,
    ])
  })

  it('opens the page beside the rows in a wide window, and the first one without a tap', async () => {
    setWindowWidth(1280)
    open()
    const pane = () => within(screen.getByRole('region', { name: settingsRowsWords.beside }))
    expect(pane().getByLabelText('店名')).toBeVisible()
    await userEvent.click(rowOf('closure'))
    expect(pane().getByRole('heading', { name: titles.closure, level: 2 })).toHaveFocus()
    expect(fakeTaro.navigations).toEqual([])
  })
})
