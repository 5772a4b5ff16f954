import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { addDays, dayOf } from '@/domain/day'
import { DEFAULT_SLOT_RULE, type OfferedSlot, type SlotPart } from '@/domain/order/delivery-slot'
import { slotWords } from '@/locales/day'
import Checkout from '@/pages/orders/checkout'
import { fakeTaro, ok } from '../../support/components/taro'
import { problem, storefront } from '../storefront/sample-shop'
import {
  cartLines,
  item,
  press,
  resetCheckout,
  sentOrders,
  server,
  submit,
  submitAndWait,
} from './checkout-setup'

const today = dayOf(Date.now())
const slotIn = (days: number, part: SlotPart = 'day', isFull = false): OfferedSlot => ({
  ...{ day: addDays(today, days), part, isFull },
})
const nameOf = (slot: OfferedSlot) => new RegExp(slotWords(slot, today))

const slotsRead = () => fakeTaro.requests.filter(({ path }) => path.endsWith('/delivery-slots'))
const choices = async () => screen.findByRole('radiogroup', { name: '哪天送' })
const chosen = async () =>
  (await within(await choices()).findByRole('radio', { checked: true })).textContent ?? ''

beforeEach(() => {
  resetCheckout()
  const shown = storefront()
  server.shown = { ...shown, shop: { ...shown.shop, deliverySlots: { local: DEFAULT_SLOT_RULE } } }
  server.onSlots = () =>
    ok({ local: [slotIn(1, 'morning', true), slotIn(1, 'afternoon'), slotIn(2, 'morning')] })
})

// the first test: the others leave a storefront with delivery days in the cache of the visit
it('Checkout reads no slots for a shop without delivery days', async () => {
  server.shown = storefront()
  render(<Checkout />)
  await submitAndWait()
  expect(slotsRead()).toEqual([])
  expect(sentOrders()[0]?.body).not.toHaveProperty('slot')
})

describe('Checkout of a shop with delivery days', () => {
  it('proposes the next slot with a place and orders for it', async () => {
    render(<Checkout />)
    expect(await chosen()).toMatch(nameOf(slotIn(1, 'afternoon')))
    await submitAndWait()
    const slot = { day: addDays(today, 1), part: 'afternoon' }
    expect(sentOrders().map(({ body }) => (body as { slot?: object }).slot)).toEqual([slot])
  })

  it('lets the buyer choose another slot and disables full ones', async () => {
    render(<Checkout />)
    await chosen()
    await press('换个日子')
    const full = within(await choices()).getByRole('radio', { name: /排满了/ })
    expect(full).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(full)
    await userEvent.click(within(await choices()).getByRole('radio', { name: nameOf(slotIn(2, 'morning')) }))
    expect(await chosen()).toMatch(nameOf(slotIn(2, 'morning')))
    await submitAndWait()
    expect(sentOrders()[0]?.body).toMatchObject({ slot: { part: 'morning' } })
  })

  it('shows the next slot after a full one was refused, and keeps the cart', async () => {
    server.onPut = () =>
      problem(409, 'slot-full', {
        current: { slots: [slotIn(1, 'morning', true), slotIn(1, 'afternoon', true), slotIn(2, 'morning')] },
      })
    render(<Checkout />)
    await chosen()
    await userEvent.click(await submit())
    expect(await screen.findByText('刚才那个日子没有了，下面换了一天，您看行不行。')).toBeInTheDocument()
    await waitFor(async () => expect(await chosen()).toMatch(nameOf(slotIn(2, 'morning'))))
    expect(cartLines()).toEqual([item])
    await submitAndWait(2)
    const [first, second] = sentOrders()
    expect(second?.body).toMatchObject({ slot: { part: 'morning' } })
    expect(second?.path).toBe(first?.path)
  })

  it("replaces a full slot that the buyer chose by no other, and waits for the buyer's choice", async () => {
    server.onPut = () =>
      problem(409, 'slot-full', { current: { slots: [slotIn(1, 'afternoon'), slotIn(2, 'morning', true)] } })
    render(<Checkout />)
    await chosen()
    await press('换个日子')
    await userEvent.click(within(await choices()).getByRole('radio', { name: nameOf(slotIn(2, 'morning')) }))
    await userEvent.click(await submit())
    expect(await screen.findByText('这个日子排满了，请换一个。')).toBeInTheDocument()
    await waitFor(async () =>
      expect(within(await choices()).queryByRole('radio', { checked: true })).not.toBeInTheDocument(),
    )
    await userEvent.click(await submit())
    expect(sentOrders()).toHaveLength(1)
    await press('选个日子')
    await userEvent.click(
      within(await choices()).getByRole('radio', { name: nameOf(slotIn(1, 'afternoon')) }),
    )
    expect(screen.queryByText('这个日子排满了，请换一个。')).not.toBeInTheDocument()
    await submitAndWait(2)
    expect(sentOrders()[1]?.body).toMatchObject({ slot: { part: 'afternoon' } })
  })

  it('says that no day is needed once the shop has removed its delivery days', async () => {
    server.onPut = () => {
      server.shown = storefront()
      return problem(409, 'slot-gone', { current: { slots: [] } })
    }
    render(<Checkout />)
    await chosen()
    await userEvent.click(await submit())
    expect(await screen.findByText('店家不用选日子了，可以直接提交。')).toBeInTheDocument()
  })

  it('reports that every slot is full and sends no order', async () => {
    server.onSlots = () => ok({ local: [slotIn(1, 'day', true)] })
    render(<Checkout />)
    expect(await screen.findByText(/这几天都排满了/)).toBeInTheDocument()
    await userEvent.click(await submit())
    expect(sentOrders()).toHaveLength(0)
  })

  it('offers to reload slots that could not be loaded', async () => {
    const onSlots = server.onSlots
    server.onSlots = () => problem(503, 'unavailable')
    render(<Checkout />)
    const again = await screen.findByRole('button', { name: '再试一次' })
    server.onSlots = onSlots
    await userEvent.click(again)
    expect(await chosen()).toMatch(nameOf(slotIn(1, 'afternoon')))
  })

  it('orders without a slot once the shop offers none', async () => {
    server.onSlots = () => ok({})
    render(<Checkout />)
    await waitFor(() => expect(slotsRead()).toHaveLength(1))
    await waitFor(async () => {
      await userEvent.click(await submit())
      expect(sentOrders().length).toBeGreaterThan(0)
    })
    expect(sentOrders()[0]?.body).not.toHaveProperty('slot')
  })
})
