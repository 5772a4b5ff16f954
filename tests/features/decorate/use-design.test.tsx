import { act, renderHook } from '@testing-library/react'
import type { Look } from '@/domain/look/look'
import { useDesign } from '@/features/decorate/editor/use-design'
import { designOf, moveSection, recolor } from '@/features/decorate/model/design'
import { reconcileDraft, useLookDrafts } from '@/features/decorate/storage/look-drafts'
import { createBundledLook } from '@/templates/bundled-templates'
import { fakeTaro } from '../../support/components/taro'

const SHOP = '01JD00000000000000000000AA'
const first = { ...(createBundledLook('plain') as Look), version: 0 }
const [HEAD] = first.sections

beforeEach(() => {
  fakeTaro.reset()
  useLookDrafts.setState({ drafts: {} })
  reconcileDraft(SHOP, first)
})

const draft = () => useLookDrafts.getState().drafts[SHOP]?.design ?? designOf(first)
const open = () =>
  renderHook(() => useDesign(SHOP, useLookDrafts((all) => all.drafts[SHOP])?.design ?? draft()))
const down = (designing: ReturnType<typeof open>) =>
  act(() => designing.result.current.edit((now) => moveSection(now, HEAD?.id ?? '', 1)))

describe('useDesign', () => {
  it('restores undo and redo after a restart', async () => {
    const before = open()
    down(before)
    down(before)
    act(() => before.result.current.undo?.())
    const [once, twice] = [draft(), moveSection(draft(), HEAD?.id ?? '', 1)]
    before.unmount()
    await useLookDrafts.persist.rehydrate()

    const after = open()
    expect(after.result.current.design).toEqual(once)
    act(() => after.result.current.redo?.())
    expect(draft()).toEqual(twice)
    act(() => after.result.current.undo?.())
    act(() => after.result.current.undo?.())
    expect(draft()).toEqual(designOf(first))
    expect(after.result.current.undo).toBeUndefined()
  })

  it('applies a late edit on top of the changes of a newer page', () => {
    const before = open()
    down(before)
    const late = before.result.current.edit
    before.unmount()
    const after = open()
    act(() => after.result.current.edit((now) => recolor(now, '#123456')))
    act(() => late((now) => moveSection(now, HEAD?.id ?? '', 1)))
    expect(draft().theme.seed).toBe('#123456')
    expect(draft().sections[2]?.id).toBe(HEAD?.id)
    act(() => after.result.current.undo?.())
    expect(draft().sections[1]?.id).toBe(HEAD?.id)
    expect(draft().theme.seed).toBe('#123456')
    act(() => after.result.current.undo?.())
    expect(draft().theme.seed).not.toBe('#123456')
  })

  it('starts a new step after endStep', () => {
    const page = open()
    const type = (seed: string) => act(() => page.result.current.edit((now) => recolor(now, seed), 'a field'))
    type('#0000aa')
    type('#0000bb')
    act(() => page.result.current.endStep())
    type('#0000cc')
    act(() => page.result.current.undo?.())
    expect(draft().theme.seed).toBe('#0000bb')
    act(() => page.result.current.undo?.())
    expect(draft()).toEqual(designOf(first))
  })

  it("discards the history when the server's draft was replaced", () => {
    const before = open()
    down(before)
    act(() => useLookDrafts.getState().change(SHOP, { saved: draft(), version: 1 }))
    before.unmount()
    expect(reconcileDraft(SHOP, { ...recolor(designOf(first), '#0000aa'), version: 2 })).toBe('replaced')
    const after = open()
    expect(after.result.current.undo).toBeUndefined()
    expect(after.result.current.design.theme.seed).toBe('#0000aa')
  })
})
