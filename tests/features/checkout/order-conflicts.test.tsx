import { screen } from '@testing-library/react'
import { fakeTaro } from '../../support/components/taro'
import { nuts, problem, skuOf, slug, storefront } from '../storefront/sample-shop'
import {
  cartLines,
  item,
  openAndSubmit,
  placed,
  press,
  resetCheckout,
  sentOrders,
  server,
  submitAndWait,
} from './checkout-setup'

beforeEach(resetCheckout)

describe('Checkout', () => {
  it('shows the old and new price and asks for agreement before sending again', async () => {
    server.onPut = () => {
      server.shown = storefront({}, [{ ...nuts, skus: [{ id: skuOf(1), price: 2800, stock: 10 }] }])
      return problem(409, 'price-changed', {
        current: { total: 5900, freight: 300, lines: [{ skuId: skuOf(1), price: 2800, stock: 10 }] },
      })
    }
    await openAndSubmit()
    expect(await screen.findByText('原来 ¥25，现在 ¥28')).toBeInTheDocument()
    expect(screen.getByText('合计原来 ¥53，现在 ¥59')).toBeInTheDocument()
    expect(fakeTaro.navigations).toEqual([])
    server.onPut = () => placed
    await press('行，就按新的来')
    expect(cartLines()).toEqual([{ ...item, price: 2800 }])
    await submitAndWait(2)
    expect(sentOrders()[1]?.body).toMatchObject({ seenTotal: 5900 })
  })

  it('shows the total for the new price and stock and sends that one', async () => {
    server.onPut = () => {
      server.shown = storefront({}, [{ ...nuts, skus: [{ id: skuOf(1), price: 2800, stock: 1 }] }])
      return problem(409, 'price-changed', {
        current: {
          total: 5900,
          freight: 300,
          rule: { fee: 300, freeOver: 9900 },
          lines: [{ skuId: skuOf(1), price: 2800, stock: 1 }],
        },
      })
    }
    await openAndSubmit()
    expect(await screen.findByText('合计原来 ¥53，现在 ¥31')).toBeInTheDocument()
    server.onPut = () => placed
    await press('行，就按新的来')
    expect(screen.getByText('¥31.00')).toBeInTheDocument()
    await submitAndWait(2)
    expect(sentOrders()[1]?.body).toMatchObject({
      lines: [{ skuId: skuOf(1), quantity: 1 }],
      seenTotal: 3100,
    })
  })

  it('uses the fee from the conflict before the shop is loaded again', async () => {
    server.onPut = () =>
      problem(409, 'price-changed', {
        current: {
          total: 5800,
          freight: 800,
          rule: { fee: 800 },
          lines: [{ skuId: skuOf(1), price: 2500, stock: 1 }],
        },
      })
    await openAndSubmit()
    expect(await screen.findByText('送货费原来 ¥3，现在 ¥8')).toBeInTheDocument()
    expect(screen.getByText('合计原来 ¥53，现在 ¥33')).toBeInTheDocument()
  })

  it('shows the remaining stock and orders that quantity', async () => {
    server.onPut = () => {
      server.shown = storefront({}, [{ ...nuts, skus: [{ id: skuOf(1), price: 2500, stock: 1 }] }])
      return problem(409, 'out-of-stock', { current: { lines: [{ skuId: skuOf(1), stock: 1 }] } })
    }
    await openAndSubmit()
    expect(await screen.findByText('您要 2 斤，只剩 1 斤')).toBeInTheDocument()
    expect(screen.getByText('合计原来 ¥53，现在 ¥28')).toBeInTheDocument()
    server.onPut = () => placed
    await press('行，就按新的来')
    await submitAndWait(2)
    expect(sentOrders()[1]?.body).toMatchObject({
      lines: [{ skuId: skuOf(1), quantity: 1 }],
      seenTotal: 2800,
    })
  })

  it('offers only the way back when the product is gone and nothing else is chosen', async () => {
    server.onPut = () => problem(409, 'product-gone', { current: { skuIds: [skuOf(1)] } })
    await openAndSubmit()
    expect(await screen.findByText('店家不卖了')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '行，就按新的来' })).toBeNull()
    // nothing is left to agree to
    expect(screen.getByText('想买的没有了')).toBeInTheDocument()
    await press('回店里看看')
    expect(fakeTaro.navigations[0]?.url).toBe(`/pages/storefront/shop?slug=${slug}`)
  })

  it('shows the day when a closed shop reopens and keeps the cart', async () => {
    server.onPut = () => problem(409, 'shop-closed', { current: { closedUntil: '2099-01-02' } })
    await openAndSubmit()
    expect(await screen.findByText('1月2日起再接单，选好的先给您留着。')).toBeInTheDocument()
    expect(cartLines()).toEqual([item])
  })

  it('shows a validation error of the server under its field', async () => {
    server.onPut = () =>
      problem(400, 'bad-input', { fields: [{ path: '/receiver/phone', message: 'is missing' }] })
    await openAndSubmit()
    expect(await screen.findByText('电话要 11 位手机号，或者带区号的座机')).toBeInTheDocument()
  })
})
