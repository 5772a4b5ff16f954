import { act, render, renderHook, screen } from '@testing-library/react'
import type { Result } from '@/api/result'
import { uploadPhoto } from '@/api/upload-photo'
import { uploadVoice } from '@/api/upload-voice'
import { makeId } from '@/domain/id'
import { usePhotoSender } from '@/features/decorate/fields/use-photo-sender'
import { added, type Design, designOf, removed } from '@/features/decorate/model/design'
import { sectionPlace } from '@/features/decorate/model/section-place'
import { UnsentSheet } from '@/features/decorate/sheets/unsent-sheet'
import { KEPT_FOR } from '@/features/decorate/storage/undo-storage'
import {
  photoEnds,
  photoLeaves,
  usePhotosOnTheWay,
  useUnsent,
} from '@/features/decorate/sync/pending-uploads'
import { useSendVoices } from '@/features/decorate/voices/use-send-voices'
import { useWaitingVoices } from '@/features/decorate/voices/waiting-voices'
import { decorateWords } from '@/locales/zh-CN/decorate'
import { localVoices } from '@/platform/audio/voices'
import { localPhotos } from '@/platform/media/photos'
import { lookOf } from '@/templates/registry'

jest.mock('@/api/upload-photo', () => ({ uploadPhoto: jest.fn() }))
jest.mock('@/api/upload-voice', () => ({ uploadVoice: jest.fn() }))
jest.mock('@/platform/media/photos', () => ({
  localPhotos: { pick: jest.fn(async () => true), drop: jest.fn(async () => undefined) },
}))
jest.mock('@/platform/audio/voices', () => ({ localVoices: { drop: jest.fn(async () => undefined) } }))

const SHOP = '01JD00000000000000000000AA'
const bare = designOf(lookOf('plain') as NonNullable<ReturnType<typeof lookOf>>)
const told = added(bare, 'story')
const STORY = told.sections.at(-1)?.id ?? ''
const PLACE = sectionPlace(SHOP, STORY)

/** An upload that ends when the test says so. */
function upcoming<Body>(upload: jest.Mock) {
  const ends: ((result: Result<Body>) => void)[] = []
  upload.mockReset().mockImplementation(() => new Promise((resolve) => ends.push(resolve)))
  return {
    asked: () => ends.length,
    end: (result: Result<Body>) => act(async () => ends.shift()?.(result)),
  }
}
const REFUSED: Result<never> = { ok: false, failure: { code: 'storage-full', status: 507 } }

beforeEach(() => {
  jest.clearAllMocks()
  usePhotosOnTheWay.setState({ places: {}, missed: 0 })
  useWaitingVoices.setState({ waiting: {}, sending: {} })
})

describe('a recording', () => {
  const id = makeId(Date.now(), new Uint8Array(16))
  const SENT = { ok: true, data: { hash: '0a', ms: 900 } } as const
  let sending: ReturnType<typeof upcoming<{ hash: string; ms: number }>>
  let design: Design

  function decorate(begin: Design) {
    design = begin
    const edit = (change: (now: Design) => Design) => {
      design = change(design)
    }
    const designing = () => ({ design, edit, endStep: () => undefined })
    const { rerender } = renderHook(() => useSendVoices(SHOP, designing()))
    return (next: Design) => {
      design = next
      rerender()
    }
  }
  const waiting = () => useWaitingVoices.getState().waiting[PLACE]?.id

  beforeEach(() => {
    sending = upcoming(uploadVoice as jest.Mock)
    useWaitingVoices.getState().keep(PLACE, { id, ms: 900 })
  })

  test('is let go from the phone once its section speaks with it', async () => {
    decorate(told)
    await sending.end(SENT)
    expect(design.sections.at(-1)?.settings.voice).toEqual({ id, hash: '0a', ms: 900 })
    expect(waiting()).toBeUndefined()
    expect(localVoices.drop).toHaveBeenCalledWith(id)
  })

  test('of a section that was taken away while it was sent waits, and speaks when the section is back', async () => {
    const become = decorate(told)
    become(removed(told, STORY))
    await sending.end(SENT)
    expect(waiting()).toBe(id)
    expect(localVoices.drop).not.toHaveBeenCalled()
    expect(sending.asked()).toBe(0)
    become(told)
    expect(sending.asked()).toBe(1)
    await sending.end(SENT)
    expect(design.sections.at(-1)?.settings.voice).toMatchObject({ id })
    expect(waiting()).toBeUndefined()
  })

  test('is not sent while its section is not there, and let go when its removal cannot be taken back any more', () => {
    decorate(bare)
    expect(sending.asked()).toBe(0)
    expect(waiting()).toBe(id)
    const old = makeId(Date.now() - KEPT_FOR - 1000, new Uint8Array(16))
    act(() => useWaitingVoices.getState().keep(PLACE, { id: old, ms: 900 }))
    decorate(bare)
    expect(waiting()).toBeUndefined()
    expect(localVoices.drop).toHaveBeenCalledWith(old)
  })
})

describe('a photo', () => {
  const SENT = { ok: true, data: { hash: '0b' } } as const
  let sending: ReturnType<typeof upcoming<{ hash: string }>>
  const onSent = jest.fn()
  const field = () => renderHook(() => usePhotoSender(PLACE, onSent))
  const pick = ({ result }: ReturnType<typeof field>) => act(async () => result.current.pick('album'))
  const state = () => usePhotosOnTheWay.getState()

  beforeEach(() => {
    sending = upcoming(uploadPhoto as jest.Mock)
  })

  test('is on its way to its section until it is there; then the phone need not keep it', async () => {
    const page = field()
    await pick(page)
    expect(Object.values(state().places)).toEqual([PLACE])
    expect(page.result.current.busy).toBe(true)
    await sending.end(SENT)
    expect(onSent).toHaveBeenCalledWith({ id: expect.any(String), hash: '0b' })
    expect(state()).toEqual({ places: {}, missed: 0 })
    expect(localPhotos.drop).toHaveBeenCalledTimes(1)
  })

  test('that is not taken is told by its form, and where that is gone it is counted as missed', async () => {
    const page = field()
    await pick(page)
    await sending.end(REFUSED)
    expect(page.result.current.failed).toBe(true)
    expect(state().missed).toBe(0)
    await pick(page)
    page.unmount()
    await sending.end(REFUSED)
    expect(state()).toEqual({ places: {}, missed: 1 })
    expect(onSent).not.toHaveBeenCalled()
  })
})

const onPublish = jest.fn()
function Waits() {
  return <UnsentSheet unsent={useUnsent(SHOP, told)} onPublish={onPublish} onClose={() => undefined} />
}

describe('what publishing waits for', () => {
  const words = decorateWords.unsent

  test('is published by itself once the photo is there', async () => {
    photoLeaves('p', PLACE)
    render(<Waits />)
    expect(screen.queryByText(words.waits)).not.toBeNull()
    expect(onPublish).not.toHaveBeenCalled()
    await act(async () => photoEnds('p', false))
    expect(onPublish).toHaveBeenCalledTimes(1)
  })

  test('is not published without a photo that was not taken, unless she says so', async () => {
    photoLeaves('p', PLACE)
    render(<Waits />)
    await act(async () => photoEnds('p', true))
    expect(onPublish).not.toHaveBeenCalled()
    expect(screen.queryByText(words.lost)).not.toBeNull()
    await act(async () => screen.getByText(words.go).click())
    expect(onPublish).toHaveBeenCalledTimes(1)
  })
})
