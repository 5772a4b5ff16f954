import { act, renderHook } from '@testing-library/react'
import type { Look } from '@/domain/look/look'
import { type Design, designOf } from '@/features/decorate/model/design'
import { sectionSlot } from '@/features/decorate/model/section-slot'
import { reconcileDraft, useLookDrafts } from '@/features/decorate/storage/look-drafts'
import {
  addPendingPhoto,
  hasPendingUpload,
  removePendingPhoto,
  usePendingUploads,
} from '@/features/decorate/sync/pending-uploads'
import { useAutosave } from '@/features/decorate/sync/use-autosave'
import { type LookState, usePublish } from '@/features/decorate/sync/use-publish'
import { usePendingVoices } from '@/features/decorate/voices/pending-voices'
import { decorateWords as words } from '@/locales/look/decorate'
import { createBundledLook } from '@/templates/bundled-templates'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'

jest.mock('idb-keyval', () => ({ get: jest.fn(), set: jest.fn(), del: jest.fn(async () => undefined) }))

const SHOP = '01JD00000000000000000000AA'
const first = { ...(createBundledLook('plain') as Look), version: 0 }
const RED: Design = { ...designOf(first), theme: { ...first.theme, seed: '#aa0000' } }

/** A fake server that can go down before or after it publishes. */
class FakeServer {
  draft: Look = first
  published: Look = first
  up = true
  dies: 'before' | 'after' | null = null
  ids: string[] = []

  readonly answer = ({ method, body }: Request): Answer | null => {
    if (!this.up) return null
    if (method === 'PUT') this.draft = { ...(body as Look), version: this.draft.version + 1 }
    if (method === 'PUT') return ok(this.draft)
    if (method === 'POST') {
      this.ids.push((body as { id: string }).id)
      if (this.dies !== 'before') this.published = { ...this.draft, version: this.published.version + 1 }
      if (this.dies) this.up = false
      if (this.dies) return null
    }
    return ok({ draft: this.draft, published: this.published, history: [] })
  }
}

let server: FakeServer
beforeEach(() => {
  jest.useFakeTimers()
  fakeTaro.reset()
  server = new FakeServer()
  fakeTaro.answerSignedIn(server.answer)
  useLookDrafts.setState({ drafts: {} })
  usePendingVoices.setState({ waiting: {}, sending: {} })
  reconcileDraft(SHOP, first)
  useLookDrafts.getState().change(SHOP, { design: RED })
})

const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))

function open() {
  const [onState, onConfirmed] = [jest.fn<void, [LookState]>(), jest.fn()]
  const { result, unmount } = renderHook(() =>
    usePublish(SHOP, { autosave: useAutosave(SHOP), onState, onConfirmed }),
  )
  return { result, unmount, onState, onConfirmed }
}
/** Publishes and resolves to the result. */
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

describe('usePublish when the server goes down', () => {
  it('detects after a lost reply that publishing succeeded', async () => {
    const page = open()
    server.dies = 'after'
    expect(await publish(page)).toBe(false)
    expect(page.result.current.message).toBe(words.unanswered)
    await wait(10_000)
    expect(page.onConfirmed).not.toHaveBeenCalled()
    server.dies = null
    server.up = true
    await wait(3000)
    expect(page.onConfirmed).toHaveBeenCalledTimes(1)
    expect(page.onState.mock.calls.at(-1)?.[0].published.theme.seed).toBe('#aa0000')
    expect(page.result.current.message).toBeUndefined()
    // polling has stopped
    const requestCount = fakeTaro.requests.length
    await wait(10_000)
    expect(fakeTaro.requests).toHaveLength(requestCount)
  })

  it('reports that publishing failed and retries with the same id', async () => {
    const page = open()
    server.dies = 'before'
    expect(await publish(page)).toBe(false)
    server.dies = null
    server.up = true
    await wait(3000)
    expect(page.onConfirmed).not.toHaveBeenCalled()
    expect(page.result.current.message).toBe(words.notPublished)
    expect(await publish(page)).toBe(true)
    expect(page.result.current.message).toBeUndefined()
    expect(new Set(server.ids).size).toBe(1)
    expect(server.published.version).toBe(1)
  })
})

test('usePublish reports offline, with or without unsaved changes', async () => {
  const page = open()
  server.up = false
  expect(await publish(page)).toBe(false)
  expect(page.result.current.message).toBe(words.needsNetwork)
  expect(server.ids).toEqual([])
  server.up = true
  await wait(11_000)
  expect(page.result.current.message).toBeUndefined()
})

describe('usePendingUploads', () => {
  const story: Design = {
    ...RED,
    sections: [...RED.sections, { id: 'story-1', kind: 'story', settings: {} }],
  }
  const pendingUploads = (design = story) => {
    const { result, unmount } = renderHook(() => usePendingUploads(SHOP, design))
    unmount()
    return result.current
  }

  it('counts a pending voice of an existing section with its status', () => {
    expect(pendingUploads()).toBeUndefined()
    usePendingVoices.getState().add(sectionSlot(SHOP, 'story-1'), { id: 'v', ms: 2000 })
    expect(pendingUploads()).toEqual({ voices: 1, photos: 0, state: 'no network' })
    expect(pendingUploads(RED)).toBeUndefined()
    usePendingVoices.getState().setSending('v', { kind: 'sending', part: 0.5 })
    expect(pendingUploads()?.state).toBe('on the way')
    usePendingVoices
      .getState()
      .setSending('v', { kind: 'refused', failure: { code: 'not-a-voice', status: 400 } })
    expect(pendingUploads()?.state).toBe('refused')
    usePendingVoices.getState().drop(sectionSlot(SHOP, 'story-1'))
    expect(pendingUploads()).toBeUndefined()
  })

  it('counts pending photos', () => {
    addPendingPhoto('p', sectionSlot(SHOP, 'story-1'))
    expect(pendingUploads(RED)).toEqual({ voices: 0, photos: 1, state: 'on the way' })
    expect(hasPendingUpload(SHOP, 'story-1')).toBe(true)
    removePendingPhoto('p', false)
    expect(pendingUploads(RED)).toBeUndefined()
    expect(hasPendingUpload(SHOP, 'story-1')).toBe(false)
  })
})
