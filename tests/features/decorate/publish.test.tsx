import { act, renderHook } from '@testing-library/react'
import type { Look } from '@/domain/look'
import { type Design, designOf } from '@/features/decorate/model/design'
import { sectionPlace } from '@/features/decorate/model/section-place'
import { meet, useLookDrafts } from '@/features/decorate/storage/look-drafts'
import { isAwaited, photoEnds, photoLeaves, useUnsent } from '@/features/decorate/sync/pending-uploads'
import { useAutosave } from '@/features/decorate/sync/use-autosave'
import { type LookState, usePublish } from '@/features/decorate/sync/use-publish'
import { useWaitingVoices } from '@/features/decorate/voices/waiting-voices'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { lookOf } from '@/templates/registry'
import { type Answer, type Request, stage } from '../../support/taro'

jest.mock('idb-keyval', () => ({ get: jest.fn(), set: jest.fn(), del: jest.fn(async () => undefined) }))

const SHOP = '01JD00000000000000000000AA'
const first = { ...(lookOf('plain') as Look), version: 0 }
const RED: Design = { ...designOf(first), theme: { ...first.theme, seed: '#aa0000' } }

/** A server that may die before or after it has published. */
class FakeServer {
  draft: Look = first
  published: Look = first
  up = true
  dies: 'before' | 'after' | null = null
  ids: string[] = []

  readonly answer = ({ method, path, body }: Request): Answer | null => {
    if (path.includes('sessions')) return { status: 200, body: { token: 't', accountId: 'a' } }
    if (!this.up) return null
    if (method === 'PUT') this.draft = { ...(body as Look), version: this.draft.version + 1 }
    if (method === 'PUT') return { status: 200, body: this.draft }
    if (method === 'POST') {
      this.ids.push((body as { id: string }).id)
      if (this.dies !== 'before') this.published = { ...this.draft, version: this.published.version + 1 }
      if (this.dies) this.up = false
      if (this.dies) return null
    }
    return { status: 200, body: { draft: this.draft, published: this.published, history: [] } }
  }
}

let server: FakeServer
beforeEach(() => {
  jest.useFakeTimers()
  stage.reset()
  server = new FakeServer()
  stage.answer(server.answer)
  useLookDrafts.setState({ drafts: {} })
  useWaitingVoices.setState({ waiting: {}, sending: {} })
  meet(SHOP, first)
  useLookDrafts.getState().change(SHOP, { design: RED })
})
afterEach(() => jest.useRealTimers())

const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))

function open() {
  const [onState, onFound] = [jest.fn<void, [LookState]>(), jest.fn()]
  const { result, unmount } = renderHook(() =>
    usePublish(SHOP, { autosave: useAutosave(SHOP), onState, onFound }),
  )
  return { result, unmount, onState, onFound }
}
/** Presses publish and tells how that ended. */
async function publish({ result }: ReturnType<typeof open>) {
  let done: boolean | undefined
  await act(async () => {
    void result.current.publish().then((end) => {
      done = end
    })
    await jest.advanceTimersByTimeAsync(100)
  })
  return done
}

describe('publishing while the server dies', () => {
  test('after it was done: the phone finds out once there is an answer, and says so', async () => {
    const page = open()
    server.dies = 'after'
    expect(await publish(page)).toBe(false)
    expect(page.result.current.trouble).toBe(words.unanswered)
    await wait(10_000)
    expect(page.onFound).not.toHaveBeenCalled()
    server.dies = null
    server.up = true
    await wait(3000)
    expect(page.onFound).toHaveBeenCalledTimes(1)
    expect(page.onState.mock.calls.at(-1)?.[0].published.theme.seed).toBe('#aa0000')
    expect(page.result.current.trouble).toBeUndefined()
    // nobody asks any more
    const asked = stage.requests.length
    await wait(10_000)
    expect(stage.requests).toHaveLength(asked)
  })

  test('before it was done: that is said, and pressing again is the same request', async () => {
    const page = open()
    server.dies = 'before'
    expect(await publish(page)).toBe(false)
    server.dies = null
    server.up = true
    await wait(3000)
    expect(page.onFound).not.toHaveBeenCalled()
    expect(page.result.current.trouble).toBe(words.notPublished)
    expect(await publish(page)).toBe(true)
    expect(page.result.current.trouble).toBeUndefined()
    expect(new Set(server.ids).size).toBe(1)
    expect(server.published.version).toBe(1)
  })
})

test('without a network it says what publishing needs, whether something is unsaved or not', async () => {
  const page = open()
  server.up = false
  expect(await publish(page)).toBe(false)
  expect(page.result.current.trouble).toBe(words.needsNetwork)
  expect(server.ids).toEqual([])
  server.up = true
  await wait(11_000)
  expect(page.result.current.trouble).toBeUndefined()
})

describe('what has not reached the server', () => {
  const story: Design = {
    ...RED,
    sections: [...RED.sections, { id: 'story-1', kind: 'story', settings: {} }],
  }
  const unsent = (design = story) => {
    const { result, unmount } = renderHook(() => useUnsent(SHOP, design))
    unmount()
    return result.current
  }

  test('a voice of a section that is there, and how it goes with it', () => {
    expect(unsent()).toBeUndefined()
    useWaitingVoices.getState().keep(sectionPlace(SHOP, 'story-1'), { id: 'v', ms: 2000 })
    expect(unsent()).toEqual({ voices: 1, photos: 0, how: 'no network' })
    expect(unsent(RED)).toBeUndefined()
    useWaitingVoices.getState().tell('v', { kind: 'sending', part: 0.5 })
    expect(unsent()?.how).toBe('on the way')
    useWaitingVoices.getState().tell('v', { kind: 'refused', failure: { code: 'not-a-voice', status: 400 } })
    expect(unsent()?.how).toBe('refused')
    useWaitingVoices.getState().drop(sectionPlace(SHOP, 'story-1'))
    expect(unsent()).toBeUndefined()
  })

  test('photos on their way', () => {
    photoLeaves('p', sectionPlace(SHOP, 'story-1'))
    expect(unsent(RED)).toEqual({ voices: 0, photos: 1, how: 'on the way' })
    expect(isAwaited(SHOP, 'story-1')).toBe(true)
    photoEnds('p', false)
    expect(unsent(RED)).toBeUndefined()
    expect(isAwaited(SHOP, 'story-1')).toBe(false)
  })
})
