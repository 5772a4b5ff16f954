import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { DemoWorld } from '@/contract/demo'
import { useNetworkName } from '@/features/demo/network-name'
import { failureWords } from '@/locales/failure'
import { demoWords as words } from '@/locales/lesson/demo'
import DemoPage from '@/pages/demo/index'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'

const CENTRE = '621221110'
const PATH = `/api/centres/${CENTRE}/demo`

const world = (change: Partial<DemoWorld> = {}): DemoWorld => ({
  ...{ isReady: true, resetAt: 1 },
  here: { seller: 'http://localhost:4190', buyer: 'http://localhost:4191' },
  elsewhere: { seller: 'http://192.168.1.7:4190', buyer: 'http://192.168.1.7:4191' },
  shop: { slug: 'abcd1234', key: 'ABCD-EFGH-JKMN-PQRS-TVWX' },
  ...change,
})

const ROUTES = { read: `GET ${PATH}`, start: `PUT ${PATH}`, reset: `POST ${PATH}/resets` } as const

/** Answers the routes of a demo; sessions always open. */
function answer(replies: Partial<Record<keyof typeof ROUTES, (request: Request) => Answer | null>>) {
  fakeTaro.answerSignedIn((request) => {
    const name = (Object.keys(ROUTES) as (keyof typeof ROUTES)[]).find(
      (one) => ROUTES[one] === `${request.method} ${request.path}`,
    )
    const reply = name && replies[name]
    return reply ? reply(request) : { status: 404, body: { code: 'not-found', status: 404 } }
  })
}

const problem = (code: string, status: number): Answer => ({ status, body: { code, status } })
const sent = (method: string, path = '') =>
  fakeTaro.requests.filter((request) => request.method === method && request.path === PATH + path)

const show = () => render(<DemoPage />)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

beforeEach(() => {
  fakeTaro.reset()
  fakeTaro.params({ centre: CENTRE })
  useNetworkName.setState({ name: '' })
})

describe('demo page', () => {
  it('starts the world, polls until it is ready, and then shows both phones', async () => {
    let asked = 0
    answer({
      read: () => ok({}),
      start: () => {
        asked += 1
        return ok(world({ isReady: asked > 1 }))
      },
    })
    show()
    await press(words.start)
    expect(await screen.findByRole('button', { name: words.starting })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    expect(screen.getByText(words.startingText(0))).toHaveAttribute('role', 'status')
    expect(await screen.findByRole('img', { name: words.seller.qr })).toBeVisible()
    expect(screen.getByText('http://192.168.1.7:4190/')).toBeVisible()
    expect(screen.getByText('http://192.168.1.7:4191/s/abcd1234')).toBeVisible()
    expect(asked).toBe(2)
  })

  it('says which step of the preparation is under way', async () => {
    let isReady = false
    answer({ read: () => ok({}), start: () => ok(isReady ? world() : world({ isReady, step: 2 })) })
    show()
    await press(words.start)
    expect(await screen.findByText(words.startingText(2))).toHaveAttribute('role', 'status')
    isReady = true
    expect(await screen.findByRole('img', { name: words.seller.qr })).toBeVisible()
  })

  it('goes on waiting when a busy server answers too late', async () => {
    let requests = 0
    answer({
      read: () => ok({}),
      start: () => {
        requests += 1
        if (requests === 1) throw { errMsg: 'request:fail timeout' }
        return ok(world())
      },
    })
    show()
    await press(words.start)
    expect(await screen.findByRole('img', { name: words.seller.qr })).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(requests).toBe(2)
  })

  it('shows a running world without starting one', async () => {
    answer({ read: () => ok({ world: world() }) })
    show()
    expect(await screen.findByRole('img', { name: words.buyer.qr })).toBeVisible()
    expect(sent('PUT')).toEqual([])
  })

  it('opens the big screen and the tour', async () => {
    answer({ read: () => ok({ world: world() }) })
    show()
    await press(words.play)
    await waitFor(() =>
      expect(fakeTaro.navigations).toEqual([{ by: 'navigateTo', url: `/pages/demo/play?centre=${CENTRE}` }]),
    )
    await press(words.tour)
    await waitFor(() =>
      expect(fakeTaro.navigations.at(-1)?.url).toBe(`/pages/demo/play?centre=${CENTRE}&tour=1`),
    )
  })

  it('asks for confirmation before a reset and reports when it is done', async () => {
    answer({
      read: () => ok({ world: world() }),
      reset: () => ok(world({ resetAt: 2 })),
    })
    show()
    await press(words.reset)
    const dialog = await screen.findByRole('dialog', { name: words.resetAsk })
    expect(sent('POST', '/resets')).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: words.resetNo }))
    expect(sent('POST', '/resets')).toEqual([])
    await press(words.reset)
    await press(words.resetYes)
    expect(await screen.findByText(words.resetDone)).toBeVisible()
    expect(sent('POST', '/resets')).toHaveLength(1)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('repeats a reset without a reply under the same id', async () => {
    let isReachable = false
    answer({
      read: () => ok({ world: world() }),
      reset: () => (isReachable ? ok(world({ resetAt: 2 })) : null),
    })
    show()
    await press(words.reset)
    await press(words.resetYes)
    expect(await screen.findByRole('alert')).toBeVisible()
    isReachable = true
    await press(words.reset)
    await press(words.resetYes)
    expect(await screen.findByText(words.resetDone)).toBeVisible()
    const ids = sent('POST', '/resets').map(({ body }) => (body as { id: string }).id)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it.each(['demo-full', 'demo-unavailable'] as const)('says why a world does not start: %s', async (code) => {
    answer({ read: () => ok({}), start: () => problem(code, 409) })
    show()
    await press(words.start)
    expect(await screen.findByText(failureWords[code])).toHaveAttribute('role', 'alert')
    expect(screen.getByRole('button', { name: words.start })).toBeEnabled()
  })

  it('says when the server offers no demos at all', async () => {
    answer({ read: () => problem('demo-unavailable', 409) })
    show()
    expect(await screen.findByText(failureWords['demo-unavailable'])).toBeVisible()
  })

  it('reports that the person does not belong to the centre', async () => {
    answer({})
    show()
    expect(await screen.findByText(words.noCentre.title)).toBeVisible()
  })

  it('reloads when the network returns', async () => {
    let isReachable = false
    answer({ read: () => (isReachable ? ok({}) : null) })
    show()
    expect(await screen.findByText('没连上')).toBeVisible()
    isReachable = true
    act(() => void window.dispatchEvent(new Event('online')))
    expect(await screen.findByRole('button', { name: words.start })).toBeVisible()
  })

  it('stores the network name that the trainer types, and proposes the name from the server', async () => {
    answer({ read: () => ok({ world: world({ networkName: '服务站' }) }) })
    const { unmount } = show()
    const field = await screen.findByLabelText(words.network)
    expect(field).toHaveAttribute('placeholder', '服务站')
    await userEvent.type(field, '沙坝')
    unmount()
    show()
    expect(await screen.findByLabelText(words.network)).toHaveValue('沙坝')
  })
})
