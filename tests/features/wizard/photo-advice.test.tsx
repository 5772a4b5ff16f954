import type { PhotoFault } from '@/domain/photo-quality'
import { endTest, FakeServer, kill, launch, phone } from './launch-wizard'

jest.mock('@/platform/media/photos', () => ({ localPhotos: require('./launch-wizard').photos }))
jest.mock('@/platform/media/judge-photo', () => ({ judgeLocalPhoto: async () => mockFaults.shift() }))

/** The faults of the next photos; a photo without one is fine. */
const mockFaults: (PhotoFault | undefined)[] = []

beforeEach(() => {
  jest.useFakeTimers()
  require('../../support/components/taro').fakeTaro.reset()
  phone.storedPhotos.clear()
  phone.picks.length = 0
  phone.sources.length = 0
  mockFaults.length = 0
})
afterEach(endTest)

const advices: Record<PhotoFault, string> = {
  dark: '太暗了，搬到亮处再拍',
  blurred: '糊了，拿稳再拍',
  far: '太远了，走近一点',
}
const draftNow = () => require('@/features/wizard/shop-draft').useDraft.getState().draft

async function takePhoto(from: '拍照' | '从相册选', ...faults: (PhotoFault | undefined)[]) {
  mockFaults.push(...faults)
  const app = launch(new FakeServer())
  await app.press('干货坚果', '拍一张', from)
  return { ...app, advice: () => app.screen.queryByRole('dialog')?.getAttribute('aria-label') ?? null }
}

describe('wizard photo with a fault', () => {
  it.each(Object.entries(advices))(
    'that is %s has one advice and is used on request',
    async (fault, words) => {
      const { advice, press, screen } = await takePhoto('拍照', fault as PhotoFault)
      expect(advice()).toBe(words)
      await press('就用这张')
      expect(advice()).toBeNull()
      expect(screen.getByRole('button', { name: '换一张' })).toBeInTheDocument()
      expect([...phone.storedPhotos]).toEqual([draftNow().photoId])
    },
  )

  it('is used without a question when it is fine', async () => {
    const { advice } = await takePhoto('拍照', undefined)
    expect(advice()).toBeNull()
    expect([...phone.storedPhotos]).toEqual([draftNow().photoId])
  })

  it('is dropped once another was taken from the same source', async () => {
    const { advice, press } = await takePhoto('从相册选', 'dark', 'far', undefined)
    const [first] = phone.storedPhotos
    await press('重拍')
    expect(advice()).toBe(advices.far)
    expect(phone.storedPhotos).not.toContain(first)
    await press('重拍')
    expect(advice()).toBeNull()
    expect(phone.sources).toEqual(['album', 'album', 'album'])
    expect([...phone.storedPhotos]).toEqual([draftNow().photoId])
    // the photo that was retaken is not offered as the previous one
    expect(draftNow().lastPhotoId).toBeNull()
  })

  it.each(['closed', 'left by the back button'])('is used when the sheet is %s', async (way) => {
    const { advice, press, wait } = await takePhoto('拍照', 'blurred')
    const { photoId } = draftNow()
    if (way === 'closed') await press('关上')
    else window.history.back()
    await wait(100)
    expect(advice()).toBeNull()
    expect(draftNow().photoId).toBe(photoId)
    expect(phone.storedPhotos).toContain(photoId)
  })

  it('stays, with its advice, when no other was taken or the other cannot be read', async () => {
    const { advice, press, screen } = await takePhoto('拍照', 'dark')
    const { photoId } = draftNow()
    phone.picks.push(false, new Error('not a picture'))
    await press('重拍')
    expect(advice()).toBe(advices.dark)
    await press('重拍')
    expect(screen.getByRole('alert')).toHaveTextContent('这张打不开')
    expect(draftNow().photoId).toBe(photoId)
    await press('就用这张')
    expect(phone.storedPhotos).toContain(photoId)
  })

  it('is in the draft when the app ends before the answer', async () => {
    await takePhoto('拍照', 'dark')
    const { photoId } = draftNow()
    kill()
    const { screen, wait } = launch(new FakeServer())
    await wait()
    expect(screen.getByRole('button', { name: '换一张' })).toBeInTheDocument()
    expect(draftNow().photoId).toBe(photoId)
    expect(phone.storedPhotos).toContain(photoId)
  })
})
