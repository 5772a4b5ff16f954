import type { ComponentType } from 'react'
import type { Answer, Request } from '../../support/components/taro'

type Rtl = typeof import('@testing-library/react')
type FakeTaro = typeof import('../../support/components/taro')['fakeTaro']

interface Phone {
  /** Results of the next photo picks: true for a photo, false for none, or an error. */
  picks: (boolean | Error)[]
  /** Where each photo was taken from. */
  sources: string[]
  storedPhotos: Set<string>
  sent: string[]
  answer(request: Request): Answer | null
}

/** The fake phone's photos; they survive `jest.resetModules()`. */
const globals = globalThis as { wizardPhone?: Phone }
globals.wizardPhone ??= { picks: [], sources: [], storedPhotos: new Set(), sent: [], answer: () => null }
export const phone = globals.wizardPhone

/** Replaces `platform/media/photos`. */
export const photos = {
  pick: async (from: string) => {
    phone.sources.push(from)
    const next = phone.picks.shift() ?? true
    if (next instanceof Error) throw next
    return next ? [{ save: async (id: string) => void phone.storedPhotos.add(id) }] : []
  },
  source: async (id: string) => (phone.storedPhotos.has(id) ? `blob:${id}` : null),
  upload: async (id: string, url: string) => {
    phone.sent.push(id)
    const answer = phone.answer({ url, path: new URL(url).pathname, method: 'POST', body: id, header: {} })
    if (!answer) throw new Error('offline')
    return { status: answer.status, body: JSON.stringify(answer.body) }
  },
  drop: async (id: string) => void phone.storedPhotos.delete(id),
}

/** The consent under which `storeHelp` begins a shop. */
export const HELP = { id: '01J0000000000000000000000B', person: '收货人', centre: '621221110' }

/** Stores an empty draft of a shop that is opened for another person. */
export function storeHelp() {
  const { fakeTaro } = require('../../support/components/taro') as { fakeTaro: FakeTaro }
  const stored = JSON.stringify({ state: { draft: { help: HELP }, spent: 0 }, version: 0 })
  fakeTaro.storage.set('wizard-draft', JSON.stringify(stored))
}

/** The part of the server that the wizard needs: opening a shop is idempotent by id. */
export class FakeServer {
  opened = new Map<string, string>()
  photos = new Set<string>()
  /** Replies before the server does; `null` is a dead network, `undefined` leaves the reply to the server. */
  before: ((request: Request) => Answer | null | undefined) | null = null
  /** Number of next PUT requests that are executed but whose reply is lost. */
  loseReplies = 0

  readonly answer = (request: Request): Answer | null => {
    const first = this.before?.(request)
    if (first !== undefined) return first
    const reply = this.work(request)
    if (request.method === 'PUT' && this.loseReplies > 0) {
      this.loseReplies -= 1
      return null
    }
    return reply
  }

  private work({ method, path, body }: Request): Answer {
    if (path === '/api/sessions') return { status: 200, body: { token: 'token', accountId: 'me' } }
    if (path.startsWith('/api/photos/')) {
      this.photos.add(path.slice(12))
      return { status: 200, body: { id: path.slice(12), hash: 'h', sizes: [] } }
    }
    if (path.startsWith('/api/me/shops')) {
      const own = [...this.opened.keys()].filter((id) => this.helpOf(id) === undefined)
      return { status: 200, body: { items: own.map((id) => ({ id, slug: 'abc123', name: '店' })) } }
    }
    if (method === 'GET' && path.startsWith('/api/shops/')) return this.manage(path.slice(11))
    if (method === 'PUT' && path.startsWith('/api/shops/')) return this.open(path.slice(11), body)
    return { status: 404, body: { code: 'not-found', status: 404 } }
  }

  /** The id of the help under which a shop was opened. */
  private helpOf(id: string): string | undefined {
    return JSON.parse(this.opened.get(id) ?? '{}').help
  }

  private manage(id: string): Answer {
    if (!this.opened.has(id)) return { status: 404, body: { code: 'not-found', status: 404 } }
    const help = this.helpOf(id)
    const shop = { id, slug: 'abc123', name: '店' }
    return { status: 200, body: { shop, look: {}, ...(help === undefined ? {} : { help: { id: help } }) } }
  }

  private open(id: string, body: unknown): Answer {
    const text = JSON.stringify(body)
    const known = this.opened.get(id)
    if (known && known !== text) return { status: 409, body: { code: 'idempotency-conflict', status: 409 } }
    this.opened.set(id, text)
    const url = 'http://127.0.0.1:4180/s/abc123'
    return { status: 200, body: { id, slug: 'abc123', url, key: 'ABCD-EFGH-JKMN-PQRS-TVWX' } }
  }
}

type Listening = Parameters<typeof window.addEventListener>
const listeners: Listening[] = []
const addListener = window.addEventListener.bind(window)
let unmount: (() => void) | undefined

/** Ends the app: unmounts it and removes its listeners; storage stays. */
export function kill() {
  unmount?.()
  unmount = undefined
  for (const given of listeners.splice(0)) window.removeEventListener(given[0], given[1])
  jest.clearAllTimers()
}

/** Ends the app and the fake clock. A step back that closing the last sheet has begun would otherwise close a sheet of the next test. */
export async function endTest() {
  kill()
  for (let turn = 0; turn < 3; turn++) await Promise.resolve()
  jest.clearAllTimers()
  jest.useRealTimers()
  // jsdom takes a step in two tasks, one after the other
  for (let task = 0; task < 2; task++) await new Promise((resolve) => setTimeout(resolve))
}

/** Starts the app with fresh modules; only storage survives. */
export function launch(server: FakeServer) {
  kill()
  jest.resetModules()
  // otherwise the library adds a cleanup hook within a test; `kill` cleans up
  process.env.RTL_SKIP_AUTO_CLEANUP = 'true'
  window.addEventListener = (...given: Listening) => {
    listeners.push(given)
    addListener(...given)
  }
  window.history.replaceState(null, '', '/open')
  const rtl = require('@testing-library/react') as Rtl
  const { fakeTaro } = require('../../support/components/taro') as { fakeTaro: FakeTaro }
  const { Wizard } = require('@/features/wizard/wizard') as {
    Wizard: ComponentType<{ Lesson: ComponentType }>
  }
  const { LessonSlot } = require('@/features/lessons/learner/lesson-slot') as { LessonSlot: ComponentType }
  // as in the app's entry
  require('@/platform/navigation/page-transitions').followHistory()
  fakeTaro.answer(server.answer)
  fakeTaro.stack(['pages/home/index', 'pages/wizard/open'])
  phone.answer = server.answer
  const view = rtl.render(<Wizard Lesson={LessonSlot} />)
  unmount = view.unmount
  const { screen, fireEvent, act } = rtl
  const wait = (ms = 0) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
  const button = (name: string) => screen.getByRole('button', { name })
  const press = async (...names: string[]) => {
    for (const name of names) {
      fireEvent.click(button(name))
      await wait()
    }
  }
  /** Answers all questions from the trade to the look, with this price. */
  const answerAll = async (price = '25') => {
    await press('干货坚果', ...[...price].map((key) => (key === '.' ? '点' : key)), '下一步', '行，下一步')
  }
  return { ...view, screen, fireEvent, fakeTaro, wait, button, press, answerAll }
}
