import { act, renderHook } from '@testing-library/react'
import { PhotoError, type PickedPhoto } from '@/platform/media/local-photo'
import { localPhotos } from '@/platform/media/photos'
import { useLocalPhoto, usePhotoPicker, usePhotoSource } from '@/platform/media/use-photos'

jest.mock('@/platform/media/photos', () => ({ localPhotos: { pick: jest.fn(), source: jest.fn() } }))

const choose = localPhotos.pick as jest.MockedFunction<typeof localPhotos.pick>
const sourceOf = localPhotos.source as jest.MockedFunction<typeof localPhotos.source>
const good: PickedPhoto = { save: async () => undefined }
const failing = (reason: 'unreadable' | 'full'): PickedPhoto => ({
  save: async () => Promise.reject(new PhotoError(reason)),
})

async function render(most?: number) {
  const onStored = jest.fn()
  const onFinish = jest.fn()
  const { result } = renderHook(() =>
    usePhotoPicker({ onStored, onFinish, ...(most === undefined ? {} : { most }) }),
  )
  await act(async () => undefined)
  const pick = () => act(async () => result.current.request.pick('album'))
  return { result, pick, onStored, onFinish }
}

afterEach(() => jest.restoreAllMocks())

describe('usePhotoPicker', () => {
  it('stores one photo under a new id', async () => {
    const save = jest.fn(async () => undefined)
    choose.mockResolvedValueOnce([{ save }])
    const { result, pick, onStored } = await render()
    await pick()
    expect(choose).toHaveBeenLastCalledWith('album', 1, 'goods')
    expect(onStored.mock.calls).toEqual([[...(save.mock.calls[0] ?? []), 'album']])
    expect(result.current).toMatchObject({ busy: false })
    expect(result.current.error).toBeUndefined()
  })

  it('is busy from the choice until the photo is stored', async () => {
    let endSave = () => {}
    let endChoice = (_: PickedPhoto[]) => {}
    choose.mockReturnValueOnce(
      new Promise((resolve) => {
        endChoice = resolve
      }),
    )
    const { result, pick } = await render()
    await pick()
    expect(result.current.busy).toBe(false)
    const save = () =>
      new Promise<void>((resolve) => {
        endSave = resolve
      })
    await act(async () => endChoice([{ save }]))
    expect(result.current.busy).toBe(true)
    await act(async () => endSave())
    expect(result.current.busy).toBe(false)
  })

  it('does nothing when the pick is cancelled', async () => {
    choose.mockResolvedValueOnce([])
    const { result, pick, onStored, onFinish } = await render()
    await pick()
    expect([onStored, onFinish].map(({ mock }) => mock.calls)).toEqual([[], []])
    expect(result.current).toMatchObject({ busy: false })
  })

  it('stores the first photos and reports more than there is room for', async () => {
    choose.mockResolvedValueOnce([good, good, good])
    const { result, pick, onStored, onFinish } = await render(2)
    await pick()
    expect(onStored).toHaveBeenCalledTimes(2)
    expect(onFinish.mock.calls).toEqual([[onStored.mock.calls.map(([id]) => id)]])
    expect(result.current.error).toBe('many')
  })

  it('stores the others if one photo is unreadable or storage is full', async () => {
    for (const reason of ['unreadable', 'full'] as const) {
      choose.mockResolvedValueOnce([good, failing(reason), good])
      const { result, pick, onStored } = await render(9)
      await pick()
      expect(onStored).toHaveBeenCalledTimes(2)
      expect(result.current).toMatchObject({ busy: false, error: reason })
    }
  })

  it('reports a missing permission until the next pick', async () => {
    choose.mockRejectedValueOnce(new PhotoError('refused')).mockResolvedValueOnce([])
    const { result, pick } = await render()
    await pick()
    expect(result.current.error).toBe('refused')
    await pick()
    expect(result.current.error).toBeUndefined()
  })
})

describe('useLocalPhoto', () => {
  it('returns the photo on this phone, null if it is missing, and undefined while it is loading', async () => {
    sourceOf.mockResolvedValueOnce('blob:a').mockResolvedValueOnce(null)
    const { result, rerender } = renderHook(({ id }) => useLocalPhoto(id), { initialProps: { id: 'a' } })
    expect(result.current).toBeUndefined()
    await act(async () => undefined)
    expect(result.current).toBe('blob:a')
    rerender({ id: 'b' })
    expect(result.current).toBeUndefined()
    await act(async () => undefined)
    expect(result.current).toBeNull()
  })
})

describe('usePhotoSource', () => {
  it("returns the server's photo unless one is on this phone", async () => {
    sourceOf.mockRejectedValueOnce(new Error('no database')).mockResolvedValueOnce('blob:b')
    const initialProps: { id: string; hash?: string } = { id: 'a', hash: 'ff' }
    const { result, rerender } = renderHook((photo) => usePhotoSource(photo), { initialProps })
    await act(async () => undefined)
    expect(result.current).toContain('ff')
    rerender({ id: 'b' })
    await act(async () => undefined)
    expect(result.current).toBe('blob:b')
  })
})
