import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { addDays, dayOf } from '@/domain/day'
import { useCarts } from '@/features/cart/cart-store'
import ProductPage from '@/pages/storefront/product'
import { fakeTaro, navigation, ok } from '../../support/components/taro'
import { eggs, honey, nuts, serving, shopId, skuOf, slug, storefront } from './sample-shop'

let shown = storefront()
const photo = (letter: string) => ({ id: `photo-${letter}`, hash: letter.repeat(32) })

beforeEach(() => {
  fakeTaro.reset()
  useCarts.setState({ carts: {} })
  shown = storefront()
  fakeTaro.answer(
    serving(
      () => shown,
      ({ path }) => (path.endsWith('/hidden') ? ok({ ...nuts, id: 'hidden', onSale: false }) : undefined),
    ),
  )
})

function open(id: string) {
  fakeTaro.params({ slug, id })
  return render(<ProductPage />)
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const cart = () => useCarts.getState().carts[shopId]

describe('ProductPage', () => {
  it('takes the chosen quantity to the checkout', async () => {
    open(nuts.id)
    await press('核桃多一个')
    await press('买，一共 ¥50')
    expect(cart()).toMatchObject([{ skuId: skuOf(1), quantity: 2, price: 2500 }])
    expect(fakeTaro.navigations).toEqual([navigation(`/pages/orders/checkout?slug=${slug}`)])
  })

  it('accepts a typed quantity up to the stock', async () => {
    open(nuts.id)
    const field = await screen.findByLabelText('核桃要多少')
    await userEvent.clear(field)
    await userEvent.type(field, '9')
    await press('买，一共 ¥225')
    expect(cart()).toMatchObject([{ quantity: 9 }])
    await userEvent.clear(field)
    await userEvent.type(field, '99999')
    expect(screen.getByRole('alert')).toHaveTextContent(/^最多 \d+$/)
    await userEvent.tab()
    const most = Number(screen.getByRole('alert').textContent?.slice(3))
    expect(field).toHaveValue(most)
    await userEvent.clear(field)
    await userEvent.tab()
    expect(field).toHaveValue(most)
  })

  it('opens photos in a viewer that Escape closes', async () => {
    shown = storefront({}, [{ ...nuts, photos: [photo('a'), photo('b')] }])
    open(nuts.id)
    await press('核桃，看大图')
    const viewer = screen.getByRole('dialog', { name: '核桃' })
    expect(
      within(viewer)
        .getAllByRole('img')
        .map((each) => each.getAttribute('src')),
    ).toEqual([
      expect.stringContaining(`${'a'.repeat(32)}-1200`),
      expect.stringContaining(`${'b'.repeat(32)}-1200`),
    ])
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await press('核桃，看大图')
    await press('关上大图')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('replaces the quantity when a product is added again', async () => {
    open(nuts.id)
    await press('放进篮子')
    expect(cart()).toMatchObject([{ quantity: 1 }])
    expect(await screen.findByRole('button', { name: '看看别的' })).toBeInTheDocument()
    await press('核桃多一个')
    await press('改成 2 斤')
    expect(cart()).toMatchObject([{ quantity: 2 }])
  })

  it('shows price and stock of each sku and does not sell a sold-out one', async () => {
    open(honey.id)
    expect(await screen.findByRole('radio', { name: /^小瓶\s*30元\s*只剩 4 瓶了$/ })).toBeChecked()
    await userEvent.click(screen.getByRole('radio', { name: /^大瓶\s*68元\s*卖完了$/ }))
    expect(screen.queryByRole('button', { name: /^买/ })).toBeNull()
  })

  it('limits the quantity to the stock', async () => {
    shown = storefront({}, [{ ...nuts, skus: [{ id: skuOf(1), price: 2500, stock: 2 }] }])
    open(nuts.id)
    expect(await screen.findByText('只剩 2 斤了')).toBeInTheDocument()
    await press('核桃多一个')
    expect(screen.getByRole('button', { name: '核桃多一个' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('requires a day for an on-site product', async () => {
    shown = storefront({ fulfilments: ['on-site'] })
    open(nuts.id)
    await press('买，一共 ¥25')
    expect(await screen.findByText('先选哪天来')).toBeInTheDocument()
    expect(cart()).toBeUndefined()
    await userEvent.click(screen.getByRole('radio', { name: /，后天$/ }))
    await press('买，一共 ¥25')
    expect(cart()).toMatchObject([{ date: addDays(dayOf(Date.now()), 2), quantity: 1 }])
  })

  it('offers later days in a second list', async () => {
    shown = storefront({ fulfilments: ['on-site'] })
    open(nuts.id)
    await press('再往后')
    const later = addDays(dayOf(Date.now()), 20)
    const label = `${Number(later.slice(5, 7))}月${Number(later.slice(8))}日`
    await userEvent.click(await screen.findByRole('radio', { name: new RegExp(`^${label}，`) }))
    await press('放进篮子')
    expect(cart()).toMatchObject([{ date: later }])
  })

  it('offers a call for a sold-out product', async () => {
    open(eggs.id)
    expect(
      await screen.findByText('这件货现在一件也没有，可以打电话问店家什么时候再有。'),
    ).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /买|放进篮子/ })).toBeNull()
    expect(screen.getByRole('button', { name: '给卖家打电话' })).toBeInTheDocument()
  })

  it('shares the 5:4 picture of its photo in WeChat and leads to its poster', async () => {
    shown = storefront({}, [{ ...nuts, photos: [photo('a')] }])
    open(nuts.id)
    await press('发给别人看')
    expect(fakeTaro.navigations.at(-1)?.url).toBe(`/pages/pay/share?slug=${slug}&id=${nuts.id}`)
    expect(fakeTaro.shareMessage()).toEqual({
      title: '核桃，山货铺',
      path: `/pages/storefront/product?slug=${slug}&id=${nuts.id}`,
      imageUrl: expect.stringMatching(/a-share\.jpg$/),
    })
  })

  it("is shared to WeChat's Moments with the parameters of its page", async () => {
    open(nuts.id)
    await screen.findByRole('button', { name: '核桃多一个' })
    expect(fakeTaro.shareTimeline()).toMatchObject({
      title: expect.stringContaining('核桃'),
      query: `slug=${slug}&id=${nuts.id}`,
    })
  })

  it('shows the delivery area and copies the WeChat id of the shop', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined)
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    shown = storefront({ fulfilments: ['local'], deliveryArea: '本村和镇上', wechatId: 'shanhuo_88' })
    open(nuts.id)
    expect(await screen.findByText(/^送上门（本村和镇上），/)).toBeInTheDocument()
    await press('抄下微信号 shanhuo_88')
    expect(await screen.findByText('抄好了，去微信里加 shanhuo_88')).toBeInTheDocument()
    expect(writeText).toHaveBeenCalledWith('shanhuo_88')
  })

  it('does not sell while the shop is closed', async () => {
    shown = storefront({ closedUntil: '2099-01-02' })
    open(nuts.id)
    expect(await screen.findByText('店里歇几天，1月2日起再接单')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /买|放进篮子/ })).toBeNull()
  })

  it.each(['nowhere', 'hidden'])('leads from a missing product (%s) to the shop', async (id) => {
    open(id)
    expect(await screen.findByText('这件货不卖了')).toBeInTheDocument()
    await press('去店里看看')
    expect(fakeTaro.navigations).toEqual([{ by: 'redirectTo', url: `/pages/storefront/shop?slug=${slug}` }])
  })

  it('returns to the shop page that is already in the stack', async () => {
    fakeTaro.stack(['/s/nutshop1', '/checkout', '/product'])
    open('nowhere')
    await press('去店里看看')
    expect(fakeTaro.navigations.map((visit) => visit.by)).toEqual(['navigateBack'])
  })
})
