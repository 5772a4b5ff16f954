import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import ShopPage from '@/pages/storefront/shop'
import { storefrontWords } from '@/words/zh/storefront'
import { standInForScreens } from '../../support/near'
import { stage } from '../../support/taro'
import { nuts, problem, serving, shopId, slug, storefront } from './sample-shop'

let screens: ReturnType<typeof standInForScreens>
/** What the server answers to the next pages, in turn; `null` is a dead network. */
let pages: (object | null)[]

const isPage = (path: string) => path.startsWith(`/api/shops/${shopId}/products?`)

beforeEach(() => {
  screens = standInForScreens()
  pages = []
  stage.reset()
  stage.params({ slug })
  stage.answer(
    serving(
      () => ({ ...storefront(), next: 'second' }),
      ({ path }) => {
        if (!isPage(path)) return undefined
        const body = pages.shift()
        if (body === undefined) return problem(500, 'server')
        return body && { status: 200, body }
      },
    ),
  )
})
afterEach(() => screens.end())

const product = (at: number) => ({ ...nuts, id: `01HZZZZZZZZZZZZZZZZZZZZZM${at}`, name: `后面的货${at}` })
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
