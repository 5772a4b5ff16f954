import type { ComponentType } from 'react'
import { cartItem } from '@/domain/cart-check'

import { nuts, serving, shopId, slug, storefront } from './sample-shop'

type Stage = typeof import('../../support/taro')['stage']
type Rtl = typeof import('@testing-library/react')
type Answered = 'dead' | 'mute' | 'broken' | 'gone' | ReturnType<typeof storefront>

const NOW = Date.parse('2026-11-25T01:30:00Z')
const HOUR = 3_600_000
const PHONE = '13993900001'
const SEEN = storefront({ phone: PHONE })
const OLD = '没有网络，这是今天 09:30 的价格'

let network: Answered
let unmount: (() => void) | undefined

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  require('../../support/taro').stage.reset()
  network = SEEN
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

/** Starts the app anew on one of a shop's pages: only what the phone keeps is known. */
async function start(page: 'shop' | 'product' | 'checkout') {
  end()
  jest.resetModules()
  process.env.RTL_SKIP_AUTO_CLEANUP = 'true'
  const { render, screen, act, fireEvent } = require('@testing-library/react') as Rtl
  const { stage } = require('../../support/taro') as { stage: Stage }
  const { useCarts } = require('@/features/cart/cart-store') as typeof import('@/features/cart/cart-store')
  const serve = serving(() => (typeof network === 'string' ? null : network))
  stage.params({ slug, id: nuts.id })
  stage.answer((request) => {
    if (network === 'dead') return null
    if (network === 'mute') return new Promise(() => undefined)
    if (network === 'broken') return { status: 502, body: { no: 'problem' } }
    if (network === 'gone') return { status: 404, body: { code: 'not-found', status: 404 } }
    return serve(request)
  })
  const wait = (ms = 0) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
  const { default: Page } = require(`@/pages/storefront/${page}`) as { default: ComponentType }
  unmount = render(<Page />).unmount
  await wait(1)
  return { screen, stage, useCarts, wait, fireEvent }
}

/** She was here at half past nine; an hour later something has happened to the network. */
async function seenBefore(then: Answered) {
  const { useCarts, wait } = await start('shop')
  const [sku] = nuts.skus
  if (sku) useCarts.getState().put(shopId, cartItem(nuts, sku, 2), 10)
  await wait(1)
  jest.setSystemTime(NOW + HOUR)
  network = then
}

test('without a network the shop is there as it was, says of when, and offers the phone', async () => {
  await seenBefore('dead')
  const { screen } = await start('shop')
  expect(screen.getByText(OLD)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '核桃，已选 2 份，再加一份' })).toBeInTheDocument()
  expect(screen.getByLabelText('核桃，25元一斤')).toBeInTheDocument()
  expect(screen.getByText(`打电话 ${PHONE}`)).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '去下单' })).toBeInTheDocument()
})

test('where the shop has no phone there is no button to call', async () => {
  const { phone: _, ...shop } = SEEN.shop
  network = { ...SEEN, shop }
  await seenBefore('dead')
  const { screen } = await start('shop')
  expect(screen.getByText(OLD)).toBeInTheDocument()
  expect(screen.queryByText(/打电话/)).toBeNull()
})

test('a product is there too, and the order says that it needs the network and what is kept', async () => {
  await seenBefore('dead')
  const product = await start('product')
  expect(product.screen.getByText(OLD)).toBeInTheDocument()
  expect(product.screen.getAllByText('核桃')).not.toHaveLength(0)
  const { screen } = await start('checkout')
  expect(screen.getByText('没有网络，现在下不了单。选好的都留着，有网了再下。')).toBeInTheDocument()
  expect(screen.getByText(`打电话 ${PHONE}`)).toBeInTheDocument()
  expect(screen.getByText('核桃')).toBeInTheDocument()
})

test('as soon as the phone is online the new price is there and the note is gone', async () => {
  await seenBefore('dead')
  const { screen, wait } = await start('shop')
  network = storefront({ phone: PHONE }, [
    { ...nuts, skus: nuts.skus.map((sku) => ({ ...sku, price: 2800 })) },
  ])
  window.dispatchEvent(new Event('online'))
  await wait(1)
  expect(screen.queryByText(OLD)).toBeNull()
  expect(screen.getByLabelText('核桃，28元一斤')).toBeInTheDocument()
})

test('a server that comes back is found without being told, however often it was asked in vain', async () => {
  await seenBefore('broken')
  const { screen, wait } = await start('shop')
  expect(screen.getByText('店里的机器没应声，这是今天 09:30 的价格')).toBeInTheDocument()
  await wait(5 * 60_000)
  network = SEEN
  await wait(31_000)
  expect(screen.queryByText(/没应声/)).toBeNull()
})

test('who waits long for an answer sees the shop as it was meanwhile', async () => {
  await seenBefore('mute')
  const { screen, wait } = await start('shop')
  expect(screen.queryByLabelText('核桃，25元一斤')).toBeNull()
  await wait(5_000)
  expect(screen.getByText('网太慢，这是今天 09:30 的价格')).toBeInTheDocument()
  expect(screen.getByLabelText('核桃，25元一斤')).toBeInTheDocument()
})

test('a shop that was never opened is not made up, and is there once the network is', async () => {
  network = 'dead'
  const { screen, wait } = await start('shop')
  expect(screen.getByText('没连上')).toBeInTheDocument()
  network = SEEN
  await wait(5_000)
  expect(screen.getByLabelText('核桃，25元一斤')).toBeInTheDocument()
})

test('a shop that is gone is kept no longer', async () => {
  await seenBefore('gone')
  const { screen, stage } = await start('shop')
  expect(screen.getByText('这家店找不到了')).toBeInTheDocument()
  expect([...stage.storage.keys()].filter((key) => key.startsWith('kept-shop-'))).toEqual([])
  network = 'dead'
  expect((await start('shop')).screen.getByText('没连上')).toBeInTheDocument()
})

test('a full storage takes nothing from the page', async () => {
  const { stage } = await start('shop')
  jest.spyOn(stage.storage, 'set').mockImplementation(() => {
    throw new Error('full')
  })
  const { screen } = await start('shop')
  expect(screen.getByLabelText('核桃，25元一斤')).toBeInTheDocument()
  jest.restoreAllMocks()
})
