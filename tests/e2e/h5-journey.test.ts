import { ordersWords } from '@/locales/orders'
import { DATABASE_BANNERS, ENGINES, REPEAT_ENGINES } from './journey/engines'
import { LAN_HOST, startTestEnvironment, type TestEnvironment } from './journey/test-environment'
import { runUserJourney } from './journey/user-journey'
import { H5Phone } from './phone/h5-phone'
import { SCREENS } from './phone/phone'

const runs = [
  ...ENGINES.map((engine) => ({ engine, host: LAN_HOST, who: 'a phone in the local network' })),
  ...REPEAT_ENGINES.map((engine) => ({ engine, host: '127.0.0.1', who: 'localhost' })),
]

let world: TestEnvironment
afterEach(() => world?.close())

test.each(runs)(
  'user journey on H5 completes from an empty database on $engine, opened as $who',
  async ({ engine, host }) => {
    world = await startTestEnvironment('h5', engine)
    const origin = `http://${host}:${world.network.port}`
    const seller = await H5Phone.start(world.browser, origin, SCREENS.phone)
    const buyer = await H5Phone.start(world.browser, origin, SCREENS.small)
    await runUserJourney({ seller, buyer, frontDoor: world.frontDoor })
    // a reload stays on the same page
    await seller.restart()
    await seller.see(ordersWords.filters.done)
    expect(await seller.errors()).toEqual([])
    expect(await buyer.errors()).toEqual([])
    expect(world.database).toMatch(DATABASE_BANNERS[engine])
  },
)
