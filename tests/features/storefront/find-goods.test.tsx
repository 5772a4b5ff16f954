import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useCarts } from '@/features/cart/cart-store'
import { cartWords } from '@/locales/order/cart'
import { goodsWords } from '@/locales/product/goods'
import FindGoodsEntry from '@/pages/orders/find-goods'
import ShopPage from '@/pages/storefront/shop'
import { mockIntersectionObserver } from '../../support/components/fake-intersection-observer'
import { type Answer, fakeTaro, navigation, ok } from '../../support/components/taro'
import { eggs, nuts, problem, products, serving, shopId, slug, storefront } from './sample-shop'

let shown = storefront()
/** The reply to a search. */
let find: (search: string | null) => Answer | null | Promise<Answer | null>

const searchOf = (path: string) => new URLSearchParams(path.split('?')[1]).get('search')
const isSearch = (path: string) => path.startsWith(`/api/shops/${shopId}/products?`)
const searches = () => fakeTaro.requests.flatMap(({ path }) => (isSearch(path) ? [searchOf(path)] : []))
const found = (...items: object[]): Answer => ok({ items })
const field = () => screen.findByLabelText('想买什么')

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.params({ slug })
  shown = storefront()
  find = () => found()
  fakeTaro.answer(
    serving(
      () => shown,
      ({ path }) => (isSearch(path) ? find(searchOf(path)) : undefined),
    ),
  )
})

describe('FindGoods', () => {
  it('is linked from a shop with eight products', async () => {
    const screens = mockIntersectionObserver()
    shown = storefront({ name: '大山货铺' }, products(8))
    render(<ShopPage />)
    await userEvent.click(await screen.findByRole('link', { name: '找货' }))
    expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url: `/pages/orders/find-goods?slug=${slug}` }])
    screens.restore()
  })

  it('is not linked from a shop with fewer products', async () => {
    const screens = mockIntersectionObserver()
    shown = storefront({ name: '小山货铺' }, products(7))
    render(<ShopPage />)
    await screen.findAllByText('小山货铺')
    expect(screen.queryByRole('link', { name: '找货' })).toBeNull()
    screens.restore()
  })

  it('shows the matching products and opens one', async () => {
    find = () => found(nuts, eggs)
    render(<FindGoodsEntry />)
    await userEvent.type(await field(), ' ht ')
    expect(await screen.findByText('找到 2 件')).toBeInTheDocument()
    expect(searches()).toEqual(['ht'])
    expect(screen.getByText('卖完了')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('link', { name: /核桃/ }))
    expect(fakeTaro.navigations).toEqual([navigation(`/pages/storefront/product?slug=${slug}&id=${nuts.id}`)])
  })

  it('adds a found product to the cart and leads to the checkout', async () => {
    useCarts.setState({ carts: {} })
    find = () => found(nuts)
    render(<FindGoodsEntry />)
    await userEvent.type(await field(), 'ht')
    await userEvent.click(await screen.findByRole('button', { name: goodsWords.add('核桃') }))
    await userEvent.click(screen.getByRole('button', { name: goodsWords.add('核桃') }))
    await userEvent.click(screen.getByRole('button', { name: goodsWords.less('核桃') }))
    expect(useCarts.getState().carts[shopId]?.map(({ quantity }) => quantity)).toEqual([1])
    await userEvent.click(screen.getByRole('button', { name: cartWords.order }))
    expect(fakeTaro.navigations).toEqual([navigation(`/pages/orders/checkout?slug=${slug}`)])
  })

  it('omits hidden products, which the server sends to the owner of the shop', async () => {
    find = () => found(nuts, { ...eggs, onSale: false })
    render(<FindGoodsEntry />)
    await userEvent.type(await field(), 'ht')
    expect(await screen.findByText('找到 1 件')).toBeInTheDocument()
    expect(screen.queryByText(eggs.name)).toBeNull()
  })

  it('ignores a late reply to an earlier search', async () => {
    const late: ((answer: Answer) => void)[] = []
    find = (search) =>
      search === '核' ? new Promise((resolve) => late.push(resolve)) : found({ ...eggs, name: '鸡蛋' })
    render(<FindGoodsEntry />)
    await userEvent.type(await field(), '核')
    await waitFor(() => expect(searches()).toEqual(['核']))
    await userEvent.clear(await field())
    await userEvent.type(await field(), '蛋')
    expect(await screen.findByText('鸡蛋')).toBeInTheDocument()
    await act(async () => late[0]?.(found(nuts)))
    expect(screen.getByText('鸡蛋')).toBeInTheDocument()
    expect(screen.queryByText('核桃')).toBeNull()
  })

  it('reports that nothing was found, and that the search failed', async () => {
    render(<FindGoodsEntry />)
    await userEvent.type(await field(), '没有')
    expect(await screen.findByText('没找到这样的货')).toBeInTheDocument()
    find = () => problem(503, 'unavailable')
    await userEvent.type(await field(), '的')
    await waitFor(() => expect(screen.queryByText('没找到这样的货')).toBeNull())
    expect(await screen.findByRole('button', { name: /再/ })).toBeInTheDocument()
  })
})
