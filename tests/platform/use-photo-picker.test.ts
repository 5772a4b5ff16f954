import { act, renderHook } from '@testing-library/react'
import { privacyConsent } from '@/platform/device/privacy-consent'
import { PhotoError, type PickedPhoto } from '@/platform/media/local-photo'
import { localPhotos } from '@/platform/media/photos'
import { usePhotoPicker } from '@/platform/media/use-photo-picker'

jest.mock('@/platform/media/photos', () => ({ localPhotos: { pick: jest.fn() } }))

const choose = localPhotos.pick as jest.MockedFunction<typeof localPhotos.pick>
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
  const pick = () => act(async () => result.current.pick('album'))
  return { result, pick, onStored, onFinish }
}

afterEach(() => jest.restoreAllMocks())

describe('usePhotoPicker', () => {
  it('stores one photo under a new id', async () => {
    const save = jest.fn(async () => undefined)
    choose.mockResolvedValueOnce([{ save }])
    const { result, pick, onStored } = await render()
    await pick()
    expect(choose).toHaveBeenLastCalledWith('album', 1)
    expect(save.mock.calls).toEqual(onStored.mock.calls)
    expect(onStored).toHaveBeenCalledTimes(1)
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
    expect(onFinish.mock.calls).toEqual([[onStored.mock.calls.flat()]])
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

  it('opens no camera or album before WeChat has the consent', async () => {
    jest.spyOn(privacyConsent, 'isNeeded').mockResolvedValueOnce(true)
    choose.mockClear()
    choose.mockResolvedValueOnce([good])
    const { result, pick, onStored } = await render()
    await pick()
    expect(choose).not.toHaveBeenCalled()
    act(() => result.current.asking?.refuse())
    expect(result.current.asking).toBeUndefined()
    await pick()
    await act(async () => result.current.asking?.agree())
    expect(onStored).toHaveBeenCalledTimes(1)
  })
})
