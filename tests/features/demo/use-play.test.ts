import { act, renderHook } from '@testing-library/react'
import type { StoryStep } from '@/features/demo/play/story'
import { usePlay } from '@/features/demo/play/use-play'

const story: StoryStep[] = [{ caption: '一', phone: 'seller', actions: () => [] }]

beforeEach(() => jest.useFakeTimers())

const advance = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))

/** Plays a story of one step to its end. */
async function playToEnd() {
  const prepare = jest.fn(async () => 'sample01')
  const { result } = renderHook(() => usePlay({ story, prepare }))
  act(() => result.current.begin())
  await advance(1000)
  expect(result.current.phase).toBe('done')
  return { prepare, result }
}

describe('usePlay', () => {
  it('begins again after a pause when repeating is switched on after the end', async () => {
    const { prepare, result } = await playToEnd()
    await advance(60_000)
    expect(prepare).toHaveBeenCalledTimes(1)
    act(() => result.current.change({ repeats: true }))
    await advance(4900)
    expect(prepare).toHaveBeenCalledTimes(1)
    await advance(200)
    expect(prepare).toHaveBeenCalledTimes(2)
    await advance(1000)
    expect(result.current).toMatchObject({ phase: 'done', rounds: 2 })
  })

  it('does not begin again when repeating is switched off during the pause', async () => {
    const { prepare, result } = await playToEnd()
    act(() => result.current.change({ repeats: true }))
    await advance(3000)
    act(() => result.current.change({ repeats: false }))
    await advance(60_000)
    expect(prepare).toHaveBeenCalledTimes(1)
    expect(result.current.phase).toBe('done')
  })
})
