import { WeappPhone } from './phone/weapp-phone'
import { ENGINES_AGAIN, SAYS } from './story/engines'
import { tellStory } from './story/tell'
import { startWorld, type World } from './story/world'

let world: World
afterEach(() => world?.close())

test.each(ENGINES_AGAIN)(
  'the whole story in the built mini-program, from an empty database on %s',
  async (engine) => {
    world = await startWorld('weapp', engine)
    const [seller, buyer] = [await world.phone(), await world.phone()]
    await tellStory({ seller, buyer, frontDoor: world.frontDoor })
    expect(world.database).toMatch(SAYS[engine])
    for (const phone of [seller, buyer]) {
      expect(await phone.errors()).toEqual([])
      if (!(phone instanceof WeappPhone)) throw new Error('not a mini-program')
      const strangers = (await phone.app.requests()).filter(
        ({ origin }) => origin !== 'http://127.0.0.1:4180',
      )
      expect(strangers).toEqual([])
      expect((await phone.app.setDataStats()).max).toBeLessThan(256 * 1024)
    }
  },
)
