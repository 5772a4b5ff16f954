import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CartItem } from '@/domain/cart-check'
import { addDays, dayOf } from '@/domain/day'
import { useCarts } from '@/features/cart/cart-store'
import { useAttempts } from '@/features/checkout/attempt-store'
import { useReceiver } from '@/features/checkout/receiver-store'
import Checkout from '@/pages/storefront/checkout'
import { type Answer, type Request, stage } from '../../support/taro'
import { nuts, problem, serving, shopId, skuOf, slug, storefront } from '../storefront/sample-shop'

const item: CartItem = {
  skuId: skuOf(1),
  productId: nuts.id,
  name: '核桃',
  unit: '斤',
  price: 2500,
  quantity: 2,
}
const receiver = { name: '王某某', phone: '13900001234', address: '成县沙坝镇下街18号' }
const isPut = ({ method, path }: Request) => method === 'PUT' && path.includes('/orders/')
const puts = () => stage.requests.filter(isPut)
const orderIdOf = ({ path }: Request) => path.split('/').pop()
const placed: Answer = { status: 200, body: { id: 'placed' } }
const left = () => useCarts.getState().carts[shopId] ?? []

let shown = storefront()
let onPut: (request: Request) => Answer | null = () => placed
let onFind: (request: Request) => Answer | null = () => problem(404, 'not-found')

beforeEach(() => {
  stage.reset()
  useCarts.setState({ carts: { [shopId]: [item] } })
  useAttempts.setState({ attempts: {} })
  useReceiver.setState({ receiver })
  shown = storefront()
  onPut = () => placed
  onFind = () => problem(404, 'not-found')
  stage.params({ slug })
  stage.answer(
    serving(
      () => shown,
      (request) => {
        if (isPut(request)) return onPut(request)
        return request.path.includes('/orders/') ? onFind(request) : undefined
      },
    ),
  )
})

const submit = () => screen.findByRole('button', { name: '提交订单' })
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

async function expectOrderPage(orderId: string | undefined) {
  await waitFor(() =>
    expect(stage.visits).toEqual([
      { by: 'redirectTo', url: `/pages/orders/order?shop=${shopId}&order=${orderId}` },
    ]),
  )
  expect(left()).toEqual([])
  expect(useAttempts.getState().attempts).toEqual({})
}

/** What a reload leaves: storage, and nothing in memory. */
async function reloaded(unmount: () => void) {
  unmount()
  const kept = new Map(stage.storage)
  useAttempts.setState({ attempts: {} })
  useCarts.setState({ carts: {} })
  stage.storage.clear()
  for (const [key, value] of kept) stage.storage.set(key, value)
  await act(async () => {
    await useAttempts.persist.rehydrate()
    await useCarts.persist.rehydrate()
  })
  return render(<Checkout />)
}

test('one order is sent for two quick taps, and its page follows', async () => {
  render(<Checkout />)
  const button = await submit()
  act(() => {
    button.click()
    button.click()
  })
  await waitFor(() => expect(stage.visits).toHaveLength(1))
  expect(puts()).toHaveLength(1)
  expect(puts()[0]?.body).toEqual({
    lines: [{ skuId: skuOf(1), quantity: 2 }],
    fulfilment: { kind: 'local' },
    receiver,
    payment: { method: 'on-delivery' },
    seenTotal: 5300,
  })
  await expectOrderPage(orderIdOf(puts()[0] as Request))
})

test('a lost reply is said to be unknown, and the very same order is sent again', async () => {
  onPut = () => null
  render(<Checkout />)
  await userEvent.click(await submit())
  expect(await screen.findByText('还不知道下成没有')).toBeInTheDocument()
  expect(left()).toEqual([item])
  onPut = () => placed
  await press('再试一次')
  await waitFor(() => expect(puts()).toHaveLength(2))
  const [first, second] = puts()
  expect(second?.path).toBe(first?.path)
  expect(second?.body).toEqual(first?.body)
  await expectOrderPage(orderIdOf(first as Request))
})

test('after a reload an order that had arrived is found, not sent again', async () => {
  onPut = () => null
  const { unmount } = render(<Checkout />)
  await userEvent.click(await submit())
  await screen.findByText('还不知道下成没有')
  onFind = () => ({ status: 200, body: { order: { id: 'x' }, role: 'buyer', shop: {} } })
  await reloaded(unmount)
  await expectOrderPage(orderIdOf(puts()[0] as Request))
  expect(puts()).toHaveLength(1)
})

test('after a reload an order that had not arrived is said so, and keeps its id', async () => {
  onPut = () => null
  const { unmount } = render(<Checkout />)
  await userEvent.click(await submit())
  await screen.findByText('还不知道下成没有')
  await reloaded(unmount)
  expect(await screen.findByText('上一次没有下成，请再提交一次。')).toBeInTheDocument()
  onPut = () => placed
  await userEvent.click(await submit())
  await waitFor(() => expect(puts()).toHaveLength(2))
  expect(puts()[1]?.path).toBe(puts()[0]?.path)
})

test('after a reload without a network the same order can still be sent again', async () => {
  onPut = () => null
  const { unmount } = render(<Checkout />)
  await userEvent.click(await submit())
  await screen.findByText('还不知道下成没有')
  onFind = () => null
  await reloaded(unmount)
  onPut = () => placed
  await press('再试一次')
  await waitFor(() => expect(puts()).toHaveLength(2))
  expect(puts()[1]?.path).toBe(puts()[0]?.path)
  expect(puts()[1]?.body).toEqual(puts()[0]?.body)
})

test('changed after a lost reply that had arrived: the order that is there is shown, no second one', async () => {
  onPut = () => null
  render(<Checkout />)
  await userEvent.click(await submit())
  await press('改一改再提交')
  await userEvent.click(await screen.findByRole('radio', { name: '自提' }))
  onPut = () => problem(409, 'different')
  await userEvent.click(await submit())
  expect(await screen.findByText('这一单前面已经下成了')).toBeInTheDocument()
  await press('看这一单')
  await expectOrderPage(orderIdOf(puts()[0] as Request))
})

test('a price that changed is shown old beside new, and taken before the order is sent anew', async () => {
  onPut = () => {
    shown = storefront({}, [{ ...nuts, skus: [{ id: skuOf(1), price: 2800, stock: 10 }] }])
    return problem(409, 'price-changed', {
      current: { total: 5900, freight: 300, lines: [{ skuId: skuOf(1), price: 2800, stock: 10 }] },
    })
  }
  render(<Checkout />)
  await userEvent.click(await submit())
  expect(await screen.findByText('原来 ¥25，现在 ¥28')).toBeInTheDocument()
  expect(screen.getByText('合计原来 ¥53，现在 ¥59')).toBeInTheDocument()
  expect(stage.visits).toEqual([])
  onPut = () => placed
  await press('行，就按新的来')
  expect(left()).toEqual([{ ...item, price: 2800 }])
  await userEvent.click(await submit())
  await waitFor(() => expect(puts()).toHaveLength(2))
  expect(puts()[1]?.body).toMatchObject({ seenTotal: 5900 })
})

test('too few left: how many there are, and the order for those', async () => {
  onPut = () => {
    shown = storefront({}, [{ ...nuts, skus: [{ id: skuOf(1), price: 2500, stock: 1 }] }])
    return problem(409, 'out-of-stock', { current: { lines: [{ skuId: skuOf(1), stock: 1 }] } })
  }
  render(<Checkout />)
  await userEvent.click(await submit())
  expect(await screen.findByText('您要 2 斤，只剩 1 斤')).toBeInTheDocument()
  expect(screen.getByText('合计原来 ¥53，现在 ¥28')).toBeInTheDocument()
  onPut = () => placed
  await press('行，就按新的来')
  await userEvent.click(await submit())
  await waitFor(() => expect(puts()).toHaveLength(2))
  expect(puts()[1]?.body).toMatchObject({ lines: [{ skuId: skuOf(1), quantity: 1 }], seenTotal: 2800 })
})

test('gone and nothing else chosen: only the way back', async () => {
  onPut = () => problem(409, 'product-gone', { current: { skuIds: [skuOf(1)] } })
  render(<Checkout />)
  await userEvent.click(await submit())
  expect(await screen.findByText('店家不卖了')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '行，就按新的来' })).toBeNull()
  await press('不了，回店里看看')
  expect(stage.visits[0]?.url).toBe(`/pages/storefront/shop?slug=${slug}`)
})

test('a shop that closed meanwhile is a screen with its day, not a toast', async () => {
  onPut = () => problem(409, 'shop-closed', { current: { closedUntil: '2099-01-02' } })
  render(<Checkout />)
  await userEvent.click(await submit())
  expect(await screen.findByText('1月2日起再接单，选好的先给您留着。')).toBeInTheDocument()
  expect(left()).toEqual([item])
})

test('what the server finds wrong is said under its field', async () => {
  onPut = () => problem(400, 'bad-input', { fields: [{ path: '/receiver/phone', message: 'is missing' }] })
  render(<Checkout />)
  await userEvent.click(await submit())
  expect(await screen.findByText('电话要 11 位手机号，或者带区号的座机')).toBeInTheDocument()
})

test('nothing is sent while something is missing, and each field says what', async () => {
  useReceiver.setState({ receiver: { name: '', phone: '123', address: '' } })
  render(<Checkout />)
  await userEvent.click(await submit())
  expect(await screen.findByText('请填收货人的姓名')).toBeInTheDocument()
  expect(screen.getByText('电话要 11 位手机号，或者带区号的座机')).toBeInTheDocument()
  expect(screen.getByText('地址要写到村或门牌，好找到您')).toBeInTheDocument()
  expect(puts()).toEqual([])
})

test('one paste fills name, phone and address, which are there the next time', async () => {
  useReceiver.setState({ receiver: { name: '', phone: '', address: '' } })
  const { unmount } = render(<Checkout />)
  await userEvent.click(await screen.findByLabelText('粘贴姓名电话地址，自动填好'))
  await userEvent.paste('王某某 13900001234 成县沙坝镇下街18号')
  expect(screen.getByLabelText('姓名')).toHaveValue('王某某')
  expect(screen.getByLabelText('电话')).toHaveValue('13900001234')
  expect(screen.getByLabelText('地址')).toHaveValue('成县沙坝镇下街18号')
  expect(screen.getByLabelText('粘贴姓名电话地址，自动填好')).toHaveValue(
    '王某某 13900001234 成县沙坝镇下街18号',
  )
  unmount()
  render(<Checkout />)
  expect(await screen.findByText('王某某 139****1234')).toBeInTheDocument()
})

test('pickup says where, needs a phone only, costs no freight, and is paid on coming', async () => {
  useReceiver.setState({ receiver: { name: '', phone: '13900001234', address: '' } })
  render(<Checkout />)
  await userEvent.click(await screen.findByRole('radio', { name: '自提' }))
  expect(screen.getByText('沙坝镇服务站')).toBeInTheDocument()
  expect(screen.getByText('现在不用付钱，来拿的时候再付')).toBeInTheDocument()
  await userEvent.click(await submit())
  await waitFor(() => expect(puts()).toHaveLength(1))
  expect(puts()[0]?.body).toMatchObject({
    fulfilment: { kind: 'pickup' },
    receiver: { name: '', phone: '13900001234' },
    payment: { method: 'on-pickup' },
    seenTotal: 5000,
  })
})

test('an inn: the day of each line is sent, and without one it is asked for', async () => {
  shown = storefront({ fulfilments: ['on-site'], payments: ['on-pickup'] })
  useCarts.setState({
    carts: {
      [shopId]: [
        { ...item, date: '2099-05-01' },
        { ...item, quantity: 1 },
      ],
    },
  })
  render(<Checkout />)
  await userEvent.click(await submit())
  expect(await screen.findByText('请选哪天来')).toBeInTheDocument()
  expect(puts()).toEqual([])
  await userEvent.click(screen.getByRole('radio', { name: /明天/ }))
  await userEvent.click(await submit())
  await waitFor(() => expect(puts()).toHaveLength(1))
  expect(puts()[0]?.body).toMatchObject({
    lines: [
      { skuId: skuOf(1), quantity: 2, date: '2099-05-01' },
      { skuId: skuOf(1), quantity: 1, date: addDays(dayOf(Date.now()), 1) },
    ],
  })
})

test('an empty cart, a closed shop and a shop that is gone each say so', async () => {
  useCarts.setState({ carts: {} })
  const empty = render(<Checkout />)
  expect(await screen.findByText('还没选东西')).toBeInTheDocument()
  empty.unmount()
  shown = storefront({ closedUntil: '2099-01-02' })
  const closed = render(<Checkout />)
  expect(await screen.findByText('店里歇几天')).toBeInTheDocument()
  closed.unmount()
  stage.answer(() => problem(404, 'not-found'))
  render(<Checkout />)
  expect(await screen.findByText('这家店找不到了')).toBeInTheDocument()
})
