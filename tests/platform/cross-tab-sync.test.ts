import type { CartItem } from '@/domain/product/cart-check'
import { useCarts } from '@/features/cart/cart-store'
import { useReceiver } from '@/features/checkout/receiver/receiver-store'
import { useOrderAttempts } from '@/features/checkout/submit/order-attempt-store'
import { fakeTaro } from '../support/components/taro'

const item: CartItem = { skuId: 's', productId: 'p', name: '核桃', unit: '斤', price: 2500, quantity: 2 }
const nobody = { name: '', phone: '', address: '' }

beforeEach(() => {
  fakeTaro.reset()
  document.body.innerHTML = '<input id="field"><input id="other">'
  useCarts.setState({ carts: {} })
  useOrderAttempts.setState({ attempts: {} })
  useReceiver.setState({ receiver: nobody })
})

/** Simulates another tab writing the persisted store of this name. */
function writeFromOtherTab(name: string, state: object) {
  const text = JSON.stringify({ state, version: 1 })
  fakeTaro.storage.set(name, JSON.stringify(text))
  window.dispatchEvent(new StorageEvent('storage', { key: name, newValue: JSON.stringify({ data: text }) }))
}

/** Returns the persisted state of a store. */
const persistedState = (name: string) => JSON.parse(JSON.parse(fakeTaro.storage.get(name) ?? '""')).state

const focus = (id: string) => document.getElementById(id)?.focus()

describe('cross-tab sync', () => {
  it('drops a cart that another tab ordered', () => {
    useCarts.getState().put('mine', item, 10)
    writeFromOtherTab('carts', { carts: {} })
    expect(useCarts.getState().carts).toEqual({})
    useCarts.getState().put('other', item, 10)
    expect(persistedState('carts')).toEqual({ carts: { other: [item] } })
  })

  it("merges other shops' carts and attempts into what this tab writes", () => {
    const theirs = { orderId: 'theirs' }
    writeFromOtherTab('carts', { carts: { theirs: [item] } })
    writeFromOtherTab('checkout-attempts', { attempts: { theirs } })
    useCarts.getState().put('mine', item, 10)
    useOrderAttempts.getState().save('mine', { orderId: 'mine' })
    expect(Object.keys(persistedState('carts').carts)).toEqual(['theirs', 'mine'])
    expect(persistedState('checkout-attempts').attempts).toEqual({ theirs, mine: { orderId: 'mine' } })
  })

  it('does not write back what it reads', () => {
    writeFromOtherTab('carts', { carts: { theirs: [item] } })
    const set = jest.spyOn(fakeTaro.storage, 'set')
    window.dispatchEvent(new StorageEvent('storage', { key: 'carts', newValue: 'x' }))
    expect(set).not.toHaveBeenCalled()
    set.mockRestore()
  })

  it('keeps the field that has the focus, which wins on the next write', () => {
    focus('field')
    useReceiver.getState().change({ name: '王' })
    writeFromOtherTab('receiver', { receiver: { ...nobody, name: '李' } })
    expect(useReceiver.getState().receiver.name).toBe('王')
    useReceiver.getState().change({ name: '王某' })
    expect(persistedState('receiver').receiver.name).toBe('王某')
  })

  it('follows the other tab for a field without focus and for other stores', () => {
    focus('field')
    useReceiver.getState().change({ name: '王' })
    writeFromOtherTab('carts', { carts: { theirs: [item] } })
    expect(useCarts.getState().carts).toEqual({ theirs: [item] })
    focus('other')
    writeFromOtherTab('receiver', { receiver: { ...nobody, name: '李' } })
    writeFromOtherTab('receiver', { receiver: { ...nobody, name: '李某' } })
    expect(useReceiver.getState().receiver.name).toBe('李某')
  })

  it('follows the other tab while this tab has no focus', () => {
    focus('field')
    useReceiver.getState().change({ name: '王' })
    const hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(false)
    writeFromOtherTab('receiver', { receiver: { ...nobody, name: '李' } })
    expect(useReceiver.getState().receiver.name).toBe('李')
    hasFocus.mockRestore()
  })

  it('keeps the open state when storage is cleared by another tab', () => {
    useCarts.getState().put('mine', item, 10)
    fakeTaro.storage.clear()
    window.dispatchEvent(new StorageEvent('storage', { key: null, newValue: null }))
    window.dispatchEvent(new StorageEvent('storage', { key: 'carts', newValue: null }))
    expect(useCarts.getState().carts).toEqual({ mine: [item] })
  })
})
