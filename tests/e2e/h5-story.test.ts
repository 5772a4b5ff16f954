import { ordersWords } from '@/locales/zh-CN/orders'
import { H5Phone } from './phone/h5-phone'
import { SCREENS } from './phone/phone'
import { ENGINES, ENGINES_AGAIN, SAYS } from './story/engines'
import { tellStory } from './story/tell'
import { LAN_HOST, startWorld, type World } from './story/world'

const runs = [
  ...ENGINES.map((engine) => ({ engine, host: LAN_HOST, who: 'a phone in the local network' })),
  ...ENGINES_AGAIN.map((engine) => ({ engine, host: '127.0.0.1', who: 'localhost' })),
]

let world: World
afterEach(() => world?.close())

test.each(runs)(
  'the whole story on H5, from an empty database on $engine, as $who',
  async ({ engine, host }) => {
    world = await startWorld('h5', engine)
    const origin = `http://${host}:${world.network.port}`
    const seller = await H5Phone.start(world.browser, origin, SCREENS.phone)
    const buyer = await H5Phone.start(world.browser, origin, SCREENS.small)
    await tellStory({ seller, buyer, frontDoor: world.frontDoor })
    // a reload stays where she was
    await seller.restart()
    await seller.see(ordersWords.filters.done)
    expect(await seller.errors()).toEqual([])
    expect(await buyer.errors()).toEqual([])
    expect(world.database).toMatch(SAYS[engine])
  },
)
