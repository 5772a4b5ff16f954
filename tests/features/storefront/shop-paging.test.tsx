import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { storefrontWords } from '@/locales/storefront/storefront'
import ShopPage from '@/pages/storefront/shop'
import { mockIntersectionObserver } from '../../support/components/fake-intersection-observer'
import { fakeTaro, ok } from '../../support/components/taro'
import { nuts, problem, serving, shopId, slug, storefront } from './sample-shop'

let screens: ReturnType<typeof mockIntersectionObserver>
/** Replies to the next page requests in order; `null` is a dead network. */
let pages: (object | Promise<object> | null)[]
/** The storefront that the server returns now. */
let shown: ReturnType<typeof storefront>
/** Each test uses another shop name, because the previous test's shop is shown until the new one is loaded. */
let shopNumber = 0
const shopName = () => `山货铺${shopNumber}`
const longer = () => ({ ...storefront({ name: shopName() }), next: 'second' })

const isPage = (path: string) => path.startsWith(`/api/shops/${shopId}/products?`)

const answered = (body: object) => ok(body)
/** Takes the reply to the next page request. */
function page() {
  const body = pages.shift()
  if (body === undefined) return problem(500, 'server')
  return body instanceof Promise ? body.then(answered) : body && answered(body)
}

beforeEach(() => {
  screens = mockIntersectionObserver()
  pages = []
  shopNumber += 1
  shown = longer()
  fakeTaro.reset()
  fakeTaro.params({ slug })
  fakeTaro.answer(
    serving(
      () => shown,
      ({ path }) => (isPage(path) ? page() : undefined),
    ),
  )
})
afterEach(() => screens.restore())

const product = (at: number) => ({ ...nuts, id: `01HZZZZZZZZZZZZZZZZZZZZZM${at}`, name: `后面的货${at}` })
const priced = (at: number, price: number) => ({
  ...product(at),
  skus: product(at).skus.map((sku) => ({ ...sku, price })),
})
const pageRequests = () => fakeTaro.requests.filter(({ path }) => isPage(path)).length

async function scrollToEnd() {
  const end = (await screen.findByText(storefrontWords.more)).closest('.more-goods')
  if (!end) throw new Error('no end')
  await waitFor(() => expect(screens.observed()).toContain(end))
  act(() => screens.enter(end))
}

describe('ShopPage paging', () => {
  it('loads further products page by page as the end comes near', async () => {
    pages = [{ items: [product(1)], next: 'third' }, { items: [product(2)] }]
    render(<ShopPage />)
    await screen.findByText(storefrontWords.more)
    expect(pageRequests()).toBe(0)
    await scrollToEnd()
    expect(await screen.findByText('后面的货1')).toBeInTheDocument()
    expect(pageRequests()).toBe(1)
    await scrollToEnd()
    expect(await screen.findByText('后面的货2')).toBeInTheDocument()
    expect(screen.queryByText(storefrontWords.more)).toBeNull()
  })

  it('shows sold-out products once all pages are loaded', async () => {
    pages = [{ items: [product(1)] }]
    render(<ShopPage />)
    await screen.findByText('核桃')
    expect(screen.queryByText('土鸡蛋')).toBeNull()
    await scrollToEnd()
    expect(await screen.findByText('土鸡蛋')).toBeInTheDocument()
  })

  it('reports a failed page and retries on a tap or when online', async () => {
    pages = [null, null, { items: [product(1)] }]
    render(<ShopPage />)
    await scrollToEnd()
    await userEvent.click(await screen.findByRole('button', { name: storefrontWords.moreFailed }))
    expect(await screen.findByRole('button', { name: storefrontWords.moreFailed })).toBeInTheDocument()
    expect(pageRequests()).toBe(2)
    act(() => void window.dispatchEvent(new Event('online')))
    expect(await screen.findByText('后面的货1')).toBeInTheDocument()
  })

  /** Creates a page that resolves when the test says so. */
  function deferredPage() {
    let come = (_: object) => {}
    const body = new Promise<object>((resolve) => {
      come = resolve
    })
    return { body, come: (now: object) => act(async () => come(now)) }
  }

  /** Opens the shop and loads two further pages. */
  async function loadTwoPages() {
    pages = [
      { items: [product(1)], next: 'third' },
      { items: [product(2)], next: 'fourth' },
    ]
    render(<ShopPage />)
    await screen.findAllByText(shopName())
    await scrollToEnd()
    await screen.findByText('后面的货1')
    await scrollToEnd()
    await screen.findByText('后面的货2')
  }

  /** Shows the page again with these replies to the next requests. */
  async function showAgain(now: typeof pages) {
    pages = now
    await act(async () => fakeTaro.show())
  }

  const cursors = () =>
    fakeTaro.requests.filter(({ path }) => isPage(path)).map(({ path }) => /cursor=(\w+)/.exec(path)?.[1])

  it('reloads all pages when shown again and replaces them at once', async () => {
    const last = deferredPage()
    await loadTwoPages()
    await showAgain([{ items: [priced(1, 990)], next: 'third' }, last.body])
    await waitFor(() => expect(pageRequests()).toBe(4))
    expect(cursors()).toEqual(['second', 'third', 'second', 'third'])
    // nothing changes while the pages are loaded
    expect(screen.getByText('后面的货1')).toBeInTheDocument()
    expect(screen.getByText('后面的货2')).toBeInTheDocument()
    expect(screen.queryByText(/9\.9/)).toBeNull()
    await last.come({ items: [product(3)], next: 'fourth' })
    expect(await screen.findByText('后面的货3')).toBeInTheDocument()
    expect(screen.queryByText('后面的货2')).toBeNull()
    expect(screen.getAllByText(/9\.9/)).not.toHaveLength(0)
    expect(screen.getByText(storefrontWords.more)).toBeInTheDocument()
    expect(pageRequests()).toBe(4)
  })

  it('keeps the loaded pages offline and reloads them once online', async () => {
    await loadTwoPages()
    await showAgain([null])
    await waitFor(() => expect(pageRequests()).toBe(3))
    expect(screen.getByText('后面的货1')).toBeInTheDocument()
    expect(screen.getByText('后面的货2')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: storefrontWords.moreFailed })).toBeNull()
    await showAgain([{ items: [product(1), product(3)] }])
    expect(await screen.findByText('后面的货3')).toBeInTheDocument()
    expect(screen.queryByText('后面的货2')).toBeNull()
  })

  it('retries a failed reload by itself', async () => {
    await loadTwoPages()
    jest.useFakeTimers({ advanceTimers: true })
    await showAgain([null, { items: [product(3), product(4)] }])
    await waitFor(() => expect(pageRequests()).toBe(3))
    await act(async () => jest.advanceTimersByTime(4_000))
    expect(await screen.findByText('后面的货3')).toBeInTheDocument()
    expect(pageRequests()).toBe(4)
  })

  it('drops further pages when the shop fits its first page', async () => {
    await loadTwoPages()
    shown = storefront()
    await showAgain([])
    await waitFor(() => expect(screen.queryByText('后面的货1')).toBeNull())
    shown = longer()
    await showAgain([])
    expect(await screen.findByText(storefrontWords.more)).toBeInTheDocument()
  })

  it('reloads only the first page when no further page was loaded', async () => {
    render(<ShopPage />)
    await screen.findByText('核桃')
    await act(async () => fakeTaro.show())
    await waitFor(() => expect(fakeTaro.requests.filter(({ path }) => path.endsWith(slug))).toHaveLength(2))
    expect(pageRequests()).toBe(0)
  })

  it('keeps a page that is loaded during a reload', async () => {
    const again = deferredPage()
    await loadTwoPages()
    await showAgain([again.body])
    await waitFor(() => expect(pageRequests()).toBe(3))
    pages = [
      { items: [product(3)] },
      { items: [product(1), product(2)], next: 'fourth' },
      { items: [priced(3, 990)] },
    ]
    await scrollToEnd()
    expect(await screen.findByText(/9\.9/)).toBeInTheDocument()
    await again.come({ items: [product(1)], next: 'third' })
    for (const at of [1, 2, 3]) expect(screen.getByText(`后面的货${at}`)).toBeInTheDocument()
    expect(screen.queryByText(storefrontWords.more)).toBeNull()
  })
})
