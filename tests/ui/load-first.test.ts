import { inTime, loadFirst } from '@/ui/drawn-card/load-first'

const picture = (image: string) => ({ width: 4, height: 3, image })

beforeEach(() => jest.useFakeTimers())

describe('loadFirst', () => {
  it('returns the first picture that can be loaded', async () => {
    const load = jest.fn(async (src: string) => {
      if (src === 'missing') throw new Error('the picture is not there')
      return picture(src)
    })
    expect(await loadFirst({ load }, [undefined, 'missing', 'second', 'third'])).toEqual(picture('second'))
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('gives up on a picture that does not load in time, and returns the next', async () => {
    const load = (src: string) =>
      src === 'slow' ? new Promise<never>(() => undefined) : Promise.resolve(picture(src))
    const found = loadFirst({ load }, ['slow', 'drawing'])
    await jest.advanceTimersByTimeAsync(5000)
    expect(await found).toEqual(picture('drawing'))
  })

  it('returns null when no picture can be loaded', async () => {
    const load = () => Promise.reject(new Error('offline'))
    expect(await loadFirst({ load }, ['photo', 'drawing'])).toBeNull()
  })
})

describe('inTime', () => {
  it('returns null for work that fails or takes too long', async () => {
    expect(await inTime(Promise.reject(new Error('failed')), 100)).toBeNull()
    const slow = inTime(new Promise(() => undefined), 100)
    await jest.advanceTimersByTimeAsync(100)
    expect(await slow).toBeNull()
    expect(await inTime(Promise.resolve('drawn'), 100)).toBe('drawn')
  })
})
