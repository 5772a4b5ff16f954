import { act, renderHook } from '@testing-library/react'
import type { Look } from '@/domain/look/look'
import { type Design, designOf, moveSection } from '@/features/decorate/model/design'
import { reconcileDraft, useLookDrafts } from '@/features/decorate/storage/look-drafts'
import { useAutosave } from '@/features/decorate/sync/use-autosave'
import { createBundledLook } from '@/templates/bundled-templates'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'

const SHOP = '01JD00000000000000000000AA'
const first = { ...(createBundledLook('plain') as Look), version: 0 }
const colored = (seed: string): Design => ({ ...designOf(first), theme: { ...first.theme, seed } })
const [RED, BLUE, GREEN] = ['#aa0000', '#0000aa', '#00aa00'].map(colored) as [Design, Design, Design]

/** A fake server that stores the draft and its version. */
class FakeServer {
  draft: Look = first
  /** Network errors of the next requests: the request or its reply is lost. */
  networkErrors: ('request lost' | 'reply lost')[] = []

  /** Saves a design as another device would. */
  save(design: Design) {
    this.draft = { ...design, version: this.draft.version + 1 }
  }

  readonly answer = ({ method, body }: Request): Answer | null => {
    if (method !== 'PUT') return ok({ token: 't', accountId: 'a' })
    const networkError = this.networkErrors.shift()
    if (networkError === 'request lost') return null
    const reply = this.put(body as Look)
    return networkError ? null : reply
  }

  private put({ version, ...design }: Look): Answer {
    if (version !== this.draft.version)
      return { status: 409, body: { code: 'version-conflict', status: 409, current: this.draft } }
    this.save(design)
    return ok(this.draft)
  }
}

let server: FakeServer
beforeEach(() => {
  jest.useFakeTimers()
  fakeTaro.reset()
  server = new FakeServer()
  fakeTaro.answer(server.answer)
  useLookDrafts.setState({ drafts: {} })
  reconcileDraft(SHOP, first)
})

const design = (next: Design) => act(() => useLookDrafts.getState().change(SHOP, { design: next }))
const wait = (ms: number) => act(async () => void (await jest.advanceTimersByTimeAsync(ms)))
const puts = () => fakeTaro.requests.filter(({ method }) => method === 'PUT')
const open = () => renderHook(() => useAutosave(SHOP)).result

describe('useAutosave', () => {
  it('reports saving until a pending change is saved, also on opening', async () => {
    design(RED)
    const autosave = open()
    expect(autosave.current.saving.kind).toBe('saving')
    await wait(1000)
    expect(autosave.current.saving.kind).toBe('saved')
    design(BLUE)
    expect(autosave.current.saving.kind).toBe('saving')
  })

  it('sends consecutive changes together after a pause', async () => {
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

  it('waits offline, retries and saves the latest change', async () => {
    server.networkErrors = ['request lost', 'request lost']
    const autosave = open()
    design(RED)
    await wait(1000)
    expect(autosave.current.saving).toMatchObject({ kind: 'waiting', failure: { code: 'offline' } })
    design(BLUE)
    await wait(30_000)
    expect(autosave.current.saving.kind).toBe('saved')
    expect(designOf(server.draft)).toEqual(BLUE)
  })

  it('recognizes its own save after a lost reply and saves later changes on top', async () => {
    server.networkErrors = ['reply lost']
    const autosave = open()
    design(RED)
    await wait(1000)
    expect(autosave.current.saving.kind).toBe('waiting')
    design(BLUE)
    await wait(30_000)
    expect(autosave.current.saving.kind).toBe('saved')
    expect(server.draft).toMatchObject({ ...BLUE, version: 2 })
  })

  it('recognizes its own save after a lost reply followed by lost requests', async () => {
    server.networkErrors = ['reply lost', 'request lost', 'request lost']
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

  it('sends nothing after a conflict until the owner decides', async () => {
    server.save(RED)
    const autosave = open()
    for (const next of [BLUE, GREEN, BLUE]) {
      design(next)
      await wait(5000)
    }
    expect(autosave.current.saving.kind).toBe('conflict')
    expect(puts()).toHaveLength(1)
    await act(() => autosave.current.flush())
    expect(puts()).toHaveLength(2)
  })

  it('reports a draft of another device without overwriting it', async () => {
    server.save(RED)
    const autosave = open()
    design(BLUE)
    await wait(60_000)
    expect(autosave.current.saving).toEqual({ kind: 'conflict', theirs: server.draft })
    expect(designOf(server.draft)).toEqual(RED)
    expect(puts()).toHaveLength(1)
  })

  it('keeps a rejected design on the phone', async () => {
    fakeTaro.answer(({ method }) =>
      method === 'PUT'
        ? { status: 400, body: { code: 'bad-input', status: 400, fields: [] } }
        : ok({ token: 't', accountId: 'a' }),
    )
    const autosave = open()
    design(RED)
    await wait(1000)
    expect(autosave.current.saving).toMatchObject({ kind: 'refused', failure: { code: 'bad-input' } })
    expect(useLookDrafts.getState().drafts[SHOP]?.design).toEqual(RED)
  })
})

describe('reconcileDraft', () => {
  const now = () => useLookDrafts.getState().drafts[SHOP]

  it('replaces the local draft by a newer one when nothing is unsaved', () => {
    const theirs = { ...RED, version: 3 }
    expect(reconcileDraft(SHOP, theirs)).toBe('replaced')
    expect(now()).toMatchObject({ design: RED, version: 3 })
    expect(reconcileDraft(SHOP, theirs)).toBe('same')
  })

  it('reports a conflict when there are unsaved changes', () => {
    design(BLUE)
    expect(reconcileDraft(SHOP, { ...RED, version: 3 })).toBe('conflict')
    expect(now()).toMatchObject({ design: BLUE, version: 0 })
    expect(reconcileDraft(SHOP, first)).toBe('same')
    expect(now()?.design).toEqual(BLUE)
  })

  it('recognizes a design that this phone sent, also after a restart', () => {
    design(RED)
    act(() => useLookDrafts.getState().change(SHOP, { sent: [RED] }))
    design(moveSection(BLUE, BLUE.sections[0]?.id ?? '', 1))
    expect(reconcileDraft(SHOP, { ...RED, version: 1 })).toBe('same')
    expect(now()?.version).toBe(1)
    expect(now()?.design.theme.seed).toBe('#0000aa')
  })

  it('ignores a draft older than the saved one', () => {
    act(() => useLookDrafts.getState().change(SHOP, { design: RED, saved: RED, version: 2 }))
    expect(reconcileDraft(SHOP, { ...BLUE, version: 1 })).toBe('same')
    expect(now()?.design).toEqual(RED)
  })
})
