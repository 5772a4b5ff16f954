import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CallState } from '@/api/use-call'
import { addDays, dayOf } from '@/domain/day'
import { listToDos, salesBars, type Today } from '@/features/today/to-do'
import { TodayPanel } from '@/features/today/today-panel'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { fakeTaro, ok } from '../../support/components/taro'
import { shop } from '../settings/sample-shop'

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
const busy: Today = {
  ...quiet,
  waiting: 3,
  oldestWaiting: Date.now() - 5 * 3_600_000,
  underway: 2,
  openRefunds: 1,
  lowStock: 1,
  days: days([0, 1000, 0, 0, 0, 2000, 38_650]),
}

const read = (data?: Today): CallState<'GET /api/shops/:shopId/today'> => ({
  ...(data ? { data } : {}),
  loading: false,
  reload: async () => undefined,
  set: () => undefined,
})
const onOpen = jest.fn()
const onOrder = jest.fn()
const onReal = jest.fn()
const OPEN = { hasPhone: true, keySaved: true, placeDecided: true, closed: false, isPractice: false }
const show = (today: Today, of = shop()) =>
  render(<TodayPanel shop={of} read={read(today)} onOpen={onOpen} onOrder={onOrder} onReal={onReal} />)

beforeEach(() => {
  fakeTaro.reset()
  onOpen.mockReset()
  onOrder.mockReset()
  onReal.mockReset()
})

test('listToDos sorts the most urgent first', () => {
  expect(listToDos(busy, OPEN)).toEqual(['refunds', 'waiting', 'underway', 'low-stock'])
  expect(
    listToDos(
      { ...busy, failedRefunds: { count: 1, orderId: 'A' }, missingWaybills: { count: 1, orderId: 'B' } },
      OPEN,
    ),
  ).toEqual(['refunds', 'waiting', 'failed-refunds', 'missing-waybills', 'underway', 'low-stock'])
  expect(listToDos({ ...busy, refusedRefunds: { count: 1, orderId: 'A' } }, OPEN)).toEqual([
    ...['refunds', 'waiting', 'refused-refunds', 'underway', 'low-stock'],
  ])
  expect(listToDos(quiet, OPEN)).toEqual(['share'])
  expect(listToDos({ ...quiet, products: 0 }, OPEN)).toEqual(['no-products'])
  expect(listToDos({ ...quiet, days: busy.days }, OPEN)).toEqual(['none-waiting'])
})

describe('TodayPanel shop key', () => {
  it('is listed until it is saved', async () => {
    expect(listToDos(quiet, { ...OPEN, keySaved: false })).toEqual(['share', 'key'])
    show(quiet)
    await userEvent.click(screen.getByRole('button', { name: '去存，小店钥匙还没存好' }))
    expect(onOpen).toHaveBeenCalledWith('settings')
    act(() => useSavedKeys.getState().add(shop().id))
    expect(screen.queryByText('小店钥匙还没存好')).toBeNull()
    act(() => useSavedKeys.getState().remove(shop().id))
    expect(screen.getByText('小店钥匙还没存好')).toBeInTheDocument()
  })
})

describe('TodayPanel shop place', () => {
  it('is requested once and can be skipped', async () => {
    expect(listToDos(quiet, { ...OPEN, placeDecided: false })).toEqual(['share', 'no-place'])
    const { place: _, ...nowhere } = shop()
    const { unmount } = show(quiet, nowhere)
    await userEvent.click(screen.getByRole('button', { name: '不写，您的店在哪个村？' }))
    expect(screen.queryByText('您的店在哪个村？')).toBeNull()
    unmount()
    show(quiet, nowhere)
    expect(screen.queryByText('您的店在哪个村？')).toBeNull()
  })
})

describe('TodayPanel notifications', () => {
  const unreachable = { ...quiet, unreachable: true }

  it('offers notifications while no owner receives any, and not in a practice shop', async () => {
    expect(listToDos(unreachable, OPEN)).toEqual(['share', 'no-alerts'])
    expect(listToDos(unreachable, { ...OPEN, isPractice: true })).toEqual([])
    show(unreachable)
    await userEvent.click(screen.getByRole('button', { name: '去开，关了这一页，来单就不知道' }))
    expect(fakeTaro.navigations).toMatchObject([{ url: '/pages/merchant/alerts' }])
  })

  it('leads to more WeChat permissions when few or none remain, also after a refusal', async () => {
    const few = { ...quiet, remainingAlerts: 2 }
    expect(listToDos(few, { ...OPEN, alertsSkipped: true })).toEqual(['share', 'few-alerts'])
    expect(listToDos(few, { ...OPEN, isPractice: true })).toEqual([])
    // the page was opened by the test before, and is opened again only some time after
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10_000)
    const { unmount } = show(few)
    await userEvent.click(screen.getByRole('button', { name: '去加，微信只能再提醒您 2 次' }))
    expect(fakeTaro.navigations).toMatchObject([{ url: '/pages/merchant/alerts' }])
    unmount()
    show({ ...quiet, remainingAlerts: 0 })
    expect(screen.getByText('来了单，微信不再提醒您了')).toBeInTheDocument()
    jest.restoreAllMocks()
  })

  it('can be declined for good', async () => {
    const { unmount } = show(unreachable)
    await userEvent.click(screen.getByRole('button', { name: '不用，关了这一页，来单就不知道' }))
    unmount()
    show(unreachable)
    expect(screen.queryByText('关了这一页，来单就不知道')).toBeNull()
  })
})

test('TodayPanel asks for a missing phone after more urgent tasks', async () => {
  expect(listToDos(busy, { ...OPEN, hasPhone: false })).toEqual([
    'refunds',
    'waiting',
    'underway',
    'low-stock',
    'no-phone',
  ])
  expect(listToDos(quiet, { ...OPEN, hasPhone: false })).toEqual(['share', 'no-phone'])
  const { phone: _none, ...silent } = shop()
  show(busy, silent)
  await userEvent.click(screen.getByRole('button', { name: '写电话，还没写店里电话' }))
  expect(onOpen.mock.calls).toEqual([['settings']])
})

test('TodayPanel shows when a closed shop reopens instead of offering to share it', async () => {
  expect(listToDos(quiet, { ...OPEN, closed: true })).toEqual(['closed'])
  show(quiet, shop({ closedUntil: '2099-01-02' }))
  expect(screen.getByText(/起再接单，要早点开就点一下。$/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '去看看，歇业中' }))
  expect(onOpen.mock.calls).toEqual([['settings']])
})

test('TodayPanel shows each task as a card with one button', async () => {
  show(busy)
  expect(screen.getByText('3 单等您接单')).toBeInTheDocument()
  expect(screen.getByText('最早一单等了 5 小时')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '去接单，3 单等您接单' }))
  await userEvent.click(screen.getByRole('button', { name: '去答复，1 位买家说东西有问题' }))
  await userEvent.click(screen.getByRole('button', { name: '去补货，1 样快没了' }))
  expect(onOpen.mock.calls).toEqual([['waiting'], ['refunds'], ['low-stock']])
})

test('TodayPanel opens the order that a task is about', async () => {
  show({ ...busy, failedRefunds: { count: 1, orderId: 'A' }, changeRequests: { count: 2, orderId: 'B' } })
  await userEvent.click(screen.getByRole('button', { name: '看一看，1 单的钱没退成' }))
  await userEvent.click(screen.getByRole('button', { name: '去看看，2 位买家想改一改' }))
  expect(onOrder.mock.calls).toEqual([['A'], ['B']])
  expect(onOpen).not.toHaveBeenCalled()
})

test.each([
  ['signing', '去签约，微信支付批下来了'],
  ['rejected', '去改，微信把材料退回来了'],
  ['confirming', '去确认，请确认收钱的账户'],
] as const)('TodayPanel leads to an application that is %s', async (application, name) => {
  expect(listToDos({ ...busy, application }, OPEN)).toEqual([
    'refunds',
    'waiting',
    'application',
    'underway',
    'low-stock',
  ])
  const here = shop({ id: `01J00000000000000000000${application.slice(0, 3).toUpperCase()}` })
  show({ ...busy, application }, here)
  await userEvent.click(screen.getByRole('button', { name }))
  expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url: `/pages/payments/guide?shop=${here.id}` }])
})

test('TodayPanel draws seven bars in proportion to the sales', () => {
  show(busy)
  expect(screen.getByText('¥386.50')).toBeInTheDocument()
  expect(screen.getAllByRole('listitem')).toHaveLength(7)
  expect(salesBars(busy).map(({ height }) => Math.round(height * 100))).toEqual([0, 3, 0, 0, 0, 5, 100])
})

test('TodayPanel draws no bars without sales', () => {
  show(quiet)
  expect(screen.queryByRole('listitem')).toBeNull()
  expect(screen.getByText('今天还没有单')).toBeInTheDocument()
})

test('TodayPanel does not compare a shop opened today with yesterday', () => {
  show(busy, shop({ openedAt: Date.now() }))
  expect(screen.getByText('1 单')).toBeInTheDocument()
})

test('TodayPanel asks a new shop to share its link', async () => {
  show(quiet)
  await userEvent.click(screen.getByRole('button', { name: '去发，把店发给大家' }))
  expect(screen.getByText('http://localhost/s/abc123')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '复制链接' })).toBeInTheDocument()
})

test('TodayPanel opens the shop as buyers see it', async () => {
  show(quiet)
  await userEvent.click(screen.getByRole('button', { name: '看我的店，买家看到的样子' }))
  expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url: '/pages/storefront/shop?slug=abc123' }])
})

it('TodayPanel announces expiring and expired orders', async () => {
  const first = Date.now() + 20 * 3_600_000
  show({ ...busy, expiring: { count: 2, first }, expired: 1 })
  expect(screen.getByText(/^2 单快过时了，(今天|明天) \d\d:\d\d 前不接就自动取消$/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: '看一看，1 单没接，自动取消了' }))
  expect(onOpen).toHaveBeenCalledWith('expired')
})

describe('TodayPanel practice shop', () => {
  const practice = { ...shop(), practiceUntil: Date.now() + 20 * 86_400_000 }
  const button = () => screen.getByRole('button', { name: /变成真店|正在变/ })

  it('says that the shop is for practice, does not ask to share it, and makes it real by one tap', async () => {
    const { practiceUntil: _, ...real } = practice
    fakeTaro.answer(() => ok(real))
    show(quiet, practice)
    expect(screen.getByText(/买家还不能下单.*会自动删掉/)).toBeInTheDocument()
    expect(screen.queryByText('把店发给大家')).not.toBeInTheDocument()
    await userEvent.click(button())
    expect(onReal).toHaveBeenCalledWith(expect.objectContaining({ id: real.id }))
  })

  it('reports why the shop did not become real, and allows a retry', async () => {
    fakeTaro.answer(() => ({ status: 503, body: { code: 'unavailable', status: 503 } }))
    show(quiet, practice)
    await userEvent.click(button())
    expect(await screen.findByText('店里的机器没应声，请过一会儿再试。')).toBeInTheDocument()
    expect(onReal).not.toHaveBeenCalled()
    expect(button()).toBeEnabled()
  })
})

describe('TodayPanel paper card', () => {
  it('ends a card by one tap while a person requests the shop with it', async () => {
    fakeTaro.answerSignedIn(() => ok({ ended: true }))
    show({ ...quiet, paperCard: { dueAt: Date.now() + 3_600_000 } })
    const veto = screen.getByRole('button', { name: '不是我，停掉，有人拿纸卡来取您的店' })
    await userEvent.dblClick(veto)
    const sent = fakeTaro.requests.filter(({ method }) => method === 'DELETE')
    expect(sent.map(({ path }) => path)).toEqual([`/api/shops/${shop().id}/paper-card`])
  })

  it('reports why the card was not ended', async () => {
    fakeTaro.answerSignedIn(() => null)
    show({ ...quiet, paperCard: { dueAt: Date.now() + 3_600_000 } })
    await userEvent.click(screen.getByRole('button', { name: /不是我，停掉/ }))
    expect(screen.getByText(/没连上/)).toBeInTheDocument()
  })

  it('reports that a card is locked', async () => {
    show({ ...quiet, paperCard: { lockedUntil: Date.now() + 3_600_000 } })
    await userEvent.click(screen.getByRole('button', { name: '看看纸卡，有人点错您纸卡的图' }))
    expect(fakeTaro.navigations[0]?.url).toBe(`/pages/handover/make-card?shop=${shop().id}`)
  })
})

test('TodayPanel leads to the money when a payout has not arrived', async () => {
  const here = shop({ id: '01J0000000000000000000PAY0' })
  show({ ...busy, failedPayout: true }, here)
  await userEvent.click(screen.getByRole('button', { name: '去看看，微信打给您的钱没到卡上' }))
  expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url: `/pages/merchant/money?shop=${here.id}` }])
})
