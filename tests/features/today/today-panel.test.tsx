import { screen } from '@testing-library/react'
import { listToDos, type ToDo } from '@/features/today/to-do'
import { shop } from '../settings/sample-shop'
import {
  busy,
  calm,
  everything,
  firstTitle,
  HOUR_MS,
  names,
  newShop,
  onOpen,
  onOrder,
  opened,
  press,
  quiet,
  resetToday,
  settled,
  show,
} from './shown-today'

beforeEach(resetToday)
afterEach(() => jest.restoreAllMocks())

describe('listToDos', () => {
  it('sorts what may cost the shop before deadlines, money, orders and goods', () => {
    const order: ToDo[] = [
      ...(['paper-card', 'blocked', 'hidden-parts', 'shop-closed', 'practice'] as const),
      ...(['refunds', 'cancel-requests', 'change-requests'] as const),
      ...(['failed-refunds', 'refused-refunds', 'failed-payout', 'application'] as const),
      ...(['waiting', 'accepted', 'missing-waybills', 'underway', 'expired'] as const),
      ...(['locked-card', 'low-stock'] as const),
    ]
    expect(listToDos(everything, shop({ closedAt: 1, practiceUntil: 2 }))).toEqual(order)
    expect(listToDos(calm, shop())).toEqual([])
  })

  it('lists the first goods last: without anything else nothing but them can be done', () => {
    expect(listToDos({ ...quiet, products: 0 }, shop())).toEqual(['no-products'])
    expect(listToDos({ ...quiet, products: 0, waiting: 1 }, shop())).toEqual(['waiting', 'no-products'])
  })
})

describe('TodayPanel', () => {
  it('shows the most pressing to-do in a card and the others in a line each', async () => {
    show({ ...busy, answerBy: Date.now() + 5 * HOUR_MS })
    expect(firstTitle()).toBe('1 位买家说东西有问题')
    expect(screen.getByText(/\d\d:\d\d 前要答复，不答复就算同意$/)).toBeInTheDocument()
    expect(names().slice(0, 4)).toEqual([
      '去答复，1 位买家说东西有问题',
      '3 单等您接单去接单',
      '2 单正在送去收尾',
      '1 样快没了去补货',
    ])
    await press('3 单等您接单 去接单')
    await press('去答复，1 位买家说东西有问题')
    await press('1 样快没了 去补货')
    expect(onOpen.mock.calls).toEqual([['waiting'], ['refunds'], ['low-stock']])
  })

  it('says since when the oldest order waits', () => {
    show({ ...busy, openRefunds: 0 })
    expect(firstTitle()).toBe('3 单等您接单')
    expect(screen.getByText('最早一单等了 5 小时')).toBeInTheDocument()
  })

  it('says when orders expire, also in a line', () => {
    const expiring = { count: 2, first: Date.now() + 20 * HOUR_MS }
    const { unmount } = show({ ...busy, openRefunds: 0, expiring })
    expect(screen.getByText(/^2 单快过时了，(今天|明天) \d\d:\d\d 前不接就自动取消$/)).toBeInTheDocument()
    unmount()
    show({ ...busy, expiring })
    expect(screen.getByRole('button', { name: /^3 单等您接单.*2 单快过时了.*去接单$/ })).toBeInTheDocument()
  })

  it.each([
    [3, undefined, '3 样快没了'],
    [2, 2, '卖完 2 样'],
    [3, 1, '卖完 1 样，2 样快没了'],
  ])('tells goods that are sold out from those that run out: %d, %s of them sold out', (low, out, title) => {
    show({ ...calm, lowStock: low, ...(out === undefined ? {} : { soldOut: out }) })
    expect(firstTitle()).toBe(title)
  })

  it('folds more than six lines into one that unfolds them', async () => {
    show(everything)
    const lines = () =>
      names().slice(
        1,
        names().findIndex((name) => name?.startsWith('今天卖了')),
      )
    expect(lines()).toHaveLength(7)
    await press('还有 10 件')
    expect(lines()).toHaveLength(16)
    expect(screen.queryByRole('button', { name: /^还有/ })).toBeNull()
  })

  it('opens the order that a to-do is about', async () => {
    show({ ...busy, failedRefunds: { count: 1, orderId: 'A' }, changeRequests: { count: 2, orderId: 'B' } })
    await press(/^1 单的钱没退成.*看一看$/)
    await press(/^2 位买家想改一改.*去看看$/)
    expect(onOrder.mock.calls).toEqual([['A'], ['B']])
    expect(onOpen).not.toHaveBeenCalled()
  })

  it.each([
    ['payments/guide', { application: 'signing' }, '去签约，微信支付批下来了'],
    ['payments/guide', { application: 'rejected' }, '去改，微信把材料退回来了'],
    ['payments/guide', { application: 'confirming' }, '去确认，请确认收钱的账户'],
    ['books/money', { failedPayout: true }, '去看看，微信打给您的钱没到卡上'],
    [
      'handover/make-card',
      { paperCard: { lockedUntil: Date.now() + HOUR_MS } },
      '看看纸卡，有人点错您纸卡的图',
    ],
  ] as const)('opens %s for %j', async (page, more, name) => {
    const here = settled()
    show({ ...calm, ...more }, here)
    await press(name)
    expect(opened()).toEqual([`/pages/${page}?shop=${here.id}`])
  })

  it('leads from a closed shop to where it is opened again', async () => {
    const here = settled({ closedAt: 1 })
    show(calm, here)
    await press('去看看，还能再开，店关了')
    expect(opened()).toEqual([`/pages/handover/closing?shop=${here.id}`])
  })

  it('says that the shop is blocked and why, and leads to where its owner can disagree', async () => {
    const here = newShop()
    show({ ...calm, blocked: true, blockedReason: '卖野味' }, here)
    expect(screen.getByText('因为：卖野味。买家看不到店，也下不了单，以前的订单照常办。')).toBeInTheDocument()
    await press('去看看，这家店被平台停了')
    expect(opened()).toEqual([`/pages/privacy/hidden?shop=${here.id}`])
  })

  it('says how many parts of the shop others do not see, and leads to them', async () => {
    const here = newShop()
    show({ ...calm, hiddenParts: 2 }, here)
    await press('去看看，店里有 2 处别人看不到')
    expect(opened()).toEqual([`/pages/privacy/hidden?shop=${here.id}`])
  })

  it('asks a shop without goods for the first', async () => {
    show({ ...quiet, products: 0 })
    await press('上货，还没有货')
    expect(onOpen).toHaveBeenCalledWith('no-products')
  })

  it('offers to share a shop in which nothing is to do and nothing was sold', async () => {
    show(quiet)
    expect(firstTitle()).toBe('没有要办的')
    await press('发给大家，没有要办的')
    expect(screen.getByText('http://localhost/s/abc123')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '复制链接' })).toBeInTheDocument()
  })

  it('asks for nothing when nothing is to do', () => {
    show(calm)
    expect(firstTitle()).toBe('没有要办的')
    expect(names()).toEqual([expect.stringMatching(/^今天卖了/), '看我的店', '发给大家'])
  })

  it('does not offer to share a resting shop', () => {
    show(quiet, settled({ closedUntil: '2099-01-02' }))
    expect(screen.getByText('歇业中，买家先不能下单。')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '发给大家，没有要办的' })).toBeNull()
  })

  it('opens the shop as buyers see it', async () => {
    show(calm)
    await press('看我的店')
    expect(opened()).toEqual(['/pages/storefront/shop?slug=abc123'])
  })
})

describe('things to tap', () => {
  /** The most, with the button of the page that leads back and without the tab bar. */
  const MOST = { firstDay: 8, busy: 12 }
  const BACK = 1
  const count = () => screen.getAllByRole('button').length + BACK

  it('are at most eight on the first day', () => {
    const here = newShop({ phone: undefined, place: undefined })
    const { unmount } = show(quiet, here)
    expect(count()).toBeLessThanOrEqual(MOST.firstDay)
    unmount()
    show({ ...quiet, products: 0, unreachable: true }, here)
    expect(count()).toBeLessThanOrEqual(MOST.firstDay)
  })

  it('are at most twelve on a busy day, whatever is to do', () => {
    const here = newShop({ phone: undefined, place: undefined, closedUntil: '2099-01-02' })
    const { unmount } = show(everything, here)
    expect(count()).toBeLessThanOrEqual(MOST.busy)
    unmount()
    const {
      paperCard: _card,
      blocked: _blocked,
      failedPayout: _payout,
      application: _app,
      ...less
    } = everything
    const { expired: _expired, missingWaybills: _bills, refusedRefunds: _refused, ...fewer } = less
    for (const facts of [less, fewer, { ...fewer, lowStock: 0 }, busy]) {
      const shown = show(facts, here)
      expect(count()).toBeLessThanOrEqual(MOST.busy)
      shown.unmount()
    }
  })
})
