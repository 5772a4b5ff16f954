import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { cartItem } from '@/domain/product/cart-check'
import { GONE, UNTIL_REOPENED } from '@/domain/shop/shop'
import { useCarts } from '@/features/cart/cart-store'
import { useVisits } from '@/features/visited/visited-store'
import ShopPage from '@/pages/storefront/shop'
import { fakeTaro, navigation, ok } from '../../support/components/taro'
import { eggs, honey, nuts, serving, shopId, skuOf, slug, storefront } from './sample-shop'

let shown: ReturnType<typeof storefront> | null = storefront()
const [sku] = nuts.skus
if (!sku) throw new Error('a sku is missing')

beforeEach(() => {
  fakeTaro.reset()
  useCarts.setState({ carts: {} })
  useVisits.setState({ visits: [] })
  shown = storefront()
  fakeTaro.params({ slug })
  fakeTaro.answer(serving(() => shown))
})

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

describe('ShopPage', () => {
  it('adds a product by one tap and shows the total', async () => {
    render(<ShopPage />)
    await press('核桃，加一份')
    await press('核桃，加一份')
    expect(screen.getByRole('button', { name: /^2 件.*¥.*50.*点开看看$/ })).toBeInTheDocument()
    await press('去下单')
    expect(fakeTaro.navigations).toEqual([navigation(`/pages/orders/checkout?slug=${slug}`)])
  })

  it('removes one item by −, from the line that was added last', async () => {
    useCarts.setState({ carts: { [shopId]: honey.skus.map((one) => cartItem(honey, one, 1)) } })
    render(<ShopPage />)
    await press('核桃，加一份')
    await press('核桃，加一份')
    await press('核桃，减一份')
    await press('土蜂蜜，减一份')
    expect(useCarts.getState().carts[shopId]).toMatchObject([
      { skuId: skuOf(2), quantity: 1 },
      { productId: nuts.id, quantity: 1 },
    ])
    await press('核桃，减一份')
    expect(useCarts.getState().carts[shopId]).toMatchObject([{ skuId: skuOf(2), quantity: 1 }])
  })

  it('opens a product with several skus instead of adding it', async () => {
    render(<ShopPage />)
    await press('土蜂蜜，选规格')
    expect(fakeTaro.navigations[0]?.url).toBe(`/pages/storefront/product?slug=${slug}&id=${honey.id}`)
    expect(useCarts.getState().carts).toEqual({})
  })

  it('opens a product that needs a day instead of adding it', async () => {
    shown = storefront({ fulfilments: ['on-site'] })
    render(<ShopPage />)
    await press('核桃，加一份')
    expect(fakeTaro.navigations[0]?.url).toContain(`id=${nuts.id}`)
  })

  it('adds no more than the stock', async () => {
    shown = storefront({}, [{ ...nuts, skus: [{ ...sku, stock: 1 }] }, eggs])
    render(<ShopPage />)
    await press('核桃，加一份')
    await press('核桃，加一份')
    expect(await screen.findByText('一共只有 1 斤，都选上了')).toBeInTheDocument()
    expect(useCarts.getState().carts[shopId]).toMatchObject([{ quantity: 1 }])
  })

  it('marks unavailable and repriced items in the cart and counts the available ones', async () => {
    const [egg] = eggs.skus
    if (!egg) throw new Error('a sku is missing')
    const items = [
      cartItem(nuts, { ...sku, price: 2000 }, 12),
      cartItem(eggs, egg, 1),
      { ...cartItem(nuts, sku, 1), skuId: 'gone', productId: 'gone', name: '柿饼' },
    ]
    useCarts.setState({ carts: { [shopId]: items } })
    render(<ShopPage />)
    await press(/点开看看/)
    const sheet = within(screen.getByRole('dialog', { name: '选好的' }))
    expect(sheet.getByText('只剩 10 斤了，先按 10 斤算')).toBeInTheDocument()
    expect(sheet.getByText('原来 ¥20，现在 ¥25')).toBeInTheDocument()
    expect(sheet.getByText('卖完了')).toBeInTheDocument()
    expect(await sheet.findByText('店家不卖了')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^10 件.*¥.*250.*点开看看$/ })).toBeInTheDocument()
    expect(useCarts.getState().carts[shopId]).toHaveLength(3)
    await userEvent.click(sheet.getByRole('button', { name: '去掉柿饼' }))
    expect(useCarts.getState().carts[shopId]).toHaveLength(2)
  })

  it('empties the cart after one confirmation', async () => {
    useCarts.setState({ carts: { [shopId]: [cartItem(nuts, sku, 1)] } })
    render(<ShopPage />)
    await press(/点开看看/)
    await press('都不要了')
    await press('留着')
    expect(useCarts.getState().carts[shopId]).toHaveLength(1)
    await press('都不要了')
    await press('都去掉')
    expect(useCarts.getState().carts).toEqual({})
    expect(await screen.findByText('还没选东西')).toBeInTheDocument()
  })

  it('shows a closed shop without selling', async () => {
    shown = storefront({ closedUntil: '2099-01-02' })
    useCarts.setState({ carts: { [shopId]: [cartItem(nuts, sku, 1)] } })
    render(<ShopPage />)
    expect(await screen.findByText('店里歇几天，1月2日起再接单')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /^核桃/ })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '去下单' })).toBeNull()
    expect(screen.queryByRole('button', { name: /加一份/ })).toBeNull()
  })

  it('shows the note of a paused shop, also without a reopening day', async () => {
    shown = storefront({ closedUntil: UNTIL_REOPENED, closedNote: '收核桃去了' })
    render(<ShopPage />)
    expect(await screen.findByText('收核桃去了。店里歇几天，哪天再接单还没定')).toBeInTheDocument()
  })

  it('explains a shop without products', async () => {
    shown = storefront({}, [])
    render(<ShopPage />)
    expect(await screen.findByText('货还没摆上来')).toBeInTheDocument()
  })

  it('explains a missing shop and removes it from the visits', async () => {
    useVisits.setState({ visits: [{ slug: 'other1', name: '别的店', trade: 'nuts', at: 1 }] })
    useVisits.getState().remember({ slug: 'missing1', name: '没了的店', trade: 'nuts', at: 2 })
    fakeTaro.params({ slug: 'missing1' })
    render(<ShopPage />)
    expect(await screen.findByText('这家店找不到了')).toBeInTheDocument()
    await waitFor(() => expect(useVisits.getState().visits.map((visit) => visit.slug)).toEqual(['other1']))
  })

  it('reports that a shop was closed for good', async () => {
    fakeTaro.params({ slug: 'closed1' })
    fakeTaro.answer(() => ({ status: GONE, body: { code: 'not-found', status: GONE } }))
    render(<ShopPage />)
    expect(await screen.findByText('这家店关了')).toBeInTheDocument()
  })

  it('reports offline and can retry', async () => {
    fakeTaro.params({ slug: 'offline1' })
    fakeTaro.answer(() => null)
    render(<ShopPage />)
    expect(await screen.findByText('没连上')).toBeInTheDocument()
    fakeTaro.answerSignedIn(() => ok(storefront({ slug: 'offline1' })))
    await press('再试一次')
    expect(await screen.findByRole('button', { name: '核桃，加一份' })).toBeInTheDocument()
  })

  it('records a visit once, most recent first', async () => {
    const { unmount } = render(<ShopPage />)
    await screen.findByRole('button', { name: '核桃，加一份' })
    act(() => useVisits.getState().remember({ slug: 'other1', name: '别的店', trade: 'nuts', at: 1 }))
    unmount()
    render(<ShopPage />)
    await waitFor(() =>
      expect(useVisits.getState().visits.map(({ slug: at, name }) => [at, name])).toEqual([
        [slug, '山货铺'],
        ['other1', '别的店'],
      ]),
    )
  })

  it('shares the name, the page and the picture', async () => {
    render(<ShopPage />)
    await screen.findByRole('button', { name: '核桃，加一份' })
    expect(fakeTaro.shareMessage()).toEqual({
      title: '山货铺，点开就能买',
      path: `/pages/storefront/shop?slug=${slug}`,
      imageUrl: `http://127.0.0.1:4180/s/${slug}/share.jpg`,
    })
  })
})
