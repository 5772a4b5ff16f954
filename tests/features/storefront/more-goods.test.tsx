import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { storefrontWords } from '@/locales/zh-CN/storefront'
import ShopPage from '@/pages/storefront/shop'
import { standInForScreens } from '../../support/near'
import { stage } from '../../support/taro'
import { nuts, problem, serving, shopId, slug, storefront } from './sample-shop'

let screens: ReturnType<typeof standInForScreens>
/** What the server answers to the next pages, in turn; `null` is a dead network. */
let pages: (object | Promise<object> | null)[]
/** The shop as the server tells it now. */
let shown: ReturnType<typeof storefront>
/** Each test's shop has a name of its own: what was read in the one before is shown until it comes. */
let named = 0
const shopName = () => `山货铺${named}`
const longer = () => ({ ...storefront({ name: shopName() }), next: 'second' })

const isPage = (path: string) => path.startsWith(`/api/shops/${shopId}/products?`)

const answered = (body: object) => ({ status: 200, body })
/** The next page, when it comes. */
function page() {
  const body = pages.shift()
  if (body === undefined) return problem(500, 'server')
  return body instanceof Promise ? body.then(answered) : body && answered(body)
}

beforeEach(() => {
  screens = standInForScreens()
  pages = []
  named += 1
  shown = longer()
  stage.reset()
  stage.params({ slug })
  stage.answer(
    serving(
      () => shown,
      ({ path }) => (isPage(path) ? page() : undefined),
    ),
  )
})
afterEach(() => screens.end())

const product = (at: number) => ({ ...nuts, id: `01HZZZZZZZZZZZZZZZZZZZZZM${at}`, name: `后面的货${at}` })
const priced = (at: number, price: number) => ({
  ...product(at),
  skus: product(at).skus.map((sku) => ({ ...sku, price })),
})
const asked = () => stage.requests.filter(({ path }) => isPage(path)).length

async function comeNear() {
  const end = (await screen.findByText(storefrontWords.more)).closest('.more-goods')
  if (!end) throw new Error('no end')
  await waitFor(() => expect(screens.watched()).toContain(end))
  act(() => screens.comes(end))
}

test('further goods are read as people come near their end, page by page, and no sooner', async () => {
  pages = [{ items: [product(1)], next: 'third' }, { items: [product(2)] }]
  render(<ShopPage />)
  await screen.findByText(storefrontWords.more)
  expect(asked()).toBe(0)
  await comeNear()
  expect(await screen.findByText('后面的货1')).toBeInTheDocument()
  expect(asked()).toBe(1)
  await comeNear()
  expect(await screen.findByText('后面的货2')).toBeInTheDocument()
  expect(screen.queryByText(storefrontWords.more)).toBeNull()
})

test('what is sold out comes once all is read', async () => {
  pages = [{ items: [product(1)] }]
  render(<ShopPage />)
  await screen.findByText('核桃')
  expect(screen.queryByText('土鸡蛋')).toBeNull()
  await comeNear()
  expect(await screen.findByText('土鸡蛋')).toBeInTheDocument()
})

test('a page that does not come is said, and asked for again by a tap or when the network is back', async () => {
  pages = [null, null, { items: [product(1)] }]
  render(<ShopPage />)
  await comeNear()
  await userEvent.click(await screen.findByRole('button', { name: storefrontWords.moreFailed }))
  expect(await screen.findByRole('button', { name: storefrontWords.moreFailed })).toBeInTheDocument()
  expect(asked()).toBe(2)
  act(() => void window.dispatchEvent(new Event('online')))
  expect(await screen.findByText('后面的货1')).toBeInTheDocument()
})

/** A page that comes when the test says so. */
function late() {
  let come = (_: object) => {}
  const body = new Promise<object>((resolve) => {
    come = resolve
  })
  return { body, come: (now: object) => act(async () => come(now)) }
}

/** Somebody who has read two further pages, */
async function readOn() {
  pages = [
    { items: [product(1)], next: 'third' },
    { items: [product(2)], next: 'fourth' },
  ]
  render(<ShopPage />)
  await screen.findAllByText(shopName())
  await comeNear()
  await screen.findByText('后面的货1')
  await comeNear()
  await screen.findByText('后面的货2')
}

/** leaves, and comes back, when the server answers as `now` says. */
async function comeBack(now: typeof pages) {
  pages = now
  await act(async () => stage.show())
}

const cursors = () =>
  stage.requests.filter(({ path }) => isPage(path)).map(({ path }) => /cursor=(\w+)/.exec(path)?.[1])

test('who comes back sees further goods as they are now: hidden ones gone, prices new, all at once', async () => {
  const last = late()
  await readOn()
  await comeBack([{ items: [priced(1, 990)], next: 'third' }, last.body])
  await waitFor(() => expect(asked()).toBe(4))
  expect(cursors()).toEqual(['second', 'third', 'second', 'third'])
  // nothing moves while they are read
  expect(screen.getByText('后面的货1')).toBeInTheDocument()
  expect(screen.getByText('后面的货2')).toBeInTheDocument()
  expect(screen.queryByText(/9\.9/)).toBeNull()
  await last.come({ items: [product(3)], next: 'fourth' })
  expect(await screen.findByText('后面的货3')).toBeInTheDocument()
  expect(screen.queryByText('后面的货2')).toBeNull()
  expect(screen.getAllByText(/9\.9/)).not.toHaveLength(0)
  expect(screen.getByText(storefrontWords.more)).toBeInTheDocument()
  expect(asked()).toBe(4)
})

test('without a network further goods stay as they were, and are read again when it is back', async () => {
  await readOn()
  await comeBack([null])
  await waitFor(() => expect(asked()).toBe(3))
  expect(screen.getByText('后面的货1')).toBeInTheDocument()
  expect(screen.getByText('后面的货2')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: storefrontWords.moreFailed })).toBeNull()
  await comeBack([{ items: [product(1), product(3)] }])
  expect(await screen.findByText('后面的货3')).toBeInTheDocument()
  expect(screen.queryByText('后面的货2')).toBeNull()
})

test('a server in trouble is asked for further goods again by itself', async () => {
  await readOn()
  jest.useFakeTimers({ advanceTimers: true })
  await comeBack([null, { items: [product(3), product(4)] }])
  await waitFor(() => expect(asked()).toBe(3))
  await act(async () => jest.advanceTimersByTime(4_000))
  expect(await screen.findByText('后面的货3')).toBeInTheDocument()
  expect(asked()).toBe(4)
  jest.useRealTimers()
})

test('a shop that has become shorter than its first page lists nothing beyond it', async () => {
  await readOn()
  shown = storefront()
  await comeBack([])
  await waitFor(() => expect(screen.queryByText('后面的货1')).toBeNull())
  shown = longer()
  await comeBack([])
  expect(await screen.findByText(storefrontWords.more)).toBeInTheDocument()
})

test('nothing beyond the first goods is read again where nothing was read', async () => {
  render(<ShopPage />)
  await screen.findByText('核桃')
  await act(async () => stage.show())
  await waitFor(() => expect(stage.requests.filter(({ path }) => path.endsWith(slug))).toHaveLength(2))
  expect(asked()).toBe(0)
})

test('a page asked for while the others are read again is not lost', async () => {
  const again = late()
  await readOn()
  await comeBack([again.body])
  await waitFor(() => expect(asked()).toBe(3))
  pages = [
    { items: [product(3)] },
    { items: [product(1), product(2)], next: 'fourth' },
    { items: [priced(3, 990)] },
  ]
  await comeNear()
  expect(await screen.findByText(/9\.9/)).toBeInTheDocument()
  await again.come({ items: [product(1)], next: 'third' })
  for (const at of [1, 2, 3]) expect(screen.getByText(`后面的货${at}`)).toBeInTheDocument()
  expect(screen.queryByText(storefrontWords.more)).toBeNull()
})
