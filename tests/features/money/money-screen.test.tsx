import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RouteReply } from '@/contract/routes'
import { addMonths, monthOf } from '@/domain/month'
import type { HeldMoney } from '@/domain/order/parcel'
import { type MoneyDay, type MoneyMonth, summarizeMonth } from '@/domain/payment/money-month'
import { MoneyScreen } from '@/features/money/money-screen'
import { dueBuyersWords, moneyOrdersWords, moneyWords, payoutWords } from '@/locales/payment/money'
import { fakeTaro, ok } from '../../support/components/taro'
import { setWindowWidth } from '../../support/components/window-width'

const shopId = '01J0000000000000000000SH0P'
const month = monthOf(Date.now())

let changes: Record<string, Partial<MoneyDay>>
let due: { orders: number; amount: number }
let dueDays: MoneyMonth['dueDays']
let owed: number
let held: HeldMoney
let payouts: RouteReply<'GET /api/shops/:shopId/payouts'>

const moneyOrder = {
  ...{ id: '01J000000000000000000RDER1', number: 7, name: '收货人', phoneEnd: '0000' },
  amount: 5000,
}
const dueBuyer = {
  id: '01J000000000000000000RDER2',
  receivers: [{ name: '收货人', phoneEnd: '0000' }],
  ...{ orders: 2, amount: 9900 },
}

const reply = (which: string) => {
  const days = summarizeMonth(which, []).map((day) => ({ ...day, ...changes[day.day] }))
  return ok({ month: which, days, due, dueDays, owed })
}

const shownParts = () =>
  fakeTaro.requests
    .filter(({ path }) => path.includes('/order-amounts'))
    .map(({ url }) => new URL(url, 'https://shop.example.org').searchParams.get('part'))

beforeEach(() => {
  fakeTaro.reset()
  setWindowWidth(390)
  changes = {
    [`${month}-01`]: { collected: { cash: 5000, code: 1200, wechat: 3000, alipay: 0 }, fees: 18 },
    [`${month}-02`]: { refunded: 700, refundedBy: { cash: 500, code: 0, wechat: 200, alipay: 0 } },
  }
  due = { orders: 2, amount: 9900 }
  dueDays = []
  owed = 0
  held = { count: 0, amount: 0, orders: [] }
  payouts = {}
  fakeTaro.answerSignedIn(({ path, method }) => {
    if (path.endsWith('/held-money')) return ok(held)
    if (path.endsWith('/payouts')) return ok(payouts)
    if (path.includes('/order-amounts')) return ok({ items: [moneyOrder] })
    if (path.endsWith('/due-buyers')) return ok({ items: [dueBuyer] })
    if (method === 'POST') return ok({ url: 'https://shop.example.org/money/x.xlsx', until: Date.now() })
    return reply(path.split('/').at(-1) ?? '')
  })
})

describe('MoneyScreen', () => {
  it('shows the amounts collected, refunded, paid as fees and due', async () => {
    render(<MoneyScreen shopId={shopId} />)
    const amounts = ['¥92.00', '¥50.00', '¥12.00', '¥30.00', '¥7.00', '¥5.00', '¥2.00', '¥0.18', '¥84.82']
    for (const text of [...amounts, '¥99.00'])
      expect((await screen.findAllByText(text)).length).toBeGreaterThan(0)
    expect(screen.queryByText('支付宝')).toBeNull()
    expect(screen.getByText('还没收，2 单')).toBeInTheDocument()
    expect(screen.getAllByText(moneyWords.refunded)).toHaveLength(2)
  })

  it('shows the orders behind an amount of a day, and opens one', async () => {
    render(<MoneyScreen shopId={shopId} />)
    await userEvent.click(await screen.findByRole('button', { name: /1日.*¥92\.00/ }))
    await userEvent.click(await screen.findByRole('button', { name: /^第 7 单 收货人 尾号 0000.*¥50\.00$/ }))
    expect(fakeTaro.requests.at(-1)?.path).toContain(`/money/${month}/order-amounts`)
    expect(fakeTaro.navigations.at(-1)?.url).toContain('order=01J000000000000000000RDER1')
  })

  it('shows the payment methods of an amount of a day, each with its orders', async () => {
    render(<MoneyScreen shopId={shopId} />)
    await userEvent.click(await screen.findByRole('button', { name: /1日.*¥92\.00/ }))
    const sheet = within(await screen.findByRole('dialog'))
    await userEvent.click(sheet.getByRole('button', { name: /^现金.*¥50\.00$/ }))
    expect(sheet.getByRole('button', { name: /^现金/ })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(sheet.getByRole('button', { name: /^收到的.*¥92\.00$/ }))
    await sheet.findByRole('button', { name: /^第 7 单/ })
    expect(shownParts()).toEqual(['collected', 'cash', 'collected'])
    expect(sheet.queryByText('支付宝')).toBeNull()
  })

  it.each([
    ['due-now', /^还没收，2 单.*¥99\.00$/, moneyWords.now],
    ['owed-now', /^要退还没退到.*¥7\.00$/, moneyWords.now],
    ['due', /^这个月的单还没收，1 单.*¥44\.00$/, moneyWords.month(month)],
  ])('shows the orders behind the amount %s', async (part, name, title) => {
    dueDays = [{ day: `${month}-03`, orders: 1, amount: 4400 }]
    owed = 700
    render(<MoneyScreen shopId={shopId} />)
    await userEvent.click(await screen.findByRole('button', { name }))
    const sheet = within(await screen.findByRole('dialog', { name: title }))
    await sheet.findByRole('button', { name: /^第 7 单/ })
    expect(shownParts()).toEqual([part])
  })

  it('shows days by ways as a table in a wide window', async () => {
    setWindowWidth(1280)
    dueDays = [{ day: `${month}-03`, orders: 1, amount: 4400 }]
    render(<MoneyScreen shopId={shopId} />)
    const table = within(await screen.findByRole('table', { name: moneyWords.days }))
    const { parts } = moneyOrdersWords
    const columns = ['cash', 'code', 'wechat', 'collected', 'refunded-cash', 'refunded-wechat'] as const
    expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      ...[moneyWords.date, ...columns.map((part) => parts[part])],
      ...[parts.refunded, parts.fees, parts.due],
    ])
    const rows = table.getAllByRole('row').map((row) =>
      within(row)
        .queryAllByRole('cell')
        .map(({ textContent }) => textContent),
    )
    expect(rows.slice(1)).toEqual([
      ['', '', '', '', '', '', '', '', '¥44.00'],
      ['', '', '', '', '¥5.00', '¥2.00', '¥7.00', '', ''],
      ['¥50.00', '¥12.00', '¥30.00', '¥92.00', '', '', '', '¥0.18', ''],
      ['¥50.00', '¥12.00', '¥30.00', '¥92.00', '¥5.00', '¥2.00', '¥7.00', '¥0.18', '¥44.00'],
    ])
    await userEvent.click(table.getAllByRole('button', { name: '¥12.00' })[0] as HTMLElement)
    await screen.findByRole('button', { name: /^第 7 单/ })
    expect(shownParts()).toEqual(['code'])
  })

  it('lists the buyers who owe money, and leads to the orders of one buyer', async () => {
    render(<MoneyScreen shopId={shopId} />)
    await userEvent.click(await screen.findByRole('button', { name: dueBuyersWords.open }))
    await userEvent.click(await screen.findByRole('button', { name: /^收货人 尾号 0000.*2 单.*¥99\.00$/ }))
    expect(fakeTaro.navigations.at(-1)?.url).toMatch(/tab=orders&buyer=01J000000000000000000RDER2$/)
  })

  it('leads to the orders of a day that are due', async () => {
    dueDays = [{ day: `${month}-03`, orders: 2, amount: 9900 }]
    render(<MoneyScreen shopId={shopId} />)
    await userEvent.click(await screen.findByRole('button', { name: /^这天的单还没收，2 单/ }))
    expect(fakeTaro.navigations.at(-1)?.url).toContain(`tab=orders&due=${month}-03`)
  })

  it('turns to the month before, but not to a month that has not begun', async () => {
    render(<MoneyScreen shopId={shopId} />)
    expect(await screen.findByText(moneyWords.month(month))).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '下一个月' })).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(screen.getByRole('button', { name: '上一个月' }))
    expect(await screen.findByText(moneyWords.month(addMonths(month, -1)))).toBeInTheDocument()
    expect(await screen.findByText('这个月还没有收过钱。')).toBeInTheDocument()
  })

  it('hides the amount due when nothing is due', async () => {
    due = { orders: 0, amount: 0 }
    render(<MoneyScreen shopId={shopId} />)
    await screen.findByText('每一天')
    expect(screen.queryByText('现在')).toBeNull()
  })

  it('shows the money that WeChat holds, and what releases each order', async () => {
    held = {
      ...{ count: 2, amount: 7800 },
      orders: [
        { orderId: '01J000000000000000000RDER1', number: 7, amount: 5300, reason: 'waybill' },
        {
          ...{ orderId: '01J000000000000000000RDER2', number: 8, amount: 2500, reason: 'reporting' },
          refused: '10060001',
        },
      ],
    }
    render(<MoneyScreen shopId={shopId} />)
    expect(await screen.findByText('微信还没给您的：¥78.00')).toBeInTheDocument()
    expect(screen.getByText(/^微信没收下（10060001）/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: /^第 7 单.*写上快递单号$/ }))
    expect(fakeTaro.navigations.at(-1)?.url).toContain('01J000000000000000000RDER1')
  })

  it('says that an order cannot be reported because the payer has deleted their data', async () => {
    const reported = {
      orderId: '01J000000000000000000RDER1',
      number: 7,
      amount: 5300,
      reason: 'reporting',
    } as const
    held = { count: 1, amount: 5300, orders: [{ ...reported, refused: 'NO_PAYER' }] }
    render(<MoneyScreen shopId={shopId} />)
    expect(await screen.findByText(/^付钱的人删了自己的数据，没法报给微信。/)).toBeInTheDocument()
    expect(screen.queryByText(/正在报给微信/)).toBeNull()
  })

  it('copies a link to the spreadsheet', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined)
    Object.assign(navigator, { clipboard: { writeText } })
    render(<MoneyScreen shopId={shopId} />)
    await userEvent.click(await screen.findByRole('button', { name: '复制表格链接' }))
    expect(await screen.findByText(/^链接复制好了/)).toBeInTheDocument()
    await waitFor(() => expect(writeText).toHaveBeenCalledWith('https://shop.example.org/money/x.xlsx'))
  })

  it('offers to retry when the ledger cannot be read', async () => {
    fakeTaro.answer(() => null)
    render(<MoneyScreen shopId={shopId} />)
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })
})

describe('PayoutsCard', () => {
  const account = { available: 5080, reserve: 5000, isAutomatic: false, payouts: [] }

  it('shows the balance, what stays in it, and when money reached the bank account', async () => {
    const returned = { day: '2026-11-25', amount: 300, state: 'returned', reason: '银行卡已销户' } as const
    const done = { day: '2026-11-28', amount: 4970, state: 'done' } as const
    payouts = { account: { ...account, payouts: [done, returned] } }
    render(<MoneyScreen shopId={shopId} />)
    expect(await screen.findByRole('heading', { name: /¥50\.80/ })).toBeInTheDocument()
    expect(screen.getByText(payoutWords.daily(5000))).toHaveTextContent('留下 ¥50')
    expect(screen.getByText('11月28日 ¥49.70').nextSibling).toHaveTextContent('打到银行卡了')
    expect(screen.getByText('11月25日 ¥3.00').nextSibling).toHaveTextContent('银行卡已销户')
  })

  it('says that WeChat pays out by itself, and that it does not say how much', async () => {
    payouts = { account: { reserve: 0, isAutomatic: true, payouts: [] } }
    render(<MoneyScreen shopId={shopId} />)
    expect(await screen.findByText(payoutWords.unknown)).toBeInTheDocument()
    expect(screen.getByText(payoutWords.automatic)).toBeInTheDocument()
  })

  it('is missing for a seller without an account at WeChat Pay', async () => {
    render(<MoneyScreen shopId={shopId} />)
    await screen.findByText(moneyWords.collected)
    expect(screen.queryByText(payoutWords.automatic)).toBeNull()
    expect(screen.queryByText(payoutWords.daily(0))).toBeNull()
  })
})
