import type { PlayerAction } from '@/demo-player/protocol'
import { playStory, type Stage } from '@/features/demo/play/play-story'
import { saleStory } from '@/features/demo/play/sale-story'
import { open, type StoryStep, see, tap } from '@/features/demo/play/story'
import { tourStory } from '@/features/demo/play/tour-story'
import type { FramePlayer } from '@/platform/frames/frame-player'

/** A stage that writes down what happens on it. */
function createStage(changes: Partial<Stage> = {}) {
  const log: string[] = []
  const player = (phone: string): FramePlayer => ({
    run: async (action, pace) => {
      log.push(`${phone} ${JSON.stringify(action)} ${pace}`)
      return action.do === 'read-shop' ? 'newslug1' : undefined
    },
    close: () => undefined,
  })
  const stage: Stage = {
    player,
    pace: () => 'normal',
    waitWhilePaused: async () => undefined,
    narrate: async (index, caption) => void log.push(`narrate ${index} ${caption}`),
    sleep: async () => undefined,
    ...changes,
  }
  return { stage, log }
}

const steps: StoryStep[] = [
  { caption: '一', phone: 'seller', actions: () => [tap('开'), { do: 'read-shop' }] },
  {
    caption: '二',
    phone: 'buyer',
    actions: ({ openedShop, sampleShop }) => [open(`/${openedShop}/${sampleShop}`)],
  },
]

describe('playStory', () => {
  it('narrates each step before its actions and passes on the value that was read', async () => {
    const { stage, log } = createStage()
    await playStory(steps, 'sample01', stage)
    expect(log).toEqual([
      'narrate 0 一',
      'seller {"do":"tap","target":{"name":"开"}} 1',
      'seller {"do":"read-shop"} 1',
      'narrate 1 二',
      'buyer {"do":"open","path":"/newslug1/sample01"} 1',
    ])
  })

  it('waits before each action while it is paused', async () => {
    let goOn = () => {}
    const pause = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const { stage, log } = createStage({ waitWhilePaused: () => pause })
    const playing = playStory(steps, '', stage)
    await Promise.resolve()
    expect(log).toEqual([])
    goOn()
    await playing
    expect(log).toHaveLength(5)
  })

  it('applies a new pace from the next action on', async () => {
    const { stage, log } = createStage()
    let isFast = false
    await playStory(steps, '', {
      ...stage,
      pace: () => (isFast ? 'fast' : 'normal'),
      narrate: async (index) => {
        isFast = index > 0
      },
    })
    expect(log.map((line) => line.split(' ').at(-1))).toEqual(['1', '1', '0.45'])
  })

  it('rejects when a phone fails an action', async () => {
    const { stage } = createStage({
      player: () => ({ run: () => Promise.reject(new Error('stuck')), close: () => undefined }),
    })
    await expect(playStory(steps, '', stage)).rejects.toThrow('stuck')
  })
})

describe('demo story', () => {
  const actionsOf = (story: readonly StoryStep[]): PlayerAction[] =>
    story.flatMap(({ actions }) => actions({ sampleShop: 'sample01', openedShop: 'newslug1' }))

  it.each([
    ['sale', saleStory],
    ['tour', tourStory],
  ])('has a caption for every step and a name for every tapped element: %s', (_, story) => {
    for (const { caption } of story) expect(caption.trim()).not.toBe('')
    for (const action of actionsOf(story))
      if ('target' in action) expect(action.target.name.trim()).not.toBe('')
  })

  it('lets the person do everything in the tour', () => {
    expect(new Set(actionsOf(tourStory).map((action) => action.do))).toEqual(new Set(['guide', 'see']))
  })

  it('plays the sale on the phones of the seller and the buyer, up to the finished order', () => {
    expect(new Set(saleStory.map(({ phone }) => phone))).toEqual(new Set(['seller', 'buyer']))
    expect(actionsOf(saleStory)).toContainEqual(open('/s/newslug1'))
    expect(actionsOf(saleStory)).toContainEqual(see('这一单做完了，谢谢照顾生意。'))
  })
})
