import type sharp from 'sharp'
import { ApiError } from '../../../../server/api-error'
import { resizePhoto } from '../../../../server/modules/photos/resize-photo'
import { picture } from '../../support/pictures'

const mockLimit = jest.fn()

/** Mocks only `timeout`: the pipeline fails as libvips does when its time limit is over. */
jest.mock('sharp', () => {
  const real = jest.requireActual<typeof sharp>('sharp')
  const slow = (...input: Parameters<typeof real>) => {
    const pipeline = real(...input)
    pipeline.timeout = (options: { seconds: number }) => {
      mockLimit(options)
      return Object.assign(pipeline, {
        toBuffer: () => Promise.reject(new Error('timeout: 42% complete')),
      })
    }
    return pipeline
  }
  return Object.assign(slow, real)
})

test('resizePhoto rejects a picture that takes longer than eight seconds to decode as too large', async () => {
  const jpeg = await picture().jpeg().toBuffer()
  await expect(resizePhoto(jpeg)).rejects.toEqual(new ApiError('too-large'))
  expect(mockLimit).toHaveBeenCalledWith({ seconds: 8 })
})
