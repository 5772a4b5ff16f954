import { perTest } from '../../support/per-test'
import { signInStaff, TOWN } from '../support/centre'
import { environmentPerTest, newId } from '../support/test-environment'
import { shopPerTest } from '../support/test-shop'

/** What the apps of the second release send; some of it no earlier app sends. */
const SECOND = { accept: 'application/json, text/plain, */*' }

const env = environmentPerTest()
const shop = shopPerTest(env)
const helper = perTest(() => signInStaff(env, TOWN, 'trainer'))

describe('the second release beside newer apps', () => {
  it('reads a help for phone and WeChat id as one for settings', async () => {
    const offer = `PUT /api/shops/${shop.shopId}/help-offers/${newId()}`
    const { letters: code } = (await shop.owner.call(offer, { parts: ['products', 'contact'] })).json()
    const read = await helper.call('POST /api/handover-codes/read', { code }, SECOND)
    expect(read.json().parts).toEqual(['products', 'settings'])
    const accept = await helper.call('POST /api/handover-codes/accept', { code, centre: TOWN }, SECOND)
    expect(accept.json().help.purposes).toEqual(['products', 'settings'])
    const seen = await helper.call(`GET /api/shops/${shop.shopId}`, undefined, SECOND)
    expect(seen.json().help.purposes).toEqual(['products', 'settings'])
    const { helps } = (await shop.owner.call(`GET /api/shops/${shop.shopId}/helps`, undefined, SECOND)).json()
    expect(helps[0].purposes).toEqual(['products', 'settings'])
    const list = await helper.call(`GET /api/centres/${TOWN}/helps`, undefined, SECOND)
    expect(list.json().items[0].purposes).toEqual(['products', 'settings'])
    const today = await shop.owner.call(`GET /api/shops/${shop.shopId}/helps`)
    expect(today.json().helps[0].purposes).toEqual(['products', 'contact'])
  })
})
