import { act, render, screen, waitFor } from '@testing-library/react'
import { pageWords } from '@/locales/page'
import { go } from '@/platform/navigation/navigate'
import { Page } from '@/ui/page/page'
import { fakeTaro } from '../support/components/taro'

const url = '/pages/orders/mine?of=me'
const opened = { by: 'navigateTo', url }
let load: jest.Mock<Promise<unknown>, []>
let now: number

beforeEach(() => {
  fakeTaro.reset()
  // each tap counts as a separate tap
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

describe('preloadPage', () => {
  it('reports chunks that fail to load and opens the page on the next tap', async () => {
    load.mockRejectedValueOnce(new Error('Loading chunk 5 failed.'))
    tap()
    expect(await screen.findByText(pageWords.missed)).toBeInTheDocument()
    expect(fakeTaro.navigations).toEqual([])
    load.mockResolvedValue({})
    tap()
    await waitFor(() => expect(fakeTaro.navigations).toEqual([opened]))
    // the chunks are loaded now
    tap()
    expect(fakeTaro.navigations).toEqual([opened, opened])
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('shows a loading notice until a slow page opens', async () => {
    jest.useFakeTimers({ doNotFake: ['Date'] })
    let resolveChunks: (scripts: unknown) => void = () => undefined
    load.mockReturnValueOnce(new Promise((resolve) => (resolveChunks = resolve)))
    window.__taroAppConfig?.routes.push({ path: 'pages/settings/key', load: () => [load()] })
    act(() => go('/pages/settings/key?shop=s'))
    const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
    await wait(900)
    expect(screen.queryByText(pageWords.slow)).toBeNull()
    await wait(10_000)
    expect(screen.getByText(pageWords.slow)).toBeInTheDocument()
    expect(fakeTaro.navigations).toEqual([])
    resolveChunks({})
    await wait(0)
    expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url: '/pages/settings/key?shop=s' }])
    await wait(5000)
    expect(screen.queryByText(pageWords.slow)).toBeNull()
  })
})
