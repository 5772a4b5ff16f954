import { act, render, screen, waitFor } from '@testing-library/react'
import { go } from '@/platform/navigate'
import { Page } from '@/ui/page/page'
import { pageWords } from '@/words/zh/page'
import { stage } from '../support/taro'

const url = '/pages/orders/mine?of=me'
const opened = { by: 'navigateTo', url }
let load: jest.Mock<Promise<unknown>, []>
let now: number

beforeEach(() => {
  stage.reset()
  // each tap is one of its own
  now = (now ?? Date.now()) + 10_000
  jest.spyOn(Date, 'now').mockImplementation(() => now)
  load = jest.fn()
  window.__taroAppConfig = {
    routes: [{ path: 'pages/orders/mine', load: () => [load(), undefined] }],
    router: { customRoutes: { '/pages/orders/mine': '/orders' } },
  }
  window.fetch = jest.fn().mockRejectedValue(new TypeError('Failed to fetch'))
  render(<Page title="首页">{null}</Page>)
})
afterEach(() => {
  jest.restoreAllMocks()
  delete window.__taroAppConfig
})

const tap = () => {
  now += 10_000
  act(() => go(url))
}

test('a page whose scripts do not come is told and not gone to; it opens once they come', async () => {
  load.mockRejectedValueOnce(new Error('Loading chunk 5 failed.'))
  tap()
  expect(await screen.findByText(pageWords.missed)).toBeInTheDocument()
  expect(stage.visits).toEqual([])
  load.mockResolvedValue({})
  tap()
  await waitFor(() => expect(stage.visits).toEqual([opened]))
  // it is here now
  tap()
  expect(stage.visits).toEqual([opened, opened])
  expect(load).toHaveBeenCalledTimes(2)
})
