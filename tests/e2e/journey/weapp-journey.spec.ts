import { WeappPhone } from '../phone/weapp-phone'
import { expect, test } from '../test'
import { DATABASE_BANNERS, ENGINES, reportedDatabase } from './engines'
import { runUserJourney } from './user-journey'

for (const engine of ENGINES.weapp)
  test.describe(`user journey in the built mini-program on ${engine}`, () => {
    test.use({ kind: 'weapp', engine })

    test('completes from an empty database', async ({ ownEnvironment }) => {
      const [seller, buyer] = [await ownEnvironment.phone(), await ownEnvironment.phone()]
      await runUserJourney({ seller, buyer, homePath: ownEnvironment.homePath })
      expect(reportedDatabase(ownEnvironment.server)).toMatch(DATABASE_BANNERS[engine])
      for (const phone of [seller, buyer]) {
        expect(await phone.errors()).toEqual([])
        if (!(phone instanceof WeappPhone)) throw new Error('not a mini-program')
        const otherOrigins = (await phone.app.requests()).filter(
          ({ origin }) => origin !== 'http://127.0.0.1:4180',
        )
        expect(otherOrigins).toEqual([])
        expect((await phone.app.setDataStats()).max).toBeLessThan(256 * 1024)
      }
    })
  })
