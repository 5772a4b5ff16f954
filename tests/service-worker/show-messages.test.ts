import { showMessages } from '@/service-worker/show-messages'
import { createFakeBrowser, ORIGIN } from './fake-worker-scope'

const message = (changes: object = {}) => ({
  ...{ id: 'one', tag: 'new-order:shop', title: '来了一单', body: '第 1 单：核桃，¥25.00' },
  path: '/merchant-order?shop=shop&order=order',
  ...changes,
})

function start() {
  const browser = createFakeBrowser()
  return { browser, worker: browser.run(showMessages) }
}

/** A window of the site, which counts how often it was brought to the front. */
function windowAt(path: string, visibilityState = 'visible') {
  const one = {
    url: ORIGIN + path,
    visibilityState,
    focused: 0,
    focus: async () => {
      one.focused += 1
    },
  }
  return one
}

describe('push message', () => {
  it('is shown with its title and text', async () => {
    const { browser, worker } = start()
    await worker.push(message())
    expect(browser.notifications()).toMatchObject([
      { title: '来了一单', options: { body: '第 1 单：核桃，¥25.00', renotify: true } },
    ])
  })

  it('replaces the previous message and alerts again', async () => {
    const { browser, worker } = start()
    await worker.push(message())
    await worker.push(message({ id: 'two', title: '来了 3 单' }))
    expect(browser.notifications()).toMatchObject([{ title: '来了 3 单', options: { renotify: true } }])
  })

  it('is silent when it arrives a second time', async () => {
    const { browser, worker } = start()
    await worker.push(message())
    await worker.push(message())
    expect(browser.notifications()).toMatchObject([{ options: { renotify: false, silent: true } }])
  })

  it('is not shown for an order that the open page of the seller announces', async () => {
    const { browser, worker } = start()
    browser.windows.push(windowAt('/merchant?shop=shop'))
    await worker.push(message())
    expect(browser.notifications()).toEqual([])
    await worker.push(message({ tag: 'claim:shop' }))
    expect(browser.notifications()).toHaveLength(1)
  })

  it('is shown while the page of another shop is open', async () => {
    const { browser, worker } = start()
    browser.windows.push(windowAt('/merchant?shop=other&tab=orders'))
    await worker.push(message())
    expect(browser.notifications()).toHaveLength(1)
  })

  it('is shown while the page of the same shop is in the background', async () => {
    const { browser, worker } = start()
    browser.windows.push(windowAt('/merchant?shop=shop', 'hidden'))
    await worker.push(message())
    expect(browser.notifications()).toHaveLength(1)
  })

  it('opens its page, or brings it to the front', async () => {
    const { browser, worker } = start()
    await worker.push(message())
    const [shown] = browser.notifications()
    if (!shown) throw new Error('nothing is shown')
    await worker.press(shown)
    expect(browser.notifications()).toEqual([])
    expect(browser.opened).toEqual([ORIGIN + message().path])
    const open = windowAt(message().path, 'hidden')
    browser.windows.push(open)
    await worker.push(message())
    await worker.press(browser.notifications()[0] ?? shown)
    expect(open.focused).toBe(1)
    expect(browser.opened).toHaveLength(1)
  })
})
