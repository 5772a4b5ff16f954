import type { ComponentType } from 'react'
import { cartItem } from '@/domain/product/cart-check'

import { nuts, serving, shopId, slug, storefront } from './sample-shop'

type FakeTaro = typeof import('../../support/components/taro')['fakeTaro']
type Rtl = typeof import('@testing-library/react')
type NetworkState = 'offline' | 'hanging' | 'broken' | 'gone' | ReturnType<typeof storefront>

const NOW = Date.parse('2026-11-25T01:30:00Z')
const HOUR = 3_600_000
const PHONE = '13993900001'
const STOREFRONT = storefront({ phone: PHONE })
const OFFLINE_NOTICE = '没有网络，这是今天 09:30 的价格'

let network: NetworkState
let unmount: (() => void) | undefined

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  require('../../support/components/taro').fakeTaro.reset()
  network = STOREFRONT
})
afterEach(() => {
  end()
  jest.useRealTimers()
})

function end() {
  unmount?.()
  unmount = undefined
  jest.clearAllTimers()
}

/** Starts the app anew on a page; only storage survives. */
async function start(page: 'storefront/shop' | 'storefront/product' | 'orders/checkout') {
  end()
  jest.resetModules()
  process.env.RTL_SKIP_AUTO_CLEANUP = 'true'
  const { render, screen, act, fireEvent } = require('@testing-library/react') as Rtl
  const { fakeTaro } = require('../../support/components/taro') as { fakeTaro: FakeTaro }
  const { useCarts } = require('@/features/cart/cart-store') as typeof import('@/features/cart/cart-store')
  const serve = serving(() => (typeof network === 'string' ? null : network))
  fakeTaro.params({ slug, id: nuts.id })
  fakeTaro.answer((request) => {
    if (network === 'offline') return null
    if (network === 'hanging') return new Promise(() => undefined)
    if (network === 'broken') return { status: 502, body: { no: 'problem' } }
    if (network === 'gone') return { status: 404, body: { code: 'not-found', status: 404 } }
    return serve(request)
  })
  const wait = (ms = 0) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
  const { default: Page } = require(`@/pages/${page}`) as { default: ComponentType }
  unmount = render(<Page />).unmount
  await wait(1)
  return { screen, fakeTaro, useCarts, wait, fireEvent }
}

/** Visits the shop at 09:30, then sets the network state for an hour later. */
async function visitThen(then: NetworkState) {
  const { useCarts, wait } = await start('storefront/shop')
  const [sku] = nuts.skus
  if (sku) useCarts.getState().put(shopId, cartItem(nuts, sku, 2), 10)
  await wait(1)
  jest.setSystemTime(NOW + HOUR)
  network = then
}

describe('offline storefront', () => {
  it('shows the cached shop with its time and the phone', async () => {
    await visitThen('offline')
    const { screen } = await start('storefront/shop')
    expect(screen.getByText(OFFLINE_NOTICE)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '核桃，减一份' })).toBeVisible()
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('2')
    expect(screen.getByLabelText('核桃，25元一斤')).toBeInTheDocument()
    expect(screen.getByText(`打电话 ${PHONE}`)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '去下单' })).toBeInTheDocument()
  })

  it('has no call button for a shop without a phone', async () => {
    const { phone: _, ...shop } = STOREFRONT.shop
    network = { ...STOREFRONT, shop }
    await visitThen('offline')
    const { screen } = await start('storefront/shop')
    expect(screen.getByText(OFFLINE_NOTICE)).toBeInTheDocument()
    expect(screen.queryByText(/打电话/)).toBeNull()
  })

  it('shows a cached product, and the cart at checkout with a notice', async () => {
    await visitThen('offline')
    const product = await start('storefront/product')
    expect(product.screen.getByText(OFFLINE_NOTICE)).toBeInTheDocument()
    expect(product.screen.getAllByText('核桃')).not.toHaveLength(0)
    const { screen } = await start('orders/checkout')
    expect(screen.getByText('没有网络，现在下不了单。选好的都留着，有网了再下。')).toBeInTheDocument()
    expect(screen.getByText(`打电话 ${PHONE}`)).toBeInTheDocument()
    expect(screen.getByText('核桃')).toBeInTheDocument()
  })

  it('refreshes when the phone is online again', async () => {
    await visitThen('offline')
    const { screen, wait } = await start('storefront/shop')
    network = storefront({ phone: PHONE }, [
      { ...nuts, skus: nuts.skus.map((sku) => ({ ...sku, price: 2800 })) },
    ])
    window.dispatchEvent(new Event('online'))
    await wait(1)
    expect(screen.queryByText(OFFLINE_NOTICE)).toBeNull()
    expect(screen.getByLabelText('核桃，28元一斤')).toBeInTheDocument()
  })

  it('recovers by itself from a server that was down for long', async () => {
    await visitThen('broken')
    const { screen, wait } = await start('storefront/shop')
    expect(screen.getByText('店里的机器没应声，这是今天 09:30 的价格')).toBeInTheDocument()
    await wait(5 * 60_000)
    network = STOREFRONT
    await wait(31_000)
    expect(screen.queryByText(/没应声/)).toBeNull()
  })

  it('shows the cached shop while a reply is slow', async () => {
    await visitThen('hanging')
    const { screen, wait } = await start('storefront/shop')
    expect(screen.queryByLabelText('核桃，25元一斤')).toBeNull()
    await wait(5_000)
    expect(screen.getByText('网太慢，这是今天 09:30 的价格')).toBeInTheDocument()
    expect(screen.getByLabelText('核桃，25元一斤')).toBeInTheDocument()
  })

  it('reports offline for a shop that was never loaded, and loads it once online', async () => {
    network = 'offline'
    const { screen, wait } = await start('storefront/shop')
    expect(screen.getByText('没连上')).toBeInTheDocument()
    network = STOREFRONT
    await wait(5_000)
    expect(screen.getByLabelText('核桃，25元一斤')).toBeInTheDocument()
  })

  it('removes a missing shop from the cache', async () => {
    await visitThen('gone')
    const { screen, fakeTaro } = await start('storefront/shop')
    expect(screen.getByText('这家店找不到了')).toBeInTheDocument()
    expect([...fakeTaro.storage.keys()].filter((key) => key.startsWith('kept-shop-'))).toEqual([])
    network = 'offline'
    expect((await start('storefront/shop')).screen.getByText('没连上')).toBeInTheDocument()
  })

  it('renders the shop when storage is full', async () => {
    const { fakeTaro } = await start('storefront/shop')
    jest.spyOn(fakeTaro.storage, 'set').mockImplementation(() => {
      throw new Error('full')
    })
    const { screen } = await start('storefront/shop')
    expect(screen.getByLabelText('核桃，25元一斤')).toBeInTheDocument()
    jest.restoreAllMocks()
  })
})
