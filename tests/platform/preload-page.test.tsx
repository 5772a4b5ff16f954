import { act, render, screen, waitFor } from '@testing-library/react'
import { pageWords } from '@/locales/zh-CN/page'
import { go } from '@/platform/navigation/navigate'
import { Page } from '@/ui/page/page'
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

test('a page that takes its time is told until it opens, and only while somebody waits for it', async () => {
  jest.useFakeTimers({ doNotFake: ['Date'] })
  let come: (scripts: unknown) => void = () => undefined
  load.mockReturnValueOnce(new Promise((resolve) => (come = resolve)))
  window.__taroAppConfig?.routes.push({ path: 'pages/settings/key', load: () => [load()] })
  act(() => go('/pages/settings/key?shop=s'))
  const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
  await wait(900)
  expect(screen.queryByText(pageWords.slow)).toBeNull()
  await wait(10_000)
  expect(screen.getByText(pageWords.slow)).toBeInTheDocument()
  expect(stage.visits).toEqual([])
  come({})
  await wait(0)
  expect(stage.visits).toEqual([{ by: 'navigateTo', url: '/pages/settings/key?shop=s' }])
  await wait(5000)
  expect(screen.queryByText(pageWords.slow)).toBeNull()
  jest.useRealTimers()
})
