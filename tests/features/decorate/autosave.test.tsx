import { act, renderHook } from '@testing-library/react'
import type { Look } from '@/domain/look'
import { type Design, designOf, moved } from '@/features/decorate/model/design'
import { meet, useLookDrafts } from '@/features/decorate/storage/look-drafts'
import { useAutosave } from '@/features/decorate/sync/use-autosave'
import { lookOf } from '@/templates/registry'
import { type Answer, type Request, stage } from '../../support/taro'

const SHOP = '01JD00000000000000000000AA'
const first = { ...(lookOf('plain') as Look), version: 0 }
const coloured = (seed: string): Design => ({ ...designOf(first), theme: { ...first.theme, seed } })
const [RED, BLUE, GREEN] = ['#aa0000', '#0000aa', '#00aa00'].map(coloured) as [Design, Design, Design]

/** The server's draft, with its versions. */
class FakeServer {
  draft: Look = first
  /** What happens to the next requests: nothing comes of them, or their answer gets lost. */
  troubles: ('no network' | 'lost answer')[] = []

  /** Another device saves. */
  save(design: Design) {
    this.draft = { ...design, version: this.draft.version + 1 }
  }

  readonly answer = ({ method, body }: Request): Answer | null => {
    if (method !== 'PUT') return { status: 200, body: { token: 't', accountId: 'a' } }
    const trouble = this.troubles.shift()
    if (trouble === 'no network') return null
    const reply = this.put(body as Look)
    return trouble ? null : reply
  }

  private put({ version, ...design }: Look): Answer {
    if (version !== this.draft.version)
      return { status: 409, body: { code: 'version-conflict', status: 409, current: this.draft } }
    this.save(design)
    return { status: 200, body: this.draft }
  }
}

let server: FakeServer
beforeEach(() => {
  jest.useFakeTimers()
  stage.reset()
  server = new FakeServer()
  stage.answer(server.answer)
  useLookDrafts.setState({ drafts: {} })
  meet(SHOP, first)
})
afterEach(() => jest.useRealTimers())

const design = (next: Design) => act(() => useLookDrafts.getState().change(SHOP, { design: next }))
const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const puts = () => stage.requests.filter(({ method }) => method === 'PUT')
const open = () => renderHook(() => useAutosave(SHOP)).result

describe('saving by itself', () => {
  test('what waits for a moment of rest is not called saved, also right as the page opens', async () => {
    design(RED)
    const autosave = open()
    expect(autosave.current.saving.kind).toBe('saving')
    await wait(1000)
    expect(autosave.current.saving.kind).toBe('saved')
    design(BLUE)
    expect(autosave.current.saving.kind).toBe('saving')
  })

  test('changes that follow one another are sent together, once there is rest', async () => {
    const autosave = open()
    for (const next of [RED, BLUE, GREEN]) {
      design(next)
      await wait(300)
    }
    expect(puts()).toHaveLength(0)
    await wait(1000)
    expect(puts()).toHaveLength(1)
    expect(designOf(server.draft)).toEqual(GREEN)
    expect(autosave.current.saving.kind).toBe('saved')
  })

  test('without a network it says so, keeps trying and saves what is newest', async () => {
    server.troubles = ['no network', 'no network']
    const autosave = open()
    design(RED)
    await wait(1000)
    expect(autosave.current.saving).toMatchObject({ kind: 'waiting', failure: { code: 'offline' } })
    design(BLUE)
    await wait(30_000)
    expect(autosave.current.saving.kind).toBe('saved')
    expect(designOf(server.draft)).toEqual(BLUE)
  })

  test('an answer that got lost is recognised, and what was changed since goes on top', async () => {
    server.troubles = ['lost answer']
    const autosave = open()
    design(RED)
    await wait(1000)
    expect(autosave.current.saving.kind).toBe('waiting')
    design(BLUE)
    await wait(30_000)
    expect(autosave.current.saving.kind).toBe('saved')
    expect(server.draft).toMatchObject({ ...BLUE, version: 2 })
  })

  test('one whose answer got lost is still known after others that never arrived', async () => {
    server.troubles = ['lost answer', 'no network', 'no network']
    const autosave = open()
    design(RED)
    await wait(1000)
    design(BLUE)
    await wait(1000)
    design(GREEN)
    await wait(1000)
    expect(autosave.current.saving.kind).toBe('waiting')
    await wait(30_000)
    expect(autosave.current.saving.kind).toBe('saved')
    expect(server.draft).toMatchObject({ ...GREEN, version: 2 })
    expect(useLookDrafts.getState().drafts[SHOP]?.sent).toEqual([])
  })

  test('whoever was told of another device decides before anything is sent again', async () => {
    server.save(RED)
    const autosave = open()
    for (const next of [BLUE, GREEN, BLUE]) {
      design(next)
      await wait(5000)
    }
    expect(autosave.current.saving.kind).toBe('told')
    expect(puts()).toHaveLength(1)
    await act(() => autosave.current.flush())
    expect(puts()).toHaveLength(2)
  })

  test("another device's draft is told and not overwritten", async () => {
    server.save(RED)
    const autosave = open()
    design(BLUE)
    await wait(60_000)
    expect(autosave.current.saving).toEqual({ kind: 'told', theirs: server.draft })
    expect(designOf(server.draft)).toEqual(RED)
    expect(puts()).toHaveLength(1)
  })

  test('a refused look stays on the phone', async () => {
    stage.answer(({ method }) =>
      method === 'PUT'
        ? { status: 400, body: { code: 'bad-input', status: 400, fields: [] } }
        : { status: 200, body: { token: 't', accountId: 'a' } },
    )
    const autosave = open()
    design(RED)
    await wait(1000)
    expect(autosave.current.saving).toMatchObject({ kind: 'refused', failure: { code: 'bad-input' } })
    expect(useLookDrafts.getState().drafts[SHOP]?.design).toEqual(RED)
  })
})

describe("meeting the server's draft", () => {
  const now = () => useLookDrafts.getState().drafts[SHOP]

  test('what is saved here gives way to what is newer there, and says so', () => {
    const theirs = { ...RED, version: 3 }
    expect(meet(SHOP, theirs)).toBe('taken')
    expect(now()).toMatchObject({ design: RED, version: 3 })
    expect(meet(SHOP, theirs)).toBe('same')
  })

  test('what is unsaved here never gives way by itself', () => {
    design(BLUE)
    expect(meet(SHOP, { ...RED, version: 3 })).toBe('conflict')
    expect(now()).toMatchObject({ design: BLUE, version: 0 })
    expect(meet(SHOP, first)).toBe('same')
    expect(now()?.design).toEqual(BLUE)
  })

  test('what this phone sent is its own, also after a kill', () => {
    design(RED)
    act(() => useLookDrafts.getState().change(SHOP, { sent: [RED] }))
    design(moved(BLUE, BLUE.sections[0]?.id ?? '', 1))
    expect(meet(SHOP, { ...RED, version: 1 })).toBe('same')
    expect(now()?.version).toBe(1)
    expect(now()?.design.theme.seed).toBe('#0000aa')
  })

  test('what was read before this phone saved is not gone back to', () => {
    act(() => useLookDrafts.getState().change(SHOP, { design: RED, saved: RED, version: 2 }))
    expect(meet(SHOP, { ...BLUE, version: 1 })).toBe('same')
    expect(now()?.design).toEqual(RED)
  })
})
