import { DATABASE_BANNERS, REPEAT_ENGINES } from './journey/engines'
import { startTestEnvironment, type TestEnvironment } from './journey/test-environment'
import { runUserJourney } from './journey/user-journey'
import { WeappPhone } from './phone/weapp-phone'

let world: TestEnvironment
afterEach(() => world?.close())

test.each(REPEAT_ENGINES)(
  'user journey in the built mini-program completes from an empty database on %s',
  async (engine) => {
    world = await startTestEnvironment('weapp', engine)
    const [seller, buyer] = [await world.phone(), await world.phone()]
    await runUserJourney({ seller, buyer, frontDoor: world.frontDoor })
    expect(world.database).toMatch(DATABASE_BANNERS[engine])
    for (const phone of [seller, buyer]) {
      expect(await phone.errors()).toEqual([])
      if (!(phone instanceof WeappPhone)) throw new Error('not a mini-program')
      const otherOrigins = (await phone.app.requests()).filter(
        ({ origin }) => origin !== 'http://127.0.0.1:4180',
      )
      expect(otherOrigins).toEqual([])
      expect((await phone.app.setDataStats()).max).toBeLessThan(256 * 1024)
    }
  },
)
