import { act, render, renderHook, screen } from '@testing-library/react'
import type { Result } from '@/api/result'
import { uploadPhoto } from '@/api/upload-photo'
import { uploadVoice } from '@/api/upload-voice'
import { createId } from '@/domain/id'
import { usePhotoUpload } from '@/features/decorate/fields/use-photo-upload'
import { addSection, type Design, designOf, removeSection } from '@/features/decorate/model/design'
import { sectionSlot } from '@/features/decorate/model/section-slot'
import { PendingUploadsSheet } from '@/features/decorate/sheets/pending-uploads-sheet'
import { MAX_UNDO_AGE_MS } from '@/features/decorate/storage/undo-storage'
import {
  addPendingPhoto,
  removePendingPhoto,
  usePendingPhotos,
  usePendingUploads,
} from '@/features/decorate/sync/pending-uploads'
import { usePendingVoices } from '@/features/decorate/voices/pending-voices'
import { useVoiceUploads } from '@/features/decorate/voices/use-voice-uploads'
import { decorateWords } from '@/locales/look/decorate'
import { localVoices } from '@/platform/audio/voices'
import { localPhotos } from '@/platform/media/photos'
import { createBundledLook } from '@/templates/bundled-templates'

jest.mock('@/api/upload-photo', () => ({ uploadPhoto: jest.fn() }))
jest.mock('@/api/upload-voice', () => ({ uploadVoice: jest.fn() }))
jest.mock('@/platform/media/photos', () => ({
  localPhotos: {
    pick: jest.fn(async () => [{ save: async () => undefined }]),
    drop: jest.fn(async () => undefined),
  },
}))
jest.mock('@/platform/audio/voices', () => ({ localVoices: { drop: jest.fn(async () => undefined) } }))

const SHOP = '01JD00000000000000000000AA'
const bare = designOf(createBundledLook('plain') as NonNullable<ReturnType<typeof createBundledLook>>)
const withStory = addSection(bare, 'story')
const STORY = withStory.sections.at(-1)?.id ?? ''
const PLACE = sectionSlot(SHOP, STORY)

/** Mocks an upload that the test resolves. */
function mockUpload<Body>(upload: jest.Mock) {
  const ends: ((result: Result<Body>) => void)[] = []
  upload.mockReset().mockImplementation(() => new Promise((resolve) => ends.push(resolve)))
  return {
    started: () => ends.length,
    end: (result: Result<Body>) => act(async () => ends.shift()?.(result)),
  }
}
const REFUSED: Result<never> = { ok: false, failure: { code: 'storage-full', status: 507 } }

beforeEach(() => {
  jest.clearAllMocks()
  usePendingPhotos.setState({ slots: {}, unreportedFailures: 0 })
  usePendingVoices.setState({ waiting: {}, sending: {} })
})

describe('voice upload', () => {
  const id = createId(Date.now(), new Uint8Array(16))
  const SENT = { ok: true, data: { hash: '0a', ms: 900 } } as const
  let sending: ReturnType<typeof mockUpload<{ hash: string; ms: number }>>
  let design: Design

  function decorate(begin: Design) {
    design = begin
    const edit = (change: (now: Design) => Design) => {
      design = change(design)
    }
    const designing = () => ({ design, edit, endStep: () => undefined })
    const { rerender } = renderHook(() => useVoiceUploads(SHOP, designing()))
    return (next: Design) => {
      design = next
      rerender()
    }
  }
  const waiting = () => usePendingVoices.getState().waiting[PLACE]?.id

  beforeEach(() => {
    sending = mockUpload(uploadVoice as jest.Mock)
    usePendingVoices.getState().add(PLACE, { id, ms: 900 })
  })

  it('is removed from the phone once its section plays it', async () => {
    decorate(withStory)
    await sending.end(SENT)
    expect(design.sections.at(-1)?.settings.voice).toEqual({ id, hash: '0a', ms: 900 })
    expect(waiting()).toBeUndefined()
    expect(localVoices.drop).toHaveBeenCalledWith(id)
  })

  it('is stored for a removed section and attached when the section is restored', async () => {
    const become = decorate(withStory)
    become(removeSection(withStory, STORY))
    await sending.end(SENT)
    expect(waiting()).toBe(id)
    expect(localVoices.drop).not.toHaveBeenCalled()
    expect(sending.started()).toBe(0)
    become(withStory)
    expect(sending.started()).toBe(1)
    await sending.end(SENT)
    expect(design.sections.at(-1)?.settings.voice).toMatchObject({ id })
    expect(waiting()).toBeUndefined()
  })

  it('is not sent for a missing section, and is dropped when undo can no longer restore the section', () => {
    decorate(bare)
    expect(sending.started()).toBe(0)
    expect(waiting()).toBe(id)
    const old = createId(Date.now() - MAX_UNDO_AGE_MS - 1000, new Uint8Array(16))
    act(() => usePendingVoices.getState().add(PLACE, { id: old, ms: 900 }))
    decorate(bare)
    expect(waiting()).toBeUndefined()
    expect(localVoices.drop).toHaveBeenCalledWith(old)
  })
})

describe('photo upload', () => {
  const SENT = { ok: true, data: { hash: '0b' } } as const
  let sending: ReturnType<typeof mockUpload<{ hash: string }>>
  const onSent = jest.fn()
  const field = () => renderHook(() => usePhotoUpload(PLACE, onSent))
  const pick = ({ result }: ReturnType<typeof field>) => act(async () => result.current.request.pick('album'))
  const state = () => usePendingPhotos.getState()

  beforeEach(() => {
    sending = mockUpload(uploadPhoto as jest.Mock)
  })

  it('is pending until it is stored, then removed from the phone', async () => {
    const page = field()
    await pick(page)
    expect(Object.values(state().slots)).toEqual([PLACE])
    expect(page.result.current.busy).toBe(true)
    await sending.end(SENT)
    expect(onSent).toHaveBeenCalledWith({ id: expect.any(String), hash: '0b' })
    expect(state()).toEqual({ slots: {}, unreportedFailures: 0 })
    expect(localPhotos.drop).toHaveBeenCalledTimes(1)
  })

  it('drops its copy on the phone before the look shows it, since a tile would go on showing that copy', async () => {
    onSent.mockImplementationOnce(() => expect(localPhotos.drop).toHaveBeenCalledTimes(1))
    const page = field()
    await pick(page)
    await sending.end(SENT)
    expect(onSent).toHaveBeenCalledTimes(1)
    expect(page.result.current.failed).toBe(false)
  })

  it('reports a failure in its form, or counts it as missed when the form is closed', async () => {
    const page = field()
    await pick(page)
    await sending.end(REFUSED)
    expect(page.result.current.failed).toBe(true)
    expect(state().unreportedFailures).toBe(0)
    await pick(page)
    page.unmount()
    await sending.end(REFUSED)
    expect(state()).toEqual({ slots: {}, unreportedFailures: 1 })
    expect(onSent).not.toHaveBeenCalled()
  })
})

const onPublish = jest.fn()
function Waits() {
  return (
    <PendingUploadsSheet
      pending={usePendingUploads(SHOP, withStory)}
      onPublish={onPublish}
      onClose={() => undefined}
    />
  )
}

describe('PendingUploadsSheet', () => {
  const words = decorateWords.pendingUploads

  it('publishes once the photo is uploaded', async () => {
    addPendingPhoto('p', PLACE)
    render(<Waits />)
    expect(screen.queryByText(words.waits)).not.toBeNull()
    expect(onPublish).not.toHaveBeenCalled()
    await act(async () => removePendingPhoto('p', false))
    expect(onPublish).toHaveBeenCalledTimes(1)
  })

  it('does not publish after a failed upload until the owner confirms', async () => {
    addPendingPhoto('p', PLACE)
    render(<Waits />)
    await act(async () => removePendingPhoto('p', true))
    expect(onPublish).not.toHaveBeenCalled()
    expect(screen.queryByText(words.lost)).not.toBeNull()
    await act(async () => screen.getByText(words.go).click())
    expect(onPublish).toHaveBeenCalledTimes(1)
  })
})
