import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { LAN_HOST } from '../../support/lan-host'
import { H5Phone } from '../phone/h5-phone'
import { SCREENS } from '../phone/phone'
import { expect, test } from '../test'
import { DATABASE_BANNERS, ENGINES, LOCALHOST_ENGINES, reportedDatabase } from './engines'
import { runUserJourney } from './user-journey'

const runs = [
  ...ENGINES.h5.map((engine) => ({ engine, host: LAN_HOST, who: 'a phone in the local network' })),
  // in the short run, localhost has the delivery journey of `service-worker.spec.ts`
  ...LOCALHOST_ENGINES.map((engine) => ({ engine, host: '127.0.0.1', who: 'localhost' })),
]

for (const { engine, host, who } of runs)
  test.describe(`user journey on H5 on ${engine}, opened as ${who}`, () => {
    test.use({ engine })

    test('completes from an empty database', async ({ ownEnvironment }) => {
      const { browser, homePath, network, server } = ownEnvironment
      const origin = `http://${host}:${network.port}`
      const seller = await H5Phone.start(browser, origin, SCREENS.phone)
      const buyer = await H5Phone.start(browser, origin, SCREENS.small)
      await runUserJourney({ seller, buyer, homePath })
      // a reload stays on the same page
      await seller.restart()
      await seller.see(sellerOrdersWords.filters.over)
      expect(await seller.errors()).toEqual([])
      expect(await buyer.errors()).toEqual([])
      await seller.close()
      await buyer.close()
      expect(reportedDatabase(server)).toMatch(DATABASE_BANNERS[engine])
    })
  })
