import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { cartItem } from '@/domain/product/cart-check'
import { useCarts } from '@/features/cart/cart-store'
import { pageWords } from '@/locales/page'
import { storefrontWords } from '@/locales/storefront/storefront'
import ShopPage from '@/pages/storefront/shop'
import { mockIntersectionObserver } from '../../support/components/fake-intersection-observer'
import { fakeTaro, navigation } from '../../support/components/taro'
import { setWindowWidth } from '../../support/components/window-width'
import { eggs, nuts, products, serving, shopId, slug, storefront } from './sample-shop'

let mockSinglePage = false
jest.mock('@/platform/lifecycle/launch', () => ({
  ...jest.requireActual('@/platform/lifecycle/launch'),
  get singlePage() {
    return mockSinglePage
  },
}))
let mockNativeBar = false
jest.mock('@/platform/navigation/page-frame', () => ({
  ...jest.requireActual('@/platform/navigation/page-frame'),
  get hasNativeTitleBar() {
    return mockNativeBar
  },
}))
let mockPanelFailures = 0
const mockPanels = () => jest.requireActual('@/features/cart/panels/load-cart-panels').loadCartPanels()
jest.mock('@/features/cart/panels/load-cart-panels', () => ({
  loadCartPanels: () => (mockPanelFailures-- > 0 ? Promise.reject(new Error('no network')) : mockPanels()),
}))

const NAME = '山货铺'
const [sku] = nuts.skus
if (!sku) throw new Error('a sku is missing')

let shown = storefront()
let screens: ReturnType<typeof mockIntersectionObserver>
beforeEach(() => {
  fakeTaro.reset()
  useCarts.setState({ carts: {} })
  setWindowWidth(390)
  mockSinglePage = false
  mockNativeBar = false
  mockPanelFailures = 0
  shown = storefront()
  screens = mockIntersectionObserver()
  fakeTaro.params({ slug })
  fakeTaro.answer(serving(() => shown))
})
afterEach(() => screens.restore())

async function open() {
  const view = render(<ShopPage />)
  await screen.findAllByText(NAME)
  return view
}
function head(): Element {
  const found = screens.observed().find(({ className }) => className.includes('look__head'))
  if (!found) throw new Error('the head is not observed')
  return found
}
const names = () => screen.getAllByText(NAME)
const scrollPast = () => act(() => screens.leave(head(), { height: 120 }))

describe('ShopPage with a look that begins with the head', () => {
  it('shows the name once, as the only main heading, and again in a bar while the head is out of view', async () => {
    await open()
    expect(names()).toHaveLength(1)
    scrollPast()
    expect(names()).toHaveLength(2)
    expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual([NAME])
    act(() => screens.enter(head()))
    expect(names()).toHaveLength(1)
    expect(fakeTaro.titles.at(-1)).toBe(NAME)
    expect(fakeTaro.titles).not.toContain('')
  })

  it('empties the native title while the head is in view and keeps the shared title', async () => {
    mockNativeBar = true
    await open()
    expect(fakeTaro.titles.at(-1)).toBe('')
    scrollPast()
    expect(fakeTaro.titles.at(-1)).toBe(NAME)
    expect(names()).toHaveLength(1)
    expect(fakeTaro.shareMessage()).toMatchObject({ title: storefrontWords.share(NAME) })
  })

  it('shows the name once where the browser has no IntersectionObserver', async () => {
    screens.restore()
    await open()
    expect(names()).toHaveLength(1)
  })

  it('keeps the bar with the name for another look', async () => {
    const sections = shown.look.sections.filter(({ kind }) => kind !== 'shop-head')
    shown = { ...shown, look: { ...shown.look, sections } }
    await open()
    // the shop of the test before is shown from the cache first
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1, name: NAME })).toHaveClass('top-bar__title'),
    )
    expect(fakeTaro.titles).toContain(NAME)
  })
})

describe('ShopTools', () => {
  const tools = () => [
    screen.queryByRole('link', { name: storefrontWords.find }),
    screen.queryByRole('button', { name: storefrontWords.callShop }),
  ]

  it('show a search in a shop with eight products or more, and a button to call', async () => {
    shown = storefront({}, products(8))
    const { container } = await open()
    await waitFor(() => expect(container.querySelector('.look-area--tools')).not.toBeNull())
    expect(tools().every(Boolean)).toBe(true)
    await userEvent.click(screen.getByRole('link', { name: storefrontWords.find }))
    expect(fakeTaro.navigations).toEqual([navigation(`/pages/orders/find-goods?slug=${slug}`)])
  })

  it('show nothing in a shop with fewer products and without a phone', async () => {
    shown = storefront({}, products(7))
    Reflect.deleteProperty(shown.shop, 'phone')
    const { container } = await open()
    await waitFor(() => expect(container.querySelector('.look-area--tools')).toBeNull())
    expect(tools()).toEqual([null, null])
  })

  it("show nothing in the single-page mode of WeChat's Moments", async () => {
    mockSinglePage = true
    shown = storefront({}, products(8))
    await open()
    expect(tools()).toEqual([null, null])
  })
})

describe('ShopPage in a wide window', () => {
  const basket = async () => within(await screen.findByRole('region', { name: '篮子' }))
  const order = (within: Awaited<ReturnType<typeof basket>>) => within.getByRole('button', { name: '去下单' })
  beforeEach(() => setWindowWidth(1366))

  it('has an empty basket beside its products', async () => {
    await open()
    const beside = await basket()
    expect(beside.getByText('还没选')).toBeInTheDocument()
    expect(beside.getByText(/自提/)).toBeInTheDocument()
    expect(order(beside)).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(order(beside))
    expect(fakeTaro.navigations).toEqual([])
  })

  it('lists what was put into the basket, opens it and orders, without a bar in the foot', async () => {
    const [egg] = eggs.skus
    if (!egg) throw new Error('a sku is missing')
    useCarts.setState({ carts: { [shopId]: [cartItem(nuts, sku, 2), cartItem(eggs, egg, 1)] } })
    const { container } = await open()
    const beside = await basket()
    expect(beside.getByText('核桃 2 斤')).toBeInTheDocument()
    expect(beside.getByText('卖完了')).toBeInTheDocument()
    expect(container.querySelector('.page__foot')).toBeNull()
    await userEvent.click(beside.getByRole('button', { name: /核桃.*一共.*50.*点开看看/ }))
    expect(await screen.findByRole('dialog', { name: '选好的' })).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: '关上' }))
    await userEvent.click(order(beside))
    expect(fakeTaro.navigations).toEqual([navigation(`/pages/orders/checkout?slug=${slug}`)])
  })

  it('says in the place of the basket that the shop is closed', async () => {
    shown = storefront({ closedUntil: '2099-01-02' })
    const { container } = await open()
    const notice = await screen.findByText('店里歇几天，1月2日起再接单')
    expect(notice.closest('.look__side')).not.toBeNull()
    expect(container.querySelector('.page__foot')).toBeNull()
    expect(screen.queryByRole('region', { name: '篮子' })).toBeNull()
  })

  it('has the order bar in the place of a basket that could not be loaded', async () => {
    mockPanelFailures = Number.POSITIVE_INFINITY
    useCarts.setState({ carts: { [shopId]: [cartItem(nuts, sku, 2)] } })
    await open()
    const button = await screen.findByRole('button', { name: '去下单' })
    expect(button.closest('.look__side')).not.toBeNull()
  })
})

describe('the cart of a shop', () => {
  it('reports that it could not be loaded, and opens on another tap', async () => {
    mockPanelFailures = 2
    useCarts.setState({ carts: { [shopId]: [cartItem(nuts, sku, 2)] } })
    await open()
    const bar = await screen.findByRole('button', { name: /点开看看/ })
    await userEvent.click(bar)
    expect(await screen.findByText(pageWords.missed)).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).toBeNull()
    await userEvent.click(bar)
    await waitFor(() => expect(screen.getByRole('dialog', { name: '选好的' })).toBeInTheDocument())
  })
})
