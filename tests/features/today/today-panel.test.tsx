import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CallState } from '@/api/use-call'
import { addDays, dayOf } from '@/domain/day'
import type { Shop } from '@/domain/shop/shop'
import { useHints } from '@/features/today/hints'
import { listToDos, salesBars, type ToDo, type Today } from '@/features/today/to-do'
import { TodayPanel } from '@/features/today/today-panel'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { fakeTaro, ok } from '../../support/components/taro'
import { shop } from '../settings/sample-shop'

const HOUR_MS = 3_600_000
const last = dayOf(Date.now())
const days = (totals: number[]): Today['days'] =>
  totals.map((total, i) => ({ day: addDays(last, i - 6), orders: total > 0 ? 1 : 0, total }))
const quiet: Today = {
  waiting: 0,
  arrived: 0,
  accepted: 0,
  underway: 0,
  cancelRequests: 0,
  openRefunds: 0,
  days: days([0, 0, 0, 0, 0, 0, 0]),
  products: 3,
  lowStock: 0,
}
const calm: Today = { ...quiet, arrived: 9, days: days([0, 1000, 0, 0, 0, 2000, 38_650]) }
const busy: Today = {
  ...calm,
  waiting: 3,
  oldestWaiting: Date.now() - 5 * HOUR_MS,
  underway: 2,
  openRefunds: 1,
  lowStock: 1,
}
/** Forty orders, two claims, and everything else. */
const everything: Today = {
  ...calm,
  waiting: 30,
  accepted: 6,
  underway: 4,
  openRefunds: 2,
  answerBy: Date.now() + 5 * HOUR_MS,
  cancelRequests: 1,
  changeRequests: { count: 1, orderId: 'A' },
  failedRefunds: { count: 1, orderId: 'B' },
  refusedRefunds: { count: 1, orderId: 'C' },
  missingWaybills: { count: 2, orderId: 'D' },
  failedPayout: true,
  application: 'signing',
  expired: 1,
  lowStock: 3,
  soldOut: 1,
  paperCard: { dueAt: Date.now() + HOUR_MS, lockedUntil: Date.now() + HOUR_MS },
  blocked: true,
  unreachable: true,
  remainingAlerts: 1,
}

const onOpen = jest.fn()
const onOrder = jest.fn()
const onReal = jest.fn()
const reload = jest.fn(async () => undefined)
const read = (data?: Today): CallState<'GET /api/shops/:shopId/today'> => ({
  ...(data ? { data } : {}),
  loading: false,
  reload,
  set: () => undefined,
})
type Changes = { [Field in keyof Shop]?: Shop[Field] | undefined }
let shops = 0
/** A shop with an id of its own: a page that was just opened is not opened again for some time. */
const newShop = (more: Changes = {}) => {
  shops += 1
  const id = `01J00000000000000000000S${String(shops).padStart(2, '0')}`
  return { ...shop({ place: '沙坝镇街上' }), ...more, id } as Shop
}
/** A shop of which nothing is to be said. */
const settled = (more: Changes = {}) => {
  const here = newShop(more)
  useSavedKeys.getState().add(here.id)
  return here
}
function show(today: Today, of: Shop = settled()) {
  const panel = (facts: Today, turn: number) => (
    <TodayPanel shop={of} read={{ ...read(facts), turn }} onOpen={onOpen} onOrder={onOrder} onReal={onReal} />
  )
  const { rerender, unmount } = render(panel(today, 0))
  return { update: (facts: Today, turn = 0) => rerender(panel(facts, turn)), unmount }
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const firstTitle = () => screen.getByRole('heading', { level: 2 }).textContent
const names = () => screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'))
const opened = () => fakeTaro.navigations.map(({ url }) => url)

beforeEach(() => {
  fakeTaro.reset()
  jest.clearAllMocks()
  useHints.setState({ byShop: {} })
})
afterEach(() => jest.restoreAllMocks())

describe('listToDos', () => {
  it('sorts what may cost the shop before deadlines, money, orders and goods', () => {
    const order: ToDo[] = [
      ...(['paper-card', 'blocked', 'shop-closed', 'practice'] as const),
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
      '去接单，3 单等您接单',
      '去收尾，2 单正在送',
      '去补货，1 样快没了',
    ])
    await press('去接单，3 单等您接单')
    await press('去答复，1 位买家说东西有问题')
    await press('去补货，1 样快没了')
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
    expect(screen.getByRole('button', { name: /^去接单，3 单等您接单，2 单快过时了/ })).toBeInTheDocument()
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
    await press('还有 9 件')
    expect(lines()).toHaveLength(15)
    expect(screen.queryByRole('button', { name: /^还有/ })).toBeNull()
  })

  it('opens the order that a to-do is about', async () => {
    show({ ...busy, failedRefunds: { count: 1, orderId: 'A' }, changeRequests: { count: 2, orderId: 'B' } })
    await press('看一看，1 单的钱没退成')
    await press('去看看，2 位买家想改一改')
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

  it('says that the shop is blocked, and leads to its orders', async () => {
    show({ ...calm, blocked: true })
    expect(screen.getByText(/买家看不到店，也下不了单。以前的订单照常办。/)).toBeInTheDocument()
    await press('看订单，这家店被平台停了')
    expect(onOpen).toHaveBeenCalledWith('waiting')
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

describe('first card', () => {
  it('keeps its to-do when a more pressing one arrives, which stands in the lines', () => {
    const { update } = show({ ...calm, waiting: 1 })
    update({ ...calm, waiting: 2, openRefunds: 1 })
    expect(firstTitle()).toBe('2 单等您接单')
    expect(names()[1]).toBe('去答复，1 位买家说东西有问题')
  })

  it('shows the most pressing to-do when the owner has come back or done something', () => {
    const { update } = show({ ...calm, waiting: 1 })
    update({ ...calm, waiting: 1, openRefunds: 1 }, 1)
    expect(firstTitle()).toBe('1 位买家说东西有问题')
    expect(names()[1]).toBe('去接单，1 单等您接单')
  })

  it('says that its to-do has ended, and leads to the next one', async () => {
    const { update } = show(busy)
    update({ ...busy, openRefunds: 0 })
    expect(firstTitle()).toBe('这件不用办了')
    expect(names()[1]).toBe('去接单，3 单等您接单')
    await press('看下一件，这件不用办了')
    expect(firstTitle()).toBe('3 单等您接单')
    expect(onOpen).not.toHaveBeenCalled()
  })

  it('says that the only to-do has ended, without a button', () => {
    const { update } = show({ ...calm, waiting: 1 })
    update(calm)
    expect(firstTitle()).toBe('这件不用办了')
    expect(names()).toHaveLength(3)
    update({ ...calm, waiting: 1 })
    expect(firstTitle()).toBe('1 单等您接单')
  })

  it('stays without a to-do when one arrives, and leads to it', async () => {
    const { update } = show(calm)
    update({ ...calm, waiting: 1 })
    expect(firstTitle()).toBe('来了要办的')
    expect(names()[1]).toBe('去接单，1 单等您接单')
    await press('看一看，来了要办的')
    expect(firstTitle()).toBe('1 单等您接单')
  })
})

describe('hint', () => {
  const key = '小店钥匙还没存好'
  const hintText = () => document.querySelector('.hint-line__text')?.textContent
  const silent = () => newShop({ phone: undefined, place: undefined })
  const laterBy = (count: number) =>
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + count * 24 * HOUR_MS)

  it('is one at a time, the key first, below the sales', () => {
    show(quiet, silent())
    expect(hintText()).toBe(key)
    const sales = screen.getByRole('button', { name: /^今天卖了/ })
    expect(sales.compareDocumentPosition(screen.getByText(key))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(screen.queryByText('还没写店里电话')).toBeNull()
  })

  it('is not followed by another on the day on which it was put off', async () => {
    const here = silent()
    const { unmount } = show(quiet, here)
    await press(`以后再说，${key}`)
    expect(hintText()).toBeUndefined()
    unmount()
    laterBy(1)
    show(quiet, here)
    expect(hintText()).toBe('还没写店里电话')
  })

  it('is not followed by another on the day on which it was handled', () => {
    const here = silent()
    const { update } = show(quiet, here)
    act(() => useSavedKeys.getState().add(here.id))
    expect(hintText()).toBeUndefined()
    act(() => useSavedKeys.getState().remove(here.id))
    expect(hintText()).toBe(key)
    act(() => useSavedKeys.getState().add(here.id))
    laterBy(1)
    update({ ...quiet })
    expect(hintText()).toBe('还没写店里电话')
  })

  it('comes again some days after it was put off', async () => {
    const here = newShop()
    show(quiet, here).unmount()
    useHints.getState().change(here.id, { putOff: { key: addDays(last, -6) } })
    const { unmount } = show(quiet, here)
    expect(hintText()).toBeUndefined()
    unmount()
    laterBy(1)
    show(quiet, here)
    expect(hintText()).toBe(key)
  })

  it('waits while many things are to do', () => {
    show(everything, silent())
    expect(hintText()).toBeUndefined()
  })

  it.each([
    ['去存', key, quiet, {}, 'key'],
    ['写电话', '还没写店里电话', quiet, { phone: undefined }, 'storefront'],
    ['写上', '您的店在哪个村？', quiet, { place: undefined }, 'storefront'],
    ['去看看', '歇业中，您开了才再接单', quiet, { closedUntil: '9999-12-31' }, 'closure'],
  ] as const)(
    '%s opens the page of the settings that concerns it: %s',
    async (action, text, today, more, part) => {
      const here = text === key ? newShop(more) : settled(more)
      show(today, here)
      await press(`${action}，${text}`)
      expect(opened()).toEqual([`/pages/merchant/settings?shop=${here.id}&part=${part}`])
    },
  )

  it.each([
    ['去开', '关了这一页，来单就不知道', { unreachable: true }],
    ['去加', '微信只能再提醒您 2 次', { remainingAlerts: 2 }],
    ['去加', '来了单，微信不再提醒您了', { remainingAlerts: 0 }],
  ])('%s leads to the alerts: %s', async (action, text, more) => {
    // the page was opened by the test before, and is opened again only some time after
    shops += 1
    laterBy(shops)
    const { unmount } = show({ ...quiet, ...more })
    await press(`${action}，${text}`)
    expect(opened()).toEqual(['/pages/merchant/alerts'])
    unmount()
    show({ ...quiet, ...more }, settled({ practiceUntil: Date.now() + 1 }))
    expect(hintText()).toBeUndefined()
  })
})

describe('sales', () => {
  it('are drawn as seven bars in proportion', () => {
    show(busy)
    expect(screen.getByText('¥386.50')).toBeInTheDocument()
    expect(screen.getAllByRole('listitem')).toHaveLength(7)
    expect(salesBars(busy).map(({ height }) => Math.round(height * 100))).toEqual([0, 3, 0, 0, 0, 5, 100])
  })

  it('have no bars while there are none', () => {
    show(quiet)
    expect(screen.queryByRole('listitem')).toBeNull()
    expect(screen.getByText('今天还没有单')).toBeInTheDocument()
  })

  it('are not compared with yesterday in a shop opened today', () => {
    show(busy, settled({ openedAt: Date.now() }))
    expect(screen.getByText('1 单')).toBeInTheDocument()
  })

  it('lead to the ledger, which the card says', async () => {
    const here = settled()
    show(busy, here)
    expect(screen.getByText('看账本')).toBeInTheDocument()
    await press(/^今天卖了 ¥386.50，.*，看账本$/)
    expect(opened()).toEqual([`/pages/books/money?shop=${here.id}`])
  })
})

describe('practice shop', () => {
  const practice = (more: Changes = {}) => settled({ practiceUntil: Date.now() + 480 * HOUR_MS, ...more })
  const button = () => screen.getByRole('button', { name: /变成真店/ })

  it('says that it is for practice, does not ask to share it, and becomes real by one tap', async () => {
    const here = practice()
    const { practiceUntil: _, ...real } = here
    fakeTaro.answer(() => ok(real))
    show(quiet, here)
    expect(screen.getByText(/买家还不能下单.*会自动删掉/)).toBeInTheDocument()
    expect(screen.queryByText('没有要办的')).toBeNull()
    await userEvent.click(button())
    expect(onReal).toHaveBeenCalledWith(expect.objectContaining({ id: real.id }))
    expect(reload).toHaveBeenCalled()
  })

  it('reports why it did not become real, and allows a retry', async () => {
    fakeTaro.answer(() => ({ status: 503, body: { code: 'unavailable', status: 503 } }))
    show(quiet, practice())
    await userEvent.click(button())
    expect(await screen.findByText('店里的机器没应声，请过一会儿再试。')).toBeInTheDocument()
    expect(onReal).not.toHaveBeenCalled()
    expect(button()).toBeEnabled()
  })

  it('becomes real from the card only, which its line opens', async () => {
    show(quiet, practice({ closedAt: 1 }))
    expect(firstTitle()).toBe('店关了')
    await press('变成真店，这是练习的店')
    expect(fakeTaro.requests).toEqual([])
    expect(firstTitle()).toBe('这是练习的店')
  })
})

describe('paper card', () => {
  const asked = { ...calm, waiting: 1, paperCard: { dueAt: Date.now() + HOUR_MS } }
  const sent = () => fakeTaro.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path)

  it('is ended by one tap while a person requests the shop with it', async () => {
    fakeTaro.answerSignedIn(() => ok({ ended: true }))
    const here = settled()
    show(asked, here)
    const veto = within(document.querySelector<HTMLElement>('.first-card') ?? document.body).getByRole(
      'button',
    )
    expect(veto).toHaveAccessibleName('不是我，停掉，有人拿纸卡来取您的店')
    await userEvent.dblClick(veto)
    expect(sent()).toEqual([`/api/shops/${here.id}/paper-card`])
    expect(reload).toHaveBeenCalled()
  })

  it('reports why it was not ended', async () => {
    fakeTaro.answerSignedIn(() => null)
    show(asked)
    await press(/不是我，停掉/)
    expect(screen.getByText(/没连上/)).toBeInTheDocument()
  })

  it('leads from a line to the card, which says what happens', async () => {
    const { update } = show({ ...calm, waiting: 1 })
    update(asked)
    await press(/^不是我，停掉，有人拿纸卡来取您的店，/)
    expect(sent()).toEqual([])
    expect(firstTitle()).toBe('有人拿纸卡来取您的店')
  })
})
