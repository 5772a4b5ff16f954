import type { CartItem } from '@/domain/cart-check'
import { useCarts } from '@/features/cart/cart-store'
import { useAttempts } from '@/features/checkout/attempt-store'
import { useReceiver } from '@/features/checkout/receiver-store'
import { stage } from '../support/taro'

const item: CartItem = { skuId: 's', productId: 'p', name: '核桃', unit: '斤', price: 2500, quantity: 2 }
const nobody = { name: '', phone: '', address: '' }

beforeEach(() => {
  stage.reset()
  document.body.innerHTML = '<input id="field"><input id="other">'
  useCarts.setState({ carts: {} })
  useAttempts.setState({ attempts: {} })
  useReceiver.setState({ receiver: nobody })
})

/** Another tab writes what is kept by this name, and the browser tells. */
function elsewhere(name: string, state: object) {
  const text = JSON.stringify({ state, version: 1 })
  stage.storage.set(name, JSON.stringify(text))
  window.dispatchEvent(new StorageEvent('storage', { key: name, newValue: JSON.stringify({ data: text }) }))
}

/** What a tab that opens now would find. */
const keptOf = (name: string) => JSON.parse(JSON.parse(stage.storage.get(name) ?? '""')).state

const focus = (id: string) => document.getElementById(id)?.focus()

test('a cart that another tab ordered does not come back', () => {
  useCarts.getState().put('mine', item, 10)
  elsewhere('carts', { carts: {} })
  expect(useCarts.getState().carts).toEqual({})
  useCarts.getState().put('other', item, 10)
  expect(keptOf('carts')).toEqual({ carts: { other: [item] } })
})

test("another shop's cart and its order without an answer outlast what is written here", () => {
  const theirs = { orderId: 'theirs' }
  elsewhere('carts', { carts: { theirs: [item] } })
  elsewhere('checkout-attempts', { attempts: { theirs } })
  useCarts.getState().put('mine', item, 10)
  useAttempts.getState().keep('mine', { orderId: 'mine' })
  expect(Object.keys(keptOf('carts').carts)).toEqual(['theirs', 'mine'])
  expect(keptOf('checkout-attempts').attempts).toEqual({ theirs, mine: { orderId: 'mine' } })
})

test('what is read is not written back, so tabs do not answer each other', () => {
  elsewhere('carts', { carts: { theirs: [item] } })
  const set = jest.spyOn(stage.storage, 'set')
  window.dispatchEvent(new StorageEvent('storage', { key: 'carts', newValue: 'x' }))
  expect(set).not.toHaveBeenCalled()
  set.mockRestore()
})

test('what is being typed here stands, and wins as it is written next', () => {
  focus('field')
  useReceiver.getState().change({ name: '王' })
  elsewhere('receiver', { receiver: { ...nobody, name: '李' } })
  expect(useReceiver.getState().receiver.name).toBe('王')
  useReceiver.getState().change({ name: '王某' })
  expect(keptOf('receiver').receiver.name).toBe('王某')
})

test('what was typed in a field that is left, or by another name, follows the other tab', () => {
  focus('field')
  useReceiver.getState().change({ name: '王' })
  elsewhere('carts', { carts: { theirs: [item] } })
  expect(useCarts.getState().carts).toEqual({ theirs: [item] })
  focus('other')
  elsewhere('receiver', { receiver: { ...nobody, name: '李' } })
  elsewhere('receiver', { receiver: { ...nobody, name: '李某' } })
  expect(useReceiver.getState().receiver.name).toBe('李某')
})

test('a tab that lies behind another follows it, wherever its cursor stands', () => {
  focus('field')
  useReceiver.getState().change({ name: '王' })
  const behind = jest.spyOn(document, 'hasFocus').mockReturnValue(false)
  elsewhere('receiver', { receiver: { ...nobody, name: '李' } })
  expect(useReceiver.getState().receiver.name).toBe('李')
  behind.mockRestore()
})

test('storage that is emptied elsewhere takes nothing away from what is open here', () => {
  useCarts.getState().put('mine', item, 10)
  stage.storage.clear()
  window.dispatchEvent(new StorageEvent('storage', { key: null, newValue: null }))
  window.dispatchEvent(new StorageEvent('storage', { key: 'carts', newValue: null }))
  expect(useCarts.getState().carts).toEqual({ mine: [item] })
})
